import { traitsOf } from '../../../core/compute-kinds';
import { AzureFailure } from '../../../azure/failure';
import { askForAccount } from '../../../azure-store/ask-for-account';
import type { CheckResult } from '../../../core/check-result';
import { attachBody, computeBody } from '../../../plans/compute-body';
import { matchPlan, type Plan } from '../../../plans/compute-plan';
import { formatCompute } from '../../../wording/compute-text';
import { requirementConsequence } from '../../../wording/requirement-text';
import { chosenWorkspace, isProposing } from '../selection';
import type { WizardContext } from '../context';
import { completePlan } from '../derived-plan';
import { createdFrom, isRunning, isUnderWay, leftToAzure, wasSent } from '../creation-state';
import { isTesting } from '../network-test-state';
import { requestSecret } from './request-secret';
import { change } from './change';
import { connectedAzure } from './connected';
import { followCreation, showCreation, showState } from './follow-creation';
import { countsOf } from '../readiness-counts';

/**
 * Creates the planned compute resource, or attaches an existing one. Never overwrites a resource. Follows it to its
 * end, and compares it with the plan.
 */
export async function startCreation(context: WizardContext, anyway: boolean): Promise<void> {
  const { store, ports, clock } = context;
  const plan = completePlan(store.get(), []);
  const workspace = chosenWorkspace(store.get());
  if (!plan || !workspace || isProposing(store.get())) throw new AzureFailure('badRequest');
  // Only one at a time: a repeated call shows the running one.
  if (isUnderWay(store.get().creation)) return showCreation(context);
  const body = await askForAccount(ports.store, async () =>
    isBlocked(context) && !(anyway && (await isConfirmed(context, plan))) ? undefined : bodyOf(context, plan),
  );
  if (body === undefined || isUnderWay(store.get().creation)) return;
  // A retry is for this compute resource, not for the next unused name.
  change(context, { name: plan.name });
  const first = createdFrom(plan, clock.now().toISOString());
  const target = { workspaceId: workspace.id, name: plan.name, body };
  const { computes } = connectedAzure(context);
  const following = followCreation(context, first, (onEvent, stop) => computes.create(target, onEvent, stop));
  const title = ports.say(`${traitsOf(plan.kind).action}.title`, { name: plan.name });
  ports.withProgress(title, following);
}

/** Returns the request body. A secret is requested last, and is only in the body; undefined if the user cancels. */
async function bodyOf(context: WizardContext, plan: Plan): Promise<object | undefined> {
  return matchPlan<object | undefined | Promise<object | undefined>>(plan, {
    create: computeBody,
    attach: async (one) => {
      const secret = await requestSecret(context, one);
      return secret && attachBody(one, secret);
    },
  });
}

/**
 * Returns results that need a fix, by today's requirements because it's created today. For a target, includes all of
 * its subnets.
 */
function toFix(context: WizardContext): readonly CheckResult[] {
  const { evaluation } = context.store.get();
  const all = evaluation ? [evaluation.today, ...evaluation.ofOtherSubnets.values()].flat() : [];
  return all.filter((one) => countsOf(one) === 'error');
}

function isBlocked(context: WizardContext): boolean {
  return toFix(context).length > 0;
}

/** Asks for confirmation of a creation that will fail, with its consequence. */
function isConfirmed(context: WizardContext, plan: Plan): Promise<boolean> {
  const { say } = context.ports;
  const open = toFix(context)[0];
  const consequence = open ? requirementConsequence(say, open.requirement, open.kind) : '';
  return context.ports.confirm({
    title: say(`${traitsOf(plan.kind).action}.anyway.title`, { compute: formatCompute(say, plan) }),
    detail: say('review.consequence', { consequence }),
    button: say(`${traitsOf(plan.kind).action}.anyway.button`),
  });
}

/** Stops waiting. Azure continues. If nothing was sent yet, the creation is discarded. */
export function stopWaiting(context: WizardContext): void {
  const { store, loads, clock } = context;
  const { creation } = store.get();
  if (!creation || !isRunning(creation)) return;
  loads.stop('creation');
  if (!wasSent(creation)) return leaveUnsent(context);
  showState(context, leftToAzure(creation, 'stopped', clock.now().toISOString()));
}

function leaveUnsent(context: WizardContext): void {
  context.store.set({ creation: null });
  change(context, { creating: null });
}

/** Returns to the unchanged plan. A running creation is still followed. */
export function closeCreation(context: WizardContext): void {
  const { store } = context;
  const { creation } = store.get();
  if (!creation) return;
  const isKept = isUnderWay(creation) || isTesting(creation.test);
  store.set({ creation: isKept ? { ...creation, hidden: true } : null });
}
