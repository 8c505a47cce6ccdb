import { AzureFailure } from '../azure/failure';
import type {
  Azure,
  AzureConnection,
  AzureReader,
  ComputeState,
  CoreQuota,
  GovernedPlace,
  IdentitySummary,
  LiveServiceTags,
  ResourceCounts,
  ServicesPlace,
  SubscriptionSummary,
  VmSize,
  WorkspaceSummary,
} from '../azure/ports';
import { endpointsAround } from '../checks/endpoints-in-reach';
import { nameServerSubscriptions } from '../checks/name-servers';
import type { AttachTarget } from '../core/attach-target';
import type { Governance, ManagementLock } from '../core/governance';
import { sameModel } from '../core/network/changes';
import { findVirtualNetwork, segmentOf } from '../core/network/find';
import type { Cloud, NetworkModel, ResourceId } from '../core/network/model';
import type { AttachedKind } from '../core/compute-kinds';
import type { WorkspaceServices } from '../core/services/services';
import { liveTagCatalog, type TagCatalog } from '../core/tags/tag-catalog';
import { neededTags } from '../requirements/needed-tags';
import { readValue, required, type CachedRead, type Queries, type Read, type ReadKey } from './queries';

/** What can be read with the account that is signed in. */
export interface Reads {
  readonly connection: CachedRead<AzureConnection>;
  /** Azure, for what isn't a list. Rejects like `connect`. */
  azure(): Promise<Azure>;
  readonly subscriptions: CachedRead<readonly SubscriptionSummary[]>;
  /** How much each subscription has, for lines and to read only lists that have something. */
  readonly counts: CachedRead<ReadonlyMap<string, ResourceCounts>>;
  workspaces(subscriptionId: string): CachedRead<readonly WorkspaceSummary[]>;
  networks(subscriptionId: string): CachedRead<NetworkModel>;
  computes(workspaceId: ResourceId): CachedRead<readonly ComputeState[]>;
  /** Compute resources of a kind that can be attached. */
  targets(subscriptionId: string, kind: AttachedKind): CachedRead<readonly AttachTarget[]>;
  /** One workspace with what only its own read has: the outbound rules of its managed network. */
  workspace(id: ResourceId): CachedRead<WorkspaceSummary>;
  locks(subscriptionId: string): CachedRead<readonly ManagementLock[]>;
  governance(place: GovernedPlace): CachedRead<Governance>;
  vmSizes(subscriptionId: string, location: string): CachedRead<readonly VmSize[]>;
  coreQuotas(subscriptionId: string, location: string): CachedRead<readonly CoreQuota[]>;
  identities(subscriptionId: string): CachedRead<readonly IdentitySummary[]>;
  serviceTags(subscriptionId: string, location: string): CachedRead<LiveServiceTags>;
  /** The services of a workspace, read for a network; null where no network is the user's to choose. */
  services(workspaceId: ResourceId, networkId: ResourceId | null): CachedRead<WorkspaceServices>;
  /** Reads again the services that were read for a network. */
  renewServices(networkId: ResourceId): Promise<void>;
  /** The live list of service tags where it can be read whole, else the shipped list. */
  tags(subscriptionId: string, location: string): CachedRead<TagCatalog>;
  /** Reads a subnet again with what decides there, its addresses exact. */
  refreshSubnet(subnetId: ResourceId): Promise<NetworkModel>;
  /** Reads an NSG again: a network interface has its own, apart from the subnet's. */
  refreshSecurityGroup(groupId: ResourceId): Promise<NetworkModel>;
  /** Reads a part of a subscription's networks again. The new model replaces the one that it was read for. */
  renewPart(subscriptionId: string, part: PartRead, stop?: AbortSignal): Promise<NetworkModel>;
}

type PartRead = (reader: AzureReader, model: NetworkModel, stop: AbortSignal) => Promise<NetworkModel>;

export interface ReadsPorts {
  /** Rejects with `AzureFailure` `signedOut` where nobody is signed in. */
  connect(): Promise<AzureConnection>;
  shippedTags(cloud: Cloud): Promise<TagCatalog>;
  now(): Date;
}

export interface ReadsSetup {
  readonly ports: ReadsPorts;
  readonly queries: Queries;
  /** Aborted when another account is signed in. Whoever still reads for the old one gets no answer. */
  readonly stop: AbortSignal;
}

export function createReads(setup: ReadsSetup): Reads {
  const { ports, queries, stop } = setup;
  const read = <T>(key: ReadKey, request: (stop: AbortSignal) => Promise<T>): CachedRead<T> =>
    unlessStopped(setup, queries.create(key, request));
  const connection = read(['connection'], () => ports.connect());
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
      // Another part or the whole list came meanwhile: this part belongs into that.
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
    ...listsOfAccount(list),
    workspaces: (id) => list(['workspaces', id], (from, signal) => from.read.workspaces(id, signal)),
    computes: (id) => list(['computes', id], (from, signal) => from.computes.list(id, signal)),
    targets: (id, kind) =>
      list(['targets', id, kind], (from, signal) => from.read.attachTargets(id, kind, signal)),
    workspace: (id) => list(['workspace', id], (from, signal) => from.read.workspace(id, signal)),
    locks: (id) => list(['locks', id], (from, signal) => from.read.locks(id, signal)),
    governance: (place) =>
      list(
        ['governance', place.workspaceId, place.subnet?.id ?? '', ...(place.subnet?.parts ?? [])],
        (from, signal) => from.read.governance(place, signal),
      ),
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

function listsOfAccount(list: CreateList): Pick<Reads, 'subscriptions' | 'counts'> {
  const subscriptions = list(['subscriptions'], (from, signal) => from.read.subscriptions(signal));
  const counts = list(['counts'], async (from, signal) =>
    from.read.counts(required(await subscriptions.get({ stop: signal })), signal),
  );
  return { subscriptions, counts };
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

/** A failure is read again, and a value isn't. */
const anyAge = Number.MAX_SAFE_INTEGER;

/** What was read for an account isn't another's to read, and not to be shown with what that one has. */
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

/** Endpoints and name servers are those of the network as far as it was read. */
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
  const wanted = { needed: neededTags(shipped.cloud), location };
  return (live && liveTagCatalog(live, shipped, wanted)) ?? shipped;
}

function subscriptionOf(id: ResourceId): string {
  return segmentOf(id, 'subscriptions') ?? '';
}
