import { readBaselineEntries } from '../contract/baseline';
import { reason } from '../core/reason';
import type { ReportInput } from './source-reports/report-input';
import type { SourceReport } from './source-reports/source-report';
import { baselineOfRun, baselineText, countEntries } from './baseline';
import { UsageError } from './options';
import type { Terminal } from './terminal';

interface Ended {
  readonly reports: readonly SourceReport[];
  /** False if a file couldn't be read. */
  readonly isComplete: boolean;
}

/**
 * Compares a run with its baseline, or writes a baseline. Returns true if it is written, in which case no result fails
 * the run.
 */
export async function endWithBaseline(
  terminal: Terminal,
  reportInput: ReportInput,
  { reports, isComplete }: Ended,
): Promise<boolean> {
  const { writeBaseline: file } = reportInput.options;
  reportBaseline(terminal, reportInput, reports);
  if (file === undefined || !isComplete) return false;
  await writeBaseline(terminal, file, reports);
  return true;
}

/** Reports the number of known problems, and the entries that are gone. */
function reportBaseline(
  { say, error }: Terminal,
  { baseline }: ReportInput,
  reports: readonly SourceReport[],
): void {
  if (!baseline) return;
  const { known, gone } = baselineOfRun(baseline, reports);
  error(`${say('terminal.baseline.known', { n: known.length, file: baseline.file })}\n`);
  if (gone.length === 0) return;
  const option = `--write-baseline ${baseline.file}`;
  error(`${say('terminal.baseline.gone', { n: gone.length, option })}\n`);
  for (const { file, id, subnet, flows } of gone) {
    const where = [file ?? '', subnet.slice(subnet.lastIndexOf('/') + 1)].filter((one) => one !== '');
    error(`    ${[...where, id, flows.join(' ')].filter((one) => one !== '').join('  ')}\n`);
  }
}

/**
 * Writes the results as a baseline.
 * @throws `UsageError` if the file isn't a baseline
 */
async function writeBaseline(
  terminal: Terminal,
  file: string,
  reports: readonly SourceReport[],
): Promise<void> {
  await requireOwnBaseline(terminal, file);
  const entries = reports.flatMap((one) => one.baseline);
  await terminal.writeFiles(new Map([[file, baselineText(entries)]]));
  terminal.error(`${terminal.say('terminal.baseline.written', { n: countEntries(entries), file })}\n`);
}

/**
 * Requires that an existing file is a baseline.
 * @throws `UsageError` if a baseline would replace another file
 */
export async function requireOwnBaseline(
  { readFile }: Pick<Terminal, 'readFile'>,
  file: string,
): Promise<void> {
  const before = await readFile(file).catch(() => undefined);
  if (before && readBaselineEntries(before.text) === undefined) {
    throw new UsageError(reason('terminal.baseline.other', { file }));
  }
}
