import type { CheckResult } from '../core/check-result';
import { valueOr } from '../core/known';
import type { PlanToCheck } from '../core/plan';
import type { WorkspaceServices } from '../core/services/services';
import { checkNamedSettings } from './check-subnet';
import type { FixInput } from './fixes/fix-input';

/** Requirements that depend on the plan alone, whatever the network: the name's format, and the quota of the size. */
export const settingsOfPlan = ['compute-name-format', 'quota-aml-compute'];

/** The record of an instance depends on its name, too. No flow depends on the name, and no other setting. */
const ofNameAndSize = [...settingsOfPlan, 'dns-custom-instance-record'];

/**
 * Returns the plan without parts that don't affect the network: quotas, and the name. It stays only if the workspace
 * builds images on a cluster of that name. So the network is checked once while the user types the name.
 */
export function planOfNetwork(whole: PlanToCheck, services: WorkspaceServices | undefined): PlanToCheck {
  const plan = withoutCores(whole);
  if (plan.name === null) return plan;
  const builder = services ? valueOr(services.buildCompute, null)?.name : undefined;
  if (builder?.toLowerCase() === plan.name.toLowerCase()) return plan;
  return { ...plan, name: builder === 'planned' ? 'planned-1' : 'planned' };
}

function withoutCores(plan: PlanToCheck): PlanToCheck {
  const copy: { -readonly [Name in keyof PlanToCheck]: PlanToCheck[Name] } = { ...plan };
  delete copy.cores;
  return copy;
}

/**
 * Checks the requirements that depend on name and size: the format of the name, the records that a DNS server needs for
 * an instance of this name, and the quota.
 */
export function checkNameAndSize(input: FixInput): readonly CheckResult[] {
  return checkNamedSettings(input, ofNameAndSize);
}

/** Returns the results of `planOfNetwork` with those for the plan's own name and size. */
export function withPlanResults(
  results: readonly CheckResult[],
  ofPlan: readonly CheckResult[],
): readonly CheckResult[] {
  return results.map(
    (result) => ofPlan.find(({ requirement }) => requirement === result.requirement) ?? result,
  );
}
