import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { writeArm } from '../../../src/plans/code/write-arm';
import { writeBicep } from '../../../src/plans/code/write-bicep';
import type { ComputePlan } from '../../../src/plans/compute-plan';
import { startBicep, type BicepCompiler } from '../../support/bicep';
import { someCases } from '../../support/case-count';
import { failuresIn } from '../../support/failures-in';
import { deployedResources, type ArmTemplate, type DeployedResource } from './deployed-resources';
import {
  clusterPlan,
  context,
  endpointFix,
  instancePlan,
  linkFix,
  routeFix,
  ruleFix,
  sayStrictly,
} from './sample-plans';

/**
 * ARM JSON and Bicep are equivalent, for every kind of plan with every kind of fix: the same resources with the same
 * properties, names, scopes, and order, once parameters are resolved. If the compiler is available, its output is
 * created again and compared with the checked-in output. Otherwise, the checked-in output is used.
 */
const bicep = startBicep();
afterAll(() => bicep?.stop());

const where = { subscription: '3f1c2a90-5b7e-4d7a-9a55-0c4e7a1b2d10', group: 'rg-ml-prod' };
const pairs = fileURLToPath(new URL('../../fixtures/plans/every-plan-compiled.json', import.meta.url));
const checkedIn = JSON.parse(readFileSync(pairs, 'utf8')) as Record<string, DeployedResource[]>;

const kinds = { cluster: clusterPlan, instance: instancePlan } as const;
const fixes = {
  none: [],
  rules: [ruleFix],
  routes: [routeFix],
  both: [ruleFix, routeFix],
  links: [linkFix],
  endpoint: [endpointFix],
} as const;
const networks: Readonly<Record<string, Partial<ComputePlan>>> = {
  'public IP': { publicIp: true },
  'no public IP': { publicIp: false },
};
const others: Readonly<Record<string, ComputePlan>> = {
  'cluster, managed network': { ...clusterPlan, publicIp: false, subnetId: null },
  'instance, managed network': { ...instancePlan, publicIp: false, subnetId: null },
  'cluster, other region, rules': { ...clusterPlan, location: 'northeurope', fixes: [ruleFix] },
  'cluster, low priority, always on': {
    ...clusterPlan,
    nodes: { min: 2, max: 2, idleMinutes: 120, priority: 'LowPriority' },
  },
};

function everyPlan(): Readonly<Record<string, ComputePlan>> {
  const all: Record<string, ComputePlan> = { ...others };
  for (const [kind, plan] of Object.entries(kinds)) {
    for (const [network, change] of Object.entries(networks)) {
      for (const [fix, chosen] of Object.entries(fixes)) {
        all[`${kind}, ${network}, fixes: ${fix}`] = { ...plan, ...change, fixes: chosen };
      }
    }
  }
  return all;
}

const plans = Object.entries(everyPlan());

async function compiled(compiler: BicepCompiler, plan: ComputePlan): Promise<DeployedResource[]> {
  const folder = mkdtempSync(join(tmpdir(), 'plan-'));
  try {
    for (const { name, text } of writeBicep(plan, context, sayStrictly).files) {
      writeFileSync(join(folder, name), text);
    }
    const answer = await compiler.compile(join(folder, `${plan.name}.bicep`));
    expect(answer.diagnostics).toEqual([]);
    return deployedResources(JSON.parse(answer.contents ?? '') as ArmTemplate, where);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

if (bicep) {
  test('the compiler\u2019s output matches the snapshot', { timeout: 600_000 }, async () => {
    const answers: Record<string, DeployedResource[]> = {};
    for (const [name, plan] of someCases(plans, 4)) answers[name] = await compiled(bicep, plan);
    // All are written again, although few are compared.
    const all = { ...checkedIn, ...answers };
    await expect(`${JSON.stringify(all, null, 1)}\n`).toMatchFileSnapshot(pairs);
  });
}

test('ARM JSON equals the compiled Bicep', async () => {
  const failures = await failuresIn(plans, (plan, name) => {
    const [arm] = writeArm(plan, context, sayStrictly).files;
    const written = deployedResources(JSON.parse(arm?.text ?? '') as ArmTemplate, where);
    expect(JSON.parse(JSON.stringify(written))).toEqual(checkedIn[name]);
  });
  expect(failures).toEqual([]);
});

test('different plans are written differently', () => {
  const texts = plans.map(([, plan]) => writeArm(plan, context, sayStrictly).files[0]?.text);
  expect(new Set(texts).size).toBe(plans.length);
});
