import * as vscode from 'vscode';
import { readTeamSettings, type ReadTeamSettings } from '../../team-settings/read-team-settings';
import { isTeamFileName, teamFileNames } from '../../team-settings/team-file-names';
import type { TeamFile } from '../../team-settings/team-file';
import { fileNamesIn, foldersFor } from '../../platform/workspace-files';
import { currentText } from './file-texts';

/** The current content of a settings file. */
export interface OpenTeamFile extends TeamFile, Pick<ReadTeamSettings, 'faults'> {
  readonly uri: vscode.Uri;
  readonly text: string;
}

/** The team settings files. Each is cached until a settings file changes. */
export interface TeamFiles {
  /** Finds the nearest settings file, from the folder of a file up to its workspace folder. */
  of(uri: vscode.Uri): Promise<OpenTeamFile | undefined>;
  read(uri: vscode.Uri): Promise<OpenTeamFile | undefined>;
  /** Handles a change of a file. Returns true if it can affect team settings. */
  changed(uri: vscode.Uri): boolean;
}

/** Maximum size of a settings file in bytes. */
const mostBytes = 4_000_000;

export function createTeamFiles(): TeamFiles {
  const byFolder = new Map<string, Promise<OpenTeamFile | undefined>>();

  function inFolder(folder: vscode.Uri, within: readonly vscode.Uri[]): Promise<OpenTeamFile | undefined> {
    const before = byFolder.get(folder.toString());
    if (before) return before;
    const search = findIn(folder, within);
    byFolder.set(folder.toString(), search);
    search.catch(() => byFolder.delete(folder.toString()));
    return search;
  }

  return {
    async of(uri) {
      const within = foldersFor(uri);
      for (const folder of foldersUp(uri)) {
        const found = await inFolder(folder, within);
        if (found) return found;
      }
      return undefined;
    },
    read: (uri) => readFile(uri, foldersFor(uri)),
    changed(uri) {
      if (!isTeamFileName(uri.path)) return false;
      byFolder.clear();
      return true;
    },
  };
}

/**
 * Returns the folder of a file and its parents up to the workspace folder; outside a workspace, only its own folder.
 */
function foldersUp(uri: vscode.Uri): readonly vscode.Uri[] {
  const top = vscode.workspace.getWorkspaceFolder(uri)?.uri.path;
  const folders = [vscode.Uri.joinPath(uri, '..')];
  if (top === undefined) return folders;
  for (let folder = folders[0]; folder && folder.path.length > top.length;) {
    const above = vscode.Uri.joinPath(folder, '..');
    if (above.path === folder.path) break;
    folders.push(above);
    folder = above;
  }
  return folders;
}

async function findIn(folder: vscode.Uri, within: readonly vscode.Uri[]): Promise<OpenTeamFile | undefined> {
  const names = await fileNamesIn(folder, within.length > 0 ? within : [folder]);
  const name = teamFileNames.find((one) => names?.includes(one));
  return name === undefined ? undefined : readFile(vscode.Uri.joinPath(folder, name), within);
}

async function readFile(uri: vscode.Uri, within: readonly vscode.Uri[]): Promise<OpenTeamFile | undefined> {
  const text = await currentText(uri, { most: mostBytes, within });
  if (text === undefined) return undefined;
  const folder = vscode.Uri.joinPath(uri, '..').path;
  const folderPath = folder.endsWith('/') ? folder : `${folder}/`;
  return {
    uri,
    text,
    file: uri.path,
    folder: folderPath,
    base: folderPath,
    ...readTeamSettings(uri.path, text),
  };
}
