import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { Command, type Option } from 'commander';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addCommands } from '../../../src/cli/commands';
import { visibleCommands } from '../../../src/cli/help';
import type { Terminal } from '../../../src/cli/terminal';
import { messagesIn } from '../../support/messages-in';
import { ranOnDisk } from './ran-on-disk';

/*
 * Every option and argument that names a file or folder, with a path that doesn't fit. The message names the path. The
 * exit code is 2 or 3, and nothing is written.
 */

const program = new Command();
addCommands(program, { say: messagesIn('en') } as Terminal, () => undefined);

let folder = '';
const at = (name: string): string => join(folder, name);

/** Paths that don't fit, by what they are. */
const paths = {
  'a path in a folder that doesn’t exist': 'missing/none.json',
  'a folder': 'folder',
  'a text file': 'text.txt',
  'a binary file': 'binary.json',
  'a file of 3 GB': 'huge.json',
} as const;

type PathKind = keyof typeof paths;

const network = 'test/fixtures/files/infra/network.bicep';
const plan = [
  ...['--name', 'cpu', '--workspace-region', 'westeurope', '--size', 'Standard_D2s_v5'],
  ...[
    '--workspace-id',
    '/subscriptions/s/resourceGroups/g/providers/Microsoft.MachineLearningServices/workspaces/w',
  ],
  ...[
    '--subnet-id',
    '/subscriptions/s/resourceGroups/g/providers/Microsoft.Network/virtualNetworks/v/subnets/n',
  ],
];

/** A command line of each command that ends without an error, apart from signing in. */
const lines: Readonly<Record<string, () => readonly string[]>> = {
  check: () => [at('network.bicep'), '--fail-on', 'none'],
  fix: () => [at('network.bicep'), '--dry-run'],
  explain: () => [`${at('network.bicep')}:37`],
  request: () => [at('network.bicep')],
  'check-access': () => [at('network.bicep')],
  compare: () => [at('network.bicep'), at('network.bicep')],
  resolve: () => [at('network.bicep')],
  plan: () => plan,
  write: () => ['--to', 'yaml', '--folder', at('written'), ...plan],
  create: () => ['--from-plan', at('cpu.amlplan.json'), '--what-if'],
  mcp: () => [],
  completion: () => ['bash'],
};

/** The same on a Terraform folder. */
const terraformLines: typeof lines = {
  check: () => [at('terraform'), '--fail-on', 'none'],
  fix: () => [at('terraform'), '--dry-run'],
  explain: () => [`${at('terraform/main.tf')}:26`],
  request: () => [at('terraform')],
  compare: () => [at('terraform'), at('terraform')],
  resolve: () => [at('terraform')],
};

/** Returns a command line on which an option has an effect. */
function lineFor({ command, option }: PathOption): readonly string[] {
  const name = command.name();
  if (option.long === '--error') return [at('network.bicep')];
  return (option.long === '--var-file' ? terraformLines : lines)[name]?.() ?? [];
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'bad-paths-'));
  mkdirSync(at('.git'));
  mkdirSync(at('folder'));
  mkdirSync(at('written'));
  mkdirSync(at('terraform'));
  copyFileSync(network, at('network.bicep'));
  copyFileSync('test/fixtures/terraform/associations/main.tf', at('terraform/main.tf'));
  writeFileSync(at('text.txt'), 'some text\n');
  writeFileSync(at('binary.json'), Buffer.from(Array.from({ length: 4096 }, (_, one) => (one * 7919) % 256)));
  writeFileSync(at('huge.json'), '');
  truncateSync(at('huge.json'), 3_000_000_000);
  await ranOnDisk(['plan', at('cpu.amlplan.json'), ...plan]);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Returns every file with its size, to see what was written. */
function listing(): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => `${name} ${statSync(at(name)).size}`)
    .sort();
}

/** Runs a command line that doesn't fit, and returns its message. */
async function refused(words: readonly string[]): Promise<{ readonly code: number; readonly error: string }> {
  const before = listing();
  const text = readFileSync(at('network.bicep'), 'utf8');
  const { code, error } = await ranOnDisk(words);
  expect(listing()).toEqual(before);
  expect(readFileSync(at('network.bicep'), 'utf8')).toBe(text);
  return { code, error };
}

/** A message that names the path, or the option if its value is read from there. */
const isReason = (path: string, option: string) => ({
  code: expect.toBeOneOf([2, 3]) as number,
  error: expect.toSatisfy(
    (text: string) =>
      (text.includes(basename(path)) || text.startsWith(`${option}: `)) && !/\n\s+at /.test(text),
    `a message about ${basename(path)}`,
  ) as string,
});

interface PathOption {
  readonly command: Command;
  readonly option: Option;
}

const pathOptions = visibleCommands(program).flatMap((command) =>
  command.options
    .filter(({ flags }) => /\b(?:FILE|FOLDER)\b/.test(flags))
    .map((option): PathOption => ({ command, option })),
);

/** Replaces an option of a command line, or adds it. */
function withOption(words: readonly string[], option: string, value: string): readonly string[] {
  const found = words.indexOf(option);
  return found < 0
    ? [...words, option, value]
    : [...words.slice(0, found + 1), value, ...words.slice(found + 2)];
}

/** Files that an option writes replace the file that exists. */
const isWritten = ({ option }: PathOption): boolean =>
  /^--(?:output|write-baseline)$/.test(option.long ?? '');

/** Kinds of paths that don't fit an option. `--error` accepts any text. */
function unfitFor(one: PathOption): readonly PathKind[] {
  const all = Object.keys(paths) as readonly PathKind[];
  if (one.option.flags.includes('FOLDER')) return all.filter((kind) => kind !== 'a folder');
  if (one.option.long === '--error') return all.filter((kind) => !/text|binary/.test(kind));
  return isWritten(one) ? all.slice(0, 2) : all;
}

test('each command has a command line', async () => {
  const names = visibleCommands(program).map((one) => one.name());
  expect(Object.keys(lines).sort()).toEqual(names.filter((one) => one !== 'help').sort());
  for (const [name, words] of Object.entries(lines)) {
    // These need an account, or the output of Azure CLI.
    if (name === 'create' || name === 'check-access') continue;
    const { code, error } = await ranOnDisk([name, ...words()]);
    expect([name, code, error]).toEqual([
      name,
      expect.toBeOneOf([0, 1]),
      expect.not.stringContaining('--help'),
    ]);
  }
});

describe.each(pathOptions.map((one) => [`${one.command.name()} ${one.option.flags}`, one] as const))(
  '%s',
  (_, one) => {
    test.each(unfitFor(one))('%s', async (kind) => {
      const path = at(paths[kind]);
      const [name, option = ''] = [one.command.name(), one.option.long];
      const value = one.option.flags.includes('FORMAT=') ? `json=${path}` : path;
      const words = withOption(lineFor(one), option, value);
      expect(await refused([name, ...words])).toMatchObject(isReason(path, option));
    });
  },
);

const withFiles = visibleCommands(program).filter(
  ({ registeredArguments: [first] }) => first?.name() === 'files',
);

describe.each(withFiles.map((command) => [command.name()] as const))('the files of %s', (name) => {
  const isForFolders = ['check', 'fix', 'request', 'check-access'].includes(name);
  const kinds = Object.keys(paths) as readonly PathKind[];
  // A folder without a file to check isn't an error: pipelines run on any repository.
  test.each(kinds.filter((kind) => !isForFolders || kind !== 'a folder'))('%s', async (kind) => {
    const path = at(paths[kind]);
    const named = name === 'explain' ? `${path}:1` : path;
    const options = (lines[name]?.() ?? []).filter((one) => !one.includes('network.bicep'));
    const words = name === 'compare' ? [named, at('network.bicep')] : [named];
    expect(await refused([name, ...words, ...options])).toMatchObject(isReason(path, name));
  });
});
