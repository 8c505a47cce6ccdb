import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { inTerraformJson } from '../../support/terraform-json';
import { messagesIn } from '../../support/messages-in';
import { subnetParts, type ResourceChange, type SubnetPart } from '../../../src/core/resource-change';
import { editsOfFix } from '../../../src/file-checks/edits/edits-of-fix';
import { formatReason } from '../../../src/wording/reason-text';
import { testFixContext, withEdits } from './analyzed';
import { inFolder, natGateway, noOutbound, securityGroup } from '../../support/terraform-network';
import { changedLines, offered } from './fixed';

/** Returns the network of the fixtures, with its subnet as an azapi resource. `more` adds properties. */
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

/** The network as a resource of azurerm, with its subnet as an azapi resource. */
const inAzurermNetwork = azapiSubnet()
  .replace(
    /resource "azapi_resource" "network" \{[^]*?\n\}\n/,
    `resource "azurerm_virtual_network" "network" {
  name                = "vnet-claims"
  location            = azurerm_resource_group.claims.location
  resource_group_name = azurerm_resource_group.claims.name
  address_space       = ["10.40.0.0/16"]
}
`,
  )
  .replaceAll('azapi_resource.network.id', 'azurerm_virtual_network.network.id');

const nullGateway = '      natGateway            = null\n';

test.each([
  ['an own resource', azapiSubnet(), gateway],
  ['an own resource in a network of azurerm', inAzurermNetwork, gateway],
  ['a body of jsonencode', azapiSubnet('', ['jsonencode({', '})']), gateway],
  ['a network', inNetwork, gateway],
  ['an own resource whose member is null', azapiSubnet(nullGateway), [`- ${nullGateway.trim()}`, ...gateway]],
])('a NAT gateway is associated with a subnet of azapi in %s', async (_, main, expected) => {
  const { after, whyNot } = await offered(inFolder({ 'main.tf': main }), 'egress-explicit-for-npip');
  expect(whyNot).toBe(null);
  const lines = changedLines(main, after['main.tf'] ?? '');
  expect(lines.filter((line) => /natGateway|azurerm_nat_gateway" /.test(line)).toSorted()).toEqual(
    expected.toSorted(),
  );
  expect(lines.filter((line) => line.startsWith('-') && !line.endsWith('= null'))).toEqual([]);
  expect(lines).toContain('+ resource_group_name = azurerm_resource_group.claims.name');
});

/** Returns an example of a check whose subnet `label` is an azapi resource with these properties. */
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

const table = `
resource "azurerm_route_table" "nodes" {
  name                = "rt-nodes"
  location            = azurerm_resource_group.claims.location
  resource_group_name = azurerm_resource_group.claims.name
}
`;

/** Returns the network with resources to associate, and nothing associated with its subnet. */
function unassociated(main: string, update = ''): string {
  const gateway = natGateway.replace(/resource "azurerm_subnet_nat[^]*/, '');
  return main.replace(/ *networkSecurityGroup  = .*\n/, '') + table + gateway + update;
}

/** Returns an update of the subnet with this reference. */
function updateOf(subnet: string, properties: string): string {
  return `
resource "azapi_update_resource" "subnet" {
  type        = "Microsoft.Network/virtualNetworks/subnets@2024-05-01"
  resource_id = ${subnet}.id
  body = {
    properties = {
      ${properties}
    }
  }
}
`;
}

const ofAzurerm = (noOutbound + securityGroup()).replace(
  /resource "azurerm_subnet_network_security_group_association"[^]*?\n\}\n/,
  '',
);

/** Returns the changed lines if a resource is associated with the subnet, or the reason. */
async function associated(main: string, part: SubnetPart): Promise<readonly string[] | string> {
  const fixTest = await testFixContext(inFolder({ 'main.tf': main }));
  const { declared } = fixTest.analysis.check;
  const { virtualNetworks, securityGroups, routeTables, natGateways } = declared.model;
  const subnet = virtualNetworks.flatMap((one) => one.subnets).find(({ name }) => name === 'snet-nodes');
  const [target] = { securityGroup: securityGroups, routeTable: routeTables, natGateway: natGateways }[part];
  const change: ResourceChange = {
    type: 'subnet',
    id: subnet?.id ?? '',
    before: { [part]: null },
    after: { [part]: target?.id ?? '' },
  };
  const written = editsOfFix(declared, { changes: [change] }, fixTest.files);
  if (written.is === 'not-here') return formatReason(messagesIn('en'), written.because);
  return changedLines(main, withEdits(main, written.edits));
}

const members = {
  securityGroup: ['networkSecurityGroup ', 'azurerm_network_security_group.nodes'],
  routeTable: ['routeTable           ', 'azurerm_route_table.nodes'],
  natGateway: ['natGateway           ', 'azurerm_nat_gateway.out'],
} as const;
const otherUpdate = updateOf('azapi_resource.subnet', 'privateEndpointNetworkPolicies = "Enabled"');
const places = [
  ['a body as an object', unassociated(azapiSubnet())],
  ['a body of jsonencode', unassociated(azapiSubnet('', ['jsonencode({', '})']))],
  ['the body of a network', unassociated(inNetwork)],
  ['a body, next to an update of something else', unassociated(azapiSubnet(), otherUpdate)],
] as const;

test.each(places.flatMap(([name, main]) => subnetParts.map((part) => [part, name, main] as const)))(
  'an existing %s is associated in %s, with one line',
  async (part, _, main) => {
    const [member, target] = members[part];
    expect(await associated(main, part)).toEqual([`+ ${member} = { id = ${target}.id }`]);
  },
);

test.each(subnetParts)('%s: an update of something else doesn’t prevent an association', async (part) => {
  const update = updateOf('azurerm_subnet.nodes', 'privateEndpointNetworkPolicies = "Enabled"');
  const lines = await associated(unassociated(ofAzurerm, update), part);
  expect(lines).toContainEqual(
    expect.stringMatching(/^\+ resource "azurerm_subnet_\w+_association" "nodes" \{$/),
  );
});

test.each(
  subnetParts.flatMap((part) => [
    [part, 'azapi_resource.subnet', azapiSubnet()] as const,
    [part, 'azurerm_subnet.nodes', ofAzurerm] as const,
  ]),
)(
  '%s isn’t associated with %s if an update removes it, and the update is named',
  async (part, subnet, main) => {
    const property = members[part][0].trim();
    const update = updateOf(subnet, `${property} = null`);
    expect(await associated(unassociated(main, update), part)).toBe(
      `azapi_update_resource.subnet sets ${property} of snet-nodes, so fixes can’t. Change it there.`,
    );
  },
);

test('the reason of the update is shown if no other fix exists', async () => {
  const main = unassociated(ofAzurerm, updateOf('azurerm_subnet.nodes', 'natGateway = null'));
  const { titles, whyNot } = await offered(inFolder({ 'main.tf': main }), 'egress-explicit-for-npip');
  expect({ titles, whyNot }).toEqual({
    titles: [],
    whyNot: 'azapi_update_resource.subnet sets natGateway of snet-nodes, so fixes can’t. Change it there.',
  });
});

test('a setting that an update sets isn’t changed elsewhere', async () => {
  const id = 'pe-network-policies-workspace';
  const update = updateOf('azurerm_subnet.endpoints', 'privateEndpointNetworkPolicies = "Enabled"');
  const main = readFileSync(`test/fixtures/checks/${id}.fails.tf`, 'utf8') + update;
  const { titles, whyNot } = await offered(inFolder({ 'main.tf': main }), id);
  const reason =
    'azapi_update_resource.subnet sets privateEndpointNetworkPolicies of snet-endpoints, so fixes can’t. Change it there.';
  expect({ titles, whyNot }).toEqual({ titles: [], whyNot: reason });
});

test('a resource isn’t referred to in the default of a variable, where Terraform doesn’t accept it', async () => {
  const ofSubnet = /(?<="snet-nodes"[^]*?body = )\{[^]*?\n {2}\}/;
  const [body = ''] = ofSubnet.exec(azapiSubnet()) ?? [];
  const plain = body.replace(/ *networkSecurityGroup .*\n/, '');
  const subnet = azapiSubnet().replace(ofSubnet, 'var.body');
  const main = `${subnet}\nvariable "body" {\n  default = ${plain}\n}\n`;
  const { titles, whyNot } = await offered(inFolder({ 'main.tf': main }), 'egress-explicit-for-npip');
  expect({ titles, whyNot }).toEqual({
    titles: [],
    whyNot: 'snet-nodes is an azapi resource in a form that fixes can’t change. Change its body.',
  });
});
