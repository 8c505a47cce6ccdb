import { describe, expect, test } from 'vitest';
import { unknown } from '../../../../src/core/known';
import type { Subnet, VirtualNetwork } from '../../../../src/core/network/model';
import { reason } from '../../../../src/core/reason';
import { openKind } from './attach-in-wizard';
import { openWizard, pickWorkspace, withReads, type OpenWizardOptions } from './open-wizard';

const unread = unknown(reason('notRead'));

const unreadSubnet = (subnet: Subnet): Subnet => ({
  ...subnet,
  addressPrefixes: unread,
  securityGroup: unread,
  routeTable: unread,
  natGateway: unread,
  defaultOutboundAccess: unread,
});

const unreadNetwork = (network: VirtualNetwork): VirtualNetwork => ({
  ...network,
  location: unread,
  addressPrefixes: unread,
  subnets: network.subnets.map(unreadSubnet),
});

/** The sample, in which nothing but names can be read of networks and of resources to attach. */
const connect: OpenWizardOptions['connect'] = withReads((read) => ({
  networks: async (id, stop) => {
    const model = await read.networks(id, stop);
    return { ...model, virtualNetworks: model.virtualNetworks.map(unreadNetwork) };
  },
  attachTargets: async (id, kind, stop) =>
    (await read.attachTargets(id, kind, stop)).map((one) => ({ ...one, location: unread, subnets: unread })),
}));

describe('in a line without column titles, what can’t be read has its title', () => {
  test('in the lists of networks and subnets', async () => {
    const w = openWizard({ connect });
    await pickWorkspace(w, 'mlw-fraud-prod');
    await w.until('networks', (p) => p.networks?.state.is === 'ready');
    const network = w.page.networks?.rows.find((one) => one.name === 'vnet-ml-prod-weu');
    expect(network?.more).toBe('rg-network-prod · Region: couldn’t be read · Addresses: couldn’t be read');
    await w.call.chooseNetwork({ id: network?.id ?? '' });
    await w.until('subnets', (p) => p.subnets?.networkName === 'vnet-ml-prod-weu');
    const subnet = w.page.subnets?.rows.find((one) => one.name === 'snet-training');
    expect(subnet?.more.split(' · ')).toEqual([
      'Addresses: couldn’t be read',
      'Free: couldn’t be read',
      'NSG: couldn’t be read',
      'Route table: couldn’t be read',
      'Outbound access: couldn’t be read',
    ]);
  });

  test('in the list of subnets, if only the routes can’t be read', async () => {
    const w = openWizard();
    w.sample.faults.next({ status: 403, match: '/routeTables', times: Infinity });
    await pickWorkspace(w, 'mlw-fraud-prod');
    await w.until('networks', (p) => p.networks?.state.is === 'ready');
    const network = w.page.networks?.rows.find((one) => one.name === 'vnet-spoke-risk-weu');
    await w.call.chooseNetwork({ id: network?.id ?? '' });
    await w.until('rows', (p) => p.subnets?.networkName === 'vnet-spoke-risk-weu');
    const { more } = w.page.subnets?.rows.find((one) => one.name === 'snet-train-hub') ?? {};
    expect(more).toBe('10.44.1.0/26 · 47 free · nsg-train-hub · rt-hub · Outbound access: couldn’t be read');
  });

  test('in the list of resources to attach', async () => {
    const w = await openKind('virtual-machine', { connect });
    const lines = w.page.targets?.rows.map((one) => one.more.split(' · ').slice(1)) ?? [];
    expect(lines.length).toBeGreaterThan(1);
    expect(new Set(lines.map(String))).toEqual(
      new Set(['Region: couldn’t be read,Subnet: couldn’t be read']),
    );
  });
});
