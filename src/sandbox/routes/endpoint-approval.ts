import { failure } from '../failure-texts';
import { isBodyObject, bodyList, bodyObject, bodyText, type BodyJson, type BodyObject } from '../body-json';
import { setConnections, endpointTargetTypes } from '../network/endpoint-targets';
import { connectionIn } from '../network/store-endpoint';
import { keepRecords, zonesKeptFor } from '../network/zone-records';
import { ok, refusal, type Reply } from '../responses';
import { sameText } from '../resource-id';
import { defineRoute, type RequestRoute, type RouteCall } from '../router';
import type { World } from '../settings';
import type { Item } from '../store';
import { inItem } from './plain-resources';

/** Routes for the owner's decision on a connection: approved or rejected. */
export const endpointApprovalRoutes: readonly RequestRoute[] = endpointTargetTypes.map((type) =>
  defineRoute(
    `PUT /subscriptions/:subscription/resourceGroups/:group/providers/${type}/:name/privateEndpointConnections/:connection`,
    inItem(type, putConnection),
  ),
);

function putConnection({ world, request, param }: RouteCall, target: Item): Reply {
  const state = bodyObject(request.body, 'properties', 'privateLinkServiceConnectionState');
  const all = bodyList(target.properties, 'privateEndpointConnections');
  const found = all.find((one) => sameText(bodyText(one, 'name') ?? '', param('connection')));
  const id = `${target.id}/privateEndpointConnections/${param('connection')}`;
  if (!state || !isBodyObject(found)) return refusal(404, failure('childNotFound', { id }));
  const changed = { ...found, properties: { ...bodyObject(found, 'properties'), [member]: state } };
  setConnections(
    world,
    target,
    all.map((one) => (one === found ? changed : one)),
  );
  notifyEndpoint(world, bodyText(found, 'properties', 'privateEndpoint', 'id') ?? '', state);
  return ok(changed);
}

const member = 'privateLinkServiceConnectionState';

/** Updates the endpoint with the same state. Its names resolve once it is approved. */
function notifyEndpoint(world: World, endpointId: string, state: BodyObject): void {
  const endpoint = world.store.get(endpointId);
  if (!endpoint) return;
  const held = connectionIn(endpoint.properties);
  const updated = (connection: BodyJson): BodyJson =>
    connection === held && isBodyObject(held)
      ? { ...held, properties: { ...bodyObject(held, 'properties'), [member]: state } }
      : connection;
  const lists = ['privateLinkServiceConnections', 'manualPrivateLinkServiceConnections'].map((list) => [
    list,
    bodyList(endpoint.properties, list).map(updated),
  ]);
  world.store.patch(endpoint.id, {
    properties: { ...endpoint.properties, ...Object.fromEntries(lists) },
  });
  if (bodyText(state, 'status') !== 'Approved') return;
  keepRecords(world, endpoint.id, zonesKeptFor(world, endpoint.id));
}
