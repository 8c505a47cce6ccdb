import * as vscode from 'vscode';
import { readRegularFile } from '../disk/read-file';

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
  try {
    const bytes = await readRegularFile(name.trim(), { most: mostBytes });
    return { name, text: new TextDecoder().decode(bytes) };
  } catch {
    return { name, text: undefined };
  }
}
