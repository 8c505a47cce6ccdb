import { isTargetPublic, privateAddressOf, type AttachTarget, type TargetOf } from '../core/attach-target';
import type { AttachedKind } from '../core/compute-kinds';
import { known, unknown, type Known } from '../core/known';
import { nameOf, sameId } from '../core/network/find';
import type { NetworkModel, ResourceId, SecurityGroup } from '../core/network/model';
import type { PlanToCheck } from '../core/plan';
import { reason } from '../core/reason';

/** Returns whether the nodes have a public IP. For an existing resource, its own data decides. */
export function publicIpOf({ target, publicIp }: PlanToCheck): Known<boolean> {
  return target ? isTargetPublic(target) : publicIp;
}

/** Returns the plan's target if it is of `kind`; undefined before one is chosen. */
export function attachTargetOf<K extends AttachedKind>(
  { target }: PlanToCheck,
  kind: K,
): TargetOf<K> | undefined {
  return isOf(target, kind) ? target : undefined;
}

function isOf<K extends AttachedKind>(target: PlanToCheck['target'], kind: K): target is TargetOf<K> {
  return target?.kind === kind;
}

/** True if Databricks reports that its workers use private link, so that it doesn't create rules for it. */
export function isPrivatelyLinked(plan: PlanToCheck): boolean {
  const rules = attachTargetOf(plan, 'databricks')?.requiredRules;
  return rules?.known === true && rules.value.toLowerCase() === 'noazuredatabricksrules';
}

/**
 * Returns the plan for another subnet. It is the same for Databricks' pair of subnets. For a subnet without the
 * attached resource, it is a plan for a cluster.
 */
export function planForSubnet(plan: PlanToCheck, subnetId: ResourceId): PlanToCheck {
  const { target, ...rest } = plan;
  if (!target) return plan;
  const isThere = target.subnets.known && target.subnets.value.some((one) => sameId(one, subnetId));
  if (isThere) return plan;
  return { ...rest, kind: known('cluster'), publicIp: publicIpOf(plan), name: null };
}

/**
 * Returns the NSG of a virtual machine's network interface, which its owner manages; undefined for other kinds, whose
 * network interfaces the service manages.
 */
export function nicSecurityGroup(
  model: NetworkModel,
  plan: PlanToCheck,
): Known<SecurityGroup | null> | undefined {
  const { target } = plan;
  if (!target?.nicGroup) return undefined;
  const { nicGroup } = target;
  if (!nicGroup.known) return nicGroup;
  if (nicGroup.value === null) return known(null);
  const id = nicGroup.value;
  const found = model.securityGroups.find((one) => sameId(one.id, id));
  return found ? known(found) : notRead(target, id);
}

/** Cache with one object per target, because results are cached by it. */
const unread = new WeakMap<AttachTarget, Known<never>>();

function notRead(target: AttachTarget, id: string): Known<never> {
  const unknownTarget = unread.get(target) ?? unknown(reason('unknown.notRead', { name: nameOf(id) }));
  unread.set(target, unknownTarget);
  return unknownTarget;
}

/**
 * Returns a virtual machine's own address in the subnet; undefined if it isn't known, and for resources with several
 * machines.
 */
export function machineAddressOf({ target }: PlanToCheck): string | undefined {
  return privateAddressOf(target) ?? undefined;
}

/** Returns the plan without an NSG on the network interface. */
export function withoutNicGroup(plan: PlanToCheck): PlanToCheck {
  const { target } = plan;
  return target?.nicGroup ? { ...plan, target: { ...target, nicGroup: known(null) } } : plan;
}
