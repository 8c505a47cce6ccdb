import { known, unknown, type Known } from '../core/known';
import { sameId } from '../core/network/find';
import type { NetworkModel, Peering, PrivateEndpoint, VirtualNetwork } from '../core/network/model';
import { reason } from '../core/reason';

/**
 * Private endpoints in `network` or in a network that it is peered with, whose groups touch `groups`.
 * Unknown where the endpoints, or the peerings while the network itself holds none, were not read.
 */
export function endpointsInReach(
  model: NetworkModel,
  network: VirtualNetwork,
  groups: readonly string[],
): Known<readonly PrivateEndpoint[]> {
  if (!model.privateEndpoints.known) return unknown(reason('judge.endpointsNotRead'));
  const wanted = model.privateEndpoints.value.filter((one) =>
    one.groups.some((group) => isOneOf(groups, group)),
  );
  const own = wanted.filter((one) => sameId(networkOfSubnet(one.subnetId), network.id));
  if (!network.peerings.known) return own.length > 0 ? known(own) : network.peerings;
  const peers = network.peerings.value.filter(isConnected);
  return known([
    ...own,
    ...wanted.filter((one) => peers.some((peer) => sameId(peer.remoteId, networkOfSubnet(one.subnetId)))),
  ]);
}

/** The id of the network that a subnet's id names. */
export function networkOfSubnet(subnetId: string): string {
  const at = subnetId.toLowerCase().indexOf('/subnets/');
  return at < 0 ? subnetId : subnetId.slice(0, at);
}

/** Traffic passes only where both sides have agreed (a state that was not read is taken for agreed). */
export function isConnected(peering: Peering): boolean {
  return !peering.state.known || peering.state.value.toLowerCase() === 'connected';
}

function isOneOf(all: readonly string[], one: string): boolean {
  return all.some((other) => other.toLowerCase() === one.toLowerCase());
}
