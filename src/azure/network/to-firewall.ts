import { known, mapKnown, type Known } from '../../core/known';
import type {
  Firewall,
  FirewallPolicy,
  FirewallRule,
  IpGroup,
  RuleCollection,
  RuleCollectionGroup,
} from '../../core/network/firewall';
import type { ResourceId } from '../../core/network/model';
import { accesses } from '../../core/network/enums';
import {
  jsonAt,
  flagAt,
  isJsonObject,
  listAt,
  numberAt,
  textAt,
  textsAt,
  type Json,
  type JsonObject,
} from '../json';
import { nameIn, enumMember } from './members';
import { toFirewallRule } from './to-firewall-rule';
import { unreadMember } from './unreadable';

/** A policy with its rule collection groups, as Azure sends them. */
export interface PolicyBodies {
  readonly policy: JsonObject;
  readonly groups: Known<readonly JsonObject[]>;
}

/** A firewall with everything that contains its rules. */
export interface FirewallBodies {
  readonly firewall: JsonObject;
  /** Policies with the root parent first; empty if the firewall is classic and has its own rules. */
  readonly policies: Known<readonly PolicyBodies[]>;
  readonly ipGroups: readonly IpGroup[];
}

/**
 * Converts a firewall in a virtual network or in a virtual hub. A hub's firewall is in `hubNetwork`, the
 * Microsoft-managed network that a spoke is peered with. Undefined if the firewall isn't in a network.
 */
export function toFirewall(
  { firewall, policies, ipGroups }: FirewallBodies,
  hubNetwork?: ResourceId,
): Firewall | undefined {
  const configurations = listAt(firewall, 'properties', 'ipConfigurations');
  const subnet = configurations.flatMap((one) => textAt(one, 'properties', 'subnet', 'id') ?? [])[0];
  const networkId = subnet?.replace(/\/subnets\/[^/]*$/i, '') ?? hubNetwork;
  if (networkId === undefined) return undefined;
  const inHub = hubAddressOf(firewall);
  const addresses = [
    ...configurations.flatMap((one) => textAt(one, 'properties', 'privateIPAddress') ?? []),
    ...(inHub === undefined ? [] : [inHub]),
  ];
  const id = textAt(firewall, 'id') ?? '';
  const isClassic = policies.known && policies.value.length === 0;
  return {
    id,
    name: nameIn(firewall),
    networkId,
    addresses: addresses.length > 0 ? known(addresses) : unreadMember(nameIn(firewall)),
    hasPublicAddress: known(isPublic(firewall)),
    policies: isClassic ? known([ownRules(firewall, id)]) : mapKnown(policies, (all) => all.map(toPolicy)),
    ipGroups,
    dnsProxy: mapKnown(policies, (all) => usesDnsProxy(firewall, all)),
    nameServers: mapKnown(policies, (all) => nameServersOf(firewall, all)),
    dropsThreats: mapKnown(policies, (all) => [firewall, ...all.map(({ policy }) => policy)].some(drops)),
  };
}

function isPublic(firewall: JsonObject): boolean {
  const inHub = numberAt(firewall, 'properties', 'hubIPAddresses', 'publicIPs', 'count') ?? 0;
  const own = listAt(firewall, 'properties', 'ipConfigurations');
  return inHub > 0 || own.some((one) => textAt(one, 'properties', 'publicIPAddress', 'id') !== undefined);
}

/**
 * Returns the address of a firewall in a virtual hub; undefined for other firewalls (Azure Firewall REST,
 * HubIPAddresses).
 */
export function hubAddressOf(firewall: JsonObject): string | undefined {
  return textAt(firewall, 'properties', 'hubIPAddresses', 'privateIPAddress');
}

/** Returns the policy that a firewall, or a policy, references; undefined if there is none. */
export function policyOf(body: JsonObject): ResourceId | undefined {
  return textAt(body, 'properties', 'firewallPolicy', 'id') ?? textAt(body, 'properties', 'basePolicy', 'id');
}

/** Returns the IDs of IP groups that rules reference, each once. */
export function ipGroupsIn(bodies: readonly JsonObject[]): readonly ResourceId[] {
  const found = new Map<string, ResourceId>();
  const walk = (value: Json): void => {
    if (Array.isArray(value)) (value as readonly Json[]).forEach(walk);
    else if (isJsonObject(value)) {
      for (const id of [...textsAt(value, 'sourceIpGroups'), ...textsAt(value, 'destinationIpGroups')]) {
        found.set(id.toLowerCase(), id);
      }
      Object.values(value).forEach(walk);
    }
  };
  bodies.forEach(walk);
  return [...found.values()];
}

export function toIpGroup(body: JsonObject): IpGroup {
  return {
    id: textAt(body, 'id') ?? '',
    name: nameIn(body),
    addresses: known(textsAt(body, 'properties', 'ipAddresses')),
  };
}

function toPolicy({ policy, groups }: PolicyBodies): FirewallPolicy {
  return {
    id: textAt(policy, 'id') ?? '',
    name: nameIn(policy),
    groups: mapKnown(groups, (all) => all.map(toGroup)),
  };
}

function toGroup(body: JsonObject): RuleCollectionGroup {
  const priority = numberAt(body, 'properties', 'priority');
  return {
    id: textAt(body, 'id') ?? '',
    name: nameIn(body),
    priority: priority === undefined ? unreadMember(nameIn(body)) : known(priority),
    collections: known(listAt(body, 'properties', 'ruleCollections').map(toPolicyCollection)),
  };
}

const ruleTypes: Readonly<Record<string, FirewallRule['is']>> = {
  natrule: 'nat',
  networkrule: 'network',
  applicationrule: 'application',
};

function toPolicyCollection(collection: Json): RuleCollection {
  const body = flat(collection);
  const rules = listAt(body, 'rules')
    .map(flat)
    .map((rule) => {
      const is = ruleTypes[textAt(rule, 'ruleType')?.toLowerCase() ?? ''];
      return is ? toFirewallRule(rule, is) : undefined;
    });
  const read = rules.filter((one) => one !== undefined);
  return collectionOf(body, read.length === rules.length ? known(read) : unreadMember(nameIn(body)));
}

/** Members of a classic firewall that contain rule collections. */
const ownLists: Readonly<Record<string, FirewallRule['is']>> = {
  natRuleCollections: 'nat',
  networkRuleCollections: 'network',
  applicationRuleCollections: 'application',
};

function ownRules(firewall: JsonObject, id: ResourceId): FirewallPolicy {
  const collections = Object.entries(ownLists).flatMap(([list, is]) =>
    listAt(firewall, 'properties', list)
      .map(flat)
      .map((body) => {
        const rules = listAt(body, 'rules').map((rule) => toFirewallRule(flat(rule), is));
        return collectionOf(body, known(rules));
      }),
  );
  const name = nameIn(firewall);
  return { id, name, groups: known([{ id, name, priority: known(0), collections: known(collections) }]) };
}

/** Flattens a rule or collection. Some resources have their members below `properties`, others next to the name. */
function flat(body: Json): Json {
  const properties = jsonAt(body, 'properties');
  return isJsonObject(body) && isJsonObject(properties) ? { ...body, ...properties } : body;
}

function collectionOf(body: Json, rules: RuleCollection['rules']): RuleCollection {
  const name = nameIn(body);
  const priority = numberAt(body, 'priority');
  return {
    name,
    priority: priority === undefined ? unreadMember(name) : known(priority),
    access: enumMember(accesses, textAt(body, 'action', 'type'), name),
    rules,
  };
}

/**
 * True if the DNS proxy is on. A policy without the setting inherits it from its parent
 * (firewall-manager/policy-overview, read 2026-11-26).
 */
function usesDnsProxy(firewall: JsonObject, policies: readonly PolicyBodies[]): boolean {
  const own = textAt(firewall, 'properties', 'additionalProperties', 'Network.DNS.EnableProxy');
  const proxyFlags = policies.map(({ policy }) => flagAt(policy, 'properties', 'dnsSettings', 'enableProxy'));
  return proxyFlags.findLast((one) => one !== undefined) ?? own?.toLowerCase() === 'true';
}

/**
 * Returns the DNS servers. They are part of the same setting as the proxy, so both come from the same policy
 * (firewall/dns-settings, read 2026-11-26).
 */
function nameServersOf(firewall: JsonObject, policies: readonly PolicyBodies[]): readonly string[] {
  const own = textAt(firewall, 'properties', 'additionalProperties', 'Network.DNS.Servers') ?? '';
  const settings = policies.findLast(({ policy }) =>
    isJsonObject(jsonAt(policy, 'properties', 'dnsSettings')),
  );
  return settings === undefined
    ? own.split(',').flatMap((one) => one.trim() || [])
    : textsAt(settings.policy, 'properties', 'dnsSettings', 'servers');
}

function drops(body: JsonObject): boolean {
  const modes = [
    textAt(body, 'properties', 'threatIntelMode'),
    textAt(body, 'properties', 'intrusionDetection', 'mode'),
  ];
  return modes.some((mode) => mode?.toLowerCase() === 'deny');
}
