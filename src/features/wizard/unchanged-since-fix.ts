import { valueOr } from '../../core/known';
import { findSubnet, sameId } from '../../core/network/find';
import type { NetworkModel } from '../../core/network/model';

/** A group or table has the etag that it was read with; a subnet names what it named; an endpoint stands for what it did. */
export function isUnchangedSinceFix(id: string, left: NetworkModel, now: NetworkModel): boolean {
  return stateOf(id, left) === stateOf(id, now);
}

function stateOf(id: string, model: NetworkModel): string {
  const entry = [...model.securityGroups, ...model.routeTables].find((one) => sameId(one.id, id));
  const subnet = findSubnet(model, id)?.subnet;
  const endpoint = valueOr(model.privateEndpoints, []).find((one) => sameId(one.id, id));
  const { securityGroup, routeTable, natGateway, delegations } = subnet ?? {};
  const { serviceEndpoints, privateEndpointNetworkPolicies } = subnet ?? {};
  return JSON.stringify([
    entry?.etag,
    endpoint && [endpoint.subnetId, endpoint.targetId, endpoint.groups],
    securityGroup,
    routeTable,
    natGateway,
    delegations,
    serviceEndpoints,
    privateEndpointNetworkPolicies,
  ]).toLowerCase();
}
