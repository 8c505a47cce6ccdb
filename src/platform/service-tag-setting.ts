import * as vscode from 'vscode';

/** A file that a setting names, as it was read; `text` is undefined where it couldn't be. */
export interface NamedTagFile {
  readonly name: string;
  readonly text: string | undefined;
}

/** Microsoft's file has 4 MB. */
const mostBytes = 50_000_000;

/** The list of service tags that the user named; undefined where there is none. */
export async function readNamedTags(): Promise<NamedTagFile | undefined> {
  const name = vscode.workspace.getConfiguration('amlSecureCompute').get<unknown>('serviceTags.file');
  if (typeof name !== 'string' || name.trim() === '') return undefined;
  const uri = vscode.Uri.file(name.trim());
  try {
    const { size } = await vscode.workspace.fs.stat(uri);
    if (size > mostBytes) return { name, text: undefined };
    return { name, text: new TextDecoder().decode(await vscode.workspace.fs.readFile(uri)) };
  } catch {
    return { name, text: undefined };
  }
}
