import { sameId } from '../../core/network/find';
import type { NetworkModel, SecurityGroup, SecurityRule } from '../../core/network/model';
import { neverMatched } from '../../core/reach/never-matched';
import { addedRules, type NewRule, type ResourceChange, type RuleChange } from '../../core/resource-change';
import type { TagCatalog } from '../../core/tags/tag-catalog';
import { asNewRule } from './to-new-rule';

/**
 * Returns changes that remove rules that became unused because of the new ones, whichever subnet uses the NSG. They
 * would only be misleading. A rule that couldn't be restored exactly stays.
 */
export function removeShadowedRules(
  after: NetworkModel,
  changes: readonly ResourceChange[],
  tags: TagCatalog,
): readonly RuleChange[] {
  const added = addedRules(changes);
  return after.securityGroups.flatMap((changed) => {
    const newRules = added.filter(({ id }) => sameId(id, changed.id)).map(({ rule }) => rule);
    if (newRules.length === 0) return [];
    return shadowedRulesIn(after, { changed, newRules }, tags).map((before): RuleChange => ({
      type: 'rule',
      id: changed.id,
      before,
      after: null,
    }));
  });
}

interface ChangedGroup {
  readonly changed: SecurityGroup;
  readonly newRules: readonly NewRule[];
}

function shadowedRulesIn(
  after: NetworkModel,
  { changed, newRules }: ChangedGroup,
  tags: TagCatalog,
): readonly NewRule[] {
  const isAdded = (rule: SecurityRule): boolean => newRules.some((one) => one.name === rule.name);
  const isBehind = (rule: SecurityRule): boolean => newRules.some((one) => precedes(one, rule));
  const isChecked = (rule: SecurityRule): boolean => !isAdded(rule) && isBehind(rule);
  return neverMatched(after, { group: changed, isChecked }, tags)
    .filter(({ by, isCertain }) => isCertain && by.some(isAdded))
    .flatMap(({ rule }) => asNewRule(rule) ?? []);
}

function precedes(one: NewRule, { direction, priority }: SecurityRule): boolean {
  return (
    direction.known && direction.value === one.direction && priority.known && one.priority < priority.value
  );
}
