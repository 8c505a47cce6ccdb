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
import { isTagText, tagTextsOf } from './tag-texts';
import { writtenRules } from './written-rules';

type Note = Extract<RequirementKind, { is: 'note' }>;

/** What becomes of traffic to hosts that no service tag stands for. */
export interface NamesAnswer {
  readonly answer: FlowResult;
  readonly subject: FlowSubject;
  /** Milder than the requirement's: who denies the internet as a whole means to. */
  readonly severity?: Severity;
  /** What to do where they are blocked; the requirement's question stands where it isn't set. */
  readonly advice?: Reason;
}

/**
 * Hosts by their names: allowed where the whole internet is `open`, blocked where none of it is reached, and as a readable
 * firewall on the way lets the names through or not. Undefined where it depends on addresses that nobody knows
 * beforehand, or on somebody else: the note stands then.
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
  const asked = questionFor(byName, flow.remotes, context);
  const subject = { direction: 'Outbound', protocol: 'TCP', ports: '443', remote: names.join(', ') } as const;
  if (internet === 'open') return { answer: reach(asked), subject };
  const decided = decide(note, { names, asked }, context);
  if (!decided) return undefined;
  const advice = adviceWhereBlocked(decided.answer, names);
  return { ...decided, answer: withHost(decided.answer, names), subject, ...(advice ? { advice } : {}) };
}

/** A question about the firewall misleads where something else decides. */
function adviceWhereBlocked({ outcome, blocked }: FlowResult, names: readonly string[]): Reason | undefined {
  if (outcome.is === 'no-way-out') return reason('judge.hosts.noWayOut', { hosts: names });
  if (outcome.is !== 'blocked' && outcome.is !== 'partly-blocked') return undefined;
  const { by } = outcome;
  if (by.kind === 'route') return reason('judge.hosts.noWayOut', { hosts: names });
  if (by.kind === 'rule') return reason('judge.hosts.filtered', { hosts: names });
  const failing = [...new Set(blocked.flatMap((part) => part.names ?? []))];
  const hosts = failing.length > 0 ? failing : names;
  return reason('judge.hosts.firewall', { hosts, firewall: by.firewallName });
}

/** Nobody knows the address of such a host beforehand: its example packet goes to its name. */
function withHost(answer: FlowResult, names: readonly string[]): FlowResult {
  const { packet, blocked } = answer;
  if (!packet || !isExampleAddress(packet.destination)) return answer;
  const failing = blocked.flatMap((part) => part.names ?? []);
  const all = (failing.length > 0 ? failing : names).filter((name) => name !== '*');
  const host = all.find((name) => !name.includes('*')) ?? all[0];
  return host === undefined ? answer : { ...answer, packet: { ...packet, host } };
}

interface AskedNames {
  readonly names: readonly string[];
  readonly asked: ReachQuery;
}

/**
 * Without the addresses that are certainly of others, such as storage, which a subnet without outbound access reaches:
 * settled for each name by a firewall, or nothing of it passes.
 */
function decide(
  { elsewhere, behindAppliance }: Note,
  { names, asked }: AskedNames,
  context: FillContext,
): Omit<NamesAnswer, 'subject'> | undefined {
  const translated = translatedBy(context);
  const isClosed =
    outboundAccessOf(requirePlace(asked.model, asked.subnetId, asked.tags), asked.publicIp).is === 'closed';
  const reachesStorage =
    isClosed && flowSegments(asked).some(({ besideOutboundAccess }) => besideOutboundAccess);
  const tags = [...new Set([...namedTags(context), ...(reachesStorage ? ['Storage'] : [])])];
  const outside = tags.filter((tag) => elsewhere === true || !mayHoldHosts.test(tag));
  const except = [...outside, ...translated.flatMap((one) => one.addresses)];
  const question = { ...asked, flow: { ...asked.flow, except } };
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

/** Tags of which hosts of Microsoft outside of Azure ML may be a part. */
const mayHoldHosts = /^azure(?:cloud|frontdoor|containerregistry|activedirectory)/i;

/** True where all packets to the host fare alike, wherever it is. */
function isSettled(name: string, pieces: readonly FlowSegment[]): boolean {
  const own = pieces.filter((piece) => piece.name === undefined || piece.name === name);
  return own.every(({ disposition }) => disposition.is === 'passes') || own.every(fails);
}

/** By the subnet's ID: every requirement of names asks the same. */
const named = new WeakMap<NetworkModel, Map<string, readonly string[]>>();

function namedTags(context: FillContext): readonly string[] {
  const { model, place } = context;
  const subnets = named.get(model) ?? new Map<string, readonly string[]>();
  const tags = subnets.get(place.subnet.id) ?? findNamedTags(context);
  named.set(model, subnets.set(place.subnet.id, tags));
  return tags;
}

/**
 * Hosts of others are in no service tag that a rule, route, or service endpoint names; `AzureCloud` holds machines of
 * anybody.
 */
function findNamedTags({ model, place }: FillContext): readonly string[] {
  const rules = valueOr(writtenRules(model, place.subnet, 'Outbound'), null) ?? [];
  const routes = valueOr(routesOf(model, place.subnet), []);
  const endpoints = valueOr(place.subnet.serviceEndpoints, []);
  const texts = [
    ...endpoints.flatMap((service) => serviceEndpoints.get(service.toLowerCase())?.tag ?? []),
    ...rules.flatMap(({ destinations }) => tagTextsOf(destinations)),
    ...routes.flatMap(({ destination }) => (destination.known ? [destination.value] : [])),
    ...model.firewalls
      .flatMap(rulesOf)
      .flatMap((rule) => (rule.is === 'network' ? valueOr(rule.destinations.addresses, []) : [])),
  ];
  return [...new Set(texts)].filter((text) => isTagText(text) && !/^azurecloud/i.test(text));
}

/**
 * DNAT translates addresses of the firewall itself (Azure Firewall DNAT, "your firewall public or private IP address",
 * 2024-08-27), where no host is that has a name of somebody else's.
 */
function translatedBy({ model }: FillContext) {
  return model.firewalls.flatMap((firewall) => {
    const addresses = rulesOf(firewall)
      .flatMap((rule) => (rule.is === 'nat' ? valueOr(rule.destinations.addresses, []) : []))
      .filter((text) => parseIpv4(text) !== undefined);
    return addresses.length === 0 ? [] : [{ firewall: firewall.name, addresses }];
  });
}

/** Its rules, as far as they can be read. */
function rulesOf({ policies }: Firewall): readonly FirewallRule[] {
  const groups = valueOr(policies, []).flatMap((policy) => valueOr(policy.groups, []));
  const collections = groups.flatMap((group) => valueOr(group.collections, []));
  return collections.flatMap((collection) => valueOr(collection.rules, []));
}
