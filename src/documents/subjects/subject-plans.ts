import { createObjectCache } from '../../core/object-cache';
import { getOrCreate } from '../../core/get-or-create';
import { known, unknown, valueOr, type Known } from '../../core/known';
import { findById, findSubnet, nameOf, sameId, segmentOf } from '../../core/network/find';
import type { Cloud, NetworkModel, ResourceId } from '../../core/network/model';
import { isNodeKind, type NodeKind, knownTraits, isPlanKind } from '../../core/compute-kinds';
import type { PlanToCheck, Profile, ServiceRegions, WorkspaceFacts } from '../../core/plan';
import { reason, type Reason } from '../../core/reason';
import type { FileInputs, FileWorkspace, CheckedCompute, Subject, SubjectOptions } from './subjects';

/**
 * Values from options, settings, or comments, which override the files. An undefined value comes from the files, or is
 * assumed.
 */
export interface PlanOverrides extends SubjectOptions {
  readonly compute: NodeKind | undefined;
  readonly publicIp: boolean | undefined;
  readonly workspace: 'public' | 'private' | undefined;
  readonly profile: Profile;
  /** ARM location, in lowercase. */
  readonly region: string | undefined;
  readonly serviceRegions?: ServiceRegions | undefined;
  readonly cloud: Cloud;
}

/** The plan that a subnet is checked for, and its assumptions. */
export interface AssumedPlan {
  readonly plan: PlanToCheck;
  /** Name of the compute resource in the files, or null for a plan without one. */
  readonly compute: string | null;
  readonly assumed: readonly Reason[];
}

interface PlanInput {
  readonly inputs: FileInputs;
  readonly chosen: Subject;
  readonly options: PlanOverrides;
}

interface Case extends PlanInput {
  /** The compute resource in the files that the plan is for. */
  readonly compute: CheckedCompute | undefined;
}

/** A part of a plan, and its assumptions. */
interface Part<T> {
  readonly value: T;
  readonly assumed: readonly Reason[];
}

/**
 * Returns a plan for each compute resource in the files that uses the subnet, or a plan for a new one if there is none.
 * Values that the command line doesn't set come from the files. If the files don't set them either, they are assumed,
 * and the assumption is reported.
 */
export function plansOf(planInput: PlanInput): readonly AssumedPlan[] {
  const { computes } = planInput.chosen;
  if (computes.length === 0) return [planOf({ ...planInput, compute: undefined })];
  return computes.map((compute) => planOf({ ...planInput, compute }));
}

function planOf(one: Case): AssumedPlan {
  const { chosen, options, compute } = one;
  const kind = kindOf(one);
  const nodes = nodesOf(one, kind.value);
  const publicIp = publicIpOf(one);
  const workspace = workspaceOf(one);
  const reserved = reservedOf(one);
  const parts = [kind, publicIp, workspace, nodes, reserved];
  return {
    compute: compute?.name ?? null,
    assumed: parts.flatMap(({ assumed }) => assumed),
    plan: {
      cloud: options.cloud,
      profile: options.profile,
      kind: kind.value,
      publicIp: publicIp.value,
      workspace: known(workspace.value),
      ...(options.serviceRegions && { serviceRegions: options.serviceRegions }),
      subnetId: chosen.subnet.id,
      ...(compute?.location && { location: compute.location }),
      name: compute?.givenName ?? null,
      ...nodes.value,
      reservedAddresses: known(reserved.value),
      ...sshOf(compute),
    },
  };
}

function sshOf(compute: CheckedCompute | undefined): Pick<PlanToCheck, 'publicSsh' | 'publicSshUnknown'> {
  if (!compute) return { publicSsh: false };
  const { publicSsh } = compute;
  return publicSsh.known
    ? { publicSsh: publicSsh.value }
    : { publicSsh: false, publicSshUnknown: publicSsh.because };
}

function stated<T>(value: T): Part<T> {
  return { value, assumed: [] };
}

function kindOf({ options, compute }: Case): Part<Known<NodeKind>> {
  if (options.compute !== undefined) return stated(known(options.compute));
  const kind = compute?.kind;
  if (kind && !kind.known) return stated(kind);
  if (kind && isNodeKind(kind.value)) return stated(known(kind.value));
  return { value: known('cluster'), assumed: [reason('terminal.assumed.cluster', { option: '--compute' })] };
}

/** Assumed number of nodes of a cluster that isn't in the files. */
const usualNodes = 4;

/** Returns the number of nodes that a compute resource can start. */
function nodesOf({ compute }: Case, kind: Known<NodeKind>): Part<Pick<PlanToCheck, 'minNodes' | 'maxNodes'>> {
  if (knownTraits(kind).isPersonal === true) return stated({ minNodes: known(1), maxNodes: known(1) });
  // On serverless compute, the job determines the number of nodes.
  if (compute && (!kind.known || isPlanKind(kind.value))) {
    return stated({ minNodes: compute.minNodes, maxNodes: compute.maxNodes });
  }
  return {
    value: { minNodes: known(0), maxNodes: known(usualNodes) },
    assumed: [reason('terminal.assumed.nodes', { n: usualNodes })],
  };
}

/**
 * Returns whether a compute resource has a public IP address. It does by default. For a plan that isn't in the files, it's
 * unknown. In December 2020, every compute resource had one.
 */
function publicIpOf({ options, compute }: Case): Part<Known<boolean>> {
  if (options.publicIp !== undefined) return stated(known(options.publicIp));
  if (compute) return stated(compute.publicIp);
  if (options.profile === '2020-12') {
    return {
      value: known(true),
      assumed: [reason('terminal.assumed.publicIp2020', { option: '--public-ip' })],
    };
  }
  return {
    value: unknown(reason('terminal.notSaid.publicIp')),
    assumed: [reason('terminal.assumed.publicIp', { option: '--public-ip' })],
  };
}

function workspaceOf(one: Case): Part<WorkspaceFacts> {
  const { workspace } = one.options;
  const found = foundWorkspace(one);
  const part: Part<WorkspaceFacts> = found ? stated(found) : assumedWorkspace(one);
  if (workspace === undefined) return part;
  return { ...part, value: { ...part.value, hasPrivateEndpoint: known(workspace === 'private') } };
}

/** Finds the workspace of the compute resource, or the one with a private endpoint in the network, or the only one. */
function foundWorkspace(one: Case): WorkspaceFacts | undefined {
  const { workspaces } = one.inputs;
  const { compute } = one;
  if (compute) return ownerOf(workspaces, compute.workspaceId);
  const linked = linkedWorkspaceId(one);
  const own = linked === undefined ? undefined : ownerOf(workspaces, linked);
  const only = onlyOwner(workspaces);
  return own ?? (only === null ? undefined : ownerOf(workspaces, only));
}

/** Cached by list, because lists are immutable and used for each subnet. */
const onlyOwners = new WeakMap<readonly FileWorkspace[], ResourceId | null>();

/** Returns the ID of the workspace that all others belong to, or null if there are several or none. */
function onlyOwner(workspaces: readonly FileWorkspace[]): ResourceId | null {
  const before = onlyOwners.get(workspaces);
  if (before !== undefined) return before;
  const owners = new Set(workspaces.map(({ id, hubId }) => (hubId ?? id).toLowerCase()));
  const [only = null] = owners.size === 1 ? owners : [];
  onlyOwners.set(workspaces, only);
  return only;
}

/**
 * Returns the workspace whose network settings apply. For a project, that's its hub, which has the endpoints, storage,
 * and key vault for all of its projects (`Hub` class of azure-ai-ml, 2025).
 */
function ownerOf(workspaces: readonly FileWorkspace[], id: ResourceId): WorkspaceFacts | undefined {
  const found = findById(workspaces, id);
  if (found?.hubId === null) return found;
  const hubId = found?.hubId ?? id;
  // If the hub isn't in the files, its projects show its location.
  const project = found ?? workspaces.find((one) => one.hubId !== null && sameId(one.hubId, id));
  return findById(workspaces, hubId) ?? (project && hubOf(project, hubId));
}

function hubOf(project: FileWorkspace, id: ResourceId): WorkspaceFacts {
  const name = nameOf(id);
  return { ...project, id, name, hasPrivateEndpoint: unknown(reason('terminal.notInFiles', { name })) };
}

/** Returns the ID of a workspace with a private endpoint in the network, whether it's in the files or not. */
function linkedWorkspaceId({ inputs, chosen }: Case): ResourceId | undefined {
  return linkedWorkspaces(inputs.model).get(chosen.network.id.toLowerCase());
}

/** Cached by model, because models are immutable and used for each subnet of a network. */
const linkedByNetwork = new WeakMap<NetworkModel, ReadonlyMap<string, ResourceId>>();

/** Returns the target of the first workspace endpoint in each network, by the network's ID in lowercase. */
function linkedWorkspaces(model: NetworkModel): ReadonlyMap<string, ResourceId> {
  const before = linkedByNetwork.get(model);
  if (before) return before;
  const workspaceByCompute = new Map<string, ResourceId>();
  for (const { groups, subnetId, targetId } of valueOr(model.privateEndpoints, [])) {
    const key = findSubnet(model, subnetId)?.network.id.toLowerCase();
    if (key === undefined || workspaceByCompute.has(key)) continue;
    if (groups.some((group) => group.toLowerCase() === 'amlworkspace')) workspaceByCompute.set(key, targetId);
  }
  linkedByNetwork.set(model, workspaceByCompute);
  return workspaceByCompute;
}

/**
 * Returns an assumed workspace that isn't in the files: in the network's region, and without a managed virtual network.
 */
function assumedWorkspace(one: Case): Part<WorkspaceFacts> {
  const { chosen, options } = one;
  const linked = linkedWorkspaceId(one);
  const subscription = segmentOf(chosen.network.id, 'subscriptions') ?? '';
  const isStated = options.workspace !== undefined || linked !== undefined;
  return {
    assumed: [
      reason('terminal.assumed.workspace'),
      ...(isStated ? [] : [reason('terminal.assumed.endpoint', { option: '--workspace' })]),
    ],
    value: {
      id: linked ?? `/subscriptions/${subscription}`,
      name: linked === undefined ? '–' : nameOf(linked),
      location: options.region === undefined ? chosen.network.location : known(options.region),
      hasPrivateEndpoint: linked === undefined ? unknown(reason('terminal.notSaid.workspace')) : known(true),
      managedNetwork: known('disabled'),
      managedNetworkSetUp: known(false),
      highBusinessImpact: known(false),
    },
  };
}

/** Returns the number of addresses in the subnet that are reserved for the other compute resources in the files. */
function reservedOf({ inputs, chosen, compute }: Case): Part<number> {
  const own = compute ? reservationOf(compute) : 0;
  const value = reservationOfAll(chosen.computes) - own;
  return { value, assumed: inputs.computes.length === 0 ? [reason('terminal.assumed.alone')] : [] };
}

/** Cached by list, because lists are immutable and used for each compute resource of a subnet. */
const reservations = createObjectCache<readonly CheckedCompute[], number>();

function reservationOfAll(computes: readonly CheckedCompute[]): number {
  return getOrCreate(reservations, computes, () =>
    computes.reduce((all, one) => all + reservationOf(one), 0),
  );
}

function reservationOf({ kind, maxNodes }: CheckedCompute): number {
  return knownTraits(kind).scales === true && maxNodes.known ? maxNodes.value : 0;
}
