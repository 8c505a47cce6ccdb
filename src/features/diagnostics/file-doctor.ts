import * as vscode from 'vscode';
import type { ResourceId } from '../../core/network/model';
import type { DiagnosticsDeps } from './deps';
import { checkWorkspace } from './check-workspace';
import { closeRest, closeRestKind } from './close-rest';
import { createDirectiveWords } from './directive-words';
import { createExaminations } from './examinations';
import { createHovers } from './hovers';
import { createFileStatus } from './file-status';
import { judgedLanguages, judgedSchemes } from './judged-documents';
import { createQuickFixes } from './quick-fixes';
import { createShownProblems } from './shown-problems';

/** Judges files as they are and as they change, and shows what it found. */
export interface FileDoctor extends vscode.Disposable {
  /** Looks at a document, once it rests. */
  see(document: vscode.TextDocument): void;
  /** A document that was closed: what was found in it goes. */
  forget(uri: vscode.Uri): void;
  /** Asks whether to close the rest of a subnet that a root file has. */
  closeRest(root: string, subnetId: ResourceId): Promise<void>;
  /** Looks at every file of the workspace. */
  checkWorkspace(): Promise<void>;
}

/** Documents in which quick fixes are offered. */
const selector = judgedLanguages.flatMap((language) => judgedSchemes.map((scheme) => ({ language, scheme })));

export function createFileDoctor(deps: DiagnosticsDeps): FileDoctor {
  const shown = createShownProblems(deps);
  const status = createFileStatus(deps, shown);
  const show = (): void => {
    shown.show(examinations.patients);
    status.update(examinations.patients);
  };
  const examinations = createExaminations(deps, show);
  const actions = vscode.languages.registerCodeActionsProvider(
    selector,
    createQuickFixes(deps, { shown, patients: examinations.patients }),
    { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix, closeRestKind] },
  );
  const watching = watchDisk((uri) => examinations.changed(uri));
  const settings = vscode.workspace.onDidChangeConfiguration((change) => {
    if (change.affectsConfiguration('amlSecureCompute')) examinations.again();
  });
  const trust = vscode.workspace.onDidGrantWorkspaceTrust(() => examinations.again());
  const words = vscode.languages.registerCompletionItemProvider(selector, createDirectiveWords(), ' ', ':');
  const hovers = vscode.languages.registerHoverProvider(
    selector,
    createHovers(deps, { shown, patients: examinations.patients }),
  );
  return {
    see: ({ uri }) => examinations.soon(uri),
    forget: (uri) => examinations.forget(uri),
    closeRest: (root, subnetId) => closeRest(deps.say, examinations.patients.get(root), subnetId),
    checkWorkspace: () => checkWorkspace(deps, { look: (uri) => examinations.now(uri), show }),
    dispose() {
      examinations.stop();
      vscode.Disposable.from(shown, status, actions, hovers, words, watching, settings, trust).dispose();
    },
  };
}

/** Modules and parameter files that change on disk, such as by another program or a branch that is checked out. */
function watchDisk(changed: (uri: vscode.Uri) => void): vscode.Disposable {
  const watcher = vscode.workspace.createFileSystemWatcher('**/*.{bicep,bicepparam,json}');
  return vscode.Disposable.from(
    watcher,
    watcher.onDidChange(changed),
    watcher.onDidCreate(changed),
    watcher.onDidDelete(changed),
  );
}
