import { adminRulesOf } from '../network/network-managers';
import { listAt, numberAt, textAt, textsAt, type Json } from '../json';
import type { World } from '../settings';
import { firstMatch, portsOf, type Meaning, type Packet, type Rule } from './rules';

/** A network manager's rule: what it says of packets before any security group is asked. */
export interface AdminRule extends Omit<Rule, 'access'> {
  readonly access: 'Allow' | 'Deny' | 'AlwaysAllow';
}

/** Security admin rules in effect in a network, by priority. */
export function readAdminRules(world: World, networkId: string): AdminRule[] {
  return adminRulesOf(world, networkId)
    .map(({ rule }) => readAdminRule(rule.name, rule.properties))
    .sort((left, right) => left.priority - right.priority);
}

function readAdminRule(name: string, properties: Json): AdminRule {
  return {
    name,
    priority: numberAt(properties, 'priority') ?? 4096,
    direction: textAt(properties, 'direction') === 'Inbound' ? 'Inbound' : 'Outbound',
    access: accessOf(textAt(properties, 'access')),
    protocol: protocolOf(textAt(properties, 'protocol')),
    sources: sideOf(properties, 'sources'),
    destinations: sideOf(properties, 'destinations'),
    sourcePorts: portsOf(textsAt(properties, 'sourcePortRanges')),
    destinationPorts: portsOf(textsAt(properties, 'destinationPortRanges')),
  };
}

function accessOf(word: string | undefined): AdminRule['access'] {
  return word === 'Allow' || word === 'AlwaysAllow' ? word : 'Deny';
}

function protocolOf(word: string | undefined): string {
  return word === undefined || word === 'Any' ? '*' : word;
}

function sideOf(properties: Json, member: string): string[] {
  const named = listAt(properties, member).flatMap((one) => textAt(one, 'addressPrefix') ?? []);
  return named.length > 0 ? named : ['*'];
}

/** What the first rule that matches says; the groups decide where it only allows, or where none matches. */
export function adminWord(
  rules: readonly AdminRule[],
  packet: Packet,
  { means, direction }: { readonly means: Meaning; readonly direction: Rule['direction'] },
): AdminRule | undefined {
  return firstMatch(
    rules.filter((rule) => rule.direction === direction),
    packet,
    means,
  );
}
