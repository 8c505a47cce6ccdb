import { beforeAll, describe, expect, test } from 'vitest';
import { sampleSubnetId, sampleWorkspaceId } from '../../../../src/sandbox/sample/names';
import {
  pickSubnet,
  pickWorkspace,
  denyAllSubnet,
  gate,
  healthy,
  openWizardAt,
  openWizard,
  readinessRowOf,
  type OpenWizard,
  withReads,
  openWizardInOneGroup,
} from './open-wizard';
import { sampleFlows } from '../../../support/sample-summary';

describe('a late response', () => {
  test('for the previous workspace doesn’t overwrite the selected one’s data', async () => {
    const late = gate();
    const w = openWizard({
      connect: (own) => {
        const list = own.azure.computes.list;
        return Promise.resolve({
          ...own,
          azure: {
            ...own.azure,
            computes: {
              ...own.azure.computes,
              list: async (id, stop) => {
                if (!id.endsWith('mlw-fraud-prod')) return list(id, stop);
                const answer = await list(id, new AbortController().signal);
                await late.promise;
                return answer;
              },
            },
          },
        });
      },
    });
    await w.until('workspaces', (p) => p.plan?.workspace.workspaces.state.is === 'ready');
    const first = w.call.chooseWorkspace({ id: sampleWorkspaceId('rg-ml-prod', 'mlw-fraud-prod') });
    await pickWorkspace(w, 'mlw-risk-dev');
    expect(w.page.plan?.size).toMatchObject({ name: 'cpu-cluster', nameState: { is: 'free' } });
    late.open();
    await first;
    // `cpu-cluster` belongs to mlw-fraud-prod. It isn't a compute resource of this workspace, but its name is taken in
    // the region.
    await w.until('the next free name', (p) => p.plan?.size.name === 'cpu-cluster2');
    expect(w.page.plan?.size.nameState).toEqual({
      is: 'free',
      text: 'The name is available in mlw-risk-dev',
    });
  });

  test('for a subnet that was deselected meanwhile doesn’t restore its Readiness', async () => {
    const late = gate();
    const stops: AbortSignal[] = [];
    const w = openWizard({
      connect: withReads((read) => ({
        refreshSubnet: async (model, id, stop) => {
          const answer = await read.refreshSubnet(model, id, new AbortController().signal);
          if (!id.endsWith('snet-training')) return answer;
          stops.push(stop);
          await late.promise;
          return answer;
        },
      })),
    });
    await pickWorkspace(w, 'mlw-fraud-prod');
    const first = w.call.chooseSubnet({
      id: sampleSubnetId('rg-network-prod', 'vnet-ml-prod-weu', 'snet-training'),
    });
    await w.until('Readiness', (p) => p.readiness?.title === 'Readiness of snet-training');
    await pickSubnet(w, healthy.network, healthy.subnet);
    expect(stops.map((one) => one.aborted)).toEqual([true]);
    late.open();
    await first;
    expect(w.page.readiness?.title).toBe('Readiness of snet-train-gpu');
    expect(w.page.readiness).toMatchObject({ checking: false, stale: null, summaryIcon: 'warning' });
  });

  test('for the previous subscription isn’t shown in the next one', async () => {
    const late = gate();
    const other = { id: '11111111-0000-0000-0000-000000000000', name: 'Contoso Hub', tenantId: 't' };
    const w = openWizard({
      connect: withReads((read) => ({
        subscriptions: async (stop) => [...(await read.subscriptions(stop)), other],
        workspaces: (id, stop) => (id === other.id ? Promise.resolve([]) : read.workspaces(id, stop)),
        networks: async (id) => {
          const model = await read.networks(w.sample.subscriptionId, new AbortController().signal);
          if (id !== other.id) await late.promise;
          return id === other.id ? { ...model, virtualNetworks: [] } : model;
        },
        vmSizes: async (id, location) => {
          const answer = await read.vmSizes(id, location, new AbortController().signal);
          await late.promise;
          return answer;
        },
      })),
    });
    await w.until('subscriptions', (p) => p.plan?.workspace.subscriptions.state.is === 'ready');
    const first = w.call.chooseSubscription({ id: w.sample.subscriptionId });
    await w.until('workspaces', (p) => p.plan?.workspace.workspaces.state.is === 'ready');
    const second = w.call.chooseWorkspace({ id: sampleWorkspaceId('rg-ml-prod', 'mlw-fraud-prod') });
    await w.until('workspace', (p) => p.plan?.workspace.workspace !== null);
    await w.call.chooseSubscription({ id: other.id });
    expect(w.page.networks?.state.is).toBe('empty');
    late.open();
    await Promise.all([first, second]);
    expect(w.page.networks).toMatchObject({
      rows: [],
      state: { is: 'empty', text: 'Contoso Hub doesn’t contain a virtual network.' },
    });
    expect(w.page.plan?.size.vmSizes).toEqual({ state: { is: 'waiting' }, rows: [] });
    expect(w.page.plan?.workspace).toMatchObject({ subscription: other.id, workspace: null });
  });
});

describe('public IP', () => {
  test('No is the default if the workspace has a private link', async () => {
    const w = openWizard();
    await pickWorkspace(w, 'mlw-fraud-prod');
    expect(w.page.plan?.compute).toMatchObject({
      publicIp: 'no',
      publicIps: [
        {
          value: 'no',
          available: true,
          line: expect.stringContaining('Outbound connections only.') as string,
        },
        { value: 'yes', available: true, line: expect.stringContaining('44224') as string },
      ],
    });
    expect(w.page.plan?.sections.compute.summary).toBe('Compute cluster · no public IP');
  });

  test('with the requirements of December 2020, Yes is the default, and No is marked as not in the article', async () => {
    const w = openWizard();
    await pickWorkspace(w, 'mlw-fraud-prod');
    await pickSubnet(w, 'vnet-ml-prod-weu', 'snet-training');
    await w.call.chooseProfile({ profile: '2020-12' });
    await w.until('profile', (p) => p.readiness?.profile === '2020-12');
    expect(w.page.plan?.compute).toMatchObject({
      publicIp: 'yes',
      publicIps: [
        { value: 'no', available: true, line: expect.stringContaining('Not in the article') as string },
        { value: 'yes', available: true },
      ],
    });
    expect(readinessRowOf(w.page.readiness, 'inbound-batch-29876-29877').word).not.toBe('Not required');
    await w.call.chooseProfile({ profile: 'current' });
    await w.until('profile', (p) => p.readiness?.profile === 'current');
    expect(w.page.plan?.compute.publicIp).toBe('no');
  });

  test('No isn’t the default without a private endpoint; if chosen, Readiness shows what is missing', async () => {
    const w = openWizard();
    await pickWorkspace(w, 'mlw-risk-dev');
    expect(w.page.plan?.compute.publicIp).toBe('yes');
    expect(w.page.plan?.compute.publicIps[0]).toEqual({
      value: 'no',
      label: 'No',
      line: 'Outbound connections only. mlw-risk-dev doesn’t have a private endpoint yet. After you choose a subnet, a fix in Readiness can create one.',
      available: true,
      help: { id: 'howToPrivateEndpoint', label: 'How to add a private endpoint' },
    });
    await w.call.act({ id: 'howToPrivateEndpoint' });
    expect(w.opened).toEqual([
      'https://learn.microsoft.com/azure/machine-learning/how-to-configure-private-link',
    ]);
    await w.call.choosePublicIp({ publicIp: false });
    await pickSubnet(w, 'vnet-ml-dev-weu', 'snet-dev-open');
    expect(readinessRowOf(w.page.readiness, 'npip-requires-private-endpoint').word).toBe('Failed:');
  });

  test('is checked as chosen, and returns to the default with another workspace', async () => {
    const w = await openWizardInOneGroup(healthy);
    expect(w.page.readiness?.summary).toBe('Ready, 1 warning');
    await w.call.choosePublicIp({ publicIp: true });
    await w.until('results', (p) => p.readiness?.summary.startsWith('Not ready: 1 error') === true);
    expect(w.page.plan?.sections.compute.summary).toBe('Compute cluster · public IP on nodes');
    await pickWorkspace(w, 'mlw-risk-dev');
    await pickWorkspace(w, 'mlw-fraud-prod');
    expect(w.page.plan?.compute.publicIp).toBe('no');
  });
});

describe('the network', () => {
  test('selects its subnet too if only one can be used', async () => {
    const w = openWizard();
    await pickWorkspace(w, 'mlw-fraud-prod');
    const row = w.page.networks?.rows.find((one) => one.name === 'vnet-ml-2020-weu');
    await w.call.chooseNetwork({ id: row?.id ?? '' });
    await w.until('Readiness', (p) => p.readiness?.title === 'Readiness of snet-train-2020');
    expect(w.page.plan?.sections.network).toMatchObject({
      summary: 'snet-train-2020 in vnet-ml-2020-weu, rg-legacy',
      complete: true,
    });
  });

  test('when changed, clears the subnet of the previous one', async () => {
    const w = await openWizardAt(denyAllSubnet);
    const row = w.page.networks?.rows.find((one) => one.name === 'vnet-ml-dev-weu');
    await w.call.chooseNetwork({ id: row?.id ?? '' });
    expect(w.page.plan?.network).toMatchObject({ network: row?.id, subnet: null });
    expect(w.page.readiness?.state).toBe('empty');
    expect(w.page.subnets?.rows.map((one) => one.name)).toContain('snet-dev-open');
  });

  test('lists show the relevant columns, and unfit rows last with their reason', async () => {
    const w = openWizard();
    await pickWorkspace(w, 'mlw-fraud-prod');
    await w.call.chooseKind({ kind: 'instance' });
    await w.until('unfit', (p) => p.networks?.rows.some((one) => one.unfit === 'Other region') === true);
    expect(w.page.networks?.rows.map((one) => [one.name, one.region, one.subnets, one.unfit])).toEqual([
      ['vnet-ml-prod-weu', 'West Europe', 8, null],
      ['vnet-spoke-fraud-weu', 'West Europe', 1, null],
      ['vnet-actuary-weu', 'West Europe', 1, null],
      ['vnet-branch-weu', 'West Europe', 3, null],
      ['vnet-spoke-loyalty-weu', 'West Europe', 1, null],
      ['vnet-spoke-orders-weu', 'West Europe', 2, null],
      ['vnet-spoke-risk-weu', 'West Europe', 3, null],
      ['vnet-churn-weu', 'West Europe', 3, null],
      ['vnet-claims-weu', 'West Europe', 4, null],
      ['vnet-databricks-weu', 'West Europe', 8, null],
      ['vnet-forecast-weu', 'West Europe', 1, null],
      ['vnet-ml-2020-weu', 'West Europe', 1, null],
      ['vnet-ml-dev-weu', 'West Europe', 5, null],
      ['vnet-partner-weu', 'West Europe', 1, null],
      ['vnet-pricing-weu', 'West Europe', 2, null],
      ['vnet-quarantine-weu', 'West Europe', 2, null],
      ['vnet-regulated-weu', 'West Europe', 2, null],
      ['vnet-segmented-weu', 'West Europe', 4, null],
      ['vnet-underwriting-weu', 'West Europe', 3, null],
      ['vnet-hub-shared-weu', 'West Europe', 1, 'Reserved name'],
      ['vnet-lab-docker', 'West Europe', 2, 'Overlaps 172.17.0.0/16'],
      ['vnet-ml-prod-neu', 'North Europe', 2, 'Other region'],
    ]);
    const groups = w.page.networks?.resourceGroups ?? [];
    expect(groups).toEqual([...new Set(w.page.networks?.rows.map((one) => one.resourceGroup))].sort());
    expect(groups).toContain('rg-risk-platform');
  });

  test('subnets: free addresses, NSG, route table, outbound access, result; full, delegated, or reserved ones last', async () => {
    const w = openWizard();
    await pickWorkspace(w, 'mlw-fraud-prod');
    await w.until('rows', (p) => {
      const rows = p.subnets?.rows ?? [];
      return rows.length > 0 && rows.every((one) => one.outcome !== null);
    });
    const rows = w.page.subnets?.rows ?? [];
    expect(
      rows.map((one) => [
        one.name,
        one.free,
        one.securityGroup,
        one.outboundAccess,
        one.unfit ?? one.outcome?.text,
      ]),
    ).toEqual([
      ['snet-train-gpu', '39', 'nsg-train-gpu', 'ng-ml-weu (NAT)', 'Ready, 1 warning'],
      ['snet-privatelink', '8', '–', 'none', `1 error (${sampleFlows('snet-privatelink')})`],
      ['snet-sandbox', '27', 'nsg-sandbox', 'none', `1 error (${sampleFlows('snet-sandbox')})`],
      ['snet-scoring', '40', 'nsg-training', 'ng-ml-weu (NAT)', `1 error (${sampleFlows('snet-training')})`],
      ['snet-training', '47', 'nsg-training', 'ng-ml-weu (NAT)', `1 error (${sampleFlows('snet-training')})`],
      ['GatewaySubnet', '27', '–', 'default access', 'Reserved name'],
      ['snet-batch-legacy', '0', 'nsg-batch', 'ng-ml-weu (NAT)', 'Full (0 addresses free)'],
      ['snet-dbx-private', '96', 'nsg-dbx', 'ng-ml-weu (NAT)', 'Delegated to Databricks'],
    ]);
    // A line without column titles.
    const lines = new Map(rows.map((one) => [one.name, one.more]));
    expect(lines.get('snet-training')).toBe('10.40.4.0/26 · 47 free · nsg-training · ng-ml-weu (NAT)');
    expect(lines.get('snet-privatelink')).toBe('10.40.7.0/28 · 8 free · Outbound access: none');
    expect(lines.get('GatewaySubnet')).toBe('10.40.0.0/27 · 27 free · Outbound access: default access');
    const spoken = new Map(rows.map((one) => [one.name, one.spoken]));
    expect(spoken.get('snet-training')).toBe(
      `snet-training, 10.40.4.0/26, 47 free, NSG nsg-training, route table –, outbound access ng-ml-weu (NAT), 1 error (${sampleFlows('snet-training')})`,
    );
    expect(spoken.get('snet-dbx-private')).toBe(
      'snet-dbx-private, 10.40.2.0/25, can’t be used: Delegated to Databricks',
    );
    // A filter by address finds its subnet: ranges are the first and the last address.
    expect(rows.find((one) => one.name === 'snet-training')?.ranges).toEqual([
      [10 * 2 ** 24 + 40 * 2 ** 16 + 4 * 256, 10 * 2 ** 24 + 40 * 2 ** 16 + 4 * 256 + 63],
    ]);
  });

  test('an unfit subnet can still be selected, and its Readiness states why', async () => {
    const w = await openWizardInOneGroup({ network: 'vnet-ml-prod-weu', subnet: 'snet-dbx-private' });
    expect(w.page.readiness?.summary).toBe('Can’t be used: Delegated to Databricks');
    expect(w.page.plan?.sections.network.complete).toBe(false);
  });
});

describe('results of rows', () => {
  test('are returned for networks and subnets that exist', async () => {
    const w = openWizard();
    await pickWorkspace(w, 'mlw-fraud-prod');
    const networks = Object.fromEntries((w.page.networks?.rows ?? []).map((one) => [one.name, one.id]));
    const ids = [
      networks['vnet-ml-prod-weu'] ?? '',
      networks['vnet-spoke-risk-weu'] ?? '',
      networks['vnet-lab-docker'] ?? '',
      sampleSubnetId('rg-network-prod', 'vnet-ml-prod-weu', 'snet-train-gpu').toUpperCase(),
      sampleSubnetId('rg-network-prod', 'vnet-ml-prod-weu', 'snet-nowhere'),
      'nothing of ours',
    ];
    const answers = await w.call.checkRows({ ids });
    expect(answers.map((one) => [one.id.split('/').at(-1)?.toLowerCase(), one.outcome])).toEqual([
      ['vnet-ml-prod-weu', { icon: 'pass', text: '1 of 5 ready' as string }],
      ['vnet-spoke-risk-weu', { icon: 'appliance', text: 'Depends on an appliance' }],
      ['vnet-lab-docker', { icon: 'unfit', text: 'no usable subnet' }],
      ['snet-train-gpu', { icon: 'warning', text: 'Ready, 1 warning' }],
    ]);
  });

  test('are for the current plan', async () => {
    const w = openWizard();
    await pickWorkspace(w, 'mlw-fraud-prod');
    const id = sampleSubnetId('rg-network-prod', 'vnet-ml-prod-weu', 'snet-train-gpu');
    expect((await w.call.checkRows({ ids: [id] }))[0]?.outcome.text).toBe('Ready, 1 warning');
    await w.call.choosePublicIp({ publicIp: true });
    expect((await w.call.checkRows({ ids: [id] }))[0]?.outcome.text).toBe('1 error (1 flow)');
  });
});

describe('an ID that wasn’t listed', () => {
  let w: OpenWizard;
  beforeAll(async () => {
    w = await openWizardInOneGroup(healthy);
  });
  test.each([
    ['chooseSubscription', { id: '00000000-0000-0000-0000-000000000000' }],
    ['chooseWorkspace', { id: sampleWorkspaceId('rg-ml-prod', 'mlw-nowhere') }],
    ['chooseNetwork', { id: '/subscriptions/x/virtualNetworks/y' }],
    ['chooseSubnet', { id: sampleSubnetId('rg-network-prod', 'vnet-ml-prod-weu', 'snet-nowhere') }],
    ['changeSize', { vmSize: 'STANDARD_NOWHERE' }],
    ['previewFix', { ids: ['no-such-requirement'] }],
    ['previewFix', { ids: ['outbound-aml-443'] }],
  ] as const)('%s %o isn’t found and changes nothing', async (name, params) => {
    const before = w.saved();
    const call = w.call[name] as (params: unknown) => Promise<unknown>;
    await expect(call(params)).rejects.toMatchObject({ problem: { code: 'notFound' } });
    expect(w.saved()).toEqual(before);
    expect(w.page.readiness?.title).toBe('Readiness of snet-train-gpu');
  });
});
