import type { AzureFailure } from '../../../azure/failure';
import type { ComputeState, WorkspaceSummary } from '../../../azure/ports';
import { valueOr } from '../../../core/known';
import { emptyModel } from '../../../core/network/empty-model';
import { sameId, segmentOf } from '../../../core/network/find';
import type { NetworkModel, ResourceId } from '../../../core/network/model';
import { isAttachedKind, type AttachedKind } from '../../../core/compute-kinds';
import type { PlanToCheck } from '../../../core/plan';
import { readValue, type Read } from '../../../azure-store/queries';
import type { Health } from './health';
import {
  checkedSubnetOf,
  isCheckable,
  hasManagedNetwork,
  planOfAttached,
  planOfCompute,
  type CheckedPlaceData,
} from './checked-plans';
import { knownServices } from './known-services';
import type { TreeContext } from './tree-context';

/** The state of a compute resource's network: a result, being read, not readable, or not checked. */
export type ComputeHealth =
  | { readonly is: 'checked'; readonly health: Health }
  | { readonly is: 'reading' | 'not-checked' }
  | { readonly is: 'problem'; readonly failure: AzureFailure }
  /** The attached resource isn't readable, or no longer exists (null). */
  | { readonly is: 'no-target'; readonly failure: AzureFailure | null };

/** Returns the current state of a compute resource's network. Requests missing data without waiting for it. */
export function healthOf(
  context: TreeContext,
  compute: ComputeState,
  workspace: WorkspaceSummary,
): ComputeHealth {
  const { kind, subnetId, targetId } = compute;
  if (isAttachedKind(kind) && targetId !== null) {
    return attachedHealth(context, { compute, kind, targetId }, workspace);
  }
  if (!isCheckable(compute, workspace)) return { is: 'not-checked' };
  const home = hasManagedNetwork(workspace) ? null : subnetId;
  return checkedIn(context, workspace, {
    home,
    planOf: (around) => planOfCompute(around, compute, workspace),
  });
}

interface Attached {
  readonly compute: ComputeState;
  readonly kind: AttachedKind;
  readonly targetId: ResourceId;
}

/** Returns the state of an attached resource's network, checked in the resource's subnet. */
function attachedHealth(
  context: TreeContext,
  { compute, kind, targetId }: Attached,
  workspace: WorkspaceSummary,
): ComputeHealth {
  const read = soon(context.reads.targets(segmentOf(targetId, 'subscriptions') ?? '', kind));
  if (read === 'soon') return { is: 'reading' };
  if (read.is === 'problem') return { is: 'no-target', failure: read.failure };
  const target = read.value.find((one) => sameId(one.id, targetId));
  if (!target) return { is: 'no-target', failure: null };
  return checkedIn(context, workspace, {
    home: checkedSubnetOf(target),
    planOf: (around) => planOfAttached(around, { compute, target }, workspace),
  });
}

interface HealthInput {
  /** Its subnet; null if no subnet has to be read. */
  readonly home: ResourceId | null;
  readonly planOf: (around: CheckedPlaceData) => PlanToCheck;
}

function checkedIn(
  context: TreeContext,
  { subscriptionId, location }: WorkspaceSummary,
  { home, planOf }: HealthInput,
): ComputeHealth {
  const { reads } = context;
  const subscription = home === null ? undefined : segmentOf(home, 'subscriptions');
  const networks = subscription === undefined ? 'none' : soon(reads.networks(subscription));
  const tags = soon(reads.tags(subscriptionId, valueOr(location, '')));
  if (networks === 'soon' || tags === 'soon') return { is: 'reading' };
  if (networks !== 'none' && networks.is === 'problem') return { is: 'problem', failure: networks.failure };
  if (tags.is === 'problem') return { is: 'problem', failure: tags.failure };
  const model = modelOf(context, home);
  const computes = readSubscriptionCompute(context, subscriptionId);
  const plan = planOf({ cloud: model.cloud, model, workspaces: [], computes });
  const services = knownServices(reads, plan);
  return { is: 'checked', health: context.health({ model, plan, tags: tags.value, exists: true, services }) };
}

/** Returns the networks of a subnet's subscription, as far as they were read. */
export function modelOf({ reads }: TreeContext, subnetId: ResourceId | null): NetworkModel {
  const cloud = readValue(reads.connection.peek())?.cloud ?? 'public';
  const subscription = subnetId === null ? undefined : segmentOf(subnetId, 'subscriptions');
  const read = subscription === undefined ? undefined : reads.networks(subscription).peek();
  return readValue(read) ?? emptyModel(cloud);
}

/** Returns the read if it's complete. Otherwise requests it; the tree is redrawn when it arrives. */
function soon<T>(cell: { peek(): Read<T> | undefined; get(): Promise<Read<T>> }): Read<T> | 'soon' {
  const read = cell.peek();
  if (read) return read;
  void cell.get();
  return 'soon';
}

/** Returns the compute resources of a subscription's workspaces, as far as they were read. */
export function readSubscriptionCompute(
  { reads }: TreeContext,
  subscriptionId: string,
): readonly ComputeState[] {
  const workspaces = readValue(reads.workspaces(subscriptionId).peek()) ?? [];
  return workspaces.flatMap((one) => readValue(reads.computes(one.id).peek()) ?? []);
}
