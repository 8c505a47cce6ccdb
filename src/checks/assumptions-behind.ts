import { statusOf, type CheckResult } from '../core/check-result';
import type { Reason } from '../core/reason';

/** What the results of requirements rest on, each once: of those that passed too. What only informs doesn't count. */
export function assumptionsBehind(results: readonly CheckResult[]): readonly Reason[] {
  const counted = results.filter(
    ({ outcome, severity }) => severity !== 'info' && !['note', 'hidden'].includes(statusOf(outcome)),
  );
  const all = counted.flatMap(({ assumptions }) => assumptions);
  return [...new Map(all.map((one) => [JSON.stringify(one), one])).values()];
}
