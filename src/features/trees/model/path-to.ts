import { segmentOf } from '../../../core/network/find';
import type { SubnetTarget, TreeNode } from './node';
import type { Tree } from './tree';

/** The lines from the root to a compute; fewer where one of them is not there. */
export function pathToCompute(
  tree: Tree,
  { workspaceId, name }: { readonly workspaceId: string; readonly name: string },
): Promise<readonly TreeNode[]> {
  const subscription = segmentOf(workspaceId, 'subscriptions') ?? '';
  return pathTo(tree, [
    `subscription ${subscription}`,
    `workspace ${workspaceId}`,
    `compute ${workspaceId}/computes/${name}`,
  ]);
}

/** The lines from the root to a subnet; fewer where one of them is not there. */
export function pathToSubnet(
  tree: Tree,
  { subscriptionId, subnetId }: SubnetTarget,
): Promise<readonly TreeNode[]> {
  const network = subnetId.replace(/\/subnets\/[^/]+$/i, '');
  return pathTo(tree, [`subscription ${subscriptionId}`, `network ${network}`, `subnet ${subnetId}`]);
}

async function pathTo(tree: Tree, ids: readonly string[]): Promise<readonly TreeNode[]> {
  const path: TreeNode[] = [];
  for (const id of ids) {
    const nodes = await tree.children(path.at(-1) ?? null);
    const found = nodes.find((one) => one.id === id.toLowerCase());
    if (!found) return path;
    path.push(found);
  }
  return path;
}
