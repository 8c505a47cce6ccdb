import type * as vscode from 'vscode';

/**
 * Tracks which files are analyzed, and why: an open document, a parameters file that refers to them, or the workspace
 * check. A file without a reason is released.
 */
export interface TrackedRoots {
  /** Registers `root` as the only file that `by` needs. */
  want(by: string, root: vscode.Uri): void;
  /** Removes `by` and its need. */
  release(by: string): void;
}

export function createTrackedRoots(letGo: (root: vscode.Uri) => void): TrackedRoots {
  const wanted = new Map<string, vscode.Uri>();

  function release(by: string): void {
    const root = wanted.get(by);
    if (!wanted.delete(by) || !root) return;
    const isWanted = [...wanted.values()].some((one) => one.toString() === root.toString());
    if (!isWanted) letGo(root);
  }

  return {
    release,
    want(by, root) {
      if (wanted.get(by)?.toString() === root.toString()) return;
      release(by);
      wanted.set(by, root);
    },
  };
}
