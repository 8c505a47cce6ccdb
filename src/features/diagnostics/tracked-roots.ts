import type * as vscode from 'vscode';

/**
 * Which files are looked at, and because of what: an open document, a parameters file that names them, the check of the
 * workspace. A file that nothing wants any more is let go.
 */
export interface TrackedRoots {
  /** `by` wants `root` from now on, and nothing that it wanted before. */
  want(by: string, root: vscode.Uri): void;
  /** `by` is gone. */
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
