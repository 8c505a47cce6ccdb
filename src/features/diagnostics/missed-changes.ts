import type * as vscode from 'vscode';
import type { AnalyzedFile } from './file-analyzer';

type Looked = Pick<AnalyzedFile, 'asked' | 'textOf'> & {
  readonly world: Pick<AnalyzedFile['world'], 'uriOf' | 'textNow'>;
};

/** Files that roots asked for and that are not what was read of them, there or not. They are read one after the other. */
export async function unnoticedChanges(looked: Iterable<Looked>): Promise<readonly vscode.Uri[]> {
  const files = new Map<string, Asked>();
  for (const { asked, world, textOf } of looked) {
    for (const file of asked) {
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

interface Asked {
  readonly uri: vscode.Uri;
  readonly read: Set<string | undefined>;
  now(): Promise<string | undefined>;
}
