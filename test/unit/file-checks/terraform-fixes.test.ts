import { expect, test } from 'vitest';
import {
  denyOut,
  inFolder,
  misspelled,
  natGateway,
  noOutbound,
  ruleForms,
  securityGroup,
  terraformBase,
} from '../../support/terraform-network';
import { fixTemplate } from '../../../src/file-checks/edits/fix-template';
import { testAnalysisOptions } from '../../support/analysis-options';
import { testFileSystem } from './analyzed';
import { changedLines, offered } from './fixed';

type Files = Readonly<Record<string, string>>;

/** Returns the lines that the first fix of a problem changes, by file, or the reason why there is none. */
async function fixOf(
  files: Files,
  id: string,
): Promise<Readonly<Record<string, readonly string[]>> | string> {
  const { after, whyNot } = await offered(inFolder(files), id);
  if (whyNot !== null) return whyNot;
  const changed = Object.keys(files).map(
    (file) => [file, changedLines(files[file] ?? '', after[file] ?? '')] as const,
  );
  return Object.fromEntries(changed.filter(([, lines]) => lines.length > 0));
}

const inBlock = [
  '+ security_rule {',
  '+ name                       = "Allow-ARM-443"',
  '+ description                = "WHY"',
  '+ priority                   = 100',
  '+ direction                  = "Outbound"',
  '+ access                     = "Allow"',
  '+ protocol                   = "Tcp"',
  '+ source_port_range          = "*"',
  '+ destination_port_range     = "443"',
  '+ source_address_prefix      = "VirtualNetwork"',
  '+ destination_address_prefix = "AzureResourceManager"',
  '+ }',
  '+ ',
];

const inList = [
  '+ {',
  '+ name        = "Allow-ARM-443"',
  '+ priority    = 100',
  '+ direction   = "Outbound"',
  '+ access      = "Allow"',
  '+ protocol    = "Tcp"',
  '+ port        = "443"',
  '+ source      = "VirtualNetwork"',
  '+ destination = "AzureResourceManager"',
  '+ },',
];

const inBody = [
  '+ name = "Allow-ARM-443"',
  '+ properties = {',
  '+ description              = "WHY"',
  '+ priority                 = 100',
  '+ direction                = "Outbound"',
  '+ access                   = "Allow"',
  '+ protocol                 = "Tcp"',
  '+ sourceAddressPrefix      = "VirtualNetwork"',
  '+ sourcePortRange          = "*"',
  '+ destinationAddressPrefix = "AzureResourceManager"',
  '+ destinationPortRange     = "443"',
  '+ }',
];

test.each([
  ['blocks of the NSG', { 'main.tf': inBlock }],
  [
    'separate resources',
    {
      'rules.tf': [
        '+ resource "azurerm_network_security_rule" "allow_arm_443" {',
        ...inBlock.slice(1, -2).map((line) => line.replace(' =', '  =')),
        '+ resource_group_name         = azurerm_resource_group.claims.name',
        '+ network_security_group_name = azurerm_network_security_group.nodes.name',
        '+ }',
        '+ ',
      ],
    },
  ],
  [
    'a map of a variable',
    {
      'variables.tf': [
        '- deny-out = { priority = 4000, direction = "Outbound", access = "Deny", protocol = "*", port = "*", source = "*", destination = "Internet" }',
        '+ deny-out      = { priority = 4000, direction = "Outbound", access = "Deny", protocol = "*", port = "*", source = "*", destination = "Internet" }',
        '+ Allow-ARM-443 = { priority = 100, direction = "Outbound", access = "Allow", protocol = "Tcp", port = "443", source = "VirtualNetwork", destination = "AzureResourceManager" }',
      ],
    },
  ],
  ['a list of local values', { 'locals.tf': inList }],
  ['a file of values', { 'prod.auto.tfvars': inList }],
  ['the body of an azapi resource', { 'main.tf': ['+ },', '+ {', ...inBody] }],
  ['a body of jsonencode', { 'main.tf': ['+ },', '+ {', ...inBody] }],
] as const)('a new rule goes into %s', async (form, expected) => {
  const files = ruleForms[form]?.([denyOut]) ?? {};
  const found = await fixOf(files, 'outbound-arm-443');
  const text = JSON.stringify(found).replaceAll(/(description +=) \\"[^"]*\\"/g, '$1 \\"WHY\\"');
  expect(JSON.parse(text)).toEqual(expected);
});

test.each(Object.keys(ruleForms))('a misspelled tag is corrected in %s', async (form) => {
  const files = ruleForms[form]?.([misspelled]) ?? {};
  const changed = Object.values(await fixOf(files, 'misspelled-service-tag')).flat();
  expect(changed).toHaveLength(2);
  expect(changed[1]).toBe(changed[0]?.replace('- ', '+ ').replace('Learnin"', 'Learning"'));
});

const nsgRule = (rest: string): string => `
  security_rule {
    name                       = "deny-out"
    priority                   = 4000
    direction                  = "Outbound"
    access                     = "Deny"
    protocol                   = "*"
    source_port_range          = "*"
    destination_port_range     = "*"
    source_address_prefix      = "*"
    destination_address_prefix = "Internet"
  }
${rest}`;

const ignoring = `
  lifecycle {
    ignore_changes = [security_rule]
  }
`;

const moduleCall = `
module "nsg" {
  source = "example/nsg/azurerm"
}
`;

test('the reason is given if a fix can’t be written', async () => {
  const base = terraformBase + natGateway;
  const ignored = { 'main.tf': base + securityGroup(nsgRule(ignoring)) };
  const [group = ''] =
    /\nresource "azurerm_network_security_group"[^]*/.exec(securityGroup(nsgRule(''))) ?? [];
  const inModule = group.replaceAll(/azurerm_resource_group.claims.\w+/g, '"rg-claims"');
  const downloaded = {
    'main.tf': base.replace('azurerm_network_security_group.nodes.id', 'module.nsg.id') + moduleCall,
    '.terraform/modules/modules.json':
      '{"Modules":[{"Key":"nsg","Source":"example/nsg/azurerm","Dir":".terraform/modules/nsg"}]}',
    '.terraform/modules/nsg/main.tf': `${inModule}\noutput "id" {\n  value = azurerm_network_security_group.nodes.id\n}\n`,
    '.terraform/modules/nsg/': 'main.tf',
  };
  const id = 'outbound-arm-443';
  expect([await fixOf(ignored, id), await fixOf(downloaded, id)]).toEqual([
    'nsg-nodes has security_rule in ignore_changes, so Terraform wouldn’t apply the fix.',
    '.terraform/modules/nsg/main.tf belongs to a downloaded module. Terraform overwrites changes there.',
  ]);
});

const secondSubnet = `
resource "azurerm_subnet" "other" {
  name                 = "snet-other"
  resource_group_name  = azurerm_resource_group.claims.name
  virtual_network_name = azurerm_virtual_network.claims.name
  address_prefixes     = ["10.40.3.0/24"]
}

resource "azurerm_subnet_network_security_group_association" "other" {
  subnet_id                 = azurerm_subnet.other.id
  network_security_group_id = azurerm_network_security_group.other.id
}
`;

test('a rule in a list that two NSGs use applies to the addresses of one subnet', async () => {
  const { 'main.tf': main = '', 'locals.tf': locals = '' } =
    ruleForms['a list of local values']?.([denyOut]) ?? {};
  const [group = ''] = /\nresource "azurerm_network_security_group"[^]*/.exec(main) ?? [];
  const second = group.replace('"nodes"', '"other"').replace('nsg-nodes', 'nsg-other');
  const files = { 'main.tf': main + second + secondSubnet, 'locals.tf': locals };
  const found = await fixOf(files, 'outbound-arm-443');
  expect(found).toEqual({
    'locals.tf': inList.map((line) => line.replace('VirtualNetwork', '10.40.2.0/24')),
  });
});

test('a list that something else uses too isn’t changed, and the rule becomes a block next to the loop', async () => {
  const files = ruleForms['a list of local values']?.([denyOut]) ?? {};
  const tagged = `${files['locals.tf'] ?? ''}
resource "azurerm_linux_virtual_machine" "jump" {
  name = "vm-jump"
  tags = { rules = join(",", local.rules[*].name) }
}
`;
  const found = await fixOf({ ...files, 'locals.tf': tagged }, 'outbound-arm-443');
  expect(found).toEqual({
    'main.tf': inBlock.map((line) =>
      line.includes('WHY') ? (expect.stringContaining('description') as string) : line,
    ),
  });
});

/**
 * Returns the lines that change if all fixes are applied, including billed ones, and the number of fixes of a second
 * run.
 */
async function fixedWhole(files: Files): Promise<readonly [lines: readonly string[], again: number]> {
  const fix = (its: Files) =>
    fixTemplate('main.tf', testFileSystem(inFolder(its)), {
      options: testAnalysisOptions,
      describe: () => 'Why',
      fixesHints: false,
      allowed: ['cost'],
    });
  const fixed = await fix(files);
  const after = { ...files, ...Object.fromEntries(fixed?.texts ?? []) };
  const lines = Object.keys(files).flatMap((file) => changedLines(files[file] ?? '', after[file] ?? ''));
  return [lines.filter((line) => line !== '+ ').toSorted(), (await fix(after))?.applied.length ?? -1];
}

test('a NAT gateway is created after the subnet, with its address and associations', async () => {
  const [lines, again] = await fixedWhole({ 'main.tf': noOutbound + securityGroup() });
  const expected = [
    '+ resource "azurerm_public_ip" "pip_ng_snet_nodes" {',
    '+ name                = "pip-ng-snet-nodes"',
    '+ location            = azurerm_resource_group.claims.location',
    '+ resource_group_name = azurerm_resource_group.claims.name',
    '+ allocation_method   = "Static"',
    '+ sku                 = "Standard"',
    '+ }',
    '+ resource "azurerm_nat_gateway" "ng_snet_nodes" {',
    '+ name                = "ng-snet-nodes"',
    '+ location            = azurerm_resource_group.claims.location',
    '+ resource_group_name = azurerm_resource_group.claims.name',
    '+ sku_name            = "Standard"',
    '+ }',
    '+ resource "azurerm_nat_gateway_public_ip_association" "ng_snet_nodes" {',
    '+ nat_gateway_id       = azurerm_nat_gateway.ng_snet_nodes.id',
    '+ public_ip_address_id = azurerm_public_ip.pip_ng_snet_nodes.id',
    '+ }',
    '+ resource "azurerm_subnet_nat_gateway_association" "nodes" {',
    '+ subnet_id      = azurerm_subnet.nodes.id',
    '+ nat_gateway_id = azurerm_nat_gateway.ng_snet_nodes.id',
    '+ }',
  ];
  expect(lines).toEqual(expected.toSorted());
  expect(again).toBe(0);
});

type Write = (body: string) => string;
const bodyForms: readonly (readonly [form: string, write: Write, id: string, expected: unknown])[] = [
  ['[{ … }], which the next item follows', (body) => body, 'outbound-arm-443', ['+ }, {', ...inBody]],
  [
    'no rules, which gets a list',
    (body) => body.replace(/securityRules = [^]*\}\]\n/, 'flushConnection = true\n'),
    'inbound-aml-44224',
    expect.arrayContaining(['+ securityRules = [', '+ {', '+ direction                = "Inbound"', '+ ]']),
  ],
  [
    'a computed list, which is the reason',
    (body) => body.replace('securityRules = [{', 'securityRules = concat([], [{').replace('}]', '}])'),
    'outbound-arm-443',
    'securityRules of nsg-nodes is computed, so nothing can be added to it.',
  ],
  [
    'rules that are separate resources, which is the reason',
    (body) => `${body}\n  response_export_values = []\n}\n${separateRule}`,
    'outbound-arm-443',
    'nsg-nodes is an azapi resource in a form that fixes can’t change. Change its body.',
  ],
];

test.each(bodyForms)('an azapi NSG with %s', async (_, write, id, expected) => {
  const { 'main.tf': main = '' } = ruleForms['blocks of the NSG']?.([denyOut]) ?? {};
  const group = securityGroup()
    .replace('"azurerm_network_security_group" "nodes"', '"azapi_resource" "nodes"')
    .replace('resource_group_name = azurerm_resource_group.claims.name', write(azapiBody));
  const text = main.slice(0, main.indexOf('\nresource "azurerm_network_security_group"')) + group;
  const files = {
    'main.tf': text.replaceAll('azurerm_network_security_group.nodes.id', 'azapi_resource.nodes.id'),
  };
  const found = await fixOf(files, id);
  const lines = typeof found === 'string' ? found : found['main.tf'];
  const plain = JSON.stringify(lines).replaceAll(/(description +=) \\"[^"]*\\"/g, '$1 \\"WHY\\"');
  expect(JSON.parse(plain)).toEqual(expected);
});

const separateRule = `
resource "azapi_resource" "rule" {
  type      = "Microsoft.Network/networkSecurityGroups/securityRules@2024-05-01"
  name      = "deny-more"
  parent_id = azapi_resource.nodes.id
  body = {
    properties = {
      priority                 = 4001
      direction                = "Outbound"
      access                   = "Deny"
      protocol                 = "*"
      sourceAddressPrefix      = "*"
      sourcePortRange          = "*"
      destinationAddressPrefix = "Internet"
      destinationPortRange     = "*"
    }
  }
`;

const azapiBody = `type      = "Microsoft.Network/networkSecurityGroups@2024-05-01"
  parent_id = azurerm_resource_group.claims.id
  body = {
    properties = {
      securityRules = [{
        name = "deny-out"
        properties = {
          priority                 = 4000
          direction                = "Outbound"
          access                   = "Deny"
          protocol                 = "*"
          sourceAddressPrefix      = "*"
          sourcePortRange          = "*"
          destinationAddressPrefix = "Internet"
          destinationPortRange     = "*"
        }
      }]
    }
  }`;

test('a value that ignore_changes leaves to Azure isn’t corrected', async () => {
  const { 'main.tf': main = '', 'rules.tf': rules = '' } =
    ruleForms['separate resources']?.([misspelled]) ?? {};
  const ignored = rules.replace(
    /}\n$/,
    '\n  lifecycle {\n    ignore_changes = [destination_address_prefix]\n  }\n}\n',
  );
  const found = await fixOf({ 'main.tf': main, 'rules.tf': ignored }, 'misspelled-service-tag');
  expect(found).toContain('destination_address_prefix in ignore_changes');
});

test.each(['moved', 'removed'])(
  'a new resource doesn’t get an address that a %s block uses',
  async (type) => {
    const { 'main.tf': main = '', 'rules.tf': rules = '' } =
      ruleForms['separate resources']?.([denyOut]) ?? {};
    const address = 'azurerm_network_security_rule.allow_arm_443';
    const gone = `\n${type} {\n  from = ${address}\n}\n`;
    const found = await fixOf({ 'main.tf': main, 'rules.tf': rules + gone }, 'outbound-arm-443');
    expect(JSON.stringify(found)).toContain('allow_arm_443_2');
  },
);

test('an NSG that no subnet in the files uses doesn’t get another NSG’s rule', async () => {
  const group = securityGroup(nsgRule('')).replace(
    '"nodes" {\n',
    '"nodes" {\n  for_each = toset(["a", "b"])\n',
  );
  const main = `${terraformBase}${natGateway}${group}`
    .replace('"nsg-nodes"', '"nsg-${each.key}"')
    .replace('.nodes.id\n}\n\nresource "azurerm_nat', '.nodes["a"].id\n}\n\nresource "azurerm_nat');
  expect(await fixOf({ 'main.tf': main }, 'outbound-arm-443')).toContain('also create other resources');
});

test('a new resource has the provider of its NSG, and not the condition of another rule', async () => {
  const separate = ruleForms['separate resources']?.([denyOut]) ?? {};
  const other = 'alias = "other"\n  features {}';
  const main = (separate['main.tf'] ?? '').replace(
    /(resource "azurerm_network_security_group" "nodes" \{\n)/,
    '$1  provider            = azurerm.other\n',
  );
  const rules = (separate['rules.tf'] ?? '').replace(
    /(resource "azurerm_network_security_rule" [^{]*\{\n)/,
    '$1  provider = azurerm.other\n  count    = var.lock ? 1 : 0\n\n',
  );
  const changed = await fixOf(
    {
      'main.tf': `${main}\nprovider "azurerm" {\n  ${other}\n}\nvariable "lock" {\n  default = true\n}\n`,
      'rules.tf': rules,
    },
    'outbound-arm-443',
  );
  const lines = Object.values(changed).flat();
  expect(lines).toContain('+ provider = azurerm.other');
  expect(lines.join('\n')).not.toContain('count');
  expect(lines).toContain('+ network_security_group_name = azurerm_network_security_group.nodes.name');
});

test('a regional tag uses the variable that sets the location of the NSG', async () => {
  const files = ruleForms['blocks of the NSG']?.([denyOut]) ?? {};
  const located = (location: string) => ({
    'main.tf': `${(files['main.tf'] ?? '').replaceAll(/(location +=) azurerm_resource_group\.claims\.location/g, '$1 var.location')}
variable "location" {
  default = "${location}"
}
`,
  });
  const tag = async (location: string): Promise<readonly string[]> => {
    const changed = Object.values(await fixOf(located(location), 'outbound-storage-443')).flat();
    return changed.filter((line) => line.includes('destination_address_prefix'));
  };
  expect(await tag('northeurope')).toEqual(['+ destination_address_prefix = "Storage.${var.location}"']);
  expect(await tag('North Europe')).toEqual(['+ destination_address_prefix = "Storage.NorthEurope"']);
});
