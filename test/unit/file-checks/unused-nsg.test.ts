import { expect, it } from 'vitest';
import { anySubnet } from '../../../src/documents/model/any-subnet';
import { denyOut, inFolder, securityGroup, terraformBase } from '../../support/terraform-network';
import { messagesIn } from '../../support/messages-in';
import { formatReason } from '../../../src/wording/reason-text';
import { problemsOf } from '../../../src/file-checks/problems-of';
import { analyzed } from './analyzed';

/** Returns a rule of an NSG, whose side in the network is `near`. */
function rule(name: string, near: string, more: Partial<Record<string, string>> = {}): string {
  const values = {
    name,
    priority: '100',
    direction: 'Outbound',
    access: 'Allow',
    protocol: 'Tcp',
    source_port_range: '*',
    destination_port_range: '443',
    source_address_prefix: near,
    destination_address_prefix: 'AzureMachineLearning',
    ...more,
  };
  const lines = Object.entries(values).map(([key, value]) => `    ${key} = "${String(value)}"\n`);
  return `\n  security_rule {\n${lines.join('')}  }\n`;
}

function network(near: string): string {
  const rules = [
    rule('allow-aml', near),
    rule('allow-aml-in', 'AzureMachineLearning', {
      direction: 'Inbound',
      destination_port_range: '44224',
      destination_address_prefix: near,
    }),
    rule('allow-storage', near, { priority: '110', destination_address_prefix: 'Storage' }),
    rule('deny-in', '*', {
      priority: '4000',
      direction: 'Inbound',
      access: 'Deny',
      protocol: '*',
      destination_port_range: '*',
      destination_address_prefix: '*',
    }),
    rule(denyOut.name, '*', {
      priority: '4000',
      access: 'Deny',
      protocol: '*',
      destination_port_range: '*',
      destination_address_prefix: 'Internet',
    }),
  ];
  return terraformBase + securityGroup(rules.join(''));
}

/** The network, in which no subnet uses the NSG. */
const unassociated = (near: string): string =>
  network(near).replace(/resource "azurerm_subnet_network_security_group_association"[^]*?\n\}\n/, '');

async function subjectIn(main: string, name: string) {
  const { check } = await analyzed(inFolder({ 'main.tf': main }));
  return check.subjects.find(({ subnet }) => subnet.name === name);
}

const sides = ['*', 'VirtualNetwork', '10.40.2.0/24'];

it.each(sides)('an unused NSG has the flows of a subnet that uses it: rules of %s', async (near) => {
  const used = await subjectIn(network(near), 'snet-nodes');
  const unused = await subjectIn(unassociated(near), anySubnet);
  const outcomes = (subject: typeof used) =>
    Object.fromEntries(
      (subject?.results ?? [])
        .filter(({ requirement }) => /^(?:outbound|inbound-aml)-/.test(requirement))
        .filter(({ outcome }) => !['note', 'not-applicable'].includes(outcome.is))
        .map(({ requirement, outcome }) => [requirement, outcome.is]),
    );
  expect(outcomes(used)).toMatchObject({
    'outbound-aml-443': 'allowed',
    'outbound-storage-443': 'allowed',
    'outbound-arm-443': 'blocked',
    'inbound-aml-44224': 'allowed',
  });
  expect(outcomes(unused)).toMatchObject(outcomes(used));
});

it.each(sides)(
  'nothing else of its example subnet is reported or counts as passed: rules of %s',
  async (near) => {
    const unused = await subjectIn(unassociated(near), anySubnet);
    const others = (unused?.results ?? []).filter(
      ({ subject, outcome }) => subject === null && outcome.is !== 'not-applicable',
    );
    expect(others.map(({ requirement }) => requirement).toSorted()).toEqual([
      'inbound-none-for-npip',
      'nsg-rule-limits',
      'nsg-rule-wellformed',
      'outbound-default-open',
      'subnet-nsg-must-not-contradict-auto-nsg',
    ]);
  },
);

it('names the NSG and the example, with the addresses of its rules', async () => {
  const texts = async (near: string) =>
    (await subjectIn(unassociated(near), anySubnet))?.assumed.map((one) =>
      formatReason(messagesIn('en'), one),
    );
  expect(await texts('10.40.2.0/24')).toContain(
    'No subnet in the files uses nsg-nodes. Its rules are checked for an example subnet (10.40.2.0/24) without a route table or gateway.',
  );
  expect((await texts('*'))?.join(' ')).toContain('an example subnet (10.0.0.0/24)');
});

const missing = 'unassociated-security-group';

async function missingIn(main: string) {
  const { check } = await analyzed(inFolder({ 'main.tf': main }));
  return problemsOf(check)
    .filter(({ id }) => id === missing)
    .map(({ what }) => what);
}

it('is reported next to a subnet without an NSG', async () => {
  expect(await missingIn(unassociated('*'))).toEqual([
    { is: 'unassociated-group', group: 'nsg-nodes', subnets: ['snet-nodes'] },
  ]);
});

const subnet = /resource "azurerm_subnet" "nodes" \{[^]*?\n\}\n/;
const compute = /resource "azurerm_machine_learning_compute_cluster"[^]*?\n\}\n/;
const otherGroup = `
resource "azurerm_network_security_group" "other" {
  name                = "nsg-other"
  location            = azurerm_resource_group.claims.location
  resource_group_name = azurerm_resource_group.claims.name
}
resource "azurerm_subnet_network_security_group_association" "nodes" {
  subnet_id                 = azurerm_subnet.nodes.id
  network_security_group_id = OTHER
}
`;

it.each([
  ['a subnet uses it', network('*')],
  ['no subnet is in the files', unassociated('*').replace(subnet, '').replace(compute, '')],
  [
    'each subnet has an NSG',
    unassociated('*') + otherGroup.replace('OTHER', 'azurerm_network_security_group.other.id'),
  ],
  [
    'the NSG of a subnet isn’t known',
    `${unassociated('*')}${otherGroup.replace('OTHER', 'var.nsg')}\nvariable "nsg" {}\n`,
  ],
  ['a module isn’t read', `${unassociated('*')}\nmodule "association" {\n  source = "./missing"\n}\n`],
  ['it’s for another service', unassociated('*').replaceAll('AzureMachineLearning', 'Sql')],
  ['the subnet is for a gateway', unassociated('*').replace('"snet-nodes"', '"GatewaySubnet"')],
])('isn’t reported if %s', async (_, main) => {
  expect(await missingIn(main)).toEqual([]);
});
