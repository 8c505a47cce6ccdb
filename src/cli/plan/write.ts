import { reason } from '../../core/reason';
import { sayReason } from '../../messages/say';
import { codeFormFault, codeForms } from '../../plans/code/code-forms';
import type { CodeContext, CodeFile } from '../../plans/code/code-context';
import { newTargetForms } from '../../plans/code/new-target/new-target';
import { newTargetNotes, writeNewTarget } from '../../plans/code/new-target/write-new-target';
import type { PlanSay } from '../../plans/say';
import { formatDate } from '../../wording/dates';
import { formatReason } from '../../wording/reason-text';
import { isThere } from '../first-settings';
import { UsageError } from '../options';
import type { ExitCode, Terminal } from '../terminal';
import { statedNewTarget, type NewTargetValues } from './stated-new-target';
import type { writtenForms } from './plan-options';
import { invalidPlanCode, statedPlan } from './stated-plan';

export interface WriteValues extends NewTargetValues {
  readonly to?: (typeof writtenForms)[number];
  readonly folder?: string;
  readonly new?: true;
}

/**
 * Writes the plan of a plan file, or of options, as code, without overwriting a file.
 * @throws `UsageError`
 */
export async function writePlannedCode(
  files: readonly string[],
  values: WriteValues,
  terminal: Terminal,
): Promise<ExitCode> {
  const { say } = terminal;
  const [file, second] = files;
  if (second !== undefined) throw new UsageError(reason('terminal.plan.oneFile', { file: second }));
  const { to } = values;
  if (to === undefined) throw new UsageError(reason('terminal.plan.needsForm'));
  const { new: isNew, ...stated } = values;
  if (isNew) return writeTarget(file, { ...stated, to }, terminal);
  if (values.storageAccountId !== undefined) throw new UsageError(reason('terminal.plan.storageNeedsNew'));
  const plan = await statedPlan(file, values, terminal);
  if (plan === null) return invalidPlanCode(file);
  const fault = codeFormFault(to, plan);
  if (fault) throw new UsageError(fault);
  const { context, words } = writing(terminal);
  const written = codeForms[to].write(plan, context, words);
  await writeNew(written.files, values.folder, terminal);
  for (const one of written.leftOut) terminal.error(`${formatReason(say, one)}\n`);
  return 0;
}

/**
 * Writes code that creates an attached resource, and a script that attaches it.
 * @throws `UsageError`
 */
async function writeTarget(
  file: string | undefined,
  { to, folder, ...values }: WriteValues & { readonly to: (typeof writtenForms)[number] },
  terminal: Terminal,
): Promise<ExitCode> {
  const form = newTargetForms.find((one) => one === to);
  if (!form) throw new UsageError(reason('terminal.plan.newForm', { forms: newTargetForms }));
  const target = await statedNewTarget(file, values, terminal);
  if (target === null) return invalidPlanCode(undefined);
  const { context, words } = writing(terminal);
  await writeNew(writeNewTarget(form, target, { context, say: words }), folder, terminal);
  for (const key of newTargetNotes(target.is)) terminal.error(`${words(key)}\n`);
  return 0;
}

function writing({ say, today }: Terminal): { readonly context: CodeContext; readonly words: PlanSay } {
  return {
    context: { writtenOn: formatDate(say, today), subnetPrefixes: [], requirements: [] },
    words: (key, more) => sayReason(say, more === undefined ? { key } : { key, values: more }),
  };
}

/**
 * Writes all files, or none, into an existing folder, without overwriting a file.
 * @throws `UsageError`
 */
async function writeNew(
  files: readonly CodeFile[],
  into: string | undefined,
  terminal: Terminal,
): Promise<void> {
  const folder = await existingFolder(into, terminal);
  const texts = new Map(files.map(({ name, text }) => [`${folder}${name}`, text]));
  const existing: string[] = [];
  for (const name of texts.keys()) if (await isThere(terminal, name)) existing.push(name);
  if (existing.length > 0) throw new UsageError(reason('terminal.plan.exists', { files: existing }));
  await terminal.writeFiles(texts);
  for (const name of texts.keys()) {
    terminal.out(`${terminal.say('terminal.plan.written', { file: name })}\n`);
  }
}

/**
 * Returns the folder with a trailing slash.
 * @throws `UsageError` if it doesn't exist
 */
async function existingFolder(folder: string | undefined, { namesIn }: Terminal): Promise<string> {
  if (folder === undefined || folder === '.') return '';
  const path = `${folder.replace(/(?<!\/)\/+$/, '')}/`;
  if ((await namesIn(path)) === undefined) throw new UsageError(reason('terminal.noFolder', { folder }));
  return path;
}
