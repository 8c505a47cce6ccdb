import { isTagText } from '../core/addresses/address-list';
import { parseIpv4 } from '../core/addresses/ipv4';
import { serviceEndpoints } from '../core/azure-facts/system-routes';
import { valueOr } from '../core/known';
import type { Firewall, FirewallRule } from '../core/network/firewall';
import type { NetworkModel } from '../core/network/model';
import type { FlowResult, FlowSubject, Severity } from '../core/check-result';
import { isExampleAddress } from '../core/packets/sample-packet';
import { fails } from '../core/reach/flow-outcome';
import { outboundAccessOf } from '../core/reach/outbound-access';
import type { FlowSegment } from '../core/reach/flow-disposition';
import { everyPacketFails, flowSegments, reach, type ReachQuery } from '../core/reach/reach';
import { requirePlace } from '../core/reach/subnet-place';
import { reason, type Reason } from '../core/reason';
import type { RequirementKind } from '../requirements/requirement';
import { hostsOf, questionFor } from './evaluate-flow';
import { routesOf } from './default-route';
import { fillFlow, type FillContext } from './fill-flow';
import { writtenRules } from './written-rules';

type Note = Extract<RequirementKind, { is: 'note' }>;

/** Result of traffic to hosts that don't have a service tag. */
export interface NamesAnswer {
  readonly answer: FlowResult;
  readonly subject: FlowSubject;
  /** Lower than the requirement's severity. A subnet that denies the internet as a whole does so on purpose. */
  readonly severity?: Severity;
  /** Advice if the hosts are blocked. If it isn't set, the requirement's text applies. */
  readonly advice?: Reason;
}

/**
 * Checks hosts by name. They are allowed if the whole internet is `open`, and blocked if none of it is reachable. A
 * readable firewall on the path decides by name. Returns undefined if the result depends on addresses that aren't known
 * in advance, or on another component. The note then remains.
 */
export function checkHostNames(
  note: Note,
  context: FillContext,
  internet: 'open' | 'limited',
): NamesAnswer | undefined {
  const { byName } = note;
  const flow = byName && fillFlow(byName, context);
  if (!byName || flow?.is !== 'filled') return undefined;
  const names = hostsOf(byName, context);
  if (names.length === 0) return undefined;
  const query = questionFor(byName, flow.remotes, context);
  const subject = { direction: 'Outbound', protocol: 'TCP', ports: '443', remote: names.join(', ') } as const;
  if (internet === 'open') return { answer: reach(query), subject };
  const decided = decide(note, { names, query }, context);
  if (!decided) return undefined;
  const advice = adviceWhereBlocked(decided.answer, names);
  return { ...decided, answer: withHost(decided.answer, names), subject, ...(advice ? { advice } : {}) };
}

/**
 * Returns advice for the component that decides. Advice about the firewall would be misleading for other components.
 */
function adviceWhereBlocked({ outcome, blocked }: FlowResult, names: readonly string[]): Reason | undefined {
  if (outcome.is === 'no-outbound-access') return reason('check.hosts.noOutboundAccess', { hosts: names });
  if (outcome.is !== 'blocked' && outcome.is !== 'partly-blocked') return undefined;
  const { by } = outcome;
  if (by.kind === 'route') return reason('check.hosts.noOutboundAccess', { hosts: names });
  if (by.kind === 'rule') return reason('check.hosts.filtered', { hosts: names });
  const failing = [...new Set(blocked.flatMap((part) => part.names ?? []))];
  const hosts = failing.length > 0 ? failing : names;
  return reason('check.hosts.firewall', { hosts, firewall: by.firewallName });
}

/** Adds the host name to the example packet, because the host's address isn't known in advance. */
function withHost(answer: FlowResult, names: readonly string[]): FlowResult {
  const { packet, blocked } = answer;
  if (!packet || !isExampleAddress(packet.destination)) return answer;
  const failing = blocked.flatMap((part) => part.names ?? []);
  const all = (failing.length > 0 ? failing : names).filter((name) => name !== '*');
  const host = all.find((name) => !name.includes('*')) ?? all[0];
  return host === undefined ? answer : { ...answer, packet: { ...packet, host } };
}

interface NameQuery {
  readonly names: readonly string[];
  readonly query: ReachQuery;
}

/**
 * Decides for all addresses except those that certainly belong to other services, such as storage, which a subnet
 * without outbound access can reach. A result requires that a firewall decides each name the same way, or that no
 * packet passes.
 */
function decide(
  { elsewhere, behindAppliance }: Note,
  { names, query }: NameQuery,
  context: FillContext,
): Omit<NamesAnswer, 'subject'> | undefined {
  const translated = translatedBy(context);
  const isClosed =
    outboundAccessOf(requirePlace(query.model, query.subnetId, query.tags), query.publicIp).is === 'closed';
  const reachesStorage =
    isClosed && flowSegments(query).some(({ withoutOutboundAccess }) => withoutOutboundAccess);
  const tags = [...new Set([...namedTags(context), ...(reachesStorage ? ['Storage'] : [])])];
  const outside = tags.filter((tag) => elsewhere === true || !mayContainHosts.test(tag));
  const except = [...outside, ...translated.flatMap((one) => one.addresses)];
  const question = { ...query, flow: { ...query.flow, except } };
  const pieces = context.model.firewalls.length > 0 ? flowSegments(question) : [];
  const isByFirewall = pieces.some(({ firewall }) => firewall);
  const isDecided = isByFirewall
    ? names.every((name) => isSettled(name, pieces))
    : behindAppliance !== true && everyPacketFails(question);
  if (!isDecided) return undefined;
  const answer = reach(question);
  const assumptions = [
    ...hostsAssumed(elsewhere === true, outside),
    ...translated.map(({ firewall }) => reason('assumed.firewallNat', { firewall })),
    ...answer.assumptions,
  ];
  return { answer: { ...answer, assumptions }, ...(isByFirewall ? {} : { severity: 'info' }) };
}

function hostsAssumed(elsewhere: boolean, outside: readonly string[]): readonly Reason[] {
  if (elsewhere) return [reason('assumed.hostsElsewhere')];
  return outside.length > 0 ? [reason('assumed.hostsInNoTag', { tags: outside })] : [];
}

/** Service tags that may include Microsoft hosts outside of Azure ML. */
const mayContainHosts = /^azure(?:cloud|frontdoor|containerregistry|activedirectory)/i;

/** True if all packets to the host have the same disposition, whatever its address. */
function isSettled(name: string, pieces: readonly FlowSegment[]): boolean {
  const own = pieces.filter((piece) => piece.name === undefined || piece.name === name);
  return own.every(({ disposition }) => disposition.is === 'passes') || own.every(fails);
}

/** Cache by the subnet's ID, because every requirement with host names needs the same tags. */
const named = new WeakMap<NetworkModel, Map<string, readonly string[]>>();

function namedTags(context: FillContext): readonly string[] {
  const { model, place } = context;
  const subnets = named.get(model) ?? new Map<string, readonly string[]>();
  const tags = subnets.get(place.subnet.id) ?? findNamedTags(context);
  named.set(model, subnets.set(place.subnet.id, tags));
  return tags;
}

/**
 * Finds service tags that a rule, route, or service endpoint names. Third-party hosts aren't in them, except in
 * `AzureCloud`, which includes customer machines.
 */
function findNamedTags({ model, place }: FillContext): readonly string[] {
  const rules = valueOr(writtenRules(model, place.subnet, 'Outbound'), null) ?? [];
  const routes = valueOr(routesOf(model, place.subnet), []);
  const endpoints = valueOr(place.subnet.serviceEndpoints, []);
  const texts = new Set<string>();
  for (const service of endpoints) {
    const tag = serviceEndpoints.get(service.toLowerCase())?.tag;
    if (tag !== undefined) texts.add(tag);
  }
  for (const { destinationTags } of rules) destinationTags.forEach((tag) => texts.add(tag));
  for (const { destination } of routes) if (destination.known) texts.add(destination.value);
  for (const rule of model.firewalls.flatMap(rulesOf)) {
    if (rule.is === 'network') valueOr(rule.destinations.addresses, []).forEach((text) => texts.add(text));
  }
  return [...texts].filter((text) => isTagText(text) && !/^azurecloud/i.test(text));
}

/**
 * Returns the addresses that DNAT translates. They belong to the firewall itself (Azure Firewall DNAT, "your firewall
 * public or private IP address", 2024-08-27), so a third-party host name never resolves to them.
 */
function translatedBy({ model }: FillContext) {
  return model.firewalls.flatMap((firewall) => {
    const addresses = rulesOf(firewall)
      .flatMap((rule) => (rule.is === 'nat' ? valueOr(rule.destinations.addresses, []) : []))
      .filter((text) => parseIpv4(text) !== undefined);
    return addresses.length === 0 ? [] : [{ firewall: firewall.name, addresses }];
  });
}

/** Returns the firewall's rules that can be read. */
function rulesOf({ policies }: Firewall): readonly FirewallRule[] {
  const groups = valueOr(policies, []).flatMap((policy) => valueOr(policy.groups, []));
  const collections = groups.flatMap((group) => valueOr(group.collections, []));
  return collections.flatMap((collection) => valueOr(collection.rules, []));
}
