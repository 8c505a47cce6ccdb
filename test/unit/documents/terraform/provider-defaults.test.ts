import { expect, test } from 'vitest';
import { analyzed } from '../../file-checks/analyzed';

/** Returns the subnet's network policies, and the SKU of an address that its NAT gateway can't use. */
async function defaultsWith(version: string, module = '') {
  const constraint = (text: string): string => `
terraform {
  required_providers {
    azurerm = {
      source  = "hashicorp/azurerm"
      version = "${text}"
    }
  }
}`;
  const text = `${constraint(version)}
module "other" {
  source = "./other"
}
resource "azurerm_resource_group" "rg" {
  name     = "rg"
  location = "westeurope"
}
resource "azurerm_virtual_network" "vnet" {
  name                = "vnet"
  location            = "westeurope"
  resource_group_name = azurerm_resource_group.rg.name
  address_space       = ["10.0.0.0/16"]
}
# aml-secure-compute: cluster
resource "azurerm_subnet" "snet" {
  name                 = "snet"
  resource_group_name  = azurerm_resource_group.rg.name
  virtual_network_name = azurerm_virtual_network.vnet.name
  address_prefixes     = ["10.0.1.0/24"]
}
resource "azurerm_public_ip" "nat" {
  name                = "pip"
  location            = "westeurope"
  resource_group_name = azurerm_resource_group.rg.name
  allocation_method   = "Static"
}
resource "azurerm_nat_gateway" "nat" {
  name                = "ng"
  location            = "westeurope"
  resource_group_name = azurerm_resource_group.rg.name
}
resource "azurerm_nat_gateway_public_ip_association" "nat" {
  nat_gateway_id       = azurerm_nat_gateway.nat.id
  public_ip_address_id = azurerm_public_ip.nat.id
}
resource "azurerm_subnet_nat_gateway_association" "nat" {
  subnet_id      = azurerm_subnet.snet.id
  nat_gateway_id = azurerm_nat_gateway.nat.id
}
`;
  const other = { 'other/main.tf': module && constraint(module), 'other/': 'main.tf' };
  const files = { 'main.tf': text, './': 'main.tf', ...other };
  const { model } = (await analyzed(files)).check.declared;
  const [subnet] = model.virtualNetworks.flatMap(({ subnets }) => subnets);
  const [nat] = model.natGateways;
  const policies = subnet?.privateEndpointNetworkPolicies;
  return [policies?.known && policies.value, nat?.unlike?.sku.known && nat.unlike.sku.value];
}

// Before 4.0, a public IP address is Basic (terraform-provider-azurerm pull request 25217), and subnets have network
// policies for private endpoints (azurerm_subnet of 3.117, private_endpoint_network_policies).
test.each([
  ['~> 3.100', '', 'Enabled', 'Basic'],
  ['>= 3.0, < 4.0.0', '', 'Enabled', 'Basic'],
  ['>= 3.0', '~> 3.80', 'Enabled', 'Basic'],
  ['~> 4.1', '', 'Disabled', undefined],
  ['>= 3.0', '', 'Disabled', undefined],
])('defaults of azurerm %s with a module that allows "%s"', async (version, module, policies, unlike) => {
  expect(await defaultsWith(version, module)).toEqual([policies, unlike]);
});

async function publicAccessWith(version: string, argument = '') {
  const text = `
terraform {
  required_providers {
    azurerm = {
      source  = "hashicorp/azurerm"
      version = "${version}"
    }
  }
}
resource "azurerm_machine_learning_workspace" "mlw" {
  name                = "mlw"
  location            = "westeurope"
  resource_group_name = "rg"
  ${argument}
}
`;
  const [workspace] = (await analyzed({ 'main.tf': text, './': 'main.tf' })).check.declared.workspaces;
  const { publicAccess, onlyBehindEndpoint = false } = workspace?.access ?? {};
  return [publicAccess?.known && publicAccess.value, onlyBehindEndpoint];
}

// Before 4.0, a workspace isn't public unless the argument is set (pull request 18279). Before 3.24, that isn't sent.
test.each([
  ['>= 2.60.0', '', [true, false]],
  ['~> 2.60', '', [true, true]],
  ['= 3.0.2', '', [true, true]],
  ['3.23.0', '', [true, true]],
  ['~> 3.5.0', '', [true, true]],
  ['>= 3.0, < 3.24', '', [true, true]],
  ['~> 3.0', '', [false, false]],
  ['=3.117.0', '', [false, false]],
  ['>= 3.0, < 4.0', '', [false, false]],
  ['< 3.24.1', '', [false, false]],
  ['~> 3.90.0', 'public_network_access_enabled = true', [true, false]],
  ['~> 4.0', '', [true, false]],
  ['~> 5.0', '', [true, false]],
  ['~> 4.0', 'public_network_access_enabled = false', [false, false]],
] as const)(
  'public network access to a workspace of azurerm %s with "%s"',
  async (version, argument, expected) => {
    expect(await publicAccessWith(version, argument)).toEqual(expected);
  },
);
