import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { findFixIn } from '../../../src/file-checks/check-files';
import { analyzed } from './analyzed';
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

/** Returns an NSG with rules in the given form, and the subnet that it filters. */
function groupWith(rules: string, list = ''): string {
  return `param location string = resourceGroup().location

resource nsg 'Microsoft.Network/networkSecurityGroups@2024-05-01' = {
  name: 'nsg-training'
  location: location${list}
}
${rules}
${subnet}`;
}

/** Returns the lines that the first fix adds, and its title. */
async function added(text: string, id = udp, file = 'network.bicep'): Promise<readonly string[]> {
  const { after, whyNot } = await offered({ [file]: text }, id);
  return whyNot === null ? changedLines(text, after[file] ?? '') : [whyNot];
}

const asRule = ['+ priority: 100', "+ direction: 'Outbound'", "+ access: 'Allow'", "+ protocol: 'Udp'"];

describe('a new rule next to rules that are separate resources', () => {
  test('gets the parent of the others', async () => {
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

  test('is nested in the NSG like the others', async () => {
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

  test('gets the NSG’s name as a prefix', async () => {
    const text = groupWith(`
resource denyAll 'Microsoft.Network/networkSecurityGroups/securityRules@2023-11-01' = {
  name: '\${nsg.name}/Deny-All'
  properties: ${denyAll}
}
`);
    expect(await added(text)).toContain("+ name: '${nsg.name}/Allow-AzureML-UDP-5831'");
  });

  test('is inserted into a template by its name alone', async () => {
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

  test('is inserted into a template with a composed name', async () => {
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

/** Returns the template with its rules as resources. */
function apart(text: string, asResource: (rule: Rule) => object): string {
  const parsed = JSON.parse(text) as { resources: { properties: { securityRules?: readonly Rule[] } }[] };
  const [group] = parsed.resources;
  const rules = group?.properties.securityRules ?? [];
  delete group?.properties.securityRules;
  return JSON.stringify({ ...parsed, resources: [...parsed.resources, ...rules.map(asResource)] }, null, 2);
}

test('a new rule is added to the existing list if the other rules have a condition', async () => {
  const text = groupWith(
    `
resource denyAll 'Microsoft.Network/networkSecurityGroups/securityRules@2023-11-01' = if (length(location) > 0) {
  parent: nsg
  name: 'Deny-All'
  properties: ${denyAll}
}
`,
    `
  properties: {
    securityRules: [
      {
        name: 'Allow-Aml'
        properties: ${denyAll
          .replace('4096', '200')
          .replace('Deny', 'Allow')
          .replace("destinationAddressPrefix: '*'", "destinationAddressPrefix: 'AzureMachineLearning'")
          .replace("protocol: '*'", "protocol: 'Tcp'")}
      }
    ]
  }`,
  ).replace('= resourceGroup().location', "= 'westeurope'");
  const { after } = await offered({ 'network.bicep': text }, udp);
  expect(after['network.bicep']).toMatch(/'Allow-Aml'[^\]]*name: 'Allow-AzureML-UDP-5831'[^\]]*\n    \]/);
});

describe('local address of a new rule', () => {
  const listed = groupWith(
    '',
    `
  properties: {
    securityRules: [
      { name: 'Deny-All', properties: ${denyAll} }
    ]
  }`,
  );
  const second = (comment: string): string => `${listed}
${comment}
resource other 'Microsoft.Network/virtualNetworks/subnets@2024-05-01' = {
  parent: vnet
  name: 'snet-other'
  properties: {
    addressPrefix: '10.40.5.0/26'
    networkSecurityGroup: { id: nsg.id }
    defaultOutboundAccess: true
  }
}
`;
  const nearSide = async (text: string): Promise<string | undefined> => {
    const [line = ''] = (await added(text)).filter((one) => one.includes('sourceAddressPrefix'));
    return /sourceAddressPrefix: '([^']*)'/.exec(line)?.[1];
  };

  test.each([
    ['the network if one subnet in the files uses the NSG', listed, 'VirtualNetwork'],
    [
      'the network if all subnets with the NSG need the rule',
      second('// aml-secure-compute: instance no-public-ip'),
      'VirtualNetwork',
    ],
  ])('is %s', async (_, text, near) => {
    expect(await nearSide(text)).toBe(near);
  });

  test('is the subnet if another subnet of the NSG doesn’t need the rule', async () => {
    const { check } = await analyzed({ 'network.bicep': second('') });
    const [subject] = check.subjects;
    if (!subject) throw new Error('no subnet is checked');
    const input = { model: check.declared.model, plan: subject.plan, facts: subject.facts };
    const { entries = [] } = findFixIn(input, { subnet: subject.subnet }, [udp]) ?? {};
    expect(entries.map(({ rule }) => rule.sources)).toEqual([['10.40.4.0/26']]);
  });
});

describe('a new rule of a computed list', () => {
  test('is added to the array that the last entries come from', async () => {
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

  test('is added to the array that the loop iterates over, in the form of its other items', async () => {
    expect(await added(looped)).toEqual([
      "+ { name: 'Allow-AzureML-UDP-5831', priority: 100, access: 'Allow', protocol: 'Udp', from: 'VirtualNetwork', to: 'AzureMachineLearning', port: '5831' }",
    ]);
  });

  test.each(['*', '10.40.4.0/26'])(
    'leaves out the local address %s that the loop sets for all rules',
    async (near) => {
      const text = looped.replace('rule.from', `'${near}'`).replaceAll(", from: '*'", '');
      expect(await added(text)).toEqual([
        "+ { name: 'Allow-AzureML-UDP-5831', priority: 100, access: 'Allow', protocol: 'Udp', to: 'AzureMachineLearning', port: '5831' }",
      ]);
    },
  );

  test('gets the properties that a filter requires', async () => {
    const text = looped
      .replace('in rules:', 'in filter(rules, one => one.enabled):')
      .replace("from: '*' }", "from: '*', enabled: true }");
    expect(await added(text)).toEqual([
      "+ { name: 'Allow-AzureML-UDP-5831', priority: 100, access: 'Allow', protocol: 'Udp', from: 'VirtualNetwork', to: 'AzureMachineLearning', port: '5831', enabled: true }",
    ]);
  });

  test('is added to the file that passes the rules to a module', async () => {
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

  test('isn’t added, with the reason, if the loop converts its items', async () => {
    const text = looped.replace('destinationPortRange: rule.port', "destinationPortRange: '${rule.port}'");
    expect(await added(text)).toEqual([
      'A loop creates securityRules of nsg-training and sets a value that the new item needs to differ in. The item can’t be added to it.',
    ]);
  });

  test('isn’t added, with the reason, if the loop computes the priorities', async () => {
    const text = looped
      .replace('for rule in rules', 'for (rule, at) in rules')
      .replace('priority: rule.priority', 'priority: 4000 + at');
    expect(await added(text)).toEqual([
      'The priorities in securityRules of nsg-training are computed in a loop. A new item wouldn’t get the priority that it needs.',
    ]);
  });

  test('sets the condition for allowing if the loop requires that', async () => {
    const ofFlag = looped
      .replace('access: rule.access', "access: rule.deny ? 'Deny' : 'Allow'")
      .replace("access: 'Deny'", 'deny: true');
    expect(await added(ofFlag)).toEqual([
      "+ { name: 'Allow-AzureML-UDP-5831', priority: 100, deny: false, protocol: 'Udp', from: 'VirtualNetwork', to: 'AzureMachineLearning', port: '5831' }",
    ]);
    const ofWord = looped
      .replace('access: rule.access', "access: rule.kind == 'open' ? 'Allow' : 'Deny'")
      .replace("access: 'Deny'", "kind: 'closed'");
    expect(await added(ofWord)).toEqual([
      "+ { name: 'Allow-AzureML-UDP-5831', priority: 100, kind: 'open', protocol: 'Udp', from: 'VirtualNetwork', to: 'AzureMachineLearning', port: '5831' }",
    ]);
  });

  test('is added to the object whose items the loop iterates over', async () => {
    const text = looped
      .replace(
        /^param rules array = \[\n {2}\{ name: 'Deny-All',(.*)\n\]/,
        'var rules = {\n  deny_all: {$1\n}',
      )
      .replace('in rules:', 'in items(rules):')
      .replaceAll('rule.', 'rule.value.')
      .replace('rule.value.name', 'rule.key');
    expect(text).toContain('  deny_all: { priority: 4096');
    expect(await added(text)).toEqual([
      "+ 'Allow-AzureML-UDP-5831': {",
      ...['priority: 100', "access: 'Allow'", "protocol: 'Udp'", "from: 'VirtualNetwork'"].map(
        (one) => `+ ${one}`,
      ),
      "+ to: 'AzureMachineLearning'",
      "+ port: '5831'",
      '+ }',
    ]);
  });

  test('is added to the loaded JSON, or the reason names the file that can’t be edited', async () => {
    const rules = `[
  { "name": "Deny-All", "priority": 4096, "access": "Deny", "protocol": "*", "to": "*", "port": "*", "from": "*" }
]
`;
    const rest = looped.slice(looped.indexOf('param location'));
    const files = {
      'network.bicep': rest.replace('in rules:', "in loadJsonContent('rules.json'):"),
      'rules.json': rules,
    };
    const { after } = await offered(files, udp);
    expect(changedLines(rules, after['rules.json'] ?? '')).toEqual([
      '- { "name": "Deny-All", "priority": 4096, "access": "Deny", "protocol": "*", "to": "*", "port": "*", "from": "*" }',
      '+ { "name": "Deny-All", "priority": 4096, "access": "Deny", "protocol": "*", "to": "*", "port": "*", "from": "*" },',
      '+ { "name": "Allow-AzureML-UDP-5831", "priority": 100, "access": "Allow", "protocol": "Udp", "from": "VirtualNetwork", "to": "AzureMachineLearning", "port": "5831" }',
    ]);
    const ofYaml = {
      'network.bicep': rest.replace('in rules:', "in loadYamlContent('rules.yaml'):"),
      'rules.yaml': rules,
    };
    expect((await offered(ofYaml, udp)).whyNot).toBe(
      'securityRules of nsg-training comes from rules.yaml, which can’t be edited by a quick fix.',
    );
  });

  test('is added to the array of a resource loop', async () => {
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

describe('the text of a new rule', () => {
  test('doesn’t contain an address if the file declares only the NSG', async () => {
    const group = network.slice(0, network.indexOf('// aml-secure-compute'));
    const lines = await added(group);
    expect(lines.filter((line) => line.includes('Address'))).toEqual([
      "+ sourceAddressPrefix: 'VirtualNetwork'",
      "+ destinationAddressPrefix: 'AzureMachineLearning'",
    ]);
  });

  test('contains the whole rule', async () => {
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
