import type { BodyObject } from '../body-json';
import { resourceGroupId } from '../resource-id';
import { ok, listPageReply, type Reply } from '../responses';
import { defineRoute, type RequestRoute, type RouteCall } from '../router';
import type { Item } from '../store';
import { withResourceGroup, inSubscription, notFound } from './guards';

export const identityType = 'Microsoft.ManagedIdentity/userAssignedIdentities';
const inOneGroup = `/subscriptions/:subscription/resourceGroups/:group/providers/${identityType}`;

/** Routes that read user-assigned identities. */
export const identityRoutes: readonly RequestRoute[] = [
  defineRoute(`GET /subscriptions/:subscription/providers/${identityType}`, inSubscription(list)),
  defineRoute(`GET ${inOneGroup}`, withResourceGroup(list)),
  defineRoute(`GET ${inOneGroup}/:name`, withResourceGroup(get)),
];

function list({ world, request, param }: RouteCall): Reply {
  const filter = { subscriptionId: param('subscription'), resourceGroup: param('group') || undefined };
  const refused = world.access.check('read', `/subscriptions/${param('subscription')}`, identityType);
  if (refused) return refused;
  const items = world.store
    .list(identityType, filter)
    .filter((item) => world.access.may('read', item.id, identityType));
  return listPageReply(items.map(shown), { url: request.url, size: world.settings.pageSize });
}

function get({ world, param }: RouteCall): Reply {
  const id = `${resourceGroupId(param('subscription'), param('group'))}/providers/${identityType}/${param('name')}`;
  const refused = world.access.check('read', id, identityType);
  if (refused) return refused;
  const item = world.store.get(id);
  return item
    ? ok(shown(item))
    : notFound({ type: identityType, path: param('name'), group: param('group') });
}

function shown({ id, name, type, location, top, properties }: Item): BodyObject {
  return { id, name, type, location: location ?? '', ...top, properties };
}
