import * as vscode from 'vscode';
import type { TextEdit } from '../../documents/edits/text-edit';
import { agreedEdits, harmlessEdits } from '../../file-checks/edits/harmless-edits';
import type { Say } from '../../messages/say';
import type { AnalyzedFile, FileAnalyzer } from './file-analyzer';
import { hasDiagnostics, rootsOfFile } from './analyzed-files';
import { previewCommand } from './preview/preview-command';
import { fixTestInput } from './tested-fixes';
import { writeBlocker } from './write-blocker';
import { workspaceEdit } from './workspace-edit';

/** Kind for `editor.codeActionsOnSave`. */
export const fixAllKind = vscode.CodeActionKind.SourceFixAll.append('amlSecureCompute');

/**
 * Provides the fix-all action. On save, it applies only fixes that don't change traffic. If the user invokes it, all
 * fixes of the file are previewed. VS Code reports which one applies.
 */
export function createFixAll(say: Say, analyses: FileAnalyzer): vscode.CodeActionProvider {
  return {
    provideCodeActions(document, _range, { only, triggerKind }) {
      // Only if requested explicitly, because it analyzes the file again.
      if (!only?.contains(fixAllKind)) return [];
      return triggerKind === vscode.CodeActionTriggerKind.Invoke
        ? previewAll(say, analyses, document.uri)
        : harmlessFixes(say, analyses, document.uri);
    },
  };
}

async function harmlessFixes(
  say: Say,
  analyses: FileAnalyzer,
  { path }: vscode.Uri,
): Promise<vscode.CodeAction[]> {
  const rootsNow = (): readonly AnalyzedFile[] => rootsOfFile(analyses.analyzedFiles, path);
  const roots = rootsNow().map(({ root, world }) => world.uriOf(root));
  for (const root of roots) await analyses.now(root);
  const analyzedFiles = rootsNow().filter(hasDiagnostics);
  const [first] = analyzedFiles;
  const isCurrent = (): boolean => analyzedFiles.every(({ world }) => world.isCurrent(path));
  if (!first || !isCurrent()) return [];
  const all: (readonly TextEdit[])[] = [];
  for (const one of analyzedFiles) {
    all.push(await harmlessEdits(fixTestInput(say, one), path, one.problems));
  }
  const edits = agreedEdits(all);
  if (edits.length === 0 || (await writeBlocker(first, edits)) || !isCurrent()) return [];
  const action = new vscode.CodeAction(say('file.fixAll.title'), fixAllKind);
  action.edit = workspaceEdit(first.world, edits);
  return [action];
}

/** Returns the preview action; empty for a file that doesn't concern Azure ML. */
function previewAll(say: Say, analyses: FileAnalyzer, uri: vscode.Uri): vscode.CodeAction[] {
  if (!rootsOfFile(analyses.analyzedFiles, uri.path).some(({ problems }) => problems.length > 0)) return [];
  const title = say('diff.fixAll');
  const action = new vscode.CodeAction(title, fixAllKind);
  action.command = previewCommand(title, { uri: uri.toString() });
  return [action];
}
