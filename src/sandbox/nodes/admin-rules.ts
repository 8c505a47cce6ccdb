import { managerRulesInEffect } from '../network/network-managers';
import { bodyList, bodyNumber, bodyText, bodyTexts, type BodyJson } from '../body-json';
import type { World } from '../settings';
import { firstMatch, portsOf, type AddressMatcher, type NodePacket, type Rule } from './rules';

/** A network manager's rule, which is evaluated before any NSG. */
export interface NodeAdminRule extends Omit<Rule, 'access'> {
  readonly access: 'Allow' | 'Deny' | 'AlwaysAllow';
}

/** Returns the security admin rules in effect in a network, by priority. */
export function adminRulesInEffect(world: World, networkId: string): NodeAdminRule[] {
  return managerRulesInEffect(world, networkId)
    .map(({ rule }) => readAdminRule(rule.name, rule.properties))
    .sort((left, right) => left.priority - right.priority);
}

function readAdminRule(name: string, properties: BodyJson): NodeAdminRule {
  return {
    name,
    priority: bodyNumber(properties, 'priority') ?? 4096,
    direction: bodyText(properties, 'direction') === 'Inbound' ? 'Inbound' : 'Outbound',
    access: accessOf(bodyText(properties, 'access')),
    protocol: protocolOf(bodyText(properties, 'protocol')),
    sources: sideOf(properties, 'sources'),
    destinations: sideOf(properties, 'destinations'),
    sourcePorts: portsOf(bodyTexts(properties, 'sourcePortRanges')),
    destinationPorts: portsOf(bodyTexts(properties, 'destinationPortRanges')),
  };
}

function accessOf(word: string | undefined): NodeAdminRule['access'] {
  return word === 'Allow' || word === 'AlwaysAllow' ? word : 'Deny';
}

function protocolOf(word: string | undefined): string {
  return word === undefined || word === 'Any' ? '*' : word;
}

function sideOf(properties: BodyJson, member: string): string[] {
  const named = bodyList(properties, member).flatMap((one) => bodyText(one, 'addressPrefix') ?? []);
  return named.length > 0 ? named : ['*'];
}

/** Returns the first rule that matches. The NSGs decide if it has access Allow, or if none matches. */
export function adminWord(
  rules: readonly NodeAdminRule[],
  packet: NodePacket,
  { means, direction }: { readonly means: AddressMatcher; readonly direction: Rule['direction'] },
): NodeAdminRule | undefined {
  return firstMatch(
    rules.filter((rule) => rule.direction === direction),
    packet,
    means,
  );
}
