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
  wanted: { readonly type: string; readonly name: string; readonly taken: readonly ResourceId[] },
): ResourceId {
  const taken = new Set(wanted.taken.map((id) => nameOf(id).toLowerCase()));
  const name = freeName(taken, wanted.name.slice(0, longestName));
  return idBeside(network, wanted.type, name);
}

/**
 * Returns the ID of a private DNS zone in its virtual network's resource group. The zone's name is the domain that it
 * resolves.
 */
export function zoneIdInNetworkGroup(network: VirtualNetwork, zone: string): ResourceId {
  return idBeside(network, 'privateDnsZones', zone);
}

function idBeside({ id }: VirtualNetwork, type: string, name: string): ResourceId {
  const subscription = segmentOf(id, 'subscriptions') ?? '';
  const group = segmentOf(id, 'resourceGroups') ?? '';
  return `/subscriptions/${subscription}/resourceGroups/${group}/providers/Microsoft.Network/${type}/${name}`;
}
