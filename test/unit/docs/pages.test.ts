import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../../../scripts/places.mjs';
import { outdatedPages } from '../../../scripts/reference-pages.mjs';

const read = (file: string): string => readFileSync(join(root, file), 'utf8');
const below = (pattern: string): readonly string[] =>
  globSync(pattern, { cwd: join(root, 'docs') })
    .map((file) => file.replaceAll('\\', '/'))
    .sort();

const targetsIn = (file: string): readonly string[] =>
  [...read(file).matchAll(/\]\(([^()\s#]+)[^()\s]*\)/g)].map(([, target = '']) => target);

test('the tables of options and settings are those of the program', async () => {
  expect(await outdatedPages()).toEqual([]);
});

test('the index of the documentation links every page', () => {
  const all = below('{*,guide/*}.md').filter((file) => file !== 'README.md');
  expect(targetsIn('docs/README.md')).toEqual(expect.arrayContaining([...all]));
});
