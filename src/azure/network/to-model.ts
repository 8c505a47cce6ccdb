import { mapKnown, type Known } from '../../core/known';
import type { Cloud, NetworkModel, ResourceId, Subnet } from '../../core/network/model';
import type { JsonObject } from '../json';
import { toNatGateway } from './to-nat-gateway';
import { toPrivateEndpoint } from './to-private-endpoint';
import { toRouteTable } from './to-route-table';
import { toSecurityGroup } from './to-security-group';
import { toVirtualNetwork } from './to-virtual-network';
import { missing, unreadableGateway, unreadableGroup, unreadableTable } from './unreadable';

/** The lists for a model, as Azure sent them. A list that can't be read is empty. */
export interface NetworkLists {
  readonly virtualNetworks: readonly JsonObject[];
  readonly securityGroups: readonly JsonObject[];
  readonly routeTables: readonly JsonObject[];
  readonly natGateways: readonly JsonObject[];
  /** Unknown if the list can't be read. No resource references an endpoint, so it has to be stated here. */
  readonly privateEndpoints: Known<readonly JsonObject[]>;
}

/**
 * Converts ARM bodies to the model. Resources that subnets reference but that the lists omit are added with the reason.
 */
export function toModel(cloud: Cloud, lists: NetworkLists): NetworkModel {
  const virtualNetworks = lists.virtualNetworks.map(toVirtualNetwork);
  const subnets = virtualNetworks.flatMap((one) => one.subnets);
  const securityGroups = lists.securityGroups.map(toSecurityGroup);
  const routeTables = lists.routeTables.map(toRouteTable);
  const natGateways = lists.natGateways.map(toNatGateway);
  return {
    cloud,
    virtualNetworks,
    securityGroups: [
      ...securityGroups,
      ...missing(associatedTo(subnets, 'securityGroup'), securityGroups).map(unreadableGroup),
    ],
    routeTables: [
      ...routeTables,
      ...missing(associatedTo(subnets, 'routeTable'), routeTables).map(unreadableTable),
    ],
    natGateways: [
      ...natGateways,
      ...missing(associatedTo(subnets, 'natGateway'), natGateways).map(unreadableGateway),
    ],
    privateEndpoints: mapKnown(lists.privateEndpoints, (all) => all.map(toPrivateEndpoint)),
    // Read later, with the subnet whose routes point to them.
    firewalls: [],
  };
}

/** Returns the IDs of the resources of one kind that subnets reference. */
function associatedTo(
  subnets: readonly Subnet[],
  kind: 'securityGroup' | 'routeTable' | 'natGateway',
): readonly ResourceId[] {
  return subnets.flatMap((subnet) => {
    const associated = subnet[kind];
    return associated.known && associated.value !== null ? [associated.value] : [];
  });
}
