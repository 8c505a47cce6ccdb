import { isPlanKind } from '../../../core/compute-kinds';
import type { OpenRequest } from '../../../contract/wizard/open-request';
import { countsAs } from '../../../checks/summary';
import { segmentOf } from '../../../core/network/find';
import type { PlanToCheck } from '../../../core/plan';
import { fixableOf } from '../model/fixable';
import type { ComputeTarget, NodeTarget } from '../model/node';
import type { TreesSession } from '../session';
import { findCheckResults, checkedTarget, requirementsOfNode, type NodeCheckResult } from './find-health';

/** Opens the wizard for a node: with its workspace, or with the subnet and plan of its result. */
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

/** Opens the wizard with a preview of the fix: of a cause, one of its flows, or everything that needs a fix. */
export async function openFix(session: TreesSession, target: NodeTarget): Promise<void> {
  const of = checkedTarget(target);
  const checked = of && (await findCheckResults(session, of));
  if (!of || !checked) return;
  await session.ports.openWizard({
    ...requestOf(checked.health.plan, of.subscriptionId),
    show: { is: 'fix', requirements: [...toFix(target, checked)] },
  });
}

/**
 * Returns the requirements to fix. For a cause, includes only those with a fix, as in Readiness, so that others don't
 * prevent it.
 */
function toFix(target: NodeTarget, { health, model }: NodeCheckResult): readonly string[] {
  if (target.is === 'finding') return requirementsOfNode(target);
  if (target.is === 'cause') return target.requirements.filter((one) => fixableOf(health, model).has(one));
  return health.results.filter((one) => countsAs(one) === 'errors').map((one) => one.requirement);
}

/** Opens the wizard's page of a running creation. */
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

/** Returns the attached resource of a plan, with its name and SSH port. */
function attachedPart({ target, name, sshPort }: PlanToCheck): Partial<OpenRequest> {
  if (!target) return {};
  return {
    target: target.id,
    ...(name === null ? {} : { name }),
    ...(sshPort === undefined ? {} : { sshPort }),
  };
}

/** Returns a request for the plan of a result, so that Readiness shows the same as the tree. */
function requestOf(plan: PlanToCheck, subscriptionId: string): OpenRequest {
  const workspace = plan.workspace.known ? plan.workspace.value.id : null;
  const home = workspace === null ? undefined : segmentOf(workspace, 'subscriptions');
  return {
    subscription: home ?? subscriptionId,
    workspace,
    // Serverless compute can't be created, so the wizard doesn't support it.
    kind: plan.kind.known && isPlanKind(plan.kind.value) ? plan.kind.value : null,
    // An attached resource has its own setting.
    publicIp: plan.publicIp.known && !plan.target ? plan.publicIp.value : null,
    subnet: plan.subnetId,
    ...attachedPart(plan),
    show: { is: 'plan' },
  };
}
