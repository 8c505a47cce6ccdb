import { bodyFlag, type BodyObject } from '../body-json';
import { ok, listPageReply, refusal, type Reply } from '../responses';
import { failure, type FailureKey } from '../failure-texts';
import { resourceGroupId, sameText } from '../resource-id';
import type { Handler, RouteCall } from '../router';
import { withResourceGroup, notFound } from './guards';
import type { World } from '../settings';
import { etagOf, type Item } from '../store';

export const zoneType = 'Microsoft.Network/privateDnsZones';
export const zonesPath = `/subscriptions/:subscription/resourceGroups/:group/providers/${zoneType}`;

export type InZone = (call: RouteCall, zone: Item) => Reply;

export function refuse(
  key: FailureKey,
  values: Readonly<Record<string, string | number>>,
  status = 400,
): Reply {
  return refusal(status, failure(key, values));
}

export function zoneId({ param }: RouteCall): string {
  return `${resourceGroupId(param('subscription'), param('group'))}/providers/${zoneType}/${param('zone')}`;
}

/** Runs a handler only if the zone exists and is readable (segment `zone`). */
export function inZone(handle: InZone): Handler {
  return withResourceGroup((call) => {
    const { world, param } = call;
    const refused = world.access.check('read', zoneId(call), zoneType);
    if (refused) return refused;
    const zone = world.store.get(zoneId(call));
    return zone
      ? handle(call, zone)
      : notFound({ type: zoneType, path: param('zone'), group: param('group') });
  });
}

/** Returns a zone, a link, or a record as it is shown. Records don't have a provisioning state. */
export function showPrivateDns(world: World, item: Item): BodyObject {
  const { id, name, type, top, properties, provisioningState } = item;
  const place = item.location === undefined ? {} : { location: item.location };
  const derived = sameText(type, zoneType) ? countsOf(world, item) : {};
  const state = sameText(type, `${zoneType}/A`) ? {} : { provisioningState };
  return {
    id,
    name,
    type,
    etag: etagOf(item),
    ...place,
    ...top,
    properties: { ...properties, ...derived, ...state },
  };
}

function countsOf(world: World, zone: Item): BodyObject {
  const held = world.store.children(zone.id, `${zoneType}/virtualNetworkLinks`);
  return {
    maxNumberOfRecordSets: 25000,
    // The zone's own SOA record counts.
    numberOfRecordSets: 1 + world.store.children(zone.id, `${zoneType}/A`).length,
    maxNumberOfVirtualNetworkLinks: 1000,
    numberOfVirtualNetworkLinks: held.length,
    maxNumberOfVirtualNetworkLinksWithRegistration: 100,
    numberOfVirtualNetworkLinksWithRegistration: held.filter(isRegistering).length,
  };
}

export function isRegistering({ properties }: Item): boolean {
  return bodyFlag(properties, 'registrationEnabled') === true;
}

export function answerItem(world: World, item: Item): Reply {
  return ok(showPrivateDns(world, item), { ETag: etagOf(item) });
}

export function pageOfItems({ world, request }: RouteCall, items: readonly Item[]): Reply {
  const seen = items.filter((item) => world.access.may('read', item.id, item.type));
  return listPageReply(
    seen.map((item) => showPrivateDns(world, item)),
    { url: request.url, size: world.settings.pageSize },
  );
}
