import * as vscode from 'vscode';
import { needsNothing } from '../../../file-checks/existing/needed-resources';
import { problemsWithin } from '../../../file-checks/cause-problems';
import { isUndecided, type Problem } from '../../../file-checks/problem';
import type { Say } from '../../../messages/say';
import type { AnalyzedFile } from '../file-analyzer';
import type { PublishedDiagnostic } from '../published-diagnostics';
import { existingCommands } from './commands';
import type { ExistingResources } from './existing-resources';

/** Returns the actions that read existing resources, for problems about values that Azure can supply. */
export function readActions(
  say: Say,
  {
    analyzedFiles,
    existing,
  }: {
    readonly analyzedFiles: ReadonlyMap<string, AnalyzedFile>;
    readonly existing: Pick<ExistingResources, 'permission'>;
  },
  here: readonly PublishedDiagnostic[],
): readonly vscode.CodeAction[] {
  const [first] = here.filter(({ problem }) => problemsWithin(problem).some(isUnknown));
  const analyzedFile = first && analyzedFiles.get(first.root);
  if (!analyzedFile || needsNothing(analyzedFile.check.needed)) return [];
  const permission = existing.permission(analyzedFile.world.uriOf(analyzedFile.root));
  if (permission === 'restricted' || permission === 'off') return [];
  const action = (title: string, command: string): vscode.CodeAction => {
    const codeAction = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
    codeAction.diagnostics = [first.diagnostic];
    codeAction.command = { title, command, arguments: [analyzedFile.root] };
    return codeAction;
  };
  return permission === 'not-requested'
    ? [action(say('file.existing.read'), existingCommands.read)]
    : [
        action(say('file.existing.refresh'), existingCommands.read),
        action(say('file.existing.chooseScope'), existingCommands.chooseScope),
      ];
}

function isUnknown({ what, readAt }: Problem): boolean {
  switch (what.is) {
    case 'elsewhere':
      return true;
    case 'deployment-order':
      return what.because !== null;
    default:
      return readAt !== undefined || isUndecided(what);
  }
}
