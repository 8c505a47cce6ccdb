import type { Finding } from '../../core/finding';
import type { SecurityRule } from '../../core/network/model';
import { isTagText } from '../../core/addresses/address-list';
import { reason } from '../../core/reason';
import { ofRule, ruleFinding, type RuleCase } from './finding-context';

/**
 * Finds a service tag, `*`, or `Any` together with other addresses or in the plural member of a side, which Azure
 * rejects (SecurityRuleParameterContainsUnsupportedValue). One finding per rule, for the first such side.
 */
export function findTagInList(one: RuleCase): readonly Finding[] {
  for (const side of ['sources', 'destinations'] as const) {
    const tag = tagInList(one.rule, side);
    if (tag !== undefined) {
      const texts = one.rule[side];
      const isAlone = texts.known && texts.value.length === 1;
      const key = isAlone ? 'finding.tagInList.alone' : `finding.tagInList.${side}`;
      return [ofRule('tag-in-address-list', one, ruleFinding(one, 'error', reason(key, { tag })))];
    }
  }
  return [];
}

/** Returns the value on a side of the rule that must be the only one, but isn't. */
export function tagInList(rule: SecurityRule, side: 'sources' | 'destinations'): string | undefined {
  const texts = rule[side];
  if (!texts.known) return undefined;
  if (texts.value.length < 2 && !rule.tagsInLists?.includes(side)) return undefined;
  return texts.value.find((text) => text.trim() === '*') ?? texts.value.find(isTagText);
}
