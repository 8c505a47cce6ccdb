import type { EmptyBecause, TreeNode } from './node';

/** The first level, and what the view says of the whole. */
export interface Roots {
  /** Why there are no lines; empty where there are. */
  readonly empty: EmptyBecause;
  /** A sentence over the lines; empty where nothing is wrong. */
  readonly message: string;
  readonly nodes: readonly TreeNode[];
}

/** One tree as data: what stands below a node, and what the view says of the whole. */
export interface Tree {
  children(parent: TreeNode | null): Promise<readonly TreeNode[]>;
  /** Why there are no lines; empty where there are. */
  empty(): EmptyBecause;
  /** A sentence over the lines; empty where nothing is wrong. */
  message(): string;
}

export interface TreeLevels {
  readonly roots: () => Promise<Roots>;
  readonly below: (parent: TreeNode) => Promise<readonly TreeNode[]>;
}

export function treeOf({ roots, below }: TreeLevels): Tree {
  let last: Roots = { empty: '', message: '', nodes: [] };
  return {
    empty: () => last.empty,
    message: () => last.message,
    async children(parent) {
      if (parent !== null) return below(parent);
      last = await roots();
      return last.nodes;
    },
  };
}
