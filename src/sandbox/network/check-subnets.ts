import { failure, type FailureKey } from '../failure-texts';
import { bodyList, bodyText, bodyTexts, type BodyJson } from '../body-json';
import { formatIpv4, parseIpv4 } from '../../core/addresses/ipv4';
import { isExactPrefix, parsePrefix } from '../../core/addresses/prefix';
import { isWithin, rangesOverlap } from '../nodes/ranges';
import { prefixesOf } from '../nodes/node-network';
import { usesOf } from './references';
import { refusal, type Reply } from '../responses';
import { sameText } from '../resource-id';
import type { World } from '../settings';
import type { Item } from '../store';
import type { SentRule } from './check-security-rules';

/** Ranges that Azure doesn't allow in a network (virtual network FAQ). */
const forbidden = ['224.0.0.0/4', '255.255.255.255/32', '127.0.0.0/8', '169.254.0.0/16', '168.63.129.16/32'];

function refuse(key: FailureKey, values: Readonly<Record<string, string | number>>): Reply {
  return refusal(400, failure(key, values));
}

export function checkAddressSpace(id: string, name: string, properties: BodyJson): Reply | undefined {
  const prefixes = bodyTexts(properties, 'addressSpace', 'addressPrefixes');
  if (prefixes.length === 0) return refuse('addressSpaceRequired', { id });
  for (const prefix of prefixes) {
    const range = parsePrefix(prefix);
    if (!range || !isExactPrefix(prefix)) {
      if (prefix.includes(':')) continue;
      return refuse('invalidAddressPrefix', { id, prefix });
    }
    const reserved = forbidden.find((text) => {
      const other = parsePrefix(text);
      return other !== undefined && rangesOverlap(range, other);
    });
    if (reserved !== undefined) return refuse('disallowedAddressSpace', { name, prefix, reserved });
  }
  return undefined;
}

export interface SubnetsToCheck {
  readonly networkName: string;
  readonly addressPrefixes: readonly string[];
  /** All subnets after the write. */
  readonly subnets: readonly SentRule[];
}

/** Returns the first error of a network's subnets: format, position in the network, overlap, references, and use. */
export function validateSubnets(world: World, network: SubnetsToCheck): Reply | undefined {
  for (const [index, subnet] of network.subnets.entries()) {
    const others = network.subnets.slice(0, index);
    const reply =
      checkPlace(network, subnet, others) ?? checkReferences(world, subnet) ?? checkInUse(world, subnet);
    if (reply) return reply;
  }
  return undefined;
}

function sentPrefixes(subnet: SentRule): string[] {
  const one = bodyText(subnet.properties, 'addressPrefix');
  return [...(one === undefined ? [] : [one]), ...bodyTexts(subnet.properties, 'addressPrefixes')];
}

function checkPlace(
  network: SubnetsToCheck,
  subnet: SentRule,
  others: readonly SentRule[],
): Reply | undefined {
  const prefixes = sentPrefixes(subnet);
  if (prefixes.length === 0) return refuse('addressSpaceRequired', { id: subnet.id });
  for (const prefix of prefixes.filter((text) => !text.includes(':'))) {
    const range = parsePrefix(prefix);
    if (!range || !isExactPrefix(prefix)) return refuse('invalidAddressPrefix', { id: subnet.id, prefix });
    const values = { name: subnet.name, network: network.networkName };
    const isThere = (space: string): boolean => isPartOf(prefix, space);
    if (!network.addressPrefixes.some(isThere)) return refuse('subnetOutsideNetwork', values);
    const usedRanges = others.flatMap(sentPrefixes).map(parsePrefix);
    if (usedRanges.some((other) => other && rangesOverlap(range, other))) {
      return refuse('subnetsOverlap', values);
    }
    if (range.length > 29) return refuse('invalidSubnet', values);
  }
  return undefined;
}

function isPartOf(prefix: string, space: string): boolean {
  const [inner, outer] = [parsePrefix(prefix), parsePrefix(space)];
  return inner !== undefined && outer !== undefined && isWithin(inner, outer);
}

function checkReferences(world: World, subnet: SentRule): Reply | undefined {
  for (const member of ['networkSecurityGroup', 'routeTable', 'natGateway']) {
    const target = bodyText(subnet.properties, member, 'id');
    if (target === undefined) continue;
    if (!world.store.get(target)) return refuse('invalidReference', { target, id: subnet.id });
    const reply = member === 'natGateway' ? checkGateway(world, subnet, target) : undefined;
    if (reply) return reply;
  }
  return undefined;
}

/** Checks a NAT gateway. It serves subnets of one network in its own region, except the subnet of VPN gateways. */
function checkGateway(world: World, subnet: SentRule, target: string): Reply | undefined {
  if (sameText(subnet.name, 'GatewaySubnet')) return refuse('natGatewayOnGatewaySubnet', { id: target });
  const networkOf = (id: string): string => id.slice(0, id.lastIndexOf('/subnets/')).toLowerCase();
  const network = networkOf(subnet.id);
  const region = world.store.get(network)?.location;
  if (region !== undefined && region !== world.store.get(target)?.location) {
    return refuse('invalidReference', { target, id: subnet.id });
  }
  const other = usesOf(world, target).find((id) => networkOf(id) !== network);
  return other === undefined
    ? undefined
    : refuse('natGatewayOtherNetwork', { id: target, subnet: subnet.id, other });
}

function checkInUse(world: World, subnet: SentRule): Reply | undefined {
  const before = world.store.get(subnet.id);
  const [user] = world.addresses.inUse(subnet.id);
  if (!before || !user) return undefined;
  const kept = sentPrefixes(subnet)
    .map(parsePrefix)
    .filter((range) => range !== undefined);
  const lost = world.addresses.inUse(subnet.id).find((held) => {
    const address = parseIpv4(held.address) ?? 0;
    return !kept.some((range) => address >= range.first && address <= range.last);
  });
  if (lost) {
    return refuse('subnetPrefixInUse', { name: subnet.name, prefix: prefixContaining(before, lost.address) });
  }
  const from = delegationsOf(before.properties).join(', ');
  const to = delegationsOf(subnet.properties).join(', ');
  if (from === to) return undefined;
  return refuse('delegationInUse', { id: subnet.id, from, to, user: user.ipConfigurationId });
}

function prefixContaining(subnet: Item, address: string): string {
  const value = parsePrefix(address);
  const found = prefixesOf(subnet).find((text) => {
    const range = parsePrefix(text);
    return range !== undefined && value !== undefined && isWithin(value, range);
  });
  return found ?? formatIpv4(value?.first ?? 0);
}

function delegationsOf(properties: BodyJson): string[] {
  return bodyList(properties, 'delegations').map(
    (entry) => bodyText(entry, 'properties', 'serviceName') ?? '',
  );
}
