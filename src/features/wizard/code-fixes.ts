import { afterFix } from '../../checks/fixes/after-fix';
import { findFix } from '../../checks/fixes/find-fix';
import type { FixInput } from '../../checks/fixes/fix-input';
import type { Fix } from '../../core/fix';
import { codeOptionsFor } from './actions/code-options';
import { checkInputOf } from './check-input';
import { planToCheck } from './derived-plan';
import { isProposing } from './selection';
import { loadedValue, type CodeFixes, type WizardState } from './state';

/** Returns the fixes that go into the code. Each is tested on the network with the earlier fixes applied. */
export function codeFixesOf(state: WizardState): CodeFixes {
  const completed = state.proposal?.completed;
  if (completed && isProposing(state)) return { fixes: completed.fixes, untested: null };
  const { fixesInCode, fixOptionsInCode } = state.choices;
  let input = fixesInCode.length > 0 ? fixInput(state) : undefined;
  const fixes: Fix[] = [];
  for (const ids of fixesInCode) {
    const found = input && findFix(input, ids, codeOptionsFor(fixOptionsInCode, ids));
    if (!found || !input) return { fixes, untested: ids };
    fixes.push(found.fix);
    input = afterFix(input, found.fix.changes);
  }
  return { fixes, untested: null };
}

function fixInput(state: WizardState): FixInput | undefined {
  const facts = checkInputOf(state);
  const model = loadedValue(state.networks);
  return model && facts && { model, plan: planToCheck(state), facts };
}
