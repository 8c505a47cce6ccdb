import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, it } from 'vitest';
import { writeArm } from '../../../src/plans/code/write-arm';
import { writeBicep } from '../../../src/plans/code/write-bicep';
import type { ComputePlan } from '../../../src/plans/compute-plan';
import { startBicep, type BicepCompiler, type BicepResult } from '../../support/bicep';
import { someCases } from '../../support/case-count';
import { failuresIn } from '../../support/failures-in';
import { deployedResources, type ArmTemplate } from './deployed-resources';
import { context, samplePlans, sayStrictly } from './sample-plans';

/**
 * The written files are checked in, next to the official compiler's output for them. If the compiler is available, its
 * output is created again and compared. Otherwise, the checked-in output is used.
 */
const fixtures = fileURLToPath(new URL('../../fixtures/plans/', import.meta.url));
const timeout = 600_000;
const bicep = startBicep();
afterAll(() => bicep?.stop());

const where = { subscription: '3f1c2a90-5b7e-4d7a-9a55-0c4e7a1b2d10', group: 'rg-ml-prod' };
const place = { subscriptionId: where.subscription, resourceGroup: where.group, location: 'westeurope' };

const plans = Object.entries(samplePlans);
/** The plans whose files are compiled again. */
const asked = new Set(bicep ? someCases(plans, 3).map(([folder]) => folder) : []);

const at = (folder: string, name: string): string => `${fixtures}${folder}/${name}`;

function armOf(plan: ComputePlan) {
  const [template, parameters] = writeArm(plan, context, sayStrictly).files;
  return {
    template: JSON.parse(template!.text) as ArmTemplate,
    parameters: JSON.parse(parameters!.text) as {
      readonly parameters: Readonly<Record<string, { readonly value: unknown }>>;
    },
  };
}

it.each([
  ['Bicep', writeBicep],
  ['ARM JSON', writeArm],
])('each plan writes the same %s as before', async (_, write) => {
  const failures = await failuresIn(plans, async (plan, folder) => {
    const { files, leftOut } = write(plan, context, sayStrictly);
    expect(leftOut).toEqual([]);
    for (const file of files) await expect(file.text).toMatchFileSnapshot(at(folder, file.name));
  });
  expect(failures).toEqual([]);
});

it('each plan compiles without a warning to the same resources as the ARM JSON', { timeout }, async () => {
  const failures = await failuresIn(plans, async (plan, folder) => {
    if (bicep && asked.has(folder)) await compileAgain(bicep, plan, folder);
    const compiled = read(at(folder, 'compiled.json')) as ArmTemplate;
    const { template, parameters } = armOf(plan);
    expect(template.parameters).toEqual(compiled.parameters);
    const values = parameters.parameters;
    expect(deployedResources(template, where, values)).toEqual(deployedResources(compiled, where, values));
  });
  expect(failures).toEqual([]);
});

async function compileAgain(compiler: BicepCompiler, plan: ComputePlan, folder: string): Promise<void> {
  const { files } = writeBicep(plan, context, sayStrictly);
  for (const file of files.filter(({ name }) => name.endsWith('.bicep'))) {
    expect(await clean(compiler.compile(at(folder, file.name)))).toBe(true);
    expect(await compiler.format(at(folder, file.name))).toBe(file.text);
  }
  const { contents } = await compiler.compile(at(folder, `${plan.name}.bicep`));
  await expect(pretty(withoutGenerator(contents!))).toMatchFileSnapshot(at(folder, 'compiled.json'));
}

it('each plan gives the same values in both parameter files', { timeout }, async () => {
  const failures = await failuresIn(plans, async (plan, folder) => {
    if (bicep && asked.has(folder)) {
      const answer = bicep.compileParams(at(folder, `${plan.name}.bicepparam`));
      expect(await clean(answer)).toBe(true);
      const made = pretty((await answer).parameters!);
      await expect(made).toMatchFileSnapshot(at(folder, 'compiled.parameters.json'));
    }
    expect(armOf(plan).parameters).toEqual(read(at(folder, 'compiled.parameters.json')));
  });
  expect(failures).toEqual([]);
});

it('each plan deploys the same resources with the deployment engine’s own code', { timeout }, async () => {
  const failures = await failuresIn(plans, async (plan, folder) => {
    if (bicep && asked.has(folder)) await deployAgain(bicep, plan, folder);
    const { template, parameters } = armOf(plan);
    // The engine doesn't show secure values, only references to them.
    const hidden = Object.fromEntries(
      Object.keys(parameters.parameters).map((name) => [name, { value: `[[parameters('${name}')]` }]),
    );
    const ours = deployedResources(template, where, hidden)
      .filter(({ id }) => !id.includes('/Microsoft.Resources/deployments/'))
      .map((one) => ({ ...one, after: undefined, sku: undefined }));
    expect(ours).toEqual(resourcesIn(readFileSync(at(folder, 'deployed.json'), 'utf8')));
  });
  expect(failures).toEqual([]);
});

async function deployAgain(compiler: BicepCompiler, plan: ComputePlan, folder: string): Promise<void> {
  const snapshot = await compiler.snapshot(at(folder, `${plan.name}.bicepparam`), place);
  await expect(pretty(snapshot)).toMatchFileSnapshot(at(folder, 'deployed.json'));
  const lines = [
    `using './${plan.name}.json'`,
    ...(plan.ssh ? [`param sshPublicKey = '${plan.ssh.publicKey}'`] : []),
  ];
  const ofArm = await snapshotOfArm(compiler, at(folder, 'arm.bicepparam'), lines);
  expect(resourcesIn(ofArm)).toEqual(resourcesIn(snapshot));
}

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

/** Returns the resources of a snapshot by ID, after a check that it doesn't have diagnostics. */
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

/** True if the compiler reports nothing. A diagnostic fails the test with its name. */
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

/** Removes the compiler's own version and hash, which aren't relevant. */
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
