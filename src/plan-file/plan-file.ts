import { traitsOf } from '../core/compute-kinds';
import { tagRecord } from '../plans/compute-body';
import { matchPlan, type AttachPlan, type ComputePlan, type Plan } from '../plans/compute-plan';

/** File name suffix of a plan file. */
export const planFileExtension = '.amlplan.json';

/**
 * Returns a plan as the text of a plan file. Fixes aren't included: they're computed from the network's current state
 * on opening.
 */
export function planFileText(plan: Plan): string {
  return `${JSON.stringify(planJson(plan), null, 2)}\n`;
}

function planJson(plan: Plan): object {
  return {
    version: 1,
    kind: plan.kind,
    name: plan.name,
    workspace: plan.workspaceId,
    workspaceRegion: plan.workspaceLocation,
    ...matchPlan<object>(plan, { create: createdJson, attach: attachedJson }),
  };
}

function createdJson(plan: ComputePlan): object {
  const { kind, location, subnetId, publicIp, vmSize, nodes, tags, assignedTo, setupScript } = plan;
  return {
    region: location,
    subnet: subnetId,
    publicIp,
    size: vmSize,
    ...(traitsOf(kind).scales ? { nodes } : {}),
    ...sshJson(plan),
    ...identityJson(plan),
    ...(tags.length === 0 ? {} : { tags: tagRecord(tags) }),
    ...(assignedTo === null ? {} : { assignedTo }),
    ...(plan.idleShutdownMinutes === null ? {} : { idleShutdownMinutes: plan.idleShutdownMinutes }),
    ...scheduleJson(plan),
    ...(setupScript === null ? {} : { setupScript }),
  };
}

function sshJson({ kind, ssh }: ComputePlan): object {
  if (ssh === null) return {};
  const { adminUser, publicKey, publicPort } = ssh;
  return { ssh: { ...(traitsOf(kind).scales ? { user: adminUser } : {}), publicKey, publicPort } };
}

function identityJson({ identity }: ComputePlan): object {
  if (identity.is === 'none') return {};
  return { identity: identity.is === 'system' ? 'system' : identity.id };
}

function scheduleJson({ schedule }: ComputePlan): object {
  if (schedule === null) return {};
  const { days, start, stop, timeZone } = schedule;
  return {
    schedule: {
      days,
      ...(start === null ? {} : { start }),
      ...(stop === null ? {} : { stop }),
      timeZone,
    },
  };
}

function attachedJson({ targetId, subnetId, otherSubnetIds, access }: AttachPlan): object {
  const { is, ...rest } = access;
  return {
    target: targetId,
    subnet: subnetId,
    ...(otherSubnetIds.length === 0 ? {} : { otherSubnets: otherSubnetIds }),
    access: is === 'token' ? { workspaceUrl: access.workspaceUrl } : rest,
  };
}
