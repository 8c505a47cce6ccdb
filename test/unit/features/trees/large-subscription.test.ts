import { describe, expect, test } from 'vitest';
import { connectAzure } from '../../../../src/azure/connect';
import { createSandbox } from '../../../../src/sandbox/create-sandbox';
import { anna, regions, researchSubscription, sampleWorkspaceId } from '../../../../src/sandbox/sample/names';
import { addGroups, addNetwork, addSecurityGroup } from '../../../../src/sandbox/sample/place';
import { addEndpoint } from '../../../../src/sandbox/sample/place-endpoint';
import type { World } from '../../../../src/sandbox/settings';
import { publicTags } from '../../azure/sample';
import { openTrees } from './open-trees';

const group = 'rg-ml';

/** Adds 1,000 networks with five subnets each. Azure ML uses the first: its endpoint for a workspace is in it. */
function fill(world: World): void {
  addGroups(world, { [group]: 'westeurope' });
  addSecurityGroup(world, { group, name: 'nsg' }, []);
  for (let number = 0; number < 1000; number += 1) {
    const base = `10.${Math.floor(number / 250)}.${number % 250}`;
    addNetwork(world, {
      group,
      name: `vnet-${String(number).padStart(4, '0')}`,
      prefix: `${base}.0/24`,
      subnets: [0, 32, 64, 96, 128].map((at) => ({
        name: `snet-${at}`,
        prefix: `${base}.${at}/27`,
        securityGroup: 'nsg',
      })),
    });
  }
  const workspace = sampleWorkspaceId(group, 'mlw');
  world.store.put({ id: workspace, location: 'westeurope', properties: {} });
  addEndpoint(world, {
    group,
    name: 'pe',
    network: 'vnet-0000',
    networkGroup: group,
    subnet: 'snet-0',
    targetId: workspace,
    groupIds: ['amlworkspace'],
    fqdns: ['mlw.example'],
  });
}

/** Returns the trees of a subscription with these networks, and the number of requests that they send. */
function openLarge() {
  const sandbox = createSandbox(
    { tags: publicTags() },
    { subscriptions: [researchSubscription], regions, user: anna, fill },
  );
  const azure = connectAzure({
    credential: sandbox.credential,
    httpClient: sandbox.httpClient,
    timing: { retryDelayMs: 1 },
  });
  const trees = openTrees({
    connect: () =>
      Promise.resolve({ azure, cloud: 'public', sample: false, account: 'anna', userName: null }),
  });
  const sent = (part: string): number => sandbox.traffic.filter(({ path }) => path.endsWith(part)).length;
  const counts = () => ({
    all: sandbox.traffic.length - sent('/subscriptions') - sent('/tenants'),
    queries: sent('/resources'),
    networks: sent('/virtualNetworks'),
  });
  return { sandbox, trees, counts };
}

const name = researchSubscription.name;

describe('1,000 networks with 5,000 subnets', () => {
  test('are listed with two pages of a query, until one is expanded', async () => {
    const { trees, counts } = openLarge();
    const lines = await trees.lines('networks', name);
    expect(lines.map((one) => one.label)).toEqual(['vnet-0000', 'Show 100 of 999 remaining']);
    expect(counts()).toEqual({ all: 2, queries: 2, networks: 0 });
    // Networks and their NSGs are read in pages: the results of subnets depend on them.
    expect(await trees.lines('networks', name, 'vnet-0000')).toHaveLength(5);
    expect(counts().networks).toBe(20);
  });

  test('are read as a whole after a refresh', async () => {
    const { trees, counts } = openLarge();
    await trees.lines('networks', name);
    await trees.commands.refresh(null);
    const before = counts();
    const lines = await trees.lines('networks', name);
    expect(lines.map((one) => one.label)).toEqual(['vnet-0000', 'Show 100 of 999 remaining']);
    // 20 pages of networks, four other lists, two pages of the query, and one of security admin rules.
    expect(counts().networks - before.networks).toBe(20);
    expect(counts().all - before.all).toBe(27);
  });
});
