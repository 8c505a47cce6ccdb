import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { statusOf } from '../../../src/core/check-result';
import { analyzed } from './analyzed';
import { comparable } from './comparable';

const read = (name: string): string => readFileSync(`test/fixtures/terraform/${name}/main.tf`, 'utf8');
const folder = (text: string) => ({ 'main.tf': text, './': 'main.tf' });

/** Returns the statuses of some requirements in the only subnet for Azure ML. */
async function statuses(text: string, ...requirements: readonly string[]) {
  const { check } = await analyzed(folder(text));
  const [one] = check.subjects;
  return requirements.map((id) => {
    const found = one?.results.find(({ requirement }) => requirement === id);
    return found && statusOf(found.outcome);
  });
}

describe('a type of azapi', () => {
  const text = read('azapi-network');

  it('has the results of its resource without a known version too', async () => {
    const open = `${text.replaceAll(/@20[\d-]+"/g, '@${var.api}"')}\nvariable "api" {}\n`;
    const results = async (of: string) => (await comparable(folder(of))).map((one) => one.results);
    expect(await results(open)).toEqual(await results(text));
  });

  it('that isn’t known is reported, because it could be anything', async () => {
    const open = `${text}\nvariable "type" {}\nresource "azapi_resource" "other" {\n  type = var.type\n  name = "other"\n}\n`;
    const { missingModules } = await analyzed(folder(open));
    expect(missingModules.map(({ name, because }) => [name, because.key])).toEqual([
      ['azapi_resource.other', 'unknown.terraform.type'],
    ]);
  });
});

describe('a rule whose NSG isn’t known', () => {
  const text = read('azapi-network').replace(/resource "azapi_update_resource" [\s\S]*?\n}\n/, '');
  const open = (all: string): string =>
    `${all.replace('network_security_group_name = "nsg-nodes"', 'network_security_group_name = var.nsg')}\nvariable "nsg" {}\n`;
  const requirements = ['outbound-storage-443', 'outbound-mcr-443'];

  it('makes only results unknown that it could change', async () => {
    expect(await statuses(text, ...requirements)).toEqual(['open', 'fine']);
    expect(await statuses(open(text), ...requirements)).toEqual(['unknown', 'fine']);
  });

  it('isn’t in another NSG of the files if it refers to a data source', async () => {
    const data =
      'data "azurerm_network_security_group" "hub" {\n  name = var.nsg\n  resource_group_name = "rg-claims"\n}\n';
    const other = open(text).replace(
      'network_security_group_name = var.nsg',
      'network_security_group_name = data.azurerm_network_security_group.hub.name',
    );
    expect(await statuses(`${other}\n${data}`, ...requirements)).toEqual(['fine', 'fine']);
  });
});

it('an update and an association that disagree make the property unknown, in any order', async () => {
  const other = `
resource "azurerm_route_table" "other" {
  name                = "rt-other"
  location            = "North Europe"
  resource_group_name = "rg-claims"
}
resource "azurerm_subnet_route_table_association" "nodes" {
  subnet_id      = "\${azapi_resource.network.id}/subnets/snet-nodes"
  route_table_id = azurerm_route_table.other.id
}
`;
  for (const text of [`${read('azapi-network')}${other}`, `${other}${read('azapi-network')}`]) {
    const { check, terraform } = await analyzed(folder(text));
    expect(check.subjects[0]?.subnet.routeTable.known).toBe(false);
    expect(terraform?.conflicts.map(({ kind }) => kind)).toEqual(['update']);
  }
});

it('associations with opposite conditions are one unknown association, not a conflict', async () => {
  const opposite = read('associations').replace(
    /(resource "azurerm_subnet_network_security_group_association" )"nodes" (\{[^}]*\})/,
    (_, start: string, body: string) =>
      ['a", var.on ? 1 : 0', 'b", var.on ? 0 : 1']
        .map((one) => one.split('", '))
        .map(([name, count]) => `${start}"${name}" ${body.replace('{', `{\n  count = ${count}`)}\n`)
        .join(''),
  );
  const { check, terraform } = await analyzed(folder(`${opposite}\nvariable "on" {}\n`));
  expect(check.subjects[0]?.subnet.securityGroup).toMatchObject({
    known: false,
    because: { key: 'unknown.variable' },
  });
  expect(terraform?.conflicts).toEqual([]);
});

it('a module that configures its provider can be in another subscription', async () => {
  const [network = '', ...others] = read('associations').split(
    /\n(?=resource "azurerm_network_security_group")/,
  );
  const module = network
    .replace(/resource "azurerm_resource_group"[^}]*\}\n/, '')
    .replaceAll(/azurerm_resource_group\.claims\.\w+/g, '"rg-claims"');
  const subnet = 'output "subnet" {\n  value = azurerm_subnet.nodes.id\n}\n';
  const root = `resource "azurerm_resource_group" "claims" {\n  name = "rg-claims"\n  location = "North Europe"\n}\n${others.join('\n').replaceAll('azurerm_subnet.nodes.id', 'module.net.subnet')}\nmodule "net" {\n  source = "./net"\n}\n`;
  const statusWith = async (provider: string) => {
    const files = {
      'main.tf': root,
      './': 'main.tf',
      'net/main.tf': `${module}${subnet}${provider}`,
      'net/': 'main.tf',
    };
    const { check } = await analyzed(files);
    const found = check.subjects[0]?.results.find(
      ({ requirement }) => requirement === 'vnet-same-subscription',
    );
    return found && statusOf(found.outcome);
  };
  expect(await statusWith('')).toBe('fine');
  expect(await statusWith('provider "azurerm" {\n  subscription_id = var.hub\n}\n')).toBe('unknown');
});

it('a resource that is declared twice is reported', async () => {
  const { faults } = await analyzed(
    folder(`${read('associations')}\nresource "azurerm_subnet" "nodes" {}\n`),
  );
  expect(faults).toMatchObject([
    { key: 'documents.terraform.duplicate', values: { name: 'azurerm_subnet.nodes' } },
  ]);
});

it('arguments that Azure might have changed since are an assumption, but only those that results depend on', async () => {
  const block = (list: string): string =>
    read('associations').replace(
      /(resource "azurerm_network_security_group" "nodes" \{\n)/,
      `$1  lifecycle {\n    ignore_changes = ${list}\n  }\n`,
    );
  const assumed = async (list: string) => {
    const { check } = await analyzed(folder(block(list)));
    const all = check.subjects[0]?.assumed.filter(({ key }) => /Changes$/.test(key)) ?? [];
    return all.map(({ key, values }) => [key, values]);
  };
  const name = 'azurerm_network_security_group.nodes';
  expect(await assumed('[tags]')).toEqual([]);
  expect(await assumed('[tags, security_rule]')).toEqual([
    ['file.assumed.ignoredChanges', { name, arguments: ['security_rule'] }],
  ]);
  expect(await assumed('all')).toEqual([['file.assumed.allChanges', { name }]]);
});

describe('the parent of an azapi resource', () => {
  const text = read('azapi-network');
  const parent = 'parent_id = azapi_resource.workspace.id';

  it('is the same if it’s referenced by an output', async () => {
    const output = text.replace(parent, 'parent_id = azapi_resource.workspace.output.id');
    expect(await comparable(folder(output))).toEqual(await comparable(folder(text)));
  });

  it('doesn’t make an unknown name invalid if it’s unknown', async () => {
    const open = text
      .replace(parent, 'parent_id = var.ws')
      .replace('"cpu"\n', '"cp-${substr(var.ws, -4, -1)}"\n');
    const all = `${open}\nvariable "ws" {}\n`;
    expect(await statuses(all, 'compute-name-format')).not.toEqual(['open']);
  });
});
