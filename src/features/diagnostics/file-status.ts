import * as vscode from 'vscode';
import { shortName } from '../../documents/subjects/subjects';
import type { DiagnosticsDeps } from './deps';
import type { Patient } from './examinations';
import type { ShownProblems } from './shown-problems';

/** The status item of the file that is edited: how many problems there are to fix; none in files that are not judged. */
export interface FileStatus extends vscode.Disposable {
  update(patients: ReadonlyMap<string, Patient>): void;
}

export function createFileStatus({ say }: DiagnosticsDeps, shown: ShownProblems): FileStatus {
  const item = vscode.window.createStatusBarItem('amlSecureCompute.files', vscode.StatusBarAlignment.Right);
  item.name = say('file.status.name');
  item.command = 'workbench.actions.view.problems';
  let known: ReadonlyMap<string, Patient> = new Map();

  function draw(): void {
    const uri = vscode.window.activeTextEditor?.document.uri;
    const told = uri && toldOf(uri);
    if (!told) {
      item.hide();
      return;
    }
    item.text = told.n > 0 ? say('file.status.toFix', { n: told.n }) : say('file.status.ready');
    item.tooltip = told.subnets.join('\n');
    item.show();
  }

  /** What is told of a file and its modules, and of a module what stands in it; null of files that are not judged. */
  function toldOf(uri: vscode.Uri): { readonly n: number; readonly subnets: readonly string[] } | null {
    const patient = known.get(uri.path);
    const problems = patient?.problems ?? shown.of(uri).map(({ problem }) => problem);
    const subnets = new Set((patient?.check.subjects ?? []).map(shortName));
    if (subnets.size === 0 && problems.length === 0) return null;
    return { n: problems.filter(({ severity }) => severity === 'error').length, subnets: [...subnets] };
  }

  const listening = vscode.window.onDidChangeActiveTextEditor(draw);
  return {
    update(patients) {
      known = patients;
      draw();
    },
    dispose: () => vscode.Disposable.from(item, listening).dispose(),
  };
}
