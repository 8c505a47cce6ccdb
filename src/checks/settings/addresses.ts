import { memberCount } from '../../core/addresses/interval-set';
import { refusedAddressSpace } from '../../core/azure-facts/platform-addresses';
import { assignableAddresses } from '../../core/azure-facts/subnet-addresses';
import { nameOf } from '../../core/network/find';
import { firstUnread, mapKnown, type Known } from '../../core/known';
import type { Subnet, VirtualNetwork } from '../../core/network/model';
import { mayBeConnected } from '../../core/reach/peering';
import type { Reason } from '../../core/reason';
import { prefixesOverlap } from '../overlap';
import { withSeverity, passed, failed, unknownResult, type SettingResult } from '../setting-result';
import type { PlaceContext } from '../setting-context';

/** Address range of Docker's bridge on every node (configure a private endpoint, 2025-05-22). */
const containerPrefix = '172.17.0.0/16';

/** Checks requirements `subnet-free-ips-cluster` and `subnet-free-ips-instance`. */
export function checkFreeAddresses({ plan, place }: PlaceContext): SettingResult {
  const usable = usableAddresses(place.subnet);
  if (!usable.known) return unknownResult(usable.because);
  const unread = firstUnread(place.subnet.addressesInUse, plan.maxNodes, plan.minNodes);
  if (unread) return unknownResult(unread);
  const unused = usable.value - numberOf(place.subnet.addressesInUse);
  // Without free addresses, it doesn't matter how many are reserved for other compute resources.
  if (unused <= 0) return failed('check.free.none');
  const { reservedAddresses, reservedAsBefore } = plan;
  if (!reservedAddresses.known) return unknownResult(reservedAddresses.because);
  const answer = checkFree(Math.max(0, unused - reservedAddresses.value), plan);
  return reservedAsBefore ? { ...answer, assumptions: [reservedAsBefore] } : answer;
}

function checkFree(free: number, plan: PlaceContext['plan']): SettingResult {
  const needed = numberOf(plan.maxNodes);
  if (free >= needed) return passed('check.free.enough', { free, needed });
  const starts = free >= Math.max(1, numberOf(plan.minNodes));
  return withSeverity(starts ? 'warning' : 'error', failed('check.free.short', { free, needed }));
}

/** Checks requirement `subnet-minimum-prefix`: whether the plan fits even into the empty subnet. */
export function checkSubnetSize({ plan, place }: PlaceContext): SettingResult {
  const usable = usableAddresses(place.subnet);
  if (!usable.known) return unknownResult(usable.because);
  if (!plan.maxNodes.known) return unknownResult(plan.maxNodes.because);
  const needed = plan.maxNodes.value;
  return usable.value >= needed
    ? passed('check.size.enough', { usable: usable.value })
    : failed('check.size.small', { usable: usable.value, needed });
}

/** Checks requirement `vnet-docker-bridge-overlap`: an error in this network, a warning in a peered network. */
export function checkContainerOverlap({ place }: PlaceContext): SettingResult {
  const { addressPrefixes, peerings } = place.network;
  if (!addressPrefixes.known) return unknownResult(addressPrefixes.because);
  const [own] = overlapping(addressPrefixes.value, containerPrefix);
  if (own !== undefined) return failed('check.overlap.own', { prefix: own });
  return checkPeersOverlap(peerings);
}

/** Checks peered networks. A certain overlap takes precedence over unread peerings. */
function checkPeersOverlap(peerings: VirtualNetwork['peerings']): SettingResult {
  if (!peerings.known) return withSeverity('warning', unknownResult(peerings.because));
  let unread: Reason | undefined;
  for (const peering of peerings.value.filter(mayBeConnected)) {
    const { remotePrefixes, remoteId, state } = peering;
    if (!remotePrefixes.known) {
      unread ??= remotePrefixes.because;
      continue;
    }
    const [prefix] = overlapping(remotePrefixes.value, containerPrefix);
    if (prefix === undefined) continue;
    if (state.known) {
      return withSeverity('warning', failed('check.overlap.peer', { prefix, name: nameOf(remoteId) }));
    }
    unread ??= state.because;
  }
  return unread ? withSeverity('warning', unknownResult(unread)) : passed('check.overlap.none');
}

/** Checks requirement `vnet-address-space-disallowed`. */
export function checkDisallowed({ place }: PlaceContext): SettingResult {
  const { addressPrefixes } = place.network;
  if (!addressPrefixes.known) return unknownResult(addressPrefixes.because);
  for (const reserved of refusedAddressSpace) {
    const [prefix] = overlapping(addressPrefixes.value, reserved);
    if (prefix !== undefined) return failed('check.addresses.refused', { prefix, reserved });
  }
  return passed('check.addresses.fine');
}

/**
 * Returns the number of addresses that compute resources can use in the subnet: IPv4 without Azure's five per prefix.
 */
export function usableAddresses(subnet: Pick<Subnet, 'addressPrefixes'>): Known<number> {
  return mapKnown(subnet.addressPrefixes, (prefixes) => memberCount(assignableAddresses(prefixes)));
}

/** Returns the `prefixes` that share an address with `other`. */
function overlapping(prefixes: readonly string[], other: string): readonly string[] {
  return prefixes.filter((prefix) => prefixesOverlap(prefix, other));
}

function numberOf(value: Known<number>): number {
  return value.known ? value.value : 0;
}
