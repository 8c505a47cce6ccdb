import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { unknownIn } from '../../../../src/features/diagnostics/examined-files';
import { problemsOf } from '../../../../src/file-checks/problems-of';
import { examined } from '../../file-checks/examined';

const read = (name: string): string =>
  readFileSync(new URL(`../../../fixtures/files/infra/${name}`, import.meta.url), 'utf8');
const unknown = async (text: string): Promise<number> =>
  unknownIn(problemsOf((await examined({ 'main.bicep': text })).check));

const elsewhere = `
resource workspace 'Microsoft.MachineLearningServices/workspaces@2024-04-01' = {
  name: 'mlw'
  location: 'westeurope'
}
resource cluster 'Microsoft.MachineLearningServices/workspaces/computes@2024-04-01' = {
  parent: workspace
  name: 'cpu-cluster'
  location: 'westeurope'
  properties: {
    computeType: 'AmlCompute'
    properties: { subnet: { id: resourceId('Microsoft.Network/virtualNetworks/subnets', 'vnet', 'snet') } }
  }
}
`;

test('a compute in a subnet that no file has is not ready', async () => {
  expect(await unknown(elsewhere)).toBe(1);
});

test('nor is a subnet whose last rule is only known when it is deployed', async () => {
  const access = `param last string\n${read('network.bicep').replace("access: 'Deny'", 'access: last')}`;
  expect(await unknown(access)).toBeGreaterThan(0);
});

test('what is blocked is known, and so is what works', async () => {
  expect(await unknown(read('network.bicep'))).toBe(0);
  expect(await unknown(read('by-default.bicep'))).toBe(0);
});
