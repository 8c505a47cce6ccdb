import { describe, expect, test } from 'vitest';
import { AzureFailure } from '../../../../src/azure/failure';
import type { TreeNode } from '../../../../src/features/trees/model/node';
import { sampleNetworks } from '../../../support/sample-networks';
import { openWizardInOneGroup } from '../wizard/open-wizard';
import { closeSubnet } from './close-subnet';
import { drawn, openTrees, researchName, withReads } from './open-trees';
import { sampleFlows } from '../../../support/sample-summary';

/** Networks of the sample that Azure ML uses. The others are shown on request. */
const used = ['vnet-ml-prod-weu', 'vnet-underwriting-weu'];
const others = sampleNetworks().length - used.length;

const production = [researchName, 'vnet-ml-prod-weu'] as const;

const subnetIdOf = ({ target }: TreeNode): string => (target.is === 'subnet' ? target.subnetId : '');

describe('networks of the sample', () => {
  test('lists networks that Azure ML uses first, and the others on request', async () => {
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

  test('lists a hundred at a time', async () => {
    const t = openTrees({ sample: { spokes: 500 } });
    const more = (await t.lines('networks', researchName)).at(-1);
    expect(more?.label).toBe(`Show 100 of ${others + 500} remaining`);
    await t.commands.showMore(more ?? null);
    const all = await t.lines('networks', researchName);
    // With the line that shows more.
    expect(all).toHaveLength(used.length + 100 + 1);
    expect(all.at(-1)?.label).toBe(`Show 100 of ${others + 400} remaining`);
  });

  test('an expanded subnet shows the problems of its workspace’s services, and then its item does too', async () => {
    const t = openTrees();
    const network = [researchName, 'vnet-underwriting-weu'] as const;
    const line = async (): Promise<string | undefined> =>
      drawn(await t.lines('networks', ...network)).find((one) => one.includes('snet-train-cover'));
    expect(await line()).toBe('warning snet-train-cover | ready, 1 warning, 123 free');
    const found = (await t.lines('networks', ...network, 'snet-train-cover')).map((one) => one.label);
    expect(found.slice(0, 3)).toEqual([
      'Private DNS zone privatelink.notebooks.azure.net isn’t linked to vnet-underwriting-weu',
      'This subnet doesn’t reach a private endpoint for file of stcover',
      'kv-cover has network rules for other subnets, but not for snet-train-cover',
    ]);
    expect(await line()).toBe('error snet-train-cover | 3 errors');
  });

  test('lists subnets with their result, or why they can’t be used', async () => {
    const t = openTrees();
    expect(drawn(await t.lines('networks', ...production))).toEqual([
      'unfit GatewaySubnet | reserved name',
      'unfit snet-batch-legacy | full (0 addresses free)',
      'unfit snet-dbx-private | delegated to Databricks',
      `error snet-privatelink | 1 error (${sampleFlows('snet-privatelink')})`,
      `error snet-sandbox | 1 error (${sampleFlows('snet-sandbox')})`,
      `error snet-scoring | 1 error (${sampleFlows('snet-scoring')})`,
      'warning snet-train-gpu | ready, 1 warning, 39 free',
      `error snet-training | 1 error (${sampleFlows('snet-training')})`,
    ]);
  });

  test('lists causes with their flows, the most severe first, then the NSG', async () => {
    const t = openTrees();
    const lines = await t.lines('networks', ...production, 'snet-training');
    expect(drawn(lines)).toEqual([
      `error NSG rule 4096 Deny-All blocks ${sampleFlows('snet-training')} | nsg-training on the subnet · outbound`,
      'securityGroup nsg-training | also on snet-scoring',
    ]);
    const [cause] = lines;
    expect([cause?.expand, cause?.can]).toEqual(['open', ['explain', 'wizard', 'fix', 'ask']]);
    const flows = await t.lines('networks', ...production, 'snet-training', cause?.label ?? '');
    expect(flows).toHaveLength(Number.parseInt(sampleFlows('snet-training'), 10));
    expect(drawn(flows).slice(0, 3)).toEqual([
      'error Outbound UDP 5831 | ',
      'error Azure Batch | ',
      'warning Node to node | all but TCP 443',
    ]);
    expect(flows[0]?.can).toEqual(['explain', 'wizard', 'fix', 'ask']);
    expect(flows[0]?.spoken).toBe('Outbound UDP 5831 to AzureMachineLearning, Blocked by rule 4096 Deny-All');
  });

  test('a flow shows its blocked part and what decides next; flows that are blocked earlier are counted', async () => {
    const t = openTrees();
    await t.commands.showAll(null);
    await closeSubnet(t, 'nsg-train-hub', '443');
    const hub = [researchName, 'vnet-spoke-risk-weu', 'snet-train-hub'] as const;
    const causes = await t.lines('networks', ...hub);
    const flowsOf = async (title: RegExp) =>
      drawn(await t.lines('networks', ...hub, causes.find(({ label }) => title.test(label))?.label ?? ''));
    expect(await flowsOf(/Deny-First/)).toContain('error Azure Batch | Then depends on appliance 10.0.1.4');
    const depends = await flowsOf(/^Depends/);
    expect(depends).toContain('appliance Outbound UDP 5831 | ');
    expect(depends.at(-1)).toMatch(/^error \d+ flows are blocked earlier by rule 100 Deny-First \| $/);
  });

  test('a subnet that can’t be used shows why, and doesn’t offer a fix', async () => {
    const t = openTrees();
    const unfit = [...production, 'snet-dbx-private'] as const;
    const lines = [await t.node('networks', ...unfit), ...(await t.lines('networks', ...unfit))];
    expect(lines[0]?.description).toBe('delegated to Databricks');
    expect(lines.length).toBeGreaterThan(1);
    expect(lines.filter(({ can }) => can.includes('fix'))).toEqual([]);
  });

  test('an NSG lists the rules with findings, each with its page', async () => {
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

  test('the sample has allow rules of old quickstarts and service tags of another region', async () => {
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

  test('shows for which plan a subnet is checked', async () => {
    const t = openTrees();
    const training = await t.node('networks', ...production, 'snet-training');
    expect(training.tooltip).toContain(
      'Checked for a compute cluster in mlw-fraud-prod without a public IP address',
    );
    const gateway = await t.node('networks', ...production, 'GatewaySubnet');
    const isLimited = /are checked in the wizard, not here\./;
    expect([training, gateway].map(({ tooltip }) => isLimited.test(tooltip))).toEqual([true, false]);
    const gpu = await t.node('networks', ...production, 'snet-train-gpu');
    expect(gpu.spoken).toBe('snet-train-gpu, subnet, ready, 1 warning, 39 free');
  });

  test.each(['snet-training', 'snet-sandbox', 'snet-train-gpu'])(
    'result, causes, and icons of %s equal those of Readiness and of the wizard’s list',
    async (subnet) => {
      const t = openTrees();
      const w = await openWizardInOneGroup({ network: 'vnet-ml-prod-weu', subnet });
      const { summary = '', summaryIcon, causes = [] } = w.page.readiness ?? {};
      const node = await t.node('networks', ...production, subnet);
      const counted = (text: string): readonly string[] =>
        text.match(/\d+ (errors?|unknown|warnings?)/g) ?? [];
      expect(counted(node.description)).toEqual(counted(summary));
      const [row] = await w.call.checkRows({ ids: [subnetIdOf(node)] });
      expect([node.icon, row?.outcome.icon]).toEqual([summaryIcon, summaryIcon]);
      const lines = await t.lines('networks', ...production, subnet);
      const inTree = lines.filter(({ target }) => target.is === 'cause');
      const inWizard = causes.filter(({ icon }) => icon !== 'info');
      expect(inTree.map(({ icon, label }) => [icon, label])).toEqual(
        inWizard.map(({ icon, title }) => [icon, title]),
      );
      w.dispose();
    },
  );

  test('computes results only for expanded items', async () => {
    const t = openTrees();
    await t.lines('networks', researchName);
    const asked = t.sample.traffic.map((one) => one.path.split('/').at(-1));
    expect(asked).not.toContain('computes');
    expect(asked).not.toContain('serviceTags');
  });
});

describe('without networks to show', () => {
  test('if Azure ML uses none of the networks, all are shown on request', async () => {
    const t = openTrees({
      connect: withReads((read) => ({
        networks: async (id, stop) => {
          const model = await read.networks(id, stop);
          return { ...model, privateEndpoints: { known: true, value: [] } };
        },
      })),
    });
    expect(await t.lines('networks')).toEqual([]);
    expect(t.session.networks().empty()).toBe('nothingChecked');
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

  test('unreadable workspaces keep the networks, checked without a workspace', async () => {
    const t = openTrees({
      connect: withReads(() => ({ workspaces: () => Promise.reject(new AzureFailure('forbidden')) })),
    });
    const training = await t.node('networks', ...production, 'snet-training');
    expect(training.tooltip).toContain(
      'Checked for a compute cluster with a public IP address. Its workspace isn’t known.',
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

  test('by a subnet’s name finds the subnet in its network', async () => {
    const t = openTrees({ type: () => 'snet-scoring' });
    await t.commands.filterNetworks(null);
    expect(drawn(await t.lines('networks', ...production))).toEqual([
      `error snet-scoring | 1 error (${sampleFlows('snet-scoring')})`,
    ]);
  });
});
