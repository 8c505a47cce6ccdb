import * as vscode from 'vscode';
import { provenEdits, type ProvenEdits } from '../../file-checks/edits/proven-edits';
import type { EditedFiles } from '../../file-checks/edits/edits-of-fix';
import { editorOf } from '../../documents/edits/file-editor';
import { positionsIn } from '../../file-checks/shown-range';
import type { TextEdit } from '../../documents/edits/text-edit';
import { wordFixTitle } from '../../wording/fix-title';
import { requirementName } from '../../wording/requirement-words';
import { shortDescription } from '../../wording/short-description';
import type { DiagnosticsDeps } from './deps';
import type { Patient } from './examinations';
import type { ShownProblem, ShownProblems } from './shown-problems';

interface Doctor {
  readonly shown: ShownProblems;
  readonly patients: ReadonlyMap<string, Patient>;
}

/** The command that opens the page of a check. */
export const explainCommand = 'amlSecureCompute.files.explain';

/** Quick fixes of what is shown: each is proven on a copy of the model, and written where the resource is declared. */
export function createQuickFixes(
  deps: DiagnosticsDeps,
  { shown, patients }: Doctor,
): vscode.CodeActionProvider {
  return {
    provideCodeActions(document, range) {
      const here = shown.of(document.uri).filter(({ diagnostic }) => diagnostic.range.intersection(range));
      return here.flatMap((one) => {
        const patient = patients.get(one.root);
        return patient
          ? [...fixActions(deps, patient, one), explainAction(deps, one), ignoreAction(deps, document, one)]
          : [];
      });
    },
  };
}

function fixActions(deps: DiagnosticsDeps, patient: Patient, told: ShownProblem): vscode.CodeAction[] {
  const written = provenEdits(patient.check, told.problem, editedFiles(deps, patient));
  if (!written) return [];
  return [fixAction(deps, patient, { told, written })];
}

function fixAction(
  { say }: DiagnosticsDeps,
  patient: Patient,
  { told, written }: { readonly told: ShownProblem; readonly written: ProvenEdits },
): vscode.CodeAction {
  const action = new vscode.CodeAction(wordFixTitle(say, written.fix), vscode.CodeActionKind.QuickFix);
  action.diagnostics = [told.diagnostic];
  action.edit = workspaceEdit(patient, written.edits);
  action.isPreferred = true;
  return action;
}

function explainAction({ say }: DiagnosticsDeps, { problem, diagnostic }: ShownProblem): vscode.CodeAction {
  const title = say('file.title.explain', { name: requirementName(say, problem.id) });
  const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
  action.diagnostics = [diagnostic];
  action.command = { title, command: explainCommand, arguments: [problem.id] };
  return action;
}

/** Puts the comment on the line before the problem, as far in as that line. */
function ignoreAction(
  { say }: DiagnosticsDeps,
  document: vscode.TextDocument,
  { problem, diagnostic }: ShownProblem,
): vscode.CodeAction {
  const action = new vscode.CodeAction(
    say('file.title.ignore', { id: problem.id }),
    vscode.CodeActionKind.QuickFix,
  );
  const { line } = diagnostic.range.start;
  const indent = document.lineAt(line).text.slice(0, document.lineAt(line).firstNonWhitespaceCharacterIndex);
  const comment = `${indent}// aml-secure-compute: ignore-next-line ${problem.id}\n`;
  action.edit = new vscode.WorkspaceEdit();
  action.edit.insert(document.uri, new vscode.Position(line, 0), comment);
  action.diagnostics = [diagnostic];
  return action;
}

function editedFiles({ say }: DiagnosticsDeps, { world }: Patient): EditedFiles {
  return {
    textOf: (file) => world.textOf(file),
    editorOf,
    describe: (why) => shortDescription(say, why),
  };
}

function workspaceEdit({ world }: Patient, edits: readonly TextEdit[]): vscode.WorkspaceEdit {
  const edit = new vscode.WorkspaceEdit();
  for (const { file, start, end, text } of edits) {
    const at = positionsIn(world.textOf(file) ?? '');
    const [from, to] = [at(start), at(end)];
    edit.replace(world.uriOf(file), new vscode.Range(from.line, from.column, to.line, to.column), text);
  }
  return edit;
}
