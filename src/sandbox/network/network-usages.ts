import { bodyText } from '../body-json';
import { sameText } from '../resource-id';
import type { World } from '../settings';
import type { Item } from '../store';

/** Usage and limit of a kind of resource for a subscription in a region. */
export interface RegionUsage {
  /** Name in the usages of a region. */
  readonly name: string;
  readonly title: string;
  readonly type: string;
  readonly current: number;
  readonly limit: number;
}

interface Counted {
  readonly name: string;
  readonly title: string;
  readonly type: string;
  /** Default limit for a subscription in a region (subscription limits page). */
  readonly limit: number;
  readonly sku?: string;
}

const counted: readonly Counted[] = [
  { name: 'VirtualNetworks', title: 'Virtual Networks', type: 'virtualNetworks', limit: 1000 },
  {
    name: 'NetworkSecurityGroups',
    title: 'Network Security Groups',
    type: 'networkSecurityGroups',
    limit: 5000,
  },
  { name: 'RouteTables', title: 'Route Tables', type: 'routeTables', limit: 200 },
  { name: 'NatGateways', title: 'NAT Gateways', type: 'natGateways', limit: 1000 },
  { name: 'PublicIPAddresses', title: 'Public IP Addresses', type: 'publicIPAddresses', limit: 1000 },
  {
    name: 'StandardSkuPublicIpAddresses',
    title: 'Standard Sku Public IP Addresses',
    type: 'publicIPAddresses',
    limit: 1000,
    sku: 'Standard',
  },
  { name: 'PublicIpPrefixes', title: 'Public Ip Prefixes', type: 'publicIPPrefixes', limit: 2147483647 },
  { name: 'LoadBalancers', title: 'Load Balancers', type: 'loadBalancers', limit: 1000 },
  {
    name: 'StandardSkuLoadBalancers',
    title: 'Standard Sku Load Balancers',
    type: 'loadBalancers',
    limit: 1000,
    sku: 'Standard',
  },
  { name: 'NetworkInterfaces', title: 'Network Interfaces', type: 'networkInterfaces', limit: 65536 },
  { name: 'PrivateEndpoints', title: 'Private Endpoints', type: 'privateEndpoints', limit: 65536 },
];

export function networkUsages(
  world: World,
  { subscriptionId, location }: { readonly subscriptionId: string; readonly location: string },
): RegionUsage[] {
  return counted.map(({ name, title, type, limit, sku }) => {
    const fullType = `Microsoft.Network/${type}`;
    const current = world.store
      .list(fullType, { subscriptionId })
      .filter((item) => sameText(item.location ?? '', location) && hasSku(item, sku)).length;
    const own = world.settings.networkLimits.find(
      (one) => one.name === name && sameText(one.location, location),
    );
    return { name, title, type: fullType, current, limit: own?.limit ?? limit };
  });
}

function hasSku({ top }: Item, sku: string | undefined): boolean {
  return sku === undefined || sameText(bodyText(top, 'sku', 'name') ?? 'Basic', sku);
}

/** Returns the usage that prevents another resource of a type, if any. */
export function exhausted(
  world: World,
  place: { readonly subscriptionId: string; readonly location: string },
  type: string,
): RegionUsage | undefined {
  return networkUsages(world, place).find(
    (usage) => sameText(usage.type, type) && usage.current >= usage.limit,
  );
}
