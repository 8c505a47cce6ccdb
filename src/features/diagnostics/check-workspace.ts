import * as vscode from 'vscode';
import { foldersPassedOver } from '../../file-checks/parameter-files';
import { findFiles, foldersFor } from '../../platform/workspace-files';
import { showProgress, showMessage } from '../../platform/window';
import type { DiagnosticsDeps } from './deps';
import { currentText, mostBytes } from './file-texts';
import { mayDeclare } from './checked-documents';

interface WorkspaceChecker {
  look(uri: vscode.Uri): Promise<void>;
  show(): void;
}

const mostFiles = 5000;

/** Looks at every Bicep file and template of the workspace, with progress; it can be cancelled. */
export async function checkWorkspace({ say }: DiagnosticsDeps, checker: WorkspaceChecker): Promise<void> {
  const extensions = ['bicep', 'json', 'jsonc'];
  const found = await findFiles({ extensions, passedOver: foldersPassedOver, most: mostFiles + 1 });
  const files = found.slice(0, mostFiles);
  if (found.length > mostFiles) {
    showMessage('warning', say('file.check.tooMany', { n: mostFiles }));
  }
  await showProgress('notification', say('file.check.title'), async (stop, progress) => {
    for (const [index, uri] of files.entries()) {
      if (stop.aborted) break;
      progress.report({
        increment: 100 / files.length,
        message: say('file.check.progress', { n: index + 1, of: files.length }),
      });
      if (await declares(uri)) await checker.look(uri);
    }
  });
  checker.show();
  await vscode.commands.executeCommand('workbench.actions.view.problems');
}

async function declares(uri: vscode.Uri): Promise<boolean> {
  if (uri.path.endsWith('.bicep')) return true;
  const text = await currentText(uri, { most: mostBytes, within: foldersFor(uri) });
  return text !== undefined && mayDeclare({ uri, languageId: 'json', getText: () => text });
}
