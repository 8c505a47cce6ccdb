import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { goldenNetworks, type GoldenNetwork } from './expected';
import { asBicep, asDeployed, asTerraform, type FormOutcome } from './forms';

const folder = 'test/fixtures/golden';
const files = Object.fromEntries(
  readdirSync(folder).map((name) => [name, readFileSync(`${folder}/${name}`, 'utf8')]),
);

function expectOutcome(outcome: FormOutcome, { errors, unknown, warnings = [] }: GoldenNetwork): void {
  expect({ errors: outcome.errors, unknown: outcome.unknown }).toEqual({
    errors: [...errors].sort(),
    unknown: [...unknown].sort(),
  });
  expect(outcome.warnings).toEqual(expect.arrayContaining([...warnings]));
}

describe('networks as customers write them', () => {
  test.each(goldenNetworks.map((golden) => ({ golden, file: golden.file })))(
    '$file, as Bicep',
    async ({ golden }) => {
      expectOutcome(await asBicep(golden, files), golden);
    },
  );

  test.each(goldenNetworks.map((golden) => ({ golden, file: golden.file })))(
    '$file, as Terraform, with the results of Bicep',
    async ({ golden }) => {
      expect(await asTerraform(golden, files)).toEqual(await asBicep(golden, files));
    },
  );

  test.each(goldenNetworks.map((golden) => ({ golden, file: golden.file })))(
    '$file, live and as exports',
    async ({ golden }) => {
      const { live, exported } = await asDeployed(golden, files);
      const deployed = { ...golden, ...golden.deployed };
      expectOutcome(live, deployed);
      if (exported) expectOutcome(exported, { ...deployed, ...golden.exported });
    },
  );
});
