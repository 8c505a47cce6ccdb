import { parsePrefix } from '../../core/addresses/prefix';
import type { Subnet } from '../../core/network/model';

/** Addresses that Azure keeps in every IPv4 prefix of a subnet (virtual network FAQ, 2019-02-12). */
const keptByAzure = 5;

export interface SubnetCapacity {
  /** Addresses a compute could ever take; null where the prefixes are unknown. */
  readonly total: number | null;
  readonly inUse: number | null;
  /** Free now and not promised to another cluster; null where use is not readable. */
  readonly free: number | null;
}

/** Addresses of `subnet`, with `promised` of them spoken for by other clusters. */
export function subnetCapacity(subnet: Subnet, promised: number): SubnetCapacity {
  const total = subnet.addressPrefixes.known ? usable(subnet.addressPrefixes.value) : null;
  const inUse = subnet.addressesInUse.known ? subnet.addressesInUse.value : null;
  const free = total === null || inUse === null ? null : Math.max(0, total - inUse - promised);
  return { total, inUse, free };
}

function usable(prefixes: readonly string[]): number {
  let sum = 0;
  for (const text of prefixes) {
    const prefix = parsePrefix(text);
    if (prefix) sum += Math.max(0, prefix.last - prefix.first + 1 - keptByAzure);
  }
  return sum;
}
