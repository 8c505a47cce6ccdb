import { bodyNumber, bodyText, bodyTexts, type BodyJson } from '../body-json';

/** A security rule with singular and plural members merged. */
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

export interface NodePacket {
  readonly protocol: 'Tcp' | 'Udp';
  readonly from: number;
  readonly fromPort: number;
  readonly to: number;
  readonly toPort: number;
}

/** Whether an address belongs to what a rule names: a prefix, a tag, or `*`. */
export type AddressMatcher = (named: string, address: number) => boolean;

export function readRule(name: string, properties: BodyJson): Rule {
  return {
    name,
    priority: bodyNumber(properties, 'priority') ?? 4096,
    direction: bodyText(properties, 'direction')?.toLowerCase() === 'inbound' ? 'Inbound' : 'Outbound',
    access: bodyText(properties, 'access')?.toLowerCase() === 'allow' ? 'Allow' : 'Deny',
    protocol: bodyText(properties, 'protocol') ?? '*',
    sources: merged(properties, 'sourceAddressPrefix', 'sourceAddressPrefixes'),
    destinations: merged(properties, 'destinationAddressPrefix', 'destinationAddressPrefixes'),
    sourcePorts: merged(properties, 'sourcePortRange', 'sourcePortRanges'),
    destinationPorts: merged(properties, 'destinationPortRange', 'destinationPortRanges'),
  };
}

function merged(properties: BodyJson, singular: string, plural: string): string[] {
  const one = bodyText(properties, singular);
  return [...(one === undefined || one === '' ? [] : [one]), ...bodyTexts(properties, plural)];
}

/**
 * Returns the rules of an NSG in evaluation order. Rules for application security groups never apply to Azure ML's own
 * machines.
 */
export function nodeRulesInOrder(rules: readonly Rule[], direction: Rule['direction']): Rule[] {
  return rules
    .filter((rule) => rule.direction === direction)
    .sort((left, right) => left.priority - right.priority);
}

/** Returns the rule that decides a packet: the first that matches. */
export function firstMatch<R extends Omit<Rule, 'access'>>(
  ordered: readonly R[],
  packet: NodePacket,
  means: AddressMatcher,
): R | undefined {
  return ordered.find((rule) => matches(rule, packet, means));
}

function matches(rule: Omit<Rule, 'access'>, packet: NodePacket, means: AddressMatcher): boolean {
  return (
    (rule.protocol === '*' || rule.protocol.toLowerCase() === packet.protocol.toLowerCase()) &&
    portMatches(rule.sourcePorts, packet.fromPort) &&
    portMatches(rule.destinationPorts, packet.toPort) &&
    rule.sources.some((named) => means(named, packet.from)) &&
    rule.destinations.some((named) => means(named, packet.to))
  );
}

/** Returns the ports. An empty list of ranges means every port. */
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
