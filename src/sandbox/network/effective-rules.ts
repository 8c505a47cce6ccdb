import { formatPrefix, parsePrefix, type Prefix } from '../../core/addresses/prefix';
import type { BodyObject } from '../body-json';
import type { NodeNetwork } from '../nodes/node-network';
import { isWithin, rangesOverlap } from '../nodes/ranges';
import type { Rule } from '../nodes/rules';

/** Returns the effective rules of a network interface for its subnet's NSG, with the prefixes of their tags. */
export function effectiveRulesOf(network: NodeNetwork): BodyObject[] {
  const { outbound = [], inbound = [] } = network;
  return [...inbound, ...outbound].map((rule) => ({
    name: `${rule.priority >= 65000 ? 'defaultSecurityRules' : 'securityRules'}/${rule.name}`,
    protocol: rule.protocol === '*' ? 'All' : rule.protocol,
    priority: rule.priority,
    access: rule.access,
    direction: rule.direction,
    ...ends(network, rule),
    sourcePortRanges: rule.sourcePorts.map(rangeOf),
    destinationPortRanges: rule.destinationPorts.map(rangeOf),
  }));
}

function ends(network: NodeNetwork, { sources, destinations }: Rule): BodyObject {
  return {
    sourceAddressPrefixes: [...sources],
    destinationAddressPrefixes: [...destinations],
    expandedSourceAddressPrefix: sources.flatMap((one) => expanded(network, one)),
    expandedDestinationAddressPrefix: destinations.flatMap((one) => expanded(network, one)),
  };
}

const rangeOf = (text: string): string =>
  text === '*' ? '0-65535' : text.includes('-') ? text : `${text}-${text}`;

function expanded({ context }: NodeNetwork, named: string): readonly string[] {
  const own = [...context.networkPrefixes, ...context.peeredPrefixes];
  switch (named.toLowerCase()) {
    case '*':
      return ['0.0.0.0/0'];
    case 'virtualnetwork':
      return [
        ...own,
        ...[...context.userRoutes, ...context.learned].map(({ prefix }) => prefix),
        hostAddress,
      ];
    case 'internet':
      return without([...privatePrefixes, ...own]);
    case 'azureloadbalancer':
      return [hostAddress];
    default:
      return parsePrefix(named) ? [named] : context.tags.texts(named);
  }
}

const hostAddress = '168.63.129.16/32';
const privatePrefixes = ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', '100.64.0.0/10', '169.254.0.0/16'];

/** Returns all addresses except the given ones, as prefixes. */
function without(texts: readonly string[]): readonly string[] {
  const holes = texts.flatMap((text) => parsePrefix(text) ?? []);
  const all = parsePrefix('0.0.0.0/0');
  return all ? cut(all, holes).map(formatPrefix) : [];
}

function cut(prefix: Prefix, holes: readonly Prefix[]): readonly Prefix[] {
  const met = holes.filter((hole) => rangesOverlap(prefix, hole));
  if (met.length === 0) return [prefix];
  if (met.some((hole) => isWithin(prefix, hole))) return [];
  const { first, last, length } = prefix;
  const middle = first + (last - first + 1) / 2;
  return [
    ...cut({ first, last: middle - 1, length: length + 1 }, met),
    ...cut({ first: middle, last, length: length + 1 }, met),
  ];
}
