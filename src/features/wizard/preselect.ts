import { isComputeKind } from '../../core/compute-kinds';
import { chooseSubnet } from './actions/choose';
import { chooseWorkspace } from './actions/choose-workspace';
import type { WizardContext } from './context';
import { isSettled } from './derive-rows';
import { findSubnetToStart, findWorkspace, type Search } from './recommend';
import {
  chosenNetwork,
  chosenSubnet,
  chosenWorkspace,
  pickedWorkspace,
  usesManagedNetwork,
} from './selection';
import { loadedValue, type WizardState } from './state';

/**
 * Preselects a workspace and a subnet once the required data is read, unless the user selected one.
 * Preselection costs nothing, is marked, and can be undone with a click. A selection by the user ends the search.
 */
export function preselect(context: WizardContext): void {
  const { store, loads, ports } = context;
  let searched: readonly unknown[] = [];
  store.onChange(() => {
    const state = store.get();
    const search = canPreselectWorkspace(state)
      ? searchWorkspace
      : canPreselectSubnet(state)
        ? searchSubnet
        : null;
    if (search === null) searched = [];
    if (search === null || loads.isUnderWay('preselect')) return;
    const { networks, workspaces, computes, choices } = state;
    const facts = [search, networks, workspaces, computes, choices.workspace];
    // Don't repeat an unsuccessful search until there is new data.
    if (facts.every((one, i) => one === searched[i])) return;
    searched = facts;
    search(context).catch((error: unknown) => ports.log.error('preselect', error));
  });
}

async function searchWorkspace(context: WizardContext): Promise<void> {
  const { store } = context;
  const found = await inTurns(context, findWorkspace(store.get()));
  if (found && canPreselectWorkspace(store.get())) await chooseWorkspace(context, found.id, found.because);
}

async function searchSubnet(context: WizardContext): Promise<void> {
  const { store } = context;
  const found = await inTurns(context, findSubnetToStart(store.get()));
  if (found && canPreselectSubnet(store.get())) await chooseSubnet(context, found.id, found.because);
}

function canPreselectWorkspace(state: WizardState): boolean {
  const isRead = loadedValue(state.workspaces) !== undefined && loadedValue(state.networks) !== undefined;
  return isRead && state.tags !== null && !pickedWorkspace(state) && state.choices.planFile === null;
}

function canPreselectSubnet(state: WizardState): boolean {
  const { choices } = state;
  if (!chosenWorkspace(state) || usesManagedNetwork(state) || !isComputeKind(choices.kind)) return false;
  // Don't replace choices of a plan file.
  if (choices.planFile !== null) return false;
  if (choices.newNetwork !== null || !loadedValue(state.networks) || !isSettled(state)) return false;
  return !chosenSubnet(state) && !chosenNetwork(state);
}

/** Runs a search, and yields to the event loop between steps; null if the user selected something meanwhile. */
async function inTurns<T>({ loads, store }: WizardContext, search: Search<T>): Promise<T | null> {
  const stop = loads.begin('preselect');
  store.set({ searching: true });
  try {
    for (;;) {
      const step = search.next();
      if (step.done === true) return step.value;
      await new Promise<void>((resolve) => setImmediate(resolve));
      if (stop.aborted) return null;
    }
  } finally {
    loads.done('preselect', stop);
    if (!loads.isUnderWay('preselect')) store.set({ searching: false });
  }
}
