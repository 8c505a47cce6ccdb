import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { inTerraformJson } from '../../support/terraform-json';
import { inFolder, noOutbound, securityGroup } from '../../support/terraform-network';
import { changedLines, offered } from './fixed';

/** The network of the fixtures, with its subnet as an azapi resource. `more` adds properties. */
function azapiSubnet(more = '', [opening, closing] = ['{', '}']): string {
  const subnet = `resource "azapi_resource" "subnet" {
  type      = "Microsoft.Network/virtualNetworks/subnets@2024-05-01"
  name      = "snet-nodes"
  parent_id = azapi_resource.network.id
  body = ${opening}
    properties = {
      addressPrefixes       = ["10.40.2.0/24"]
      defaultOutboundAccess = false
      networkSecurityGroup  = { id = azurerm_network_security_group.nodes.id }
${more}    }
  ${closing}
}
`;
  return withNetwork('', subnet);
}

/** The network as an azapi resource, with the subnet in its body. */
const inNetwork = withNetwork(
  `
      subnets = [
        {
          name = "snet-nodes"
          properties = {
            addressPrefixes       = ["10.40.2.0/24"]
            defaultOutboundAccess = false
            networkSecurityGroup  = { id = azurerm_network_security_group.nodes.id }
          }
        }
      ]`,
  '',
).replaceAll('azapi_resource.subnet.id', '"${azapi_resource.network.id}/subnets/snet-nodes"');

function withNetwork(subnets: string, rest: string): string {
  const network = `resource "azapi_resource" "network" {
  type      = "Microsoft.Network/virtualNetworks@2024-05-01"
  name      = "vnet-claims"
  parent_id = azurerm_resource_group.claims.id
  location  = azurerm_resource_group.claims.location
  body = {
    properties = {
      addressSpace = { addressPrefixes = ["10.40.0.0/16"] }${subnets}
    }
  }
}
`;
  return (noOutbound + securityGroup())
    .replace(/resource "azurerm_virtual_network"[^]*?\n\}\n/, network)
    .replace(/resource "azurerm_subnet" [^]*?\n\}\n/, rest)
    .replace(/resource "azurerm_subnet_network_security_group_association"[^]*?\n\}\n/, '')
    .replaceAll('azurerm_subnet.nodes.id', 'azapi_resource.subnet.id');
}

const gateway = [
  '+ resource "azurerm_nat_gateway" "ng_snet_nodes" {',
  '+ natGateway            = { id = azurerm_nat_gateway.ng_snet_nodes.id }',
];

test.each([
  ['an own resource', azapiSubnet(), gateway],
  ['a body of jsonencode', azapiSubnet('', ['jsonencode({', '})']), gateway],
  ['a network', inNetwork, gateway],
])('a NAT gateway is attached to a subnet of azapi in %s', async (_, main, expected) => {
  const { after, whyNot } = await offered(inFolder({ 'main.tf': main }), 'egress-explicit-for-npip');
  expect(whyNot).toBe(null);
  const lines = changedLines(main, after['main.tf'] ?? '');
  expect(lines.filter((line) => /natGateway|azurerm_nat_gateway" /.test(line)).toSorted()).toEqual(
    expected.toSorted(),
  );
  expect(lines.filter((line) => line.startsWith('-'))).toEqual([]);
  expect(lines).toContain('+ resource_group_name = azurerm_resource_group.claims.name');
});

/** An example of a check whose subnet `label` is an azapi resource with these properties. */
function exampleWith(id: string, label: string, properties: string): string {
  const subnet = `resource "azapi_resource" "${label}" {
  type      = "Microsoft.Network/virtualNetworks/subnets@2024-05-01"
  name      = "snet-${label}"
  parent_id = azurerm_virtual_network.vnet.id
  body = {
    properties = {
      ${properties}
    }
  }
}
`;
  return readFileSync(`test/fixtures/checks/${id}.tf`, 'utf8')
    .replace(new RegExp(`resource "azurerm_subnet" "${label}"[^]*?\\n\\}\\n`), subnet)
    .replaceAll(`azurerm_subnet.${label}.`, `azapi_resource.${label}.`);
}

const delegation =
  'delegations = [{ name = "x", properties = { serviceName = "Microsoft.Web/serverFarms" } }]';

test.each([
  ['subnet-no-delegation', azapiSubnet(`      ${delegation}\n`), [`- ${delegation}`]],
  [
    'pe-network-policies-workspace',
    exampleWith(
      'pe-network-policies-workspace.fails',
      'endpoints',
      'addressPrefix                  = "10.40.7.0/28"\n      privateEndpointNetworkPolicies = "Enabled"',
    ),
    ['- privateEndpointNetworkPolicies = "Enabled"', '+ privateEndpointNetworkPolicies = "Disabled"'],
  ],
  [
    'exfil-service-endpoint-policy',
    exampleWith(
      'exfil-service-endpoint-policy.passes',
      'training',
      'addressPrefix = "10.40.4.0/26"\n      serviceEndpoints = [{ service = "Microsoft.KeyVault" }]\n      serviceEndpointPolicies = [{ id = azurerm_subnet_service_endpoint_storage_policy.endpoint_policy.id }]',
    ),
    [
      '- serviceEndpoints = [{ service = "Microsoft.KeyVault" }]',
      '+ serviceEndpoints = [{ service = "Microsoft.KeyVault" }, { service = "Microsoft.Storage" }]',
    ],
  ],
] as const)('a setting of a subnet of azapi is changed for %s', async (id, main, expected) => {
  const { after, whyNot } = await offered(inFolder({ 'main.tf': main }), id);
  expect(whyNot).toBe(null);
  expect(changedLines(main, after['main.tf'] ?? '')).toEqual(expected);
});

test('a subnet of azapi in a .tf.json file is written there', async () => {
  const files = inTerraformJson({ 'main.tf': azapiSubnet() }, 'objects');
  const { after, whyNot } = await offered(inFolder(files), 'egress-explicit-for-npip');
  expect(whyNot).toBe(null);
  expect(after['main.tf.json']).toContain('"id": "${azurerm_nat_gateway.ng_snet_nodes.id}"');
});
