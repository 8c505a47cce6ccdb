import { afterFix } from '../../checks/fixes/after-fix';
import { findFix } from '../../checks/fixes/find-fix';
import type { Fix } from '../../core/fix';
import { codeOptionsFor } from './actions/code-options';
import { checkInputOf } from './check-input';
import { planToCheck } from './derived-plan';
import { isProposing } from './selection';
import { loadedValue, type WizardState } from './state';

/** The fixes that go into the code. */
export interface CodeFixes {
  readonly fixes: readonly Fix[];
  /** Requirements whose fix isn't proven any more; null where each one is. */
  readonly unproven: readonly string[] | null;
}

/** The fixes that were chosen for the code, each proven on the network as the ones before it leave it. */
export function codeFixesOf(state: WizardState): CodeFixes {
  const completed = state.proposal?.completed;
  if (completed && isProposing(state)) return { fixes: completed.fixes, unproven: null };
  const { fixesInCode, fixWishes } = state.choices;
  if (fixesInCode.length === 0) return { fixes: [], unproven: null };
  const facts = checkInputOf(state);
  const model = loadedValue(state.networks);
  let input = model && facts ? { model, plan: planToCheck(state), facts } : undefined;
  const fixes: Fix[] = [];
  for (const ids of fixesInCode) {
    const found = input && findFix(input, ids, codeOptionsFor(fixWishes, ids));
    if (!found || !input) return { fixes, unproven: ids };
    fixes.push(found.fix);
    input = afterFix(input, found.fix.changes);
  }
  return { fixes, unproven: null };
}
