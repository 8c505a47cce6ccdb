import { expect, test } from 'vitest';
import { ran } from './ran';

const rule = (name: string, priority: number, [access, to]: readonly [string, string]): string => `
      {
        name: '${name}'
        properties: {
          priority: ${String(priority)}
          direction: 'Outbound'
          access: '${access}'
          protocol: 'Tcp'
          sourceAddressPrefix: '*'
          sourcePortRange: '*'
          destinationAddressPrefix: '${to}'
          destinationPortRange: '443'
        }
      }`;

const network = (rules: string): string => `
resource nsg 'Microsoft.Network/networkSecurityGroups@2024-05-01' = {
  name: 'nsg'
  location: 'westeurope'
  properties: { securityRules: [${rules}
    ] }
}
resource vnet 'Microsoft.Network/virtualNetworks@2024-05-01' = {
  name: 'vnet'
  location: 'westeurope'
  properties: {
    addressSpace: { addressPrefixes: ['10.0.0.0/16'] }
    // aml-secure-compute: cluster public-ip
    subnets: [{ name: 'ml', properties: { addressPrefix: '10.0.1.0/24', networkSecurityGroup: { id: nsg.id } } }]
  }
}
`;

async function blockedOf(rules: string) {
  const { out } = await ran('check a.bicep --format json', { 'a.bicep': network(rules) });
  const report = JSON.parse(out) as {
    subnets: readonly {
      requirements: readonly { id: string; outcome: string; blocked: readonly object[] }[];
    }[];
  };
  return report.subnets[0]?.requirements.find(({ id }) => id === 'outbound-storage-443');
}

const denied = rule('deny', 4000, ['Deny', 'Internet']);

test('the report states how much of a flow is blocked, by prefixes and by addresses', async () => {
  const found = await blockedOf(rule('some', 100, ['Allow', '20.0.0.0/8']) + denied);
  expect(found?.outcome).toBe('partly-blocked');
  expect(found?.blocked).toEqual([
    {
      protocol: 'TCP',
      ports: '443',
      to: null,
      names: [],
      percent: expect.any(Number) as number,
      prefixes: {
        tags: ['Storage.WestEurope'],
        some: expect.any(Number) as number,
        all: expect.any(Number) as number,
      },
      percentOfSubnet: 100,
    },
  ]);
});

test('a fully blocked flow is 100 percent, and an allowed flow doesn’t have a blocked part', async () => {
  const all = await blockedOf(denied);
  expect(all).toMatchObject({ outcome: 'blocked', blocked: [{ percent: 100, prefixes: null }] });
  const none = await blockedOf(rule('storage', 100, ['Allow', 'Storage.WestEurope']) + denied);
  expect(none).toMatchObject({ outcome: 'allowed', blocked: [] });
});
