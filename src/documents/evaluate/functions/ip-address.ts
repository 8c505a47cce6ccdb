import { formatIpv4, parseIpv4 } from '../../../core/addresses/ipv4';
import { isIpv6 } from '../../../core/addresses/ipv6';

/** An address as one number, and how many bits its family has. */
export interface IpAddress {
  readonly bits: bigint;
  readonly width: 32 | 128;
}

/** Reads an address of either family; undefined where the text is none. */
export function parseIp(text: string): IpAddress | undefined {
  const four = parseIpv4(text);
  if (four !== undefined) return { bits: BigInt(four), width: 32 };
  return isIpv6(text) ? { bits: bitsOfIpv6(text), width: 128 } : undefined;
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
  if (text === '') return [];
  return text.split(':').flatMap((group) => {
    const four = group.includes('.') ? parseIpv4(group) : undefined;
    return four === undefined ? [parseInt(group, 16)] : [four >>> 16, four & 0xffff];
  });
}

/** An address as .NET writes it: of IPv6 in lower case, the longest run of zeros left out. */
export function formatIp({ bits, width }: IpAddress): string {
  if (width === 32) return formatIpv4(Number(bits));
  const groups = Array.from({ length: 8 }, (_, index) =>
    Number((bits >> BigInt(112 - index * 16)) & 0xffffn),
  );
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
