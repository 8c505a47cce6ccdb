import * as vscode from 'vscode';
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
    const patient = uri && known.get(uri.path);
    const problems = uri ? shown.of(uri) : [];
    const subjects = patient?.check.subjects ?? [];
    if (!uri || (subjects.length === 0 && problems.length === 0)) {
      item.hide();
      return;
    }
    const n = problems.filter(({ problem }) => problem.severity === 'error').length;
    item.text = n > 0 ? say('file.status.toFix', { n }) : say('file.status.ready');
    item.tooltip = [...new Set(subjects.map(({ subnet, network }) => `${network.name}/${subnet.name}`))].join(
      '\n',
    );
    item.show();
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
