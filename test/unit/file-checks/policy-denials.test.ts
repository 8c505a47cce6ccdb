import { expect, test } from 'vitest';
import { problemsOf } from '../../../src/file-checks/problems-of';
import { messagesIn } from '../../support/messages-in';
import { formatProblem } from '../../../src/wording/problem-text';
import { analyzed } from './analyzed';

/* Policies in the files that deny a compute resource, or the network that it uses. */

const say = messagesIn('en');

interface Parts {
  readonly subnet?: string;
  readonly compute?: string;
  readonly kind?: string;
  readonly inner?: string;
  readonly rules?: string;
}

const files = ({ subnet = '', compute = '', kind = 'AmlCompute', inner = '', rules = '' }: Parts): string => `
param given string
resource nsg 'Microsoft.Network/networkSecurityGroups@2024-05-01' = {
  name: 'nsg'
  location: 'westeurope'
  properties: { securityRules: [${rules}] }
}
resource vnet 'Microsoft.Network/virtualNetworks@2024-05-01' = {
  name: 'vnet'
  location: 'westeurope'
  properties: {
    addressSpace: { addressPrefixes: ['10.0.0.0/16'] }
    subnets: [{ name: 'snet', properties: { addressPrefix: '10.0.2.0/24'${subnet} } }]
  }
}
resource w 'Microsoft.MachineLearningServices/workspaces@2024-04-01' existing = { name: 'w' }
resource c 'Microsoft.MachineLearningServices/workspaces/computes@2024-04-01' = {
  parent: w
  name: 'c1'
  location: 'westeurope'
  properties: {
    computeType: '${kind}'
${compute}    properties: {
      subnet: { id: vnet.properties.subnets[0].id }
${inner}    }
  }
}
`;

const policy = (condition: string, effect = "'deny'", mode = 'All'): string => `
resource rule 'Microsoft.Authorization/policyDefinitions@2023-04-01' = {
  name: 'rule'
  properties: {
    policyType: 'Custom'
    mode: '${mode}'
    policyRule: { if: ${condition}, then: { effect: ${effect} } }
  }
}
${assigned('rule.id')}`;

function assigned(id: string, more = ''): string {
  return `
resource a 'Microsoft.Authorization/policyAssignments@2024-04-01' = {
  name: 'guard'
  properties: { policyDefinitionId: ${id}
${more}  }
}
`;
}

const builtIn = (name: string, effect = 'Deny'): string =>
  assigned(
    `'/providers/Microsoft.Authorization/policyDefinitions/${name}'`,
    `    parameters: { effect: { value: '${effect}' } }\n`,
  );

const computes = 'Microsoft.MachineLearningServices/workspaces/computes';
const ofCompute = (...conditions: readonly string[]): string =>
  `{ allOf: [ { field: 'type', equals: '${computes}' }, ${conditions.join(', ')} ] }`;
const networks = 'Microsoft.Network/virtualNetworks';
const withoutGroup = `{ allOf: [ { field: 'type', equals: '${networks}' }, { count: { field: '${networks}/subnets[*]', where: { allOf: [ { field: '${networks}/subnets[*].networkSecurityGroup.id', exists: 'false' }, { field: '${networks}/subnets[*].name', notIn: ['GatewaySubnet'] } ] } }, notEquals: 0 } ] }`;
const wideRule = `{ allOf: [ { field: 'type', equals: 'Microsoft.Network/networkSecurityGroups' }, { count: { field: 'Microsoft.Network/networkSecurityGroups/securityRules[*]', where: { field: 'Microsoft.Network/networkSecurityGroups/securityRules[*].access', equals: 'Allow' } }, greater: 0 } ] }`;
const rule =
  "{ name: 'r', properties: { priority: 100, direction: 'Outbound', access: 'Allow', protocol: 'Tcp', sourceAddressPrefix: '*', sourcePortRange: '*', destinationAddressPrefix: 'AzureMachineLearning', destinationPortRange: '443' } }";
const withGroup = ', networkSecurityGroup: { id: nsg.id }';

/** The same with the subnet as a separate resource, which doesn't have a location. */
const withOwnSubnet = files({})
  .replace(/ {4}subnets: .*\n/, '')
  .replace('vnet.properties.subnets[0].id', 'snet.id')
  .concat(
    "resource snet 'Microsoft.Network/virtualNetworks/subnets@2024-05-01' = { parent: vnet, name: 'snet', properties: { addressPrefix: '10.0.2.0/24' } }",
  );
const outsideRegion = "{ field: 'location', notIn: ['westeurope'] }";

async function reported(text: string): Promise<readonly string[]> {
  const { check } = await analyzed({ 'main.bicep': text });
  return problemsOf(check)
    .filter(({ id }) => id === 'policy-denies-resource')
    .map((one) => `${one.severity}: ${formatProblem(say, one)}`);
}

const localAuth = 'e96a9a5f-07ca-471b-9bc5-6a0f33cbd68f';
const privateSubnets = '7bca8353-aa3b-429b-904a-9229c4385837';
const noPublicIp = ofCompute(`{ field: '${computes}/enableNodePublicIp', notEquals: false }`);
const inNetwork = ofCompute(
  `{ field: '${computes}/computeType', in: ['AmlCompute', 'ComputeInstance'] }`,
  `{ anyOf: [ { field: '${computes}/subnet.id', exists: false }, { value: '[empty(field(\\'${computes}/subnet.id\\'))]', equals: true } ] }`,
);
const sizes = ofCompute(`{ field: '${computes}/vmSize', notIn: ['STANDARD_DS3_V2'] }`);
const kinds = ofCompute(`{ field: '${computes}/computeType', notEquals: 'AmlCompute' }`);
const scale = ofCompute(`{ field: '${computes}/scaleSettings.maxNodeCount', greater: 4 }`);

test.each<[string, string, string]>([
  ['local authentication, not specified', files({}) + builtIn(localAuth), 'c1'],
  [
    'local authentication, enabled',
    files({ compute: '    disableLocalAuth: false\n' }) + builtIn(localAuth),
    'c1',
  ],
  ['a public IP', files({}) + policy(noPublicIp), 'c1'],
  ['a compute resource without a subnet', files({}).replace(/ {6}subnet:.*\n/, '') + policy(inNetwork), 'c1'],
  ['a VM size', files({ inner: "      vmSize: 'Standard_NC6'\n" }) + policy(sizes), 'c1'],
  ['a kind of compute resource', files({ kind: 'ComputeInstance' }) + policy(kinds), 'c1'],
  ['too many nodes', files({ inner: '      scaleSettings: { maxNodeCount: 8 }\n' }) + policy(scale), 'c1'],
  ['a missing tag', files({}) + policy(ofCompute("{ field: 'tags[\\'owner\\']', exists: 'false' }")), 'c1'],
  ['a subnet without an NSG', files({}) + policy(withoutGroup), 'vnet'],
  ['a subnet with default outbound access', files({ subnet: withGroup }) + builtIn(privateSubnets), 'vnet'],
  ['a resource outside a region', withOwnSubnet + policy(outsideRegion), 'snet'],
  ['an NSG with an allow rule', files({ subnet: withGroup, rules: rule }) + policy(wideRule), 'nsg'],
])('a policy that denies %s is an error', async (_, text, name) => {
  expect(await reported(text)).toEqual([
    `error: Policy assignment 'guard' denies '${name}', so Azure refuses to create it.`,
  ]);
});

test.each<[string, string]>([
  [
    'local authentication that is disabled',
    files({ compute: '    disableLocalAuth: true\n' }) + builtIn(localAuth),
  ],
  ['resources that are only audited', files({}) + builtIn(localAuth, 'Audit')],
  ['a built-in definition that can only audit', files({}) + builtIn('7804b5c7-01dc-4723-969b-ae300cc07ff1')],
  [
    'a resource without a public IP',
    files({ inner: '      enableNodePublicIp: false\n' }) + policy(noPublicIp),
  ],
  ['a compute resource with a subnet', files({}) + policy(inNetwork)],
  ['an allowed VM size', files({ inner: "      vmSize: 'Standard_DS3_v2'\n" }) + policy(sizes)],
  ['an allowed kind', files({}) + policy(kinds)],
  ['few nodes', files({ inner: '      scaleSettings: { maxNodeCount: 4 }\n' }) + policy(scale)],
  ['a subnet with an NSG', files({ subnet: withGroup }) + policy(withoutGroup)],
  [
    'a private subnet',
    files({ subnet: `${withGroup}, defaultOutboundAccess: false` }) + builtIn(privateSubnets),
  ],
  ['a subnet in its network’s list', files({}) + policy(outsideRegion)],
  ['resources without a location, by its mode', withOwnSubnet + policy(outsideRegion, "'deny'", 'Indexed')],
  [
    'resources without a location, by its rule',
    withOwnSubnet + policy(`{ allOf: [ { field: 'location', exists: true }, ${outsideRegion} ] }`),
  ],
  ['every region but one', withOwnSubnet + policy("{ field: 'location', equals: 'northeurope' }")],
  ['an NSG without an allow rule', files({ subnet: withGroup }) + policy(wideRule)],
  [
    'a mode of a data plane',
    files({}) + policy(noPublicIp, "'deny'", 'Microsoft.MachineLearningServices.v2.Data'),
  ],
])('a policy that allows %s isn’t a problem', async (_, text) => {
  expect(await reported(text)).toEqual([]);
});

test.each<[string, string, string]>([
  [
    'an unknown value',
    files({ inner: '      vmSize: given\n' }) + policy(sizes),
    'Parameter given doesn’t have a value',
  ],
  [
    'an unknown built-in definition',
    files({}) + builtIn('00000000-0000-0000-0000-000000000000'),
    'The files don’t contain',
  ],
  [
    'a property that requests don’t have',
    files({}) + policy(ofCompute(`{ field: '${computes}/provisioningState', exists: false }`)),
    'provisioningState',
  ],
  [
    'a function',
    files({}) + policy(ofCompute("{ value: '[length(field(\\'name\\'))]', greater: 3 }")),
    'length',
  ],
  [
    'an operator',
    files({}) + policy(ofCompute(`{ field: '${computes}/vmSize', match: 'Standard_##' }`)),
    'match',
  ],
  [
    'items of an unknown array',
    files({ subnet: ', networkSecurityGroup: given' }) + policy(withoutGroup),
    'Parameter given doesn’t have a value',
  ],
  ['the mode', files({}) + policy(noPublicIp, "'deny'", 'Indexed'), 'mode: Indexed'],
])('the result is unknown if it depends on %s', async (_, text, because) => {
  const [first, ...more] = await reported(text);
  expect(more).toEqual([]);
  expect(first).toMatch(/^info: Couldn’t confirm that policy assignment 'guard' allows /);
  expect(first).toContain(because);
});

test('the denial of a compute resource is unknown if its condition doesn’t have a value', async () => {
  const text = `param isWanted bool\n${files({})}${builtIn(localAuth)}`.replace(
    "computes@2024-04-01' = {",
    "computes@2024-04-01' = if (isWanted) {",
  );
  const [first, ...more] = await reported(text);
  expect(more).toEqual([]);
  expect(first).toContain('Parameter isWanted doesn’t have a value');
});

test('resources of other deployments aren’t checked: a network that no compute resource uses, and one that exists', async () => {
  const other = files({ subnet: withGroup }).replace(/resource c [\s\S]*$/, '') + policy(withoutGroup);
  expect(await reported(other)).toEqual([]);
});
