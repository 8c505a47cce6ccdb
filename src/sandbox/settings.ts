import type { ActivityLog } from './activity-log';
import type { SandboxClock } from './clock';
import type { Operations } from './long-running';
import type { ResourceStore } from './store';
import type { SubnetAddresses } from './subnet-addresses';
import type { CallerAccess, SignedInUser } from './access';
import type { GovernanceState } from './governance/governance';
import type { Faults } from './faults';
import type { TagBook } from './nodes/tags';
import type { Appliance } from './nodes/appliances';
import type { MachineSize, FamilyQuota } from './computes/machine-sizes';
import type { ComputeNode } from './computes/compute-node';
import type { BodyObject } from './body-json';
import type { TagFile } from './nodes/tag-file';

export interface Subscription {
  readonly id: string;
  readonly name: string;
  readonly tenantId: string;
  /** Exists, but the signed-in user can't read anything in it. */
  readonly isHidden?: boolean;
}

export interface Region {
  readonly name: string;
  readonly displayName: string;
  /** Region as service tags spell it: `WestEurope`. */
  readonly tagSuffix: string;
}

/** A limit that differs from the default. */
export interface NetworkLimit {
  readonly location: string;
  readonly name: string;
  readonly limit: number;
}

/** Routes that a gateway of a network learned, from networks that aren't visible. */
export interface LearnedRoutes {
  readonly networkId: string;
  readonly prefixes: readonly string[];
  /** Address of the gateway. */
  readonly nextHopAddress: string;
}

/** Settings that are fixed for the lifetime of a sandbox. */
export interface Settings {
  readonly subscriptions: readonly Subscription[];
  readonly regions: readonly Region[];
  readonly user: SignedInUser;
  readonly appliances: readonly Appliance[];
  readonly learnedRoutes: readonly LearnedRoutes[];
  readonly machineSizes: readonly MachineSize[];
  readonly quotas: readonly FamilyQuota[];
  readonly networkLimits: readonly NetworkLimit[];
  /** Number of rows in a list page. */
  readonly pageSize: number;
  /** Maximum number of compute resources of a subscription in a region. */
  readonly computeLimit: number;
}

/** State and services that a route uses. */
export interface World {
  readonly settings: Settings;
  readonly clock: SandboxClock;
  readonly store: ResourceStore;
  readonly addresses: SubnetAddresses;
  readonly operations: Operations;
  readonly access: CallerAccess;
  readonly governance: GovernanceState;
  readonly activity: ActivityLog;
  readonly faults: Faults;
  readonly tags: TagBook;
  readonly tagFile: TagFile;
  /** Machines of each cluster, by lowercase compute ID. */
  readonly nodes: Map<string, readonly ComputeNode[]>;
  /** Resource groups by lowercase ID. */
  readonly resourceGroups: Map<string, ResourceGroup>;
}

export interface ResourceGroup {
  readonly id: string;
  readonly name: string;
  readonly subscriptionId: string;
  readonly location: string;
  readonly tags: BodyObject;
}
