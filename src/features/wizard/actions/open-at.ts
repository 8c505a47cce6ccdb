import { isAttachedKind } from '../../../core/compute-kinds';
import { fixedTogether, offeredFixes } from '../fixed-together';
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
 * Opens the wizard at a request from another surface: a workspace, the subnet and plan of a result, a fix, or a running
 * creation.
 */
export async function openAtRequest(context: WizardContext, request: OpenRequest): Promise<void> {
  const { store } = context;
  // Without a sign-in or a connection, the page shows what to do.
  if (store.get().connection.is !== 'ready') return;
  if (request.show.is === 'creation' && (await isShown(context, request, request.show.name))) return;
  await showPlan(context);
  await choosePlace(context, request);
  const hasPlace = request.subnet !== null || (request.target ?? null) !== null;
  lead(context, hasPlace ? 'network' : 'compute');
  if (request.show.is === 'fix') preview(context, request.show.requirements);
}

/** Shows a creation that the wizard knows: the running one, or one that it stopped waiting for. */
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
  // It can be newer than the networks that the wizard read.
  if (!model || !findSubnet(model, subnet)) await loadNetworks(context, 'again');
  await chooseSubnet(context, subnet);
}

/** Chooses an attached resource and its requested subnet. */
async function chooseAttached(context: WizardContext, request: OpenRequest): Promise<void> {
  const { target, subnet, name = null, sshPort } = request;
  if (target === undefined || target === null) return;
  // It can be newer than the list that was read last.
  await readTargets(context);
  await chooseTarget(context, target);
  // Use its existing name and port, so that Readiness shows the same as the other surface.
  change(context, { name });
  changeAccess(context, { port: sshPort ?? noAttachChoices.port });
  if (subnet !== null) await chooseTargetSubnet(context, subnet);
}

/** Chooses the public-IP mode. If the workspace no longer has private link, the wizard's own choice stays. */
function chooseMode(context: WizardContext, withPublicIp: boolean): void {
  const state = context.store.get();
  const isPossible = withPublicIp || hasPrivateLink(chosenWorkspace(state));
  if (isPossible && publicIp(state) !== withPublicIp) choosePublicIp(context, withPublicIp);
}

/** Previews the requested fixes that can be tested. For the others, Readiness shows the reason. */
function preview(context: WizardContext, requirements: readonly string[]): void {
  const { evaluation } = context.store.get();
  const offered = offeredFixes(context.store.get());
  const open = (evaluation?.results ?? []).filter((one) => countsAs(one) !== null);
  const fixable = open
    .map((one) => one.requirement)
    .filter((id) => requirements.includes(id) && offered.has(id));
  if (!evaluation || fixable.length === 0) return;
  const { ids } = fixedTogether(evaluation, fixable);
  try {
    previewFix(context, ids);
  } catch (error) {
    // Each can be fixed on its own, but not together: the user fixes them one by one.
    if (!(error instanceof AzureFailure) || error.code !== 'notFound') throw error;
  }
}
