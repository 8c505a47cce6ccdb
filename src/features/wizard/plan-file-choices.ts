import { getOrCreate } from '../../core/get-or-create';
import { noAttachChoices } from '../../contract/wizard/attach';
import { noChoices, type StoredChoices } from '../../contract/wizard/stored-choices';
import { noOptions, type SizeOptions } from '../../contract/wizard/size-options';
import { virtualNetworkIdOf, segmentOf } from '../../core/network/find';
import type { ResourceId } from '../../core/network/model';
import { planFileText } from '../../plan-file/plan-file';
import { readPlanText } from '../../plan-file/read-plan-text';
import { matchPlan, type AttachPlan, type ComputePlan, type Plan } from '../../plans/compute-plan';
import type { WizardState } from './state';

/** Returns the choices in a plan file. If a resource is missing in Azure, no other one replaces it. */
export function choicesOfPlan(plan: Plan, file: string): Partial<StoredChoices> {
  return {
    ...noChoices,
    subscription: segmentOf(plan.workspaceId, 'subscriptions')?.toLowerCase() ?? null,
    workspace: plan.workspaceId,
    kind: plan.kind,
    name: plan.name,
    planFile: { name: file, text: planFileText(plan) },
    ...matchPlan<Partial<StoredChoices>>(plan, { create: createdChoices, attach: attachedChoices }),
  };
}

function createdChoices(plan: ComputePlan): Partial<StoredChoices> {
  const { subnetId, publicIp, vmSize, nodes } = plan;
  return {
    publicIp,
    network: subnetId === null ? null : virtualNetworkIdOf(subnetId),
    subnet: subnetId,
    vmSize,
    minNodes: nodes.min,
    maxNodes: nodes.max,
    idleMinutes: nodes.idleMinutes,
    priority: nodes.priority,
    options: optionsOf(plan),
  };
}

function optionsOf(plan: ComputePlan): SizeOptions {
  const { ssh, identity, tags, assignedTo, idleShutdownMinutes, schedule, setupScript } = plan;
  return {
    ...noOptions,
    ...(ssh
      ? { ssh: { on: true, publicPort: ssh.publicPort, user: ssh.adminUser, key: ssh.publicKey } }
      : {}),
    identity,
    tags: tags.map(({ name, value }) => ({ name, value })),
    assigned: assignedTo && { ...assignedTo },
    shutdown:
      idleShutdownMinutes === null
        ? { ...noOptions.shutdown, on: false }
        : { on: true, minutes: idleShutdownMinutes },
    ...(schedule
      ? { schedule: { ...schedule, on: true, start: schedule.start ?? '', stop: schedule.stop ?? '' } }
      : {}),
    ...(setupScript ? { setupScript: { on: true, ...setupScript } } : {}),
  };
}

function attachedChoices({ targetId, subnetId, access }: AttachPlan): Partial<StoredChoices> {
  const ssh = access.is === 'ssh' ? { port: access.port, user: access.user, signIn: access.signIn } : {};
  return { attach: { ...noAttachChoices, target: targetId, subnet: subnetId, ...ssh } };
}

type OpenedPlanFile = NonNullable<StoredChoices['planFile']>;

const plans = new WeakMap<OpenedPlanFile, Plan | null>();

/** Returns the plan in the opened plan file; null if none is open. */
export function openedPlan({ choices }: Pick<WizardState, 'choices'>): Plan | null {
  const { planFile } = choices;
  if (planFile === null) return null;
  return getOrCreate(plans, planFile, () => {
    const read = readPlanText(planFile.text);
    return read.is === 'plan' ? read.plan : null;
  });
}

/** Returns the subnet of a plan's nodes, and other subnets of an attached resource. */
export function subnetsOfPlan(plan: Plan): readonly ResourceId[] {
  const others = matchPlan<readonly ResourceId[]>(plan, {
    create: () => [],
    attach: ({ otherSubnetIds }) => otherSubnetIds,
  });
  return plan.subnetId === null ? others : [plan.subnetId, ...others];
}
