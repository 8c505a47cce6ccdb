import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { writeArm } from '../../../src/plans/code/write-arm';
import { writeBicep } from '../../../src/plans/code/write-bicep';
import { startBicep } from '../../support/bicep';
import { attachPlans } from './attach-plans';
import { deployedResources, type ArmTemplate } from './deployed-resources';
import { context, say } from './sample-plans';

/**
 * The written files are checked in, and beside them what the official compiler makes of them. With the compiler at
 * hand its answers are made again and compared; without it they stand for it.
 */
const fixtures = fileURLToPath(new URL('../../fixtures/plans/attached/', import.meta.url));
const environment = { DATABRICKS_ACCESS_TOKEN: 'given', SSH_PASSWORD: 'given', SSH_PRIVATE_KEY: 'given' };
const bicep = startBicep(environment);
afterAll(() => bicep?.stop());

const where = { subscription: '3f1c2a90-5b7e-4d7a-9a55-0c4e7a1b2d10', group: 'rg-ml-prod' };
const secretNames = ['databricksAccessToken', 'sshPassword', 'sshPrivateKey'];

type Values = Readonly<Record<string, { readonly value: unknown }>>;

describe.each(Object.entries(attachPlans))('%s', (folder, plan) => {
  const at = (name: string): string => `${fixtures}${folder}/${name}`;
  const bicepFiles = writeBicep(plan, context, say).files;
  const [arm, values] = writeArm(plan, context, say).files.map((one) => JSON.parse(one.text) as unknown);

  it('writes the same files as before', async () => {
    for (const file of [...bicepFiles, ...writeArm(plan, context, say).files]) {
      await expect(file.text).toMatchFileSnapshot(at(file.name));
    }
  });

  it('compiles without a warning into what the ARM JSON says', async () => {
    if (bicep) {
      for (const { name, text } of bicepFiles.filter((one) => one.name.endsWith('.bicep'))) {
        expect((await bicep.compile(at(name))).diagnostics).toEqual([]);
        expect(await bicep.format(at(name))).toBe(text);
      }
      const { contents } = await bicep.compile(at(`${plan.name}.bicep`));
      await expect(pretty(contents ?? '')).toMatchFileSnapshot(at('compiled.json'));
    }
    const compiled = JSON.parse(readFileSync(at('compiled.json'), 'utf8')) as ArmTemplate;
    const written = arm as ArmTemplate;
    expect(written.parameters).toEqual(compiled.parameters);
    const given = Object.fromEntries(secretNames.map((name) => [name, { value: 'given' }]));
    expect(deployedResources(written, where, given)).toEqual(deployedResources(compiled, where, given));
  });

  it('leaves the secret out of both parameter files: Bicep reads it where it is deployed', async () => {
    const { parameters } = values as { readonly parameters: Values };
    expect(secretNames.filter((name) => Object.hasOwn(parameters, name))).toEqual([]);
    if (!bicep) return;
    const answer = await bicep.compileParams(at(`${plan.name}.bicepparam`));
    expect(answer.diagnostics).toEqual([]);
    const read = (JSON.parse(answer.parameters ?? '') as { readonly parameters: Values }).parameters;
    const [secret] = secretNames.filter((name) => Object.hasOwn(read, name));
    expect(read).toEqual({ ...parameters, [secret ?? '']: { value: 'given' } });
  });
});

function pretty(json: string): string {
  return `${JSON.stringify(withoutGenerator(JSON.parse(json)), null, 2)}\n`;
}

/** What names the compiler's version, at every level. */
function withoutGenerator(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutGenerator);
  if (typeof value !== 'object' || value === null) return value;
  const fields = Object.entries(value).filter(
    ([name, inner]) => !(name === 'metadata' && Object.hasOwn(inner as object, '_generator')),
  );
  return Object.fromEntries(fields.map(([name, inner]) => [name, withoutGenerator(inner)]));
}
