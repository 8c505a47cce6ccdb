import type { CheckResult } from '../core/check-result';
import { valueOr } from '../core/known';
import type { PlanToCheck } from '../core/plan';
import type { WorkspaceServices } from '../core/services/services';
import { checkNamedSettings } from './check-subnet';
import type { FixInput } from './fixes/fix-input';

/**
 * Requirements that depend on the compute resource's name. No flow depends on it, and no other setting except the one
 * below.
 */
const ofName = ['compute-name-format', 'dns-custom-instance-record'];

/**
 * Returns the plan without parts that don't affect the network. The name stays only if the workspace builds images on a
 * cluster of that name. So the network is checked once while the user types the name.
 */
export function planOfNetwork(plan: PlanToCheck, services: WorkspaceServices | undefined): PlanToCheck {
  if (plan.name === null) return plan;
  const builder = services ? valueOr(services.buildCompute, null)?.name : undefined;
  if (builder?.toLowerCase() === plan.name.toLowerCase()) return plan;
  return { ...plan, name: builder === 'planned' ? 'planned-1' : 'planned' };
}

/**
 * Checks the requirements that depend on the name: its format, and the records that a DNS server needs for an instance
 * of this name.
 */
export function checkPlanName(input: FixInput): readonly CheckResult[] {
  return checkNamedSettings(input, ofName);
}

/** Returns the results of `planOfNetwork` with those for the plan's own name. */
export function withNameResults(
  results: readonly CheckResult[],
  ofTheName: readonly CheckResult[],
): readonly CheckResult[] {
  return results.map(
    (result) => ofTheName.find(({ requirement }) => requirement === result.requirement) ?? result,
  );
}
