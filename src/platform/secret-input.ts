import * as vscode from 'vscode';
import { readBytes } from './workspace-files';
import { showTextInput } from './window';

/** Asks for a secret in VS Code's own box, which shows no letter of it; undefined where the person gave up. */
export async function showSecretInput(question: {
  readonly title: string;
  readonly prompt: string;
}): Promise<string | undefined> {
  return showTextInput({ ...question, password: true, ignoreFocusOut: true });
}

export interface FileQuestion {
  readonly title: string;
  readonly button: string;
  /** Bytes that the file has at most. */
  readonly longest: number;
}

/** Text of a file that the person chooses; undefined where they gave up, null where it cannot be read as one. */
export async function readChosenFile({
  title,
  button,
  longest,
}: FileQuestion): Promise<string | null | undefined> {
  const chosen = await vscode.window.showOpenDialog({ title, openLabel: button, canSelectMany: false });
  const file = chosen?.[0];
  if (!file) return undefined;
  const bytes = await readBytes(file, { most: longest });
  return bytes ? new TextDecoder().decode(bytes) : null;
}
