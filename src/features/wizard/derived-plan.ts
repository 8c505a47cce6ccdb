import type { AttachTarget } from '../../core/attach-target';
import type { WorkspaceSummary } from '../../azure/ports';
import { planInProposedSubnet } from '../../checks/new-network/complete-proposed-network';
import type { Fix } from '../../core/fix';
import { known, unknown, type Known } from '../../core/known';
import type { Cloud, ResourceId } from '../../core/network/model';
import { isComputeKind, traitsOf, isAttachedKind } from '../../core/compute-kinds';
import type { PlanToCheck } from '../../core/plan';
import { reason } from '../../core/reason';
import { statedRegions } from '../../core/stated-regions';
import { defaultComputeName, validateComputeName } from '../../plans/compute-name';
import type { Plan, ComputePlan } from '../../plans/compute-plan';
import { attachedPart, attachPlan } from './attach/attach-plan';
import { chosenTarget } from './attach/chosen-target';
import { subnetCapacity } from '../../core/network/subnet-capacity';
import {
  isComputeListStale,
  chosenSubnet,
  chosenVmSize,
  chosenWorkspace,
  computeLocation,
  knownComputeResources,
  plannedCores,
  limitingQuota,
  usesManagedNetwork,
  isProposing,
  subnetChoice,
  reservedAddresses,
  publicIp,
} from './selection';
import { optionFault, plannedOptions, usesPublicPort, type OptionFault } from './size-options';
import { loadedValue, type WizardState } from './state';
import { machinePrice } from '../../wording/compute-cost';

/** Returns the plan to check, as far as it's chosen, in `subnetId`. Default: the chosen subnet. */
export function planToCheck(state: WizardState, subnetId?: ResourceId): PlanToCheck {
  const { proposal } = state;
  const plan =
    proposal && subnetId === undefined && isProposing(state)
      ? planInProposedSubnet(proposal.proposed, planIn(state, null))
      : planIn(state, subnetId ?? subnetChoice(state));
  return withCores(state, plan);
}

/** Adds the vCPUs of the chosen size, and the quotas for them, if they were read. */
export function withCores(state: WizardState, plan: PlanToCheck): PlanToCheck {
  const size = chosenVmSize(state);
  const cores = size && plannedCores(state, size);
  return cores ? { ...plan, cores } : plan;
}

/** Returns the plan in an existing subnet and for any target; `null` means no subnet. */
export function planIn(
  state: WizardState,
  subnetId: ResourceId | null,
  target: AttachTarget | undefined = chosenTarget(state),
): PlanToCheck {
  const subnet = usesManagedNetwork(state) ? null : subnetId;
  const nodes = plannedNodes(state);
  const { kind } = state.choices;
  return {
    cloud: cloudOf(state),
    profile: state.choices.profile,
    kind: known(kind),
    publicIp: known(publicIp(state)),
    workspace: knownWorkspace(chosenWorkspace(state)),
    ...chosenRegions(state),
    subnetId: subnet,
    name: plannedName(state),
    minNodes: known(nodes.min),
    maxNodes: known(nodes.max),
    vmSize: chosenVmSize(state)?.name ?? null,
    reservedAddresses: reserved(state, subnet),
    ...(isComputeListStale(state) ? { reservedAsBefore: reason('check.assume.earlierComputes') } : {}),
    publicSsh: usesPublicPort(state),
    ...(isAttachedKind(kind) ? attachedPart(state, kind, target) : {}),
  };
}

export function cloudOf(state: WizardState): Cloud {
  return loadedValue(state.connection)?.cloud ?? 'public';
}

function knownWorkspace(workspace: WorkspaceSummary | undefined): PlanToCheck['workspace'] {
  return workspace ? known(workspace) : unknown(reason('unknown.notChosen'));
}

/** Returns the chosen regions; empty if none is chosen. */
function chosenRegions({ choices }: WizardState): Pick<PlanToCheck, 'serviceRegions'> {
  const pairs = choices.serviceRegions.map(({ service, region }) => [service, region] as const);
  const serviceRegions = statedRegions(pairs) ?? {};
  return pairs.length > 0 ? { serviceRegions } : {};
}

function reserved(state: WizardState, subnet: ResourceId | null): Known<number> {
  if (subnet === null) return known(0);
  return state.computes.is === 'ready' || isComputeListStale(state)
    ? known(reservedAddresses(state, subnet))
    : unknown(reason('unknown.computesNotRead'));
}

/** Returns the user's name for the resource, or an unused default name. */
export function plannedName(state: WizardState): string {
  return state.choices.name ?? defaultName(state);
}

export interface PlannedNodes {
  readonly min: number;
  readonly max: number;
}

/**
 * Returns the minimum and maximum of nodes. The default maximum is the smallest of 4, the free addresses, and the
 * quota.
 */
export function plannedNodes(state: WizardState): PlannedNodes {
  if (!traitsOf(state.choices.kind).scales) return { min: 1, max: 1 };
  const { minNodes, maxNodes } = state.choices;
  return { min: minNodes, max: maxNodes ?? Math.max(minNodes, defaultMaxNodes(state)) };
}

function defaultMaxNodes(state: WizardState): number {
  const found = chosenSubnet(state);
  const free = found ? subnetCapacity(found.subnet, reservedAddresses(state, found.subnet.id)).free : null;
  const size = chosenVmSize(state);
  const quota = size && limitingQuota(state, size);
  const byQuota = size && quota ? Math.floor(quota.left / size.cores) : null;
  return Math.max(1, Math.min(4, free ?? 4, byQuota ?? 4));
}

/** Returns the fault of a cluster's node numbers; null if they're valid. */
export function nodesFault(state: WizardState): 'none' | 'order' | 'idle' | null {
  if (!traitsOf(state.choices.kind).scales) return null;
  const { min, max } = plannedNodes(state);
  if (max < 1) return 'none';
  if (min > max) return 'order';
  return state.choices.idleMinutes < 1 ? 'idle' : null;
}

/** Returns the first missing input, or null if the plan can be created or written. */
function missingInput(
  state: WizardState,
): 'workspace' | 'subnet' | 'size' | 'name' | 'nodes' | OptionFault | null {
  if (!chosenWorkspace(state)) return 'workspace';
  if (!usesManagedNetwork(state) && !chosenSubnet(state)) return 'subnet';
  if (!chosenVmSize(state)) return 'size';
  if (validateComputeName(state.choices.kind, plannedName(state)).is === 'error') return 'name';
  return nodesFault(state) === null ? optionFault(state) : 'nodes';
}

/** Returns the complete plan, to create or to attach; undefined if an input is missing. */
export function completePlan(state: WizardState, fixes: readonly Fix[]): Plan | undefined {
  const plans = {
    create: () => computePlan(state, fixes),
    attach: () => attachPlan(state, plannedName(state), fixes),
  };
  return plans[traitsOf(state.choices.kind).action]();
}

/** Returns the complete plan of a resource to create; undefined if an input is missing. */
function computePlan(state: WizardState, fixes: readonly Fix[]): ComputePlan | undefined {
  const workspace = chosenWorkspace(state);
  const size = chosenVmSize(state);
  const { idleMinutes, priority, kind } = state.choices;
  if (!workspace || !size || !isComputeKind(kind) || missingInput(state) !== null) return undefined;
  const nodes = plannedNodes(state);
  return {
    kind,
    name: plannedName(state),
    workspaceId: workspace.id,
    workspaceLocation: workspace.location.known ? workspace.location.value : '',
    location: computeLocation(state),
    publicIp: publicIp(state),
    subnetId: chosenSubnet(state)?.subnet.id ?? null,
    vmSize: size.name,
    nodes: { ...nodes, idleMinutes, priority },
    ...plannedOptions(state),
    fixes,
  };
}

/** Returns the name of the plan, or an unused default name if it's empty or taken. */
export function freePlanName(state: WizardState): string {
  const name = plannedName(state).trim();
  const isInUse = namesInUse(state).some((one) => one.toLowerCase() === name.toLowerCase());
  return name === '' || isInUse ? defaultName(state) : name;
}

/** Returns the names in the region, as far as they're readable, and the name that is being created. */
function namesInUse(state: WizardState): readonly string[] {
  const { creating } = state.choices;
  const names = knownComputeResources(state).map((one) => one.name);
  return creating === null ? names : [...names, creating.plan.name];
}

/** Returns a default name that isn't used in the region. */
function defaultName(state: WizardState): string {
  const { kind } = state.choices;
  const from = traitsOf(kind).isPersonal
    ? loadedValue(state.connection)?.userName
    : chosenTarget(state)?.name;
  return defaultComputeName(kind, from ?? '', namesInUse(state));
}

/** Returns the price of the plan's size and priority; null if Azure doesn't list one. */
export function priceOf(state: WizardState, plan: ComputePlan): ReturnType<typeof machinePrice> {
  return machinePrice(loadedValue(state.vmSizes) ?? [], plan);
}
