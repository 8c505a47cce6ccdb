import { AzureFailure } from '../../../azure/failure';
import { askForAccount } from '../../../azure-store/ask-for-account';
import { nameOf, sameId } from '../../../core/network/find';
import type { ResourceId } from '../../../core/network/model';
import type { WorkspaceSummary } from '../../../azure/ports';
import { ProblemError } from '../../../contract/call-error';
import type { Say } from '../../../messages/say';
import { chosenWorkspace, usesManagedNetwork } from '../selection';
import type { WizardContext } from '../context';
import { asFailure, toProblem } from '../failures';
import { settingUpOf } from '../managed-network-setup';
import { change } from './change';
import { showNotification } from './show-notification';
import { loadWorkspaceParts, storeWorkspace } from './choose-workspace';
import { connectedAzure } from './connected';

/**
 * Has Azure set up the workspace's managed virtual network, after a confirmation, and waits for it.
 * The running setup is stored, so that a new window continues to wait.
 */
export async function setUpNetwork(context: WizardContext): Promise<void> {
  const { ports } = context;
  const workspace = toSetUp(context);
  if (!(await askForAccount(ports.store, () => ports.confirm(question(ports.say, workspace))))) return;
  const { id } = toSetUp(context);
  // Set up only the workspace that the user confirmed.
  if (!sameId(id, workspace.id)) throw new AzureFailure('changed');
  const setUp = connectedAzure(context).change;
  let isAccepted = false;
  const waiting = wait(context, id, {
    until: (stop) => setUp.setUpManagedNetwork(id, () => (isAccepted = true), stop),
    isAccepted: () => isAccepted,
  }).catch((error: unknown) => {
    const problem = notSetUp(context, id, { error, isAccepted });
    if (!ports.isPageVisible() && problem.problem.code !== 'cancelled') {
      showNotification(context, problem.problem.message);
    }
    throw problem;
  });
  ports.withProgress(
    ports.say('setUp.progress', { workspace: workspace.name }),
    waiting.catch(() => undefined),
  );
  await waiting;
}

/** Returns the workspace whose network can be set up. Throws if there is none, or if a setup is already running. */
function toSetUp({ store }: WizardContext): WorkspaceSummary {
  const state = store.get();
  const workspace = chosenWorkspace(state);
  const setUp = workspace?.managedNetworkSetUp;
  if (!workspace || !usesManagedNetwork(state) || setUp?.known !== true || setUp.value) {
    throw new AzureFailure('changed');
  }
  const { settingUp } = state.choices;
  if (settingUp !== null && !(settingUp.isLeft && !settingUpOf(state))) throw new AzureFailure('changed');
  return workspace;
}

function question(say: Say, { name, managedNetwork, outboundRules }: WorkspaceSummary) {
  const n = outboundRules.filter((one) => one.kind === 'FQDN').length;
  const mayHaveHosts = managedNetwork.known && managedNetwork.value === 'allow-only-approved-outbound';
  const costs = [
    ...(n > 0 ? [say('setUp.cost.hosts', { n })] : mayHaveHosts ? [say('setUp.cost.later')] : []),
    say('setUp.cost.endpoints'),
  ];
  return {
    title: say('setUp.title', { workspace: name }),
    detail: [say('setUp.detail'), ...costs].join(' '),
    button: say('setUp.button'),
  };
}

/** Continues to wait for a setup after a window reload. */
export async function resumeSettingUp(context: WizardContext): Promise<void> {
  const { settingUp } = context.store.get().choices;
  if (settingUp === null || settingUp.isLeft) return;
  const { workspaceId } = settingUp;
  const { change: azure } = connectedAzure(context);
  await wait(context, workspaceId, {
    until: (stop) => azure.followManagedNetwork(workspaceId, stop),
    isAccepted: () => true,
  }).catch((error: unknown) => {
    const problem = notSetUp(context, workspaceId, { error, isAccepted: true });
    if (asFailure(error).code !== 'cancelled') showNotification(context, problem.problem.message);
  });
}

/** Stops waiting. Azure continues, and the next read shows the result. */
export function stopSettingUp(context: WizardContext): void {
  leave(context);
  context.loads.stop('setUp');
}

function leave(context: WizardContext): void {
  const { settingUp } = context.store.get().choices;
  if (settingUp !== null) change(context, { settingUp: { ...settingUp, isLeft: true } });
}

interface Waiting {
  readonly until: (stop: AbortSignal) => Promise<WorkspaceSummary>;
  /** True once Azure accepted the request, so that it continues without waiting. */
  readonly isAccepted: () => boolean;
}

async function wait(
  context: WizardContext,
  workspaceId: ResourceId,
  { until, isAccepted }: Waiting,
): Promise<void> {
  const { loads, clock, store, ports } = context;
  const stop = loads.begin('setUp');
  const before = store.get().choices.settingUp;
  const startedAt = before && !before.isLeft ? before.startedAt : clock.now().toISOString();
  change(context, { settingUp: { workspaceId, startedAt, isLeft: false } });
  try {
    const now = await until(stop);
    change(context, { settingUp: null });
    storeWorkspace(context, now);
    if (!ports.isPageVisible()) {
      showNotification(context, ports.say('setUp.done', { workspace: nameOf(workspaceId) }));
    }
  } catch (error) {
    if (stop.aborted) {
      // Stopped before Azure accepted it, so nothing continues.
      if (!isAccepted() && store.get().choices.settingUp?.isLeft) change(context, { settingUp: null });
      throw new AzureFailure('cancelled');
    }
    if (hasFailed(asFailure(error).code, isAccepted())) change(context, { settingUp: null });
    else leave(context);
    // Read the result, without waiting for it.
    void loadWorkspaceParts(context, workspaceId, 'again');
    throw error;
  } finally {
    loads.done('setUp', stop);
  }
}

function notSetUp(
  { ports }: WizardContext,
  workspaceId: ResourceId,
  { error, isAccepted }: { readonly error: unknown; readonly isAccepted: boolean },
): ProblemError {
  const problem = toProblem(ports.say, error);
  const failed = hasFailed(problem.code, isAccepted) ? 'setUp.failed' : 'setUp.lost';
  const text = problem.code === 'forbidden' ? 'setUp.forbidden' : failed;
  const message = ports.say(text, { workspace: nameOf(workspaceId), why: problem.message });
  return new ProblemError(problem.code === 'cancelled' ? problem : { ...problem, message });
}

/** Checks whether the setup failed. Once Azure accepted it, losing contact doesn't mean failure. */
function hasFailed(code: string, isAccepted: boolean): boolean {
  return !isAccepted || code === 'refused';
}
