import * as vscode from 'vscode';
import { problemsWithin } from '../../file-checks/cause-problems';
import type { ClosingEdits } from '../../file-checks/edits/deny-other-edits';
import { placeOfSubnet } from '../../file-checks/places';
import { sameId } from '../../core/network/find';
import type { ResourceId } from '../../core/network/model';
import type { Say } from '../../messages/say';
import { notify, showMessage } from '../../platform/window';
import { formatClosing } from '../../wording/deny-other-text';
import { formatReason } from '../../wording/reason-text';
import type { AnalyzedFile } from './file-analyzer';
import { rootsOfFile } from './analyzed-files';
import { testedFixesOf } from './tested-fixes';
import type { PublishedDiagnostic } from './published-diagnostics';
import { rangeOf } from './to-diagnostic';
import { areFilesCurrent, areAsAnalyzed, writeBlocker } from './write-blocker';
import { workspaceEdit } from './workspace-edit';

/** Not a quick fix, so that it's never applied together with fixes. */
export const denyRestKind = vscode.CodeActionKind.RefactorRewrite.append(
  'amlSecureCompute.denyOtherOutbound',
);

/** Command that asks for confirmation before it denies traffic. */
const denyOtherOutboundCommand = 'amlSecureCompute.files.denyOtherOutbound';

interface CodeActionInput {
  readonly document: vscode.TextDocument;
  readonly range: vscode.Range;
  readonly here: readonly PublishedDiagnostic[];
}

/**
 * Returns the code actions that deny other outbound traffic of each subnet at the range, found by its name or by its
 * problems.
 */
export async function denyOtherOutboundActions(
  say: Say,
  analyzedFiles: ReadonlyMap<string, AnalyzedFile>,
  requested: CodeActionInput,
): Promise<readonly vscode.CodeAction[]> {
  const roots = rootsOfFile(analyzedFiles, requested.document.uri.path);
  const all = await Promise.all(roots.map((one) => actionsOf(say, one, requested)));
  // Offer actions with the same title once, even if they come from two roots.
  return [...new Map(all.flat().map((one) => [one.title, one])).values()];
}

async function actionsOf(
  say: Say,
  analyzedFile: AnalyzedFile,
  requested: CodeActionInput,
): Promise<readonly vscode.CodeAction[]> {
  const tested = testedFixesOf(say, analyzedFile);
  const { check } = analyzedFile.analysis;
  if (!analyzedFile.world.isCurrent(requested.document.uri.path)) return [];
  const intended = check.subjects.filter((subject) => {
    const place = placeOfSubnet(check.declared, subject.subnet.id);
    const isNamed =
      place?.file === requested.document.uri.path &&
      isOnLineOf(requested.range, rangeOf(analyzedFile.world, place));
    return (
      isNamed ||
      requested.here.some(({ problem }) =>
        problemsWithin(problem).some(({ subnetId }) => subnetId === subject.subnet.id),
      )
    );
  });
  const found = await Promise.all(
    intended.map(async (subject) => {
      const one = await tested.closing(subject);
      const isOffered =
        one && areFilesCurrent(analyzedFile, one) && !(await writeBlocker(analyzedFile, one.edits));
      return isOffered ? [denyOtherOutboundAction(say, analyzedFile, one)] : [];
    }),
  );
  return found.flat();
}

function isOnLineOf(requested: vscode.Range, named: vscode.Range): boolean {
  return requested.start.line <= named.end.line && requested.end.line >= named.start.line;
}

function denyOtherOutboundAction(say: Say, { root }: AnalyzedFile, closing: ClosingEdits): vscode.CodeAction {
  const { title } = formatClosing(say, closing);
  const action = new vscode.CodeAction(title, denyRestKind);
  action.command = { title, command: denyOtherOutboundCommand, arguments: [root, closing.subnetId] };
  return action;
}

interface DenyOtherRequest {
  readonly subnetId: ResourceId;
  /** Previews the changes before they're applied. */
  readonly preview: (root: string, subnetId: ResourceId) => Promise<void>;
}

/**
 * Shows which traffic of a subnet would be denied. Writes the change if the user confirms: directly, or after a
 * preview.
 */
export async function denyRestInFile(
  say: Say,
  analyzedFile: AnalyzedFile | undefined,
  { subnetId, preview }: DenyOtherRequest,
): Promise<void> {
  const subject = analyzedFile?.analysis.check.subjects.find(({ subnet }) => sameId(subnet.id, subnetId));
  const closing = analyzedFile && subject && (await testedFixesOf(say, analyzedFile).closing(subject));
  if (!closing || !areFilesCurrent(analyzedFile, closing)) return;
  const refused = await writeBlocker(analyzedFile, closing.edits);
  if (refused) return void showMessage('error', formatReason(say, refused));
  const { heading, written, closes, notes } = formatClosing(say, closing);
  const [write, look] = [say('file.closing.write'), say('file.closing.look')];
  const detail = [...closes, ...notes, written].join('\n\n');
  const pressed = await notify('warning', { text: heading, detail, buttons: [write, look] });
  if (pressed === look) return preview(analyzedFile.root, subnetId);
  if (pressed === undefined) return;
  if (!(await areAsAnalyzed(analyzedFile, analyzedFile.requested))) {
    return void showMessage('warning', say('diff.changedMeanwhile'));
  }
  await vscode.workspace.applyEdit(workspaceEdit(analyzedFile.world, closing.edits));
}
