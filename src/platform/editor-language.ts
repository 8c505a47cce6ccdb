import * as vscode from 'vscode';
import { loadMessages, type LoadedMessages } from '../messages/load-messages';

/** Loads the texts in VS Code's display language. Only that language is loaded. */
export function editorMessages(): Promise<LoadedMessages> {
  return loadMessages(vscode.env.language);
}
