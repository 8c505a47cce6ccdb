import { mapKnown, type Known } from '../../core/known';
import type { Cloud, NetworkModel, ResourceId, Subnet } from '../../core/network/model';
import type { JsonObject } from '../json';
import { toNatGateway } from './to-nat-gateway';
import { toPrivateEndpoint } from './to-private-endpoint';
import { toRouteTable } from './to-route-table';
import { toSecurityGroup } from './to-security-group';
import { toVirtualNetwork } from './to-virtual-network';
import { missing, unreadableGateway, unreadableGroup, unreadableTable } from './unreadable';

/** The lists a model is made of, as Azure sent them. A list that may not be read at all is empty. */
export interface NetworkLists {
  readonly virtualNetworks: readonly JsonObject[];
  readonly securityGroups: readonly JsonObject[];
  readonly routeTables: readonly JsonObject[];
  readonly natGateways: readonly JsonObject[];
  /** Nothing points at an endpoint, so what may not be read must be said here. */
  readonly privateEndpoints: Known<readonly JsonObject[]>;
}

/** ARM's bodies as the model. What subnets use and the lists lack stands in it with the reason why. */
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
      ...missing(attachedTo(subnets, 'securityGroup'), securityGroups).map(unreadableGroup),
    ],
    routeTables: [
      ...routeTables,
      ...missing(attachedTo(subnets, 'routeTable'), routeTables).map(unreadableTable),
    ],
    natGateways: [
      ...natGateways,
      ...missing(attachedTo(subnets, 'natGateway'), natGateways).map(unreadableGateway),
    ],
    privateEndpoints: mapKnown(lists.privateEndpoints, (all) => all.map(toPrivateEndpoint)),
    // Read with the subnet whose routes lead to them.
    firewalls: [],
  };
}

/** Ids of the resources of one kind that subnets use. */
function attachedTo(
  subnets: readonly Subnet[],
  kind: 'securityGroup' | 'routeTable' | 'natGateway',
): readonly ResourceId[] {
  return subnets.flatMap((subnet) => {
    const attached = subnet[kind];
    return attached.known && attached.value !== null ? [attached.value] : [];
  });
}
