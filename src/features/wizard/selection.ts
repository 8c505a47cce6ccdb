import type { ComputeState, SubscriptionSummary, VmSize, WorkspaceSummary } from '../../azure/ports';
import { computeKindOf, traitsOf, type PlanKind, type ComputeAction } from '../../core/compute-kinds';
import { isTargetPublic } from '../../core/attach-target';
import { known, valueOr } from '../../core/known';
import { findSubnet, sameId } from '../../core/network/find';
import type { NetworkModel, ResourceId, Subnet, VirtualNetwork } from '../../core/network/model';
import type { Reason } from '../../core/reason';
import { chosenTarget, checkedTargetSubnet } from './attach/chosen-target';
import { loadedValue, type WizardState } from './state';

/** The chosen things themselves, looked up in what was read; undefined where not chosen or not there any more. */

export function chosenSubscription(state: WizardState): SubscriptionSummary | undefined {
  return loadedValue(state.subscriptions)?.find((one) => one.id === state.choices.subscription);
}

/** Those that the person wants to see, and the one that is chosen. */
export function shownSubscriptions(state: WizardState): readonly SubscriptionSummary[] {
  const all = loadedValue(state.subscriptions) ?? [];
  const { shown, choices } = state;
  if (shown === null) return all;
  return all.filter((one) => shown.includes(one.id.toLowerCase()) || one.id === choices.subscription);
}

/** The row that was picked, whether computes can be made in it or not. */
export function pickedWorkspace(state: WizardState): WorkspaceSummary | undefined {
  const id = state.choices.workspace;
  return id === null ? undefined : loadedValue(state.workspaces)?.find((one) => sameId(one.id, id));
}

/** The workspace that the compute is made in; none while what was picked holds no computes. */
export function chosenWorkspace(state: WizardState): WorkspaceSummary | undefined {
  const picked = pickedWorkspace(state);
  return picked && canHoldCompute(picked) ? picked : undefined;
}

/** Computes of a project are its hub's; a feature store has none. */
export function canHoldCompute({ kind }: WorkspaceSummary): boolean {
  return kind === 'workspace' || kind === 'hub';
}

/** The hub of a project, where it is among the workspaces that were read. */
export function hubOf(state: WizardState, { hubId }: WorkspaceSummary): WorkspaceSummary | undefined {
  return hubId === null ? undefined : loadedValue(state.workspaces)?.find((one) => sameId(one.id, hubId));
}

/** True where the workspace runs a network of its own. */
export function runsNetwork(workspace: WorkspaceSummary | undefined): boolean {
  return workspace?.managedNetwork.known === true && workspace.managedNetwork.value !== 'disabled';
}

/** False where the chosen workspace can't have the kind. */
export function isKindPossible(state: WizardState, kind: PlanKind): boolean {
  return traitsOf(kind).worksInManagedNetwork || !runsNetwork(chosenWorkspace(state));
}

/** Where the machines are, and whether the internet reaches them. */
interface ComputePlace {
  readonly usesManagedNetwork: (state: WizardState) => boolean;
  readonly publicIp: (state: WizardState) => boolean;
  readonly subnet: (state: WizardState) => ResourceId | null;
  /** It can be planned in a network that does not exist yet. */
  readonly canBeProposed: boolean;
}

/** What Azure ML creates is where the person chooses; what is attached stays where it is. */
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

/** True where the compute lives in the workspace's own network. */
export function usesManagedNetwork(state: WizardState): boolean {
  return placeOf(state).usesManagedNetwork(state);
}

export function publicIp(state: WizardState): boolean {
  return placeOf(state).publicIp(state);
}

/**
 * The public-IP mode: the person's choice, else No where the workspace has private link, else Yes. In December 2020 every
 * compute resource had one.
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

/** The subnet that Readiness is of: the person's choice, or one of what is attached. */
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

/** Why the chosen subnet can't be used; null where it can, and of a network that doesn't exist yet. */
export function unfitOf(state: WizardState): Reason | null {
  const found = chosenSubnet(state);
  return found && !isProposing(state) ? state.rows.unfit(found.subnet.id) : null;
}

/** True where the plan is for a network that does not exist yet. */
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

/** Computes of the region that were read, earlier ones where that failed: the workspace's own first. */
export function knownComputeResources(state: WizardState): readonly ComputeState[] {
  return [...(loadedValue(state.computes) ?? state.earlierComputes ?? []), ...state.otherComputes];
}

/** The computes could not be read again: what is known of them was read before. */
export function isComputeListStale({ computes, earlierComputes }: WizardState): boolean {
  return computes.is === 'problem' && earlierComputes !== null;
}

export interface NamedCompute {
  readonly workspaceId: string;
  readonly name: string;
}

/** True where both name the same compute. */
export function isSameCreation(one: NamedCompute, other: NamedCompute): boolean {
  return sameId(one.workspaceId, other.workspaceId) && one.name.toLowerCase() === other.name.toLowerCase();
}

/** Computes that live in `subnetId`, of whichever workspace. */
export function neighbors(state: WizardState, subnetId: ResourceId): readonly ComputeState[] {
  return inSubnet(knownComputeResources(state), subnetId);
}

function inSubnet(all: readonly ComputeState[], subnetId: ResourceId): readonly ComputeState[] {
  return all.filter((one) => one.subnetId !== null && sameId(one.subnetId, subnetId));
}

/** Addresses that other clusters of the subnet may still take: their maximum less the nodes they run. */
export function promisedAddresses(state: WizardState, subnetId: ResourceId): number {
  return promisedAmong(knownComputeResources(state), subnetId);
}

/** The same of some compute resources. */
export function promisedAmong(all: readonly ComputeState[], subnetId: ResourceId): number {
  return inSubnet(all, subnetId).reduce((sum, one) => sum + promisedTo(one), 0);
}

/** Addresses that one compute may still take. */
export function promisedTo({ nodes }: ComputeState): number {
  return nodes ? Math.max(0, nodes.max - nodes.current) : 0;
}

/** The region the nodes run in: the network's for a cluster, the workspace's otherwise. */
export function computeLocation(state: WizardState): string {
  const workspace = chosenWorkspace(state);
  const own = workspace?.location.known === true ? workspace.location.value : '';
  const network = chosenSubnet(state)?.network;
  if (!traitsOf(state.choices.kind).followsNetwork || !network?.location.known) return own;
  return network.location.value;
}

export function chosenVmSize(state: WizardState): VmSize | undefined {
  const wanted = state.choices.vmSize?.toLowerCase();
  const found = offeredSizes(state).find((one) => one.name.toLowerCase() === wanted);
  // What a plan file states isn't replaced.
  const isStated = wanted !== undefined && state.choices.planFile !== null;
  return found ?? (isStated ? undefined : defaultVmSize(state));
}

/** Sizes that the kind of compute supports; none for what is attached. */
export function offeredSizes(state: WizardState): readonly VmSize[] {
  const kind = computeKindOf(known(state.choices.kind));
  return (loadedValue(state.vmSizes) ?? []).filter((one) => kind !== null && one.supports.includes(kind));
}

/** Cores left in a family; undefined where the quota is not readable. */
export function coresLeft(state: WizardState, family: string): { left: number; limit: number } | undefined {
  const quota = loadedValue(state.quotas)?.find((one) => one.family.toLowerCase() === family.toLowerCase());
  return quota && { left: Math.max(0, quota.limit - quota.used), limit: quota.limit };
}

/** `STANDARD_D2_V2` where it is offered and has quota, else the smallest general-purpose size with quota left. */
function defaultVmSize(state: WizardState): VmSize | undefined {
  const fits = (one: VmSize): boolean => (coresLeft(state, one.family)?.left ?? one.cores) >= one.cores;
  const candidates = offeredSizes(state).filter((one) => one.gpus === 0 && fits(one));
  const usual = candidates.find((one) => one.name.toUpperCase() === 'STANDARD_D2_V2');
  return usual ?? [...candidates].sort((a, b) => a.cores - b.cores || a.memoryGb - b.memoryGb)[0];
}
