import { fileInBaseline, readBaseline } from '../baseline';
import type { EffectiveFiles } from '../effective-files';
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
  await requireRoot(terminal, options);
  if (options.params !== undefined) await terminal.readFile(options.params);
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
    effective: await effectiveFiles(terminal, options),
  };
}

/**
 * Reads the files with the network's effective settings.
 * @throws `UnreadableFile` if one can't be read
 */
export async function effectiveFiles(
  { readFile }: Pick<Terminal, 'readFile'>,
  { effectiveRoutes, adminRules }: Pick<CheckOptions, 'effectiveRoutes' | 'adminRules'>,
): Promise<EffectiveFiles> {
  const read = async (name: string | undefined) => (name === undefined ? undefined : readFile(name));
  return { routes: await read(effectiveRoutes), adminRules: await read(adminRules) };
}
