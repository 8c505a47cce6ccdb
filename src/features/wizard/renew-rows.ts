import type { ResourceId } from '../../core/network/model';
import { chosenNetwork } from './chosen';
import type { WizardContext } from './context';
import { judgeRows } from './row-verdicts';
import { loadedValue } from './state';

/** A list of so many rows is judged before it is shown; of a longer one, what is in view, as the page asks for it. */
const atOnce = 80;

/**
 * Plan or networks changed: every row is judged anew, and the lists are put in order by it. A list too long for that is
 * in order of name, those that do not fit last.
 */
export function renewRows(context: WizardContext): void {
  rejudgeRows(context);
  const { store } = context;
  store.set({ rowOrder: store.get().rowVerdicts });
}

/** Verdicts changed without a choice: rows change in place, and the order stays as it is. */
export function rejudgeRows(context: WizardContext): void {
  const ids = rowIds(context);
  context.store.set({ rowVerdicts: new Map() });
  judgeRows(context, ids.length <= atOnce ? ids : subnetIds(context));
}

/** A network was chosen: its subnets are judged and put in order, however long the list of networks is. */
export function judgeChosenSubnets(context: WizardContext): void {
  const { store } = context;
  const ids = subnetIds(context);
  judgeRows(context, ids);
  const { rowOrder, rowVerdicts } = store.get();
  const order = new Map(rowOrder);
  for (const id of ids) {
    const verdict = rowVerdicts.get(id);
    if (verdict) order.set(id, verdict);
  }
  store.set({ rowOrder: order });
}

/** Subnets of the chosen network, unless it has too many for one go. */
function subnetIds({ store }: WizardContext): readonly ResourceId[] {
  const ids = chosenNetwork(store.get())?.subnets.map(({ id }) => id) ?? [];
  return ids.length <= atOnce ? ids : [];
}

function rowIds(context: WizardContext): readonly ResourceId[] {
  const model = loadedValue(context.store.get().networks);
  const networks = model?.virtualNetworks ?? [];
  return networks.flatMap((one) => [...one.subnets.map(({ id }) => id), one.id]);
}
