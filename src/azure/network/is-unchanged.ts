import { findSubnet, sameId } from '../../core/network/find';
import type { NetworkModel, ResourceId, Subnet } from '../../core/network/model';
import { textAt, type JsonObject } from '../json';
import { toSubnet } from './to-subnet';

/**
 * True where a resource is still what the model was read from. A group or table is held by its etag. A subnet's etag
 * changes with every machine that comes or goes, so a subnet is held by what it uses.
 */
export function isUnchanged(model: NetworkModel, body: JsonObject): boolean {
  const id = textAt(body, 'id') ?? '';
  const subnet = findSubnet(model, id)?.subnet;
  if (subnet) return usesTheSame(subnet, toSubnet(body, subnet.virtualNetworkId));
  const seen = seenEtag(model, id);
  return seen === undefined || seen === textAt(body, 'etag');
}

function seenEtag(model: NetworkModel, id: ResourceId): string | undefined {
  return [...model.securityGroups, ...model.routeTables].find((one) => sameId(one.id, id))?.etag;
}

function usesTheSame(seen: Subnet, now: Subnet): boolean {
  const settings = (one: Subnet): string =>
    JSON.stringify([one.delegations, one.serviceEndpoints, one.privateEndpointNetworkPolicies]);
  if (settings(seen) !== settings(now)) return false;
  return (['securityGroup', 'routeTable', 'natGateway'] as const).every((kind) => {
    const [before, after] = [seen[kind], now[kind]];
    if (!before.known || !after.known) return false;
    return sameId(before.value ?? '', after.value ?? '');
  });
}
