import { contains } from '../core/addresses/interval-set';
import { parseAddressSet } from '../core/addresses/address-set';
import { parseIpv4 } from '../core/addresses/ipv4';
import { known, type Known } from '../core/known';
import { findVirtualNetwork } from '../core/network/find';
import type { NetworkModel, VirtualNetwork } from '../core/network/model';

/** Azure's own name server, at the same address in every network (IP address 168.63.129.16, 2019-05-15). */
const azureNameServer = '168.63.129.16';

/** Name servers of the network's own; empty where Azure's answer. */
export function ownNameServers({ dnsServers }: VirtualNetwork): Known<readonly string[]> {
  return dnsServers.known ? known(dnsServers.value.filter((one) => one !== azureNameServer)) : dnsServers;
}

/**
 * Networks whose links decide what a name means in `network`: its own, or that of each name server. Null where a name
 * server stands in no network that was read, on-premises for one.
 */
export function answeringNetworks(
  model: NetworkModel,
  network: VirtualNetwork,
): Known<readonly VirtualNetwork[] | null> {
  const servers = ownNameServers(network);
  if (!servers.known) return servers;
  if (servers.value.length === 0) return known([network]);
  const near = [network, ...peersOf(model, network)];
  const homes = servers.value.map((server) => near.find((one) => holds(one, server)));
  return known(homes.some((one) => one === undefined) ? null : homes.filter((one) => one !== undefined));
}

function peersOf(model: NetworkModel, { peerings }: VirtualNetwork): readonly VirtualNetwork[] {
  if (!peerings.known) return [];
  return peerings.value.flatMap((one) => findVirtualNetwork(model, one.remoteId) ?? []);
}

function holds({ addressPrefixes }: VirtualNetwork, address: string): boolean {
  const number = parseIpv4(address);
  if (number === undefined || !addressPrefixes.known) return false;
  return contains(parseAddressSet(addressPrefixes.value).set, number);
}
