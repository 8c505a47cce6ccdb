import { known, unknown, type Known } from '../../core/known';
import type { AdminRule } from '../../core/network/model';
import { adminAccesses, directions, ruleProtocols } from '../../core/network/enums';
import { idUpTo, nameOf } from '../../core/network/find';
import { reason } from '../../core/reason';
import { listAt, numberAt, textAt, textsAt, type Json } from '../json';
import { enumMember } from './members';
import { ruleProtocol } from './to-security-rule';
import { unreadMember } from './unreadable';

/** Converts a security admin rule in effect, custom or default. Both have the same members. */
export function toAdminRule(body: Json, index: number): AdminRule {
  const id = textAt(body, 'id') ?? '';
  const name = nameOf(id);
  const priority = numberAt(body, 'properties', 'priority');
  return {
    id,
    name,
    managerId: idUpTo(id, 'securityAdminConfigurations'),
    configurationId: idUpTo(id, 'ruleCollections'),
    priority: priority === undefined ? unreadMember(name) : known(priority),
    direction: enumMember(directions, textAt(body, 'properties', 'direction'), name),
    access: enumMember(adminAccesses, textAt(body, 'properties', 'access'), name),
    protocol: enumMember(ruleProtocols, ruleProtocol(body), name),
    sources: side(body, 'sources'),
    destinations: side(body, 'destinations'),
    sourcePorts: ports(body, 'sourcePortRanges'),
    destinationPorts: ports(body, 'destinationPortRanges'),
    sourceApplicationGroups: [],
    destinationApplicationGroups: [],
    index,
  };
}

/**
 * Returns the prefixes of one side. An empty side matches any address. The members of a network group aren't included
 * in the response.
 */
function side(body: Json, member: string): Known<readonly string[]> {
  const items = listAt(body, 'properties', member);
  const group = items.find((one) => textAt(one, 'addressPrefixType')?.toLowerCase() === 'networkgroup');
  if (group !== undefined) {
    const name = nameOf(textAt(group, 'addressPrefix') ?? '');
    return unknown(reason('unknown.networkGroup', { name }));
  }
  const texts = items.flatMap((one) => textAt(one, 'addressPrefix') ?? []);
  return known(texts.length > 0 ? texts.flatMap((text) => text.split(',')) : ['*']);
}

/** Returns the ports. The portal and the API write any port as `0-65535`, or omit it. */
function ports(body: Json, member: string): Known<readonly string[]> {
  const ranges = textsAt(body, 'properties', member);
  return known(ranges.length > 0 ? ranges : ['*']);
}
