import { valueOr } from '../../core/known';
import { findSubnet, sameId } from '../../core/network/find';
import type { NetworkModel } from '../../core/network/model';
import { settableOf } from '../../core/resource-change';

/** A group or table has the etag that it was read with; a subnet names what it named; an endpoint stands for what it did. */
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
