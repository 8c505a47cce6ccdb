import { segmentOf } from '../../../core/network/find';
import type { SubnetTarget, TreeNode } from './node';
import type { Tree } from './tree';

/** Returns the nodes from the root to a compute resource; fewer if one of them is missing. */
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

/** Returns the nodes from the root to a subnet; fewer if one of them is missing. */
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
