import { expect, test } from 'vitest';
import { analyzed } from '../../file-checks/analyzed';

/** Returns whether the file's network can have more subnets than those that it lists. */
async function mayHaveMore(subnets: unknown, more = ''): Promise<readonly boolean[]> {
  const bicep = `
param given array
resource vnet 'Microsoft.Network/virtualNetworks@2024-05-01' = {
  name: 'vnet'
  location: 'westeurope'
  properties: { addressSpace: { addressPrefixes: ['10.1.0.0/16'] }, subnets: ${String(subnets)} }
}
${more}`;
  const { check } = await analyzed({ 'main.bicep': bicep });
  return check.declared.model.virtualNetworks.map((one) => one.moreSubnets !== undefined);
}

test('a network that a file creates has only the subnets in the file', async () => {
  expect(await mayHaveMore("[{ name: 'snet', properties: { addressPrefix: '10.1.2.0/24' } }]")).toEqual([
    false,
  ]);
});

test('a network with subnets from a parameter can have more', async () => {
  expect(await mayHaveMore('given')).toEqual([true]);
});

test('an existing network can have more subnets', async () => {
  const existing = `
resource other 'Microsoft.Network/virtualNetworks@2024-05-01' existing = { name: 'other' }
resource snet 'Microsoft.Network/virtualNetworks/subnets@2024-05-01' = {
  parent: other
  name: 'snet-train'
  properties: { addressPrefix: '10.2.0.0/24' }
}`;
  expect(await mayHaveMore('[]', existing)).toEqual([false, true]);
});
