import { expect, test } from 'vitest';
import { analyzed } from '../../file-checks/analyzed';

/** Returns the result for a private cluster's subnet whose NAT gateway has one address, by the SKUs of both. */
async function resultOf(gateway: string, address: string, version = 'IPv4') {
  const text = `
resource pip 'Microsoft.Network/publicIPAddresses@2024-05-01' = {
  name: 'pip-nat'
  location: 'westeurope'${address}
  properties: { publicIPAllocationMethod: 'Static', publicIPAddressVersion: '${version}' }
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
  const [subject] = check.subjects;
  const outcome = subject?.results.find(({ requirement }) => requirement === 'nat-gateway-compat')?.outcome;
  return [outcome?.is, outcome && 'because' in outcome ? outcome.because.key : ''];
}

const sku = (name: string) => `\n  sku: { name: '${name}' }`;

// A Basic address never works with a NAT gateway (nat-gateway/nat-gateway-resource, 2023-07-10), and StandardV2 works
// only with StandardV2 addresses (nat-gateway/nat-overview, 2025).
test.each([
  ['Standard', 'Basic', 'failed'],
  ['Standard', 'StandardV2', 'failed'],
  ['StandardV2', 'Standard', 'failed'],
  ['Standard', 'Standard', 'passed'],
  ['StandardV2', 'standardv2', 'passed'],
])('a NAT gateway with SKU %s and an address with SKU %s', async (gateway, address, result) => {
  expect((await resultOf(sku(gateway), sku(address)))[0]).toBe(result);
});

// Azure creates a Basic address if the SKU is missing (ansible-collections/azure issue 818, 2022-04-07).
test('an address without a SKU is unknown, and a gateway without a SKU is Standard', async () => {
  expect(await resultOf(sku('Standard'), '')).toEqual(['unknown', 'document.missingProperty']);
  expect((await resultOf('', sku('Basic')))[0]).toBe('failed');
});

test('an IPv6 address isn’t outbound access for IPv4', async () => {
  expect((await resultOf(sku('StandardV2'), sku('StandardV2'), 'IPv6'))[0]).toBe('failed');
});
