import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { listFiles, parameterFilesBelow } from '../../../../src/cli/files/list-files';

const files = [
  'main.bicep',
  'infra/z.bicep',
  'infra/a.bicep',
  'infra/net/hub.bicep',
  'infra/net/hub.json',
  'infra/net/notes.md',
  'infra/.hidden/h.bicep',
  'infra/node_modules/x/x.bicep',
  'infra/.git/x.bicep',
  'empty/readme.md',
  'env/a.bicepparam',
  'env/deep/b.bicepparam',
];
let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'terminal-list-'));
  for (const name of files) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), '');
  }
  await symlink(join(folder, 'infra'), join(folder, 'infra/net/round'));
  await symlink(join(folder, 'main.bicep'), join(folder, 'infra/linked.bicep'));
});
afterAll(() => rm(folder, { recursive: true }));

const listed = async (name: string) =>
  (await listFiles(`${folder}/${name}`))?.map((one) => one.slice(folder.length + 1));

test.each([
  [{ most: 2, mostFolders: 9 }, 2, true],
  [{ most: 1, mostFolders: 9 }, 1, false],
  [{ most: 2, mostFolders: 1 }, 1, false],
])('parameter files are found within the limits %j: %i', async (limits, found, isWhole) => {
  const { files: names, isWhole: whole } = await parameterFilesBelow(`${folder}/env`, limits);
  expect(names).toHaveLength(found);
  expect(whole).toBe(isWhole);
});

describe('files of a folder', () => {
  test('are its Bicep and JSON files by name at any depth, without node_modules, .git, and links', async () => {
    expect(await listed('infra')).toEqual([
      'infra/.hidden/h.bicep',
      'infra/a.bicep',
      'infra/net/hub.bicep',
      'infra/net/hub.json',
      'infra/z.bicep',
    ]);
  });

  test('are empty for a folder without any, and undefined for a file', async () => {
    expect(await listed('empty')).toEqual([]);
    expect(await listed('main.bicep')).toBeUndefined();
    expect(await listed('no.bicep')).toBeUndefined();
  });
});

describe('files of a pattern', () => {
  test.each([
    ['infra/**/*.bicep', ['infra/a.bicep', 'infra/net/hub.bicep', 'infra/z.bicep']],
    ['infra/*.bicep', ['infra/a.bicep', 'infra/z.bicep']],
    ['infra/net/hub.{bicep,json}', ['infra/net/hub.bicep', 'infra/net/hub.json']],
    ['infra/[ab].bicep', ['infra/a.bicep']],
    ['**/?.bicep', ['infra/a.bicep', 'infra/z.bicep']],
    ['infra/**/*.md', []],
    ['no/**/*.bicep', []],
  ])('%s', async (pattern, found) => {
    expect(await listed(pattern)).toEqual(found);
  });
});
