import { known, type Known } from '../../core/known';
import { findSubnet, nameOf, sameId } from '../../core/network/find';
import type {
  NetworkModel,
  ResourceId,
  Subnet,
  VirtualNetwork,
  ServiceEndpointPolicy,
} from '../../core/network/model';
import type { Clients } from '../clients';
import { AzureFailure } from '../failure';
import { numberAt, textAt, type JsonObject } from '../json';
import { networkReadApiVersion } from './network-api-versions';
import { rawList } from '../raw-list';
import { urlOf } from '../raw-request';
import { resourceParts } from '../resource-parts';
import { getResource } from './get-resource';
import { orUnknown } from './or-unknown';
import { readAdminRules, unreadAdminRules, type AdminRulesRead } from './read-admin-rules';
import { readEndpointAddresses, type Reading } from './read-endpoint-addresses';
import { readFirewalls } from './read-firewalls';
import { readHub } from './read-hub';
import { readEffectiveRoutes } from './read-effective-routes';
import { rereadResource } from './reread-resource';
import { toNatGateway } from './to-nat-gateway';
import { toRouteTable } from './to-route-table';
import { toSecurityGroup } from './to-security-group';
import { toVirtualNetwork } from './to-virtual-network';
import { unreadableGateway, unreadableGroup, unreadableTable } from './unreadable';
import { toEndpointPolicy } from './to-endpoint-policy';

/**
 * Reads the subnet's network again, with its exact address usage, its security admin rules, and its NSG, route table,
 * and NAT gateway. It also reads endpoints whose addresses the lists omit. All run in parallel, with the previously
 * associated resources. A second round follows only if the associations changed. If its routes point to an appliance,
 * firewalls at that address are read last.
 */
export async function refreshSubnet(
  clients: Clients,
  { model, subnetId }: { readonly model: NetworkModel; readonly subnetId: ResourceId },
  stop: AbortSignal,
): Promise<NetworkModel> {
  const before = findSubnet(model, subnetId);
  if (!before) throw new AzureFailure('notFound');
  const networkId = before.network.id;
  return clients.within('get', stop, async (signal) => {
    const reading = { clients, signal };
    const [body, usage, early, privateEndpoints, adminRules] = await Promise.all([
      getResource(reading, { id: networkId, type: 'virtualNetworks', name: nameOf(networkId) }),
      readUsage(clients, networkId, signal),
      // A previously associated resource may not exist anymore. The current associations are then read below and report
      // their own failure.
      readAssociated(reading, model, before.subnet).catch(() => undefined),
      readEndpointAddresses(reading, model, before.network),
      readAdminRules(reading, networkId),
    ]);
    const network = withReported(withUsage(toVirtualNetwork(body), usage), before.network);
    const [ruled, hub] = await Promise.all([
      withAdminRules(reading, network, adminRules),
      readHub(reading, network, before.network.hub),
    ]);
    const fresh = hub ? { ...ruled, hub } : ruled;
    const subnet = fresh.subnets.find((one) => sameId(one.id, subnetId));
    if (!subnet) throw new AzureFailure('notFound');
    const virtualNetworks = model.virtualNetworks.map((one) => (sameId(one.id, networkId) ? fresh : one));
    const isSame = associationsOf(subnet) === associationsOf(before.subnet);
    const associated = isSame && early ? early : await readAssociated(reading, model, subnet);
    const now = { ...model, virtualNetworks, ...associated, privateEndpoints };
    const place = { model: now, network: fresh, subnet };
    const [firewalls, endpointPolicies, effectiveRoutes] = await Promise.all([
      readFirewalls(reading, place),
      readEndpointPolicies(reading, model.endpointPolicies ?? [], subnet),
      subnet.effectiveRoutes ?? readEffectiveRoutes(reading, { ...place, body }),
    ]);
    const refreshed = { ...now, firewalls, ...(endpointPolicies.length > 0 ? { endpointPolicies } : {}) };
    return effectiveRoutes ? withSubnet(refreshed, { ...subnet, effectiveRoutes }) : refreshed;
  });
}

function associationsOf({ securityGroup, routeTable, natGateway }: Subnet): string {
  return JSON.stringify([securityGroup, routeTable, natGateway]).toLowerCase();
}

/** Keeps effective routes that were read before, because Azure takes long to compute them again. */
function withReported(network: VirtualNetwork, before: VirtualNetwork): VirtualNetwork {
  const refreshed = before.subnets.filter((one) => one.effectiveRoutes);
  if (refreshed.length === 0) return network;
  const subnets = network.subnets.map((one) => {
    const effectiveRoutes = refreshed.find(({ id }) => sameId(id, one.id))?.effectiveRoutes;
    return effectiveRoutes ? { ...one, effectiveRoutes } : one;
  });
  return { ...network, subnets };
}

function withSubnet(model: NetworkModel, subnet: Subnet): NetworkModel {
  const virtualNetworks = model.virtualNetworks.map((network) =>
    sameId(network.id, subnet.virtualNetworkId)
      ? { ...network, subnets: network.subnets.map((one) => (sameId(one.id, subnet.id) ? subnet : one)) }
      : network,
  );
  return { ...model, virtualNetworks };
}

type Usage = ReadonlyMap<string, number>;

/**
 * Reads the addresses in use by subnet, as `virtualNetworks/{name}/usages` counts them. It requires a separate
 * permission.
 */
async function readUsage(clients: Clients, id: ResourceId, signal: AbortSignal): Promise<Known<Usage>> {
  const { subscriptionId, resourceGroup } = resourceParts(id);
  const url = urlOf(clients.endpoint, `${id}/usages`, networkReadApiVersion);
  const read = async (): Promise<Usage> =>
    new Map((await rawList(clients.rawNetwork(subscriptionId), url, signal)).flatMap(usageRow));
  return orUnknown(read, { name: nameOf(id), scope: resourceGroup });
}

function usageRow(row: JsonObject): [string, number][] {
  const subnet = textAt(row, 'id');
  const count = numberAt(row, 'currentValue');
  return subnet === undefined || count === undefined ? [] : [[subnet.toLowerCase(), count]];
}

/** Adds the usage. If the usages can't be read, the count from the network's body stays. */
function withUsage(network: VirtualNetwork, usage: Known<Usage>): VirtualNetwork {
  if (!usage.known) return network;
  const subnets = network.subnets.map((one) => {
    const count = usage.value.get(one.id.toLowerCase());
    return count === undefined ? one : { ...one, addressesInUse: known(count) };
  });
  return { ...network, subnets };
}

async function withAdminRules(
  reading: Reading,
  network: VirtualNetwork,
  read: AdminRulesRead,
): Promise<VirtualNetwork> {
  const adminRules = read === 'not-reported' ? await unreadAdminRules(reading, network) : read;
  return adminRules ? { ...network, adminRules } : network;
}

type Associated = Pick<NetworkModel, 'securityGroups' | 'routeTables' | 'natGateways'>;

async function readAssociated(reading: Reading, model: NetworkModel, subnet: Subnet): Promise<Associated> {
  const [securityGroups, routeTables, natGateways] = await Promise.all([
    rereadResource(reading, model.securityGroups, {
      id: subnet.securityGroup,
      kind: 'networkSecurityGroups',
      decode: toSecurityGroup,
      unreadable: unreadableGroup,
    }),
    rereadResource(reading, model.routeTables, {
      id: subnet.routeTable,
      kind: 'routeTables',
      decode: toRouteTable,
      unreadable: unreadableTable,
    }),
    rereadResource(reading, model.natGateways, {
      id: subnet.natGateway,
      kind: 'natGateways',
      decode: toNatGateway,
      unreadable: unreadableGateway,
    }),
  ]);
  return { securityGroups, routeTables, natGateways };
}

/** Returns the list with the current policies of the subnet. A policy that can't be read is included as unknown. */
async function readEndpointPolicies(
  reading: Reading,
  all: readonly ServiceEndpointPolicy[],
  { serviceEndpointPolicies }: Subnet,
): Promise<readonly ServiceEndpointPolicy[]> {
  const ids = serviceEndpointPolicies.known ? serviceEndpointPolicies.value : [];
  const read = await Promise.all(ids.map((id) => readPolicy(reading, id)));
  return [...all.filter((one) => !ids.some((id) => sameId(id, one.id))), ...read];
}

async function readPolicy(reading: Reading, id: ResourceId): Promise<ServiceEndpointPolicy> {
  const { resourceGroup } = resourceParts(id);
  const name = nameOf(id);
  const read = () => getResource(reading, { id, type: 'serviceEndpointPolicies', name });
  const body = await orUnknown(read, { name, scope: resourceGroup });
  return body.known ? toEndpointPolicy(body.value) : { id, name, resources: body };
}
