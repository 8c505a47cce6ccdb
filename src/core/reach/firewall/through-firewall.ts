import type { Filter } from '../../check-result';
import type { Firewall } from '../../network/firewall';
import type { PacketSet } from '../../packets/packet-set';
import type { Reason } from '../../reason';
import type { CompiledRule } from '../compile-group';
import { settle, type Settled } from '../settle';
import type { Vocabulary } from '../vocabulary';
import { walk, type FlowInTransit } from '../walk';
import { compileApplicationRule, defaultRule, urlHost } from './compile-application-rule';
import { compilePacketRule, type FirewallContext } from './compile-firewall';
import { holdsName, isWildcard, nameParts } from './names';
import { rulesInOrder, type PlacedRule } from './rules-in-order';

interface Ended {
  readonly part: Settled;
  /** Set where it went by the name of the host. */
  readonly name?: string;
}

/** What a firewall does with packets. */
export type FirewallEnd =
  | ({ readonly is: 'passes' } & Ended)
  | ({ readonly is: 'blocked'; readonly by: Filter } & Ended)
  | ({ readonly is: 'undecided'; readonly because: Reason } & Ended);

export interface FirewallQuery {
  readonly vocabulary: Vocabulary;
  /** Names by which the far side is called; undefined where they are not known. */
  readonly names: readonly string[] | undefined;
}

/**
 * Sends packets through a firewall: DNAT rules, then network rules, then application rules on what none of these took,
 * and what no rule takes is dropped (firewall/rule-processing, 2020-04-10). The infrastructure rules of Azure that stand
 * before the end let the firewall's own machines through, no host of Azure ML. The ends are a partition of the packets, by
 * rule and by the name that is called.
 */
export function throughFirewall(
  cell: PacketSet,
  firewall: Firewall,
  { vocabulary, names }: FirewallQuery,
): FirewallEnd[] {
  const ordered = rulesInOrder(firewall);
  if (!ordered.known) return [{ is: 'undecided', part: { cell, deciders: [] }, because: ordered.because }];
  const context: FirewallContext = { firewall, vocabulary };
  const written = ordered.value.flatMap(({ rule }) => namesIn(rule));
  const parts = names && names.length > 0 ? nameParts(names, written) : [undefined];
  // Where no rule on packets goes by name, all names fare alike up to the application rules.
  const byName = ordered.value.some(
    ({ rule }) => rule.is === 'network' && !(rule.names.known && rule.names.value.length === 0),
  );
  const shared = byName ? undefined : onPackets(cell, compiledFor(undefined, ordered.value, context));
  const met = new Set<Settled>();
  return parts.flatMap((name) => {
    const rules = compiledFor(name, ordered.value, context);
    const first = shared ?? onPackets(cell, rules);
    const then = walk(rules.onNames, first.rest);
    const all = settle({
      passed: [...first.passed, ...then.passed],
      stopped: [...first.stopped, ...then.stopped],
    });
    const ends = [
      ...all.stopped.map((part) => ended(part, 'stopped')),
      ...all.passed.map((part) => ended(part, 'passed')),
    ];
    // What rules on packets decide beyond doubt is the same part for every name.
    const others = ends.filter(({ part }) => !met.has(part));
    for (const { part } of others) met.add(part);
    return others.map((end) => (name !== undefined && isByName(end.part, rules) ? { ...end, name } : end));
  });
}

function ended(part: Settled, how: 'passed' | 'stopped'): FirewallEnd {
  const rule = part.deciders.at(-1);
  if (!rule) throw new Error('Through the firewall, yet by no rule');
  if (how === 'stopped') return { is: 'blocked', part, by: rule.decider };
  return part.cloud ? { is: 'undecided', part, because: part.cloud } : { is: 'passes', part };
}

function isByName({ deciders }: Settled, { onNames }: Compiled): boolean {
  const last = deciders.at(-1);
  return last !== undefined && onNames.includes(last);
}

interface OnPackets {
  readonly passed: readonly FlowInTransit[];
  readonly stopped: readonly FlowInTransit[];
  /** What no rule took. */
  readonly rest: readonly FlowInTransit[];
}

function onPackets(cell: PacketSet, { onPackets: rules, untaken }: Compiled): OnPackets {
  const { passed, stopped } = walk(rules, [{ cell, held: [], deciders: [] }]);
  const isRest = ({ deciders }: FlowInTransit): boolean => deciders.at(-1) === untaken;
  return {
    passed: passed.filter((travel) => !isRest(travel)),
    stopped,
    rest: passed.filter(isRest).map((travel) => ({ ...travel, deciders: [] })),
  };
}

interface Compiled {
  /** Rules that go by addresses, the last of which takes what none of them does. */
  readonly onPackets: readonly CompiledRule[];
  readonly untaken: CompiledRule;
  /** Rules that go by names, then the end. */
  readonly onNames: readonly CompiledRule[];
}

const compiled = new WeakMap<Firewall, WeakMap<Vocabulary, Map<string | undefined, Compiled>>>();

function compiledFor(
  name: string | undefined,
  rules: readonly PlacedRule[],
  context: FirewallContext,
): Compiled {
  const { firewall, vocabulary } = context;
  const ofFirewall = compiled.get(firewall) ?? new WeakMap<Vocabulary, Map<string | undefined, Compiled>>();
  compiled.set(firewall, ofFirewall);
  const byName = ofFirewall.get(vocabulary) ?? new Map<string | undefined, Compiled>();
  ofFirewall.set(vocabulary, byName);
  const before = byName.get(name);
  if (before) return before;
  const made = compile(name, rules, context);
  byName.set(name, made);
  return made;
}

function compile(name: string | undefined, rules: readonly PlacedRule[], context: FirewallContext): Compiled {
  const untaken = defaultRule(context, 'Allow');
  const onPackets = (is: 'nat' | 'network'): CompiledRule[] =>
    rules.flatMap((placed) => {
      const { rule } = placed;
      if (rule.is !== is) return [];
      return [compilePacketRule({ ...placed, rule }, name, context)];
    });
  const onNames = rules.flatMap((placed) => {
    const { rule } = placed;
    return rule.is === 'application' ? [compileApplicationRule({ ...placed, rule }, name, context)] : [];
  });
  return {
    onPackets: [...onPackets('nat'), ...onPackets('network'), untaken],
    untaken,
    onNames: [...onNames, defaultRule(context, 'Deny')],
  };
}

/** Names of hosts that the rules of a firewall go by, wherever they can be read. */
export function firewallHostNames(firewall: Firewall): readonly string[] {
  const ordered = rulesInOrder(firewall);
  return ordered.known ? ordered.value.flatMap(({ rule }) => namesIn(rule)) : [];
}

/** Names with wildcards in network rules that would stand for one of `names`, which Azure Firewall doesn't support. */
export function wildcardsFor(names: readonly string[], firewall: Firewall): readonly string[] {
  const ordered = rulesInOrder(firewall);
  const written = ordered.known
    ? ordered.value.flatMap(({ rule }) => (rule.is === 'network' ? namesIn(rule) : []))
    : [];
  return [...new Set(written)].filter((one) => isWildcard(one) && names.some((name) => holdsName(one, name)));
}

function namesIn(rule: PlacedRule['rule']): readonly string[] {
  if (rule.is === 'nat' || !rule.names.known) return [];
  return rule.is === 'application' ? [...rule.names.value, ...rule.urls.map(urlHost)] : rule.names.value;
}
