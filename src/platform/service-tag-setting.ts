import * as vscode from 'vscode';
import { readNamedTagFile, type NamedTagFile } from './named-tag-file';

/** Reads the list of service tags that the user named; undefined if there is none. */
export function readNamedTags(): Promise<NamedTagFile | undefined> {
  return readNamedTagFile(
    vscode.workspace.getConfiguration('amlSecureCompute').get<unknown>('serviceTags.file'),
  );
}
