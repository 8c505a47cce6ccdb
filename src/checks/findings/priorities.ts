import { limits } from '../../core/azure-facts/limits';
import type { Finding } from '../../core/finding';
import type { SecurityRule } from '../../core/network/model';
import { reason } from '../../core/reason';
import { earlierOfKey } from '../earlier-of-key';
import { ofRule, rulePlace, ruleFinding, type RuleCase } from './finding-context';

/** Finds a priority outside of 100 to 4096 (security groups, 2025-07-15). */
export function findPriorityOutOfRange(one: RuleCase): readonly Finding[] {
  const { priority } = one.rule;
  const { least, greatest } = limits.customPriority;
  if (!priority.known) return [];
  const fits = Number.isInteger(priority.value) && priority.value >= least && priority.value <= greatest;
  return fits
    ? []
    : [
        ofRule(
          'priority-out-of-range',
          one,
          ruleFinding(one, 'error', reason('finding.priority', { least, greatest })),
        ),
      ];
}

const samePriority = earlierOfKey(({ priority, direction }: SecurityRule) =>
  priority.known && direction.known ? `${direction.value} ${priority.value}` : null,
);

/** Finds a priority that an earlier rule in the list has in the same direction (security groups, 2025-07-15). */
export function findDuplicatePriority(one: RuleCase): readonly Finding[] {
  const { group, rules, rule } = one;
  const other = samePriority(rules, rule);
  if (!other) return [];
  const finding = ruleFinding(one, 'error', reason('finding.samePriority', { other: other.name }));
  return [ofRule('duplicate-priority', one, { ...finding, because: [rulePlace(group, other)] })];
}
