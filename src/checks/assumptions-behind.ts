import { statusOf, type CheckResult } from '../core/check-result';
import type { Reason } from '../core/reason';

/**
 * Returns the assumptions behind the results of requirements, each once, including those that passed. Results of
 * severity info don't count.
 */
export function assumptionsBehind(results: readonly CheckResult[]): readonly Reason[] {
  const counted = results.filter(
    ({ outcome, severity }) => severity !== 'info' && !['note', 'hidden'].includes(statusOf(outcome)),
  );
  const all = counted.flatMap(({ assumptions }) => assumptions);
  return [...new Map(all.map((one) => [JSON.stringify(one), one])).values()];
}
