import { known, unknown, type Known } from '../../core/known';
import type { Access, Direction, ResourceId, RuleProtocol, SecurityRule } from '../../core/network/model';
import { reason } from '../../core/reason';
import { listAt, numberAt, textAt, textsAt, type Json } from '../json';

/** A security rule's body; a word that Azure did not have when this was written is unknown, never a default. */
export function toSecurityRule(body: Json, index: number): SecurityRule {
  const name = textAt(body, 'name') ?? '';
  const priority = numberAt(body, 'properties', 'priority');
  return {
    name,
    priority: priority === undefined ? notRead(name) : known(priority),
    direction: oneOf(directions, textAt(body, 'properties', 'direction'), name),
    access: oneOf(accesses, textAt(body, 'properties', 'access'), name),
    protocol: oneOf(protocols, textAt(body, 'properties', 'protocol'), name),
    sources: known(merged(body, 'sourceAddressPrefix', 'sourceAddressPrefixes')),
    destinations: known(merged(body, 'destinationAddressPrefix', 'destinationAddressPrefixes')),
    sourcePorts: known(merged(body, 'sourcePortRange', 'sourcePortRanges')),
    destinationPorts: known(merged(body, 'destinationPortRange', 'destinationPortRanges')),
    sourceApplicationGroups: idsAt(body, 'sourceApplicationSecurityGroups'),
    destinationApplicationGroups: idsAt(body, 'destinationApplicationSecurityGroups'),
    index,
  };
}

const directions: readonly Direction[] = ['Inbound', 'Outbound'];
const accesses: readonly Access[] = ['Allow', 'Deny'];
const protocols: readonly RuleProtocol[] = ['Tcp', 'Udp', 'Icmp', 'Esp', 'Ah', '*'];

function oneOf<T extends string>(words: readonly T[], text: string | undefined, name: string): Known<T> {
  const found = words.find((one) => one.toLowerCase() === text?.toLowerCase());
  return found === undefined ? notRead(name) : known(found);
}

function notRead(name: string): Known<never> {
  return unknown(reason('unknown.notRead', { name }));
}

/** Azure has a singular and a plural property; both may be filled, an empty text says nothing. */
function merged(body: Json, singular: string, plural: string): readonly string[] {
  const one = textAt(body, 'properties', singular);
  const many = textsAt(body, 'properties', plural);
  return one === undefined || one === '' ? many : [one, ...many];
}

function idsAt(body: Json, list: string): readonly ResourceId[] {
  return listAt(body, 'properties', list).flatMap((one) => {
    const id = textAt(one, 'id');
    return id === undefined ? [] : [id];
  });
}
