import { flagAt, listAt, textAt, textsAt } from '../json';
import { sameText } from '../resource-id';
import type { World } from '../settings';
import type { Item } from '../store';
import type { LearnedRoute } from './routes';

const type = 'Microsoft.Network/virtualHubs';

/** Routes of a virtual hub's routing intent, in each network that is connected to it. */
export function broughtByHub(world: World, networkId: string): LearnedRoute[] {
  return world.store.all(type).flatMap((hub) => {
    const connection = world.store
      .children(hub.id, `${type}/hubVirtualNetworkConnections`)
      .find(({ properties }) => sameText(textAt(properties, 'remoteVirtualNetwork', 'id') ?? '', networkId));
    return connection ? intentOf(world, hub, flagAt(connection.properties, 'enableInternetSecurity')) : [];
  });
}

function intentOf(world: World, hub: Item, takesDefault: boolean | undefined): LearnedRoute[] {
  const policies = world.store
    .children(hub.id, `${type}/routingIntent`)
    .flatMap(({ properties }) => listAt(properties, 'routingPolicies'));
  return policies.flatMap((policy) => {
    const firewall = world.store.get(textAt(policy, 'nextHop') ?? '');
    const nextHopAddress = textAt(firewall?.properties ?? {}, 'hubIPAddresses', 'privateIPAddress') ?? '';
    const prefixes = textsAt(policy, 'destinations').flatMap((one) =>
      one === 'PrivateTraffic'
        ? ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16']
        : takesDefault === true
          ? ['0.0.0.0/0']
          : [],
    );
    return prefixes.map((prefix) => ({ prefix, nextHopAddress, toFirewall: true }));
  });
}
