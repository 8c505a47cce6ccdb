import { known, mapKnown, type Known } from '../../core/known';
import { nameOf, sameId } from '../../core/network/find';
import type { ResourceId } from '../../core/network/model';
import {
  accessOf,
  endpointOf,
  isServiceChange,
  missingFrom,
  stateOf,
  zoneOf,
  type DataServiceChange,
  type EndpointChange,
  type ResourceChange,
  type ServiceChange,
  type ZoneGroupChange,
  type ZoneLinkChange,
} from '../../core/resource-change';
import type { DataService, PrivateZone, WorkspaceServices } from '../../core/services/services';
import type { CheckInput } from '../check-subnet';

/** The facts as they will be once the changes are applied: services and zones are no part of the network. */
export function applyToFacts(facts: CheckInput, changes: readonly ResourceChange[]): CheckInput {
  if (!facts.services) return facts;
  return { ...facts, services: applyServiceChanges(facts.services, changes) };
}

/** The services and zones as they will be once the changes are applied. */
export function applyServiceChanges(
  services: WorkspaceServices,
  changes: readonly ResourceChange[],
): WorkspaceServices {
  return changes.filter(isServiceChange).reduce(applyChange, services);
}

function applyChange(services: WorkspaceServices, change: ServiceChange): WorkspaceServices {
  const { id, after } = change;
  switch (change.type) {
    case 'workspace':
      return change.after ? { ...services, buildCompute: known(change.after.buildCompute) } : services;
    case 'endpoint':
      return changeEndpoints(services, change);
    case 'zone':
      return changeZones(services, (zones) =>
        after ? [...zones, emptyZone(id)] : zones.filter((one) => !sameId(one.id, id)),
      );
    case 'zoneLink':
      return changeLinks(services, change);
    case 'zoneGroup':
      return changeGroups(services, change);
    default:
      return changeAccess(services, change);
  }
}

function changeAccess(services: WorkspaceServices, change: DataServiceChange): WorkspaceServices {
  const { added, removed, trusts } = accessOf(change);
  return changeService(services, change.id, {
    subnetRules: (ids) => [...missingFrom(removed, ids), ...added],
    trustsAzure: (before) => trusts ?? before,
  });
}

function changeLinks(services: WorkspaceServices, change: ZoneLinkChange): WorkspaceServices {
  const { id, after } = change;
  const { network } = stateOf(change);
  const changed = (zone: PrivateZone): PrivateZone => ({
    ...zone,
    linkedNetworks: mapKnown(zone.linkedNetworks, (ids) =>
      after ? [...ids, network] : without(ids, network),
    ),
  });
  return changeZones(services, (zones) =>
    zones.map((one) => (sameId(one.id, zoneOf(id)) ? changed(one) : one)),
  );
}

/** An endpoint has one zone group, or none. */
function changeGroups(services: WorkspaceServices, { id, after }: ZoneGroupChange): WorkspaceServices {
  const endpoint = endpointOf(id);
  const keeps = (zone: PrivateZone): boolean => after?.zones.some((one) => sameId(one, zone.id)) === true;
  const changed = changeZones(services, (zones) =>
    zones.map((one) => {
      if (after === null) return keptWithout(one, endpoint);
      return keeps(one) ? { ...one, keptFor: [...(one.keptFor ?? []), endpoint] } : one;
    }),
  );
  const { withoutGroup } = changed.zones;
  if (!withoutGroup) return changed;
  const others = without(withoutGroup, endpoint);
  return { ...changed, zones: { ...changed.zones, withoutGroup: after ? others : [...others, endpoint] } };
}

function emptyZone(id: ResourceId): PrivateZone {
  return { id, name: nameOf(id).toLowerCase(), linkedNetworks: known([]), records: known([]) };
}

/** Who stands for what is told by the target as well: the workspace itself, or one of its services. */
function changeEndpoints(services: WorkspaceServices, change: EndpointChange): WorkspaceServices {
  const { id, after } = change;
  const { target } = stateOf(change);
  const others = (ids: readonly ResourceId[]): readonly ResourceId[] =>
    after ? [...ids, id] : without(ids, id);
  const changed = sameId(target, services.workspaceId)
    ? { ...services, endpointIds: mapKnown(services.endpointIds, others) }
    : changeService(services, target, { endpointIds: others });
  // Its records go with it.
  return after ? changed : changeZones(changed, (zones) => zones.map((one) => keptWithout(one, id)));
}

function keptWithout({ keptFor = [], ...zone }: PrivateZone, id: ResourceId): PrivateZone {
  const others = without(keptFor, id);
  return others.length > 0 ? { ...zone, keptFor: others } : zone;
}

function changeZones(
  services: WorkspaceServices,
  change: (zones: readonly PrivateZone[]) => readonly PrivateZone[],
): WorkspaceServices {
  return { ...services, zones: { ...services.zones, found: change(services.zones.found) } };
}

function same<T>(value: T): T {
  return value;
}

interface AccessMembers {
  readonly subnetRules?: (ids: readonly ResourceId[]) => readonly ResourceId[];
  readonly trustsAzure?: (trusts: boolean) => boolean;
  readonly endpointIds?: (ids: readonly ResourceId[]) => readonly ResourceId[];
}

function changeService(
  services: WorkspaceServices,
  id: ResourceId,
  { subnetRules = same, trustsAzure = same, endpointIds = same }: AccessMembers,
): WorkspaceServices {
  const changed = <T extends DataService>(service: Known<T | null>): Known<T | null> =>
    mapKnown(service, (one) =>
      one && sameId(one.id, id)
        ? {
            ...one,
            subnetRules: mapKnown(one.subnetRules, subnetRules),
            trustsAzure: mapKnown(one.trustsAzure, trustsAzure),
            endpointIds: mapKnown(one.endpointIds, endpointIds),
          }
        : one,
    );
  const { storage, keyVault, registry } = services;
  return {
    ...services,
    storage: changed(storage),
    keyVault: changed(keyVault),
    registry: changed(registry),
  };
}

function without(ids: readonly ResourceId[], id: ResourceId): readonly ResourceId[] {
  return ids.filter((one) => !sameId(one, id));
}
