import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { messagesIn } from '../../support/messages-in';

const pure = ['core', 'checks', 'documents', 'plans', 'requirements', 'azure'].map((folder) =>
  join('src', folder),
);

/**
 * Keys that a pure layer passes as literals: to `reason` and similar functions, to `addFault`, or as a `key:` member.
 */
const literal =
  /\b(?:(?:reason|met|notMet|notNeeded)\(\s*|addFault\(reader, )'([\w.-]+)'|\bkey: '([\w.-]+)'/g;

function keysIn(folder: string): { key: string; file: string }[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .flatMap((file) =>
      [...readFileSync(join(folder, file), 'utf8').matchAll(literal)].map((found) => ({
        key: found[1] ?? found[2] ?? '',
        file: join(folder, file),
      })),
    );
}

test('every reason that a pure layer returns has a text', () => {
  const all = pure.flatMap(keysIn);
  expect(all.length).toBeGreaterThan(50);
  const say = messagesIn('en');
  const unworded = all.filter((one) => !say.has(one.key));
  expect(unworded).toEqual([]);
});
