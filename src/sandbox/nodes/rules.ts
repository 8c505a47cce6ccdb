import { numberAt, textAt, textsAt, type Json } from '../json';

/** A security rule, singular and plural members merged. */
export interface Rule {
  readonly name: string;
  readonly priority: number;
  readonly direction: 'Inbound' | 'Outbound';
  readonly access: 'Allow' | 'Deny';
  readonly protocol: string;
  readonly sources: readonly string[];
  readonly destinations: readonly string[];
  readonly sourcePorts: readonly string[];
  readonly destinationPorts: readonly string[];
}

export interface Packet {
  readonly protocol: 'Tcp' | 'Udp';
  readonly from: number;
  readonly fromPort: number;
  readonly to: number;
  readonly toPort: number;
}

/** Whether an address belongs to what a rule names: a prefix, a tag, `*`. */
export type Meaning = (named: string, address: number) => boolean;

export function readRule(name: string, properties: Json): Rule {
  return {
    name,
    priority: numberAt(properties, 'priority') ?? 4096,
    direction: textAt(properties, 'direction')?.toLowerCase() === 'inbound' ? 'Inbound' : 'Outbound',
    access: textAt(properties, 'access')?.toLowerCase() === 'allow' ? 'Allow' : 'Deny',
    protocol: textAt(properties, 'protocol') ?? '*',
    sources: merged(properties, 'sourceAddressPrefix', 'sourceAddressPrefixes'),
    destinations: merged(properties, 'destinationAddressPrefix', 'destinationAddressPrefixes'),
    sourcePorts: merged(properties, 'sourcePortRange', 'sourcePortRanges'),
    destinationPorts: merged(properties, 'destinationPortRange', 'destinationPortRanges'),
  };
}

function merged(properties: Json, singular: string, plural: string): string[] {
  const one = textAt(properties, singular);
  return [...(one === undefined || one === '' ? [] : [one]), ...textsAt(properties, plural)];
}

/** Rules of a group, first to decide first. Rules on application groups never concern Azure ML's own machines. */
export function inOrder(rules: readonly Rule[], direction: Rule['direction']): Rule[] {
  return rules
    .filter((rule) => rule.direction === direction)
    .sort((left, right) => left.priority - right.priority);
}

/** The rule that decides a packet: the first that matches. */
export function firstMatch<R extends Omit<Rule, 'access'>>(
  ordered: readonly R[],
  packet: Packet,
  means: Meaning,
): R | undefined {
  return ordered.find((rule) => matches(rule, packet, means));
}

function matches(rule: Omit<Rule, 'access'>, packet: Packet, means: Meaning): boolean {
  return (
    (rule.protocol === '*' || rule.protocol.toLowerCase() === packet.protocol.toLowerCase()) &&
    portMatches(rule.sourcePorts, packet.fromPort) &&
    portMatches(rule.destinationPorts, packet.toPort) &&
    rule.sources.some((named) => means(named, packet.from)) &&
    rule.destinations.some((named) => means(named, packet.to))
  );
}

/** No range at all means every port. */
export function portsOf(ranges: readonly string[]): readonly string[] {
  return ranges.length > 0 ? ranges : ['*'];
}

export function portMatches(ranges: readonly string[], port: number): boolean {
  return ranges.some((text) => {
    if (text === '*') return true;
    const [low = '', high = low] = text.split('-');
    return port >= Number(low) && port <= Number(high);
  });
}
