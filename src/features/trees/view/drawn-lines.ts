import type { TreeNode } from '../model/node';

/**
 * What VS Code holds of a view, and what of it is no longer so. VS Code lets go of every line below one that is drawn
 * anew, and until it has asked for them again a command on such a line reaches nobody: so only what changed is.
 */
export interface DrawnLines {
  /** The lines below a parent, asked for by VS Code, which holds them from now on. */
  give(parent: TreeNode | null): Promise<readonly TreeNode[]>;
  /** A line as it is now, of one that VS Code holds. */
  latest(node: TreeNode): TreeNode;
  /** Nobody sees what is below a folded line: it is not asked for. */
  fold(node: TreeNode, isFolded: boolean): void;
  /** Tells of each line that is to be drawn anew, with all below it; null is the whole. */
  compare(redraw: (node: TreeNode | null) => void): void;
}

type Children = (parent: TreeNode | null) => Promise<readonly TreeNode[]>;

interface Level {
  readonly parent: TreeNode | null;
  readonly nodes: readonly TreeNode[];
  /** Of several comparisons that wait for a reading the last one counts. */
  turn: number;
}

/** `again` is called where something changed while lines were on their way to VS Code: they are to be compared once more. */
export function createDrawnLines(children: Children, again: () => void): DrawnLines {
  let comparisons = 0;
  const levels = new Map<string, Level>();
  const changed = new Map<string, TreeNode>();
  const folded = new Set<string>();
  const latest = (node: TreeNode): TreeNode => changed.get(node.id) ?? node;

  function hold(parent: TreeNode | null, nodes: readonly TreeNode[]): void {
    // Whoever asks for the first lines asks for all others after them.
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
    async give(parent) {
      const before = comparisons;
      const nodes = await children(parent);
      hold(parent, nodes);
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
