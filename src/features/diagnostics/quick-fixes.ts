import * as vscode from 'vscode';
import type { PreviewRequest } from '../../contract/changes-preview';
import { reason, type Reason } from '../../core/reason';
import { isOfCause, problemsWithin, type CauseProblem, reportedKey } from '../../file-checks/cause-problems';
import { needsPreview, isPreferable } from '../../file-checks/edits/needs-preview';
import type { FixAttempt, TestedEdits } from '../../file-checks/edits/fix-attempt';
import { reasonWithoutFix } from '../../file-checks/edits/tested-edits';
import { quickFixBudget, type FixBudget } from '../../file-checks/work-budget';
import { isChoice, type Problem } from '../../file-checks/problem';
import { problemKey } from '../../file-checks/problem-key';
import { formatFixTitle } from '../../wording/fix-title';
import { formatReason } from '../../wording/reason-text';
import { denyOtherOutboundActions, denyRestKind } from './deny-other-outbound';
import type { DiagnosticsDeps } from './deps';
import { rootsOfFile } from './analyzed-files';
import { isTerraformRoot, type AnalyzedFile, type FileAnalyzer } from './file-analyzer';
import type { ExistingResources } from './existing/existing-resources';
import { readActions } from './existing/read-actions';
import { explainAction, moreActionsKind, suppressAction } from './more-actions';
import { previewCommand } from './preview/preview-command';
import { otherRootsOf } from './preview/preview-state';
import { requestAction } from './request-of-cause';
import { testedFixesOf } from './tested-fixes';
import type { PublishedDiagnostic, PublishedDiagnostics } from './published-diagnostics';
import { areFilesCurrent, writeBlocker } from './write-blocker';
import { workspaceEdit } from './workspace-edit';
import type { PreviewedChanges } from '../../file-checks/edits/preview-changes';
import { formatCauseFix } from '../../wording/cause-action-text';
import { previewedEdits } from './preview/apply-preview';

interface FixSource {
  readonly existing: Pick<ExistingResources, 'permission'>;
  readonly shown: PublishedDiagnostics;
  readonly analyses: Pick<FileAnalyzer, 'analyzedFiles' | 'isPending'>;
}

/**
 * Provides quick fixes. Each is tested before it's offered, and changes the file that declares the resource.
 * For a cause: the complete fix first, then its preview, then fixes of single flows.
 */
export function createQuickFixes(
  deps: DiagnosticsDeps,
  { shown, analyses, existing }: FixSource,
): vscode.CodeActionProvider {
  const { analyzedFiles } = analyses;
  return {
    async provideCodeActions(document, range, ...[context, canceled]) {
      await untilChecked({ shown, analyses }, document, canceled);
      const here = mostSevereAt(shown.of(document.uri), range, context);
      const isReadable = ({ root }: PublishedDiagnostic): boolean => !isOfTerraformRoot(analyzedFiles, root);
      const isRequestedKind = (kind: vscode.CodeActionKind): boolean => context.only?.contains(kind) ?? true;
      const requested = { document, here };
      return [
        ...(isRequestedKind(vscode.CodeActionKind.QuickFix)
          ? [
              ...readActions(deps.say, { analyzedFiles, existing }, here.filter(isReadable)),
              ...(await quickFixesAt(deps, analyzedFiles, { document, here })),
            ]
          : []),
        ...(isRequestedKind(moreActionsKind) ? await moreActionsAt(deps, analyzedFiles, requested) : []),
        ...(isRequestedKind(denyRestKind)
          ? await denyOtherOutboundActions(deps.say, analyzedFiles, { document, range, here })
          : []),
      ];
    },
  };
}

/**
 * Waits while a file is being checked, for the first time or again. The Problems view keeps the actions that it gets,
 * so it must not get an empty list. Typing cancels the request.
 */
async function untilChecked(
  { shown, analyses }: Pick<FixSource, 'shown' | 'analyses'>,
  { uri: { path } }: vscode.TextDocument,
  canceled: vscode.CancellationToken,
): Promise<void> {
  const isPending = (): boolean =>
    [path, ...rootsOfFile(analyses.analyzedFiles, path).map(({ root }) => root)].some(analyses.isPending);
  while (!canceled.isCancellationRequested && isPending()) await shown.next(canceled);
}

function isOfTerraformRoot(analyzedFiles: ReadonlyMap<string, AnalyzedFile>, root: string): boolean {
  const analyzedFile = analyzedFiles.get(root);
  return analyzedFile !== undefined && isTerraformRoot(analyzedFile);
}

interface CodeActionInput {
  readonly document: vscode.TextDocument;
  readonly here: readonly PublishedDiagnostic[];
}

/** Returns the root of the requested problems; undefined if the text has changed, because it's being checked again. */
function currentRoot(
  analyzedFiles: ReadonlyMap<string, AnalyzedFile>,
  { document, here: [first] }: CodeActionInput,
): AnalyzedFile | undefined {
  const analyzedFile = first && analyzedFiles.get(first.root);
  return analyzedFile?.world.isCurrent(document.uri.path) === true ? analyzedFile : undefined;
}

async function quickFixesAt(
  deps: DiagnosticsDeps,
  analyzedFiles: ReadonlyMap<string, AnalyzedFile>,
  requested: CodeActionInput,
): Promise<readonly vscode.CodeAction[]> {
  const analyzedFile = currentRoot(analyzedFiles, requested);
  if (!analyzedFile) return [];
  const [untested] = requested.here.slice(mostAtOnce);
  return [
    ...(await fixesOf({ deps, analyzedFile, analyzedFiles }, requested.here.slice(0, mostAtOnce))),
    ...(untested ? [refusedAction(deps, untested.diagnostic, reason('file.fix.notTested'))] : []),
  ];
}

async function moreActionsAt(
  { say }: DiagnosticsDeps,
  analyzedFiles: ReadonlyMap<string, AnalyzedFile>,
  requested: CodeActionInput,
): Promise<readonly vscode.CodeAction[]> {
  const { document, here } = requested;
  const analyzedFile = currentRoot(analyzedFiles, requested);
  if (!analyzedFile) return [];
  const refused = await writeBlocker(analyzedFile, [{ file: document.uri.path }]);
  const its = here.slice(0, mostWords);
  return [
    ...its.flatMap((one) => explainAction(say, one) ?? []),
    ...(refused ? [] : its).flatMap(
      (one) => suppressAction(say, analyzedFile, { document, reported: one }) ?? [],
    ),
  ];
}

/**
 * Maximum number of problems with tested fixes at one location, such as a whole list. The most severe ones come first.
 */
const mostAtOnce = 8;
const mostWords = 2;
/** Maximum number of single fixes of a cause. */
const mostSingle = 4;

/** Returns the requested problems at a range, the most severe first. The Problems view requests a single one. */
function mostSevereAt(
  all: readonly PublishedDiagnostic[],
  range: vscode.Range,
  { diagnostics }: vscode.CodeActionContext,
): readonly PublishedDiagnostic[] {
  const requested = new Set(diagnostics.map(({ message }) => message));
  const here = all.filter(({ diagnostic }) => diagnostic.range.intersection(range) !== undefined);
  const named = here.filter(({ diagnostic }) => requested.has(diagnostic.message));
  return [...(named.length > 0 ? named : here)].sort((a, b) => a.diagnostic.severity - b.diagnostic.severity);
}

/** Returns the fixes of the problems at one location, the most severe first. */
async function fixesOf(
  context: QuickFixContext,
  requested: readonly PublishedDiagnostic[],
): Promise<readonly vscode.CodeAction[]> {
  const { deps, analyzedFile } = context;
  const actions: vscode.CodeAction[] = [];
  const budget = quickFixBudget(analyzedFile.analysis.check.subjects.length);
  for (const one of requested.filter(({ root }) => root === analyzedFile.root)) {
    if (budget.isSpent) actions.push(refusedAction(deps, one.diagnostic, reason('file.fix.notTested')));
    else actions.push(...(await fixesOfOne(context, one, budget)));
  }
  return actions;
}

/** Returns the fixes of a reported problem. A cause with several flows is fixed as a whole. */
async function fixesOfOne(
  context: QuickFixContext,
  { problem, diagnostic }: PublishedDiagnostic,
  budget: FixBudget,
): Promise<readonly vscode.CodeAction[]> {
  const fixes = testedFixesOf(context.deps.say, context.analyzedFile);
  const [alone, ...others] = problemsWithin(problem);
  budget.spend(others.length + 1);
  if (!isOfCause(problem)) {
    return actionsOf(context, { problem: alone, diagnostic, attempts: await fixes.one(alone) });
  }
  const preview = previewAction(context, problem, diagnostic);
  if (others.length === 0) {
    const attempts = await fixes.one(alone);
    const own = await actionsOf(context, { problem: alone, diagnostic, attempts });
    if (attempts.some((one) => one.is === 'tested')) return [...own, preview];
    return noFixActions(context, { problem, diagnostic });
  }
  const changes = await fixes.cause(problem);
  if (changes?.choices.some(({ isFixable }) => isFixable) !== true) {
    return noFixActions(context, { problem, diagnostic });
  }
  const completeFix = await completeFixOf(context, problem, changes);
  if (completeFix) completeFix.diagnostics = [diagnostic];
  const single = await singleActions(context, { problem, diagnostic }, budget);
  return [...(completeFix ? [completeFix] : []), preview, ...single];
}

/** Returns the actions if no fix can be written: a request to the owners of the network, or the reason. */
async function noFixActions(
  { deps, analyzedFile }: QuickFixContext,
  { problem, diagnostic }: { readonly problem: CauseProblem; readonly diagnostic: vscode.Diagnostic },
): Promise<readonly vscode.CodeAction[]> {
  if (problem.cause.flows > 0) return [requestAction(deps.say, analyzedFile, { problem, diagnostic })];
  const because = reasonWithoutFix(await testedFixesOf(deps.say, analyzedFile).one(problem.flows[0]));
  return because ? [refusedAction(deps, diagnostic, because)] : [];
}

function previewAction(
  { deps: { say }, analyzedFile }: QuickFixContext,
  problem: CauseProblem,
  diagnostic: vscode.Diagnostic,
): vscode.CodeAction {
  const title = say('file.title.preview');
  const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
  action.diagnostics = [diagnostic];
  action.command = previewCommand(title, causePreview(analyzedFile, problem));
  return action;
}

/** Returns the fix of each flow that fails with an error, once for all subnets. */
async function singleActions(
  context: QuickFixContext,
  { problem, diagnostic }: { readonly problem: CauseProblem; readonly diagnostic: vscode.Diagnostic },
  budget: FixBudget,
): Promise<readonly vscode.CodeAction[]> {
  const errors = problem.flows.filter(({ severity }) => severity === 'error');
  const once = [...new Map([...errors].reverse().map((one) => [one.id, one])).values()].reverse();
  const fixes = testedFixesOf(context.deps.say, context.analyzedFile);
  const actions: vscode.CodeAction[] = [];
  for (const flow of once.slice(0, mostSingle)) {
    if (budget.isSpent) break;
    const attempts = await fixes.one(flow);
    budget.spend(attempts.length);
    const [first] = await actionsOf(context, { problem: flow, diagnostic, attempts });
    if (!first || first.disabled) continue;
    first.isPreferred = false;
    actions.push(first);
  }
  return actions;
}

interface Attempted extends Pick<PublishedDiagnostic, 'diagnostic'> {
  readonly problem: Problem;
  readonly attempts: readonly FixAttempt[];
}

/** Returns the tested fixes of a problem; if there are none, the reason. */
async function actionsOf(
  context: QuickFixContext,
  { problem, diagnostic, attempts }: Attempted,
): Promise<readonly vscode.CodeAction[]> {
  const { deps, analyzedFile } = context;
  const current = attempts
    .filter((one) => one.is === 'tested')
    .filter((one) => areFilesCurrent(analyzedFile, one));
  const refused = await writeBlocker(
    analyzedFile,
    current.flatMap(({ edits }) => edits),
  );
  const written = refused ? [] : current;
  const because = refused ?? (written.length === 0 && reasonWithoutFix(attempts));
  return [
    ...written.map((one, index) =>
      problemAction(context, {
        written: one,
        diagnostic,
        isFirst:
          index === 0 && !isChoice(problem) && isPreferable(one) && otherUsers(context, one).length === 0,
        preview: {
          uri: analyzedFile.world.uriOf(problem.place.file).toString(),
          problem: problemKey(problem),
          attempt: attempts.indexOf(one),
        },
      }),
    ),
    ...(because ? [refusedAction(deps, diagnostic, because)] : []),
  ];
}

interface Written {
  readonly written: TestedEdits;
  readonly diagnostic: vscode.Diagnostic;
  /**
   * True for the first fix if it isn't a choice, doesn't remove or bill anything, and doesn't affect other subnets or
   * templates.
   */
  readonly isFirst: boolean;
  readonly preview: PreviewRequest;
}

function problemAction(
  context: QuickFixContext,
  { written, diagnostic, isFirst, preview }: Written,
): vscode.CodeAction {
  const title = formatFixTitle(context.deps.say, written);
  const action = fixAction(context, { written, title, preview });
  action.diagnostics = [diagnostic];
  action.isPreferred = isFirst;
  return action;
}

/** Returns a disabled action with the reason why a fix can't be written. */
function refusedAction(
  { say }: DiagnosticsDeps,
  diagnostic: vscode.Diagnostic,
  because: Reason,
): vscode.CodeAction {
  const action = new vscode.CodeAction(say('file.title.refused'), vscode.CodeActionKind.QuickFix);
  action.diagnostics = [diagnostic];
  action.disabled = { reason: formatReason(say, because) };
  return action;
}

interface Titled {
  readonly written: TestedEdits;
  readonly title: string;
  /** The request for a preview, if a preview is required. */
  readonly preview: PreviewRequest;
}

/** Returns the code action of a fix. If it changes more than its title can describe, it opens a preview first. */
function fixAction(context: QuickFixContext, titled: Titled): vscode.CodeAction {
  const { say } = context.deps;
  const { written, preview } = titled;
  const users = otherUsers(context, written);
  const title = users.length > 0 ? say('file.title.shared', { title: titled.title, users }) : titled.title;
  const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
  if (users.length > 0 || needsPreview(written)) {
    action.command = previewCommand(title, { ...preview, root: context.analyzedFile.root });
  } else action.edit = workspaceEdit(context.analyzedFile.world, written.edits);
  return action;
}

function otherUsers(
  { analyzedFile, analyzedFiles }: QuickFixContext,
  { edits }: TestedEdits,
): readonly string[] {
  return otherRootsOf(
    analyzedFiles,
    analyzedFile,
    edits.map(({ file }) => file),
  );
}

/** Context for the fixes of one root. */
interface QuickFixContext {
  readonly deps: DiagnosticsDeps;
  readonly analyzedFile: AnalyzedFile;
  readonly analyzedFiles: ReadonlyMap<string, AnalyzedFile>;
}

/** Returns the request for a preview of all fixes of a cause. */
function causePreview({ root, world }: AnalyzedFile, problem: CauseProblem): PreviewRequest {
  return { uri: world.uriOf(problem.place.file).toString(), root, cause: reportedKey(problem) };
}

/**
 * Returns the complete fix of a cause, which is applied directly. Never includes changes that cost or remove something.
 * Undefined if a flow stays blocked, something else gets worse, or another template uses the files: such fixes are
 * previewed.
 */
async function completeFixOf(
  { deps: { say }, analyzedFile, analyzedFiles }: QuickFixContext,
  { cause }: CauseProblem,
  changes: PreviewedChanges,
): Promise<vscode.CodeAction | undefined> {
  const { applied, chosen, choices, fails, worse } = changes;
  const [first] = applied;
  const isSafe = applied.every((one) => isPreferable(one) && one.fix.effect !== 'closes');
  if (!first || !isSafe || fails.length > 0 || worse.length > 0) return undefined;
  const files = [...changes.texts.keys()];
  const edits = previewedEdits({ analyzedFile, changes });
  const isCurrent = files.every((file) => analyzedFile.world.isCurrent(file));
  const isShared = otherRootsOf(analyzedFiles, analyzedFile, files).length > 0;
  if (!isCurrent || isShared || (await writeBlocker(analyzedFile, edits))) return undefined;
  const ids = choices.filter(({ key }) => chosen.has(key)).map(({ problem: { id } }) => id);
  const title = formatCauseFix(say, cause, { n: new Set(ids).size, change: formatFixTitle(say, first) });
  const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
  action.edit = workspaceEdit(analyzedFile.world, edits);
  action.isPreferred = true;
  return action;
}
