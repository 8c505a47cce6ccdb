import { dequal } from 'dequal';
import { isServiceGroup } from '../checks/findings/service-groups';
import { known, valueOr, type Known } from '../core/known';
import { sameId } from '../core/network/find';
import type { NetworkModel, ResourceId, SecurityGroup, Subnet, VirtualNetwork } from '../core/network/model';

/**
 * `now` with the very objects of `before` wherever both say the same. The engine keeps what it knows of a rule, a group or
 * a network with the object itself, so that after a keystroke only what was typed is looked at anew.
 */
export function keepUnchanged(before: NetworkModel, now: NetworkModel): NetworkModel {
  const endpointPolicies = same(before.endpointPolicies, now.endpointPolicies);
  const kept: NetworkModel = {
    ...now,
    virtualNetworks: each(before.virtualNetworks, now.virtualNetworks, keptNetwork),
    securityGroups: each(before.securityGroups, now.securityGroups, keptGroup),
    routeTables: each(before.routeTables, now.routeTables, same),
    natGateways: each(before.natGateways, now.natGateways, same),
    firewalls: each(before.firewalls, now.firewalls, same),
    privateEndpoints: same(before.privateEndpoints, now.privateEndpoints),
    ...(endpointPolicies ? { endpointPolicies } : {}),
  };
  return same(before, kept);
}

/**
 * True where `now`, with the objects of `before` kept, says the same of a subnet: nothing differs but security groups
 * that it does not use, and of others only those that the service makes have a word.
 */
export function isSameFor(subnet: Subnet, before: NetworkModel, now: NetworkModel): boolean {
  const { securityGroups: were, ...restBefore } = before;
  const { securityGroups: are, ...restNow } = now;
  if (!isShallowSame(restBefore, restNow)) return false;
  const changed = [...are.filter((one) => !were.includes(one)), ...were.filter((one) => !are.includes(one))];
  const own = valueOr(subnet.securityGroup, null);
  return !changed.some((one) => isServiceGroup(one) || (own !== null && sameId(one.id, own)));
}

function isShallowSame(a: object, b: object): boolean {
  const others = new Map(Object.entries(b));
  const all = Object.entries(a);
  return all.length === others.size && all.every(([key, value]) => Object.is(value, others.get(key)));
}

/** A list in which each item is kept that one of the same id was before; the list itself where all are. */
function each<T extends { readonly id: ResourceId }>(
  before: readonly T[],
  now: readonly T[],
  keep: (before: T, now: T) => T,
): readonly T[] {
  const byId = new Map(before.map((one) => [one.id, one]));
  const kept = now.map((one) => {
    const its = byId.get(one.id);
    return its === undefined ? one : keep(its, one);
  });
  return same(before, kept);
}

function keptNetwork(before: VirtualNetwork, now: VirtualNetwork): VirtualNetwork {
  return same(before, { ...now, subnets: each(before.subnets, now.subnets, same) });
}

function keptGroup(before: SecurityGroup, now: SecurityGroup): SecurityGroup {
  return same(before, { ...now, rules: keptList(before.rules, now.rules) });
}

/** Rules have no id: one of the same place in the list is compared. */
function keptList<T>(before: Known<readonly T[]>, now: Known<readonly T[]>): Known<readonly T[]> {
  if (!before.known || !now.known) return same(before, now);
  const was = before.value;
  const kept = now.value.map((one, index) => {
    const its = was[index];
    return its === undefined ? one : same(its, one);
  });
  return same<Known<readonly T[]>>(before, known(kept));
}

function same<T>(before: T, now: T): T {
  return dequal(before, now) ? before : now;
}
