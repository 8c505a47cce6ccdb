import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ran } from './ran';

/* A module that isn't restored is unknown if it could deploy a compute resource of Azure ML or its network. */

const storage =
  "resource s 'Microsoft.Storage/storageAccounts@2023-05-01' = { name: 's', location: 'westeurope' }\n";
const workspace = "resource w 'Microsoft.MachineLearningServices/workspaces@2024-04-01' = { name: 'w' }\n";
const module = (reference: string, rest = ''): string =>
  `module m '${reference}' = {\n  name: 'm'\n${rest}}\n`;
const network = 'br/public:avm/res/network/virtual-network:0.5.1';
const group = 'br/public:avm/res/network/network-security-group:0.5.0';
const rules = '[{"name":"a","properties":{"destinationAddressPrefix":"AzureMachineLearning"}}]';
const config = (alias: string, registry: string, modulePath: string): string =>
  JSON.stringify({ moduleAliases: { br: { [alias]: { registry, modulePath } } } });
const linked = JSON.stringify({
  $schema: 'https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#',
  contentVersion: '1.0.0.0',
  resources: [
    {
      type: 'Microsoft.Resources/deployments',
      apiVersion: '2022-09-01',
      name: 'd',
      properties: { mode: 'Incremental', templateLink: { uri: 'https://example.com/network.json' } },
    },
  ],
});
const spec = linked.replace(
  '"uri":"https://example.com/network.json"',
  `"id":"[resourceId('rg', 'Microsoft.Resources/templateSpecs/versions', 'landing-zone', '1.0')]"`,
);

test.each<[string, Record<string, string>]>([
  ['a module of a private registry', { 'main.bicep': module('br:contoso.azurecr.io/platform:v1') }],
  [
    'a template spec',
    { 'main.bicep': module('ts:11111111-1111-1111-1111-111111111111/templates/landing-zone:1.0') },
  ],
  [
    'the Azure Verified Module of workspaces',
    { 'main.bicep': module('br/public:avm/res/machine-learning-services/workspace:0.10.1') },
  ],
  [
    'a pattern of Azure Verified Modules',
    { 'main.bicep': module('br/public:avm/ptn/azd/ml-ai-environment:0.1.0') },
  ],
  ['a module of an older public registry', { 'main.bicep': module('br/public:lz/sub-vending:1.5.2') }],
  ['a linked template', { 'azuredeploy.json': linked }],
  ['a template spec that ARM JSON deploys', { 'azuredeploy.json': spec }],
  [
    'a network in files that refer to a workspace',
    { 'main.bicep': `${workspace.replace(' = {', ' existing = {')}${module(network)}` },
  ],
  [
    'a network in files with a module that creates a workspace',
    { 'main.bicep': `${module(network)}module ws 'ws.bicep' = { name: 'ws' }\n`, 'ws.bicep': workspace },
  ],
  [
    'an NSG with rules from parameters',
    {
      'main.bicep': `param rules array\n${module(group, "  params: { name: 'n', securityRules: rules }\n")}`,
      'main.bicepparam': `using 'main.bicep'\nparam rules = [{ name: 'a', properties: { destinationAddressPrefix: 'AzureMachineLearning' } }]\n`,
    },
  ],
  [
    'an NSG with loaded rules',
    {
      'main.bicep': `var rules = loadJsonContent('rules.json')\n${module(group, "  params: { name: 'n', securityRules: rules }\n")}`,
      'rules.json': rules,
    },
  ],
  [
    'a network with a DNS zone of Azure ML',
    {
      'main.bicep': `resource z 'Microsoft.Network/privateDnsZones@2020-06-01' = { name: 'privatelink.api.azureml.ms' }\n${module(network)}`,
    },
  ],
  [
    'the public alias for another registry',
    {
      'main.bicep': module('br/public:avm/res/storage/storage-account:0.9.0'),
      'bicepconfig.json': config('public', 'contoso.azurecr.io', 'bicep'),
    },
  ],
  [
    'an alias of a private registry',
    {
      'main.bicep': module('br/own:avm/res/storage/storage-account:0.9.0'),
      'bicepconfig.json': config('own', 'contoso.azurecr.io', 'bicep'),
    },
  ],
])('%s makes the run exit with 1, or with 0 if unknown results are allowed', async (_, files) => {
  const name = Object.keys(files)[0] ?? '';
  const { code, out } = await ran(`check ${name}`, files);
  expect(out).toMatch(/1 module missing/);
  expect(out).toContain('It isn’t known whether Azure ML uses a subnet of this deployment');
  expect(code).toBe(1);
  expect((await ran(`check ${name} --allow-unknown`, files)).code).toBe(0);
});

test.each<[string, Record<string, string>]>([
  ['a network', { 'main.bicep': storage + module(network) }],
  ['a storage account', { 'main.bicep': module('br/public:avm/res/storage/storage-account:0.9.0') }],
  [
    'a module with the full address',
    { 'main.bicep': module('br:mcr.microsoft.com/bicep/avm/res/key-vault/vault:0.6.1') },
  ],
  [
    'a module with an alias for the public registry',
    {
      'main.bicep': module('br/avm:storage/storage-account:0.9.0'),
      'bicepconfig.json': config('avm', 'mcr.microsoft.com', 'bicep/avm/res'),
    },
  ],
  [
    'a network next to a comment about Azure ML',
    { 'main.bicep': `// not for Microsoft.MachineLearningServices\n${module(network)}` },
  ],
  [
    'a network next to a similar name',
    {
      'main.bicep': `var machineLearning = 'MachineLearningTeam'\n${module(network)}output o string = machineLearning\n`,
    },
  ],
])('%s in files without Azure ML is counted, and the run exits with 0', async (_, files) => {
  const { code, out } = await ran('check main.bicep', files);
  expect(out).toContain('1 module missing');
  expect(out).toContain('The files don’t contain a subnet for Azure ML');
  expect(code).toBe(0);
});

test('a template spec in ARM JSON is named, with the command that exports it', async () => {
  const { out } = await ran('check azuredeploy.json', { 'azuredeploy.json': spec });
  expect(out).toContain(
    "The template spec 'landing-zone/versions/1.0' isn’t among the files. Export it with az ts export, and check the exported file.",
  );
});

const call = (name: string, source: string): string => `module "${name}" {\n  source = "${source}"\n}\n`;

test('Terraform modules that aren’t installed have one message with their count and one action', async () => {
  const files = {
    'main.tf': [
      readFileSync('test/fixtures/checks/outbound-aml-443.fails.tf', 'utf8'),
      call('vault', 'Azure/vault/azurerm'),
      call('naming', 'Azure/naming/azurerm'),
      call('again', 'Azure/naming/azurerm'),
      call('hub', 'git::https://example.com/hub.git'),
      call('near', './near'),
    ].join('\n'),
  };
  const { out } = await ran('check main.tf', files);
  const [, modules = ''] = /\n {2}Modules([^]*?)\n\n/.exec(out) ?? [];
  const placed = / {2}\S+main\.tf:\d+:1 |main\.tf:\d+:1/g;
  expect(
    modules
      .trim()
      .split('\n')
      .map((line) => line.trim().replace(placed, '').trim()),
  ).toEqual([
    '3 modules aren’t installed. Run terraform init.',
    'Azure/vault/azurerm',
    'Azure/naming/azurerm',
    'git::https://example.com/hub.git',
    expect.stringContaining('near'),
  ]);
  expect(out).toContain('; 4 modules missing');
  const { out: lines } = await ran('check main.tf --format github', files);
  expect(lines.match(/terraform init/g)).toHaveLength(1);
});

test('a comparison with a module that isn’t there isn’t the same, and an explanation names it', async () => {
  const subnet =
    "resource v 'Microsoft.Network/virtualNetworks@2024-05-01' = {\n  name: 'v'\n  location: 'westeurope'\n  properties: { addressSpace: { addressPrefixes: ['10.0.0.0/16'] }, subnets: [ { name: 's', properties: { addressPrefix: '10.0.0.0/24' } } ] }\n}\n";
  const files = {
    'before.bicep': subnet,
    'after.bicep': subnet + module('br:contoso.azurecr.io/platform:v1'),
  };
  const [same, other, explained] = await Promise.all([
    ran(['compare', 'before.bicep', 'before.bicep'], files),
    ran(['compare', 'after.bicep', 'after.bicep'], files),
    ran(['explain', 'after.bicep:1'], files),
  ]);
  expect([same.code, other.code]).toEqual([0, 3]);
  for (const { error } of [other, explained]) expect(error).toContain('br:contoso.azurecr.io/platform:v1');
});
