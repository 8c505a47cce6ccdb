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
  /** Resolves when diagnostics are published the next time, when the request is canceled, or after a second. */
  next(canceled: vscode.CancellationToken): Promise<void>;
}

/** Maximum milliseconds to wait. A check that was canceled doesn't publish anything. */
const longestWait = 1000;

export function createPublishedDiagnostics({ say }: DiagnosticsDeps): PublishedDiagnostics {
  const collection = vscode.languages.createDiagnosticCollection('aml-secure-compute');
  const unread = vscode.languages.createDiagnosticCollection('aml-secure-compute.unread');
  const shown = new Map<string, readonly PublishedDiagnostic[]>();
  const published = new vscode.EventEmitter<void>();
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
      published.fire();
    },
    of: (uri) => shown.get(uri.toString()) ?? [],
    next: (canceled) => waitFor(published.event, canceled),
    dispose: () => vscode.Disposable.from(collection, unread, published).dispose(),
  };
}

/** Resolves when an event fires, when the request is canceled, or after the maximum wait. */
async function waitFor(event: vscode.Event<void>, canceled: vscode.CancellationToken): Promise<void> {
  let end = (): void => undefined;
  await new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, longestWait);
    const parts = [event(() => resolve()), canceled.onCancellationRequested(() => resolve())];
    end = () => {
      clearTimeout(timer);
      vscode.Disposable.from(...parts).dispose();
    };
  });
  end();
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
