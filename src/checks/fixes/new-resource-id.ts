import { nameOf, segmentOf } from '../../core/network/find';
import type { ResourceId, VirtualNetwork } from '../../core/network/model';
import { freeName } from './place-rule';

/**
 * Maximum length of a name without a suffix. Names of network resources have at most 80 characters, and a number may
 * follow.
 */
const longestName = 76;

/**
 * Returns the ID of a resource to create in its virtual network's resource group, with the preferred name or the next
 * free one.
 */
export function newResourceId(
  { network }: { readonly network: VirtualNetwork },
  input: { readonly type: string; readonly name: string; readonly usedIds: readonly ResourceId[] },
): ResourceId {
  const usedIds = new Set(input.usedIds.map((id) => nameOf(id).toLowerCase()));
  const name = freeName(usedIds, input.name.slice(0, longestName));
  return siblingId(network, input.type, name);
}

/**
 * Returns the ID of a private DNS zone in its virtual network's resource group. The zone's name is the domain that it
 * resolves.
 */
export function zoneIdInNetworkGroup(network: VirtualNetwork, zone: string): ResourceId {
  return siblingId(network, 'privateDnsZones', zone);
}

function siblingId({ id }: VirtualNetwork, type: string, name: string): ResourceId {
  const subscription = segmentOf(id, 'subscriptions') ?? '';
  const group = segmentOf(id, 'resourceGroups') ?? '';
  return `/subscriptions/${subscription}/resourceGroups/${group}/providers/Microsoft.Network/${type}/${name}`;
}
