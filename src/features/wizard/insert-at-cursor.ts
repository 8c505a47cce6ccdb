import * as vscode from 'vscode';
import { formOfDocument, insertCode } from '../../insert-code/insert-code';
import { sayReason, type Say } from '../../messages/say';
import { notify, pickOne, showMessage } from '../../platform/window';
import { fileNamesIn, findFiles, foldersFor, readFileText } from '../../platform/workspace-files';
import { planFileExtension } from '../../plan-file/plan-file';
import { longestPlanFile } from '../../plan-file/read-plan-file';
import { readPlanText } from '../../plan-file/read-plan-text';
import type { Plan } from '../../plans/compute-plan';
import type { WizardPlan } from './session';
import { formatDate } from '../../wording/dates';
import { formatReason } from '../../wording/reason-text';

const passedOver: ReadonlySet<string> = new Set(['node_modules', '.git', '.terraform']);
const mostJsonFiles = 2000;
const mostFiles = 50;

/** A plan to insert, with its source: the wizard, or a plan file. */
interface OfferedPlan {
  readonly from: string;
  readonly plan: Plan;
  /** Number of fixes for the code. They aren't inserted. */
  readonly n: number;
}

/**
 * Inserts the compute resource of a plan as code at the cursor, as one undo step. Doesn't replace text.
 * `ofWizard` is the wizard's plan if it's complete.
 */
export async function insertAtCursor(say: Say, ofWizard: WizardPlan | undefined): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  const form = editor && formOfDocument(editor.document.languageId, editor.document.uri.path);
  if (!form) return showMessage('info', say('insert.noForm'));
  if (!vscode.workspace.isTrusted) return showMessage('info', say('diff.untrusted'));
  const label = say(`review.form.${form}`);
  const plans = [
    ...(ofWizard ? [{ from: say('insert.ofWizard'), ...ofWizard }] : []),
    ...(await plansOfFiles()),
  ];
  const chosen = plans.length === 0 ? await offerWizard(say) : await choosePlan(say, label, plans);
  if (!chosen) return;
  const { plan, n } = chosen;
  const siblings = form === 'terraform' ? await siblingsOf(editor.document) : [];
  // Don't await anything from here on: VS Code refuses an edit if the text changes before it arrives.
  const inserted = insertCode(form, {
    plan,
    file: {
      text: editor.document.getText(),
      offset: editor.document.offsetAt(editor.selection.end),
      indent: indentOf(editor.options),
      siblings,
    },
    context: {
      writtenOn: formatDate(say, new Date().toISOString()),
      subnetPrefixes: [],
      requirements: [],
    },
    say: (key, values) => sayReason(say, { key, values }),
  });
  if (inserted.is === 'refused') return showMessage('warning', formatReason(say, inserted.because));
  await insertText(editor, inserted);
  const values = { name: plan.name, form: label, n };
  showMessage('info', say(n === 0 ? 'insert.done' : 'insert.doneWithoutFixes', values));
}

async function insertText(
  editor: vscode.TextEditor,
  { at, text }: { readonly at: number; readonly text: string },
): Promise<void> {
  const { document } = editor;
  const place = document.positionAt(at);
  if (!(await editor.edit((edit) => edit.insert(place, text)))) return;
  const first = place.translate(/^\n*/.exec(text)?.[0].length ?? 0).with({ character: 0 });
  editor.selection = new vscode.Selection(first, first);
  editor.revealRange(new vscode.Range(first, first), vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}

function indentOf({ insertSpaces, tabSize }: vscode.TextEditorOptions): string {
  return insertSpaces === false ? '\t' : ' '.repeat(Number(tabSize) || 2);
}

async function choosePlan(
  say: Say,
  form: string,
  plans: readonly OfferedPlan[],
): Promise<OfferedPlan | undefined> {
  const [first, second] = plans;
  if (first && !second) return first;
  const lines = plans.map((one) => ({ label: one.plan.name, description: one.from, one }));
  return (await pickOne(lines, { title: say('insert.choose', { form }) }))?.one;
}

async function offerWizard(say: Say): Promise<undefined> {
  const button = say('insert.openWizard');
  const text = say('insert.noPlan', { extension: planFileExtension });
  const pressed = await notify('info', { text, buttons: [button] });
  if (pressed === button) await vscode.commands.executeCommand('amlSecureCompute.wizard.open');
}

/** Reads the valid plan files of the workspace. */
async function plansOfFiles(): Promise<readonly OfferedPlan[]> {
  const all = await findFiles({ extensions: ['json'], passedOver, most: mostJsonFiles });
  const uris = all.filter(({ path }) => path.endsWith(planFileExtension));
  const plans = uris.slice(0, mostFiles).map(async (uri) => {
    const text = await readFileText(uri, { most: longestPlanFile, within: foldersFor(uri) });
    const read = text === undefined ? undefined : readPlanText(text);
    const from = vscode.workspace.asRelativePath(uri);
    return read?.is === 'plan' ? [{ from, plan: read.plan, n: 0 }] : [];
  });
  return (await Promise.all(plans)).flat();
}

/** Returns the texts of the folder's other Terraform files, which form one module. */
async function siblingsOf({ uri }: vscode.TextDocument): Promise<readonly string[]> {
  const folder = vscode.Uri.joinPath(uri, '..');
  const within = foldersFor(uri);
  const names = (await fileNamesIn(folder, within)) ?? [];
  const texts = names
    .filter((name) => name.endsWith('.tf') && !uri.path.endsWith(`/${name}`))
    .slice(0, mostFiles)
    .map((name) => readFileText(vscode.Uri.joinPath(folder, name), { most: longestPlanFile, within }));
  return (await Promise.all(texts)).filter((text) => text !== undefined);
}
