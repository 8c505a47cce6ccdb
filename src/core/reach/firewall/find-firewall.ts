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

/** Result of searching the model for a firewall at an address that routes name. */
export type FirewallAtAddress =
  | { readonly is: 'firewall'; readonly firewall: Firewall }
  /** A firewall in the model has the address, but packets or their replies may not pass the peering. */
  | { readonly is: 'beyond-peering'; readonly because: Reason };

/**
 * Finds the firewall in the model that has the address and that packets certainly reach. It is in the subnet's own
 * network, or in a connected peer that accepts forwarded traffic, such as replies. Otherwise returns the peering that
 * prevents it. Undefined for other appliances.
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

/** An address outside of all networks that were read as peers belongs to the only firewall with that address. */
function withoutPeering(
  place: SubnetPlace,
  { networkId, name }: Firewall,
  address: string,
): FirewallAtAddress | undefined {
  const { network } = place;
  const peerings = effectivePeerings(place);
  if (!peerings.known) return undefined;
  const spaces = [network.addressPrefixes, ...peerings.value.map((one) => one.remotePrefixes)];
  if (!spaces.every((one) => one.known && !containsAddress(one, address))) return undefined;
  const values = { network: network.name, remote: nameOf(networkId), firewall: name };
  return { is: 'beyond-peering', because: reason('unknown.peeringMissing', values) };
}

function containsAddress(prefixes: Known<readonly string[]>, address: string): boolean {
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
