import { valueOr } from '../../known';
import { sameId } from '../../network/find';
import type { Firewall } from '../../network/firewall';
import type { Peering } from '../../network/model';
import { isConnected, effectivePeerings } from '../peering';
import type { SubnetPlace } from '../subnet-place';

/**
 * The firewall of the model that has the address and that packets of the place certainly come to: in its own network, or
 * in a peer that is connected and whose traffic from elsewhere, such as replies, is let in. Undefined for every other
 * appliance.
 */
export function findFirewall(place: SubnetPlace, address: string): Firewall | undefined {
  return place.model.firewalls.find(
    ({ addresses, networkId }) =>
      addresses.known &&
      addresses.value.includes(address) &&
      (sameId(networkId, place.network.id) || isPeered(place, networkId)),
  );
}

function isPeered(place: SubnetPlace, networkId: string): boolean {
  const all: readonly Peering[] = valueOr(effectivePeerings(place), []);
  const peering = all.find(({ remoteId }) => sameId(remoteId, networkId));
  return (
    peering !== undefined &&
    valueOr(isConnected(peering), false) &&
    valueOr(peering.allowForwardedTraffic, false)
  );
}
