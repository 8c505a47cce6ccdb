import { setsOverlap, subtract } from '../core/addresses/interval-algebra';
import { isEmpty, setOfRanges } from '../core/addresses/interval-set';
import { parseAddressSpec } from '../core/addresses/prefix';
import { privateAddresses } from '../core/azure-facts/platform-addresses';
import type { DecidingRule } from '../core/check-result';
import { known, mapKnown, type Known } from '../core/known';
import { securityGroupOf } from '../core/network/find';
import type { Direction, NetworkModel, SecurityGroup, SecurityRule, Subnet } from '../core/network/model';
import { parsePorts } from '../core/addresses/ports';
import { readAddressList } from '../core/addresses/address-list';
import { ListResults } from './list-results';

/** A user-defined rule of which every part is known. */
export interface WrittenRule {
  readonly name: string;
  readonly priority: number;
  readonly access: 'Allow' | 'Deny';
  readonly sources: readonly string[];
  readonly destinations: readonly string[];
  /** Texts of the destinations that may be service tags. */
  readonly destinationTags: readonly string[];
  readonly destinationPorts: readonly string[];
  readonly groupId: string;
  readonly groupName: string;
  readonly direction: Direction;
}

/** Returns the rules of a direction in the subnet's NSG by priority; null if no NSG is associated. */
export function writtenRules(
  model: NetworkModel,
  subnet: Subnet,
  direction: Direction,
): Known<readonly WrittenRule[] | null> {
  const group = securityGroupOf(model, subnet);
  if (!group.known) return group;
  if (group.value === null) return known(null);
  const rules = readByGroup.get(group.value) ?? readRules(group.value);
  readByGroup.set(group.value, rules);
  return mapKnown(rules, (all) => all[direction]);
}

type ByDirection = Readonly<Record<Direction, readonly WrittenRule[]>>;

/** Cached because four requirements read the rules of an NSG, which never change. */
const readByGroup = new WeakMap<SecurityGroup, Known<ByDirection>>();

const readings = new ListResults<SecurityRule, Known<WrittenRule>>();

function readRules(group: SecurityGroup): Known<ByDirection> {
  if (!group.rules.known) return group.rules;
  const rules: Record<Direction, WrittenRule[]> = { Inbound: [], Outbound: [] };
  const key = `${group.id} ${group.name}`;
  for (const read of readings.of(key, group.rules.value, (rule) => readRule(rule, group))) {
    if (!read.known) return read;
    rules[read.value.direction].push(read.value);
  }
  for (const list of Object.values(rules)) list.sort((a, b) => a.priority - b.priority);
  return known(rules);
}

/** Returns a rule, or the first of its parts that isn't known. */
function readRule(rule: SecurityRule, group: SecurityGroup): Known<WrittenRule> {
  const { priority, direction, access, sources, destinations, destinationPorts } = rule;
  if (!priority.known) return priority;
  if (!direction.known) return direction;
  if (!access.known) return access;
  if (!sources.known) return sources;
  if (!destinations.known) return destinations;
  if (!destinationPorts.known) return destinationPorts;
  return known({
    name: rule.name,
    priority: priority.value,
    direction: direction.value,
    access: access.value,
    sources: sources.value,
    destinations: destinations.value,
    destinationTags: readAddressList(destinations.value).tags,
    destinationPorts: destinationPorts.value,
    groupId: group.id,
    groupName: group.name,
  });
}

/** Returns the rule in the form of a result. */
export function asDecider(rule: WrittenRule): DecidingRule {
  return {
    kind: 'rule',
    name: rule.name,
    priority: rule.priority,
    direction: rule.direction,
    isDefault: false,
    groupId: rule.groupId,
    groupName: rule.groupName,
    level: 'subnet',
  };
}

/** True for `*` and its other spellings. */
export function isAnyAddress(text: string): boolean {
  return ['*', '0.0.0.0/0', 'any'].includes(text.toLowerCase());
}

/** Unique local addresses (RFC 4193) and link-local addresses (RFC 4291 2.5.6). */
const privateIpv6 = /^f([cd]|e[89ab])/i;

/** True if the text can include an internet address: everything except private prefixes and the VNet's tags. */
export function isPublicSide(text: string): boolean {
  const spec = parseAddressSpec(text.trim());
  if (!spec) return !['virtualnetwork', 'azureloadbalancer'].includes(text.toLowerCase());
  if (spec.family === 6) return !privateIpv6.test(text.trim());
  return !isEmpty(subtract(setOfRanges([spec]), privateAddresses));
}

/** True if a rule's ports and `wanted` share a port. */
export function touchesPorts(ports: readonly string[], requiredPorts: readonly string[]): boolean {
  const a = parsePorts(ports);
  const b = parsePorts(requiredPorts);
  return a !== undefined && b !== undefined && setsOverlap(a, b);
}
