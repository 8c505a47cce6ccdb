import { failure } from '../failure-texts';
import { isObject, listAt, objectAt, textAt, type Json, type JsonObject } from '../json';
import { setConnections, targetTypes } from '../network/endpoint-targets';
import { connectionIn } from '../network/store-endpoint';
import { keepRecords, zonesKeptFor } from '../network/zone-records';
import { ok, refusal, type Reply } from '../responses';
import { sameText } from '../resource-id';
import { route, type Route, type RouteCall } from '../router';
import type { World } from '../settings';
import type { Item } from '../store';
import { inItem } from './plain-resources';

/** The owner's word on a connection: approved, or rejected. */
export const endpointApprovalRoutes: readonly Route[] = targetTypes.map((type) =>
  route(
    `PUT /subscriptions/:subscription/resourceGroups/:group/providers/${type}/:name/privateEndpointConnections/:connection`,
    inItem(type, putConnection),
  ),
);

function putConnection({ world, request, param }: RouteCall, target: Item): Reply {
  const state = objectAt(request.body, 'properties', 'privateLinkServiceConnectionState');
  const all = listAt(target.properties, 'privateEndpointConnections');
  const found = all.find((one) => sameText(textAt(one, 'name') ?? '', param('connection')));
  const id = `${target.id}/privateEndpointConnections/${param('connection')}`;
  if (!state || !isObject(found)) return refusal(404, failure('childNotFound', { id }));
  const changed = { ...found, properties: { ...objectAt(found, 'properties'), [member]: state } };
  setConnections(
    world,
    target,
    all.map((one) => (one === found ? changed : one)),
  );
  tellEndpoint(world, textAt(found, 'properties', 'privateEndpoint', 'id') ?? '', state);
  return ok(changed);
}

const member = 'privateLinkServiceConnectionState';

/** The endpoint says the same; its names are answered once it is approved. */
function tellEndpoint(world: World, endpointId: string, state: JsonObject): void {
  const endpoint = world.store.get(endpointId);
  if (!endpoint) return;
  const held = connectionIn(endpoint.properties);
  const told = (connection: Json): Json =>
    connection === held && isObject(held)
      ? { ...held, properties: { ...objectAt(held, 'properties'), [member]: state } }
      : connection;
  const lists = ['privateLinkServiceConnections', 'manualPrivateLinkServiceConnections'].map((list) => [
    list,
    listAt(endpoint.properties, list).map(told),
  ]);
  world.store.patch(endpoint.id, {
    properties: { ...endpoint.properties, ...Object.fromEntries(lists) },
  });
  if (textAt(state, 'status') !== 'Approved') return;
  keepRecords(world, endpoint.id, zonesKeptFor(world, endpoint.id));
}
