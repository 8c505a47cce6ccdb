import type { World } from '../settings';
import { networkId, subnetId, westEurope } from './names';
import { prefixesOf } from '../nodes/node-network';

export interface SampleEndpoint {
  readonly group: string;
  readonly name: string;
  readonly network: string;
  readonly networkGroup: string;
  readonly subnet: string;
  readonly targetId: string;
  readonly groupIds: readonly string[];
  readonly fqdns: readonly string[];
}

/** A private endpoint with its network card; each name takes an address. */
export function placeEndpoint(world: World, endpoint: SampleEndpoint): string {
  const id = networkId(endpoint.group, 'privateEndpoints', endpoint.name);
  const cardId = networkId(endpoint.group, 'networkInterfaces', `${endpoint.name}.nic`);
  const subnet = subnetId(endpoint.networkGroup, endpoint.network, endpoint.subnet);
  const item = world.store.get(subnet);
  const prefixes = item ? prefixesOf(item) : [];
  const taken = world.addresses.take({
    subnetId: subnet,
    prefixes,
    count: endpoint.fqdns.length,
    owner: id,
    configurationId: (index) => `${cardId}/ipConfigurations/privateEndpointIpConfig.${index}`,
  });
  const approved = { status: 'Approved', description: 'Auto-approved', actionsRequired: 'None' };
  world.store.put({
    id,
    location: westEurope.name,
    properties: {
      subnet: { id: subnet },
      networkInterfaces: [{ id: cardId }],
      privateLinkServiceConnections: [
        {
          name: endpoint.name,
          id: `${id}/privateLinkServiceConnections/${endpoint.name}`,
          properties: {
            provisioningState: 'Succeeded',
            privateLinkServiceId: endpoint.targetId,
            groupIds: [...endpoint.groupIds],
            privateLinkServiceConnectionState: approved,
          },
        },
      ],
      manualPrivateLinkServiceConnections: [],
      customDnsConfigs: endpoint.fqdns.map((fqdn, index) => ({
        fqdn,
        ipAddresses: [taken[index]?.address ?? ''],
      })),
    },
  });
  world.store.put({
    id: cardId,
    location: westEurope.name,
    properties: {
      privateEndpoint: { id },
      enableIPForwarding: false,
      ipConfigurations: taken.map((held) => ({
        name: held.ipConfigurationId.split('/').at(-1) ?? '',
        id: held.ipConfigurationId,
        properties: {
          privateIPAddress: held.address,
          privateIPAllocationMethod: 'Dynamic',
          primary: true,
          subnet: { id: subnet },
        },
      })),
    },
  });
  return id;
}
