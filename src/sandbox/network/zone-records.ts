import { bodyList, bodyText, bodyTexts, type BodyJson, type BodyObject } from '../body-json';
import type { World } from '../settings';

/**
 * Returns the public suffix of a private zone. For key vaults, the two differ in more than `privatelink`
 * (private-endpoint-dns page).
 */
export function publicEnding(zone: string): string {
  return `.${zone.replace(/^privatelink\./i, '').replace(/^vaultcore\./i, 'vault.')}`;
}

const groupType = 'Microsoft.Network/privateEndpoints/privateDnsZoneGroups';

/**
 * Writes an address record for each of an endpoint's names that belongs to one of the zones, and adds it to its zone
 * groups.
 */
export function keepRecords(world: World, endpointId: string, zoneIds: readonly string[]): void {
  for (const { zoneId, name, addresses } of recordsFor(world, endpointId, zoneIds)) {
    const zone = zoneId.slice(zoneId.lastIndexOf('/') + 1);
    world.store.put({
      id: `${zoneId}/A/${name}`,
      properties: {
        ttl: 10,
        fqdn: `${name}.${zone}.`,
        isAutoRegistered: false,
        aRecords: addresses.map((ipv4Address) => ({ ipv4Address })),
      },
    });
  }
  for (const { id, properties, provisioningState } of world.store.children(endpointId, groupType)) {
    const configs = bodyList(properties, 'privateDnsZoneConfigs').map((config) => {
      const zoneId = bodyText(config, 'properties', 'privateDnsZoneId') ?? '';
      const recordSets = recordsFor(world, endpointId, [zoneId]).map(showRecord);
      return { name: bodyText(config, 'name') ?? '', properties: { privateDnsZoneId: zoneId, recordSets } };
    });
    world.store.put({ id, properties: { privateDnsZoneConfigs: configs }, provisioningState });
  }
}

function showRecord({ zoneId, name, addresses }: KeptRecord): BodyObject {
  return {
    recordType: 'A',
    recordSetName: name,
    fqdn: `${name}.${zoneId.slice(zoneId.lastIndexOf('/') + 1)}`,
    provisioningState: 'Succeeded',
    ttl: 10,
    ipAddresses: [...addresses],
  };
}

/** Removes the records that zone groups of the endpoint manage. */
export function dropRecords(world: World, endpointId: string, zoneIds: readonly string[]): void {
  for (const { zoneId, name, addresses } of recordsFor(world, endpointId, zoneIds)) {
    const record = world.store.get(`${zoneId}/A/${name}`);
    const held = bodyList(record?.properties, 'aRecords').map((one) => bodyText(one, 'ipv4Address') ?? '');
    if (record && held.every((one) => addresses.includes(one))) world.store.remove(record.id);
  }
}

interface KeptRecord {
  readonly zoneId: string;
  /** Name relative to its zone. */
  readonly name: string;
  readonly addresses: readonly string[];
}

function recordsFor(world: World, endpointId: string, zoneIds: readonly string[]): KeptRecord[] {
  const names = bodyList(world.store.get(endpointId)?.properties, 'customDnsConfigs');
  return zoneIds.flatMap((zoneId) => {
    const ending = publicEnding(zoneId.slice(zoneId.lastIndexOf('/') + 1));
    return names.flatMap((one) => {
      const fqdn = bodyText(one, 'fqdn') ?? '';
      if (!fqdn.endsWith(ending)) return [];
      return [{ zoneId, name: fqdn.slice(0, -ending.length), addresses: bodyTexts(one, 'ipAddresses') }];
    });
  });
}

/** Returns the zones in the zone groups of an endpoint. */
export function zonesKeptFor(world: World, endpointId: string): string[] {
  return world.store.children(endpointId, groupType).flatMap(({ properties }) => zonesInGroup(properties));
}

export function zonesInGroup(properties: BodyJson | undefined): string[] {
  return bodyList(properties, 'privateDnsZoneConfigs').flatMap(
    (one) => bodyText(one, 'properties', 'privateDnsZoneId') ?? [],
  );
}
