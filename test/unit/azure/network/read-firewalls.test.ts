import { describe, expect, test } from 'vitest';
import type { Firewall } from '../../../../src/core/network/firewall';
import { sampleNetworkId, sampleSubnetId } from '../../../../src/sandbox/sample/names';
import { connectSample, noStop } from '../sample';

const orders = sampleSubnetId('rg-orders', 'vnet-spoke-orders-weu', 'snet-train-orders');
const risk = sampleSubnetId('rg-risk-platform', 'vnet-spoke-risk-weu', 'snet-train-hub');
const hub = 'rg-hub-shared';

type Connected = ReturnType<typeof connectSample>;

async function firewallsOf({ azure, sample }: Connected, subnet: string): Promise<readonly Firewall[]> {
  const model = await azure.read.networks(sample.subscriptionId, noStop);
  expect(model.firewalls).toEqual([]);
  return (await azure.read.refreshSubnet(model, subnet, noStop)).firewalls;
}

/** Connects to the sample without read permission for a resource of the hub. */
function without(scope: string): Connected {
  const connected = connectSample();
  connected.sample.access.deny({ scope, verbs: ['read'] });
  return connected;
}

/** The hub as Virtual WAN shows it: its network isn't readable, and the firewall names no subnet. */
function inVirtualHub(privateIPAddress: string): Connected {
  const connected = without(sampleNetworkId(hub, 'virtualNetworks', 'vnet-hub-shared-weu'));
  const isWritten = connected.sample.writeByOther({
    method: 'PUT',
    path: sampleNetworkId(hub, 'azureFirewalls', 'afw-hub'),
    body: {
      location: 'westeurope',
      properties: {
        sku: { name: 'AZFW_Hub', tier: 'Standard' },
        virtualHub: { id: sampleNetworkId(hub, 'virtualHubs', 'vhub-weu') },
        hubIPAddresses: { privateIPAddress, publicIPs: { count: 1 } },
        firewallPolicy: { id: sampleNetworkId(hub, 'firewallPolicies', 'afwp-shared') },
      },
    },
  });
  expect(isWritten).toBe(true);
  return connected;
}

const rulesOf = ({ policies }: Firewall) =>
  policies.known
    ? policies.value.flatMap(({ name, groups }) =>
        groups.known
          ? groups.value.flatMap(({ collections }) =>
              collections.known ? collections.value.map((one) => `${name}/${one.name}`) : [],
            )
          : [],
      )
    : policies.because.key;

describe('the firewall that routes of a subnet lead to', () => {
  test('is read with its policies, parents first, and its IP groups', async () => {
    const [found, ...others] = await firewallsOf(connectSample(), orders);
    expect(others).toEqual([]);
    expect(found).toMatchObject({
      name: 'afw-shared',
      networkId: sampleNetworkId(hub, 'virtualNetworks', 'vnet-hub-shared-weu'),
      addresses: { value: ['10.76.0.4'] },
      hasPublicAddress: { value: true },
      dnsProxy: { value: true },
      nameServers: { value: [] },
      dropsThreats: { value: false },
      ipGroups: [{ name: 'ipg-ml-spokes', addresses: { value: ['10.77.0.0/26'] } }],
    });
    expect(rulesOf(found!)).toEqual([
      'afwp-base/never',
      'afwp-base/everyone',
      'afwp-base/not-everyone',
      'afwp-shared/azure-ml',
      'afwp-shared/hosts',
    ]);
  });

  test('is read if it is the network’s DNS server, even without a route to it', async () => {
    const connected = connectSample();
    const path = sampleNetworkId('rg-orders', 'routeTables', 'rt-orders');
    const body = { location: 'westeurope', properties: { routes: [] } };
    expect(connected.sample.writeByOther({ method: 'PUT', path, body })).toBe(true);
    expect((await firewallsOf(connected, orders)).map(({ name }) => name)).toEqual(['afw-shared']);
  });

  test('costs no request if no route leads to an appliance', async () => {
    const connected = connectSample();
    await firewallsOf(connected, sampleSubnetId('rg-network-prod', 'vnet-ml-prod-weu', 'snet-train-gpu'));
    const asked = connected.sample.traffic.filter(({ path }) =>
      /azureFirewalls|firewallPolicies|ipGroups/i.test(path),
    );
    expect(asked).toEqual([]);
  });

  test('is requested only with the subnet: lists cost what they did', async () => {
    const { azure, sample } = connectSample();
    await azure.read.networks(sample.subscriptionId, noStop);
    expect(sample.traffic.some(({ path }) => /azureFirewalls/i.test(path))).toBe(false);
  });

  test.each([
    ['in a subscription without access', connectSample(), risk],
    [
      'in a network that can’t be read',
      without(sampleNetworkId(hub, 'virtualNetworks', 'vnet-hub-shared-weu')),
      orders,
    ],
    ['that can’t be read', without(sampleNetworkId(hub, 'azureFirewalls', 'afw-shared')), orders],
  ])('%s stays an appliance', async (_, connected, subnet) => {
    expect(await firewallsOf(connected, subnet)).toEqual([]);
  });

  test('in a virtual hub is found by its address, through the peering of the spoke with Azure’s own network', async () => {
    const connected = inVirtualHub('10.76.0.4');
    const [found, ...others] = await firewallsOf(connected, orders);
    expect(others).toEqual([]);
    expect(found).toMatchObject({
      name: 'afw-hub',
      networkId: sampleNetworkId(hub, 'virtualNetworks', 'vnet-hub-shared-weu'),
      addresses: { value: ['10.76.0.4'] },
      hasPublicAddress: { value: true },
    });
    expect(rulesOf(found!)).toContain('afwp-shared/azure-ml');
  });

  test('stays an appliance if its address differs', async () => {
    expect(await firewallsOf(inVirtualHub('10.76.0.9'), orders)).toEqual([]);
  });

  test('has unknown rules if a parent policy can’t be read, with the required role', async () => {
    const connected = without(sampleNetworkId(hub, 'firewallPolicies', 'afwp-base'));
    const [found] = await firewallsOf(connected, orders);
    expect(rulesOf(found!)).toBe('unknown.permission');
  });

  test('reports an IP group that can’t be read', async () => {
    const [found] = await firewallsOf(without(sampleNetworkId(hub, 'ipGroups', 'ipg-ml-spokes')), orders);
    expect(found?.ipGroups).toMatchObject([
      { name: 'ipg-ml-spokes', addresses: { because: { key: 'unknown.permission' } } },
    ]);
  });

  test('is refreshed with the subnet, and replaced by its current state', async () => {
    const { azure, sample } = connectSample();
    const model = await azure.read.networks(sample.subscriptionId, noStop);
    const once = await azure.read.refreshSubnet(model, orders, noStop);
    const twice = await azure.read.refreshSubnet(once, orders, noStop);
    expect(twice.firewalls).toEqual(once.firewalls);
  });
});
