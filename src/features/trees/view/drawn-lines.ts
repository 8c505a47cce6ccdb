import type { TreeNode } from '../model/node';

/**
 * Tracks which nodes VS Code holds, and which of them are outdated.
 * When a node is redrawn, VS Code discards all nodes below it. Until it requests them again, commands on them don't
 * work. Therefore, only changed nodes are redrawn.
 */
export interface DrawnLines {
  /** Returns the children of a node for VS Code, which holds them from then on. */
  childrenOf(parent: TreeNode | null): Promise<readonly TreeNode[]>;
  /** Returns the current version of a node that VS Code holds. */
  latest(node: TreeNode): TreeNode;
  /** Sets whether a node is collapsed. Its children aren't visible then, so they aren't read. */
  fold(node: TreeNode, isFolded: boolean): void;
  /** Calls `redraw` for each node to redraw with its descendants; null means the whole tree. */
  compare(redraw: (node: TreeNode | null) => void): void;
}

type Children = (parent: TreeNode | null) => Promise<readonly TreeNode[]>;

interface Level {
  readonly parent: TreeNode | null;
  readonly nodes: readonly TreeNode[];
  /** Number of the last comparison. If several wait for a read, only the last one counts. */
  turn: number;
}

/**
 * Creates the tracking of a view. `again` is called if something changed while nodes were being read, so that they're
 * compared again.
 */
export function createDrawnLines(children: Children, again: () => void): DrawnLines {
  let comparisons = 0;
  const levels = new Map<string, Level>();
  const changed = new Map<string, TreeNode>();
  const folded = new Set<string>();
  const latest = (node: TreeNode): TreeNode => changed.get(node.id) ?? node;

  function storeLevel(parent: TreeNode | null, nodes: readonly TreeNode[]): void {
    // A request for the root nodes is followed by requests for all others.
    if (parent === null) levels.clear();
    for (const { id } of nodes) changed.delete(id);
    levels.set(keyOf(parent), { parent, nodes, turn: 0 });
  }

  async function compareLevel(level: Level, redraw: (node: TreeNode | null) => void): Promise<void> {
    const turn = (level.turn += 1);
    const now = await children(level.parent);
    if (levels.get(keyOf(level.parent)) !== level || level.turn !== turn) return;
    if (now.length !== level.nodes.length || now.some(({ id }, index) => id !== level.nodes[index]?.id)) {
      levels.delete(keyOf(level.parent));
      redraw(level.parent);
      return;
    }
    level.nodes.forEach((held, index) => {
      const node = now[index];
      if (!node || JSON.stringify(node) === JSON.stringify(latest(held))) return;
      changed.set(node.id, node);
      levels.delete(node.id);
      redraw(held);
    });
  }

  return {
    async childrenOf(parent) {
      const before = comparisons;
      const nodes = await children(parent);
      storeLevel(parent, nodes);
      if (comparisons !== before) again();
      return nodes;
    },
    latest,
    fold(node, isFolded) {
      if (isFolded) folded.add(node.id);
      else folded.delete(node.id);
    },
    compare(redraw) {
      comparisons += 1;
      for (const level of [...levels.values()]) {
        if (level.parent !== null && folded.has(level.parent.id)) {
          levels.delete(level.parent.id);
          redraw(level.parent);
        } else {
          compareLevel(level, redraw).catch(() => redraw(level.parent));
        }
      }
    },
  };
}

const keyOf = (parent: TreeNode | null): string => parent?.id ?? '';
