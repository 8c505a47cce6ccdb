import { parseIpv4 } from '../core/addresses/ipv4';
import { parsePrefix, type AddressRange } from '../core/addresses/prefix';
import type { DroppedFlow, EffectiveRoute, EffectiveRule, InterfaceEvidence } from '../core/evidence';
import { statusOf, type DecidingRoute, type CheckResult, type ExamplePacket } from '../core/check-result';

/** A flow's example packet evaluated by the effective rules and routes, next to the product's result. */
export interface FollowedFlow {
  readonly result: CheckResult;
  readonly packet: ExamplePacket;
  /** The effective rule that decides; null if the subnet doesn't have an NSG. */
  readonly rule: EffectiveRule | null;
  /** The effective route of an outbound flow; null if there is none. */
  readonly route: EffectiveRoute | null;
  readonly agrees: boolean;
}

/** Compares flows whose example packet can be evaluated by the effective rules and routes. */
export function compareEvidence(
  { groups, routes }: InterfaceEvidence,
  results: readonly CheckResult[],
): readonly FollowedFlow[] {
  return results.flatMap((result) => {
    const { packet, subject } = result;
    if (packet === null || subject === null || !isFollowed(result)) return [];
    const rule = decidingRule(groups, subject.direction, packet);
    if (rule === 'unknown') return [];
    const route = subject.direction === 'Outbound' ? routeOf(routes, packet) : null;
    const agrees = agreesOnRule(result, rule) && agreesOnRoute(result, route);
    return [{ result, packet, rule, route, agrees }];
  });
}

/** True if a flow can be evaluated. Network manager rules aren't among the effective rules of NSGs. */
function isFollowed({ outcome }: CheckResult): boolean {
  if (statusOf(outcome) === 'unknown') return outcome.is === 'forwarded';
  const by = 'by' in outcome ? outcome.by : null;
  return !(by?.kind === 'rule' && by.level !== 'subnet');
}

function agreesOnRule({ outcome }: CheckResult, rule: EffectiveRule | null): boolean {
  const isDenied = rule?.access === 'Deny';
  const by = 'by' in outcome ? outcome.by : null;
  const isBlocked = (outcome.is === 'blocked' || outcome.is === 'partly-blocked') && by?.kind === 'rule';
  return isBlocked === isDenied;
}

/** True if both have the same route. For the product, peerings are routes of the network itself. */
function agreesOnRoute({ trace }: CheckResult, route: EffectiveRoute | null): boolean {
  const own = trace.flatMap(({ by }) => (by?.kind === 'route' ? [by] : [])).at(-1);
  return own === undefined || route === null || hopOf(own) === hopWord(route.nextHop);
}

function hopOf({ nextHop }: DecidingRoute): string {
  return hopWord(nextHop);
}

function hopWord(nextHop: string): string {
  const word = nextHop.toLowerCase();
  return /peering$/.test(word) ? 'vnetlocal' : word;
}

/**
 * Returns the first deny rule of the NSGs, otherwise the allow rule of the last NSG; `unknown` if a tag's prefixes
 * aren't listed.
 */
function decidingRule(
  groups: readonly (readonly EffectiveRule[])[],
  direction: EffectiveRule['direction'],
  packet: ExamplePacket,
): EffectiveRule | null | 'unknown' {
  let last: EffectiveRule | null = null;
  for (const group of groups) {
    const found = firstMatch(group, direction, packet);
    if (found === null || found === 'unknown') return 'unknown';
    if (found.access === 'Deny') return found;
    last = found;
  }
  return last;
}

function firstMatch(
  rules: readonly EffectiveRule[],
  direction: EffectiveRule['direction'],
  packet: ExamplePacket,
): EffectiveRule | null | 'unknown' {
  const ordered = rules.filter((one) => one.direction === direction).sort((a, b) => a.priority - b.priority);
  for (const rule of ordered) {
    const matches = matchOf(rule, packet);
    if (matches === 'unknown') return 'unknown';
    if (matches) return rule;
  }
  return null;
}

function matchOf(rule: EffectiveRule, packet: ExamplePacket): boolean | 'unknown' {
  const isProtocol = rule.protocol === '*' || rule.protocol.toUpperCase() === packet.protocol;
  if (!isProtocol || !containsPort(rule.destinationPorts, packet.destinationPort)) return false;
  if (!containsPort(rule.sourcePorts, packet.sourcePort)) return false;
  const ends = [
    includesAddress(rule.sources, packet.source),
    includesAddress(rule.destinations, packet.destination),
  ];
  if (ends.includes(false)) return false;
  return ends.includes('unknown') ? 'unknown' : true;
}

function containsPort(ranges: readonly string[], port: number | null): boolean {
  if (port === null || ranges.length === 0) return true;
  return ranges.some((text) => {
    if (text === '*') return true;
    const [low = '', high = low] = text.split('-');
    return port >= Number(low) && port <= Number(high);
  });
}

function includesAddress(prefixes: readonly string[], address: string): boolean | 'unknown' {
  const value = parseIpv4(address);
  if (value === undefined) return 'unknown';
  const { ranges, isAny, hasTag } = addressesOf(prefixes);
  if (isAny || ranges.some(({ first, last }) => value >= first && value <= last)) return true;
  return hasTag ? 'unknown' : false;
}

interface Addresses {
  readonly ranges: readonly AddressRange[];
  readonly isAny: boolean;
  readonly hasTag: boolean;
}

/** Cache by list, however many flows are compared with it: the tags of a rule can have 100,000 prefixes. */
const read = new WeakMap<readonly string[], Addresses>();

function addressesOf(prefixes: readonly string[]): Addresses {
  const kept = read.get(prefixes);
  if (kept) return kept;
  const ranges = prefixes.flatMap((text) => parsePrefix(text) ?? []);
  // An IPv6 prefix doesn't include IPv4 addresses. A text that isn't a prefix is a tag.
  const hasTag = prefixes.some((text) => !text.includes(':') && !parsePrefix(text));
  const found = { ranges, isAny: prefixes.includes('*'), hasTag };
  read.set(prefixes, found);
  return found;
}

/** Returns the effective route with the longest prefix. */
function routeOf(routes: readonly EffectiveRoute[], { destination }: ExamplePacket): EffectiveRoute | null {
  const value = parseIpv4(destination);
  if (value === undefined) return null;
  const fitting = routes.flatMap((route) => {
    const prefix = parsePrefix(route.prefix);
    return prefix && value >= prefix.first && value <= prefix.last ? [{ route, length: prefix.length }] : [];
  });
  return fitting.sort((a, b) => b.length - a.length)[0]?.route ?? null;
}

/**
 * Returns the results that a logged denial confirms: of the same direction and port, blocked by the rule of that name.
 */
export function blockedAlike(drop: DroppedFlow, results: readonly CheckResult[]): readonly CheckResult[] {
  return results.filter(({ subject, outcome }) => {
    if (subject === null || subject.direction !== drop.direction || statusOf(outcome) !== 'open') {
      return false;
    }
    const by = 'by' in outcome ? outcome.by : null;
    const isNamed = by?.kind === 'rule' && by.name.toLowerCase() === drop.rule.toLowerCase();
    return isNamed && subject.ports.split(', ').includes(drop.port);
  });
}
