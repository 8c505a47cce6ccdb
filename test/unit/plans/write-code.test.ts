import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { writeArm } from '../../../src/plans/code/write-arm';
import { writeBicep } from '../../../src/plans/code/write-bicep';
import { startBicep, type BicepCompiler, type BicepResult } from '../../support/bicep';
import { deployedResources, type ArmTemplate } from './deployed-resources';
import { context, samplePlans, say } from './sample-plans';

/**
 * The written files are checked in, and beside them what the official compiler makes of them. With the compiler at
 * hand the checked-in answers are made again and compared; without it they stand for it.
 */
const fixtures = fileURLToPath(new URL('../../fixtures/plans/', import.meta.url));
const bicep = startBicep();
afterAll(() => bicep?.stop());

const where = { subscription: '3f1c2a90-5b7e-4d7a-9a55-0c4e7a1b2d10', group: 'rg-ml-prod' };
const place = { subscriptionId: where.subscription, resourceGroup: where.group, location: 'westeurope' };

describe.each(Object.entries(samplePlans))('%s', (folder, plan) => {
  const at = (name: string): string => `${fixtures}${folder}/${name}`;
  const arm = writeArm(plan, context, say).files;
  const { parameters: values } = JSON.parse(arm[1]!.text) as {
    readonly parameters: Readonly<Record<string, { readonly value: unknown }>>;
  };

  /** The engine shows no secure value, only where it would stand. */
  const hidden = Object.fromEntries(
    Object.keys(values).map((name) => [name, { value: `[[parameters('${name}')]` }]),
  );

  it.each([
    ['Bicep', writeBicep],
    ['ARM JSON', writeArm],
  ])('writes the same %s as before', async (_, write) => {
    const { files, leftOut } = write(plan, context, say);
    expect(leftOut).toEqual([]);
    for (const file of files) await expect(file.text).toMatchFileSnapshot(at(file.name));
  });

  it('compiles without a warning into what the ARM JSON says', async () => {
    const { files } = writeBicep(plan, context, say);
    if (bicep) {
      for (const file of files.filter(({ name }) => name.endsWith('.bicep'))) {
        expect(await clean(bicep.compile(at(file.name)))).toBe(true);
        expect(await bicep.format(at(file.name))).toBe(file.text);
      }
      const { contents } = await bicep.compile(at(`${plan.name}.bicep`));
      await expect(pretty(withoutGenerator(contents!))).toMatchFileSnapshot(at('compiled.json'));
    }
    const compiled = read(at('compiled.json')) as ArmTemplate;
    const written = JSON.parse(arm[0]!.text) as ArmTemplate;
    expect(written.parameters).toEqual(compiled.parameters);
    expect(deployedResources(written, where, values)).toEqual(deployedResources(compiled, where, values));
  });

  it('gives the same values in both parameter files', async () => {
    if (bicep) {
      const answer = bicep.compileParams(at(`${plan.name}.bicepparam`));
      expect(await clean(answer)).toBe(true);
      await expect(pretty((await answer).parameters!)).toMatchFileSnapshot(at('compiled.parameters.json'));
    }
    expect(JSON.parse(arm[1]!.text)).toEqual(read(at('compiled.parameters.json')));
  });

  it('deploys, by the deployment engine’s own code, the same resources', async () => {
    if (bicep) {
      const snapshot = await bicep.snapshot(at(`${plan.name}.bicepparam`), place);
      await expect(pretty(snapshot)).toMatchFileSnapshot(at('deployed.json'));
      const lines = [
        `using './${plan.name}.json'`,
        ...(plan.ssh ? [`param sshPublicKey = '${plan.ssh.publicKey}'`] : []),
      ];
      expect(resourcesIn(await snapshotOfArm(bicep, at('arm.bicepparam'), lines))).toEqual(
        resourcesIn(snapshot),
      );
    }
    const ours = deployedResources(JSON.parse(arm[0]!.text) as ArmTemplate, where, hidden)
      .filter(({ id }) => !id.includes('/Microsoft.Resources/deployments/'))
      .map((one) => ({ ...one, after: undefined, sku: undefined }));
    expect(ours).toEqual(resourcesIn(readFileSync(at('deployed.json'), 'utf8')));
  });
});

interface Deployed {
  readonly diagnostics: readonly unknown[];
  readonly predictedResources: readonly {
    readonly id: string;
    readonly apiVersion: string;
    readonly location?: string;
    readonly tags?: unknown;
    readonly identity?: unknown;
    readonly properties: unknown;
  }[];
}

/** The resources of a snapshot by id, after seeing that nothing was said against them. */
function resourcesIn(snapshot: string): unknown[] {
  const { diagnostics, predictedResources } = JSON.parse(snapshot) as Deployed;
  expect(diagnostics).toEqual([]);
  return predictedResources
    .map(({ id, apiVersion, location, tags, identity, properties }) => ({
      id,
      apiVersion,
      location,
      tags,
      identity,
      properties,
    }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** True where the compiler has nothing to say; what it says fails the test by name. */
async function clean(answer: Promise<BicepResult>): Promise<boolean> {
  const { success, diagnostics } = await answer;
  expect(diagnostics).toEqual([]);
  return success;
}

/** The engine reads ARM JSON as well, through a parameter file that uses it. */
async function snapshotOfArm(
  compiler: BicepCompiler,
  path: string,
  lines: readonly string[],
): Promise<string> {
  writeFileSync(path, `${lines.join('\n')}\n`);
  try {
    return await compiler.snapshot(path, place);
  } finally {
    rmSync(path);
  }
}

/** Without the compiler's own version and hash, which are no meaning. */
function withoutGenerator(json: string): string {
  return JSON.stringify(
    JSON.parse(json, (key, value: unknown) => (key === '_generator' ? undefined : value)),
    (key, value: unknown) => (key === 'metadata' && JSON.stringify(value) === '{}' ? undefined : value),
  );
}

function pretty(json: string): string {
  return `${JSON.stringify(JSON.parse(json), null, 2)}\n`;
}

function read(path: string): unknown {
  return JSON.parse(readFileSync(path, 'utf8'));
}
