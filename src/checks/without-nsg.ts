import type { CheckResult } from '../core/check-result';
import type { NetworkModel } from '../core/network/model';
import type { PlanToCheck } from '../core/plan';
import { checkSubnet, type CheckInput } from './check-subnet';
import { withoutGroup } from './causes-in';

/**
 * What each requirement says where the subnet has no security group: routes, firewalls, and rules of network managers as
 * they are. A flow that its group blocks is then what stands behind it.
 */
export function checkBeyondGroup(
  model: NetworkModel,
  plan: PlanToCheck,
  facts: CheckInput,
): readonly CheckResult[] {
  return plan.subnetId === null ? [] : checkSubnet(withoutGroup(model, plan.subnetId), plan, facts);
}
