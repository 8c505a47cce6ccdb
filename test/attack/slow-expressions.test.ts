import { beforeAll, describe, expect, test } from 'vitest';
import { ignoredLines } from '../../src/file-checks/ignoring-comments';
import { knownFiles } from '../../src/file-checks/known-files';
import { someCases } from '../support/case-count';
import { slowFiles } from '../support/slow-files';
import { ran } from '../unit/cli/ran';

/** Maximum seconds for each input. Without the countermeasure, it took 18 s or more. */
const most = 1;

/** Measures the CPU time of this thread in seconds. On a shared machine, the wall clock includes the work of others. */
async function secondsOf(work: () => unknown): Promise<number> {
  const start = process.threadCpuUsage();
  await work();
  const { user, system } = process.threadCpuUsage(start);
  return (user + system) / 1_000_000;
}

const ignoring = '// aml-secure-compute: ignore-next-line';
const network = "resource n 'Microsoft.Network/virtualNetworks@2024-05-01' = { name: 'n' }\n";

/** One-time loading isn't measured. */
beforeAll(async () => {
  await ran('check main.bicep', { 'main.bicep': network });
  await ran('check main.json', { 'main.json': '[]' });
});

describe('a small file doesn’t take long', () => {
  test('with 3.7 kB of spaces in an ignore comment', async () => {
    const text = `${ignoring}${' '.repeat(1800)}${ignoring.slice(26)}${' '.repeat(1800)}\u2028x\n${network}`;
    expect(await secondsOf(() => ignoredLines(text))).toBeLessThan(most);
    expect(await secondsOf(() => ran('check main.bicep', { 'main.bicep': text }))).toBeLessThan(most);
  });

  const ofLines: readonly (readonly [string, string])[] = [
    ['a directive of spaces', `/* aml-secure-compute: x${' '.repeat(50_000)}y */\n`],
    ['a number format', `var v = format('{0:${'x'.repeat(60_000)}..}', 1)\noutput o string = v\n`],
    ['zeros in groups of three', `var v = format('{0:${'0'.repeat(60_000)},}', 1)\noutput o string = v\n`],
    ['a text of spaces', `output o string = trim('x${' '.repeat(60_000)}x')\n`],
    ['an address', `output o object = parseUri('http://${'@['.repeat(2000)}${']:'.repeat(2000)}\\n')\n`],
  ];
  test.each(ofLines)('with %s in Bicep', async (_, line) => {
    const files = { 'main.bicep': line + network };
    expect(await secondsOf(() => ran('check main.bicep', files))).toBeLessThan(most);
  });

  test('with a JSON path', async () => {
    const path = `[:${' '.repeat(3000)}:${' '.repeat(3000)}x`;
    const text = `output o object = loadJsonContent('a.json', '${path}')\n${network}`;
    const files = { 'main.bicep': text, 'a.json': '{}' };
    expect(await secondsOf(() => ran('check main.bicep', files))).toBeLessThan(most);
  });

  test('with unclosed quotes in an export', async () => {
    const files = { 'main.json': `[{ "id": "${'\\"'.repeat(100_000)}` };
    expect(await secondsOf(() => ran('check main.json', files))).toBeLessThan(most);
  });

  test('with an ID of many slashes in an export', async () => {
    const id = `${'/providers/a/b'.repeat(10_000)}/providers/\n/c`;
    const files = { 'main.json': JSON.stringify([{ id }]) };
    expect(await secondsOf(() => ran('check main.json', files))).toBeLessThan(most);
  });
});

describe('an expression with unbounded growth is too complex', () => {
  const table = (tag: string): string =>
    `resource t 'Microsoft.Network/routeTables@2024-05-01' = {\n  name: 't'\n  tags: { v: ${tag} }\n}\n`;
  const bombs: readonly (readonly [string, string])[] = [
    ['replace() with 4 GB', `replace('${'a'.repeat(65_536)}', 'a', '${'b'.repeat(65_536)}')`],
    ['join() with 4 GB', `join(split('${'a'.repeat(65_536)}', 'a'), '${'b'.repeat(65_536)}')`],
    ['format() with 1 GB', `format('${'{0,10000}'.repeat(100_000)}', 'a')`],
  ];
  test.each(bombs)('%s', async (_, expression) => {
    let out = '';
    const seconds = await secondsOf(async () => {
      ({ out } = await ran('resolve main.bicep', { 'main.bicep': table(expression) }));
    });
    expect(out).toContain('Too complex to evaluate.');
    expect(seconds).toBeLessThan(most);
  });
});

describe('a part of a text that repeats in one place of a file', () => {
  const all = Object.entries(slowFiles(20_000));
  test.each(someCases(all, 3))('%s', async (_, files) => {
    const texts = Object.fromEntries(files.map(([name, content]) => [name, String(content)]));
    expect(await secondsOf(() => ran(`resolve ${files[0]?.[0] ?? ''}`, texts))).toBeLessThan(5 * most);
  });
});

test('a path that is too long for any disk isn’t looked up', async () => {
  const asked: string[] = [];
  const note = (file: string): boolean => asked.push(file) > 0;
  const files = knownFiles({ isInside: note, read: (file) => Promise.resolve(note(file) ? 'x' : undefined) });
  expect(files.read('a/'.repeat(20_000), 'main.bicep').is).toBe('missing');
  expect(files.list('a/'.repeat(20_000), 'main.bicep').is).toBe('missing');
  expect(await files.fetch()).toBe(false);
  expect(asked).toEqual([]);
});
