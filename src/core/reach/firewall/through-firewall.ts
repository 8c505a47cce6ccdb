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
import { coversName, isWildcard, nameParts } from './names';
import { rulesInOrder, type PlacedRule } from './rules-in-order';

interface Ended {
  readonly part: Settled;
  /** Set if the host name decided. */
  readonly name?: string;
}

/** Disposition of packets at a firewall. */
export type FirewallEnd =
  | ({ readonly is: 'passes' } & Ended)
  | ({ readonly is: 'blocked'; readonly by: Filter } & Ended)
  | ({ readonly is: 'unknown'; readonly because: Reason } & Ended);

export interface FirewallQuery {
  readonly vocabulary: Vocabulary;
  /** Host names of the far side; undefined if they aren't known. */
  readonly names: readonly string[] | undefined;
}

/**
 * Evaluates packets at a firewall: DNAT rules, then network rules, then application rules for packets that none of
 * these matched. Packets that no rule matches are dropped (firewall/rule-processing, 2020-04-10). Azure's
 * infrastructure rules before the end allow traffic of the firewall's own machines, not to hosts of Azure ML. The
 * results are a partition of the packets by rule and by host name.
 */
export function throughFirewall(
  cell: PacketSet,
  firewall: Firewall,
  { vocabulary, names }: FirewallQuery,
): FirewallEnd[] {
  const ordered = rulesInOrder(firewall);
  if (!ordered.known) return [{ is: 'unknown', part: { cell, deciders: [] }, because: ordered.because }];
  const context: FirewallContext = { firewall, vocabulary };
  const written = ordered.value.flatMap(({ rule }) => namesIn(rule));
  const parts = names && names.length > 0 ? nameParts(names, written) : [undefined];
  // If no packet rule has names, the results are the same for all names up to the application rules.
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
    // Packets that packet rules decide with certainty are the same part for every name.
    const others = ends.filter(({ part }) => !met.has(part));
    for (const { part } of others) met.add(part);
    return others.map((end) => (name !== undefined && isByName(end.part, rules) ? { ...end, name } : end));
  });
}

function ended(part: Settled, how: 'passed' | 'stopped'): FirewallEnd {
  const rule = part.deciders.at(-1);
  if (!rule) throw new Error('Through the firewall, yet by no rule');
  if (how === 'stopped') return { is: 'blocked', part, by: rule.decider };
  return part.cloud ? { is: 'unknown', part, because: part.cloud } : { is: 'passes', part };
}

function isByName({ deciders }: Settled, { onNames }: Compiled): boolean {
  const last = deciders.at(-1);
  return last !== undefined && onNames.includes(last);
}

interface FilteredPackets {
  readonly passed: readonly FlowInTransit[];
  readonly stopped: readonly FlowInTransit[];
  /** Packets that no rule matched. */
  readonly rest: readonly FlowInTransit[];
}

function onPackets(cell: PacketSet, { onPackets: rules, untaken }: Compiled): FilteredPackets {
  const { passed, stopped } = walk(rules, [{ cell, held: [], deciders: [] }]);
  const isRest = ({ deciders }: FlowInTransit): boolean => deciders.at(-1) === untaken;
  return {
    passed: passed.filter((travel) => !isRest(travel)),
    stopped,
    rest: passed.filter(isRest).map((travel) => ({ ...travel, deciders: [] })),
  };
}

interface Compiled {
  /** Rules with addresses, the last of which matches all remaining packets. */
  readonly onPackets: readonly CompiledRule[];
  readonly untaken: CompiledRule;
  /** Rules with names, then the default rule. */
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
  const newRules = compile(name, rules, context);
  byName.set(name, newRules);
  return newRules;
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

/** Returns the host names in a firewall's rules; empty if the rules' order can't be determined. */
export function firewallHostNames(firewall: Firewall): readonly string[] {
  const ordered = rulesInOrder(firewall);
  return ordered.known ? ordered.value.flatMap(({ rule }) => namesIn(rule)) : [];
}

/**
 * Returns names with wildcards in network rules that would match one of `names`, which Azure Firewall doesn't support.
 */
export function wildcardsFor(names: readonly string[], firewall: Firewall): readonly string[] {
  const ordered = rulesInOrder(firewall);
  const written = ordered.known
    ? ordered.value.flatMap(({ rule }) => (rule.is === 'network' ? namesIn(rule) : []))
    : [];
  return [...new Set(written)].filter(
    (one) => isWildcard(one) && names.some((name) => coversName(one, name)),
  );
}

function namesIn(rule: PlacedRule['rule']): readonly string[] {
  if (rule.is === 'nat' || !rule.names.known) return [];
  return rule.is === 'application' ? [...rule.names.value, ...rule.urls.map(urlHost)] : rule.names.value;
}
