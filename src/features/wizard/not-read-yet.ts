import type { CheckResult } from '../../core/check-result';

const notAsked: ReadonlySet<string> = new Set(['judge.azure.notRead', 'judge.services.notRead']);

/** True where Azure was not asked yet: what it says then is no change of a result. */
export function isNotReadYet({ verdict }: CheckResult): boolean {
  return verdict.is === 'not-applicable' && notAsked.has(verdict.because.key);
}
