import type { EmptyBecause, TreeNode } from './node';

/** The first level of a tree, and the view's message. */
export interface Roots {
  /** Why there are no nodes; empty if there are nodes. */
  readonly empty: EmptyBecause;
  /** A sentence above the nodes; empty without a problem. */
  readonly message: string;
  readonly nodes: readonly TreeNode[];
}

/** A tree as plain data: the children of a node, and the view's message. */
export interface Tree {
  children(parent: TreeNode | null): Promise<readonly TreeNode[]>;
  /** Why there are no nodes; empty if there are nodes. */
  empty(): EmptyBecause;
  /** A sentence above the nodes; empty without a problem. */
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
