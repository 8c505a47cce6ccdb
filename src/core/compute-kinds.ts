import type { Known } from './known';

export const computeActions = ['create', 'attach'] as const;

/** How a workspace gets a compute resource: Azure ML creates its machines, or they exist and are attached. */
export type ComputeAction = (typeof computeActions)[number];

/** What differs between kinds of compute resources, for checks and for the product. */
export interface ComputeKindTraits {
  /** `computeType` of ARM; null where no resource of a workspace has it. */
  readonly computeType: string | null;
  readonly action: ComputeAction;
  /** It has nodes, from a minimum to a maximum. */
  readonly scales: boolean;
  /** One machine that belongs to a person, who starts and stops it. */
  readonly isPersonal: boolean;
  /** Its machines can run in another region than the workspace: that of their virtual network. */
  readonly followsNetwork: boolean;
  /** A workspace with a managed virtual network can have it (how-to-managed-network, 2024-08-29). */
  readonly worksInManagedNetwork: boolean;
  /** How Azure ML gets in, and the usual user; null where it creates the machines itself. */
  readonly access: { readonly is: 'token' } | { readonly is: 'ssh'; readonly user: string } | null;
  /** A workspace can build images on it. */
  readonly buildsImages: boolean;
  /** CLI v2 and SDK v2 can create or attach it: they refuse Azure Databricks and HDInsight (azure-ai-ml, 2026-11-25). */
  readonly worksInV2: boolean;
  /** How code creates one that doesn't exist yet, and is attached then; null where it can't. */
  readonly writesNew: 'machine' | 'spark' | null;
}

/** Lengths of a name in characters, and whether Azure refuses a hyphen that no letter follows. */
interface NameLimits {
  readonly shortest: number;
  readonly longest: number;
  readonly refusesHyphen: boolean;
}

type PlannedKindTraits = ComputeKindTraits & { readonly name: NameLimits };
type AttachedKindTraits = PlannedKindTraits & { readonly access: object };

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
  databricks: { ...existing, computeType: 'Databricks', access: { is: 'token' } },
  'virtual-machine': {
    ...existing,
    computeType: 'VirtualMachine',
    worksInManagedNetwork: false,
    worksInV2: true,
    writesNew: 'machine',
  },
  hdinsight: {
    ...existing,
    computeType: 'HDInsight',
    access: { is: 'ssh', user: 'sshuser' },
    writesNew: 'spark',
  },
} as const satisfies Readonly<Record<string, AttachedKindTraits>>;

/** Kinds that the wizard plans. A new kind is a row of `created` or `attached`; the compiler then lists what it needs. */
export const plannedKinds = { ...created, ...attached };

/** `serverless`: machines that Azure ML starts for a job in a subnet that the workspace names. */
const allKinds = {
  ...plannedKinds,
  serverless: { ...node, computeType: null },
  other: { ...node, action: 'attach', computeType: null },
} as const satisfies Readonly<Record<string, ComputeKindTraits>>;

/** What Azure ML creates itself. */
export type ComputeKind = keyof typeof created;

/** What exists already and a workspace can use. */
export type AttachedKind = keyof typeof attached;

export type PlanKind = ComputeKind | AttachedKind;

/** What can be checked. Serverless compute has no resource, so nobody creates it. */
export type CheckedKind = PlanKind | 'serverless';

/** What Azure ML starts machines for. */
export type NodeKind = ComputeKind | 'serverless';

/** `other`: attached, and none of the kinds that can be checked. */
type AnyKind = keyof typeof allKinds;

export const computeKinds = Object.keys(created) as readonly ComputeKind[];
export const attachedKinds = Object.keys(attached) as readonly AttachedKind[];
export const planKinds: readonly PlanKind[] = [...computeKinds, ...attachedKinds];
export const nodeKinds: readonly NodeKind[] = [...computeKinds, 'serverless'];

export function traitsOf(kind: AnyKind): ComputeKindTraits {
  return allKinds[kind];
}

/** Traits of a kind that may be unknown; then none is there. */
export function knownTraits(kind: Known<AnyKind>): Partial<ComputeKindTraits> {
  return kind.known ? traitsOf(kind.value) : {};
}

/** The kind with that `computeType`, in any case of letters. */
export function kindOfType(computeType: string): PlanKind | 'other' {
  const wanted = computeType.toLowerCase();
  return planKinds.find((kind) => plannedKinds[kind].computeType.toLowerCase() === wanted) ?? 'other';
}

/** True for what Azure ML starts machines for in a subnet. */
export function isNodeKind(kind: AnyKind): kind is NodeKind {
  return traitsOf(kind).action === 'create';
}

/** True for what has a resource of its own in a workspace. */
export function isPlanKind(kind: AnyKind): kind is PlanKind {
  return kind in plannedKinds;
}

/** True for what Azure ML creates itself. */
export function isComputeKind(kind: AnyKind): kind is ComputeKind {
  return kind in created;
}

/** True for what exists already and can be checked. */
export function isAttachedKind(kind: AnyKind): kind is AttachedKind {
  return kind in attached;
}

/** The kind, where Azure ML starts the machines; null where something is attached, or it is not known. */
export function nodeKind(kind: Known<CheckedKind>): NodeKind | null {
  return kind.known && isNodeKind(kind.value) ? kind.value : null;
}

/** The kind, where Azure ML creates the compute itself; null where it is attached or not known. */
export function computeKindOf(kind: Known<CheckedKind>): ComputeKind | null {
  return kind.known && isComputeKind(kind.value) ? kind.value : null;
}
