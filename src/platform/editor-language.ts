import * as vscode from 'vscode';
import { loadSpeaker, type LoadedSpeaker } from '../messages/load-speaker';

/** Loads the texts in VS Code's display language. Only that language is loaded. */
export function editorSpeaker(): Promise<LoadedSpeaker> {
  return loadSpeaker(vscode.env.language);
}
