import type * as vscode from 'vscode';
import type { AnalyzedFile } from './file-analyzer';

type ReadRoot = Pick<AnalyzedFile, 'requested' | 'textOf'> & {
  readonly world: Pick<AnalyzedFile['world'], 'uriOf' | 'textNow'>;
};

/**
 * Finds files whose current content differs from what roots read, including created and deleted ones. They're read one
 * at a time.
 */
export async function unnoticedChanges(looked: Iterable<ReadRoot>): Promise<readonly vscode.Uri[]> {
  const files = new Map<string, WatchedText>();
  for (const { requested, world, textOf } of looked) {
    for (const file of requested) {
      const uri = world.uriOf(file);
      const known = files.get(uri.toString()) ?? { uri, now: () => world.textNow(file), read: new Set() };
      known.read.add(textOf(file));
      files.set(uri.toString(), known);
    }
  }
  const changed: vscode.Uri[] = [];
  for (const { uri, now, read } of files.values()) {
    const text = await now();
    if ([...read].some((one) => one !== text)) changed.push(uri);
  }
  return changed;
}

interface WatchedText {
  readonly uri: vscode.Uri;
  readonly read: Set<string | undefined>;
  now(): Promise<string | undefined>;
}
