import type { Protocol } from '../check-result';
import type { RuleProtocol } from '../network/model';

/** A set of protocols, with a bit for each. */
export type ProtocolSet = number;

const protocolOrder: readonly Protocol[] = ['TCP', 'UDP', 'ICMP', 'ESP', 'AH', 'other'];

const bit = { TCP: 1, UDP: 2, ICMP: 4, ESP: 8, AH: 16, other: 32 } as const;

/** Protocols whose packets have ports. */
export const withPorts: ProtocolSet = bit.TCP | bit.UDP;

/** The certain meaning of `*`: TCP, UDP, and ICMP (network security groups overview, 2025-07-15). */
export const documentedAny: ProtocolSet = withPorts | bit.ICMP;

export const everyProtocol: ProtocolSet = 63;

export function protocolSet(...protocols: readonly Protocol[]): ProtocolSet {
  return protocols.reduce((sum, protocol) => sum | bit[protocol], 0);
}

export function protocolsIn(set: ProtocolSet): Protocol[] {
  return protocolOrder.filter((protocol) => (set & bit[protocol]) !== 0);
}

const named: Readonly<Record<Exclude<RuleProtocol, '*'>, ProtocolSet>> = {
  Tcp: bit.TCP,
  Udp: bit.UDP,
  Icmp: bit.ICMP,
  Esp: bit.ESP,
  Ah: bit.AH,
};

/** Returns the protocols of a rule; `*` means every protocol. */
export function protocolsOfRule(protocol: RuleProtocol): ProtocolSet {
  return protocol === '*' ? everyProtocol : named[protocol];
}
