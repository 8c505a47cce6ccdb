import type { Milestone } from '../../../platform/milestones';
import type { TreeNode } from '../model/node';

/** What a person sees with these lines: a network, or what a subnet lets through. */
export function drawnMilestones(nodes: readonly TreeNode[]): readonly Milestone[] {
  return nodes.flatMap(({ target }) => {
    if (target.is === 'network') return ['networkSeen'] as const;
    return target.is === 'cause' && target.of.is === 'subnet' ? (['subnetJudged'] as const) : [];
  });
}
