import { known, mapKnown, type Known } from '../known';
import { nameOf } from '../network/find';
import type { EffectiveRoutes, Peering, RouteTable, Subnet, VirtualNetwork } from '../network/model';
import { reason, type Reason } from '../reason';
import { mayBeConnected } from './peering';

/** Why routes or prefixes of an on-premises network may exist that the model does not show; undefined where none can. */
export function gatewayDoubt(network: VirtualNetwork): Reason | undefined {
  if (!network.hasGateway.known) return network.hasGateway.because;
  if (network.hasGateway.value) return reason('unknown.bgp');
  if (!network.peerings.known) return network.peerings.because;
  for (const peering of network.peerings.value.filter(mayBeConnected)) {
    const { useRemoteGateways, remoteId } = peering;
    if (isVirtualHub(peering)) return reason('unknown.virtualHub', { name: hubName(nameOf(remoteId)) });
    if (!useRemoteGateways.known) return useRemoteGateways.because;
    if (useRemoteGateways.value) return reason('unknown.bgp');
  }
  return undefined;
}

/** Keys of the reasons above that are no reading that failed: what may be learned is not known. */
export const gatewayReasons: readonly string[] = ['unknown.bgp', 'unknown.virtualHub'];

/** A connection to a Virtual WAN hub is a peering with a network of Microsoft's, named after the hub. */
function isVirtualHub({ remoteId }: Peering): boolean {
  return /^HV_/i.test(nameOf(remoteId));
}

/** `HV_hub-weu_3f2a…` is of `hub-weu`. */
function hubName(network: string): string {
  return network.replace(/^HV_/i, '').replace(/_[0-9a-f-]{8,}$/i, '');
}

/** Whether the subnet's table lets in what gateways and route servers bring. */
export function takesLearned(table: Known<RouteTable | null>): Known<boolean> {
  if (!table.known) return table;
  return table.value === null ? known(true) : mapKnown(table.value.disableBgpRoutePropagation, (off) => !off);
}

/** What was learned and holds in the subnet; nothing where its effective routes are not told. */
export function learnedRoutes(subnet: Subnet, table: Known<RouteTable | null>): EffectiveRoutes['learned'] {
  const takes = takesLearned(table);
  return subnet.effectiveRoutes && takes.known && takes.value ? subnet.effectiveRoutes.learned : [];
}

/** Why routes that nothing shows may hold in the subnet; undefined where none can. */
export function learningDoubt(
  network: VirtualNetwork,
  subnet: Subnet,
  table: Known<RouteTable | null>,
): Reason | undefined {
  const doubt = gatewayDoubt(network);
  if (!doubt) return undefined;
  const takes = takesLearned(table);
  if (!takes.known) return takes.because;
  return takes.value && !subnet.effectiveRoutes ? doubt : undefined;
}
