import {
  displayPriority,
  type Decider,
  type DecidingFirewallRule,
  type DecidingRoute,
  type DecidingRule,
  type Filter,
  type FlowResult,
  type GroupLevel,
  type TraceStep,
  type Outcome,
} from '../check-result';
import type { Known } from '../known';
import type { Direction } from '../network/model';
import { reason, type Reason } from '../reason';
import type { CompiledRule } from './compile-group';
import type { FlowSegment } from './flow-disposition';
import type { RouteTarget } from './route-target';
import type { OutboundAccess } from './outbound-access';

/** An NSG on the path of the packets, or the rules of network managers before all NSGs. */
export interface Stage {
  readonly level: GroupLevel;
  /** Null if none is associated, so that nothing is filtered. */
  readonly group: Known<object | null>;
  readonly rules: readonly CompiledRule[];
}

export interface TraceContext {
  readonly direction: Direction;
  /** Stages in the order in which packets reach them. */
  readonly stages: readonly Stage[];
  readonly outboundAccess: OutboundAccess;
}

type Step = Omit<TraceStep, 'decides'>;

/** Maximum number of steps, because users don't read longer lists. */
const mostSteps = 5;

/**
 * Returns how the result was decided: each NSG, then the route, then the outbound access. The deciding step is marked.
 */
export function traceOf(
  pieces: readonly FlowSegment[],
  outcome: Outcome,
  context: TraceContext,
): readonly TraceStep[] {
  const decider = 'by' in outcome ? outcome.by : null;
  const steps = [
    ...context.stages.flatMap((stage) => stageSteps(stage, pieces, decider)),
    ...shortened(routeSteps(pieces, context.direction), decider),
    ...shortened(firewallSteps(pieces), decider),
    ...shortened(onwardSteps(pieces), decider),
    ...outboundAccessSteps(pieces, context),
  ];
  const because = 'because' in outcome ? outcome.because : null;
  if (because) return [...undecidedSteps(steps), { text: because, by: null, decides: true }];
  const last = decider ? steps.findLastIndex(({ by }) => by === decider) : steps.length - 1;
  return steps.map((step, index) => ({ ...step, decides: index === last }));
}

/** Returns the first steps of a long list, including the deciding step. */
function shortened<T extends Pick<Step, 'by'>>(steps: readonly T[], decider: Decider | null): readonly T[] {
  const rest = steps.slice(mostSteps);
  const decides = rest.find(({ by }) => by === decider);
  return decides ? [...steps.slice(0, mostSteps - 1), decides] : steps.slice(0, mostSteps);
}

function undecidedSteps(steps: readonly Step[]): TraceStep[] {
  return steps.map((step) => ({ ...step, decides: false }));
}

function stageSteps(
  { level, group, rules }: Stage,
  pieces: readonly FlowSegment[],
  decider: Decider | null,
): Step[] {
  if (!group.known) return [{ text: group.because, by: null }];
  if (group.value === null) return [{ text: reason(`trace.noGroup.${level}`), by: null }];
  const spoke = new Set(pieces.flatMap(({ deciders }) => deciders));
  // A rule with an unknown position is in the list twice.
  const seen = new Set<Decider>();
  const met: RuleStep[] = [];
  rules.forEach((rule, index) => {
    const { decider: by, access } = rule;
    if (!spoke.has(rule) || seen.has(by) || by.kind !== 'rule') return;
    seen.add(by);
    met.push({ by, access, index });
  });
  return shortened(met, decider).map(({ by, access, index }) => ({ text: ruleText(by, access, index), by }));
}

/** A rule that decided, with its position. Hundreds can decide, and few are shown. */
interface RuleStep {
  readonly by: DecidingRule;
  readonly access: CompiledRule['access'];
  readonly index: number;
}

const words = { Allow: 'allows', Deny: 'blocks', AlwaysAllow: 'alwaysAllows' } as const;

function ruleText(
  decider: DecidingRule,
  access: CompiledRule['access'],
  rulesBefore: number,
): TraceStep['text'] {
  const { name, groupName, level } = decider;
  const word = access.known ? words[access.value] : 'unknown';
  const values = { priority: displayPriority(decider), name, group: groupName };
  if (level === 'network-manager') return reason(`trace.adminRule.${word}`, values);
  // “0 rules before it” would be an odd way to state that it came first.
  if (rulesBefore === 0 && word !== 'unknown') return reason(`trace.rule.${word}First`, values);
  return reason(`trace.rule.${word}`, { ...values, before: rulesBefore });
}

function routeSteps(pieces: readonly FlowSegment[], direction: Direction): Step[] {
  const targets = new Set(pieces.flatMap(({ target }) => (target ? [target] : [])));
  return [...targets]
    .sort((a, b) => weight(a) - weight(b))
    .map((target) => ({ text: routeText(target, direction), by: target.route }));
}

/**
 * Returns a result whose steps have the current number of earlier rules in `stages`; the same object if nothing
 * changes. Undefined if a rule is in the list twice, because it isn't known which one is meant.
 */
export function withRecountedSteps(answer: FlowResult, stages: readonly Stage[]): FlowResult | undefined {
  const trace: TraceStep[] = [];
  for (const step of answer.trace) {
    const now = stepNow(step, stages);
    if (!now) return undefined;
    trace.push(now);
  }
  return trace.every((step, index) => step === answer.trace[index]) ? answer : { ...answer, trace };
}

function stepNow(step: TraceStep, stages: readonly Stage[]): TraceStep | undefined {
  const { by } = step;
  if (by?.kind !== 'rule' || by.level === 'network-manager') return step;
  const rules = stages.find(({ level }) => level === by.level)?.rules ?? [];
  const index = orderOf(rules).get(by);
  const rule = index === undefined ? undefined : rules[index];
  if (index === undefined || !rule) return undefined;
  const text = ruleText(by, rule.access, index);
  return isSameText(text, step.text) ? step : { ...step, text };
}

/** Cached by the rules of an NSG in order, since the steps of all results look rules up. */
const orders = new WeakMap<readonly CompiledRule[], ReadonlyMap<Filter, number | undefined>>();

/** Returns the position of each rule; undefined for a rule with two positions. */
function orderOf(rules: readonly CompiledRule[]): ReadonlyMap<Filter, number | undefined> {
  const before = orders.get(rules);
  if (before) return before;
  const order = new Map<Filter, number | undefined>();
  for (const [index, { decider }] of rules.entries()) {
    const { size } = order;
    order.set(decider, index);
    if (order.size === size) order.set(decider, undefined);
  }
  orders.set(rules, order);
  return order;
}

/** True if the texts are equal. Texts of a rule differ only in the number of earlier rules. */
function isSameText(a: Reason, b: Reason): boolean {
  return a.key === b.key && a.values?.['before'] === b.values?.['before'];
}

/** Returns the order of routes: routes to a wrong next hop come first. */
function weight({ hop }: RouteTarget): number {
  return ['none', 'appliance', 'gateway', 'unknown', 'internet', 'endpoint', 'local'].indexOf(hop);
}

function routeText({ hop, route }: RouteTarget, direction: Direction): TraceStep['text'] {
  const { destination, nextHopAddress, tableName, learned, name }: DecidingRoute = route;
  const ip = nextHopAddress ?? '';
  const way = direction === 'Outbound' ? 'route' : 'reply';
  if (learned && hop === 'appliance') return reason(`trace.${way}.hub`, { destination, ip, hub: name });
  const values = { destination, ip, table: tableName ?? '' };
  const word = learned ? 'learned' : hop;
  return reason(`trace.${way}.${word}`, values);
}

/** Returns the deciding rules of firewalls, those that block first. */
function firewallSteps(pieces: readonly FlowSegment[]): Step[] {
  const met = new Map<DecidingFirewallRule, { readonly stops: boolean; readonly names: Set<string> }>();
  for (const { deciders, disposition, name } of pieces) {
    const last = deciders.at(-1)?.decider;
    if (last?.kind !== 'firewall-rule') continue;
    const before = met.get(last) ?? { stops: disposition.is === 'blocked', names: new Set<string>() };
    if (name !== undefined) before.names.add(name);
    met.set(last, before);
  }
  return [...met]
    .sort(([, a], [, b]) => Number(b.stops) - Number(a.stops))
    .map(([by, { stops, names }]) => ({ text: firewallText(by, [...names], stops), by }));
}

function firewallText(
  { isDefault, name, collection, firewallName }: DecidingFirewallRule,
  names: readonly string[],
  stops: boolean,
): TraceStep['text'] {
  const values = { firewall: firewallName, name, collection, names: names.slice(0, 3) };
  if (isDefault) return reason(names.length > 0 ? 'trace.firewall.noName' : 'trace.firewall.noRule', values);
  return reason(stops ? 'trace.firewall.blocks' : 'trace.firewall.allows', values);
}

/** Returns the steps of packets that the firewall allows, by the routes of its own subnet. */
function onwardSteps(pieces: readonly FlowSegment[]): Step[] {
  const met = new Map<DecidingRoute, string>();
  for (const { onward, firewall } of pieces) if (onward && firewall) met.set(onward, firewall.name);
  return [...met].map(([by, firewall]) => {
    const values = {
      firewall,
      destination: by.destination,
      table: by.tableName ?? '',
      ip: by.nextHopAddress ?? '',
    };
    return { text: reason(`trace.onward.${onwardWord(by)}`, values), by };
  });
}

function onwardWord({ nextHop }: DecidingRoute): 'appliance' | 'gateway' | 'none' {
  if (nextHop === 'None') return 'none';
  return nextHop === 'VirtualAppliance' ? 'appliance' : 'gateway';
}

function outboundAccessSteps(
  pieces: readonly FlowSegment[],
  { direction, outboundAccess }: TraceContext,
): Step[] {
  const leaves = direction === 'Outbound' && pieces.some(({ target }) => target?.hop === 'internet');
  if (!leaves) return [];
  const steps = pieces.some(({ withoutOutboundAccess }) => withoutOutboundAccess)
    ? [{ text: reason('trace.storageOfRegion'), by: null }]
    : [];
  return outboundAccess.is === 'open' ? [...steps, { text: outboundAccess.text, by: null }] : steps;
}
