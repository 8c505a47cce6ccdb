import { bodyList, bodyText, type BodyObject } from '../body-json';
import type { World } from '../settings';
import type { ResourceStore } from '../store';

const kept = new WeakMap<ResourceStore, { readonly changes: number; readonly uses: Map<string, string[]> }>();

/**
 * Returns the IDs of subnets (and gateways, load balancers, and network interfaces) that reference a resource. It is
 * computed once per state of the store.
 */
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
  const named = users.flatMap(({ type, targets }) =>
    world.store
      .all(`Microsoft.Network/${type}`)
      .flatMap(({ id, properties }) => targets(properties).map((target) => ({ id, target }))),
  );
  for (const { id, target } of named) {
    const key = target?.toLowerCase();
    if (key !== undefined) uses.set(key, [...(uses.get(key) ?? []), id]);
  }
  return uses;
}

/** A type whose resources reference others, with the references of a resource. */
interface User {
  readonly type: string;
  readonly targets: (properties: BodyObject) => readonly (string | undefined)[];
}

const users: readonly User[] = [
  {
    type: 'virtualNetworks/subnets',
    targets: (subnet) =>
      ['networkSecurityGroup', 'routeTable', 'natGateway'].map((member) => bodyText(subnet, member, 'id')),
  },
  {
    type: 'natGateways',
    targets: (gateway) =>
      ['publicIpAddresses', 'publicIpPrefixes'].flatMap((member) =>
        bodyList(gateway, member).map((address) => bodyText(address, 'id')),
      ),
  },
  { type: 'publicIPAddresses', targets: (address) => [bodyText(address, 'publicIPPrefix', 'id')] },
  {
    type: 'loadBalancers',
    targets: (balancer) => publicAddressesOf(balancer, 'frontendIPConfigurations'),
  },
  {
    type: 'networkInterfaces',
    targets: (nic) => [
      bodyText(nic, 'networkSecurityGroup', 'id'),
      ...publicAddressesOf(nic, 'ipConfigurations'),
    ],
  },
  { type: 'privateEndpoints', targets: (endpoint) => [bodyText(endpoint, 'subnet', 'id')] },
];

function publicAddressesOf(properties: BodyObject, list: string): readonly (string | undefined)[] {
  return bodyList(properties, list).map((one) => bodyText(one, 'properties', 'publicIPAddress', 'id'));
}
