import type { ComputeState, SubscriptionSummary, VmSize, WorkspaceSummary } from '../../azure/ports';
import { computeKindOf, traitsOf, type PlanKind, type ComputeAction } from '../../core/compute-kinds';
import { isTargetPublic } from '../../core/attach-target';
import { coresLeft, tightestCoreQuota, type PlannedCores } from '../../core/governance';
import { known, unknown, valueOr, type Known } from '../../core/known';
import { findSubnet, sameId } from '../../core/network/find';
import type { NetworkModel, ResourceId, Subnet, VirtualNetwork } from '../../core/network/model';
import { reason, type Reason } from '../../core/reason';
import { chosenTarget, checkedTargetSubnet } from './attach/chosen-target';
import { loadedValue, type WizardState } from './state';

/**
 * These functions look up chosen resources in the data that was read; undefined if not chosen or no longer available.
 */

export function chosenSubscription(state: WizardState): SubscriptionSummary | undefined {
  return loadedValue(state.subscriptions)?.find((one) => one.id === state.choices.subscription);
}

/** Returns the subscriptions that the user wants to see, and the chosen one. */
export function shownSubscriptions(state: WizardState): readonly SubscriptionSummary[] {
  const all = loadedValue(state.subscriptions) ?? [];
  const { shown, choices } = state;
  if (shown === null) return all;
  return all.filter((one) => shown.includes(one.id.toLowerCase()) || one.id === choices.subscription);
}

/** Returns the selected workspace, even if it can't contain compute resources. */
export function pickedWorkspace(state: WizardState): WorkspaceSummary | undefined {
  const id = state.choices.workspace;
  return id === null ? undefined : loadedValue(state.workspaces)?.find((one) => sameId(one.id, id));
}

/** Returns the workspace for the compute resource; undefined if the selected one can't contain compute resources. */
export function chosenWorkspace(state: WizardState): WorkspaceSummary | undefined {
  const picked = pickedWorkspace(state);
  return picked && supportsCompute(picked) ? picked : undefined;
}

/**
 * Checks whether a workspace can contain compute resources. A project uses those of its hub; a feature store can't have
 * any.
 */
export function supportsCompute({ kind }: WorkspaceSummary): boolean {
  return kind === 'workspace' || kind === 'hub';
}

/** Returns the hub of a project, if it's among the workspaces that were read. */
export function hubOf(state: WizardState, { hubId }: WorkspaceSummary): WorkspaceSummary | undefined {
  return hubId === null ? undefined : loadedValue(state.workspaces)?.find((one) => sameId(one.id, hubId));
}

/** Checks whether the workspace has a managed virtual network. */
export function runsNetwork(workspace: WorkspaceSummary | undefined): boolean {
  return workspace?.managedNetwork.known === true && workspace.managedNetwork.value !== 'disabled';
}

/** Checks whether the chosen workspace supports the kind. */
export function isKindPossible(state: WizardState, kind: PlanKind): boolean {
  return traitsOf(kind).worksInManagedNetwork || !runsNetwork(chosenWorkspace(state));
}

/** Location of the machines, and whether they're reachable from the internet. */
interface ComputePlace {
  readonly usesManagedNetwork: (state: WizardState) => boolean;
  readonly publicIp: (state: WizardState) => boolean;
  readonly subnet: (state: WizardState) => ResourceId | null;
  /** True if it can be planned in a network to create. */
  readonly canBeProposed: boolean;
}

/** A created resource is where the user chooses; an attached one stays where it is. */
const places: Readonly<Record<ComputeAction, ComputePlace>> = {
  create: {
    usesManagedNetwork: (state) => runsNetwork(chosenWorkspace(state)),
    publicIp: chosenPublicIp,
    subnet: ({ choices }) => choices.subnet,
    canBeProposed: true,
  },
  attach: {
    usesManagedNetwork: () => false,
    publicIp: (state) => {
      const target = chosenTarget(state);
      return target !== undefined && valueOr(isTargetPublic(target), false);
    },
    subnet: checkedTargetSubnet,
    canBeProposed: false,
  },
};

function placeOf({ choices }: WizardState): ComputePlace {
  return places[traitsOf(choices.kind).action];
}

/** Checks whether the compute resource is in the workspace's managed virtual network. */
export function usesManagedNetwork(state: WizardState): boolean {
  return placeOf(state).usesManagedNetwork(state);
}

export function publicIp(state: WizardState): boolean {
  return placeOf(state).publicIp(state);
}

/**
 * Returns the public-IP mode: the user's choice; otherwise No if the workspace has private link, or Yes. In December
 * 2020, every compute resource had a public IP.
 */
function chosenPublicIp(state: WizardState): boolean {
  const { publicIp: chosen, profile } = state.choices;
  return chosen ?? (profile === '2020-12' || !hasPrivateLink(chosenWorkspace(state)));
}

export function hasPrivateLink(workspace: WorkspaceSummary | undefined): boolean {
  return workspace?.hasPrivateEndpoint.known === true && workspace.hasPrivateEndpoint.value;
}

export function chosenNetwork(state: WizardState): VirtualNetwork | undefined {
  const id = state.choices.network;
  return id === null
    ? undefined
    : loadedValue(state.networks)?.virtualNetworks.find((one) => sameId(one.id, id));
}

/** Returns the subnet that Readiness shows: the user's choice, or one of the attached resource. */
export function subnetChoice(state: WizardState): ResourceId | null {
  return placeOf(state).subnet(state);
}

export interface ChosenSubnet {
  readonly model: NetworkModel;
  readonly subnet: Subnet;
  readonly network: VirtualNetwork;
}

export function chosenSubnet(state: WizardState): ChosenSubnet | undefined {
  if (isProposing(state)) return proposedSubnet(state);
  const model = loadedValue(state.networks);
  const id = subnetChoice(state);
  if (!model || id === null || usesManagedNetwork(state)) return undefined;
  const found = findSubnet(model, id);
  return found && { model, ...found };
}

/** Returns why the chosen subnet can't be used; null if it can, or if the network is to be created. */
export function unfitOf(state: WizardState): Reason | null {
  const found = chosenSubnet(state);
  return found && !isProposing(state) ? state.rows.unfit(found.subnet.id) : null;
}

/** Checks whether the plan is for a network to create. */
export function isProposing(state: WizardState): boolean {
  const { canBeProposed } = placeOf(state);
  return (
    canBeProposed &&
    state.choices.newNetwork !== null &&
    state.proposal !== null &&
    !usesManagedNetwork(state)
  );
}

function proposedSubnet({ proposal }: WizardState): ChosenSubnet | undefined {
  if (!proposal?.completed) return undefined;
  const { model, subnet } = proposal.completed;
  const found = findSubnet(model, subnet.id);
  return found && { model, ...found };
}

/**
 * Returns the compute resources of the region that were read, those of the chosen workspace first. If the last read
 * failed, uses earlier data.
 */
export function knownComputeResources(state: WizardState): readonly ComputeState[] {
  return [
    ...(loadedValue(state.computes) ?? state.earlierComputeResources ?? []),
    ...state.otherComputeResources,
  ];
}

/** Checks whether compute resources couldn't be read again, so that their data is outdated. */
export function isComputeListStale({ computes, earlierComputeResources }: WizardState): boolean {
  return computes.is === 'problem' && earlierComputeResources !== null;
}

export interface NamedCompute {
  readonly workspaceId: string;
  readonly name: string;
}

/** Checks whether both have the same workspace and name. */
export function isSameCreation(one: NamedCompute, other: NamedCompute): boolean {
  return sameId(one.workspaceId, other.workspaceId) && one.name.toLowerCase() === other.name.toLowerCase();
}

/** Returns the compute resources in `subnetId`, of any workspace. */
export function neighbors(state: WizardState, subnetId: ResourceId): readonly ComputeState[] {
  return inSubnet(knownComputeResources(state), subnetId);
}

function inSubnet(all: readonly ComputeState[], subnetId: ResourceId): readonly ComputeState[] {
  return all.filter((one) => one.subnetId !== null && sameId(one.subnetId, subnetId));
}

/**
 * Returns the number of addresses that other clusters of the subnet can still take: their maximum minus their current
 * nodes.
 */
export function reservedAddresses(state: WizardState, subnetId: ResourceId): number {
  return reservedAmong(knownComputeResources(state), subnetId);
}

/** Returns the same number for a list of compute resources. */
export function reservedAmong(all: readonly ComputeState[], subnetId: ResourceId): number {
  return inSubnet(all, subnetId).reduce((sum, one) => sum + reservedFor(one), 0);
}

/** Returns the number of addresses that a compute resource can still take. */
export function reservedFor({ nodes }: ComputeState): number {
  return nodes ? Math.max(0, nodes.max - nodes.current) : 0;
}

/** Returns the region of the nodes: the network's for a cluster, otherwise the workspace's. */
export function computeLocation(state: WizardState): string {
  const workspace = chosenWorkspace(state);
  const own = workspace?.location.known === true ? workspace.location.value : '';
  const network = chosenSubnet(state)?.network;
  if (!traitsOf(state.choices.kind).followsNetwork || !network?.location.known) return own;
  return network.location.value;
}

export function chosenVmSize(state: WizardState): VmSize | undefined {
  const lowerSize = state.choices.vmSize?.toLowerCase();
  const found = offeredSizes(state).find((one) => one.name.toLowerCase() === lowerSize);
  // Don't replace the size of a plan file.
  const isStated = lowerSize !== undefined && state.choices.planFile !== null;
  return found ?? (isStated ? undefined : defaultVmSize(state));
}

/** Returns the sizes that the compute kind supports; empty for an attached resource. */
export function offeredSizes(state: WizardState): readonly VmSize[] {
  const kind = computeKindOf(known(state.choices.kind));
  return (loadedValue(state.vmSizes) ?? []).filter((one) => kind !== null && one.supports.includes(kind));
}

/** Returns the vCPUs of a size and the quotas for them; undefined until the quotas are read. */
export function plannedCores(state: WizardState, size: VmSize): Known<PlannedCores> | undefined {
  const { quotas, choices } = state;
  if (quotas.is === 'problem') return unknown(reason('unknown.coreQuotas'));
  if (quotas.is !== 'ready') return undefined;
  const isLowPriority = traitsOf(choices.kind).scales && choices.priority === 'LowPriority';
  return known({ perNode: size.cores, family: size.family, isLowPriority, quotas: quotas.value });
}

/** Returns the quota that limits a size; undefined if it isn't readable. */
export function limitingQuota(
  state: WizardState,
  size: VmSize,
): { readonly left: number; readonly limit: number; readonly family: string } | undefined {
  const cores = plannedCores(state, size);
  const quota = cores?.known === true ? tightestCoreQuota(cores.value) : undefined;
  return quota && { left: coresLeft(quota), limit: quota.limit, family: quota.family };
}

/**
 * Returns `STANDARD_D2_V2` if it's offered and has quota, otherwise the smallest general-purpose size with quota left.
 */
function defaultVmSize(state: WizardState): VmSize | undefined {
  const fits = (one: VmSize): boolean => (limitingQuota(state, one)?.left ?? one.cores) >= one.cores;
  const candidates = offeredSizes(state).filter((one) => one.gpus === 0 && fits(one));
  const usual = candidates.find((one) => one.name.toUpperCase() === 'STANDARD_D2_V2');
  return usual ?? [...candidates].sort((a, b) => a.cores - b.cores || a.memoryGb - b.memoryGb)[0];
}
