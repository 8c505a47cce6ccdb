import type { FailureText } from './failure-text';

/** Errors of the network provider. */
export const networkTexts = {
  invalidReference: {
    code: 'InvalidResourceReference',
    message:
      'Resource {target} referenced by resource {id} was not found. Please make sure that the referenced resource exists, and that both resources are in the same region.',
    origin: 'code seen',
  },
  invalidAddressPrefix: {
    code: 'InvalidAddressPrefixFormat',
    message:
      'Address prefix {prefix} of resource {id} is not formatted correctly. It should follow CIDR notation, for example 10.0.0.0/24.',
    origin: 'code seen',
  },
  endpointGroup: {
    code: 'InvalidPrivateLinkServiceGroupId',
    message: 'Group {group} is no sub-resource of {target}.',
    origin: 'made up',
  },
  endpointFixed: {
    code: 'PrivateEndpointCannotBeUpdated',
    message: 'Subnet and connection of private endpoint {id} cannot be changed.',
    origin: 'made up',
  },
  endpointInDelegated: {
    code: 'PrivateEndpointSubnetHasDelegation',
    message: 'Subnet {name} has a delegation and cannot be used with a private endpoint.',
    origin: 'documented',
    source: 'https://github.com/MicrosoftDocs/azure-docs/issues/47048',
  },
  endpointNeedsPremium: {
    code: 'PrivateEndpointFeatureNotSupported',
    message: 'Registry {name} is {sku}. Private endpoints are a feature of the Premium kind.',
    origin: 'documented',
    source: 'https://learn.microsoft.com/azure/container-registry/container-registry-private-link',
  },
  oneZoneGroup: {
    code: 'PrivateDnsZoneGroupLimit',
    message: 'Private endpoint {id} has a private DNS zone group already.',
    origin: 'documented',
    source: 'https://learn.microsoft.com/azure/private-link/private-endpoint-dns',
  },
  disallowedAddressSpace: {
    code: 'AddressPrefixNotAllowed',
    message: 'Address prefix {prefix} of virtual network {name} overlaps with the reserved range {reserved}.',
    origin: 'documented',
    source: 'https://learn.microsoft.com/azure/virtual-network/virtual-networks-faq',
  },
  addressSpaceRequired: {
    code: 'NoAddressPrefixOrPoolProvided',
    message: 'No address prefix or pool has been provided for {id}.',
    origin: 'made up',
  },
  invalidSubnet: {
    code: 'NetcfgInvalidSubnet',
    message: "Subnet '{name}' is not valid in virtual network '{network}'.",
    origin: 'seen',
    source: 'https://github.com/Azure/azure-cli/issues/10917',
  },
  subnetOutsideNetwork: {
    code: 'NetcfgSubnetRangeOutsideVnet',
    message:
      "Subnet '{name}' is not valid because its IP address range is outside the IP address range of virtual network '{network}'.",
    origin: 'seen',
    source: 'https://github.com/MicrosoftDocs/azure-docs/pull/123869',
  },
  subnetsOverlap: {
    code: 'NetcfgSubnetRangesOverlap',
    message:
      "Subnet '{name}' is not valid because its IP address range overlaps with that of an existing subnet in virtual network '{network}'.",
    origin: 'seen',
    source: 'https://github.com/MicrosoftDocs/azure-docs/pull/123869',
  },
  subnetInUse: {
    code: 'InUseSubnetCannotBeDeleted',
    message:
      'Subnet {name} is in use by {user} and cannot be deleted. In order to delete the subnet, delete all the resources within the subnet. See aka.ms/deletesubnet.',
    origin: 'seen',
    source: 'comment in the azurerm provider, orchestrated scale set resource',
  },
  subnetPrefixInUse: {
    code: 'InUsePrefixCannotBeDeleted',
    message: 'IpPrefix {prefix} on Subnet {name} has active allocations and cannot be deleted.',
    origin: 'code seen',
  },
  delegationInUse: {
    code: 'SubnetDelegationsCannotChangeWhenSubnetUsedByResource',
    message:
      'Delegations of subnet {id} cannot be changed from [{from}] to [{to}] because it is being used by the resource {user}.',
    origin: 'seen',
    source: 'https://github.com/Azure/MachineLearningNotebooks/issues/1294',
  },
  groupInUse: {
    code: 'InUseNetworkSecurityGroupCannotBeDeleted',
    message:
      'Network security group {id} cannot be deleted because it is in use by the following resources: {users}. In order to delete the Network security group, remove the association with the resource(s). To learn how to do this, see aka.ms/deletensg.',
    origin: 'seen',
    source: 'error bodies quoted in public tests of deployment tools (first sentence)',
  },
  routeTableInUse: {
    code: 'InUseRouteTableCannotBeDeleted',
    message: 'Route table {id} is in use and cannot be deleted.',
    origin: 'code seen',
  },
  natGatewayInUse: {
    code: 'InUseNatGatewayCannotBeDeleted',
    message: 'Nat gateway {id} is in use by the following resources: {users} and cannot be deleted.',
    origin: 'made up',
  },
  publicAddressInUse: {
    code: 'PublicIPAddressCannotBeDeleted',
    message: 'Public IP address {id} can not be deleted since it is still allocated to resource {users}.',
    origin: 'code seen',
  },
  publicPrefixSku: {
    code: 'PublicIpPrefixInvalidSku',
    message: 'Public IP prefix {id} must have sku Standard or StandardV2.',
    origin: 'documented',
    source: 'https://learn.microsoft.com/azure/virtual-network/ip-services/public-ip-address-prefix',
  },
  publicPrefixLength: {
    code: 'PublicIpPrefixInvalidPrefixLength',
    message: "Public IP prefix {id} has prefix length '{length}'. Allowed are 28 to 31.",
    origin: 'documented',
    source: 'https://learn.microsoft.com/azure/virtual-network/ip-services/public-ip-address-prefix',
  },
  publicPrefixFixed: {
    code: 'PublicIpPrefixPropertyChangeNotAllowed',
    message: 'The prefix length of public IP prefix {id} cannot be changed after creation.',
    origin: 'documented',
    source: 'https://learn.microsoft.com/azure/virtual-network/ip-services/public-ip-address-prefix',
  },
  publicPrefixInUse: {
    code: 'PublicIpPrefixInUse',
    message: 'Public IP prefix {id} is in use by {users} and cannot be deleted.',
    origin: 'made up',
  },
  peeringToItself: {
    code: 'InvalidPeering',
    message: 'Peering {name} references the virtual network that it belongs to.',
    origin: 'made up',
  },
  peeringOverlap: {
    code: 'VnetAddressSpacesOverlap',
    message:
      'Cannot create or update peering {name}. Virtual networks {network} and {remote} cannot be peered because their address spaces overlap.',
    origin: 'code seen',
  },
  peeringTwice: {
    code: 'AnotherPeeringAlreadyReferencesRemoteVnet',
    message: 'Peering {name} cannot reference {remote}: peering {other} references it already.',
    origin: 'code seen',
  },
  remotePeeringDisconnected: {
    code: 'RemotePeeringIsDisconnected',
    message:
      'Cannot create or update peering {name}. The remote peering {remote} is in Disconnected state. Update or re-create the remote peering to get it back to Initiated state.',
    origin: 'code seen',
  },
  zoneName: {
    code: 'BadRequest',
    message: "The domain name '{zone}' is not valid. A private DNS zone has at least two labels.",
    origin: 'documented',
    source: 'https://learn.microsoft.com/azure/dns/private-dns-privatednszone',
  },
  zoneLocation: {
    code: 'BadRequest',
    message: "The location of a private DNS zone must be 'global'.",
    origin: 'made up',
  },
  zoneHasLinks: {
    code: 'CannotDeleteResource',
    message:
      'Can not delete resource before nested resources are deleted: private DNS zone {zone} has virtual network links.',
    origin: 'code seen',
  },
  linkFixed: {
    code: 'BadRequest',
    message: 'The virtual network of link {name} cannot be changed after creation.',
    origin: 'made up',
  },
  linkTwice: {
    code: 'Conflict',
    message: 'Virtual network {network} is linked already by {other}.',
    origin: 'documented',
    source: 'https://learn.microsoft.com/azure/dns/private-dns-virtual-network-links',
  },
  natGatewaySku: {
    code: 'NatGatewayInvalidSku',
    message: 'Nat gateway {id} must have sku Standard or StandardV2, and its public addresses the same one.',
    origin: 'documented',
    source: 'https://learn.microsoft.com/azure/nat-gateway/nat-overview',
  },
  natGatewayOtherNetwork: {
    code: 'NatGatewayCannotBeUsedBySubnetsOfDifferentVirtualNetworks',
    message:
      'NAT gateway {id} cannot be attached to subnet {subnet}: it is used by {other}, which is in another virtual network.',
    origin: 'documented',
    source: 'https://learn.microsoft.com/azure/nat-gateway/nat-overview',
  },
  publicAddressTaken: {
    code: 'PublicIPAddressInUse',
    message: 'Public IP address {id} is already allocated to resource {user}.',
    origin: 'made up',
  },
  natGatewayOnGatewaySubnet: {
    code: 'NatGatewayNotSupportedOnGatewaySubnet',
    message: 'NAT gateway {id} cannot be attached to subnet GatewaySubnet.',
    origin: 'documented',
    source: 'https://learn.microsoft.com/azure/nat-gateway/nat-overview',
  },

  rulePriority: {
    code: 'SecurityRuleInvalidPriority',
    message: 'Security rule has invalid Priority. Value provided: {value} Allowed range 100-4096.',
    origin: 'code seen',
  },
  ruleConflict: {
    code: 'SecurityRuleConflict',
    message:
      'Security rule {name} conflicts with rule {other}. Rules cannot have the same Priority and Direction.',
    origin: 'seen',
    source: 'lab notes and Databricks modules in public repositories, 2025-2026',
  },
  ruleAddressPrefix: {
    code: 'SecurityRuleInvalidAddressPrefix',
    message: 'Security rule has invalid Address prefix. Value provided: {value}',
    origin: 'seen',
    source: 'https://github.com/ernestio/ernest/issues/473',
  },
  rulePluralValue: {
    code: 'SecurityRuleParameterContainsUnsupportedValue',
    message:
      "Security rule parameter {parameter} for rule with Id {id} cannot specify existing VIRTUALNETWORK, INTERNET, AZURELOADBALANCER, '*' or system tags. Unsupported value used: {value}.",
    origin: 'seen',
    source: 'event log of a public AKS chaos project, 2026',
  },
  rulePort: {
    code: 'SecurityRuleInvalidPortRange',
    message:
      "Security rule has invalid Port range. Value provided: {value}. Value should be an integer OR integer range with '-' delimiter. Valid range 0-65535.",
    origin: 'code seen',
  },
  rulePluralPort: {
    code: 'SecurityRuleParameterContainsInvalidPortRanges',
    message:
      'Security rule parameter {parameter} for rule with Id {id} contains unsupported port ranges: {value}.',
    origin: 'code seen',
  },
  ruleMember: {
    code: 'SecurityRuleMissingOrInvalidMember',
    message: "Security rule {name} has no or an unknown value for '{member}'. Value provided: {value}",
    origin: 'made up',
  },
  ruleBothForms: {
    code: 'SecurityRuleParametersCannotBeSpecifiedTogether',
    message:
      'Security rule parameters {singular} and {plural} for rule with Id {id} cannot be specified at the same time.',
    origin: 'code seen',
  },
  ruleLimit: {
    code: 'SecurityRuleLimitReached',
    message: 'Network security group {id} cannot have more than 1000 security rules.',
    origin: 'documented',
    source:
      'https://learn.microsoft.com/azure/azure-resource-manager/management/azure-subscription-service-limits',
  },
  routePrefix: {
    code: 'InvalidRoutePrefix',
    message: 'Address prefix {value} of route {id} is not a valid CIDR or supported service tag.',
    origin: 'made up',
  },
  routeTagUnsupported: {
    code: 'ServiceTagNotSupportedInRoute',
    message: 'Service tag {value} is not supported as address prefix of route {id}.',
    origin: 'documented',
    source: 'https://learn.microsoft.com/azure/virtual-network/service-tags-overview',
  },
  routeTagLimit: {
    code: 'ServiceTagRouteLimitReached',
    message: 'Route table {id} cannot have more than 25 routes with service tags.',
    origin: 'documented',
    source: 'https://learn.microsoft.com/azure/virtual-network/virtual-networks-udr-overview',
  },
  routeConflict: {
    code: 'RouteConflict',
    message: 'Route {name} conflicts with route {other}. Routes cannot have the same AddressPrefix.',
    origin: 'code seen',
  },
  routeNextHop: {
    code: 'InvalidNextHop',
    message: "Route {id} has an invalid next hop. NextHopType '{type}', NextHopIpAddress '{address}'.",
    origin: 'made up',
  },
} as const satisfies Readonly<Record<string, FailureText>>;
