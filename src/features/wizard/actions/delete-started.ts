import { AzureFailure } from '../../../azure/failure';
import type { Creation } from '../../../contract/wizard/creation';
import { ProblemError } from '../../../contract/call-error';
import { nameOf, sameId } from '../../../core/network/find';
import { chosenWorkspace } from '../selection';
import type { WizardContext } from '../context';
import { toProblem } from '../failures';
import type { CreationState } from '../state';
import { change } from './change';
import { loadComputeResources } from './choose-workspace';
import { connectedAzure } from './connected';
import { leftToAzure } from '../views/creation-view';
import { showCreation } from './follow-creation';
import { leaveRunning, withoutUnfinished } from './unfinished-creations';

/** Deletes what was begun, asked about once, and says until it is gone that it goes; the plan is kept. */
export async function deleteStarted(context: WizardContext): Promise<void> {
  const { creation } = context.store.get();
  // A second press is the same press.
  if (!creation || creation.view.state === 'deleting') return;
  // A compute of that name which Azure did not accept from us is somebody else's.
  if (!creation.view.canDelete) throw new AzureFailure('notFound');
  if (!(await isSure(context, creation))) return;
  const before = context.store.get().creation;
  if (before?.name !== creation.name || !before.view.canDelete) return;
  await remove(context, before);
}

function isSure({ ports }: WizardContext, { name, workspaceId, action }: CreationState): Promise<boolean> {
  return ports.confirm({
    title: ports.say(`${action}.remove.title`, { name }),
    detail: ports.say(`${action}.remove.detail`, {
      name,
      workspace: nameOf(workspaceId),
    }),
    button: ports.say(`${action}.remove.button`),
  });
}

async function remove(context: WizardContext, before: CreationState): Promise<void> {
  const { store, loads } = context;
  const { name, workspaceId } = before;
  loads.stop('creation');
  store.set({ creation: { ...before, view: deletingView(context, before) } });
  const stop = loads.begin('delete');
  try {
    await connectedAzure(context).computes.delete(workspaceId, name, stop);
  } catch (error) {
    if (!isGone(error)) {
      if (!stop.aborted) restore(context, before);
      throw failedToDelete(context, before, error);
    }
  } finally {
    loads.done('delete', stop);
  }
  await afterwards(context, before);
}

/** Somebody else was faster. */
function isGone(error: unknown): boolean {
  return error instanceof AzureFailure && error.code === 'notFound';
}

function deletingView({ ports }: WizardContext, { view, name, action }: CreationState): Creation {
  return {
    ...view,
    state: 'deleting',
    heading: ports.say(`${action}.removing`, { name }),
    line: ports.say(`${action}.line.removing`),
    canDelete: false,
  };
}

/** It is still there: as it was, or, where its creation was being followed, left to Azure. */
function restore(context: WizardContext, before: CreationState): void {
  const { store, ports, clock } = context;
  const hidden = store.get().creation?.hidden ?? before.hidden;
  const isFollowed = before.view.state === 'running';
  const view = isFollowed ? leftToAzure(ports.say, before, { at: clock.now().toISOString() }) : before.view;
  store.set({ creation: { ...before, hidden, view } });
  if (isFollowed) leaveRunning(context);
}

/** What happened, and that it can be tried again; on a page that nobody sees it is said outside of it. */
function failedToDelete(
  context: WizardContext,
  { name, workspaceId, action }: CreationState,
  error: unknown,
): unknown {
  const { ports } = context;
  const problem = toProblem(ports.say, error);
  if (problem.code === 'cancelled' || problem.code === 'bug') return error;
  const message =
    problem.code === 'forbidden'
      ? ports.say(`${action}.remove.forbidden`, {
          name,
          workspace: nameOf(workspaceId),
        })
      : ports.say(`${action}.remove.failed`, { name, why: problem.message });
  notifyUnseen(context, message);
  return new ProblemError({ ...problem, message });
}

async function afterwards(
  context: WizardContext,
  { name, workspaceId, action }: CreationState,
): Promise<void> {
  const { store, ports } = context;
  notifyUnseen(context, ports.say(`${action}.removed`, { name }));
  store.set({ creation: null });
  const { left } = store.get().choices;
  change(context, { creating: null, left: withoutUnfinished(left, { workspaceId, name }) });
  ports.store.changed({ is: 'creation', workspaceId, name, isOver: true });
  const workspace = chosenWorkspace(store.get());
  if (!workspace || !sameId(workspace.id, workspaceId)) return;
  await loadComputeResources(context, workspaceId, (before) =>
    before.filter((one) => one.name.toLowerCase() !== name.toLowerCase()),
  );
}

/** A toast only where nobody looks at the page, or where the person went on with the plan. */
function notifyUnseen(context: WizardContext, message: string): void {
  const { ports, store } = context;
  if (ports.isPageVisible() && store.get().creation?.hidden !== true) return;
  ports.notify(message, ports.say('create.toast.show'), () => {
    showCreation(context);
    ports.reveal();
  });
}
