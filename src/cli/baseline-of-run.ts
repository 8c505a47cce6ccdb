import { readBaselineEntries } from '../contract/baseline';
import { reason } from '../core/reason';
import type { ReportInput } from './answers/report-input';
import type { SourceReport } from './answers/source-report';
import { baselineOfRun, baselineText, countEntries } from './baseline';
import { UsageError } from './options';
import type { Terminal } from './terminal';

interface Ended {
  readonly answers: readonly SourceReport[];
  /** False where a file couldn't be read. */
  readonly isWhole: boolean;
}

/** Compares a run with its baseline, or writes one. True where one is written: what was found fails nothing then. */
export async function endWithBaseline(
  terminal: Terminal,
  asked: ReportInput,
  { answers, isWhole }: Ended,
): Promise<boolean> {
  const { writeBaseline: file } = asked.options;
  reportBaseline(terminal, asked, answers);
  if (file === undefined || !isWhole) return false;
  await writeBaseline(terminal, file, answers);
  return true;
}

/** What the baseline knows, and what of it is gone. */
function reportBaseline(
  { say, error }: Terminal,
  { baseline }: ReportInput,
  answers: readonly SourceReport[],
): void {
  if (!baseline) return;
  const { known, gone } = baselineOfRun(baseline, answers);
  error(`${say('terminal.baseline.known', { n: known.length, file: baseline.file })}\n`);
  if (gone.length === 0) return;
  const option = `--write-baseline ${baseline.file}`;
  error(`${say('terminal.baseline.gone', { n: gone.length, option })}\n`);
  for (const { file, id, subnet, flows } of gone) {
    const where = [file ?? '', subnet.slice(subnet.lastIndexOf('/') + 1)].filter((one) => one !== '');
    error(`    ${[...where, id, flows.join(' ')].filter((one) => one !== '').join('  ')}\n`);
  }
}

/** Writes what was found. Throws `UsageError` where the file is something else. */
async function writeBaseline(
  terminal: Terminal,
  file: string,
  answers: readonly SourceReport[],
): Promise<void> {
  await requireOwnBaseline(terminal, file);
  const entries = answers.flatMap((one) => one.baseline);
  await terminal.writeFiles(new Map([[file, baselineText(entries)]]));
  terminal.error(`${terminal.say('terminal.baseline.written', { n: countEntries(entries), file })}\n`);
}

/** Throws `UsageError` where a baseline would replace a file that is something else. */
export async function requireOwnBaseline(
  { readFile }: Pick<Terminal, 'readFile'>,
  file: string,
): Promise<void> {
  const before = await readFile(file).catch(() => undefined);
  if (before && readBaselineEntries(before.text) === undefined) {
    throw new UsageError(reason('terminal.baseline.other', { file }));
  }
}
