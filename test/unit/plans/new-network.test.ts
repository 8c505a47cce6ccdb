import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import type { ResourceChange } from '../../../src/core/resource-change';
import { writeArm } from '../../../src/plans/code/write-arm';
import { writeBicep } from '../../../src/plans/code/write-bicep';
import { startBicep, type BicepCompiler } from '../../support/bicep';
import { deployedResources, type ArmTemplate, type DeployedResource } from './deployed-resources';
import { newNetworkPlan, type NewNetworkCase, type NewNetworkPlan } from './new-network-plans';
import { sayStrictly } from './sample-plans';

/** If the compiler is available, its output is created again. Otherwise, the checked-in output is used. */
const bicep = startBicep();
afterAll(() => bicep?.stop());

const fixtures = fileURLToPath(new URL('../../fixtures/plans/', import.meta.url));
const where = { subscription: '3f1c2a90-5b7e-4d7a-9a55-0c4e7a1b2d10', group: 'rg-ml-prod' };

const cases = {
  'cluster, public IP': newNetworkPlan({ kind: 'cluster', publicIp: true, group: 'rg-ml-prod' }),
  'cluster, no public IP': newNetworkPlan({ kind: 'cluster', publicIp: false, group: 'rg-ml-prod' }),
  'instance, public IP': newNetworkPlan({ kind: 'instance', publicIp: true, group: 'rg-ml-prod' }),
  'instance, no public IP': newNetworkPlan({ kind: 'instance', publicIp: false, group: 'RG-ML-PROD' }),
  'network in a group of its own': newNetworkPlan({ kind: 'cluster', publicIp: false, group: 'rg-net' }),
  'peered, all in one group': peeredPlan('rg-ml-prod', { group: 'rg-ml-prod', zones: 'rg-ml-prod' }),
  'peered, in three other groups': peeredPlan('rg-net', { group: 'rg-hub', zones: 'rg-dns' }),
} as const;

function peeredPlan(group: string, peer: NonNullable<NewNetworkCase['peer']>): NewNetworkPlan {
  return newNetworkPlan({ kind: 'cluster', publicIp: false, group, peer });
}

async function compiled(compiler: BicepCompiler, { plan, context }: NewNetworkPlan): Promise<ArmTemplate> {
  const folder = mkdtempSync(join(tmpdir(), 'new-network-'));
  try {
    const { files } = writeBicep(plan, context, sayStrictly);
    for (const { name, text } of files) writeFileSync(join(folder, name), text);
    for (const { name, text } of files.filter((one) => one.name.endsWith('.bicep'))) {
      expect(await compiler.format(join(folder, name))).toBe(text);
    }
    const values = await compiler.compileParams(join(folder, `${plan.name}.bicepparam`));
    expect(values.diagnostics).toEqual([]);
    const answer = await compiler.compile(join(folder, `${plan.name}.bicep`));
    expect(answer.diagnostics).toEqual([]);
    return JSON.parse(answer.contents ?? '') as ArmTemplate;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function writtenArm({ plan, context }: NewNetworkPlan): DeployedResource[] {
  const [arm] = writeArm(plan, context, sayStrictly).files;
  return deployedResources(JSON.parse(arm?.text ?? '') as ArmTemplate, where);
}

describe.each(Object.entries(cases))('%s', (name, one) => {
  const pair = `${fixtures}new-network/${name.replaceAll(/\W+/g, '-')}.json`;

  it('compiles without a warning to the same resources as the ARM JSON', async () => {
    if (bicep) {
      const made = deployedResources(await compiled(bicep, one), where);
      await expect(`${JSON.stringify(made, null, 1)}\n`).toMatchFileSnapshot(pair);
    }
    const checkedIn = JSON.parse(readFileSync(pair, 'utf8')) as unknown;
    expect(JSON.parse(JSON.stringify(writtenArm(one)))).toEqual(checkedIn);
  }, 60_000);

  it('leaves nothing to do by hand', () => {
    expect(writeBicep(one.plan, one.context, sayStrictly).leftOut).toEqual([]);
  });

  it('creates the subnet inside its network, with NSG and gateway from the start', () => {
    const all = writtenArm(one);
    const networks = all.filter(({ id }) => /\/virtualNetworks\/vnet-new$/.test(id));
    expect(networks).toHaveLength(1);
    const gateway = one.plan.publicIp
      ? undefined
      : { id: expect.stringMatching(/natGateways\/ng-snet-training$/) as unknown };
    expect(networks[0]?.properties).toEqual({
      addressSpace: { addressPrefixes: ['10.80.0.0/16'] },
      subnets: [
        {
          name: 'snet-training',
          properties: {
            addressPrefix: '10.80.0.0/26',
            networkSecurityGroup: { id: expect.stringMatching(/nsg-snet-training$/) as unknown },
            ...(gateway ? { natGateway: gateway } : {}),
            defaultOutboundAccess: false,
            privateEndpointNetworkPolicies: 'Disabled',
          },
        },
      ],
    });
    expect(all.filter(({ id }) => /\/virtualNetworks\/[^/]+\/subnets\//.test(id))).toEqual([]);
  });

  it('writes every tested rule with its reason', () => {
    const { text = '' } =
      writeBicep(one.plan, one.context, sayStrictly).files.find((file) =>
        file.text.includes('Deny-Internet-Out'),
      ) ?? {};
    const rules = one.completed.fixes.flatMap((fix) => fix.changes).flatMap(ruleNames);
    expect(rules.length).toBeGreaterThan(10);
    for (const rule of rules) expect(text).toContain(`name: '${rule}'`);
    const reasons = text.match(/\/\/ Azure ML requirement [\w-]+ \(/g) ?? [];
    // Every rule has a reason, except the deny rule.
    expect(reasons.length).toBeGreaterThanOrEqual(rules.length - 1);
  });
});

function ruleNames(change: ResourceChange): readonly string[] {
  return change.type === 'rule' && change.after ? [change.after.name] : [];
}

it('uses a module only for a network in its own resource group', () => {
  const files = (one: NewNetworkPlan) =>
    writeBicep(one.plan, one.context, sayStrictly).files.map(({ name }) => name);
  expect(files(cases['cluster, no public IP'])).toEqual(['cpu-cluster.bicep', 'cpu-cluster.bicepparam']);
  expect(files(cases['network in a group of its own'])).toEqual([
    'cpu-cluster.bicep',
    'cpu-cluster.bicepparam',
    'cpu-cluster-network.bicep',
  ]);
});
