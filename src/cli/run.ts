import type { Reason } from '../core/reason';
import type { Say } from '../messages/say';
import { wordReason } from '../wording/reason-words';
import { checkSubnets, isFinding, isGraveFinding } from './check';
import { withEffective } from './effective-files';
import { helpText } from './help';
import { checkOptions, UsageError } from './options';
import { jsonReport } from './report/json-report';
import { textReport } from './report/text-report';
import { readSources, type Disk } from './read-sources';
import { UnreadableFile } from './resources/read-resources';
import { resolveFile } from './resolve/resolve';
import { resolveOptions } from './resolve/resolve-options';
import { shippedTags, tagsOfFile } from './service-tags';

/** 0 clean, 1 findings, 2 the command line is wrong, 3 a file cannot be read. */
export type ExitCode = 0 | 1 | 2 | 3;

/** All that the program asks of where it runs. */
export interface Terminal extends Disk {
  readonly say: Say;
  readonly version: string;
  /** Folder of the service tags that ship with it. */
  readonly dataFolder: string;
  out(text: string): void;
  error(text: string): void;
}

/** Runs one command line. Never throws for what somebody wrote or what a file holds. */
export async function run(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const [command, ...rest] = args;
  if (command === '--version') return told(terminal, terminal.version);
  if (command === undefined || command === '--help' || rest.includes('--help')) {
    return told(terminal, helpText(terminal.say));
  }
  try {
    if (command === 'check') return await check(rest, terminal);
    if (command === 'resolve') return await resolve(rest, terminal);
    throw new UsageError({ key: 'terminal.noCommand', values: { command } });
  } catch (error) {
    if (error instanceof UsageError) return failed(terminal, error.because, 2);
    if (error instanceof UnreadableFile) return failed(terminal, error.because, 3);
    throw error;
  }
}

async function check(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const options = checkOptions(args);
  const tags =
    options.serviceTags === undefined
      ? await shippedTags(terminal.dataFolder, options.cloud)
      : tagsOfFile(await terminal.readFile(options.serviceTags), options.cloud);
  const read = async (name: string | undefined) => (name === undefined ? undefined : terminal.readFile(name));
  const sources = withEffective(await readSources(terminal, { options, facts: { tags } }), options.subnets, {
    routes: await read(options.effectiveRoutes),
    adminRules: await read(options.adminRules),
  });
  const { checks, found } = checkSubnets(sources, tags, options);
  const reported = { checks, found, tags, options };
  terminal.out((options.format === 'json' ? jsonReport : textReport)(terminal.say, reported));
  const isOpen = checks.some((one) => one.judgements.some((each) => isFinding(each, options)));
  return isOpen || found.some((one) => isGraveFinding(one, options)) ? 1 : 0;
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
