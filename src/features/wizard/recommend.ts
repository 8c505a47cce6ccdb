import type { WorkspaceSummary } from '../../azure/ports';
import { checkSubnet } from '../../checks/check-subnet';
import { summarize, type Summary } from '../../checks/summary';
import { unfitReason } from '../../checks/subnet-suitability';
import type { SubnetReason, WorkspaceReason } from '../../contract/wizard/recommended';
import { valueOr } from '../../core/known';
import { findSubnet, sameId } from '../../core/network/find';
import type { NetworkModel, ResourceId, Subnet, VirtualNetwork } from '../../core/network/model';
import { subnetCapacity } from '../../core/network/subnet-capacity';
import { checkInputOf } from './check-input';
import { planIn } from './derived-plan';
import {
  supportsCompute,
  chosenWorkspace,
  hasPrivateLink,
  reservedAddresses,
  runsNetwork,
  usesManagedNetwork,
} from './selection';
import { loadedValue, withParts, type WizardState } from './state';

export interface Recommended<Why> {
  readonly id: ResourceId;
  readonly because: Why;
}

/** A search in steps. The caller can yield to the event loop between two subnets, and can end the search. */
export type Search<T> = Generator<undefined, T>;

/** Maximum number of subnets to check for a workspace. In a subscription with more, the others aren't considered. */
const mostChecks = 120;

/** Finds a workspace to start with if none was used before: by its ready subnets, not by its name. */
export function* findWorkspace(state: WizardState): Search<Recommended<WorkspaceReason> | null> {
  const all = (loadedValue(state.workspaces) ?? []).filter(supportsCompute);
  const own = all.filter((one) => !runsNetwork(one));
  const linked = yield* mostReady(state, own.filter(hasPrivateLink));
  if (linked) return { id: linked.id, because: 'endpoint-and-ready' };
  const ready = yield* mostReady(state, own);
  return ready && { id: ready.id, because: 'most-ready' };
}

function* mostReady(
  state: WizardState,
  workspaces: readonly WorkspaceSummary[],
): Search<WorkspaceSummary | null> {
  let best: WorkspaceSummary | null = null;
  let most = 0;
  let left = mostChecks;
  for (const workspace of workspaces) {
    const there = withWorkspace(state, workspace);
    const subnets = candidates(there).slice(0, left);
    left -= subnets.length;
    const count = yield* readyOf(there, subnets);
    if (count > most) [best, most] = [workspace, count];
  }
  return best;
}

function* readyOf(state: WizardState, subnets: readonly Candidate[]): Search<number> {
  let count = 0;
  for (const { subnet } of subnets) {
    const summary = subnetSummary(state, subnet.id);
    if (summary && isReadyAsRead(summary)) count += 1;
    yield undefined;
  }
  return count;
}

/** Returns the state with another workspace chosen, as if no other data of that workspace was read. */
export function withWorkspace(state: WizardState, { id }: Pick<WorkspaceSummary, 'id'>): WizardState {
  const choices = { ...state.choices, workspace: id, publicIp: null, network: null, subnet: null };
  const computes = { is: 'ready', value: [], readAt: '' } as const;
  return withParts(state, { choices, computes, otherComputeResources: [], governance: null, services: null });
}

interface Candidate {
  readonly subnet: Subnet;
  /** True if it's in the network of the workspace's private endpoint. */
  readonly isHome: boolean;
}

interface CheckedCandidate extends Candidate {
  readonly summary: Summary;
  readonly free: number;
}

/**
 * Finds a subnet to start with, in the workspace's region.
 * Prefers ready subnets, in the network of its private endpoint if possible, with the most free addresses. If none is
 * ready, returns the closest to ready.
 */
export function* findSubnetToStart(state: WizardState): Search<Recommended<SubnetReason> | null> {
  const checked: CheckedCandidate[] = [];
  for (const candidate of candidates(state).slice(0, mostChecks)) {
    const summary = subnetSummary(state, candidate.subnet.id);
    const { free } = subnetCapacity(candidate.subnet, reservedAddresses(state, candidate.subnet.id));
    if (summary) checked.push({ ...candidate, summary, free: free ?? 0 });
    yield undefined;
  }
  const ready = checked.filter(({ summary, free }) => isReadyAsRead(summary) && free > 0).sort(byFree);
  const atEndpoint = ready.find(({ isHome }) => isHome);
  if (atEndpoint) return { id: atEndpoint.subnet.id, because: 'ready-at-endpoint' };
  if (ready[0]) return { id: ready[0].subnet.id, because: 'ready' };
  const [closest] = checked.sort((a, b) => openResults(a.summary) - openResults(b.summary) || byFree(a, b));
  return closest ? { id: closest.subnet.id, because: 'closest' } : null;
}

function byFree(a: CheckedCandidate, b: CheckedCandidate): number {
  return b.free - a.free;
}

/**
 * Returns the subnets of the workspace's region that fit the plan. Those in the network of its private endpoint come
 * first.
 */
export function candidates(state: WizardState): readonly Candidate[] {
  const model = loadedValue(state.networks);
  const workspace = chosenWorkspace(state);
  if (!model || !workspace || usesManagedNetwork(state)) return [];
  const region = valueOr(workspace.location, '');
  const home = homeOf(model, workspace.id);
  const networks = model.virtualNetworks.filter((one) => valueOr(one.location, '') === region);
  const ordered = [...networks.filter((one) => one === home), ...networks.filter((one) => one !== home)];
  return ordered.flatMap((network) =>
    network.subnets.flatMap((subnet) =>
      unfitReason(model, planIn(state, subnet.id)) === undefined
        ? [{ subnet, isHome: network === home }]
        : [],
    ),
  );
}

/** Returns the network of the workspace's private endpoint. */
export function homeOf(model: NetworkModel, workspaceId: ResourceId): VirtualNetwork | undefined {
  const endpoint = valueOr(model.privateEndpoints, []).find((one) => sameId(one.targetId, workspaceId));
  return endpoint && findSubnet(model, endpoint.subnetId)?.network;
}

/** Checks a subnet like a list row; undefined until service tags are loaded. */
function subnetSummary(state: WizardState, id: ResourceId): Summary | undefined {
  const model = loadedValue(state.networks);
  const facts = checkInputOf(state, 'another');
  return model && facts && summarize(checkSubnet(model, planIn(state, id), facts));
}

/**
 * Checks whether a subnet is ready with nothing unknown, including DNS. A subnet that only seems ready by assumptions
 * isn't recommended.
 */
function isReadyAsRead({ ready, dnsUnchecked }: Summary): boolean {
  return ready && !dnsUnchecked;
}

function openResults({ errors, unknown }: Summary): number {
  return errors + unknown;
}
