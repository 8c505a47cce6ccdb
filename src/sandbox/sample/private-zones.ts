import { listAt, textAt, textsAt } from '../json';
import type { World } from '../settings';
import { inGroup } from './names';

const zoneGroup = 'rg-network-prod';

/** Endings of public names, and the private zone that answers for them instead. */
const zones: readonly (readonly [ending: string, zone: string])[] = [
  ['.api.azureml.ms', 'privatelink.api.azureml.ms'],
  ['.notebooks.azure.net', 'privatelink.notebooks.azure.net'],
  ['.blob.core.windows.net', 'privatelink.blob.core.windows.net'],
];

/** The platform team's private DNS zones, with a link to every network that there is but some. */
export function placePrivateZones(world: World, unlinked: readonly string[]): void {
  for (const [, zone] of zones) world.store.put({ id: zoneId(zone), location: 'global', properties: {} });
  for (const network of world.store.all('Microsoft.Network/virtualNetworks')) {
    linkPrivateZones(world, network, unlinked);
  }
  for (const { id } of world.store.all('Microsoft.Network/privateEndpoints')) recordEndpoint(world, id);
}

/** Links all zones to a network, but those that are named with it. */
export function linkPrivateZones(
  world: World,
  network: { readonly id: string; readonly name: string },
  unlinked: readonly string[] = [],
): void {
  for (const [, zone] of zones) {
    if (!unlinked.includes(`${zone} ${network.name}`)) placeLink(world, { zone, network });
  }
}

function zoneId(zone: string): string {
  return `${inGroup(zoneGroup)}/providers/Microsoft.Network/privateDnsZones/${zone}`;
}

function placeLink(
  world: World,
  {
    zone,
    network,
  }: { readonly zone: string; readonly network: { readonly id: string; readonly name: string } },
): void {
  world.store.put({
    id: `${zoneId(zone)}/virtualNetworkLinks/link-${network.name}`,
    location: 'global',
    properties: {
      virtualNetwork: { id: network.id },
      registrationEnabled: false,
      virtualNetworkLinkState: 'Completed',
    },
  });
}

/** A record for each of an endpoint's names, and the group of zones that keeps them. */
export function recordEndpoint(world: World, endpointId: string): void {
  const used = new Set<string>();
  for (const one of listAt(world.store.get(endpointId)?.properties, 'customDnsConfigs')) {
    const name = textAt(one, 'fqdn') ?? '';
    const [ending, zone] = zones.find(([suffix]) => name.endsWith(suffix)) ?? ['', undefined];
    if (zone === undefined) continue;
    used.add(zone);
    const relative = name.slice(0, -ending.length);
    world.store.put({
      id: `${zoneId(zone)}/A/${relative}`,
      properties: {
        ttl: 10,
        fqdn: `${relative}.${zone}.`,
        isAutoRegistered: false,
        aRecords: textsAt(one, 'ipAddresses').map((ipv4Address) => ({ ipv4Address })),
      },
    });
  }
  placeZoneGroup(world, endpointId, [...used]);
}

function placeZoneGroup(world: World, endpointId: string, used: readonly string[]): void {
  world.store.put({
    id: `${endpointId}/privateDnsZoneGroups/default`,
    properties: {
      privateDnsZoneConfigs: used.map((zone) => ({
        name: zone.replaceAll('.', '-'),
        properties: { privateDnsZoneId: zoneId(zone), recordSets: [] },
      })),
    },
  });
}
