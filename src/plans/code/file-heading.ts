import { nameOf, segmentOf } from '../../core/network/find';
import type { Reason } from '../../core/reason';
import type { Plan } from '../compute-plan';
import type { CodeContext, CodeParts } from './code-context';
import type { PlanSay } from '../say';

/** Lines that open the main file: what it makes, when it was written, where it goes and what it leaves out. */
export function fileHeading(
  plan: Plan,
  more: {
    readonly context: CodeContext;
    readonly code: CodeParts;
    /** The network does not exist yet. */
    readonly makesNetwork: boolean;
    readonly leftOut: readonly Reason[];
    readonly say: PlanSay;
  },
): readonly string[] {
  const { say, context, makesNetwork, leftOut } = more;
  const { place } = more.code;
  return [
    say(`write.heading.${plan.kind}`, { name: plan.name, workspace: nameOf(plan.workspaceId) }),
    say(makesNetwork ? 'write.heading.newSubnet' : place.key, {
      subnet: nameOf(plan.subnetId ?? ''),
      network: segmentOf(plan.subnetId ?? '', 'virtualNetworks') ?? '',
      target: place.target,
    }),
    say('write.heading.written', { date: context.writtenOn }),
    ...(context.profile === '2020-12' ? [say('write.heading.profile2020')] : []),
    say(makesNetwork ? 'write.heading.deployNew' : 'write.heading.deploy', {
      group: segmentOf(plan.workspaceId, 'resourceGroups') ?? '',
    }),
    ...leftOut.map(({ key, values }) => say('write.leftOut', { what: say(key, values) })),
  ];
}
