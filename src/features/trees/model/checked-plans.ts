import type { ComputeState, WorkspaceSummary } from '../../../azure/ports';
import { memberCount } from '../../../core/addresses/interval-set';
import { assignableAddresses } from '../../../core/azure-facts/subnet-addresses';
import type { AttachTarget } from '../../../core/attach-target';
import { known, unknown, valueOr, type Known } from '../../../core/known';
import { findSubnet, sameId } from '../../../core/network/find';
import type { Cloud, NetworkModel, ResourceId, Subnet, VirtualNetwork } from '../../../core/network/model';
import { isComputeKind, type ComputeKind, traitsOf } from '../../../core/compute-kinds';
import type { PlanToCheck } from '../../../core/plan';
import { reason } from '../../../core/reason';

/** Known data around the compute resource or subnet to check. */
export interface CheckedPlaceData {
  readonly cloud: Cloud;
  readonly model: NetworkModel;
  readonly workspaces: readonly WorkspaceSummary[];
  /** Compute resources of the workspaces that were read. */
  readonly computes: readonly ComputeState[];
}

/** Checks whether a workspace has a managed virtual network. */
export function hasManagedNetwork(workspace: Pick<WorkspaceSummary, 'managedNetwork'> | undefined): boolean {
  return workspace?.managedNetwork.known === true && workspace.managedNetwork.value !== 'disabled';
}

/** Checks whether a compute resource's network can be checked: it has a subnet, or a managed virtual network. */
export function isCheckable(
  { kind, subnetId }: ComputeState,
  workspace: WorkspaceSummary | undefined,
): boolean {
  return isComputeKind(kind) && (subnetId !== null || hasManagedNetwork(workspace));
}

/** Returns an existing compute resource as a plan. Its requirements cover the nodes that can still be added. */
export function planOfCompute(
  around: CheckedPlaceData,
  compute: ComputeState,
  workspace: WorkspaceSummary,
): PlanToCheck {
  const { nodes, subnetId, name, publicIp } = compute;
  const others = around.computes.filter((one) => !sameId(one.id, compute.id));
  return {
    cloud: around.cloud,
    profile: 'current',
    kind: known(isComputeKind(compute.kind) ? compute.kind : 'cluster'),
    // By default, compute resources have a public IP (REST reference of computes).
    publicIp: known(publicIp ?? true),
    workspace: known(workspace),
    subnetId: hasManagedNetwork(workspace) ? null : subnetId,
    name,
    minNodes: known(nodes ? Math.max(0, nodes.min - nodes.current) : 0),
    maxNodes: known(reservedFor(compute)),
    reservedAddresses: known(subnetId === null ? 0 : reserved(others, subnetId)),
    publicSsh: false,
  };
}

/**
 * Returns the subnet that a target is checked in. If there is a public and a private subnet, returns the public one.
 */
export function checkedSubnetOf({ subnets }: AttachTarget): ResourceId | null {
  return valueOr(subnets, [])[0] ?? null;
}

/** Returns the plan of an attached resource. It already exists, so it doesn't need new addresses. */
export function planOfAttached(
  { cloud, computes }: CheckedPlaceData,
  { compute, target }: { readonly compute: ComputeState; readonly target: AttachTarget },
  workspace: WorkspaceSummary,
): PlanToCheck {
  const others = computes.filter(
    (one) => sameId(one.workspaceId, compute.workspaceId) && !sameId(one.id, compute.id),
  );
  return {
    cloud,
    profile: 'current',
    kind: known(target.kind),
    target,
    attachedTargets: known(others.flatMap((one) => one.targetId ?? [])),
    ...(compute.sshPort === undefined ? {} : { sshPort: compute.sshPort }),
    publicIp: known(false),
    workspace: known(workspace),
    subnetId: checkedSubnetOf(target),
    name: compute.name,
    minNodes: known(0),
    maxNodes: known(0),
    reservedAddresses: known(0),
    publicSsh: false,
  };
}

/** The plan that a subnet is checked for: a compute resource in it, otherwise a cluster of the closest workspace. */
export interface SubnetUse {
  readonly workspace: WorkspaceSummary | undefined;
  readonly kind: ComputeKind;
  readonly publicIp: boolean;
}

export function useOfSubnet(
  { model, workspaces, computes }: CheckedPlaceData,
  subnetId: ResourceId,
): SubnetUse {
  const tenant = computes.find((one) => isComputeKind(one.kind) && isIn(one, subnetId));
  const home = tenant && workspaces.find((one) => sameId(one.id, tenant.workspaceId));
  if (home && isComputeKind(tenant.kind)) {
    return { workspace: home, kind: tenant.kind, publicIp: tenant.publicIp ?? true };
  }
  const network = findSubnet(model, subnetId)?.network;
  const workspace = network && nearest({ model, workspaces }, network);
  return { workspace, kind: 'cluster', publicIp: !hasEndpoint(workspace) };
}

/**
 * Returns the workspace whose private endpoint is in the network; otherwise one of the region, preferring private ones.
 */
function nearest(
  { model, workspaces }: Pick<CheckedPlaceData, 'model' | 'workspaces'>,
  network: VirtualNetwork,
): WorkspaceSummary | undefined {
  const endpoints = model.privateEndpoints.known ? model.privateEndpoints.value : [];
  const here = endpoints.filter((one) => network.subnets.some((subnet) => sameId(subnet.id, one.subnetId)));
  const free = workspaces.filter((one) => !hasManagedNetwork(one));
  const inRegion = free.filter((one) => isSameRegion(one, network));
  return (
    free.find((one) => here.some((endpoint) => sameId(endpoint.targetId, one.id))) ??
    inRegion.find(hasEndpoint) ??
    inRegion[0] ??
    free[0]
  );
}

function isSameRegion(workspace: WorkspaceSummary, { location }: VirtualNetwork): boolean {
  return workspace.location.known && location.known && workspace.location.value === location.value;
}

function hasEndpoint(workspace: WorkspaceSummary | undefined): boolean {
  return workspace?.hasPrivateEndpoint.known === true && workspace.hasPrivateEndpoint.value;
}

/** Number of nodes that a new plan requests at most, if there are enough addresses. */
const usualNodes = 4;

/** Returns the plan that a subnet is checked with. It's the plan that the wizard would start with. */
export function planOfSubnet(around: CheckedPlaceData, subnet: Subnet, use: SubnetUse): PlanToCheck {
  const reservedCount = reserved(around.computes, subnet.id);
  const free = freeAddresses(subnet, reservedCount);
  const { scales } = traitsOf(use.kind);
  const nodes = scales ? Math.max(1, Math.min(usualNodes, free ?? usualNodes)) : 1;
  const lives = around.computes.some((one) => isIn(one, subnet.id));
  return {
    cloud: around.cloud,
    profile: 'current',
    kind: known(use.kind),
    publicIp: known(use.publicIp),
    workspace: use.workspace ? known(use.workspace) : notChosen,
    subnetId: subnet.id,
    name: null,
    minNodes: known(scales ? 0 : 1),
    // An existing instance already has its address.
    maxNodes: known(lives && !scales ? 0 : nodes),
    reservedAddresses: known(reservedCount),
    publicSsh: false,
  };
}

const notChosen: Known<never> = unknown(reason('unknown.notChosen'));

/** Returns the number of addresses that new compute can still get; null if their usage isn't readable. */
export function freeAddresses(subnet: Subnet, reservedForOthers: number): number | null {
  const { addressPrefixes, addressesInUse } = subnet;
  if (!addressPrefixes.known || !addressesInUse.known) return null;
  const total = memberCount(assignableAddresses(addressPrefixes.value));
  return Math.max(0, total - addressesInUse.value - reservedForOthers);
}

/** Returns the number of addresses that compute resources of a subnet can still take. */
export function reserved(computes: readonly ComputeState[], subnetId: ResourceId): number {
  return computes
    .filter((one) => isIn(one, subnetId))
    .map(reservedFor)
    .reduce((sum, one) => sum + one, 0);
}

function reservedFor({ nodes }: ComputeState): number {
  return nodes ? Math.max(0, nodes.max - nodes.current) : 0;
}

function isIn({ subnetId }: ComputeState, id: ResourceId): boolean {
  return subnetId !== null && sameId(subnetId, id);
}
