import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { isUndecided } from '../../../src/file-checks/problem';
import { problemsOf } from '../../../src/file-checks/problems-of';
import { analyzed } from './analyzed';
import { comparable } from './comparable';

const read = (name: string): string => readFileSync(`test/fixtures/terraform/${name}/main.tf`, 'utf8');
const folder = (text: string, others: Readonly<Record<string, string>> = {}) => ({
  'main.tf': text,
  './': 'main.tf',
  ...others,
});

it('a JSON body of azapi 1.x with references equals the body of 2.x', async () => {
  const text = read('azapi-network');
  const encoded = text
    .replaceAll(/^ {2}body = \{$/gm, '  body = jsonencode({')
    .replaceAll(/(jsonencode\(\{\n(?: {4}.*\n)+) {2}\}\n/g, '$1  })\n');
  expect(encoded.match(/jsonencode/g)).toHaveLength(4);
  expect(await comparable(folder(encoded))).toEqual(await comparable(folder(text)));
});

it('modules with an empty provider configuration are in the subscription of the root', async () => {
  const hub = `
provider "azurerm" {
  features {}
}
resource "azurerm_virtual_network" "hub" {
  name                = "vnet-hub"
  location            = "North Europe"
  resource_group_name = azurerm_resource_group.hub.name
  address_space       = ["10.50.0.0/16"]
}
resource "azurerm_resource_group" "hub" {
  name     = "rg-hub"
  location = "North Europe"
}
output "group" {
  value = azurerm_resource_group.hub.name
}
output "name" {
  value = azurerm_virtual_network.hub.name
}
`;
  const root = `${read('associations')}
module "hub" {
  source = "./hub"
}
resource "azurerm_virtual_network_peering" "hub" {
  name                      = "hub-to-nodes"
  resource_group_name       = module.hub.group
  virtual_network_name      = module.hub.name
  remote_virtual_network_id = azurerm_virtual_network.claims.id
}
`;
  const peerings = async (provider: string) => {
    const files = folder(root, { 'hub/main.tf': `${provider}${hub}`, 'hub/': 'main.tf' });
    const { check } = await analyzed(files);
    return check.declared.model.virtualNetworks.map(({ name, peerings }) => [name, peerings.known]);
  };
  expect(await peerings('')).toEqual(
    expect.arrayContaining([
      ['vnet-claims', true],
      ['vnet-hub', true],
    ]),
  );
});

it('a name shows where its unknown parts begin and end', async () => {
  const named = read('associations').replace(
    '"snet-nodes"',
    '"gpu${random_pet.a.id}-${substr(var.b, 0, 2)}"',
  );
  const { check } = await analyzed(folder(`${named}\nvariable "b" {}\nresource "random_pet" "a" {}\n`));
  expect(check.subjects[0]?.subnet.name).toBe('gpu‹random_pet.a.id›-‹…›');
  // It can't be AzureFirewallSubnet.
  const reserved = check.subjects[0]?.results.find(
    ({ requirement }) => requirement === 'subnet-reserved-name',
  );
  expect(reserved?.outcome.is).toBe('passed');
});

it('an NSG that no subnet uses isn’t checked for what services allow', async () => {
  const text = read('separate-items')
    .replace(/resource "azurerm_subnet_network_security_group_association"[^}]*\}\n/, '')
    .replace(/(key_vault_id +=).*/, '$1 azurerm_key_vault.keys.id');
  const { check } = await analyzed(
    folder(`${text}
resource "azurerm_key_vault" "keys" {
  name                          = "kv"
  location                      = "North Europe"
  resource_group_name           = "rg-claims"
  network_acls {
    bypass                     = "None"
    default_action             = "Deny"
    virtual_network_subnet_ids = [azurerm_subnet.firewall.id]
  }
}
`),
  );
  expect(check.subjects.map(({ subnet }) => subnet.name)).toContain('any-subnet');
  const any = problemsOf(check).filter(({ subnet }) => subnet === 'any-subnet');
  const ids = any.filter(({ what }) => !isUndecided(what)).map(({ id }) => id);
  expect(ids.filter((id) => /^(keyvault|storage|acr)-/.test(id))).toEqual([]);
});

it.each(['associations', 'separate-items'])('%s: no reason shows how a name is computed', async (name) => {
  const computed = (_: string, start: string, text: string): string =>
    `${start}lower(join("-", [substr(var.b, 0, 2), "${text}"]))`;
  const text = `${read(name).replace(/^(\s+name\s+= )"([^"$]+)"$/gm, computed)}\nvariable "b" {}\n`;
  const { check } = await analyzed(folder(text));
  const reasons = check.subjects.flatMap(({ results, assumed }) => [
    ...results.flatMap(({ outcome }) => ('because' in outcome ? [outcome.because] : [])),
    ...assumed,
  ]);
  expect(reasons.length).toBeGreaterThan(10);
  const values = reasons.map((one) => JSON.stringify(one.values));
  expect(values.filter((one) => /substr|join/.test(one))).toEqual([]);
});

it('a network whose addresses aren’t known is the reason, not a service tag of that name', async () => {
  const data = `
data "azurerm_virtual_network" "claims" {
  name                = "vnet-claims"
  resource_group_name = "rg-claims"
}
data "azurerm_subnet" "nodes" {
  name                 = "snet-nodes"
  virtual_network_name = data.azurerm_virtual_network.claims.name
  resource_group_name  = "rg-claims"
}
resource "azurerm_network_security_group" "nodes" {
  name                = "nsg-nodes"
  location            = "North Europe"
  resource_group_name = "rg-claims"
}
resource "azurerm_subnet_network_security_group_association" "nodes" {
  subnet_id                 = data.azurerm_subnet.nodes.id
  network_security_group_id = azurerm_network_security_group.nodes.id
}
resource "azurerm_machine_learning_compute_instance" "anna" {
  name                          = "anna"
  machine_learning_workspace_id = "/subscriptions/0a0a/resourceGroups/rg-claims/providers/Microsoft.MachineLearningServices/workspaces/mlw"
  virtual_machine_size          = "STANDARD_DS3_V2"
  subnet_resource_id            = data.azurerm_subnet.nodes.id
}
`;
  // A default route makes the tag VirtualNetwork everything, and the network's own addresses are still unknown.
  const routed = `${data}
resource "azurerm_route_table" "nodes" {
  name                = "rt-nodes"
  location            = "North Europe"
  resource_group_name = "rg-claims"
  route {
    name           = "default"
    address_prefix = "0.0.0.0/0"
    next_hop_type  = "Internet"
  }
}
resource "azurerm_subnet_route_table_association" "nodes" {
  subnet_id      = data.azurerm_subnet.nodes.id
  route_table_id = azurerm_route_table.nodes.id
}
`;
  for (const text of [data, routed]) {
    const { check } = await analyzed(folder(text));
    const results = check.subjects.flatMap((one) => one.results);
    const unknown = results.flatMap(({ outcome }) => ('because' in outcome ? [outcome.because] : []));
    expect(unknown.length).toBeGreaterThan(3);
    expect(unknown.filter(({ key }) => key === 'unknown.tag')).toEqual([]);
  }
});

const dataSubnet = `
data "azurerm_subnet" "nodes" {
  name                 = "snet-nodes"
  virtual_network_name = "vnet-claims"
  resource_group_name  = "rg-claims"
}
resource "azurerm_machine_learning_compute_instance" "anna" {
  name                          = "anna"
  machine_learning_workspace_id = "/subscriptions/0a0a/resourceGroups/rg-claims/providers/Microsoft.MachineLearningServices/workspaces/mlw"
  virtual_machine_size          = "STANDARD_DS3_V2"
  subnet_resource_id            = data.azurerm_subnet.nodes.id
}
`;

/** Associates a resource of the folder with the subnet. */
function associating(type: string, argument: string, inside: string): string {
  return `
resource "azurerm_${type}" "nodes" {
  name                = "of-nodes"
  location            = "North Europe"
  resource_group_name = "rg-claims"
${inside}}
resource "azurerm_subnet_${argument}_association" "nodes" {
  subnet_id = data.azurerm_subnet.nodes.id
  ${argument}_id = azurerm_${type}.nodes.id
}
`;
}

const denyAll = `  security_rule {
    name                       = "deny"
    priority                   = 4000
    direction                  = "Outbound"
    access                     = "Deny"
    protocol                   = "*"
    source_port_range          = "*"
    destination_port_range     = "*"
    source_address_prefix      = "*"
    destination_address_prefix = "*"
  }
`;
const noHop = `  route {
    name           = "none"
    address_prefix = "0.0.0.0/0"
    next_hop_type  = "None"
  }
`;

it.each([
  ['an NSG', associating('network_security_group', 'network_security_group', denyAll), 'outbound-arm-443'],
  ['a route table', associating('route_table', 'route_table', noHop), 'outbound-arm-443'],
] as const)(
  '%s that the files associate to a subnet of a data source is checked',
  async (_, associated, id) => {
    const { check } = await analyzed(folder(dataSubnet + associated));
    const found = check.subjects.flatMap(({ results }) =>
      results.filter(({ requirement }) => requirement === id),
    );
    expect(found.map(({ outcome }) => outcome.is)).toEqual(['blocked']);
  },
);

/** Updates the subnet of the data source, by its ID or by its name and network. */
const updates = (body: string): readonly string[] =>
  [
    '  resource_id = data.azurerm_subnet.nodes.id',
    '  name        = "snet-nodes"\n  parent_id   = data.azurerm_virtual_network.claims.id',
  ].map(
    (target) => `
data "azurerm_virtual_network" "claims" {
  name                = "vnet-claims"
  resource_group_name = "rg-claims"
}
resource "azapi_update_resource" "nodes" {
  type        = "Microsoft.Network/virtualNetworks/subnets@2024-05-01"
${target}
  body = {
    properties = {
      ${body}
    }
  }
}
`,
  );

it.each([
  ['defaultOutboundAccess = false', 'subnet-no-delegation', 'unknown'],
  [
    'delegations = [{ name = "web", properties = { serviceName = "Microsoft.Web/serverFarms" } }]',
    'subnet-no-delegation',
    'failed',
  ],
  ['delegations = []', 'subnet-no-delegation', 'passed'],
  ['addressPrefixes = ["10.40.2.0/30"]', 'subnet-minimum-prefix', 'failed'],
  ['privateEndpointNetworkPolicies = "Enabled"', 'subnet-no-delegation', 'unknown'],
  ['serviceEndpoints = [{ service = "Microsoft.Sql" }]', 'subnet-no-delegation', 'unknown'],
  ['serviceEndpointPolicies = []', 'subnet-no-delegation', 'unknown'],
  ['networkSecurityGroup = null', 'subnet-no-delegation', 'unknown'],
] as const)('an update of azapi to a subnet of a data source is checked: %s', async (body, id, outcome) => {
  for (const update of updates(body)) {
    const { check } = await analyzed(folder(dataSubnet + update));
    const results = check.subjects.flatMap((one) => one.results);
    const found = results.filter(({ requirement }) => requirement === id);
    expect(found.map((one) => one.outcome.is)).toEqual([outcome]);
  }
});

it('a subnet of a data source to which nothing is associated is listed as not in the files', async () => {
  const { check } = await analyzed(folder(dataSubnet));
  expect(check.subjects).toEqual([]);
});
