import type { Decider } from '../../core/check-result';
import { valueOr, type Known } from '../../core/known';
import { findById, nameOf, resourceTypeOf, segmentOf } from '../../core/network/find';
import type { NetworkModel, ResourceId, Subnet, VirtualNetwork } from '../../core/network/model';
import {
  isRequested,
  requestLayers,
  type FirewallKind,
  type LayerState,
  type RequestFlow,
  type RequestLayer,
  type RequestOwner,
} from '../../core/network-request';

/** Subnet that a request is for. */
export interface RequestPlace {
  readonly model: NetworkModel;
  readonly subnet: Subnet;
  readonly network: VirtualNetwork;
}

/**
 * Returns the owner of each layer on the path of a flow, and of those the ones that block it, or whose effect only the
 * owner knows.
 */
export function flowOwners(
  flow: FlowWithLayers,
  place: RequestPlace,
): Pick<RequestFlow, 'layers' | 'path' | 'owners'> {
  const { layers } = flow;
  const all = requestLayers.flatMap((layer) => {
    const layerState = layers[layer];
    return layerState ? [[layer, ownerOf(layer, { flow, layerState }, place)] as const] : [];
  });
  return {
    layers,
    path: Object.fromEntries(all),
    owners: Object.fromEntries(all.filter(([layer]) => isRequested(layers[layer]))),
  };
}

type FlowWithLayers = Pick<RequestFlow, 'layers'>;

interface OwnerInput {
  readonly flow: FlowWithLayers;
  readonly layerState: LayerState;
}

function ownerOf(layer: RequestLayer, { flow, layerState }: OwnerInput, place: RequestPlace): RequestOwner {
  const by = deciderOf(layerState);
  return layer === 'firewall' ? firewallOwner(flow, by, place.model) : settingOwner(layer, by, place);
}

function deciderOf(layerState: LayerState): Decider | null {
  if (layerState.is === 'passes-on') return layerState.route;
  return layerState.is === 'blocked' ? layerState.by : null;
}

/** Returns the owner of the deciding rule or route, otherwise of the subnet's own resource in that layer. */
export function settingOwner(layer: RequestLayer, by: Decider | null, place: RequestPlace): RequestOwner {
  const id = by && resourceOf(by);
  return id ? ofResource(layer, id) : defaultOwner(layer, place);
}

/** Returns the resource that contains the rule or route; null for a system route. */
function resourceOf(by: Decider): ResourceId | null {
  switch (by.kind) {
    case 'rule':
      return by.groupId;
    case 'firewall-rule':
      return by.firewallId;
    case 'route':
      return by.tableId;
  }
}

/** Returns the owner of the subnet's own resource of that kind. */
function defaultOwner(layer: RequestLayer, { subnet, network }: RequestPlace): RequestOwner {
  switch (layer) {
    case 'nsg':
      return ofAttached(layer, subnet.securityGroup.known ? subnet.securityGroup.value : null);
    case 'route-table':
      return ofAttached(layer, subnet.routeTable.known ? subnet.routeTable.value : null);
    case 'outbound-access':
    case 'peering':
    case 'subnet':
      return ofResource(layer, network.id);
    case 'firewall':
      return { ...unnamed(layer), firewall: 'unknown' };
    default:
      return unnamed(layer);
  }
}

function ofAttached(layer: RequestLayer, id: ResourceId | null): RequestOwner {
  return id === null ? unnamed(layer) : ofResource(layer, id);
}

/** Built-in roles that can make the change (built-in-roles/networking, 2026-03-04). */
const roles: Readonly<Partial<Record<RequestLayer, string>>> = {
  'admin-rules': 'Network Contributor',
  nsg: 'Network Contributor',
  'route-table': 'Network Contributor',
  'outbound-access': 'Network Contributor',
  peering: 'Network Contributor',
  firewall: 'Network Contributor',
  'private-dns': 'Private DNS Zone Contributor',
  subnet: 'Network Contributor',
};

function unnamed(layer: RequestLayer): RequestOwner {
  const role = roles[layer] ?? null;
  return {
    layer,
    name: null,
    id: null,
    type: null,
    resourceGroup: null,
    role,
    firewall: null,
    policyId: null,
  };
}

function ofResource(layer: RequestLayer, id: ResourceId): RequestOwner {
  return {
    ...unnamed(layer),
    id,
    name: nameOf(id),
    type: resourceTypeOf(id),
    resourceGroup: groupOf(id),
  };
}

/** Returns the resource group; null if a file leaves it to the deployment. */
function groupOf(id: ResourceId): string | null {
  const group = segmentOf(id, 'resourceGroups');
  return group === undefined || /[‹›]/.test(group) ? null : group;
}

function firewallOwner({ layers }: FlowWithLayers, by: Decider | null, model: NetworkModel): RequestOwner {
  const route = layers['route-table'];
  const next = route?.is === 'passes-on' ? route.route : null;
  const read =
    by?.kind === 'firewall-rule'
      ? by.firewallId
      : model.firewalls.find(({ addresses }) => isAddress(next?.nextHopAddress, addresses))?.id;
  if (read !== undefined) {
    return { ...ofResource('firewall', read), firewall: 'azure', policyId: policyOf(model, read) };
  }
  if (!next) return { ...unnamed('firewall'), firewall: 'unknown', role: null };
  const firewall: FirewallKind = next.nextHop === 'VirtualAppliance' ? 'appliance' : 'on-premises';
  return { ...unnamed('firewall'), name: next.nextHopAddress, firewall, role: null };
}

/** Returns the firewall's own policy, which comes after its inherited policies. */
function policyOf(model: NetworkModel, firewallId: ResourceId): ResourceId | null {
  const firewall = findById(model.firewalls, firewallId);
  const own = firewall && valueOr(firewall.policies, []).at(-1);
  return own && segmentOf(own.id, 'firewallPolicies') !== undefined ? own.id : null;
}

function isAddress(address: string | null | undefined, addresses: Known<readonly string[]>): boolean {
  return address !== null && address !== undefined && addresses.known && addresses.value.includes(address);
}
