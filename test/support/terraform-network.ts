/** A network of azurerm with a cluster and a NAT gateway. `forms` adds the NSG and its rules. */
export const terraformBase = `resource "azurerm_resource_group" "claims" {
  name     = "rg-claims"
  location = "North Europe"
}

resource "azurerm_virtual_network" "claims" {
  name                = "vnet-claims"
  location            = azurerm_resource_group.claims.location
  resource_group_name = azurerm_resource_group.claims.name
  address_space       = ["10.40.0.0/16"]
}

resource "azurerm_subnet" "nodes" {
  name                 = "snet-nodes"
  resource_group_name  = azurerm_resource_group.claims.name
  virtual_network_name = azurerm_virtual_network.claims.name
  address_prefixes     = ["10.40.2.0/24"]
}

resource "azurerm_machine_learning_workspace" "claims" {
  name                    = "mlw-claims"
  location                = azurerm_resource_group.claims.location
  resource_group_name     = azurerm_resource_group.claims.name
  application_insights_id = "/subscriptions/0a0a/resourceGroups/rg-claims/providers/Microsoft.Insights/components/appi"
  key_vault_id            = "/subscriptions/0a0a/resourceGroups/rg-claims/providers/Microsoft.KeyVault/vaults/kv"
  storage_account_id      = "/subscriptions/0a0a/resourceGroups/rg-claims/providers/Microsoft.Storage/storageAccounts/st"

  identity {
    type = "SystemAssigned"
  }
}

resource "azurerm_machine_learning_compute_cluster" "cpu" {
  name                          = "cpu"
  location                      = azurerm_resource_group.claims.location
  machine_learning_workspace_id = azurerm_machine_learning_workspace.claims.id
  vm_priority                   = "Dedicated"
  vm_size                       = "STANDARD_DS3_V2"
  subnet_resource_id            = azurerm_subnet.nodes.id

  scale_settings {
    min_node_count                       = 0
    max_node_count                       = 6
    scale_down_nodes_after_idle_duration = "PT10M"
  }
}

resource "azurerm_subnet_network_security_group_association" "nodes" {
  subnet_id                 = azurerm_subnet.nodes.id
  network_security_group_id = azurerm_network_security_group.nodes.id
}
`;

/** The network without outbound access of the subnet and its nodes. */
export const noOutbound = terraformBase
  .replace('["10.40.2.0/24"]', '["10.40.2.0/24"]\n  default_outbound_access_enabled = false')
  .replace('"PT10M"\n  }', '"PT10M"\n  }\n\n  node_public_ip_enabled = false');

export const natGateway = `
resource "azurerm_nat_gateway" "out" {
  name                = "ng-claims"
  location            = azurerm_resource_group.claims.location
  resource_group_name = azurerm_resource_group.claims.name
}

resource "azurerm_public_ip" "out" {
  name                = "pip-claims"
  location            = azurerm_resource_group.claims.location
  resource_group_name = azurerm_resource_group.claims.name
  allocation_method   = "Static"
}

resource "azurerm_nat_gateway_public_ip_association" "out" {
  nat_gateway_id       = azurerm_nat_gateway.out.id
  public_ip_address_id = azurerm_public_ip.out.id
}

resource "azurerm_subnet_nat_gateway_association" "nodes" {
  subnet_id      = azurerm_subnet.nodes.id
  nat_gateway_id = azurerm_nat_gateway.out.id
}
`;

/** Writes the NSG of the subnet, with the given content. */
export function securityGroup(inside = ''): string {
  return `
resource "azurerm_network_security_group" "nodes" {
  name                = "nsg-nodes"
  location            = azurerm_resource_group.claims.location
  resource_group_name = azurerm_resource_group.claims.name
${inside}}
`;
}

/** The properties of a rule. */
export interface RuleWords {
  readonly name: string;
  readonly priority: number;
  readonly direction: 'Inbound' | 'Outbound';
  readonly access: 'Allow' | 'Deny';
  readonly port: string;
  readonly destination: string;
}

export const denyOut: RuleWords = {
  name: 'deny-out',
  priority: 4000,
  direction: 'Outbound',
  access: 'Deny',
  port: '*',
  destination: 'Internet',
};

/** A rule whose tag is misspelled. */
export const misspelled: RuleWords = {
  ...denyOut,
  name: 'allow-aml',
  access: 'Allow',
  priority: 100,
  port: '443',
  destination: 'AzureMachineLearnin',
};

const separateTail = `
  resource_group_name         = azurerm_resource_group.claims.name
  network_security_group_name = azurerm_network_security_group.nodes.name
}
`;

function block(rule: RuleWords, indent: string): string {
  return [
    `name                       = "${rule.name}"`,
    `priority                   = ${String(rule.priority)}`,
    `direction                  = "${rule.direction}"`,
    `access                     = "${rule.access}"`,
    'protocol                   = "*"',
    'source_port_range          = "*"',
    `destination_port_range     = "${rule.port}"`,
    'source_address_prefix      = "*"',
    `destination_address_prefix = "${rule.destination}"`,
  ]
    .map((line) => indent + line)
    .join('\n');
}

/** Writes the arguments of a rule that come from an item of a loop. */
function looped(item: string, name: string, width: number): string {
  return [
    ['name', name],
    ['priority', `${item}.priority`],
    ['direction', `${item}.direction`],
    ['access', `${item}["access"]`],
    ['protocol', `lookup(${item}, "protocol", "*")`],
    ['source_port_range', '"*"'],
    ['destination_port_range', `${item}.port`],
    ['source_address_prefix', `try(${item}.source, "*")`],
    ['destination_address_prefix', `${item}.destination`],
  ]
    .map(([argument = '', value = '']) => `${argument.padEnd(width)} = ${value}`)
    .join('\n');
}

function indented(text: string, indent: string): string {
  return text.replace(/^(?=.)/gm, indent);
}

function mapItems(rules: readonly RuleWords[]): string {
  const width = Math.max(...rules.map(({ name }) => name.length));
  return rules
    .map(
      ({ name, priority, direction, access, port, destination }) =>
        `    ${name.padEnd(width)} = { priority = ${String(priority)}, direction = "${direction}", access = "${access}", protocol = "*", port = "${port}", source = "*", destination = "${destination}" }`,
    )
    .join('\n');
}

function listItems(rules: readonly RuleWords[], indent: string): string {
  return rules
    .map(({ name, priority, direction, access, port, destination }) =>
      [
        '{',
        `  name        = "${name}"`,
        `  priority    = ${String(priority)}`,
        `  direction   = "${direction}"`,
        `  access      = "${access}"`,
        '  protocol    = "*"',
        `  port        = "${port}"`,
        '  source      = "*"',
        `  destination = "${destination}"`,
        '},',
      ]
        .map((line) => indent + line)
        .join('\n'),
    )
    .join('\n');
}

function objectText(rule: RuleWords): string {
  const plural = ['source_port', 'destination_port'].map((one) => `${one}_ranges`);
  const prefixes = ['source_address_prefixes', 'destination_address_prefixes'];
  const groups = ['source', 'destination'].map((one) => `${one}_application_security_group_ids`);
  const lists = [...plural, ...prefixes, ...groups].map((name) => `${name.padEnd(42)} = []`);
  const own = block(rule, '').replaceAll(/^(\w+) +=/gm, (_, name: string) => `${name.padEnd(42)} =`);
  const members = [...own.split('\n'), `${'description'.padEnd(42)} = ""`, ...lists];
  return ['    {', ...members.map((line) => `      ${line}`), '    },'].join('\n');
}

/** Returns an NSG of azapi with rules in its body. */
function azapiGroup(rules: readonly RuleWords[], [opening, closing]: readonly [string, string]): string {
  const items = rules.map((one) => {
    const properties = [
      ['priority', String(one.priority)],
      ...Object.entries({
        direction: one.direction,
        access: one.access,
        protocol: '*',
        sourcePortRange: '*',
        destinationPortRange: one.port,
        sourceAddressPrefix: '*',
        destinationAddressPrefix: one.destination,
      }).map(([name, value]) => [name, `"${value}"`]),
    ].map(([name = '', value = '']) => `            ${name.padEnd(24)} = ${value}`);
    return `        {
          name = "${one.name}"
          properties = {
${properties.join('\n')}
          }
        }`;
  });
  return `
resource "azapi_resource" "nodes" {
  type      = "Microsoft.Network/networkSecurityGroups@2024-05-01"
  name      = "nsg-nodes"
  parent_id = azurerm_resource_group.claims.id
  location  = azurerm_resource_group.claims.location
  body = ${opening}
    properties = {
      securityRules = [
${items.join(',\n')}
      ]
    }
  ${closing}
}
`;
}

const azapiBase = (terraformBase + natGateway).replace(
  'azurerm_network_security_group.nodes.id',
  'azapi_resource.nodes.id',
);

type Files = Readonly<Record<string, string>>;

/** One NSG with rules, in each form that Terraform supports. */
export const ruleForms: Readonly<Record<string, (rules: readonly RuleWords[]) => Files>> = {
  'blocks of the NSG': (rules) => ({
    'main.tf':
      terraformBase +
      natGateway +
      securityGroup(rules.map((one) => `\n  security_rule {\n${block(one, '    ')}\n  }\n`).join('')),
  }),
  'separate resources': (rules) => ({
    'main.tf': terraformBase + natGateway + securityGroup(),
    'rules.tf': rules
      .map((one) => {
        const label = one.name.replaceAll('-', '_');
        const own = block(one, '  ');
        const aligned = own.replace(/^( {2}\w+) += /gm, (_, name: string) => `${name.padEnd(29)} = `);
        return `resource "azurerm_network_security_rule" "${label}" {\n${aligned}${separateTail}`;
      })
      .join('\n'),
  }),
  'a map of a variable': (rules) => ({
    'main.tf': `${terraformBase}${natGateway}${securityGroup()}
resource "azurerm_network_security_rule" "all" {
  for_each = var.rules

${indented(looped('each.value', 'each.key', 27), '  ')}${separateTail}`,
    'variables.tf': `variable "rules" {\n  type = map(any)\n  default = {\n${mapItems(rules)}\n  }\n}\n`,
  }),
  'a list of local values': (rules) => ({
    'main.tf':
      terraformBase +
      natGateway +
      securityGroup(`
  dynamic "security_rule" {
    for_each = { for one in local.rules : one.name => one }
    iterator = rule
    content {
${indented(looped('rule.value', 'rule.key', 26), '      ')}
    }
  }
`),
    'locals.tf': `locals {\n  rules = [\n${listItems(rules, '    ')}\n  ]\n}\n`,
  }),
  'a counted list': (rules) => ({
    'main.tf': `${terraformBase}${natGateway}${securityGroup()}
resource "azurerm_network_security_rule" "all" {
  count = length(local.rules)

${indented(looped('local.rules[count.index]', 'local.rules[count.index].name', 27), '  ')}${separateTail}`,
    'locals.tf': `locals {\n  rules = [\n${listItems(rules, '    ')}\n  ]\n}\n`,
  }),
  'a list that is an argument': (rules) => ({
    'main.tf':
      terraformBase +
      natGateway +
      securityGroup(`\n  security_rule = [\n${rules.map(objectText).join('\n')}\n  ]\n`),
  }),
  'the body of an azapi resource': (rules) => ({
    'main.tf': azapiBase + azapiGroup(rules, ['{', '}']),
  }),
  'a body of jsonencode': (rules) => ({
    'main.tf': azapiBase + azapiGroup(rules, ['jsonencode({', '})']),
  }),
  'a file of values': (rules) => ({
    'main.tf':
      terraformBase +
      natGateway +
      securityGroup(`
  dynamic "security_rule" {
    for_each = var.rules
    content {
${indented(looped('security_rule.value', 'security_rule.value.name', 26), '      ')}
    }
  }
`),
    'variables.tf': 'variable "rules" {\n  type    = any\n  default = []\n}\n',
    'prod.auto.tfvars': `rules = [\n${listItems(rules, '  ')}\n]\n`,
  }),
};

/** Files with the list of their folder, as an analysis requests it. */
export function inFolder(files: Files): Files {
  return { ...files, './': Object.keys(files).join('\n') };
}
