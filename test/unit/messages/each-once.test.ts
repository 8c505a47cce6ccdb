import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { english } from '../../../src/messages/en/catalog';
import { french } from '../../support/french';

/** Returns every key of every file of a language, as often as it's written. Parsed JSON would keep only the last one. */
function definitions(language: string): readonly string[] {
  return globSync([`src/messages/${language}/*.json`, `src/requirements/*/${language}.json`]).flatMap(
    (file) => {
      const [, id] = /requirements[/\\]([\w-]+)/.exec(file) ?? [];
      const keys = [...readFileSync(file, 'utf8').matchAll(/^ {2}"([^"]+)":/gm)].map(([, key = '']) => key);
      return id === undefined ? keys : keys.map((key) => `requirement.${id}.${key}`);
    },
  );
}

test.each([
  { language: 'en', catalog: english },
  { language: 'fr', catalog: french },
])('each $language text is defined once, and shown', ({ language, catalog }) => {
  const keys = definitions(language);
  expect(keys.length).toBeGreaterThan(1000);
  expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([]);
  expect([...keys].sort()).toEqual(Object.keys(catalog).sort());
});
