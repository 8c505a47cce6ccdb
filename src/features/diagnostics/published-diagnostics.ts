import * as vscode from 'vscode';
import type { DiagnosticsDeps } from './deps';
import type { AnalyzedFile } from './file-analyzer';
import { causePageUri, checkPageUri } from '../../platform/check-page';
import { isOfCause, type ReportedProblem } from '../../file-checks/cause-problems';
import { hasPage } from '../../file-checks/has-page';
import { formatReported } from '../../wording/file-cause-text';
import { problemsByFile, unreadByFile, type RootedProblem } from './analyzed-files';
import { toDiagnostic, unreadDiagnostic, type FilePlaces } from './to-diagnostic';

/** A published diagnostic, with the problem it's based on. */
export interface PublishedDiagnostic extends RootedProblem {
  readonly diagnostic: vscode.Diagnostic;
}

/** Publishes the diagnostics of all files, and looks them up. */
export interface PublishedDiagnostics extends vscode.Disposable {
  show(analyzedFiles: ReadonlyMap<string, AnalyzedFile>): void;
  of(uri: vscode.Uri): readonly PublishedDiagnostic[];
}

export function createPublishedDiagnostics({ say }: DiagnosticsDeps): PublishedDiagnostics {
  const collection = vscode.languages.createDiagnosticCollection('aml-secure-compute');
  const unread = vscode.languages.createDiagnosticCollection('aml-secure-compute.unread');
  const shown = new Map<string, readonly PublishedDiagnostic[]>();
  return {
    show(analyzedFiles) {
      const before = new Set(shown.keys());
      shown.clear();
      for (const [file, problems] of problemsByFile(analyzedFiles, (one) => formatReported(say, one))) {
        const world = analyzedFiles.get(problems[0]?.root ?? '')?.world;
        if (!world) continue;
        const uri = world.uriOf(file);
        const places: FilePlaces = { uriOf: world.uriOf, textOf: world.textOf, pageOf };
        const all = problems.map((one) => ({ ...one, diagnostic: toDiagnostic(say, one.problem, places) }));
        before.delete(uri.toString());
        shown.set(uri.toString(), all);
        collection.set(
          uri,
          all.map(({ diagnostic }) => diagnostic),
        );
      }
      showUnread(say, unread, analyzedFiles);
      for (const gone of before) collection.delete(vscode.Uri.parse(gone));
    },
    of: (uri) => shown.get(uri.toString()) ?? [],
    dispose: () => vscode.Disposable.from(collection, unread).dispose(),
  };
}

function showUnread(
  say: DiagnosticsDeps['say'],
  collection: vscode.DiagnosticCollection,
  analyzedFiles: ReadonlyMap<string, AnalyzedFile>,
): void {
  collection.clear();
  for (const [file, parts] of unreadByFile(analyzedFiles)) {
    const world = analyzedFiles.get(parts[0]?.root ?? '')?.world;
    if (!world) continue;
    collection.set(
      world.uriOf(file),
      parts.map((one) => unreadDiagnostic(say, one, world)),
    );
  }
}

function pageOf(problem: ReportedProblem): vscode.Uri | undefined {
  if (isOfCause(problem)) return causePageUri(problem.id);
  return hasPage(problem.id) ? checkPageUri(problem.id) : undefined;
}
