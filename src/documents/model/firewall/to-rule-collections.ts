import { known, unknown, type Known } from '../../../core/known';
import type { FirewallRule, RuleCollection, RuleCollectionGroup } from '../../../core/network/firewall';
import { accesses } from '../../../core/network/enums';
import { reason } from '../../../core/reason';
import type { Value } from '../../evaluate/value';
import { propertyOf, type DeclaredResource } from '../declared-resource';
import {
  missingProperty,
  allKnown,
  itemsPart,
  namePart,
  numberPart,
  partOf,
  textPart,
  enumPart,
  type Part,
} from '../parts';
import { displayName } from '../display-name';
import { firewallMember } from './member-of';
import { toDeclaredFirewallRule } from './to-firewall-rule';

/** Converts a rule collection group of a policy. The collections of a group that possibly isn't created are unknown. */
export function toRuleCollectionGroup(group: DeclaredResource): RuleCollectionGroup {
  return {
    id: group.id,
    name: displayName(group.name),
    priority: numberPart(propertyOf(group, 'priority'), missingProperty(group.name, 'priority')),
    collections: group.isDeployed.known
      ? collectionsIn(propertyOf(group, 'ruleCollections'), ruleOfPolicy)
      : group.isDeployed,
  };
}

/** The rule lists of a classic firewall, by name. */
export const ownLists: Readonly<Record<string, FirewallRule['is']>> = {
  natRuleCollections: 'nat',
  networkRuleCollections: 'network',
  applicationRuleCollections: 'application',
};

/** Returns the rule collections in the firewall itself. */
export function ownCollections(firewall: DeclaredResource): Known<readonly RuleCollection[]> {
  const lists = allKnown(
    Object.entries(ownLists).map(([list, is]) =>
      collectionsIn(propertyOf(firewall, list), (rule) => known(toDeclaredFirewallRule(rule, is))),
    ),
  );
  return lists.known ? known(lists.value.flat()) : lists;
}

type ReadRule = (rule: Value) => Known<FirewallRule>;

function collectionsIn(list: Part, read: ReadRule): Known<readonly RuleCollection[]> {
  const items = itemsPart(list);
  return items.known ? known(items.value.map((one) => toCollection(one, read))) : items;
}

function toCollection(collection: Value, read: ReadRule): RuleCollection {
  const name = namePart(firewallMember(collection, 'name'));
  const rules = itemsPart(firewallMember(collection, 'rules'));
  const action = firewallMember(collection, 'action');
  return {
    name,
    priority: numberPart(firewallMember(collection, 'priority'), missingProperty(name, 'priority')),
    access: enumPart(accesses, partOf(action, 'type'), missingProperty(name, 'action')),
    rules: rules.known ? allKnown(rules.value.map(read)) : rules,
  };
}

const ruleTypes: Readonly<Record<string, FirewallRule['is']>> = {
  natrule: 'nat',
  networkrule: 'network',
  applicationrule: 'application',
};

function ruleOfPolicy(rule: Value): Known<FirewallRule> {
  const lacking = missingProperty(namePart(firewallMember(rule, 'name')), 'ruleType');
  const type = textPart(firewallMember(rule, 'ruleType'), lacking);
  if (!type.known) return type;
  const is = ruleTypes[type.value.toLowerCase()];
  return is === undefined
    ? unknown(reason('document.notAWord', { word: type.value }))
    : known(toDeclaredFirewallRule(rule, is));
}
