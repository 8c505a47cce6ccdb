const group = /^[0-9a-f]{1,4}$/i;
const length = /^(0|[1-9]\d{0,2})$/;

/**
 * True for an IPv6 address or prefix. It is only recognized, never evaluated: an IPv6 prefix doesn't match IPv4
 * packets.
 */
export function isIpv6(text: string): boolean {
  if (!text.includes(':')) return false;
  const [address = '', bits = '0', ...rest] = text.split('/');
  if (rest.length > 0 || !length.test(bits) || Number(bits) > 128) return false;
  const halves = address.split('::');
  if (halves.length > 2) return false;
  const groups = halves.flatMap((half) => (half === '' ? [] : half.split(':')));
  if (!groups.every((one) => group.test(one))) return false;
  return halves.length === 2 ? groups.length < 8 : groups.length === 8;
}

/**
 * Returns the prefixes of a dual-stack subnet for checks and for new rules: only IPv4, because a rule can't mix both.
 */
export function withoutIpv6(prefixes: readonly string[]): readonly string[] {
  const ipv4 = prefixes.filter((one) => !isIpv6(one));
  return ipv4.length > 0 ? ipv4 : prefixes;
}
