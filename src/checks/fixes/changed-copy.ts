import { getOrCreate } from '../../core/get-or-create';
import type { CheckResult } from '../../core/check-result';
import { limits } from '../../core/azure-facts/limits';
import { valueOr } from '../../core/known';
import { findSubnet, securityGroupOf } from '../../core/network/find';
import type { NetworkModel, SecurityGroup, SecurityRule } from '../../core/network/model';
import { memoized } from '../../core/reach/compile-group';
import { matchesFlow } from '../../core/reach/rules-matching-flow';
import { requirePlace } from '../../core/reach/subnet-place';
import type { ResourceChange } from '../../core/resource-change';
import type { TagCatalog } from '../../core/tags/tag-catalog';
import { checkChangedRules, checkSubnet, flowsByRequirement, isKnownByRegion } from '../check-subnet';
import { cachedResults } from '../check-subnet-cached';
import { afterFix } from './after-fix';
import { applyFix } from './apply-fix';
import type { FixInput } from './fix-input';

/** A copy of network, plan, and facts with changes, and its results. */
export interface ChangedCopy {
  readonly input: FixInput;
  /**
   * Returns the results of the copy, without packets, traces, and shares. Those that the changes can't affect are the
   * results before the changes.
   */
  results(): readonly CheckResult[];
  /**
   * Returns the result of a requirement if the changes can't affect it.
   * @param except the name of a changed rule that doesn't count
   */
  unaffected(requirement: string, except?: string): CheckResult | undefined;
  /** Returns the results of a complete check of the copy. */
  resultsWithTraces(): readonly CheckResult[];
}

/** Network, plan, and facts before any change, and their results. */
export interface Unchanged {
  readonly input: FixInput;
  readonly before: readonly CheckResult[];
}

const indexes = new WeakMap<readonly CheckResult[], ReadonlyMap<string, CheckResult>>();

/** Returns results by their requirement's ID, cached because many fixes are compared with the same results. */
export function byRequirement(results: readonly CheckResult[]): ReadonlyMap<string, CheckResult> {
  return getOrCreate(indexes, results, () => new Map(results.map((one) => [one.requirement, one])));
}

/** The last subnet of a network whose fixes were tested. Many of them make the same changes. */
interface LastTested extends Pick<FixInput, 'plan' | 'facts'> {
  readonly copies: Map<string, ChangedCopy>;
  /** The flows of each requirement in each possible region. */
  readonly regions: () => readonly RegionFlows[];
  before: readonly CheckResult[] | undefined;
}

interface RegionFlows {
  readonly tags: TagCatalog;
  readonly flows: ReturnType<typeof flowsByRequirement>;
}

const testedLast = new WeakMap<NetworkModel, LastTested>();

function lastTested(input: FixInput): LastTested {
  const { model, plan, facts } = input;
  const last = testedLast.get(model);
  if (last?.plan === plan && last.facts === facts) return last;
  const tested: LastTested = {
    plan,
    facts,
    copies: new Map(),
    regions: memoized(() =>
      [facts.tags, ...(facts.otherTags ?? [])].map((tags) => ({
        tags,
        flows: flowsByRequirement({ ...input, facts: { ...facts, tags } }),
      })),
    ),
    before: undefined,
  };
  testedLast.set(model, tested);
  return tested;
}

/** Checks the network before any change. */
export function unchanged(input: FixInput): Unchanged {
  const { model, plan, facts } = input;
  const last = lastTested(input);
  last.before ??= cachedResults(model, plan, facts) ?? checkSubnet(model, plan, facts);
  return { input, before: last.before };
}

/** Returns the copy with the changes. The same changes are only checked once. */
export function changedCopy(from: Unchanged, changes: readonly ResourceChange[]): ChangedCopy {
  const { copies } = lastTested(from.input);
  const key = JSON.stringify(changes);
  const copy = copies.get(key) ?? createCopy(from, changes);
  copies.set(key, copy);
  return copy;
}

function createCopy(from: Unchanged, changes: readonly ResourceChange[]): ChangedCopy {
  const { input } = from;
  const isOnlyRules = changes.every(({ type }) => type === 'rule');
  const after = isOnlyRules
    ? { ...input, model: applyFix(input.model, { changes }) }
    : afterFix(input, changes);
  const unaffected = isOnlyRules ? unaffectedByRules(from, after) : undefined;
  const { model, plan, facts } = after;
  const tested: FixInput = { model, plan, facts: { ...facts, outcomesOnly: true } };
  return {
    input: after,
    resultsWithTraces: memoized(() => checkSubnet(model, plan, facts)),
    results: memoized(() =>
      unaffected
        ? checkChangedRules(tested, from.before, (id) => unaffected(id) !== undefined)
        : checkSubnet(model, plan, tested.facts),
    ),
    unaffected: (requirement, except) => unaffected?.(requirement, except),
  };
}

/**
 * Returns a function for the results that the changed rules of the subnet's NSG can't affect. Undefined if another NSG
 * matters, too.
 */
function unaffectedByRules(
  { input, before: results }: Unchanged,
  after: FixInput,
): ChangedCopy['unaffected'] | undefined {
  const { plan, facts } = input;
  if (plan.subnetId === null || plan.target?.nicGroup) return undefined;
  if (!isKnownByRegion(results, facts)) return undefined;
  const rules = changedRulesOf(plan.subnetId, input.model, after.model);
  if (!rules) return undefined;
  const before = byRequirement(results);
  const { subnetId } = plan;
  const regions = lastTested(input)
    .regions()
    .map(({ tags, flows }) => ({ flows, place: requirePlace(input.model, subnetId, tags) }));
  const isAffected = (requirement: string, changed: readonly SecurityRule[]): boolean =>
    regions.some(({ place, flows }) => {
      const its = flows.get(requirement) ?? 'anything';
      if (its === 'anything') return true;
      if (typeof its !== 'string') return its.some(matchesFlow(place, rules.group, changed));
      return changed.some(({ direction }) => !direction.known || direction.value === its);
    });
  const affected = new Map<string, boolean>();
  return (requirement, except) => {
    if (except !== undefined) {
      const others = rules.changed.filter(({ name }) => name !== except);
      return isAffected(requirement, others) ? undefined : before.get(requirement);
    }
    const isMet = affected.get(requirement) ?? isAffected(requirement, rules.changed);
    affected.set(requirement, isMet);
    return isMet ? undefined : before.get(requirement);
  };
}

interface RulesOfGroup {
  readonly group: SecurityGroup;
  /** The rules that only one of both networks has. */
  readonly changed: readonly SecurityRule[];
}

/** Returns the changed rules if all of them are user-defined rules of the subnet's NSG. */
function changedRulesOf(
  subnetId: string,
  before: NetworkModel,
  after: NetworkModel,
): RulesOfGroup | undefined {
  const own = ownGroup(before, subnetId);
  const now = ownGroup(after, subnetId);
  if (!own || !now) return undefined;
  const isOnlyOwn = before.securityGroups.every(
    (one, index) => one === own.group || one === after.securityGroups[index],
  );
  if (!isOnlyOwn) return undefined;
  const [was, is] = [new Set(own.rules), new Set(now.rules)];
  const changed = [...own.rules.filter((one) => !is.has(one)), ...now.rules.filter((one) => !was.has(one))];
  return changed.every(isUserDefined) ? { group: own.group, changed } : undefined;
}

function ownGroup(model: NetworkModel, subnetId: string) {
  const place = findSubnet(model, subnetId);
  const group = place ? valueOr(securityGroupOf(model, place.subnet), null) : null;
  return group?.rules.known ? { group, rules: group.rules.value } : undefined;
}

function isUserDefined({ priority, direction }: SecurityRule): boolean {
  return direction.known && priority.known && priority.value <= limits.customPriority.greatest;
}
