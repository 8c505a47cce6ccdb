import { AzureFailure } from '../../../azure/failure';
import { afterFix } from '../../../checks/fixes/after-fix';
import { checkSubnet } from '../../../checks/check-subnet';
import type { Fix } from '../../../core/fix';
import { sameId } from '../../../core/network/find';
import type { NetworkModel } from '../../../core/network/model';
import { undoOf, type ResourceChange } from '../../../core/resource-change';
import { alsoUsedBy } from '../../../checks/fixes/also-used-by';
import type { WizardContext } from '../context';
import { isUnchangedSinceFix } from '../unchanged-since-fix';
import { planToCheck } from '../derived-plan';
import { checkInputOf } from '../check-input';
import { loadedValue, type FixInPreview } from '../state';
import { outdatedPreview } from './preview-fix';

/**
 * Previews undoing a fix, completely or the part that was applied.
 * Only possible while nothing else changed, because the inverse of other changes isn't intended.
 */
export function undoFix(context: WizardContext, previewId: string): void {
  const { store } = context;
  const state = store.get();
  const { applied } = state;
  const done = [applied, state.preview].find((one) => one?.id === previewId);
  if (!done) throw outdatedPreview(context, 'outdated.creation');
  const model = loadedValue(state.networks);
  const facts = checkInputOf(state);
  if (!model || !facts || !canUndo(done, model)) throw new AzureFailure('changed');
  const changes = undoOf(changesDone(done));
  const after = afterFix({ model, plan: planToCheck(state, done.subnetId), facts }, changes);
  const fix: Fix = {
    requirements: done.ids,
    effect: 'closes',
    changes,
    opens: [],
    closes: done.fix.opens,
    notes: [],
    alsoUsedBy: alsoUsedBy(model, done.subnetId, changes),
  };
  store.set({
    previews: state.previews + 1,
    preview: {
      ...done,
      id: String(state.previews + 1),
      kind: 'undo',
      fix,
      model,
      options: {},
      retries: false,
      alternatives: [],
      entries: [],
      facts,
      after: checkSubnet(after.model, after.plan, after.facts),
      state: 'preview',
      changed: [],
      current: null,
      outcome: null,
      left: null,
    },
  });
}

/**
 * Checks whether a fix can be undone: it isn't an undo itself, it changed something, and that is still as the fix left
 * it.
 */
export function canUndo(preview: FixInPreview, model: NetworkModel): boolean {
  const { kind, state, changed, left } = preview;
  if (kind === 'undo' || changed.length === 0) return false;
  if (undoOf(changesDone(preview)).length === 0) return false;
  if (state === 'refused') return true;
  return state === 'applied' && left !== null && changed.every((id) => isUnchangedSinceFix(id, left, model));
}

function changesDone({ fix, changed }: FixInPreview): readonly ResourceChange[] {
  return fix.changes.filter((one) => changed.some((id) => sameId(id, one.id)));
}
