import { getOrCreate } from '../core/get-or-create';
import type { CheckResult } from '../core/check-result';
import type { NetworkModel } from '../core/network/model';
import type { PlanToCheck } from '../core/plan';
import { checkSubnet, type CheckInput } from './check-subnet';

interface CachedCheck {
  readonly facts: CheckInput;
  readonly results: readonly CheckResult[];
}

/**
 * Cache by plan. Models never change, and the model of a file is checked for its problems, for the report, and before
 * each fix.
 */
const known = new WeakMap<NetworkModel, Map<string, CachedCheck>>();

/** Returns the results of `checkSubnet`, cached as long as the model exists. Intended for models with few plans. */
export function checkSubnetCached(
  model: NetworkModel,
  plan: PlanToCheck,
  facts: CheckInput,
): readonly CheckResult[] {
  const before = cachedResults(model, plan, facts);
  if (before) return before;
  const results = checkSubnet(model, plan, facts);
  getOrCreate(known, model, () => new Map<string, CachedCheck>()).set(keyOf(plan), { facts, results });
  return results;
}

/** Returns the cached results of `checkSubnetCached` for the same input. */
export function cachedResults(
  model: NetworkModel,
  plan: PlanToCheck,
  facts: CheckInput,
): readonly CheckResult[] | undefined {
  const before = known.get(model)?.get(keyOf(plan));
  return before && isSameFacts(before.facts, facts) ? before.results : undefined;
}

function keyOf(plan: PlanToCheck): string {
  return JSON.stringify(plan);
}

/** Facts that are the same if they are the same objects. */
const identical = [
  'tags',
  'otherTags',
  'isInSomeRegions',
  'governance',
  'services',
  'servicesNotRead',
  'zones',
  'outcomesOnly',
] as const satisfies readonly (keyof CheckInput)[];

export function isSameFacts(a: CheckInput, b: CheckInput): boolean {
  return identical.every((fact) => a[fact] === b[fact]) && a.hosts?.join() === b.hosts?.join();
}
