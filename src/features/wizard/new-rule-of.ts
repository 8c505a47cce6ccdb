import type { Fix } from '../../core/fix';
import { addedRules, type NewRule } from '../../core/resource-change';
import type { CheckResult } from '../../core/check-result';

/** The rule of a fix that lets a flow through afterwards; null where a rule of before does, and a route was missing. */
export function newRuleOf(result: CheckResult, fix: Fix): NewRule | null {
  const { outcome } = result;
  if (outcome.is !== 'allowed' || !outcome.explicit) return null;
  const by = outcome.by;
  if (by?.kind !== 'rule') return null;
  const added = addedRules(fix.changes).map(({ rule }) => rule);
  return added.find((rule) => rule.name === by.name && rule.priority === by.priority) ?? null;
}

/** The rule of a fix for the far side of a flow that another rule allows in the end, such as traffic between nodes. */
export function ruleForRemote({ subject }: Pick<CheckResult, 'subject'>, fix: Fix): NewRule | null {
  const added = addedRules(fix.changes).map(({ rule }) => rule);
  const remotes = ({ direction, sources, destinations }: NewRule): readonly string[] =>
    direction === 'Outbound' ? destinations : sources;
  return (subject && added.find((rule) => remotes(rule).includes(subject.remote))) ?? null;
}
