import type { JsonObject } from '../json';
import type { World } from '../settings';
import { networkId, subnetId, westEurope } from './names';
import type { Place } from './place';

/** One collection of a group; its rules are of one kind. */
export interface SampleCollection {
  readonly name: string;
  readonly priority: number;
  readonly access: 'Allow' | 'Deny';
  readonly rules: readonly JsonObject[];
}

/** `networkRule('Azure-ML', ['Tcp', '443', 'AzureMachineLearning'], from)`; `from` is an IP group's id or addresses. */
export function networkRule(
  name: string,
  [protocol, ports, to]: readonly [protocol: string, ports: string, to: string],
  from: JsonObject,
): JsonObject {
  return {
    ruleType: 'NetworkRule',
    name,
    ipProtocols: [protocol],
    destinationAddresses: to.split(','),
    destinationIpGroups: [],
    destinationFqdns: [],
    destinationPorts: ports.split(','),
    ...from,
  };
}

export function applicationRule(name: string, hosts: readonly string[], from: JsonObject): JsonObject {
  return {
    ruleType: 'ApplicationRule',
    name,
    protocols: [{ protocolType: 'Https', port: 443 }],
    targetFqdns: [...hosts],
    fqdnTags: [],
    webCategories: [],
    targetUrls: [],
    terminateTLS: false,
    destinationAddresses: [],
    ...from,
  };
}

export function fromAddresses(...addresses: readonly string[]): JsonObject {
  return { sourceAddresses: [...addresses], sourceIpGroups: [] };
}

export function fromGroup(id: string): JsonObject {
  return { sourceAddresses: [], sourceIpGroups: [id] };
}

export function placeIpGroup(world: World, place: Place, addresses: readonly string[]): string {
  const id = networkId(place.group, 'ipGroups', place.name);
  world.store.put({ id, location: westEurope.name, properties: { ipAddresses: [...addresses] } });
  return id;
}

/** A policy with one group of collections; `parent` is the id of the policy that it takes after. */
export function placePolicy(
  world: World,
  place: Place & { readonly parent?: string },
  collections: readonly SampleCollection[],
): string {
  const id = networkId(place.group, 'firewallPolicies', place.name);
  world.store.put({
    id,
    location: westEurope.name,
    properties: {
      sku: { tier: 'Standard' },
      threatIntelMode: 'Alert',
      dnsSettings: { servers: [], enableProxy: true },
      ...(place.parent === undefined ? {} : { basePolicy: { id: place.parent } }),
    },
  });
  world.store.put({
    id: `${id}/ruleCollectionGroups/DefaultNetworkRuleCollectionGroup`,
    properties: {
      priority: 200,
      ruleCollections: collections.map(({ name, priority, access, rules }) => ({
        ruleCollectionType: 'FirewallPolicyFilterRuleCollection',
        name,
        priority,
        action: { type: access },
        rules: [...rules],
      })),
    },
  });
  return id;
}

/** A Standard firewall with the first address of `AzureFirewallSubnet` of a network in its group. */
export function placeFirewall(
  world: World,
  place: Place & { readonly network: string; readonly prefix: string; readonly policy: string },
): void {
  const id = networkId(place.group, 'azureFirewalls', place.name);
  const subnet = subnetId(place.group, place.network, 'AzureFirewallSubnet');
  const configuration = `${id}/azureFirewallIpConfigurations/ipconfig1`;
  const [held] = world.addresses.take({
    subnetId: subnet,
    prefixes: [place.prefix],
    count: 1,
    owner: id,
    configurationId: () => configuration,
  });
  const publicAddress = networkId(place.group, 'publicIPAddresses', `pip-${place.name}`);
  world.store.put({
    id: publicAddress,
    location: westEurope.name,
    top: { sku: { name: 'Standard', tier: 'Regional' } },
    properties: {
      ipAddress: '198.51.100.200',
      publicIPAddressVersion: 'IPv4',
      publicIPAllocationMethod: 'Static',
      idleTimeoutInMinutes: 4,
    },
  });
  world.store.put({
    id,
    location: westEurope.name,
    properties: {
      sku: { name: 'AZFW_VNet', tier: 'Standard' },
      threatIntelMode: 'Alert',
      additionalProperties: {},
      firewallPolicy: { id: place.policy },
      ipConfigurations: [
        {
          name: 'ipconfig1',
          id: configuration,
          properties: {
            provisioningState: 'Succeeded',
            privateIPAddress: held?.address ?? '',
            subnet: { id: subnet },
            publicIPAddress: { id: publicAddress },
          },
        },
      ],
      applicationRuleCollections: [],
      natRuleCollections: [],
      networkRuleCollections: [],
    },
  });
}
