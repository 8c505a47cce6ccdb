import type { Command, Option } from 'commander';
import type { Say } from '../messages/say';

export type HelpRow = readonly [left: string, right: string];

/** The commands, and where their help is shown. */
interface HelpContext {
  readonly say: Say;
  readonly program: Command;
  /** Width of the terminal, or null if the output isn't one. */
  readonly columns: number | null;
}

/** Returns the help of one command, or of all: what each does, and its usage. */
export function helpText(context: HelpContext, command?: Command): string {
  const parts = command === undefined ? allParts(context) : commandParts(context, command);
  return parts.filter((one) => one !== '').join('\n\n');
}

/** Returns the commands in the help. */
export function visibleCommands(program: Command): readonly Command[] {
  return program.createHelp().visibleCommands(program);
}

function allParts({ say, program, columns }: HelpContext): readonly string[] {
  const rows = visibleCommands(program).flatMap((command) =>
    usagesOf(command).map((usage, at): HelpRow => [usage, at === 0 ? command.summary() : '']),
  );
  return [
    'aml-secure-compute COMMAND',
    wrapped(aboutText(say), columns).join('\n'),
    rowsOf(rows, columns),
    say('terminal.help.each', { command: 'aml-secure-compute COMMAND --help' }),
    wrapped(say('terminal.help.ends'), columns).join('\n'),
  ];
}

function commandParts({ say, columns }: HelpContext, command: Command): readonly string[] {
  return [
    usagesOf(command)
      .map((usage) => `aml-secure-compute ${usage}`)
      .join('\n'),
    command
      .description()
      .split('\n')
      .flatMap((one) => wrapped(one, columns))
      .join('\n'),
    rowsOf(optionRows(command.createHelp().visibleOptions(command)), columns),
    wrapped(say('terminal.help.ends'), columns).join('\n'),
  ];
}

function usagesOf(command: Command): readonly string[] {
  return command.usage().split('\n');
}

/** Returns each option with its flags and description. */
export function optionRows(options: readonly Option[]): readonly HelpRow[] {
  return options.map(({ flags, description }) => [flags.replaceAll(/[[\]<>]/g, ''), description]);
}

export function aboutText(say: Say): string {
  return say('terminal.help.about', {
    examples: 'az network vnet show, az network nsg show, az graph query',
  });
}

/** Columns of the left part of a row in a terminal. The text of a longer one begins on the next line. */
const mostLeft = 34;

/** For a terminal that is too narrow for both columns. */
const leastLeft = 4;

/** In a narrower column, words would be alone on their lines. */
const leastColumns = 30;

/** Without a terminal, each row is one line, for `grep` and the like. */
function rowsOf(rows: readonly HelpRow[], columns: number | null): string {
  const longest = Math.max(0, ...rows.map(([left]) => left.length));
  const left = columns === null ? longest : Math.min(longest, mostLeft, columns - leastColumns - 4);
  const width = Math.max(leastLeft, left);
  const indent = ' '.repeat(width + 4);
  return rows
    .flatMap(([left, right]) => {
      const lines = wrapped(right, columns === null ? null : columns - indent.length);
      if (left.length > width) {
        return [`  ${left}`, ...lines.filter(Boolean).map((line) => `${indent}${line}`)];
      }
      return lines.map((line, at) => (at === 0 ? `  ${left.padEnd(width)}  ` : indent) + line);
    })
    .map((line) => line.trimEnd())
    .join('\n');
}

/** Returns the lines of a text, broken at spaces. */
function wrapped(text: string, columns: number | null): readonly string[] {
  if (columns === null) return [text];
  const most = Math.max(columns, leastColumns);
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    const isRoom = last !== undefined && last.length + word.length + 1 <= most;
    if (isRoom) lines.pop();
    lines.push(isRoom ? `${last} ${word}` : word);
  }
  return lines;
}
