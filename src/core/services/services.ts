import type { Known } from '../known';
import type { ResourceId } from '../network/model';
import type { Reason } from '../reason';

/** `perimeter`: a network security perimeter decides (`SecuredByPerimeter`). */
export type PublicAccess = 'enabled' | 'disabled' | 'perimeter';

/**
 * Returns the meaning of `publicNetworkAccess`. Any other value, or none, means enabled: each service existed before
 * this setting.
 */
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

/** Allowed callers if a network security perimeter decides. */
export interface PerimeterRule {
  readonly name: string;
  /** Prefixes of callers; empty if the rule names other callers. */
  readonly addressPrefixes: readonly string[];
  /** Subscriptions whose managed identities are allowed. */
  readonly subscriptions: readonly ResourceId[];
}

/** The association of a service with a network security perimeter. */
export interface Perimeter {
  readonly name: string;
  /** Whether it's enforced: the profile's rules decide, not the service's own. */
  readonly isEnforced: boolean;
  /** Rules for inbound access. */
  readonly rules: readonly PerimeterRule[];
}

/** A service that stores a workspace's data, with its access settings. */
export interface DataService {
  readonly id: ResourceId;
  readonly name: string;
  /** Its region as Azure compares it, or the name of an unstated region; absent if it wasn't read. */
  readonly location?: string;
  readonly publicAccess: Known<PublicAccess>;
  /** Whether callers that no rule names are denied. */
  readonly deniesByDefault: Known<boolean>;
  /** Subnets that are allowed. */
  readonly subnetRules: Known<readonly ResourceId[]>;
  /** Addresses that are allowed. */
  readonly addressRules: Known<readonly string[]>;
  /** Whether trusted Azure services bypass the rules. */
  readonly trustsAzure: Known<boolean>;
  /** Approved private endpoints for the service, in any subscription. */
  readonly endpointIds: Known<readonly ResourceId[]>;
  /** Null if it isn't associated with one. */
  readonly perimeter: Known<Perimeter | null>;
}

export interface StorageAccount extends DataService {
  readonly sharedKeyAccess: Known<boolean>;
  /** Resources whose own identity bypasses the rules; `*` matches any text in an ID. */
  readonly trustedResources: Known<readonly ResourceId[]>;
}

export interface ContainerRegistry extends DataService {
  readonly sku: Known<string>;
  /** Host names: its login server, and its dedicated data endpoints if there are any. */
  readonly hosts: Known<readonly string[]>;
  /** Whether layers come from its own endpoints instead of blob storage of its region. */
  readonly hasDataEndpoints: Known<boolean>;
  /** Regions of its replicas that serve requests, in the spelling of `location`; absent if they weren't read. */
  readonly replicas?: Known<readonly string[]>;
}

/** A storage account that a datastore of the workspace references. */
export interface DatastoreAccount {
  readonly name: string;
  /** Its region as Azure compares it, or the name of an unstated region. */
  readonly location: Known<string>;
}

/** Resources that store a workspace's data and monitor it; null if there is none. */
export interface ServiceIds {
  readonly storage: ResourceId | null;
  readonly keyVault: ResourceId | null;
  readonly registry: ResourceId | null;
  readonly monitoring: ResourceId | null;
}

/** Private link scope of a workspace's Application Insights. */
export interface PrivateLinkScope {
  readonly name: string;
  /** `Open` or `PrivateOnly`. */
  readonly ingestion: Known<string>;
  readonly query: Known<string>;
}

export interface Monitoring {
  readonly name: string;
  /** Whether data is in a Log Analytics workspace, which isn't the case for the classic kind. */
  readonly isWorkspaceBased: Known<boolean>;
  readonly scopes: Known<readonly PrivateLinkScope[]>;
}

/** The compute resource that builds a workspace's images. Members are null if they don't apply. */
export interface BuildCompute {
  readonly name: string;
  /** Whether it exists: a workspace can reference a cluster before it is created. */
  readonly isThere: boolean;
  readonly isCluster: boolean;
  readonly subnetId: ResourceId | null;
  readonly vmSize: string | null;
}

/** A private DNS zone for names of Azure services. */
export interface PrivateZone {
  readonly id: ResourceId;
  /** Lowercase name, `privatelink.api.azureml.ms`. */
  readonly name: string;
  /** Networks with complete links to the zone. */
  readonly linkedNetworks: Known<readonly ResourceId[]>;
  readonly records: Known<readonly AddressRecord[]>;
  /** Private endpoints whose records Azure manages in it, according to their zone groups, if these were read. */
  readonly keptFor?: readonly ResourceId[];
}

/** Zones that were read, from lists and from the zone groups of the private endpoints. */
export interface KnownZones {
  readonly found: readonly PrivateZone[];
  /** Subscriptions whose zones were listed; absent if the zones come from files. */
  readonly subscriptions?: readonly string[];
  /** Private endpoints that certainly don't have a zone group; absent if none is known. */
  readonly withoutGroup?: readonly ResourceId[];
  /** DNS forwarding rulesets with an enabled rule, and the networks whose queries they may forward elsewhere. */
  readonly rulesets?: readonly ForwardingRuleset[];
  /** Why there may be more; undefined if every list was read. */
  readonly unread?: Reason;
  /** Set if zones of a service without a known zone may be elsewhere; absent if every list was read. */
  readonly elsewhere?: true;
}

/** A DNS forwarding ruleset. Queries of linked networks that none of their zones answers follow its rules. */
export interface ForwardingRuleset {
  readonly name: string;
  readonly linkedNetworks: readonly ResourceId[];
}

export interface AddressRecord {
  /** Name relative to its zone. */
  readonly name: string;
  readonly addresses: readonly string[];
}

/** Network access to a workspace. */
export interface WorkspaceAccess {
  /** Whether it is accessible from the internet. */
  readonly publicAccess: Known<boolean>;
  /** Set if it applies only to a workspace with a private endpoint. */
  readonly onlyBehindEndpoint?: true;
  /** Only addresses that can access it from the internet; empty if all can. */
  readonly addressList: Known<readonly string[]>;
}

/**
 * Services with a workspace's data, and DNS for its names, read for a workspace and a network. A null service means
 * that the workspace doesn't have it.
 */
export interface WorkspaceServices extends WorkspaceAccess {
  readonly workspaceId: ResourceId;
  /** Approved private endpoints for the workspace. */
  readonly endpointIds: Known<readonly ResourceId[]>;
  /** Services that its managed virtual network reaches by private endpoints; empty if there is no such network. */
  readonly managedEndpointTargets: readonly ResourceId[];
  /** Whether its own datastores use identities instead of keys. */
  readonly datastoresByIdentity: Known<boolean>;
  readonly storage: Known<StorageAccount | null>;
  /** Accounts of datastores besides `storage`; absent if they weren't searched. */
  readonly datastores?: Known<readonly DatastoreAccount[]>;
  readonly keyVault: Known<DataService | null>;
  readonly registry: Known<ContainerRegistry | null>;
  readonly monitoring: Known<Monitoring | null>;
  readonly buildCompute: Known<BuildCompute | null>;
  /** Subnet of its serverless compute, which builds images if no cluster is set; null if none is set. */
  readonly serverlessSubnet: Known<ResourceId | null>;
  readonly zones: KnownZones;
  /** Hosts that the workspace calls, from Azure's own list; absent if it wasn't read. */
  readonly hosts?: readonly string[];
}

/** Data of services that is read by their own IDs, without the workspace that will use them. */
export type NamedServices = Pick<
  WorkspaceServices,
  'storage' | 'keyVault' | 'registry' | 'monitoring' | 'zones'
>;
