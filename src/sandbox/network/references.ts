import { listAt, textAt } from '../json';
import type { World } from '../settings';
import type { Item, Store } from '../store';

const kept = new WeakMap<Store, { readonly changes: number; readonly uses: Map<string, string[]> }>();

/** Ids of subnets (and gateways and balancers, for public addresses) that name a resource; computed once per state of the store. */
export function usesOf(world: World, id: string): readonly string[] {
  const known = kept.get(world.store);
  const current =
    known?.changes === world.store.changes()
      ? known
      : { changes: world.store.changes(), uses: collect(world) };
  kept.set(world.store, current);
  return current.uses.get(id.toLowerCase()) ?? [];
}

function collect(world: World): Map<string, string[]> {
  const uses = new Map<string, string[]>();
  const note = (target: string | undefined, user: Item): void => {
    if (target === undefined) return;
    const key = target.toLowerCase();
    uses.set(key, [...(uses.get(key) ?? []), user.id]);
  };
  for (const subnet of world.store.all('Microsoft.Network/virtualNetworks/subnets')) {
    for (const member of ['networkSecurityGroup', 'routeTable', 'natGateway']) {
      note(textAt(subnet.properties, member, 'id'), subnet);
    }
  }
  for (const gateway of world.store.all('Microsoft.Network/natGateways')) {
    for (const member of ['publicIpAddresses', 'publicIpPrefixes']) {
      for (const address of listAt(gateway.properties, member)) note(textAt(address, 'id'), gateway);
    }
  }
  for (const address of world.store.all('Microsoft.Network/publicIPAddresses')) {
    note(textAt(address.properties, 'publicIPPrefix', 'id'), address);
  }
  for (const balancer of world.store.all('Microsoft.Network/loadBalancers')) {
    for (const frontend of listAt(balancer.properties, 'frontendIPConfigurations')) {
      note(textAt(frontend, 'properties', 'publicIPAddress', 'id'), balancer);
    }
  }
  for (const endpoint of world.store.all('Microsoft.Network/privateEndpoints')) {
    note(textAt(endpoint.properties, 'subnet', 'id'), endpoint);
  }
  return uses;
}
