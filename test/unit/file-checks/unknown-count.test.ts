import { describe, expect, it } from 'vitest';
import { analyzed } from './analyzed';

/*
 * Rules that exist only under a condition without a value. A check of the whole NSG is decided where its result is the
 * same with and without them.
 */

interface Rule {
  /** `count`, `for_each`, or nothing. */
  readonly repeats: string;
  readonly name?: string;
  readonly priority?: number;
  readonly port?: string;
}

const terraform = (rules: readonly Rule[]): string => `
variable "extra" { type = bool }
variable "n" { type = number }
variable "all" {}
variable "prefix" {}
resource "azurerm_virtual_network" "claims" {
  name                = "vnet-claims"
  location            = "westeurope"
  resource_group_name = "rg"
  address_space       = ["10.40.0.0/16"]
}
resource "azurerm_subnet" "nodes" {
  name                 = "snet-nodes"
  resource_group_name  = "rg"
  virtual_network_name = azurerm_virtual_network.claims.name
  address_prefixes     = ["10.40.1.0/24"]
}
resource "azurerm_network_security_group" "nodes" {
  name                = "nsg-nodes"
  location            = "westeurope"
  resource_group_name = "rg"
}
resource "azurerm_subnet_network_security_group_association" "nodes" {
  subnet_id                 = azurerm_subnet.nodes.id
  network_security_group_id = azurerm_network_security_group.nodes.id
}
resource "azurerm_network_security_rule" "aml" {
  ${ruleBody({ repeats: '' }, 'AllowMl')}
}
resource "azurerm_machine_learning_compute_instance" "anna" {
  name                          = "anna"
  machine_learning_workspace_id = "/subscriptions/0a0a/resourceGroups/rg/providers/Microsoft.MachineLearningServices/workspaces/mlw"
  subnet_resource_id            = azurerm_subnet.nodes.id
}
${rules.map((rule, at) => `resource "azurerm_network_security_rule" "r${at}" {\n  ${ruleBody(rule, `rule-${at}`, 200 + at)}\n}`).join('\n')}
`;

function ruleBody({ repeats, name, priority, port = '443' }: Rule, usual: string, at = 100): string {
  return `${repeats}
  name                        = "${name ?? usual}"
  priority                    = ${priority ?? at}
  direction                   = "Outbound"
  access                      = "Allow"
  protocol                    = "Tcp"
  source_port_range           = "*"
  destination_port_range      = "${port}"
  source_address_prefix       = "*"
  destination_address_prefix  = "AzureMachineLearning"
  resource_group_name         = "rg"
  network_security_group_name = azurerm_network_security_group.nodes.name`;
}

const bicep = (rules: readonly Rule[]): string => `
param extra bool
param prefix string
resource nsg 'Microsoft.Network/networkSecurityGroups@2024-05-01' = {
  name: 'nsg-nodes'
  location: 'westeurope'
}
resource vnet 'Microsoft.Network/virtualNetworks@2024-05-01' = {
  name: 'vnet-claims'
  location: 'westeurope'
  properties: {
    addressSpace: { addressPrefixes: ['10.40.0.0/16'] }
    subnets: [
      { name: 'snet-nodes', properties: { addressPrefix: '10.40.1.0/24', networkSecurityGroup: { id: nsg.id } } }
    ]
  }
}
${[{ repeats: '', name: 'AllowMl', priority: 100 }, ...rules]
  .map(
    (rule: Rule, at) => `
resource r${at} 'Microsoft.Network/networkSecurityGroups/securityRules@2024-05-01' = ${rule.repeats}{
  parent: nsg
  name: '${rule.name ?? `rule-${at}`}'
  properties: {
    priority: ${rule.priority ?? 200 + at}
    direction: 'Outbound'
    access: 'Allow'
    protocol: 'Tcp'
    sourcePortRange: '*'
    destinationPortRange: '${rule.port ?? '443'}'
    sourceAddressPrefix: '*'
    destinationAddressPrefix: 'AzureMachineLearning'
  }
}`,
  )
  .join('\n')}
`;

/** Returns the outcomes of both checks of the NSG, and findings of repeated values. */
async function outcomes(file: string, text: string): Promise<readonly (string | undefined)[]> {
  const { check } = await analyzed({ [file]: text, './': file });
  const results = check.subjects[0]?.results ?? [];
  const twice = check.subjects.flatMap(({ findings }) =>
    findings.filter(({ check: id, text: { key } }) => id.startsWith('duplicate') || /same/i.test(key)),
  );
  return [
    ...['nsg-rule-limits', 'nsg-rule-wellformed'].map(
      (id) => results.find(({ requirement }) => requirement === id)?.outcome.is,
    ),
    ...twice.map((one) => one.check),
  ];
}

const once = [
  'count = var.extra ? 1 : 0',
  'count = var.n',
  'for_each = var.all',
  'for_each = var.extra ? toset(["a"]) : toset([])',
];
const several = ['count = var.n', 'for_each = var.all'];

describe('a rule with an unknown count', () => {
  it.each(
    once.flatMap((repeats) =>
      ['rule', '${var.prefix}-rule', '${lower(var.prefix)}'].map((name) => [repeats, name]),
    ),
  )('%s, named %s: exists at most once, so both checks are decided', async (repeats = '', name) => {
    expect(await outcomes('main.tf', terraform([{ repeats, name }]))).toEqual(['passed', 'passed']);
  });

  it.each(several)('%s, with a name for each: the number of rules isn’t known', async (repeats) => {
    const name = repeats.startsWith('count') ? 'rule-${count.index}' : 'rule-${each.key}';
    expect(await outcomes('main.tf', terraform([{ repeats, name }]))).toEqual(['unknown', 'unknown']);
  });

  it.each(once)('%s: a value that Azure rejects is reported', async (repeats) => {
    const rule = { repeats, name: '${var.prefix}-rule', port: '70000' };
    expect(await outcomes('main.tf', terraform([rule]))).toEqual(['passed', 'failed']);
  });
});

const routes = (rules: readonly (readonly [name: string, repeats: string])[]): string => `
${terraform([])}
resource "azurerm_route_table" "nodes" {
  name                = "rt-nodes"
  location            = "westeurope"
  resource_group_name = "rg"
}
resource "azurerm_subnet_route_table_association" "nodes" {
  subnet_id      = azurerm_subnet.nodes.id
  route_table_id = azurerm_route_table.nodes.id
}
${rules
  .map(
    ([name, repeats], at) => `resource "azurerm_route" "r${at}" {
  ${repeats}
  name                = "${name}"
  resource_group_name = "rg"
  route_table_name    = azurerm_route_table.nodes.name
  address_prefix      = "0.0.0.0/0"
  next_hop_type       = "Internet"
}`,
  )
  .join('\n')}
`;

describe('two routes with the same destination', () => {
  const found = async (one: string, other: string, names: readonly [string, string] = ['a', 'b']) =>
    (
      await outcomes(
        'main.tf',
        routes([
          [names[0], one],
          [names[1], other],
        ]),
      )
    ).slice(2);

  it('may exclude each other, and aren’t reported then', async () => {
    expect(await found('count = var.extra ? 1 : 0', 'count = var.extra ? 0 : 1')).toEqual([]);
    expect(
      await found('count = var.extra ? 1 : 0', 'count = var.extra ? 0 : 1', ['default', 'default']),
    ).toEqual([]);
  });

  it('are reported if one of them certainly exists', async () => {
    expect(await found('', '')).toEqual(['duplicate-route']);
    expect(await found('', 'count = var.n')).toEqual(['duplicate-route']);
    expect(await found('count = var.n', '')).toEqual(['duplicate-route']);
  });
});

describe('two rules with the same priority', () => {
  const either = (language: 'bicep' | 'terraform', first: string, second: string) => {
    const rules = [
      { repeats: first, priority: 300 },
      { repeats: second, priority: 300 },
    ];
    return language === 'bicep'
      ? outcomes('main.bicep', bicep(rules))
      : outcomes('main.tf', terraform(rules));
  };

  it('may exclude each other, so it isn’t known whether Azure rejects them', async () => {
    const undecided = ['passed', 'unknown'];
    expect(await either('bicep', 'if (extra) ', 'if (!extra) ')).toEqual(undecided);
    expect(await either('terraform', 'count = var.extra ? 1 : 0', 'count = var.extra ? 0 : 1')).toEqual(
      undecided,
    );
  });

  it('may exclude each other with the same name, too', async () => {
    const rules = (first: string, second: string) => [
      { repeats: first, name: 'same', priority: 300 },
      { repeats: second, name: 'same', priority: 300 },
    ];
    const [, bicepRules] = await outcomes('main.bicep', bicep(rules('if (extra) ', 'if (!extra) ')));
    expect(bicepRules).not.toBe('failed');
    const ofTerraform = rules('count = var.extra ? 1 : 0', 'count = var.extra ? 0 : 1');
    expect((await outcomes('main.tf', terraform(ofTerraform)))[1]).not.toBe('failed');
  });

  it('are rejected if one of them certainly exists', async () => {
    const failed = ['passed', 'failed', 'duplicate-priority'];
    expect(await either('bicep', 'if (extra) ', '')).toEqual(failed);
    expect(await either('bicep', '', 'if (extra) ')).toEqual(failed);
    expect(await either('bicep', '', '')).toEqual(failed);
    expect(await either('terraform', 'count = var.extra ? 1 : 0', '')).toEqual(failed);
    expect(await either('terraform', '', '')).toEqual(failed);
  });
});
