import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { early } from '../../../src/messages/en/early';
import { english } from '../../../src/messages/en/catalog';

/** Files that activation loads: `extension.ts` and its imports, without type imports. */
function loadedAtOnce(): readonly string[] {
  const loaded = new Set<string>();
  const load = (file: string): void => {
    if (loaded.has(file) || file.includes('/messages/')) return;
    loaded.add(file);
    const source = readFileSync(file, 'utf8');
    for (const [, names = '', path = ''] of source.matchAll(
      /^import (?!type\b)([^;]*?) from '(\.[^']+)';/gms,
    )) {
      const isTypes = /^\{[^}]*\}$/s.test(names) && !/[{,]\s*(?!type\b)\w/.test(names);
      const target = join(dirname(file), path);
      const found = [`${target}.ts`, join(target, 'index.ts')].find((one) => existsSync(one));
      if (!isTypes && found !== undefined) load(found);
    }
  };
  load('src/extension.ts');
  return [...loaded];
}

test('code that activation loads uses only texts of the early bundle', () => {
  const files = loadedAtOnce();
  expect(files.length).toBeGreaterThan(20);
  const late = files.flatMap((file) => {
    const named = [...readFileSync(file, 'utf8').matchAll(/'([a-z][A-Za-z]*(?:\.[A-Za-z0-9-]+)+)'/g)];
    return named
      .map(([, key = '']) => key)
      .filter((key) => key in english && !(key in early))
      .map((key) => `${file}: ${key}`);
  });
  expect(late).toEqual([]);
});
