import { normalLocation } from '../../core/azure-facts/region-codes';
import { known, unknown, type Known } from '../../core/known';
import { sameId } from '../../core/network/find';
import type { PrivateEndpoint, ResourceId } from '../../core/network/model';
import { reason } from '../../core/reason';
import type {
  BuildCompute,
  ContainerRegistry,
  DataService,
  DatastoreAccount,
  Monitoring,
  Perimeter,
  StorageAccount,
  WorkspaceServices,
} from '../../core/services/services';
import type { Clients } from '../clients';
import type { Asker } from '../governance/asker';
import { textAt, type JsonObject } from '../json';
import { knownPart } from '../known-part';
import { computeUrl } from '../learning/compute-url';
import { workspaceApiVersion } from '../learning/read-workspaces';
import { toCompute } from '../learning/to-compute';
import type { ServicesPlace } from '../ports';
import { rawList } from '../raw-list';
import { sendRaw, urlOf } from '../raw-request';
import { toFailure } from '../to-failure';
import { keyVaultApiVersion, registryApiVersion, storageApiVersion } from './api-versions';
import { readMonitoring } from './read-monitoring';
import {
  perimeterOf,
  readPerimeters,
  readStoragePerimeter,
  subscriptionOf,
  type ListedPerimeter,
} from './read-perimeter';
import { readZones } from './read-zones';
import { accountsOfDatastores, type NamedAccount } from './to-datastores';
import { replicaRegions, toKeyVault, toRegistry, toStorageAccount } from './to-data-service';
import { serviceIdsOf, workspaceParts, type ServiceIds } from './to-workspace-parts';

/** Private endpoints whose zone groups are asked for, at most. */
const most = 20;

/** All in parallel once the workspace said which they are; what may not be read is unknown, not an error. */
export function readServices(
  clients: Clients,
  place: ServicesPlace,
  stop: AbortSignal,
): Promise<WorkspaceServices> {
  return clients.within('list', stop, async (signal) => {
    const { workspaceId } = place;
    const reading: Reading = { clients, signal, workspaceId };
    const workspace = await body(reading, workspaceId, workspaceApiVersion);
    const ids = serviceIdsOf(workspace);
    const perimeters = sharedPerimeters(reading);
    const [storage, datastores, keyVault, registry, monitoring, buildCompute, zones] = await Promise.all([
      readStorage(reading, ids.storage),
      readDatastores(reading, ids.storage),
      readKeyVault(reading, ids.keyVault, perimeters),
      readRegistry(reading, ids.registry, { perimeters, region: regionIn(workspace) }),
      readInsights(reading, ids.monitoring),
      readBuilder(reading, ids.buildCompute),
      readZones(clients, zonesAsked(place, ids), signal),
    ]);
    const services = { storage, datastores, keyVault, registry, monitoring, buildCompute, zones };
    return { workspaceId, ...workspaceParts(workspace), ...services };
  });
}

interface Reading {
  readonly clients: Clients;
  readonly signal: AbortSignal;
  readonly workspaceId: ResourceId;
}

function askerOf({ clients, signal }: Reading, id: ResourceId): Asker {
  return { sender: clients.rawNetwork(subscriptionOf(id)), endpoint: clients.endpoint, signal };
}

async function body(reading: Reading, id: ResourceId, version: string): Promise<JsonObject> {
  const { sender, endpoint, signal } = askerOf(reading, id);
  return (await sendRaw(sender, { url: urlOf(endpoint, id, version), signal })).body;
}

/** A service that the workspace has; null where it has none. */
async function part<T>(
  id: ResourceId | null,
  read: (id: ResourceId) => Promise<T>,
): Promise<Known<T | null>> {
  return id === null ? known(null) : knownPart(id, () => read(id));
}

function readStorage(reading: Reading, id: ResourceId | null): Promise<Known<StorageAccount | null>> {
  return part(id, async (account) => {
    const [read, perimeter] = await Promise.all([
      body(reading, account, storageApiVersion),
      knownPart(account, () => readStoragePerimeter(askerOf(reading, account), account)),
    ]);
    return toStorageAccount(read, perimeter);
  });
}

/** Datastores whose accounts are read, at most. */
const mostDatastores = 10;

function readDatastores(
  reading: Reading,
  storage: ResourceId | null,
): Promise<Known<readonly DatastoreAccount[]>> {
  const { clients, signal, workspaceId } = reading;
  const list = `${workspaceId}/datastores`;
  return knownPart(list, async () => {
    const url = urlOf(clients.endpoint, list, workspaceApiVersion);
    const all = await rawList(clients.rawNetwork(subscriptionOf(workspaceId)), url, signal);
    const accounts = accountsOfDatastores(all, storage);
    return Promise.all(accounts.map((one, at) => locate(reading, at < mostDatastores ? one : noId(one))));
  });
}

function noId({ name }: NamedAccount): NamedAccount {
  return { name, id: undefined };
}

async function locate(reading: Reading, { name, id }: NamedAccount): Promise<DatastoreAccount> {
  if (id === undefined) return { name, location: unknown(reason('unknown.notRead', { name })) };
  const location = await knownPart(id, async () =>
    normalLocation(textAt(await body(reading, id, storageApiVersion), 'location') ?? ''),
  );
  return { name, location };
}

type Perimeters = (serviceId: ResourceId) => Promise<Known<Perimeter | null>>;

/** Perimeters of each subscription, listed once for all services in it. */
function sharedPerimeters(reading: Reading): Perimeters {
  const listed = new Map<string, Promise<readonly ListedPerimeter[]>>();
  return (id) =>
    knownPart(id, async () => {
      const subscription = subscriptionOf(id);
      const asker = askerOf(reading, id);
      const list = listed.get(subscription) ?? readPerimeters(asker, subscription);
      listed.set(subscription, list);
      return perimeterOf(asker, await list, id);
    });
}

function readKeyVault(
  reading: Reading,
  id: ResourceId | null,
  perimeters: Perimeters,
): Promise<Known<DataService | null>> {
  return part(id, async (vault) => {
    const [read, perimeter] = await Promise.all([
      body(reading, vault, keyVaultApiVersion),
      perimeters(vault),
    ]);
    return toKeyVault(read, perimeter);
  });
}

function readRegistry(
  reading: Reading,
  id: ResourceId | null,
  { perimeters, region }: { readonly perimeters: Perimeters; readonly region: string },
): Promise<Known<ContainerRegistry | null>> {
  return part(id, async (registry) => {
    const [read, perimeter] = await Promise.all([
      body(reading, registry, registryApiVersion),
      perimeters(registry),
    ]);
    const isElsewhere = regionIn(read) !== region;
    return toRegistry(read, perimeter, isElsewhere ? await readReplicas(reading, registry) : undefined);
  });
}

/** Asked only where the registry is in another region than its workspace: a replica may be nearer. */
function readReplicas(reading: Reading, registry: ResourceId): Promise<Known<readonly string[]>> {
  const { sender, endpoint, signal } = askerOf(reading, registry);
  const list = `${registry}/replications`;
  return knownPart(list, async () =>
    replicaRegions(await rawList(sender, urlOf(endpoint, list, registryApiVersion), signal)),
  );
}

function regionIn(resource: JsonObject): string {
  return normalLocation(textAt(resource, 'location') ?? '');
}

function readInsights(reading: Reading, id: ResourceId | null): Promise<Known<Monitoring | null>> {
  return part(id, (component) => readMonitoring(askerOf(reading, component), component));
}

/** What has the name and is none, or is gone, builds nothing. */
async function readBuilder(reading: Reading, name: string | null): Promise<Known<BuildCompute | null>> {
  if (name === null) return known(null);
  const { clients, signal, workspaceId } = reading;
  const { sender } = askerOf(reading, workspaceId);
  return knownPart(`${workspaceId}/computes/${name}`, async () => {
    try {
      const url = computeUrl(clients.endpoint, workspaceId, name);
      const { kind, subnetId, vmSize } = toCompute((await sendRaw(sender, { url, signal })).body);
      return { name, isThere: true, isCluster: kind === 'cluster', subnetId, vmSize };
    } catch (error) {
      if (toFailure(error).code !== 'notFound') throw error;
      return { name, isThere: false, isCluster: false, subnetId: null, vmSize: null };
    }
  });
}

function zonesAsked(place: ServicesPlace, ids: ServiceIds) {
  const { workspaceId, networkId, nameServers, endpoints } = place;
  const own = [workspaceId, ids.storage, ids.keyVault, ids.registry];
  const stands = ({ targetId }: PrivateEndpoint): boolean =>
    own.some((id) => id !== null && sameId(id, targetId));
  const subscriptions = [workspaceId, ...(networkId === null ? [] : [networkId])].map(subscriptionOf);
  return {
    subscriptions: [...new Set([...subscriptions, ...nameServers])],
    endpointIds: endpoints
      .filter(stands)
      .slice(0, most)
      .map((one) => one.id),
  };
}
