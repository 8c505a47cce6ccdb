import { setOfRanges, type IntervalSet } from '../addresses/interval-set';
import { parsePrefix } from '../addresses/prefix';

/**
 * Number of addresses that Azure reserves at the start and end of every subnet prefix (virtual network FAQ,
 * 2019-02-12).
 */
const keptAtStart = 4;
const keptAtEnd = 1;

/** Returns the addresses of a subnet's IPv4 prefixes that a machine can have; empty for a prefix smaller than /29. */
export function assignableAddresses(prefixes: readonly string[]): IntervalSet {
  return setOfRanges(
    prefixes
      .map(parsePrefix)
      .filter((prefix) => prefix !== undefined)
      .map(({ first, last }) => ({ first: first + keptAtStart, last: last - keptAtEnd }))
      .filter(({ first, last }) => first <= last),
  );
}
