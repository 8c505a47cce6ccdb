import { expect, test } from 'vitest';
import { problemsOf } from '../../../src/file-checks/problems-of';
import { analyzed } from './analyzed';

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

test('an invalid name is reported at the compute resource and not at its subnet', async () => {
  const { check } = await analyzed({ 'main.bicep': text });
  const place = problemsOf(check).find(({ id }) => id === 'compute-name-format')?.place;
  expect(text.slice(place?.start, place?.end)).toBe('wrong');
});

test('a cluster in another region than its network is reported at its location', async () => {
  const reported = async (location: string) => {
    const { check } = await analyzed({ 'main.bicep': location });
    return problemsOf(check).find(({ id }) => id === 'vnet-same-region-cluster');
  };
  expect(await reported(text)).toBeUndefined();
  const asCompute = text.replace(
    "computeType: 'AmlCompute'",
    "computeType: 'AmlCompute'\n    computeLocation: 'North Europe'",
  );
  const problem = await reported(asCompute);
  expect(asCompute.slice(problem?.place.start, problem?.place.end)).toBe('wrong');
  expect(problem?.what).toMatchObject({
    result: {
      outcome: {
        text: { key: 'check.region.compute', values: { network: 'westeurope', compute: 'northeurope' } },
      },
    },
  });
  // Without it, the resource's own location applies (Compute, REST reference: computeLocation is the location of the
  // nodes).
  const [network = '', compute = ''] = text.split('resource wrong');
  const byLocation = `${network}resource wrong${compute.replace("'westeurope'", "'northeurope'")}`;
  expect(await reported(byLocation)).toBeDefined();
});
