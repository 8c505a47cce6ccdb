import { isTargetPublic, type VirtualMachineTarget } from '../core/attach-target';
import { known, unknown, type Known } from '../core/known';
import { nameOf, sameId } from '../core/network/find';
import type { NetworkModel, ResourceId, SecurityGroup } from '../core/network/model';
import type { PlanToCheck } from '../core/plan';
import { reason } from '../core/reason';

/** Whether the nodes have a public IP: what stands already says it itself. */
export function publicIpOf({ target, publicIp }: PlanToCheck): Known<boolean> {
  return target ? isTargetPublic(target) : publicIp;
}

/** True where Databricks says that its workers reach it over a private link, so that it writes no rules for it. */
export function isPrivatelyLinked({ target }: PlanToCheck): boolean {
  if (target?.kind !== 'databricks' || !target.requiredRules.known) return false;
  return target.requiredRules.value.toLowerCase() === 'noazuredatabricksrules';
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
  if (target?.kind !== 'virtual-machine') return undefined;
  const { cardGroup } = target;
  if (!cardGroup.known) return cardGroup;
  if (cardGroup.value === null) return known(null);
  const id = cardGroup.value;
  const found = model.securityGroups.find((one) => sameId(one.id, id));
  return found ? known(found) : notRead(target, id);
}

/** One object a machine: answers are kept by it. */
const unread = new WeakMap<VirtualMachineTarget, Known<never>>();

function notRead(target: VirtualMachineTarget, id: string): Known<never> {
  const made = unread.get(target) ?? unknown(reason('unknown.notRead', { name: nameOf(id) }));
  unread.set(target, made);
  return made;
}

/** A virtual machine's own address in the subnet; undefined where it is not known, and of what has many machines. */
export function machineAddressOf({ target }: PlanToCheck): string | undefined {
  if (target?.kind !== 'virtual-machine' || !target.privateAddress.known) return undefined;
  return target.privateAddress.value ?? undefined;
}

/** The plan as if no security group were on the network interface. */
export function withoutNicGroup(plan: PlanToCheck): PlanToCheck {
  const { target } = plan;
  return target?.kind === 'virtual-machine'
    ? { ...plan, target: { ...target, cardGroup: known(null) } }
    : plan;
}
