import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { preferredTags } from '../../src/azure/network/preferred-tags';
import { nodeDisk } from '../../src/cli/files/node-disk';
import { printableText } from '../../src/cli/printable-text';
import { runCommandLine } from '../../src/cli/run';
import { messagesIn } from '../support/messages-in';
import { readNamedTagFile } from '../../src/platform/named-tag-file';
import { hostile, rawLines } from '../support/hostile-names';
import { shippedTagFile } from '../support/shipped-tags';
import { outputTo } from '../support/shown-lines';

const dataFolder = fileURLToPath(new URL('../../data', import.meta.url));
const template = fileURLToPath(new URL('../fixtures/files/infra/network.bicep', import.meta.url));

let above = '';
let project = '';
beforeEach(() => {
  above = mkdtempSync(join(tmpdir(), 'attack-tags-'));
  project = join(above, 'project');
  mkdirSync(join(project, '.git'), { recursive: true });
});
afterEach(() => rmSync(above, { recursive: true, force: true }));

const at = (name: string): string => join(project, name);

async function checkedWith(tags: string) {
  let [out, error] = ['', ''];
  const code = await runCommandLine(['check', template, '--service-tags', tags], {
    ...nodeDisk,
    say: messagesIn('en'),
    version: '1',
    repository: '',
    pages: () => Promise.resolve({}),
    dataFolder,
    today: '2025-11-20',
    ...outputTo((text) => void (out += printableText(text))),
    error: (text) => void (error += printableText(text)),
  });
  return { code, out, error };
}

/** Reads the file in the setting like the editor. */
async function inEditor(setting: unknown) {
  const named = await readNamedTagFile(setting);
  return preferredTags(shippedTagFile('public'), named, { cloud: 'public', today: '2025-11-20' });
}

const tag = (prefixes: unknown, name: unknown = 'AzureMachineLearning') => ({
  name,
  properties: { addressPrefixes: prefixes },
});
const list = (...values: readonly unknown[]): string => JSON.stringify({ changeNumber: 1, values });

const wrong: Readonly<Record<string, string | Uint8Array>> = {
  nothing: '',
  'not JSON': '{"values":[',
  'JSON without values': '{"value":[]}',
  'a list': '[]',
  null: 'null',
  'values that aren’t a list': '{"values":{"length":1e9}}',
  'invalid values': list(null, 1, 'x', [], {}),
  'tags without names': list(tag(['20.0.0.0/8'], 1)),
  'tags without prefixes': list(tag([])),
  'prefixes that are a string': list(tag('20.0.0.0/8')),
  'a prefix that isn’t an address': list(tag(['20.0.0.0/8', 'evil.example'])),
  'an invalid prefix': list(tag(['20.0.0.0/33'])),
  'a prefix that is a number': list(tag(['20.0.0.0/8', 20])),
  'a prefix with a terminal sequence': list(tag([`20.0.0.0/8${hostile}`])),
  'lists inside lists': `{"values":${'['.repeat(200_000)}${']'.repeat(200_000)}}`,
  'objects inside objects': `${'{"values":'.repeat(100_000)}1${'}'.repeat(100_000)}`,
  zeros: new Uint8Array(100_000),
  'UTF-16 without a byte order mark': Buffer.from(list(tag(['20.0.0.0/8'])), 'utf16le'),
  'Latin-1': Buffer.concat([Buffer.from('{"x":"\u00e9"', 'latin1'), Buffer.from(',"values":[]}')]),
};

describe('an invalid service tag file', () => {
  test.each(Object.entries(wrong))('(%s) is rejected, and the editor reports it', async (_, content) => {
    writeFileSync(at('tags.json'), content);
    const { code, error, out } = await checkedWith(at('tags.json'));
    expect({ code, out }).toEqual({ code: 3, out: '' });
    expect(error).toMatch(/tags\.json/);
    expect(rawLines(error)).toEqual([]);
    const { isUnreadable, tags } = await inEditor(at('tags.json'));
    expect([isUnreadable, tags.changeNumber]).toEqual([true, shippedTagFile('public').changeNumber]);
  });

  // `az network list-service-tags > tags.json` in Windows PowerShell 5.1 (about_Redirection).
  test('doesn’t include UTF-16 with a byte order mark', async () => {
    writeFileSync(at('tags.json'), Buffer.from(`\uFEFF${list(tag(['20.0.0.0/8']))}`, 'utf16le'));
    expect((await checkedWith(at('tags.json'))).error).not.toMatch(/tags\.json/);
    const { isUnreadable, tags } = await inEditor(at('tags.json'));
    expect([isUnreadable, tags.names.length]).toEqual([false, 1]);
  });

  test('(a pipe, a device, a folder, or a file of 3 GB) is rejected at once', async () => {
    execFileSync('mkfifo', [at('pipe')]);
    writeFileSync(at('large'), '');
    truncateSync(at('large'), 3_000_000_000);
    for (const name of [at('pipe'), '/dev/zero', at('large'), project, at('none')]) {
      expect((await checkedWith(name)).code).toBeGreaterThanOrEqual(2);
      expect((await inEditor(name)).isUnreadable).toBe(true);
    }
  });

  test('behind a link doesn’t reveal its content', async () => {
    writeFileSync(join(above, 'secret'), '{"cloud":"the secret","password":"the secret"}');
    for (const [name, target] of [
      ['link.json', join(above, 'secret')],
      ['proc.json', '/proc/self/environ'],
    ] as const) {
      symlinkSync(target, at(name));
      const { code, out, error } = await checkedWith(at(name));
      expect(code).toBe(3);
      expect(`${out}${error}`).not.toMatch(/the secret|PATH=/);
      expect((await inEditor(at(name))).isUnreadable).toBe(true);
    }
  });

  test.each([undefined, null, 7, {}, [], '', ' '])(
    'isn’t read for %j, which isn’t a path',
    async (setting) => {
      expect(await readNamedTagFile(setting)).toBeUndefined();
    },
  );
});

describe('a list of service tags with hostile members', () => {
  const values = [tag(['20.0.0.0/8']), tag(['20.0.0.0/8'], hostile), tag(['20.0.0.0/8'], '__proto__')];
  const members: readonly string[] = [
    '"changeNumber":{"toString":1,"valueOf":1}',
    `"changeNumber":[${JSON.stringify(hostile)}]`,
    `"changeNumber":${JSON.stringify(hostile)}`,
    '"__proto__":{"values":[]},"constructor":1',
    '"cloud":7',
  ];
  test.each(members)('is read as data: %#', async (member) => {
    writeFileSync(at('tags.json'), `{"values":${JSON.stringify(values)},${member}}`);
    const { code, out, error } = await checkedWith(at('tags.json'));
    expect(code).toBe(1);
    expect([...rawLines(out), ...rawLines(error)]).toEqual([]);
    const { isUnreadable, tags } = await inEditor(at('tags.json'));
    expect([isUnreadable, tags.names.length]).toEqual([false, 3]);
    expect(tags.lookup('toString')).toBeUndefined();
  });

  test('of another cloud has that cloud’s name in the message as text', async () => {
    writeFileSync(at('tags.json'), JSON.stringify({ cloud: 'AzureGovernment', values }));
    expect((await checkedWith(at('tags.json'))).code).toBe(3);
    writeFileSync(at(`${hostile.replaceAll('/', '_').slice(0, 60)}.json`), '{}');
    const { error } = await checkedWith(at(`${hostile.replaceAll('/', '_').slice(0, 60)}.json`));
    expect(rawLines(error)).toEqual([]);
  });
});
