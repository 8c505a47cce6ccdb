import { known, mapKnown, type Known } from '../known';
import { nameOf } from '../network/find';
import type {
  EffectiveRoutes,
  HubRoute,
  Peering,
  ResourceId,
  RouteTable,
  Subnet,
  VirtualNetwork,
} from '../network/model';
import { reason, type Reason } from '../reason';
import { mayBeConnected } from './peering';

/**
 * Returns why there may be routes or prefixes of an on-premises network that aren't in the model; undefined if there
 * can't be any.
 */
export function unknownGatewayRoutes(network: VirtualNetwork): Reason | undefined {
  if (!network.hasGateway.known) return network.hasGateway.because;
  if (network.hasGateway.value) return reason('unknown.bgp');
  if (!network.peerings.known) return network.peerings.because;
  for (const peering of network.peerings.value.filter(mayBeConnected)) {
    const { useRemoteGateways, remoteId } = peering;
    if (isVirtualHub(peering)) return hubUnknown(network, remoteId);
    if (!useRemoteGateways.known) return useRemoteGateways.because;
    if (useRemoteGateways.value) return reason('unknown.bgp');
  }
  return undefined;
}

/** Keys of the reasons above that don't mean a failed read, but that learned routes aren't known. */
export const gatewayReasons: readonly string[] = [
  'unknown.bgp',
  'unknown.virtualHub',
  'unknown.virtualHubElsewhere',
  'unknown.virtualHubUnread',
];

/**
 * Returns the unknown of a hub, which also advertises routes of its branches and other networks besides those of its
 * routing intent.
 */
function hubUnknown({ hub }: VirtualNetwork, remoteId: ResourceId): Reason {
  if (hub && !hub.routes.known) return hub.routes.because;
  return reason('unknown.virtualHub', { name: hubNameOf(remoteId) });
}

/** True for a connection to a Virtual WAN hub: a peering with a Microsoft-managed network, named after the hub. */
export function isVirtualHub({ remoteId }: Pick<Peering, 'remoteId'>): boolean {
  return /^HV_/i.test(nameOf(remoteId));
}

/** Returns the name of the hub behind such a network: `HV_hub-weu_3f2a…` belongs to `hub-weu`. */
export function hubNameOf(remoteId: ResourceId): string {
  return hubName(nameOf(remoteId));
}

function hubName(network: string): string {
  return network.replace(/^HV_/i, '').replace(/_[0-9a-f-]{8,}$/i, '');
}

/** Returns whether the subnet's route table accepts routes from gateways and route servers. */
function propagatesGatewayRoutes(table: Known<RouteTable | null>): Known<boolean> {
  if (!table.known) return table;
  return table.value === null ? known(true) : mapKnown(table.value.disableBgpRoutePropagation, (off) => !off);
}

/** Returns the learned routes that apply in the subnet; empty if its effective routes aren't known. */
export function learnedRoutes(subnet: Subnet, table: Known<RouteTable | null>): EffectiveRoutes['learned'] {
  const propagates = propagatesGatewayRoutes(table);
  return subnet.effectiveRoutes && propagates.known && propagates.value ? subnet.effectiveRoutes.learned : [];
}

/**
 * Returns the routes of the hub's routing intent in the subnet, if its route table accepts such routes
 * (how-to-routing-policies, 2025-08-01). Known effective routes show which of them arrive.
 */
export function hubRoutes(
  { hub }: VirtualNetwork,
  { effectiveRoutes }: Subnet,
  table: Known<RouteTable | null>,
): readonly HubRoute[] {
  const propagates = propagatesGatewayRoutes(table);
  if (!hub?.routes.known || !propagates.known || !propagates.value) return [];
  const arrives = ({ prefix }: HubRoute): boolean =>
    effectiveRoutes?.learned.some((one) => one.prefix === prefix) ?? true;
  return hub.routes.value.filter(arrives);
}

/** Returns why unknown routes may apply in the subnet; undefined if none can. */
export function unknownLearnedRoutes(
  network: VirtualNetwork,
  subnet: Subnet,
  table: Known<RouteTable | null>,
): Reason | undefined {
  const whyUnknown = unknownGatewayRoutes(network);
  if (!whyUnknown) return undefined;
  const propagates = propagatesGatewayRoutes(table);
  if (!propagates.known) return propagates.because;
  return propagates.value && !subnet.effectiveRoutes ? whyUnknown : undefined;
}
