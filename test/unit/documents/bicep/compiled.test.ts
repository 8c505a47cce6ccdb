import { readFileSync } from 'node:fs';
import { afterAll, expect, test } from 'vitest';
import { readBicep } from '../../../../src/documents/bicep/read-bicep';
import { startBicep, type BicepCompiler } from '../../../support/bicep';
import { bicepFixtures, type BicepFixture } from '../../../support/bicep-fixtures';
import {
  comparedValues,
  declarationLosses,
  type CompiledTemplate,
} from '../../../support/compiled-declarations';

/**
 * What the official compiler makes of each fixture is checked in beside it. With the compiler at hand it is made again
 * and compared; `node scripts/bootstrap.mjs scripts/compile-fixtures.mjs` writes it.
 */
const bicep = startBicep();
afterAll(() => bicep?.stop());

const fixtures = bicepFixtures();

async function compiled(compiler: BicepCompiler, { name, path }: BicepFixture): Promise<unknown> {
  const isParameters = name.endsWith('.bicepparam');
  const answer = await (isParameters ? compiler.compileParams(path) : compiler.compile(path));
  expect(answer.diagnostics.filter((one) => one.level === 'Error')).toEqual([]);
  const { parameters } = answer as { parameters?: string };
  return JSON.parse((isParameters ? parameters : answer.contents) ?? 'null');
}

/** Without the compiler's version and its checksum, which change with it. */
function withoutGenerator(template: unknown): unknown {
  if (Array.isArray(template)) return template.map(withoutGenerator);
  if (typeof template !== 'object' || template === null) return template;
  const members = Object.entries(template).filter(([name]) => name !== '_generator');
  return Object.fromEntries(members.map(([name, value]) => [name, withoutGenerator(value)]));
}

test('there are at least 60 of them', () => {
  expect(fixtures.length).toBeGreaterThanOrEqual(60);
});

if (bicep) {
  test.each(fixtures)('$name: the compiler’s answer is the one that is checked in', async (fixture) => {
    const answer = withoutGenerator(await compiled(bicep, fixture));
    await expect(`${JSON.stringify(answer, null, 2)}\n`).toMatchFileSnapshot(fixture.compiledPath);
  });
}

const templates = fixtures.filter(({ name }) => name.endsWith('.bicep'));

test.each(templates)(
  '$name: what is declared is what the compiler makes of it',
  ({ name, text, compiledPath }) => {
    const compiledOne = JSON.parse(readFileSync(compiledPath, 'utf8')) as CompiledTemplate;
    expect(declarationLosses(readBicep(text, name), compiledOne)).toEqual([]);
  },
);

test('values that need no computing are those of the compiler', () => {
  const compared = templates.flatMap(({ name, text, compiledPath }) => {
    const compiledOne = JSON.parse(readFileSync(compiledPath, 'utf8')) as CompiledTemplate;
    return comparedValues(readBicep(text, name), compiledOne);
  });
  expect(compared.length).toBeGreaterThan(40);
  expect(compared.map(({ name, read }) => [name, read])).toEqual(
    compared.map(({ name, compiledValue }) => [name, compiledValue]),
  );
});
