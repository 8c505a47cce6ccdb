import { wordReason } from '../wording/reason-words';
import { reason, type Reason } from '../core/reason';
import { helpText } from './help';
import { UsageError } from './options';
import { UnreadableFile } from './resources/read-resources';
import type { ExitCode, Terminal } from './terminal';

/** Runs one command line. Never throws for what somebody wrote or what a file holds. */
export async function run(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const [command, ...rest] = args;
  if (command === '--version') return told(terminal, terminal.version);
  if (command === undefined || isHelp(command) || rest.some(isHelp)) {
    return told(terminal, helpText(terminal.say));
  }
  try {
    const asked = await commandOf(command);
    return await asked(rest, terminal);
  } catch (error) {
    if (error instanceof UsageError) return failed(terminal, error.because, 2);
    if (error instanceof UnreadableFile) return failed(terminal, error.because, 3);
    throw error;
  }
}

function isHelp(word: string): boolean {
  return word === '--help' || word === '-h';
}

type Command = (args: readonly string[], terminal: Terminal) => Promise<ExitCode>;

/** Each loads what it needs, and nothing of the others. */
const commands: Readonly<Record<string, () => Promise<Command>>> = {
  check: async () => (await import('./run-check')).runCheck,
  fix: async () => (await import('./fix/fix')).fix,
  explain: async () => (await import('./explain/explain')).explain,
  'check-access': async () => (await import('./check-access/check-access')).checkAccess,
  compare: async () => (await import('./compare/compare')).compare,
  resolve: async () => (await import('./resolve/resolve')).resolve,
};

/** The command of that name. Throws `UsageError` where there is none. */
function commandOf(name: string): Promise<Command> {
  const load = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!load) {
    throw new UsageError(
      reason('terminal.noCommand', { command: name, names: Object.keys(commands).join(', ') }),
    );
  }
  return load();
}

function told({ out }: Terminal, text: string): ExitCode {
  out(`${text}\n`);
  return 0;
}

function failed({ say, error }: Terminal, because: Reason, code: ExitCode): ExitCode {
  error(`${wordReason(say, because)}\n`);
  return code;
}
