import { describe, expect, test } from 'vitest';
import { ran } from './ran';
import { subnetStatuses } from '../../support/shown-lines';

/* A region that the files don't state: results that depend on it are unknown, and a fix doesn't write one. */

const rule = (name: string, priority: number, to: string, access = 'Allow'): string => `
      {
        name: '${name}'
        properties: {
          priority: ${String(priority)}
          direction: 'Outbound'
          access: '${access}'
          protocol: '*'
          sourceAddressPrefix: '*'
          sourcePortRange: '*'
          destinationAddressPrefix: ${to}
          destinationPortRange: '*'
        }
      }`;

const group = (location: string, rules: string): string => `
resource nsg 'Microsoft.Network/networkSecurityGroups@2024-05-01' = {
  name: 'nsg'
  location: ${location}
  properties: {
    securityRules: [${rules}${rule('deny', 4096, "'*'", 'Deny')}
    ]
  }
}
`;
const virtualNetwork = (location: string, nsg = 'nsg.id'): string => `
resource vnet 'Microsoft.Network/virtualNetworks@2024-05-01' = {
  name: 'vnet'
  location: ${location}
  properties: {
    addressSpace: { addressPrefixes: ['10.0.0.0/16'] }
    subnets: [
      {
        name: 'snet'
        properties: { addressPrefix: '10.0.2.0/24', networkSecurityGroup: { id: ${nsg} } }
      }
    ]
  }
}
`;
const network = (location: string, rules: string): string =>
  `${group(location, rules)}${virtualNetwork(location)}`;

const everywhere = [
  'AzureMachineLearning',
  'AzureActiveDirectory',
  'AzureResourceManager',
  'AzureFrontDoor.FirstParty',
  'AzureFrontDoor.Frontend',
  'AzureMonitor',
  'VirtualNetwork',
  'MicrosoftContainerRegistry',
];
const regional = ['BatchNodeManagement', 'Storage', 'AzureKeyVault', 'AzureContainerRegistry'];

/** Rules for everything that Azure ML needs. `of` writes the regional tags. */
const allRules = (of: (tag: string) => string): string =>
  [...everywhere.map((tag) => `'${tag}'`), ...regional.map(of)]
    .map((to, at) => rule(`out${String(at)}`, 100 + at, to))
    .join('');

const parameter = 'param location string\n';

async function checked(text: string, options = ''): Promise<{ line: string; out: string; code: number }> {
  const { out, code } = await ran(`check main.bicep${options} --flows`, { 'main.bicep': text });
  return { line: subnetStatuses(out)[0] ?? '', out, code };
}

describe('check, of a region that the files don’t state', () => {
  test.each([
    [
      'a parameter',
      `${parameter}${network(
        'location',
        allRules((tag) => `'${tag}.\${location}'`),
      )}`,
    ],
    [
      'the resource group',
      network(
        'resourceGroup().location',
        allRules((tag) => `'${tag}.\${resourceGroup().location}'`),
      ),
    ],
    [
      'the region in lowercase',
      `${parameter}${network(
        'location',
        allRules((tag) => `'${tag}.\${toLower(location)}'`),
      )}`,
    ],
    [
      'concat',
      `${parameter}${network(
        'location',
        allRules((tag) => `concat('${tag}.', location)`),
      )}`,
    ],
    [
      'format',
      `${parameter}${network(
        'location',
        allRules((tag) => `format('${tag}.{0}', location)`),
      )}`,
    ],
    [
      'no region',
      `${parameter}${network(
        'location',
        allRules((tag) => `'${tag}'`),
      )}`,
    ],
  ])('tags of the same region match it, and those of all regions: %s', async (_, text) => {
    const { line, code, out } = await checked(text);
    expect(line).toMatch(/^Ready, assuming no public IP/);
    expect(code).toBe(0);
    expect(out).not.toMatch(/west ?europe/i);
  });

  test('a tag of one region is unknown, and the result names the option and the setting', async () => {
    const text = `${parameter}${network(
      'location',
      allRules((tag) => `'${tag}.westeurope'`),
    )}`;
    const { line, code, out } = await checked(text);
    expect(line).toBe('Couldn’t be fully checked: 1 unknown');
    expect(code).toBe(1);
    expect(out).toContain(
      "5 checks of 'snet' aren’t known: the result depends on the region, which the files don’t state. Set the region with --region or amlSecureCompute.files.region  not-readable\n",
    );
    for (const id of [
      'outbound-batch-443',
      'outbound-storage-443',
      'outbound-acr-443',
      'outbound-storage-445',
    ]) {
      expect(out).toContain(`  ${id}\n`);
    }
    expect(out).not.toContain('Fix: allow ');
  });

  test('a tag of another parameter is unknown', async () => {
    const other = `${parameter}param other string\n`;
    const { line, out } = await checked(
      `${other}${network(
        'location',
        allRules((tag) => `'${tag}.\${other}'`),
      )}`,
    );
    expect(line).toMatch(/^Couldn’t be fully checked: \d unknown$/);
    expect(out).toContain('the region in service tag BatchNodeManagement.‹other› isn’t known');
  });

  const named = [
    ['AustraliaEast', 'BrazilSouth', 'CanadaCentral', 'CentralUS', 'EastUS'],
    ['EastUS2', 'FranceCentral', 'JapanEast', 'KoreaCentral', 'NorthEurope'],
  ].flat();

  /** Rules that name regions without effect, then one that denies Batch in another region. */
  const deniedIn = (region: string, regions: readonly string[]): string =>
    [
      ...regions.map((one, at) => rule(`sql${String(at)}`, 300 + at, `'Sql.${one}'`)),
      rule('denied', 90, `'BatchNodeManagement.${region}'`, 'Deny'),
      allRules((tag) => `'${tag}'`),
    ].join('');

  /** A workspace and its services, each in a separate region. */
  const workspaceIn = (...locations: readonly string[]): string =>
    locations
      .map(
        (location, at) => `param ${location} string
resource ${at === 0 ? 'workspace' : `s${String(at)}`} 'Microsoft.${
          at === 0 ? 'MachineLearningServices/workspaces@2024-04-01' : 'Storage/storageAccounts@2023-05-01'
        }' = {
  name: 'name${String(at)}'
  location: ${location}
  ${at === 0 && locations.length > 1 ? 'properties: { storageAccount: s1.id }' : ''}
}
`,
      )
      .join('');

  test.each([
    ['and two others', deniedIn('WestUS2', named.slice(0, 2)), ''],
    ['and ten others', deniedIn('WestUS2', named), ''],
    [
      'and three others, with another region for the workspace',
      deniedIn('WestUS2', named.slice(0, 3)),
      workspaceIn('its'),
    ],
    [
      'and two others, with other regions for the workspace and its storage account',
      deniedIn('WestUS2', named.slice(0, 2)),
      workspaceIn('its', 'theirs'),
    ],
  ])('a rule that blocks one region is unknown if rules name it %s', async (_, rules, more) => {
    const { out, code } = await checked(`${parameter}${network('location', rules)}${more}`);
    expect(out).toMatch(/ {2}unknown {2}.*\n(?: {4}│ .*\n)*? {4}│ Outbound 443 to Azure Batch/);
    expect(code).toBe(1);
  });

  test('more regions than the limit make every flow unknown', async () => {
    const text = network('location', deniedIn('WestUS2', named));
    const { out, code } = await checked(`${parameter}${text}${workspaceIn('its', 'theirs')}`);
    expect(out).toMatch(/ {2}unknown {2}.*\n(?: {4}│ .*\n)*? {4}│ Outbound TCP 443 to AzureMachineLearning/);
    expect(out).not.toContain('Ready');
    expect(code).toBe(1);
  });

  test('a prefix that contains every region doesn’t distinguish them', async () => {
    const rules = allRules((tag) => `'${tag}.\${location}'`) + rule('all', 4000, "'0.0.0.0/0'", 'Deny');
    const { line } = await checked(`${parameter}${network('location', rules)}`);
    expect(line).toMatch(/^Ready, assuming no public IP/);
  });

  test('--region decides', async () => {
    const text = `param place string\n${network(
      'place',
      allRules((tag) => `'${tag}.westeurope'`),
    )}`;
    expect((await checked(text, ' --region westeurope')).line).toMatch(/^Ready/);
    expect((await checked(text, ' --region northeurope')).line).toMatch(/^Not ready: 1 error/);
  });

  test('a failure in every region is an error, without an address of any', async () => {
    const { out } = await checked(
      `${parameter}${network('location', rule('out', 100, "'AzureMachineLearning'"))}`,
    );
    expect(out).toMatch(/ {2}main\.bicep:22:15 {2}error {2}Rule 4096 'deny' blocks \d+ flows of /);
    expect(out).toContain('  outbound-storage-443\n');
  });
});

/** Returns the lines that a fix adds, by file. */
async function added(
  files: Readonly<Record<string, string>>,
  options = '',
): Promise<Readonly<Record<string, string>>> {
  const { written } = await ran(`fix ${Object.keys(files)[0] ?? ''}${options}`, files);
  return Object.fromEntries(
    Object.entries(written).map(([name, text]) => [
      name,
      text
        .split('\n')
        .filter((line) => !(files[name] ?? '').split('\n').includes(line))
        .map((line) => line.trim())
        .join('\n'),
    ]),
  );
}

const one = rule('out', 100, "'AzureMachineLearning'");
const module = (nsg: string, network: string): Readonly<Record<string, string>> => ({
  'main.bicep': `param location string
module nsg 'nsg.bicep' = { name: 'nsg'${nsg} }
module vnet 'vnet.bicep' = { name: 'vnet', params: { location: location, nsgId: nsg.outputs.id } }
`,
  'nsg.bicep': network,
  'vnet.bicep': `${parameter}param nsgId string\n${virtualNetwork('location', 'nsgId')}`,
});

describe('fix, of a region that the files don’t state', () => {
  test.each([
    ['a parameter', `${parameter}${network('location', one)}`, 'location'],
    ['the resource group', network('resourceGroup().location', one), 'resourceGroup().location'],
  ])('writes the network’s expression: %s', async (_, text, expression) => {
    const { 'main.bicep': lines } = await added({ 'main.bicep': text });
    expect(lines).toContain(`destinationAddressPrefix: 'Storage.\${${expression}}'`);
    expect(lines).not.toMatch(/europe/i);
  });

  test('through a module’s parameter', async () => {
    const files = module(
      ', params: { region: location }',
      `param region string\n${group('region', one)}output id string = nsg.id\n`,
    );
    const { 'nsg.bicep': lines } = await added(files);
    expect(lines).toContain("destinationAddressPrefix: 'Storage.${region}'");
  });

  test('writes the tag of all regions if the file doesn’t have an expression for the region', async () => {
    const files = module('', `${group('resourceGroup().location', one)}output id string = nsg.id\n`);
    const { 'nsg.bicep': lines } = await added(files);
    expect(lines).toContain("destinationAddressPrefix: 'Storage'\n");
    expect(lines).not.toMatch(/europe|‹/i);
  });
});
