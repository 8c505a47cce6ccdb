import { describe, expect, test } from 'vitest';
import { ran } from './ran';

/* A compute resource of one template in a subnet that a template of another deployment declares. */

const main = (scope: string): string => `
resource vnet 'Microsoft.Network/virtualNetworks@2024-05-01' existing = {
  name: 'vnet'
  ${scope}
  resource snet 'subnets' existing = { name: 'snet' }
}
resource workspace 'Microsoft.MachineLearningServices/workspaces@2024-04-01' = {
  name: 'mlw'
  location: 'westeurope'
  identity: { type: 'SystemAssigned' }
  properties: {}
  resource cluster 'computes' = {
    name: 'cpu'
    location: 'westeurope'
    properties: {
      computeType: 'AmlCompute'
      properties: { vmSize: 'Standard_DS3_v2', enableNodePublicIp: true, scaleSettings: { maxNodeCount: 4 }, subnet: { id: vnet::snet.id } }
    }
  }
}
`;

const network = `
resource policy 'Microsoft.Network/serviceEndpointPolicies@2024-05-01' = {
  name: 'sep'
  location: 'westeurope'
  properties: { serviceEndpointPolicyDefinitions: [
    { name: 'aml', properties: { service: 'Global', serviceResources: ['/services/Azure/MachineLearning'] } }
    { name: 'storage', properties: { service: 'Microsoft.Storage', serviceResources: [resourceGroup().id] } }
  ] }
}
resource nsg 'Microsoft.Network/networkSecurityGroups@2024-05-01' = {
  name: 'nsg'
  location: 'westeurope'
  properties: { securityRules: [
    { name: 'deny', properties: { priority: 4000, direction: 'Outbound', access: 'Deny', protocol: 'Udp', sourceAddressPrefix: '*', sourcePortRange: '*', destinationAddressPrefix: 'Internet', destinationPortRange: '5831' } }
  ] }
}
resource vnet 'Microsoft.Network/virtualNetworks@2024-05-01' = {
  name: 'vnet'
  location: 'westeurope'
  properties: {
    addressSpace: { addressPrefixes: ['10.0.0.0/16'] }
    subnets: [
      { name: 'snet', properties: { addressPrefix: '10.0.2.0/29', networkSecurityGroup: { id: nsg.id }, serviceEndpointPolicies: [{ id: policy.id }] } }
    ]
  }
}
`;

interface Result {
  readonly ruleId: string;
  readonly locations: readonly [
    {
      readonly physicalLocation: {
        readonly artifactLocation: { readonly uri: string };
        readonly region: object;
      };
    },
  ];
  readonly fixes?: readonly object[];
}

const placesIn = (sarif: string): Readonly<Record<string, string>> => {
  const { runs } = JSON.parse(sarif) as { readonly runs: readonly [{ readonly results: readonly Result[] }] };
  return Object.fromEntries(
    runs[0].results.map(({ ruleId, locations: [{ physicalLocation }] }) => [
      ruleId,
      physicalLocation.artifactLocation.uri,
    ]),
  );
};

describe.each([
  ['in the same deployment', ''],
  ['in another deployment', "scope: resourceGroup('rg-network')"],
])('a network %s', (_, scope) => {
  const files = { 'main.bicep': main(scope), 'network.bicep': network };
  const fix = 'Add Microsoft.Storage to serviceEndpoints of snet';

  test('shows the fixes that are written into its file', async () => {
    expect((await ran('check main.bicep network.bicep --flows', files)).out).toContain(`    │ Fix: ${fix}\n`);
    const { out } = await ran('check main.bicep network.bicep --format json', files);
    expect(out).toContain(fix);
    const fixed = await ran('fix main.bicep network.bicep --fail-on info', files);
    expect(fixed.written['network.bicep']).toContain("service: 'Microsoft.Storage'");
    expect(Object.keys(fixed.written)).toEqual(['network.bicep']);
  });

  test('has its problems in SARIF, each in the file that declares the part', async () => {
    const { code, out } = await ran('check main.bicep network.bicep --format sarif', files);
    expect(code).toBe(1);
    expect(placesIn(out)).toMatchObject({
      'nsg-rule-blocks': 'network.bicep',
      'service-firewall': 'network.bicep',
      'addresses-short': 'main.bicep',
    });
  });

  test('has the same fixes in SARIF', async () => {
    const { out } = await ran('check main.bicep network.bicep --format sarif', files);
    const { runs } = JSON.parse(out) as { readonly runs: readonly [{ readonly results: readonly Result[] }] };
    const fixed = runs[0].results.filter(({ fixes }) => fixes !== undefined).map(({ ruleId }) => ruleId);
    expect(fixed).toEqual(expect.arrayContaining(['nsg-rule-blocks', 'service-firewall']));
  });

  test('has checks suppressed by a comment', async () => {
    const comment = '// aml-secure-compute: ignore-next-line outbound-aml-udp-5831\n';
    const before = await ran('check main.bicep network.bicep --flows', files);
    expect(before.out).toContain('  outbound-aml-udp-5831\n');
    const ignored = network.replace("    { name: 'deny'", `    ${comment}    { name: 'deny'`);
    const after = await ran('check main.bicep network.bicep --flows', { ...files, 'network.bicep': ignored });
    expect(after.out).not.toContain('  outbound-aml-udp-5831\n');
  });
});
