import { known, type Known } from '../core/known';
import type { NetworkModel } from '../core/network/model';
import type { JudgePlan } from '../core/plan';
import { reason, type Reason } from '../core/reason';
import type { DataService, WorkspaceServices } from '../core/services/services';
import { regionOf } from '../core/unstated-region';
import type { RegionScope } from '../requirements/requirement';
import { neededRegions, plainRegion, type NeededRegions } from './regions';
import { endpointsOf } from './service-access';
import type { Place, PlanContext } from './setting-context';
import { servicesOf } from './settings/services-of';

/** What says where services are: the plan's workspace, and the services that were read. */
interface RegionContext {
  readonly model: NetworkModel;
  readonly plan: JudgePlan;
  readonly place: Place;
  readonly facts?: PlanContext['facts'];
}

/**
 * Regions whose form of a service tag must be reached: a workspace's storage, registry, and vault can each be in a region
 * of its own, and answer from there. None where there is nothing to reach.
 */
export function regionsFor(scope: RegionScope, context: RegionContext): NeededRegions {
  const base = neededRegions(context.place.network, context.plan);
  const services = servicesOf({ facts: {}, ...context });
  if (scope === 'subnet+workspace' || !base.known) return base;
  if (!services) return scope === 'registry-layers' ? { ...base, regions: [] } : base;
  switch (scope) {
    case 'storage':
      return withStorage(base, services, context);
    case 'registry':
      return ofService(base, services.registry, 'judge.assume.registryRegion');
    case 'registry-layers':
      return ofLayers(base, services);
    case 'key-vault':
      return ofVault(base, services, context);
  }
}

/** Regions of a workspace's services, as far as it has them; undefined of one that wasn't read. */
export function serviceLocations(
  context: Pick<PlanContext, 'plan' | 'facts'>,
): readonly (string | undefined)[] {
  const services = servicesOf(context);
  if (!services) return [];
  const { storage, keyVault, registry, datastores } = services;
  const own = [storage, keyVault, registry].flatMap((one) =>
    one.known && one.value === null ? [] : [one.known ? one.value?.location : undefined],
  );
  const others = datastores?.known ? datastores.value.map(({ location }) => regionOf(location)) : [];
  return [...own, ...others];
}

type KnownRegions = Extract<NeededRegions, { known: true }>;

/** Azure ML's own storage is where the nodes and the workspace are; the workspace's accounts may be elsewhere. */
function withStorage(
  base: KnownRegions,
  { storage, datastores }: WorkspaceServices,
  context: RegionContext,
): KnownRegions {
  const account = storage.known ? storage.value : null;
  const own = account && !hasEndpoint(account, ['blob', 'dfs'], context) ? account.location : undefined;
  const others = datastores?.known ? datastores.value : [];
  const regions = [own, ...others.map(({ location }) => regionOf(location))];
  const unread = !storage.known || (account !== null && account.location === undefined);
  return {
    known: true,
    regions: distinct([...base.regions, ...regions.flatMap((one) => one ?? [])]),
    assumptions: [
      ...base.assumptions,
      ...(unread ? [assumed('judge.assume.storageRegion', base.regions)] : []),
      ...others.flatMap(({ name, location }) =>
        regionOf(location) !== undefined
          ? []
          : reason('judge.assume.datastoreRegion', { name, region: base.regions.join(', ') }),
      ),
    ],
  };
}

/** A service's own region; while it isn't known, that of the subnet and the workspace is assumed. */
function ofService(base: KnownRegions, service: Known<DataService | null>, unread: string): KnownRegions {
  const location = service.known ? service.value?.location : undefined;
  if (location !== undefined) return { known: true, regions: distinct(location), assumptions: [] };
  if (service.known && service.value === null) return base;
  return { ...base, assumptions: [...base.assumptions, assumed(unread, base.regions)] };
}

/** Its own endpoints for data are in the tag of registries. */
function ofLayers(base: KnownRegions, { registry }: WorkspaceServices): NeededRegions {
  const found = registry.known ? registry.value : null;
  const regions = distinct(found?.location ?? []).filter((one) => !base.regions.includes(one));
  const hasOwn = found?.hasDataEndpoints ?? known(false);
  if (!hasOwn.known && regions.length > 0) return hasOwn;
  return { known: true, regions: hasOwn.known && hasOwn.value ? [] : regions, assumptions: [] };
}

function ofVault(base: KnownRegions, { keyVault }: WorkspaceServices, context: RegionContext): KnownRegions {
  const isPrivate =
    keyVault.known && keyVault.value !== null && hasEndpoint(keyVault.value, ['vault'], context);
  return isPrivate ? base : ofService(base, keyVault, 'judge.assume.vaultRegion');
}

function hasEndpoint(
  service: DataService,
  groups: readonly string[],
  { model, place }: RegionContext,
): boolean {
  return endpointsOf({ service, groups }, { model, place }).found.length > 0;
}

function assumed(key: string, regions: readonly string[]): Reason {
  return reason(key, { region: regions.join(', ') });
}

function distinct(regions: string | readonly string[]): readonly string[] {
  return [...new Set([regions].flat().map(plainRegion))];
}
