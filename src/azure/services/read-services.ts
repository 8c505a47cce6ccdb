import { traitsOf } from '../../core/compute-kinds';
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
  NamedServices,
  Perimeter,
  ServiceIds,
  StorageAccount,
  WorkspaceServices,
} from '../../core/services/services';
import type { Clients } from '../clients';
import { armClientFor, type ArmClient } from '../arm-client';
import { textAt, type JsonObject } from '../json';
import { knownPart } from '../known-part';
import { computeUrl } from '../learning/compute-url';
import { workspaceApiVersion } from '../learning/read-workspaces';
import { toCompute } from '../learning/to-compute';
import type { NamedServicesPlace, ServicesPlace } from '../ports';
import { rawList } from '../raw-list';
import { sendRaw, urlOf } from '../raw-request';
import { toFailure } from '../to-failure';
import {
  keyVaultApiVersion,
  registryApiVersion,
  storageApiVersion,
  componentApiVersion,
  linkScopeApiVersion,
} from './api-versions';
import {
  servicePerimeter,
  readPerimeters,
  readStoragePerimeter,
  subscriptionOfService,
  type ListedPerimeter,
} from './read-perimeter';
import { readZones, type ZoneQuery } from './read-zones';
import { accountsOfDatastores, type NamedAccount } from './to-datastores';
import { replicaRegions, toKeyVault, toRegistry, toStorageAccount } from './to-data-service';
import { serviceIdsOf, workspaceParts } from './to-workspace-parts';
import { scopeIdsOf, toMonitoring, toScope } from './to-monitoring';

/** Maximum number of private endpoints whose zone groups are read. */
const most = 20;

/** Reads the services in parallel, after the workspace named them. Unreadable parts are unknown, not an error. */
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
    const [services, datastores, buildCompute] = await Promise.all([
      readByIds(reading, ids, { zones: zoneQueryOf(place, ids), region: regionIn(workspace) }),
      readDatastores(reading, ids.storage),
      readBuilder(reading, ids.buildCompute),
    ]);
    return { workspaceId, ...workspaceParts(workspace), ...services, datastores, buildCompute };
  });
}

/** Reads the same for services of a planned workspace that doesn't exist in Azure yet. */
export function readNamedServices(
  clients: Clients,
  { ids, subscriptions, endpoints }: NamedServicesPlace,
  stop: AbortSignal,
): Promise<NamedServices> {
  return clients.within('list', stop, (signal) =>
    readByIds({ clients, signal }, ids, {
      zones: { subscriptions, endpointIds: endpointsOf(ids, endpoints) },
      region: null,
    }),
  );
}

interface ZonesAndRegion {
  readonly zones: ZoneQuery;
  /** Region of the workspace; null if unknown. */
  readonly region: string | null;
}

async function readByIds(
  reading: ReadAccess,
  ids: ServiceIds,
  { zones: zoneQuery, region }: ZonesAndRegion,
): Promise<NamedServices> {
  const perimeters = sharedPerimeters(reading);
  const [storage, keyVault, registry, monitoring, zones] = await Promise.all([
    readStorage(reading, ids.storage),
    readKeyVault(reading, ids.keyVault, perimeters),
    readRegistry(reading, ids.registry, { perimeters, region }),
    readInsights(reading, ids.monitoring),
    readZones(reading.clients, zoneQuery, reading.signal),
  ]);
  return { storage, keyVault, registry, monitoring, zones };
}

interface ReadAccess {
  readonly clients: Clients;
  readonly signal: AbortSignal;
}

interface Reading extends ReadAccess {
  readonly workspaceId: ResourceId;
}

function armClientOf({ clients, signal }: ReadAccess, id: ResourceId): ArmClient {
  return armClientFor(clients, subscriptionOfService(id), signal);
}

async function body(reading: ReadAccess, id: ResourceId, version: string): Promise<JsonObject> {
  const { sender, endpoint, signal } = armClientOf(reading, id);
  return (await sendRaw(sender, { url: urlOf(endpoint, id, version), signal })).body;
}

/** Reads a service of the workspace; null if it doesn't have one. */
async function part<T>(
  id: ResourceId | null,
  read: (id: ResourceId) => Promise<T>,
): Promise<Known<T | null>> {
  return id === null ? known(null) : knownPart(id, () => read(id));
}

function readStorage(reading: ReadAccess, id: ResourceId | null): Promise<Known<StorageAccount | null>> {
  return part(id, async (account) => {
    const [read, perimeter] = await Promise.all([
      body(reading, account, storageApiVersion),
      knownPart(account, () => readStoragePerimeter(armClientOf(reading, account), account)),
    ]);
    return toStorageAccount(read, perimeter);
  });
}

/** Maximum number of datastores whose accounts are read. */
const mostDatastores = 10;

function readDatastores(
  reading: Reading,
  storage: ResourceId | null,
): Promise<Known<readonly DatastoreAccount[]>> {
  const { clients, signal, workspaceId } = reading;
  const list = `${workspaceId}/datastores`;
  return knownPart(list, async () => {
    const url = urlOf(clients.endpoint, list, workspaceApiVersion);
    const all = await rawList(clients.rawNetwork(subscriptionOfService(workspaceId)), url, signal);
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

/** Lists the perimeters of each subscription once for all services in it. */
function sharedPerimeters(reading: ReadAccess): Perimeters {
  const listed = new Map<string, Promise<readonly ListedPerimeter[]>>();
  return (id) =>
    knownPart(id, async () => {
      const subscription = subscriptionOfService(id);
      const arm = armClientOf(reading, id);
      const list = listed.get(subscription) ?? readPerimeters(arm, subscription);
      listed.set(subscription, list);
      return servicePerimeter(arm, await list, id);
    });
}

function readKeyVault(
  reading: ReadAccess,
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
  reading: ReadAccess,
  id: ResourceId | null,
  { perimeters, region }: { readonly perimeters: Perimeters; readonly region: string | null },
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

/** Reads the replicas only if the registry is in another region than its workspace: a replica may be nearer. */
function readReplicas(reading: ReadAccess, registry: ResourceId): Promise<Known<readonly string[]>> {
  const { sender, endpoint, signal } = armClientOf(reading, registry);
  const list = `${registry}/replications`;
  return knownPart(list, async () =>
    replicaRegions(await rawList(sender, urlOf(endpoint, list, registryApiVersion), signal)),
  );
}

function regionIn(resource: JsonObject): string {
  return normalLocation(textAt(resource, 'location') ?? '');
}

function readInsights(reading: ReadAccess, id: ResourceId | null): Promise<Known<Monitoring | null>> {
  return part(id, (component) => readMonitoring(armClientOf(reading, component), component));
}

/**
 * Reads the compute resource that builds images. A resource of that name that isn't a suitable cluster, or doesn't
 * exist, can't build images.
 */
async function readBuilder(reading: Reading, name: string | null): Promise<Known<BuildCompute | null>> {
  if (name === null) return known(null);
  const { clients, signal, workspaceId } = reading;
  const { sender } = armClientOf(reading, workspaceId);
  return knownPart(`${workspaceId}/computes/${name}`, async () => {
    try {
      const url = computeUrl(clients.endpoint, workspaceId, name);
      const { kind, subnetId, vmSize } = toCompute((await sendRaw(sender, { url, signal })).body);
      return { name, isThere: true, isCluster: traitsOf(kind).buildsImages, subnetId, vmSize };
    } catch (error) {
      if (toFailure(error).code !== 'notFound') throw error;
      return { name, isThere: false, isCluster: false, subnetId: null, vmSize: null };
    }
  });
}

function zoneQueryOf(place: ServicesPlace, ids: ServiceIds): ZoneQuery {
  const { workspaceId, networkId, nameServers, endpoints } = place;
  const subscriptions = [workspaceId, ...(networkId === null ? [] : [networkId])].map(subscriptionOfService);
  return {
    subscriptions: [...new Set([...subscriptions, ...nameServers])],
    endpointIds: endpointsOf(ids, endpoints, workspaceId),
  };
}

/** Returns the private endpoints for a workspace or one of its services. */
function endpointsOf(
  { storage, keyVault, registry }: ServiceIds,
  endpoints: readonly PrivateEndpoint[],
  workspaceId: ResourceId | null = null,
): readonly ResourceId[] {
  const own = [workspaceId, storage, keyVault, registry];
  return endpoints
    .filter(({ targetId }) => own.some((id) => id !== null && sameId(id, targetId)))
    .slice(0, most)
    .map((one) => one.id);
}

/** Reads the Application Insights component of a workspace and its private link scopes. */
async function readMonitoring(arm: ArmClient, id: ResourceId): Promise<Monitoring> {
  const body = await read(arm, id, componentApiVersion);
  const ids = scopeIdsOf(body);
  const scopes = await Promise.all(
    ids.map(async (scope) =>
      toScope(scope, await knownPart(scope, () => read(arm, scope, linkScopeApiVersion))),
    ),
  );
  return toMonitoring(body, scopes);
}

async function read(
  { sender, endpoint, signal }: ArmClient,
  id: string,
  version: string,
): Promise<JsonObject> {
  return (await sendRaw(sender, { url: urlOf(endpoint, id, version), signal })).body;
}
