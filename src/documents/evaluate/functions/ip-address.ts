import { formatIpv4, parseIpv4 } from '../../../core/addresses/ipv4';
import { isIpv6 } from '../../../core/addresses/ipv6';

/** An address as a number, and the number of bits in its family. */
export interface IpAddress {
  readonly bits: bigint;
  readonly width: 32 | 128;
}

/** Parses an IPv4 or IPv6 address, or returns undefined if the text isn't one. */
export function parseIp(text: string): IpAddress | undefined {
  const four = parseIpv4(text);
  if (four !== undefined) return { bits: BigInt(four), width: 32 };
  const six = withoutIpv4(text);
  return isIpv6(six) ? { bits: bitsOfIpv6(six), width: 128 } : undefined;
}

/** Converts `::ffff:10.0.0.1` to `::ffff:a00:1`. */
function withoutIpv4(text: string): string {
  const [four = ''] = /(?<=:)\d+\.\d+\.\d+\.\d+$/.exec(text) ?? [];
  const bits = parseIpv4(four);
  if (bits === undefined) return text;
  return text.slice(0, -four.length) + [bits >>> 16, bits & 0xffff].map((one) => one.toString(16)).join(':');
}

function bitsOfIpv6(text: string): bigint {
  const [head = '', tail] = text.split('::');
  const left = groupsOf(head);
  const right = tail === undefined ? [] : groupsOf(tail);
  const zeros = Array.from({ length: 8 - left.length - right.length }, () => 0);
  const all = tail === undefined ? left : [...left, ...zeros, ...right];
  return all.reduce((sum, group) => (sum << 16n) | BigInt(group), 0n);
}

function groupsOf(text: string): readonly number[] {
  return text === '' ? [] : text.split(':').map((group) => parseInt(group, 16));
}

/**
 * Formats an address as .NET does: IPv6 in lowercase, without the longest run of zeros, and with an embedded IPv4
 * address in its own notation.
 */
export function formatIp({ bits, width }: IpAddress): string {
  if (width === 32) return formatIpv4(Number(bits));
  const groups = Array.from({ length: 8 }, (_, index) =>
    Number((bits >> BigInt(112 - index * 16)) & 0xffffn),
  );
  if (!hasIpv4Inside(groups)) return formatGroups(groups);
  return `${formatGroups(groups.slice(0, 6)).replace(/:?$/, ':')}${formatIpv4(Number(bits & 0xffffffffn))}`;
}

/**
 * Returns whether an address contains an IPv4 address: `::10.0.0.1`, `::ffff:10.0.0.1`, `::ffff:0:10.0.0.1` (RFC 5952, RFC
 * 2765) and `…:5efe:10.0.0.1` (RFC 5214).
 */
function hasIpv4Inside(groups: readonly number[]): boolean {
  const before = groups.slice(4, 6).map((one) => one.toString(16));
  const isAlone = groups.slice(0, 4).every((one) => one === 0) && groups[6] !== 0;
  return before.join(':') === '0:5efe' || (isAlone && ['0:0', '0:ffff', 'ffff:0'].includes(before.join(':')));
}

function formatGroups(groups: readonly number[]): string {
  const written = groups.map((group) => group.toString(16)).join(':');
  const runs = [...written.matchAll(/(?:^|:)0(?::0)+(?=:|$)/g)].map(([run]) => run);
  const longest = runs.reduce(
    (best, run) => (run.replace(/^:/, '').length > best.replace(/^:/, '').length ? run : best),
    '',
  );
  if (longest === '') return written;
  const at = written.indexOf(longest);
  return `${written.slice(0, at)}::${written.slice(at + longest.length).replace(/^:/, '')}`;
}
