import type { Reason } from '../core/reason';
import { wordReason } from '../wording/reason-words';
import { checkSubnets, isFinding, isGraveFinding } from './check';
import { withEffective } from './effective-files';
import { explain } from './explain/explain';
import { fix } from './fix/fix';
import { helpText } from './help';
import { checkOptions, UsageError } from './options';
import { jsonReport } from './report/json-report';
import type { Reported } from './report/reported';
import { sarifReport } from './report/sarif-report';
import { textReport } from './report/text-report';
import { readSources } from './read-sources';
import { UnreadableFile } from './resources/read-resources';
import { resolveFile } from './resolve/resolve';
import { resolveOptions } from './resolve/resolve-options';
import { tagsFor } from './service-tags';
import type { Source } from './source';
import { isTemplate } from './templates';
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
  const commands: Readonly<Record<string, Command>> = { check, fix, explain, resolve };
  const found = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!found) throw new UsageError({ key: 'terminal.noCommand', values: { command: name } });
  return found;
}

async function check(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const options = checkOptions(args);
  const tags = await tagsFor(terminal, options);
  const read = async (name: string | undefined) => (name === undefined ? undefined : terminal.readFile(name));
  const sources = withEffective(await readSources(terminal, { options, facts: { tags } }), options.subnets, {
    routes: await read(options.effectiveRoutes),
    adminRules: await read(options.adminRules),
  });
  const { checks, found } = checkSubnets(sources, tags, options);
  const reported = { checks, found, tags, options };
  terminal.out(await reportText(terminal, reported, sources));
  const isOpen = checks.some((one) => one.judgements.some((each) => isFinding(each, options)));
  return isOpen || found.some((one) => isGraveFinding(one, options)) ? 1 : 0;
}

function reportText(
  { say, version }: Terminal,
  reported: Reported,
  sources: readonly Source[],
): string | Promise<string> {
  switch (reported.options.format) {
    case 'json':
      return jsonReport(say, reported);
    case 'sarif':
      return sarifReport(say, version, sources.filter(isTemplate));
    case 'text':
      return textReport(say, reported);
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
