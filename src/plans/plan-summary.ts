import { nameOf, segmentOf } from '../core/network/find';
import { reason, type Reason } from '../core/reason';
import { isSshPublic, sshUserOf } from './compute-body';
import type { ComputePlan } from './compute-plan';
import { oneLine } from './one-line';

/** A line of Review's “plan in words”. */
export interface PlanRow {
  readonly label: Reason;
  readonly text: Reason;
}

/** What the plan creates, with what comes along and where, in the order of Review. */
export function planSummaryRows(plan: ComputePlan): readonly PlanRow[] {
  const { kind, name, workspaceId } = plan;
  const also = alongWith(plan);
  return [
    row('creates', reason(`plan.creates.${kind}`, { name, workspace: nameOf(workspaceId) })),
    row('machines', machines(plan)),
    row('subnet', subnet(plan)),
    row('idle', idle(plan)),
    ...(kind === 'instance' ? [row('assigned', assigned(plan))] : []),
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

function machines({ kind, vmSize, nodes }: ComputePlan): Reason {
  if (kind === 'instance') return reason('plan.machines.one', { size: vmSize });
  const range = nodes.min === nodes.max ? 'fixed' : 'range';
  const priority = nodes.priority === 'Dedicated' ? 'Dedicated' : 'Low';
  return reason(`plan.machines.${range}${priority}`, { min: nodes.min, max: nodes.max, size: vmSize });
}

function idle({ kind, nodes, idleShutdownMinutes }: ComputePlan): Reason {
  if (kind === 'cluster') return reason('plan.idle.cluster', { n: nodes.idleMinutes });
  return idleShutdownMinutes === null
    ? reason('plan.idle.instance')
    : reason('plan.idle.shutdown', { n: idleShutdownMinutes });
}

function assigned({ assignedTo }: ComputePlan): Reason {
  return assignedTo === null
    ? reason('plan.assigned.self')
    : reason('plan.assigned.other', { id: assignedTo.objectId });
}

/** The identity of the nodes, for plan and read-back. */
export function identitySummary(identity: ComputePlan['identity']): Reason {
  return identity.is === 'user'
    ? reason('plan.identity.user', { name: nameOf(identity.id) })
    : reason(`plan.identity.${identity.is}`);
}

function sshInText(plan: ComputePlan): Reason {
  const user = sshUserOf(plan);
  if (user === null) return reason('plan.ssh.closed');
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

/** Nodes that one set of network parts serves (batch-virtual-network, 2023-09-20). */
const nodesPerSet = 100;

interface AlongWith {
  readonly what: Reason;
  readonly where?: Reason;
  readonly lasts?: Reason;
}

/**
 * Azure makes a public IP's companions in the network's resource group, a cluster's while it has nodes, an instance's
 * until it is deleted (how-to-secure-training-vnet, 2025-06-12).
 */
function alongWith({ kind, subnetId, publicIp, nodes }: ComputePlan): AlongWith {
  if (subnetId === null) return { what: reason('plan.there.managed') };
  if (!publicIp) return { what: reason('create.whereNone') };
  return {
    what:
      kind === 'cluster' && nodes.max > nodesPerSet
        ? reason('plan.alsoCreates.sets', { n: Math.ceil(nodes.max / nodesPerSet) })
        : reason('plan.alsoCreates.public'),
    where: reason('create.where', { group: segmentOf(subnetId, 'resourceGroups') ?? '' }),
    lasts: kind === 'cluster' ? reason('plan.lasts.cluster') : reason('plan.lasts.instance'),
  };
}
