import { isPlanKind } from '../../../core/compute-kinds';
import type { OpenRequest } from '../../../contract/wizard/open-request';
import { countsAs } from '../../../checks/summary';
import { segmentOf } from '../../../core/network/find';
import type { PlanToCheck } from '../../../core/plan';
import { fixableOf } from '../model/fixable';
import type { ComputeTarget, NodeTarget } from '../model/node';
import type { TreesSession } from '../session';
import { findCheckResults, checkedTarget, requirementsOfNode, type NodeCheckResult } from './find-health';

/** Opens the wizard where a node stands: a workspace, or the subnet and plan that its result is of. */
export async function openInWizard(session: TreesSession, target: NodeTarget): Promise<void> {
  const { ports } = session;
  if (target.is === 'workspace') {
    const { subscriptionId, workspaceId } = target;
    return ports.openWizard({ ...nowhere, subscription: subscriptionId, workspace: workspaceId });
  }
  const of = checkedTarget(target);
  const checked = of && (await findCheckResults(session, of));
  if (!of || !checked) return;
  await ports.openWizard(requestOf(checked.health.plan, of.subscriptionId));
}

/** Opens the wizard with the fix previewed: of a cause, one of its flows, or all that has to be fixed. */
export async function openFix(session: TreesSession, target: NodeTarget): Promise<void> {
  const of = checkedTarget(target);
  const checked = of && (await findCheckResults(session, of));
  if (!of || !checked) return;
  await session.ports.openWizard({
    ...requestOf(checked.health.plan, of.subscriptionId),
    show: { is: 'fix', requirements: [...toFix(target, checked)] },
  });
}

/** Of a cause those that have a fix, as in Readiness: its others keep none of them from it. */
function toFix(target: NodeTarget, { health, model }: NodeCheckResult): readonly string[] {
  if (target.is === 'finding') return requirementsOfNode(target);
  if (target.is === 'cause') return target.requirements.filter((one) => fixableOf(health, model).has(one));
  return health.results.filter((one) => countsAs(one) === 'toFix').map((one) => one.requirement);
}

/** Opens the wizard's page of a creation that is under way. */
export function openCreation(session: TreesSession, target: ComputeTarget): Promise<void> {
  const { subscriptionId, workspaceId, name } = target;
  return session.ports.openWizard({
    ...nowhere,
    subscription: subscriptionId,
    workspace: workspaceId,
    show: { is: 'creation', name },
  });
}

const nowhere: OpenRequest = {
  subscription: '',
  workspace: null,
  kind: null,
  publicIp: null,
  subnet: null,
  show: { is: 'plan' },
};

/** What stands already, and how it is attached. */
function attachedPart({ target, name, sshPort }: PlanToCheck): Partial<OpenRequest> {
  if (!target) return {};
  return {
    target: target.id,
    ...(name === null ? {} : { name }),
    ...(sshPort === undefined ? {} : { sshPort }),
  };
}

/** The plan that a result is of, so that Readiness says what the tree says. */
function requestOf(plan: PlanToCheck, subscriptionId: string): OpenRequest {
  const workspace = plan.workspace.known ? plan.workspace.value.id : null;
  const home = workspace === null ? undefined : segmentOf(workspace, 'subscriptions');
  return {
    subscription: home ?? subscriptionId,
    workspace,
    // Nobody makes serverless compute, so the wizard has no plan of it.
    kind: plan.kind.known && isPlanKind(plan.kind.value) ? plan.kind.value : null,
    // What stands already says itself whether it has one.
    publicIp: plan.publicIp.known && !plan.target ? plan.publicIp.value : null,
    subnet: plan.subnetId,
    ...attachedPart(plan),
    show: { is: 'plan' },
  };
}
