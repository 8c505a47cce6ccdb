import { known } from '../known';
import type { ResourceId, Subnet, VirtualNetwork } from './model';

/** A virtual network with one subnet, as somebody means to make it. */
export interface ProposedNetwork {
  readonly subscription: string;
  readonly resourceGroup: string;
  /** ARM location, lower case. */
  readonly location: string;
  readonly name: string;
  readonly addressSpace: string;
  readonly subnetName: string;
  readonly subnetPrefix: string;
}

/** Id that the network will have. */
export function proposedNetworkId(proposed: ProposedNetwork): ResourceId {
  const { subscription, resourceGroup, name } = proposed;
  return `/subscriptions/${subscription}/resourceGroups/${resourceGroup}/providers/Microsoft.Network/virtualNetworks/${name}`;
}

/** Id that its subnet will have. */
export function proposedSubnetId(proposed: ProposedNetwork): ResourceId {
  return `${proposedNetworkId(proposed)}/subnets/${proposed.subnetName}`;
}

/**
 * The network as Azure would have it with nothing attached: nobody is in it, nothing leads into it, and its machines
 * leave by no address that Azure lends them.
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
