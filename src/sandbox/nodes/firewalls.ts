import { parsePrefix } from '../../core/addresses/prefix';
import { listAt, numberAt, textAt, textsAt, valueAt, type Json } from '../json';
import { sameText } from '../resource-id';
import type { World } from '../settings';
import type { Item } from '../store';
import { holds } from './ranges';
import { portMatches, type Packet } from './rules';

/** A packet with the name that its sender calls; undefined where it calls an address. */
export interface Call {
  readonly packet: Packet;
  readonly host: string | undefined;
}

/** The Azure Firewall that has an address in its network or virtual hub. */
export function firewallAt(world: World, address: string): Item | undefined {
  return world.store
    .all('Microsoft.Network/azureFirewalls')
    .find(
      ({ properties }) =>
        textAt(properties, 'hubIPAddresses', 'privateIPAddress') === address ||
        listAt(properties, 'ipConfigurations').some(
          (one) => textAt(one, 'properties', 'privateIPAddress') === address,
        ),
    );
}

/** Why a firewall keeps a packet; undefined where it lets it through. */
export function whyNotThroughFirewall(world: World, firewall: Item, call: Call): string | undefined {
  const groups = policiesOf(world, firewall).flatMap((policy) => groupsOf(world, policy));
  for (const type of ['NatRule', 'NetworkRule', 'ApplicationRule']) {
    for (const { collection, rule } of rulesOf(groups, type)) {
      if (!takes(world, rule, call)) continue;
      const name = `rule ${textAt(rule, 'name') ?? ''} of firewall ${firewall.name}`;
      if (type === 'NatRule') return name;
      return textAt(collection, 'action', 'type') === 'Allow' ? undefined : name;
    }
  }
  return `no rule of firewall ${firewall.name}`;
}

/** Parents decide before their children. */
function policiesOf(world: World, firewall: Item): Item[] {
  const chain: Item[] = [];
  let id = textAt(firewall.properties, 'firewallPolicy', 'id');
  while (id !== undefined && chain.length < 5) {
    const policy = world.store.get(id);
    if (!policy) break;
    chain.unshift(policy);
    id = textAt(policy.properties, 'basePolicy', 'id');
  }
  return chain;
}

function groupsOf(world: World, policy: Item): Json[] {
  return world.store
    .children(policy.id, 'Microsoft.Network/firewallPolicies/ruleCollectionGroups')
    .map(({ properties }): Json => properties)
    .sort(byPriority);
}

function rulesOf(groups: readonly Json[], type: string): { collection: Json; rule: Json }[] {
  return groups
    .flatMap((group) => [...listAt(group, 'ruleCollections')].sort(byPriority))
    .flatMap((collection) => listAt(collection, 'rules').map((rule) => ({ collection, rule })))
    .filter(({ rule }) => textAt(rule, 'ruleType') === type);
}

function byPriority(left: Json, right: Json): number {
  return (numberAt(left, 'priority') ?? 0) - (numberAt(right, 'priority') ?? 0);
}

function takes(world: World, rule: Json, { packet, host }: Call): boolean {
  if (!onSide(world, rule, { end: 'source', address: packet.from })) return false;
  if (textAt(rule, 'ruleType') === 'ApplicationRule') return takesName(rule, packet, host);
  const protocols = textsAt(rule, 'ipProtocols');
  return (
    protocols.some((one) => one === 'Any' || sameText(one, packet.protocol)) &&
    portMatches(textsAt(rule, 'destinationPorts'), packet.toPort) &&
    (onSide(world, rule, { end: 'destination', address: packet.to }) || namesHost(rule, host))
  );
}

function onSide(
  world: World,
  rule: Json,
  { end, address }: { end: 'source' | 'destination'; address: number },
): boolean {
  const groups = textsAt(rule, `${end}IpGroups`).flatMap((id) =>
    textsAt(world.store.get(id)?.properties ?? {}, 'ipAddresses'),
  );
  return [...textsAt(rule, `${end}Addresses`), ...groups].some((text) => {
    const range = text === '*' ? undefined : parsePrefix(text);
    return text === '*' || (range ? holds(range, address) : world.tags.contains(text, address));
  });
}

function namesHost(rule: Json, host: string | undefined): boolean {
  return host !== undefined && textsAt(rule, 'destinationFqdns').some((name) => sameText(name, host));
}

function takesName(rule: Json, packet: Packet, host: string | undefined): boolean {
  if (packet.protocol !== 'Tcp') return false;
  const speaks = listAt(rule, 'protocols').some((one) => valueAt(one, 'port') === packet.toPort);
  return speaks && textsAt(rule, 'targetFqdns').some((name) => fits(name, host));
}

function fits(name: string, host: string | undefined): boolean {
  if (name === '*') return true;
  if (host === undefined) return false;
  const [wanted, called] = [name.toLowerCase(), host.toLowerCase()];
  return wanted.startsWith('*') ? called.endsWith(wanted.slice(1)) : called === wanted;
}
