import { statusOf } from '../../core/check-result';
import type { TestedEdits } from '../../file-checks/edits/fix-attempt';
import { firstTested } from '../../file-checks/edits/tested-edits';
import { isOfSetting } from '../../file-checks/edits/subnet-settings';
import { problemsOf } from '../../file-checks/problems-of';
import { findFileOnlyCheck } from '../../file-checks/file-check-catalog';
import type { Problem } from '../../file-checks/problem';
import { applyRules } from '../../file-checks/problem-rules';
import { withoutSuppressed } from '../../file-checks/suppressed';
import type { Say } from '../../messages/say';
import type { SubnetCheck } from '../check';
import { fixTestIn, type TemplateSource } from '../templates';

/** Fixes that don't change a rule, route, or setting of a network model. `fix` tests them only on the files. */
export type WrittenFixes = ReadonlyMap<string, TestedEdits>;

/** Returns the key of a written fix's problem. */
export function writtenKey({ id, subnetId }: Pick<Problem, 'id' | 'subnetId'>): string {
  return `${id} ${subnetId.toLowerCase()}`;
}

/** Returns the fixes that `fix` would write into a template, or would with `--allow`. */
export async function writtenFixes(
  say: Say,
  source: TemplateSource,
  { checks, problems }: { readonly checks: readonly SubnetCheck[]; readonly problems: readonly Problem[] },
): Promise<WrittenFixes> {
  const needsFixes = checks.some(hasSetting) || problems.some(isOfFileAlone);
  if (!needsFixes) return new Map();
  const fixTest = fixTestIn(say, source);
  const { check } = fixTest.analysis;
  const here = withoutSuppressed(problemsOf(check), (file) => source.textOf(file));
  const all = applyRules(check, here, fixTest.options.rules).reported;
  const found = new Map<string, TestedEdits>();
  for (const one of all.filter((each) => isOfFileAlone(each) || isOfSetting(each.id))) {
    if (found.has(writtenKey(one))) continue;
    const { tested, withheld } = await firstTested(fixTest, one, { allowed: [] });
    const edits = tested ?? withheld;
    if (edits) found.set(writtenKey(one), edits);
  }
  return found;
}

function isOfFileAlone({ id }: Problem): boolean {
  return findFileOnlyCheck(id)?.fixable === true;
}

/** Returns whether a requirement is open that one property of a subnet fixes, and no change of the network. */
function hasSetting({ results, fixes, ignored }: SubnetCheck): boolean {
  return results.some(
    ({ requirement, outcome }) =>
      isOfSetting(requirement) &&
      statusOf(outcome) === 'open' &&
      !ignored.has(requirement) &&
      !fixes.has(requirement),
  );
}
