import { afterAll, expect, test } from 'vitest';
import { startBicep, type BicepCompiler } from '../../../support/bicep';
import { bicepFixtures, type BicepFixture } from '../../../support/bicep-fixtures';
import { someCases } from '../../../support/case-count';
import { failuresIn } from '../../../support/failures-in';

/**
 * The compiled template of each fixture is committed next to it. If the official compiler is available, fixtures are
 * compiled again and compared. `node scripts/bootstrap.mjs scripts/compile-fixtures.mjs` writes them.
 */
const bicep = startBicep();
afterAll(() => bicep?.stop());

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

const fixtures = someCases(bicepFixtures(), 6).map((one) => [one.name, one] as const);

test('the current compiler’s output equals the committed output', { timeout: 600_000 }, async () => {
  expect(fixtures.length).toBeGreaterThan(5);
  const failures = await failuresIn(fixtures, async (fixture) => {
    if (!bicep) return;
    const answer = withoutGenerator(await compiled(bicep, fixture));
    await expect(`${JSON.stringify(answer, null, 2)}\n`).toMatchFileSnapshot(fixture.compiledPath);
  });
  expect(failures).toEqual([]);
});
