import { nodeDefaultRules } from '../nodes/default-rules';
import { bodyObject, bodyText, type BodyJson, type BodyObject } from '../body-json';
import { sameText } from '../resource-id';
import type { World } from '../settings';
import { etagOf, stableGuid, type Item } from '../store';
import { showPublicPrefix, addressInPrefix } from './public-prefixes';
import { usesOf } from './references';
import { formatIpv4, parseIpv4 } from '../../core/addresses/ipv4';

const networks = 'Microsoft.Network';

/** Returns a resource as ARM shows it: its own members, and members that Azure derives from other resources. */
export function showNetworkItem(world: World, item: Item): BodyObject {
  const shown: BodyObject = { name: item.name, id: item.id, etag: etagOf(item), type: item.type };
  if (item.location !== undefined) shown['location'] = item.location;
  const derived = derivers[item.type.toLowerCase()]?.(world, item) ?? {};
  return {
    ...shown,
    ...item.top,
    ...skuOf(item),
    properties: { provisioningState: item.provisioningState, ...item.properties, ...derived },
  };
}

/** Returns the SKU. Public IP addresses and prefixes always include the tier. */
function skuOf({ type, top }: Item): BodyObject {
  if (!/\/publicIP(Addresses|Prefixes)$/i.test(type)) return {};
  return { sku: { name: 'Basic', tier: 'Regional', ...bodyObject(top, 'sku') } };
}

const derivers: Readonly<Record<string, (world: World, item: Item) => BodyObject>> = {
  'microsoft.network/virtualnetworks': (world, item) => ({
    resourceGuid: stableGuid(item.id),
    subnets: showChildren(world, item, `${networks}/virtualNetworks/subnets`),
    virtualNetworkPeerings: showChildren(world, item, `${networks}/virtualNetworks/virtualNetworkPeerings`),
    enableDdosProtection: item.properties['enableDdosProtection'] ?? false,
  }),
  'microsoft.network/virtualnetworks/subnets': (world, item) => subnetDerived(world, item),
  'microsoft.network/networksecuritygroups': (world, item) => ({
    resourceGuid: stableGuid(item.id),
    securityRules: showChildren(world, item, `${networks}/networkSecurityGroups/securityRules`),
    defaultSecurityRules: shownDefaultRules(item),
    ...usersAs('networkInterfaces', usesOf(world, item.id).filter(isNetworkInterface)),
    ...usersAs(
      'subnets',
      usesOf(world, item.id).filter((id) => !isNetworkInterface(id)),
    ),
  }),
  'microsoft.network/routetables': (world, item) => ({
    resourceGuid: stableGuid(item.id),
    disableBgpRoutePropagation: item.properties['disableBgpRoutePropagation'] ?? false,
    routes: showChildren(world, item, `${networks}/routeTables/routes`),
    ...usersAs('subnets', usesOf(world, item.id)),
  }),
  'microsoft.network/natgateways': (world, item) => ({
    resourceGuid: stableGuid(item.id),
    idleTimeoutInMinutes: item.properties['idleTimeoutInMinutes'] ?? 4,
    ...usersAs('subnets', usesOf(world, item.id)),
  }),
  'microsoft.network/firewallpolicies': (world, item) => ({
    ...usersAs(
      'ruleCollectionGroups',
      world.store.children(item.id, `${networks}/firewallPolicies/ruleCollectionGroups`).map(({ id }) => id),
    ),
    ...usersAs('firewalls', usersOf(world, item, { type: 'azureFirewalls', member: 'firewallPolicy' })),
    ...usersAs('childPolicies', usersOf(world, item, { type: 'firewallPolicies', member: 'basePolicy' })),
  }),
  'microsoft.network/publicipprefixes': (world, item) => showPublicPrefix(item, usesOf(world, item.id)),
  'microsoft.network/publicipaddresses': showPublicAddress,
};

/** Returns the resources of a type that reference an item in one of their members. */
function usersOf(
  world: World,
  item: Item,
  { type, member }: { readonly type: string; readonly member: string },
): string[] {
  return world.store
    .all(`${networks}/${type}`)
    .filter(({ properties }) => sameText(bodyText(properties, member, 'id') ?? '', item.id))
    .map(({ id }) => id);
}

function isNetworkInterface(id: string): boolean {
  return /\/networkInterfaces\/[^/]+$/i.test(id);
}

function showChildren(world: World, parent: Item, type: string): BodyJson[] {
  return world.store.children(parent.id, type).map((child) => showNetworkItem(world, child));
}

function usersAs(member: string, ids: readonly string[]): BodyObject {
  return ids.length === 0 ? {} : { [member]: ids.map((id) => ({ id })) };
}

/** Returns derived members of a subnet. Addresses in use are references only, as in the list of networks. */
function subnetDerived(world: World, subnet: Item): BodyObject {
  const held = world.addresses.inUse(subnet.id);
  const derived: BodyObject = {};
  if (held.length > 0) {
    derived['ipConfigurations'] = held.map((allocation) => ({ id: allocation.ipConfigurationId }));
  }
  return { ...derived, ...usersAs('privateEndpoints', usesOf(world, subnet.id)) };
}

/** Azure's own descriptions of its rules. */
const defaultRuleText: Readonly<Record<string, string>> = {
  AllowVnetInBound: 'Allow inbound traffic from all VMs in VNET',
  AllowAzureLoadBalancerInBound: 'Allow inbound traffic from azure load balancer',
  DenyAllInBound: 'Deny all inbound traffic',
  AllowVnetOutBound: 'Allow outbound traffic from all VMs to all VMs in VNET',
  AllowInternetOutBound: 'Allow outbound traffic from all VMs to Internet',
  DenyAllOutBound: 'Deny all outbound traffic',
};

/** Returns the default rules of an NSG, as shown in the NSG and as a separate list. */
export function shownDefaultRules(group: Item): BodyObject[] {
  return nodeDefaultRules.map((rule) => {
    const id = `${group.id}/defaultSecurityRules/${rule.name}`;
    return {
      name: rule.name,
      id,
      etag: etagOf(group),
      type: `${networks}/networkSecurityGroups/defaultSecurityRules`,
      properties: {
        provisioningState: 'Succeeded',
        description: defaultRuleText[rule.name] ?? '',
        protocol: '*',
        sourcePortRange: '*',
        destinationPortRange: '*',
        sourceAddressPrefix: rule.sources[0] ?? '*',
        destinationAddressPrefix: rule.destinations[0] ?? '*',
        access: rule.access,
        priority: rule.priority,
        direction: rule.direction,
        sourcePortRanges: [],
        destinationPortRanges: [],
        sourceAddressPrefixes: [],
        destinationAddressPrefixes: [],
      },
    };
  });
}

/** Returns the members of a public IP that Azure adds, and the resource that uses it. */
function showPublicAddress(world: World, item: Item): BodyObject {
  const defaults: BodyObject = {
    publicIPAddressVersion: 'IPv4',
    publicIPAllocationMethod: 'Dynamic',
    idleTimeoutInMinutes: 4,
    ipTags: [],
  };
  const properties = { ...defaults, ...item.properties };
  // A dynamic address is assigned with its first machine.
  const isGiven = sameText(bodyText(properties, 'publicIPAllocationMethod') ?? '', 'Static');
  return {
    resourceGuid: stableGuid(item.id),
    ...(isGiven ? { ipAddress: addressOf(world, item) } : {}),
    ...properties,
    ...userOf(world, item),
  };
}

function userOf(world: World, item: Item): BodyObject {
  const [user] = usesOf(world, item.id);
  if (user === undefined) return {};
  const [, type = ''] = /\/([^/]+)\/[^/]+$/.exec(user) ?? [];
  switch (type.toLowerCase()) {
    case 'loadbalancers':
      return { ipConfiguration: { id: `${user}/frontendIPConfigurations/frontend` } };
    case 'networkinterfaces':
      return { ipConfiguration: { id: `${user}/ipConfigurations/ipconfig1` } };
    default:
      return { natGateway: { id: user } };
  }
}

/**
 * Returns the address: from its prefix if it has one, otherwise from the documentation range (RFC 5737). It is always
 * the same.
 */
function addressOf(world: World, item: Item): string {
  const prefix = world.store.get(bodyText(item.properties, 'publicIPPrefix', 'id') ?? '');
  if (prefix) {
    const siblings = usesOf(world, prefix.id).filter((id) => /\/publicIPAddresses\//i.test(id));
    return addressInPrefix(prefix, siblings.indexOf(item.id));
  }
  const pick = Number.parseInt(stableGuid(`address of ${item.id.toLowerCase()}`).slice(0, 4), 16);
  return formatIpv4((parseIpv4('198.51.100.0') ?? 0) + 2 + (pick % 250));
}
