import { reason } from '../../core/reason';
import { sayReason } from '../../messages/say';
import { codeFormFault, codeForms } from '../../plans/code/code-forms';
import { formatDate } from '../../wording/dates';
import { formatReason } from '../../wording/reason-text';
import { isThere } from '../first-settings';
import { UsageError } from '../options';
import type { ExitCode, Terminal } from '../terminal';
import type { PlanValues, writtenForms } from './plan-options';
import { invalidPlanCode, statedPlan } from './stated-plan';

export interface WriteValues extends PlanValues {
  readonly to?: (typeof writtenForms)[number];
  readonly folder?: string;
}

/** Writes the plan of a plan file, or of options, as code, and never over another file. Throws `UsageError`. */
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
  const plan = await statedPlan(file, values, terminal);
  if (plan === null) return invalidPlanCode(file);
  const fault = codeFormFault(to, plan);
  if (fault) throw new UsageError(fault);
  const context = { writtenOn: formatDate(say, terminal.today), subnetPrefixes: [], requirements: [] };
  const written = codeForms[to].write(plan, context, (key, more) =>
    sayReason(say, more === undefined ? { key } : { key, values: more }),
  );
  const folder = await existingFolder(values.folder, terminal);
  const texts = new Map(written.files.map(({ name, text }) => [`${folder}${name}`, text]));
  const existing: string[] = [];
  for (const name of texts.keys()) if (await isThere(terminal, name)) existing.push(name);
  if (existing.length > 0) throw new UsageError(reason('terminal.plan.exists', { files: existing }));
  await terminal.writeFiles(texts);
  for (const name of texts.keys()) terminal.out(`${say('terminal.plan.written', { file: name })}\n`);
  for (const one of written.leftOut) terminal.error(`${formatReason(say, one)}\n`);
  return 0;
}

/** The folder with a slash at its end. Throws `UsageError` where it isn't there. */
async function existingFolder(folder: string | undefined, { namesIn }: Terminal): Promise<string> {
  if (folder === undefined || folder === '.') return '';
  const path = `${folder.replace(/(?<!\/)\/+$/, '')}/`;
  if ((await namesIn(path)) === undefined) throw new UsageError(reason('terminal.noFolder', { folder }));
  return path;
}
