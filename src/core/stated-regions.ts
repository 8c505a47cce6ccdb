import { statedServices, type ServiceRegions } from './plan';

/** A service and its region, as a user enters them. */
export type StatedRegion = readonly [service: string, region: string];

/**
 * Converts regions of services; undefined if a service isn't known, or doesn't have a region. A service can have
 * several.
 */
export function statedRegions(pairs: readonly StatedRegion[]): ServiceRegions | undefined {
  const all = pairs.map(([name, location]) => ({
    service: statedServices.find((one) => one === name.trim().toLowerCase()),
    region: location.toLowerCase().replaceAll(' ', ''),
  }));
  if (all.some(({ service, region }) => service === undefined || region === '')) return undefined;
  return Object.fromEntries(
    statedServices.flatMap((name) => {
      const regions = all.flatMap(({ service, region }) => (service === name ? [region] : []));
      return regions.length > 0 ? [[name, [...new Set(regions)]] as const] : [];
    }),
  );
}

/** Converts regions of services by name. An invalid name or region only omits its own line. */
export function statedRegionsOf(value: unknown): ServiceRegions | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const pairs = Object.entries(value).flatMap(([service, regions]: [string, unknown]) =>
    typeof regions === 'string' ? regions.split(',').map((one) => [service, one] as const) : [],
  );
  const all = statedRegions(pairs.filter((one) => statedRegions([one]) !== undefined)) ?? {};
  return Object.keys(all).length > 0 ? all : undefined;
}
