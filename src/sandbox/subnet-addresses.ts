import { formatIpv4 } from '../core/addresses/ipv4';
import { parsePrefix } from '../core/addresses/prefix';

/** An address of a subnet in use, with its owner. */
export interface Allocation {
  readonly subnetId: string;
  readonly address: string;
  /** ID of the IP configuration that has the address. */
  readonly ipConfigurationId: string;
  /** Owner whose deletion releases it: the ID of a compute resource or an endpoint. */
  readonly owner: string;
}

export interface SubnetAddresses {
  inUse(subnetId: string): readonly Allocation[];
  free(subnetId: string, prefixes: readonly string[]): number;
  /** Assigns up to `count` addresses, lowest first; fewer if the subnet has fewer. */
  allocate(request: AllocationRequest): readonly Allocation[];
  release(owner: string): void;
  releaseOne(ipConfigurationId: string): void;
}

interface AllocationRequest {
  readonly subnetId: string;
  readonly prefixes: readonly string[];
  readonly count: number;
  readonly owner: string;
  /** Returns the ID of the IP configuration of the n-th address. */
  readonly configurationId: (index: number) => string;
}

/** Azure reserves the first four addresses and the last address of each prefix (virtual network FAQ). */
const keptAtStart = 4;
const keptAtEnd = 1;

export function createSubnetAddresses(): SubnetAddresses {
  const held = new Map<string, Allocation[]>();
  const of = (subnetId: string): Allocation[] => held.get(subnetId.toLowerCase()) ?? [];
  const drop = (isReleased: (allocation: Allocation) => boolean): void => {
    for (const [key, list] of held) {
      held.set(
        key,
        list.filter((allocation) => !isReleased(allocation)),
      );
    }
  };
  return {
    inUse: of,
    free: (subnetId, prefixes) => Math.max(0, usableAddressCount(prefixes) - of(subnetId).length),
    allocate: (request) => {
      const used = new Set(of(request.subnetId).map((allocation) => allocation.address));
      const allocated: Allocation[] = [];
      for (const address of usableAddresses(request.prefixes)) {
        if (allocated.length >= request.count) break;
        if (used.has(address)) continue;
        const ipConfigurationId = request.configurationId(allocated.length);
        allocated.push({ subnetId: request.subnetId, address, ipConfigurationId, owner: request.owner });
      }
      held.set(request.subnetId.toLowerCase(), [...of(request.subnetId), ...allocated]);
      return allocated;
    },
    release: (owner) => drop((allocation) => allocation.owner.toLowerCase() === owner.toLowerCase()),
    releaseOne: (id) => drop((allocation) => allocation.ipConfigurationId.toLowerCase() === id.toLowerCase()),
  };
}

/** Returns the number of addresses for machines: all except the five that Azure reserves in each IPv4 prefix. */
export function usableAddressCount(prefixes: readonly string[]): number {
  let capacity = 0;
  for (const text of prefixes) {
    const range = parsePrefix(text);
    if (range) capacity += Math.max(0, range.last - range.first + 1 - keptAtStart - keptAtEnd);
  }
  return capacity;
}

function* usableAddresses(prefixes: readonly string[]): Generator<string> {
  for (const text of prefixes) {
    const range = parsePrefix(text);
    if (!range) continue;
    for (let address = range.first + keptAtStart; address <= range.last - keptAtEnd; address += 1) {
      yield formatIpv4(address);
    }
  }
}
