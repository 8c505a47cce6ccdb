import { checkSettings, checkSubnet } from '../../checks/check-subnet';
import { planOfNetwork, settingsOfPlan } from '../../checks/plan-setting-results';
import { summarize, type Summary } from '../../checks/summary';
import { unfitReason } from '../../checks/subnet-suitability';
import type { CheckResult } from '../../core/check-result';
import { isAttachedKind, isComputeKind } from '../../core/compute-kinds';
import { known, unknown, valueOr, type Known } from '../../core/known';
import { emptyModel } from '../../core/network/empty-model';
import { findSubnet, findVirtualNetwork, sameId } from '../../core/network/find';
import type { NetworkModel, ResourceId } from '../../core/network/model';
import type { PlanToCheck } from '../../core/plan';
import { reason, type Reason } from '../../core/reason';
import type { WorkspaceServices } from '../../core/services/services';
import { findAttachTarget, subnetsOf } from './attach/chosen-target';
import { compareSummaries } from './attach/target-summary';
import { isSameInput, checkInputOf } from './check-input';
import { deriveWorkspaceRows } from './derive-workspace-rows';
import { derived, derivedEach, type ReadValue } from './derived';
import { cloudOf, planIn, withCores } from './derived-plan';
import { addSummaries, networkOutcome, subnetOutcome } from './row-outcomes';
import {
  chosenNetwork,
  chosenWorkspace,
  isComputeListStale,
  knownComputeResources,
  reservedAmong,
  publicIp,
  usesManagedNetwork,
} from './selection';
import { loadedValue, withParts, type DerivedRows, type RowOutcome, type WizardState } from './state';
import type { ComputeTurns } from './compute-turns';

/**
 * Maximum number of rows for checking a complete list. In a longer list, visible rows and the subnets of the chosen
 * network are checked.
 */
const mostAtOnce = 90;

/** Derives the content of list rows. Each is computed once per change of its inputs, a few rows per turn. */
export function deriveRows(state: ReadValue<WizardState>, turns: ComputeTurns): DerivedRows {
  const plans = derivePlans(state);
  const unfit = deriveUnfit(state, plans);
  const summaryOf = deriveSummaries(state, plans, turns);
  const result = derivedEach((id: ResourceId): RowOutcome | undefined => {
    const model = plans.model();
    const network = model && findVirtualNetwork(model, id);
    if (!network) {
      const summary = summaryOf(id);
      return summary && subnetOutcome(summary);
    }
    const fit = network.subnets.filter((one) => unfit(one.id) === null);
    const summaries = fit.flatMap((one) => summaryOf(one.id) ?? []);
    return summaries.length < fit.length ? undefined : networkOutcome(summaries);
  });
  const isPossible = derived(() => chosenWorkspace(state()) !== undefined);
  const isComplete = derived(() => isPossible() && isSettled(state()));
  const checked = derived(() => checkedRows(state()));
  const seen = derived(() => state().seenRows, Object.is);
  const rowsToCheck = derived(() => new Set([...checked(), ...seen()]), Object.is);
  const expected = (id: ResourceId): RowOutcome | undefined => (isPossible() ? result(id) : undefined);
  const isListed = derived(
    () => !state().searching && (!isPossible() || checked().every((id) => expected(id) !== undefined)),
  );
  return {
    unfit,
    workspace: deriveWorkspaceRows(state, turns, isListed),
    get checked() {
      return isPossible() ? checked() : [];
    },
    expected,
    outcome: (id) => (isComplete() && rowsToCheck().has(id) ? result(id) : undefined),
  };
}

/** Checks whether the inputs of row results were read or can't be read. */
export function isSettled({ computes }: WizardState): boolean {
  return computes.is === 'ready' || computes.is === 'problem';
}

/** Returns the rows that are checked even if they aren't visible. */
function checkedRows(state: WizardState): readonly ResourceId[] {
  const { kind } = state.choices;
  if (isAttachedKind(kind)) return short((loadedValue(state.targets) ?? []).map(({ id }) => id));
  const networks = loadedValue(state.networks)?.virtualNetworks ?? [];
  const all = networks.flatMap((one) => [...one.subnets.map(({ id }) => id), one.id]);
  return all.length <= mostAtOnce ? all : short(chosenNetwork(state)?.subnets.map(({ id }) => id) ?? []);
}

function short(ids: readonly ResourceId[]): readonly ResourceId[] {
  return ids.length <= mostAtOnce ? ids : [];
}

interface RowPlans {
  readonly model: ReadValue<NetworkModel | undefined>;
  /** Returns the plan in a subnet, or in each subnet of a target. */
  of(id: ResourceId): readonly PlanToCheck[];
  isTarget(id: ResourceId): boolean;
}

function derivePlans(state: ReadValue<WizardState>): RowPlans {
  // Until they're read, assume that compute resources haven't reserved addresses.
  const noCompute = { is: 'ready', value: [], readAt: '' } as const;
  const now = (): WizardState => (isSettled(state()) ? state() : withParts(state(), { computes: noCompute }));
  const services = derived(() => state().services?.value, Object.is);
  const ofNetwork = (plan: PlanToCheck): PlanToCheck =>
    planOfRow(planOfNetwork(plan, services()), services());
  const base = derived(() => ofNetwork(planIn(now(), null)));
  const isManaged = derived(() => usesManagedNetwork(state()));
  const computes = derived(() => knownComputeResources(now()));
  const areRead = derived(() => now().computes.is === 'ready' || isComputeListStale(now()));
  const reserved = (id: ResourceId): Known<number> =>
    areRead() ? known(reservedAmong(computes(), id)) : unknown(reason('unknown.computesNotRead'));
  const target = derivedEach((id: ResourceId) => findAttachTarget(state(), id), Object.is);
  const of = derivedEach((id: ResourceId): readonly PlanToCheck[] => {
    const found = target(id);
    if (found) return placesOf(subnetsOf(found)).map((one) => ofNetwork(planIn(now(), one, found)));
    return [isManaged() ? base() : { ...base(), subnetId: id, reservedAddresses: reserved(id) }];
  });
  return {
    of,
    model: derived(() => loadedValue(state().networks), Object.is),
    isTarget: (id) => target(id) !== undefined,
  };
}

/**
 * Removes the VM size unless the plan is the cluster that builds images. Otherwise, each change of the size would check
 * all rows again.
 */
function planOfRow(plan: PlanToCheck, services: WorkspaceServices | undefined): PlanToCheck {
  const builder = services ? valueOr(services.buildCompute, null)?.name : undefined;
  const isBuilder = builder !== undefined && builder.toLowerCase() === plan.name?.toLowerCase();
  return isBuilder || plan.vmSize === undefined ? plan : { ...plan, vmSize: null };
}

/** Returns the subnets of a target. Without a subnet, it's checked once. */
function placesOf(subnets: readonly ResourceId[]): readonly (ResourceId | null)[] {
  return subnets.length > 0 ? subnets : [null];
}

/** Derives why a row can't be used for the plan, in short form; null if it can, or if nothing was read. */
function deriveUnfit(state: ReadValue<WizardState>, plans: RowPlans): DerivedRows['unfit'] {
  const cloud = derived(() => cloudOf(state()));
  const lockedScopes = derived(() => lockedScopesOf(state()));
  return derivedEach((id: ResourceId): Reason | null => {
    const model = plans.model();
    if (!plans.isTarget(id) && !model) return null;
    const found = plans.of(id).map((plan) => unfitReason(model ?? emptyModel(cloud()), plan));
    const unfit = found.find((one) => one !== undefined);
    const isLocked = lockedScopes().some((scope) => `${id.toLowerCase()}/`.startsWith(`${scope}/`));
    return unfit ?? (isLocked ? reason('list.lockedGroup') : null);
  });
}

/**
 * Returns the scopes with a read-only lock. Nodes with a public IP need network resources in the network's resource
 * group, which such a lock prevents.
 */
function lockedScopesOf(state: WizardState): readonly string[] {
  if (!isComputeKind(state.choices.kind) || !publicIp(state)) return [];
  return state.locks.flatMap(({ level, scope }) => (level === 'ReadOnly' ? [scope.toLowerCase()] : []));
}

/** Derives the counts of a subnet's results, or of a target's worst subnet; undefined until they're computed. */
function deriveSummaries(
  state: ReadValue<WizardState>,
  plans: RowPlans,
  turns: ComputeTurns,
): (id: ResourceId) => Summary | undefined {
  const cloud = derived(() => cloudOf(state()));
  const chosen = derived(() => state().choices.subnet);
  const ofChosen = derived(() => checkInputOf(state()), isSameInput);
  const ofOthers = derived(() => checkInputOf(state(), 'another'), isSameInput);
  const factsOf = (id: ResourceId) => {
    const subnet = chosen();
    return plans.isTarget(id) || subnet === null || sameId(subnet, id) ? ofChosen() : ofOthers();
  };
  const places = derivedEach((id: ResourceId): readonly Summary[] | undefined => {
    const facts = factsOf(id);
    const isTarget = plans.isTarget(id);
    const model = plans.model() ?? (isTarget ? emptyModel(cloud()) : undefined);
    if (!facts || !model || !(isTarget || findSubnet(model, id)) || !turns.mayGoOn()) return undefined;
    return plans.of(id).map((plan) => summarize(withoutPlanSettings(checkSubnet(model, plan, facts))));
  });
  const ofPlan = derived(() => summarize(checkedPlan(state())));
  return (id) => {
    const [worst] = [...(places(id) ?? [])].sort((one, other) => compareSummaries(other, one));
    return worst && addSummaries(worst, ofPlan());
  };
}

/**
 * Checks the name's format and the quota of the size, which apply to every row. Rows aren't checked again while the
 * user types the name.
 */
function checkedPlan(state: WizardState): readonly CheckResult[] {
  return checkSettings(emptyModel(cloudOf(state)), withCores(state, planIn(state, null)), settingsOfPlan);
}

function withoutPlanSettings(results: readonly CheckResult[]): readonly CheckResult[] {
  return results.filter(({ requirement }) => !settingsOfPlan.includes(requirement));
}
