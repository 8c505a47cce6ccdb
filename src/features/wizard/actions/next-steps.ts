import { AzureFailure } from '../../../azure/failure';
import { dequal } from 'dequal';
import type { Plan } from '../../../plans/compute-plan';
import { canDelete } from '../creation-state';
import { completePlan } from '../derived-plan';
import { rankedLikely } from '../failure-causes';
import { azureErrorText } from '../failures';
import type { WizardContext } from '../context';
import { closeCreation, startCreation } from './create-compute';
import { deleteStarted } from './delete-started';
import { startNewPlan } from './new-plan';
import { lead } from './open-section';

/** Actions after a creation by the ID that the page sends. Fixes and requests have their own calls. */
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

/** Returns to the size section of the plan. */
function changeSize(context: WizardContext): void {
  closeCreation(context);
  lead(context, 'size');
}

/** Returns to the plan, with the next unused name. */
function createAnother(context: WizardContext): void {
  closeCreation(context);
  lead(context, 'compute');
}

/** Copies what the owner has to do: to assign the missing role, or to change what Azure's message names. */
async function copyRoleRequest({ store, ports }: WizardContext): Promise<void> {
  const { creation } = store.get();
  const phase = creation?.phase;
  const ranked =
    creation && phase?.is === 'failed'
      ? rankedLikely(ports.say, store.get(), { creation, phase })
      : undefined;
  const found = ranked?.all.find(({ step }) => step?.does === 'role');
  if (!found) throw new AzureFailure('notFound');
  const isAboutMessage = phase?.is === 'failed' && found.remedy === 'owner';
  const message = isAboutMessage ? [azureErrorText(ports.say, phase.failure)] : [];
  await ports.copy([found.evidence, ...message].join('\n\n'));
}

/** Retries the failed creation with the same plan. A remaining resource is deleted first, after a confirmation. */
export async function tryFailedAgain(context: WizardContext): Promise<void> {
  const { creation } = context.store.get();
  if (creation?.phase.is !== 'failed') return;
  if (canDelete(creation)) return deleteAndTryAgain(context);
  if (isSamePlan(completePlan(context.store.get(), []), creation.plan)) await startCreation(context, true);
}

/** Deletes the created resource after a confirmation, then retries. Without the deletion, doesn't retry. */
async function deleteAndTryAgain(context: WizardContext): Promise<void> {
  const failed = context.store.get().creation?.plan;
  if (!(await deleteStarted(context)) || failed === undefined) return;
  const { creation } = context.store.get();
  if (creation === null && isSamePlan(completePlan(context.store.get(), []), failed)) {
    await startCreation(context, true);
  }
}

/** Checks whether the plan is the same. The user can change it while Azure deletes the resource. */
function isSamePlan(now: Plan | undefined, before: Plan): boolean {
  return now !== undefined && dequal({ ...now, fixes: [] }, { ...before, fixes: [] });
}
