import type { AttachTarget } from './attach-target';
import type { CheckedKind } from './compute-kinds';
import type { Known } from './known';
import type { Cloud, ResourceId } from './network/model';
import type { Reason } from './reason';
import type { WorkspaceAccess } from './services/services';

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
