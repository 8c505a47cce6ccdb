import ignore from 'ignore';
import { reason } from '../core/reason';
import { UsageError, type GivenOptions } from './options';
import { withSlashes } from './read-sources';
import { UnreadableFile } from './resources/read-resources';
import type { Terminal } from './terminal';

/** What a command reads: the options name it, and the terminal has it. */
interface SelectedFiles {
  readonly terminal: Terminal;
  readonly options: GivenOptions;
}

/**
 * The files that the options leave: without those that `--exclude` names, without those of folders and patterns that
 * .gitignore names, and with standard input for `-`. Throws `UsageError` and `UnreadableFile`.
 */
export async function selectedFiles(given: GivenOptions, terminal: Terminal): Promise<SelectedFiles> {
  const excluded = excludedBy(given.exclude);
  const isLeftOut = (file: string): boolean =>
    excluded(file) || (!given.noGitignore && terminal.isGitIgnored(file));
  const left: SelectedFiles = {
    options: { ...given, files: withoutExcludedNames(given.files, excluded, terminal) },
    terminal: {
      ...terminal,
      list: async (name) => {
        const all = await terminal.list(name);
        if (all && all.length > 0 && all.every(excluded)) {
          throw new UsageError(reason('terminal.exclude.all', { names: [name] }));
        }
        return all?.filter((file) => !isLeftOut(file));
      },
    },
  };
  return withStandardInput(left);
}

/** What is named and left out is stated; a run of which nothing is left would pass without a check. Throws `UsageError`. */
function withoutExcludedNames(
  names: readonly string[],
  excluded: (name: string) => boolean,
  { say, error }: Pick<Terminal, 'say' | 'error'>,
): readonly string[] {
  const out = names.filter((name) => name !== dash && excluded(name));
  if (out.length === 0) return names;
  if (out.length === names.length) throw new UsageError(reason('terminal.exclude.all', { names: out }));
  error(`${say('terminal.exclude.some', { names: out })}\n`);
  return names.filter((name) => !out.includes(name));
}

/** True of files and folders that one of the patterns names, as .gitignore does, from where the program was started. */
function excludedBy(patterns: readonly string[]): (file: string) => boolean {
  if (patterns.length === 0) return () => false;
  const rules = ignore({ allowRelativePaths: true, ignorecase: false }).add(
    patterns.map((one) => one.replace(/^\.\//, '')),
  );
  return (file) =>
    rules.ignores(
      withSlashes(file)
        .replace(/^(?:\.\/)+/, '')
        .replace(/(?<!\/)\/+$/, '') || '.',
    );
}

const dash = '-';

async function withStandardInput({ options, terminal }: SelectedFiles): Promise<SelectedFiles> {
  const named = options.files.filter((one) => one === dash);
  if (named.length === 0) return { terminal, options: { ...options, stdinName: undefined } };
  if (named.length > 1) throw new UsageError(reason('terminal.stdin.twice', {}));
  const text = await terminal.readInput();
  if (text.trim() === '') throw new UnreadableFile(reason('terminal.stdin.empty'));
  const stdinName = options.stdinName ?? nameFor(text);
  const path = terminal.realPathOf(stdinName);
  return {
    options: {
      ...options,
      stdinName,
      files: options.files.map((one) => (one === dash ? stdinName : one)),
    },
    terminal: {
      ...terminal,
      // They read files by themselves.
      threads: undefined,
      list: (name) => (name === stdinName ? Promise.resolve(undefined) : terminal.list(name)),
      readFile: (name, within) =>
        terminal.realPathOf(name) === path
          ? Promise.resolve({ name, text })
          : terminal.readFile(name, within),
    },
  };
}

/** What begins as JSON does is a template or what Azure prints; all else is Bicep. */
function nameFor(text: string): string {
  return /^\s*[[{]/.test(text) ? 'stdin.json' : 'stdin.bicep';
}
