import type { World } from '../settings';
import { guidOf } from '../store';
import type { Allocation } from '../subnet-addresses';
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
      customNetworkInterfaceName: '',
      ipConfigurations: [],
      customDnsConfigs: endpoint.fqdns.map((fqdn, index) => ({
        fqdn,
        ipAddresses: [taken[index]?.address ?? ''],
      })),
    },
  });
  placeCard(world, { id: cardId, endpoint: id, subnet, taken });
  return id;
}

interface Card {
  readonly id: string;
  readonly endpoint: string;
  readonly subnet: string;
  readonly taken: readonly Allocation[];
}

function placeCard(world: World, card: Card): void {
  world.store.put({
    id: card.id,
    location: westEurope.name,
    properties: {
      privateEndpoint: { id: card.endpoint },
      resourceGuid: guidOf(card.id),
      enableAcceleratedNetworking: false,
      enableIPForwarding: false,
      disableTcpStateTracking: false,
      macAddress: '',
      nicType: 'Standard',
      primary: true,
      dnsSettings: { dnsServers: [], appliedDnsServers: [] },
      hostedWorkloads: [],
      tapConfigurations: [],
      ipConfigurations: card.taken.map((held, index) => ({
        name: held.ipConfigurationId.split('/').at(-1) ?? '',
        id: held.ipConfigurationId,
        properties: {
          provisioningState: 'Succeeded',
          privateIPAddress: held.address,
          privateIPAllocationMethod: 'Dynamic',
          privateIPAddressVersion: 'IPv4',
          primary: index === 0,
          subnet: { id: card.subnet },
        },
      })),
    },
  });
}
