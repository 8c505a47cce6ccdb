import { globSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, test } from 'vitest';
import { codicons } from '../../../src/contract/wizard/codicons';

test('code points are those of the icon font', () => {
  const mapping = createRequire(import.meta.url)('@vscode/codicons/src/template/mapping.json') as Readonly<
    Record<string, readonly string[]>
  >;
  const points = new Map(
    Object.entries(mapping).flatMap(([point, names]) => names.map((name) => [name, Number(point)] as const)),
  );
  for (const [name, point] of Object.entries(codicons)) expect(points.get(name), name).toBe(point);
});

test('the font has each icon that an attribute names', () => {
  const named = globSync('webview-ui/src/**/*.ts').flatMap((file) =>
    readFileSync(file, 'utf8')
      .split('\n')
      .filter((line) => /\bicon(-after)?=/.test(line))
      .flatMap((line) => [...line.matchAll(/["']([a-z][a-z-]+)["']/g)].map(([, name = '']) => name)),
  );
  expect(named).toContain('mail');
  expect(named.filter((name) => !Object.hasOwn(codicons, name))).toEqual([]);
});
