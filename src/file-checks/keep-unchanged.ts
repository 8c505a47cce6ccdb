import { dequal } from 'dequal';
import { isServiceGroup } from '../checks/findings/service-groups';
import { known, valueOr, type Known } from '../core/known';
import { sameId } from '../core/network/find';
import type { NetworkModel, ResourceId, SecurityGroup, Subnet, VirtualNetwork } from '../core/network/model';

/**
 * Returns `now` with the identical objects of `before` wherever both are equal. The engine caches results about rules,
 * NSGs, and networks by object, so that after an edit, only the changes are analyzed again.
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
 * True if `now`, with the objects of `before` kept, is the same for a subnet: only NSGs that it doesn't use differ.
 * NSGs that the service creates also affect it.
 */
export function isSameFor(subnet: Subnet, before: NetworkModel, now: NetworkModel): boolean {
  const { securityGroups: were, ...restBefore } = before;
  const { securityGroups: are, ...restNow } = now;
  if (!isShallowSame(restBefore, restNow)) return false;
  const own = valueOr(subnet.securityGroup, null);
  const changed = changedGroups(were, are);
  return !changed.some((one) => isServiceGroup(one) || (own !== null && sameId(one.id, own)));
}

/**
 * Found once for all subnets of an analysis. The older list is a key, too: as a value, it would keep the lists of all
 * edits in memory.
 */
const changes = new WeakMap<
  readonly SecurityGroup[],
  WeakMap<readonly SecurityGroup[], readonly SecurityGroup[]>
>();

/** Returns the NSGs that only one of two lists has. */
function changedGroups(
  were: readonly SecurityGroup[],
  are: readonly SecurityGroup[],
): readonly SecurityGroup[] {
  const found = changes.get(are)?.get(were);
  if (found) return found;
  const [before, now] = [new Set(were), new Set(are)];
  const groups = [...are.filter((one) => !before.has(one)), ...were.filter((one) => !now.has(one))];
  changes.set(are, new WeakMap([[were, groups]]));
  return groups;
}

function isShallowSame(a: object, b: object): boolean {
  const others = new Map(Object.entries(b));
  const all = Object.entries(a);
  return all.length === others.size && all.every(([key, value]) => Object.is(value, others.get(key)));
}

/** Returns a list in which unchanged items, matched by ID, are kept, or the previous list if all are unchanged. */
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

/** Rules don't have IDs, so they are compared by index. */
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
