import { expect, test } from 'vitest';
import { analyzed } from '../../file-checks/analyzed';

/** Returns the limits of a network's peering in a template. */
async function limitsOf(properties: Readonly<Record<string, unknown>>) {
  const template = {
    $schema: 'https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#',
    contentVersion: '1.0.0.0',
    parameters: { only: { type: 'bool' } },
    resources: [
      {
        type: 'Microsoft.Network/virtualNetworks',
        apiVersion: '2024-05-01',
        name: 'vnet',
        location: 'westeurope',
        properties: {
          addressSpace: { addressPrefixes: ['10.1.0.0/16'] },
          subnets: [{ name: 'snet', properties: { addressPrefix: '10.1.2.0/24' } }],
          virtualNetworkPeerings: [
            {
              name: 'peer',
              properties: {
                remoteVirtualNetwork: { id: '/subscriptions/s/x/virtualNetworks/hub' },
                ...properties,
              },
            },
          ],
        },
      },
    ],
  };
  const { check } = await analyzed({ 'main.json': JSON.stringify(template) });
  const [network] = check.declared.model.virtualNetworks;
  const peerings = network?.peerings;
  const [only] = peerings?.known ? peerings.value : [];
  return [only?.parts, only?.onlyIpv6, only?.blocksAccess];
}

test('a default peering in a template isn’t limited', async () => {
  expect(await limitsOf({ allowForwardedTraffic: true })).toEqual([undefined, undefined, undefined]);
  expect(await limitsOf({ peerCompleteVnets: true, allowVirtualNetworkAccess: true })).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
});

test('subnets, IPv6 only, and disabled access are read from a template', async () => {
  const overrides = {
    peerCompleteVnets: false,
    localSubnetNames: ['snet'],
    remoteSubnetNames: ['endpoints'],
    enableOnlyIPv6Peering: true,
    allowVirtualNetworkAccess: false,
  };
  expect(await limitsOf(overrides)).toEqual([{ local: ['snet'], remote: ['endpoints'] }, true, true]);
});
