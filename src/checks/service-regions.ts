import { known, type Known } from '../core/known';
import type { NetworkModel } from '../core/network/model';
import type { PlanToCheck, ServiceRegions } from '../core/plan';
import { reason, type Reason } from '../core/reason';
import type { ContainerRegistry, DataService, WorkspaceServices } from '../core/services/services';
import { isUnstated, regionOf } from '../core/unstated-region';
import type { RegionScope } from '../requirements/requirement';
import { endpointsInReach } from './endpoints-in-reach';
import { neededRegions, plainRegion, type NeededRegions } from './regions';
import { serviceEndpointsInReach } from './service-access';
import type { SubnetInNetwork, PlanContext } from './setting-context';
import { servicesOf } from './settings/services-of';

/** Source for the regions of services: the plan's workspace, and the services that were read. */
interface RegionContext {
  readonly model: NetworkModel;
  readonly plan: PlanToCheck;
  readonly place: SubnetInNetwork;
  readonly facts?: PlanContext['facts'];
}

/**
 * Returns the regions whose service tags must be reachable. A workspace's storage, registry, and key vault can each be
 * in a separate region and respond from there. Empty if there is no destination to reach.
 */
export function regionsFor(scope: RegionScope, context: RegionContext): NeededRegions {
  const own = ownRegions(scope, context);
  const stated = context.plan.serviceRegions?.['aml-registries'];
  if (scope === 'subnet+workspace' || scope === 'key-vault' || !own.known || !stated) return own;
  return withAmlRegistries(scope, own, { stated, context });
}

interface Stated {
  readonly stated: readonly string[];
  readonly context: RegionContext;
}

/**
 * Adds the regions of Azure Machine Learning registries. Such a registry stores its assets in a separate storage
 * account and container registry (how-to-registry-network-isolation, 2025-04-04). A private endpoint of the workspace's
 * registry isn't for them.
 */
function withAmlRegistries(
  scope: Exclude<ServiceScope, 'key-vault'>,
  own: KnownRegions,
  { stated, context }: Stated,
): KnownRegions {
  const { model, place, plan } = context;
  const base = neededRegions(place.network, plan);
  const isLayers = scope === 'registry-layers';
  const isPrivate = scope !== 'storage' && endpointsInReach(model, place, ['registry']).found.length > 0;
  const more = isLayers && base.known ? elsewhere(base, stated) : stated;
  return {
    known: true,
    regions: distinct([...(isPrivate ? [] : own.regions), ...more]),
    assumptions: [...own.assumptions, ...(isLayers ? [] : statedAs('check.assume.amlRegistries', stated))],
  };
}

function ownRegions(scope: RegionScope, context: RegionContext): NeededRegions {
  const base = neededRegions(context.place.network, context.plan);
  const services = servicesOf({ facts: {}, ...context });
  if (scope === 'subnet+workspace' || !base.known) return base;
  const stated = context.plan.serviceRegions ?? {};
  if (!services) return withoutServices(scope, base, stated);
  switch (scope) {
    case 'storage':
      return withStorage(base, services, context);
    case 'registry':
      return ofRegistry(base, services, stated.registry);
    case 'registry-layers':
      return ofLayers(base, services, stated.registry);
    case 'key-vault':
      return ofVault(base, services, context);
  }
}

type ServiceScope = Exclude<RegionScope, 'subnet+workspace'>;

/** Returns the regions if the workspace's services weren't read: those that the user states. */
function withoutServices(scope: ServiceScope, base: KnownRegions, stated: ServiceRegions): KnownRegions {
  switch (scope) {
    case 'storage': {
      const regions = [...(stated.storage ?? []), ...(stated.datastores ?? [])];
      return {
        ...base,
        regions: distinct([...base.regions, ...regions]),
        assumptions: [
          ...base.assumptions,
          assumed('check.assume.storageRegion', distinct(stated.storage ?? base.regions)),
          ...statedAs('check.assume.datastoreRegions', stated.datastores),
        ],
      };
    }
    case 'registry':
      return asStated(base, 'check.assume.registryRegion', stated.registry);
    case 'registry-layers':
      return layersElsewhere(base, stated.registry ?? []);
    case 'key-vault':
      return asStated(base, 'check.assume.vaultRegion', stated['key-vault']);
  }
}

function asStated(base: KnownRegions, key: string, stated: readonly string[] | undefined): KnownRegions {
  if (!stated) return { ...base, assumptions: [...base.assumptions, assumed(key, base.regions)] };
  return { known: true, regions: distinct(stated), assumptions: statedAs(key, stated) };
}

function statedAs(key: string, regions: readonly string[] = []): readonly Reason[] {
  return regions.length > 0 ? [assumed(key, distinct(regions))] : [];
}

/**
 * Returns the regions of the workspace's existing services; undefined for a service that wasn't read and whose region
 * the user didn't state.
 */
export function serviceLocations(
  context: Pick<PlanContext, 'plan' | 'facts'>,
): readonly (string | undefined)[] {
  const services = servicesOf(context);
  const stated = context.plan.serviceRegions ?? {};
  if (!services) return Object.values(stated).flat();
  const { storage, keyVault, registry, datastores } = services;
  const own = [
    regionsOf(storage, stated.storage),
    regionsOf(keyVault, stated['key-vault']),
    regionsOf(registry, stated.registry),
  ].flatMap(orUnread);
  const amlRegistries = stated['aml-registries'] ?? [];
  const others = datastores?.known
    ? datastores.value.flatMap(({ location }) => orUnread(readOr(regionOf(location), stated.datastores)))
    : (stated.datastores ?? []);
  return [...own, ...others, ...amlRegistries];
}

/** Returns the services whose region isn't known, so that the user can choose it; all of them if nothing was read. */
export function unreadRegions(services: WorkspaceServices | undefined): ReadonlySet<keyof ServiceRegions> {
  if (!services) return new Set(['storage', 'registry', 'key-vault', 'datastores']);
  const { storage, registry, keyVault, datastores } = services;
  const isRegionMissing = (service: Known<DataService | null>): boolean =>
    regionsOf(service, undefined) === undefined;
  const ofDatastores =
    datastores && (!datastores.known || datastores.value.some(({ location }) => !location.known));
  return new Set([
    ...(isRegionMissing(storage) ? (['storage'] as const) : []),
    ...(isRegionMissing(registry) ? (['registry'] as const) : []),
    ...(isRegionMissing(keyVault) ? (['key-vault'] as const) : []),
    ...(ofDatastores ? (['datastores'] as const) : []),
  ]);
}

function orUnread(regions: readonly string[] | undefined): readonly (string | undefined)[] {
  return regions ?? [undefined];
}

type KnownRegions = Extract<NeededRegions, { known: true }>;

/**
 * Returns a region that was read, otherwise those that the user states. A region that was read may be an unresolved
 * expression.
 */
export function readOr(
  location: string | undefined,
  stated: readonly string[] | undefined,
): readonly string[] | undefined {
  if (location !== undefined && !(stated && isUnstated(location))) return [location];
  return stated;
}

/** Returns a service's regions: empty if the workspace doesn't have the service, undefined if they aren't known. */
function regionsOf(
  service: Known<DataService | null>,
  stated: readonly string[] | undefined,
): readonly string[] | undefined {
  if (!service.known) return stated;
  return service.value ? readOr(service.value.location, stated) : [];
}

/** True if only the user states a service's region. */
function isOnlyStated(service: Known<DataService | null>, stated: readonly string[] | undefined): boolean {
  const location = service.known ? service.value?.location : undefined;
  const hasService = !service.known || service.value !== null;
  return hasService && stated !== undefined && (location === undefined || isUnstated(location));
}

/**
 * Adds storage regions. Azure ML's own storage is in the regions of the nodes and the workspace. The workspace's
 * accounts may be elsewhere.
 */
function withStorage(base: KnownRegions, services: WorkspaceServices, context: RegionContext): KnownRegions {
  const { storage } = services;
  const stated = context.plan.serviceRegions ?? {};
  const account = storage.known ? storage.value : null;
  const isPrivate = account !== null && hasEndpoint(account, ['blob', 'dfs'], context);
  const own = isPrivate ? [] : regionsOf(storage, stated.storage);
  const others = datastoreRegions(base, services, stated.datastores);
  return {
    known: true,
    regions: distinct([...base.regions, ...(own ?? []), ...others.regions]),
    assumptions: [
      ...base.assumptions,
      ...(own === undefined ? [assumed('check.assume.storageRegion', base.regions)] : []),
      ...(!isPrivate && isOnlyStated(storage, stated.storage)
        ? statedAs('check.assume.storageRegion', stated.storage)
        : []),
      ...others.assumptions,
    ],
  };
}

function datastoreRegions(
  base: KnownRegions,
  { datastores }: WorkspaceServices,
  stated: readonly string[] | undefined,
): Pick<KnownRegions, 'regions' | 'assumptions'> {
  if (!datastores?.known) {
    // Datastores that a file doesn't declare don't exist. Datastores that couldn't be read may be in any region.
    const assumed = stated ?? (datastores === undefined ? undefined : base.regions);
    return { regions: stated ?? [], assumptions: statedAs('check.assume.datastoreRegions', assumed) };
  }
  const all = datastores.value.map(({ name, location }) => {
    const read = regionOf(location);
    const regions = readOr(read, stated);
    const isRead = regions !== undefined && regions[0] === read;
    const region = distinct(regions ?? base.regions);
    return {
      regions: regions ?? [],
      assumptions: isRead ? [] : [reason('check.assume.datastoreRegion', { name, region })],
    };
  });
  return {
    regions: all.flatMap(({ regions }) => regions),
    assumptions: all.flatMap(({ assumptions }) => assumptions),
  };
}

/**
 * Returns a service's own region. If it isn't known, returns the regions that the user states, otherwise those of the
 * subnet and the workspace.
 */
function ofService(
  base: KnownRegions,
  service: Known<DataService | null>,
  { key, stated }: { readonly key: string; readonly stated: readonly string[] | undefined },
): KnownRegions {
  const regions = regionsOf(service, stated);
  if (regions === undefined) {
    return { ...base, assumptions: [...base.assumptions, assumed(key, base.regions)] };
  }
  if (regions.length === 0) return base;
  const assumptions = isOnlyStated(service, stated) ? statedAs(key, stated) : [];
  return { known: true, regions: distinct(regions), assumptions };
}

/**
 * Returns the regions of a registry. Azure sends a pull to the nearest replica: one in a region of the network or the
 * workspace, otherwise any of them.
 */
function ofRegistry(
  base: KnownRegions,
  { registry }: WorkspaceServices,
  stated: readonly string[] | undefined,
): KnownRegions {
  const key = 'check.assume.registryRegion';
  const own = ofService(base, registry, { key, stated });
  const pulled = pullRegions(base, registry, own.regions);
  if (pulled.every((one) => own.regions.includes(one))) return own;
  return {
    ...own,
    regions: pulled,
    assumptions: [...own.assumptions, assumed('check.assume.nearestReplica', pulled)],
  };
}

/**
 * Returns the regions that serve pulls from a registry in `own` (container-registry-geo-replication, read 2026-11-30).
 */
function pullRegions(
  base: KnownRegions,
  registry: Known<ContainerRegistry | null>,
  own: readonly string[],
): readonly string[] {
  const replicas = registry.known ? registry.value?.replicas : undefined;
  if (!replicas?.known || replicas.value.length === 0) return own;
  const all = distinct([...own, ...replicas.value]);
  const near = all.filter((one) => base.regions.includes(one));
  return near.length > 0 ? near : all;
}

/** Returns the storage regions of image layers. Dedicated data endpoints are part of the registry's own tag. */
function ofLayers(
  base: KnownRegions,
  { registry }: WorkspaceServices,
  stated: readonly string[] | undefined,
): NeededRegions {
  if (!registry.known) return layersElsewhere(base, stated ?? []);
  const own = distinct(regionsOf(registry, stated) ?? []);
  const regions = elsewhere(base, pullRegions(base, registry, own));
  const hasOwn = registry.value?.hasDataEndpoints ?? known(false);
  if (!hasOwn.known && regions.length > 0) return hasOwn;
  return { known: true, regions: hasOwn.known && hasOwn.value ? [] : regions, assumptions: [] };
}

/**
 * Returns the storage regions if it isn't known whether a registry has dedicated data endpoints. Azure creates it
 * without.
 */
function layersElsewhere(base: KnownRegions, stated: readonly string[]): KnownRegions {
  const regions = elsewhere(base, stated);
  const assumptions = regions.length > 0 ? [reason('check.assume.noDataEndpoints')] : [];
  return { known: true, regions, assumptions };
}

function elsewhere(base: KnownRegions, regions: readonly string[]): readonly string[] {
  return distinct(regions).filter((one) => !base.regions.includes(one));
}

function ofVault(base: KnownRegions, { keyVault }: WorkspaceServices, context: RegionContext): KnownRegions {
  const isPrivate =
    keyVault.known && keyVault.value !== null && hasEndpoint(keyVault.value, ['vault'], context);
  const stated = context.plan.serviceRegions?.['key-vault'];
  return isPrivate ? base : ofService(base, keyVault, { key: 'check.assume.vaultRegion', stated });
}

function hasEndpoint(
  service: DataService,
  groups: readonly string[],
  { model, place }: RegionContext,
): boolean {
  return serviceEndpointsInReach({ service, groups }, { model, place }).found.length > 0;
}

function assumed(key: string, regions: readonly string[]): Reason {
  return reason(key, { region: regions });
}

function distinct(regions: string | readonly string[]): readonly string[] {
  return [...new Set([regions].flat().map(plainRegion))];
}
