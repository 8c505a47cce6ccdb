import type { Command, Option } from 'commander';
import type { Say } from '../messages/say';

export type HelpRow = readonly [left: string, right: string];

/** Returns the help of one command, or of all: what each does, and its usage. */
export function helpText(say: Say, program: Command, command?: Command): string {
  return command === undefined ? allText(say, program) : commandText(say, command);
}

/** Returns the commands in the help. */
export function visibleCommands(program: Command): readonly Command[] {
  return program.createHelp().visibleCommands(program);
}

function allText(say: Say, program: Command): string {
  const rows = visibleCommands(program).flatMap((command) =>
    usagesOf(command).map((usage, at): HelpRow => [usage, at === 0 ? command.summary() : '']),
  );
  return [
    'aml-secure-compute COMMAND',
    aboutText(say),
    rowsOf(rows),
    say('terminal.help.each', { command: 'aml-secure-compute COMMAND --help' }),
    say('terminal.help.ends'),
  ].join('\n\n');
}

function commandText(say: Say, command: Command): string {
  return [
    usagesOf(command)
      .map((usage) => `aml-secure-compute ${usage}`)
      .join('\n'),
    command.description(),
    rowsOf(optionRows(command.createHelp().visibleOptions(command))),
    say('terminal.help.ends'),
  ].join('\n\n');
}

function usagesOf(command: Command): readonly string[] {
  return command.usage().split('\n');
}

/** Returns each option with its flags and description. */
export function optionRows(options: readonly Option[]): readonly HelpRow[] {
  return options.map(({ flags, description }) => [flags.replaceAll(/[[\]]/g, ''), description]);
}

export function aboutText(say: Say): string {
  return say('terminal.help.about', {
    examples: 'az network vnet show, az network nsg show, az graph query',
  });
}

function rowsOf(rows: readonly HelpRow[]): string {
  const width = Math.max(...rows.map(([left]) => left.length));
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`.trimEnd()).join('\n');
}
