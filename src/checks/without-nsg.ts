import { known } from '../core/known';
import type { CheckResult } from '../core/check-result';
import { sameId } from '../core/network/find';
import type { NetworkModel, ResourceId } from '../core/network/model';
import type { PlanToCheck } from '../core/plan';
import { checkSubnet, type CheckInput } from './check-subnet';

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

function withoutGroup(model: NetworkModel, subnetId: ResourceId): NetworkModel {
  return {
    ...model,
    virtualNetworks: model.virtualNetworks.map((network) => ({
      ...network,
      subnets: network.subnets.map((one) =>
        sameId(one.id, subnetId) ? { ...one, securityGroup: known(null) } : one,
      ),
    })),
  };
}
