import { known, unknown, type Known } from '../../core/known';
import { findSubnet, nameOf, sameId } from '../../core/network/find';
import type { NetworkModel, ResourceId, Subnet, VirtualNetwork } from '../../core/network/model';
import { reason } from '../../core/reason';
import type { Clients } from '../clients';
import { withDeadline } from '../deadline';
import { AzureFailure } from '../failure';
import { numberAt, textAt, type JsonObject } from '../json';
import { rawBody, rawPages } from '../raw-bodies';
import { partsOf, requireSegment } from '../resource-parts';
import { toModel, toNatGateway, toRouteTable, toSecurityGroup } from './to-model';
import { toVirtualNetwork } from './to-virtual-network';

/** All networks of a subscription: five lists in parallel, page by page, never a call a row. */
export async function readNetworks(
  clients: Clients,
  subscriptionId: string,
  stop: AbortSignal,
): Promise<NetworkModel> {
  const client = clients.network(subscriptionId);
  return withDeadline('list', stop, async (signal) => {
    const readable = (name: string, read: () => Promise<readonly JsonObject[]>) =>
      orUnknown(read, { name, scope: subscriptionId });
    const [virtualNetworks, securityGroups, routeTables, natGateways, privateEndpoints] = await Promise.all([
      rawPages(signal, (options) => client.virtualNetworks.listAll(options)),
      readable('security groups', () =>
        rawPages(signal, (options) => client.networkSecurityGroups.listAll(options)),
      ),
      readable('route tables', () => rawPages(signal, (options) => client.routeTables.listAll(options))),
      readable('NAT gateways', () => rawPages(signal, (options) => client.natGateways.listAll(options))),
      readable('private endpoints', () =>
        rawPages(signal, (options) => client.privateEndpoints.listBySubscription(options)),
      ),
    ]);
    return toModel({ virtualNetworks, securityGroups, routeTables, natGateways, privateEndpoints });
  });
}

interface Place {
  readonly name: string;
  readonly scope: string;
}

/** What may not be read is unknown, with the role that would help; everything else that fails still fails. */
async function orUnknown<T>(read: () => Promise<T>, { name, scope }: Place): Promise<Known<T>> {
  try {
    return known(await read());
  } catch (error) {
    const status = (error as { readonly statusCode?: unknown }).statusCode;
    if (status !== 403) throw error;
    return unknown(reason('unknown.permission', { name, role: 'Reader', scope }));
  }
}

/** The subnet's network with its exact addresses, its group, table and gateway: read again, all in parallel. */
export async function refreshSubnet(
  clients: Clients,
  model: NetworkModel,
  subnetId: ResourceId,
  stop: AbortSignal,
): Promise<NetworkModel> {
  const found = findSubnet(model, subnetId);
  if (!found) throw new AzureFailure('notFound');
  const networkId = found.network.id;
  return withDeadline('get', stop, async (signal) => {
    const [network, usage] = await Promise.all([
      readVirtualNetwork(clients, networkId, signal),
      readUsage(clients, networkId, signal),
    ]);
    const fresh = withUsage(network, usage);
    const replaced = model.virtualNetworks.map((one) => (sameId(one.id, networkId) ? fresh : one));
    const subnet = fresh.subnets.find((one) => sameId(one.id, subnetId));
    if (!subnet) throw new AzureFailure('notFound');
    return readAttached(clients, { ...model, virtualNetworks: replaced }, subnet, signal);
  });
}

async function readVirtualNetwork(
  clients: Clients,
  id: ResourceId,
  signal: AbortSignal,
): Promise<VirtualNetwork> {
  const { subscriptionId, resourceGroup } = partsOf(id);
  const client = clients.network(subscriptionId);
  return toVirtualNetwork(
    await rawBody(signal, (options) => client.virtualNetworks.get(resourceGroup, nameOf(id), options)),
  );
}

/** Addresses in use by subnet, as `virtualNetworks/{name}/usages` counts them. */
async function readUsage(
  clients: Clients,
  id: ResourceId,
  signal: AbortSignal,
): Promise<ReadonlyMap<string, number>> {
  const { subscriptionId, resourceGroup } = partsOf(id);
  const client = clients.network(subscriptionId);
  const rows = await rawPages(signal, (options) =>
    client.virtualNetworks.listUsage(resourceGroup, nameOf(id), options),
  );
  return new Map(
    rows.flatMap((row): [string, number][] => {
      const subnet = textAt(row, 'id');
      const count = numberAt(row, 'currentValue');
      return subnet === undefined || count === undefined ? [] : [[subnet.toLowerCase(), count]];
    }),
  );
}

function withUsage(network: VirtualNetwork, usage: ReadonlyMap<string, number>): VirtualNetwork {
  const subnets = network.subnets.map((one) => {
    const count = usage.get(one.id.toLowerCase());
    return count === undefined ? one : { ...one, addressesInUse: known(count) };
  });
  return { ...network, subnets };
}

async function readAttached(
  clients: Clients,
  model: NetworkModel,
  subnet: Subnet,
  signal: AbortSignal,
): Promise<NetworkModel> {
  const one = <T extends { id: string }>(
    all: readonly T[],
    attached: Known<ResourceId | null>,
    read: (id: ResourceId) => Promise<T>,
  ): Promise<readonly T[]> => replaceOne(all, attached, read);
  const [securityGroups, routeTables, natGateways] = await Promise.all([
    one(model.securityGroups, subnet.securityGroup, async (id) =>
      toSecurityGroup(await get(clients, id, 'networkSecurityGroups', signal)),
    ),
    one(model.routeTables, subnet.routeTable, async (id) =>
      toRouteTable(await get(clients, id, 'routeTables', signal)),
    ),
    one(model.natGateways, subnet.natGateway, async (id) =>
      toNatGateway(await get(clients, id, 'natGateways', signal)),
    ),
  ]);
  return { ...model, securityGroups, routeTables, natGateways };
}

type Kind = 'networkSecurityGroups' | 'routeTables' | 'natGateways';

function get(clients: Clients, id: ResourceId, kind: Kind, signal: AbortSignal): Promise<JsonObject> {
  const { subscriptionId, resourceGroup } = partsOf(id);
  const client = clients.network(subscriptionId);
  const name = requireSegment(id, kind);
  return rawBody(signal, (options) => client[kind].get(resourceGroup, name, options));
}

/** The list with the one resource as it is now; one that may not be read stays as the list had it. */
async function replaceOne<T extends { id: string }>(
  all: readonly T[],
  attached: Known<ResourceId | null>,
  read: (id: ResourceId) => Promise<T>,
): Promise<readonly T[]> {
  if (!attached.known || attached.value === null) return all;
  const id = attached.value;
  const fresh = await orUnknown(() => read(id), { name: nameOf(id), scope: partsOf(id).resourceGroup });
  if (!fresh.known) return all;
  const rest = all.filter((one) => !sameId(one.id, id));
  return [...rest, fresh.value];
}
