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
