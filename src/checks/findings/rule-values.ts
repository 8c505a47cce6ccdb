import type { Finding } from '../../core/finding';
import { reason } from '../../core/reason';
import { refusedValue } from '../rule-values';
import { ofRule, ruleFinding, type RuleCase } from './finding-context';

/** Ports, an address or a name that Azure does not take. One finding a rule, of the first such value. */
export function findRefusedValue(one: RuleCase, hasTakenName: boolean): readonly Finding[] {
  const refused = refusedValue(one.rule, hasTakenName);
  if (!refused) return [];
  const text = reason(`finding.refused.${refused.what}`, { value: refused.value });
  return [ofRule('invalid-rule-value', one, ruleFinding(one, refused.severity, text))];
}
