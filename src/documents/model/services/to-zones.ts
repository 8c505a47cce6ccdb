import { isZoneOfInterest } from '../../../core/azure-facts/private-zones';
import { known, mapKnown, unknown, type Known } from '../../../core/known';
import { nameOf, sameId } from '../../../core/network/find';
import type { Cloud, ResourceId } from '../../../core/network/model';
import { reason, type Reason } from '../../../core/reason';
import type {
  AddressRecord,
  ForwardingRuleset,
  PrivateZone,
  KnownZones,
} from '../../../core/services/services';
import { isUnstated } from '../../../core/unstated-region';
import type { DeclaredIndex } from '../declared-index';
import { parentIdOf, propertyOf, type DeclaredResource } from '../declared-resource';
import { allKnown, idPart, itemsPart, partOf, referencePart, textPart } from '../parts';
import { heldByAzure } from '../to-security-group';

const types = {
  zone: 'microsoft.network/privatednszones',
  link: 'microsoft.network/privatednszones/virtualnetworklinks',
  record: 'microsoft.network/privatednszones/a',
  group: 'microsoft.network/privateendpoints/privatednszonegroups',
  ruleset: 'microsoft.network/dnsforwardingrulesets',
  rulesetLink: 'microsoft.network/dnsforwardingrulesets/virtualnetworklinks',
} as const;

/**
 * Returns the private DNS zones in the files, and those that the zone groups of their private endpoints refer to. If
 * the files don't contain a zone, a zone may still exist. If they contain zones of one service, a policy may add zones
 * of another.
 * @param isWhole false if a module isn't known, which may create zones
 */
export function declaredZones(cloud: Cloud, index: DeclaredIndex, isWhole: boolean): KnownZones {
  const all = index.of(types.group);
  const groups = all.flatMap(entriesOf);
  const whyUnknown = all.map((one) => unreadOf(one, index)).find((one) => one !== undefined);
  const zones = index.of(types.zone);
  const elsewhere = groups.filter(
    ({ zoneId }, at) =>
      !zones.some((one) => sameId(one.id, zoneId)) &&
      groups.findIndex((other) => sameId(other.zoneId, zoneId)) === at,
  );
  const found = [
    ...zones.flatMap((one) => zonesOf(one, index, { groups, whyUnknown })),
    ...elsewhere.map(({ zoneId }) => zoneElsewhere(zoneId, groups)),
  ].filter(({ name }) => isZoneOfInterest(cloud, name));
  const isNamed = zones.every((one) => one.isNamed);
  const rulesets = index.of(types.ruleset).map((one) => rulesetOf(one, index));
  const seen = { found, ...(rulesets.length > 0 ? { rulesets } : {}) };
  return isWhole && zones.length > 0 && isNamed && !whyUnknown
    ? { ...seen, elsewhere: true as const }
    : { ...seen, unread: whyUnknown ?? reason('terminal.noZones') };
}

/** Converts a DNS forwarding ruleset of files with the links in them. Its rules may be elsewhere. */
function rulesetOf(ruleset: DeclaredResource, index: DeclaredIndex): ForwardingRuleset {
  const networks = index.below(ruleset.id, types.rulesetLink).map(networkOf);
  return {
    name: nameOf(ruleset.id),
    linkedNetworks: networks.flatMap((one) => (one.known && one.value !== null ? [one.value] : [])),
  };
}

/** A private endpoint that keeps its records in a zone. */
interface ZoneEntry {
  readonly endpointId: ResourceId;
  readonly zoneId: ResourceId;
  readonly isDeployed: Known<boolean>;
}

function entriesOf(group: DeclaredResource): readonly ZoneEntry[] {
  const items = itemsPart(propertyOf(group, 'privateDnsZoneConfigs'));
  const endpointId = parentIdOf(group.id);
  return (items.known ? items.value : []).flatMap((one) => {
    const zone = idPart(partOf(one, 'properties', 'privateDnsZoneId'));
    if (!zone.known || zone.value === null) return [];
    return [{ endpointId, zoneId: zone.value, isDeployed: group.isDeployed }];
  });
}

/** Returns the reason why the zones in which a group keeps records aren't known. */
function unreadOf(group: DeclaredResource, index: DeclaredIndex): Reason | undefined {
  const items = itemsPart(propertyOf(group, 'privateDnsZoneConfigs'));
  if (!items.known) return items.because;
  const zones = items.value.map((one) => partOf(one, 'properties', 'privateDnsZoneId'));
  const unnamed = zones.find(
    (one) =>
      one?.is === 'unknown' &&
      (one.symbol === null || (isUnstated(nameOf(one.symbol)) && index.isElsewhere(one.symbol))),
  );
  return unnamed?.is === 'unknown' ? unnamed.because : undefined;
}

/** The zones in which zone groups keep their records. */
interface AllKept {
  readonly groups: readonly ZoneEntry[];
  /** Reason why a group may keep records in any zone. */
  readonly whyUnknown: Reason | undefined;
}

/** Creates a zone that the files don't create. Its other links and its records aren't known here. */
function zoneElsewhere(id: ResourceId, groups: readonly ZoneEntry[]): PrivateZone {
  const not = heldByAzure(nameOf(id));
  return { ...nameAndKept(id, groups), id, linkedNetworks: not, records: not };
}

function nameAndKept(id: ResourceId, groups: readonly ZoneEntry[]): Pick<PrivateZone, 'name' | 'keptFor'> {
  const own = groups.filter((one) => sameId(one.zoneId, id) && one.isDeployed.known);
  return { name: nameOf(id).toLowerCase(), keptFor: own.map(({ endpointId }) => endpointId) };
}

/** Converts a zone with its certain links. If there may be more, it's included a second time with unknown links. */
function zonesOf(zone: DeclaredResource, index: DeclaredIndex, kept: AllKept): readonly PrivateZone[] {
  const links = index.below(zone.id, types.link).filter(({ isExisting }) => !isExisting);
  const networks = links.filter(({ isDeployed }) => isDeployed.known).map(networkOf);
  const whyUnknown =
    (zone.isExisting ? heldByAzure(zone.name) : undefined) ??
    [zone.isDeployed, ...links.map((one) => one.isDeployed), ...networks].find((one) => !one.known);
  const certain = networks.flatMap((one) => (one.known && one.value !== null ? [one.value] : []));
  const shared = {
    ...nameAndKept(zone.id, kept.groups),
    id: zone.id,
    records: recordsOf(zone, index, kept),
  };
  return [
    { ...shared, linkedNetworks: known(certain) },
    ...(whyUnknown && !whyUnknown.known ? [{ ...shared, linkedNetworks: whyUnknown }] : []),
  ];
}

function networkOf(link: DeclaredResource): Known<ResourceId | null> {
  return referencePart(propertyOf(link, 'virtualNetwork'));
}

function recordsOf(
  zone: DeclaredResource,
  index: DeclaredIndex,
  { groups, whyUnknown }: AllKept,
): Known<readonly AddressRecord[]> {
  if (zone.isExisting) return heldByAzure(zone.name);
  const perhaps = groups.find((one) => sameId(one.zoneId, zone.id) && !one.isDeployed.known);
  if (perhaps && !perhaps.isDeployed.known) return perhaps.isDeployed;
  if (whyUnknown) return unknown(whyUnknown);
  return allKnown(index.below(zone.id, types.record).map(toRecord));
}

function toRecord(record: DeclaredResource): Known<AddressRecord> {
  if (!record.isDeployed.known) return record.isDeployed;
  const items = itemsPart(propertyOf(record, 'aRecords'));
  if (!items.known) return items;
  const addresses = allKnown(items.value.map((one) => textPart(partOf(one, 'ipv4Address'), known(''))));
  return mapKnown(addresses, (all) => ({ name: record.name, addresses: all }));
}
