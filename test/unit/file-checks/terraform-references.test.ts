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
  expect(reserved?.outcome.is).toBe('met');
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
