import type { TerminalAzure } from '../../azure/connect-terminal';
import type { ComputeState, VmSize, WorkspaceSummary } from '../../azure/ports';
import { toFailure } from '../../azure/to-failure';
import { endpointsAround } from '../../checks/endpoints-in-reach';
import { nameServerSubscriptions } from '../../checks/name-servers';
import type { CoreQuota, Governance } from '../../core/governance';
import { known, unknown, valueOr, type Known } from '../../core/known';
import { emptyModel } from '../../core/network/empty-model';
import { findSubnet, nameOf, sameId, segmentOf } from '../../core/network/find';
import type { NetworkModel, ResourceId } from '../../core/network/model';
import { reason, type Reason } from '../../core/reason';
import type { WorkspaceServices } from '../../core/services/services';
import { liveTagCatalog, type TagCatalog } from '../../core/tags/tag-catalog';
import type { ComputePlan } from '../../plans/compute-plan';
import { neededTags } from '../../requirements/needed-tags';
import { UnreadableFile } from '../resources/read-resources';
import { failureReason } from '../sign-in/failure-reason';
import { neverAborted } from '../sign-in/never-aborted';

/** A plan, and the current state of Azure that it depends on. */
export interface PlanInAzure {
  readonly plan: ComputePlan;
  readonly workspace: WorkspaceSummary;
  /** The existing compute resource with the planned name; null if the name is available. */
  readonly existing: ComputeState | null;
  readonly model: NetworkModel;
  readonly tags: TagCatalog;
  readonly governance: Governance | null;
  readonly services: WorkspaceServices | null;
  /** Number of addresses in the subnet that clusters can still take when they scale out. */
  readonly reserved: Known<number>;
  /** Null if the sizes couldn't be read. */
  readonly sizes: readonly VmSize[] | null;
  readonly quotas: readonly CoreQuota[] | null;
  /** Reasons why data couldn't be read. */
  readonly unread: readonly Reason[];
}

interface ReadRequest {
  readonly azure: TerminalAzure;
  readonly plan: ComputePlan;
  readonly shippedTags: TagCatalog;
  /** Stops the reads. Without it, they aren't canceled individually, because Ctrl+C ends the program. */
  readonly stop?: AbortSignal;
}

/**
 * Reads the same data as the wizard before it creates a compute resource. Doesn't change anything.
 * @throws {UnreadableFile} if the workspace, the name, or the network can't be read
 */
export async function readPlanInAzure(request: ReadRequest): Promise<PlanInAzure> {
  const { azure, plan, stop = neverAborted } = request;
  const { workspaceId, name, subnetId } = plan;
  const place = { workspace: nameOf(workspaceId), subnet: subnetId === null ? '' : nameOf(subnetId) };
  const [workspace, existing, model] = await Promise.all([
    required(place.workspace, azure.read.workspace(workspaceId, stop)),
    required(name, azure.computes.get(workspaceId, name, stop)),
    subnetId === null ? null : required(place.subnet, readNetwork(azure, subnetId, stop)),
  ]);
  const unread: Reason[] = [];
  const optional = <T>(what: string, read: Promise<T>): Promise<T | null> =>
    read.catch((error: unknown) => {
      unread.push(failureReason(toFailure(error), what));
      return null;
    });
  const networks = model ?? emptyModel(request.shippedTags.cloud);
  const region = valueOr(workspace.location, plan.workspaceLocation);
  const { subscriptionId } = workspace;
  const [tags, governance, services, sizes, quotas, reserved] = await Promise.all([
    readTags({ ...request, stop }, { subscriptionId, region }),
    optional(place.workspace, azure.read.governance(governedPlace(plan, networks), stop)),
    optional(place.workspace, azure.read.services(servicesPlace(plan, networks), stop)),
    optional(region, azure.read.vmSizes(subscriptionId, region, stop)),
    optional(region, azure.read.coreQuotas(subscriptionId, region, stop)),
    subnetId === null ? known(0) : readReservedAddresses(azure, { subnetId, workspace, region, plan, stop }),
  ]);
  return {
    ...{ plan, workspace, existing, model: networks, tags, governance, services, reserved, sizes, quotas },
    unread: [...unread, ...(reserved.known ? [] : [reserved.because])],
  };
}

/** Reads the subnet again, because its resources may have changed before the user confirmed. */
export async function rereadNetwork(azure: TerminalAzure, before: PlanInAzure): Promise<PlanInAzure> {
  const { subnetId } = before.plan;
  if (subnetId === null) return before;
  const model = await required(
    nameOf(subnetId),
    azure.read.refreshSubnet(before.model, subnetId, neverAborted),
  );
  return { ...before, model };
}

async function required<T>(what: string, read: Promise<T>): Promise<T> {
  try {
    return await read;
  } catch (error) {
    throw new UnreadableFile(failureReason(toFailure(error), what));
  }
}

async function readNetwork(
  { read }: TerminalAzure,
  subnetId: ResourceId,
  stop: AbortSignal,
): Promise<NetworkModel> {
  const model = await read.networks(segmentOf(subnetId, 'subscriptions') ?? '', stop);
  return read.refreshSubnet(model, subnetId, stop);
}

/** Returns Azure's current service tags if they include all required tags; otherwise the shipped list. */
async function readTags(
  { azure, shippedTags, stop = neverAborted }: ReadRequest,
  { subscriptionId, region }: { readonly subscriptionId: string; readonly region: string },
): Promise<TagCatalog> {
  const live = await azure.read.serviceTags(subscriptionId, region, stop).catch(() => undefined);
  const wanted = { needed: neededTags(shippedTags.cloud), location: region };
  return (live && liveTagCatalog(live, shippedTags, wanted)) ?? shippedTags;
}

function governedPlace({ workspaceId, subnetId }: ComputePlan, model: NetworkModel) {
  const found = subnetId === null ? undefined : findSubnet(model, subnetId);
  if (!found) return { workspaceId, subnet: null };
  const { id, securityGroup, routeTable } = found.subnet;
  const parts = [valueOr(securityGroup, null), valueOr(routeTable, null)].filter((one) => one !== null);
  return { workspaceId, subnet: { id, location: valueOr(found.network.location, ''), parts } };
}

function servicesPlace({ workspaceId, subnetId }: ComputePlan, model: NetworkModel) {
  const network = subnetId === null ? undefined : findSubnet(model, subnetId)?.network;
  return {
    workspaceId,
    networkId: network?.id ?? null,
    nameServers: network ? nameServerSubscriptions(network) : [],
    endpoints: network ? endpointsAround(model, network) : [],
  };
}

function computeId({ workspaceId, name }: ComputePlan): ResourceId {
  return `${workspaceId}/computes/${name}`;
}

/** Maximum number of workspaces whose compute resources are read. More aren't worth the requests. */
const mostWorkspaces = 20;

interface Neighborhood {
  readonly subnetId: ResourceId;
  readonly workspace: WorkspaceSummary;
  readonly region: string;
  readonly plan: ComputePlan;
  readonly stop: AbortSignal;
}

/**
 * Returns the number of addresses that other clusters of workspaces in the region can still take. Unknown if a
 * workspace couldn't be read, or if there are too many.
 */
async function readReservedAddresses(
  { read, computes }: TerminalAzure,
  { subnetId, workspace, region, plan, stop }: Neighborhood,
): Promise<Known<number>> {
  try {
    const all = await read.workspaces(workspace.subscriptionId, stop);
    const near = all.filter(
      (one) => acceptsCompute(one) && one.location.known && one.location.value === region,
    );
    if (near.length > mostWorkspaces) return unknown(reason('unknown.computesNotRead'));
    const lists = await Promise.all(near.map((one) => computes.list(one.id, stop)));
    return known(
      lists
        .flat()
        .filter((one) => one.subnetId !== null && sameId(one.subnetId, subnetId))
        .filter((one) => !sameId(one.id, computeId(plan)))
        .reduce((sum, { nodes }) => sum + (nodes ? Math.max(0, nodes.max - nodes.current) : 0), 0),
    );
  } catch {
    return unknown(reason('unknown.computesNotRead'));
  }
}

/**
 * Returns whether a workspace can have compute resources. Those of a project belong to its hub. A feature store can't have any.
 */
export function acceptsCompute({ kind }: WorkspaceSummary): boolean {
  return kind === 'workspace' || kind === 'hub';
}

/** Returns whether the workspace has a managed virtual network. */
export function isNetworkManaged({ managedNetwork }: WorkspaceSummary): boolean {
  return managedNetwork.known && managedNetwork.value !== 'disabled';
}
