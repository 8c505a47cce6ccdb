import { AzureFailure } from '../../../azure/failure';
import type { WorkspaceSummary } from '../../../azure/ports';
import { sameId } from '../../../core/network/find';
import type { ResourceId } from '../../../core/network/model';
import { noRecommendation, type WorkspaceReason } from '../../../contract/wizard/recommended';
import type { WizardContext } from '../context';
import { listed } from '../running-loads';
import { firstState, forgottenBelowSubscription, loadedValue, type WizardState } from '../state';
import { supportsCompute, shownSubscriptions } from '../selection';
import { change } from './change';
import { chooseWorkspace } from './choose-workspace';
import { azureReads, connectedAzure } from './connected';
import { lookAtPython } from './read-python-files';
import { loadNetworks } from './read-networks';
import { readTargets } from './read-targets';
import { resumeCreation } from './resume-creation';
import { resumeSettingUp } from './set-up-network';
import { resumeNetworkTest } from './test-network';

/** Connects, and reads everything: subscriptions, then the stored choices' resources. */
export async function start(context: WizardContext): Promise<void> {
  const { store, ports, loads } = context;
  forget(context);
  void lookAtPython(context);
  const connection = await loads.run('connection', listed(azureReads(context).connection), (shown) =>
    store.set({ connection: shown }),
  );
  if (!connection) return countFiles(context);
  store.set({ tags: await ports.shippedTags(connection.cloud) });
  void resumeSettingUp(context);
  const reading = readSubscriptions(context);
  await Promise.all([resumeCreation(context), resumeNetworkTest(context, reading), reading]);
}

/** Counts files for the first page, because checking them doesn't require an account. */
async function countFiles({ store, ports }: WizardContext): Promise<void> {
  store.set({ networkFiles: await ports.countNetworkFiles() });
}

/** Clears the data of the previous account. */
function forget({ store, loads, ports }: WizardContext): void {
  loads.stopAll();
  const before = store.get();
  // An explanation doesn't depend on the account, and preview numbers must stay unique.
  const { report, isTrusted, previews } = before;
  const kept = { report, isTrusted, previews, confirmations: ports.keptConfirmations() };
  store.set({ ...firstState(before), ...kept });
}

export async function readSubscriptions(context: WizardContext, how?: 'again'): Promise<void> {
  const { store, loads, ports } = context;
  const all = await loads.run(
    'subscriptions',
    listed(azureReads(context).subscriptions, how),
    (subscriptions) => store.set({ subscriptions }),
  );
  if (!all) return;
  const tenants = await connectedAzure(context).read.tenants(new AbortController().signal);
  store.set({ tenants, shown: ports.shownSubscriptions() });
  const chosenId = store.get().choices.subscription;
  const [first, second] = shownSubscriptions(store.get());
  // The sample starts with its first subscription. In Azure, several subscriptions aren't a clear choice.
  const isClear = second === undefined || loadedValue(store.get().connection)?.sample === true;
  const { planFile } = store.get().choices;
  // Don't replace choices of a plan file.
  const instead = isClear && (planFile === null || chosenId === null) ? first : undefined;
  const chosen = all.find((one) => one.id === chosenId) ?? instead;
  if (chosen) await openSubscription(context, chosen.id);
}

const belowSubscription = [
  'workspaces',
  'workspace',
  'networks',
  'subnet',
  'targets',
  'computes',
  'otherComputeResources',
  'order',
  'vmSizes',
  'quotas',
  'identities',
  'tags',
  'governance',
  'services',
  'preselect',
] as const;

/** Chooses a subscription, and clears the choices within it. */
export async function chooseSubscription(context: WizardContext, id: string): Promise<void> {
  const { store } = context;
  const all = loadedValue(store.get().subscriptions);
  if (!all?.some((one) => one.id === id)) throw new AzureFailure('notFound');
  if (store.get().choices.subscription === id) return;
  stopBelowSubscription(context);
  const { options, attach } = store.get().choices;
  const identity = options.identity.is === 'user' ? { ...options.identity, id: null } : options.identity;
  change(context, {
    subscription: id,
    workspace: null,
    recommended: noRecommendation,
    serviceRegions: [],
    network: null,
    subnet: null,
    newNetwork: null,
    attach: { ...attach, target: null, subnet: null },
    fixesInCode: [],
    options: { ...options, identity },
  });
  store.set(forgottenBelowSubscription);
  await openSubscription(context, id);
}

/** Stops reading data below the subscription. */
export function stopBelowSubscription({ loads }: WizardContext): void {
  for (const name of belowSubscription) loads.stop(name);
}

export async function openSubscription(context: WizardContext, id: string): Promise<void> {
  change(context, { subscription: id });
  await Promise.all([loadWorkspaces(context, id), loadNetworks(context), readTargets(context)]);
}

export async function loadWorkspaces(
  context: WizardContext,
  subscriptionId: string,
  how?: 'again',
): Promise<void> {
  const { store, loads } = context;
  const all = await loads.run(
    'workspaces',
    listed(azureReads(context).workspaces(subscriptionId), how),
    (workspaces) => store.set({ workspaces }),
  );
  const found = all && workspaceOf(store.get(), all);
  if (found) await chooseWorkspace(context, found.id, found.because);
}

/** Returns the plan's workspace; otherwise the one that was selected last, or the only one. */
function workspaceOf(
  { choices }: WizardState,
  all: readonly WorkspaceSummary[],
): { readonly id: ResourceId; readonly because: WorkspaceReason | null } | null {
  const find = (id: ResourceId | null): WorkspaceSummary | undefined =>
    id === null ? undefined : all.find((one) => sameId(one.id, id));
  const chosenId = find(choices.workspace);
  if (chosenId) return { id: chosenId.id, because: choices.recommended.workspace };
  // Don't replace choices of a plan file.
  if (choices.planFile !== null && choices.workspace !== null) return null;
  const last = find(choices.lastWorkspace);
  if (last && supportsCompute(last)) return { id: last.id, because: 'last-used' };
  const [first, second] = all;
  return first && !second ? { id: first.id, because: 'only' } : null;
}
