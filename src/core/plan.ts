import type { AttachTarget } from './attach-target';
import type { Known } from './known';
import type { Cloud, ResourceId } from './network/model';
import type { Reason } from './reason';
import type { WorkspaceAccess } from './services/services';

/** What Azure ML makes itself. */
export type ComputeKind = 'cluster' | 'instance';

export const attachedKinds = ['databricks', 'virtual-machine', 'hdinsight'] as const;

/** What stands already, and a workspace is given to use. */
export type AttachedKind = (typeof attachedKinds)[number];

export type PlanKind = ComputeKind | AttachedKind;

/**
 * What can be checked. `serverless`: machines that Azure ML starts for a job in a subnet that the workspace names; no
 * compute stands for them, so none is made.
 */
export type CheckedKind = PlanKind | 'serverless';

/** What Azure ML starts machines for. */
export type NodeKind = ComputeKind | 'serverless';

/** True for what Azure ML starts machines for in a subnet. */
export function isNodeKind(kind: CheckedKind | 'other'): kind is NodeKind {
  return kind === 'serverless' || isComputeKind(kind);
}

/** True for what Azure ML makes itself; `other` is an attached kind that is none of ours. */
export function isComputeKind(kind: CheckedKind | 'other'): kind is ComputeKind {
  return kind === 'cluster' || kind === 'instance';
}

/** True for what stands already and can be checked. */
export function isAttachedKind(kind: CheckedKind | 'other'): kind is AttachedKind {
  return attachedKinds.some((one) => one === kind);
}

/** The kind, where Azure ML starts the machines; null where something is attached, or it is not known. */
export function nodeKind(kind: Known<CheckedKind>): NodeKind | null {
  return kind.known && isNodeKind(kind.value) ? kind.value : null;
}

/** The kind, where Azure ML makes the compute itself; null where it is attached or not known. */
export function computeKindOf(kind: Known<CheckedKind>): ComputeKind | null {
  return kind.known && isComputeKind(kind.value) ? kind.value : null;
}

/** `current` is what Microsoft asks today; `2020-12` the article of December 2020. */
export type Profile = 'current' | '2020-12';

/** Who runs the network of a workspace's computes. */
export type ManagedNetwork = 'disabled' | 'allow-internet-outbound' | 'allow-only-approved-outbound';

export interface WorkspaceFacts {
  readonly id: ResourceId;
  readonly name: string;
  /** ARM location, lower case. */
  readonly location: Known<string>;
  /** An approved private endpoint stands for the workspace. */
  readonly hasPrivateEndpoint: Known<boolean>;
  readonly managedNetwork: Known<ManagedNetwork>;
  /** Its managed network stands already; of no account where there is none. */
  readonly managedNetworkSetUp: Known<boolean>;
  /** Created for high business impact data (`hbiWorkspace`). */
  readonly highBusinessImpact: Known<boolean>;
  /** As files have it, which may hold nothing of its services; missing where its services were read. */
  readonly access?: WorkspaceAccess;
}

/** `aml-registries`: registries of Azure Machine Learning whose assets jobs use; nobody asks Azure for them. */
export const statedServices = ['storage', 'registry', 'key-vault', 'datastores', 'aml-registries'] as const;
type StatedService = (typeof statedServices)[number];

/** ARM locations that the user states for services of the workspace, whose own regions nobody could read. */
export type ServiceRegions = Readonly<Partial<Record<StatedService, readonly string[]>>>;

/** What the check needs to know of a wanted compute. `plans` extends it. */
export interface PlanToCheck {
  readonly cloud: Cloud;
  readonly profile: Profile;
  readonly kind: Known<CheckedKind>;
  /** Of an attached kind: what is attached, once it is chosen. */
  readonly target?: AttachTarget;
  /** Of an attached kind: what the workspace has attached already. */
  readonly attachedTargets?: Known<readonly ResourceId[]>;
  /** The nodes have a public IP. */
  readonly publicIp: Known<boolean>;
  readonly workspace: Known<WorkspaceFacts>;
  /** Where services are, as the user states it; a region that was read holds instead. */
  readonly serviceRegions?: ServiceRegions;
  /** Null in a managed network. */
  readonly subnetId: ResourceId | null;
  /** Where a file puts the nodes, as an ARM location; missing where nobody says it, and they go where the network is. */
  readonly location?: Known<string>;
  /** Null until the person has named it. */
  readonly name: string | null;
  /** Nodes at most at once; 1 for an instance. */
  readonly maxNodes: Known<number>;
  readonly minNodes: Known<number>;
  /** Of the machines; missing until one is chosen. */
  readonly vmSize?: string | null;
  /** Addresses that other clusters of the subnet may still take. */
  readonly promisedAddresses: Known<number>;
  /** Said with every result on them, where they were counted before and not anew. */
  readonly promisedAsBefore?: Reason;
  /** Of an attached kind: the port on which it answers SSH, where it is not 22. */
  readonly sshPort?: number;
  /** SSH through the public port is wanted. */
  readonly publicSsh: boolean;
  /** Why that isn't known, where it isn't. */
  readonly publicSshUnknown?: Reason;
}
