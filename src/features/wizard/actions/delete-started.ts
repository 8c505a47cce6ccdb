import { AzureFailure } from '../../../azure/failure';
import { askForAccount } from '../../../azure-store/ask-for-account';
import { ProblemError } from '../../../contract/call-error';
import { traitsOf } from '../../../core/compute-kinds';
import { nameOf, sameId } from '../../../core/network/find';
import type { Plan } from '../../../plans/compute-plan';
import { canDelete, deleting, notDeleted, type CreationState } from '../creation-state';
import { chosenWorkspace, isSameCreation } from '../selection';
import type { WizardContext } from '../context';
import { toProblem } from '../failures';
import { change } from './change';
import { loadComputeResources } from './choose-workspace';
import { connectedAzure } from './connected';
import { showCreation, showState } from './follow-creation';
import { withoutUnfinished } from './unfinished-creations';

/**
 * Deletes what this run created, asked about once, and says until it is gone that it goes; the plan is kept.
 * @returns whether it's gone
 */
export async function deleteStarted(context: WizardContext): Promise<boolean> {
  const { creation } = context.store.get();
  // A second press is the same press.
  if (!creation || creation.phase.is === 'deleting') return false;
  // A compute of that name which Azure did not accept from us is somebody else's.
  if (!canDelete(creation)) throw new AzureFailure('notFound');
  if (!(await askForAccount(context.ports.store, () => isSure(context, creation.plan)))) return false;
  const before = context.store.get().creation;
  if (!before || !isSameCreation(before.plan, creation.plan) || !canDelete(before)) return false;
  await remove(context, before);
  return true;
}

/** What is deleted is gone for good, so its name is typed; what is detached can be attached again. */
function isSure({ ports }: WizardContext, { name, workspaceId, kind }: Plan): Promise<boolean> {
  const { action } = traitsOf(kind);
  const title = ports.say(`${action}.remove.title`, { name });
  const detail = ports.say(`${action}.remove.detail`, { name, workspace: nameOf(workspaceId) });
  return action === 'create'
    ? ports.confirmName({ title, detail, name })
    : ports.confirm({ title, detail, button: ports.say('attach.remove.button') });
}

async function remove(context: WizardContext, before: CreationState): Promise<void> {
  const { loads } = context;
  const { name, workspaceId } = before.plan;
  loads.stop('creation');
  showState(context, deleting(before));
  const stop = loads.begin('delete');
  try {
    await connectedAzure(context).computes.delete(workspaceId, name, stop);
  } catch (error) {
    if (!isGone(error)) {
      if (!stop.aborted) restore(context);
      throw failedToDelete(context, before.plan, error);
    }
  } finally {
    loads.done('delete', stop);
  }
  await afterwards(context, before.plan);
}

/** Somebody else was faster. */
function isGone(error: unknown): boolean {
  return error instanceof AzureFailure && error.code === 'notFound';
}

/** It is still there. */
function restore(context: WizardContext): void {
  const { creation } = context.store.get();
  if (creation) showState(context, notDeleted(creation, context.clock.now().toISOString()));
}

/** What happened, and that it can be tried again; on a page that nobody sees it is said outside of it. */
function failedToDelete(context: WizardContext, { name, workspaceId, kind }: Plan, error: unknown): unknown {
  const { ports } = context;
  const { action } = traitsOf(kind);
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

async function afterwards(context: WizardContext, { name, workspaceId, kind }: Plan): Promise<void> {
  const { store, ports } = context;
  const { action } = traitsOf(kind);
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
