import { Command, CommanderError, type Option } from 'commander';
import { reason, type Reason } from '../core/reason';
import { spellingDistance } from '../core/spelling-distance';
import { requirementsDate } from '../requirements/requirements';
import { formatDate } from '../wording/dates';
import { formatReason } from '../wording/reason-text';
import { addCommands } from './commands';
import { helpText, visibleCommands } from './help';
import { UsageError } from './options';
import { UnreadableFile } from './resources/read-resources';
import { tagsFor } from './service-tags';
import type { ExitCode, Terminal } from './terminal';

/** Runs one command line. Never throws because of an invalid command line or a file's content. */
export async function runCommandLine(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  if (versionWords.includes(args[0] ?? '')) {
    terminal.out(await versionText(terminal));
    return 0;
  }
  let code: ExitCode = 0;
  const program = programOf(terminal, (ended) => void (code = ended));
  try {
    await program.parseAsync(withHelpFirst(args), { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) {
      if (error.exitCode === 0) return 0;
      return failed(terminal, usageErrorOf(error, commandNamed(program, args[0])).because, 2);
    }
    if (error instanceof UsageError) return failed(terminal, error.because, 2);
    if (error instanceof UnreadableFile) return failed(terminal, error.because, 3);
    throw error;
  }
}

/** Returns the version on its own line, followed by the data that results are based on. */
async function versionText(terminal: Terminal): Promise<string> {
  const { say, version } = terminal;
  const tags = await tagsFor(terminal, { serviceTags: undefined, cloud: 'public' });
  const dates = say('terminal.versionDates', {
    requirements: formatDate(say, requirementsDate),
    tags: formatDate(say, tags.date),
  });
  return `${version}\n${dates}\n`;
}

function programOf(terminal: Terminal, ends: (code: ExitCode) => void): Command {
  const { say, out, screen } = terminal;
  const program = new Command()
    .exitOverride()
    .configureOutput({ writeOut: out, outputError: () => undefined })
    .helpOption(false)
    .helpCommand(false)
    .enablePositionalOptions()
    .hook('preAction', (_, command) => requireValues(command));
  const help = (name: string | undefined): void => {
    const command = name === undefined ? undefined : requireCommand(program, name);
    out(`${helpText({ say, program, columns: screen.columns }, command)}\n`);
  };
  addCommands(program, terminal, ends);
  for (const one of [program, program.command('help', { hidden: true })]) {
    one.argument('[command]').allowUnknownOption().allowExcessArguments().action(help);
  }
  return program;
}

const helpWords = ['--help', '-h'];

const versionWords = ['--version', '-v', '-V'];

/** Moves a help option to the front, even if it comes after an option that still needs a value. */
function withHelpFirst(args: readonly string[]): readonly string[] {
  if (!args.some((word) => helpWords.includes(word))) return args;
  const words = args.filter((word) => !word.startsWith('-'));
  const [command] = words[0] === 'help' ? words.slice(1) : words;
  return command === undefined ? ['help'] : ['help', command];
}

function commandNamed(program: Command, name: string | undefined): Command | undefined {
  return visibleCommands(program).find((one) => one.name() === name);
}

/**
 * Finds a command by name.
 * @throws `UsageError` if there is none
 */
function requireCommand(program: Command, name: string): Command {
  const found = commandNamed(program, name);
  if (found) return found;
  const names = visibleCommands(program).map((one) => one.name());
  if (/[./\\]/.test(name)) {
    throw new UsageError(
      reason('terminal.fileNoCommand', { name, command: `aml-secure-compute check ${name}` }),
    );
  }
  const similar = [...names, '--version'].find(
    (one) => spellingDistance(one, name.toLowerCase(), 2) !== undefined,
  );
  throw new UsageError(
    similar === undefined
      ? reason('terminal.noCommand', { command: name, names })
      : reason('terminal.similarCommand', { command: name, similar }),
  );
}

function failed({ say, error }: Terminal, because: Reason, code: ExitCode): ExitCode {
  error(`${formatReason(say, because)}\n`);
  return code;
}

/**
 * Requires a value for each option.
 * @throws {UsageError} if the parser accepted an option without its value
 */
function requireValues(command: Command): void {
  const isWithout = (option: Option): boolean =>
    option.optional && command.getOptionValue(option.attributeName()) === true;
  const option = command.options.find(isWithout)?.long;
  if (option) throw new UsageError(reason('terminal.option.noValue', { option }));
}

/** Converts the parser's English message to a localized one. */
function usageErrorOf({ code, message }: CommanderError, command: Command | undefined): UsageError {
  const [option = '', second = ''] = message.match(/--?[\w-]+/g) ?? [];
  switch (code) {
    case 'commander.missingArgument':
      return new UsageError(reason('terminal.noFile'));
    case 'commander.conflictingOption':
      return new UsageError(reason('terminal.option.both', { first: option, second }));
    case 'commander.optionMissingArgument':
      return new UsageError(reason('terminal.option.noValue', { option }));
    default: {
      const isAlone = command?.options.some(({ long }) => long === option) === true;
      if (isAlone) return new UsageError(reason('terminal.option.alone', { option }));
      return second === ''
        ? new UsageError(reason('terminal.option.unknown', { option }))
        : new UsageError(reason('terminal.option.similar', { option, similar: second }));
    }
  }
}
