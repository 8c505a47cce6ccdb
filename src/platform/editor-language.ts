import * as vscode from 'vscode';
import { loadSpeaker, type LoadedSpeaker } from '../messages/load-speaker';

/** Speaks VS Code's display language; only the texts of that language are loaded. */
export function editorSpeaker(): Promise<LoadedSpeaker> {
  return loadSpeaker(vscode.env.language);
}
