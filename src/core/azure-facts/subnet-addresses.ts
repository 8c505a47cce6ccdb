import { setOfRanges, type IntervalSet } from '../addresses/interval-set';
import { parsePrefix } from '../addresses/prefix';

/** Azure keeps the first four addresses and the last one of every subnet prefix (virtual network FAQ, 2019-02-12). */
const keptAtStart = 4;
const keptAtEnd = 1;

/** The addresses of a subnet's IPv4 prefixes that a machine can be given; none in a prefix smaller than /29. */
export function assignableAddresses(prefixes: readonly string[]): IntervalSet {
  return setOfRanges(
    prefixes
      .map(parsePrefix)
      .filter((prefix) => prefix !== undefined)
      .map(({ first, last }) => ({ first: first + keptAtStart, last: last - keptAtEnd }))
      .filter(({ first, last }) => first <= last),
  );
}
