import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { onPage } from '../../../src/messages/en/on-page';
import { messagesIn } from '../../support/messages-in';

const pure = ['core', 'checks', 'documents', 'plans', 'requirements', 'azure'].map((folder) =>
  join('src', folder),
);

/**
 * Keys that a pure layer passes as literals: to `reason` and similar functions, to `addFault`, or as a `key:` member.
 */
const literal =
  /\b(?:(?:reason|met|notMet|notNeeded)\(\s*|addFault\(reader, )'([\w.-]+)'|\bkey: '([\w.-]+)'/g;

/** Returns the code of all files of a folder. */
function sourceIn(folder: string): string {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return files
    .filter((file) => file.endsWith('.ts'))
    .map((file) => readFileSync(join(folder, file), 'utf8'))
    .join('\n');
}

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

/** Matches each key that code composes from the template literal. */
function composedKeys(template: string): RegExp {
  const parts = template.split(/\$\{[^}]*\}/).map((part) => part.replaceAll('.', '\\.'));
  return new RegExp(`^${parts.join('[^`]+')}$`);
}

test('the page loads only texts that its code uses', () => {
  const code = sourceIn(join('webview-ui', 'src'));
  const templates = [...code.matchAll(/`((?:[a-z]\w*|\$\{\w+\})\.(?:[\w.-]|\$\{[^}]*\})+)`/g)].map(
    ([, template = '']) => composedKeys(template),
  );
  const unused = Object.keys(onPage).filter(
    (key) => !code.includes(`'${key}'`) && !templates.some((one) => one.test(key)),
  );
  expect(unused).toEqual([]);
});
