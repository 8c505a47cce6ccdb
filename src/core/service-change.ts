import { missingFrom, stateOf, type ChangeOf, type CreatedState } from './change';
import { known, mapKnown, type Known } from './known';
import { idUpTo, nameOf, sameId } from './network/find';
import type { ResourceId } from './network/model';
import { reason, type Reason } from './reason';
import type { BuildCompute, DataService, PrivateZone, WorkspaceServices } from './services/services';

/** State of a service: the subnets in its network rules, and whether trusted Azure services bypass these rules. */
interface DataServiceState {
  readonly subnetRules?: readonly ResourceId[];
  readonly trustsAzure?: boolean;
}

export interface EndpointState extends CreatedState {
  readonly subnet: ResourceId;
  readonly target: ResourceId;
  /** `amlworkspace`, `blob`, `file`, `vault`, `registry` … */
  readonly group: string;
}

export type DataServiceType = 'storage' | 'keyVault' | 'registry';

export type DataServiceChange = ChangeOf<DataServiceType, DataServiceState>;
export type BuilderChange = ChangeOf<'workspace', { readonly buildCompute: BuildCompute | null }>;
export type EndpointChange = ChangeOf<'endpoint', EndpointState>;
export type ZoneLinkChange = ChangeOf<'zoneLink', { readonly network: ResourceId }>;
type ZoneGroupChange = ChangeOf<'zoneGroup', { readonly zones: readonly ResourceId[] }>;

/** A change outside the network: of a workspace, of a service with its data, or of a private endpoint or its DNS. */
export type ServiceChange =
  | DataServiceChange
  | BuilderChange
  | EndpointChange
  | ChangeOf<'zone', object>
  | ZoneLinkChange
  | ZoneGroupChange;

/** Whether Azure bills it from its creation, for each type outside the network. */
export const isBilledService: Readonly<Record<ServiceChange['type'], boolean>> = {
  storage: false,
  keyVault: false,
  registry: false,
  workspace: false,
  endpoint: true,
  zone: true,
  zoneLink: false,
  zoneGroup: false,
};

/** True for a change of a service that stores a workspace's data. */
export function isDataServiceChange(change: ServiceChange): change is DataServiceChange {
  return change.type === 'storage' || change.type === 'keyVault' || change.type === 'registry';
}

/** Effect of a change of a service's network rules. */
interface AccessChange {
  readonly added: readonly ResourceId[];
  readonly removed: readonly ResourceId[];
  /** Undefined if it doesn't change. */
  readonly trusts: boolean | undefined;
}

/** Returns the subnets that a change adds to the network rules of a service, and those that it removes. */
export function accessOf({ before, after }: DataServiceChange): AccessChange {
  const [was, is] = [before?.subnetRules, after?.subnetRules];
  return { added: missingFrom(was, is), removed: missingFrom(is, was), trusts: after?.trustsAzure };
}

/** Returns the private endpoint of a DNS zone group. */
export function endpointOf(zoneGroup: ResourceId): ResourceId {
  return idUpTo(zoneGroup, 'privateDnsZoneGroups');
}

/** Returns the private DNS zone of a link. */
export function zoneOf(link: ResourceId): ResourceId {
  return idUpTo(link, 'virtualNetworkLinks');
}

/** Returns a change outside the network as sentences for every surface. */
export function serviceReasons(change: ServiceChange): readonly Reason[] {
  if (isDataServiceChange(change)) return accessReasons(change);
  const { id, after } = change;
  const name = nameOf(id);
  const key = (created: string, deleted: string): string => (after === null ? deleted : created);
  switch (change.type) {
    case 'workspace':
      return [
        reason('step.setImageBuildCompute', { name, compute: stateOf(change).buildCompute?.name ?? '' }),
      ];
    case 'endpoint': {
      const { target, group, subnet } = stateOf(change);
      const values = { name, target: nameOf(target), group, subnet: nameOf(subnet) };
      return [reason(key('step.connect', 'step.disconnect'), values)];
    }
    case 'zone':
      return [reason(key('step.addZone', 'step.removeZone'), { name })];
    case 'zoneLink': {
      const values = { zone: nameOf(zoneOf(id)), network: nameOf(stateOf(change).network) };
      return [reason(key('step.link', 'step.unlink'), values)];
    }
    case 'zoneGroup': {
      const values = { endpoint: nameOf(endpointOf(id)), zones: stateOf(change).zones.map(nameOf) };
      return [reason(key('step.register', 'step.deregister'), values)];
    }
  }
}

function accessReasons(change: DataServiceChange): readonly Reason[] {
  const { added, removed, trusts } = accessOf(change);
  const name = nameOf(change.id);
  return [
    ...added.map((id) => reason('step.addNetworkRule', { name, subnet: nameOf(id) })),
    ...removed.map((id) => reason('step.removeNetworkRule', { name, subnet: nameOf(id) })),
    ...(trusts === undefined ? [] : [reason(trusts ? 'step.trust' : 'step.distrust', { name })]),
  ];
}

/** Returns the services and zones after the change is applied. */
export function applyServiceChange(services: WorkspaceServices, change: ServiceChange): WorkspaceServices {
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

/** Updates zone groups. An endpoint has one zone group, or none. */
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

/** Updates private endpoints, also in the list of their target: the workspace itself, or one of its services. */
function changeEndpoints(services: WorkspaceServices, change: EndpointChange): WorkspaceServices {
  const { id, after } = change;
  const { target } = stateOf(change);
  const others = (ids: readonly ResourceId[]): readonly ResourceId[] =>
    after ? [...ids, id] : without(ids, id);
  const changed = sameId(target, services.workspaceId)
    ? { ...services, endpointIds: mapKnown(services.endpointIds, others) }
    : changeService(services, target, { endpointIds: others });
  // Its records are deleted with it.
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
