import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { assert as holds, property, string, array, constantFrom } from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { nodeDisk } from '../../src/cli/files/node-disk';
import { completionsAt, settingAt } from '../../src/team-settings/settings-help';
import { readTeamSettings } from '../../src/team-settings/read-team-settings';
import { estatesOf, isExcluded, parametersByTeam } from '../../src/team-settings/team-file';
import { caseCount } from '../support/case-count';
import { ran } from '../unit/cli/ran';

const file = 'aml-secure-compute.yml';
const bomb = `a: &a [x, x]\n${'bcdefghijklmnop'
  .split('')
  .map((name, at) => `${name}: &${name} [*${'abcdefghijklmno'[at] ?? ''}, *${'abcdefghijklmno'[at] ?? ''}]`)
  .join('\n')}`;

describe('a settings file in a folder of another user', () => {
  test.each([
    ['aliases that double each other', bomb],
    ['a list a thousand levels deep', `exclude: ${'['.repeat(1000)}`],
    [
      'a mapping a thousand levels deep',
      Array.from({ length: 1000 }, (_, at) => `${' '.repeat(at)}a:`).join('\n'),
    ],
    ['a million characters', `region: ${'x'.repeat(1_100_000)}`],
    ['fifty thousand mistakes', `exclude:\n${'  - 1\n'.repeat(50_000)}`],
    ['property names of every object', '__proto__: {a: 1}\nconstructor: 1\nseverity:\n  __proto__: off\n'],
    ['a tag that creates an object', 'region: !!js/function "x"'],
    ['zeros', '\0'.repeat(1000)],
  ])('with %s has a result without settings', (_what, text) => {
    for (const name of [file, 'aml-secure-compute.json']) {
      const { settings, faults } = readTeamSettings(name, text);
      expect(faults.length).toBeGreaterThan(0);
      expect(faults.length).toBeLessThanOrEqual(100);
      expect(settings).toMatchObject({ severity: {}, exclude: [], ignore: [] });
      expect(settings.region).toBeUndefined();
    }
    expect(Object.hasOwn(Object.prototype, 'a')).toBe(false);
  });

  test('never causes an exception, even if incomplete', () => {
    const words = constantFrom(
      ...[
        'ignore:',
        '\n',
        '  ',
        '- ',
        'id: ',
        'x',
        '{',
        '}',
        '[',
        ']',
        '"',
        "'",
        '|',
        '&a',
        '*a',
        '!!t',
        '#',
        ',',
        'parts:',
        'deployments:',
        '---',
        '\t',
        ': ',
      ],
    );
    const text = array(words, { maxLength: 40 }).map((all) => all.join(''));
    holds(
      property(text, string(), (one, other) => {
        for (const each of [one, other]) {
          for (const name of [file, 'aml-secure-compute.json']) {
            const { settings } = readTeamSettings(name, each);
            expect(Array.isArray(settings.ignore)).toBe(true);
            settingAt(name, each, 3);
          }
          completionsAt(each, each.length, ['a']);
        }
      }),
      { numRuns: caseCount(300, 20_000) },
    );
  });

  test.each([
    '../../etc/passwd',
    '/etc/passwd',
    'C:/Windows/win.ini',
    '..\\secret.json',
    'https://evil.example/a.bicep',
    'file:///etc/passwd',
  ])('doesn’t refer to a file outside its folder: %s', (path) => {
    const text = `parameters:\n  main.bicep: '${path}'\nexclude: ['${path}']\ndeployments:\n  - name: a\n    parts:\n      - template: '${path}'\n      - resources: '${path}'\n`;
    const { settings } = readTeamSettings(file, text);
    const team = { file, folder: '/w/', base: '/w/', settings };
    expect(parametersByTeam(team, 'main.bicep')).toBeUndefined();
    expect(estatesOf(team)).toEqual([]);
    expect(isExcluded(team, 'main.bicep')).toBe(false);
  });

  test('has its reason printed as text in the terminal', async () => {
    const yaml =
      'ignore:\n  - path: a.bicep\n    reason: "\\e]0;owned\\a\\u202Etxt"\n    expires: 2020-01-01\n';
    const { error } = await ran('check a.bicep', { 'a.bicep': "param a string = 'b'\n", [file]: yaml });
    expect(error).not.toMatch(/[\u001b\u0007\u202e]/);
  });
});

describe('settings files and links', () => {
  const root = mkdtempSync(join(tmpdir(), 'team-'));
  afterAll(() => rmSync(root, { recursive: true }));

  test('a link that leaves the repository isn’t followed', async () => {
    mkdirSync(join(root, 'repo', '.git'), { recursive: true });
    writeFileSync(join(root, 'outside.yml'), 'severity: {}\n');
    symlinkSync(join(root, 'outside.yml'), join(root, 'repo', file));
    await expect(nodeDisk.settingsFileFor(join(root, 'repo', 'main.bicep'))).rejects.toThrow(
      'terminal.leadsOutside',
    );
  });

  test('no settings file is searched for above the repository', async () => {
    writeFileSync(join(root, file), 'severity: {}\n');
    mkdirSync(join(root, 'other', '.git'), { recursive: true });
    expect(await nodeDisk.settingsFileFor(join(root, 'other', 'main.bicep'))).toBeUndefined();
    mkdirSync(join(root, 'another', '.git'), { recursive: true });
    writeFileSync(join(root, 'another', file), 'publicIp: no\n');
    const found = await nodeDisk.settingsFileFor(join(root, 'another', 'infra', 'main.bicep'));
    expect(found?.file.text).toBe('publicIp: no\n');
  });
});
