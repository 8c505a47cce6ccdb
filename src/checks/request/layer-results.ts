import type { CheckResult } from '../../core/check-result';
import { known } from '../../core/known';
import { findSubnet, sameId } from '../../core/network/find';
import type { NetworkModel, ResourceId } from '../../core/network/model';
import type { PlanToCheck } from '../../core/plan';
import { checkSubnet, type CheckInput } from '../check-subnet';
import { withoutGroup } from '../causes-in';
import { withoutNicGroup } from '../target';

/** The results of a subnet, and the results without some of the layers in front. */
export interface LayerResults {
  readonly results: readonly CheckResult[];
  /** Results without security admin rules: what the NSGs do by themselves. */
  readonly withoutAdminRules: readonly CheckResult[];
  /** Results without admin rules and NSGs: what routes and firewalls do. */
  readonly pathAlone: readonly CheckResult[];
}

/**
 * Checks each layer without those in front of it. So a flow that an NSG blocks also has the result of the routes and
 * firewalls behind it.
 * @param results of the same model and plan, if they are already known
 */
export function checkLayers(
  {
    model,
    plan,
    facts,
  }: { readonly model: NetworkModel; readonly plan: PlanToCheck; readonly facts: CheckInput },
  results: readonly CheckResult[] = checkSubnet(model, plan, facts),
): LayerResults {
  const { subnetId } = plan;
  const place = subnetId === null ? undefined : findSubnet(model, subnetId);
  if (subnetId === null || !place) return { results, withoutAdminRules: results, pathAlone: results };
  const { adminRules } = place.network;
  const isManaged = adminRules !== undefined && !(adminRules.known && adminRules.value.length === 0);
  const plain = isManaged ? withoutAdminRules(model, place.network.id) : model;
  return {
    results,
    withoutAdminRules: isManaged ? checkSubnet(plain, plan, facts) : results,
    pathAlone: checkSubnet(withoutGroup(plain, subnetId), withoutNicGroup(plan), facts),
  };
}

function withoutAdminRules(model: NetworkModel, networkId: ResourceId): NetworkModel {
  return {
    ...model,
    virtualNetworks: model.virtualNetworks.map((one) =>
      sameId(one.id, networkId) ? { ...one, adminRules: known([]) } : one,
    ),
  };
}
