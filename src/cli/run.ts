import type { Reason } from '../core/reason';
import { wordReason } from '../wording/reason-words';
import type { Answer, Asked } from './answers/answer';
import { answerFiles } from './answers/answer-files';
import { askedOf } from './answers/asked-of';
import type { Crew } from './answers/crew';
import { doJob } from './answers/do-job';
import { compare } from './compare/compare';
import { explain } from './explain/explain';
import { fix } from './fix/fix';
import { helpText } from './help';
import { checkOptions, UsageError } from './options';
import { jsonReport } from './report/json-report';
import { sarifReport } from './report/sarif-report';
import { textReport } from './report/text-report';
import { UnreadableFile } from './resources/read-resources';
import { resolveFile } from './resolve/resolve';
import { resolveOptions } from './resolve/resolve-options';
import type { ExitCode, Terminal } from './terminal';

/** Runs one command line. Never throws for what somebody wrote or what a file holds. */
export async function run(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const [command, ...rest] = args;
  if (command === '--version') return told(terminal, terminal.version);
  if (command === undefined || command === '--help' || rest.includes('--help')) {
    return told(terminal, helpText(terminal.say));
  }
  try {
    return await commandOf(command)(rest, terminal);
  } catch (error) {
    if (error instanceof UsageError) return failed(terminal, error.because, 2);
    if (error instanceof UnreadableFile) return failed(terminal, error.because, 3);
    throw error;
  }
}

type Command = (args: readonly string[], terminal: Terminal) => Promise<ExitCode>;

/** The command of that name. Throws `UsageError` where there is none. */
function commandOf(name: string): Command {
  const commands: Readonly<Record<string, Command>> = { check, fix, explain, compare, resolve };
  const found = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!found) throw new UsageError({ key: 'terminal.noCommand', values: { command: name } });
  return found;
}

async function check(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const asked = await askedOf(terminal, checkOptions(args));
  const { answers, failures } = await answerFiles(terminal, asked, (files) =>
    crewFor(terminal, asked, files),
  );
  for (const { because } of failures) terminal.error(`${wordReason(terminal.say, because)}\n`);
  const faults = new Set(answers.flatMap((one) => one.faults));
  for (const fault of faults) terminal.error(`${fault}\n`);
  terminal.out(reportText(terminal, asked, answers));
  const [failure] = failures;
  if (failure) return failure.code;
  if (answers.some(({ isOpen }) => isOpen)) return 1;
  return faults.size > 0 ? 3 : 0;
}

/** So few files are judged sooner than a thread starts. */
const fewFiles = 8;

function crewFor(terminal: Terminal, asked: Asked, files: number): Crew {
  if (terminal.threads && files > fewFiles) return terminal.threads(asked);
  return { do: (job) => doJob(terminal, job, asked), end: () => Promise.resolve() };
}

function reportText({ say, version }: Terminal, asked: Asked, answers: readonly Answer[]): string {
  const subnets = answers.flatMap((one) => one.subnets);
  const told = [
    ...new Map(answers.flatMap((one) => one.told).map((one) => [one.key, one] as const)).values(),
  ];
  const texts = told.map(({ text }) => text);
  switch (asked.options.format) {
    case 'json':
      return jsonReport(asked, subnets, texts);
    case 'sarif':
      return sarifReport(say, version, told);
    case 'text':
      return textReport(say, subnets, texts);
  }
}

async function resolve(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const { out, faults } = await resolveFile(terminal, resolveOptions(args), terminal.say);
  for (const fault of faults) terminal.error(`${fault}\n`);
  terminal.out(out);
  return 0;
}

function told({ out }: Terminal, text: string): ExitCode {
  out(`${text}\n`);
  return 0;
}

function failed({ say, error }: Terminal, because: Reason, code: ExitCode): ExitCode {
  error(`${wordReason(say, because)}\n`);
  return code;
}
