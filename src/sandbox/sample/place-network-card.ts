import type { JsonObject } from '../json';
import { prefixesOf } from '../nodes/node-network';
import type { World } from '../settings';
import { guidOf } from '../store';
import { westEurope } from './names';

interface SampleCard {
  readonly id: string;
  /** Id of the subnet that gives it an address. */
  readonly subnet: string;
  /** Id of its public address; null for none. */
  readonly publicAddress: string | null;
  /** Id of its security group; null for none. */
  readonly group: string | null;
}

/** A network card with a private address of its subnet. Its id. */
export function placeNetworkCard(world: World, { id, subnet, publicAddress, group }: SampleCard): string {
  const configurationId = `${id}/ipConfigurations/ipconfig1`;
  const item = world.store.get(subnet);
  const [held] = world.addresses.take({
    subnetId: subnet,
    prefixes: item ? prefixesOf(item) : [],
    count: 1,
    owner: id,
    configurationId: () => configurationId,
  });
  const groupReference: JsonObject = group === null ? {} : { networkSecurityGroup: { id: group } };
  world.store.put({
    id,
    location: westEurope.name,
    properties: {
      resourceGuid: guidOf(id),
      ipConfigurations: [
        {
          name: 'ipconfig1',
          id: configurationId,
          properties: {
            provisioningState: 'Succeeded',
            privateIPAddress: held?.address ?? '',
            privateIPAllocationMethod: 'Dynamic',
            privateIPAddressVersion: 'IPv4',
            primary: true,
            subnet: { id: subnet },
            ...(publicAddress === null ? {} : { publicIPAddress: { id: publicAddress } }),
          },
        },
      ],
      ...groupReference,
      dnsSettings: { dnsServers: [], appliedDnsServers: [] },
      macAddress: '',
      primary: true,
      enableAcceleratedNetworking: false,
      enableIPForwarding: false,
      nicType: 'Standard',
    },
  });
  return id;
}
