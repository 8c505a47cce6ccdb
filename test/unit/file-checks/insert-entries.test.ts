import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { changedLines, offered } from './fixed';

const network = readFileSync(new URL('../../fixtures/files/infra/network.bicep', import.meta.url), 'utf8');
const template = readFileSync(new URL('../../fixtures/files/infra/network.json', import.meta.url), 'utf8');
const udp = 'outbound-aml-udp-5831';

const subnet = network.slice(network.indexOf('// aml-secure-compute'));
const denyAll = `{
      priority: 4096
      direction: 'Outbound'
      access: 'Deny'
      protocol: '*'
      sourceAddressPrefix: '*'
      sourcePortRange: '*'
      destinationAddressPrefix: '*'
      destinationPortRange: '*'
    }`;

/** A group whose rules are written in some way, and the subnet that it filters. */
function groupWith(rules: string, list = ''): string {
  return `param location string = resourceGroup().location

resource nsg 'Microsoft.Network/networkSecurityGroups@2024-05-01' = {
  name: 'nsg-training'
  location: location${list}
}
${rules}
${subnet}`;
}

/** The lines that the first fix adds, and the title of it. */
async function added(text: string, id = udp, file = 'network.bicep'): Promise<readonly string[]> {
  const { after, whyNot } = await offered({ [file]: text }, id);
  return whyNot === null ? changedLines(text, after[file] ?? '') : [whyNot];
}

const asRule = ['+ priority: 100', "+ direction: 'Outbound'", "+ access: 'Allow'", "+ protocol: 'Udp'"];

describe('a rule that is a resource of its own gets a sibling', () => {
  test('with the parent of the others', async () => {
    const text = groupWith(`
@description('Nothing else leaves.')
resource denyAll 'Microsoft.Network/networkSecurityGroups/securityRules@2023-11-01' = {
  parent: nsg
  name: 'Deny-All'
  properties: ${denyAll}
}
`);
    const lines = await added(text);
    expect(lines.slice(0, 3)).toEqual([
      "+ resource allowAzureMLUdp5831 'Microsoft.Network/networkSecurityGroups/securityRules@2023-11-01' = {",
      '+ parent: nsg',
      "+ name: 'Allow-AzureML-UDP-5831'",
    ]);
  });

  test('inside of the group, where the others are', async () => {
    const text = groupWith(
      '',
      `
  resource denyAll 'securityRules' = {
    name: 'Deny-All'
    properties: ${denyAll}
  }`,
    );
    const { after } = await offered({ 'network.bicep': text }, udp);
    expect(after['network.bicep']).toContain(`
  }
  resource allowAzureMLUdp5831 'securityRules' = {
    name: 'Allow-AzureML-UDP-5831'
    properties: {
      description:`);
  });

  test('with the name of the group before its own', async () => {
    const text = groupWith(`
resource denyAll 'Microsoft.Network/networkSecurityGroups/securityRules@2023-11-01' = {
  name: '\${nsg.name}/Deny-All'
  properties: ${denyAll}
}
`);
    expect(await added(text)).toContain("+ name: '${nsg.name}/Allow-AzureML-UDP-5831'");
  });

  test('in a template, by its name alone', async () => {
    const text = apart(template, (rule) => ({
      type: 'Microsoft.Network/networkSecurityGroups/securityRules',
      apiVersion: '2023-11-01',
      name: `nsg-training/${rule.name}`,
      dependsOn: ["[resourceId('Microsoft.Network/networkSecurityGroups', 'nsg-training')]"],
      properties: rule.properties,
    }));
    const lines = await added(text, udp, 'network.json');
    expect(lines).toContain('+ "name": "nsg-training/Allow-AzureML-UDP-5831",');
    expect(lines.filter((line) => line.includes('dependsOn'))).toHaveLength(1);
  });

  test('in a template, where the name is put together', async () => {
    const text = apart(template, (rule) => ({
      type: 'Microsoft.Network/networkSecurityGroups/securityRules',
      apiVersion: '2023-11-01',
      name: `[concat('nsg-training', '/${rule.name}')]`,
      properties: rule.properties,
    }));
    expect(await added(text, udp, 'network.json')).toContain(
      `+ "name": "[concat('nsg-training', '/Allow-AzureML-UDP-5831')]",`,
    );
  });
});

interface Rule {
  readonly name: string;
  readonly properties: object;
}

/** The template with its rules as resources. */
function apart(text: string, asResource: (rule: Rule) => object): string {
  const parsed = JSON.parse(text) as { resources: { properties: { securityRules?: readonly Rule[] } }[] };
  const [group] = parsed.resources;
  const rules = group?.properties.securityRules ?? [];
  delete group?.properties.securityRules;
  return JSON.stringify({ ...parsed, resources: [...parsed.resources, ...rules.map(asResource)] }, null, 2);
}

describe('a rule of a list that is computed', () => {
  test('goes into the array that the last entries come from', async () => {
    const text = `var fixed = [
  {
    name: 'Deny-All'
    properties: ${denyAll.replaceAll('\n  ', '\n')}
  }
]
${groupWith('', '\n  properties: {\n    securityRules: concat([], fixed)\n  }')}`;
    const { after } = await offered({ 'network.bicep': text }, udp);
    expect(after['network.bicep']).toMatch(/name: 'Allow-AzureML-UDP-5831'[^[\]]*\n\]\nparam location/);
  });

  const looped = `param rules array = [
  { name: 'Deny-All', priority: 4096, access: 'Deny', protocol: '*', to: '*', port: '*', from: '*' }
]
${groupWith(
  '',
  `
  properties: {
    securityRules: [for rule in rules: {
      name: rule.name
      properties: {
        priority: rule.priority
        direction: 'Outbound'
        access: rule.access
        protocol: rule.protocol
        sourceAddressPrefix: rule.from
        sourcePortRange: '*'
        destinationAddressPrefix: rule.to
        destinationPortRange: rule.port
      }
    }]
  }`,
)}`;

  test('goes into what its loop goes through, in the words of the others', async () => {
    expect(await added(looped)).toEqual([
      "+ { name: 'Allow-AzureML-UDP-5831', priority: 100, access: 'Allow', protocol: 'Udp', from: '10.40.4.0/26', to: 'AzureMachineLearning', port: '5831' }",
    ]);
  });

  test('goes into the file that gives them to a module', async () => {
    const files = {
      'main.bicep': `module net 'network.bicep' = {
  params: {
    rules: [
      { name: 'Deny-All', priority: 4096, access: 'Deny', protocol: '*', to: '*', port: '*', from: '*' }
    ]
  }
}
`,
      'network.bicep': looped,
    };
    const { after } = await offered(files, udp);
    expect(after['network.bicep']).toBe(looped);
    expect(after['main.bicep']).toContain("{ name: 'Allow-AzureML-UDP-5831', priority: 100,");
  });

  test('says why, where the loop makes something else of its items', async () => {
    const text = looped.replace('destinationPortRange: rule.port', "destinationPortRange: '${rule.port}'");
    expect(await added(text)).toEqual([
      'securityRules of nsg-training is computed, so nothing can be added where it is written.',
    ]);
  });

  test('of resources in a loop goes into what that goes through', async () => {
    const text = `var rules = [
  {
    name: 'Deny-All'
    properties: ${denyAll.replaceAll('\n  ', '\n')}
  }
]
${groupWith(`
resource all 'Microsoft.Network/networkSecurityGroups/securityRules@2023-11-01' = [for rule in rules: {
  parent: nsg
  name: rule.name
  properties: rule.properties
}]
`)}`;
    const { after } = await offered({ 'network.bicep': text }, udp);
    expect(after['network.bicep']).toMatch(
      /\n {2}\{\n {4}name: 'Allow-AzureML-UDP-5831'\n {4}properties: \{\n/,
    );
  });
});

describe('what is written there', () => {
  test('names no address where the file declares the group alone', async () => {
    const group = network.slice(0, network.indexOf('// aml-secure-compute'));
    const lines = await added(group);
    expect(lines.filter((line) => line.includes('Address'))).toEqual([
      "+ sourceAddressPrefix: 'VirtualNetwork'",
      "+ destinationAddressPrefix: 'AzureMachineLearning'",
    ]);
  });

  test('is the rule whole', async () => {
    const text = groupWith(`
resource denyAll 'Microsoft.Network/networkSecurityGroups/securityRules@2023-11-01' = {
  parent: nsg
  name: 'Deny-All'
  properties: ${denyAll}
}
`);
    expect(await added(text)).toEqual(expect.arrayContaining(asRule));
  });
});
