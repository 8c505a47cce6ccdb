import type { BodyObject } from '../body-json';
import { ok, listPageReply, type Reply } from '../responses';
import { resourceGroupId } from '../resource-id';
import { defineRoute, type Handler, type RequestRoute, type RouteCall } from '../router';
import type { Item } from '../store';
import { withResourceGroup, inSubscription, notFound } from './guards';

/** Returns routes to list (by subscription and resource group) and get resources of a type that is shown as stored. */
export function readsOf(type: string): readonly RequestRoute[] {
  const inOneGroup = `/subscriptions/:subscription/resourceGroups/:group/providers/${type}`;
  return [
    defineRoute(`GET /subscriptions/:subscription/providers/${type}`, inSubscription(listOf(type))),
    defineRoute(`GET ${inOneGroup}`, withResourceGroup(listOf(type))),
    defineRoute(
      `GET ${inOneGroup}/:name`,
      inItem(type, (_, item) => ok(showPlain(item))),
    ),
  ];
}

function listOf(type: string): Handler {
  return ({ world, request, param }) => {
    const group = param('group') || undefined;
    const scope = group
      ? resourceGroupId(param('subscription'), group)
      : `/subscriptions/${param('subscription')}`;
    const refused = world.access.checkList(scope, type);
    if (refused) return refused;
    const items = world.store
      .list(type, { subscriptionId: param('subscription'), resourceGroup: group })
      .filter((item) => world.access.may('read', item.id, type));
    return listPageReply(items.map(showPlain), { url: request.url, size: world.settings.pageSize });
  };
}

/** Runs a handler only if the resource exists and is readable. */
export function inItem(type: string, handle: (call: RouteCall, item: Item) => Reply): Handler {
  return withResourceGroup((call) => {
    const { world, param } = call;
    const id = `${resourceGroupId(param('subscription'), param('group'))}/providers/${type}/${param('name')}`;
    const refused = world.access.check('read', id, type);
    if (refused) return refused;
    const item = world.store.get(id);
    return item ? handle(call, item) : notFound({ type, path: param('name'), group: param('group') });
  });
}

export function showPlain(item: Item): BodyObject {
  const { id, name, type, location, top, properties, provisioningState } = item;
  return {
    id,
    name,
    type,
    location: location ?? '',
    ...top,
    properties: { ...properties, provisioningState },
  };
}
