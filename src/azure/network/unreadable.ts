import { unknown, type Known } from '../../core/known';
import { idSet, nameOf, segmentOf } from '../../core/network/find';
import type { NatGateway, ResourceId, RouteTable, SecurityGroup } from '../../core/network/model';
import { reason } from '../../core/reason';

/** Returns the unknown for a member that the body omits, or whose value this code doesn't know. */
export function unreadMember(name: string): Known<never> {
  return unknown(reason('unknown.notRead', { name }));
}

/**
 * Returns the unknown for an associated resource that isn't in the list: Azure omits resources that the account can't
 * read.
 */
export function withoutPermission(id: ResourceId): Known<never> {
  const scope = segmentOf(id, 'resourceGroups') ?? id;
  return unknown(reason('unknown.permission', { name: nameOf(id), role: 'Reader', scope }));
}

/** Returns the IDs that aren't in the list, each once. */
export function missing(
  ids: readonly ResourceId[],
  list: readonly { readonly id: ResourceId }[],
): readonly ResourceId[] {
  const isListed = idSet(list.map(({ id }) => id));
  const seen = new Set<string>();
  return ids.filter((id) => {
    const isNew = seen.size < seen.add(id.toLowerCase()).size;
    return isNew && !isListed(id);
  });
}

export function unreadableGroup(id: ResourceId): SecurityGroup {
  const why = withoutPermission(id);
  return { id, name: nameOf(id), location: why, rules: why, usedBy: why };
}

export function unreadableTable(id: ResourceId): RouteTable {
  const why = withoutPermission(id);
  return { id, name: nameOf(id), location: why, routes: why, disableBgpRoutePropagation: why, usedBy: why };
}

export function unreadableGateway(id: ResourceId): NatGateway {
  const why = withoutPermission(id);
  return { id, name: nameOf(id), location: why, sku: why, publicAddresses: why };
}
