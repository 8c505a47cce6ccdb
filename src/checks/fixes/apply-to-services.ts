import type { EndpointStep, FixStep, ServiceStep } from '../../core/fix';
import { isServiceStep } from '../../core/fix';
import { known, mapKnown, type Known } from '../../core/known';
import { nameOf, sameId } from '../../core/network/find';
import type { ResourceId } from '../../core/network/model';
import type { DataService, PrivateZone, WorkspaceServices } from '../../core/services/services';
import type { CheckInput } from '../check-subnet';

/** The facts as they will be once the steps are applied: services and zones are no part of the network. */
export function applyToFacts(facts: CheckInput, steps: readonly FixStep[]): CheckInput {
  if (!facts.services) return facts;
  return { ...facts, services: steps.filter(isServiceStep).reduce(applyStep, facts.services) };
}

function applyStep(services: WorkspaceServices, step: ServiceStep): WorkspaceServices {
  switch (step.do) {
    case 'admit':
      return changeService(services, step.at, { subnetRules: (ids) => [...ids, step.subnet] });
    case 'dismiss':
      return changeService(services, step.at, { subnetRules: (ids) => without(ids, step.subnet) });
    case 'trust':
    case 'distrust':
      return changeService(services, step.at, { trustsAzure: () => step.do === 'trust' });
    case 'link':
      return changeZone(services, step.zone, (ids) => [...ids, step.network]);
    case 'unlink':
      return changeZone(services, step.zone, (ids) => without(ids, step.network));
    case 'appoint':
      return { ...services, buildCompute: known(step.builder) };
    case 'connect':
    case 'disconnect':
      return changeEndpoints(services, step);
    default:
      return changeGroups(
        changeZones(services, (zones) => zonesAfter(zones, step)),
        step,
      );
  }
}

type ZoneStep = Extract<ServiceStep, { do: 'addZone' | 'removeZone' | 'register' | 'deregister' }>;

function zonesAfter(zones: readonly PrivateZone[], step: ZoneStep): readonly PrivateZone[] {
  switch (step.do) {
    case 'addZone':
      return [...zones, emptyZone(step.id)];
    case 'removeZone':
      return zones.filter(({ id }) => !sameId(id, step.id));
    case 'deregister':
      return zones.map((one) => keptWithout(one, step.endpoint));
    case 'register':
      return zones.map((zone) => {
        const keeps = step.zones.some((id) => sameId(id, zone.id));
        return keeps ? { ...zone, keptFor: [...(zone.keptFor ?? []), step.endpoint] } : zone;
      });
  }
}

/** An endpoint has one zone group, or none. */
function changeGroups(services: WorkspaceServices, step: ZoneStep): WorkspaceServices {
  const { withoutGroup } = services.zones;
  if (!('endpoint' in step) || !withoutGroup) return services;
  const others = without(withoutGroup, step.endpoint);
  const left = step.do === 'register' ? others : [...others, step.endpoint];
  return { ...services, zones: { ...services.zones, withoutGroup: left } };
}

function emptyZone(id: ResourceId): PrivateZone {
  return { id, name: nameOf(id).toLowerCase(), linkedNetworks: known([]), records: known([]) };
}

/** Who stands for what is told by the target as well: the workspace itself, or one of its services. */
function changeEndpoints(services: WorkspaceServices, step: EndpointStep): WorkspaceServices {
  const isNew = step.do === 'connect';
  const change = (ids: readonly ResourceId[]): readonly ResourceId[] =>
    isNew ? [...ids, step.id] : without(ids, step.id);
  const changed = sameId(step.target, services.workspaceId)
    ? { ...services, endpointIds: mapKnown(services.endpointIds, change) }
    : changeService(services, step.target, { endpointIds: change });
  // Its records go with it.
  return isNew ? changed : changeZones(changed, (zones) => zones.map((one) => keptWithout(one, step.id)));
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

interface ServiceChange {
  readonly subnetRules?: (ids: readonly ResourceId[]) => readonly ResourceId[];
  readonly trustsAzure?: (trusts: boolean) => boolean;
  readonly endpointIds?: (ids: readonly ResourceId[]) => readonly ResourceId[];
}

function changeService(
  services: WorkspaceServices,
  id: ResourceId,
  { subnetRules = same, trustsAzure = same, endpointIds = same }: ServiceChange,
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

function changeZone(
  services: WorkspaceServices,
  id: ResourceId,
  change: (networks: readonly ResourceId[]) => readonly ResourceId[],
): WorkspaceServices {
  return changeZones(services, (zones) =>
    zones.map((zone) =>
      sameId(zone.id, id) ? { ...zone, linkedNetworks: mapKnown(zone.linkedNetworks, change) } : zone,
    ),
  );
}

function without(ids: readonly ResourceId[], id: ResourceId): readonly ResourceId[] {
  return ids.filter((one) => !sameId(one, id));
}
