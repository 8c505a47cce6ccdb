// Writes the resources of an example as Terraform: azurerm 5.x, and azapi for resources that it doesn't have.
import { expression, expressionText, isExpression } from './bicep-text.mjs';
import { isVariable } from './example-parts.mjs';
import { blockText, hclBlock } from './hcl-text.mjs';

/** @typedef {import('./example-parts.mjs').Blocks} Blocks */
/** @typedef {import('./example-parts.mjs').ArmResource} ArmResource */
/** @typedef {import('./hcl-text.mjs').WrittenHclBlock} WrittenHclBlock */
/** @typedef {import('./hcl-text.mjs').HclEntry} HclEntry */
/** @typedef {Readonly<Record<string, any>>} Body */

/**
 * @typedef {object} ExampleContext
 * @property {Blocks} blocks
 * @property {string} symbol
 * @property {Body} body
 * @property {Body} properties
 */

/**
 * How a type is written: its Terraform type, its entries after the name, and related resources by the suffix of their
 * name.
 * @typedef {object} Writer
 * @property {string} type
 * @property {boolean} [isInGroup] false for a resource with a parent instead of a resource group
 * @property {boolean} [isPlaced] false for a resource without a location
 * @property {(context: ExampleContext) => readonly HclEntry[]} entries
 * @property {(context: ExampleContext) => Readonly<Record<string, { type: string; entries: readonly HclEntry[] }>>}
 * [beside]
 */

/**
 * Returns the declarations of a file, by their Terraform name.
 * @param {Blocks} blocks
 * @returns {Readonly<Record<string, string>>}
 */
export function terraformDeclarations(blocks) {
  const all = Object.entries(blocks).flatMap(([symbol, block]) => declarations(blocks, symbol, block));
  const location = all.filter(([name]) => name === 'location');
  const rest = all.filter(([name]) => name !== 'location');
  const group = resource('azurerm_resource_group', 'group', [
    ['name', 'rg-ml'],
    ['location', location.length > 0 ? region : 'westeurope'],
  ]);
  const needsTenant = all.some(([, text]) => text.includes(tenant));
  const client = /** @type {const} */ (['current', `data "azurerm_client_config" "current" {}`]);
  return Object.fromEntries([
    ...location,
    /** @type {const} */ (['group', group]),
    ...(needsTenant ? [client] : []),
    ...rest,
  ]);
}

const tenant = 'data.azurerm_client_config.current.tenant_id';
const region = expression('var.location');
const groupId = expression('azurerm_resource_group.group.id');
const groupName = expression('azurerm_resource_group.group.name');

/** @param {string} symbol */
const nameOf = (symbol) => symbol.replaceAll(/(?<=[a-z])[A-Z]/g, '_$&').toLowerCase();

/** @param {string} type @param {string} name @param {readonly HclEntry[]} entries */
const resource = (type, name, entries) => blockText(hclBlock(`resource "${type}" "${name}"`, entries));

/** @param {Blocks} blocks @param {string} symbol @param {Blocks[string]} block @returns {[string, string][]} */
function declarations(blocks, symbol, block) {
  const name = nameOf(symbol);
  if (isVariable(block)) {
    /** @type {HclEntry} */
    const last = block.value === undefined ? ['sensitive', true] : ['default', block.value];
    return [[name, blockText(hclBlock(`variable "${name}"`, [['type', expression('string')], last]))]];
  }
  const type = typeOf(block);
  if (type === zoneGroupType) return [];
  const context = { blocks, symbol, body: block.body, properties: block.body['properties'] ?? {} };
  const writer = writerOf(block);
  if (block.existing) return [[name, existing(context, writer?.type ?? '')]];
  const comment = block.comment === undefined ? '' : `# aml-secure-compute: ${block.comment}\n`;
  if (!writer) return [[name, comment + azapi(context, block)]];
  const beside = Object.entries(writer.beside?.(context) ?? {}).map(
    ([end, { type: other, entries }]) =>
      /** @type {[string, string]} */ ([`${name}_${end}`, resource(other, name, entries)]),
  );
  const text = resource(writer.type, name, [
    ['name', value(context, block.body['name'])],
    ...(writer.isPlaced === false ? [] : [attribute(context, 'location', block.body['location'])]),
    ...(writer.isInGroup === false ? [] : [/** @type {const} */ (['resource_group_name', groupName])]),
    ...writer.entries(context),
    dependencies(context),
  ]);
  return [[name, comment + text], ...beside];
}

/** @param {ArmResource} block */
const typeOf = ({ type }) => type.split('@')[0] ?? '';

/** @param {ExampleContext} context @param {string} type */
function existing({ symbol, body, blocks }, type) {
  const parent = isExpression(body['parent']) ? address(blocks, expressionText(body['parent'])) : null;
  return blockText(
    hclBlock(`data "${type}" "${nameOf(symbol)}"`, [
      ['name', body['name']],
      ...(parent === null
        ? []
        : [/** @type {const} */ (['virtual_network_name', expression(`${parent}.name`)])]),
      ['resource_group_name', groupName],
    ]),
  );
}

/**
 * Writes a resource that only azapi has, with the ARM body. @param {ExampleContext} context @param {ArmResource} block
 */
function azapi(context, block) {
  const { name, location, parent, identity } = block.body;
  const rest = Object.fromEntries(Object.entries(block.body).filter(([key]) => !outsideBody.includes(key)));
  const parentId = parent === undefined ? groupId : expression(`${reference(context, parent)}.id`);
  return resource('azapi_resource', nameOf(context.symbol), [
    ['type', block.type],
    ['name', value(context, name)],
    ['parent_id', parentId],
    location === undefined ? null : attribute(context, 'location', location),
    Object.keys(rest).length === 0 ? null : ['body', value(context, rest)],
    dependencies(context),
    identity === undefined ? null : hclBlock('identity', [['type', /** @type {Body} */ (identity)['type']]]),
  ]);
}

/** Members that are separate arguments in azapi. */
const outsideBody = ['name', 'location', 'parent', 'identity', 'dependsOn'];

/** @param {ExampleContext} context @returns {HclEntry} */
function dependencies(context) {
  const { dependsOn } = context.body;
  if (dependsOn === undefined) return null;
  const all = dependsOn.map((/** @type {unknown} */ one) => expression(reference(context, one)));
  return ['depends_on', all];
}

/**
 * Null if the value isn't set. @param {ExampleContext} context @param {string} name @param {unknown} given @returns
 * {HclEntry}
 */
const attribute = (context, name, given) => (given === undefined ? null : [name, value(context, given)]);

/**
 * Returns an ARM value with its expressions in Terraform. @param {ExampleContext} context @param {unknown} given
 * @returns {unknown}
 */
function value(context, given) {
  if (isExpression(given)) return translated(context, expressionText(given));
  if (Array.isArray(given)) return given.map((one) => value(context, one));
  if (typeof given !== 'object' || given === null) return given;
  return Object.fromEntries(Object.entries(given).map(([name, one]) => [name, value(context, one)]));
}

/** @param {ExampleContext} context @param {string} text an expression in Bicep */
function translated({ blocks }, text) {
  const known = phrases[text];
  if (known !== undefined) return known;
  const quoted = /^'(.*)'$/.exec(text);
  if (quoted) return quoted[1];
  const [symbol = '', ...members] = text.split('.');
  const block = blocks[symbol];
  if (!block) throw new Error(`Not in this file: ${text}`);
  if (isVariable(block)) return expression(`var.${nameOf(symbol)}`);
  return expression([address(blocks, symbol), ...members].join('.'));
}

/** @type {Readonly<Record<string, unknown>>} */
const phrases = {
  'tenant().tenantId': expression(tenant),
  "guid('join-subnet')": 'Join subnets',
  'resourceGroup().id': groupId,
};

/** @param {ExampleContext} context @param {unknown} symbol the expression that names a resource */
function reference({ blocks }, symbol) {
  if (!isExpression(symbol)) throw new Error('Not an expression');
  return address(blocks, expressionText(symbol));
}

/** `azurerm_subnet.training` @param {Blocks} blocks @param {string} symbol @returns {string} */
function address(blocks, symbol) {
  const block = blocks[symbol];
  if (!block || isVariable(block)) throw new Error(`Not a resource: ${symbol}`);
  const type = writerOf(block)?.type ?? 'azapi_resource';
  return `${block.existing ? 'data.' : ''}${type}.${nameOf(symbol)}`;
}

/**
 * Returns the attributes of a block whose names differ by language. @param {ExampleContext} context @param {Body} body
 * @param {Readonly<Record<string, string>>} names by name in ARM @returns {HclEntry[]}
 */
const attributes = (context, body, names) =>
  Object.entries(names).map(([arm, name]) => attribute(context, name, body[arm]));

const zoneGroupType = 'Microsoft.Network/privateEndpoints/privateDnsZoneGroups';

/** Members of an NSG rule, in the order of the output. */
const ruleNames = {
  priority: 'priority',
  direction: 'direction',
  access: 'access',
  protocol: 'protocol',
  sourceAddressPrefix: 'source_address_prefix',
  sourceAddressPrefixes: 'source_address_prefixes',
  sourcePortRange: 'source_port_range',
  destinationAddressPrefix: 'destination_address_prefix',
  destinationAddressPrefixes: 'destination_address_prefixes',
  destinationPortRange: 'destination_port_range',
  destinationPortRanges: 'destination_port_ranges',
};

const routeNames = {
  addressPrefix: 'address_prefix',
  nextHopType: 'next_hop_type',
  nextHopIpAddress: 'next_hop_in_ip_address',
};

/** @param {ExampleContext} context @param {string} words @param {readonly Body[]} items @param {Readonly<Record<string, string>>} names */
const named = (context, words, items, names) =>
  items.map((one) =>
    hclBlock(words, [['name', one['name']], ...attributes(context, one['properties'], names)]),
  );

/** @param {unknown} word */
const isOn = (word) => (word === undefined ? undefined : word === 'Enabled');

/** @param {ExampleContext} context @param {string} type @param {string} argument @param {unknown} given */
const association = (context, type, argument, given) => ({
  type,
  entries: [
    /** @type {const} */ (['subnet_id', expression(`azurerm_subnet.${nameOf(context.symbol)}.id`)]),
    /** @type {const} */ ([argument, value(context, given)]),
  ],
});

/**
 * Writes the network rules of a service. @param {ExampleContext} context @param {string} words @param {Body |
 * undefined} acls @param {boolean} hasList of services that bypass the rules
 */
function networkRules(context, words, acls, hasList) {
  if (acls === undefined) return null;
  const subnets = acls['virtualNetworkRules']?.map((/** @type {Body} */ one) => one['id']);
  return hclBlock(words, [
    ['default_action', acls['defaultAction']],
    ['bypass', hasList ? [acls['bypass']] : acls['bypass']],
    attribute(context, 'virtual_network_subnet_ids', subnets),
  ]);
}

/** Returns the entries that a cluster and an instance share. @param {ExampleContext} context */
const computeNetwork = (context) => {
  const { enableNodePublicIp, subnet } = context.properties['properties'];
  return /** @type {readonly HclEntry[]} */ ([
    enableNodePublicIp === false ? ['node_public_ip_enabled', false] : null,
    attribute(context, 'subnet_resource_id', subnet?.id),
  ]);
};

/** @type {Writer} */
const cluster = {
  type: 'azurerm_machine_learning_compute_cluster',
  isInGroup: false,
  entries(context) {
    const { vmSize, scaleSettings, remoteLoginPortPublicAccess, userAccountCredentials } =
      context.properties['properties'];
    const access = isOn(remoteLoginPortPublicAccess);
    return [
      ['machine_learning_workspace_id', expression(`${reference(context, context.body['parent'])}.id`)],
      ['vm_size', vmSize],
      ['vm_priority', 'Dedicated'],
      ...computeNetwork(context),
      attribute(context, 'ssh_public_access_enabled', access),
      hclBlock('scale_settings', [
        ['min_node_count', 0],
        ['max_node_count', scaleSettings.maxNodeCount],
        ['scale_down_nodes_after_idle_duration', 'PT2M'],
      ]),
      userAccountCredentials === undefined
        ? null
        : hclBlock('ssh', [
            ['admin_username', value(context, userAccountCredentials.adminUserName)],
            ['key_value', value(context, userAccountCredentials.adminUserSshPublicKey)],
          ]),
    ];
  },
};

/** @type {Writer} */
const instance = {
  type: 'azurerm_machine_learning_compute_instance',
  isInGroup: false,
  isPlaced: false,
  entries: (context) => [
    ['machine_learning_workspace_id', expression(`${reference(context, context.body['parent'])}.id`)],
    ['virtual_machine_size', context.properties['properties'].vmSize],
    ...computeNetwork(context),
  ],
};

/** Undefined for a resource that only azapi has. @param {ArmResource} block @returns {Writer | undefined} */
function writerOf(block) {
  const type = typeOf(block);
  if (type !== 'Microsoft.MachineLearningServices/workspaces/computes') return writers[type];
  /** @type {Body} */
  const { computeType } = block.body['properties'] ?? {};
  return computeType === 'ComputeInstance' ? instance : cluster;
}

/** @type {Readonly<Record<string, Writer>>} by ARM type */
const writers = {
  'Microsoft.Network/virtualNetworks': {
    type: 'azurerm_virtual_network',
    entries: (context) => [
      ['address_space', context.properties['addressSpace'].addressPrefixes],
      attribute(context, 'dns_servers', context.properties['dhcpOptions']?.dnsServers),
    ],
  },
  'Microsoft.Network/virtualNetworks/subnets': {
    type: 'azurerm_subnet',
    isPlaced: false,
    entries: (context) => {
      const { properties } = context;
      const { delegations = [], serviceEndpoints = [], serviceEndpointPolicies } = properties;
      return [
        ['virtual_network_name', expression(`${reference(context, context.body['parent'])}.name`)],
        ['address_prefixes', [properties['addressPrefix']]],
        attribute(context, 'default_outbound_access_enabled', properties['defaultOutboundAccess']),
        attribute(context, 'private_endpoint_network_policies', properties['privateEndpointNetworkPolicies']),
        attribute(
          context,
          'service_endpoint_policy_ids',
          serviceEndpointPolicies?.map((/** @type {Body} */ one) => one['id']),
        ),
        ...serviceEndpoints.map((/** @type {Body} */ one) =>
          hclBlock('service_endpoint', [['service', one['service']]]),
        ),
        ...delegations.map((/** @type {Body} */ one) =>
          hclBlock('delegation', [
            ['name', one['name']],
            hclBlock('service_delegation', [['name', one['properties'].serviceName]]),
          ]),
        ),
      ];
    },
    beside(context) {
      const { networkSecurityGroup, routeTable, natGateway } = context.properties;
      const all = /** @type {const} */ ([
        ['nsg', 'network_security_group', networkSecurityGroup],
        ['routes', 'route_table', routeTable],
        ['nat', 'nat_gateway', natGateway],
      ]);
      return Object.fromEntries(
        all.flatMap(([end, what, given]) =>
          given === undefined
            ? []
            : [[end, association(context, `azurerm_subnet_${what}_association`, `${what}_id`, given.id)]],
        ),
      );
    },
  },
  'Microsoft.Network/networkSecurityGroups': {
    type: 'azurerm_network_security_group',
    entries: (context) => named(context, 'security_rule', context.properties['securityRules'], ruleNames),
  },
  'Microsoft.Network/routeTables': {
    type: 'azurerm_route_table',
    entries: (context) => [
      context.properties['disableBgpRoutePropagation'] === true
        ? ['bgp_route_propagation_enabled', false]
        : null,
      ...named(context, 'route', context.properties['routes'], routeNames),
    ],
  },
  'Microsoft.Network/publicIPAddresses': {
    type: 'azurerm_public_ip',
    entries: ({ body, properties }) => [
      ['sku', body['sku'].name],
      ['allocation_method', properties['publicIPAllocationMethod']],
    ],
  },
  'Microsoft.Network/natGateways': {
    type: 'azurerm_nat_gateway',
    entries: ({ body }) => [['sku_name', body['sku'].name]],
    beside(context) {
      const { publicIpAddresses = [] } = context.properties;
      const [first] = publicIpAddresses;
      if (first === undefined) return {};
      return {
        address: {
          type: 'azurerm_nat_gateway_public_ip_association',
          entries: [
            ['nat_gateway_id', expression(`azurerm_nat_gateway.${nameOf(context.symbol)}.id`)],
            ['public_ip_address_id', value(context, first.id)],
          ],
        },
      };
    },
  },
  'Microsoft.Network/privateEndpoints': {
    type: 'azurerm_private_endpoint',
    entries: (context) => {
      const [connection] = context.properties['privateLinkServiceConnections'];
      return [
        ['subnet_id', value(context, context.properties['subnet'].id)],
        hclBlock('private_service_connection', [
          ['name', connection.name],
          ['private_connection_resource_id', value(context, connection.properties.privateLinkServiceId)],
          ['subresource_names', connection.properties.groupIds],
          ['is_manual_connection', false],
        ]),
        ...zoneGroups(context),
      ];
    },
  },
  'Microsoft.Network/privateDnsZones': {
    type: 'azurerm_private_dns_zone',
    isPlaced: false,
    entries: () => [],
  },
  'Microsoft.Network/privateDnsZones/virtualNetworkLinks': {
    type: 'azurerm_private_dns_zone_virtual_network_link',
    isInGroup: false,
    isPlaced: false,
    entries: (context) => [
      ['private_dns_zone_id', expression(`${reference(context, context.body['parent'])}.id`)],
      ['virtual_network_id', value(context, context.properties['virtualNetwork'].id)],
    ],
  },
  'Microsoft.Network/azureFirewalls': {
    type: 'azurerm_firewall',
    entries: (context) => [
      ['sku_name', context.properties['sku'].name],
      ['sku_tier', context.properties['sku'].tier],
      ...context.properties['ipConfigurations'].map((/** @type {Body} */ one) =>
        hclBlock('ip_configuration', [
          ['name', one['name']],
          ['subnet_id', value(context, one['properties'].subnet.id)],
          ['public_ip_address_id', value(context, one['properties'].publicIPAddress.id)],
        ]),
      ),
    ],
    beside: (context) => ({
      rules: {
        type: 'azurerm_firewall_network_rule_collection',
        entries: firewallRules(context),
      },
    }),
  },
  'Microsoft.Network/serviceEndpointPolicies': {
    type: 'azurerm_subnet_service_endpoint_storage_policy',
    entries: (context) =>
      context.properties['serviceEndpointPolicyDefinitions'].map((/** @type {Body} */ one) =>
        hclBlock('definition', [
          ['name', one['name']],
          ['service_resources', value(context, one['properties'].serviceResources)],
        ]),
      ),
  },
  'Microsoft.Storage/storageAccounts': {
    type: 'azurerm_storage_account',
    entries: (context) => [
      ['account_tier', 'Standard'],
      ['account_replication_type', 'LRS'],
      attribute(context, 'public_network_access_enabled', isOn(context.properties['publicNetworkAccess'])),
      attribute(context, 'shared_access_key_enabled', context.properties['allowSharedKeyAccess']),
      networkRules(context, 'network_rules', context.properties['networkAcls'], true),
    ],
  },
  'Microsoft.KeyVault/vaults': {
    type: 'azurerm_key_vault',
    entries: (context) => [
      ['tenant_id', value(context, context.properties['tenantId'])],
      ['sku_name', context.properties['sku'].name],
      ['rbac_authorization_enabled', true],
      attribute(context, 'public_network_access_enabled', isOn(context.properties['publicNetworkAccess'])),
      networkRules(context, 'network_acls', context.properties['networkAcls'], false),
    ],
  },
  'Microsoft.ContainerRegistry/registries': {
    type: 'azurerm_container_registry',
    entries: (context) => {
      const { publicNetworkAccess, networkRuleBypassOptions, networkRuleSet } = context.properties;
      return [
        ['sku', context.body['sku'].name],
        attribute(context, 'public_network_access_enabled', isOn(publicNetworkAccess)),
        attribute(context, 'network_rule_bypass_option', networkRuleBypassOptions),
        networkRuleSet === undefined
          ? null
          : hclBlock('network_rule_set', [['default_action', networkRuleSet.defaultAction]]),
      ];
    },
  },
  'Microsoft.OperationalInsights/workspaces': { type: 'azurerm_log_analytics_workspace', entries: () => [] },
  'Microsoft.Insights/components': {
    type: 'azurerm_application_insights',
    entries: (context) => [
      ['application_type', context.properties['Application_Type']],
      ['workspace_id', value(context, context.properties['WorkspaceResourceId'])],
    ],
  },
  'Microsoft.Authorization/locks': {
    type: 'azurerm_management_lock',
    isInGroup: false,
    isPlaced: false,
    entries: (context) => [
      ['scope', expression(`${reference(context, context.body['scope'])}.id`)],
      ['lock_level', context.properties['level']],
    ],
  },
  'Microsoft.Authorization/roleDefinitions': {
    type: 'azurerm_role_definition',
    isInGroup: false,
    isPlaced: false,
    entries: (context) => [
      ['scope', groupId],
      ...context.properties['permissions'].map((/** @type {Body} */ { actions }) =>
        hclBlock('permissions', [['actions', actions]]),
      ),
    ],
  },
};

/** @param {ExampleContext} context @returns {WrittenHclBlock[]} */
function zoneGroups(context) {
  return Object.values(context.blocks).flatMap((one) => {
    if (isVariable(one) || typeOf(one) !== zoneGroupType) return [];
    const { parent, name, properties } = one.body;
    if (!isExpression(parent) || expressionText(parent) !== context.symbol) return [];
    const zones = /** @type {Body} */ (properties)['privateDnsZoneConfigs'].map(
      (/** @type {Body} */ zone) => zone['properties'].privateDnsZoneId,
    );
    return [
      hclBlock('private_dns_zone_group', [
        ['name', name],
        ['private_dns_zone_ids', value(context, zones)],
      ]),
    ];
  });
}

/** @param {ExampleContext} context @returns {readonly HclEntry[]} */
function firewallRules(context) {
  const [collection] = context.properties['networkRuleCollections'];
  const { name, properties } = collection;
  return [
    ['name', name],
    ['azure_firewall_name', expression(`azurerm_firewall.${nameOf(context.symbol)}.name`)],
    ['resource_group_name', groupName],
    ['priority', properties.priority],
    ['action', properties.action.type],
    ...properties.rules.map((/** @type {Body} */ rule) =>
      hclBlock('rule', [
        ['name', rule['name']],
        ['protocols', rule['protocols']],
        ['source_addresses', rule['sourceAddresses']],
        ['destination_addresses', rule['destinationAddresses']],
        ['destination_ports', rule['destinationPorts']],
      ]),
    ),
  ];
}
