import { AzureFailure, isFailedOperation, mayBeDone } from '../../../azure/failure';
import { askForAccount } from '../../../azure-store/ask-for-account';
import { ProblemError } from '../../../contract/call-error';
import { traitsOf } from '../../../core/compute-kinds';
import { nameOf, sameId } from '../../../core/network/find';
import type { Plan } from '../../../plans/compute-plan';
import { formatCompute } from '../../../wording/compute-text';
import { canDelete, deleting, notDeleted, type CreationState } from '../creation-state';
import { chosenWorkspace, isSameCreation } from '../selection';
import type { WizardContext } from '../context';
import { asFailure, toProblem } from '../failures';
import { change } from './change';
import { loadComputeResources } from './choose-workspace';
import { connectedAzure } from './connected';
import { showCreation, showState } from './follow-creation';
import { withoutUnfinished } from './unfinished-creations';

/**
 * Deletes the resource that this creation created, after a confirmation. Shows the deletion until it's done; the plan
 * stays.
 * @returns whether it was deleted
 */
export async function deleteStarted(context: WizardContext): Promise<boolean> {
  const { creation } = context.store.get();
  // Ignore a repeated call.
  if (!creation || creation.phase.is === 'deleting') return false;
  // If Azure didn't accept the request, a resource of that name belongs to another user.
  if (!canDelete(creation)) throw new AzureFailure('notFound');
  if (!(await askForAccount(context.ports.store, () => isSure(context, creation.plan)))) return false;
  const before = context.store.get().creation;
  if (!before || !isSameCreation(before.plan, creation.plan) || !canDelete(before)) return false;
  await remove(context, before);
  return true;
}

/**
 * Asks for confirmation. Deletion is permanent, so the user types the name. A detached resource can be attached again.
 */
function isSure({ ports }: WizardContext, plan: Plan): Promise<boolean> {
  const { name, workspaceId } = plan;
  const { action } = traitsOf(plan.kind);
  const title = ports.say(`${action}.remove.title`, { resource: formatCompute(ports.say, plan) });
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
    if (!isNotFound(error)) {
      if (!stop.aborted) restore(context);
      throw failedToDelete(context, before.plan, error);
    }
  } finally {
    loads.done('delete', stop);
  }
  await afterwards(context, before.plan);
}

/** Checks whether the resource was already deleted. */
function isNotFound(error: unknown): boolean {
  return error instanceof AzureFailure && error.code === 'notFound';
}

/** Restores the state after a failed deletion. */
function restore(context: WizardContext): void {
  const { creation } = context.store.get();
  if (creation) showState(context, notDeleted(creation, context.clock.now().toISOString()));
}

/**
 * Returns the error of a failed deletion, which can be retried. If the page isn't visible, also shows a notification.
 */
function failedToDelete(context: WizardContext, { name, workspaceId, kind }: Plan, error: unknown): unknown {
  const { ports } = context;
  const { action } = traitsOf(kind);
  const problem = toProblem(ports.say, error);
  const failure = asFailure(error);
  if (problem.code === 'cancelled' || problem.code === 'bug') return error;
  const message =
    problem.code === 'forbidden'
      ? ports.say(`${action}.remove.forbidden`, { name, workspace: nameOf(workspaceId) })
      : ports.say(`${action}.remove.${mayBeDone(failure) ? 'unsure' : 'failed'}`, {
          name,
          why: isFailedOperation(failure)
            ? `${problem.message} ${ports.say('problem.youCanTryAgain')}`
            : problem.message,
        });
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

/** Shows a notification if the page isn't visible, or if the user returned to the plan. */
function notifyUnseen(context: WizardContext, message: string): void {
  const { ports, store } = context;
  if (ports.isPageVisible() && store.get().creation?.hidden !== true) return;
  ports.notify(message, ports.say('create.toast.show'), () => {
    showCreation(context);
    ports.reveal();
  });
}
