import { failure } from '../failure-texts';
import {
  isBodyObject,
  bodyList,
  bodyObject,
  bodyText,
  bodyTexts,
  bodyPart,
  type BodyJson,
  type BodyObject,
} from '../body-json';
import { addConnection, groupsOf, endpointNames, removeConnections } from '../network/endpoint-targets';
import { approved, nicIdOf, connectionIn, isApprovedIn, storeEndpoint } from '../network/store-endpoint';
import { answerDelete, answerWrite } from '../network/write-network';
import { dropRecords, keepRecords, zonesInGroup, zonesKeptFor } from '../network/zone-records';
import { prefixesOf } from '../nodes/node-network';
import { ok, refusal, type Reply } from '../responses';
import { resourceGroupId, sameText } from '../resource-id';
import { defineRoute, type RequestRoute, type RouteCall } from '../router';
import type { Item } from '../store';
import { etagOf } from '../store';
import { checkBusy, checkCondition, withResourceGroup, notFound } from './guards';

const type = 'Microsoft.Network/privateEndpoints';
const groupType = `${type}/privateDnsZoneGroups`;
const one = `/subscriptions/:subscription/resourceGroups/:group/providers/${type}/:name`;

/** Routes to create and delete private endpoints, and for the zone groups that manage their records. */
export const privateEndpointRoutes: readonly RequestRoute[] = [
  defineRoute(`PUT ${one}`, withResourceGroup(putEndpoint)),
  defineRoute(`DELETE ${one}`, withResourceGroup(deleteEndpoint)),
  defineRoute(`GET ${one}/privateDnsZoneGroups/:zones`, withResourceGroup(getZones)),
  defineRoute(`PUT ${one}/privateDnsZoneGroups/:zones`, withResourceGroup(putZones)),
  defineRoute(`DELETE ${one}/privateDnsZoneGroups/:zones`, withResourceGroup(deleteZones)),
];

function endpointId({ param }: RouteCall): string {
  return `${resourceGroupId(param('subscription'), param('group'))}/providers/${type}/${param('name')}`;
}

/** Body of an endpoint with the resources that it references. */
interface Sent {
  readonly body: BodyObject;
  readonly subnet: Item;
  readonly target: Item;
  readonly group: string;
  readonly connection: BodyJson;
  /** Whether the target's owner has to approve it. */
  readonly isManual: boolean;
}

function putEndpoint(call: RouteCall): Reply {
  const { world, request } = call;
  const id = endpointId(call);
  const before = world.store.get(id);
  const refused = checkCondition(call, before) ?? checkBusy(call, before);
  if (refused) return refused;
  if (!isBodyObject(request.body)) return refusal(400, failure('invalidRequestFormat'));
  const sent = read(call, request.body);
  if ('status' in sent) return sent;
  if (before) return putAgain(call, before, sent);
  const wrong = checkApproval(call, sent) ?? checkHome(call, sent);
  return wrong ?? createEndpoint(call, sent);
}

function read({ world, param, ...call }: RouteCall, body: BodyObject): Sent | Reply {
  const id = endpointId({ world, param, ...call });
  const automatic = bodyList(body, 'properties', 'privateLinkServiceConnections');
  const [connection, second] = [
    ...automatic,
    ...bodyList(body, 'properties', 'manualPrivateLinkServiceConnections'),
  ];
  if (connection === undefined || second !== undefined) return refusal(400, failure('invalidRequestFormat'));
  const subnetId = bodyText(body, 'properties', 'subnet', 'id') ?? '';
  const targetId = bodyText(connection, 'properties', 'privateLinkServiceId') ?? '';
  const [subnet, target] = [world.store.get(subnetId), world.store.get(targetId)];
  if (!subnet) return refusal(400, failure('invalidReference', { target: subnetId, id }));
  if (!target) return refusal(400, failure('invalidReference', { target: targetId, id }));
  const [group = ''] = bodyTexts(connection, 'properties', 'groupIds');
  if (!groupsOf(target).some((each) => sameText(each, group))) {
    return refusal(400, failure('endpointGroup', { group, target: target.id }));
  }
  return { body, subnet, target, group, connection, isManual: automatic.length === 0 };
}

/** Handles a PUT of an existing endpoint, whose subnet and target can't change. */
function putAgain(call: RouteCall, before: Item, { subnet, target, body }: Sent): Reply {
  const held = connectionIn(before.properties);
  const isSame =
    sameText(bodyText(before.properties, 'subnet', 'id') ?? '', subnet.id) &&
    sameText(bodyText(held, 'properties', 'privateLinkServiceId') ?? '', target.id);
  if (!isSame) return refusal(400, failure('endpointFixed', { id: before.id }));
  const item = call.world.store.put({
    id: before.id,
    location: before.location,
    top: topOf(body),
    properties: before.properties,
    provisioningState: 'Updating',
  });
  return answerWrite(call, item, false);
}

function topOf(body: BodyObject): BodyObject {
  const tags = bodyObject(body, 'tags');
  return tags ? { tags } : {};
}

/** Refuses an automatic approval if the user doesn't have permission to approve. Only a request is then possible. */
function checkApproval({ world, ...call }: RouteCall, { target, isManual }: Sent): Reply | undefined {
  const action = `${target.type}/privateEndpointConnectionsApproval`;
  if (isManual || world.access.may('action', target.id, action)) return undefined;
  return refusal(
    403,
    failure('linkedAuthorizationFailed', {
      ...world.settings.user,
      action: `${type}/write`,
      scope: endpointId({ world, ...call }),
      linkedAction: `${action}/action`,
      linkedScope: target.id,
    }),
  );
}

function checkHome(call: RouteCall, { body, subnet, target, group }: Sent): Reply | undefined {
  const { world } = call;
  const network = world.store.get(subnet.parentId ?? '');
  const location = locationOf(body);
  if (location === '') return refusal(400, failure('locationRequired'));
  if (!sameText(network?.location ?? '', location)) {
    return refusal(400, failure('invalidReference', { target: subnet.id, id: endpointId(call) }));
  }
  const [delegation] = bodyList(subnet.properties, 'delegations');
  if (delegation !== undefined) return refusal(400, failure('endpointInDelegated', { name: subnet.name }));
  return checkPremium(target, group) ?? checkRoom(call, subnet, endpointNames(target, group).length);
}

function locationOf(body: BodyObject): string {
  return (bodyText(body, 'location') ?? '').toLowerCase().replaceAll(' ', '');
}

function checkPremium({ name, top }: Item, group: string): Reply | undefined {
  const sku = bodyText(top, 'sku', 'name') ?? '';
  return sameText(group, 'registry') && !sameText(sku, 'Premium')
    ? refusal(400, failure('endpointNeedsPremium', { name, sku }))
    : undefined;
}

function checkRoom({ world }: RouteCall, subnet: Item, count: number): Reply | undefined {
  const prefixes = prefixesOf(subnet);
  if (world.addresses.free(subnet.id, prefixes) >= count) return undefined;
  return refusal(400, failure('subnetFull', { name: subnet.name, prefix: prefixes.join(', '), count }));
}

function createEndpoint(call: RouteCall, { body, subnet, target, group, connection, isManual }: Sent): Reply {
  const { world } = call;
  const id = endpointId(call);
  const request = bodyText(connection, 'properties', 'requestMessage') ?? 'Please approve my connection';
  storeEndpoint(world, {
    id,
    location: locationOf(body),
    top: topOf(body),
    subnetId: subnet.id,
    prefixes: prefixesOf(subnet),
    targetId: target.id,
    groupIds: [group],
    connectionName: bodyText(connection, 'name') ?? '',
    names: endpointNames(target, group),
    request: isManual ? request : undefined,
    provisioningState: 'Updating',
  });
  const item = world.store.get(id);
  if (!item) throw new Error(`Not stored: ${id}`);
  const state: BodyObject = isManual
    ? { status: 'Pending', description: request, actionsRequired: 'None' }
    : approved;
  addConnection(world, target, { endpointId: id, name: item.name, state });
  return answerWrite(call, item, true);
}

function deleteEndpoint(call: RouteCall): Reply {
  const { world } = call;
  const item = world.store.get(endpointId(call));
  if (!item) return { status: 204 };
  const refused = checkCondition(call, item) ?? checkBusy(call, item);
  return refused ?? answerDelete(call, item, () => remove(call, item));
}

function remove({ world }: RouteCall, item: Item): void {
  dropRecords(world, item.id, zonesKeptFor(world, item.id));
  for (const { id } of world.store.children(item.id, groupType)) world.store.remove(id);
  const target = world.store.get(
    bodyText(connectionIn(item.properties), 'properties', 'privateLinkServiceId') ?? '',
  );
  if (target) removeConnections(world, target, item.id);
  world.addresses.release(item.id);
  world.store.remove(nicIdOf(item.id));
  world.store.remove(item.id);
}

function zonesId(call: RouteCall): string {
  return `${endpointId(call)}/privateDnsZoneGroups/${call.param('zones')}`;
}

/** Azure's API description doesn't have a type for a zone group. */
function showZones({ id, name, properties, provisioningState, ...item }: Item): BodyObject {
  return {
    id,
    name,
    etag: etagOf({ id, name, properties, provisioningState, ...item }),
    properties: { ...properties, provisioningState },
  };
}

function getZones(call: RouteCall): Reply {
  const id = zonesId(call);
  const refused = call.world.access.check('read', id, groupType);
  if (refused) return refused;
  const item = call.world.store.get(id);
  return item ? ok(showZones(item)) : refusal(404, failure('childNotFound', { id }));
}

function putZones(call: RouteCall): Reply {
  const { world, request, param } = call;
  const endpoint = world.store.get(endpointId(call));
  if (!endpoint) return notFound({ type, path: param('name'), group: param('group') });
  const id = zonesId(call);
  const before = world.store.get(id);
  const refused = checkCondition(call, before) ?? checkBusy(call, endpoint);
  if (refused) return refused;
  const properties = bodyPart(request.body ?? null, 'properties') ?? {};
  const zones = zonesInGroup(properties);
  const missing = zones.find((zone) => !world.store.get(zone));
  if (missing !== undefined) return refusal(400, failure('invalidReference', { target: missing, id }));
  const [other] = world.store.children(endpoint.id, groupType).filter((each) => !sameText(each.id, id));
  if (other) return refusal(400, failure('oneZoneGroup', { id: endpoint.id }));
  dropRecords(world, endpoint.id, zonesKeptFor(world, endpoint.id));
  const configs = bodyList(properties, 'privateDnsZoneConfigs').map((config) => ({
    name: bodyText(config, 'name') ?? '',
    properties: {
      privateDnsZoneId: bodyText(config, 'properties', 'privateDnsZoneId') ?? '',
      recordSets: [],
    },
  }));
  const stored = world.store.put({
    id,
    properties: { privateDnsZoneConfigs: configs },
    provisioningState: 'Updating',
  });
  // An endpoint that isn't approved doesn't have records.
  if (isApprovedIn(endpoint.properties)) keepRecords(world, endpoint.id, zones);
  const item = world.store.get(id) ?? stored;
  return { ...answerWrite(call, item, before === undefined), body: showZones(item) };
}

function deleteZones(call: RouteCall): Reply {
  const { world } = call;
  const item = world.store.get(zonesId(call));
  if (!item) return { status: 204 };
  const refused = checkCondition(call, item) ?? checkBusy(call, item);
  return (
    refused ??
    answerDelete(call, item, () => {
      dropRecords(world, endpointId(call), zonesInGroup(item.properties));
      world.store.remove(item.id);
    })
  );
}
