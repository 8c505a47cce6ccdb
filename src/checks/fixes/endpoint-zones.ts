import { privateZonesOf } from '../../core/azure-facts/private-zones';
import { valueOr } from '../../core/known';
import { nameOf, sameId } from '../../core/network/find';
import type { ResourceId } from '../../core/network/model';
import { reason, type Reason } from '../../core/reason';
import type { ResourceChange } from '../../core/resource-change';
import type { PrivateZone } from '../../core/services/services';
import { answeringNetworks, ownNameServers, type AnsweringNetwork } from '../name-servers';
import type { DraftContext } from './draft-context';
import { linkOf } from './draft-links';
import { zoneIdInNetworkGroup } from './new-resource-id';

/** Target of a new private endpoint. */
export interface NewEndpoint {
  readonly target: ResourceId;
  readonly group: string;
}

/** DNS changes for a new endpoint: new zones, the zones that contain its addresses, and new links. */
export interface ZonesForEndpoint {
  readonly made: readonly ResourceChange[];
  readonly keeping: readonly ResourceId[];
  readonly links: readonly ResourceChange[];
  readonly notes: readonly Reason[];
}

/**
 * Selects the zones for a new endpoint: a zone that the resolving networks are linked to, otherwise an existing zone,
 * otherwise a new one. Undefined if that isn't certain. That is the case if zones weren't read, or if the linked zone
 * has another endpoint's address for the same name. Azure would remove that address (private-endpoint-dns, 2021-01-14:
 * not to be associated with two endpoints of one service).
 */
export function zonesFor(wanted: NewEndpoint, context: DraftContext): ZonesForEndpoint | undefined {
  const { services, model, plan, place } = context;
  const asking = answeringNetworks(model, place.network);
  if (!services || services.zones.unread || !asking.known) return undefined;
  const names = privateZonesOf(plan.cloud, wanted.group);
  // Custom DNS servers, whose configuration can't be read, resolve the names themselves.
  if (asking.value === null) return withoutZones(names, context);
  const networks = distinct(asking.value);
  const all = names.map((name) => zoneFor(name, { wanted, networks, context }));
  const found = all.filter((one) => one !== undefined);
  if (found.length < all.length) return undefined;
  return {
    made: found.flatMap((one) => one.made),
    keeping: found.map((one) => one.keeping),
    links: found.flatMap((one) => one.links),
    notes: found.flatMap((one) => one.notes),
  };
}

function withoutZones(names: readonly string[], { place }: DraftContext): ZonesForEndpoint {
  const servers = valueOr(ownNameServers(place.network), []);
  const notes = [reason('endpoint.note.servers', { servers, zones: names })];
  return { made: [], keeping: [], links: [], notes };
}

/** Returns the zone group by which zones contain the addresses of a private endpoint. */
export function zoneGroupOf(endpoint: ResourceId, zones: readonly ResourceId[]): ResourceChange {
  const id = `${endpoint}/privateDnsZoneGroups/default`;
  return { type: 'zoneGroup', id, before: null, after: { zones } };
}

interface Asked {
  readonly wanted: NewEndpoint;
  readonly networks: readonly AnsweringNetwork[];
  readonly context: DraftContext;
}

type OneZone = Omit<ZonesForEndpoint, 'keeping'> & { readonly keeping: ResourceId };

function zoneFor(name: string, asked: Asked): OneZone | undefined {
  const { networks, context } = asked;
  const seen = (context.services?.zones.found ?? []).filter((one) => one.name === name);
  if (seen.some((one) => !one.linkedNetworks.known)) return undefined;
  const linked = seen.filter((zone) => networks.some((network) => isLinked(zone, network)));
  // A network can be linked to only one zone of a name.
  const [asks, second] = linked;
  if (second) return undefined;
  if (asks) return mayKeep(asks, asked) ? standing(asks, asked) : undefined;
  const usable = seen.find((zone) => mayKeep(zone, asked));
  return usable ? standing(usable, asked) : newZone(name, seen, asked);
}

function isLinked({ linkedNetworks }: PrivateZone, { id }: AnsweringNetwork): boolean {
  return linkedNetworks.known && linkedNetworks.value.some((one) => sameId(one, id));
}

/** True if no other known endpoint of the same target has its address in the zone, as far as all of them are known. */
function mayKeep(zone: PrivateZone, { wanted, context }: Asked): boolean {
  const { model, services } = context;
  const ids = services && sameId(wanted.target, services.workspaceId) ? services.endpointIds : undefined;
  const stands = ({ targetId, groups }: { readonly targetId: string; readonly groups: readonly string[] }) =>
    sameId(targetId, wanted.target) && groups.some((one) => one.toLowerCase() === wanted.group);
  const others = valueOr(model.privateEndpoints, []).filter(stands);
  const isUnseen = (id: ResourceId): boolean => !others.some((one) => sameId(one.id, id));
  if (ids && (!ids.known || ids.value.some(isUnseen))) return isEmpty(zone);
  // A service's record has the service's name.
  const named = ids ? false : holdsName(zone, nameOf(wanted.target));
  return (
    !named &&
    others.every(({ addresses }) => (addresses.known ? !holds(zone, addresses.value) : isEmpty(zone)))
  );
}

function isEmpty({ records }: PrivateZone): boolean {
  return records.known && records.value.length === 0;
}

function holds({ records }: PrivateZone, addresses: readonly string[]): boolean {
  return (
    !records.known || records.value.some((one) => one.addresses.some((each) => addresses.includes(each)))
  );
}

function holdsName({ records }: PrivateZone, name: string): boolean {
  return !records.known || records.value.some((one) => one.name.toLowerCase() === name.toLowerCase());
}

function standing(zone: PrivateZone, { networks }: Asked): OneZone {
  const lacking = networks.filter((network) => !isLinked(zone, network));
  const others = valueOr(zone.linkedNetworks, []).filter((id) => !networks.some((one) => sameId(one.id, id)));
  const elsewhere = reason('endpoint.note.elsewhere', { zone: zone.name, n: others.length });
  return {
    made: [],
    keeping: zone.id,
    ...linked(zone, lacking),
    ...(others.length > 0 ? { notes: [...linked(zone, lacking).notes, elsewhere] } : {}),
  };
}

function linked(
  zone: Pick<PrivateZone, 'id' | 'name'>,
  networks: readonly AnsweringNetwork[],
): Pick<OneZone, 'links' | 'notes'> {
  return {
    links: networks.map((network) => linkOf(zone.id, network)),
    notes: networks.map((network) =>
      reason('services.note.linked', { zone: zone.name, network: network.name }),
    ),
  };
}

/** Returns a new zone. A resource group can have only one zone of a name. */
function newZone(
  name: string,
  seen: readonly PrivateZone[],
  { networks, context }: Asked,
): OneZone | undefined {
  const id = zoneIdInNetworkGroup(context.place.network, name);
  if (seen.some((one) => sameId(one.id, id))) return undefined;
  const { links, notes } = linked({ id, name }, networks);
  const billed = reason('endpoint.note.zoneBilled', { zone: name });
  return {
    made: [{ type: 'zone', id, before: null, after: {} }],
    keeping: id,
    links,
    notes: [billed, ...notes],
  };
}

function distinct(networks: readonly AnsweringNetwork[]): readonly AnsweringNetwork[] {
  return networks.filter((one, at) => networks.findIndex((other) => sameId(other.id, one.id)) === at);
}
