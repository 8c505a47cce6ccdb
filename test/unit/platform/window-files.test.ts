import { mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { windowFiles } from '../../../src/platform/window-files';

let home: string;
let folder: string;

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'windows-'));
  folder = join(home, 'plans');
});

afterEach(() => rmSync(home, { recursive: true, force: true }));

const text = (raw: unknown): string | undefined => (typeof raw === 'string' ? raw : undefined);
const named = (raw: unknown): unknown => (raw as { name?: unknown } | undefined)?.name;

/** Sets the file's time to so many seconds ago. */
function age(id: string, seconds: number): void {
  const at = Date.now() / 1000 - seconds;
  utimesSync(join(folder, `here.${id}.json`), at, at);
}

test('a window finds what it wrote, although another window wrote later', () => {
  const [first, second] = [windowFiles(folder, 'here'), windowFiles(folder, 'here')];
  first.write('a', { name: 'of a' });
  age('a', 60);
  second.write('b', { name: 'of b' });
  expect(first.read(['a'], named)).toBe('of a');
  expect(second.read(['b'], named)).toBe('of b');
});

test('a new window finds the file of the window that it names, or else the latest', () => {
  const files = windowFiles(folder, 'here');
  files.write('old', { name: 'old' });
  files.write('new', { name: 'new' });
  age('old', 60);
  expect(files.read(['unheard', 'old'], named)).toBe('old');
  expect(files.read(['unheard'], named)).toBe('new');
  expect(files.read([], named)).toBe('new');
});

test('files of windows on another folder aren’t found', () => {
  windowFiles(folder, 'there').write('a', { name: 'there' });
  expect(windowFiles(folder, 'here').read(['a'], named)).toBeUndefined();
});

test('without stored files, nothing is found, and nothing is created', () => {
  expect(windowFiles(folder, 'here').read(['a'], named)).toBeUndefined();
  expect(readdirSync(home)).toEqual([]);
});

test.each([
  ['half a file', '{"name":"of'],
  ['another kind of content', '"text"'],
  ['an empty file', ''],
])('ignores %s', (_, content) => {
  const files = windowFiles(folder, 'here');
  files.write('good', { name: 'good' });
  age('good', 60);
  writeFileSync(join(folder, 'here.bad.json'), content);
  expect(files.read(['bad'], named)).toBe('good');
});

test('ignores other files and folders', () => {
  mkdirSync(join(folder, 'here.folder.json'), { recursive: true });
  writeFileSync(join(folder, 'notes.txt'), '"a text"');
  expect(windowFiles(folder, 'here').read([], text)).toBeUndefined();
});

test('keeps the files of the latest fifty windows', () => {
  const files = windowFiles(folder, 'here');
  for (let index = 0; index < 55; index++) {
    files.write(`w${index}`, { name: index });
    age(`w${index}`, 1000 - index);
  }
  files.write('w55', { name: 55 });
  expect(readdirSync(folder)).toHaveLength(50);
  expect(files.read(['w55'], named)).toBe(55);
  expect(files.read(['w6'], named)).toBe(6);
  expect(readdirSync(folder)).not.toContain('here.w5.json');
});
