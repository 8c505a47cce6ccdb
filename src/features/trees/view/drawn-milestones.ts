import type { Milestone } from '../../../platform/milestones';
import type { TreeNode } from '../model/node';

/** Returns the milestones that these nodes show the user: a network, or the result of a subnet. */
export function drawnMilestones(nodes: readonly TreeNode[]): readonly Milestone[] {
  return nodes.flatMap(({ target }) => {
    if (target.is === 'network') return ['networkSeen'] as const;
    return target.is === 'cause' && target.of.is === 'subnet' ? (['subnetChecked'] as const) : [];
  });
}
