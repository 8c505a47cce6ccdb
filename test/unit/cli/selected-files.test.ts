import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isGitIgnored } from '../../../src/cli/files/git-ignored';
import { ran } from './ran';

const network = readFileSync(new URL('../../fixtures/files/infra/network.bicep', import.meta.url), 'utf8');

describe('standard input', () => {
  test('is Bicep, or JSON according to its first character', async () => {
    const bicep = await ran('check -', {}, { input: network });
    expect(bicep.out).toContain('stdin.bicep:37:15  error');
    // No other command can read standard input again.
    expect(bicep.out).not.toContain('aml-secure-compute ');
    const template = JSON.stringify({
      $schema: 'https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#',
      contentVersion: '1.0.0.0',
      resources: [],
    });
    const { code, out } = await ran('check - --format json', {}, { input: template });
    expect({ code, read: JSON.parse(out).summary.filesRead as number }).toEqual({ code: 0, read: 1 });
  });

  test('with a name has the modules of its folder', async () => {
    const main = "module net 'net.bicep' = { name: 'net' }\n";
    const files = { 'infra/net.bicep': network };
    const { out, code } = await ran('check - --stdin-name infra/main.bicep', files, { input: main });
    expect(code).toBe(1);
    expect(out).toContain('infra/net.bicep:37:15  error');
  });

  test('overrides a saved file with its name', async () => {
    const files = { 'main.bicep': 'param a string\n' };
    const { out } = await ran('check - --stdin-name main.bicep', files, { input: network });
    expect(out).toContain('main.bicep:37:15  error');
  });

  test.each(['', ' \n'])('without content (%j) doesn’t pass', async (input) => {
    const { code, error } = await ran('check -', {}, { input });
    expect([code, error]).toEqual([3, 'Standard input is empty, so nothing was checked.\n']);
  });

  test('can’t be fixed, nor read twice', async () => {
    expect(await ran('fix -', {}, { input: network })).toMatchObject({ code: 2, written: {} });
    expect(await ran('check - -', {}, { input: network })).toMatchObject({ code: 2 });
  });
});

describe('--exclude', () => {
  const files = { 'infra/network.bicep': network, 'infra/old/network.bicep': network };

  test.each([
    ['infra/old', ['infra/network.bicep']],
    ['old/', ['infra/network.bicep']],
    ['**/old/**', ['infra/network.bicep']],
    ['*.bicep --exclude !infra/network.bicep', ['infra/network.bicep']],
  ])('%s excludes files', async (pattern, left) => {
    const { out } = await ran(`check infra --exclude ${pattern} --verbose`, files);
    const read = out.split('Files that were read:\n')[1]?.split('\n\n')[0] ?? '';
    expect(read.split('\n').map((one) => one.trim())).toEqual(left);
  });

  test('excludes files that are named too, and states that', async () => {
    const line = 'check infra/network.bicep infra/old/network.bicep --exclude infra/old --format json';
    const { error, out } = await ran(line, files);
    expect(error).toBe('--exclude leaves out infra/old/network.bicep.\n');
    expect((JSON.parse(out) as { summary: { filesRead: number } }).summary.filesRead).toBe(1);
  });

  test.each([
    ['check infra/network.bicep --exclude infra', 'infra/network.bicep'],
    ['check infra --exclude *.bicep', 'infra'],
    ['fix infra/*.bicep --exclude infra/*.bicep', 'infra/*.bicep'],
    ['request infra --exclude infra/', 'infra'],
  ])('%s doesn’t pass if nothing is checked', async (line, name) => {
    expect(await ran(line, files)).toEqual({
      code: 2,
      out: '',
      error: `--exclude leaves out every file of ${name}, so nothing was checked.\n`,
      written: {},
    });
  });

  test('is case-sensitive, like Git', async () => {
    expect((await ran('check infra --exclude INFRA/OLD --format json', files)).out).toContain('infra/old');
  });
});

test('a folder without templates exits with 0 and states that', async () => {
  for (const command of ['check', 'fix', 'request']) {
    const { code, error } = await ran(`${command} empty`, { 'empty/': '' });
    expect({ code, error }, command).toEqual({
      code: 0,
      error: 'empty doesn’t contain a Bicep, ARM, or Terraform file to check.\n',
    });
  }
});

describe('.gitignore', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'git-'));
    const texts = {
      '.git/HEAD': '',
      '.gitignore': 'build/\n*.tmp.bicep\n!keep.tmp.bicep\n/top.bicep\n',
      'infra/.gitignore': '!b.tmp.bicep\nlocal.bicep\n',
      'build/.gitignore': '!*.bicep\n',
      // No expression can have the first line.
      'long/.gitignore': `${'x'.repeat(100_000)}\nlocal.bicep\n`,
    };
    for (const [name, text] of Object.entries(texts)) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), text);
    }
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  // Results of `git check-ignore`.
  test.each([
    ['main.bicep', false],
    ['build/main.bicep', true],
    ['infra/build/main.bicep', true],
    ['a.tmp.bicep', true],
    ['keep.tmp.bicep', false],
    ['infra/b.tmp.bicep', false],
    ['infra/c.tmp.bicep', true],
    ['top.bicep', true],
    ['infra/top.bicep', false],
    ['infra/local.bicep', true],
    ['local.bicep', false],
    ['BUILD/main.bicep', false],
    ['a.TMP.bicep', false],
    ['long/main.bicep', false],
    ['long/local.bicep', true],
  ])('%s: %s', (name, isOut) => {
    expect(isGitIgnored(join(folder, name))).toBe(isOut);
  });

  test('doesn’t have an effect outside a repository', () => {
    expect(isGitIgnored(join(tmpdir(), 'build', 'main.bicep'))).toBe(false);
  });
});
