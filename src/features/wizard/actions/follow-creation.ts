import { traitsOf } from '../../../core/compute-kinds';
import type { ComputeState, CreationEvent } from '../../../azure/ports';
import { sameId } from '../../../core/network/find';
import type { MessageKey } from '../../../messages/en/catalog';
import type { Plan } from '../../../plans/compute-plan';
import {
  afterEvent,
  afterFailure,
  isRunning,
  partialAllocation,
  storedFrom,
  type CreationState,
} from '../creation-state';
import { isSameCreation, subnetChoice, type NamedCompute } from '../selection';
import type { WizardContext } from '../context';
import { asFailure } from '../failures';
import { change } from './change';
import { loadComputeResources } from './choose-workspace';
import { leaveRunning, withoutUnfinished } from './unfinished-creations';
import { readAfterFailure, readLastChanges } from './read-after-failure';
import { readSubnet } from './read-networks';

/** A request to Azure: to create a resource, or to follow one that is being created. */
export type CreationTask = (onEvent: (event: CreationEvent) => void, stop: AbortSignal) => Promise<void>;

/** Shows a creation and follows it to its end. It's stored, so that a new window can continue to follow it. */
export function followCreation(
  context: WizardContext,
  first: CreationState,
  task: CreationTask,
): Promise<void> {
  const { store, loads, clock } = context;
  const { creating } = store.get().choices;
  // If Azure couldn't be asked about it, it stays reachable from the side bar.
  if (creating !== null && !isSameCreation(creating.plan, named(first))) leaveRunning(context);
  store.set({ preview: null, creation: null });
  showState(context, first);
  change(context, { left: withoutUnfinished(store.get().choices.left, named(first)) });
  const stop = loads.begin('creation');
  // Ignore responses that arrive after the user stopped waiting.
  const onOwnEvent = (event: CreationEvent): void => {
    if (!stop.aborted) onEvent(context, event);
  };
  return task(onOwnEvent, stop).catch((error: unknown) => {
    const { creation } = store.get();
    const failure = asFailure(error);
    if (!creation || !isRunning(creation) || failure.code === 'cancelled') return;
    onEnded(context, afterFailure(creation, { failure, remaining: null }, clock.now().toISOString()));
  });
}

/** Shows a creation that is over. No window follows it any longer. */
export function leaveCreation(context: WizardContext, over: CreationState): void {
  change(context, { left: withoutUnfinished(context.store.get().choices.left, named(over)) });
  showState(context, over);
}

/** Shows the progress, and stores the data that the next window needs to continue. */
export function showState(context: WizardContext, next: CreationState): void {
  const { store } = context;
  const { creation } = store.get();
  store.set({ creation: { ...next, hidden: creation?.hidden ?? false } });
  if (isRunning(next)) return change(context, { creating: storedFrom(next) });
  if (next.phase.is === 'left') return leaveRunning(context);
  if (next.phase.is !== 'deleting') change(context, { creating: null });
}

function onEvent(context: WizardContext, event: CreationEvent): void {
  const { store, ports, clock } = context;
  const { creation } = store.get();
  if (!creation || !isRunning(creation)) return;
  const next = afterEvent(creation, event, clock.now().toISOString());
  if (!isRunning(next)) return onEnded(context, next);
  showState(context, next);
  if (event.is === 'accepted') ports.store.changed({ is: 'creation', ...named(next), isOver: false });
}

function onEnded(context: WizardContext, over: CreationState): void {
  showState(context, over);
  const { phase, compute, plan } = over;
  if (phase.is === 'failed') return explainFailure(context, over);
  // The deadline has passed: Azure continues, and the side bar shows it.
  if (phase.is === 'left') {
    return afterwards(context, over, { toast: unfinishedToast, createdCompute: compute });
  }
  // The name is now in use, so the next plan gets an unused one.
  if (context.store.get().choices.name === plan.name) change(context, { name: null });
  afterwards(context, over, { toast: readyToast, createdCompute: compute });
  readTargetSubnet(context, plan);
}

/** Reads the subnet again, because the next plan has fewer free addresses. */
function readTargetSubnet(context: WizardContext, { subnetId }: Plan): void {
  const chosen = subnetChoice(context.store.get());
  if (subnetId !== null && chosen !== null && sameId(chosen, subnetId)) void readSubnet(context, subnetId);
}

/** Reads the subnet and roles again before causes are shown. The page follows the new data. */
export function explainFailure(context: WizardContext, over: CreationState): void {
  const { phase } = over;
  if (phase.is !== 'failed') return;
  void readAfterFailure(context, over, phase.failure).then((creation) => {
    if (!creation || creation.phase.is === 'deleting') return;
    const createdCompute = phase.remaining !== 'unseen' ? phase.remaining : null;
    afterwards(context, over, { toast: toastOfFailure(context, creation), createdCompute });
    void readLastChanges(context, phase.failure);
  });
}

/** For a cluster with too few nodes, the notification states how many it has. */
function toastOfFailure({ ports }: WizardContext, creation: CreationState): Toast {
  const partial = partialAllocation(creation);
  if (!partial) return failedToast;
  const { idle, wanted } = partial;
  const heading = ports.say('create.partial', { name: creation.plan.name, idle, wanted });
  return { ...failedToast, text: `${heading}.` };
}

interface Toast {
  readonly message: 'toast.ready' | 'toast.failed' | 'left';
  readonly button: MessageKey;
  /** Replaces the message. */
  readonly text?: string;
}

const readyToast: Toast = { message: 'toast.ready', button: 'create.toast.show' };
const unfinishedToast: Toast = { message: 'left', button: 'create.toast.show' };
const failedToast: Toast = { message: 'toast.failed', button: 'create.toast.showWhy' };

/** Reads compute resources again. Shows a notification if the page isn't visible. */
function afterwards(
  context: WizardContext,
  { plan }: CreationState,
  { toast, createdCompute }: { readonly toast: Toast; readonly createdCompute: ComputeState | null },
): void {
  const { ports, store } = context;
  const { workspaceId, name } = plan;
  ports.store.changed({ is: 'creation', workspaceId, name, isOver: true });
  void loadComputeResources(context, workspaceId, (before) => [
    ...before.filter(
      (one) => createdCompute === null || one.name.toLowerCase() !== createdCompute.name.toLowerCase(),
    ),
    ...(createdCompute ? [createdCompute] : []),
  ]);
  if (ports.isPageVisible() && store.get().creation?.hidden !== true) return;
  const { action } = traitsOf(plan.kind);
  const text = toast.text ?? ports.say(`${action}.${toast.message}`, { name: plan.name });
  ports.notify(text, ports.say(toast.button), () => {
    showCreation(context);
    ports.reveal();
  });
}

/** Shows a hidden creation again. */
export function showCreation({ store }: WizardContext): void {
  const { creation } = store.get();
  if (creation) store.set({ creation: { ...creation, hidden: false }, preview: null });
}

function named({ plan: { workspaceId, name } }: CreationState): NamedCompute {
  return { workspaceId, name };
}
