import * as vscode from 'vscode';
import type { TreeName, TreeNode } from '../model/node';
import { createDrawnLines } from './drawn-lines';
import { toTreeItem } from './to-tree-item';

/** What stands behind a view once it is loaded. */
export interface ViewSource {
  children(parent: TreeNode | null): Promise<readonly TreeNode[]>;
  show(isVisible: boolean): void;
}

/** A native tree view: its lines come from the source, which is loaded when the view is first seen. */
export interface TreeViewHandle extends vscode.Disposable {
  readonly view: vscode.TreeView<TreeNode>;
  /** Draws again what changed; several calls at once are one. */
  draw(): void;
  /** Shows the last of these lines, each below the one before. */
  reveal(path: readonly TreeNode[]): Promise<void>;
}

/** Milliseconds in which calls to draw are joined. */
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
      getChildren: async (parent) => [...(await lines.give(parent ?? null))],
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
      // What nobody sees is not asked for: VS Code does so when it is seen.
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
