import { traitsOf } from '../../../core/compute-kinds';
import { deadlines } from '../../../azure/deadline';
import type { ComputeState, CreationEvent } from '../../../azure/ports';
import { AzureFailure } from '../../../azure/failure';
import type { Creation } from '../../../contract/wizard/creation';
import { sameId } from '../../../core/network/find';
import type { StoredChoices } from '../../../contract/wizard/stored-choices';
import type { MessageKey } from '../../../messages/en/catalog';
import { matchPlan, type Plan } from '../../../plans/compute-plan';
import { instanceRecordAdvice } from '../../../wording/instance-record';
import { subnetChoice } from '../selection';
import { plannedName } from '../derived-plan';
import type { WizardContext } from '../context';
import { asFailure } from '../failures';
import { failureView } from '../views/failure-view';
import { afterEvent, compared, leftToAzure } from '../views/creation-view';
import { change } from './change';
import { loadComputeResources } from './choose-workspace';
import { leaveRunning, withoutUnfinished } from './unfinished-creations';
import { readSubnet } from './read-networks';

/** What is asked of Azure: to create, or to follow what is being created already. */
export type CreationTask = (onEvent: (event: CreationEvent) => void, stop: AbortSignal) => Promise<void>;

export interface CreationStart {
  readonly plan: Plan;
  readonly first: Creation;
  /** Azure took it in another window. */
  readonly accepted?: boolean;
}

/** Shows a creation and follows it to its end. It is kept, so that a new window can go on following it. */
export function followCreation(
  context: WizardContext,
  { plan, first, accepted = false }: CreationStart,
  task: CreationTask,
): Promise<void> {
  context.store.set({ preview: null, creation: null });
  show(context, plan, first);
  const { left } = context.store.get().choices;
  change(context, {
    creating: { plan: storedPlan(plan), startedAt: first.startedAt, accepted },
    left: withoutUnfinished(left, plan),
  });
  return task((event) => onEvent(context, plan, event), context.loads.begin('creation')).catch(
    (error: unknown) => onFailure(context, plan, { failure: asFailure(error), compute: null }),
  );
}

/** Shows a creation that is over; no window goes on following it. */
export function leaveCreation(context: WizardContext, plan: Plan, view: Creation): void {
  const { left } = context.store.get().choices;
  change(context, { left: withoutUnfinished(left, plan) });
  show(context, plan, view);
}

type StoredPlan = NonNullable<StoredChoices['creating']>['plan'];

/** The plan as it is kept: fixes go into code, never into a creation. */
function storedPlan(plan: Plan): StoredPlan {
  const { name, workspaceId, workspaceLocation, location, subnetId } = plan;
  const place = { name, workspaceId, workspaceLocation, location, subnetId };
  return matchPlan<StoredPlan>(plan, {
    create: ({ kind, publicIp, vmSize, nodes, ssh, identity, tags, assignedTo, idleShutdownMinutes }) => ({
      ...{ ...place, kind, publicIp, vmSize, nodes },
      ...{ ssh, identity, tags: [...tags], assignedTo, idleShutdownMinutes },
    }),
    attach: ({ kind, targetId, access, otherSubnetIds }) => {
      return { ...place, kind, targetId, access, otherSubnetIds: [...otherSubnetIds] };
    },
  });
}

function show(context: WizardContext, plan: Plan, view: Creation): void {
  const { workspaceId, name } = plan;
  const hidden = context.store.get().creation?.hidden ?? false;
  const { action } = traitsOf(plan.kind);
  context.store.set({ creation: { view, hidden, workspaceId, name, plan, action } });
  if (view.state !== 'running') change(context, { creating: null });
}

function onEvent(context: WizardContext, plan: Plan, event: CreationEvent): void {
  const { store, ports, clock } = context;
  const running = store.get().creation?.view;
  if (running?.state !== 'running') return;
  const at = clock.now().toISOString();
  if (event.is === 'failed') {
    const failure = new AzureFailure(event.code, event.details);
    onFailure(context, plan, { failure, compute: event.compute });
    return;
  }
  if (event.is === 'unfinished') return onUnfinished(context, plan, event.compute);
  if (event.is === 'accepted') noteAccepted(context);
  const progress = { say: ports.say, plan, at };
  const next = afterEvent(progress, running, event);
  if (event.is !== 'ready') return show(context, plan, next);
  const ready = compared(progress, next, event.compute);
  show(context, plan, { ...ready, line: recordsOf(context, plan) ?? ready.line });
  // Its name is taken now: the next plan gets a free one.
  if (store.get().choices.name === plan.name) change(context, { name: null });
  afterwards(context, plan, { toast: readyToast, made: event.compute });
  readTaken(context, plan);
}

/** The DNS records that the new instance needs, where what is shown was checked for it. */
function recordsOf({ store, ports }: WizardContext, { name, subnetId }: Plan): string | null {
  const { evaluation, choices } = store.get();
  const own = (evaluation?.results ?? []).filter((one) => one.subnetId === subnetId);
  return (choices.name ?? plannedName(store.get())) === name ? instanceRecordAdvice(ports.say, own) : null;
}

/** Azure takes longer than it is waited for: it goes on, and the side bar shows it. */
function onUnfinished(context: WizardContext, plan: Plan, compute: ComputeState | null): void {
  const { say } = context.ports;
  letGo(context, say('create.unfinished', { min: deadlines.create / 60 }));
  afterwards(context, plan, { toast: unfinishedToast, made: compute });
}

/** Nobody here waits for the creation any more; `line` says what to do where it isn't said by itself. */
export function letGo(context: WizardContext, line?: string): void {
  const { store, ports, clock } = context;
  const { creation } = store.get();
  if (!creation) return;
  const at = clock.now().toISOString();
  const view = leftToAzure(ports.say, creation, { at, ...(line === undefined ? {} : { line }) });
  store.set({ creation: { ...creation, view } });
  leaveRunning(context);
}

/** The addresses that it took are in use now, for the next plan. */
function readTaken(context: WizardContext, { subnetId }: Plan): void {
  const chosen = subnetChoice(context.store.get());
  if (subnetId !== null && chosen !== null && sameId(chosen, subnetId)) void readSubnet(context, subnetId);
}

/** From now on the compute is ours, in the next window too. */
function noteAccepted(context: WizardContext): void {
  const { creating } = context.store.get().choices;
  if (!creating) return;
  change(context, { creating: { ...creating, accepted: true } });
  const { workspaceId, name } = creating.plan;
  context.ports.store.changed({ is: 'creation', workspaceId, name, isOver: false });
}

interface FailedAttempt {
  readonly failure: AzureFailure;
  /** What is left in Azure. */
  readonly compute: ComputeState | null | 'unseen';
}

/** A failure is read beside the subnet as it is now: checked again before anything is said of the cause. */
function onFailure(context: WizardContext, plan: Plan, { failure, compute }: FailedAttempt): void {
  const { store } = context;
  const running = store.get().creation?.view;
  if (running?.state !== 'running' || failure.code === 'cancelled') return;
  const at = context.clock.now().toISOString();
  const fail = (): void =>
    show(context, plan, failureView(context.ports.say, store.get(), { running, plan, failure, compute, at }));
  fail();
  const again = plan.subnetId === null ? Promise.resolve() : readSubnet(context, plan.subnetId);
  void again.then(() => {
    const now = store.get().creation?.view.state;
    if (now === 'deleting') return;
    if (now === 'failed') fail();
    const { view } = store.get().creation ?? {};
    // A cluster that is there with too few nodes is compared, and says how many it has.
    const isPartial = view !== undefined && view.comparison.length > 0;
    const toast = isPartial ? { ...failedToast, text: `${view.heading}.` } : failedToast;
    afterwards(context, plan, { toast, made: compute === 'unseen' ? null : compute });
  });
}

interface Toast {
  readonly message: 'toast.ready' | 'toast.failed' | 'left';
  readonly button: MessageKey;
  /** Instead of the message. */
  readonly text?: string;
}

const readyToast: Toast = { message: 'toast.ready', button: 'create.toast.show' };
const unfinishedToast: Toast = { message: 'left', button: 'create.toast.show' };
const failedToast: Toast = { message: 'toast.failed', button: 'create.toast.showWhy' };

/** The list of computes is read again; a toast only where nobody looks at the page. */
function afterwards(
  context: WizardContext,
  plan: Plan,
  { toast, made }: { readonly toast: Toast; readonly made: ComputeState | null },
): void {
  const { ports, store } = context;
  const { workspaceId, name } = plan;
  ports.store.changed({ is: 'creation', workspaceId, name, isOver: true });
  void loadComputeResources(context, workspaceId, (before) => [
    ...before.filter((one) => made === null || one.name.toLowerCase() !== made.name.toLowerCase()),
    ...(made ? [made] : []),
  ]);
  if (ports.isPageVisible() && store.get().creation?.hidden !== true) return;
  const { action } = traitsOf(plan.kind);
  const text = toast.text ?? ports.say(`${action}.${toast.message}`, { name: plan.name });
  ports.notify(text, ports.say(toast.button), () => {
    showCreation(context);
    ports.reveal();
  });
}

/** Shows a creation that the person had left for the plan. */
export function showCreation({ store }: WizardContext): void {
  const { creation } = store.get();
  if (creation) store.set({ creation: { ...creation, hidden: false }, preview: null });
}
