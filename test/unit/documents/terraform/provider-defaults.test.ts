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
