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

/** Requirements to fix, how, and the networks that it is tried on. */
export interface FixRequest {
  readonly model: NetworkModel;
  readonly ids: readonly string[];
  readonly options: FixOptions;
}

/** A proven fix with the ways to choose from. */
export interface FixWithAlternatives extends Omit<TestedFix, 'ways'> {
  /** What it was tested with. */
  readonly facts: CheckInput;
  readonly ways: readonly FixAlternative[];
}

/** Nothing is chosen yet: what costs or removes something is never chosen at the start. */
const noFix: Omit<FixWithAlternatives, 'facts' | 'after'> = {
  fix: { requirements: [], effect: 'none', changes: [], opens: [], closes: [], notes: [], alsoUsedBy: [] },
  entries: [],
  ways: [],
};

/** A fix of the named requirements as it is wished, tried on a copy of the networks. */
export function proveFix({ store }: WizardContext, wanted: FixRequest): FixWithAlternatives | undefined {
  const state = store.get();
  const facts = checkInputOf(state);
  const { model, ids, options } = wanted;
  if (ids.length === 0 && facts) {
    return { ...noFix, facts, after: checkSubnet(model, planToCheck(state), facts) };
  }
  const found = facts && findFix({ model, plan: planToCheck(state), facts }, ids, options);
  return facts && found && { ...found, facts, ways: found.ways() };
}

/**
 * The networks were read again under an open preview. The same changes, proven again, stay on show; where others would be
 * needed now, or none are, nobody may apply what is shown.
 */
export function renewPreview(context: WizardContext): void {
  const { store } = context;
  const { preview, previews, networks } = store.get();
  const model = loadedValue(networks);
  if (preview?.state !== 'preview' || !model) return;
  const again = renewed(context, preview, model);
  if (again) {
    // Proven on something else, it is another preview.
    const id = String(previews + 1);
    store.set({ previews: previews + 1, preview: { ...preview, ...again, model, id } });
    return;
  }
  store.set({ preview: { ...preview, state: 'outdated', outcome: { is: 'outdated' } } });
}

/** The same changes as before, proven on `model`; undefined where they would be others. */
function renewed(
  context: WizardContext,
  preview: FixInPreview,
  model: NetworkModel,
): Partial<FixInPreview> | undefined {
  if (preview.kind === 'undo') {
    const ids = changedResources(preview.fix.changes);
    return ids.every((id) => isUnchangedSinceFix(id, preview.model, model)) ? {} : undefined;
  }
  const again = proveFix(context, { ...preview, model });
  return JSON.stringify(again?.fix.changes) === JSON.stringify(preview.fix.changes) ? again : undefined;
}
