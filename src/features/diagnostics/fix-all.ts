import * as vscode from 'vscode';
import { harmlessEdits } from '../../file-checks/edits/harmless-edits';
import type { Say } from '../../messages/say';
import type { Examinations } from './examinations';
import { rootsOf } from './examined-files';
import { proofOf } from './proven-fixes';
import { workspaceEdit } from './workspace-edit';

/** What `editor.codeActionsOnSave` names. */
export const fixAllKind = vscode.CodeActionKind.SourceFixAll.append('amlSecureCompute');

/** Makes the fixes of a file that change no traffic, when it is saved or somebody asks for them. */
export function createFixAll(say: Say, examinations: Examinations): vscode.CodeActionProvider {
  return {
    async provideCodeActions(document, _range, { only }) {
      // Asked for by name alone: it looks at the file anew.
      if (!only?.contains(fixAllKind)) return [];
      const { path } = document.uri;
      const roots = rootsOf(examinations.patients, path).map(({ root, world }) => world.uriOf(root));
      for (const root of roots) await examinations.now(root);
      for (const patient of rootsOf(examinations.patients, path)) {
        if (!patient.world.isCurrent(path)) return [];
        const edits = await harmlessEdits(proofOf(say, patient), path, patient.problems);
        if (edits.length === 0 || !patient.world.isCurrent(path)) continue;
        const action = new vscode.CodeAction(say('file.fixAll.title'), fixAllKind);
        action.edit = workspaceEdit(patient.world, edits);
        return [action];
      }
      return [];
    },
  };
}
