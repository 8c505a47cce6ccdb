import { describe, expect, test } from 'vitest';
import { mayUse } from '../../../src/cli/source-reports/join-across-files';
import { known } from '../../../src/core/known';
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

describe('a folder with templates of many networks', () => {
  const reads = new Map<string, number>();
  const counted = (files: Readonly<Record<string, string>>): Readonly<Record<string, string>> =>
    new Proxy(files, {
      get(its, name: string) {
        reads.set(name, (reads.get(name) ?? 0) + 1);
        return its[name];
      },
    });
  const others = Object.fromEntries(
    ['a', 'b', 'c'].map((name) => [`infra/${name}.bicep`, network.replaceAll("'vnet'", `'vnet-${name}'`)]),
  );
  const own = { 'infra/main.bicep': main("scope: resourceGroup('rg-network')") };

  test('reads those again that declare the subnet, and no other', async () => {
    const files = counted({ ...own, ...others, 'infra/network.bicep': network });
    const alone = await ran('check infra --format json', { ...own, 'infra/network.bicep': network });
    const { out } = await ran('check infra --format json', files);
    const subnetsIn = (text: string): readonly object[] =>
      (JSON.parse(text) as { readonly subnets: readonly object[] }).subnets;
    expect(subnetsIn(out)).toEqual(subnetsIn(alone.out));
    expect(subnetsIn(out)).toMatchObject([{ name: 'snet', network: 'vnet' }]);
    const [first = 0, ...rest] = ['a', 'b', 'c'].map((name) => reads.get(`infra/${name}.bicep`) ?? 0);
    expect(rest).toEqual([first, first]);
    expect(reads.get('infra/network.bicep')).toBeGreaterThan(first);
  });
});

describe('a subnet that a compute resource may use', () => {
  const id = (scope: string, subnet = 'vnet/subnets/snet'): string =>
    `/subscriptions/${scope}/providers/Microsoft.Network/virtualNetworks/${subnet}`;
  test.each([
    ['has its ID', id('1/resourceGroups/rg'), true],
    ['is in a scope that isn\u2019t known', id('\u2039sub\u203a/resourceGroups/\u2039rg\u203a'), true],
    ['is in another resource group', id('1/resourceGroups/other'), false],
    ['has another name', id('1/resourceGroups/rg', 'vnet/subnets/other'), false],
    ['is in another network', id('1/resourceGroups/rg', 'other/subnets/snet'), false],
    ['has a name that isn\u2019t known', id('1/resourceGroups/rg', 'vnet/subnets/\u2039name\u203a'), false],
  ])('%s', (_, subnetId, expected) => {
    expect(mayUse({ subnetId: known(id('1/resourceGroups/RG')) }, [subnetId])).toBe(expected);
  });

  test('is only known after the evaluation if its position is stated', () => {
    const network = id('1/resourceGroups/rg', 'vnet').replaceAll('/', '\u2215');
    expect(mayUse({ subnetId: known(`reference(${network}).subnets.0.id`) }, [])).toBe(true);
  });

  test('is none if the compute resource doesn\u2019t have one', () => {
    expect(mayUse({ subnetId: known(null) }, [id('1/resourceGroups/rg')])).toBe(false);
  });
});
