import { failure } from '../failure-texts';
import { textAt } from '../json';
import { ownRulesOf, prefixesOf } from '../nodes/node-network';
import { inOrder, portMatches, type Rule } from '../nodes/rules';
import type { ServiceError } from '../responses';
import type { World } from '../settings';
import type { Item } from '../store';

/**
 * What the service itself compares before it begins: the words of the group's own outbound rules, not what their
 * addresses mean (AzureTRE issue 2780 of October 2022, azure-docs issue 91825 of April 2022). The message names
 * `VirtualNetwork` as source; that a rule with the subnet's own prefix counts too is a guess.
 */
export function preflightError(world: World, subnet: Item, region: string): ServiceError | undefined {
  const group = textAt(subnet.properties, 'networkSecurityGroup', 'id');
  if (group === undefined) return undefined;
  const decides = inOrder(ownRulesOf(world, group), 'Outbound').find((rule) =>
    concerns(rule, subnet, region),
  );
  if (decides?.access !== 'Deny') return undefined;
  return failure('groupRulesMissing', { group, region, priority: decides.priority });
}

function concerns(rule: Rule, subnet: Item, region: string): boolean {
  if (rule.protocol !== '*' && rule.protocol.toLowerCase() !== 'tcp') return false;
  if (!portMatches(rule.destinationPorts, 445)) return false;
  return (
    names(rule.sources, ['*', 'any', '0.0.0.0/0', 'virtualnetwork', ...prefixesOf(subnet)]) &&
    names(rule.destinations, [
      '*',
      'any',
      '0.0.0.0/0',
      'storage',
      'internet',
      `storage.${region}`.toLowerCase(),
    ])
  );
}

function names(written: readonly string[], accepted: readonly string[]): boolean {
  return written.some((name) => accepted.includes(name.toLowerCase()));
}
