import * as vscode from 'vscode';
import { readNamedTagFile, type NamedTagFile } from './named-tag-file';

/** The list of service tags that the user named; undefined where there is none. */
export function readNamedTags(): Promise<NamedTagFile | undefined> {
  return readNamedTagFile(
    vscode.workspace.getConfiguration('amlSecureCompute').get<unknown>('serviceTags.file'),
  );
}
