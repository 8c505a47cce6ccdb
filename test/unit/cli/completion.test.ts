import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ran } from './ran';

const { out: script } = await ran('completion bash');

/** Returns the completions of bash after some words. The last word is incomplete. */
function offered(...words: readonly string[]): readonly string[] {
  const typed = ['aml-secure-compute', ...words].map((one) => `'${one}'`).join(' ');
  const ask = `COMP_WORDS=(${typed}); COMP_CWORD=${words.length}; _aml_secure_compute; printf '%s\\n' "\${COMPREPLY[@]}"`;
  const text = execFileSync('bash', ['--norc', '-c', `${script}\n${ask}`], { encoding: 'utf8', cwd: 'data' });
  return text.split('\n').filter(Boolean);
}

test('bash completes commands, options, values, and files', () => {
  expect(offered('')).toEqual(expect.arrayContaining(['check', 'fix', 'completion', 'help']));
  expect(offered('che')).toEqual(['check', 'check-access']);
  expect(offered('check', '--fo')).toEqual(['--format']);
  expect(offered('check', 'a.bicep', '--format', 'j')).toEqual(['json', 'junit']);
  expect(offered('fix', '--base')).toEqual([]);
  expect(offered('completion', 'z')).toEqual(['zsh']);
  expect(offered('check', 'service')).toHaveLength(3);
  expect(offered('fix', '--dry')).toEqual(['--dry-run']);
  expect(offered('explain', '--err')).toEqual(['--error']);
  expect(offered('help', 'fi')).toEqual(['fix']);
});

test('bash completes a value after an equals sign', () => {
  expect(offered('check', '--format', '=', 'j')).toEqual(['json', 'junit']);
  expect(offered('check', '--public-ip', '=')).toEqual(['yes', 'no']);
});

test('bash completes a file name with spaces', () => {
  const folder = mkdtempSync(join(tmpdir(), 'completion-'));
  writeFileSync(join(folder, 'main network.bicep'), '');
  expect(offered('check', join(folder, 'm'))).toEqual([join(folder, 'main network.bicep')]);
  rmSync(folder, { recursive: true });
});

test.each(['zsh', 'fish', 'powershell'])('%s has every command and option', async (shell) => {
  const { out, code } = await ran(`completion ${shell}`);
  expect(code).toBe(0);
  for (const word of ['check-access', 'resolve', 'fail-on', 'write-baseline', 'gitlab']) {
    expect(out).toContain(word);
  }
});

test.each(['completion', 'completion tcsh'])('%s lists the shells', async (line) => {
  const { code, error, out } = await ran(line);
  expect([code, out]).toEqual([2, '']);
  expect(error).toContain('bash, zsh, fish, and powershell');
});

test.each([
  ['chekc a', 'check'],
  ['reslove a', 'resolve'],
  ['help fxi', 'fix'],
  ['version', '--version'],
])('%s gets a suggestion', async (line, similar) => {
  const { code, error } = await ran(line);
  expect(code).toBe(2);
  expect(error).toContain(`isn’t a command. Did you mean ${similar}? See --help.`);
});

test.each(['infra/main.bicep', 'main.bicep', '.', '..'])(
  '%s without a command is a file to check',
  async (name) => {
    const { code, error } = await ran([name, '--strict']);
    expect(code).toBe(2);
    expect(error).toContain(`run: aml-secure-compute check ${name}\n`);
  },
);

test.each(['-v', '-V'])('%s prints the version', async (line) => {
  expect(await ran(line)).toMatchObject({ code: 0, out: expect.stringMatching(/^1\.2\.3\n/) as string });
});
