import { readFileSync } from 'node:fs';
import { afterAll, describe, expect, test } from 'vitest';
import { readBicep } from '../../../../src/documents/bicep/read-bicep';
import type { Expression } from '../../../../src/documents/template/expression';
import { startBicep, type BicepCompiler } from '../../../support/bicep';
import { bicepFixtures, type BicepFixture } from '../../../support/bicep-fixtures';

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

/** The value of an expression that computes nothing; undefined of others. */
function plainValue(expression: Expression): unknown {
  if (expression.is === 'literal') return expression.value;
  if (expression.is === 'array') {
    const items = expression.items.map((item) => (item.is === 'spread' ? undefined : plainValue(item)));
    return items.includes(undefined) ? undefined : items;
  }
  if (expression.is !== 'object') return undefined;
  const members = expression.members.map((one) =>
    one.is === 'spread' ? undefined : ([plainValue(one.key), plainValue(one.value)] as const),
  );
  if (members.some((one) => one === undefined || typeof one[0] !== 'string' || one[1] === undefined)) {
    return undefined;
  }
  return Object.fromEntries(members.map((one) => [String(one?.[0]), one?.[1]]));
}

/** In a template a text that begins with a bracket is written with two. */
const written = (value: unknown): unknown =>
  typeof value === 'string' && value.startsWith('[') ? `[${value}` : value;

describe('values that need no computing are those of the compiler', () => {
  const cases = fixtures
    .filter(({ name }) => name.endsWith('.bicep'))
    .flatMap((fixture) =>
      readBicep(fixture.text, fixture.name).variables.flatMap((variable) => {
        const value = plainValue(variable.value);
        return value === undefined || value === null ? [] : [{ fixture, name: variable.name, value }];
      }),
    );

  test('there are many', () => {
    expect(cases.length).toBeGreaterThan(40);
  });

  test.each(cases)('$fixture.name: $name', ({ fixture, name, value }) => {
    const { variables } = JSON.parse(readFileSync(fixture.compiledPath, 'utf8')) as {
      variables?: Record<string, unknown>;
    };
    expect(variables?.[name]).toEqual(written(value));
  });
});
