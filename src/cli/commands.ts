import { Option, type Command } from 'commander';
import {
  type Words,
  givenOptions,
  type ParameterValues,
  type CheckValues,
  optionsOfFleet,
  requireFiles,
  type FixValues,
  fixOptions,
  type ExplainValues,
  type RequestValues,
  type ResolveValues,
  optionsOfResolve,
} from './command-values';
import type { ExitCode, Terminal } from './terminal';
import { normalize, sep } from 'node:path';
import { single, checkOptions, fleetOptions, resolveOptions } from './declared-options';
import { aboutText } from './help';
import { signInOptions } from './sign-in/sign-in-options';
import { type PlanValues, planOptions, writeOptions } from './plan/plan-options';
import type { WriteValues } from './plan/write';
import { reason } from '../core/reason';
import type { Say } from '../messages/say';
import { UsageError, type GivenOptions } from './options';
import { loadSignedIn } from './sign-in/load-signed-in';
import type { CreateValues } from './create/create';
import { createOptions } from './create/create-options';

/** The declaration of a command. */
interface Declared<Values> {
  readonly name: CommandName;
  /** The files that the parser accepts. */
  readonly files: '<files...>' | '[files...]';
  /** Usage lines, as shown in the help. */
  readonly usages: readonly string[];
  /** Paragraphs in the help above the options. */
  readonly about: readonly string[];
  readonly options: readonly Option[];
  /** Runs the command, and only loads the modules that it needs. */
  run(words: Words<Values>): Promise<ExitCode>;
}

type CommandName =
  'check' | 'fix' | 'explain' | 'request' | 'check-access' | 'compare' | 'resolve' | 'plan' | 'write';

/**
 * Normalizes `./a.bicep` and `infra/../a.bicep` to `a.bicep`, because a folder's files are found by their plain names.
 */
const plainName = (name: string): string =>
  /^(?=.)(?!.*:\/\/).*(?:^|[\\/])\.{0,2}(?:[\\/]|$)/.test(name) ? normalize(name).replaceAll(sep, '/') : name;

/** Adds the commands with their options and help, in the order of the help. */
export function addCommands(program: Command, terminal: Terminal, ends: (code: ExitCode) => void): void {
  const { say } = terminal;
  const add = <T>({ name, files, usages, about, options, run }: Declared<T>): void => {
    const command = program
      .command(`${name} ${files}`)
      .usage(usages.join('\n'))
      .summary(say(`terminal.help.is.${name}`))
      .description(about.join('\n'));
    for (const option of options) command.addOption(option);
    command.action(async (named: readonly string[], values: T) =>
      ends(await run({ files: named.map(plainName), values })),
    );
  };
  add(checkCommand(terminal));
  add(fixCommand(terminal));
  add(explainCommand(terminal));
  add(requestCommand(terminal));
  add(accessCommand(terminal));
  add(compareCommand(terminal));
  add(resolveCommand(terminal));
  add(planCommand(terminal));
  add(writeCommand(terminal));
  const given = givenOptions({ files: [], values: {} });
  addCreateCommand(program, terminal, { ends, given });
  addMcp(program, terminal, ends);
  addCompletion(program, terminal, ends);
}

/** Adds the command that serves agents. It doesn't accept files. */
function addMcp(program: Command, terminal: Terminal, ends: (code: ExitCode) => void): void {
  const { say } = terminal;
  program
    .command('mcp')
    .usage('mcp [--root FOLDER]')
    .summary(say('terminal.help.is.mcp'))
    .description(say('terminal.help.mcp'))
    .addOption(single('--root [FOLDER]', say('terminal.help.mcpRoot')))
    .action(async ({ root }: Pick<ParameterValues, 'root'>) => {
      ends(await (await import('./mcp/start-mcp')).startMcp(root, terminal));
    });
}

/** Adds the command that prints a completion script. It doesn't need files. */
function addCompletion(program: Command, { say, out }: Terminal, ends: (code: ExitCode) => void): void {
  program
    .command('completion [shell]')
    .usage('completion SHELL')
    .summary(say('terminal.help.is.completion'))
    .description(say('terminal.help.completion'))
    .action(async (shell: string | undefined) => {
      const { completionScript } = await import('./completion');
      out(completionScript(shell, program));
      ends(0);
    });
}

const ofFix = ['--allow', '--deny-other-outbound'];

/** Options for the files of a folder that are read. */
const ofFolders = ['--exclude', '--no-gitignore'];

/** Options for the exit code of `check` and `fix`. */
const ofExit = ['--fail-on', '--allow-unknown', '--strict'];

/** Options for the report of `check`. */
const ofReport = [
  '--output',
  '--flows',
  '--quiet',
  '--verbose',
  '--no-color',
  '--baseline',
  '--write-baseline',
  '--init',
];

const textAndJson = ['text', 'json'] as const;

const requestFormats = ['markdown', 'json'] as const;

function checkCommand(terminal: Terminal): Declared<CheckValues> {
  const { say } = terminal;
  return {
    name: 'check',
    files: '[files...]',
    usages: [
      'check FILE… [options]',
      'check --fleet FILE… [options]',
      'check --fleet --live [options]',
      'check --init',
    ],
    about: [aboutText(say), say('terminal.help.notCovered'), say('terminal.help.notSaid')],
    options: [...without(checkOptions(say), ofFix), ...fleetOptions(say), ...signInOptions(say)],
    run: async (words) => {
      const { init, fleet, fleetQuery } = words.values;
      if (init === true) return (await import('./first-settings')).init(words.files, terminal);
      if (fleetQuery === true) return (await import('./fleet/run-fleet')).printFleetQuery(terminal);
      requireLive(words);
      if (fleet === true && words.values.live === true) {
        const { subscription = [], cloud, ...values } = words.values;
        return (await import('./fleet/run-fleet')).runFleet(optionsOfFleet(words), terminal, {
          values: { ...values, ...(cloud ? { cloud } : {}) },
          subscriptions: subscription,
        });
      }
      if (fleet === true) {
        if (words.files.length === 0) throw new UsageError(reason('fleet.noFile'));
        return (await import('./fleet/run-fleet')).runFleet(optionsOfFleet(words), terminal);
      }
      return (await import('./run-check')).runCheck(requireFiles(givenOptions(words)), terminal);
    },
  };
}

function fixCommand(terminal: Terminal): Declared<FixValues> {
  const { say } = terminal;
  const all = without(checkOptions(say, ['text']), [...ofReport, '--stdin-name']);
  return {
    name: 'fix',
    files: '<files...>',
    usages: ['fix FILE… [--dry-run] [options]'],
    about: [say('terminal.help.fix'), say('terminal.help.notSaid')],
    // `--format text` is the default, and accepted.
    options: [
      ...all.map((one) => one.hideHelp(one.long === '--format')),
      new Option('--dry-run', say('terminal.help.dryRun')),
    ],
    run: async (words) => (await import('./fix/fix')).fix(fixOptions(words), terminal),
  };
}

function explainCommand(terminal: Terminal): Declared<ExplainValues> {
  const { say } = terminal;
  return {
    name: 'explain',
    files: '[files...]',
    usages: ['explain FILE:LINE [TEMPLATE…] [options]', 'explain --error TEXT|FILE|- [FILE…] [options]'],
    about: [say('terminal.help.explain'), say('terminal.help.explainError')],
    options: [
      ...without(checkOptions(say, textAndJson), [
        ...ofFix,
        ...ofReport,
        ...ofFolders,
        ...ofExit,
        '--stdin-name',
      ]),
      errorOption(say),
    ],
    run: async (words) => {
      const explainOptions = { check: givenOptions(words), error: words.values.error };
      return (await import('./explain/explain')).runExplain(explainOptions, terminal);
    },
  };
}

function requestCommand(terminal: Terminal): Declared<RequestValues> {
  const { say } = terminal;
  const left = [...ofFix, ...ofReport, ...ofExit];
  return {
    name: 'request',
    files: '<files...>',
    usages: ['request FILE… [--all] [options]'],
    about: [say('terminal.help.request'), say('terminal.help.notSaid')],
    options: [...without(checkOptions(say, requestFormats), left), allOption(say)],
    run: async (words) =>
      (await import('./request/request')).runRequest(
        { check: givenOptions(words), all: words.values.all ?? false },
        terminal,
      ),
  };
}

function allOption(say: Say): Option {
  return new Option('--all', say('terminal.help.all'));
}

function accessCommand(terminal: Terminal): Declared<CheckValues> {
  const { say } = terminal;
  const all = checkOptions(say, textAndJson);
  return {
    name: 'check-access',
    files: '<files...>',
    usages: ['check-access FILE… [options]'],
    about: [say('terminal.help.checkAccess')],
    options: all.filter(({ long }) => long === '--cloud' || long === '--format'),
    run: async (words) =>
      (await import('./check-access/check-access')).runCheckAccess(givenOptions(words), terminal),
  };
}

function compareCommand(terminal: Terminal): Declared<CheckValues> {
  const { say } = terminal;
  const left = [...ofFix, ...ofReport, ...ofFolders, ...ofExit];
  return {
    name: 'compare',
    files: '<files...>',
    usages: ['compare A B [options]'],
    about: [say('terminal.help.compare')],
    options: without(checkOptions(say, textAndJson), left),
    run: async (words) => (await import('./compare/compare')).runCompare(givenOptions(words), terminal),
  };
}

function resolveCommand(terminal: Terminal): Declared<ResolveValues> {
  const { say } = terminal;
  return {
    name: 'resolve',
    files: '<files...>',
    usages: ['resolve FILE [options]', 'resolve FOLDER [--var-file FILE] [--var NAME=VALUE]'],
    about: [say('terminal.help.resolve')],
    options: resolveOptions(say),
    run: async (words) => (await import('./resolve/resolve')).resolve(optionsOfResolve(words), terminal),
  };
}

function planCommand(terminal: Terminal): Declared<PlanValues> {
  const { say } = terminal;
  return {
    name: 'plan',
    files: '[files...]',
    usages: ['plan [FILE.amlplan.json] [options]'],
    about: [say('terminal.help.plan')],
    options: planOptions(say),
    run: async ({ files, values }) => (await import('./plan/plan')).writePlan(files, values, terminal),
  };
}

function writeCommand(terminal: Terminal): Declared<WriteValues> {
  const { say } = terminal;
  return {
    name: 'write',
    files: '[files...]',
    usages: ['write [FILE.amlplan.json] --to FORM [options]'],
    about: [say('terminal.help.write')],
    options: [...writeOptions(say), ...planOptions(say)],
    run: async ({ files, values }) =>
      (await import('./plan/write')).writePlannedCode(files, values, terminal),
  };
}

function without(options: readonly Option[], names: readonly string[]): readonly Option[] {
  return options.filter(({ long }) => !names.includes(long ?? ''));
}

/** The parser takes any next word, because a message can start with a dash. */
function errorOption(say: Say): Option {
  return single('--error <TEXT|FILE|->', say('terminal.help.error'));
}

const liveOptions = ['live', 'subscription', 'auth', 'tenant', 'endpoint', 'signInHost'] as const;

/** The part of a command line that matters for a live query. */
interface LiveCommandLine {
  readonly files: readonly string[];
  readonly values: { readonly fleet?: true } & Readonly<
    Partial<Record<(typeof liveOptions)[number], unknown>>
  >;
}

/**
 * Checks that options of a live query are only used with `--fleet --live`, and that a live query has no files.
 * @throws {UsageError} if an option or a file doesn't fit
 */
function requireLive({ files, values }: LiveCommandLine): void {
  if (values.fleet === true && values.live === true) {
    if (files.length > 0) throw new UsageError(reason('fleet.liveFiles', { files }));
    return;
  }
  const misplaced = liveOptions.find((name) => values[name] !== undefined);
  const option = misplaced === 'signInHost' ? '--sign-in-host' : `--${misplaced ?? ''}`;
  if (misplaced !== undefined) throw new UsageError(reason('fleet.liveOnly', { option }));
}

interface CommandParts {
  readonly ends: (code: ExitCode) => void;
  /** Default options of a check. */
  readonly given: GivenOptions;
}

/** Adds the command that creates the compute resource of a plan file. */
function addCreateCommand(program: Command, terminal: Terminal, { ends, given }: CommandParts): void {
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
