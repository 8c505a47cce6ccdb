import { readdirSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { posix, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { minimatch } from 'minimatch';
import { isPattern } from '../../../src/cli/files/list-files';
import { whyNotRead } from '../../../src/cli/files/node-disk';
import { UnreadableFile } from '../../../src/cli/resources/read-resources';
import { teamFileNames } from '../../../src/team-settings/team-file-names';
import type { SignInTerminal } from '../../../src/cli/terminal';
import { runCommandLine } from '../../../src/cli/run';
import { reason } from '../../../src/core/reason';
import type { NameAnswer } from '../../../src/core/client-access';
import { outputTo } from '../../support/shown-lines';
import { messagesIn } from '../../support/messages-in';

// Relative to the project's folder, in which every test and script runs.
export const exports = pathToFileURL(`${resolve('test/fixtures/exports')}/`);
const dataFolder = resolve('data');

/** Content of a file that can't be read. */
export const unreadable = '\uFFFD unreadable';

/** Returns the pages of checks and causes, as released. */
function pages(): Readonly<Record<string, string>> {
  return Object.fromEntries(
    ['checks', 'causes'].flatMap((folder) =>
      readdirSync(resolve('docs', folder), { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith('.md'))
        .map((name) => [
          `${folder}/${name.replaceAll('\\', '/')}`,
          readFileSync(resolve('docs', folder, name), 'utf8').replace(/^---\n[^]*?\n---\n\s*/, ''),
        ]),
    ),
  );
}

interface RanOptions {
  readonly language?: string;
  /** Answers of DNS. Without it, no server answers. */
  readonly resolve?: (host: string) => NameAnswer;
  /** Content of standard input. */
  readonly input?: string;
  /** The account, and the answers to questions. */
  readonly account?: Partial<SignInTerminal>;
}

/** The account is signed out, and no question is answered. */
export const signedOut: SignInTerminal = {
  isInteractive: false,
  confirm: () => Promise.resolve(false),
  untilInterrupted: (work) => work(new AbortController().signal),
  signIn: () => Promise.reject(new Error('Nobody is signed in.')),
};

/** Returns the settings file of a file or folder among the texts. */
function nearestSettings(files: Readonly<Record<string, string>>, name: string) {
  const path = posix.normalize(name);
  const isFolder = Object.keys(files).some((one) => one.startsWith(`${path}/`)) || path === '.';
  let folder = isFolder ? path : posix.dirname(path);
  for (;;) {
    const at = folder === '.' ? '' : `${folder}/`;
    const found = teamFileNames.map((one) => `${at}${one}`).find((one) => one in files);
    const text = found === undefined ? undefined : files[found];
    if (found !== undefined && text !== undefined) {
      return { file: { name: found, text }, folder: `/${at}`, base: '/' };
    }
    if (folder === '.' || folder === '/') return undefined;
    folder = posix.dirname(folder);
  }
}

/**
 * Runs one command line, or its words.
 * @param files texts by name, in addition to the exports of the sample network; a folder without files has a name that
 * ends with `/`
 */
export async function ran(
  line: string | readonly string[],
  files: Readonly<Record<string, string>> = {},
  options: string | RanOptions = 'en',
) {
  const {
    account = {},
    language = 'en',
    resolve,
    input = '',
  }: RanOptions = typeof options === 'string' ? { language: options } : options;
  let out = '';
  let error = '';
  const written: Record<string, string> = {};
  const code = await runCommandLine(typeof line === 'string' ? line.split(' ') : line, {
    say: messagesIn(language),
    version: '1.2.3',
    repository: 'https://github.com/owner/name',
    pages: () => Promise.resolve(pages()),
    dataFolder,
    // The included list is never old here, whenever the tests run.
    today: '2025-11-20',
    readFile: async (name) => {
      const given = files[posix.normalize(name)];
      if (given === unreadable) throw new UnreadableFile(reason('terminal.notRegular', { file: name }));
      if (given !== undefined) return { name, text: given };
      const text = await readFile(new URL(name, exports), 'utf8').catch(() => undefined);
      if (text === undefined) {
        throw new UnreadableFile(whyNotRead(name, 'ENOENT'));
      }
      return { name, text };
    },
    readInput: () => Promise.resolve(input),
    writeFiles: (texts) => {
      for (const [name, text] of texts) written[name] = text;
      return Promise.resolve();
    },
    list: (name) => {
      const folder = `${posix.normalize(name)}/`;
      const isSelected = (one: string): boolean =>
        isPattern(name) ? minimatch(one, name) : one.startsWith(folder);
      const asNamed = (one: string): string =>
        isPattern(name) ? one : `${name}/${one.slice(folder.length)}`;
      const all = Object.keys(files).filter((one) => !one.endsWith('/'));
      const inside = all.filter(isSelected).map(asNamed);
      const isFolder = inside.length > 0 || folder in files;
      return Promise.resolve(isFolder || isPattern(name) ? inside : undefined);
    },
    isGitIgnored: () => false,
    namesIn: (named) => {
      const folder = named === './' ? '' : named;
      const names = Object.keys(files).filter((name) => name.startsWith(folder));
      const inside = names.map((name) => name.slice(folder.length)).filter((name) => !name.includes('/'));
      return Promise.resolve(names.length > 0 ? inside : undefined);
    },
    projectOf: () => '.',
    isInside: (name, folder) =>
      folder === '.' || folder === '/'
        ? !name.startsWith('../') && !name.startsWith('/')
        : name.startsWith(folder),
    realPathOf: (name) => posix.normalize(name),
    parameterFilesFor: () =>
      Promise.resolve({
        files: Object.keys(files).filter((name) => name.endsWith('.bicepparam')),
        isWhole: true,
      }),
    settingsFileFor: (name) => Promise.resolve(nearestSettings(files, name)),
    leadsOut: () => undefined,
    resolveName: (host) => Promise.resolve(resolve?.(host) ?? { is: 'failed', code: 'ETIMEOUT' }),
    moduleCache: () => undefined,
    account: { ...signedOut, ...account },
    ...outputTo((text) => void (out += text)),
    error: (text) => void (error += text),
  });
  return { code, out, error, written };
}
