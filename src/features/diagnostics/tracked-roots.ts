import type * as vscode from 'vscode';

/**
 * Tracks which files are analyzed, and why: an open document, a parameters file that refers to them, or the workspace
 * check. A file without a reason is released.
 */
export interface TrackedRoots {
  /** Registers `root` as the only file that `by` needs. */
  track(by: string, root: vscode.Uri): void;
  /** Removes `by` and its need. */
  release(by: string): void;
}

export function createTrackedRoots(letGo: (root: vscode.Uri) => void): TrackedRoots {
  const rootByUser = new Map<string, vscode.Uri>();

  function release(by: string): void {
    const root = rootByUser.get(by);
    if (!rootByUser.delete(by) || !root) return;
    const isTracked = [...rootByUser.values()].some((one) => one.toString() === root.toString());
    if (!isTracked) letGo(root);
  }

  return {
    release,
    track(by, root) {
      if (rootByUser.get(by)?.toString() === root.toString()) return;
      release(by);
      rootByUser.set(by, root);
    },
  };
}
