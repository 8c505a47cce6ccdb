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

/** Why routes or prefixes of an on-premises network may exist that the model does not show; undefined where none can. */
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

/** Keys of the reasons above that are no reading that failed: what may be learned is not known. */
export const gatewayReasons: readonly string[] = [
  'unknown.bgp',
  'unknown.virtualHub',
  'unknown.virtualHubElsewhere',
  'unknown.virtualHubUnread',
];

/** A hub brings what its branches and other networks have too, and not only what its routing intent says. */
function hubUnknown({ hub }: VirtualNetwork, remoteId: ResourceId): Reason {
  if (hub && !hub.routes.known) return hub.routes.because;
  return reason('unknown.virtualHub', { name: hubNameOf(remoteId) });
}

/** A connection to a Virtual WAN hub is a peering with a network of Microsoft's, named after the hub. */
export function isVirtualHub({ remoteId }: Pick<Peering, 'remoteId'>): boolean {
  return /^HV_/i.test(nameOf(remoteId));
}

/** The hub behind the network of such a peering: `HV_hub-weu_3f2a…` is of `hub-weu`. */
export function hubNameOf(remoteId: ResourceId): string {
  return hubName(nameOf(remoteId));
}

function hubName(network: string): string {
  return network.replace(/^HV_/i, '').replace(/_[0-9a-f-]{8,}$/i, '');
}

/** Whether the subnet's table lets in what gateways and route servers bring. */
function takesLearned(table: Known<RouteTable | null>): Known<boolean> {
  if (!table.known) return table;
  return table.value === null ? known(true) : mapKnown(table.value.disableBgpRoutePropagation, (off) => !off);
}

/** What was learned and holds in the subnet; nothing where its effective routes are not told. */
export function learnedRoutes(subnet: Subnet, table: Known<RouteTable | null>): EffectiveRoutes['learned'] {
  const takes = takesLearned(table);
  return subnet.effectiveRoutes && takes.known && takes.value ? subnet.effectiveRoutes.learned : [];
}

/**
 * What the hub's routing intent brings into the subnet, where its table lets such routes in (how-to-routing-policies,
 * 2025-08-01). Effective routes that are told say which of it arrives.
 */
export function hubRoutes(
  { hub }: VirtualNetwork,
  { effectiveRoutes }: Subnet,
  table: Known<RouteTable | null>,
): readonly HubRoute[] {
  const takes = takesLearned(table);
  if (!hub?.routes.known || !takes.known || !takes.value) return [];
  const arrives = ({ prefix }: HubRoute): boolean =>
    effectiveRoutes?.learned.some((one) => one.prefix === prefix) ?? true;
  return hub.routes.value.filter(arrives);
}

/** Why routes that nothing shows may hold in the subnet; undefined where none can. */
export function unknownLearnedRoutes(
  network: VirtualNetwork,
  subnet: Subnet,
  table: Known<RouteTable | null>,
): Reason | undefined {
  const whyUnknown = unknownGatewayRoutes(network);
  if (!whyUnknown) return undefined;
  const takes = takesLearned(table);
  if (!takes.known) return takes.because;
  return takes.value && !subnet.effectiveRoutes ? whyUnknown : undefined;
}
