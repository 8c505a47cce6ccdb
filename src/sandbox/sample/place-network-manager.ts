import type { JsonObject } from '../json';
import type { World } from '../settings';
import { westEurope } from './names';

/** A security admin rule of the sample in short form; what is not named is anything. */
export interface SampleAdminRule {
  readonly priority: number;
  readonly name: string;
  readonly direction: 'Inbound' | 'Outbound';
  readonly access: 'Allow' | 'AlwaysAllow' | 'Deny';
  readonly protocol: 'Tcp' | 'Udp' | 'Any';
  readonly ports: readonly string[];
  readonly from?: string;
  readonly to?: string;
}

interface SampleManager {
  /** Its id. */
  readonly id: string;
  readonly subscriptionId: string;
  /** Networks that its rules hold for, by id. */
  readonly networks: readonly string[];
  readonly configuration: string;
  readonly rules: readonly SampleAdminRule[];
}

/** A network manager with one group of networks and one deployed configuration. */
export function placeNetworkManager(world: World, manager: SampleManager): void {
  const { id } = manager;
  const group = `${id}/networkGroups/ng-regulated`;
  world.store.put({
    id,
    location: westEurope.name,
    properties: {
      networkManagerScopes: { subscriptions: [`/subscriptions/${manager.subscriptionId}`] },
      networkManagerScopeAccesses: ['SecurityAdmin', 'Routing'],
    },
  });
  world.store.put({ id: group, properties: { description: '' } });
  for (const [index, resourceId] of manager.networks.entries()) {
    world.store.put({ id: `${group}/staticMembers/member-${index + 1}`, properties: { resourceId } });
  }
  const configuration = `${id}/securityAdminConfigurations/${manager.configuration}`;
  world.store.put({ id: configuration, properties: { description: 'High-risk ports' } });
  const collection = `${configuration}/ruleCollections/all-regulated`;
  world.store.put({
    id: collection,
    properties: { description: '', appliesToGroups: [{ networkGroupId: group }] },
  });
  for (const rule of manager.rules) {
    world.store.put({ id: `${collection}/rules/${rule.name}`, properties: ruleProperties(rule) });
  }
}

function ruleProperties(rule: SampleAdminRule): JsonObject {
  return {
    description: '',
    protocol: rule.protocol,
    sources: [side(rule.from)],
    destinations: [side(rule.to)],
    sourcePortRanges: ['0-65535'],
    destinationPortRanges: [...rule.ports],
    access: rule.access,
    priority: rule.priority,
    direction: rule.direction,
  };
}

/** A tag, else a prefix. */
function side(named = '*'): JsonObject {
  const addressPrefixType = /^[A-Za-z]/.test(named) ? 'ServiceTag' : 'IPPrefix';
  return { addressPrefix: named, addressPrefixType };
}
