import * as vscode from 'vscode';
import { loadSpeaker } from '../messages/load-speaker';
import type { Say } from '../messages/say';

/** Speaks VS Code's display language; only the texts of that language are loaded. */
export function editorSpeaker(): Promise<Say> {
  return loadSpeaker(vscode.env.language);
}
