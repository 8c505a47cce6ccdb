import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { comparable } from './comparable';

/*
 * Injects one fault at a time into each of three Terraform networks. Every fault must add a result or a finding that
 * the network didn't have before.
 */

type Files = Readonly<Record<string, string>>;

const folder = 'test/fixtures/terraform-faults';

/** Returns the files of a network with the lists of their folders, as an analysis reads them. */
function filesOf(name: string): Files {
  const names = readdirSync(join(folder, name), { recursive: true }).map(String);
  const files = names.filter((file) => file.endsWith('.tf')).map((file) => file.replaceAll('\\', '/'));
  const texts = files.map((file) => [file, readFileSync(join(folder, name, file), 'utf8')] as const);
  const below = files.filter((file) => file.includes('/'));
  return {
    ...Object.fromEntries(texts.toSorted(([one], [other]) => one.indexOf('/') - other.indexOf('/'))),
    ...Object.fromEntries(
      below.map((file) => file.split('/')).map(([part, file = '']) => [`${part}/`, file]),
    ),
    './': 'main.tf',
  };
}

/** Returns the results and findings that aren't fine, with their severity and outcome. */
async function reported(files: Files): Promise<readonly string[]> {
  const subjects = await comparable(files);
  return subjects.flatMap(({ results, findings }) => [
    ...results.filter((one) => !/ (?:allowed|met|note|not-applicable)$/.test(one)),
    ...findings,
  ]);
}

type Fault = readonly [what: string, file: string, from: string | RegExp, to: string, expected: string];

const network = 'network/main.tf';

/** Patterns that match a rule on one line, and a resource block by type. */
const rule = (name: string): RegExp => new RegExp(`\\n *\\{ name = "${name}".*`);
const block = (type: string): RegExp => new RegExp(`\\nresource "${type}" "\\w+" \\{\\n[^]*?\\n\\}\\n`);

const delegation = `delegation {
    name = "web"
    service_delegation {
      name = "Microsoft.Web/serverFarms"
    }
  }
  address_prefixes `;

const faults: Readonly<Record<string, readonly Fault[]>> = {
  modules: [
    ['a rule removed', 'main.tf', rule('allow-aml'), '', 'outbound-aml-443 error'],
    ['a rule removed', 'main.tf', rule('allow-aml-relay'), '', 'outbound-aml-udp-5831 error'],
    ['a rule removed', 'main.tf', rule('allow-entra'), '', 'outbound-entra-80-443 error'],
    ['a rule removed', 'main.tf', rule('allow-arm'), '', 'outbound-arm-443 error'],
    ['another port', 'main.tf', '"5831"', '"5832"', 'outbound-aml-udp-5831 error'],
    ['another protocol', 'main.tf', '"Udp"', '"Tcp"', 'outbound-aml-udp-5831 error'],
    [
      'another region in a tag',
      'main.tf',
      'Management.WestEurope',
      'Management.EastUS',
      'outbound-batch-443 error',
    ],
    ['a misspelled tag', 'main.tf', 'ResourceManager"', 'ResourceManger"', 'misspelled-service-tag'],
    ['a prefix that is too small', network, 'space, 3, 5', 'space, 7, 7', 'subnet-free-ips-cluster warning'],
    [
      'a service endpoint removed',
      network,
      '["Microsoft.Storage"]',
      '[]',
      'storage-service-endpoint-same-subnet error',
    ],
    [
      'another subnet allowed',
      'main.tf',
      '["nodes"]]',
      '["endpoints"]]',
      'storage-service-endpoint-same-subnet error',
    ],
    [
      'trusted services removed',
      'main.tf',
      '["AzureServices"]',
      '["None"]',
      'storage-trusted-access warning',
    ],
    [
      'no NAT gateway',
      network,
      block('azurerm_subnet_nat_gateway_association'),
      '',
      'egress-explicit-for-npip error',
    ],
    [
      'a NAT gateway without an address',
      network,
      block('azurerm_nat_gateway_public_ip_association'),
      '',
      'nat-gateway-compat error',
    ],
    ['a rule that denies first', network, '= 4000', '= 99', 'contradicted-security-rule'],
    ['a duplicate priority', network, '100 + security_rule.key', '100', 'duplicate-priority'],
    ['a delegation', network, 'address_prefixes ', delegation, 'subnet-no-delegation error'],
    [
      'no private endpoint',
      'main.tf',
      block('azurerm_private_endpoint'),
      '',
      'npip-requires-private-endpoint error',
    ],
    ['a zone removed', 'main.tf', ', "privatelink.notebooks.azure.net"', '', 'dns-zones-linked error'],
    [
      'zones not linked',
      'main.tf',
      block('azurerm_private_dns_zone_virtual_network_link'),
      '',
      'dns-zones-linked error',
    ],
    ['another region', network, '= var.location', '= "northeurope"', 'vnet-same-region-cluster warning'],
    [
      'an address space that Docker uses',
      'main.tf',
      '10.40.0.0',
      '172.17.0.0',
      'vnet-docker-bridge-overlap error',
    ],
  ],
  azapi: [
    ['a rule removed', 'main.tf', rule('allow-batch'), '', 'outbound-batch-443 error'],
    ['another port', 'main.tf', '"5831"', '"5830"', 'outbound-aml-udp-5831 error'],
    [
      'a service endpoint removed',
      'main.tf',
      /\n *serviceEndpoints .*/,
      '',
      'storage-service-endpoint-same-subnet error',
    ],
    [
      'another service endpoint',
      'main.tf',
      '"Microsoft.Storage" ',
      '"Microsoft.Sql" ',
      'storage-service-endpoint-same-subnet error',
    ],
    ['a prefix that is too small', 'main.tf', '/21", 3, 0', '/21", 7, 0', 'subnet-free-ips-cluster warning'],
    ['no NAT gateway', 'main.tf', /\n *natGateway .*/, '', 'egress-explicit-for-npip error'],
    [
      'no allowed subnet',
      'main.tf',
      /\n *virtualNetworkRules .*/,
      '',
      'storage-private-endpoint-subresources error',
    ],
  ],
  firewall: [
    ['a rule removed', 'main.tf', /\n *aml  .*/, '', 'outbound-aml-443 error'],
    ['a rule removed', 'main.tf', /\n *batch .*/, '', 'outbound-batch-443 error'],
    ['another port', 'main.tf', '"5831"', '"5830"', 'outbound-aml-udp-5831 error'],
    [
      'other sources',
      'main.tf',
      'azurerm_subnet.nodes.address_prefixes',
      '["10.40.3.0/24"]',
      'outbound-arm-443 error',
    ],
    ['another action', 'main.tf', '"Allow"', '"Deny"', 'outbound-storage-443 error'],
    ['no peering', 'main.tf', block('azurerm_virtual_network_peering'), '', 'udr-appliance-health error'],
    [
      'forwarded traffic denied',
      'main.tf',
      /\n *allow_forwarded_traffic .*/,
      '',
      'udr-appliance-health error',
    ],
    ['another next hop', 'main.tf', '"VirtualAppliance"', '"None"', 'invalid-route-value'],
    [
      'no route table',
      'main.tf',
      block('azurerm_subnet_route_table_association'),
      '',
      'egress-explicit-for-npip error',
    ],
    [
      'a disabled DNS proxy',
      'main.tf',
      'proxy_enabled = true',
      'proxy_enabled = false',
      'dns-custom-server-forwarders error',
    ],
    [
      'zones linked elsewhere',
      'main.tf',
      /azurerm_virtual_network.hub.id(?=\n\}\n\nresource "azurerm_machine)/,
      'azurerm_virtual_network.claims.id',
      'dns-zones-linked error',
    ],
  ],
};

test.each(Object.entries(faults))('finds every fault in the network %s', async (name, all) => {
  const files = filesOf(name);
  const before = await reported(files);
  const missed: string[] = [];
  for (const [what, file, from, to, expected] of all) {
    const text = files[file] ?? '';
    const after = await reported({ ...files, [file]: text.replace(from, to) });
    const found = after.filter((one) => !before.includes(one));
    if (!found.some((one) => one.startsWith(expected))) missed.push(`${what}: ${found.join()}`);
  }
  expect(missed).toEqual([]);
});
