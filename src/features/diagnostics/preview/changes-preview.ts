import * as vscode from 'vscode';
import { decodePreviewRequest, type PreviewRequest } from '../../../contract/changes-preview';
import { nameOf, sameId } from '../../../core/network/find';
import type { ResourceId } from '../../../core/network/model';
import { closable } from '../../../file-checks/edits/deny-other-edits';
import {
  previewChanges,
  previewDenyOther,
  type PreviewedChanges,
} from '../../../file-checks/edits/preview-changes';
import type { Cause } from '../../../core/cause';
import type { Say } from '../../../messages/say';
import { showMessage } from '../../../platform/window';
import { formatFixTitle } from '../../../wording/fix-title';
import { hasDiagnostics, rootsOfFile } from '../analyzed-files';
import type { DiagnosticsDeps } from '../deps';
import type { AnalyzedFile, FileAnalyzer } from '../file-analyzer';
import { fixTestInput } from '../tested-fixes';
import { closeLeftDiffs } from './diff-editor';
import { isOfFlows } from './preview-test-text';
import { PreviewSession, type PreviewSource } from './preview-session';
import type { TestedPreview } from './preview-state';
import { isOfCause, reportedKey } from '../../../file-checks/cause-problems';
import type { Problem } from '../../../file-checks/problem';
import { problemKey } from '../../../file-checks/problem-key';

/** Previews of file changes, one at a time. */
export interface ChangesPreviews extends vscode.Disposable {
  /** Previews the requested fixes: of a cause, a single problem, or a whole file. */
  preview(raw: unknown): Promise<void>;
  /** Previews the change that denies other outbound traffic of a subnet. */
  previewDenyOther(root: string, subnetId: ResourceId): Promise<void>;
  /** Called after files were checked again. */
  show(): void;
}

export function createChangesPreviews(deps: DiagnosticsDeps, analyses: FileAnalyzer): ChangesPreviews {
  const { say } = deps;
  const { analyzedFiles } = analyses;
  let session: PreviewSession | undefined;
  void closeLeftDiffs(say);

  async function open(source: PreviewSource): Promise<void> {
    const analyzedFile = analyzedFiles.get(source.root);
    const tested = analyzedFile && (await source.test(analyzedFile));
    if (!tested) return showMessage('info', say('diff.nothing'));
    await session?.close();
    const own = new PreviewSession(
      { ...deps, analyzedFiles, onClose: () => void (session = session === own ? undefined : session) },
      source,
      { ...tested, analyzedFile, changed: [] },
    );
    session = own;
    await own.open();
  }

  return {
    async preview(raw) {
      const request = decodePreviewRequest(raw);
      const uri = request && uriOf(request);
      if (!request || !uri) return;
      const root = await rootOf(analyses, uri, request);
      if (root === undefined) return showMessage('info', say('diff.nothing'));
      await open(fixSource(say, { root, file: uri.path, request }));
    },
    previewDenyOther: (root, subnetId) => open(closingSource(say, root, subnetId)),
    show: () => void session?.checkedAgain(),
    dispose: () => void session?.close(),
  };
}

function uriOf({ uri }: PreviewRequest): vscode.Uri | undefined {
  return uri === undefined ? vscode.window.activeTextEditor?.document.uri : vscode.Uri.parse(uri);
}

/** Returns the template that a file is checked with, after a new check. */
async function rootOf(
  analyses: FileAnalyzer,
  uri: vscode.Uri,
  { root: requestedRoot }: PreviewRequest,
): Promise<string | undefined> {
  const { analyzedFiles } = analyses;
  const roots = rootsOfFile(analyzedFiles, uri.path);
  for (const { root, world } of roots) await analyses.now(world.uriOf(root));
  if (roots.length === 0) await analyses.now(uri);
  if (requestedRoot !== undefined && analyzedFiles.has(requestedRoot)) return requestedRoot;
  return rootsOfFile(analyzedFiles, uri.path).find(hasDiagnostics)?.root;
}

interface FilePreviewInput {
  readonly root: string;
  readonly file: string;
  readonly request: PreviewRequest;
}

function fixSource(say: Say, { root, file, request }: FilePreviewInput): PreviewSource {
  return {
    root,
    file,
    async test(analyzedFile) {
      const { problems, cause } = requestedProblems(analyzedFile, file, request);
      if (problems.length === 0) return undefined;
      const ask = { problems, attempt: request.attempt };
      const changes = await previewChanges(fixTestInput(say, analyzedFile), ask);
      return changes && { changes, ...titlesOf(say, changes, { file, cause, request }) };
    },
  };
}

function titlesOf(
  say: Say,
  changes: PreviewedChanges,
  {
    file,
    cause,
    request,
  }: Pick<FilePreviewInput, 'file' | 'request'> & { readonly cause: Cause | undefined },
): Pick<TestedPreview, 'title' | 'tab'> {
  // All that can be fixed, whether it's selected at first or costs something.
  const fixable = changes.choices.filter((one) => one.isFixable).map(({ key }) => key);
  const n = fixable.length;
  const name = nameOf(file);
  const areFlows = isOfFlows({ ...changes, chosen: new Set(fixable) });
  const count = say(areFlows ? 'diff.title.flows' : 'diff.title.checks', { n });
  const tab = say(areFlows ? 'diff.tab' : 'diff.tabChecks', { file: name, n: Math.max(1, n) });
  return { title: titleOf(say, changes, { n, count, name, cause, request }), tab };
}

interface Titled {
  readonly n: number;
  /** The title without a name: “Fix 8 flows”. */
  readonly count: string;
  readonly name: string;
  readonly cause: Cause | undefined;
  readonly request: PreviewRequest;
}

function titleOf(say: Say, changes: PreviewedChanges, titled: Titled): string {
  const { n, count, name, cause, request } = titled;
  const [made] = changes.applied;
  const [first] = changes.choices;
  const only = made ?? first?.apart;
  if (changes.choices.length === 1 && only) return formatFixTitle(say, only);
  if (cause?.by && cause.kind !== 'reply-route') {
    return say('diff.title.blocked', { n, name: cause.by.name });
  }
  const isPart = cause !== undefined || request.ids !== undefined;
  return isPart ? count : say('diff.title.file', { file: name });
}

function closingSource(say: Say, root: string, subnetId: ResourceId): PreviewSource {
  return {
    root,
    file: root,
    async test(analyzedFile: AnalyzedFile) {
      const { check } = analyzedFile.analysis;
      const subject = check.subjects.find(({ subnet }) => sameId(subnet.id, subnetId));
      const changes = subject && (await previewDenyOther(fixTestInput(say, analyzedFile), subject));
      if (!changes) return undefined;
      const n = closable(subject).length;
      const title = say('file.closing.title', { subnet: subject.subnet.name, n });
      return { changes, title, tab: say('diff.tabOther', { file: nameOf(root) }) };
    },
  };
}

/** The problems that a preview is about. */
interface RequestedProblems {
  readonly problems: readonly Problem[];
  /** The cause, if the preview is about one. */
  readonly cause: Cause | undefined;
}

/**
 * Returns the requested problems as they're currently reported: a single one, those of a cause or of some checks, or
 * all of the file. Hints are included only on request by key.
 */
function requestedProblems(
  { problems, reported, root }: Pick<AnalyzedFile, 'problems' | 'reported' | 'root'>,
  file: string,
  { ids, cause: key, problem }: PreviewRequest,
): RequestedProblems {
  if (problem !== undefined) {
    return { problems: problems.filter((one) => problemKey(one) === problem), cause: undefined };
  }
  if (key !== undefined) {
    const found = reported.filter(isOfCause).find((one) => reportedKey(one) === key);
    return { problems: found?.flows ?? [], cause: found?.cause };
  }
  const open = problems.filter(({ severity }) => severity !== 'hint');
  const here = file === root ? open : open.filter(({ place }) => place.file === file);
  return { problems: ids ? here.filter(({ id }) => ids.includes(id)) : here, cause: undefined };
}
