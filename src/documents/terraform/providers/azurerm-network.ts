import {
  asItems,
  asObject,
  asObjectsWith,
  asOpposite,
  asReference,
  asReferences,
  asPortText,
  asWord,
  type ArgumentTable,
} from './argument-table';
import type { ResourceTables } from './resource-table';

/*
 * Arguments of the provider azurerm, 2.x to 5.x, with the ARM member that they set, and the default that the provider
 * sends. Sources: its schema of 5.2.0, tag of 2026-08-20, and earlier versions for renamed arguments.
 */

const securityRule: ArgumentTable = {
  name: 'name',
  description: 'properties.description',
  priority: 'properties.priority',
  direction: 'properties.direction',
  access: 'properties.access',
  protocol: 'properties.protocol',
  source_port_range: { to: 'properties.sourcePortRange', as: asPortText },
  source_port_ranges: { to: 'properties.sourcePortRanges', as: asPortText },
  destination_port_range: { to: 'properties.destinationPortRange', as: asPortText },
  destination_port_ranges: { to: 'properties.destinationPortRanges', as: asPortText },
  source_address_prefix: 'properties.sourceAddressPrefix',
  source_address_prefixes: 'properties.sourceAddressPrefixes',
  destination_address_prefix: 'properties.destinationAddressPrefix',
  destination_address_prefixes: 'properties.destinationAddressPrefixes',
  source_application_security_group_ids: {
    to: 'properties.sourceApplicationSecurityGroups',
    as: asReferences,
  },
  destination_application_security_group_ids: {
    to: 'properties.destinationApplicationSecurityGroups',
    as: asReferences,
  },
};

const route: ArgumentTable = {
  name: 'name',
  address_prefix: 'properties.addressPrefix',
  next_hop_type: 'properties.nextHopType',
  next_hop_in_ip_address: 'properties.nextHopIpAddress',
};

/** A Boolean argument of 3.x. The values as words came with 3.108. */
const policies = { to: 'properties.privateEndpointNetworkPolicies' };

/** A subnet, also as a block of its network. `default_outbound_access_enabled` came with 3.107, and 4.x sends it. */
export const subnetArguments: ArgumentTable = {
  name: 'name',
  address_prefixes: 'properties.addressPrefixes',
  address_prefix: 'properties.addressPrefix',
  default_outbound_access_enabled: { to: 'properties.defaultOutboundAccess', unset: true },
  security_group: { to: 'properties.networkSecurityGroup', as: asReference },
  network_security_group_id: { to: 'properties.networkSecurityGroup', as: asReference },
  network_security_group_id_wo: { to: 'properties.networkSecurityGroup', as: asReference },
  route_table_id: { to: 'properties.routeTable', as: asReference },
  route_table_id_wo: { to: 'properties.routeTable', as: asReference },
  delegation: {
    to: 'properties.delegations',
    as: asItems({
      name: 'name',
      service_delegation: { to: 'properties', as: asObject({ name: 'serviceName' }) },
    }),
  },
  // A list of names in 4.x, and a block for each in 5.x.
  service_endpoints: { to: 'properties.serviceEndpoints', as: asObjectsWith('service') },
  service_endpoint: { to: 'properties.serviceEndpoints', as: asItems({ service: 'service' }) },
  service_endpoint_policy_ids: { to: 'properties.serviceEndpointPolicies', as: asReferences },
  private_endpoint_network_policies: { ...policies, unset: 'Disabled', unsetBefore4: 'Enabled' },
  private_endpoint_network_policies_enabled: { ...policies, as: asWord('Enabled', 'Disabled') },
  enforce_private_link_endpoint_network_policies: { ...policies, as: asWord('Disabled', 'Enabled') },
};

const standardSku = { to: 'sku.name', unset: 'Standard' };

export const networkTables: ResourceTables = {
  azurerm_resource_group: { type: 'Microsoft.Resources/resourceGroups', arguments: { location: 'location' } },
  azurerm_virtual_network: {
    type: 'Microsoft.Network/virtualNetworks',
    arguments: {
      location: 'location',
      address_space: 'properties.addressSpace.addressPrefixes',
      dns_servers: 'properties.dhcpOptions.dnsServers',
    },
  },
  azurerm_subnet: {
    type: 'Microsoft.Network/virtualNetworks/subnets',
    parent: { name: 'virtual_network_name' },
    arguments: subnetArguments,
  },
  azurerm_network_security_group: {
    type: 'Microsoft.Network/networkSecurityGroups',
    arguments: {
      location: 'location',
      security_rule: { to: 'properties.securityRules', as: asItems(securityRule) },
    },
  },
  azurerm_network_security_rule: {
    type: 'Microsoft.Network/networkSecurityGroups/securityRules',
    parent: { name: 'network_security_group_name' },
    arguments: securityRule,
  },
  azurerm_application_security_group: {
    type: 'Microsoft.Network/applicationSecurityGroups',
    arguments: { location: 'location' },
  },
  azurerm_route_table: {
    type: 'Microsoft.Network/routeTables',
    arguments: {
      location: 'location',
      route: { to: 'properties.routes', as: asItems(route) },
      disable_bgp_route_propagation: 'properties.disableBgpRoutePropagation',
      bgp_route_propagation_enabled: {
        to: 'properties.disableBgpRoutePropagation',
        as: asOpposite,
        unset: false,
      },
    },
  },
  azurerm_route: {
    type: 'Microsoft.Network/routeTables/routes',
    parent: { name: 'route_table_name' },
    arguments: route,
  },
  azurerm_nat_gateway: {
    type: 'Microsoft.Network/natGateways',
    arguments: {
      location: 'location',
      sku_name: standardSku,
      public_ip_address_ids: { to: 'properties.publicIpAddresses', as: asReferences },
      public_ip_prefix_ids: { to: 'properties.publicIpPrefixes', as: asReferences },
    },
  },
  azurerm_public_ip: {
    type: 'Microsoft.Network/publicIPAddresses',
    arguments: {
      location: 'location',
      sku: { ...standardSku, unsetBefore4: 'Basic' },
      allocation_method: 'properties.publicIPAllocationMethod',
      ip_version: { to: 'properties.publicIPAddressVersion', unset: 'IPv4' },
    },
  },
  azurerm_public_ip_prefix: {
    type: 'Microsoft.Network/publicIPPrefixes',
    arguments: { location: 'location', sku: standardSku },
  },
  azurerm_virtual_network_peering: {
    type: 'Microsoft.Network/virtualNetworks/virtualNetworkPeerings',
    parent: { name: 'virtual_network_name' },
    arguments: {
      remote_virtual_network_id: { to: 'properties.remoteVirtualNetwork', as: asReference },
      allow_virtual_network_access: { to: 'properties.allowVirtualNetworkAccess', unset: true },
      allow_forwarded_traffic: { to: 'properties.allowForwardedTraffic', unset: false },
      use_remote_gateways: { to: 'properties.useRemoteGateways', unset: false },
      peer_complete_virtual_networks_enabled: { to: 'properties.peerCompleteVnets', unset: true },
      only_ipv6_peering_enabled: 'properties.enableOnlyIPv6Peering',
      local_subnet_names: 'properties.localSubnetNames',
      remote_subnet_names: 'properties.remoteSubnetNames',
    },
  },
  azurerm_network_interface: {
    type: 'Microsoft.Network/networkInterfaces',
    arguments: {
      location: 'location',
      ip_configuration: {
        to: 'properties.ipConfigurations',
        as: asItems({ name: 'name', subnet_id: { to: 'properties.subnet', as: asReference } }),
      },
    },
  },
  azurerm_virtual_network_gateway: {
    type: 'Microsoft.Network/virtualNetworkGateways',
    arguments: {
      location: 'location',
      ip_configuration: {
        to: 'properties.ipConfigurations',
        as: asItems({ name: 'name', subnet_id: { to: 'properties.subnet', as: asReference } }),
      },
    },
  },
  azurerm_route_server: {
    type: 'Microsoft.Network/virtualHubs/ipConfigurations',
    arguments: { subnet_id: { to: 'properties.subnet', as: asReference } },
  },
  azurerm_subnet_service_endpoint_storage_policy: {
    type: 'Microsoft.Network/serviceEndpointPolicies',
    arguments: {
      location: 'location',
      definition: {
        to: 'properties.serviceEndpointPolicyDefinitions',
        as: asItems({ name: 'name', service_resources: 'properties.serviceResources' }),
      },
    },
  },
  azurerm_private_endpoint: {
    type: 'Microsoft.Network/privateEndpoints',
    arguments: {
      location: 'location',
      subnet_id: { to: 'properties.subnet', as: asReference },
      private_service_connection: {
        to: 'properties.privateLinkServiceConnections',
        as: asItems({
          name: 'name',
          private_connection_resource_id: 'properties.privateLinkServiceId',
          subresource_names: 'properties.groupIds',
          is_manual_connection: {
            to: 'properties.privateLinkServiceConnectionState.status',
            as: asWord('Pending', 'Approved'),
          },
        }),
      },
      ip_configuration: {
        to: 'properties.ipConfigurations',
        as: asItems({ name: 'name', private_ip_address: 'properties.privateIPAddress' }),
      },
    },
  },
  azurerm_private_dns_zone: { type: 'Microsoft.Network/privateDnsZones', arguments: {} },
  azurerm_private_dns_zone_virtual_network_link: {
    type: 'Microsoft.Network/privateDnsZones/virtualNetworkLinks',
    parent: { id: 'private_dns_zone_id', name: 'private_dns_zone_name' },
    arguments: {
      virtual_network_id: { to: 'properties.virtualNetwork', as: asReference },
      registration_enabled: { to: 'properties.registrationEnabled', unset: false },
    },
  },
  azurerm_private_dns_a_record: {
    type: 'Microsoft.Network/privateDnsZones/A',
    parent: { id: 'private_dns_zone_id', name: 'zone_name' },
    arguments: {
      records: { to: 'properties.aRecords', as: asObjectsWith('ipv4Address') },
    },
  },
  azurerm_private_dns_resolver_dns_forwarding_ruleset: {
    type: 'Microsoft.Network/dnsForwardingRulesets',
    arguments: { location: 'location' },
  },
  azurerm_private_dns_resolver_virtual_network_link: {
    type: 'Microsoft.Network/dnsForwardingRulesets/virtualNetworkLinks',
    parent: { id: 'dns_forwarding_ruleset_id' },
    arguments: { virtual_network_id: { to: 'properties.virtualNetwork', as: asReference } },
  },
};
