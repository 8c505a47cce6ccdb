import * as vscode from 'vscode';
import type { PreviewRequest } from '../../contract/changes-preview';
import { reason, type Reason } from '../../core/reason';
import { needsPreview, isPreferable } from '../../file-checks/edits/needs-preview';
import { reasonWithoutFix, type FixAttempt, type TestedEdits } from '../../file-checks/edits/tested-edits';
import { quickFixBudget } from '../../file-checks/work-budget';
import { hasPage } from '../../file-checks/has-page';
import { isChoice } from '../../file-checks/problem';
import { problemKey } from '../../file-checks/problem-key';
import type { Say } from '../../messages/say';
import { withAffected, formatFixTitle } from '../../wording/fix-title';
import { checkName } from '../../wording/check-name';
import { formatReason } from '../../wording/reason-text';
import { closeRestActions, denyRestKind } from './deny-other-outbound';
import type { DiagnosticsDeps } from './deps';
import type { AnalyzedFile } from './file-analyzer';
import type { ExistingResources } from './existing/existing-resources';
import { readActions } from './existing/read-actions';
import { ignoreAction } from './ignore-action';
import { previewCommand } from './preview/preview-command';
import { otherRootsOf } from './preview/preview-state';
import { testedFixesOf } from './tested-fixes';
import type { PublishedDiagnostic, PublishedDiagnostics } from './published-diagnostics';
import { writeBlocker } from './write-blocker';
import { workspaceEdit } from './workspace-edit';

interface FixSource {
  readonly existing: Pick<ExistingResources, 'permission'>;
  readonly shown: PublishedDiagnostics;
  readonly analyzedFiles: ReadonlyMap<string, AnalyzedFile>;
}

/** The command that opens the page of a check. */
const explainCommand = 'amlSecureCompute.files.explain';

/** Quick fixes of what is shown, each proven before it is offered, and written where the resource is declared. */
export function createQuickFixes(
  deps: DiagnosticsDeps,
  { shown, analyzedFiles, existing }: FixSource,
): vscode.CodeActionProvider {
  return {
    async provideCodeActions(document, range, context) {
      const here = gravestAt(shown.of(document.uri), range, context);
      const wants = (kind: vscode.CodeActionKind): boolean => context.only?.contains(kind) ?? true;
      return [
        ...(wants(vscode.CodeActionKind.QuickFix)
          ? [
              ...readActions(deps.say, { analyzedFiles, existing }, here),
              ...(await quickFixesAt(deps, analyzedFiles, { document, here })),
            ]
          : []),
        ...(wants(denyRestKind)
          ? await closeRestActions(deps.say, analyzedFiles, { document, range, here })
          : []),
      ];
    },
  };
}

interface Asked {
  readonly document: vscode.TextDocument;
  readonly here: readonly PublishedDiagnostic[];
}

async function quickFixesAt(
  deps: DiagnosticsDeps,
  analyzedFiles: ReadonlyMap<string, AnalyzedFile>,
  { document, here }: Asked,
): Promise<readonly vscode.CodeAction[]> {
  const asked = here.slice(0, mostAtOnce);
  const [untested] = here.slice(mostAtOnce);
  const [first] = asked;
  const analyzedFile = first && analyzedFiles.get(first.root);
  // Somebody typed on: what was found has other places by now, and is looked for anew.
  if (!analyzedFile?.world.isCurrent(document.uri.path)) return [];
  const told = asked.slice(0, mostWords);
  const refused = await writeBlocker(analyzedFile, [{ file: document.uri.path }]);
  return [
    ...(await fixesOf({ deps, analyzedFile, analyzedFiles }, asked)),
    ...(untested ? [refusedAction(deps, untested.diagnostic, reason('file.fix.notTested'))] : []),
    ...told.filter(({ problem }) => hasPage(problem.id)).map((one) => explainAction(deps.say, one)),
    ...(refused ? [] : told).flatMap(
      (one) => ignoreAction(deps.say, analyzedFile, { document, told: one }) ?? [],
    ),
  ];
}

/** Where a whole list is at fault, its most severe problems are offered; the rest after them. */
const mostAtOnce = 8;
const mostWords = 2;

/** Problems at a place that are asked about, the most severe first: the Problems view asks of one alone. */
function gravestAt(
  all: readonly PublishedDiagnostic[],
  range: vscode.Range,
  { diagnostics }: vscode.CodeActionContext,
): readonly PublishedDiagnostic[] {
  const asked = new Set(diagnostics.map(({ message }) => message));
  const here = all.filter(({ diagnostic }) => diagnostic.range.intersection(range) !== undefined);
  const named = here.filter(({ diagnostic }) => asked.has(diagnostic.message));
  return [...(named.length > 0 ? named : here)].sort((a, b) => a.diagnostic.severity - b.diagnostic.severity);
}

/** What fixes of one root are offered with. */
interface FixContext {
  readonly deps: DiagnosticsDeps;
  readonly analyzedFile: AnalyzedFile;
  readonly analyzedFiles: ReadonlyMap<string, AnalyzedFile>;
}

/** Fixes of problems by their own, and the one of everything that is open in the subnet of the first. */
async function fixesOf(
  context: FixContext,
  asked: readonly PublishedDiagnostic[],
): Promise<readonly vscode.CodeAction[]> {
  const { deps, analyzedFile } = context;
  const fixes = testedFixesOf(deps.say, analyzedFile);
  const actions: vscode.CodeAction[] = [];
  const budget = quickFixBudget(analyzedFile.examined.check.subjects.length);
  for (const { problem, diagnostic } of asked.filter(({ root }) => root === analyzedFile.root)) {
    if (budget.isSpent) {
      actions.push(refusedAction(deps, diagnostic, reason('file.fix.notTested')));
      continue;
    }
    const attempts = await fixes.one(problem);
    budget.spend(attempts.length);
    actions.push(...(await actionsOf(context, { problem, diagnostic, attempts })));
  }
  const [first] = asked;
  const all = first && !budget.isSpent && (await fixes.all(first.problem));
  if (!all || !isCurrent(analyzedFile, all) || (await writeBlocker(analyzedFile, all.edits))) return actions;
  const title = withAffected(deps.say, deps.say('file.title.all', { n: all.fixed }), all);
  const uri = analyzedFile.world.uriOf(first.problem.place.file).toString();
  return [...actions, fixAction(context, { written: all, title, isMany: true, preview: { uri } })];
}

interface Attempted extends Pick<PublishedDiagnostic, 'problem' | 'diagnostic'> {
  readonly attempts: readonly FixAttempt[];
}

/** The fixes of one problem that are proven; where there is none, why not. */
async function actionsOf(
  context: FixContext,
  { problem, diagnostic, attempts }: Attempted,
): Promise<readonly vscode.CodeAction[]> {
  const { deps, analyzedFile } = context;
  const current = attempts.filter((one) => one.is === 'proven').filter((one) => isCurrent(analyzedFile, one));
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
  /** The one that changes least, where that is no choice, removes and bills nothing, and changes no other subnet or template. */
  readonly isFirst: boolean;
  readonly preview: PreviewRequest;
}

function problemAction(
  context: FixContext,
  { written, diagnostic, isFirst, preview }: Written,
): vscode.CodeAction {
  const title = formatFixTitle(context.deps.say, written);
  const action = fixAction(context, { written, title, isMany: false, preview });
  action.diagnostics = [diagnostic];
  action.isPreferred = isFirst;
  return action;
}

/** A fix that is known and has no place in the files: VS Code shows it faded, with its reason. */
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

function isCurrent({ world }: AnalyzedFile, { edits }: TestedEdits): boolean {
  return edits.every(({ file }) => world.isCurrent(file));
}

interface Titled {
  readonly written: TestedEdits;
  readonly title: string;
  readonly isMany: boolean;
  /** What is previewed where it's looked at first. */
  readonly preview: PreviewRequest;
}

/** What changes more than its title can say is looked at before it is made. */
function fixAction(context: FixContext, titled: Titled): vscode.CodeAction {
  const { say } = context.deps;
  const { written, isMany, preview } = titled;
  const users = otherUsers(context, written);
  const title = users.length > 0 ? say('file.title.shared', { title: titled.title, users }) : titled.title;
  const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
  if (users.length > 0 || needsPreview(written, isMany)) {
    action.command = previewCommand(title, { ...preview, root: context.analyzedFile.root });
  } else action.edit = workspaceEdit(context.analyzedFile.world, written.edits);
  return action;
}

function otherUsers({ analyzedFile, analyzedFiles }: FixContext, { edits }: TestedEdits): readonly string[] {
  return otherRootsOf(
    analyzedFiles,
    analyzedFile,
    edits.map(({ file }) => file),
  );
}

function explainAction(say: Say, { problem, diagnostic, root }: PublishedDiagnostic): vscode.CodeAction {
  const title = say('file.title.explain', { name: checkName(say, problem.id) });
  const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
  action.diagnostics = [diagnostic];
  action.command = { title, command: explainCommand, arguments: [problem.id, root, problemKey(problem)] };
  return action;
}
