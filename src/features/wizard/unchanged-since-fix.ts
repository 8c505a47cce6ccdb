import { valueOr } from '../../core/known';
import { findSubnet, sameId } from '../../core/network/find';
import type { NetworkModel } from '../../core/network/model';
import { settableOf } from '../../core/resource-change';

/**
 * Checks whether a resource is unchanged: the etag of an NSG or route table, the references of a subnet, the target of
 * an endpoint.
 */
export function isUnchangedSinceFix(id: string, left: NetworkModel, now: NetworkModel): boolean {
  return stateOf(id, left) === stateOf(id, now);
}

function stateOf(id: string, model: NetworkModel): string {
  const entry = [...model.securityGroups, ...model.routeTables].find((one) => sameId(one.id, id));
  const subnet = findSubnet(model, id)?.subnet;
  const endpoint = valueOr(model.privateEndpoints, []).find((one) => sameId(one.id, id));
  return JSON.stringify([
    entry?.etag,
    endpoint && [endpoint.subnetId, endpoint.targetId, endpoint.groups],
    subnet && settableOf(subnet),
  ]).toLowerCase();
}
