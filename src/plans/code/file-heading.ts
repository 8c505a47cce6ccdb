import { nameOf, segmentOf } from '../../core/network/find';
import type { Reason } from '../../core/reason';
import { isSshPublic } from '../compute-body';
import type { ComputePlan } from '../compute-plan';
import type { Say } from '../say';

/** Lines that open the main file: what it makes, when it was written, where it goes and what it leaves out. */
export function fileHeading(
  plan: ComputePlan,
  more: {
    /** Today, as shown. */
    readonly writtenOn: string;
    readonly leftOut: readonly Reason[];
    readonly say: Say;
  },
): readonly string[] {
  const { say, writtenOn, leftOut } = more;
  const { subnetId } = plan;
  return [
    say(`write.heading.${plan.kind}`, { name: plan.name, workspace: nameOf(plan.workspaceId) }),
    subnetId === null
      ? say('write.heading.managed')
      : say('write.heading.subnet', {
          subnet: nameOf(subnetId),
          network: segmentOf(subnetId, 'virtualNetworks') ?? '',
        }),
    say('write.heading.written', { date: writtenOn }),
    say('write.heading.deploy', { group: segmentOf(plan.workspaceId, 'resourceGroups') ?? '' }),
    ...leftOut.map(({ key, values }) => say('write.leftOut', { what: say(key, values) })),
  ];
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
