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
  const subscription = segmentOf(network.id, 'subscriptions') ?? '';
  const group = segmentOf(network.id, 'resourceGroups') ?? '';
  const taken = new Set(wanted.taken.map((id) => nameOf(id).toLowerCase()));
  const name = freeName(taken, wanted.name.slice(0, longestName));
  return `/subscriptions/${subscription}/resourceGroups/${group}/providers/Microsoft.Network/${wanted.type}/${name}`;
}
