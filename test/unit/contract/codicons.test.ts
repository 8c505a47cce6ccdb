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
