import { known, unknown, valueOr, type Known } from '../../core/known';
import { findById, findSubnet, nameOf, sameId, segmentOf } from '../../core/network/find';
import type { Cloud, NetworkModel, ResourceId } from '../../core/network/model';
import { isNodeKind, type NodeKind, knownTraits, isPlanKind } from '../../core/compute-kinds';
import type { PlanToCheck, Profile, ServiceRegions, WorkspaceFacts } from '../../core/plan';
import { reason, type Reason } from '../../core/reason';
import type { FileInputs, FileWorkspace, CheckedCompute, Subject, SubjectOptions } from './subjects';

/** What somebody said beside the files. What was not said is undefined, and comes from the files or is assumed. */
export interface PlanOverrides extends SubjectOptions {
  readonly compute: NodeKind | undefined;
  readonly publicIp: boolean | undefined;
  readonly workspace: 'public' | 'private' | undefined;
  readonly profile: Profile;
  /** ARM location, lower case. */
  readonly region: string | undefined;
  readonly serviceRegions?: ServiceRegions | undefined;
  readonly cloud: Cloud;
}

/** What a subnet is checked for, and what of it nobody said. */
export interface AssumedPlan {
  readonly plan: PlanToCheck;
  /** Name of the compute that the files hold; null where the plan is nobody's yet. */
  readonly compute: string | null;
  readonly assumed: readonly Reason[];
}

interface Asked {
  readonly inputs: FileInputs;
  readonly chosen: Subject;
  readonly options: PlanOverrides;
}

interface Case extends Asked {
  /** The compute of the files that the plan is of. */
  readonly compute: CheckedCompute | undefined;
}

/** A part of a plan, and what had to be assumed for it. */
interface Part<T> {
  readonly value: T;
  readonly assumed: readonly Reason[];
}

/**
 * One plan for each compute of the files that uses the subnet, else one that nobody has made yet: what is not said on the
 * command line comes from the files, then it is assumed and said so.
 */
export function plansOf(asked: Asked): readonly AssumedPlan[] {
  const { computes } = asked.chosen;
  if (computes.length === 0) return [planOf({ ...asked, compute: undefined })];
  return computes.map((compute) => planOf({ ...asked, compute }));
}

function planOf(one: Case): AssumedPlan {
  const { chosen, options, compute } = one;
  const kind = kindOf(one);
  const nodes = nodesOf(one, kind.value);
  const publicIp = publicIpOf(one);
  const workspace = workspaceOf(one);
  const promised = promisedOf(one);
  const parts = [kind, publicIp, workspace, nodes, promised];
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
      promisedAddresses: known(promised.value),
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

function said<T>(value: T): Part<T> {
  return { value, assumed: [] };
}

function kindOf({ options, compute }: Case): Part<Known<NodeKind>> {
  if (options.compute !== undefined) return said(known(options.compute));
  const kind = compute?.kind;
  if (kind && !kind.known) return said(kind);
  if (kind && isNodeKind(kind.value)) return said(known(kind.value));
  return { value: known('cluster'), assumed: [reason('terminal.assumed.cluster', { option: '--compute' })] };
}

/** Nodes of a cluster that nobody has planned yet. */
const usualNodes = 4;

/** How many nodes a compute may still start. */
function nodesOf({ compute }: Case, kind: Known<NodeKind>): Part<Pick<PlanToCheck, 'minNodes' | 'maxNodes'>> {
  if (knownTraits(kind).isPersonal === true) return said({ minNodes: known(1), maxNodes: known(1) });
  // How many nodes a job starts on serverless compute is the job's own.
  if (compute && (!kind.known || isPlanKind(kind.value))) {
    return said({ minNodes: compute.minNodes, maxNodes: compute.maxNodes });
  }
  return {
    value: { minNodes: known(0), maxNodes: known(usualNodes) },
    assumed: [reason('terminal.assumed.nodes', { n: usualNodes })],
  };
}

/**
 * A compute that does not say otherwise has a public IP; of a plan that nobody has made, neither is assumed. In December
 * 2020 every compute had one.
 */
function publicIpOf({ options, compute }: Case): Part<Known<boolean>> {
  if (options.publicIp !== undefined) return said(known(options.publicIp));
  if (compute) return said(compute.publicIp);
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
  const part: Part<WorkspaceFacts> = found ? said(found) : assumedWorkspace(one);
  if (workspace === undefined) return part;
  return { ...part, value: { ...part.value, hasPrivateEndpoint: known(workspace === 'private') } };
}

/** The compute's, else the one whose private endpoint stands in the network, else the only one. */
function foundWorkspace(one: Case): WorkspaceFacts | undefined {
  const { workspaces } = one.inputs;
  const { compute } = one;
  if (compute) return ownerOf(workspaces, compute.workspaceId);
  const linked = linkedWorkspaceId(one);
  const own = linked === undefined ? undefined : ownerOf(workspaces, linked);
  const only = onlyOwner(workspaces);
  return own ?? (only === null ? undefined : ownerOf(workspaces, only));
}

/** Of lists, which never change: each subnet asks. */
const onlyOwners = new WeakMap<readonly FileWorkspace[], ResourceId | null>();

/** Id of the workspace that all others belong to; null where there are several, or none. */
function onlyOwner(workspaces: readonly FileWorkspace[]): ResourceId | null {
  const before = onlyOwners.get(workspaces);
  if (before !== undefined) return before;
  const owners = new Set(workspaces.map(({ id, hubId }) => (hubId ?? id).toLowerCase()));
  const [only = null] = owners.size === 1 ? owners : [];
  onlyOwners.set(workspaces, only);
  return only;
}

/**
 * The workspace whose network settings count: of a project its hub, which holds endpoints, storage and vault for all of
 * them (`Hub` class of azure-ai-ml, 2025).
 */
function ownerOf(workspaces: readonly FileWorkspace[], id: ResourceId): WorkspaceFacts | undefined {
  const found = findById(workspaces, id);
  if (found?.hubId === null) return found;
  const hubId = found?.hubId ?? id;
  // Of a hub that no file holds its projects say where it is.
  const project = found ?? workspaces.find((one) => one.hubId !== null && sameId(one.hubId, id));
  return findById(workspaces, hubId) ?? (project && hubOf(project, hubId));
}

function hubOf(project: FileWorkspace, id: ResourceId): WorkspaceFacts {
  const name = nameOf(id);
  return { ...project, id, name, hasPrivateEndpoint: unknown(reason('terminal.notInFiles', { name })) };
}

/** Id of a workspace whose private endpoint stands in the network, whether the files hold it or not. */
function linkedWorkspaceId({ inputs, chosen }: Case): ResourceId | undefined {
  return linkedWorkspaces(inputs.model).get(chosen.network.id.toLowerCase());
}

/** Of models, which never change: each subnet of a network asks the same. */
const linkedByNetwork = new WeakMap<NetworkModel, ReadonlyMap<string, ResourceId>>();

/** What the first endpoint of a workspace in each network is of, by the network's id in small letters. */
function linkedWorkspaces(model: NetworkModel): ReadonlyMap<string, ResourceId> {
  const before = linkedByNetwork.get(model);
  if (before) return before;
  const made = new Map<string, ResourceId>();
  for (const { groups, subnetId, targetId } of valueOr(model.privateEndpoints, [])) {
    const key = findSubnet(model, subnetId)?.network.id.toLowerCase();
    if (key === undefined || made.has(key)) continue;
    if (groups.some((group) => group.toLowerCase() === 'amlworkspace')) made.set(key, targetId);
  }
  linkedByNetwork.set(model, made);
  return made;
}

/** A workspace that the files do not hold: near the network, and without a network of its own. */
function assumedWorkspace(one: Case): Part<WorkspaceFacts> {
  const { chosen, options } = one;
  const linked = linkedWorkspaceId(one);
  const subscription = segmentOf(chosen.network.id, 'subscriptions') ?? '';
  const isSaid = options.workspace !== undefined || linked !== undefined;
  return {
    assumed: [
      reason('terminal.assumed.workspace'),
      ...(isSaid ? [] : [reason('terminal.assumed.endpoint', { option: '--workspace' })]),
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

/** Addresses that the other computes of the files may still take in the subnet. */
function promisedOf({ inputs, chosen, compute }: Case): Part<number> {
  const own = compute ? promiseOf(compute) : 0;
  const value = promiseOfAll(chosen.computes) - own;
  return { value, assumed: inputs.computes.length === 0 ? [reason('terminal.assumed.alone')] : [] };
}

/** Of lists, which never change: each compute of a subnet asks for the others. */
const promises = new WeakMap<readonly CheckedCompute[], number>();

function promiseOfAll(computes: readonly CheckedCompute[]): number {
  const before = promises.get(computes);
  if (before !== undefined) return before;
  const sum = computes.reduce((all, one) => all + promiseOf(one), 0);
  promises.set(computes, sum);
  return sum;
}

function promiseOf({ kind, maxNodes }: CheckedCompute): number {
  return knownTraits(kind).scales === true && maxNodes.known ? maxNodes.value : 0;
}
