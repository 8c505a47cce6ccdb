import type { BadInput } from './bad-input';

const tf = (text: string): BadInput => [['main.tf', `${text}\n`]];
const value = (expression: string): BadInput => tf(`resource "t" "r" {\n  v = ${expression}\n}`);

const network =
  'resource "azurerm_virtual_network" "v" {\n  name = "v"\n  location = "westeurope"\n  resource_group_name = "r"\n  address_space = ["10.0.0.0/8"]\n}\n';
const subnetBody =
  '  resource_group_name = "r"\n  virtual_network_name = "v"\n  address_prefixes = [cidrsubnet("10.0.0.0/8", 16, each.key)]\n';
const range = (size: number): string => `toset([for i in range(${size}) : tostring(i)])`;
const subnets = (size: number): string =>
  `resource "azurerm_subnet" "s" {\n  for_each = ${range(size)}\n  name = "s\${each.key}"\n${subnetBody}}\n`;
const rules = (size: number, group: string): string =>
  `resource "azurerm_network_security_rule" "a" {\n  for_each = ${range(size)}\n  name = "a\${each.key}"\n  resource_group_name = "r"\n  network_security_group_name = ${group}\n  priority = 100 + each.key\n  direction = "Outbound"\n  access = "Deny"\n  protocol = "Tcp"\n  source_address_prefix = "*"\n  source_port_range = "*"\n  destination_address_prefix = cidrsubnet("13.0.0.0/8", 20, each.key)\n  destination_port_range = "443"\n}\n`;
const clusters =
  'resource "azurerm_machine_learning_compute_cluster" "c" {\n  for_each = azurerm_subnet.s\n  name = "c${each.key}"\n  location = "westeurope"\n  machine_learning_workspace_id = "/subscriptions/0/resourceGroups/r/providers/Microsoft.MachineLearningServices/workspaces/w"\n  subnet_resource_id = each.value.id\n  vm_size = "STANDARD_DS3_V2"\n  vm_priority = "Dedicated"\n  scale_settings {\n    min_node_count = 0\n    max_node_count = 1\n    scale_down_nodes_after_idle_duration = "PT2M"\n  }\n}\n';
const group =
  'resource "azurerm_network_security_group" "g" {\n  name = "g"\n  location = "westeurope"\n  resource_group_name = "r"\n}\nresource "azurerm_subnet_network_security_group_association" "g" {\n  for_each = azurerm_subnet.s\n  subnet_id = each.value.id\n  network_security_group_id = azurerm_network_security_group.g.id\n}\n';

/** A plan with many resources, each of which refers to the previous one. */
const plan = (size: number, inside: unknown): string => {
  const resource = (at: number) => ({
    ...{ address: `azurerm_network_security_group.g${at}`, mode: 'managed' },
    ...{ type: 'azurerm_network_security_group', name: `g${at}` },
  });
  const all = Array.from({ length: size }, (_, at) => resource(at));
  const references = (at: number) => [
    `azurerm_network_security_group.g${Math.max(at - 1, 0)}.name`,
    'local.a',
  ];
  return JSON.stringify({
    format_version: '1.2',
    planned_values: {
      root_module: { resources: all.map((one) => ({ ...one, values: { location: inside } })) },
    },
    resource_changes: all.map((one) => ({
      ...one,
      change: { actions: ['create'], after_unknown: { id: true, name: true } },
    })),
    configuration: {
      root_module: {
        resources: all.map((one, at) => ({ ...one, expressions: { name: { references: references(at) } } })),
      },
    },
  });
};

/** Broken, huge, nested, and endless Terraform, which users can open by mistake. */
export const badTerraform: Readonly<Record<string, BadInput>> = {
  'half typed Terraform': tf('resource "azurerm_subnet" "s" {\n  name = "a'),
  'binary Terraform': [['main.tf', Uint8Array.from({ length: 500_000 }, (_, at) => (at * 7919) & 0xff)]],
  '5 MB of Terraform': tf('locals {\n  a = 1\n}\n'.repeat(300_000)),
  '5 MB of one line of Terraform': tf(`locals {\n  a = "${'x'.repeat(5_000_000)}"\n}`),
  '10,000 levels of Terraform': value(`${'['.repeat(10_000)}${']'.repeat(10_000)}`),
  '10,000 templates in templates': value(`${'"${'.repeat(10_000)}1${'}"'.repeat(10_000)}`),
  '10,000 blocks in blocks': tf(`${'a {\n'.repeat(10_000)}${'}\n'.repeat(10_000)}`),
  'count = 1e9': tf('resource "azurerm_subnet" "s" {\n  count = 1000000000\n}'),
  'Terraform texts that double': tf(
    `locals {\n  t0 = "x"\n${Array.from({ length: 60 }, (_, at) => `  t${at + 1} = "\${local.t${at}}\${local.t${at}}"`).join('\n')}\n}\nresource "t" "r" {\n  v = local.t60\n}`,
  ),
  'locals that are each other': tf('locals {\n  a = local.b\n  b = local.a\n}'),
  'a module of itself': tf('module "a" {\n  source = "./"\n}'),
  'Terraform subnets, 400': tf(`${network}${subnets(400)}${group}${clusters}`),
  'Terraform rules, 400': tf(
    `${network}${subnets(1)}${group}${clusters}${rules(400, 'azurerm_network_security_group.g.name')}`,
  ),
  'Terraform rules of an unknown group, 400': tf(
    `variable "g" {}\n${network}${subnets(20)}${group}${clusters}${rules(400, 'var.g')}`,
  ),
  'a plan of 400': [['plan.json', plan(400, 'westeurope')]],
  'a plan of 10,000 levels': [
    ['plan.json', plan(1, '…').replace('"…"', `${'['.repeat(10_000)}${']'.repeat(10_000)}`)],
  ],
  'a half written plan': [['plan.json', plan(20, 'westeurope').slice(0, -100)]],
};
