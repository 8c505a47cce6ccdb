import { describe, expect, test } from 'vitest';
import { AzureFailure } from '../../../../src/azure/failure';
import { pathToCompute } from '../../../../src/features/trees/model/path-to';
import { sampleWorkspaceId } from '../../../../src/sandbox/sample/names';
import { closeSubnet } from './close-subnet';
import { drawn, openTrees, researchName, withReads, type OpenTrees } from './open-trees';

const fraud = [researchName, 'mlw-fraud-prod'] as const;

describe('compute resources of the sample', () => {
  test('are listed by subscription and workspace, with kind, state, and health', async () => {
    const t = openTrees();
    expect(drawn(await t.lines('compute'))).toEqual(['subscription Contoso Research | 8 workspaces']);
    expect(drawn(await t.lines('compute', researchName))).toEqual([
      'featureStore fs-fraud | feature store, West Europe',
      'hub hub-claims-ai | hub, managed virtual network',
      'workspace mlw-actuary | West Europe',
      'workspace mlw-fraud-prod | West Europe',
      'workspace mlw-risk-dev | West Europe',
      'workspace mlw-risk-prod | managed virtual network',
      'workspace mlw-underwriting | West Europe',
      'project prj-claims-letters | project of hub-claims-ai, West Europe',
    ]);
    expect(drawn(await t.lines('compute', ...fraud))).toEqual([
      'warning ci-anna | instance, running, 1 warning',
      'unfit cpu-cluster | cluster, 0 nodes, not checked',
      'warning cpu-train | cluster, 0 nodes, 1 warning',
    ]);
    expect(drawn(await t.lines('compute', researchName, 'mlw-risk-prod'))).toEqual([
      'pass cpu-risk | cluster, 0 nodes',
    ]);
  });

  test('show their causes, who decides, and their NSGs', async () => {
    const t = openTrees();
    expect(drawn(await t.lines('compute', ...fraud, 'cpu-train'))).toEqual([
      'warning NSG rule 4096 Deny-All blocks 4 flows | nsg-train-gpu on the subnet · outbound',
      'securityGroup nsg-train-gpu | ',
    ]);
  });

  test('are announced with label, kind, and result', async () => {
    const t = openTrees();
    const [anna, , train] = await t.lines('compute', ...fraud);
    expect(anna?.spoken).toBe('ci-anna, instance, running, ready, 1 warning');
    expect(train?.spoken).toBe('cpu-train, cluster, 0 nodes, ready, 1 warning');
    const stays = 'Azure can’t move an existing instance to another network.';
    expect(anna?.tooltip).toContain(stays);
    expect(train?.tooltip).not.toContain(stays);
  });

  test('in French', async () => {
    const t = openTrees({ language: 'fr' });
    expect(drawn(await t.lines('compute'))).toEqual(['subscription Contoso Research | 8 espaces de travail']);
  });

  test('can’t be opened in a portal, because the sample isn’t in one', async () => {
    const t = openTrees();
    const all = [...(await t.lines('compute', researchName)), ...(await t.lines('compute', ...fraud))];
    expect(all.flatMap((one) => one.can)).not.toContain('portal');
  });

  test('offer the actions that their state allows', async () => {
    const t = openTrees();
    const can = async (name: string) => (await t.node('compute', ...fraud, name)).can;
    expect(await can('ci-anna')).toEqual(expect.arrayContaining(['stop', 'restart', 'delete', 'check']));
    expect(await can('ci-anna')).not.toContain('start');
    expect(await can('cpu-train')).not.toContain('stop');
    expect(await can('cpu-cluster')).not.toContain('wizard');
  });

  test('count as errors if their subnet was closed, and no others do', async () => {
    const t = openTrees();
    await t.lines('compute', ...fraud);
    expect(t.session.compute().toFix()).toBe(0);
    await closeSubnet(t);
    await t.commands.refresh(null);
    const lines = drawn(await t.lines('compute', ...fraud));
    expect(lines[0]).toMatch(/^error ci-anna \| instance, running, 1 error \(\d+ flows\)$/);
    expect(lines[2]).toMatch(/^error cpu-train \| cluster, 0 nodes, 1 error \(\d+ flows\)$/);
    expect(t.session.compute().toFix()).toBe(2);
  });
});

describe('the path to a compute resource', () => {
  const compute = {
    workspaceId: sampleWorkspaceId('rg-ml-prod', 'mlw-fraud-prod').toUpperCase(),
    name: 'CPU-train',
  };

  test('goes through its subscription and workspace, ignoring case', async () => {
    const path = await pathToCompute(openTrees().session.compute(), compute);
    expect(path.map((one) => one.label)).toEqual([researchName, 'mlw-fraud-prod', 'cpu-train']);
  });

  test('ends at the workspace if it no longer exists', async () => {
    const path = await pathToCompute(openTrees().session.compute(), { ...compute, name: 'nobody' });
    expect(path.map((one) => one.label)).toEqual([researchName, 'mlw-fraud-prod']);
  });
});

describe('no more requests than the pages need', () => {
  const pages = (t: OpenTrees): readonly string[] =>
    t.sample.traffic.map((one) => `${one.method} ${one.path.split('/').at(-1) ?? ''}`);

  test('expanding everything reads each list once, however often it’s shown', async () => {
    const t = openTrees();
    for (let count = 0; count < 3; count += 1) {
      await t.lines('compute', researchName);
      for (const name of ['mlw-fraud-prod', 'mlw-risk-prod', 'mlw-risk-dev']) {
        await t.lines('compute', researchName, name);
      }
      await t.lines('networks', researchName, 'vnet-ml-prod-weu', 'snet-training');
    }
    expect([...pages(t)].sort()).toEqual(
      [
        'GET subscriptions',
        'GET workspaces',
        // For each workspace, since any compute resource can use the subnet.
        ...Array<string>(8).fill('GET computes'),
        'GET virtualNetworks',
        'GET networkSecurityGroups',
        'GET routeTables',
        'GET natGateways',
        'GET privateEndpoints',
        // Workspaces and networks of the account, and which networks a network manager controls.
        'POST resources',
        'POST resources',
        'GET serviceTags',
        // For the expanded subnet: the services of its workspace, and the zones of its network.
        'GET mlw-fraud-prod',
        'GET datastores',
        'GET stfraudprod',
        'GET kv-fraudprod',
        'GET crfraudprod',
        'GET appi-fraudprod',
        'GET networkSecurityPerimeterConfigurations',
        'GET networkSecurityPerimeters',
        'GET resourceAssociations',
        'GET privateDnsZoneGroups',
        'GET privateDnsZones',
        'GET dnsForwardingRulesets',
        ...Array<string>(3).fill('GET virtualNetworkLinks'),
        ...Array<string>(3).fill('GET A'),
        // The attached resources of the development workspace: Databricks, and a machine with its NIC and address.
        'GET workspaces',
        'GET virtualMachines',
        'GET networkInterfaces',
        'GET publicIPAddresses',
      ].sort(),
    );
  });

  test('a collapsed workspace requests nothing', async () => {
    const t = openTrees();
    await t.lines('compute', researchName);
    expect(pages(t)).toEqual(['GET subscriptions', 'POST resources']);
  });

  test('refreshing one item reads only its own data again', async () => {
    const t = openTrees();
    const train = await t.node('compute', ...fraud, 'cpu-train');
    const before = t.sample.traffic.length;
    await t.commands.check(train);
    const asked = pages(t).slice(before);
    expect(asked).toContain('GET computes');
    expect(asked).toContain('GET vnet-ml-prod-weu');
    expect(asked).not.toContain('GET virtualNetworks');
  });
});

describe('unreadable data', () => {
  test('a workspace that can’t be read shows the reason below it, and the others are listed', async () => {
    const t = openTrees({
      before: ({ access }) =>
        access.deny({
          scope: sampleWorkspaceId('rg-ml-prod', 'mlw-fraud-prod'),
          verbs: ['read'],
        }),
    });
    const lines = await t.lines('compute', researchName);
    const label = lines.some((one) => one.label === 'mlw-fraud-prod');
    if (label) {
      expect(drawn(await t.lines('compute', ...fraud))[0]).toMatch(
        /^warning You don’t have permission to read this resource/,
      );
    }
    expect(drawn(await t.lines('compute', researchName, 'hub-claims-ai'))).toEqual([
      'note This workspace doesn’t contain compute resources yet. | ',
    ]);
  });

  test('unreadable networks keep the compute resources, with unknown results', async () => {
    const t = openTrees({
      connect: withReads(() => ({ networks: () => Promise.reject(new AzureFailure('forbidden')) })),
    });
    const lines = await t.lines('compute', ...fraud);
    expect(drawn(lines)[0]).toBe('unknown ci-anna | instance, running, couldn’t read network');
    expect(lines[0]?.tooltip).toContain('You don’t have permission to read this resource');
    expect(lines[0]?.can).not.toContain('wizard');
  });

  test.each([
    ['subscriptions', 'signedOut', 'signedOut'],
    ['subscriptions', 'forbidden', 'noPermission'],
    ['workspaces', 'forbidden', 'noPermission'],
  ] as const)(
    '%s %s: the view is empty, and its welcome content shows the reason',
    async (list, code, empty) => {
      const t = openTrees({
        connect: withReads(() => ({ [list]: () => Promise.reject(new AzureFailure(code)) })),
      });
      expect(await t.lines('compute')).toEqual([]);
      expect(t.session.compute().empty()).toBe(empty);
    },
  );

  test.each([
    [{ status: 401 }, /^Your sign-in expired at /, 'Sign in again', 'sign-in {"again":true}'],
    [{ signIn: 'claims' }, /^Azure requires you to sign in again/, 'Sign in again', 'sign-in {"again":true}'],
    [{ signIn: 'cli-missing' }, /^Azure CLI \(az\) isn’t installed/, 'Choose account…', 'choose account'],
    [{ signIn: 'audience' }, /^The custom endpoint requires a token for/, 'Choose cloud…', 'choose cloud'],
    [{ signIn: 'endpoint' }, /^The custom cloud’s address/, 'Choose cloud…', 'choose cloud'],
    [
      { signIn: 'tenant', tenant: { id: 't-1', name: 'Fabrikam' } },
      /^Fabrikam requires a separate sign-in/,
      'Sign in to Fabrikam…',
      'sign-in {"tenant":"t-1"}',
    ],
  ] as const)(
    'an insufficient sign-in (%o) shows the reason and the next step',
    async (details, why, label, done) => {
      const t = openTrees({
        connect: withReads(() => ({
          subscriptions: () => Promise.reject(new AzureFailure('signedOut', details)),
        })),
      });
      const [action] = await t.lines('compute');
      expect(t.session.compute().empty()).toBe('');
      expect(t.session.compute().message()).toMatch(why);
      // The tree doesn't have a plan to keep.
      expect(t.session.compute().message()).not.toContain('plan');
      expect(action?.label).toBe(label);
      await t.commands.helpSignIn(action ?? null);
      expect(t.opened).toEqual([done]);
    },
  );

  test('a sign-in that expires while reading is shown above the remaining items', async () => {
    let hasEnded = false;
    const t = openTrees({
      connect: withReads((read) => ({
        workspaces: (id, stop) =>
          hasEnded
            ? Promise.reject(new AzureFailure('signedOut', { status: 401 }))
            : read.workspaces(id, stop),
      })),
    });
    await t.lines('compute', ...fraud);
    hasEnded = true;
    await t.commands.refreshNode(await t.node('compute', researchName));
    expect((await t.lines('compute')).map((one) => one.icon)).toEqual(['signIn', 'warning']);
    expect(t.session.compute().message()).toMatch(/^Your sign-in expired at /);
    hasEnded = false;
    await t.commands.refresh(null);
    await t.lines('compute');
    expect(t.session.compute().message()).toBe('');
  });

  test('signed out, without a subscription, and without a workspace: each has its own text', async () => {
    const out = openTrees({ connect: () => Promise.reject(new AzureFailure('signedOut')) });
    await out.lines('compute');
    expect(out.session.compute().empty()).toBe('signedOut');
    const none = openTrees({ connect: withReads(() => ({ subscriptions: () => Promise.resolve([]) })) });
    await none.lines('compute');
    expect(none.session.compute().empty()).toBe('noSubscription');
    const bare = openTrees({ connect: withReads(() => ({ workspaces: () => Promise.resolve([]) })) });
    await bare.lines('compute');
    expect(bare.session.compute().empty()).toBe('noWorkspace');
  });

  test('offline: an item reports it, and reading again shows the compute resources', async () => {
    let isOffline = true;
    const t = openTrees({
      connect: withReads((read) => ({
        subscriptions: (stop) =>
          isOffline ? Promise.reject(new AzureFailure('offline')) : read.subscriptions(stop),
      })),
    });
    const [line] = await t.lines('compute');
    expect(line?.label).toMatch(/^This computer can’t reach Azure\./);
    isOffline = false;
    await t.commands.refreshNode(line ?? null);
    expect(drawn(await t.lines('compute'))).toEqual(['subscription Contoso Research | 8 workspaces']);
  });

  test('one failing subscription doesn’t hide the others', async () => {
    const second = { id: '11111111-2222-4333-8444-555555555555', name: 'Contoso Closed', tenantId: 't' };
    const t = openTrees({
      connect: withReads((read) => ({
        subscriptions: async (stop) => [...(await read.subscriptions(stop)), second],
        workspaces: (id, stop) =>
          id === second.id ? Promise.reject(new AzureFailure('forbidden')) : read.workspaces(id, stop),
      })),
    });
    await t.lines('compute');
    await new Promise((resolve) => setTimeout(resolve, 50));
    const [unread, closed, open] = await t.lines('compute');
    expect(drawn(unread ? [unread] : [])).toEqual([
      'warning Couldn’t read 1 of 2 subscriptions | Show details',
    ]);
    expect(closed?.icon).toBe('warning');
    expect(closed?.description).toMatch(/^You don’t have permission to read this resource/);
    expect(open?.description).toBe('8 workspaces');
    expect(await t.lines('compute', researchName)).toHaveLength(8);
    await t.commands.whyUnread(unread ?? null);
    expect(t.shown).toHaveLength(1);
    expect(t.shown[0]?.text).toContain(
      '## Contoso Closed\n\nYou don’t have permission to read this resource',
    );
    expect(t.shown[0]?.text).toContain(second.id);
    expect(t.shown[0]?.text).not.toContain(researchName);
  });
});

describe('a filter', () => {
  test('finds workspaces by name, resource group, and region, and compute resources that were read', async () => {
    const t = openTrees({ type: () => ' TRAIN ' });
    await t.lines('compute', ...fraud);
    await t.commands.filterCompute(null);
    expect(drawn(await t.lines('compute', researchName))).toEqual(['workspace mlw-fraud-prod | West Europe']);
    expect(drawn(await t.lines('compute', ...fraud))).toEqual([
      'warning cpu-train | cluster, 0 nodes, 1 warning',
    ]);
  });

  test('without matches is reported; canceling keeps the filter', async () => {
    const typed = ['zzz', undefined];
    const t = openTrees({ type: () => typed.shift() });
    await t.commands.filterCompute(null);
    expect(drawn(await t.lines('compute', researchName))).toEqual(['note No items match the filter. | ']);
    await t.commands.filterCompute(null);
    expect(t.session.options('compute').filter).toBe('zzz');
  });
});
