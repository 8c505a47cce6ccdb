import { expect, test } from 'vitest';
import { problemsOf } from '../../../../src/file-checks/problems-of';
import { analyzed } from '../../file-checks/analyzed';

/**
 * Returns the number of problems of a private cluster's subnet whose NAT gateway has one address, by the SKUs of both.
 */
async function reportedOf(gateway: string, address: string) {
  const text = `
resource pip 'Microsoft.Network/publicIPAddresses@2024-05-01' = {
  name: 'pip-nat'
  location: 'westeurope'${address}
  properties: { publicIPAllocationMethod: 'Static' }
}
resource nat 'Microsoft.Network/natGateways@2024-05-01' = {
  name: 'ng'
  location: 'westeurope'${gateway}
  properties: { publicIpAddresses: [{ id: pip.id }] }
}
resource vnet 'Microsoft.Network/virtualNetworks@2024-05-01' = {
  name: 'vnet'
  location: 'westeurope'
  properties: {
    addressSpace: { addressPrefixes: ['10.1.0.0/16'] }
    subnets: [
      // aml-secure-compute: cluster no-public-ip
      { name: 'snet', properties: { addressPrefix: '10.1.0.0/24', natGateway: { id: nat.id } } }
    ]
  }
}
`;
  const { check } = await analyzed({ 'main.bicep': text });
  return problemsOf(check).filter(({ id }) => id === 'nat-gateway-compat').length;
}

const sku = (name: string) => `\n  sku: { name: '${name}' }`;

// A Basic address never works with a NAT gateway (nat-gateway/nat-gateway-resource, 2023-07-10), and StandardV2 works
// only with StandardV2 addresses (nat-gateway/nat-overview, 2025).
test.each([
  ['Standard', 'Basic', 1],
  ['Standard', 'StandardV2', 1],
  ['StandardV2', 'Standard', 1],
  ['Standard', 'Standard', 0],
  ['StandardV2', 'standardv2', 0],
])('a NAT gateway with SKU %s and an address with SKU %s', async (gateway, address, problems) => {
  expect(await reportedOf(sku(gateway), sku(address))).toBe(problems);
});

test('an address without a SKU isn’t reported, and a gateway without a SKU is Standard', async () => {
  expect(await reportedOf(sku('Standard'), '')).toBe(0);
  expect(await reportedOf('', sku('Basic'))).toBe(1);
});
