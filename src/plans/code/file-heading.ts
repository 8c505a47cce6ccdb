import { nameOf, segmentOf } from '../../core/network/find';
import type { Reason } from '../../core/reason';
import { isAttachPlan, type Plan } from '../attach/attach-plan';
import { isSshPublic } from '../compute-body';
import type { ComputePlan } from '../compute-plan';
import type { CodeContext } from './code-context';
import type { PlanSay } from '../say';

/** Lines that open the main file: what it makes, when it was written, where it goes and what it leaves out. */
export function fileHeading(
  plan: Plan,
  more: {
    readonly context: CodeContext;
    /** The network does not exist yet. */
    readonly makesNetwork: boolean;
    readonly leftOut: readonly Reason[];
    readonly say: PlanSay;
  },
): readonly string[] {
  const { say, context, makesNetwork, leftOut } = more;
  return [
    say(`write.heading.${plan.kind}`, { name: plan.name, workspace: nameOf(plan.workspaceId) }),
    say(makesNetwork ? 'write.heading.newSubnet' : placeOf(plan), {
      subnet: nameOf(plan.subnetId ?? ''),
      network: segmentOf(plan.subnetId ?? '', 'virtualNetworks') ?? '',
      target: isAttachPlan(plan) ? nameOf(plan.targetId) : '',
    }),
    say('write.heading.written', { date: context.writtenOn }),
    ...(context.profile === '2020-12' ? [say('write.heading.profile2020')] : []),
    say(makesNetwork ? 'write.heading.deployNew' : 'write.heading.deploy', {
      group: segmentOf(plan.workspaceId, 'resourceGroups') ?? '',
    }),
    ...leftOut.map(({ key, values }) => say('write.leftOut', { what: say(key, values) })),
  ];
}

function placeOf(plan: Plan): string {
  const place = plan.subnetId === null ? 'none' : 'subnet';
  if (isAttachPlan(plan)) return `write.heading.attached.${place}`;
  return place === 'none' ? 'write.heading.managed' : 'write.heading.subnet';
}

/** What a reviewer asks of the compute itself. */
export function computeComment(plan: ComputePlan, context: CodeContext, say: PlanSay): readonly string[] {
  return [
    say(`write.publicIp.${addressWord(plan, context)}`),
    say(`write.ssh.${sshWord(plan)}`),
    say('write.replaces'),
  ];
}

/** In December 2020 Batch called every node, and Azure ML an instance only; no public IP came later. */
function addressWord({ subnetId, publicIp, kind }: ComputePlan, { profile }: CodeContext): string {
  if (subnetId === null) return 'managed';
  if (profile !== '2020-12') return publicIp ? 'yes' : 'no';
  return publicIp ? `${kind}2020` : 'no2020';
}

function sshWord(plan: ComputePlan): 'off' | 'private' | 'public' {
  if (plan.ssh === null) return 'off';
  return isSshPublic(plan) ? 'public' : 'private';
}
