import { listAt, textAt, type Json, type JsonObject } from '../../azure/json';
import { known } from '../../core/known';
import { sameId } from '../../core/network/find';
import type { ResourceId, VirtualNetwork } from '../../core/network/model';
import type { FirewallBodiesOf } from './firewalls-in-files';
import { networkIdOf } from './known-subnets';

/** The networks, with those known to learn routes in which a gateway or route server of the files stands. */
export function withGateways(
  networks: readonly VirtualNetwork[],
  bodies: FirewallBodiesOf,
): readonly VirtualNetwork[] {
  const theirs = [
    ...bodies('Microsoft.Network/virtualNetworkGateways').flatMap(subnetsOfGateway),
    ...bodies('Microsoft.Network/virtualHubs/ipConfigurations').flatMap(subnetOf),
  ].map(networkIdOf);
  return networks.map((one) =>
    theirs.some((id) => sameId(id, one.id)) ? { ...one, hasGateway: known(true) } : one,
  );
}

function subnetsOfGateway(gateway: JsonObject): readonly ResourceId[] {
  return listAt(gateway, 'properties', 'ipConfigurations').flatMap(subnetOf);
}

function subnetOf(configuration: Json): readonly ResourceId[] {
  const id = textAt(configuration, 'properties', 'subnet', 'id');
  return id === undefined ? [] : [id];
}
