import type { CheckResult } from '../core/check-result';
import { valueOr } from '../core/known';
import type { PlanToCheck } from '../core/plan';
import type { WorkspaceServices } from '../core/services/services';
import { checkNamedSettings } from './check-subnet';
import type { FixInput } from './fixes/fix-input';

/** Requirements that read the compute's name. No flow depends on it, and no other setting but the one below. */
const ofName = ['compute-name-format', 'dns-custom-instance-record'];

/**
 * The plan as far as its network is concerned: its name stays only where the workspace builds images on a cluster of that
 * name. Whoever evaluates a network while the name is typed evaluates it once.
 */
export function planOfNetwork(plan: PlanToCheck, services: WorkspaceServices | undefined): PlanToCheck {
  if (plan.name === null) return plan;
  const builder = services ? valueOr(services.buildCompute, null)?.name : undefined;
  if (builder?.toLowerCase() === plan.name.toLowerCase()) return plan;
  return { ...plan, name: builder === 'planned' ? 'planned-1' : 'planned' };
}

/** What the name decides: how it's written, and the records that a DNS server needs for an instance of this name. */
export function checkPlanName(input: FixInput): readonly CheckResult[] {
  return checkNamedSettings(input, ofName);
}

/** Results of `planOfNetwork`, with those of the plan's own name. */
export function withNameResults(
  results: readonly CheckResult[],
  ofTheName: readonly CheckResult[],
): readonly CheckResult[] {
  return results.map(
    (result) => ofTheName.find(({ requirement }) => requirement === result.requirement) ?? result,
  );
}
