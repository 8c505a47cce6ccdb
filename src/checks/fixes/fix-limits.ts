import { limits } from '../../core/azure-facts/limits';
import type { RouteTable, SecurityGroup } from '../../core/network/model';
import { reason, type Reason } from '../../core/reason';
import { isTagText } from '../../core/addresses/address-list';
import type { Outcome } from '../../core/check-result';
import { segmentOf } from '../../core/network/find';

/** Returns why an NSG can't have `more` rules; undefined if it can, as far as it was read. */
export function groupLimit({ name, rules }: SecurityGroup, more: number): Reason | undefined {
  const limit = limits.rulesPerSecurityGroup;
  const isFull = rules.known && rules.value.length + more > limit;
  return isFull ? reason('fix.limit.rules', { name, limit, more }) : undefined;
}

/** Returns why a route table can't have `more` service tag routes; undefined if it can. */
export function tableLimit({ name, routes }: RouteTable): Reason | undefined {
  if (!routes.known) return undefined;
  if (routes.value.length + 1 > limits.routesPerTable) {
    return reason('fix.limit.routes', { name, limit: limits.routesPerTable, more: 1 });
  }
  const tags = routes.value.filter((one) => one.destination.known && isTagText(one.destination.value)).length;
  return tags + 1 > limits.serviceTagRoutesPerTable
    ? reason('fix.limit.tagRoutes', { name, limit: limits.serviceTagRoutesPerTable, more: 1 })
    : undefined;
}

/**
 * Returns why a network manager's rule can't be fixed in the subnet, and with which team to confirm it; undefined for
 * other results.
 */
export function adminLimit(outcome: Outcome): Reason | undefined {
  if (outcome.is !== 'blocked' && outcome.is !== 'partly-blocked') return undefined;
  const { by } = outcome;
  if (by.kind !== 'rule' || by.level !== 'network-manager') return undefined;
  const manager = segmentOf(by.groupId, 'networkManagers') ?? '';
  return reason('fix.limit.adminRule', { manager, name: by.name, configuration: by.groupName });
}
