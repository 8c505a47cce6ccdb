import type { JsonObject } from './json';
import type { AttachTarget } from '../core/attach-target';
import type { WorkspaceDiagnosis, WorkspaceHost } from '../core/diagnosis';
import type { SubnetEvidence } from '../core/evidence';
import type { CoreQuota, Governance, ManagementLock } from '../core/governance';
import type { LoggedChange, LoggedPlace } from '../core/logged-change';
import type { Cloud, NetworkModel, PrivateEndpoint, ResourceId, VirtualNetwork } from '../core/network/model';
import type { AttachedKind, PlanKind, ComputeKind } from '../core/compute-kinds';
import type { WorkspaceFacts } from '../core/plan';
import type { ResourceChange } from '../core/resource-change';
import type { NamedServices, ServiceIds, WorkspaceServices } from '../core/services/services';
import type { AzureFailure, FailureCode, FailureDetails } from './failure';

/**
 * Requests that the product sends to Azure. Every call can be aborted, has a deadline, and rejects with `AzureFailure`.
 */
export interface Azure {
  readonly read: AzureReader;
  readonly change: AzureChanger;
  readonly computes: AzureComputeApi;
}

/** A connection to Azure: the sample, or a signed-in account. */
export interface AzureConnection {
  readonly azure: Azure;
  readonly cloud: Cloud;
  readonly sample: boolean;
  /** Name of the signed-in account; null for the sample. */
  readonly account: string | null;
  /** User or account name for default compute names; null if unknown. */
  readonly userName: string | null;
  /** The portal's address, if it isn't the default of the cloud. */
  readonly portal?: string;
}

export interface SubscriptionSummary {
  readonly id: string;
  readonly name: string;
  readonly tenantId: string;
}

/**
 * Resources of a subscription as Resource Graph lists them, for display. Empty lists can also mean that they aren't
 * readable. Members that results depend on are missing, because Resource Graph lags behind, and can use older API
 * versions.
 */
export interface ListedResources {
  readonly workspaces: readonly ListedWorkspace[];
  readonly networks: readonly ListedNetwork[];
}

/** A workspace in a list. Its managed virtual network is unknown if the row doesn't have one. */
export type ListedWorkspace = Pick<
  WorkspaceSummary,
  'id' | 'name' | 'subscriptionId' | 'resourceGroup' | 'location' | 'kind' | 'hubId' | 'managedNetwork'
>;

/** A network in a list. */
export interface ListedNetwork extends Pick<VirtualNetwork, 'id' | 'name' | 'addressPrefixes'> {
  /** True if a private endpoint for a workspace is in it. */
  readonly hasWorkspaceEndpoint: boolean;
}

/** Kinds of workspaces. A hub is shared by its projects. A feature store runs its work on serverless Spark. */
export type WorkspaceKind = 'workspace' | 'hub' | 'project' | 'feature-store';

/** A tenant that the account is in. */
export interface TenantSummary {
  readonly id: string;
  readonly name: string;
  /** Why its subscriptions couldn't be read; null if they were. */
  readonly refused: AzureFailure | null;
}

export interface WorkspaceSummary extends WorkspaceFacts {
  readonly subscriptionId: string;
  readonly resourceGroup: string;
  readonly kind: WorkspaceKind;
  /** The hub of a project. The project's workloads run in the hub's network. */
  readonly hubId: ResourceId | null;
  /** The workspace's GUID, which is part of its host names; absent if it wasn't read. */
  readonly guid?: string;
  /** Approved private endpoints for the workspace. */
  readonly endpointIds: readonly ResourceId[];
  /** SKU of a managed virtual network's Azure Firewall. If it is absent, the default Standard applies. */
  readonly firewallSku?: string;
  /** Outbound rules of a managed virtual network; empty if there is none. */
  readonly outboundRules: readonly OutboundRule[];
}

export interface OutboundRule {
  readonly name: string;
  readonly kind: 'FQDN' | 'PrivateEndpoint' | 'ServiceTag';
  readonly destination: string;
  readonly state: string;
}

export interface VmSize {
  readonly name: string;
  readonly family: string;
  readonly cores: number;
  readonly memoryGb: number;
  readonly gpus: number;
  readonly lowPriority: boolean;
  readonly supports: readonly ComputeKind[];
  /** Price per hour with Linux, before any discount; null if Azure doesn't return one. */
  readonly price: HourlyPrice | null;
}

export interface HourlyPrice {
  /** Currency code (ISO 4217). */
  readonly currency: string;
  readonly dedicated: number | null;
  readonly lowPriority: number | null;
}

/** A user-assigned identity. */
export interface IdentitySummary {
  readonly id: ResourceId;
  readonly name: string;
  readonly resourceGroup: string;
  /** ARM location in lowercase. */
  readonly location: string;
}

export interface ResourceGroupSummary {
  readonly name: string;
  /** ARM location in lowercase. */
  readonly location: string;
}

/** Prefixes per service tag as `serviceTags.list` returns them. */
export interface LiveServiceTags {
  readonly changeNumber: string;
  /** Time of the response in ISO format. */
  readonly readAt: string;
  readonly tags: Readonly<Record<string, readonly string[]>>;
}

/** Location of a planned compute resource, to read what governs it. */
export interface GovernedPlace {
  readonly workspaceId: ResourceId;
  /** Null in a managed virtual network. */
  readonly subnet: GovernedSubnet | null;
  /** Resources and resource groups that a new network is connected with. Only roles and locks are read there. */
  readonly others?: readonly ResourceId[];
}

interface GovernedSubnet {
  readonly id: ResourceId;
  readonly location: string;
  /** NSG and route table of the subnet, if it has them. So the user's permissions there are known before a fix. */
  readonly parts?: readonly ResourceId[];
}

/** The workspace whose services are read, and the network for which names are resolved. */
export interface ServicesPlace {
  readonly workspaceId: ResourceId;
  /** Null if the user doesn't choose a network. */
  readonly networkId: ResourceId | null;
  /** Subscriptions with the network's DNS servers, if they are in another network. */
  readonly nameServers: readonly string[];
  /** Private endpoints reachable from the network. Their zone groups reference zones in any subscription. */
  readonly endpoints: readonly PrivateEndpoint[];
}

/** Services that are read by their IDs. */
export interface NamedServicesPlace {
  /** IDs as Azure spells them; null for a service that isn't read. */
  readonly ids: ServiceIds;
  /** Subscriptions whose private DNS zones are listed. */
  readonly subscriptions: readonly string[];
  /** Private endpoints reachable from the network. Their zone groups reference zones in any subscription. */
  readonly endpoints: readonly PrivateEndpoint[];
}

/** A subnet for which Azure reports computed and logged data. */
export interface EvidencePlace {
  readonly networkId: ResourceId;
  readonly subnetId: ResourceId;
  /** ARM location of the network in lowercase. */
  readonly location: string;
  readonly prefixes: readonly string[];
  /** The subnet's NSG; null if it doesn't have one, or if that isn't known. */
  readonly groupId: ResourceId | null;
}

export interface AzureReader {
  /** Reads the subscriptions of every tenant that the account is in. `tenants` returns those that refused. */
  subscriptions(stop: AbortSignal): Promise<readonly SubscriptionSummary[]>;
  /** Returns the tenants as of the last read of subscriptions; empty if only one was read. */
  tenants(stop: AbortSignal): Promise<readonly TenantSummary[]>;
  /**
   * Lists the resources that the account can read in each subscription with Resource Graph, by lowercase ID. Subscriptions
   * that it couldn't list completely are omitted.
   */
  listed(
    subscriptions: readonly SubscriptionSummary[],
    stop: AbortSignal,
  ): Promise<ReadonlyMap<string, ListedResources>>;
  workspaces(subscriptionId: string, stop: AbortSignal): Promise<readonly WorkspaceSummary[]>;
  /** Reads a workspace with the members that lists omit: outbound rules of its managed virtual network. */
  workspace(id: ResourceId, stop: AbortSignal): Promise<WorkspaceSummary>;
  /** Reads every network of a subscription, with parallel lists. Unreadable parts are unknown, not an error. */
  networks(subscriptionId: string, stop: AbortSignal): Promise<NetworkModel>;
  /**
   * Returns `model` with the current state of a subnet, its network, NSG, route table, and NAT gateway, and with exact
   * address usage.
   */
  refreshSubnet(model: NetworkModel, subnetId: ResourceId, stop: AbortSignal): Promise<NetworkModel>;
  /** Returns `model` with the current state of an NSG: a network interface has its own NSG, apart from the subnet's. */
  refreshSecurityGroup(model: NetworkModel, groupId: ResourceId, stop: AbortSignal): Promise<NetworkModel>;
  /** Returns the networks with the current state of a private endpoint, or without it if it doesn't exist anymore. */
  refreshEndpoint(model: NetworkModel, endpointId: ResourceId, stop: AbortSignal): Promise<NetworkModel>;
  serviceTags(subscriptionId: string, location: string, stop: AbortSignal): Promise<LiveServiceTags>;
  vmSizes(subscriptionId: string, location: string, stop: AbortSignal): Promise<readonly VmSize[]>;
  /** Reads the user-assigned identities of a subscription that the account can read. */
  identities(subscriptionId: string, stop: AbortSignal): Promise<readonly IdentitySummary[]>;
  resourceGroups(subscriptionId: string, stop: AbortSignal): Promise<readonly ResourceGroupSummary[]>;
  /** Reads the resources that can be attached, with parallel lists. Unreadable parts are unknown, not an error. */
  attachTargets(
    subscriptionId: string,
    kind: AttachedKind,
    stop: AbortSignal,
  ): Promise<readonly AttachTarget[]>;
  coreQuotas(subscriptionId: string, location: string, stop: AbortSignal): Promise<readonly CoreQuota[]>;
  /**
   * Reads the roles, locks, policies, and quotas for a planned compute resource. Unreadable parts are unknown, not an
   * error.
   */
  governance(place: GovernedPlace, stop: AbortSignal): Promise<Governance>;
  /** Reads the services of a workspace and private DNS zones. Unreadable parts are unknown, not an error. */
  services(place: ServicesPlace, stop: AbortSignal): Promise<WorkspaceServices>;
  /** Reads the IDs of all resources of a subscription that can be a service of a workspace. */
  serviceIds(subscriptionId: string, stop: AbortSignal): Promise<readonly ResourceId[]>;
  /** Reads the same as `services` for a workspace that doesn't exist in Azure yet. */
  namedServices(place: NamedServicesPlace, stop: AbortSignal): Promise<NamedServices>;
  /** Reads Azure's own diagnosis of a workspace, which can take minutes, and the hosts that the workspace calls. */
  diagnosis(workspaceId: ResourceId, stop: AbortSignal): Promise<WorkspaceDiagnosis>;
  /** Reads Azure's list of the hosts that a workspace calls. */
  hosts(workspaceId: ResourceId, stop: AbortSignal): Promise<readonly WorkspaceHost[]>;
  /**
   * Reads what Azure computed for a network interface in a subnet, and the traffic that flow logs recorded as denied.
   */
  evidence(place: EvidencePlace, stop: AbortSignal): Promise<SubnetEvidence>;
  /** Reads all locks of a subscription and its resources. */
  locks(subscriptionId: string, stop: AbortSignal): Promise<readonly ManagementLock[]>;
  /** Reads the last successful change of a resource from Azure's activity log; null if it doesn't have one. */
  lastChange(place: LoggedPlace, stop: AbortSignal): Promise<LoggedChange | null>;
}

/** State of a compute resource in Azure. Members are null if Azure omits them. */
export interface ComputeState {
  readonly id: ResourceId;
  readonly name: string;
  readonly workspaceId: ResourceId;
  readonly kind: PlanKind | 'other';
  readonly location: string;
  readonly provisioningState: string;
  readonly subnetId: ResourceId | null;
  /** ID of the attached resource, for an attached compute. */
  readonly targetId: ResourceId | null;
  /** Port that the service calls, for a machine attached by SSH. */
  readonly sshPort?: number;
  readonly publicIp: boolean | null;
  readonly vmSize: string | null;
  readonly nodes: {
    readonly min: number;
    readonly max: number;
    readonly current: number;
    readonly target: number;
    readonly idle: number;
    readonly unusable: number;
    readonly preparing: number;
  } | null;
  /** State of an instance: `Creating`, `Running`, `SetupFailed`, …; for a cluster, its allocation state. */
  readonly state: string | null;
  readonly publicAddress: string | null;
  readonly errors: readonly {
    readonly code: string;
    readonly message: string;
    /** Codes of inner errors, if there are any. */
    readonly inner?: readonly string[];
  }[];
  /** Whether the public SSH port is open. */
  readonly publicSsh: boolean | null;
  readonly identity: { readonly system: boolean; readonly userIds: readonly ResourceId[] };
  readonly tags: Readonly<Record<string, string>>;
  /** Object ID of the user for whom an instance was created, if that is another user. */
  readonly assignedTo: string | null;
  /** Minutes of inactivity after which Azure stops an instance; null means never. */
  readonly idleShutdownMinutes: number | null;
  /** Schedules on which Azure starts and stops an instance, `Start 0 8 * * 1-5 UTC`. */
  readonly schedules: readonly string[];
  /** Setup scripts of an instance, `creation Users/ana/setup.sh`. */
  readonly setupScripts: readonly string[];
}

export type CreationEvent =
  /** The name was checked: no compute resource has it. */
  | { readonly is: 'free' }
  | { readonly is: 'sent' }
  | { readonly is: 'accepted'; readonly requestId: string | null }
  | { readonly is: 'state'; readonly compute: ComputeState }
  | { readonly is: 'ready'; readonly compute: ComputeState }
  /** Azure is still working after the deadline. `compute` is the last known state. */
  | { readonly is: 'unfinished'; readonly compute: ComputeState | null }
  | {
      readonly is: 'failed';
      readonly code: FailureCode;
      readonly details: FailureDetails;
      /** The resource left in Azure: null if there is none, `unseen` if Azure couldn't be reached. */
      readonly compute: ComputeState | null | 'unseen';
    };

/** `startNode`: a cluster keeps one node from now on. */
export type ComputeVerb = 'start' | 'stop' | 'restart' | 'delete' | 'detach' | 'startNode';

export interface ComputeTask {
  readonly workspaceId: ResourceId;
  readonly name: string;
  readonly verb: ComputeVerb;
}

/** A job that tests the network from a node of a compute resource. */
export interface NetworkTestJob {
  readonly workspaceId: ResourceId;
  readonly compute: string;
  /** Name of the job; never the name of an existing job. */
  readonly name: string;
  /** The whole ARM body. */
  readonly body: JsonObject;
}

/** Reference to a submitted job that tests the network. */
export interface NamedNetworkTest {
  readonly workspaceId: ResourceId;
  readonly compute: string;
  readonly name: string;
  /** Seconds since the job was submitted. */
  readonly waitedSeconds: number;
}

export type NetworkTestEvent =
  /** The job is waiting for its node. */
  | { readonly is: 'queued'; readonly compute: ComputeState }
  | { readonly is: 'running' }
  | { readonly is: 'ended'; readonly tags: Readonly<Record<string, string>> }
  /**
   * No node came for the job. `compute` is the state of the compute resource at that time. The job stays in the queue
   * if it couldn't be canceled.
   */
  | { readonly is: 'no-node'; readonly compute: ComputeState | null; readonly isCanceled: boolean };

export interface AzureComputeApi {
  list(workspaceId: ResourceId, stop: AbortSignal): Promise<readonly ComputeState[]>;
  /** Reads a compute resource; null if it doesn't exist. */
  get(workspaceId: ResourceId, name: string, stop: AbortSignal): Promise<ComputeState | null>;
  /**
   * Creates a compute resource and follows it until it is usable, failed, or unfinished at the deadline. Rejects with
   * `conflict` if it exists, and never overwrites it. `body` is the whole ARM body. Aborting stops the polling, and
   * Azure continues.
   */
  create(
    target: { readonly workspaceId: ResourceId; readonly name: string; readonly body: object },
    onEvent: (event: CreationEvent) => void,
    stop: AbortSignal,
  ): Promise<void>;
  /** Follows a compute resource that is already being created. Rejects with `notFound` if it doesn't exist. */
  follow(
    target: { readonly workspaceId: ResourceId; readonly name: string },
    onEvent: (event: CreationEvent) => void,
    stop: AbortSignal,
  ): Promise<void>;
  /**
   * Removes a compute resource. It first reads whether the resource is attached. Attached resources are only detached,
   * never deleted.
   */
  delete(workspaceId: ResourceId, name: string, stop: AbortSignal): Promise<void>;
  /**
   * Starts, stops, or restarts an instance, starts a cluster's first node, or deletes or detaches a compute resource.
   * It waits until the operation ends. `delete` detaches an attached resource. `detach` refuses (`conflict`) others.
   * `onAccepted` is called when Azure accepts it. From then on, aborting only stops the waiting.
   */
  operate(task: ComputeTask, onAccepted: () => void, stop: AbortSignal): Promise<void>;
  /** Submits a job that tests the network. Rejects with `conflict` if a job has its name. */
  startNetworkTest(job: NetworkTestJob, stop: AbortSignal): Promise<void>;
  /**
   * Follows such a job until it ends, including a job from an earlier window. Rejects with `notFound` if it doesn't
   * exist. Aborting stops the polling, and the job continues.
   */
  followNetworkTest(
    job: NamedNetworkTest,
    onEvent: (event: NetworkTestEvent) => void,
    stop: AbortSignal,
  ): Promise<void>;
  /** Cancels the job, so that it doesn't incur costs from then on. Rejects if the cancellation isn't confirmed. */
  cancelNetworkTest(job: NamedNetworkTest, stop: AbortSignal): Promise<void>;
}

/** Result of applying a fix: its changed resources in order. The first refusal stops it. */
export interface ChangeOutcome {
  readonly changed: readonly ResourceId[];
  readonly refused: {
    readonly id: ResourceId;
    readonly failure: FailureDetails;
    readonly code: FailureCode;
  } | null;
  /**
   * A created private endpoint that can't carry traffic until its target's owner approves it. Applying stopped there.
   */
  readonly waiting?: ResourceId;
}

/** The changes of a fix, as they were tested. */
export interface ChangesToApply {
  /** The networks on which the changes were tested. Resources that changed since are refused as `changed`. */
  readonly model: NetworkModel;
  readonly changes: readonly ResourceChange[];
  /** Returns the description of a new rule, or the message to the owner who approves an endpoint. */
  readonly describe: (change: ResourceChange) => string;
  /** Resources that an earlier attempt already changed. */
  readonly done: readonly ResourceId[];
}

/** A resource whose change starts, or that was changed. */
export interface ChangeEvent {
  readonly is: 'started' | 'changed';
  readonly id: ResourceId;
}

interface AzureChanger {
  /**
   * Provisions a workspace's managed virtual network, which takes minutes. It waits until the network is ready and
   * returns the current workspace. `onAccepted` is called when Azure accepts it. From then on, aborting only stops the
   * waiting.
   */
  setUpManagedNetwork(
    workspaceId: ResourceId,
    onAccepted: () => void,
    stop: AbortSignal,
  ): Promise<WorkspaceSummary>;
  /** Waits until a managed virtual network that is already being provisioned is ready. */
  followManagedNetwork(workspaceId: ResourceId, stop: AbortSignal): Promise<WorkspaceSummary>;
  /**
   * Applies changes resource by resource, on the condition that each resource is still in the state of the preview
   * (`changed` otherwise). Resources to create mustn't exist yet (`conflict`). Aborting stops it before the next
   * resource. A sent request may still be carried out.
   */
  apply(
    change: ChangesToApply,
    onEvent: (event: ChangeEvent) => void,
    stop: AbortSignal,
  ): Promise<ChangeOutcome>;
}
