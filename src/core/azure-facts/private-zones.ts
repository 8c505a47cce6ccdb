import { boundedCache } from '../bounded-cache';
import { spellingDistance } from '../spelling-distance';
import type { Cloud } from '../network/model';

/** Private DNS zones of a cloud, by the sub-resource of the private endpoints that they are for. */
type ZoneNames = Readonly<Record<string, readonly string[]>>;

/**
 * https://learn.microsoft.com/azure/private-link/private-endpoint-dns (2021-01-14)
 * https://learn.microsoft.com/azure/machine-learning/how-to-custom-dns (2026-03-26)
 */
const zones: Readonly<Record<Cloud, ZoneNames>> = {
  public: {
    amlworkspace: ['privatelink.api.azureml.ms', 'privatelink.notebooks.azure.net'],
    vault: ['privatelink.vaultcore.azure.net'],
    registry: ['privatelink.azurecr.io'],
    ...storageZones('core.windows.net'),
  },
  usgov: {
    amlworkspace: ['privatelink.api.ml.azure.us', 'privatelink.notebooks.usgovcloudapi.net'],
    vault: ['privatelink.vaultcore.usgovcloudapi.net'],
    registry: ['privatelink.azurecr.us'],
    ...storageZones('core.usgovcloudapi.net'),
  },
  china: {
    amlworkspace: ['privatelink.api.ml.azure.cn', 'privatelink.notebooks.chinacloudapi.cn'],
    vault: ['privatelink.vaultcore.azure.cn'],
    registry: ['privatelink.azurecr.cn'],
    ...storageZones('core.chinacloudapi.cn'),
  },
};

function storageZones(suffix: string): ZoneNames {
  return Object.fromEntries(
    ['blob', 'file', 'queue', 'table', 'dfs'].map((group) => [group, [`privatelink.${group}.${suffix}`]]),
  );
}

/** Returns the suffix of registry names: `azurecr.io`. */
export function registrySuffixOf(cloud: Cloud): string {
  return privateZonesOf(cloud, 'registry').join().replace('privatelink.', '');
}

/** Returns the zones for private endpoints of a sub-resource (`blob`, `amlworkspace` …); empty for other services. */
export function privateZonesOf(cloud: Cloud, group: string): readonly string[] {
  const names = zones[cloud];
  const key = group.toLowerCase();
  return Object.hasOwn(names, key) ? (names[key] ?? []) : [];
}

/** Suffixes of the names of compute instances. Microsoft's pages state two and never agreed. */
const instanceNames: Readonly<Record<Cloud, readonly string[]>> = {
  public: ['instances.azureml.ms', 'instances.ml.azure.ms'],
  usgov: ['instances.azureml.ms', 'instances.ml.azure.us'],
  china: ['instances.azureml.ms', 'instances.ml.azure.ms'],
};

export function instanceNamesOf(cloud: Cloud): readonly string[] {
  return instanceNames[cloud];
}

/** Zone for static websites, which resembles those of storage and is valid. */
const websites = /^privatelink\.web\./;

/**
 * Returns the zone that an incorrect name was intended for. Suffixes of an environment give
 * `privatelink.vault.azure.net` and `privatelink..azurecr.io`, which no name resolves through. Undefined for a name
 * that is correct, or similar to none.
 */
export function intendedZone(cloud: Cloud, zone: string): string | undefined {
  const name = zone.toLowerCase();
  const all = Object.values(zones[cloud]).flat();
  if (!name.startsWith('privatelink') || websites.test(name) || all.includes(name)) return undefined;
  return similar(`${cloud} ${name}`, () => ({ zone: similarZone(name, all) })).zone;
}

/** Cache, because each service and each region of a check needs the same zones. */
const similar = boundedCache<{ readonly zone: string | undefined }>(500);

function similarZone(name: string, all: readonly string[]): string | undefined {
  // A suffix that begins with its own dot results in two.
  const plain = name.replaceAll(/\.{2,}/g, '.');
  return all.find((one) => spellingDistance(plain, one, 4) !== undefined);
}

/** True for a zone that may resolve names of a workspace, its services, or its instances. */
export function isZoneOfInterest(cloud: Cloud, zone: string): boolean {
  const name = zone.toLowerCase();
  return (
    Object.values(zones[cloud]).some((all) => all.includes(name)) ||
    intendedZone(cloud, name) !== undefined ||
    instanceNames[cloud].some((ending) => name === ending || name.endsWith(`.${ending}`))
  );
}

/** Returns the names of an instance. Microsoft's pages state two, so both are needed. `region` is an ARM location. */
export function instanceRecords(name: string, region: string, cloud: Cloud): readonly string[] {
  return instanceNamesOf(cloud).map((ending) => `${name}.${region}.${ending}`.toLowerCase());
}
