import { describe, expect, test } from 'vitest';
import { AzureFailure } from '../../../../src/azure/failure';
import { sampleNetworks } from '../../../support/sample-networks';
import { openWizardInOneGroup } from '../wizard/open-wizard';
import { closeSubnet } from './close-subnet';
import { drawn, openTrees, researchName, withReads } from './open-trees';

/** Those of the sample's own landing zones that Azure ML uses; the others are shown when they are asked for. */
const used = ['vnet-ml-prod-weu', 'vnet-underwriting-weu'];
const others = sampleNetworks().length - used.length;

const production = [researchName, 'vnet-ml-prod-weu'] as const;

describe('networks, as the sample holds them', () => {
  test('first those that Azure ML uses, the others when they are asked for', async () => {
    const t = openTrees();
    const count = sampleNetworks().length;
    expect(drawn(await t.lines('networks'))).toEqual([
      `subscription Contoso Research | ${count} virtual networks`,
    ]);
    const lines = await t.lines('networks', researchName);
    const more = lines.at(-1);
    expect(drawn(lines.slice(0, -1))).toEqual([
      'network vnet-ml-prod-weu | 10.40.0.0/21',
      'network vnet-underwriting-weu | 10.84.0.0/22',
    ]);
    expect(more?.label).toBe(`Show ${others} more`);
    await t.commands.showMore(more ?? null);
    const all = await t.lines('networks', researchName);
    expect(all.map(({ label }) => label).toSorted()).toEqual([...sampleNetworks()].sort());
    expect(all[2]?.label).toBe('vnet-actuary-weu');
  });

  test('a hundred at a time', async () => {
    const t = openTrees({ sample: { spokes: 500 } });
    const more = (await t.lines('networks', researchName)).at(-1);
    expect(more?.label).toBe(`Show 100 of ${others + 500} remaining`);
    await t.commands.showMore(more ?? null);
    const all = await t.lines('networks', researchName);
    // With the line that shows more.
    expect(all).toHaveLength(used.length + 100 + 1);
    expect(all.at(-1)?.label).toBe(`Show 100 of ${others + 400} remaining`);
  });

  test('a subnet that is opened tells what the services of its workspace lack, and then its line does', async () => {
    const t = openTrees();
    const network = [researchName, 'vnet-underwriting-weu'] as const;
    const line = async (): Promise<string | undefined> =>
      drawn(await t.lines('networks', ...network)).find((one) => one.includes('snet-train-cover'));
    expect(await line()).toBe('warning snet-train-cover | ready, 1 warning, 123 free');
    const found = (await t.lines('networks', ...network, 'snet-train-cover')).map((one) => one.label);
    expect(found.slice(0, 3)).toEqual([
      'Workspace names resolve to the private endpoint',
      'Private endpoints for blob and file storage',
      'Key vault allows this subnet',
    ]);
    expect(await line()).toBe('error snet-train-cover | 3 errors');
  });

  test('subnets with their result, or why they cannot serve', async () => {
    const t = openTrees();
    expect(drawn(await t.lines('networks', ...production))).toEqual([
      'unfit GatewaySubnet | reserved name',
      'unfit snet-batch-legacy | full (0 addresses free)',
      'unfit snet-dbx-private | delegated to Databricks',
      'error snet-privatelink | 1 error (15 flows)',
      'error snet-sandbox | 1 error (9 flows)',
      'error snet-scoring | 1 error (9 flows)',
      'warning snet-train-gpu | ready, 1 warning, 39 free',
      'error snet-training | 1 error (9 flows)',
    ]);
  });

  test('what is to fix, the gravest first, then the group that decides', async () => {
    const t = openTrees();
    const lines = await t.lines('networks', ...production, 'snet-training');
    expect(drawn(lines).slice(0, 3)).toEqual([
      'error Outbound UDP 5831 | rule 4096 Deny-All',
      'error Azure Batch | rule 4096 Deny-All',
      'warning Node to node | rule 4096 Deny-All',
    ]);
    expect(drawn(lines).at(-1)).toBe('securityGroup nsg-training | also on snet-scoring');
    expect(lines[0]?.can).toEqual(['explain', 'wizard', 'fix', 'ask']);
    expect(lines[0]?.spoken).toBe(
      'Outbound UDP 5831 to AzureMachineLearning, Blocked by rule 4096 Deny-All · UDP 5831',
    );
  });

  test('a group holds the rules that something is wrong with, each with its page', async () => {
    const t = openTrees();
    await closeSubnet(t);
    const group = [...production, 'snet-train-gpu', 'nsg-train-gpu'] as const;
    const line = await t.node('networks', ...group);
    expect(line.expand).toBe('closed');
    const rules = await t.lines('networks', ...group);
    expect(line.description).toBe(`${rules.length} findings`);
    expect(line.spoken).toBe(`nsg-train-gpu, security group, ${line.description}`);
    const arm = rules.find((one) => one.label === 'Allow-ResourceManager');
    expect(drawn(arm ? [arm] : [])).toEqual(['warning Allow-ResourceManager | never used']);
    expect(arm?.spoken).toBe(
      'Allow-ResourceManager, rule, Rule 130 Allow-ResourceManager never allows anything: rule 100 Deny-First before it already decides all its traffic.',
    );
    expect(arm?.tooltip).toContain('Removing it doesn’t affect traffic.');
    expect(arm?.tooltip).toContain('If you need its traffic, don’t remove the rule');
    await t.commands.explain(arm ?? null);
    expect(t.opened).toEqual(['page of contradicted-security-rule']);
    await t.commands.explain(await t.node('networks', ...production, 'snet-train-gpu'));
    expect(t.shown[0]?.text).toContain('## Findings in NSGs and route tables\n\n- nsg-train-gpu: Rule');
  });

  test('the sample holds openings of old quickstarts and tags of another region', async () => {
    const t = openTrees();
    await t.commands.showAll(null);
    const found = async (...path: readonly string[]) =>
      drawn(await t.lines('networks', researchName, ...path));
    expect(await found('vnet-forecast-weu', 'snet-train-forecast', 'nsg-forecast')).toContain(
      'warning Allow-Storage | service tag of another region',
    );
    expect(await found('vnet-churn-weu', 'snet-train-churn', 'nsg-churn')).toEqual([
      'info BatchNodeManagement | no longer needed',
    ]);
  });

  test('who is checked for what is said', async () => {
    const t = openTrees();
    const training = await t.node('networks', ...production, 'snet-training');
    expect(training.tooltip).toContain(
      'Checked for a compute cluster in mlw-fraud-prod without a public IP address',
    );
    const gpu = await t.node('networks', ...production, 'snet-train-gpu');
    expect(gpu.spoken).toBe('snet-train-gpu, subnet, ready, 1 warning, 39 free');
  });

  test('the result is the one of the wizard’s board', async () => {
    const t = openTrees();
    for (const subnet of ['snet-training', 'snet-sandbox', 'snet-train-gpu']) {
      const w = await openWizardInOneGroup({ network: 'vnet-ml-prod-weu', subnet });
      const summary = w.page.board?.summary ?? '';
      const { description } = await t.node('networks', ...production, subnet);
      const counted = (text: string): readonly string[] =>
        text.match(/\d+ (errors?|unknown|warnings?)/g) ?? [];
      expect(counted(description), subnet).toEqual(counted(summary));
      w.dispose();
    }
  });

  test('results are made for what is opened, and for nothing else', async () => {
    const t = openTrees();
    await t.lines('networks', researchName);
    const asked = t.sample.traffic.map((one) => one.path.split('/').at(-1));
    expect(asked).not.toContain('computes');
    expect(asked).not.toContain('serviceTags');
  });
});

describe('where there is nothing', () => {
  test('no network is used by Azure ML: all are shown when that is wanted', async () => {
    const t = openTrees({
      connect: withReads((read) => ({
        networks: async (id, stop) => {
          const model = await read.networks(id, stop);
          return { ...model, privateEndpoints: { known: true, value: [] } };
        },
      })),
    });
    expect(await t.lines('networks')).toEqual([]);
    expect(t.session.networks().empty()).toBe('nothingJudged');
    await t.commands.showAll(null);
    expect(await t.lines('networks', researchName)).toHaveLength(sampleNetworks().length);
    expect(t.session.networks().empty()).toBe('');
  });

  test('no permission', async () => {
    const t = openTrees({
      connect: withReads(() => ({ networks: () => Promise.reject(new AzureFailure('forbidden')) })),
    });
    expect(await t.lines('networks')).toEqual([]);
    expect(t.session.networks().empty()).toBe('noPermission');
  });

  test('workspaces that may not be read leave the networks, checked for no workspace yet', async () => {
    const t = openTrees({
      connect: withReads(() => ({ workspaces: () => Promise.reject(new AzureFailure('forbidden')) })),
    });
    const training = await t.node('networks', ...production, 'snet-training');
    expect(training.tooltip).toContain(
      'Checked for a compute cluster with a public IP address, without a workspace',
    );
    expect(training.icon).toBe('error');
  });
});

describe('a filter', () => {
  test.each([
    [
      'spoke',
      ['vnet-spoke-fraud-weu', 'vnet-spoke-loyalty-weu', 'vnet-spoke-orders-weu', 'vnet-spoke-risk-weu'],
    ],
    ['rg-network-dev', ['vnet-ml-dev-weu']],
    ['10.40.4.9', ['vnet-ml-prod-weu']],
    ['snet-scoring', ['vnet-ml-prod-weu']],
    ['north europe', ['vnet-ml-prod-neu']],
  ])('finds %s', async (text, names) => {
    const t = openTrees({ type: () => text });
    await t.commands.filterNetworks(null);
    expect((await t.lines('networks', researchName)).map((one) => one.label)).toEqual(names);
  });

  test('by an address finds the subnet too', async () => {
    const t = openTrees({ type: () => 'snet-scoring' });
    await t.commands.filterNetworks(null);
    expect(drawn(await t.lines('networks', ...production))).toEqual([
      'error snet-scoring | 1 error (9 flows)',
    ]);
  });
});
