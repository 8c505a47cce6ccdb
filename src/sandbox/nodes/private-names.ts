import { bodyList, bodyText, bodyTexts } from '../body-json';
import { publicEnding } from '../network/zone-records';
import { sameText } from '../resource-id';
import type { World } from '../settings';
import type { NodeNetwork } from './node-network';

const zoneType = 'Microsoft.Network/privateDnsZones';

/**
 * Returns the address that private zones have for a public name; undefined if none has it, so that it resolves
 * publicly. Azure's DNS reads the zones that are linked to the network. Custom DNS servers read those of their own
 * network, which isn't known here, so they find every zone.
 */
export function privateZoneAddress(
  world: World,
  { subnetId }: NodeNetwork,
  host: string,
): string | undefined {
  const networkId = subnetId.slice(0, subnetId.toLowerCase().indexOf('/subnets/'));
  const servers = bodyTexts(world.store.get(networkId)?.properties, 'dhcpOptions', 'dnsServers');
  const isRead = (zoneId: string): boolean =>
    servers.length > 0 ||
    world.store
      .children(zoneId, `${zoneType}/virtualNetworkLinks`)
      .some(({ properties }) => sameText(bodyText(properties, 'virtualNetwork', 'id') ?? '', networkId));
  for (const { id, name } of world.store.all(zoneType)) {
    const ending = publicEnding(name);
    if (!host.endsWith(ending) || !isRead(id)) continue;
    const record = world.store.get(`${id}/A/${host.slice(0, -ending.length)}`);
    const [first] = bodyList(record?.properties, 'aRecords');
    if (first !== undefined) return bodyText(first, 'ipv4Address');
  }
  return undefined;
}
