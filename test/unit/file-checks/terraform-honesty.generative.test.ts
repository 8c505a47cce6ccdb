import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { someCases } from '../../support/case-count';
import { dishonestResults, everySubnet, type HonestyCase } from '../../support/honesty';
import { plannedFolder } from '../../support/planned-folder';
import { knownTerraformValues } from '../../support/unknown-terraform-values';
import type { KnownValue } from '../../support/unknown-values';
import { planText, type PlannedResource } from '../documents/terraform/plan-text';
import { testFileSystem } from './analyzed';
import { comparable } from './comparable';

/*
 * Any single value of a configuration becomes a variable without a value, or any single resource gets a condition
 * without a value. No result passes that didn't pass before.
 */

const folder = 'test/fixtures/terraform';

function caseOf(text: string): HonestyCase {
  return { file: 'main.tf', text, world: testFileSystem({ './': 'main.tf' }) };
}

const texts = readdirSync(folder).map((name) => ({
  name,
  text: readFileSync(join(folder, name, 'main.tf'), 'utf8'),
}));

/** If a firewall decides, rules of the NSG don't. */
function withoutFirewall(text: string): string {
  const blocks = text.split(/\n(?=resource )/);
  return blocks.filter((block) => !/^resource [^{]*(?:firewall|route)/.test(block)).join('\n');
}

const stated = [
  ...texts,
  ...texts.map(({ name, text }) => ({ name: `${name} without a firewall`, text: withoutFirewall(text) })),
]
  .filter(({ text }, at, all) => all.findIndex((one) => one.text === text) === at)
  .map(({ name, text }) => ({ name, one: caseOf(text), all: knownTerraformValues('main.tf', text) }));

test('there are enough values', () => {
  expect(stated.flatMap(({ all }) => all).length).toBeGreaterThan(200);
});

const planned = stated
  .filter(({ name }) => name === 'associations' || name === 'separate-items without a firewall')
  .map(({ name, one }) => ({ name, resources: plannedFolder(one.text) }));

/** Returns a plan with the results of its configuration. */
function planCase(resources: readonly PlannedResource[]): HonestyCase {
  return { file: 'plan.json', text: planText({ resources }), world: testFileSystem({}) };
}

/** Returns the plan's arguments, each of which becomes known only after apply, from a local value. */
function unknownArguments(resources: readonly PlannedResource[]): readonly KnownValue[] {
  return resources.flatMap((one, at) =>
    Object.keys({ ...one.values, ...one.unknown }).map((name) => {
      const values = Object.fromEntries(Object.entries(one.values).filter(([key]) => key !== name));
      const open = { ...one, values, unknown: { ...one.unknown, [name]: ['local.open'] } };
      const asParameter = planText({ resources: resources.with(at, open) });
      return { file: 'plan.json', what: `${one.address}, ${name}`, member: name, value: '', asParameter };
    }),
  );
}

test.each(stated)(
  'a variable without a value in place of a value of $name hides no result',
  async ({ one, all }) => {
    expect(await wrongIn(one, all)).toEqual([]);
  },
  600_000,
);

test.each(planned)('the plan of $name has the results of its configuration', async ({ name, resources }) => {
  const text = stated.find((one) => one.name === name)?.one.text ?? '';
  const plan = await comparable({ 'plan.json': planText({ resources }) });
  expect(plan).toEqual(await comparable({ 'main.tf': text, './': 'main.tf' }));
});

test.each(planned)(
  'a reference of the plan of $name that can’t be followed hides no result',
  async ({ resources }) => {
    expect(await wrongIn(planCase(resources), unknownArguments(resources))).toEqual([]);
  },
  600_000,
);

async function wrongIn(one: HonestyCase, all: readonly KnownValue[]): Promise<readonly string[]> {
  const before = await everySubnet(one);
  if (!before) return ['was not read'];
  const wrong: string[] = [];
  for (const known of someCases(all, 8)) {
    for (const what of await dishonestResults(one, before, known)) wrong.push(`${known.what}: ${what}`);
  }
  return wrong;
}
