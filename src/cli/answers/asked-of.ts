import type { CheckOptions } from '../options';
import { tagsFor } from '../service-tags';
import type { Terminal } from '../terminal';
import type { Asked } from './answer';

/** Reads what the command line names beside the files to judge. Throws `UnreadableFile` where it cannot be read. */
export async function askedOf(
  terminal: Pick<Terminal, 'say' | 'dataFolder' | 'readFile'>,
  options: CheckOptions,
): Promise<Asked> {
  const read = async (name: string | undefined) => (name === undefined ? undefined : terminal.readFile(name));
  await read(options.params);
  return {
    say: terminal.say,
    tags: await tagsFor(terminal, options),
    options,
    effective: {
      routes: await read(options.effectiveRoutes),
      adminRules: await read(options.adminRules),
    },
  };
}
