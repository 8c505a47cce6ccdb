/**
 * Regions whose `AzureCloud.<code>` tag has another code than the ARM location (service tag file, change 376,
 * 2025-11-09). All other tags end with the location itself, in mixed case.
 */
const cloudCodes: Readonly<Record<string, string>> = {
  brazilsoutheast: 'brazilse',
  chilecentral: 'chilec',
  eastusstg: 'usstagee',
  francecentral: 'centralfrance',
  francesouth: 'southfrance',
  germanynorth: 'germanyn',
  germanywestcentral: 'germanywc',
  norwayeast: 'norwaye',
  norwaywest: 'norwayw',
  southcentralusstg: 'usstagec',
  switzerlandnorth: 'switzerlandn',
  switzerlandwest: 'switzerlandw',
};

const locations = new Map(Object.entries(cloudCodes).map(([location, code]) => [code, location]));

/** Normalizes an ARM location as Azure compares it: `West Europe` and `westeurope` are the same. */
export function normalLocation(location: string): string {
  return location.toLowerCase().replaceAll(' ', '');
}

/** Returns the region part of a service tag for an ARM location: `norwayeast`, but `norwaye` for `AzureCloud`. */
export function tagRegionOf(tag: string, location: string): string {
  const normal = normalLocation(location);
  return tag.toLowerCase() === 'azurecloud' ? (cloudCodes[normal] ?? normal) : normal;
}

/** Returns the ARM location of the region part of a service tag: `SwitzerlandNorth`, `switzerlandn`. */
export function locationOfTagRegion(region: string): string {
  const normal = normalLocation(region);
  return locations.get(normal) ?? normal;
}
