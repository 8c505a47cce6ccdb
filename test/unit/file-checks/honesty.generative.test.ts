import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { diskWith } from '../../corpus/deployable-files';
import { someCases } from '../../support/case-count';
import { dishonestResults, everySubnet } from '../../support/honesty';
import { knownValues, type KnownValue } from '../../support/unknown-values';

/*
 * Any one value that a file states becomes a parameter without a value: a text, a number, a flag, a whole object or list, a
 * default, or a value in a parameter file that is known at the deployment only; and a resource or a module is there on a
 * condition. No result passes then that didn't before, and no subnet is ready that another value would break.
 */

const root = fileURLToPath(new URL('../../fixtures/', import.meta.url));

/** Templates that hold a network; those that the compiler made of others hold nothing new. */
const files = globSync('{documents/{arm,bicep},files,fixes,folders,modules,plans}/**/*.{bicep,json}', {
  cwd: root,
})
  .filter((name) => !/compiled|deployed|cache|new-network|\.parameters\.json/.test(name))
  .filter((name) => /Microsoft\.Network\/virtualNetworks/.test(readFileSync(`${root}${name}`, 'utf8')))
  .sort();

interface Stated {
  readonly name: string;
  readonly known: KnownValue;
}

const stated = files.flatMap((name): readonly Stated[] =>
  knownValues(name, readFileSync(`${root}${name}`, 'utf8')).map((known) => ({ name, known })),
);

async function wrongIn(name: string, known: readonly KnownValue[]): Promise<readonly string[]> {
  const file = `${root}${name}`;
  const one = { file, text: readFileSync(file, 'utf8'), world: diskWith(new Map()) };
  const before = await everySubnet(one);
  if (!before) return [`${name} was not read`];
  const wrong: string[] = [];
  for (const value of known) {
    for (const what of await dishonestResults(one, before, value)) {
      wrong.push(`${name}, ${value.what}: ${what}`);
    }
  }
  return wrong;
}

describe('a value that nobody gives', () => {
  const chosen = someCases(stated, 40, 400);

  test('there are files and values enough', () => {
    expect(files.length).toBeGreaterThan(30);
    expect(stated.length).toBeGreaterThan(1_000);
  });

  test.each([...new Set(chosen.map(({ name }) => name))])(
    'hides no result of %s',
    async (name) => {
      const known = chosen.filter((one) => one.name === name).map((one) => one.known);
      expect(await wrongIn(name, known)).toEqual([]);
    },
    600_000,
  );
});
