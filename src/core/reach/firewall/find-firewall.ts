import { parseAddressSet } from '../../addresses/address-set';
import { contains } from '../../addresses/interval-set';
import { parseIpv4 } from '../../addresses/ipv4';
import { valueOr, type Known } from '../../known';
import { nameOf, sameId } from '../../network/find';
import type { Firewall } from '../../network/firewall';
import type { Peering } from '../../network/model';
import { reason, type Reason } from '../../reason';
import { isConnected, effectivePeerings } from '../peering';
import type { SubnetPlace } from '../subnet-place';

/** What stands at an address that routes name, as far as the model holds it. */
export type FirewallAtAddress =
  | { readonly is: 'firewall'; readonly firewall: Firewall }
  /** A firewall of the model has the address, and packets or their replies perhaps don't get there or back. */
  | { readonly is: 'beyond-peering'; readonly because: Reason };

/**
 * The firewall of the model that has the address and that packets of the place certainly come to: in its own network, or
 * in a peer that is connected and whose traffic from elsewhere, such as replies, is let in. Otherwise the peering that is
 * the reason why not. Undefined for every other appliance.
 */
export function findFirewall(place: SubnetPlace, address: string): FirewallAtAddress | undefined {
  const all = place.model.firewalls.filter(
    ({ addresses }) => addresses.known && addresses.value.includes(address),
  );
  const found = all.map((firewall) => throughPeering(place, firewall));
  const certain = found.find((one) => one?.is === 'firewall') ?? found.find((one) => one !== undefined);
  const [only, ...others] = all;
  return certain ?? (only && others.length === 0 ? withoutPeering(place, only, address) : undefined);
}

/** An address that is in no network that was read as a peer is that of the only firewall that has it. */
function withoutPeering(
  place: SubnetPlace,
  { networkId, name }: Firewall,
  address: string,
): FirewallAtAddress | undefined {
  const { network } = place;
  const peerings = effectivePeerings(place);
  if (!peerings.known) return undefined;
  const spaces = [network.addressPrefixes, ...peerings.value.map((one) => one.remotePrefixes)];
  if (!spaces.every((one) => one.known && !holds(one, address))) return undefined;
  const values = { network: network.name, remote: nameOf(networkId), firewall: name };
  return { is: 'beyond-peering', because: reason('unknown.peeringMissing', values) };
}

function holds(prefixes: Known<readonly string[]>, address: string): boolean {
  const number = parseIpv4(address);
  return number !== undefined && contains(parseAddressSet(valueOr(prefixes, [])).set, number);
}

function throughPeering(place: SubnetPlace, firewall: Firewall): FirewallAtAddress | undefined {
  const { networkId, name } = firewall;
  if (sameId(networkId, place.network.id)) return { is: 'firewall', firewall };
  const all: readonly Peering[] = valueOr(effectivePeerings(place), []);
  const peering = all.find(({ remoteId }) => sameId(remoteId, networkId));
  if (!peering) return undefined;
  const values = { name: peering.name, network: nameOf(networkId), firewall: name };
  const connected = isConnected(peering);
  if (!connected.known) return { is: 'beyond-peering', because: connected.because };
  if (!connected.value) return { is: 'beyond-peering', because: reason('unknown.peeringState', values) };
  const { allowForwardedTraffic: allowed } = peering;
  if (!allowed.known) return { is: 'beyond-peering', because: allowed.because };
  return allowed.value
    ? { is: 'firewall', firewall }
    : { is: 'beyond-peering', because: reason('unknown.peeringForwarding', values) };
}
