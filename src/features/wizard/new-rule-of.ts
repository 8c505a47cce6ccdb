import type { Fix } from '../../core/fix';
import { addedRules, type NewRule } from '../../core/resource-change';
import type { CheckResult } from '../../core/check-result';

/** Returns the fix's rule that allows a flow afterwards; null if an existing rule does, and a route was missing. */
export function newRuleOf(result: CheckResult, fix: Fix): NewRule | null {
  const { outcome } = result;
  if (outcome.is !== 'allowed' || !outcome.explicit) return null;
  const by = outcome.by;
  if (by?.kind !== 'rule') return null;
  const added = addedRules(fix.changes).map(({ rule }) => rule);
  return added.find((rule) => rule.name === by.name && rule.priority === by.priority) ?? null;
}

/**
 * Returns the fix's rule for the remote side of a flow that another rule finally allows, such as traffic between nodes.
 */
export function ruleForRemote({ subject }: Pick<CheckResult, 'subject'>, fix: Fix): NewRule | null {
  const added = addedRules(fix.changes).map(({ rule }) => rule);
  const remotes = ({ direction, sources, destinations }: NewRule): readonly string[] =>
    direction === 'Outbound' ? destinations : sources;
  return (subject && added.find((rule) => remotes(rule).includes(subject.remote))) ?? null;
}
