import { expect, test } from 'vitest';
import { problemsOf } from '../../../src/file-checks/problems-of';
import { formatProblem } from '../../../src/wording/problem-text';
import { messagesIn } from '../../support/messages-in';
import { writtenNetwork } from '../../support/written-network';
import { analyzed } from './analyzed';

/** Returns the texts of a template's problems with addresses. */
async function reportedIn(text: string): Promise<readonly string[]> {
  const { check } = await analyzed({ 'main.bicep': text });
  return problemsOf(check)
    .filter(({ id }) => id === 'invalid-network-value')
    .map((one) => formatProblem(messagesIn('en'), one));
}

const other = (prefix: string): string => `{ name: 'other', properties: { addressPrefix: '${prefix}' } }`;

/** A second subnet as a resource, if `isWanted` is true. */
const apart = (prefix: string): string => `
param isWanted bool
resource other 'Microsoft.Network/virtualNetworks/subnets@2024-05-01' = if (isWanted) {
  parent: vnet
  name: 'other'
  properties: { addressPrefix: '${prefix}' }
}
`;

// The subnet of the network is 10.0.2.0/24 in 10.0.0.0/16.
test('a subnet outside the address space of its network', async () => {
  expect(await reportedIn(writtenNetwork({ prefix: "'10.1.2.0/24'" }))).toEqual([
    "'10.1.2.0/24' of subnet 'snet' is outside the address space of 'vnet' (10.0.0.0/16).",
  ]);
});

test.each([
  ['10.0.2.128/25', ["'10.0.2.128/25' of subnet 'other' overlaps '10.0.2.0/24' of subnet 'snet'."]],
  ['10.0.0.0/22', ["'10.0.2.0/24' of subnet 'snet' overlaps '10.0.0.0/22' of subnet 'other'."]],
  ['10.0.3.0/24', []],
])('another subnet with prefix %s', async (prefix, problems) => {
  expect(await reportedIn(writtenNetwork({ subnetsBefore: [other(prefix)] }))).toEqual(problems);
});

test('a subnet that possibly isn’t created doesn’t overlap', async () => {
  expect(await reportedIn(writtenNetwork() + apart('10.0.2.0/24'))).toEqual([]);
});

test('peered networks with the same addresses', async () => {
  const peered = (space: string): string => `${writtenNetwork()}
resource hub 'Microsoft.Network/virtualNetworks@2024-05-01' = {
  name: 'hub'
  location: 'westeurope'
  properties: { addressSpace: { addressPrefixes: ['${space}'] } }
}
resource there 'Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01' = {
  parent: vnet
  name: 'to-hub'
  properties: { remoteVirtualNetwork: { id: hub.id } }
}
resource back 'Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01' = {
  parent: hub
  name: 'to-vnet'
  properties: { remoteVirtualNetwork: { id: vnet.id } }
}
`;
  expect(await reportedIn(peered('10.0.128.0/17'))).toEqual([
    "Azure can’t peer 'vnet' with 'hub', because both contain addresses of '10.0.128.0/17'.",
  ]);
  expect(await reportedIn(peered('10.1.0.0/16'))).toEqual([]);
});
