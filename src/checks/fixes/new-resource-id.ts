import { nameOf, segmentOf } from '../../core/network/find';
import type { ResourceId, VirtualNetwork } from '../../core/network/model';
import { freeName } from './place-rule';

/** Names of network resources are at most 80 characters; some are left for a number. */
const longestName = 76;

/** The id of a resource to make: beside its virtual network, under the wished name or the next free one. */
export function newResourceId(
  { network }: { readonly network: VirtualNetwork },
  wanted: { readonly type: string; readonly name: string; readonly taken: readonly ResourceId[] },
): ResourceId {
  const taken = new Set(wanted.taken.map((id) => nameOf(id).toLowerCase()));
  const name = freeName(taken, wanted.name.slice(0, longestName));
  return idBeside(network, wanted.type, name);
}

/** The id of a private DNS zone, whose name is what it answers for, beside its virtual network. */
export function zoneIdInNetworkGroup(network: VirtualNetwork, zone: string): ResourceId {
  return idBeside(network, 'privateDnsZones', zone);
}

function idBeside({ id }: VirtualNetwork, type: string, name: string): ResourceId {
  const subscription = segmentOf(id, 'subscriptions') ?? '';
  const group = segmentOf(id, 'resourceGroups') ?? '';
  return `/subscriptions/${subscription}/resourceGroups/${group}/providers/Microsoft.Network/${type}/${name}`;
}
