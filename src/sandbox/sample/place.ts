import type { BodyObject } from '../body-json';
import { withSubnetDefaults } from '../network/subnet-defaults';
import type { World } from '../settings';
import { stableGuid } from '../store';
import { sampleGroupId, sampleNetworkId, sampleSubnetId, westEurope } from './names';

/** A rule of the sample in short form. The source of outbound rules is `VirtualNetwork`. */
export interface SampleRule {
  readonly priority: number;
  readonly name: string;
  readonly direction: 'Inbound' | 'Outbound';
  readonly access: 'Allow' | 'Deny';
  readonly protocol: 'Tcp' | 'Udp' | '*';
  readonly ports: readonly string[];
  readonly from: string;
  readonly to: string;
}

type Reach = readonly [protocol: SampleRule['protocol'], ports: string, to: string];

/**
 * Returns an outbound allow rule to a tag: `allowOut(110, 'Allow-EntraID', ['Tcp', '80,443', 'AzureActiveDirectory'])`.
 */
export function allowOut(priority: number, name: string, [protocol, ports, to]: Reach): SampleRule {
  return {
    priority,
    name,
    direction: 'Outbound',
    access: 'Allow',
    protocol,
    ports: ports.split(','),
    from: 'VirtualNetwork',
    to,
  };
}

export function allowIn(priority: number, name: string, [protocol, ports, from]: Reach): SampleRule {
  return {
    priority,
    name,
    direction: 'Inbound',
    access: 'Allow',
    protocol,
    ports: ports.split(','),
    from,
    to: 'VirtualNetwork',
  };
}

export const denyAllOut: SampleRule = {
  priority: 4096,
  name: 'Deny-All',
  direction: 'Outbound',
  access: 'Deny',
  protocol: '*',
  ports: ['*'],
  from: '*',
  to: '*',
};

/** Adds resource groups by name (or by ID, outside of Contoso Research), with their regions. */
export function addGroups(world: World, groups: Readonly<Record<string, string>>): void {
  for (const [group, location] of Object.entries(groups)) {
    const id = sampleGroupId(group);
    const [, , subscriptionId = '', , name = ''] = id.split('/');
    world.resourceGroups.set(id.toLowerCase(), { id, name, location, subscriptionId, tags: {} });
  }
}

export interface SampleLocation {
  readonly group: string;
  readonly name: string;
  readonly location?: string;
}

export function addSecurityGroup(world: World, place: SampleLocation, rules: readonly SampleRule[]): void {
  const id = sampleNetworkId(place.group, 'networkSecurityGroups', place.name);
  world.store.put({ id, location: place.location ?? westEurope.name, properties: {} });
  for (const rule of rules) {
    world.store.put({ id: `${id}/securityRules/${rule.name}`, properties: ruleProperties(rule) });
  }
}

function ruleProperties(rule: SampleRule): BodyObject {
  const [port = '*'] = rule.ports;
  const isOne = rule.ports.length === 1;
  return {
    protocol: rule.protocol,
    sourcePortRange: '*',
    ...(isOne ? { destinationPortRange: port } : {}),
    sourceAddressPrefix: rule.from,
    destinationAddressPrefix: rule.to,
    access: rule.access,
    priority: rule.priority,
    direction: rule.direction,
    sourcePortRanges: [],
    destinationPortRanges: isOne ? [] : [...rule.ports],
    sourceAddressPrefixes: [],
    destinationAddressPrefixes: [],
  };
}

export function addRouteTable(
  world: World,
  place: SampleLocation,
  routes: Readonly<Record<string, BodyObject>>,
): void {
  const id = sampleNetworkId(place.group, 'routeTables', place.name);
  const properties = { disableBgpRoutePropagation: false };
  world.store.put({ id, location: place.location ?? westEurope.name, properties });
  for (const [name, route] of Object.entries(routes)) {
    world.store.put({ id: `${id}/routes/${name}`, properties: route });
  }
}

/** Adds a Standard NAT gateway with a public IP. */
export function addNatGateway(world: World, place: SampleLocation): void {
  const location = place.location ?? westEurope.name;
  const addressId = sampleNetworkId(place.group, 'publicIPAddresses', `pip-${place.name}`);
  const sku = { name: 'Standard', tier: 'Regional' };
  const ipAddress = `198.51.100.${(Number.parseInt(stableGuid(place.name).slice(0, 4), 16) % 250) + 2}`;
  world.store.put({
    id: addressId,
    location,
    top: { sku },
    properties: {
      ipAddress,
      publicIPAddressVersion: 'IPv4',
      publicIPAllocationMethod: 'Static',
      idleTimeoutInMinutes: 4,
    },
  });
  world.store.put({
    id: sampleNetworkId(place.group, 'natGateways', place.name),
    location,
    top: { sku: { name: 'Standard' } },
    properties: { idleTimeoutInMinutes: 4, publicIpAddresses: [{ id: addressId }] },
  });
}

export interface SampleSubnet {
  readonly name: string;
  readonly prefix: string;
  readonly securityGroup?: string;
  readonly routeTable?: string;
  readonly natGateway?: string;
  readonly defaultOutboundAccess?: boolean;
  /** Number of addresses used by machines that the sample doesn't include. */
  readonly inUse?: number;
}

export interface SampleNetwork extends SampleLocation {
  readonly prefix: string;
  readonly subnets: readonly SampleSubnet[];
}

export function addNetwork(world: World, network: SampleNetwork): void {
  const id = sampleNetworkId(network.group, 'virtualNetworks', network.name);
  const properties = { addressSpace: { addressPrefixes: [network.prefix] } };
  world.store.put({ id, location: network.location ?? westEurope.name, properties });
  for (const subnet of network.subnets) addSubnet(world, network, subnet);
}

function addSubnet(world: World, network: SampleNetwork, subnet: SampleSubnet): void {
  const id = sampleSubnetId(network.group, network.name, subnet.name);
  const { group } = network;
  const properties: BodyObject = {
    addressPrefix: subnet.prefix,
    ...reference('networkSecurityGroup', group, ['networkSecurityGroups', subnet.securityGroup]),
    ...reference('routeTable', group, ['routeTables', subnet.routeTable]),
    ...reference('natGateway', group, ['natGateways', subnet.natGateway]),
  };
  if (subnet.defaultOutboundAccess !== undefined) {
    properties['defaultOutboundAccess'] = subnet.defaultOutboundAccess;
  }
  world.store.put({ id, properties: withSubnetDefaults(properties) });
  const owner = `${id}/machines`;
  world.addresses.allocate({
    subnetId: id,
    prefixes: [subnet.prefix],
    count: subnet.inUse ?? 0,
    owner,
    configurationId: (index) => machineConfiguration(network.group, subnet.name, index),
  });
}

function reference(
  member: string,
  group: string,
  [type, name]: readonly [string, string | undefined],
): BodyObject {
  if (name === undefined) return {};
  return { [member]: { id: sampleNetworkId(group, type, name) } };
}

function machineConfiguration(group: string, subnet: string, index: number): string {
  return `${sampleNetworkId(group, 'networkInterfaces', `nic-${subnet.replace(/^snet-/, '')}-${index + 1}`)}/ipConfigurations/ipconfig1`;
}
