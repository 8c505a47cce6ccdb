import type { DecidingFirewallRule } from '../core/check-result';
import { sameId } from '../core/network/find';
import type { ResourceId } from '../core/network/model';
import type { Value } from '../documents/evaluate/value';
import type { DeclaredNetwork } from '../documents/model/declared-network';
import { propertyOf, type DeclaredResource } from '../documents/model/declared-resource';
import { firewallMember } from '../documents/model/firewall/member-of';
import { ownLists } from '../documents/model/firewall/to-rule-collections';
import { knownItems, namePart, placeOfPart } from '../documents/model/parts';
import type { SourceRange } from '../documents/source/source-range';
import { declaredResource } from './resource-of';

const listNames = ['ruleCollections', ...Object.keys(ownLists)];

/** Returns the place of the deciding firewall rule's name, or null if no rule decided. */
export function placeOfFirewallRule(declared: DeclaredNetwork, by: DecidingFirewallRule): SourceRange | null {
  const container = declaredResource(declared, by.writtenIn);
  if (!container || by.isDefault) return null;
  const collections = listNames.flatMap((list) =>
    named(knownItems(propertyOf(container, list)), by.collection),
  );
  const [rule] = collections.flatMap((one) => named(knownItems(firewallMember(one, 'rules')), by.name));
  return rule ? (placeOfPart(firewallMember(rule, 'name')) ?? rule.from) : null;
}

/**
 * Returns the place of rules that could allow packets: the rules that decided, or those of the firewall or its policy.
 */
export function placeOfFirewallRules(
  declared: DeclaredNetwork,
  by: DecidingFirewallRule,
): SourceRange | null {
  const id = by.isDefault ? (lastGroupOf(declared, by.firewallId) ?? by.writtenIn) : by.writtenIn;
  const container = declaredResource(declared, id);
  return container ? (placeOfLists(container) ?? container.namePlace) : null;
}

function placeOfLists(container: DeclaredResource): SourceRange | null {
  const [first] = listNames.flatMap((list) => placeOfPart(propertyOf(container, list)) ?? []);
  return first ?? null;
}

function lastGroupOf({ model }: DeclaredNetwork, firewallId: ResourceId): ResourceId | undefined {
  const firewall = model.firewalls.find(({ id }) => sameId(id, firewallId));
  const policy = firewall?.policies.known ? firewall.policies.value.at(-1) : undefined;
  return policy?.groups.known ? policy.groups.value.at(-1)?.id : undefined;
}

function named(all: readonly Value[], name: string): readonly Value[] {
  return all.filter((one) => namePart(firewallMember(one, 'name')) === name);
}
