import { known, unknown, valueOr, type Known } from '../../core/known';
import { nameOf, sameId } from '../../core/network/find';
import type { ConnectedHub, Peering, ResourceId, VirtualNetwork } from '../../core/network/model';
import { hubNameOf, isVirtualHub } from '../../core/reach/unknown-gateway-routes';
import { reason } from '../../core/reason';
import { networkReadApiVersion } from './network-api-versions';
import { listAt, textAt, type JsonObject } from '../json';
import { rawList } from '../raw-list';
import { urlOf } from '../raw-request';
import { resourceParts } from '../resource-parts';
import { getResource } from './get-resource';
import { nameIn } from './members';
import type { Reading } from './read-endpoint-addresses';
import { hubAddressOf } from './to-firewall';
import { toHubRoutes } from './to-hub-routes';
import { unlessDenied } from './unless-denied';

/**
 * Reads the Virtual WAN hub that the network is connected to, with the routes that it advertises. The network
 * references the hub only by the name of a Microsoft-managed network. Platform teams often keep hubs in a separate
 * subscription. So hubs of that name are searched in every readable subscription, once. The hub that references the
 * network is the one.
 */
export async function readHub(
  reading: Reading,
  network: VirtualNetwork,
  before: ConnectedHub | undefined,
): Promise<ConnectedHub | undefined> {
  const all: readonly Peering[] = valueOr(network.peerings, []);
  const peering = all.find(isVirtualHub);
  if (!peering) return undefined;
  const name = hubNameOf(peering.remoteId);
  if (before && sameId(before.name, name)) {
    return before.id === null ? before : readAgain(reading, { ...before, id: before.id }, network.id);
  }
  const found = await findHub(reading, network.id, name);
  if (found) return found;
  return {
    id: null,
    name,
    firewallId: null,
    routes: unknown(reason('unknown.virtualHubElsewhere', { name })),
  };
}

async function readAgain(
  reading: Reading,
  before: ConnectedHub & { readonly id: ResourceId },
  networkId: ResourceId,
): Promise<ConnectedHub> {
  const { firewallId, id } = before;
  const now = await hubOf(reading, { id, firewallId }, networkId);
  return now ?? { ...before, routes: unread(before.name, id) };
}

/** Searches the network's own subscription first, then all others in parallel. */
async function findHub(
  reading: Reading,
  networkId: ResourceId,
  name: string,
): Promise<ConnectedHub | undefined> {
  const { subscriptionId } = resourceParts(networkId);
  const near = await findIn(reading, [subscriptionId], { networkId, name });
  if (near) return near;
  const { subscriptions } = await reading.clients.directory.read(reading.signal);
  const others = subscriptions.map(({ id }) => id).filter((id) => !sameId(id, subscriptionId));
  return findIn(reading, others, { networkId, name });
}

interface HubQuery {
  readonly networkId: ResourceId;
  readonly name: string;
}

async function findIn(
  reading: Reading,
  subscriptions: readonly string[],
  { networkId, name }: HubQuery,
): Promise<ConnectedHub | undefined> {
  const lists = await Promise.all(
    subscriptions.map((id) => listOf(reading, id, `/subscriptions/${id}/${hubs}`)),
  );
  const called = lists.flatMap((one) => valueOr(one, [])).filter((one) => sameId(nameIn(one), name));
  const read = await Promise.all(
    called.map((body) =>
      hubOf(
        reading,
        {
          id: textAt(body, 'id') ?? '',
          firewallId: textAt(body, 'properties', 'azureFirewall', 'id') ?? null,
        },
        networkId,
      ),
    ),
  );
  return read.find((one) => one !== undefined);
}

const hubs = 'providers/Microsoft.Network/virtualHubs';

/** Returns the hub if one of its connections is with the network, or if its connections can't be read. */
async function hubOf(
  reading: Reading,
  { id, firewallId }: { readonly id: ResourceId; readonly firewallId: ResourceId | null },
  networkId: ResourceId,
): Promise<ConnectedHub | undefined> {
  const { subscriptionId } = resourceParts(id);
  const list = (part: string) => listOf(reading, subscriptionId, `${id}/${part}`);
  const [connections, intents, tables] = await Promise.all([
    list('hubVirtualNetworkConnections'),
    list('routingIntent'),
    list('hubRouteTables'),
  ]);
  const name = nameOf(id);
  if (!connections.known || !intents.known) return { id, name, firewallId, routes: unread(name, id) };
  const connection = connections.value.find((one) =>
    sameId(textAt(one, 'properties', 'remoteVirtualNetwork', 'id') ?? '', networkId),
  );
  if (!connection) return undefined;
  const policies = intents.value.flatMap((one) => listAt(one, 'properties', 'routingPolicies'));
  const firewall = firewallId === null ? undefined : await firewallIn(reading, firewallId);
  const routes = toHubRoutes({ policies, connection, tables: valueOr(tables, []), firewall });
  return { id, name, firewallId, routes: known(routes) };
}

async function firewallIn(
  reading: Reading,
  id: ResourceId,
): Promise<{ readonly id: ResourceId; readonly address: string | null }> {
  const resourceQuery = { id, type: 'azureFirewalls', name: nameOf(id) } as const;
  const body = await unlessDenied(() => getResource(reading, resourceQuery));
  return { id, address: (body && hubAddressOf(body)) ?? null };
}

function unread(name: string, id: ResourceId): Known<never> {
  const { resourceGroup } = resourceParts(id);
  return unknown(reason('unknown.virtualHubUnread', { name, role: 'Reader', scope: resourceGroup }));
}

/**
 * Reads a list. A list without read permission is unknown. A cloud or subscription without hubs returns an empty list.
 */
async function listOf(
  { clients, signal }: Reading,
  subscriptionId: string,
  path: string,
): Promise<Known<readonly JsonObject[]>> {
  const url = urlOf(clients.endpoint, path, networkReadApiVersion);
  const found = await unlessDenied(() => rawList(clients.rawNetwork(subscriptionId), url, signal));
  return found ? known(found) : unknown(reason('unknown.notRead', { name: path }));
}
