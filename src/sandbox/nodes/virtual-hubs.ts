import { bodyFlag, bodyList, bodyText, bodyTexts } from '../body-json';
import { sameText } from '../resource-id';
import type { World } from '../settings';
import type { Item } from '../store';
import type { NodeLearnedRoute } from './routes';

const type = 'Microsoft.Network/virtualHubs';

/**
 * Returns the routes of a virtual hub's routing intent, otherwise of its connection's route table, for a connected
 * network.
 */
export function routesFromHub(world: World, networkId: string): NodeLearnedRoute[] {
  return world.store.all(type).flatMap((hub) => {
    const connection = world.store
      .children(hub.id, `${type}/hubVirtualNetworkConnections`)
      .find(({ properties }) =>
        sameText(bodyText(properties, 'remoteVirtualNetwork', 'id') ?? '', networkId),
      );
    return connection ? (intentOf(world, hub, connection) ?? tableOf(world, hub, connection)) : [];
  });
}

function intentOf(world: World, hub: Item, connection: Item): NodeLearnedRoute[] | undefined {
  const policies = world.store
    .children(hub.id, `${type}/routingIntent`)
    .flatMap(({ properties }) => bodyList(properties, 'routingPolicies'));
  if (policies.length === 0) return undefined;
  return policies.flatMap((policy) => {
    const nextHopAddress = firewallAt(world, bodyText(policy, 'nextHop'));
    const prefixes = bodyTexts(policy, 'destinations').flatMap((one) =>
      one === 'PrivateTraffic'
        ? ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16']
        : propagatesDefaultRoute(connection)
          ? ['0.0.0.0/0']
          : [],
    );
    return prefixes.map((prefix) => ({ prefix, nextHopAddress, toFirewall: true }));
  });
}

/** Returns static routes to the hub's firewall. Routes to another connection don't lead anywhere in the sandbox. */
function tableOf(world: World, hub: Item, connection: Item): NodeLearnedRoute[] {
  const named = bodyText(connection.properties, 'routingConfiguration', 'associatedRouteTable', 'id');
  const table = world.store.get(named ?? `${hub.id}/hubRouteTables/defaultRouteTable`);
  return bodyList(table?.properties ?? {}, 'routes').flatMap((route) => {
    const nextHopAddress = firewallAt(world, bodyText(route, 'nextHop'));
    return bodyTexts(route, 'destinations')
      .filter((prefix) => prefix !== '0.0.0.0/0' || propagatesDefaultRoute(connection))
      .map((prefix) => ({ prefix, nextHopAddress, toFirewall: true }));
  });
}

function propagatesDefaultRoute({ properties }: Item): boolean {
  return bodyFlag(properties, 'enableInternetSecurity') === true;
}

function firewallAt(world: World, id: string | undefined): string {
  const firewall = world.store.get(id ?? '');
  return bodyText(firewall?.properties ?? {}, 'hubIPAddresses', 'privateIPAddress') ?? '';
}
