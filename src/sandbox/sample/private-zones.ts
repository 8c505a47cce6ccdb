import { bodyList, bodyText } from '../body-json';
import { keepRecords, publicEnding } from '../network/zone-records';
import type { World } from '../settings';
import { sampleGroupId } from './names';

const zoneGroup = 'rg-network-prod';

const zones: readonly string[] = [
  'privatelink.api.azureml.ms',
  'privatelink.notebooks.azure.net',
  'privatelink.blob.core.windows.net',
];

/** Adds the platform team's private DNS zones, with links to all networks except some. */
export function addPrivateZones(world: World, unlinked: readonly string[]): void {
  for (const zone of zones) world.store.put({ id: zoneId(zone), location: 'global', properties: {} });
  for (const network of world.store.all('Microsoft.Network/virtualNetworks')) {
    linkPrivateZones(world, network, unlinked);
  }
  for (const { id } of world.store.all('Microsoft.Network/privateEndpoints')) recordEndpoint(world, id);
}

/** Links all zones to a network, except the zones that are listed with it. */
export function linkPrivateZones(
  world: World,
  network: { readonly id: string; readonly name: string },
  unlinked: readonly string[] = [],
): void {
  for (const zone of zones) {
    if (!unlinked.includes(`${zone} ${network.name}`)) addLink(world, { zone, network });
  }
}

function zoneId(zone: string): string {
  return `${sampleGroupId(zoneGroup)}/providers/Microsoft.Network/privateDnsZones/${zone}`;
}

function addLink(
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

/** Adds a record for each of an endpoint's names, and the zone group that manages them. */
export function recordEndpoint(world: World, endpointId: string): void {
  const names = bodyList(world.store.get(endpointId)?.properties, 'customDnsConfigs').map(
    (one) => bodyText(one, 'fqdn') ?? '',
  );
  const used = zones.filter((zone) => names.some((name) => name.endsWith(publicEnding(zone))));
  addZoneGroup(world, endpointId, used);
  keepRecords(world, endpointId, used.map(zoneId));
}

function addZoneGroup(world: World, endpointId: string, used: readonly string[]): void {
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
