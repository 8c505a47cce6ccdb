import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { someCases } from '../../support/case-count';
import { dishonestResults, everySubnet, type HonestyCase } from '../../support/honesty';
import { knownTerraformValues } from '../../support/unknown-terraform-values';
import { testFileSystem } from './analyzed';

/*
 * Any one value of a configuration becomes a variable without a value, and any one resource is there on a condition
 * without a value. No result passes then that didn't before.
 */

const folder = 'test/fixtures/terraform';

function caseOf(text: string): HonestyCase {
  return { file: 'main.tf', text, world: testFileSystem({ './': 'main.tf' }) };
}

const texts = readdirSync(folder).map((name) => ({
  name,
  text: readFileSync(join(folder, name, 'main.tf'), 'utf8'),
}));

/** Where a firewall decides, rules of the NSG do not. */
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

test('there are values enough', () => {
  expect(stated.flatMap(({ all }) => all).length).toBeGreaterThan(200);
});

test.each(stated)(
  'a variable without a value in place of a value of $name hides no result',
  async ({ one, all }) => {
    const before = await everySubnet(one);
    const wrong: string[] = [];
    for (const known of before ? someCases(all, 12) : []) {
      for (const what of await dishonestResults(one, before!, known)) wrong.push(`${known.what}: ${what}`);
    }
    expect(before).toBeDefined();
    expect(wrong).toEqual([]);
  },
  600_000,
);
