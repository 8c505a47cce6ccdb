import type { SandboxClock } from './clock';
import type { Operations } from './long-running';
import type { ResourceStore } from './store';
import type { SubnetAddresses } from './subnet-addresses';
import type { CallerAccess, Person } from './access';
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
  /** Exists, but the signed-in person may read nothing in it. */
  readonly isHidden?: boolean;
}

export interface Region {
  readonly name: string;
  readonly displayName: string;
  /** As service tags spell the region: `WestEurope`. */
  readonly tagSuffix: string;
}

/** A limit other than the default one. */
export interface NetworkLimit {
  readonly location: string;
  readonly name: string;
  readonly limit: number;
}

/** What a gateway of a network taught it, from networks that nobody sees. */
export interface LearnedRoutes {
  readonly networkId: string;
  readonly prefixes: readonly string[];
  /** Address of the gateway. */
  readonly nextHopAddress: string;
}

/** What is fixed for the life of a sandbox. */
export interface Settings {
  readonly subscriptions: readonly Subscription[];
  readonly regions: readonly Region[];
  readonly person: Person;
  readonly appliances: readonly Appliance[];
  readonly learnedRoutes: readonly LearnedRoutes[];
  readonly machineSizes: readonly MachineSize[];
  readonly quotas: readonly FamilyQuota[];
  readonly networkLimits: readonly NetworkLimit[];
  /** Rows of a list page. */
  readonly pageSize: number;
  /** Computes that one subscription may have in a region. */
  readonly computeLimit: number;
}

/** Everything a route needs. */
export interface World {
  readonly settings: Settings;
  readonly clock: SandboxClock;
  readonly store: ResourceStore;
  readonly addresses: SubnetAddresses;
  readonly operations: Operations;
  readonly access: CallerAccess;
  readonly governance: GovernanceState;
  readonly faults: Faults;
  readonly tags: TagBook;
  readonly tagFile: TagFile;
  /** Machines of each cluster, by lower-case compute id. */
  readonly nodes: Map<string, readonly ComputeNode[]>;
  /** Resource groups by lower-case id. */
  readonly resourceGroups: Map<string, ResourceGroup>;
}

export interface ResourceGroup {
  readonly id: string;
  readonly name: string;
  readonly subscriptionId: string;
  readonly location: string;
  readonly tags: BodyObject;
}
