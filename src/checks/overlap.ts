import { parsePrefix } from '../core/addresses/prefix';

/** True where two prefixes share an address; what is no IPv4 prefix shares none. */
export function prefixesOverlap(a: string, b: string): boolean {
  const one = parsePrefix(a);
  const other = parsePrefix(b);
  return one !== undefined && other !== undefined && one.first <= other.last && other.first <= one.last;
}
