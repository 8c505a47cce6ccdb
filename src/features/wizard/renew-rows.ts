import type { ResourceId } from '../../core/network/model';
import type { WizardContext } from './context';
import { judgeRows } from './row-verdicts';
import { loadedValue } from './state';

/** So many rows are judged at once, before they are shown; a longer list in slices, so that nobody waits for it. */
const atOnce = 80;
const slice = 20;

/**
 * Plan or networks changed: every row is judged anew, and the lists are put in order by it. A long list is shown at
 * once, by name, and put in order when its last row is judged; rows in view come first, as the page asks for them.
 */
export function renewRows(context: WizardContext): void {
  const { store, loads } = context;
  const ids = rowIds(context);
  store.set({ rowVerdicts: new Map(), rowOrder: new Map() });
  const stop = loads.begin('rows');
  if (ids.length > atOnce) {
    judgeSlice(context, ids, stop);
    return;
  }
  judgeRows(context, ids);
  store.set({ rowOrder: store.get().rowVerdicts });
}

/** Verdicts changed without a choice: rows change in place, and the order stays as it is. */
export function rejudgeRows(context: WizardContext): void {
  const ids = rowIds(context);
  context.store.set({ rowVerdicts: new Map() });
  if (ids.length <= atOnce) judgeRows(context, ids);
}

function judgeSlice(context: WizardContext, ids: readonly ResourceId[], stop: AbortSignal): void {
  const { store, clock } = context;
  clock.after(0, stop, () => {
    judgeRows(context, ids.slice(0, slice));
    const rest = ids.slice(slice);
    if (rest.length > 0) judgeSlice(context, rest, stop);
    else store.set({ rowOrder: store.get().rowVerdicts });
  });
}

function rowIds(context: WizardContext): readonly ResourceId[] {
  const model = loadedValue(context.store.get().networks);
  const networks = model?.virtualNetworks ?? [];
  return networks.flatMap((one) => [...one.subnets.map(({ id }) => id), one.id]);
}
