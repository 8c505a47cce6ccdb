import { parsePrefix } from '../../core/addresses/prefix';
import { bodyList, bodyNumber, bodyText, bodyTexts, bodyPart, type BodyJson } from '../body-json';
import { sameText } from '../resource-id';
import type { World } from '../settings';
import type { Item } from '../store';
import { rangeContains } from './ranges';
import { portMatches, type NodePacket } from './rules';

/** A packet with the host name that its sender calls; undefined if it calls an address. */
export interface NamedPacket {
  readonly packet: NodePacket;
  readonly host: string | undefined;
}

/** Returns the Azure Firewall that has an address in its network or virtual hub. */
export function firewallAt(world: World, address: string): Item | undefined {
  return world.store
    .all('Microsoft.Network/azureFirewalls')
    .find(
      ({ properties }) =>
        bodyText(properties, 'hubIPAddresses', 'privateIPAddress') === address ||
        bodyList(properties, 'ipConfigurations').some(
          (one) => bodyText(one, 'properties', 'privateIPAddress') === address,
        ),
    );
}

/** Returns why a firewall blocks a packet; undefined if it allows it. */
export function whyNotThroughFirewall(world: World, firewall: Item, call: NamedPacket): string | undefined {
  const groups = policiesOf(world, firewall).flatMap((policy) => groupsOf(world, policy));
  for (const type of ['NatRule', 'NetworkRule', 'ApplicationRule']) {
    for (const { collection, rule } of rulesOf(groups, type)) {
      if (!matchesRule(world, rule, call)) continue;
      const name = `rule ${bodyText(rule, 'name') ?? ''} of firewall ${firewall.name}`;
      if (type === 'NatRule') return name;
      return bodyText(collection, 'action', 'type') === 'Allow' ? undefined : name;
    }
  }
  return `no rule of firewall ${firewall.name}`;
}

/** Returns the policies. Parents decide before their children. */
function policiesOf(world: World, firewall: Item): Item[] {
  const chain: Item[] = [];
  let id = bodyText(firewall.properties, 'firewallPolicy', 'id');
  while (id !== undefined && chain.length < 5) {
    const policy = world.store.get(id);
    if (!policy) break;
    chain.unshift(policy);
    id = bodyText(policy.properties, 'basePolicy', 'id');
  }
  return chain;
}

function groupsOf(world: World, policy: Item): BodyJson[] {
  return world.store
    .children(policy.id, 'Microsoft.Network/firewallPolicies/ruleCollectionGroups')
    .map(({ properties }): BodyJson => properties)
    .sort(byPriority);
}

function rulesOf(groups: readonly BodyJson[], type: string): { collection: BodyJson; rule: BodyJson }[] {
  return groups
    .flatMap((group) => [...bodyList(group, 'ruleCollections')].sort(byPriority))
    .flatMap((collection) => bodyList(collection, 'rules').map((rule) => ({ collection, rule })))
    .filter(({ rule }) => bodyText(rule, 'ruleType') === type);
}

function byPriority(left: BodyJson, right: BodyJson): number {
  return (bodyNumber(left, 'priority') ?? 0) - (bodyNumber(right, 'priority') ?? 0);
}

function matchesRule(world: World, rule: BodyJson, { packet, host }: NamedPacket): boolean {
  if (!onSide(world, rule, { end: 'source', address: packet.from })) return false;
  if (bodyText(rule, 'ruleType') === 'ApplicationRule') return matchesHostName(rule, packet, host);
  const protocols = bodyTexts(rule, 'ipProtocols');
  return (
    protocols.some((one) => one === 'Any' || sameText(one, packet.protocol)) &&
    portMatches(bodyTexts(rule, 'destinationPorts'), packet.toPort) &&
    (onSide(world, rule, { end: 'destination', address: packet.to }) || namesHost(rule, host))
  );
}

function onSide(
  world: World,
  rule: BodyJson,
  { end, address }: { end: 'source' | 'destination'; address: number },
): boolean {
  const groups = bodyTexts(rule, `${end}IpGroups`).flatMap((id) =>
    bodyTexts(world.store.get(id)?.properties ?? {}, 'ipAddresses'),
  );
  return [...bodyTexts(rule, `${end}Addresses`), ...groups].some((text) => {
    const range = text === '*' ? undefined : parsePrefix(text);
    return text === '*' || (range ? rangeContains(range, address) : world.tags.contains(text, address));
  });
}

function namesHost(rule: BodyJson, host: string | undefined): boolean {
  return host !== undefined && bodyTexts(rule, 'destinationFqdns').some((name) => sameText(name, host));
}

function matchesHostName(rule: BodyJson, packet: NodePacket, host: string | undefined): boolean {
  if (packet.protocol !== 'Tcp') return false;
  const protocolMatches = bodyList(rule, 'protocols').some((one) => bodyPart(one, 'port') === packet.toPort);
  return protocolMatches && bodyTexts(rule, 'targetFqdns').some((name) => fits(name, host));
}

function fits(name: string, host: string | undefined): boolean {
  if (name === '*') return true;
  if (host === undefined) return false;
  const [expected, called] = [name.toLowerCase(), host.toLowerCase()];
  return expected.startsWith('*') ? called.endsWith(expected.slice(1)) : called === expected;
}
