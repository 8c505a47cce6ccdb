import { isAttachedKind } from '../../../core/compute-kinds';
import { fixedTogether } from '../fixed-together';
import { AzureFailure } from '../../../azure/failure';
import type { OpenRequest } from '../../../contract/wizard/open-request';
import { countsAs } from '../../../checks/summary';
import { findSubnet, sameId } from '../../../core/network/find';
import { isUnderWay } from '../creation-state';
import { chosenWorkspace, hasPrivateLink, publicIp, isSameCreation } from '../selection';
import type { WizardContext } from '../context';
import { loadedValue } from '../state';
import { chooseKind, choosePublicIp, chooseSubnet } from './choose';
import { chooseWorkspace } from './choose-workspace';
import { noAttachChoices } from '../../../contract/wizard/attach';
import { change } from './change';
import { changeAccess, chooseTarget, chooseTargetSubnet } from './choose-target';
import { chooseSubscription } from './connect';
import { showCreation } from './follow-creation';
import { findLeft } from './unfinished-creations';
import { lead } from './open-section';
import { showPlan } from './new-plan';
import { closeFix, previewFix } from './preview-fix';
import { readTargets } from './read-targets';
import { loadNetworks } from './read-networks';
import { followAgain } from './resume-creation';

/**
 * Leads the wizard to where another door of the product wants it: a workspace, a subnet with the plan that its
 * result is of, a fix, or a creation that Azure goes on with.
 */
export async function openAtRequest(context: WizardContext, request: OpenRequest): Promise<void> {
  const { store } = context;
  // Nobody is signed in, or Azure cannot be reached: the page says so, and how to go on.
  if (store.get().connection.is !== 'ready') return;
  if (request.show.is === 'creation' && (await isShown(context, request, request.show.name))) return;
  await showPlan(context);
  await choosePlace(context, request);
  const hasPlace = request.subnet !== null || (request.target ?? null) !== null;
  lead(context, hasPlace ? 'network' : 'what');
  if (request.show.is === 'fix') preview(context, request.show.requirements);
}

/** True where the wizard knows the creation: the one that runs, or one that nobody waited for any more. */
async function isShown(context: WizardContext, { workspace }: OpenRequest, name: string): Promise<boolean> {
  const { creation, choices } = context.store.get();
  if (workspace === null) return false;
  const named = { workspaceId: workspace, name };
  const isRunning = isUnderWay(creation);
  if (creation && isRunning && isSameCreation(creation.plan, named)) {
    showCreation(context);
    return true;
  }
  const left = findLeft(choices.left, named);
  if (!left || isRunning) return false;
  await closeFix(context);
  await followAgain(context, left);
  return context.store.get().creation !== null;
}

async function choosePlace(context: WizardContext, request: OpenRequest): Promise<void> {
  const { store } = context;
  await chooseSubscription(context, request.subscription);
  const { workspace, kind, subnet } = request;
  const before = chosenWorkspace(store.get());
  if (workspace !== null && !(before && sameId(before.id, workspace))) {
    await chooseWorkspace(context, workspace);
  }
  if (kind !== null) chooseKind(context, kind);
  if (isAttachedKind(store.get().choices.kind)) return chooseAttached(context, request);
  if (request.publicIp !== null) chooseMode(context, request.publicIp);
  if (subnet === null) return;
  const model = loadedValue(store.get().networks);
  // It may have been made since the wizard read its networks.
  if (!model || !findSubnet(model, subnet)) await loadNetworks(context, 'again');
  await chooseSubnet(context, subnet);
}

/** What is attached, and of its subnets the one that is meant. */
async function chooseAttached(context: WizardContext, request: OpenRequest): Promise<void> {
  const { target, subnet, name = null, sshPort } = request;
  if (target === undefined || target === null) return;
  // It may have been made since they were read last.
  await readTargets(context);
  await chooseTarget(context, target);
  // As it is attached, so that Readiness says what the other door said.
  change(context, { name });
  changeAccess(context, { port: sshPort ?? noAttachChoices.port });
  if (subnet !== null) await chooseTargetSubnet(context, subnet);
}

/** A workspace may have lost its private link since: then the wizard's own choice stays. */
function chooseMode(context: WizardContext, wanted: boolean): void {
  const state = context.store.get();
  const isPossible = wanted || hasPrivateLink(chosenWorkspace(state));
  if (isPossible && publicIp(state) !== wanted) choosePublicIp(context, wanted);
}

/** Those of the wanted fixes that can be proven; Readiness says why there is none for the others. */
function preview(context: WizardContext, requirements: readonly string[]): void {
  const { evaluation } = context.store.get();
  const open = (evaluation?.results ?? []).filter((one) => countsAs(one) !== null);
  const fixable = open
    .map((one) => one.requirement)
    .filter((id) => requirements.includes(id) && evaluation?.fixable.has(id) === true);
  if (!evaluation || fixable.length === 0) return;
  const { ids } = fixedTogether(evaluation, fixable);
  try {
    previewFix(context, ids);
  } catch (error) {
    // Each has a fix of its own, and together they have none: they are fixed one by one.
    if (!(error instanceof AzureFailure) || error.code !== 'notFound') throw error;
  }
}
