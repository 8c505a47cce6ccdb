import { nameOf, segmentOf } from '../core/network/find';
import { reason, type Reason } from '../core/reason';
import { traitsOf } from '../core/compute-kinds';
import { matchPlan, requiredSecret, type AttachPlan, type ComputePlan, type Plan } from './compute-plan';
import { createdKinds, isSshPublic } from './created-kinds';
import { scheduleInText } from './instance-schedule';
import { oneLine } from './one-line';
import { scriptInText } from './setup-script';

/** A row of the plan's summary in Review. */
export interface PlanRow {
  readonly label: Reason;
  readonly text: Reason;
}

/** Returns the summary of a plan, in the order of Review. */
export function planSummaryRows(plan: Plan): readonly PlanRow[] {
  return matchPlan(plan, { create: createdRows, attach: attachedRows });
}

/** Returns the rows of a plan that creates compute: its resources and their location. */
function createdRows(plan: ComputePlan): readonly PlanRow[] {
  const { kind, name, workspaceId } = plan;
  const { machines, idle } = createdKinds[kind];
  const also = alongWith(plan);
  return [
    row('creates', reason(`plan.creates.${kind}`, { name, workspace: nameOf(workspaceId) })),
    row('machines', machines(plan)),
    row('subnet', subnet(plan)),
    row('idle', idle(plan)),
    ...(plan.schedule === null ? [] : [row('schedule', scheduleInText(plan.schedule))]),
    ...(plan.setupScript === null ? [] : [row('script', scriptInText(plan.setupScript))]),
    ...(traitsOf(kind).isPersonal ? [row('assigned', assigned(plan))] : []),
    row('alsoCreates', also.what),
    ...(also.where ? [row('there', also.where)] : []),
    ...(also.lasts ? [row('lasts', also.lasts)] : []),
    row('identity', identitySummary(plan.identity)),
    row('ssh', sshInText(plan)),
    ...(plan.tags.length === 0 ? [] : [row('tags', tagsInText(plan.tags))]),
  ];
}

function row(label: string, text: Reason): PlanRow {
  return { label: reason(`plan.${label}`), text };
}

function assigned({ assignedTo }: ComputePlan): Reason {
  return assignedTo === null
    ? reason('plan.assigned.self')
    : reason('plan.assigned.other', { id: assignedTo.objectId });
}

/** Describes the identity of the nodes, both in the plan and as read back. */
export function identitySummary(identity: ComputePlan['identity']): Reason {
  return identity.is === 'user'
    ? reason('plan.identity.user', { name: nameOf(identity.id) })
    : reason(`plan.identity.${identity.is}`);
}

function sshInText(plan: ComputePlan): Reason {
  const { kind, ssh } = plan;
  if (ssh === null) return reason('plan.ssh.closed');
  const user = createdKinds[kind].sshUser(ssh);
  return reason(isSshPublic(plan) ? 'plan.ssh.public' : 'plan.ssh.private', { user });
}

function tagsInText(tags: ComputePlan['tags']): Reason {
  const all = tags.map(({ name, value }) => oneLine(value === '' ? name : `${name}=${value}`));
  return reason('plan.tags.all', { tags: all });
}

function subnet({ subnetId, publicIp, workspaceId }: ComputePlan): Reason {
  if (subnetId === null) return reason('plan.subnet.managed', { workspace: nameOf(workspaceId) });
  return reason(`plan.subnet.${publicIp ? 'public' : 'private'}`, {
    subnet: nameOf(subnetId),
    network: segmentOf(subnetId, 'virtualNetworks') ?? '',
  });
}

/** Number of nodes per set of network resources (batch-virtual-network, 2023-09-20). */
const nodesPerSet = 100;

interface AlongWith {
  readonly what: Reason;
  readonly where?: Reason;
  readonly lasts?: Reason;
}

/**
 * Describes the network resources that Azure creates for a public IP, in the network's resource group. A cluster's
 * exist while it has nodes, an instance's until it's deleted (how-to-secure-training-vnet, 2025-06-12).
 */
function alongWith({ kind, subnetId, publicIp, nodes }: ComputePlan): AlongWith {
  if (subnetId === null) return { what: reason('plan.there.managed') };
  if (!publicIp) return { what: reason('create.whereNone') };
  return {
    what:
      traitsOf(kind).scales && nodes.max > nodesPerSet
        ? reason('plan.alsoCreates.sets', { n: Math.ceil(nodes.max / nodesPerSet) })
        : reason('plan.alsoCreates.public'),
    where: reason('create.where', { group: segmentOf(subnetId, 'resourceGroups') ?? '' }),
    lasts: reason(`plan.lasts.${kind}`),
  };
}

/** Returns the rows of a plan that attaches compute: the resource, the sign-in of Azure ML, and the unchanged parts. */
function attachedRows(plan: AttachPlan): readonly PlanRow[] {
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
