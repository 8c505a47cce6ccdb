import type { JsonObject } from '../json';
import { groupId } from '../resource-id';
import { ok, pageOf, type Reply } from '../responses';
import { route, type Route, type RouteCall } from '../router';
import type { Item } from '../store';
import { inGroup, inSubscription, notFound } from './guards';

export const identityType = 'Microsoft.ManagedIdentity/userAssignedIdentities';
const inOneGroup = `/subscriptions/:subscription/resourceGroups/:group/providers/${identityType}`;

/** User-assigned identities, which are read only here. */
export const identityRoutes: readonly Route[] = [
  route(`GET /subscriptions/:subscription/providers/${identityType}`, inSubscription(list)),
  route(`GET ${inOneGroup}`, inGroup(list)),
  route(`GET ${inOneGroup}/:name`, inGroup(get)),
];

function list({ world, request, param }: RouteCall): Reply {
  const filter = { subscriptionId: param('subscription'), resourceGroup: param('group') || undefined };
  const refused = world.access.check('read', `/subscriptions/${param('subscription')}`, identityType);
  if (refused) return refused;
  const items = world.store
    .list(identityType, filter)
    .filter((item) => world.access.may('read', item.id, identityType));
  return pageOf(items.map(shown), { url: request.url, size: world.settings.pageSize });
}

function get({ world, param }: RouteCall): Reply {
  const id = `${groupId(param('subscription'), param('group'))}/providers/${identityType}/${param('name')}`;
  const refused = world.access.check('read', id, identityType);
  if (refused) return refused;
  const item = world.store.get(id);
  return item
    ? ok(shown(item))
    : notFound({ type: identityType, path: param('name'), group: param('group') });
}

function shown({ id, name, type, location, top, properties }: Item): JsonObject {
  return { id, name, type, location: location ?? '', ...top, properties };
}
