import type { Finding } from '../../core/finding';
import type { SecurityRule } from '../../core/network/model';
import { isTagText } from '../tag-texts';
import { reason } from '../../core/reason';
import { ofRule, ruleFinding, type RuleCase } from './finding-context';

/**
 * A service tag, `*` or `Any` beside other addresses or in the plural member of a side: Azure refuses it (SecurityRuleParameterContainsUnsupportedValue).
 * One finding a rule, of the first side that has one.
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

/** What on a side of the rule may only stand alone, and does not. */
export function tagInList(rule: SecurityRule, side: 'sources' | 'destinations'): string | undefined {
  const texts = rule[side];
  if (!texts.known) return undefined;
  if (texts.value.length < 2 && !rule.tagsInLists?.includes(side)) return undefined;
  return texts.value.find((text) => text.trim() === '*') ?? texts.value.find(isTagText);
}
