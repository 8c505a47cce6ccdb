import type { AttachTarget } from './attach-target';
import type { CheckedKind } from './compute-kinds';
import type { PlannedCores } from './governance';
import { known, type Known } from './known';
import type { Cloud, ResourceId } from './network/model';
import type { Reason } from './reason';
import type { WorkspaceAccess } from './services/services';

/** `current` is what Microsoft requires today; `2020-12` is the article of December 2020. */
export type Profile = 'current' | '2020-12';

/** Mode of a workspace's managed virtual network. */
export type ManagedNetwork = 'disabled' | 'allow-internet-outbound' | 'allow-only-approved-outbound';

export interface WorkspaceFacts {
  readonly id: ResourceId;
  readonly name: string;
  /** ARM location in lowercase. */
  readonly location: Known<string>;
  /** Whether there is an approved private endpoint for the workspace. */
  readonly hasPrivateEndpoint: Known<boolean>;
  readonly managedNetwork: Known<ManagedNetwork>;
  /** Whether its managed virtual network is already provisioned; irrelevant if there is none. */
  readonly managedNetworkSetUp: Known<boolean>;
  /** Whether it was created for high business impact data (`hbiWorkspace`). */
  readonly highBusinessImpact: Known<boolean>;
  /** Network access according to its own body; absent if the body wasn't read. */
  readonly access?: WorkspaceAccess;
}

/**
 * Returns whether a workspace is reached over private link. With public network access disabled, it's reachable only by
 * private endpoints, even if none was found (private link page, 2025-05-22).
 */
export function needsPrivateLink({ hasPrivateEndpoint, access }: WorkspaceFacts): Known<boolean> {
  if (!access || access.onlyBehindEndpoint) return hasPrivateEndpoint;
  const { publicAccess } = access;
  return publicAccess.known && !publicAccess.value ? known(true) : hasPrivateEndpoint;
}

/** `aml-registries`: registries of Azure Machine Learning whose assets jobs use. They aren't read from Azure. */
export const statedServices = ['storage', 'registry', 'key-vault', 'datastores', 'aml-registries'] as const;
type StatedService = (typeof statedServices)[number];

/** ARM locations that the user states for services of the workspace whose regions couldn't be read. */
export type ServiceRegions = Readonly<Partial<Record<StatedService, readonly string[]>>>;

/** Data about a planned compute resource that checks need. `plans` extends it. */
export interface PlanToCheck {
  readonly cloud: Cloud;
  readonly profile: Profile;
  readonly kind: Known<CheckedKind>;
  /** For an attached kind: the target, after it is chosen. */
  readonly target?: AttachTarget;
  /** For an attached kind: the targets that the workspace has already attached. */
  readonly attachedTargets?: Known<readonly ResourceId[]>;
  /** Whether the nodes have a public IP. */
  readonly publicIp: Known<boolean>;
  readonly workspace: Known<WorkspaceFacts>;
  /** Regions of services as the user states them. A region that was read takes precedence. */
  readonly serviceRegions?: ServiceRegions;
  /** Null in a managed virtual network. */
  readonly subnetId: ResourceId | null;
  /** ARM location of the nodes in a file; absent if it isn't stated, and the nodes are then in the network's region. */
  readonly location?: Known<string>;
  /** Null until the user enters a name. */
  readonly name: string | null;
  /** Maximum number of nodes; 1 for an instance. */
  readonly maxNodes: Known<number>;
  readonly minNodes: Known<number>;
  /** Size of the machines; absent until one is chosen. */
  readonly vmSize?: string | null;
  /** vCPUs of these machines, and the quotas for them; absent until they're read. */
  readonly cores?: Known<PlannedCores>;
  /** Number of addresses that other clusters in the subnet can still use. */
  readonly reservedAddresses: Known<number>;
  /** Assumption for every result based on them, if they were counted earlier and not again. */
  readonly reservedAsBefore?: Reason;
  /** For an attached kind: the SSH port, if it isn't 22. */
  readonly sshPort?: number;
  /** Whether SSH through the public port is enabled in the plan. */
  readonly publicSsh: boolean;
  /** Why that isn't known. */
  readonly publicSshUnknown?: Reason;
}
