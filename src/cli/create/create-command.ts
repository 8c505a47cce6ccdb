import type { Command } from 'commander';
import { reason } from '../../core/reason';
import { UsageError, type GivenOptions } from '../options';
import { loadSignedIn } from '../sign-in/load-signed-in';
import type { ExitCode, Terminal } from '../terminal';
import type { CreateValues } from './create';
import { createOptions } from './create-options';

interface CommandParts {
  readonly ends: (code: ExitCode) => void;
  /** Default options of a check. */
  readonly given: GivenOptions;
}

/** Adds the command that creates the compute resource of a plan file. */
export function addCreateCommand(program: Command, terminal: Terminal, { ends, given }: CommandParts): void {
  const { say } = terminal;
  const command = program
    .command('create')
    .allowExcessArguments()
    .usage('create --from-plan FILE [--what-if] [options]')
    .summary(say('terminal.help.is.create'))
    .description([say('terminal.help.create'), say('terminal.help.createLimits')].join('\n'));
  for (const option of createOptions(say)) command.addOption(option);
  command.action(async (values: CreateValues) => {
    if (command.args.length > 0) throw new UsageError(reason('terminal.create.needsPlan'));
    const { allowUnknown = false, flows = false, format = 'text' } = values;
    const stated = { ...given, allowUnknown, flows, format };
    ends(await (await loadSignedIn()).createFromPlan(values, stated, terminal));
  });
}
