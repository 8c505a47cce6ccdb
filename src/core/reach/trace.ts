import type {
  Decider,
  DecidingFirewallRule,
  DecidingRoute,
  GroupLevel,
  TraceStep,
  Verdict,
} from '../judgement';
import type { Known } from '../known';
import type { Direction } from '../network/model';
import { reason } from '../reason';
import type { CompiledRule } from './compile-group';
import type { Piece } from './fate';
import type { RouteTarget } from './route-target';
import type { WayOut } from './way-out';

/** One group on the way of the packets, or the rules of network managers before all groups. */
export interface Stage {
  readonly level: GroupLevel;
  /** Null where nothing is attached, so that nothing is filtered. */
  readonly group: Known<object | null>;
  readonly rules: readonly CompiledRule[];
}

export interface TraceContext {
  readonly direction: Direction;
  /** In the order in which the packets meet them. */
  readonly stages: readonly Stage[];
  readonly wayOut: WayOut;
}

type Step = Omit<TraceStep, 'decides'>;

/** A list longer than this is not read. */
const mostSteps = 5;

/** How the verdict came about: each group, then the route, then the way out. The last word is marked. */
export function traceOf(
  pieces: readonly Piece[],
  verdict: Verdict,
  context: TraceContext,
): readonly TraceStep[] {
  const decider = 'by' in verdict ? verdict.by : null;
  const steps = [
    ...context.stages.flatMap((stage) => shortened(stageSteps(stage, pieces), decider)),
    ...shortened(routeSteps(pieces, context.direction), decider),
    ...shortened(firewallSteps(pieces), decider),
    ...wayOutSteps(pieces, context),
  ];
  const because = 'because' in verdict ? verdict.because : null;
  if (because) return [...undecidedSteps(steps), { text: because, by: null, decides: true }];
  const last = decider ? steps.findLastIndex(({ by }) => by === decider) : steps.length - 1;
  return steps.map((step, index) => ({ ...step, decides: index === last }));
}

/** The first of a long list, and among them the one that decided. */
function shortened(steps: readonly Step[], decider: Decider | null): readonly Step[] {
  const rest = steps.slice(mostSteps);
  const decides = rest.find(({ by }) => by !== null && by === decider);
  return decides ? [...steps.slice(0, mostSteps - 1), decides] : steps.slice(0, mostSteps);
}

function undecidedSteps(steps: readonly Step[]): TraceStep[] {
  return steps.map((step) => ({ ...step, decides: false }));
}

function stageSteps({ level, group, rules }: Stage, pieces: readonly Piece[]): Step[] {
  if (!group.known) return [{ text: group.because, by: null }];
  if (group.value === null) return [{ text: reason(`trace.noGroup.${level}`), by: null }];
  const spoke = new Set(
    pieces.flatMap(({ deciders }) =>
      deciders.filter(({ decider }) => decider.kind === 'rule' && decider.level === level),
    ),
  );
  return (
    rules
      .map((rule, index) => ({ rule, index }))
      .filter(({ rule }) => spoke.has(rule))
      // A rule whose place in the order was not read stands at two of them.
      .filter(({ rule }, at, all) => all.findIndex((one) => one.rule.decider === rule.decider) === at)
      .map(({ rule, index }) => ({ text: ruleText(rule, index), by: rule.decider }))
  );
}

const words = { Allow: 'allows', Deny: 'blocks', AlwaysAllow: 'alwaysAllows' } as const;

function ruleText(rule: CompiledRule, triedBefore: number): TraceStep['text'] {
  const { decider } = rule;
  if (decider.kind === 'firewall-rule') return firewallText(decider, []);
  const { name, priority, groupName, level } = decider;
  const word = rule.access.known ? words[rule.access.value] : 'unknown';
  const values = { priority, name, group: groupName };
  if (level === 'network-manager') return reason(`trace.adminRule.${word}`, values);
  // “0 rules before it” is no way to say that it came first.
  if (triedBefore === 0 && word !== 'unknown') return reason(`trace.rule.${word}First`, values);
  return reason(`trace.rule.${word}`, { ...values, tried: triedBefore });
}

function routeSteps(pieces: readonly Piece[], direction: Direction): Step[] {
  const targets = new Set(pieces.flatMap(({ target }) => (target ? [target] : [])));
  return [...targets]
    .sort((a, b) => weight(a) - weight(b))
    .map((target) => ({ text: routeText(target, direction), by: target.route }));
}

/** Routes that lead astray are told first. */
function weight({ hop }: RouteTarget): number {
  return ['none', 'appliance', 'gateway', 'unknown', 'internet', 'endpoint', 'local'].indexOf(hop);
}

function routeText({ hop, route }: RouteTarget, direction: Direction): TraceStep['text'] {
  const { destination, nextHopAddress, tableName, learned }: DecidingRoute = route;
  const values = { destination, ip: nextHopAddress ?? '', table: tableName ?? '' };
  const word = learned && hop === 'gateway' ? 'learned' : hop;
  return reason(`trace.${direction === 'Outbound' ? 'route' : 'reply'}.${word}`, values);
}

/** Rules of a firewall that had a word, those that stop first. */
function firewallSteps(pieces: readonly Piece[]): Step[] {
  const met = new Map<DecidingFirewallRule, { readonly stops: boolean; readonly names: Set<string> }>();
  for (const { deciders, fate, name } of pieces) {
    const last = deciders.at(-1)?.decider;
    if (last?.kind !== 'firewall-rule') continue;
    const before = met.get(last) ?? { stops: fate.is === 'blocked', names: new Set<string>() };
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
  stops = false,
): TraceStep['text'] {
  const values = { firewall: firewallName, name, collection, names: names.slice(0, 3).join(', ') };
  if (isDefault) return reason(names.length > 0 ? 'trace.firewall.noName' : 'trace.firewall.noRule', values);
  return reason(stops ? 'trace.firewall.blocks' : 'trace.firewall.allows', values);
}

function wayOutSteps(pieces: readonly Piece[], { direction, wayOut }: TraceContext): Step[] {
  const leaves = direction === 'Outbound' && pieces.some(({ target }) => target?.hop === 'internet');
  if (!leaves) return [];
  const steps = pieces.some(({ besideWayOut }) => besideWayOut)
    ? [{ text: reason('trace.storageOfRegion'), by: null }]
    : [];
  return wayOut.is === 'open' ? [...steps, { text: wayOut.text, by: null }] : steps;
}
