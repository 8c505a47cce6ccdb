import { failure, type FailureKey } from '../failure-texts';
import { flagAt, isObject, objectAt, textAt, valueAt, type JsonObject } from '../json';
import { answerDelete, answerWrite } from '../network/write-network';
import { ok, pageOf, refusal, type Reply } from '../responses';
import { groupId, sameText } from '../resource-id';
import { route, type Handler, type Route, type RouteCall } from '../router';
import type { World } from '../settings';
import { etagOf, type Item } from '../store';
import { checkBusy, checkCondition, inGroup, inSubscription, notFound } from './guards';

const zoneType = 'Microsoft.Network/privateDnsZones';
const root = '/subscriptions/:subscription';
const zones = `${root}/resourceGroups/:group/providers/${zoneType}`;
const links = `${zones}/:zone/virtualNetworkLinks`;
const records = `${zones}/:zone/A`;

/** Private DNS zones, their links to networks, and address records. */
export const privateDnsRoutes: readonly Route[] = [
  route(`GET ${root}/providers/${zoneType}`, inSubscription(listZones)),
  route(`GET ${zones}`, inGroup(listZones)),
  route(
    `GET ${zones}/:zone`,
    inZone((call, zone) => answerItem(call.world, zone)),
  ),
  route(`PUT ${zones}/:zone`, inGroup(putZone)),
  route(`DELETE ${zones}/:zone`, inGroup(deleteZone)),
  ...childRoutes(links, 'virtualNetworkLinks', putLink),
  ...childRoutes(records, 'A', putRecord),
];

type InZone = (call: RouteCall, zone: Item) => Reply;

function childRoutes(list: string, member: string, put: InZone): Route[] {
  const idOf = ({ param }: RouteCall, zone: Item): string => `${zone.id}/${member}/${param('name')}`;
  const get: InZone = (call, zone) => {
    const item = call.world.store.get(idOf(call, zone));
    return item ? answerItem(call.world, item) : refuse('childNotFound', { id: idOf(call, zone) }, 404);
  };
  const remove: InZone = (call, zone) => {
    const item = call.world.store.get(idOf(call, zone));
    if (!item) return { status: 204 };
    const refused = checkCondition(call, item) ?? checkBusy(call, item);
    return refused ?? answerDelete(call, item, () => call.world.store.remove(item.id));
  };
  return [
    route(
      `GET ${list}`,
      inZone((call, zone) => pageOfItems(call, call.world.store.children(zone.id, `${zoneType}/${member}`))),
    ),
    route(`GET ${list}/:name`, inZone(get)),
    route(`PUT ${list}/:name`, inZone(put)),
    route(`DELETE ${list}/:name`, inZone(remove)),
  ];
}

function refuse(key: FailureKey, values: Readonly<Record<string, string | number>>, status = 400): Reply {
  return refusal(status, failure(key, values));
}

function zoneId({ param }: RouteCall): string {
  return `${groupId(param('subscription'), param('group'))}/providers/${zoneType}/${param('zone')}`;
}

function inZone(handle: InZone): Handler {
  return inGroup((call) => {
    const { world, param } = call;
    const refused = world.access.check('read', zoneId(call), zoneType);
    if (refused) return refused;
    const zone = world.store.get(zoneId(call));
    return zone
      ? handle(call, zone)
      : notFound({ type: zoneType, path: param('zone'), group: param('group') });
  });
}

function shown(world: World, item: Item): JsonObject {
  const { id, name, type, top, properties, provisioningState } = item;
  const place = item.location === undefined ? {} : { location: item.location };
  const derived = sameText(type, zoneType) ? countsOf(world, item) : {};
  return {
    id,
    name,
    type,
    etag: etagOf(item),
    ...place,
    ...top,
    properties: { ...properties, ...derived, provisioningState },
  };
}

function countsOf(world: World, zone: Item): JsonObject {
  const held = world.store.children(zone.id, `${zoneType}/virtualNetworkLinks`);
  return {
    maxNumberOfRecordSets: 25000,
    // The zone's own SOA record counts.
    numberOfRecordSets: 1 + world.store.children(zone.id, `${zoneType}/A`).length,
    maxNumberOfVirtualNetworkLinks: 1000,
    numberOfVirtualNetworkLinks: held.length,
    numberOfVirtualNetworkLinksWithRegistration: held.filter(isRegistering).length,
  };
}

function isRegistering({ properties }: Item): boolean {
  return flagAt(properties, 'registrationEnabled') === true;
}

function answerItem(world: World, item: Item): Reply {
  return ok(shown(world, item), { ETag: etagOf(item) });
}

function pageOfItems({ world, request }: RouteCall, items: readonly Item[]): Reply {
  const seen = items.filter((item) => world.access.may('read', item.id, item.type));
  return pageOf(
    seen.map((item) => shown(world, item)),
    { url: request.url, size: world.settings.pageSize },
  );
}

function listZones(call: RouteCall): Reply {
  const { world, param } = call;
  const filter = { subscriptionId: param('subscription'), resourceGroup: param('group') || undefined };
  return pageOfItems(call, world.store.list(zoneType, filter));
}

function putZone(call: RouteCall): Reply {
  const { world, request, param } = call;
  const id = zoneId(call);
  const before = world.store.get(id);
  const refused = checkCondition(call, before) ?? checkBusy(call, before);
  if (refused) return refused;
  if (!isObject(request.body)) return refuse('invalidRequestFormat', {});
  const isName = /^[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?(\.[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?)+$/i.test(
    param('zone'),
  );
  if (!isName) return refuse('zoneName', { zone: param('zone') });
  if (!sameText(textAt(request.body, 'location') ?? '', 'global')) return refuse('zoneLocation', {});
  return stored(call, { id, body: request.body, properties: {} });
}

function stored(
  call: RouteCall,
  {
    id,
    body,
    properties,
  }: { readonly id: string; readonly body: JsonObject; readonly properties: JsonObject },
): Reply {
  const { world } = call;
  const isNew = world.store.get(id) === undefined;
  const tags = objectAt(body, 'tags');
  const location = textAt(body, 'location') === undefined ? undefined : 'global';
  const item = world.store.put({
    id,
    location,
    top: tags ? { tags } : {},
    properties,
    provisioningState: 'Updating',
  });
  return { ...answerWrite(call, item, isNew), body: shown(world, item) };
}

function deleteZone(call: RouteCall): Reply {
  const { world } = call;
  const zone = world.store.get(zoneId(call));
  if (!zone) return { status: 204 };
  const isLinked = world.store.children(zone.id, `${zoneType}/virtualNetworkLinks`).length > 0;
  if (isLinked) return refuse('zoneHasLinks', { zone: zone.name }, 409);
  const refused = checkCondition(call, zone) ?? checkBusy(call, zone);
  return refused ?? answerDelete(call, zone, () => world.store.remove(zone.id));
}

function putLink(call: RouteCall, zone: Item): Reply {
  const { world, request, param } = call;
  const id = `${zone.id}/virtualNetworkLinks/${param('name')}`;
  const before = world.store.get(id);
  const refused = checkCondition(call, before) ?? checkBusy(call, before);
  if (refused) return refused;
  if (!isObject(request.body)) return refuse('invalidRequestFormat', {});
  const target = textAt(request.body, 'properties', 'virtualNetwork', 'id') ?? '';
  const network = world.store.get(target);
  if (!network) return refuse('invalidReference', { target, id });
  const registrationEnabled = flagAt(request.body, 'properties', 'registrationEnabled') ?? false;
  const wrong = checkLink(world, zone, { id, before, networkId: network.id, registrationEnabled });
  if (wrong) return wrong;
  const properties = {
    virtualNetwork: { id: network.id },
    registrationEnabled,
    virtualNetworkLinkState: 'Completed',
    resolutionPolicy: textAt(request.body, 'properties', 'resolutionPolicy') ?? 'Default',
  };
  return stored(call, { id, body: { location: 'global', ...request.body }, properties });
}

interface WantedLink {
  readonly id: string;
  readonly before: Item | undefined;
  readonly networkId: string;
  readonly registrationEnabled: boolean;
}

/** A network is linked to a zone once, and registers its machines in one zone only (private DNS overview). */
function checkLink(world: World, zone: Item, wanted: WantedLink): Reply | undefined {
  const { id, before, networkId, registrationEnabled } = wanted;
  if (before && !sameText(networkOf(before), networkId)) return refuse('linkFixed', { name: before.name });
  const twice = world.store
    .all(`${zoneType}/virtualNetworkLinks`)
    .filter((one) => !sameText(one.id, id) && sameText(networkOf(one), networkId))
    .find((one) => sameText(one.parentId ?? '', zone.id) || (registrationEnabled && isRegistering(one)));
  return twice && refuse('linkTwice', { network: networkId, other: twice.id }, 409);
}

function networkOf({ properties }: Item): string {
  return textAt(properties, 'virtualNetwork', 'id') ?? '';
}

/** Records are there at once, no operation runs. */
function putRecord(call: RouteCall, zone: Item): Reply {
  const { world, request, param } = call;
  const id = `${zone.id}/A/${param('name')}`;
  const before = world.store.get(id);
  const refused = checkCondition(call, before);
  if (refused) return refused;
  const properties = objectAt(request.body, 'properties');
  if (!properties || !Array.isArray(valueAt(properties, 'aRecords'))) {
    return refuse('invalidRequestFormat', {});
  }
  const fqdn = `${param('name')}.${zone.name}.`;
  const item = world.store.put({ id, properties: { ttl: 3600, ...properties, fqdn } });
  return { status: before ? 200 : 201, body: shown(world, item) };
}
