import { checkSubnet, type CheckInput } from '../../../checks/check-subnet';
import { findFix, type TestedFix } from '../../../checks/fixes/find-fix';
import type { FixAlternative, FixOptions } from '../../../checks/fixes/fix-options';
import type { NetworkModel } from '../../../core/network/model';
import { changedResources } from '../../../core/resource-change';
import { isUnchangedSinceFix } from '../unchanged-since-fix';
import type { WizardContext } from '../context';
import { planToCheck } from '../derived-plan';
import { checkInputOf } from '../check-input';
import { loadedValue, type FixInPreview } from '../state';

/** Requirements to fix, the options, and the networks to test on. */
export interface FixRequest {
  readonly model: NetworkModel;
  readonly ids: readonly string[];
  readonly options: FixOptions;
}

/** A tested fix with the alternatives to choose from. */
export interface FixWithAlternatives extends Omit<TestedFix, 'alternatives'> {
  /** Inputs of the test. */
  readonly facts: CheckInput;
  readonly alternatives: readonly FixAlternative[];
}

/** The initial state without a selection: changes that cost or remove something are never preselected. */
const noFix: Omit<FixWithAlternatives, 'facts' | 'after'> = {
  fix: { requirements: [], effect: 'none', changes: [], opens: [], closes: [], notes: [], alsoUsedBy: [] },
  entries: [],
  alternatives: [],
};

/** Tests a fix of the requirements with the options, on a copy of the networks. */
export function testFix({ store }: WizardContext, fixRequest: FixRequest): FixWithAlternatives | undefined {
  const state = store.get();
  const facts = checkInputOf(state);
  const { model, ids, options } = fixRequest;
  if (ids.length === 0 && facts) {
    return { ...noFix, facts, after: checkSubnet(model, planToCheck(state), facts) };
  }
  const found = facts && findFix({ model, plan: planToCheck(state), facts }, ids, options);
  return facts && found && { ...found, facts, alternatives: found.alternatives() };
}

/**
 * Tests an open preview again after the networks were read.
 * If the changes are still the same, it stays. If others would be needed, or none, it can't be applied anymore.
 */
export function renewPreview(context: WizardContext): void {
  const { store } = context;
  const { preview, previews, networks } = store.get();
  const model = loadedValue(networks);
  if (preview?.state !== 'preview' || !model) return;
  const again = renewed(context, preview, model);
  if (again) {
    // Tested with other data, it counts as another preview.
    const id = String(previews + 1);
    store.set({ previews: previews + 1, preview: { ...preview, ...again, model, id } });
    return;
  }
  store.set({ preview: { ...preview, state: 'outdated', outcome: { is: 'outdated' } } });
}

/** Tests the same changes on `model`; undefined if they would be different. */
function renewed(
  context: WizardContext,
  preview: FixInPreview,
  model: NetworkModel,
): Partial<FixInPreview> | undefined {
  if (preview.kind === 'undo') {
    const ids = changedResources(preview.fix.changes);
    return ids.every((id) => isUnchangedSinceFix(id, preview.model, model)) ? {} : undefined;
  }
  const again = testFix(context, { ...preview, model });
  return JSON.stringify(again?.fix.changes) === JSON.stringify(preview.fix.changes) ? again : undefined;
}
