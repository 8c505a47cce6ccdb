import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { english } from '../../../src/messages/en/catalog';
import { french } from '../../support/french';

const joined = ['catalog.ts', 'early.ts', 'late.ts', 'on-page.ts'];

/** Every key of every file of a language, as often as it's defined. */
async function definitions(language: string): Promise<readonly string[]> {
  const folder = join('src', 'messages', language);
  const files = readdirSync(folder).filter((file) => !joined.includes(file));
  const modules = await Promise.all(
    files.map((file) => import(pathToFileURL(join(folder, file)).href) as Promise<Record<string, object>>),
  );
  return modules.flatMap((one) => Object.values(one).flatMap((texts) => Object.keys(texts)));
}

test.each([
  { language: 'en', catalog: english },
  { language: 'fr', catalog: french },
])('each $language text is defined once, and shown', async ({ language, catalog }) => {
  const keys = await definitions(language);
  expect(keys.length).toBeGreaterThan(1000);
  expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([]);
  expect([...keys].sort()).toEqual(Object.keys(catalog).sort());
});
