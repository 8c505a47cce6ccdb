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
  readonly created: readonly ResourceChange[];
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
export function zonesFor(newEndpoint: NewEndpoint, context: DraftContext): ZonesForEndpoint | undefined {
  const { services, model, plan, place } = context;
  const resolvingNetworks = answeringNetworks(model, place.network);
  if (!services || services.zones.unread || !resolvingNetworks.known) return undefined;
  const names = privateZonesOf(plan.cloud, newEndpoint.group);
  // Custom DNS servers, whose configuration can't be read, resolve the names themselves.
  if (resolvingNetworks.value === null) return withoutZones(names, context);
  const networks = distinct(resolvingNetworks.value);
  const all = names.map((name) => zoneFor(name, { newEndpoint, networks, context }));
  const found = all.filter((one) => one !== undefined);
  if (found.length < all.length) return undefined;
  return {
    created: found.flatMap((one) => one.created),
    keeping: found.map((one) => one.keeping),
    links: found.flatMap((one) => one.links),
    notes: found.flatMap((one) => one.notes),
  };
}

function withoutZones(names: readonly string[], { place }: DraftContext): ZonesForEndpoint {
  const servers = valueOr(ownNameServers(place.network), []);
  const notes = [reason('endpoint.note.servers', { servers, zones: names })];
  return { created: [], keeping: [], links: [], notes };
}

/** Returns the zone group by which zones contain the addresses of a private endpoint. */
export function zoneGroupOf(endpoint: ResourceId, zones: readonly ResourceId[]): ResourceChange {
  const id = `${endpoint}/privateDnsZoneGroups/default`;
  return { type: 'zoneGroup', id, before: null, after: { zones } };
}

interface ZoneInput {
  readonly newEndpoint: NewEndpoint;
  readonly networks: readonly AnsweringNetwork[];
  readonly context: DraftContext;
}

type OneZone = Omit<ZonesForEndpoint, 'keeping'> & { readonly keeping: ResourceId };

function zoneFor(name: string, input: ZoneInput): OneZone | undefined {
  const { networks, context } = input;
  const seen = (context.services?.zones.found ?? []).filter((one) => one.name === name);
  if (seen.some((one) => !one.linkedNetworks.known)) return undefined;
  const linked = seen.filter((zone) => networks.some((network) => isLinked(zone, network)));
  // A network can be linked to only one zone of a name.
  const [linkedZone, second] = linked;
  if (second) return undefined;
  if (linkedZone) return mayKeep(linkedZone, input) ? standing(linkedZone, input) : undefined;
  const usable = seen.find((zone) => mayKeep(zone, input));
  return usable ? standing(usable, input) : newZone(name, seen, input);
}

function isLinked({ linkedNetworks }: PrivateZone, { id }: AnsweringNetwork): boolean {
  return linkedNetworks.known && linkedNetworks.value.some((one) => sameId(one, id));
}

/** True if no other known endpoint of the same target has its address in the zone, as far as all of them are known. */
function mayKeep(zone: PrivateZone, { newEndpoint, context }: ZoneInput): boolean {
  const { model, services } = context;
  const ids = services && sameId(newEndpoint.target, services.workspaceId) ? services.endpointIds : undefined;
  const isSameTarget = ({
    targetId,
    groups,
  }: {
    readonly targetId: string;
    readonly groups: readonly string[];
  }) => sameId(targetId, newEndpoint.target) && groups.some((one) => one.toLowerCase() === newEndpoint.group);
  const others = valueOr(model.privateEndpoints, []).filter(isSameTarget);
  const isUnseen = (id: ResourceId): boolean => !others.some((one) => sameId(one.id, id));
  if (ids && (!ids.known || ids.value.some(isUnseen))) return isEmpty(zone);
  // A service's record has the service's name.
  const named = ids ? false : containsName(zone, nameOf(newEndpoint.target));
  return (
    !named &&
    others.every(({ addresses }) =>
      addresses.known ? !containsRecord(zone, addresses.value) : isEmpty(zone),
    )
  );
}

function isEmpty({ records }: PrivateZone): boolean {
  return records.known && records.value.length === 0;
}

function containsRecord({ records }: PrivateZone, addresses: readonly string[]): boolean {
  return (
    !records.known || records.value.some((one) => one.addresses.some((each) => addresses.includes(each)))
  );
}

function containsName({ records }: PrivateZone, name: string): boolean {
  return !records.known || records.value.some((one) => one.name.toLowerCase() === name.toLowerCase());
}

function standing(zone: PrivateZone, { networks }: ZoneInput): OneZone {
  const lacking = networks.filter((network) => !isLinked(zone, network));
  const others = valueOr(zone.linkedNetworks, []).filter((id) => !networks.some((one) => sameId(one.id, id)));
  const elsewhere = reason('endpoint.note.elsewhere', { zone: zone.name, n: others.length });
  return {
    created: [],
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
  { networks, context }: ZoneInput,
): OneZone | undefined {
  const id = zoneIdInNetworkGroup(context.place.network, name);
  if (seen.some((one) => sameId(one.id, id))) return undefined;
  const { links, notes } = linked({ id, name }, networks);
  const billed = reason('endpoint.note.zoneBilled', { zone: name });
  return {
    created: [{ type: 'zone', id, before: null, after: {} }],
    keeping: id,
    links,
    notes: [billed, ...notes],
  };
}

function distinct(networks: readonly AnsweringNetwork[]): readonly AnsweringNetwork[] {
  return networks.filter((one, at) => networks.findIndex((other) => sameId(other.id, one.id)) === at);
}
