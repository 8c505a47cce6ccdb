import { isAttachedKind, isComputeKind } from '../../core/compute-kinds';
import type { ResourceId, VirtualNetwork } from '../../core/network/model';
import { chosenNetwork, chosenWorkspace } from './selection';
import type { WizardContext } from './context';
import { checkRows, rowOutcomes } from './row-outcomes';
import { loadedValue, withParts, type RowOutcome, type WizardState } from './state';

/** A list of so many rows is checked before it is shown; of a longer one, what is in view, as the page asks for it. */
const atOnce = 90;

/**
 * Plan or networks changed: every row is checked anew, and the lists are put in order by it. A list too long for that is
 * in order of name, those that do not fit last. Before a workspace is chosen nobody sees the lists.
 */
export function renewRows(context: WizardContext): void {
  const { store, loads } = context;
  loads.stop('order');
  if (!chosenWorkspace(store.get())) {
    store.set({ rowVerdicts: new Map(), rowOrder: new Map() });
  } else if (isSettled(store.get())) {
    recheckRows(context);
    store.set({ rowOrder: store.get().rowVerdicts });
  } else {
    store.set({ rowVerdicts: new Map(), rowOrder: orderOf(context, rowsToCheck(context)) });
  }
}

/**
 * As `renewRows`, one row a turn: the page hears at once of what was chosen, and whatever it asks meanwhile is
 * answered. Whoever renews the rows meanwhile ends it.
 */
export async function renewRowsInTurns(context: WizardContext): Promise<void> {
  const { store, loads } = context;
  if (!chosenWorkspace(store.get()) || isSettled(store.get())) return renewRows(context);
  const stop = loads.begin('order');
  store.set({ rowVerdicts: new Map() });
  const order = new Map<string, RowOutcome>();
  for (const row of rowsToCheck(context)) {
    for (const [id, outcome] of rowOutcomes(settled(store.get()), [row])) order.set(id, outcome);
    await new Promise<void>((resolve) => setImmediate(resolve));
    if (stop.aborted) return;
  }
  loads.done('order', stop);
  // What was read meanwhile decides the order too; rows that were checked with it are not checked again.
  if (isSettled(store.get())) renewRows(context);
  else store.set({ rowOrder: new Map([...store.get().rowOrder, ...order]) });
}

/** All is read that the results of rows stand on, or will not be. */
function isSettled({ computes }: WizardState): boolean {
  return computes.is === 'ready' || computes.is === 'problem';
}

/**
 * Rows are put in order once, before all is read that their results stand on: until it is, no compute is taken to have
 * promised addresses, and the results themselves wait.
 */
function orderOf({ store }: WizardContext, ids: readonly ResourceId[]): WizardState['rowOrder'] {
  const state = store.get();
  if (isSettled(state)) return state.rowVerdicts;
  return new Map(rowOutcomes(settled(state), ids));
}

function settled(state: WizardState): WizardState {
  const noCompute = { is: 'ready', value: [], readAt: '' } as const;
  return isSettled(state) ? state : withParts(state, { computes: noCompute });
}

/** Verdicts changed without a choice: rows change in place, and the order stays as it is. */
export function recheckRows(context: WizardContext): void {
  const ids = rowsToCheck(context);
  context.store.set({ rowVerdicts: new Map() });
  checkRows(context, ids);
}

/** Checks the chosen subnet's row again, with what is read for that subnet alone. */
export function recheckChosenRow(context: WizardContext): void {
  const { subnet } = context.store.get().choices;
  if (subnet !== null) recheckShown(context, [subnet]);
}

/** Checks the rows of a network and its subnets again, with what is read for that network alone. */
export function recheckNetworkRows(context: WizardContext, { id, subnets }: VirtualNetwork): void {
  recheckShown(context, [...subnets.map((one) => one.id), id]);
}

/** Rows that have a result get a new one. The others get theirs when they come into view. */
function recheckShown(context: WizardContext, ids: readonly ResourceId[]): void {
  const { store } = context;
  const { rowVerdicts } = store.get();
  const shown = ids.filter((id) => rowVerdicts.has(id));
  if (shown.length === 0) return;
  store.set({ rowVerdicts: new Map([...rowVerdicts].filter(([id]) => !shown.includes(id))) });
  checkRows(context, shown);
}

/** A network was chosen: its subnets are checked and put in order, however long the list of networks is. */
export function checkChosenSubnets(context: WizardContext): void {
  const { store } = context;
  const ids = subnetIds(context);
  checkRows(context, ids);
  store.set({ rowOrder: new Map([...store.get().rowOrder, ...orderOf(context, ids)]) });
}

/** Subnets of the chosen network, unless it has too many for one go. */
function subnetIds({ store }: WizardContext): readonly ResourceId[] {
  const isChosen = isComputeKind(store.get().choices.kind);
  const ids = isChosen ? (chosenNetwork(store.get())?.subnets.map(({ id }) => id) ?? []) : [];
  return ids.length <= atOnce ? ids : [];
}

function rowsToCheck(context: WizardContext): readonly ResourceId[] {
  const all = rowIds(context);
  return all.length <= atOnce ? all : subnetIds(context);
}

function rowIds(context: WizardContext): readonly ResourceId[] {
  const state = context.store.get();
  if (isAttachedKind(state.choices.kind)) return (loadedValue(state.targets) ?? []).map(({ id }) => id);
  const model = loadedValue(state.networks);
  const networks = model?.virtualNetworks ?? [];
  return networks.flatMap((one) => [...one.subnets.map(({ id }) => id), one.id]);
}
