import type { EmptyBecause, TreeNode } from './node';
import type { Roots } from './subscription-lines';

/** One tree as data: what stands below a node, and why nothing does. */
export interface Tree {
  children(parent: TreeNode | null): Promise<readonly TreeNode[]>;
  /** Why there are no lines; empty where there are. */
  empty(): EmptyBecause;
}

export interface TreeLevels {
  readonly roots: () => Promise<Roots>;
  readonly below: (parent: TreeNode) => Promise<readonly TreeNode[]>;
}

export function treeOf({ roots, below }: TreeLevels): Tree {
  let empty: EmptyBecause = '';
  return {
    empty: () => empty,
    async children(parent) {
      if (parent !== null) return below(parent);
      const found = await roots();
      empty = found.empty;
      return found.nodes;
    },
  };
}
