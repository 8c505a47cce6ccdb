import { expect, test } from 'vitest';
import { analyzed } from '../../file-checks/analyzed';

/** Returns whether the workspace has a private endpoint, and the state of the endpoint's connection. */
async function stateOf(list: string, properties = '', condition = '') {
  const text = `
param isPrivate bool
resource workspace 'Microsoft.MachineLearningServices/workspaces@2024-10-01' = {
  name: 'mlw'
  location: 'westeurope'
}
resource endpoint 'Microsoft.Network/privateEndpoints@2024-05-01' = ${condition}{
  name: 'pe-mlw'
  location: 'westeurope'
  properties: {
    subnet: { id: '/subscriptions/s/resourceGroups/g/providers/Microsoft.Network/virtualNetworks/v/subnets/s' }
    ${list}: [
      {
        name: 'mlw'
        properties: { privateLinkServiceId: workspace.id, groupIds: ['amlworkspace']${properties} }
      }
    ]
  }
}
`;
  const { declared } = (await analyzed({ 'main.bicep': text })).check;
  const endpoints = declared.model.privateEndpoints;
  const has = declared.workspaces[0]?.hasPrivateEndpoint;
  return [has?.known ? has.value : 'unknown', endpoints.known ? endpoints.value[0]?.notApproved : 'unknown'];
}

test('a manual connection waits for approval, and an automatic one doesn’t', async () => {
  expect(await stateOf('privateLinkServiceConnections')).toEqual([true, undefined]);
  expect(await stateOf('manualPrivateLinkServiceConnections')).toEqual([false, 'Pending']);
});

test('the state of an exported connection counts', async () => {
  const state = (status: string): string => `, privateLinkServiceConnectionState: { status: '${status}' }`;
  expect(await stateOf('manualPrivateLinkServiceConnections', state('Approved'))).toEqual([true, undefined]);
  expect(await stateOf('privateLinkServiceConnections', state('Rejected'))).toEqual([false, 'Rejected']);
});

test('an endpoint with an unknown condition may be missing', async () => {
  expect(await stateOf('privateLinkServiceConnections', '', 'if (isPrivate) ')).toEqual([
    'unknown',
    'unknown',
  ]);
});
