import { isJsonObject, parseJson } from '../../../azure/json';
import { AzureFailure, isTransient } from '../../../azure/failure';
import type { NamedNetworkTest, NetworkTestEvent } from '../../../azure/ports';
import { resourceParts } from '../../../azure/resource-parts';
import { askForAccount } from '../../../azure-store/ask-for-account';
import { ProblemError } from '../../../contract/call-error';
import type { StoredNetworkTest } from '../../../contract/wizard/stored-choices';
import type { Known } from '../../../core/known';
import { valueOr } from '../../../core/known';
import { pathFingerprint } from '../../../core/path-fingerprint';
import type { ComputePlan } from '../../../plans/compute-plan';
import { networkTestBody, networkTestName, testMinutes } from '../../../plans/network-test/job';
import { calledEndpoints } from '../../../checks/called-endpoints';
import { privateNames } from '../../../checks/client-names';
import { findSubnet, sameId } from '../../../core/network/find';
import type { WorkspaceServices } from '../../../core/services/services';
import { planNetworkTest, type NetworkTestPlace } from '../../../plans/network-test/targets';
import type { WizardContext } from '../context';
import {
  canTestNetwork,
  storedFrom,
  testedCreation,
  withoutNode,
  type CreationState,
} from '../creation-state';
import { priceOf, cloudOf } from '../derived-plan';
import { asFailure } from '../failures';
import {
  afterTestEvent,
  endedTest,
  isTesting,
  isUnconfirmed,
  startedTest,
  type NetworkTest,
} from '../network-test-state';
import { loadedValue, type WizardState } from '../state';
import { priceText } from '../../../wording/compute-cost';
import { networkTestTitle } from '../network-test-title';
import { change } from './change';
import { showNotification } from './show-notification';
import { connectedAzure } from './connected';
import { explainFailure, showCreation } from './follow-creation';
import { confirmByTest } from './network-request';

/**
 * Runs a job on one node that connects to the targets of the flows. Asks for confirmation, because the node is billed.
 */
export async function startNetworkTest(context: WizardContext): Promise<void> {
  const { store, clock } = context;
  const { creation } = store.get();
  if (!creation || !canTestNetwork(creation) || !('vmSize' in creation.plan)) {
    throw new AzureFailure('badRequest');
  }
  const { plan } = creation;
  refuseSecond(context);
  const isSure = await askForAccount(context.ports.store, () => isConfirmed(context, plan));
  if (!isSure || store.get().creation !== creation) return;
  const startedAt = clock.now().toISOString();
  const { creationResults } = store.get();
  const model = loadedValue(store.get().networks);
  const path = (model && plan.subnetId !== null && pathFingerprint(model, plan.subnetId)) || null;
  const planned = planNetworkTest(creationResults, placeOf(store.get(), plan));
  const test = startedTest(planned, { startedAt, path });
  const tested: TestedCreation = { ...creation, test };
  const { workspaceId, name } = plan;
  const requestBody = networkTestBody(`${workspaceId}/computes/${name}`, planned.targets);
  const body = parseJson(JSON.stringify(requestBody));
  if (!isJsonObject(body)) throw new AzureFailure('bug');
  store.set({ creation: tested });
  // Store it before it's sent, so that a closed window doesn't lose track of the job.
  change(context, { testing: storedTest(tested) });
  const job = { workspaceId, compute: name, name: networkTestName(name, startedAt), body };
  follow(context, tested, (stop) => connectedAzure(context).computes.startNetworkTest(job, stop));
}

/** Follows a stored test to its end. `reading` resolves when the data for its results is read. */
export async function resumeNetworkTest(context: WizardContext, reading: Promise<void>): Promise<void> {
  const { store } = context;
  if (store.get().lostTest) reportLostTest(context);
  const stored = store.get().choices.testing;
  if (stored === null) return;
  const { name, workspaceId } = stored.creation.plan;
  const compute = await connectedAzure(context)
    .computes.get(workspaceId, name, new AbortController().signal)
    .catch(() => 'unseen' as const);
  if (compute === 'unseen') {
    return showNotification(context, context.ports.say('test.unseenBefore', limitOf(stored)));
  }
  if (compute === null) return recordMissingTest(context, stored, reading);
  const creation = testedCreation(stored, compute);
  if (creation.test === null) throw new AzureFailure('bug');
  const tested: TestedCreation = { ...creation, test: creation.test };
  if (store.get().creation === null && store.get().choices.creating === null) {
    store.set({ creation: tested });
  }
  await reading.catch(() => undefined);
  // If the account changed meanwhile, everything restarts.
  if (store.get().choices.testing?.startedAt === stored.startedAt) follow(context, tested, null);
}

/**
 * Ends a test whose compute resource, and therefore its job, no longer exists. A resource that another account can't
 * see doesn't count.
 */
async function recordMissingTest(
  context: WizardContext,
  { creation, startedAt }: StoredNetworkTest,
  reading: Promise<void>,
): Promise<void> {
  await reading.catch(() => undefined);
  const { workspaceId, name } = creation.plan;
  const { subscriptionId } = resourceParts(workspaceId);
  const readable = loadedValue(context.store.get().subscriptions) ?? [];
  if (!readable.some(({ id }) => id.toLowerCase() === subscriptionId.toLowerCase())) return;
  forget(context, startedAt);
  showNotification(context, context.ports.say('test.gone', { name }));
}

/** Reports a test that another version of the product stored. */
function reportLostTest(context: WizardContext): void {
  context.store.set({ lostTest: false });
  showNotification(context, context.ports.say('test.lost', { min: testMinutes }));
}

function limitOf({ creation }: StoredNetworkTest): { readonly name: string; readonly min: number } {
  return { name: creation.plan.name, min: testMinutes };
}

/**
 * Cancels the job, so that it doesn't keep a node. If Azure can't be asked, the test continues, and the page shows why.
 */
export async function stopTest(context: WizardContext): Promise<void> {
  const { store } = context;
  const { creation } = store.get();
  const test = creation?.test;
  if (!creation || !test || !isTesting(test)) return;
  // A job that Azure doesn't have yet can't be canceled: that's done after the first response.
  setStopping(context, { ...creation, test }, true);
  if (isUnconfirmed(test)) return;
  try {
    await cancel(context, { ...creation, test });
  } catch (error) {
    goOn(context, test.startedAt);
    throw error;
  }
}

/** The compute resource of a test, with the test's state when following started. */
type TestedCreation = CreationState & { readonly test: NetworkTest };

function follow(
  context: WizardContext,
  tested: TestedCreation,
  send: ((stop: AbortSignal) => Promise<void>) | null,
): void {
  const { ports, loads } = context;
  const stop = loads.begin('networkTest');
  const following = followToEnd(context, { tested, send, stop }).finally(() =>
    loads.done('networkTest', stop),
  );
  ports.withProgress(ports.say('test.progress', { name: tested.plan.name }), following);
}

interface Following {
  readonly tested: TestedCreation;
  /** null for a job that an earlier window sent. */
  readonly send: ((stop: AbortSignal) => Promise<void>) | null;
  readonly stop: AbortSignal;
}

async function followToEnd(context: WizardContext, { tested, send, stop }: Following): Promise<void> {
  let isSent = send === null;
  try {
    const { computes } = connectedAzure(context);
    await send?.(stop);
    isSent = true;
    await computes.followNetworkTest(
      jobOf(context, tested),
      (event) => onEvent(context, tested, event),
      stop,
    );
  } catch (error) {
    // The window was closed, or the user stopped the test, which is handled elsewhere.
    if (stop.aborted) return;
    const failure = asFailure(error);
    if (isSent) return onLost(context, tested, failure);
    const isThere = isTransient(failure) && !(await isCanceled(context, tested));
    const is = isThere ? 'unseen' : 'refused';
    finish(context, tested, { is, failure });
  }
}

/** Cancels the job, because Azure can have it even if the response was lost. Resolves to whether that succeeded. */
function isCanceled(context: WizardContext, tested: TestedCreation): Promise<boolean> {
  const { computes } = connectedAzure(context);
  return computes.cancelNetworkTest(jobOf(context, tested), new AbortController().signal).then(
    () => true,
    () => false,
  );
}

function onLost(context: WizardContext, tested: TestedCreation, failure: AzureFailure): void {
  const isMissing = failure.code === 'notFound';
  finish(context, tested, isMissing ? { is: 'missing' } : { is: 'unseen', failure });
}

function jobOf({ clock }: WizardContext, { plan, test }: TestedCreation): NamedNetworkTest {
  const { workspaceId, name } = plan;
  const waitedSeconds = Math.max(0, (clock.now().getTime() - Date.parse(test.startedAt)) / 1000);
  return { workspaceId, compute: name, name: networkTestName(name, test.startedAt), waitedSeconds };
}

/** Allows only one test at a time, so that the end of the first isn't missed. */
function refuseSecond({ store, ports, loads }: WizardContext): void {
  const { testing } = store.get().choices;
  if (testing === null || !loads.isUnderWay('networkTest')) return;
  const message = ports.say('test.another', { name: testing.creation.plan.name });
  throw new ProblemError({ code: 'conflict', message, retryable: true });
}

function isConfirmed({ ports, store }: WizardContext, plan: ComputePlan): Promise<boolean> {
  const { say } = ports;
  const { name, kind, vmSize, nodes } = plan;
  const cost = priceText(say, priceOf(store.get(), plan));
  const values = { min: testMinutes, size: vmSize, cost, idle: nodes.idleMinutes };
  return ports.confirm({
    title: say(`test.confirm.${kind}`, { name }),
    detail: say(`test.confirmDetail.${kind}`, values),
    button: say(`test.button.${kind}`),
  });
}

function placeOf(state: WizardState, plan: ComputePlan): NetworkTestPlace {
  const services = state.services?.value;
  return {
    cloud: cloudOf(state),
    region: plan.workspaceLocation,
    storage: nameIn(services?.storage),
    keyVault: nameIn(services?.keyVault),
    registry: registryHost(services)?.split('.')[0] ?? nameIn(services?.registry),
    privateNames: privateNamesFor(state, plan),
  };
}

function privateNamesFor(
  state: WizardState,
  { workspaceId, subnetId }: ComputePlan,
): NetworkTestPlace['privateNames'] {
  const model = loadedValue(state.networks);
  const place = model && subnetId !== null ? findSubnet(model, subnetId) : undefined;
  const workspace = (loadedValue(state.workspaces) ?? []).find(({ id }) => sameId(id, workspaceId));
  if (!model || !place || !workspace) return [];
  const services = state.services?.value;
  const { found } = calledEndpoints({ model, place, workspaceId, services });
  const names = privateNames(cloudOf(state), workspace, {
    called: found,
    registryHost: registryHost(services),
  });
  return names.flatMap(({ host, addresses, ports }) =>
    ports.map((port) => ({ host, port: Number(port), addresses })),
  );
}

function registryHost(services: WorkspaceServices | undefined): string | undefined {
  const registry = services?.registry.known ? services.registry.value : null;
  return registry ? valueOr(registry.hosts, [])[0] : undefined;
}

function nameIn(service: Known<{ readonly name: string } | null> | undefined): string | null {
  return service ? (valueOr(service, null)?.name ?? null) : null;
}

function storedTest(tested: TestedCreation): StoredNetworkTest {
  const { test, endedAt, startedAt } = tested;
  const { targets, notTestable, whole, testedByStart } = test.plan;
  return {
    version: 1,
    creation: storedFrom(tested),
    readyAt: endedAt ?? startedAt,
    startedAt: test.startedAt,
    isStopping: test.isStopping,
    path: test.path,
    plan: {
      targets: [...targets],
      notTestable: [...notTestable],
      whole: [...whole],
      testedByStart: [...testedByStart],
    },
  };
}

/** Removes the stored test, so that the next window doesn't look for it. */
function forget(context: WizardContext, startedAt: string): void {
  if (context.store.get().choices.testing?.startedAt === startedAt) change(context, { testing: null });
}

/** Returns the creation of a test; undefined if the user started another one. */
function ownOf({ store }: WizardContext, startedAt: string): TestedCreation | undefined {
  const { creation } = store.get();
  const test = creation?.test;
  return creation && test?.startedAt === startedAt && isTesting(test) ? { ...creation, test } : undefined;
}

function onEvent(context: WizardContext, tested: TestedCreation, event: NetworkTestEvent): void {
  const { store, clock } = context;
  const own = ownOf(context, tested.test.startedAt);
  const at = clock.now().toISOString();
  if (event.is === 'no-node') return onNoNode(context, tested, event);
  const before = own ?? tested;
  const test = afterTestEvent(before.test, event, at);
  if (!isTesting(test)) return finish(context, tested, test.phase);
  if (!own) return;
  store.set({ creation: { ...own, test } });
  if (before.test.isStopping && isUnconfirmed(before.test)) void stopLate(context, { ...own, test });
}

function onNoNode(
  context: WizardContext,
  tested: TestedCreation,
  { compute, isCanceled: isOver }: Extract<NetworkTestEvent, { is: 'no-node' }>,
): void {
  const { ports, store, clock } = context;
  const { name } = tested.plan;
  const own = ownOf(context, tested.test.startedAt);
  forget(context, tested.test.startedAt);
  if (!isOver) showNotification(context, ports.say('test.notCanceled', { name, min: testMinutes }));
  if (!own) return showNotification(context, ports.say('test.noNode', { name }));
  const over = withoutNode(own, compute, clock.now().toISOString());
  store.set({ creation: over });
  explainFailure(context, over);
}

/** Cancels a job that the user stopped before Azure had it. */
async function stopLate(context: WizardContext, own: TestedCreation): Promise<void> {
  try {
    await cancel(context, own);
  } catch {
    goOn(context, own.test.startedAt);
    showNotification(context, context.ports.say('test.notStopped', { name: own.plan.name }));
  }
}

async function cancel(context: WizardContext, own: TestedCreation): Promise<void> {
  const { computes } = connectedAzure(context);
  await computes.cancelNetworkTest(jobOf(context, own), new AbortController().signal);
  // It can have ended meanwhile, with a result.
  if (!ownOf(context, own.test.startedAt)) return;
  context.loads.stop('networkTest');
  finish(context, own, { is: 'stopped' });
}

/** Continues a test that couldn't be stopped. */
function goOn(context: WizardContext, startedAt: string): void {
  const own = ownOf(context, startedAt);
  if (own) setStopping(context, own, false);
}

/** Records whether the test is being stopped, also for the next window. */
function setStopping(context: WizardContext, own: TestedCreation, isStopping: boolean): void {
  const { store } = context;
  const { testing } = store.get().choices;
  store.set({ creation: { ...own, test: { ...own.test, isStopping } } });
  if (testing?.startedAt === own.test.startedAt) change(context, { testing: { ...testing, isStopping } });
}

function finish(context: WizardContext, tested: TestedCreation, phase: NetworkTest['phase']): void {
  const { store, clock } = context;
  const { startedAt } = tested.test;
  const own = ownOf(context, startedAt);
  const { test: running, ...creation } = own ?? tested;
  const at = clock.now().toISOString();
  const test = endedTest(running, phase, at);
  const over: TestedCreation = { ...creation, test };
  // A test with an unknown result stays stored for the next window.
  if (phase.is !== 'unseen') forget(context, startedAt);
  if (own) {
    const evidence = store.get().creationResults;
    store.set({ creation: over });
    confirmByTest(context, { plan: over.plan, test, evidence });
  }
  if (phase.is !== 'stopped') notifyUnseen(context, over, own !== undefined);
}

/** Shows a notification if the page doesn't show the result. */
function notifyUnseen(context: WizardContext, over: TestedCreation, isOwn: boolean): void {
  const { ports, store } = context;
  if (isOwn && ports.isPageVisible() && store.get().creation?.hidden !== true) return;
  const result = networkTestTitle(ports.say, over.plan, over.test);
  const message = ports.say('test.toast', { name: over.plan.name, result });
  ports.notify(message, ports.say('create.toast.show'), () => {
    if (isOwn) showCreation(context);
    ports.reveal();
  });
}
