import { known, type Known } from '../../core/known';
import type { SecurityRule } from '../../core/network/model';
import { accesses, directions, ruleProtocols } from '../../core/network/enums';
import { tagsInLists } from '../../core/network/tags-in-lists';
import { numberAt, textAt, textsAt, type Json } from '../json';
import { referencedIds, nameIn, enumMember } from './members';
import { unreadMember } from './unreadable';

/** Converts a security rule's body, with singular and plural members merged. */
export function toSecurityRule(body: Json, index: number): SecurityRule {
  const name = nameIn(body);
  const priority = numberAt(body, 'properties', 'priority');
  const sourceGroups = referencedIds(body, 'sourceApplicationSecurityGroups');
  const destinationGroups = referencedIds(body, 'destinationApplicationSecurityGroups');
  return {
    name,
    priority: priority === undefined ? unreadMember(name) : known(priority),
    direction: enumMember(directions, textAt(body, 'properties', 'direction'), name),
    access: enumMember(accesses, textAt(body, 'properties', 'access'), name),
    protocol: enumMember(ruleProtocols, ruleProtocol(body), name),
    sources: side(body, 'sourceAddressPrefix', sourceGroups.length > 0),
    destinations: side(body, 'destinationAddressPrefix', destinationGroups.length > 0),
    sourcePorts: ports(body, 'source'),
    destinationPorts: ports(body, 'destination'),
    ...tagsInLists({
      sources: textsAt(body, 'properties', 'sourceAddressPrefixes'),
      destinations: textsAt(body, 'properties', 'destinationAddressPrefixes'),
    }),
    sourceApplicationGroups: sourceGroups,
    destinationApplicationGroups: destinationGroups,
    index,
  };
}

/** Returns the protocol of a rule. Azure stores `*`; templates and older rules have `Any`. */
export function ruleProtocol(body: Json): string | undefined {
  const protocol = textAt(body, 'properties', 'protocol');
  return protocol?.toLowerCase() === 'any' ? '*' : protocol;
}

/** Returns the prefixes of one side. A side with neither prefixes nor groups is unknown. */
function side(body: Json, singular: string, hasGroups: boolean): Known<readonly string[]> {
  const prefixes = merged(body, singular, `${singular}es`);
  return prefixes.length > 0 || hasGroups ? known(prefixes) : unreadMember(nameIn(body));
}

function ports(body: Json, end: 'source' | 'destination'): Known<readonly string[]> {
  const ranges = merged(body, `${end}PortRange`, `${end}PortRanges`);
  return ranges.length > 0 ? known(ranges) : unreadMember(nameIn(body));
}

/** Merges a singular and a plural member. Both can have values, and an empty string doesn't count. */
function merged(body: Json, singular: string, plural: string): readonly string[] {
  const one = textAt(body, 'properties', singular);
  const many = textsAt(body, 'properties', plural);
  return one === undefined || one === '' ? many : [one, ...many];
}
