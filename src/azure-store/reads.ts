import { AzureFailure } from '../azure/failure';
import type {
  Azure,
  AzureConnection,
  AzureReader,
  ComputeState,
  GovernedPlace,
  IdentitySummary,
  ListedResources,
  LiveServiceTags,
  ServicesPlace,
  SubscriptionSummary,
  VmSize,
  WorkspaceSummary,
} from '../azure/ports';
import { endpointsAround } from '../checks/endpoints-in-reach';
import { nameServerSubscriptions } from '../checks/name-servers';
import type { AttachTarget } from '../core/attach-target';
import type { CoreQuota, Governance, ManagementLock } from '../core/governance';
import { sameModel } from '../core/network/changes';
import { findVirtualNetwork, segmentOf } from '../core/network/find';
import type { Cloud, NetworkModel, ResourceId } from '../core/network/model';
import type { AttachedKind } from '../core/compute-kinds';
import type { WorkspaceServices } from '../core/services/services';
import { liveTagCatalog, type TagCatalog } from '../core/tags/tag-catalog';
import { neededTags } from '../requirements/needed-tags';
import { createRefusals, notingChanges, type Refusals } from './noting-changes';
import { readValue, required, type CachedRead, type Queries, type Read, type ReadKey } from './queries';

/** The reads of the signed-in account. */
export interface Reads {
  readonly connection: CachedRead<AzureConnection>;
  /** Azure, for requests other than lists. Rejects like `connect`. */
  azure(): Promise<Azure>;
  readonly subscriptions: CachedRead<readonly SubscriptionSummary[]>;
  /** Resources by subscription as Resource Graph lists them, without those that it couldn't list. It can lag behind. */
  readonly listing: CachedRead<ReadonlyMap<string, ListedResources>>;
  /**
   * Returns the resources of a subscription for display. Undefined if Resource Graph didn't list them, or if it can lag
   * behind a change or a refresh: the list of Azure Resource Manager is current.
   */
  listed(subscriptionId: string): ListedResources | undefined;
  /** Doesn't return lists of Resource Graph from now on: for a subscription, or for all. */
  refuseListed(subscriptionId?: string): void;
  workspaces(subscriptionId: string): CachedRead<readonly WorkspaceSummary[]>;
  networks(subscriptionId: string): CachedRead<NetworkModel>;
  computes(workspaceId: ResourceId): CachedRead<readonly ComputeState[]>;
  /** Compute resources of a kind that can be attached. */
  targets(subscriptionId: string, kind: AttachedKind): CachedRead<readonly AttachTarget[]>;
  /** A workspace, including the outbound rules of its managed virtual network, which lists don't contain. */
  workspace(id: ResourceId): CachedRead<WorkspaceSummary>;
  locks(subscriptionId: string): CachedRead<readonly ManagementLock[]>;
  governance(place: GovernedPlace): CachedRead<Governance>;
  vmSizes(subscriptionId: string, location: string): CachedRead<readonly VmSize[]>;
  coreQuotas(subscriptionId: string, location: string): CachedRead<readonly CoreQuota[]>;
  identities(subscriptionId: string): CachedRead<readonly IdentitySummary[]>;
  serviceTags(subscriptionId: string, location: string): CachedRead<LiveServiceTags>;
  /** The services of a workspace, read for a network; null if the user can't choose the network. */
  services(workspaceId: ResourceId, networkId: ResourceId | null): CachedRead<WorkspaceServices>;
  /** Reads again all services that were read for a network. */
  renewServices(networkId: ResourceId): Promise<void>;
  /** The live list of service tags if it can be read completely, otherwise the shipped list. */
  tags(subscriptionId: string, location: string): CachedRead<TagCatalog>;
  /** Reads a subnet again, with its security rules and routes, and with its exact addresses. */
  refreshSubnet(subnetId: ResourceId): Promise<NetworkModel>;
  /** Reads a network security group (NSG) again. Network interfaces have their own, separate from the subnet's. */
  refreshSecurityGroup(groupId: ResourceId): Promise<NetworkModel>;
  /** Reads a part of a subscription's networks again. The new model replaces the one that `part` received. */
  renewPart(subscriptionId: string, part: PartRead, stop?: AbortSignal): Promise<NetworkModel>;
}

type PartRead = (reader: AzureReader, model: NetworkModel, stop: AbortSignal) => Promise<NetworkModel>;

export interface ReadsPorts {
  /** Rejects with `AzureFailure` `signedOut` if there isn't a signed-in account. */
  connect(): Promise<AzureConnection>;
  shippedTags(cloud: Cloud): Promise<TagCatalog>;
  now(): Date;
}

export interface ReadsSetup {
  readonly ports: ReadsPorts;
  readonly queries: Queries;
  /** Aborted when another account signs in. Reads for the old account then fail as canceled. */
  readonly stop: AbortSignal;
}

export function createReads(setup: ReadsSetup): Reads {
  const { ports, queries, stop } = setup;
  const read = <T>(key: ReadKey, request: (stop: AbortSignal) => Promise<T>): CachedRead<T> =>
    unlessStopped(setup, queries.create(key, request));
  const refused = createRefusals();
  const connection = read(['connection'], async () => notingChanges(await ports.connect(), refused.add));
  const azure = async (): Promise<Azure> => required(await connection.get()).azure;
  const list: CreateList = (key, request) => read(key, async (signal) => request(await azure(), signal));
  const networks = (id: string) => list(['networks', id], (from, signal) => from.read.networks(id, signal));
  const ofRegion = listsOfRegion(list);

  async function renewPart(id: string, part: PartRead, given?: AbortSignal): Promise<NetworkModel> {
    const signal = given ? AbortSignal.any([given, stop]) : stop;
    const cell = networks(id);
    for (;;) {
      const before = required(await cell.get({ maxAge: anyAge, stop: signal }));
      const after = await part((await azure()).read, before, signal);
      if (signal.aborted) throw new AzureFailure('cancelled');
      // The model changed meanwhile, so apply this part to the new one.
      if (readValue(cell.peek()) !== before) continue;
      const model = sameModel(before, after) ? before : after;
      cell.put(model);
      return model;
    }
  }

  return {
    connection,
    azure,
    networks,
    renewPart,
    refreshSubnet: (id) =>
      renewPart(subscriptionOf(id), (from, model, signal) => from.refreshSubnet(model, id, signal)),
    refreshSecurityGroup: (id) =>
      renewPart(subscriptionOf(id), (from, model, signal) => from.refreshSecurityGroup(model, id, signal)),
    ...listsOfAccount(list, refused),
    workspaces: (id) => list(['workspaces', id], (from, signal) => from.read.workspaces(id, signal)),
    computes: (id) => list(['computes', id], (from, signal) => from.computes.list(id, signal)),
    targets: (id, kind) =>
      list(['targets', id, kind], (from, signal) => from.read.attachTargets(id, kind, signal)),
    workspace: (id) => list(['workspace', id], (from, signal) => from.read.workspace(id, signal)),
    locks: (id) => list(['locks', id], (from, signal) => from.read.locks(id, signal)),
    governance: (place) =>
      list(['governance', ...governedParts(place)], (from, signal) => from.read.governance(place, signal)),
    identities: (id) => list(['identities', id], (from, signal) => from.read.identities(id, signal)),
    ...ofRegion,
    services: (workspaceId, networkId) =>
      list(['services', networkId ?? '', workspaceId], (from, signal) =>
        from.read.services(servicesPlace(networks, { workspaceId, networkId }), signal),
      ),
    renewServices: (networkId) => queries.renew(['services', networkId]),
    tags: (id, location) =>
      read(['tags', id, location], async () => {
        const { cloud } = required(await connection.get());
        const shipped = await ports.shippedTags(cloud);
        const live = readValue(await ofRegion.serviceTags(id, location).get());
        return tagsFrom(live, shipped, location);
      }),
  };
}

type CreateList = <T>(
  key: ReadKey,
  request: (azure: Azure, stop: AbortSignal) => Promise<T>,
) => CachedRead<T>;

function listsOfAccount(
  list: CreateList,
  refused: Refusals,
): Pick<Reads, 'subscriptions' | 'listing' | 'listed' | 'refuseListed'> {
  const subscriptions = list(['subscriptions'], (from, signal) => from.read.subscriptions(signal));
  const listing = list(['listing'], async (from, signal) =>
    from.read.listed(required(await subscriptions.get({ stop: signal })), signal),
  );
  return {
    subscriptions,
    listing,
    listed: (id) => (refused.has(id) ? undefined : readValue(listing.peek())?.get(id.toLowerCase())),
    refuseListed: (id) => refused.add(id),
  };
}

function listsOfRegion(list: CreateList): Pick<Reads, 'vmSizes' | 'coreQuotas' | 'serviceTags'> {
  return {
    vmSizes: (id, location) =>
      list(['vmSizes', id, location], (from, signal) => from.read.vmSizes(id, location, signal)),
    coreQuotas: (id, location) =>
      list(['coreQuotas', id, location], (from, signal) => from.read.coreQuotas(id, location, signal)),
    serviceTags: (id, location) =>
      list(['serviceTags', id, location], (from, signal) => from.read.serviceTags(id, location, signal)),
  };
}

/** Accepts values of any age, but reads failures again. */
const anyAge = Number.MAX_SAFE_INTEGER;

/**
 * Wraps a read so that it returns nothing after the account changed. One account's data must not mix with another's.
 */
function unlessStopped<T>({ ports, stop }: ReadsSetup, cell: CachedRead<T>): CachedRead<T> {
  const nothing = (): Promise<Read<T>> => {
    const readAt = ports.now().toISOString();
    return Promise.resolve({ is: 'problem', failure: new AzureFailure('cancelled'), readAt });
  };
  return {
    peek: () => (stop.aborted ? undefined : cell.peek()),
    get: (options) => (stop.aborted ? nothing() : cell.get(options)),
    renew: (signal) => (stop.aborted ? nothing() : cell.renew(signal)),
    put: (value) => (stop.aborted ? undefined : cell.put(value)),
  };
}

/**
 * Returns the place for which services are read. Endpoints and name servers come from the part of the network that was
 * read.
 */
function servicesPlace(
  networks: (subscriptionId: string) => CachedRead<NetworkModel>,
  { workspaceId, networkId }: Pick<ServicesPlace, 'workspaceId' | 'networkId'>,
): ServicesPlace {
  const model = networkId === null ? undefined : readValue(networks(subscriptionOf(networkId)).peek());
  const network = model && findVirtualNetwork(model, networkId ?? '');
  return {
    workspaceId,
    networkId,
    nameServers: network ? nameServerSubscriptions(network) : [],
    endpoints: model && network ? endpointsAround(model, network) : [],
  };
}

function tagsFrom(live: LiveServiceTags | undefined, shipped: TagCatalog, location: string): TagCatalog {
  const tagQuery = { needed: neededTags(shipped.cloud), location };
  return (live && liveTagCatalog(live, shipped, tagQuery)) ?? shipped;
}

function subscriptionOf(id: ResourceId): string {
  return segmentOf(id, 'subscriptions') ?? '';
}

/** Returns the parts of the cache key of a place. */
function governedParts({ workspaceId, subnet, others = [] }: GovernedPlace): readonly string[] {
  return [workspaceId, subnet?.id ?? '', ...(subnet?.parts ?? []), ...others];
}
