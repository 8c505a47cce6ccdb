import { known } from '../known';
import { idUpTo } from './find';
import type { ResourceId, Subnet, VirtualNetwork } from './model';

/** A virtual network with a subnet that the user plans to create. */
export interface ProposedNetwork {
  readonly subscription: string;
  readonly resourceGroup: string;
  /** ARM location in lowercase. */
  readonly location: string;
  readonly name: string;
  readonly addressSpace: string;
  readonly subnetName: string;
  readonly subnetPrefix: string;
}

/** Returns the future ID of the network. */
export function proposedNetworkId(proposed: ProposedNetwork): ResourceId {
  const { subscription, resourceGroup, name } = proposed;
  return `/subscriptions/${subscription}/resourceGroups/${resourceGroup}/providers/Microsoft.Network/virtualNetworks/${name}`;
}

/** Returns the future ID of its subnet. */
export function proposedSubnetId(proposed: ProposedNetwork): ResourceId {
  return `${proposedNetworkId(proposed)}/subnets/${proposed.subnetName}`;
}

/**
 * The two peerings between a network to create and an existing one. Traffic only passes once both exist (virtual
 * network peering, state `Connected`).
 */
export interface ProposedPeering {
  /** ID of the peering of the new network. */
  readonly here: ResourceId;
  /** ID of the peering of the existing network. */
  readonly there: ResourceId;
}

/** Returns the ID of the existing network. */
export function peeredNetworkId({ there }: ProposedPeering): ResourceId {
  return idUpTo(there, 'virtualNetworkPeerings');
}

/**
 * Returns the network in Azure's form with nothing associated: it is empty, isn't connected, and doesn't have default
 * outbound access.
 */
export function bareNetwork(proposed: ProposedNetwork): VirtualNetwork {
  return {
    id: proposedNetworkId(proposed),
    name: proposed.name,
    location: known(proposed.location),
    addressPrefixes: known([proposed.addressSpace]),
    dnsServers: known([]),
    peerings: known([]),
    hasGateway: known(false),
    subnets: [bareSubnet(proposed)],
  };
}

function bareSubnet(proposed: ProposedNetwork): Subnet {
  return {
    id: proposedSubnetId(proposed),
    name: proposed.subnetName,
    virtualNetworkId: proposedNetworkId(proposed),
    addressPrefixes: known([proposed.subnetPrefix]),
    securityGroup: known(null),
    routeTable: known(null),
    natGateway: known(null),
    delegations: known([]),
    serviceEndpoints: known([]),
    serviceEndpointPolicies: known([]),
    defaultOutboundAccess: known(false),
    privateEndpointNetworkPolicies: known('Disabled'),
    addressesInUse: known(0),
  };
}
