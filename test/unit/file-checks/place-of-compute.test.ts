import { expect, test } from 'vitest';
import { problemsOf } from '../../../src/file-checks/problems-of';
import { examined } from './examined';

const text = `resource vnet 'Microsoft.Network/virtualNetworks@2024-05-01' = {
  name: 'vnet'
  location: 'westeurope'
  properties: {
    addressSpace: { addressPrefixes: ['10.1.0.0/16'] }
    subnets: [{ name: 'snet', properties: { addressPrefix: '10.1.0.0/24' } }]
  }
}
resource wrong 'Microsoft.MachineLearningServices/workspaces/computes@2024-04-01' = {
  name: 'mlw/1st_cluster'
  location: 'westeurope'
  properties: {
    computeType: 'AmlCompute'
    properties: { vmSize: 'STANDARD_DS3_V2', subnet: { id: vnet.properties.subnets[0].id } }
  }
}
`;

test('a name that Azure does not take is told at the compute and not at its subnet', async () => {
  const { check } = await examined({ 'main.bicep': text });
  const place = problemsOf(check).find(({ id }) => id === 'compute-name-format')?.place;
  expect(text.slice(place?.start, place?.end)).toBe('wrong');
});
