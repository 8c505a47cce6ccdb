import { nameOf, segmentOf } from '../../core/network/find';
import { reason, type Reason } from '../../core/reason';
import type { PlanRow } from '../plan-summary';
import { requiredSecret, type AttachPlan } from './attach-plan';

/** What the plan attaches, how Azure ML gets in, and what stays as it is, in the order of Review. */
export function attachSummaryRows(plan: AttachPlan): readonly PlanRow[] {
  const { name, workspaceId, targetId, kind } = plan;
  const target = nameOf(targetId);
  return [
    row('attaches', reason('plan.attaches.as', { target, name, workspace: nameOf(workspaceId) })),
    row('target', reason(`plan.target.${kind}`, { group: segmentOf(targetId, 'resourceGroups') ?? '' })),
    row('network', networkOf(plan)),
    row('access', accessOf(plan)),
    row('secret', reason(`plan.secret.${requiredSecret(plan)}`)),
    row('alsoCreates', reason('plan.alsoCreates.none')),
    row('stays', reason('plan.stays.text', { target })),
  ];
}

function row(label: string, text: Reason): PlanRow {
  return { label: reason(`plan.${label}`), text };
}

function networkOf({ subnetId, otherSubnetIds }: AttachPlan): Reason {
  if (subnetId === null) return reason('plan.network.none');
  const values = { subnet: nameOf(subnetId), network: segmentOf(subnetId, 'virtualNetworks') ?? '' };
  const other = otherSubnetIds.map(nameOf);
  return other.length === 0
    ? reason('plan.network.subnet', values)
    : reason('plan.network.subnets', { ...values, other });
}

function accessOf({ access }: AttachPlan): Reason {
  if (access.is === 'token') return reason('plan.access.token', { url: access.workspaceUrl });
  const { user, address, port, signIn } = access;
  return reason(`plan.access.${signIn}`, { user, address, port });
}
