import { nameOf, segmentOf } from '../../core/network/find';
import type { Reason } from '../../core/reason';
import { isAttachPlan, type WantedPlan } from '../attach/attach-plan';
import { isSshPublic } from '../compute-body';
import type { ComputePlan } from '../compute-plan';
import type { Say } from '../say';

/** Lines that open the main file: what it makes, when it was written, where it goes and what it leaves out. */
export function fileHeading(
  plan: WantedPlan,
  more: {
    /** Today, as shown. */
    readonly writtenOn: string;
    /** The network does not exist yet. */
    readonly makesNetwork: boolean;
    readonly leftOut: readonly Reason[];
    readonly say: Say;
  },
): readonly string[] {
  const { say, writtenOn, makesNetwork, leftOut } = more;
  return [
    say(`write.heading.${plan.kind}`, { name: plan.name, workspace: nameOf(plan.workspaceId) }),
    say(makesNetwork ? 'write.heading.newSubnet' : placeOf(plan), {
      subnet: nameOf(plan.subnetId ?? ''),
      network: segmentOf(plan.subnetId ?? '', 'virtualNetworks') ?? '',
      target: isAttachPlan(plan) ? nameOf(plan.targetId) : '',
    }),
    say('write.heading.written', { date: writtenOn }),
    say(makesNetwork ? 'write.heading.deployNew' : 'write.heading.deploy', {
      group: segmentOf(plan.workspaceId, 'resourceGroups') ?? '',
    }),
    ...leftOut.map(({ key, values }) => say('write.leftOut', { what: say(key, values) })),
  ];
}

function placeOf(plan: WantedPlan): string {
  const place = plan.subnetId === null ? 'none' : 'subnet';
  if (isAttachPlan(plan)) return `write.heading.attached.${place}`;
  return place === 'none' ? 'write.heading.managed' : 'write.heading.subnet';
}

/** What a reviewer asks of the compute itself. */
export function computeComment(plan: ComputePlan, say: Say): readonly string[] {
  const address = plan.subnetId === null ? 'managed' : plan.publicIp ? 'yes' : 'no';
  return [say(`write.publicIp.${address}`), say(`write.ssh.${sshWord(plan)}`), say('write.replaces')];
}

function sshWord(plan: ComputePlan): 'off' | 'private' | 'public' {
  if (plan.ssh === null) return 'off';
  return isSshPublic(plan) ? 'public' : 'private';
}
