import { valueOr } from '../../../core/known';
import { peeringResourceType } from '../peering-resources';
import { isList, type TemplateResource, type TemplateValue } from '../template';
import { addressOf, emptyScope, blockHead, headOf, isCode, isObject, type BlockContext } from './block-parts';
import { hclCode, hclObject, type WrittenBlock, type HclValue } from './hcl-text';
import { computeBlock } from './terraform-compute';
import {
  dataTypes,
  templateField,
  hclValue,
  idOf,
  networkType,
  placeValues,
  providerOf,
  snakeCase,
  type PlacedResource,
  type TerraformScope,
} from './terraform-scope';

/** Returns data sources for existing resources that other blocks refer to. */
export function dataBlocks({ existing }: TerraformScope): readonly WrittenBlock[] {
  return existing.flatMap(({ one, scope }) => {
    const type = dataTypes[one.type];
    if (type === undefined) return [];
    const network = one.parent === null ? {} : { virtual_network_name: hclCode('var.virtual_network_name') };
    const parent = existing.find((other) => other.one.symbol === one.parent);
    const place = parent?.scope ?? scope;
    return [
      {
        head: `data "${type}" "${snakeCase(one.symbol)}"`,
        values: {
          ...providerOf(place),
          name: hclValue(one.name, emptyScope),
          ...network,
          ...placeValues(place),
        },
      },
    ];
  });
}

/** Returns the blocks of a template resource, including its associations, which are separate resources in azurerm. */
export function resourceBlocks(placed: PlacedResource, context: BlockContext): readonly WrittenBlock[] {
  const { one } = placed;
  const write = writers[one.type];
  if (write) return write(placed, context);
  return [computeBlock(one, context, dependsOn(one, context))];
}

type Write = (placed: PlacedResource, context: BlockContext) => readonly WrittenBlock[];

const writers: Readonly<Record<string, Write>> = {
  'Microsoft.Network/networkSecurityGroups': (placed, context) => [plain(placed, context, {})],
  'Microsoft.Network/networkSecurityGroups/securityRules': (placed, context) => [
    entry(placed, context, 'network_security_group_name'),
  ],
  'Microsoft.Network/routeTables': (placed, context) => [
    plain(placed, context, { bgp_route_propagation_enabled: true }),
  ],
  'Microsoft.Network/routeTables/routes': (placed, context) => [entry(placed, context, 'route_table_name')],
  'Microsoft.Network/publicIPAddresses': (placed, context) => [
    plain(placed, context, { allocation_method: 'Static', sku: placed.one.sku ?? 'Standard' }),
  ],
  'Microsoft.Network/natGateways': gatewayBlocks,
  [networkType]: networkBlocks,
  [`${networkType}/subnets`]: changedSubnetBlocks,
  [peeringResourceType]: (placed, context) => [peeringBlock(placed, context)],
  'Microsoft.Network/privateEndpoints': (placed, context) => [endpointBlock(placed, context)],
  // Part of the private endpoint's block.
  'Microsoft.Network/privateEndpoints/privateDnsZoneGroups': () => [],
  'Microsoft.Network/privateDnsZones': (placed, { scope }) => [
    {
      ...blockHead(placed.one, scope),
      values: {
        ...providerOf(placed.scope),
        name: hclValue(placed.one.name, scope),
        ...placeValues(placed.scope),
      },
    },
  ],
  'Microsoft.Network/privateDnsZones/virtualNetworkLinks': (placed, context) => [linkBlock(placed, context)],
};

/** Returns a resource with name, location, and a few arguments. */
function plain(
  { one, scope: place }: PlacedResource,
  { scope }: BlockContext,
  more: WrittenBlock['values'],
): WrittenBlock {
  return {
    ...blockHead(one, scope),
    values: {
      ...providerOf(place),
      name: hclValue(one.name, scope),
      ...placeValues(place),
      location: hclValue(one.location ?? '', scope),
      ...more,
    },
  };
}

/** Returns a rule or route. The provider writes them one at a time, so they don't need dependencies. */
function entry({ one, scope: place }: PlacedResource, { scope }: BlockContext, owner: string): WrittenBlock {
  const fields = Object.entries(isObject(one.properties) ? one.properties.fields : {});
  return {
    ...blockHead(one, scope),
    values: {
      ...providerOf(place),
      name: hclValue(one.name, scope),
      ...placeValues(place),
      [owner]: nameOfParent(one.parent ?? '', scope),
      ...Object.fromEntries(
        fields.map(([name, value]) => [entryArgument(name), hclValue(value, scope)] as const),
      ),
    },
  };
}

function entryArgument(name: string): string {
  return name === 'nextHopIpAddress' ? 'next_hop_in_ip_address' : snakeCase(name);
}

function nameOfParent(symbol: string, scope: TerraformScope): HclValue {
  const id = idOf(symbol, scope);
  return isCode(id) ? hclCode(id.text.replace(/\.id$/, '.name')) : id;
}

function gatewayBlocks(placed: PlacedResource, context: BlockContext): readonly WrittenBlock[] {
  const { scope } = context;
  const { one } = placed;
  const address = addressOf(one, scope);
  const gateway = plain(placed, context, { sku_name: one.sku ?? 'Standard' });
  const addresses = templateField(one.properties, 'publicIpAddresses') ?? [];
  const joined = (isList(addresses) ? addresses : []).map((each, at) => ({
    head: headOf(
      `azurerm_nat_gateway_public_ip_association.${nameIn(address)}${at === 0 ? '' : `_${at + 1}`}`,
    ),
    values: {
      ...providerOf(placed.scope),
      nat_gateway_id: hclCode(`${address}.id`),
      public_ip_address_id: hclValue(templateField(each, 'id') ?? '', scope),
    },
  }));
  return [gateway, ...joined];
}

function nameIn(address: string): string {
  return address.slice(address.indexOf('.') + 1);
}

/**
 * Returns a network with its subnet inside, and the NSG in the same request. The NAT gateway is associated afterwards.
 */
function networkBlocks(placed: PlacedResource, context: BlockContext): readonly WrittenBlock[] {
  const { scope } = context;
  const { one } = placed;
  const subnets = templateField(one.properties, 'subnets') ?? [];
  const [subnet] = isList(subnets) ? subnets : [];
  const properties = (subnet && templateField(subnet, 'properties')) ?? '';
  const network = plain(placed, context, {
    address_space: hclValue(templateField(one.properties, 'addressSpace', 'addressPrefixes') ?? [], scope),
  });
  const address = addressOf(one, scope);
  const gateway = templateField(properties, 'natGateway', 'id');
  return [
    {
      ...network,
      blocks: [
        {
          head: 'subnet',
          values: {
            name: hclValue((subnet && templateField(subnet, 'name')) ?? '', scope),
            ...subnetValues(properties, scope),
          },
          blocks: subnetLists(properties),
        },
      ],
      dependsOn: dependsOn(one, context),
    },
    ...(gateway === undefined
      ? []
      : [
          {
            head: headOf(`azurerm_subnet_nat_gateway_association.subnet`),
            values: {
              ...providerOf(placed.scope),
              subnet_id: hclCode(`"\${${address}.id}/subnets/\${var.subnet_name}"`),
              nat_gateway_id: hclValue(gateway, scope),
            },
          },
        ]),
  ];
}

function subnetValues(properties: TemplateValue, scope: TerraformScope): WrittenBlock['values'] {
  const one = templateField(properties, 'addressPrefix');
  const access = templateField(properties, 'defaultOutboundAccess');
  const group = templateField(properties, 'networkSecurityGroup', 'id');
  const table = templateField(properties, 'routeTable', 'id');
  const policies = templateField(properties, 'privateEndpointNetworkPolicies');
  return {
    address_prefixes:
      one === undefined
        ? hclValue(templateField(properties, 'addressPrefixes') ?? [], scope)
        : [hclValue(one, scope)],
    ...(access === undefined ? {} : { default_outbound_access_enabled: hclValue(access, scope) }),
    ...(policies === undefined ? {} : { private_endpoint_network_policies: hclValue(policies, scope) }),
    ...(group === undefined ? {} : { security_group: hclValue(group, scope) }),
    ...(table === undefined ? {} : { route_table_id: hclValue(table, scope) }),
  };
}

function subnetLists(properties: TemplateValue): readonly WrittenBlock[] {
  const list = (name: string): readonly TemplateValue[] => {
    const found = templateField(properties, name) ?? [];
    return isList(found) ? found : [];
  };
  return [
    ...list('serviceEndpoints').map((one) => ({
      head: 'service_endpoint',
      values: { service: hclValue(templateField(one, 'service') ?? '', emptyScope) },
    })),
    ...list('delegations').map((one) => ({
      head: 'delegation',
      values: { name: hclValue(templateField(one, 'name') ?? '', emptyScope) },
      blocks: [
        {
          head: 'service_delegation',
          values: { name: hclValue(templateField(one, 'properties', 'serviceName') ?? '', emptyScope) },
        },
      ],
    })),
  ];
}

const associations = [
  ['securityGroup', 'networkSecurityGroup', 'network_security_group'],
  ['routeTable', 'routeTable', 'route_table'],
  ['natGateway', 'natGateway', 'nat_gateway'],
] as const;

/**
 * Returns only the changes of an existing subnet: an association for each part that it doesn't have, and an update for
 * the rest.
 * azurerm refuses to associate a second NSG, route table, or NAT gateway.
 */
function changedSubnetBlocks(placed: PlacedResource, context: BlockContext): readonly WrittenBlock[] {
  const { subnet: change, scope } = context;
  const { one, scope: place } = placed;
  if (change === null) return [];
  const id = existingSubnetId(placed, scope);
  const body: Record<string, HclValue> = {};
  const joined: WrittenBlock[] = [];
  for (const [part, property, name] of associations) {
    const value = templateField(one.properties, property, 'id');
    if (!change.associated.has(part) || value === undefined) continue;
    if (valueOr(change.subnet[part], '') !== null) body[property] = hclObject({ id: hclValue(value, scope) });
    else {
      joined.push({
        head: headOf(`azurerm_subnet_${name}_association.subnet`),
        values: { ...providerOf(place), subnet_id: id, [`${name}_id`]: hclValue(value, scope) },
        dependsOn: dependsOn(one, context),
      });
    }
  }
  for (const property of Object.keys(change.settings)) {
    body[property] = hclValue(templateField(one.properties, property) ?? [], scope);
  }
  if (Object.keys(body).length === 0) return joined;
  const update: WrittenBlock = {
    head: headOf(addressOf(one, scope)),
    values: {
      type: `${one.type}@${one.apiVersion}`,
      resource_id: id,
      body: hclObject({ properties: hclObject(body) }),
    },
    dependsOn: [...dependsOn(one, context), ...joined.map(addressIn)],
  };
  return [...joined, update];
}

function existingSubnetId({ scope: place }: PlacedResource, scope: TerraformScope): HclValue {
  const known = scope.existing.find(({ one }) => one.type === `${networkType}/subnets`);
  if (known) return idOf(known.one.symbol, scope);
  const group = placeValues(place)['resource_group_name'];
  const text = group !== undefined && isCode(group) ? `\${${group.text}}` : '';
  const subscription = providerSubscription(place);
  return hclCode(
    `"/subscriptions/${subscription}/resourceGroups/${text}/providers/${networkType}/\${var.virtual_network_name}/subnets/\${var.subnet_name}"`,
  );
}

function providerSubscription(place: PlacedResource['scope']): string {
  const subscription = place?.subscription ?? null;
  const name =
    subscription !== null &&
    typeof subscription === 'object' &&
    !isList(subscription) &&
    subscription.is === 'parameter'
      ? snakeCase(subscription.name)
      : 'subscription_id';
  return `\${var.${name}}`;
}

/** Returns the address in a block's head, such as `azurerm_route.direct`. */
function addressIn({ head: text }: WrittenBlock): string {
  return text.replace(/^resource "([^"]+)" "([^"]+)"$/, '$1.$2');
}

function endpointBlock(placed: PlacedResource, context: BlockContext): WrittenBlock {
  const { scope } = context;
  const { one } = placed;
  const connections = templateField(one.properties, 'privateLinkServiceConnections') ?? [];
  const [connection] = isList(connections) ? connections : [];
  const of = (...path: readonly string[]): HclValue =>
    hclValue((connection && templateField(connection, ...path)) ?? '', scope);
  const zoneGroup = scope.resources.find(
    ({ one: other }) => other.parent === one.symbol && other.type.endsWith('/privateDnsZoneGroups'),
  );
  return {
    ...plain(placed, context, {
      subnet_id: hclValue(templateField(one.properties, 'subnet', 'id') ?? '', scope),
    }),
    blocks: [
      {
        head: 'private_service_connection',
        values: {
          name: of('name'),
          is_manual_connection: false,
          private_connection_resource_id: of('properties', 'privateLinkServiceId'),
          subresource_names: of('properties', 'groupIds'),
        },
      },
      ...(zoneGroup ? [zoneGroupBlock(zoneGroup.one, scope)] : []),
    ],
    dependsOn: dependsOn(one, context),
  };
}

function zoneGroupBlock(one: TemplateResource, scope: TerraformScope): WrittenBlock {
  const configs = templateField(one.properties, 'privateDnsZoneConfigs') ?? [];
  return {
    head: 'private_dns_zone_group',
    comment: one.comment,
    values: {
      name: hclValue(one.name, scope),
      private_dns_zone_ids: (isList(configs) ? configs : []).map((config) =>
        hclValue(templateField(config, 'properties', 'privateDnsZoneId') ?? '', scope),
      ),
    },
  };
}

function linkBlock(placed: PlacedResource, context: BlockContext): WrittenBlock {
  const { scope } = context;
  const { one } = placed;
  return {
    ...blockHead(one, scope),
    values: {
      ...providerOf(placed.scope),
      name: hclValue(one.name, scope),
      private_dns_zone_id: idOf(one.parent ?? '', scope),
      virtual_network_id: hclValue(templateField(one.properties, 'virtualNetwork', 'id') ?? '', scope),
      registration_enabled: false,
    },
    dependsOn: dependsOn(one, context),
  };
}

function peeringBlock(placed: PlacedResource, context: BlockContext): WrittenBlock {
  const { scope } = context;
  const { one } = placed;
  const of = (...path: readonly string[]): HclValue =>
    hclValue(templateField(one.properties, ...path) ?? '', scope);
  const existing = scope.existing.find((other) => other.one.symbol === one.parent);
  return {
    ...blockHead(one, scope),
    values: {
      ...providerOf(placed.scope),
      name: hclValue(one.name, scope),
      ...placeValues(placed.scope),
      virtual_network_name: existing
        ? hclValue(existing.one.name, scope)
        : nameOfParent(one.parent ?? '', scope),
      remote_virtual_network_id: of('remoteVirtualNetwork', 'id'),
      allow_virtual_network_access: of('allowVirtualNetworkAccess'),
      allow_forwarded_traffic: of('allowForwardedTraffic'),
      allow_gateway_transit: of('allowGatewayTransit'),
      use_remote_gateways: of('useRemoteGateways'),
    },
    dependsOn: dependsOn(one, context),
  };
}

const joinedTypes = ['Microsoft.Network/natGateways', networkType, `${networkType}/subnets`];

/** Returns the addresses that a resource depends on; for a module, those of all its resources. */
function dependsOn({ dependsOn: symbols }: TemplateResource, context: BlockContext): readonly string[] {
  const all = symbols.flatMap((symbol) => context.scope.modules.get(symbol) ?? [symbol]);
  const addresses = all.flatMap((symbol) => addressOfBlock(symbol, context));
  return [...new Set(addresses)];
}

function addressOfBlock(symbol: string, context: BlockContext): readonly string[] {
  const { scope } = context;
  const placed = scope.resources.find(({ one }) => one.symbol === symbol);
  if (!placed || placed.one.type.endsWith('/privateDnsZoneGroups')) return [];
  // Also depend on associations: a NAT gateway without its address doesn't provide outbound access.
  if (joinedTypes.includes(placed.one.type)) return resourceBlocks(placed, context).map(addressIn);
  const address = scope.addresses.get(symbol);
  return address === undefined ? [] : [address];
}
