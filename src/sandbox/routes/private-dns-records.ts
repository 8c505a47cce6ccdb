import { isBodyObject, bodyNumber, bodyObject, bodyPart, type BodyObject } from '../body-json';
import {
  answerItem,
  inZone,
  pageOfItems,
  refuse,
  showPrivateDns,
  zoneType,
  zonesPath,
} from './private-dns-zone';
import { ok, listPageReply, type Reply } from '../responses';
import { defineRoute, type RequestRoute, type RouteCall } from '../router';
import { etagOf, type Item } from '../store';
import { checkCondition } from './guards';

const records = `${zonesPath}/:zone/A`;
const own = `${zonesPath}/:zone/SOA`;

/** Routes for address records of a private DNS zone, and for its own record. Changes are complete at once. */
export const privateDnsRecordRoutes: readonly RequestRoute[] = [
  defineRoute(`GET ${zonesPath}/:zone/ALL`, inZone(listAll)),
  defineRoute(
    `GET ${records}`,
    inZone((call, zone) => pageOfItems(call, recordsOf(call, zone))),
  ),
  defineRoute(`GET ${records}/:name`, inZone(getRecord)),
  defineRoute(`PUT ${records}/:name`, inZone(putRecord)),
  defineRoute(`PATCH ${records}/:name`, inZone(patchRecord)),
  defineRoute(`DELETE ${records}/:name`, inZone(deleteRecord)),
  defineRoute(
    `GET ${own}`,
    inZone((_, zone) => ok({ value: [ownRecord(zone)] })),
  ),
  defineRoute(
    `GET ${own}/@`,
    inZone((_, zone) => ok(ownRecord(zone))),
  ),
];

function recordsOf({ world }: RouteCall, zone: Item): Item[] {
  return world.store.children(zone.id, `${zoneType}/A`);
}

function recordId({ param }: RouteCall, zone: Item): string {
  return `${zone.id}/A/${param('name')}`;
}

function listAll(call: RouteCall, zone: Item): Reply {
  const { world, request } = call;
  const addresses = recordsOf(call, zone).map((item) => showPrivateDns(world, item));
  return listPageReply([ownRecord(zone), ...addresses], { url: request.url, size: world.settings.pageSize });
}

/** Returns the SOA record with Azure's values for a new zone. */
function ownRecord(zone: Item): BodyObject {
  return {
    id: `${zone.id}/SOA/@`,
    name: '@',
    type: `${zoneType}/SOA`,
    etag: etagOf(zone),
    properties: {
      ttl: 3600,
      fqdn: `${zone.name}.`,
      isAutoRegistered: false,
      soaRecord: {
        email: 'azureprivatedns-host.microsoft.com',
        expireTime: 2419200,
        host: 'azureprivatedns.net',
        minimumTtl: 10,
        refreshTime: 3600,
        retryTime: 300,
        serialNumber: 1,
      },
    },
  };
}

function getRecord(call: RouteCall, zone: Item): Reply {
  const item = call.world.store.get(recordId(call, zone));
  return item ? answerItem(call.world, item) : refuse('childNotFound', { id: recordId(call, zone) }, 404);
}

function putRecord(call: RouteCall, zone: Item): Reply {
  const before = call.world.store.get(recordId(call, zone));
  const refused = checkCondition(call, before);
  if (refused) return refused;
  const properties = bodyObject(call.request.body, 'properties');
  if (!properties || !Array.isArray(bodyPart(properties, 'aRecords'))) {
    return refuse('invalidRequestFormat', {});
  }
  const stored = store(call, zone, { ttl: 3600, ...properties });
  return { ...stored, status: before ? 200 : 201 };
}

/** Updates the members that are sent and keeps the rest. */
function patchRecord(call: RouteCall, zone: Item): Reply {
  const before = call.world.store.get(recordId(call, zone));
  if (!before) return refuse('childNotFound', { id: recordId(call, zone) }, 404);
  const refused = checkCondition(call, before);
  if (refused) return refused;
  if (!isBodyObject(call.request.body)) return refuse('invalidRequestFormat', {});
  return store(call, zone, { ...before.properties, ...bodyObject(call.request.body, 'properties') });
}

function store(call: RouteCall, zone: Item, sent: BodyObject): Reply {
  const { world, param } = call;
  const ttl = bodyNumber(sent, 'ttl') ?? 3600;
  const fqdn = `${param('name')}.${zone.name}.`;
  const properties = { ...sent, ttl, fqdn, isAutoRegistered: false };
  return answerItem(world, world.store.put({ id: recordId(call, zone), properties }));
}

function deleteRecord(call: RouteCall, zone: Item): Reply {
  const item = call.world.store.get(recordId(call, zone));
  const refused = checkCondition(call, item);
  if (refused) return refused;
  if (!item) return { status: 204 };
  call.world.store.remove(item.id);
  return { status: 200 };
}
