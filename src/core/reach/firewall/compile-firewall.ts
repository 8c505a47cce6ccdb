import { everyAddress, everyPort, isEmpty, type IntervalSet } from '../../addresses/interval-set';
import { subtract, union } from '../../addresses/interval-algebra';
import { isElsewhere, tagsOfHost } from '../../azure-facts/domain-tags';
import { privateAddresses } from '../../azure-facts/platform-addresses';
import type { DecidingFirewallRule } from '../../check-result';
import { firstUnread, known, unknown, type Known } from '../../known';
import { nameOf, sameId } from '../../network/find';
import type {
  Firewall,
  FirewallNatRule,
  FirewallNetworkRule,
  FirewallProtocol,
  FirewallSide,
} from '../../network/firewall';
import { documentedAny, protocolSet, type ProtocolSet } from '../../packets/protocols';
import { reason, type Reason } from '../../reason';
import { crossParts, memoized, possibleSet, readPorts, type CompiledRule } from '../compile-group';
import { certainSet, type PartialSet } from '../partial-set';
import type { Vocabulary } from '../vocabulary';
import { coversName, isWildcard } from './names';
import { canMatch } from './side-text';
import type { PlacedRule } from './rules-in-order';

export interface FirewallContext {
  readonly firewall: Firewall;
  readonly vocabulary: Vocabulary;
}

/** Compiles a rule with addresses for packets to hosts of `name`, which is undefined if the hosts aren't known. */
export function compilePacketRule(
  placed: PlacedRule & { readonly rule: FirewallNetworkRule | FirewallNatRule },
  name: string | undefined,
  context: FirewallContext,
): CompiledRule {
  const { rule } = placed;
  const ports = readPorts(rule.ports);
  const protocols = readProtocols(rule.protocols);
  const id = firewallRuleId(placed);
  const unread = firstUnread(protocols, ports);
  const shape = {
    id,
    protocols: protocols.known ? protocols.value : documentedAny,
    destinationPorts: ports.known ? ports.value : everyPort,
    sourcePorts: everyPort,
    unknowns: unread ? [{ whyUnknown: { id, because: unread }, value: true }] : [],
  };
  return {
    decider: firewallDecider(placed, context.firewall),
    access: accessOf(placed),
    protocols: shape.protocols,
    destinationPorts: shape.destinationPorts,
    namesVirtualNetwork: false,
    namesMembers: false,
    parts: memoized(() => {
      const local = nearSide(rule.sources, id, context);
      if (isEmpty(local.certain) && local.possible.length === 0) return [];
      const side = allowsOnly(placed) ? matching(rule.destinations) : rule.destinations;
      const addresses = sideMeaning(side, `${id}:to`, context);
      const remote = rule.is === 'network' ? withNames(addresses, rule, { name, context, id }) : addresses;
      return crossParts(shape, { local, remote });
    }),
  };
}

/** Returns the rule's access. DNAT forwards packets to another address than the requested one. */
function accessOf({ rule, access, collection }: PlacedRule): CompiledRule['access'] {
  return rule.is === 'nat' ? unknown(reason('unknown.firewallNat', { rule: rule.name, collection })) : access;
}

export function firewallRuleId({ rule, collection, writtenIn }: PlacedRule): string {
  return `firewall:${writtenIn}:${collection}:${rule.is}:${rule.name}`.toLowerCase();
}

/** Cache with one object per rule, because trace and result compare it by identity. */
const deciders = new WeakMap<PlacedRule['rule'], DecidingFirewallRule>();

export function firewallDecider(
  { rule, collection, writtenIn }: PlacedRule,
  firewall: Firewall,
): DecidingFirewallRule {
  const before = deciders.get(rule);
  if (before?.firewallId === firewall.id) return before;
  const decidingRule: DecidingFirewallRule = {
    kind: 'firewall-rule',
    name: rule.name,
    collection,
    isDefault: false,
    firewallId: firewall.id,
    firewallName: firewall.name,
    writtenIn,
  };
  deciders.set(rule, decidingRule);
  return decidingRule;
}

/** Returns the protocols. “Any” includes those that rules with any protocol certainly match. */
function readProtocols(names: Known<readonly FirewallProtocol[]>): Known<ProtocolSet> {
  if (!names.known) return names;
  return known(
    names.value.reduce((sum, name) => sum | (name === 'Any' ? documentedAny : protocolSet(name)), 0),
  );
}

/** Returns the part of the subnet that a side includes. */
export function nearSide(side: FirewallSide, id: string, context: FirewallContext): PartialSet {
  const { vocabulary } = context;
  const { addresses } = side;
  const written = addresses.known
    ? vocabulary.localMeaningOf(addresses.value)
    : possibleSet(vocabulary.local, { id: `${id}:from`, because: addresses.because });
  return side.ipGroups.reduce(
    (sum, group) => both(sum, groupMeaning(group, context, { near: true })),
    written,
  );
}

/**
 * Returns the side without invalid addresses, which can't allow anything. Whether Azure rejects a deny rule with them
 * isn't known.
 */
function matching(side: FirewallSide): FirewallSide {
  const { addresses } = side;
  return addresses.known ? { ...side, addresses: known(addresses.value.filter(canMatch)) } : side;
}

function allowsOnly({ access }: PlacedRule): boolean {
  return access.known && access.value === 'Allow';
}

function sideMeaning(side: FirewallSide, id: string, context: FirewallContext): PartialSet {
  const { addresses } = side;
  const written = addresses.known
    ? context.vocabulary.meaningOf(addresses.value)
    : possibleSet(everyAddress, { id, because: addresses.because });
  return side.ipGroups.reduce(
    (sum, group) => both(sum, groupMeaning(group, context, { near: false })),
    written,
  );
}

function both(a: PartialSet, b: PartialSet): PartialSet {
  return { certain: union(a.certain, b.certain), possible: [...a.possible, ...b.possible] };
}

function groupMeaning(
  id: string,
  { firewall, vocabulary }: FirewallContext,
  { near }: { readonly near: boolean },
): PartialSet {
  const group = firewall.ipGroups.find((one) => sameId(one.id, id));
  const addresses: Known<readonly string[]> =
    group?.addresses ?? unknown(reason('unknown.notRead', { name: nameOf(id) }));
  if (addresses.known) {
    return near ? vocabulary.localMeaningOf(addresses.value) : vocabulary.meaningOf(addresses.value);
  }
  const whyUnknown = {
    id: `ipGroup:${near ? 'near' : 'far'}:${id.toLowerCase()}`,
    because: addresses.because,
  };
  return possibleSet(near ? vocabulary.local : everyAddress, whyUnknown);
}

interface Named {
  readonly name: string | undefined;
  readonly context: FirewallContext;
  readonly id: string;
}

/**
 * Adds the names of a network rule, which the firewall resolves to addresses itself. These addresses aren't known.
 * Those of the queried name are among them if machines use the firewall as DNS server, too. A name with a wildcard
 * doesn't match any (fqdn-filtering-network-rules, 2021-09-01: the DNS proxy is needed, and wildcards aren't
 * supported).
 */
function withNames(
  addresses: PartialSet,
  { names }: FirewallNetworkRule,
  { name, context, id }: Named,
): PartialSet {
  if (!names.known) {
    return both(addresses, possibleSet(everyAddress, { id: `${id}:names`, because: names.because }));
  }
  return names.value
    .filter((one) => !isWildcard(one))
    .reduce((sum, one) => {
      const isQueried = name !== undefined && coversName(one, name);
      const unlike = isQueried ? lookupUnknown(one, context) : reason('unknown.firewallName', { name: one });
      if (!unlike) return both(sum, certainSet(everyAddress));
      const whyUnknown = { id: `firewallName:${one.toLowerCase()}`, because: unlike };
      return both(sum, possibleSet(isQueried ? everyAddress : addressesOf(one, context), whyUnknown));
    }, addresses);
}

/**
 * Returns the possible addresses of a host. A host of an Azure service has an address of the service or of a private
 * endpoint. A host of another provider doesn't have an Azure address.
 */
export function addressesOf(name: string, { vocabulary }: FirewallContext): IntervalSet {
  if (isElsewhere(name)) return subtract(everyAddress, vocabulary.meaningOf(tagsOfAzure).certain);
  const tags = tagsOfHost(name);
  const { certain, possible } = vocabulary.meaningOf(tags);
  return tags.length === 0 || possible.length > 0 ? everyAddress : union(certain, privateAddresses);
}

/** Tags with Azure's addresses; those of Front Door aren't in the first. */
const tagsOfAzure = ['AzureCloud', 'AzureFrontDoor.FirstParty', 'AzureFrontDoor.Frontend'];

/**
 * Returns why machines may resolve a name to other addresses than the firewall does; undefined if they use it as DNS
 * server.
 */
function lookupUnknown(name: string, { firewall, vocabulary }: FirewallContext): Reason | undefined {
  const { dnsProxy, addresses } = firewall;
  const { network } = vocabulary;
  if (!dnsProxy.known) return dnsProxy.because;
  if (!dnsProxy.value) return reason('unknown.firewallProxy', { name, firewall: firewall.name });
  if (!network.dnsServers.known) return network.dnsServers.because;
  if (!addresses.known) return addresses.because;
  const servers = network.dnsServers.value;
  const usesFirewallDns = servers.length > 0 && servers.every((one) => addresses.value.includes(one));
  return usesFirewallDns
    ? undefined
    : reason('unknown.firewallServers', {
        name,
        firewall: firewall.name,
        network: network.name,
        address: addresses.value,
      });
}

/** Returns the addresses that an application rule is limited to; every address if it isn't limited. */
export function limitedTo(
  destinations: Known<readonly string[]>,
  id: string,
  { vocabulary }: FirewallContext,
): PartialSet {
  if (!destinations.known) {
    return possibleSet(everyAddress, { id: `${id}:to`, because: destinations.because });
  }
  return destinations.value.length === 0
    ? certainSet(everyAddress)
    : vocabulary.meaningOf(destinations.value);
}
