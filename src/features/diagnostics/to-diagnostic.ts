import * as vscode from 'vscode';
import { hasPage } from '../../file-checks/has-page';
import type { Problem, ProblemSeverity } from '../../file-checks/problem';
import { positionsIn, diagnosticRange } from '../../file-checks/diagnostic-range';
import type { SourceRange } from '../../documents/source/source-range';
import type { Say } from '../../messages/say';
import { problemText } from '../../platform/editor-text';
import { formatProblem } from '../../wording/problem-text';
import { formatReason } from '../../wording/reason-text';

/** What every diagnostic of ours is said to come from. */
export const diagnosticSource = 'Secured AML Compute';

/** How places of files become places of the editor. */
export interface FilePlaces {
  uriOf(file: string): vscode.Uri;
  textOf(file: string): string | undefined;
  /** The page of a check. */
  pageOf(id: string): vscode.Uri;
}

const severities: Readonly<Record<ProblemSeverity, vscode.DiagnosticSeverity>> = {
  error: vscode.DiagnosticSeverity.Error,
  warning: vscode.DiagnosticSeverity.Warning,
  info: vscode.DiagnosticSeverity.Information,
  hint: vscode.DiagnosticSeverity.Hint,
};

export function toDiagnostic(say: Say, problem: Problem, places: FilePlaces): vscode.Diagnostic {
  const told = new vscode.Diagnostic(
    rangeOf(places, problem.place),
    problemText(formatProblem(say, problem)),
    severities[problem.severity],
  );
  told.source = diagnosticSource;
  told.code = hasPage(problem.id) ? { value: problem.id, target: places.pageOf(problem.id) } : problem.id;
  told.relatedInformation = problem.related.map(
    (one) =>
      new vscode.DiagnosticRelatedInformation(
        new vscode.Location(places.uriOf(one.place.file), rangeOf(places, one.place)),
        problemText(formatReason(say, one.text)),
      ),
  );
  return told;
}

export function rangeOf({ textOf }: Pick<FilePlaces, 'textOf'>, place: SourceRange): vscode.Range {
  const text = textOf(place.file) ?? '';
  const at = positionsIn(text);
  const { start, end } = diagnosticRange(text, place);
  const [from, to] = [at(start), at(end)];
  return new vscode.Range(from.line, from.column, to.line, to.column);
}
