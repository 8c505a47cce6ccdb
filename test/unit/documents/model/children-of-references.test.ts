import { expect, test } from 'vitest';
import { analyzed } from '../../file-checks/analyzed';

/*
 * The official compiler omits `existing` resources. A child that names its parent with all segments refers to it as
 * well, whether the name is known or not.
 */

const children: Readonly<
  Record<string, { readonly parent: string; readonly type: string; readonly body: string }>
> = {
  'a rule': {
    parent: 'Microsoft.Network/networkSecurityGroups',
    type: 'securityRules',
    body: `{ priority: 100, direction: 'Outbound', access: 'Deny', protocol: '*', sourceAddressPrefix: '*'
        sourcePortRange: '*', destinationAddressPrefix: 'AzureMachineLearning', destinationPortRange: '443' }`,
  },
  'a route': {
    parent: 'Microsoft.Network/routeTables',
    type: 'routes',
    body: `{ addressPrefix: '0.0.0.0/0', nextHopType: 'None' }`,
  },
  'a subnet': {
    parent: 'Microsoft.Network/virtualNetworks',
    type: 'subnets',
    body: `{ addressPrefix: '10.2.0.0/24' }`,
  },
  'a peering': {
    parent: 'Microsoft.Network/virtualNetworks',
    type: 'virtualNetworkPeerings',
    body: `{ remoteVirtualNetwork: { id: '/subscriptions/s/resourceGroups/g/providers/Microsoft.Network/virtualNetworks/hub' } }`,
  },
  'a link of a DNS zone': {
    parent: 'Microsoft.Network/privateDnsZones',
    type: 'virtualNetworkLinks',
    body: `{ virtualNetwork: { id: '/subscriptions/s/resourceGroups/g/providers/Microsoft.Network/virtualNetworks/hub' } }`,
  },
  'a group of firewall rules': {
    parent: 'Microsoft.Network/firewallPolicies',
    type: 'ruleCollectionGroups',
    body: `{ priority: 100, ruleCollections: [] }`,
  },
  'a compute cluster': {
    parent: 'Microsoft.MachineLearningServices/workspaces',
    type: 'computes',
    body: `{ computeType: 'AmlCompute', properties: { vmSize: 'Standard_DS3_v2' } }`,
  },
};

const version = '2024-05-01';

async function declaredIn(text: string) {
  const { check } = await analyzed({ 'main.bicep': text });
  const { model, services, computes, workspaces, resources, referencedSubnets } = check.declared;
  const ids = resources.map(
    ({ id, type, isExisting }) => `${type} ${id} ${isExisting ? 'existing' : 'made'}`,
  );
  return {
    model,
    services,
    workspaces,
    computes: computes.map(({ id, subnetId }) => ({ id, subnetId })),
    resources: ids.sort(),
    referencedSubnets: [...referencedSubnets],
  };
}

test.each(
  Object.entries(children).flatMap(([what, one]) =>
    [`'given'`, 'name'].map((name) => ({ what, ...one, name })),
  ),
)('$what of a parent named $name', async ({ parent, type, body, name }) => {
  const referring = await declaredIn(`
param name string
resource parent '${parent}@${version}' existing = { name: ${name} }
resource child '${parent}/${type}@${version}' = { parent: parent, name: 'one', properties: ${body} }`);
  const naming = await declaredIn(`
param name string
resource child '${parent}/${type}@${version}' = {
  name: '${name === 'name' ? '${name}' : 'given'}/one'
  properties: ${body}
}`);
  expect(referring.resources.length).toBe(2);
  expect(naming).toEqual(referring);
});

const network = (rule: string): string => `param group string
resource other 'Microsoft.Network/networkSecurityGroups@${version}' = {
  name: 'nsg-other'
}
resource nsg 'Microsoft.Network/networkSecurityGroups@${version}' = {
  name: 'nsg-training'
  properties: { securityRules: [] }
}
resource vnet 'Microsoft.Network/virtualNetworks@${version}' = {
  name: 'vnet'
  properties: {
    addressSpace: { addressPrefixes: ['10.40.0.0/16'] }
    subnets: [{ name: 'snet', properties: { addressPrefix: '10.40.4.0/24', networkSecurityGroup: { id: nsg.id } } }]
  }
}
resource rule 'Microsoft.Network/networkSecurityGroups/securityRules@${version}' = {
  ${rule}
  properties: ${children['a rule']?.body}
}
// aml-secure-compute: cluster
resource compute 'Microsoft.MachineLearningServices/workspaces/computes@2024-10-01' = {
  name: 'mlw/cpu'
  properties: {
    computeType: 'AmlCompute'
    properties: { subnet: { id: resourceId('Microsoft.Network/virtualNetworks/subnets', 'vnet', 'snet') } }
  }
}
`;

test.each([
  ["name: 'nsg-training/deny'", 'blocked'],
  ["name: '${group}/deny'", 'unknown'],
  ["name: '${group}-training/deny'", 'unknown'],
  ["name: '${group}-other/deny'", 'allowed'],
  ["parent: other\n  name: 'deny'", 'allowed'],
])(
  'a separate rule with an unknown NSG might be in each NSG that its name could match: %s',
  async (rule, expected) => {
    const [subject] = (await analyzed({ 'main.bicep': network(rule) })).check.subjects;
    const result = subject?.results.find(({ requirement }) => requirement === 'outbound-aml-443');
    expect(result?.outcome.is).toBe(expected);
  },
);
