import { parsePrefix } from '../core/addresses/prefix';

/** True if two prefixes share an address. A text that isn't an IPv4 prefix shares none. */
export function prefixesOverlap(a: string, b: string): boolean {
  const one = parsePrefix(a);
  const other = parsePrefix(b);
  return one !== undefined && other !== undefined && one.first <= other.last && other.first <= one.last;
}
