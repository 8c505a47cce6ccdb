import { bodyFlag, isBodyObject, bodyObject, bodyText, type BodyObject } from '../body-json';
import {
  answerItem,
  inZone,
  isRegistering,
  pageOfItems,
  refuse,
  showPrivateDns,
  zoneId,
  zonesPath,
  zoneType,
} from './private-dns-zone';
import { answerDelete, answerWrite } from '../network/write-network';
import type { Reply } from '../responses';
import { sameText } from '../resource-id';
import { defineRoute, type RequestRoute, type RouteCall } from '../router';
import type { World } from '../settings';
import type { Item } from '../store';
import { checkBusy, checkCondition, withResourceGroup, inSubscription } from './guards';

const linkType = `${zoneType}/virtualNetworkLinks`;
const links = `${zonesPath}/:zone/virtualNetworkLinks`;

/** Routes for private DNS zones and their links to networks. */
export const privateDnsRoutes: readonly RequestRoute[] = [
  defineRoute(`GET /subscriptions/:subscription/providers/${zoneType}`, inSubscription(listZones)),
  defineRoute(`GET ${zonesPath}`, withResourceGroup(listZones)),
  defineRoute(
    `GET ${zonesPath}/:zone`,
    inZone((call, zone) => answerItem(call.world, zone)),
  ),
  defineRoute(`PUT ${zonesPath}/:zone`, withResourceGroup(putZone)),
  defineRoute(`PATCH ${zonesPath}/:zone`, inZone(patchZone)),
  defineRoute(`DELETE ${zonesPath}/:zone`, withResourceGroup(deleteZone)),
  defineRoute(
    `GET ${links}`,
    inZone((call, zone) => pageOfItems(call, call.world.store.children(zone.id, linkType))),
  ),
  defineRoute(`GET ${links}/:name`, inZone(getLink)),
  defineRoute(`PUT ${links}/:name`, inZone(putLink)),
  defineRoute(`PATCH ${links}/:name`, inZone(patchLink)),
  defineRoute(`DELETE ${links}/:name`, inZone(deleteLink)),
];

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
  if (!isBodyObject(request.body)) return refuse('invalidRequestFormat', {});
  const isName = /^[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?(\.[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?)+$/i.test(
    param('zone'),
  );
  if (!isName) return refuse('zoneName', { zone: param('zone') });
  if (!sameText(bodyText(request.body, 'location') ?? '', 'global')) return refuse('zoneLocation', {});
  return stored(call, { id, body: request.body, properties: {} });
}

function stored(
  call: RouteCall,
  {
    id,
    body,
    properties,
  }: { readonly id: string; readonly body: BodyObject; readonly properties: BodyObject },
): Reply {
  const { world } = call;
  const isNew = world.store.get(id) === undefined;
  const tags = bodyObject(body, 'tags');
  const location = bodyText(body, 'location') === undefined ? undefined : 'global';
  const item = world.store.put({
    id,
    location,
    top: tags ? { tags } : {},
    properties,
    provisioningState: 'Updating',
  });
  return { ...answerWrite(call, item, isNew), body: showPrivateDns(world, item) };
}

function deleteZone(call: RouteCall): Reply {
  const { world } = call;
  const zone = world.store.get(zoneId(call));
  if (!zone) return { status: 204 };
  const isLinked = world.store.children(zone.id, linkType).length > 0;
  if (isLinked) return refuse('zoneHasLinks', { zone: zone.name }, 409);
  const refused = checkCondition(call, zone) ?? checkBusy(call, zone);
  return refused ?? answerDelete(call, zone, () => world.store.remove(zone.id));
}

/** Updates a zone. Only its tags can change. */
function patchZone(call: RouteCall, zone: Item): Reply {
  const refused = checkCondition(call, zone) ?? checkBusy(call, zone);
  if (refused) return refused;
  if (!isBodyObject(call.request.body)) return refuse('invalidRequestFormat', {});
  return stored(call, {
    id: zone.id,
    body: withTagsOf(zone, call.request.body),
    properties: zone.properties,
  });
}

/** Returns the tags that were sent, otherwise the existing ones. */
function withTagsOf({ top }: Item, body: BodyObject): BodyObject {
  return { location: 'global', ...top, ...body };
}

function linkId({ param }: RouteCall, zone: Item): string {
  return `${zone.id}/virtualNetworkLinks/${param('name')}`;
}

function getLink(call: RouteCall, zone: Item): Reply {
  const item = call.world.store.get(linkId(call, zone));
  return item ? answerItem(call.world, item) : refuse('childNotFound', { id: linkId(call, zone) }, 404);
}

function putLink(call: RouteCall, zone: Item): Reply {
  const { world, request } = call;
  const id = linkId(call, zone);
  const before = world.store.get(id);
  const refused = checkCondition(call, before) ?? checkBusy(call, before);
  if (refused) return refused;
  if (!isBodyObject(request.body)) return refuse('invalidRequestFormat', {});
  const target = bodyText(request.body, 'properties', 'virtualNetwork', 'id') ?? '';
  const network = world.store.get(target);
  if (!network) return refuse('invalidReference', { target, id });
  const registrationEnabled = bodyFlag(request.body, 'properties', 'registrationEnabled') ?? false;
  const wrong = checkLink(world, zone, { id, before, networkId: network.id, registrationEnabled });
  if (wrong) return wrong;
  // Only API versions that know the policy receive one.
  const resolutionPolicy = bodyText(request.body, 'properties', 'resolutionPolicy');
  const properties = {
    virtualNetwork: { id: network.id },
    registrationEnabled,
    virtualNetworkLinkState: 'Completed',
    ...(resolutionPolicy === undefined ? {} : { resolutionPolicy }),
  };
  return stored(call, { id, body: { location: 'global', ...request.body }, properties });
}

/** Updates tags and registration, and keeps the rest. */
function patchLink(call: RouteCall, zone: Item): Reply {
  const { world, request } = call;
  const id = linkId(call, zone);
  const before = world.store.get(id);
  if (!before) return refuse('childNotFound', { id }, 404);
  const refused = checkCondition(call, before) ?? checkBusy(call, before);
  if (refused) return refused;
  if (!isBodyObject(request.body)) return refuse('invalidRequestFormat', {});
  const registrationEnabled =
    bodyFlag(request.body, 'properties', 'registrationEnabled') ?? isRegistering(before);
  const networkId = networkOf(before);
  const wrong = checkLink(world, zone, { id, before, networkId, registrationEnabled });
  const properties = { ...before.properties, registrationEnabled };
  return wrong ?? stored(call, { id, body: withTagsOf(before, request.body), properties });
}

function deleteLink(call: RouteCall, zone: Item): Reply {
  const item = call.world.store.get(linkId(call, zone));
  if (!item) return { status: 204 };
  const refused = checkCondition(call, item) ?? checkBusy(call, item);
  return refused ?? answerDelete(call, item, () => call.world.store.remove(item.id));
}

interface RequestedLink {
  readonly id: string;
  readonly before: Item | undefined;
  readonly networkId: string;
  readonly registrationEnabled: boolean;
}

/**
 * Checks a link. A network can be linked to a zone only once, and registers its machines in only one zone (private DNS
 * overview).
 */
function checkLink(world: World, zone: Item, link: RequestedLink): Reply | undefined {
  const { id, before, networkId, registrationEnabled } = link;
  if (before && !sameText(networkOf(before), networkId)) return refuse('linkFixed', { name: before.name });
  const twice = world.store
    .all(linkType)
    .filter((one) => !sameText(one.id, id) && sameText(networkOf(one), networkId))
    .find((one) => sameText(one.parentId ?? '', zone.id) || (registrationEnabled && isRegistering(one)));
  return twice && refuse('linkTwice', { network: networkId, other: twice.id }, 409);
}

function networkOf({ properties }: Item): string {
  return bodyText(properties, 'virtualNetwork', 'id') ?? '';
}
