import { fileInBaseline, readBaseline } from '../baseline';
import type { CheckOptions } from '../options';
import { requireRoot } from '../require-options';
import { tagsFor } from '../service-tags';
import type { Terminal } from '../terminal';
import type { ReportInput } from './report-input';

/**
 * Reads the inputs named on the command line, except the files to check.
 * @throws `UnreadableFile` if one can't be read
 */
export async function readReportInput(
  terminal: Pick<Terminal, 'say' | 'dataFolder' | 'today' | 'readFile' | 'namesIn' | 'realPathOf'>,
  options: CheckOptions,
): Promise<ReportInput> {
  const read = async (name: string | undefined) => (name === undefined ? undefined : terminal.readFile(name));
  await requireRoot(terminal, options);
  await read(options.params);
  const tags = await tagsFor(terminal, options);
  return {
    say: terminal.say,
    today: terminal.today,
    baseline:
      options.baseline === undefined ? undefined : readBaseline(await terminal.readFile(options.baseline)),
    nameInBaseline: (file) =>
      fileInBaseline(file, options.baseline ?? options.writeBaseline ?? '', terminal.realPathOf('.')),
    tags,
    options,
    effective: {
      routes: await read(options.effectiveRoutes),
      adminRules: await read(options.adminRules),
    },
  };
}
