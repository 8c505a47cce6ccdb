import { prefixesOf } from '../nodes/node-network';
import { storeEndpoint } from '../network/store-endpoint';
import type { World } from '../settings';
import { sampleNetworkId, sampleSubnetId, westEurope } from './names';

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

/** Adds a private endpoint with its network interface. Each name uses an address. */
export function addEndpoint(world: World, endpoint: SampleEndpoint): string {
  const id = sampleNetworkId(endpoint.group, 'privateEndpoints', endpoint.name);
  const subnet = sampleSubnetId(endpoint.networkGroup, endpoint.network, endpoint.subnet);
  const item = world.store.get(subnet);
  storeEndpoint(world, {
    id,
    location: westEurope.name,
    subnetId: subnet,
    prefixes: item ? prefixesOf(item) : [],
    targetId: endpoint.targetId,
    groupIds: endpoint.groupIds,
    connectionName: endpoint.name,
    names: endpoint.fqdns.map((fqdn) => [fqdn]),
  });
  return id;
}
