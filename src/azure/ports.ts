import type { JsonObject } from './json';
import type { AttachTarget } from '../core/attach-target';
import type { WorkspaceDiagnosis, WorkspaceHost } from '../core/diagnosis';
import type { SubnetEvidence } from '../core/evidence';
import type { Governance, ManagementLock } from '../core/governance';
import type { Cloud, NetworkModel, PrivateEndpoint, ResourceId } from '../core/network/model';
import type { AttachedKind, PlanKind, ComputeKind } from '../core/compute-kinds';
import type { WorkspaceFacts } from '../core/plan';
import type { ResourceChange } from '../core/resource-change';
import type { NamedServices, ServiceIds, WorkspaceServices } from '../core/services/services';
import type { AzureFailure, FailureCode, FailureDetails } from './failure';

/** What the product asks of Azure. Every call can be aborted, has a deadline, and rejects with `AzureFailure`. */
export interface Azure {
  readonly read: AzureReader;
  readonly change: AzureChanger;
  readonly computes: AzureComputeApi;
}

/** A way to Azure: the sample, or a subscription somebody signed in to. */
export interface AzureConnection {
  readonly azure: Azure;
  readonly cloud: Cloud;
  readonly sample: boolean;
  /** Who is signed in; null for the sample. */
  readonly account: string | null;
  /** A name or account for default compute names; null where none is known. */
  readonly userName: string | null;
  /** The portal's address, where it is not the cloud's own. */
  readonly portal?: string;
}

export interface SubscriptionSummary {
  readonly id: string;
  readonly name: string;
  readonly tenantId: string;
}

/** What an account can read in a subscription: none where there is none, or where it can't be read. */
export interface ResourceCounts {
  readonly workspaces: number;
  readonly networks: number;
}

/** A hub is shared by its projects; a feature store runs its work on serverless Spark. */
export type WorkspaceKind = 'workspace' | 'hub' | 'project' | 'feature-store';

/** An organization that the account is in. */
export interface TenantSummary {
  readonly id: string;
  readonly name: string;
  /** Why its subscriptions could not be read; null where they were. */
  readonly refused: AzureFailure | null;
}

export interface WorkspaceSummary extends WorkspaceFacts {
  readonly subscriptionId: string;
  readonly resourceGroup: string;
  readonly kind: WorkspaceKind;
  /** Of a project: the hub that it belongs to, whose network its work runs in. */
  readonly hubId: ResourceId | null;
  /** Its own GUID, which its names hold; absent where it wasn't read. */
  readonly guid?: string;
  /** Private endpoints that stand for the workspace, approved ones only. */
  readonly endpointIds: readonly ResourceId[];
  /** SKU of a managed network's Azure Firewall; absent where none is set, which is Standard. */
  readonly firewallSku?: string;
  /** Outbound rules of a managed network; empty where there is none. */
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
  /** Of an hour of Linux, before any discount; null where Azure gives none. */
  readonly price: HourlyPrice | null;
}

export interface HourlyPrice {
  /** ISO 4217. */
  readonly currency: string;
  readonly dedicated: number | null;
  readonly lowPriority: number | null;
}

/** Cores of a family: how many are used and how many the subscription may use. */
export interface CoreQuota {
  readonly family: string;
  readonly used: number;
  readonly limit: number;
}

/** A user-assigned identity. */
export interface IdentitySummary {
  readonly id: ResourceId;
  readonly name: string;
  readonly resourceGroup: string;
  /** ARM location, lower case. */
  readonly location: string;
}

export interface ResourceGroupSummary {
  readonly name: string;
  /** ARM location, lower case. */
  readonly location: string;
}

/** Prefixes per tag as `serviceTags.list` returns them. */
export interface LiveServiceTags {
  readonly changeNumber: string;
  /** ISO time of the answer. */
  readonly readAt: string;
  readonly tags: Readonly<Record<string, readonly string[]>>;
}

/** Where a compute would go, for what rules over it. */
export interface GovernedPlace {
  readonly workspaceId: ResourceId;
  /** Null in a managed network. */
  readonly subnet: GovernedSubnet | null;
}

interface GovernedSubnet {
  readonly id: ResourceId;
  readonly location: string;
  /** Its NSG and route table, where it has them: what the user may change there is known before a fix. */
  readonly parts?: readonly ResourceId[];
}

/** Whose services are read, and for which network names are answered. */
export interface ServicesPlace {
  readonly workspaceId: ResourceId;
  /** Null where no network is ours to choose. */
  readonly networkId: ResourceId | null;
  /** Subscriptions in which the network's name servers stand, where that is another network. */
  readonly nameServers: readonly string[];
  /** Private endpoints in reach of the network: their zone groups lead to zones wherever these are. */
  readonly endpoints: readonly PrivateEndpoint[];
}

/** Services that are read by their own IDs. */
export interface NamedServicesPlace {
  /** As Azure spells them; null where one isn't read. */
  readonly ids: ServiceIds;
  /** Whose private DNS zones are listed. */
  readonly subscriptions: readonly string[];
  /** Private endpoints in reach of the network: their zone groups lead to zones wherever these are. */
  readonly endpoints: readonly PrivateEndpoint[];
}

/** A subnet of which Azure is asked what it computed and saw. */
export interface EvidencePlace {
  readonly networkId: ResourceId;
  readonly subnetId: ResourceId;
  /** ARM location of the network, lower case. */
  readonly location: string;
  readonly prefixes: readonly string[];
  /** Its NSG; null where it has none, or that isn't known. */
  readonly groupId: ResourceId | null;
}

export interface AzureReader {
  /** Of every organization that the account is in; those that refuse are said by `tenants`. */
  subscriptions(stop: AbortSignal): Promise<readonly SubscriptionSummary[]>;
  /** The organizations as they were when subscriptions were last read; empty where only one was asked. */
  tenants(stop: AbortSignal): Promise<readonly TenantSummary[]>;
  /** How much the account can read in each subscription, by ID in lower case; without those of which that isn't known. */
  counts(
    subscriptions: readonly SubscriptionSummary[],
    stop: AbortSignal,
  ): Promise<ReadonlyMap<string, ResourceCounts>>;
  workspaces(subscriptionId: string, stop: AbortSignal): Promise<readonly WorkspaceSummary[]>;
  /** One workspace with what only its own read brings: outbound rules of its managed network. */
  workspace(id: ResourceId, stop: AbortSignal): Promise<WorkspaceSummary>;
  /** Every network of a subscription, by list pages in parallel; unreadable parts are unknown, not an error. */
  networks(subscriptionId: string, stop: AbortSignal): Promise<NetworkModel>;
  /** `model` with the one subnet, its network, group, table and gateway read again, addresses in use exact. */
  refreshSubnet(model: NetworkModel, subnetId: ResourceId, stop: AbortSignal): Promise<NetworkModel>;
  /** `model` with one NSG read again: a network interface has its own, apart from the subnet's. */
  refreshSecurityGroup(model: NetworkModel, groupId: ResourceId, stop: AbortSignal): Promise<NetworkModel>;
  /** The networks with the one private endpoint as it is now, or without it where it is gone. */
  refreshEndpoint(model: NetworkModel, endpointId: ResourceId, stop: AbortSignal): Promise<NetworkModel>;
  serviceTags(subscriptionId: string, location: string, stop: AbortSignal): Promise<LiveServiceTags>;
  vmSizes(subscriptionId: string, location: string, stop: AbortSignal): Promise<readonly VmSize[]>;
  /** User-assigned identities of a subscription, as far as they may be read. */
  identities(subscriptionId: string, stop: AbortSignal): Promise<readonly IdentitySummary[]>;
  resourceGroups(subscriptionId: string, stop: AbortSignal): Promise<readonly ResourceGroupSummary[]>;
  /** What could be attached, by list pages in parallel; unreadable parts are unknown, not an error. */
  attachTargets(
    subscriptionId: string,
    kind: AttachedKind,
    stop: AbortSignal,
  ): Promise<readonly AttachTarget[]>;
  coreQuotas(subscriptionId: string, location: string, stop: AbortSignal): Promise<readonly CoreQuota[]>;
  /** Roles, locks, policies and quotas where a compute would go; what may not be read is unknown, not an error. */
  governance(place: GovernedPlace, stop: AbortSignal): Promise<Governance>;
  /** What a workspace keeps its data in, and private DNS zones; what may not be read is unknown, not an error. */
  services(place: ServicesPlace, stop: AbortSignal): Promise<WorkspaceServices>;
  /** IDs of all resources of a subscription that can be a service of a workspace. */
  serviceIds(subscriptionId: string, stop: AbortSignal): Promise<readonly ResourceId[]>;
  /** The same as `services` of a workspace that Azure doesn't have yet. */
  namedServices(place: NamedServicesPlace, stop: AbortSignal): Promise<NamedServices>;
  /** Azure's own diagnosis of a workspace, which takes it up to minutes, and the hosts that the workspace calls. */
  diagnosis(workspaceId: ResourceId, stop: AbortSignal): Promise<WorkspaceDiagnosis>;
  /** The hosts that a workspace calls, by Azure's own list. */
  hosts(workspaceId: ResourceId, stop: AbortSignal): Promise<readonly WorkspaceHost[]>;
  /** What Azure computed for a network interface in a subnet, and what its flow logs saw dropped. */
  evidence(place: EvidencePlace, stop: AbortSignal): Promise<SubnetEvidence>;
  /** Every lock of a subscription, on whatever in it. */
  locks(subscriptionId: string, stop: AbortSignal): Promise<readonly ManagementLock[]>;
}

/** A compute as Azure holds it; null where Azure does not say. */
export interface ComputeState {
  readonly id: ResourceId;
  readonly name: string;
  readonly workspaceId: ResourceId;
  readonly kind: PlanKind | 'other';
  readonly location: string;
  readonly provisioningState: string;
  readonly subnetId: ResourceId | null;
  /** Of an attached compute: what is attached. */
  readonly targetId: ResourceId | null;
  /** Of what is attached by SSH: the port that the service calls. */
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
  /** Of an instance: `Creating`, `Running`, `SetupFailed`, …; of a cluster its allocation state. */
  readonly state: string | null;
  readonly publicAddress: string | null;
  readonly errors: readonly {
    readonly code: string;
    readonly message: string;
    /** Codes of what it wraps, where it wraps something. */
    readonly inner?: readonly string[];
  }[];
  /** The public port of SSH is open. */
  readonly publicSsh: boolean | null;
  readonly identity: { readonly system: boolean; readonly userIds: readonly ResourceId[] };
  readonly tags: Readonly<Record<string, string>>;
  /** Of an instance that was made for somebody else: the object id of that person. */
  readonly assignedTo: string | null;
  /** Of an instance: minutes without work after which Azure stops it; null is never. */
  readonly idleShutdownMinutes: number | null;
  /** Of an instance: when Azure starts and stops it, `Start 0 8 * * 1-5 UTC`. */
  readonly schedules: readonly string[];
  /** Of an instance: scripts that Azure runs on it, `creation Users/ana/setup.sh`. */
  readonly setupScripts: readonly string[];
}

export type CreationEvent =
  /** Looked up: no compute has the name. */
  | { readonly is: 'free' }
  | { readonly is: 'sent' }
  | { readonly is: 'accepted'; readonly requestId: string | null }
  | { readonly is: 'state'; readonly compute: ComputeState }
  | { readonly is: 'ready'; readonly compute: ComputeState }
  /** Azure goes on longer than it is waited for; the compute as it was last seen. */
  | { readonly is: 'unfinished'; readonly compute: ComputeState | null }
  | {
      readonly is: 'failed';
      readonly code: FailureCode;
      readonly details: FailureDetails;
      /** What is left in Azure; null where nothing is, `unseen` where Azure could not be asked. */
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
  /** Of the job; never one that exists. */
  readonly name: string;
  /** The whole ARM body. */
  readonly body: JsonObject;
}

/** A job that tests the network, by which it's found again. */
export interface NamedNetworkTest {
  readonly workspaceId: ResourceId;
  readonly compute: string;
  readonly name: string;
  /** Seconds since it was sent. */
  readonly waitedSeconds: number;
}

export type NetworkTestEvent =
  /** It waits for its node. */
  | { readonly is: 'queued'; readonly compute: ComputeState }
  | { readonly is: 'running' }
  | { readonly is: 'ended'; readonly tags: Readonly<Record<string, string>> }
  /** No node came for it; the compute resource as it then is. The job waits on where it couldn't be canceled. */
  | { readonly is: 'no-node'; readonly compute: ComputeState | null; readonly isCanceled: boolean };

export interface AzureComputeApi {
  list(workspaceId: ResourceId, stop: AbortSignal): Promise<readonly ComputeState[]>;
  /** Null where no compute has that name. */
  get(workspaceId: ResourceId, name: string, stop: AbortSignal): Promise<ComputeState | null>;
  /**
   * Creates a compute that does not exist yet (`conflict` where it does: never overwritten) and follows it until
   * it is usable, failed, or unfinished at the deadline. `body` is the whole ARM body. Aborting stops the watching;
   * Azure goes on.
   */
  create(
    target: { readonly workspaceId: ResourceId; readonly name: string; readonly body: object },
    onEvent: (event: CreationEvent) => void,
    stop: AbortSignal,
  ): Promise<void>;
  /** Follows a compute that is being created already; rejects with `notFound` where there is none. */
  follow(
    target: { readonly workspaceId: ResourceId; readonly name: string },
    onEvent: (event: CreationEvent) => void,
    stop: AbortSignal,
  ): Promise<void>;
  /** Takes a compute away; what is attached is looked up first and only ever detached, never deleted with it. */
  delete(workspaceId: ResourceId, name: string, stop: AbortSignal): Promise<void>;
  /**
   * Starts, stops or restarts an instance, starts a cluster's first node, deletes or detaches a compute, and waits for
   * the end of it. `delete`
   * detaches what is attached; `detach` refuses (`conflict`) what is not. `onAccepted` is told once Azure took it:
   * from then on aborting stops the waiting only.
   */
  operate(task: ComputeTask, onAccepted: () => void, stop: AbortSignal): Promise<void>;
  /** Sends a job that tests the network; rejects with `conflict` where a job has its name. */
  startNetworkTest(job: NetworkTestJob, stop: AbortSignal): Promise<void>;
  /**
   * Follows such a job to its end, also one of a window before; rejects with `notFound` where there is none. Aborting
   * stops the watching; the job continues.
   */
  followNetworkTest(
    job: NamedNetworkTest,
    onEvent: (event: NetworkTestEvent) => void,
    stop: AbortSignal,
  ): Promise<void>;
  /** Cancels it, so that it bills nothing from then on; rejects where that isn't known. */
  cancelNetworkTest(job: NamedNetworkTest, stop: AbortSignal): Promise<void>;
}

/** What became of each resource that a fix changes, in order; the first refusal ends it. */
export interface ChangeOutcome {
  readonly changed: readonly ResourceId[];
  readonly refused: {
    readonly id: ResourceId;
    readonly failure: FailureDetails;
    readonly code: FailureCode;
  } | null;
  /** A private endpoint that was made, and carries nothing before its target's owner approves it: that ended it. */
  readonly waiting?: ResourceId;
}

/** What a fix changes, as it was proven. */
export interface ChangesToApply {
  /** The networks that it was proven on: what changed since is refused as `changed`. */
  readonly model: NetworkModel;
  readonly changes: readonly ResourceChange[];
  /** The description that a new rule carries, and what an owner reads who is asked to approve an endpoint. */
  readonly describe: (change: ResourceChange) => string;
  /** Resources that an earlier attempt changed already. */
  readonly done: readonly ResourceId[];
}

/** A resource whose turn has come, or that is changed. */
export interface ChangeEvent {
  readonly is: 'begun' | 'changed';
  readonly id: ResourceId;
}

interface AzureChanger {
  /**
   * Has a workspace's managed network set up, which takes minutes, waits until it stands, and gives the workspace as
   * it then is. `onAccepted` is told once Azure took it: from then on aborting stops the waiting only.
   */
  setUpManagedNetwork(
    workspaceId: ResourceId,
    onAccepted: () => void,
    stop: AbortSignal,
  ): Promise<WorkspaceSummary>;
  /** Waits until a managed network stands that is being set up already. */
  followManagedNetwork(workspaceId: ResourceId, stop: AbortSignal): Promise<WorkspaceSummary>;
  /**
   * Applies changes resource by resource, each conditional on being what the preview saw (`changed` otherwise). What
   * the changes create must not exist yet (`conflict`). Aborting ends it before the next resource; what was sent may
   * still happen.
   */
  apply(
    change: ChangesToApply,
    onEvent: (event: ChangeEvent) => void,
    stop: AbortSignal,
  ): Promise<ChangeOutcome>;
}
