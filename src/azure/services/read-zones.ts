import { isZoneOfInterest } from '../../core/azure-facts/private-zones';
import { mapKnown, type Known } from '../../core/known';
import { nameOf, sameId } from '../../core/network/find';
import type { ResourceId } from '../../core/network/model';
import { reason, type Reason } from '../../core/reason';
import type { PrivateZone, KnownZones } from '../../core/services/services';
import type { Clients } from '../clients';
import { networkReadApiVersion } from '../network/network-api-versions';
import { armClientFor, type ArmClient } from '../arm-client';
import { listAt, textAt, type JsonObject } from '../json';
import { knownPart } from '../known-part';
import { rawList } from '../raw-list';
import { urlOf } from '../raw-request';
import { privateDnsApiVersion } from './api-versions';
import { readRulesets } from './read-rulesets';
import { subscriptionOfService } from './read-perimeter';
import { linkedNetworks, toPrivateZone, toRecord } from './to-private-zone';

export interface ZoneQuery {
  /** Subscriptions whose zones are listed. */
  readonly subscriptions: readonly string[];
  /** Private endpoints, whose zone groups reference zones in any subscription. */
  readonly endpointIds: readonly ResourceId[];
}

/** Reads the relevant zones that are visible, each with its links and records. */
export async function readZones(
  clients: Clients,
  zoneQuery: ZoneQuery,
  signal: AbortSignal,
): Promise<KnownZones> {
  const armClientOf = (subscription: string): ArmClient => armClientFor(clients, subscription, signal);
  const [lists, groups, rulesets] = await Promise.all([
    Promise.all(zoneQuery.subscriptions.map((one) => listZones(armClientOf(one), one))),
    Promise.all(
      zoneQuery.endpointIds.map((id) => zonesOfEndpoint(armClientOf(subscriptionOfService(id)), id)),
    ),
    Promise.all(zoneQuery.subscriptions.map((one) => readRulesets(armClientOf(one), one))),
  ]);
  const ids = [...lists, ...groups].flatMap((one) => (one.known ? one.value : []));
  const zoneIds = ids.filter(
    (id, index) =>
      isZoneOfInterest(clients.cloud, nameOf(id)) && ids.findIndex((other) => sameId(other, id)) === index,
  );
  const found = await Promise.all(zoneIds.map((id) => readZone(armClientOf(subscriptionOfService(id)), id)));
  const unread =
    firstUnread(zoneQuery.subscriptions, lists) ?? rulesets.find((one) => one.unread !== undefined)?.unread;
  const withoutGroup = zoneQuery.endpointIds.filter((_, at) => {
    const group = groups[at];
    return group?.known === true && group.value.length === 0;
  });
  return {
    found,
    subscriptions: zoneQuery.subscriptions,
    withoutGroup,
    rulesets: rulesets.flatMap((one) => one.found),
    ...(unread ? { unread } : {}),
  };
}

function firstUnread(
  subscriptions: readonly string[],
  lists: readonly Known<readonly ResourceId[]>[],
): Reason | undefined {
  const at = lists.findIndex((one) => !one.known);
  return at < 0 ? undefined : reason('check.zones.notListed', { name: subscriptions[at] ?? '' });
}

function listZones(arm: ArmClient, subscription: string): Promise<Known<readonly ResourceId[]>> {
  const id = `/subscriptions/${subscription}/providers/Microsoft.Network/privateDnsZones`;
  return knownPart(id, async () => (await list(arm, id)).flatMap((one) => textAt(one, 'id') ?? []));
}

function list({ sender, endpoint, signal }: ArmClient, id: string): Promise<readonly JsonObject[]> {
  return rawList(sender, urlOf(endpoint, id, privateDnsApiVersion), signal);
}

/** Reads the zones of an endpoint's zone groups. If they can't be read, the lists may still contain the zones. */
function zonesOfEndpoint(
  { sender, endpoint, signal }: ArmClient,
  id: ResourceId,
): Promise<Known<readonly ResourceId[]>> {
  return knownPart(id, async () => {
    const url = urlOf(endpoint, `${id}/privateDnsZoneGroups`, networkReadApiVersion);
    const groups = await rawList(sender, url, signal);
    return groups
      .flatMap((one) => listAt(one, 'properties', 'privateDnsZoneConfigs'))
      .flatMap((one) => textAt(one, 'properties', 'privateDnsZoneId') ?? []);
  });
}

async function readZone(arm: ArmClient, id: ResourceId): Promise<PrivateZone> {
  const [links, records] = await Promise.all([
    knownPart(id, () => list(arm, `${id}/virtualNetworkLinks`)),
    knownPart(id, () => list(arm, `${id}/A`)),
  ]);
  return toPrivateZone(id, {
    links: mapKnown(links, linkedNetworks),
    records: mapKnown(records, (all) => all.map(toRecord)),
  });
}
