import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, it } from 'vitest';
import { writeArm } from '../../../src/plans/code/write-arm';
import { writeBicep } from '../../../src/plans/code/write-bicep';
import { startBicep } from '../../support/bicep';
import { someCases } from '../../support/case-count';
import { failuresIn } from '../../support/failures-in';
import { attachPlans } from './attach-plans';
import { deployedResources, type ArmTemplate } from './deployed-resources';
import { context, sayStrictly } from './sample-plans';

/**
 * The written files are checked in, next to the official compiler's output for them. If the compiler is available, its
 * output is created again and compared. Otherwise, the checked-in output is used.
 */
const fixtures = fileURLToPath(new URL('../../fixtures/plans/attached/', import.meta.url));
const timeout = 600_000;
const environment = { DATABRICKS_ACCESS_TOKEN: 'given', SSH_PASSWORD: 'given', SSH_PRIVATE_KEY: 'given' };
const bicep = startBicep(environment);
afterAll(() => bicep?.stop());

const where = { subscription: '3f1c2a90-5b7e-4d7a-9a55-0c4e7a1b2d10', group: 'rg-ml-prod' };
const secretNames = ['databricksAccessToken', 'sshPassword', 'sshPrivateKey'];

type Values = Readonly<Record<string, { readonly value: unknown }>>;

const plans = Object.entries(attachPlans);
/** The plans whose files are compiled again. */
const asked = new Set(bicep ? someCases(plans, 3).map(([folder]) => folder) : []);

const at = (folder: string, name: string): string => `${fixtures}${folder}/${name}`;

it('each plan writes the same files as before', async () => {
  const failures = await failuresIn(plans, async (plan, folder) => {
    for (const file of [
      ...writeBicep(plan, context, sayStrictly).files,
      ...writeArm(plan, context, sayStrictly).files,
    ]) {
      await expect(file.text).toMatchFileSnapshot(at(folder, file.name));
    }
  });
  expect(failures).toEqual([]);
});

it('each plan compiles without a warning to the same resources as the ARM JSON', { timeout }, async () => {
  const given = Object.fromEntries(secretNames.map((name) => [name, { value: 'given' }]));
  const failures = await failuresIn(plans, async (plan, folder) => {
    if (bicep && asked.has(folder)) {
      const { files } = writeBicep(plan, context, sayStrictly);
      for (const { name, text } of files.filter((one) => one.name.endsWith('.bicep'))) {
        expect((await bicep.compile(at(folder, name))).diagnostics).toEqual([]);
        expect(await bicep.format(at(folder, name))).toBe(text);
      }
      const { contents } = await bicep.compile(at(folder, `${plan.name}.bicep`));
      await expect(pretty(contents ?? '')).toMatchFileSnapshot(at(folder, 'compiled.json'));
    }
    const compiled = JSON.parse(readFileSync(at(folder, 'compiled.json'), 'utf8')) as ArmTemplate;
    const written = armOf(plan)[0] as ArmTemplate;
    expect(written.parameters).toEqual(compiled.parameters);
    expect(deployedResources(written, where, given)).toEqual(deployedResources(compiled, where, given));
  });
  expect(failures).toEqual([]);
});

it(
  'each plan leaves the secret out of both parameter files: Bicep reads it at deployment',
  { timeout },
  async () => {
    const failures = await failuresIn(plans, async (plan, folder) => {
      const { parameters } = armOf(plan)[1] as { readonly parameters: Values };
      expect(secretNames.filter((name) => Object.hasOwn(parameters, name))).toEqual([]);
      if (!bicep || !asked.has(folder)) return;
      const answer = await bicep.compileParams(at(folder, `${plan.name}.bicepparam`));
      expect(answer.diagnostics).toEqual([]);
      const read = (JSON.parse(answer.parameters ?? '') as { readonly parameters: Values }).parameters;
      const [secret] = secretNames.filter((name) => Object.hasOwn(read, name));
      expect(read).toEqual({ ...parameters, [secret ?? '']: { value: 'given' } });
    });
    expect(failures).toEqual([]);
  },
);

const armOf = (plan: (typeof plans)[number][1]): readonly unknown[] =>
  writeArm(plan, context, sayStrictly).files.map((one) => JSON.parse(one.text) as unknown);

function pretty(json: string): string {
  return `${JSON.stringify(withoutGenerator(JSON.parse(json)), null, 2)}\n`;
}

/** Removes the compiler's version at every level. */
function withoutGenerator(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutGenerator);
  if (typeof value !== 'object' || value === null) return value;
  const fields = Object.entries(value).filter(
    ([name, inner]) => !(name === 'metadata' && Object.hasOwn(inner as object, '_generator')),
  );
  return Object.fromEntries(fields.map(([name, inner]) => [name, withoutGenerator(inner)]));
}
