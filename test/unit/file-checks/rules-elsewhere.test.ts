import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { changedLines, offered } from './fixed';
import { testFixContext, withEdits } from './analyzed';
import { testedEdits } from '../../../src/file-checks/edits/tested-edits';
import { analyzeFile } from '../../../src/file-checks/analyze-file';
import { problemsOf } from '../../../src/file-checks/problems-of';
import { testAnalysisOptions } from '../../support/analysis-options';
import { testFileSystem } from './analyzed';

const network = readFileSync(new URL('../../fixtures/files/infra/network.bicep', import.meta.url), 'utf8');
const subnet = network.slice(network.indexOf('// aml-secure-compute'));
const storage = 'outbound-storage-445';
const shadowed = 'shadowed-security-rule';

const group = (
  rules: string,
): string => `resource nsg 'Microsoft.Network/networkSecurityGroups@2024-05-01' = {
  name: 'nsg-training'
  location: location
  properties: {
    securityRules: ${rules}
  }
}

${subnet}`;
const location = 'param location string = resourceGroup().location\n\n';

const deny = `  {
    name: 'Deny-All'
    properties: {
      priority: 4096
      direction: 'Outbound'
      access: 'Deny'
      protocol: '*'
      sourceAddressPrefix: '*'
      sourcePortRange: '*'
      destinationAddressPrefix: '*'
      destinationPortRange: '*'
    }
  }
`;
const list = `[\n${deny}]`;

/** Returns the lines of a fix that contain storage's tag, by file. */
async function tagLines(files: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const { after } = await offered(files, storage);
  return Object.entries(files).flatMap(([file, text]) =>
    changedLines(text, after[file] ?? '')
      .filter((line) => /'Storage[.']/.test(line))
      .map((line) => `${file} ${line}`),
  );
}

describe('the region in a tag is written as the file’s expression only if that has the same meaning', () => {
  const whole = (file: string): string => `${file} + destinationAddressPrefix: 'Storage'`;
  const computed = (file: string): string => `${file} + destinationAddressPrefix: 'Storage.\${location}'`;

  test('uses the parameter in a variable of the file', async () => {
    const text = `${location}var rules = ${list}\n\n${group('rules')}`;
    expect(await tagLines({ 'main.bicep': text })).toEqual([computed('main.bicep')]);
  });

  test('uses the literal region in an exported variable, which can’t reference a parameter', async () => {
    const files = {
      'main.bicep': `import { rules } from 'rules.bicep'\n\n${location}${group('rules')}`,
      'rules.bicep': `@export()\nvar rules = ${list}\n`,
    };
    expect(await tagLines(files)).toEqual([whole('rules.bicep')]);
  });

  test('uses the literal region in another file, where the same name can mean another region', async () => {
    const files = {
      'main.bicep': `param location string = 'northeurope'\n\nmodule net 'net.bicep' = {\n  name: 'net'\n  params: { rules: ${list} }\n}\n`,
      'net.bicep': `${location}param rules array\n\n${group('rules')}`,
    };
    expect(await tagLines(files)).toEqual([whole('main.bicep')]);
  });

  test('uses the literal region in a parameters file', async () => {
    const files = {
      'main.bicep': `${location}param rules array\n\n${group('rules')}`,
      'main.bicepparam': `using './main.bicep'\n\nparam rules = ${list}\n`,
    };
    const lines = await changedWith(files, 'main.bicepparam', storage);
    expect(lines).toContain("+ destinationAddressPrefix: 'Storage'");
  });
});

/** Returns the lines that the first fix changes in the parameters file with which the root is analyzed. */
async function changedWith(
  files: Readonly<Record<string, string>>,
  parameters: string,
  id: string,
): Promise<readonly string[]> {
  const fixTest = await testFixContext(files);
  const options = { ...testAnalysisOptions, parameters };
  const given = await analyzeFile(fixTest.root, testFileSystem(files), options);
  const problem = given && problemsOf(given.check).find((one) => one.id === id);
  if (!problem) throw new Error(`${id} is not found`);
  const { edits = [] } = (await testedEdits({ ...fixTest, options, analysis: given }, problem)) ?? {};
  const text = files[parameters] ?? '';
  return changedLines(
    text,
    withEdits(
      text,
      edits.filter(({ file }) => file === parameters),
    ),
  );
}

const short = (name: string, priority: number, access: string, to: string): string =>
  `{ name: '${name}', priority: ${String(priority)}, access: '${access}', protocol: 'Tcp', to: '${to}', port: '443' }`;
const rows = `[
  ${short('Storage', 200, 'Allow', 'Storage')}
  ${short('Again', 300, 'Allow', 'Storage')} // twice
  ${short('Deny-All', 4096, 'Deny', '*')}
]`;
const body = `{
        name: rule.name
        properties: {
          priority: rule.priority
          direction: 'Outbound'
          access: rule.access
          protocol: rule.protocol
          sourceAddressPrefix: '10.40.4.0/26'
          sourcePortRange: '*'
          destinationAddressPrefix: rule.to
          destinationPortRange: rule.port
        }
      }`;
const apart = `resource nsg 'Microsoft.Network/networkSecurityGroups@2024-05-01' = {
  name: 'nsg-training'
  location: location
}

resource rows 'Microsoft.Network/networkSecurityGroups/securityRules@2024-05-01' = [for rule in rules: ${body.replace('{', '{\n        parent: nsg')}]

${subnet}`;
const again = `- ${short('Again', 300, 'Allow', 'Storage')} // twice`;
const batch = 'outbound-batch-443';
const isNewRow =
  /^\+ \{ name: 'Allow-\S+', priority: \d+, access: 'Allow', protocol: '\S+', to: '\S+', port: '\S+' \}$/;

describe('removal of a rule that a loop creates', () => {
  test.each([
    ['rules of a list', group(`[for rule in rules: ${body}]`)],
    ['rules of a list that is mapped', group(`map(rules, rule => ${body})`)],
    ['rules that are resources', apart],
  ])('deletes its row and keeps the others: %s', async (_, rest) => {
    const text = `${location}var rules = ${rows}\n\n${rest}`;
    const { titles, after } = await offered({ 'main.bicep': text }, shadowed);
    expect(titles).toEqual(['Remove rule Again']);
    expect(changedLines(text, after['main.bicep'] ?? '')).toEqual([again]);
  });

  test('isn’t offered if the priorities of other rules would change', async () => {
    const counted = body.replace('rule.priority', '100 + i');
    const rest = group(`[for (rule, i) in rules: ${counted}]`);
    const { titles, whyNot } = await offered(
      { 'main.bicep': `${location}var rules = ${rows}\n\n${rest}` },
      shadowed,
    );
    expect(titles).toEqual([]);
    expect(whyNot).toBe(
      'The lines to change also create other resources, so an edit would change those too.',
    );
  });

  test('isn’t offered if another NSG of the loop needs the rule', async () => {
    const rest = `resource nsg 'Microsoft.Network/networkSecurityGroups@2024-05-01' = {
  name: 'nsg-training'
  location: location
  properties: { securityRules: [for rule in concat(rules, more): ${body}] }
}

resource other 'Microsoft.Network/networkSecurityGroups@2024-05-01' = {
  name: 'nsg-other'
  location: location
  properties: { securityRules: [for rule in more: ${body}] }
}

${subnet}`;
    const text = `${location}var rules = [
  ${short('Storage', 200, 'Allow', 'Storage')}
  ${short('Deny-All', 4096, 'Deny', '*')}
]

var more = [
  ${short('Again', 300, 'Allow', 'Storage')}
]

${rest}`;
    expect(await offered({ 'main.bicep': text }, shadowed)).toMatchObject({ titles: [] });
  });
});

describe('a new rule is added', () => {
  test('to the loaded JSON file if that contains the list', async () => {
    const deny = {
      name: 'Deny-All',
      properties: {
        priority: 4096,
        direction: 'Outbound',
        access: 'Deny',
        protocol: '*',
        sourceAddressPrefix: '*',
        sourcePortRange: '*',
        destinationAddressPrefix: '*',
        destinationPortRange: '*',
      },
    };
    const files = {
      'main.bicep': `${location}${group(`loadJsonContent('rules.json', '$.rules')`)}`,
      'rules.json': `${JSON.stringify({ rules: [deny] }, null, 2)}\n`,
    };
    const { titles, after } = await offered(files, 'outbound-aml-udp-5831');
    expect(titles).toEqual(['Allow UDP 5831 to AzureMachineLearning']);
    expect(after['main.bicep']).toBe(files['main.bicep']);
    const { rules } = JSON.parse(after['rules.json'] ?? '') as { readonly rules: readonly object[] };
    expect(rules).toMatchObject([deny, { name: 'Allow-AzureML-UDP-5831', properties: { priority: 100 } }]);
  });

  test('to a JSON file with a byte order mark, which is kept', async () => {
    const deny = {
      name: 'Deny-All',
      properties: {
        priority: 4096,
        direction: 'Outbound',
        access: 'Deny',
        protocol: '*',
        sourceAddressPrefix: '*',
        sourcePortRange: '*',
        destinationAddressPrefix: '*',
        destinationPortRange: '*',
      },
    };
    const files = {
      'main.bicep': `${location}${group(`loadJsonContent('rules.json')`)}`,
      'rules.json': `\uFEFF${JSON.stringify([deny], null, 2)}\n`,
    };
    const { after } = await offered(files, 'outbound-aml-udp-5831');
    const written = after['rules.json'] ?? '';
    expect(written.startsWith('\uFEFF[\n')).toBe(true);
    expect(JSON.parse(written.slice(1))).toMatchObject([deny, { name: 'Allow-AzureML-UDP-5831' }]);
  });

  test('to a mapped list as one of its rows', async () => {
    const text = `${location}var rules = ${rows}\n\n${group(`map(rules, rule => ${body})`)}`;
    const { after } = await offered({ 'main.bicep': text }, 'outbound-arm-443');
    const lines = changedLines(text, after['main.bicep'] ?? '');
    expect(lines).toEqual([expect.stringMatching(isNewRow)]);
  });

  test('to the rows of a parameters file that a loop iterates over', async () => {
    const files = {
      'main.bicep': `${location}param rules array\n\n${group(`[for rule in rules: ${body}]`)}`,
      'main.bicepparam': `using './main.bicep'\n\nparam rules = ${rows}\n`,
    };
    expect(await changedWith(files, 'main.bicepparam', 'outbound-arm-443')).toEqual([
      expect.stringMatching(isNewRow),
    ]);
  });

  test.each([
    ["'nsg-training/${rule.name}'"],
    ["concat('nsg-training/', rule.name)"],
    ["format('{0}/{1}', 'nsg-training', rule.name)"],
  ])('to the rows of a loop of resources that are named %s', async (name) => {
    const rest = apart.replace('  parent: nsg\n', '').replace('name: rule.name', `name: ${name}`);
    const text = `${location}var rules = ${rows}\n\n${rest}`;
    const { after } = await offered({ 'main.bicep': text }, 'outbound-arm-443');
    const lines = changedLines(text, after['main.bicep'] ?? '');
    expect(lines).toEqual([expect.stringMatching(isNewRow)]);
  });

  test('to the list that always exists, and not to a conditional one', async () => {
    const some = `[\n${deny.replace("'Deny-All'", "'Storage'").replace('4096', '200').replace("'Deny'", "'Allow'").replace("destinationAddressPrefix: '*'", "destinationAddressPrefix: 'Storage'")}]`;
    const text = `${location}param strict bool = true\n\nvar rules = ${some}\n\n${group(`concat(rules, strict ? ${list} : [])`)}`;
    const { after } = await offered({ 'main.bicep': text }, batch);
    const [always = '', , conditional = ''] = (after['main.bicep'] ?? '').split(/\n(resource nsg)/);
    expect(always).toContain('Allow-Batch-443');
    expect(conditional).not.toContain('Allow-Batch-443');
  });
});

describe('a problem of a rule is reported', () => {
  const wrong = rows.replace(
    short('Storage', 200, 'Allow', 'Storage'),
    short('Storage', 200, 'Allow', 'Storag'),
  );

  test('at its own row if a loop creates it with others', async () => {
    const text = `${location}var rules = ${wrong}\n\n${group(`[for rule in rules: ${body}]`)}`;
    const { check } = (await testFixContext({ 'main.bicep': text })).analysis;
    const { place } = problemsOf(check).find(({ id }) => id === 'misspelled-service-tag') ?? {};
    expect(place && text.slice(place.start, place.end)).toBe("'Storage'");
  });

  test('at its NSG if the list is parsed from a string', async () => {
    const rules = `json('[{"name":"Storage","properties":{"priority":200,"direction":"Outbound","access":"Allow","protocol":"Tcp","sourceAddressPrefix":"*","sourcePortRange":"*","destinationAddressPrefix":"Storag","destinationPortRange":"443"}}]')`;
    const text = location + group(rules);
    const { check } = (await testFixContext({ 'main.bicep': text })).analysis;
    const { place } = problemsOf(check).find(({ id }) => id === 'misspelled-service-tag') ?? {};
    expect(place && text.slice(place.start, place.end)).toBe('nsg');
  });
});

const twice = `param location string = resourceGroup().location

resource vnet 'Microsoft.Network/virtualNetworks@2024-05-01' = {
  name: 'vnet'
  location: location
  properties: {
    addressSpace: { addressPrefixes: ['10.20.0.0/16'] }
    subnets: [for s in SUBNETS: {
      name: s.name
      properties: {
        addressPrefix: s.prefix
        defaultOutboundAccess: false
      }
    }]
  }
}

resource workspace 'Microsoft.MachineLearningServices/workspaces@2024-10-01' existing = {
  name: 'mlw'
}

resource cluster 'Microsoft.MachineLearningServices/workspaces/computes@2024-10-01' = {
  parent: workspace
  name: 'cpu-cluster'
  location: location
  properties: {
    computeType: 'AmlCompute'
    properties: {
      enableNodePublicIp: false
      subnet: { id: '\${vnet.id}/subnets/snet-train' }
    }
  }
}
`;

describe('a NAT gateway for subnets that a loop creates', () => {
  const train = "{ name: 'snet-train', prefix: '10.20.1.0/24' }";
  const other = "{ name: 'snet-other', prefix: '10.20.2.0/24' }";
  const way = 'egress-explicit-for-npip';

  test('is associated if the loop creates one subnet', async () => {
    const { titles } = await offered({ 'main.bicep': twice.replace('SUBNETS', `[${train}]`) }, way);
    expect(titles).toEqual([
      'Create NAT gateway ng-snet-train and its public IP address (billed) for snet-train',
    ]);
  });

  test('isn’t associated if another subnet would get it too', async () => {
    const text = twice.replace('SUBNETS', `[\n  ${train}\n  ${other}\n]`);
    const { titles, whyNot } = await offered({ 'main.bicep': text }, way);
    expect(titles).toEqual([]);
    expect(whyNot).toMatch(/^The lines to change also create other resources/);
  });

  test('has the other subnet in the title if that needs it too', async () => {
    const second = twice
      .slice(twice.indexOf('resource cluster'))
      .replace('resource cluster', 'resource second')
      .replace('cpu-cluster', 'cpu-second')
      .replace('snet-train', 'snet-other');
    const text = `${twice.replace('SUBNETS', `[\n  ${train}\n  ${other}\n]`)}\n${second}`;
    const { titles } = await offered({ 'main.bicep': text }, way);
    expect(titles).toEqual([
      'Create NAT gateway ng-snet-train and its public IP address (billed) for snet-train (also changes the traffic of snet-other)',
    ]);
  });
});

const groupPerSubnet = `param location string = resourceGroup().location

resource groups 'Microsoft.Network/networkSecurityGroups@2024-05-01' = [for name in ['train', 'other']: {
  name: 'nsg-${'${name}'}'
  location: location
  properties: {
    securityRules: [
      {
        name: 'Deny-All'
        properties: {
          priority: 100
          direction: 'Inbound'
          access: 'Deny'
          protocol: '*'
          sourceAddressPrefix: '*'
          sourcePortRange: '*'
          destinationAddressPrefix: '*'
          destinationPortRange: '*'
        }
      }
      {
        name: 'Deny-Ssh'
        properties: {
          priority: 110
          direction: 'Inbound'
          access: 'Deny'
          protocol: 'Tcp'
          sourceAddressPrefix: '*'
          sourcePortRange: '*'
          destinationAddressPrefix: '*'
          destinationPortRange: '22'
        }
      }
    ]
  }
}]

resource vnet 'Microsoft.Network/virtualNetworks@2024-05-01' = {
  name: 'vnet'
  location: location
  properties: {
    addressSpace: { addressPrefixes: ['10.20.0.0/16'] }
    subnets: [
      // aml-secure-compute: cluster no-public-ip
      {
        name: 'snet-train'
        properties: { addressPrefix: '10.20.1.0/24', networkSecurityGroup: { id: groups[0].id } }
      }
      // aml-secure-compute: cluster no-public-ip
      {
        name: 'snet-other'
        properties: { addressPrefix: '10.20.2.0/24', networkSecurityGroup: { id: groups[1].id } }
      }
    ]
  }
}
`;

describe('a rule that a loop adds to each of its NSGs', () => {
  test('is removed from all of them if none uses it', async () => {
    const { after } = await offered({ 'main.bicep': groupPerSubnet }, shadowed);
    expect(changedLines(groupPerSubnet, after['main.bicep'] ?? '')).toContain("- name: 'Deny-Ssh'");
  });

  test('isn’t removed if it isn’t reported for one of them', async () => {
    const text = groupPerSubnet.replace('groups[1].id', 'groups[0].id');
    const { titles, whyNot } = await offered({ 'main.bicep': text }, shadowed);
    expect(titles).toEqual([]);
    expect(whyNot).toMatch(/^The lines to change also create other resources/);
  });
});
