import { build } from 'esbuild';
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { printableText } from '../../src/cli/printable-text';
import { someCases } from '../support/case-count';
import { hostile, hostileParts, rawLines, mapJsonTexts } from '../support/hostile-names';
import { ran } from '../unit/cli/ran';

const root = fileURLToPath(new URL('../../', import.meta.url));
const fixture = (name: string): string => readFileSync(join(root, 'test/fixtures', name), 'utf8');
const exported = ['vnet-show.json', 'nsg-show.json', 'nat-show.json'];
const network = fixture('files/infra/network.bicep');

/** Returns what a user or a pipeline sees for one command line. */
async function printed(line: string, files: Readonly<Record<string, string>> = {}) {
  const { out, error, code, written } = await ran(line, files);
  return { out: printableText(out), error: printableText(error), code, written };
}

async function expectNothingRaw(line: string, files: Readonly<Record<string, string>> = {}): Promise<void> {
  const { out, error } = await printed(line, files);
  expect(out + error, line).not.toBe('');
  expect([...rawLines(out), ...rawLines(error)], line).toEqual([]);
  if (/--format (json|sarif)/.test(line) && out !== '') {
    expect(() => JSON.parse(out) as unknown, line).not.toThrow();
    expect(out).not.toMatch(/[\u2066-\u2069]/);
  }
}

describe('a name in an exported resource', () => {
  const keys = [...new Set(exported.flatMap((name) => keysOf(JSON.parse(fixture(`exports/${name}`)))))];
  const variants = someCases(
    keys.flatMap((key) => ['text', 'json'].map((format) => [key, format] as const)),
    8,
  );
  test.each(variants)('in every %s isn’t a command in %s', async (key, format) => {
    const files = Object.fromEntries(
      exported.map((name) => {
        const change = (text: string, its: string) => (its === key ? `${text}${hostile}` : text);
        return [name, JSON.stringify(mapJsonTexts(JSON.parse(fixture(`exports/${name}`)), change))];
      }),
    );
    await expectNothingRaw(`check ${exported.join(' ')} --format ${format}`, files);
  });
});

function keysOf(value: unknown): readonly string[] {
  const keys: string[] = [];
  mapJsonTexts(value, (text, key) => {
    keys.push(key);
    return text;
  });
  return keys;
}

const written = (text: string): string =>
  [...text].map((one) => `\\u{${one.codePointAt(0)!.toString(16)}}`).join('');

/** Returns a Bicep file with a hostile text after one of its strings. */
function bicepWith(at: number): string {
  let index = -1;
  return network.replace(/'([^'\n]*)'/g, (whole, text: string) => {
    index += 1;
    return index === at ? `'${text}${written(hostile)}'` : whole;
  });
}

const texts = [...network.matchAll(/'[^'\n]*'/g)].map((_, at) => at);
const commands = [
  'check main.bicep',
  'check main.bicep --format json',
  'check main.bicep --format sarif',
  'fix main.bicep --dry-run',
  'compare network.bicep main.bicep',
  'request network.bicep --all',
  'request network.bicep --format json',
  'compare main.bicep network.bicep --format json',
  'resolve main.bicep',
];

describe('a text in a Bicep file', () => {
  const variants = someCases(
    texts.flatMap((at) => commands.map((line) => [at, line] as const)),
    10,
  );
  test.each(variants)('(text %d) isn’t a command in %s', async (at, line) => {
    await expectNothingRaw(line, { 'main.bicep': bicepWith(at), 'network.bicep': network });
  });

  const lines = network.split('\n').map((_, at) => at + 1);
  test.each(someCases(lines, 3))('isn’t a command in the explanation of line %d', async (line) => {
    const named = network.replace(/(name: '[^'\n]*)'/g, (_, name: string) => `${name}${written(hostile)}'`);
    await expectNothingRaw(`explain main.bicep:${String(line)}`, { 'main.bicep': named });
  });

  test('keeps its exact characters in JSON', async () => {
    const named = network.replace(
      /(resource \w+ 'Microsoft\.Network\/virtualNetworks@[^{]*\{\n\s*name: ')([^'\n]*)'/,
      (_, before: string) => `${before}${written(hostile)}'`,
    );
    const { out } = await printed('resolve main.bicep', { 'main.bicep': named });
    const { resources } = JSON.parse(out) as { resources: { name: string }[] };
    expect(resources.map(({ name }) => name)).toContain(hostile);
  });
});

describe('an export of effective routes or rules', () => {
  const from = `check vnet-show.json nsg-show.json nat-show.json --subnet snet-training --compute cluster`;
  const route = { source: 'VirtualNetworkGateway', state: 'Active', nextHopType: 'VirtualAppliance' };
  const rule = { priority: 1, direction: 'Outbound', access: 'Deny', protocol: 'Any' };
  test.each([
    ['--effective-routes', { ...route, addressPrefix: ['0.0.0.0/0'], nextHopIpAddress: [hostile] }],
    ['--effective-routes', { ...route, addressPrefix: [hostile], nextHopIpAddress: ['10.0.0.4'] }],
    ['--admin-rules', { id: `/${hostile}`, properties: rule }],
    ['--admin-rules', { id: '/r', properties: { ...rule, access: hostile } }],
    ['--admin-rules', { id: '/r', properties: { ...rule, destinations: [{ addressPrefix: hostile }] } }],
  ])('isn’t a command: %s %#', async (option, one) => {
    const files = { 'seen.json': JSON.stringify({ value: [one] }) };
    for (const format of ['text', 'json']) {
      const line = `${from} ${option} seen.json --format ${format}`;
      await expectNothingRaw(line, files);
      expect((await printed(line, files)).code).toBeLessThan(2);
    }
  });

  test.each(['--effective-routes', '--admin-rules'])(
    'with other items in its list (%s) is rejected',
    async (option) => {
      for (const value of [[null], [1], ['x'], {}, 'x']) {
        const { code, error } = await printed(`${from} ${option} seen.json`, {
          'seen.json': JSON.stringify({ value }),
        });
        expect({ code, error }).toMatchObject({ code: 3 });
        expect(error).toContain('seen.json doesn’t contain a list of objects named value.');
      }
    },
  );
});

describe('a file name', () => {
  const name = hostile.replaceAll('/', '_');
  const module = network.replace(/^\/\/ aml-secure-compute:.*$/m, '');
  test.each([
    [`check ${name}.bicep`, { [`${name}.bicep`]: network }],
    [`check ${name}.bicep`, { [`${name}.bicep`]: `${network}\nresource broken '` }],
    [`check ${name}.bicep --format sarif`, { [`${name}.bicep`]: network }],
    [`check ${name}.json`, { [`${name}.json`]: '{ "a": ' }],
    [`check ${name}.json`, {}],
    [`fix ${name}.bicep --dry-run`, { [`${name}.bicep`]: network }],
    [
      `fix ${name}.bicep --dry-run --deny-other-outbound`,
      { [`${name}.bicep`]: fixture('files/infra/by-default.bicep') },
    ],
    [`explain ${name}.bicep:9999`, { [`${name}.bicep`]: network }],
    [`explain ${name}.bicep:1`, { [`${name}.bicep`]: network }],
    [`compare ${name}.bicep main.bicep`, { [`${name}.bicep`]: module, 'main.bicep': network }],
    [`resolve ${name}.bicep`, { [`${name}.bicep`]: `${network}\nmodule m 'none.bicep' = { name: 'm' }` }],
    [`check main.bicep`, { 'main.bicep': `module m '${written(name)}.bicep' = { name: 'm' }` }],
  ] as const)('isn’t a command: %#', async (line, files) => {
    await expectNothingRaw(line, files);
  });
});

describe('a command-line argument', () => {
  test.each([
    hostile,
    `check vnet-show.json --${hostile}`,
    `check vnet-show.json --compute ${hostile}`,
    `check vnet-show.json --subnet ${hostile}`,
    `check vnet-show.json --region ${hostile}`,
    `check vnet-show.json --root ${hostile}`,
    `check vnet-show.json --service-tags ${hostile}`,
    `check vnet-show.json --params ${hostile}`,
    `resolve a.bicep ${hostile}`,
  ])('isn’t a command: %#', (line) => expectNothingRaw(line));
});

describe('printed text', () => {
  test.each(Object.entries(hostileParts))('has %s escaped', (_, part) => {
    expect(
      rawLines(printableText(`a${part}b\n${part.trimStart()}\n`)).filter((line) => !line.includes('FORGED')),
    ).toEqual([]);
  });

  test('has commands with joiners escaped, which some cultures ignore', () => {
    expect(printableText('a #\u200D#\u200Cvso[x]\n \u200D:\u200D:error::x')).toBe(
      'a \\u0023\u200D#\u200Cvso[x]\n \u200D\\u003a\u200D:error::x',
    );
  });

  test('is unchanged if it’s ordinary', () => {
    const ordinary =
      'Prêt : sous-réseau «\u00A0a\u00A0» \t## Title [x] ::/0 #1 👩‍👩‍👧 ❤️ שלום\n\n  a::b ##vso x\n';
    expect(printableText(ordinary)).toBe(ordinary);
  });

  test('is the same if escaped twice', () => {
    const once = printableText(`${hostile}\n${hostile}`);
    expect(printableText(once)).toBe(once);
  });
});

describe('the released program', () => {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'attack-output-'));
    await build({
      absWorkingDir: root,
      entryPoints: ['src/cli/cli.ts'],
      outfile: join(folder, 'cli.js'),
      bundle: true,
      platform: 'node',
      target: 'node22',
      alias: { 'jsonc-parser': 'jsonc-parser/lib/esm/main.js' },
      logLevel: 'warning',
    });
    await symlink(join(root, 'data'), join(folder, 'data'));
    await mkdir(join(folder, 'infra'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  const run = (...args: readonly string[]): Promise<{ readonly out: string; readonly error: string }> =>
    new Promise((resolve) => {
      execFile(process.execPath, [join(folder, 'cli.js'), ...args], { cwd: folder }, (_, out, error) =>
        resolve({ out, error }),
      );
    });

  test('prints file names as text to standard output and standard error', async () => {
    // A file name has at most 255 bytes.
    const name = 'infra/x\u001b[31m\r\n::error::y##vso[task.complete]\u009b\u202E.bicep';
    await writeFile(join(folder, name), `${network}\nresource broken '`);
    const [checked, lost] = await Promise.all([run('check', 'infra'), run('check', `${name}x`)]);
    for (const text of [checked.out, checked.error, lost.error]) {
      expect(text).toContain(
        'infra/x\\u001b[31m\\u000d\\u000a::error::y\\u0023#vso[task.complete]\\u009b\\u202e.bicep',
      );
      expect(rawLines(text)).toEqual([]);
    }
  });
});
