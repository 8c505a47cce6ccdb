import { describe, expect, test } from 'vitest';
import { shownValues, terraformFolder } from '../../../support/terraform-folder';

const unknown = (key: string) => ({ $unknown: key });

test.each(['local.tag', 'var.other', 'azurerm_subnet.a.id', 'module.m.id', 'data.azurerm_subnet.a.id'])(
  'the default of a variable can’t refer to %s, as in Terraform',
  (reference) => {
    const folder = terraformFolder(`
locals {
  tag = "x"
}
variable "other" {
  default = "x"
}
variable "named" {
  default = { id = ${reference} }
}
resource "azurerm_subnet" "b" {
  name = var.named.id
}
`);
    expect(folder.faults.map(({ key }) => key)).toEqual(['unknown.terraform.default']);
    expect(shownValues(folder)).toMatchObject({
      'azurerm_subnet.b': { name: { $unknown: expect.any(String) as string } },
    });
  },
);

describe('a folder of Terraform', () => {
  test('has the instances of count and for_each, with dynamic blocks expanded', () => {
    const folder = terraformFolder(`
variable "rules" {
  type    = map(object({ priority = number, port = optional(string, "*") }))
  default = { deny = { priority = 4096 }, aml = { priority = "100", port = 44224 } }
}
resource "azurerm_network_security_group" "this" {
  for_each = toset(["b", "a"])
  name     = "nsg-\${each.key}"
  dynamic "security_rule" {
    for_each = var.rules
    content {
      name     = security_rule.key
      priority = security_rule.value.priority
      port     = security_rule.value.port
    }
  }
}
resource "azurerm_subnet" "s" {
  count            = 2
  address_prefixes = [cidrsubnet("10.0.0.0/16", 8, count.index)]
}
`);
    const rules = [
      { name: 'aml', priority: 100, port: '44224' },
      { name: 'deny', priority: 4096, port: '*' },
    ];
    expect(folder.faults).toEqual([]);
    expect(shownValues(folder)).toEqual({
      'azurerm_network_security_group.this["a"]': { name: 'nsg-a', security_rule: rules },
      'azurerm_network_security_group.this["b"]': { name: 'nsg-b', security_rule: rules },
      'azurerm_subnet.s[0]': { address_prefixes: ['10.0.0.0/24'] },
      'azurerm_subnet.s[1]': { address_prefixes: ['10.0.1.0/24'] },
    });
  });

  test('resolves attributes that only Azure knows by address, through modules too', () => {
    const { resources } = terraformFolder({
      'main.tf': `
module "net" {
  source = "./modules/net"
  name   = "training"
}
resource "azurerm_subnet_network_security_group_association" "a" {
  subnet_id                 = module.net.subnet_ids["training"]
  network_security_group_id = one(azurerm_network_security_group.g[*].id)
}
resource "azurerm_network_security_group" "g" {
  count = var.create ? 1 : 0
}
variable "create" {}
`,
      'modules/net/main.tf': `
variable "name" {}
resource "azurerm_subnet" "this" {
  for_each = { (var.name) = 1 }
  name     = each.key
}
output "subnet_ids" { value = { for k, s in azurerm_subnet.this : k => s.id } }
`,
    });
    const symbol = (address: string, name: string): unknown => {
      const value = resources.find((one) => one.address === address)?.values.members.get(name);
      return value?.is === 'unknown' ? value.symbol : value;
    };
    const association = 'azurerm_subnet_network_security_group_association.a';
    expect(symbol(association, 'subnet_id')).toBe('module.net.azurerm_subnet.this["training"].id');
    expect(symbol(association, 'network_security_group_id')).toBe('azurerm_network_security_group.g[*].id');
    const group = resources.find(({ address }) => address === 'azurerm_network_security_group.g[*]');
    expect(group?.isDeployed).toEqual({
      known: false,
      because: { key: 'unknown.variable', values: { name: 'create' } },
    });
    expect(resources.find(({ modules }) => modules.length > 0)?.modules).toEqual(['net']);
  });

  test('reads variable files in Terraform’s order of precedence, and options last', () => {
    const files = {
      'main.tf': ['a', 'b', 'c', 'd', 'e']
        .map((name) => `variable "${name}" { default = "default" }`)
        .concat('resource "t" "r" { all = [var.a, var.b, var.c, var.d, var.e] }')
        .join('\n'),
      'terraform.tfvars': 'b = "tfvars"\nc = "tfvars"\nd = "tfvars"\ne = "tfvars"\n',
      'x.auto.tfvars.json': '{"c": "auto", "d": "auto", "e": "auto"}',
      'named.tfvars': 'd = "named"\ne = "named"\n',
    };
    const folder = terraformFolder(files, {
      variableFiles: ['named.tfvars'],
      variables: new Map([['e', 'option']]),
    });
    expect(folder.faults).toEqual([]);
    expect(shownValues(folder)).toEqual({
      't.r': { all: ['default', 'tfvars', 'auto', 'named', 'option'] },
    });
  });

  test('reads registry modules from the folder of terraform init, and names the others', () => {
    const files = {
      'main.tf': `
module "here" { source = "Azure/network/azurerm" }
module "elsewhere" { source = "git::https://example.com/net.git" }
resource "t" "r" {
  here      = module.here.id
  elsewhere = module.elsewhere.subnet_id
}
`,
      '.terraform/modules/modules.json':
        '{"Modules":[{"Key":"","Dir":"."},{"Key":"here","Dir":".terraform/modules/here"}]}',
      '.terraform/modules/here/main.tf': 'output "id" { value = "known" }',
    };
    const folder = terraformFolder(files);
    expect(shownValues(folder)).toEqual({
      't.r': { here: 'known', elsewhere: unknown('unknown.terraformModule') },
    });
    expect(folder.unreadModules.map(({ address, source }) => ({ address, source }))).toEqual([
      { address: 'module.elsewhere', source: 'git::https://example.com/net.git' },
    ]);
  });

  test('reads JSON, and overrides replace arguments and blocks', () => {
    const folder = terraformFolder({
      'net.tf.json': JSON.stringify({
        locals: { prefix: '10.0.0.0/16' },
        resource: {
          azurerm_virtual_network: {
            v: { name: 'v', address_space: ['${local.prefix}'], subnet: { name: 'a' } },
          },
        },
      }),
      'net_override.tf':
        'resource "azurerm_virtual_network" "v" {\n  name = "w"\n  subnet { name = "b" }\n}\n',
    });
    expect(folder.faults).toEqual([]);
    expect(shownValues(folder)).toEqual({
      'azurerm_virtual_network.v': {
        name: 'w',
        address_space: ['10.0.0.0/16'],
        subnet: [{ name: 'b' }],
      },
    });
  });

  test('has the ranges of values, and the arguments in ignore_changes', () => {
    const text = `locals { ports = ["44224"] }
resource "t" "r" {
  provider = azurerm.hub
  port     = local.ports[0]
  lifecycle { ignore_changes = [tags["x"], port] }
}
`;
    const [resource] = terraformFolder(text).resources;
    const start = text.indexOf('"44224"');
    expect(resource?.values.members.get('port')?.from).toEqual({ file: 'main.tf', start, end: start + 7 });
    expect(resource).toMatchObject({ provider: 'azurerm.hub', ignoreChanges: ['tags["x"]', 'port'] });
  });

  test('ends if modules call themselves or values are in a cycle', () => {
    const folder = terraformFolder({
      'main.tf':
        'module "a" { source = "./a" }\nlocals {\n  x = local.y\n  y = local.x\n}\nresource "t" "r" { v = local.x }',
      'a/main.tf': 'module "b" { source = "../b" }',
      'b/main.tf': 'module "a" { source = "../a" }',
    });
    expect(folder.unreadModules.map(({ because }) => because.key)).toEqual(['unknown.cycle']);
    expect(shownValues(folder)).toEqual({ 't.r': { v: unknown('unknown.cycle') } });
  });
});
