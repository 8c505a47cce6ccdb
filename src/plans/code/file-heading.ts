import { nameOf, segmentOf } from '../../core/network/find';
import type { Reason } from '../../core/reason';
import type { Plan } from '../compute-plan';
import type { CodeContext, CodeParts } from './code-context';
import type { PlanSay } from '../say';

/** Returns the heading of the main file: its content, its date, where to deploy it, and what it omits. */
export function fileHeading(
  plan: Plan,
  more: {
    readonly context: CodeContext;
    readonly code: CodeParts;
    /** True if the files create the network. */
    readonly isNetworkCreated: boolean;
    readonly leftOut: readonly Reason[];
    readonly say: PlanSay;
  },
): readonly string[] {
  const { say, context, isNetworkCreated, leftOut } = more;
  const { place } = more.code;
  return [
    say(`write.heading.${plan.kind}`, { name: plan.name, workspace: nameOf(plan.workspaceId) }),
    say(isNetworkCreated ? 'write.heading.newSubnet' : place.key, {
      subnet: nameOf(plan.subnetId ?? ''),
      network: segmentOf(plan.subnetId ?? '', 'virtualNetworks') ?? '',
      target: place.target,
    }),
    say('write.heading.written', { date: context.writtenOn }),
    ...(context.profile === '2020-12' ? [say('write.heading.profile2020')] : []),
    say(isNetworkCreated ? 'write.heading.deployNew' : 'write.heading.deploy', {
      group: segmentOf(plan.workspaceId, 'resourceGroups') ?? '',
    }),
    ...leftOut.map(({ key, values }) => say('write.leftOut', { what: say(key, values) })),
  ];
}
