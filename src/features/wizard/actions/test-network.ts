import { isJsonObject, parseJson } from '../../../azure/json';
import { AzureFailure } from '../../../azure/failure';
import type { NetworkTestEvent } from '../../../azure/ports';
import type { Known } from '../../../core/known';
import { valueOr } from '../../../core/known';
import { pathFingerprint } from '../../../core/path-fingerprint';
import type { ComputePlan } from '../../../plans/compute-plan';
import { networkTestBody, networkTestName, testMinutes } from '../../../plans/network-test/job';
import { planNetworkTest, type NetworkTestPlace } from '../../../plans/network-test/targets';
import type { WizardContext } from '../context';
import { canTestNetwork, withoutNode, type CreationState } from '../creation-state';
import { cloudOf } from '../derived-plan';
import { asFailure } from '../failures';
import { afterTestEvent, afterTestFailure, isTesting, startedTest } from '../network-test-state';
import { loadedValue, type WizardState } from '../state';
import { priceOf, priceText } from '../views/compute-cost';
import { creationPage } from '../views/creation-view';
import { connectedAzure } from './connected';
import { explainFailure, showCreation } from './follow-creation';
import { confirmByTest } from './network-request';

/** Runs one job on one node that connects to what the flows need, after a question: the node is billed. */
export async function startNetworkTest(context: WizardContext): Promise<void> {
  const { store, ports, loads, clock } = context;
  const { creation } = store.get();
  if (!creation || !canTestNetwork(creation) || !('vmSize' in creation.plan)) {
    throw new AzureFailure('badRequest');
  }
  const { plan } = creation;
  if (!(await isConfirmed(context, plan)) || store.get().creation !== creation) return;
  const startedAt = clock.now().toISOString();
  const { creationResults } = store.get();
  const model = loadedValue(store.get().networks);
  const path = (model && plan.subnetId !== null && pathFingerprint(model, plan.subnetId)) || null;
  const planned = planNetworkTest(creationResults, placeOf(store.get(), plan));
  const test = startedTest(planned, { startedAt, path });
  store.set({ creation: { ...creation, test } });
  const { workspaceId, name } = plan;
  const wanted = networkTestBody(`${workspaceId}/computes/${name}`, test.plan.targets);
  const body = parseJson(JSON.stringify(wanted));
  if (!isJsonObject(body)) throw new AzureFailure('bug');
  const job = { workspaceId, compute: name, name: networkTestName(name, startedAt), body };
  const stop = loads.begin('networkTest');
  const following = connectedAzure(context)
    .computes.testNetwork(job, (event) => onTestEvent(context, startedAt, event), stop)
    .catch((error: unknown) => onTestFailure(context, startedAt, asFailure(error)))
    .finally(() => loads.done('networkTest', stop));
  ports.withProgress(ports.say('test.progress', { name }), following);
}

/** Cancels the job: no node is kept for it. */
export function stopTest({ loads }: WizardContext): void {
  loads.stop('networkTest');
}

function isConfirmed({ ports, store }: WizardContext, plan: ComputePlan): Promise<boolean> {
  const { say } = ports;
  const { name, kind, vmSize, nodes } = plan;
  const cost = priceText(say, priceOf(store.get(), plan));
  const values = { min: testMinutes, size: vmSize, cost, idle: nodes.idleMinutes };
  return ports.confirm({
    title: say(`test.confirm.${kind}`, { name }),
    detail: say(`test.confirmDetail.${kind}`, values),
    button: say(`test.start.${kind}`),
  });
}

function placeOf(state: WizardState, { workspaceLocation }: ComputePlan): NetworkTestPlace {
  const services = state.services?.value;
  return {
    cloud: cloudOf(state),
    region: workspaceLocation,
    storage: nameIn(services?.storage),
    keyVault: nameIn(services?.keyVault),
    registry: nameIn(services?.registry),
  };
}

function nameIn(service: Known<{ readonly name: string } | null> | undefined): string | null {
  return service ? (valueOr(service, null)?.name ?? null) : null;
}

/** The creation that the test belongs to; undefined where the user went on to another one. */
function ownOf({ store }: WizardContext, startedAt: string): CreationState | undefined {
  const { creation } = store.get();
  const isOwn = creation?.test?.startedAt === startedAt && isTesting(creation.test);
  return isOwn ? creation : undefined;
}

function onTestEvent(context: WizardContext, startedAt: string, event: NetworkTestEvent): void {
  const { store, clock } = context;
  const creation = ownOf(context, startedAt);
  if (!creation?.test) return;
  const at = clock.now().toISOString();
  if (event.is === 'no-node') {
    const over = withoutNode(creation, event.compute, at);
    store.set({ creation: over });
    return explainFailure(context, over);
  }
  const test = afterTestEvent(creation.test, event, at);
  const evidence = store.get().creationResults;
  store.set({ creation: { ...creation, test } });
  if (isTesting(test)) return;
  confirmByTest(context, { plan: creation.plan, test, evidence });
  notifyTestUnseen(context);
}

function onTestFailure(context: WizardContext, startedAt: string, failure: AzureFailure): void {
  const creation = ownOf(context, startedAt);
  if (!creation?.test) return;
  const test = afterTestFailure(creation.test, failure, context.clock.now().toISOString());
  context.store.set({ creation: { ...creation, test } });
  if (test.phase.is !== 'stopped') notifyTestUnseen(context);
}

/** A toast only where the page isn't visible. */
function notifyTestUnseen(context: WizardContext): void {
  const { ports, store } = context;
  const { creation } = store.get();
  if (!creation || (ports.isPageVisible() && !creation.hidden)) return;
  const { test } = creationPage(ports.say, store.get(), creation);
  ports.notify(test?.title ?? '', ports.say('create.toast.show'), () => {
    showCreation(context);
    ports.reveal();
  });
}
