import { known, mapKnown, unknown, type Known } from '../known';
import { findVirtualNetwork, nameOf } from '../network/find';
import type { NetworkModel, Peering, ResourceId, Subnet, VirtualNetwork } from '../network/model';
import { parsePrefix, type Prefix } from '../addresses/prefix';
import { reason, type Reason } from '../reason';

/** Returns whether traffic passes, which requires that both sides agreed (virtual network peering, state `Connected`). */
export function isConnected(peering: Pick<Peering, 'state'>): Known<boolean> {
  return mapKnown(peering.state, (state) => state.toLowerCase() === 'connected');
}

/** False only if certainly no traffic passes. */
export function mayBeConnected(peering: Pick<Peering, 'state'>): boolean {
  const connected = isConnected(peering);
  return !connected.known || connected.value;
}

/** A subnet with its network and model. */
export interface PeeredPlace {
  readonly model: NetworkModel;
  readonly network: VirtualNetwork;
  readonly subnet: Subnet;
}

/**
 * Returns the network's peerings as they carry IPv4 traffic of the subnet. For a subnet peering, the far side is the
 * subnets that it names. In preview, an omitted subnet still had the route; after that it no longer did (subnet
 * peering, 2024-12-03). Azure refuses overlapping peers, so if two overlap, it isn't known which one has an address.
 */
export function effectivePeerings(place: PeeredPlace): Known<readonly Peering[]> {
  const { network, subnet, model } = place;
  const before = kept.get(subnet);
  if (before?.network === network && before.networks === model.virtualNetworks) return before.peerings;
  const peerings = carriedBy(place);
  kept.set(subnet, { network, networks: model.virtualNetworks, peerings });
  return peerings;
}

interface CachedPeerings {
  readonly network: VirtualNetwork;
  readonly networks: readonly VirtualNetwork[];
  readonly peerings: Known<readonly Peering[]>;
}

/** Cache, because every private endpoint needs them again. */
const kept = new WeakMap<Subnet, CachedPeerings>();

function carriedBy({ model, network, subnet }: PeeredPlace): Known<readonly Peering[]> {
  return mapKnown(network.peerings, (all) => {
    const carried = all
      .filter((one) => one.onlyIpv6 !== true)
      .map((one) => (one.parts ? ofParts(one, model, subnet) : one))
      .map((one) => withUnknown(one, one.blocksAccess ? blockedAccess(one) : undefined));
    const clash = overlapsIn(network, carried);
    return clash.size === 0 ? carried : carried.map((one) => withUnknown(one, clash.get(one)));
  });
}

/**
 * “Traffic doesn't flow” (manage a peering, 2018-02-09), according to the same page because `VirtualNetwork` no longer
 * includes the peer. The effect of a rule with addresses isn't documented.
 */
function blockedAccess({ name }: Peering): Reason {
  return reason('unknown.peeringAccess', { name });
}

function ofParts(peering: Peering, model: NetworkModel, subnet: Subnet): Peering {
  const { parts, name, remoteId } = peering;
  if (!parts) return peering;
  const because = reason('unknown.subnetPeering', { name, subnet: subnet.name });
  if (!isNamed(parts.local, subnet.name)) return withUnknown(peering, because);
  const remote = findVirtualNetwork(model, remoteId);
  if (!remote) {
    const unread = reason('unknown.notRead', { name: nameOf(remoteId) });
    return { ...peering, remotePrefixes: unknown(unread) };
  }
  const prefixes: string[] = [];
  for (const { name: theirs, addressPrefixes } of remote.subnets) {
    if (!isNamed(parts.remote, theirs)) continue;
    if (!addressPrefixes.known) return { ...peering, remotePrefixes: addressPrefixes };
    prefixes.push(...addressPrefixes.value);
  }
  return { ...peering, remotePrefixes: known(prefixes) };
}

function isNamed(names: readonly string[], name: string): boolean {
  return names.some((one) => one.toLowerCase() === name.toLowerCase());
}

function withUnknown(peering: Peering, because: Reason | undefined): Peering {
  return because && mayBeConnected(peering) ? { ...peering, state: unknown(because) } : peering;
}

interface Owned extends Prefix {
  /** Undefined for the network's own address space. */
  readonly by: Peering | undefined;
}

/** Returns connected peers whose address space overlaps another's, or the network's own. */
function overlapsIn(network: VirtualNetwork, peerings: readonly Peering[]): ReadonlyMap<Peering, Reason> {
  const own = network.addressPrefixes.known ? network.addressPrefixes.value : [];
  const all: Owned[] = [
    ...ownedBy(own, undefined),
    ...peerings
      .filter(mayBeConnected)
      .flatMap((one) => (one.remotePrefixes.known ? ownedBy(one.remotePrefixes.value, one) : [])),
  ].sort((a, b) => a.first - b.first || b.last - a.last);
  const found = new Map<Peering, Reason>();
  let widest: Owned | undefined;
  for (const one of all) {
    if (widest && one.first <= widest.last && one.by !== widest.by) note(found, one, widest);
    if (!widest || one.last > widest.last) widest = one;
  }
  return found;
}

function note(found: Map<Peering, Reason>, one: Owned, other: Owned): void {
  const name = (owner: Owned): string => (owner.by ? nameOf(owner.by.remoteId) : '');
  const because = reason('unknown.peeringOverlap', {
    names: [name(one), name(other)].filter(Boolean),
  });
  for (const { by } of [one, other]) if (by) found.set(by, because);
}

function ownedBy(texts: readonly string[], by: Peering | undefined): Owned[] {
  return texts.flatMap((text) => {
    const prefix = parsePrefix(text.trim());
    return prefix ? [{ ...prefix, by }] : [];
  });
}

/** Returns whether a peering from `peeringsOf` leads to a subnet of the other network. */
export function leadsTo(peering: Peering, subnetId: ResourceId): Known<boolean> {
  if (peering.parts && !isNamed(peering.parts.remote, nameOf(subnetId))) return known(false);
  return isConnected(peering);
}
