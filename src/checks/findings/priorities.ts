import { limits } from '../../core/azure-facts/limits';
import type { Finding } from '../../core/finding';
import { reason } from '../../core/reason';
import { ofRule, rulePlace, say, type RuleCase } from './finding-context';

/** A priority outside 100 to 4096 (security groups, 2025-07-15). */
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
          say(one, 'error', reason('finding.priority', { least, greatest })),
        ),
      ];
}

/** A priority that a rule earlier in the list has in the same direction (security groups, 2025-07-15). */
export function findDuplicatePriority(one: RuleCase): readonly Finding[] {
  const { group, rules, rule } = one;
  const { priority, direction } = rule;
  if (!priority.known || !direction.known) return [];
  const other = rules
    .slice(0, rules.indexOf(rule))
    .find(
      (each) =>
        each.priority.known &&
        each.priority.value === priority.value &&
        each.direction.known &&
        each.direction.value === direction.value,
    );
  if (!other) return [];
  const said = say(one, 'error', reason('finding.samePriority', { other: other.name }));
  return [ofRule('duplicate-priority', one, { ...said, because: [rulePlace(group, other)] })];
}
