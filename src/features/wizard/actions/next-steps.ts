import { AzureFailure } from '../../../azure/failure';
import { dequal } from 'dequal';
import type { Plan } from '../../../plans/compute-plan';
import { canDelete } from '../creation-state';
import { completePlan } from '../derived-plan';
import { creationPage } from '../views/creation-view';
import type { WizardContext } from '../context';
import { closeCreation, startCreation } from './create-compute';
import { deleteStarted } from './delete-started';
import { startNewPlan } from './new-plan';
import { lead } from './open-section';

/** What to do after a creation, by the ID that the page sends. Fixes and requests have calls of their own. */
export const nextSteps: Readonly<Record<string, (context: WizardContext) => Promise<void> | void>> = {
  changeSize,
  createAnother,
  newPlan: startNewPlan,
  requestQuota: ({ ports }) => ports.open(quotaGuide),
  copyRoleRequest,
  deleteAndTryAgain,
};

/** How to request quota, in the portal and in the studio, for each cloud. */
const quotaGuide = 'https://learn.microsoft.com/azure/machine-learning/how-to-manage-quotas';

/** Back to the plan, at name and size. */
function changeSize(context: WizardContext): void {
  closeCreation(context);
  lead(context, 'size');
}

/** The plan again, with the next free name. */
function createAnother(context: WizardContext): void {
  closeCreation(context);
  lead(context, 'what');
}

/** The role that is missing, for the owner who can assign it. */
async function copyRoleRequest({ store, ports }: WizardContext): Promise<void> {
  const { creation } = store.get();
  const { likely } = creation ? creationPage(ports.say, store.get(), creation) : { likely: [] };
  const found = likely.find(({ step }) => step?.does === 'role');
  if (!found) throw new AzureFailure('notFound');
  await ports.copy(found.evidence);
}

/** The failed creation, as it was planned. What is left of it is deleted first, which is asked about. */
export async function tryFailedAgain(context: WizardContext): Promise<void> {
  const { creation } = context.store.get();
  if (creation?.phase.is !== 'failed') return;
  if (canDelete(creation)) return deleteAndTryAgain(context);
  if (isSamePlan(completePlan(context.store.get(), []), creation.plan)) await startCreation(context, true);
}

/** Only what this run created, which is asked about; where it's kept, nothing is tried. */
async function deleteAndTryAgain(context: WizardContext): Promise<void> {
  const failed = context.store.get().creation?.plan;
  if (!(await deleteStarted(context)) || failed === undefined) return;
  const { creation } = context.store.get();
  if (creation === null && isSamePlan(completePlan(context.store.get(), []), failed)) {
    await startCreation(context, true);
  }
}

/** The user can change the plan while Azure deletes. */
function isSamePlan(now: Plan | undefined, before: Plan): boolean {
  return now !== undefined && dequal({ ...now, fixes: [] }, { ...before, fixes: [] });
}
