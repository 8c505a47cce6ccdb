import ignore from 'ignore';
import { reason } from '../core/reason';
import { UsageError, type GivenOptions } from './options';
import { withSlashes } from './read-sources';
import { UnreadableFile } from './resources/read-resources';
import type { Terminal } from './terminal';

/** The files that a command reads: named in the options, and available in the terminal. */
interface SelectedFiles {
  readonly terminal: Terminal;
  readonly options: GivenOptions;
}

/**
 * Returns the files that remain: without those that `--exclude` matches, without those in folders and patterns that
 * .gitignore ignores, and with standard input for `-`.
 * @throws `UsageError` and `UnreadableFile`
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

/**
 * Removes excluded names and reports them.
 * @throws `UsageError` if no file is left, because the run would pass without a check
 */
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

/** Maximum length of a pattern. No path is longer, and longer patterns aren't valid expressions. */
const mostPatternLength = 4096;

/**
 * Returns a test for files and folders that match one of the patterns, like .gitignore, relative to the working
 * directory.
 */
function excludedBy(patterns: readonly string[]): (file: string) => boolean {
  if (patterns.length === 0) return () => false;
  const long = patterns.find((one) => one.length > mostPatternLength);
  if (long !== undefined) {
    throw new UsageError(reason('terminal.exclude.long', { value: long.slice(0, 40), n: mostPatternLength }));
  }
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
      // Threads read files by themselves.
      threads: undefined,
      list: (name) => (name === stdinName ? Promise.resolve(undefined) : terminal.list(name)),
      readFile: (name, within) =>
        terminal.realPathOf(name) === path
          ? Promise.resolve({ name, text })
          : terminal.readFile(name, within),
    },
  };
}

/**
 * Returns a name for standard input. Text that starts like JSON is a template or printed by Azure. Everything else is
 * Bicep.
 */
function nameFor(text: string): string {
  return /^\s*[[{]/.test(text) ? 'stdin.json' : 'stdin.bicep';
}
