import type * as vscode from 'vscode';
import type { Patient } from './examinations';

/** More than anybody's templates name; a workspace of thousands is not read at once for this. */
const mostFiles = 500;

type Looked = Pick<Patient, 'asked' | 'textOf'> & { readonly world: Pick<Patient['world'], 'uriOf'> };

/** Files that roots asked for and that are not what was read of them, there or not. */
export async function unnoticedChanges(
  looked: Iterable<Looked>,
  currentText: (uri: vscode.Uri) => Promise<string | undefined>,
): Promise<readonly vscode.Uri[]> {
  const files = new Map<string, { readonly uri: vscode.Uri; readonly read: Set<string | undefined> }>();
  for (const { asked, world, textOf } of looked) {
    for (const file of asked) {
      const uri = world.uriOf(file);
      const known = files.get(uri.toString()) ?? { uri, read: new Set() };
      known.read.add(textOf(file));
      if (files.size < mostFiles) files.set(uri.toString(), known);
    }
  }
  const changed: vscode.Uri[] = [];
  for (const { uri, read } of files.values()) {
    const now = await currentText(uri);
    if ([...read].some((text) => text !== now)) changed.push(uri);
  }
  return changed;
}
