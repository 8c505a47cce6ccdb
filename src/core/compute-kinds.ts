import type { Known } from './known';

export const computeActions = ['create', 'attach'] as const;

/** How a workspace gets a compute resource: Azure ML creates its machines, or they exist and are attached. */
export type ComputeAction = (typeof computeActions)[number];

/** Differences between kinds of compute resources, for checks and for the product. */
export interface ComputeKindTraits {
  /** `computeType` in ARM; null if no resource of a workspace has it. */
  readonly computeType: string | null;
  readonly action: ComputeAction;
  /** Whether it has nodes, from a minimum to a maximum. */
  readonly scales: boolean;
  /** Whether it is a single machine of a user, who starts and stops it. */
  readonly isPersonal: boolean;
  /** Whether its machines can run in another region than the workspace: the region of their virtual network. */
  readonly followsNetwork: boolean;
  /** Whether a workspace with a managed virtual network can have it (how-to-managed-network, 2024-08-29). */
  readonly worksInManagedNetwork: boolean;
  /** How Azure ML signs in, with the default user; null if it creates the machines itself. */
  readonly access: { readonly is: 'token' } | { readonly is: 'ssh'; readonly user: string } | null;
  /** Whether a workspace can build images on it. */
  readonly buildsImages: boolean;
  /**
   * Whether CLI v2 and SDK v2 can create or attach it: they refuse Azure Databricks and HDInsight (azure-ai-ml,
   * 2026-11-25).
   */
  readonly worksInV2: boolean;
  /** How code creates a target that doesn't exist yet, to attach it then; null if it can't. */
  readonly writesNew: 'machine' | 'spark' | null;
}

/** Lengths of a name in characters, and whether Azure refuses a hyphen without a letter after it. */
interface NameLimits {
  readonly shortest: number;
  readonly longest: number;
  readonly refusesHyphen: boolean;
}

type PlannedKindTraits = ComputeKindTraits & { readonly name: NameLimits };
/** A type of resource that a workspace can attach as compute. */
interface TargetType {
  readonly type: string;
  /** API version in code: one that Bicep 0.49 and much older ones know. */
  readonly apiVersion: string;
  /** Start of the proposed name of the compute resource, before the target's name. */
  readonly namePrefix: string;
}

type AttachedKindTraits = PlannedKindTraits & { readonly access: object; readonly target: TargetType };

const node = {
  action: 'create',
  scales: false,
  isPersonal: false,
  followsNetwork: false,
  worksInManagedNetwork: true,
  access: null,
  buildsImages: false,
  worksInV2: true,
  writesNew: null,
} as const;

/** Name limits: v1/how-to-attach-compute-targets, 2021-10-21. */
const existing = {
  ...node,
  action: 'attach',
  worksInV2: false,
  access: { is: 'ssh', user: 'azureuser' },
  name: { shortest: 2, longest: 16, refusesHyphen: false },
} as const;

/** Name limits: how-to-create-attach-compute-cluster 2024-05-03, create-compute-instance 2024-08-21. */
const created = {
  cluster: {
    ...node,
    computeType: 'AmlCompute',
    scales: true,
    followsNetwork: true,
    buildsImages: true,
    name: { shortest: 3, longest: 32, refusesHyphen: false },
  },
  instance: {
    ...node,
    computeType: 'ComputeInstance',
    isPersonal: true,
    name: { shortest: 3, longest: 24, refusesHyphen: true },
  },
} as const satisfies Readonly<Record<string, PlannedKindTraits>>;

const attached = {
  databricks: {
    ...existing,
    computeType: 'Databricks',
    access: { is: 'token' },
    target: { type: 'Microsoft.Databricks/workspaces', apiVersion: '2023-02-01', namePrefix: 'dbx' },
  },
  'virtual-machine': {
    ...existing,
    computeType: 'VirtualMachine',
    worksInManagedNetwork: false,
    worksInV2: true,
    writesNew: 'machine',
    target: { type: 'Microsoft.Compute/virtualMachines', apiVersion: '2024-03-01', namePrefix: 'vm' },
  },
  hdinsight: {
    ...existing,
    computeType: 'HDInsight',
    access: { is: 'ssh', user: 'sshuser' },
    writesNew: 'spark',
    target: { type: 'Microsoft.HDInsight/clusters', apiVersion: '2021-06-01', namePrefix: 'hdi' },
  },
} as const satisfies Readonly<Record<string, AttachedKindTraits>>;

/**
 * Kinds that the wizard plans. A new kind is a row of `created` or `attached`; the compiler then lists what it needs.
 */
export const plannedKinds = { ...created, ...attached };

/** `serverless`: machines that Azure ML starts for a job in a subnet that the workspace specifies. */
const allKinds = {
  ...plannedKinds,
  serverless: { ...node, computeType: null },
  other: { ...node, action: 'attach', computeType: null },
} as const satisfies Readonly<Record<string, ComputeKindTraits>>;

/** Kinds that Azure ML creates itself. */
export type ComputeKind = keyof typeof created;

/** Kinds of existing resources that a workspace can use. */
export type AttachedKind = keyof typeof attached;

export type PlanKind = ComputeKind | AttachedKind;

/** Kinds that can be checked. Serverless compute isn't a resource, so users don't create it. */
export type CheckedKind = PlanKind | 'serverless';

/** Kinds for which Azure ML starts machines. */
export type NodeKind = ComputeKind | 'serverless';

/** `other`: attached, but not one of the kinds that can be checked. */
type AnyKind = keyof typeof allKinds;

export const computeKinds = Object.keys(created) as readonly ComputeKind[];
export const attachedKinds = Object.keys(attached) as readonly AttachedKind[];
export const planKinds: readonly PlanKind[] = [...computeKinds, ...attachedKinds];
export const nodeKinds: readonly NodeKind[] = [...computeKinds, 'serverless'];

export function traitsOf(kind: AnyKind): ComputeKindTraits {
  return allKinds[kind];
}

/** Returns the traits of a kind that may be unknown; empty then. */
export function knownTraits(kind: Known<AnyKind>): Partial<ComputeKindTraits> {
  return kind.known ? traitsOf(kind.value) : {};
}

/** Returns the kind with that `computeType`, ignoring case. */
export function kindOfType(computeType: string): PlanKind | 'other' {
  const lowerType = computeType.toLowerCase();
  return planKinds.find((kind) => plannedKinds[kind].computeType.toLowerCase() === lowerType) ?? 'other';
}

/** True for kinds for which Azure ML starts machines in a subnet. */
export function isNodeKind(kind: AnyKind): kind is NodeKind {
  return traitsOf(kind).action === 'create';
}

/** True for kinds with their own resource in a workspace. */
export function isPlanKind(kind: AnyKind): kind is PlanKind {
  return kind in plannedKinds;
}

/** True for kinds that Azure ML creates itself. */
export function isComputeKind(kind: AnyKind): kind is ComputeKind {
  return kind in created;
}

/** True for kinds of existing resources that can be checked. */
export function isAttachedKind(kind: AnyKind): kind is AttachedKind {
  return kind in attached;
}

/** Returns the kind if Azure ML starts the machines; null if it is attached or unknown. */
export function nodeKind(kind: Known<CheckedKind>): NodeKind | null {
  return kind.known && isNodeKind(kind.value) ? kind.value : null;
}

/** Returns the kind if Azure ML creates the compute resource itself; null if it is attached or unknown. */
export function computeKindOf(kind: Known<CheckedKind>): ComputeKind | null {
  return kind.known && isComputeKind(kind.value) ? kind.value : null;
}
