import { listAt, textAt, textsAt, type Json, type JsonObject } from '../json';
import type { World } from '../settings';

/** The public ending that a private zone answers for; of vaults the two differ in more than `privatelink` (private-endpoint-dns page). */
export function publicEnding(zone: string): string {
  return `.${zone.replace(/^privatelink\./i, '').replace(/^vaultcore\./i, 'vault.')}`;
}

const groupType = 'Microsoft.Network/privateEndpoints/privateDnsZoneGroups';

/** Writes an address record for each of an endpoint's names that one of the zones answers for, and tells its zone groups. */
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
    const configs = listAt(properties, 'privateDnsZoneConfigs').map((config) => {
      const zoneId = textAt(config, 'properties', 'privateDnsZoneId') ?? '';
      const recordSets = recordsFor(world, endpointId, [zoneId]).map(showRecord);
      return { name: textAt(config, 'name') ?? '', properties: { privateDnsZoneId: zoneId, recordSets } };
    });
    world.store.put({ id, properties: { privateDnsZoneConfigs: configs }, provisioningState });
  }
}

function showRecord({ zoneId, name, addresses }: KeptRecord): JsonObject {
  return {
    recordType: 'A',
    recordSetName: name,
    fqdn: `${name}.${zoneId.slice(zoneId.lastIndexOf('/') + 1)}`,
    provisioningState: 'Succeeded',
    ttl: 10,
    ipAddresses: [...addresses],
  };
}

/** Takes the records away that zone groups of the endpoint keep. */
export function dropRecords(world: World, endpointId: string, zoneIds: readonly string[]): void {
  for (const { zoneId, name, addresses } of recordsFor(world, endpointId, zoneIds)) {
    const record = world.store.get(`${zoneId}/A/${name}`);
    const held = listAt(record?.properties, 'aRecords').map((one) => textAt(one, 'ipv4Address') ?? '');
    if (record && held.every((one) => addresses.includes(one))) world.store.remove(record.id);
  }
}

interface KeptRecord {
  readonly zoneId: string;
  /** Relative to its zone. */
  readonly name: string;
  readonly addresses: readonly string[];
}

function recordsFor(world: World, endpointId: string, zoneIds: readonly string[]): KeptRecord[] {
  const names = listAt(world.store.get(endpointId)?.properties, 'customDnsConfigs');
  return zoneIds.flatMap((zoneId) => {
    const ending = publicEnding(zoneId.slice(zoneId.lastIndexOf('/') + 1));
    return names.flatMap((one) => {
      const fqdn = textAt(one, 'fqdn') ?? '';
      if (!fqdn.endsWith(ending)) return [];
      return [{ zoneId, name: fqdn.slice(0, -ending.length), addresses: textsAt(one, 'ipAddresses') }];
    });
  });
}

/** Zones that the groups of an endpoint name. */
export function zonesKeptFor(world: World, endpointId: string): string[] {
  return world.store.children(endpointId, groupType).flatMap(({ properties }) => zonesIn(properties));
}

export function zonesIn(properties: Json | undefined): string[] {
  return listAt(properties, 'privateDnsZoneConfigs').flatMap(
    (one) => textAt(one, 'properties', 'privateDnsZoneId') ?? [],
  );
}
