import * as vscode from 'vscode';
import type { ReportedProblem } from '../../file-checks/cause-problems';
import type { UnreadPart } from '../../file-checks/missing-modules';
import type { ProblemSeverity } from '../../file-checks/problem';
import { positionsIn, diagnosticRange } from '../../file-checks/diagnostic-range';
import type { SourceRange } from '../../documents/source/source-range';
import type { Say } from '../../messages/say';
import { problemText } from '../../platform/editor-text';
import { formatReported } from '../../wording/file-cause-text';
import { formatReason } from '../../wording/reason-text';

/** Source of all diagnostics of this extension. */
export const diagnosticSource = 'Secured AML Compute';

/** Converts locations in files to those of the editor. */
export interface FilePlaces {
  uriOf(file: string): vscode.Uri;
  textOf(file: string): string | undefined;
  /** Returns the page of a cause's kind or of a check; undefined if there is none. */
  pageOf(problem: ReportedProblem): vscode.Uri | undefined;
}

const severities: Readonly<Record<ProblemSeverity, vscode.DiagnosticSeverity>> = {
  error: vscode.DiagnosticSeverity.Error,
  warning: vscode.DiagnosticSeverity.Warning,
  info: vscode.DiagnosticSeverity.Information,
  hint: vscode.DiagnosticSeverity.Hint,
};

export function toDiagnostic(say: Say, problem: ReportedProblem, places: FilePlaces): vscode.Diagnostic {
  const diagnostic = new vscode.Diagnostic(
    rangeOf(places, problem.place),
    problemText(formatReported(say, problem)),
    severities[problem.severity],
  );
  diagnostic.source = diagnosticSource;
  const target = places.pageOf(problem);
  diagnostic.code = target ? { value: problem.id, target } : problem.id;
  diagnostic.relatedInformation = problem.related.map(
    (one) =>
      new vscode.DiagnosticRelatedInformation(
        new vscode.Location(places.uriOf(one.place.file), rangeOf(places, one.place)),
        problemText(formatReason(say, one.text)),
      ),
  );
  return diagnostic;
}

/** Builds the diagnostic of a part that isn't read, so that its effect is unknown. */
export function unreadDiagnostic(
  say: Say,
  { place, because }: UnreadPart,
  places: Pick<FilePlaces, 'textOf'>,
): vscode.Diagnostic {
  const text = say('file.unread', { why: formatReason(say, because) });
  const diagnostic = new vscode.Diagnostic(
    rangeOf(places, place),
    problemText(text),
    vscode.DiagnosticSeverity.Information,
  );
  diagnostic.source = diagnosticSource;
  return diagnostic;
}

export function rangeOf({ textOf }: Pick<FilePlaces, 'textOf'>, place: SourceRange): vscode.Range {
  const text = textOf(place.file) ?? '';
  const at = positionsIn(text);
  const { start, end } = diagnosticRange(text, place);
  const [from, to] = [at(start), at(end)];
  return new vscode.Range(from.line, from.column, to.line, to.column);
}
