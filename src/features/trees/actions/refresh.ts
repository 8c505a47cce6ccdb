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

/** Reads again what a node shows; without a node, all that was read so far. */
export async function refreshTrees(session: TreesSession, target: NodeTarget | null): Promise<void> {
  const reads = session.reads();
  if (target === null) return refreshAll(session);
  switch (target.is) {
    case 'subscription':
      await refreshSubscription(reads, target.subscriptionId);
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

/** Whatever is shown is read again. */
function refreshAll(session: TreesSession): Promise<void> {
  session.ports.store.forget();
  session.restart();
  return Promise.resolve();
}

/** Only lists that somebody asked for before. */
async function refreshSubscription(reads: Reads, subscriptionId: string): Promise<void> {
  const lists = [reads.workspaces(subscriptionId), reads.networks(subscriptionId)];
  await Promise.all(lists.filter((one) => one.peek() !== undefined).map((one) => one.renew()));
}

/** A workspace's computes, and the networks that they are checked by. */
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

/** The compute's state, and the subnet that it lives in, with all that decides there. */
async function refreshCompute(session: TreesSession, target: ComputeTarget): Promise<void> {
  const reads = session.reads();
  const computes = required(await reads.computes(target.workspaceId).renew());
  const compute = computes.find((one) => one.name.toLowerCase() === target.name.toLowerCase());
  if (!compute) throw new AzureFailure('notFound');
  const { subnetId } = compute;
  if (subnetId === null) return refreshAttached(reads, compute);
  await refreshSubnet(reads, subnetId);
}

/** A subnet, and the services that somebody looked at with it. */
async function refreshSubnet(reads: Reads, subnetId: ResourceId): Promise<void> {
  await reads.refreshSubnet(subnetId);
  await reads.renewServices(subnetId.replace(/\/subnets\/[^/]+$/i, ''));
}

/** What is attached, its subnets, and the group of its card. */
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

/** *Check*: reads again all that the result stands on; what comes of it is seen in the line. */
export async function check(session: TreesSession, target: NodeTarget): Promise<void> {
  // A workspace may have been given a private endpoint since.
  const workspaces = target.is === 'compute' ? session.reads().workspaces(target.subscriptionId) : undefined;
  await Promise.all([refreshTrees(session, target), workspaces?.renew()]);
}
