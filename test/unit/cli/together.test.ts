import { describe, expect, test } from 'vitest';
import { ran } from './ran';
import { summaryLine } from '../../support/shown-lines';

/* Templates that are named together and refer to each other are one deployment. */

const group = `
resource nsg 'Microsoft.Network/networkSecurityGroups@2024-05-01' = {
  name: 'nsg'
  location: 'westeurope'
  properties: {
    securityRules: [
      {
        name: 'aml'
        properties: {
          priority: 100
          direction: 'Outbound'
          access: 'Deny'
          protocol: 'Tcp'
          sourceAddressPrefix: '*'
          sourcePortRange: '*'
          destinationAddressPrefix: 'AzureMachineLearning'
          destinationPortRange: '443'
        }
      }
    ]
  }
}
`;

const network = `
resource nsg 'Microsoft.Network/networkSecurityGroups@2024-05-01' existing = {
  name: 'nsg'
}
// aml-secure-compute: cluster no-public-ip
resource snet 'Microsoft.Network/virtualNetworks/subnets@2024-05-01' = {
  parent: vnet
  name: 'snet'
  properties: { addressPrefix: '10.0.2.0/24', networkSecurityGroup: { id: nsg.id } }
}
resource vnet 'Microsoft.Network/virtualNetworks@2024-05-01' = {
  name: 'vnet'
  location: 'westeurope'
  properties: { addressSpace: { addressPrefixes: ['10.0.0.0/16'] } }
}
`;

describe('an NSG in another file', () => {
  test('is explained by the command of the hint', async () => {
    const files = { 'network.bicep': network, 'nsg.bicep': group };
    const { out } = await ran('check network.bicep nsg.bicep', files);
    const [, asked = ''] = /^ {2}Explain +aml-secure-compute (.*)$/m.exec(out) ?? [];
    expect(asked).toBe('explain nsg.bicep:8 network.bicep nsg.bicep');
    const explained = await ran(asked, files);
    expect(explained).toMatchObject({ code: 0, error: '' });
    expect(explained.out).toContain('AzureMachineLearning');
    expect((await ran('explain nsg.bicep:1 network.bicep nsg.bicep', files)).out).toBe(
      'nsg.bicep:1: no problem of network.bicep and nsg.bicep is reported on this line.\n',
    );
  });

  test('is unknown if only the network is passed', async () => {
    const { out } = await ran('check network.bicep', { 'network.bicep': network, 'nsg.bicep': group });
    expect(out).not.toMatch(/nsg\.bicep:/);
    expect(summaryLine(out)).toMatch(/[1-9]\d* unknown.* in 1 file$/);
  });

  test.each(['network.bicep nsg.bicep', 'nsg.bicep network.bicep', 'net/network.bicep nsg/nsg.bicep'])(
    'decides if both are passed: %s',
    async (names) => {
      const files = Object.fromEntries(
        names.split(' ').map((name) => [name, name.includes('network.') ? network : group]),
      );
      const { code, out } = await ran(`check ${names}`, files);
      expect(code).toBe(1);
      expect(out).toMatch(/nsg\.bicep:\d+:\d+/);
      expect(out).toContain('2 files, 1 subnet · ');
    },
  );

  test('is unknown if two files declare it', async () => {
    const files = { 'network.bicep': network, 'a.bicep': group, 'b.bicep': group };
    const { out } = await ran('check network.bicep a.bicep b.bicep --format json', files);
    const { subnets } = JSON.parse(out) as { subnets: { requirements: { id: string; outcome: string }[] }[] };
    const outcomes = subnets.flatMap(({ requirements }) => requirements);
    expect(outcomes).toContainEqual(expect.objectContaining({ id: 'outbound-aml-443', outcome: 'unknown' }));
  });
});

interface Found {
  readonly subnets: readonly {
    readonly requirements: readonly { readonly id: string; readonly outcome: string }[];
  }[];
}

describe('fix has the same input as check', () => {
  const below = group.replace('priority: 100', 'priority: 200');
  const both = { 'network.bicep': network, 'nsg.bicep': below };
  const inFolder = { 'infra/network.bicep': network, 'infra/nsg.bicep': below };
  const apart = { 'infra/net/network.bicep': network, 'infra/nsg/nsg.bicep': below };
  const deny = async (names: string, files: Readonly<Record<string, string>>) => {
    const { out } = await ran(`check ${names} --format json`, files);
    const { subnets } = JSON.parse(out) as Found;
    const all = subnets.flatMap(({ requirements }) => requirements);
    return all.filter(({ id }) => id === 'outbound-aml-443').map(({ outcome }) => outcome);
  };

  test.each([
    ['network.bicep nsg.bicep', both, 'nsg.bicep'],
    ['nsg.bicep network.bicep', both, 'nsg.bicep'],
    ['infra', inFolder, 'infra/nsg.bicep'],
    ['infra/*.bicep', inFolder, 'infra/nsg.bicep'],
  ])('for templates that refer to each other: %s', async (names, files, written) => {
    expect(await deny(names, files)).toEqual(['blocked']);
    const fixed = await ran(`fix ${names}`, files);
    expect(Object.keys(fixed.written)).toEqual([written]);
    expect(await deny(names, { ...files, ...fixed.written })).toEqual(['allowed']);
  });

  test('but not for templates in different subfolders', async () => {
    expect(await deny('infra', apart)).toEqual(['unknown', 'blocked']);
    const { out } = await ran('fix infra', apart);
    expect(out).not.toContain('infra/net/network.bicep, ');
  });
});

describe('locks and policies in a file without references', () => {
  const network = `
resource vnet 'Microsoft.Network/virtualNetworks@2024-05-01' = {
  name: 'vnet'
  location: 'westeurope'
  properties: {
    addressSpace: { addressPrefixes: ['10.0.0.0/16'] }
    subnets: [
      // aml-secure-compute: cluster public-ip
      { name: 'snet', properties: { addressPrefix: '10.0.2.0/24' } }
    ]
  }
}
`;
  const policy = `
resource denied 'Microsoft.Authorization/policyAssignments@2023-04-01' = {
  name: 'deny-network-parts'
  properties: {
    policyDefinitionId: '/providers/Microsoft.Authorization/policyDefinitions/6c112d4e-5bc7-47ae-a041-ea2d9dccd749'
    parameters: { listOfResourceTypesNotAllowed: { value: ['Microsoft.Network/loadBalancers'] } }
  }
}
`;
  const lock = `
resource locked 'Microsoft.Authorization/locks@2020-05-01' = {
  name: 'keep'
  properties: { level: 'ReadOnly' }
}
`;

  test.each([
    ['policy', 'policy-forbids-network-resources', policy],
    ['lock', 'lock-on-vnet-resource-group', lock],
  ])('a %s applies to each network that is passed with it', async (_, id, text) => {
    const single = await ran('check main.bicep --flows', { 'main.bicep': network + text });
    expect(single.out).toContain(id);
    const other = network.replaceAll(/'(vnet|snet)'/g, "'$1-b'");
    const files = { 'a.bicep': network, 'b.bicep': other, 'above.bicep': text };
    for (const line of ['check a.bicep above.bicep --flows', 'check above.bicep a.bicep --flows']) {
      const { out, code } = await ran(line, files);
      expect(out).toContain(id);
      expect(code).toBe(single.code);
    }
    const { out } = await ran('check a.bicep b.bicep above.bicep --flows', files);
    expect(out).toContain('(2 subnets)');
  });

  test('are separate files if nothing else is passed', async () => {
    const { error } = await ran('check a.bicep b.bicep', { 'a.bicep': policy, 'b.bicep': lock });
    expect(error).toBe('');
  });
});
