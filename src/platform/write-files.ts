import * as vscode from 'vscode';
import type { Say } from '../messages/say';
import { formatList } from '../messages/format-list';
import { FileProblem, showProblem, writeTexts } from './write-texts';
import { notify } from './window';

export interface NewFile {
  readonly name: string;
  readonly text: string;
}

interface Written {
  readonly folder: string;
  readonly files: readonly { readonly name: string; readonly uri: string }[];
}

/**
 * Asks for a folder, writes the files there, and opens the first. It never overwrites an existing file without asking:
 * the user opens it, writes under another name, or replaces it after a second question. Null if the user canceled, or
 * if the file system refused, which is reported to the user.
 */
export async function writeFiles(say: Say, files: readonly NewFile[]): Promise<Written | null> {
  try {
    return await askAndWrite(say, files);
  } catch (error) {
    showProblem(say, error);
    return null;
  }
}

async function askAndWrite(say: Say, files: readonly NewFile[]): Promise<Written | null> {
  const folder = await chooseFolder(say);
  const [main] = files;
  if (!folder || !main) return null;
  const existing = await existingNames(folder, files);
  const decided = existing.length === 0 ? files : await whenItExists(say, { folder, files }, existing);
  if (!decided) return null;
  await writeTexts(
    say,
    decided.map(({ name, text }) => ({ uri: vscode.Uri.joinPath(folder, name), text })),
  );
  await open(vscode.Uri.joinPath(folder, decided[0]?.name ?? main.name));
  return {
    folder: vscode.workspace.asRelativePath(folder, true),
    files: decided.map(({ name }) => ({ name, uri: vscode.Uri.joinPath(folder, name).toString() })),
  };
}

/** Opens a written file. */
export async function openWritten(say: Say, uri: string): Promise<void> {
  try {
    await open(vscode.Uri.parse(uri, true));
  } catch (error) {
    showProblem(say, error);
  }
}

async function chooseFolder(say: Say): Promise<vscode.Uri | undefined> {
  const start = vscode.workspace.workspaceFolders?.[0]?.uri;
  const chosen = await vscode.window.showOpenDialog({
    canSelectFiles: false,
    canSelectFolders: true,
    canSelectMany: false,
    openLabel: say('write.chooseFolder'),
    ...(start ? { defaultUri: start } : {}),
  });
  return chosen?.[0];
}

async function existingNames(folder: vscode.Uri, files: readonly NewFile[]): Promise<readonly string[]> {
  const there = await Promise.all(files.map(({ name }) => exists(folder, name)));
  return files.filter((_, index) => there[index]).map(({ name }) => name);
}

interface Place {
  readonly folder: vscode.Uri;
  readonly files: readonly NewFile[];
}

async function whenItExists(
  say: Say,
  { folder, files }: Place,
  existing: readonly string[],
): Promise<readonly NewFile[] | undefined> {
  const other = await freeNames(folder, files);
  const first = other[0]?.name ?? '';
  const names = formatList(say, existing);
  const openIt = say('write.openExisting');
  const asOther = say('write.asOther', { file: first });
  const replace = say('write.replace');
  const pressed = await notify('warning', {
    text: say('write.exists', { file: names, n: existing.length }),
    isModal: true,
    buttons: [openIt, asOther, replace],
  });
  if (pressed === asOther) return other;
  if (pressed === openIt) await open(vscode.Uri.joinPath(folder, existing[0] ?? ''));
  if (pressed !== replace) return undefined;
  return (await isReplaced(say, names)) ? files : undefined;
}

async function isReplaced(say: Say, file: string): Promise<boolean> {
  const button = say('write.replaceButton');
  const title = say('write.replaceTitle', { file });
  const detail = say('write.replaceDetail');
  return (await notify('warning', { text: title, detail, buttons: [button] })) === button;
}

/**
 * Returns the same files with the first number that is free for all of them. Texts that reference a file are updated.
 */
async function freeNames(folder: vscode.Uri, files: readonly NewFile[]): Promise<readonly NewFile[]> {
  for (let n = 2; ; n += 1) {
    const renamed = files.map((file) => ({
      name: numbered(file.name, n),
      text: renameIn(file.text, files, n),
    }));
    if ((await existingNames(folder, renamed)).length === 0) return renamed;
  }
}

function numbered(name: string, n: number): string {
  const dot = name.indexOf('.');
  return dot < 0 ? `${name}-${n}` : `${name.slice(0, dot)}-${n}${name.slice(dot)}`;
}

function renameIn(text: string, files: readonly NewFile[], n: number): string {
  return files.reduce(
    (changed, { name }) =>
      changed
        .replaceAll(`'${name}'`, `'${numbered(name, n)}'`)
        .replaceAll(`'./${name}'`, `'./${numbered(name, n)}'`),
    text,
  );
}

/**
 * True if a file may exist. Only a file that isn't found counts as free, because an unreadable location may contain
 * one.
 */
async function exists(folder: vscode.Uri, name: string): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(vscode.Uri.joinPath(folder, name));
    return true;
  } catch (error) {
    if (error instanceof vscode.FileSystemError && error.code === 'FileNotFound') return false;
    throw new FileProblem(name, error);
  }
}

async function open(uri: vscode.Uri): Promise<void> {
  await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri), { preview: false });
}
