import { unknown, type Known } from '../../core/known';
import { idSet, nameOf, segmentOf } from '../../core/network/find';
import type { NatGateway, ResourceId, RouteTable, SecurityGroup } from '../../core/network/model';
import { reason } from '../../core/reason';

/** A member that the body does not say, or says in a word that Azure did not have when this was written. */
export function unreadMember(name: string): Known<never> {
  return unknown(reason('unknown.notRead', { name }));
}

/** Why a resource that is attached cannot be seen: lists leave out what one may not read. */
export function withoutPermission(id: ResourceId): Known<never> {
  const scope = segmentOf(id, 'resourceGroups') ?? id;
  return unknown(reason('unknown.permission', { name: nameOf(id), role: 'Reader', scope }));
}

/** The ids that nothing in the list stands for, each once. */
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
