import type { Known } from '../known';
import type { ResourceId } from '../network/model';
import type { Reason } from '../reason';

/** `perimeter`: a network security perimeter decides (`SecuredByPerimeter`). */
export type PublicAccess = 'enabled' | 'disabled' | 'perimeter';

/** What `publicNetworkAccess` says; another word, or none, is on: each service began without the switch. */
export function publicAccessOf(word: string): PublicAccess {
  switch (word.toLowerCase()) {
    case 'disabled':
      return 'disabled';
    case 'securedbyperimeter':
      return 'perimeter';
    default:
      return 'enabled';
  }
}

/** Who is let in where a network security perimeter decides. */
export interface PerimeterRule {
  readonly name: string;
  /** Prefixes of callers; empty where the rule names others. */
  readonly addressPrefixes: readonly string[];
  /** Subscriptions whose managed identities may call. */
  readonly subscriptions: readonly ResourceId[];
}

/** The association of a service with a network security perimeter. */
export interface Perimeter {
  readonly name: string;
  /** Enforced: the profile's rules decide, not the service's own. */
  readonly isEnforced: boolean;
  /** Rules for what comes in. */
  readonly rules: readonly PerimeterRule[];
}

/** A service that keeps a workspace's data, as far as it says who may call it. */
export interface DataService {
  readonly id: ResourceId;
  readonly name: string;
  /** Its region as Azure compares it, or the name of one that isn't stated; absent where it was not read. */
  readonly location?: string;
  readonly publicAccess: Known<PublicAccess>;
  /** Callers that no rule names are refused. */
  readonly deniesByDefault: Known<boolean>;
  /** Subnets that are let in. */
  readonly subnetRules: Known<readonly ResourceId[]>;
  /** Addresses that are let in. */
  readonly addressRules: Known<readonly string[]>;
  /** Trusted services of Azure pass the rules. */
  readonly trustsAzure: Known<boolean>;
  /** Approved private endpoints that stand for the service, in whichever subscription. */
  readonly endpointIds: Known<readonly ResourceId[]>;
  /** Null where it belongs to none. */
  readonly perimeter: Known<Perimeter | null>;
}

export interface StorageAccount extends DataService {
  readonly sharedKeyAccess: Known<boolean>;
  /** Resources whose own identity passes the rules; `*` stands for any text in an id. */
  readonly trustedResources: Known<readonly ResourceId[]>;
}

export interface ContainerRegistry extends DataService {
  readonly sku: Known<string>;
  /** Names by which it is called: its login server, and endpoints of its own for data where it has these. */
  readonly hosts: Known<readonly string[]>;
  /** Layers come from endpoints of its own, and not from blob storage of its region. */
  readonly hasDataEndpoints: Known<boolean>;
  /** Regions of its replicas that answer, in the spelling of `location`; absent where they weren't read. */
  readonly replicas?: Known<readonly string[]>;
}

/** A storage account that a datastore of the workspace names. */
export interface DatastoreAccount {
  readonly name: string;
  /** Its region as Azure compares it, or the name of one that isn't stated. */
  readonly location: Known<string>;
}

/** Resources that a workspace keeps its data in and is observed by; null where it has none. */
export interface ServiceIds {
  readonly storage: ResourceId | null;
  readonly keyVault: ResourceId | null;
  readonly registry: ResourceId | null;
  readonly monitoring: ResourceId | null;
}

/** Where application insights of a workspace takes part in private link. */
export interface PrivateLinkScope {
  readonly name: string;
  /** `Open` or `PrivateOnly`. */
  readonly ingestion: Known<string>;
  readonly query: Known<string>;
}

export interface Monitoring {
  readonly name: string;
  /** Kept in a log analytics workspace; the classic kind is not. */
  readonly isWorkspaceBased: Known<boolean>;
  readonly scopes: Known<readonly PrivateLinkScope[]>;
}

/** The compute that builds a workspace's images; null members where there is none of it. */
export interface BuildCompute {
  readonly name: string;
  /** A workspace may name a cluster before it stands. */
  readonly isThere: boolean;
  readonly isCluster: boolean;
  readonly subnetId: ResourceId | null;
  readonly vmSize: string | null;
}

/** A private DNS zone that answers for names of Azure. */
export interface PrivateZone {
  readonly id: ResourceId;
  /** In small letters, `privatelink.api.azureml.ms`. */
  readonly name: string;
  /** Networks that ask it, by links that are complete. */
  readonly linkedNetworks: Known<readonly ResourceId[]>;
  readonly records: Known<readonly AddressRecord[]>;
  /** Private endpoints whose records Azure keeps in it, as their zone groups say; where that was read. */
  readonly keptFor?: readonly ResourceId[];
}

/** Zones that were seen, by lists and by the zone groups of the private endpoints. */
export interface KnownZones {
  readonly found: readonly PrivateZone[];
  /** Subscriptions whose zones were listed; absent where files tell the zones. */
  readonly subscriptions?: readonly string[];
  /** Private endpoints that certainly have no zone group; absent where none is known to be so. */
  readonly withoutGroup?: readonly ResourceId[];
  /** DNS forwarding rulesets with a rule that is on, and the networks whose questions they may send elsewhere. */
  readonly rulesets?: readonly ForwardingRuleset[];
  /** Why there may be more; undefined where every list was read. */
  readonly unread?: Reason;
  /** Set where zones of a service of which none was found may be elsewhere; absent where every list was read. */
  readonly elsewhere?: true;
}

/** Questions of the linked networks that no zone of theirs answers go where its rules say. */
export interface ForwardingRuleset {
  readonly name: string;
  readonly linkedNetworks: readonly ResourceId[];
}

export interface AddressRecord {
  /** Relative to its zone. */
  readonly name: string;
  readonly addresses: readonly string[];
}

/** From where a workspace may be called. */
export interface WorkspaceAccess {
  /** It may be called from the internet. */
  readonly publicAccess: Known<boolean>;
  /** Addresses that alone may call it from the internet; empty where all may. */
  readonly addressList: Known<readonly string[]>;
}

/**
 * What a workspace keeps its data in and how its names are answered, read for one workspace and network. A null
 * service: the workspace has none.
 */
export interface WorkspaceServices extends WorkspaceAccess {
  readonly workspaceId: ResourceId;
  /** Approved private endpoints that stand for the workspace. */
  readonly endpointIds: Known<readonly ResourceId[]>;
  /** Services that its managed network reaches by private endpoints; empty where it has none. */
  readonly managedEndpointTargets: readonly ResourceId[];
  /** Its own datastores are opened with identities and not with keys. */
  readonly datastoresByIdentity: Known<boolean>;
  readonly storage: Known<StorageAccount | null>;
  /** Accounts of datastores besides `storage`; absent where nobody looked for them. */
  readonly datastores?: Known<readonly DatastoreAccount[]>;
  readonly keyVault: Known<DataService | null>;
  readonly registry: Known<ContainerRegistry | null>;
  readonly monitoring: Known<Monitoring | null>;
  readonly buildCompute: Known<BuildCompute | null>;
  /** Subnet of its serverless compute, which builds images where no cluster is named; null where it names none. */
  readonly serverlessSubnet: Known<ResourceId | null>;
  readonly zones: KnownZones;
  /** Hosts that the workspace calls, by Azure's own list; absent where it wasn't read. */
  readonly hosts?: readonly string[];
}

/** What is read of services by their own IDs, without the workspace that is to use them. */
export type NamedServices = Pick<
  WorkspaceServices,
  'storage' | 'keyVault' | 'registry' | 'monitoring' | 'zones'
>;
