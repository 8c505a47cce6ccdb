import { asItems, asObjectsWith, type ArgumentTable } from './argument-table';
import type { ResourceTables } from './resource-table';

const side: ArgumentTable = {
  address_prefix: 'addressPrefix',
  address_prefix_type: 'addressPrefixType',
};

const configurations = 'Microsoft.Network/networkManagers/securityAdminConfigurations';

/** Security admin rules, locks, and roles. */
export const governanceTables: ResourceTables = {
  azurerm_network_manager: {
    type: 'Microsoft.Network/networkManagers',
    arguments: { location: 'location' },
  },
  azurerm_network_manager_network_group: {
    type: 'Microsoft.Network/networkManagers/networkGroups',
    parent: { id: 'network_manager_id' },
    arguments: {},
  },
  azurerm_network_manager_static_member: {
    type: 'Microsoft.Network/networkManagers/networkGroups/staticMembers',
    parent: { id: 'network_group_id' },
    arguments: { target_virtual_network_id: 'properties.resourceId' },
  },
  azurerm_network_manager_security_admin_configuration: {
    type: configurations,
    parent: { id: 'network_manager_id' },
    arguments: {},
  },
  azurerm_network_manager_admin_rule_collection: {
    type: `${configurations}/ruleCollections`,
    parent: { id: 'security_admin_configuration_id' },
    arguments: {
      network_group_ids: { to: 'properties.appliesToGroups', as: asObjectsWith('networkGroupId') },
    },
  },
  azurerm_network_manager_admin_rule: {
    type: `${configurations}/ruleCollections/rules`,
    parent: { id: 'admin_rule_collection_id' },
    arguments: {
      action: 'properties.access',
      direction: 'properties.direction',
      priority: 'properties.priority',
      protocol: 'properties.protocol',
      source: { to: 'properties.sources', as: asItems(side) },
      destination: { to: 'properties.destinations', as: asItems(side) },
      source_port_ranges: 'properties.sourcePortRanges',
      destination_port_ranges: 'properties.destinationPortRanges',
    },
  },
  azurerm_management_lock: {
    type: 'Microsoft.Authorization/locks',
    parent: { scope: 'scope' },
    arguments: { lock_level: 'properties.level' },
  },
  azurerm_role_definition: {
    type: 'Microsoft.Authorization/roleDefinitions',
    arguments: {
      name: 'properties.roleName',
      permissions: {
        to: 'properties.permissions',
        as: asItems({ actions: 'actions', not_actions: 'notActions' }),
      },
    },
  },
};
