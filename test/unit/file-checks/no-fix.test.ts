import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readAgain } from '../../../src/file-checks/edits/written-fix';
import { analyzed, testFixContext } from './analyzed';
import { offered } from './fixed';

const network = readFileSync(new URL('../../fixtures/files/infra/network.bicep', import.meta.url), 'utf8');
const subnet = network.slice(network.indexOf('// aml-secure-compute'));

function rule(name: string, priority: number, access: string, to: string): string {
  return `      {
        name: '${name}'
        properties: {
          priority: ${priority}
          direction: 'Outbound'
          access: '${access}'
          protocol: '*'
          sourceAddressPrefix: '*'
          sourcePortRange: '*'
          destinationAddressPrefix: '${to}'
          destinationPortRange: '*'
        }
      }
`;
}

function group(rules: string): string {
  return `param location string = 'westeurope'

resource nsg 'Microsoft.Network/networkSecurityGroups@2024-05-01' = {
  name: 'nsg-training'
  location: location
  properties: {
    securityRules: [
${rules}    ]
  }
}
`;
}

describe('reasons why a problem doesn’t have a fix', () => {
  test('names the missing free priority before the deny rule', async () => {
    const text = group(rule('Deny-All', 100, 'Deny', '*')) + subnet;
    const { titles, whyNot } = await offered({ 'network.bicep': text }, 'outbound-aml-udp-5831');
    expect(titles).toEqual([]);
    expect(whyNot).toBe(
      'nsg-training doesn’t have a free priority before 100. Ask its owner to increase the priority number of the blocking rule.',
    );
  });

  test('names what remains unknown after the rule is added', async () => {
    const text = group(rule('Batch', 100, 'Allow', 'BatchNodeManagement') + rule('Deny', 4096, 'Deny', '*'));
    const { titles, whyNot } = await offered({ 'network.bicep': text }, 'outbound-storage-445');
    expect({ titles, whyNot }).toEqual({
      titles: [],
      whyNot: 'Private endpoints weren’t read. Add them to the files, or check your permissions.',
    });
  });
});

describe('an NSG without rules for Azure ML, shared with a subnet that isn’t checked', () => {
  const web = `
resource web 'Microsoft.Network/virtualNetworks/subnets@2024-05-01' = {
  parent: vnet
  name: 'snet-web'
  properties: {
    addressPrefix: '10.40.5.0/26'
    networkSecurityGroup: { id: nsg.id }
  }
}
`;
  const shared = (rules: string): string => group(rules) + subnet + web;

  test('gets the rule, which doesn’t need to fix the other subnet', async () => {
    const text = shared(rule('Deny-All', 4096, 'Deny', '*'));
    const { titles, after, whyNot } = await offered({ 'network.bicep': text }, 'outbound-aml-443');
    expect({ titles, whyNot }).toEqual({
      titles: ['Allow TCP 443 to AzureMachineLearning'],
      whyNot: null,
    });
    expect(after['network.bicep']).toContain("sourceAddressPrefix: '10.40.4.0/26'");
  });

  test('doesn’t have the other subnet checked, whatever addresses a rule for Azure ML contains', async () => {
    const aml = rule('Allow-AML', 100, 'Allow', 'AzureMachineLearning');
    const checkedWith = async (addresses: string): Promise<readonly string[]> => {
      const own = aml.replace("sourceAddressPrefix: '*'", `sourceAddressPrefix: '${addresses}'`);
      const { check } = await analyzed({ 'network.bicep': shared(own) });
      return check.subjects.map(({ subnet: { name } }) => name);
    };
    expect(await checkedWith('10.40.4.0/26')).toEqual(['snet-training']);
    expect(await checkedWith('VirtualNetwork')).toEqual(['snet-training']);
  });

  test('has both subnets checked if only the NSG’s rules name Azure ML', async () => {
    const own = rule('Allow-AML', 100, 'Allow', 'AzureMachineLearning').replace(
      "sourceAddressPrefix: '*'",
      "sourceAddressPrefix: '10.40.4.0/26'",
    );
    const text = shared(own).replace(/^\/\/ aml-secure-compute:.*$/m, '');
    const { check } = await analyzed({ 'network.bicep': text });
    expect(check.subjects.map(({ subnet: { name } }) => name)).toEqual(['snet-training', 'snet-web']);
  });

  test('doesn’t get a rule that blocks traffic of the other subnet', async () => {
    const vault = rule('Deny-Vault', 4096, 'Deny', 'AzureKeyVault');
    const text = shared(vault).replace(/^\/\/ aml-secure-compute:.*$/m, '');
    const fixTest = await testFixContext({ 'network.bicep': text });
    const start = text.indexOf(vault);
    const denied = rule('Deny-AML', 200, 'Deny', 'AzureMachineLearning');
    const written = await readAgain(fixTest, [{ file: 'network.bicep', start, end: start, text: denied }]);
    const others = written.is === 'written' ? written.others : [];
    const ofWeb = others.filter((key) => key.includes('snet-web'));
    expect(ofWeb).toContainEqual(expect.stringMatching(/^open outbound-aml-443 /));
    expect(ofWeb).not.toContainEqual(expect.stringMatching(/^open keyvault|^open outbound-keyvault/));
  });
});

describe('an NSG that no subnet of the files uses', () => {
  const alone = group(rule('Batch', 100, 'Allow', 'BatchNodeManagement') + rule('Deny', 4096, 'Deny', '*'));

  test('doesn’t get a rule that needs the addresses of its subnet', async () => {
    const { titles, whyNot } = await offered({ 'network.bicep': alone }, 'inbound-intra-subnet');
    expect(titles).toEqual([]);
    expect(whyNot).toBe(
      'The rule needs the addresses of the subnet that uses nsg-training. The files don’t contain them.',
    );
  });

  test('gets rules that name service tags', async () => {
    const { after } = await offered({ 'network.bicep': alone }, 'outbound-aml-udp-5831');
    expect(after['network.bicep']).toContain("destinationAddressPrefix: 'AzureMachineLearning'");
    expect(after['network.bicep']).not.toContain('10.0.0.0');
  });
});

describe('a finding that can’t be fixed in the file', () => {
  const wrong = (name: string, priority: number, tag: string): string =>
    rule(name, priority, 'Allow', tag).replace("destinationPortRange: '*'", "destinationPortRange: '443'");
  const batch = wrong('Batch', 100, 'BatchNodeManagement');

  test('gives the reason if no tag is similar', async () => {
    const text = group(batch + wrong('Own', 110, 'ContosoHeadquarters')) + subnet;
    const { titles, whyNot } = await offered({ 'network.bicep': text }, 'misspelled-service-tag');
    expect({ titles, whyNot }).toEqual({
      titles: [],
      whyNot: 'No service tag is similar enough to be certain.',
    });
  });

  test('gives the reason if two rules have the same name', async () => {
    const twin = wrong('Own', 110, 'AzureMachineLearnin') + wrong('own', 120, 'Sql');
    const { whyNot } = await offered({ 'network.bicep': group(twin) + subnet }, 'misspelled-service-tag');
    expect(whyNot).toBe('Several items in nsg-training are named Own, so a fix can’t tell them apart.');
  });

  test('gives the reason if the addresses would need two rules', async () => {
    const listed = wrong('Own', 110, '').replace(
      "destinationAddressPrefix: ''",
      "destinationAddressPrefixes: ['10.1.0.0/16', 'Sql']",
    );
    const { whyNot } = await offered(
      { 'network.bicep': group(batch + listed) + subnet },
      'tag-in-address-list',
    );
    expect(whyNot).toBe('The addresses need several rules, and you decide their priorities.');
  });

  test('gives the reason if a part of the rule doesn’t have a value', async () => {
    const text = `param nearly object\n${group(
      batch + wrong('Own', 110, 'AzureMachineLearnin').replace('priority: 110', 'priority: nearly.p'),
    )}${subnet}`;
    const { whyNot } = await offered({ 'network.bicep': text }, 'misspelled-service-tag');
    expect(whyNot).toBe('Part of Own isn’t known, so it can’t be written again.');
  });
});
