import { formatIp, parseIp, type IpAddress } from './ip-address';

/** An address with a prefix length. Bits after the prefix can be set. */
export interface Cidr extends IpAddress {
  readonly length: number;
}

/** Parses `10.0.0.0/16` or `fd00::/8`. An address without a prefix length is a single address. */
export function parseCidr(text: string): Cidr | undefined {
  const [, address = '', length] = /^([^/]*)(?:\/(\d{1,3}))?$/.exec(text) ?? [];
  const ip = parseIp(address);
  if (ip === undefined) return undefined;
  const bits = length === undefined ? ip.width : Number(length);
  return bits <= ip.width ? { ...ip, length: bits } : undefined;
}

function hostBits({ width, length }: Cidr): bigint {
  return (1n << BigInt(width - length)) - 1n;
}

/** Returns the first address of the network. */
export function networkOf(cidr: Cidr): IpAddress {
  return { bits: cidr.bits & ~hostBits(cidr), width: cidr.width };
}

/** Returns the last address of the network. */
export function broadcastOf(cidr: Cidr): IpAddress {
  return { bits: cidr.bits | hostBits(cidr), width: cidr.width };
}

/** Returns the prefix as a mask. */
export function maskOf(cidr: Cidr): IpAddress {
  return { bits: ((1n << BigInt(cidr.width)) - 1n) & ~hostBits(cidr), width: cidr.width };
}

/** Returns the subnet number `index` with the prefix length `length` inside `cidr`, or undefined if there is none. */
export function subnetOf(cidr: Cidr, length: number, index: number): string | undefined {
  if (length < cidr.length || length > cidr.width || index < 0) return undefined;
  if (BigInt(index) >= 1n << BigInt(length - cidr.length)) return undefined;
  const bits = networkOf(cidr).bits + (BigInt(index) << BigInt(cidr.width - length));
  return `${formatIp({ bits, width: cidr.width })}/${length}`;
}

/**
 * Returns the host number `index` of the network, or undefined if there is none. It counts from 0, after the network's
 * own address and before its last address.
 */
export function cidrHost(cidr: Cidr, index: number): string | undefined {
  const bits = networkOf(cidr).bits + BigInt(index) + 1n;
  if (index < 0 || bits >= broadcastOf(cidr).bits) return undefined;
  return formatIp({ bits, width: cidr.width });
}
