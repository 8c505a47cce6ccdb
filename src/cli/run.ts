import { formatReason } from '../wording/reason-text';
import { reason, type Reason } from '../core/reason';
import { commandNames, helpText, isCommandName, type CommandName } from './help';
import { UsageError } from './options';
import { UnreadableFile } from './resources/read-resources';
import type { ExitCode, Terminal } from './terminal';

/** Runs one command line. Never throws for what somebody wrote or what a file holds. */
export async function runCommandLine(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const [command, ...rest] = args;
  if (command === '--version') return reported(terminal, terminal.version);
  try {
    const helped = askedHelp(args);
    if (helped !== undefined) return reported(terminal, helpText(terminal.say, helped ?? undefined));
    const asked = await commands[requireCommand(command ?? '')]();
    return await asked(rest, terminal);
  } catch (error) {
    if (error instanceof UsageError) return failed(terminal, error.because, 2);
    if (error instanceof UnreadableFile) return failed(terminal, error.because, 3);
    throw error;
  }
}

/** The command whose help is asked for, null of all; undefined where none is. Throws `UsageError` for no command. */
function askedHelp([command, ...rest]: readonly string[]): CommandName | null | undefined {
  if (command === undefined) return null;
  const [word] = command === 'help' || isHelp(command) ? rest : rest.some(isHelp) ? [command] : [undefined];
  if (word === undefined || isHelp(word)) return command === 'help' || isHelp(command) ? null : undefined;
  return requireCommand(word);
}

/** Throws `UsageError` where there is no such command. */
function requireCommand(name: string): CommandName {
  if (isCommandName(name)) return name;
  throw new UsageError(reason('terminal.noCommand', { command: name, names: commandNames }));
}

function isHelp(word: string): boolean {
  return word === '--help' || word === '-h';
}

type Command = (args: readonly string[], terminal: Terminal) => Promise<ExitCode>;

/** Each loads what it needs, and nothing of the others. */
const commands: Readonly<Record<CommandName, () => Promise<Command>>> = {
  check: async () => (await import('./run-check')).runCheck,
  fix: async () => (await import('./fix/fix')).fix,
  explain: async () => (await import('./explain/explain')).runExplain,
  'check-access': async () => (await import('./check-access/check-access')).runCheckAccess,
  compare: async () => (await import('./compare/compare')).runCompare,
  resolve: async () => (await import('./resolve/resolve')).resolve,
};

function reported({ out }: Terminal, text: string): ExitCode {
  out(`${text}\n`);
  return 0;
}

function failed({ say, error }: Terminal, because: Reason, code: ExitCode): ExitCode {
  error(`${formatReason(say, because)}\n`);
  return code;
}
