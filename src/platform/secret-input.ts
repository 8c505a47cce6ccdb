import * as vscode from 'vscode';
import { readBytes } from './workspace-files';
import { showTextInput } from './window';

/** Prompts for a secret in VS Code's password box; undefined if the user canceled. */
export async function showSecretInput(question: {
  readonly title: string;
  readonly prompt: string;
}): Promise<string | undefined> {
  return showTextInput({ ...question, password: true, ignoreFocusOut: true });
}

export interface FileQuestion {
  readonly title: string;
  readonly button: string;
  /** Maximum size of the file in bytes. */
  readonly longest: number;
}

/**
 * Returns the text of a file that the user chooses; undefined if the user canceled, null if it can't be read as text.
 */
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
