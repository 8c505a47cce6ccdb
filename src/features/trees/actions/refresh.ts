import { AzureFailure } from '../../../azure/failure';
import type { ComputeState } from '../../../azure/ports';
import { valueOr } from '../../../core/known';
import { sameId, segmentOf } from '../../../core/network/find';
import type { ResourceId } from '../../../core/network/model';
import { nicGroupIdOf } from '../../../core/attach-target';
import { isAttachedKind } from '../../../core/compute-kinds';
import type { ComputeTarget, NodeTarget } from '../model/node';
import { required } from '../../../azure-store/queries';
import type { Reads } from '../../../azure-store/reads';
import type { TreesSession } from '../session';

/** Refreshes the data that a node shows; without a node, everything that was read. */
export async function refreshTrees(session: TreesSession, target: NodeTarget | null): Promise<void> {
  const reads = session.reads();
  if (target === null) return refreshAll(session);
  switch (target.is) {
    case 'subscription':
      await refreshSubscription(session, target.subscriptionId);
      return;
    case 'workspace':
      await refreshWorkspace(reads, target);
      return;
    case 'network':
      await reads.networks(target.subscriptionId).renew();
      return;
    case 'compute':
      await refreshCompute(session, target);
      return;
    case 'subnet':
      return refreshSubnet(reads, target.subnetId);
    case 'cause':
    case 'finding':
      return refreshTrees(session, target.of);
    default:
      return refreshAll(session);
  }
}

/** Clears the cache, so that everything shown is read again. */
function refreshAll(session: TreesSession): Promise<void> {
  session.ports.store.forget();
  session.restart();
  return Promise.resolve();
}

/**
 * Refreshes a subscription's lists that were read before. Lists of Resource Graph are replaced by those of Azure Resource
 * Manager, which are read once a tree shows them.
 */
async function refreshSubscription(session: TreesSession, subscriptionId: string): Promise<void> {
  const reads = session.reads();
  reads.refuseListed(subscriptionId);
  session.changed();
  const lists = [reads.workspaces(subscriptionId), reads.networks(subscriptionId)];
  await Promise.all(lists.filter((one) => one.peek() !== undefined).map((one) => one.renew()));
}

/** Refreshes a workspace's compute resources, and the networks that they're checked with. */
async function refreshWorkspace(
  reads: Reads,
  { subscriptionId, workspaceId }: { readonly subscriptionId: string; readonly workspaceId: ResourceId },
): Promise<void> {
  await Promise.all([
    reads.workspaces(subscriptionId).renew(),
    reads.computes(workspaceId).renew(),
    ...(reads.networks(subscriptionId).peek() ? [reads.networks(subscriptionId).renew()] : []),
  ]);
}

/** Refreshes a compute resource's state, and its subnet with the security rules and routes. */
async function refreshCompute(session: TreesSession, target: ComputeTarget): Promise<void> {
  const reads = session.reads();
  const computes = required(await reads.computes(target.workspaceId).renew());
  const compute = computes.find((one) => one.name.toLowerCase() === target.name.toLowerCase());
  if (!compute) throw new AzureFailure('notFound');
  const { subnetId } = compute;
  if (subnetId === null) return refreshAttached(reads, compute);
  await refreshSubnet(reads, subnetId);
}

/** Refreshes a subnet, and the services that were read with it. */
async function refreshSubnet(reads: Reads, subnetId: ResourceId): Promise<void> {
  await reads.refreshSubnet(subnetId);
  await reads.renewServices(subnetId.replace(/\/subnets\/[^/]+$/i, ''));
}

/** Refreshes an attached resource, its subnets, and the NSG of its network interface (NIC). */
async function refreshAttached(reads: Reads, { kind, targetId }: ComputeState): Promise<void> {
  if (!isAttachedKind(kind) || targetId === null) return;
  const targets = required(await reads.targets(subscriptionOf(targetId), kind).renew());
  const target = targets.find((one) => sameId(one.id, targetId));
  if (!target) return;
  for (const id of valueOr(target.subnets, [])) await reads.refreshSubnet(id);
  const group = nicGroupIdOf(target);
  if (group !== null) await reads.refreshSecurityGroup(group);
}

function subscriptionOf(id: ResourceId): string {
  return segmentOf(id, 'subscriptions') ?? '';
}

/** Refreshes all data that a result is based on (*Check*). The node shows the outcome. */
export async function check(session: TreesSession, target: NodeTarget): Promise<void> {
  // The workspace could have a new private endpoint.
  const workspaces = target.is === 'compute' ? session.reads().workspaces(target.subscriptionId) : undefined;
  await Promise.all([refreshTrees(session, target), workspaces?.renew()]);
}
