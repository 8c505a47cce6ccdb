import { isTargetPublic, privateAddressOf, type AttachTarget, type TargetOf } from '../core/attach-target';
import type { AttachedKind } from '../core/compute-kinds';
import { known, unknown, type Known } from '../core/known';
import { nameOf, sameId } from '../core/network/find';
import type { NetworkModel, ResourceId, SecurityGroup } from '../core/network/model';
import type { PlanToCheck } from '../core/plan';
import { reason } from '../core/reason';

/** Whether the nodes have a public IP: what stands already says it itself. */
export function publicIpOf({ target, publicIp }: PlanToCheck): Known<boolean> {
  return target ? isTargetPublic(target) : publicIp;
}

/** What the plan attaches where it is of `kind`; undefined before it is chosen. */
export function attachTargetOf<K extends AttachedKind>(
  { target }: PlanToCheck,
  kind: K,
): TargetOf<K> | undefined {
  return isOf(target, kind) ? target : undefined;
}

function isOf<K extends AttachedKind>(target: PlanToCheck['target'], kind: K): target is TargetOf<K> {
  return target?.kind === kind;
}

/** True where Databricks says that its workers reach it over a private link, so that it writes no rules for it. */
export function isPrivatelyLinked(plan: PlanToCheck): boolean {
  const rules = attachTargetOf(plan, 'databricks')?.requiredRules;
  return rules?.known === true && rules.value.toLowerCase() === 'noazuredatabricksrules';
}

/** The plan for another subnet: of Databricks' pair the same, and where what is attached is not, that of a cluster. */
export function planForSubnet(plan: PlanToCheck, subnetId: ResourceId): PlanToCheck {
  const { target, ...rest } = plan;
  if (!target) return plan;
  const isThere = target.subnets.known && target.subnets.value.some((one) => sameId(one, subnetId));
  if (isThere) return plan;
  return { ...rest, kind: known('cluster'), publicIp: publicIpOf(plan), name: null };
}

/**
 * Security group of a virtual machine's network interface, which its owner wrote; undefined of every other kind, whose cards
 * the service looks after.
 */
export function nicSecurityGroup(
  model: NetworkModel,
  plan: PlanToCheck,
): Known<SecurityGroup | null> | undefined {
  const { target } = plan;
  if (!target?.cardGroup) return undefined;
  const { cardGroup } = target;
  if (!cardGroup.known) return cardGroup;
  if (cardGroup.value === null) return known(null);
  const id = cardGroup.value;
  const found = model.securityGroups.find((one) => sameId(one.id, id));
  return found ? known(found) : notRead(target, id);
}

/** One object a machine: answers are kept by it. */
const unread = new WeakMap<AttachTarget, Known<never>>();

function notRead(target: AttachTarget, id: string): Known<never> {
  const made = unread.get(target) ?? unknown(reason('unknown.notRead', { name: nameOf(id) }));
  unread.set(target, made);
  return made;
}

/** A virtual machine's own address in the subnet; undefined where it is not known, and of what has many machines. */
export function machineAddressOf({ target }: PlanToCheck): string | undefined {
  return privateAddressOf(target) ?? undefined;
}

/** The plan as if no security group were on the network interface. */
export function withoutNicGroup(plan: PlanToCheck): PlanToCheck {
  const { target } = plan;
  return target?.cardGroup ? { ...plan, target: { ...target, cardGroup: known(null) } } : plan;
}
