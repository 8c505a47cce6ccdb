import { parsePrefix } from '../addresses/prefix';
import type { Subnet } from './model';

/** Number of addresses that Azure reserves in every IPv4 prefix of a subnet (virtual network FAQ, 2019-02-12). */
const keptByAzure = 5;

export interface SubnetCapacity {
  /** Number of addresses for compute resources in total; null if the prefixes are unknown. */
  readonly total: number | null;
  readonly inUse: number | null;
  /** Number of free addresses that aren't reserved for another cluster; null if their usage isn't readable. */
  readonly free: number | null;
}

/** Returns the capacity of `subnet`, of which `reserved` addresses are for other clusters. */
export function subnetCapacity(subnet: Subnet, reserved: number): SubnetCapacity {
  const total = subnet.addressPrefixes.known ? usable(subnet.addressPrefixes.value) : null;
  const inUse = subnet.addressesInUse.known ? subnet.addressesInUse.value : null;
  const free = total === null || inUse === null ? null : Math.max(0, total - inUse - reserved);
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
