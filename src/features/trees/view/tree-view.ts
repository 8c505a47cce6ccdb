import * as vscode from 'vscode';
import type { TreeName, TreeNode } from '../model/node';
import { createDrawnLines } from './drawn-lines';
import { toTreeItem } from './to-tree-item';

/** Data source of a view, once it's loaded. */
export interface ViewSource {
  children(parent: TreeNode | null): Promise<readonly TreeNode[]>;
  show(isVisible: boolean): void;
}

/** A native tree view. Its nodes come from the source, which is loaded when the view is first visible. */
export interface TreeViewHandle extends vscode.Disposable {
  readonly view: vscode.TreeView<TreeNode>;
  /** Redraws changed nodes. Several calls in quick succession are combined. */
  draw(): void;
  /** Reveals the last node of a path from the root. */
  reveal(path: readonly TreeNode[]): Promise<void>;
}

/** Milliseconds in which calls to draw are combined. */
const together = 30;

export function createTree(name: TreeName, source: () => Promise<ViewSource>): TreeViewHandle {
  const changed = new vscode.EventEmitter<TreeNode | undefined>();
  const lines = createDrawnLines(async (parent) => (await source()).children(parent), draw);
  const parents = new WeakMap<TreeNode, TreeNode>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const view = vscode.window.createTreeView<TreeNode>(`amlSecureCompute.${name}`, {
    treeDataProvider: {
      onDidChangeTreeData: changed.event,
      getTreeItem: (node) => toTreeItem(lines.latest(node)),
      getParent: (node) => parents.get(node),
      getChildren: async (parent) => [...(await lines.childrenOf(parent ?? null))],
    },
    showCollapseAll: true,
  });
  const seen = vscode.Disposable.from(
    view.onDidChangeVisibility(({ visible }) => {
      void source().then((one) => one.show(visible));
    }),
    view.onDidCollapseElement(({ element }) => lines.fold(element, true)),
    view.onDidExpandElement(({ element }) => lines.fold(element, false)),
  );
  function draw(): void {
    timer ??= setTimeout(() => {
      timer = undefined;
      // A hidden view isn't read: VS Code requests its nodes when it becomes visible.
      if (view.visible) lines.compare((node) => changed.fire(node ?? undefined));
      else changed.fire(undefined);
    }, together);
  }
  return {
    view,
    draw,
    async reveal(path) {
      path.forEach((node, index) => {
        const parent = path[index - 1];
        if (parent) parents.set(node, parent);
      });
      const last = path.at(-1);
      if (last) await view.reveal(last, { select: true, focus: true });
    },
    dispose() {
      clearTimeout(timer);
      vscode.Disposable.from(view, changed, seen).dispose();
    },
  };
}
