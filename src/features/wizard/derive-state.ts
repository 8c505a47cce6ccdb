import { dequal } from 'dequal';
import { fixabilityOf, type Fixability, findFix } from '../../checks/fixes/find-fix';
import { causesOf, type ResultsBehind } from '../../checks/causes';
import { resultsBehind } from '../../checks/causes-in';
import { checkSubnet } from '../../checks/check-subnet';
import { isSameFacts } from '../../checks/check-subnet-cached';
import { checkNameAndSize, planOfNetwork, withPlanResults } from '../../checks/plan-setting-results';
import { emptyModel } from '../../core/network/empty-model';
import { sameId } from '../../core/network/find';
import type { CheckResult } from '../../core/check-result';
import type { NetworkModel, ResourceId } from '../../core/network/model';
import type { PlanToCheck } from '../../core/plan';
import { chosenTarget, subnetsOf } from './attach/chosen-target';
import { isSameInput, checkInputOf } from './check-input';
import { derived, lazyProperties, type ReadValue } from './derived';
import { cloudOf, planIn, planToCheck } from './derived-plan';
import { stateOfCreation } from './creation-evidence';
import { deriveRows } from './derive-rows';
import { proposalInput, propose } from './new-network';
import type { ProposalInput } from './proposal';
import { chosenSubnet, chosenWorkspace, isProposing, usesManagedNetwork } from './selection';
import {
  loadedValue,
  withParts,
  type DerivedState,
  type Evaluation,
  type WizardState,
  type CodeFixes,
} from './state';
import type { ComputeTurns } from './compute-turns';
import { afterFix } from '../../checks/fixes/after-fix';
import type { FixInput } from '../../checks/fixes/fix-input';
import type { Fix } from '../../core/fix';
import { codeOptionsFor } from './actions/code-options';

/** Derives everything from facts, choices, and processes. Each part is computed lazily, once per change. */
export function deriveState(state: ReadValue<WizardState>, turns: ComputeTurns): DerivedState {
  const rows = deriveRows(state, turns);
  return lazyProperties<DerivedState>({
    proposal: deriveProposal(state),
    evaluation: deriveEvaluation(state),
    codeFixes: derived(() => codeFixesOf(state())),
    creationResults: deriveCreationResults(state),
    rows: () => rows,
  });
}

/**
 * Derives the proposed network. The typed subnet's addresses limit the nodes, and the nodes affect the proposal.
 * Therefore, it's computed a second time with these nodes.
 */
function deriveProposal(state: ReadValue<WizardState>): ReadValue<DerivedState['proposal']> {
  const nothingYet = (): WizardState => withParts(state(), { proposal: null });
  const input = derived(() => proposalInput(nothingYet(), planIn(nothingYet(), null)), isSameProposal);
  const first = derived(() => {
    const proposalFacts = input();
    return proposalFacts && propose(proposalFacts);
  }, Object.is);
  const plan = derived(() => ({ ...planIn(withParts(state(), { proposal: first() }), null), name: null }));
  return derived(() => {
    const proposalFacts = input();
    return proposalFacts === null || dequal(plan(), proposalFacts.plan)
      ? first()
      : propose({ ...proposalFacts, plan: plan() });
  }, Object.is);
}

function isSameProposal(a: ProposalInput | null, b: ProposalInput | null): boolean {
  if (!a || !b) return a === b;
  const isSameOrEqual = dequal([a.options, a.workspace, a.plan], [b.options, b.workspace, b.plan]);
  return a.networks === b.networks && isSameFacts(a.facts, b.facts) && isSameOrEqual;
}

type Checked = Omit<Evaluation, 'revision' | 'readAt' | 'about' | 'before'>;

/** Evaluation without the results that depend on the compute resource's name and size. */
type CheckedNetwork = Omit<Checked, 'causes'> & { readonly behind: ResultsBehind };

function deriveEvaluation(state: ReadValue<WizardState>): ReadValue<Evaluation | null> {
  const facts = derived(() => checkInputOf(state()), isSameInput);
  const plan = derived(() => planToCheck(state()));
  const model = derived(() => checkedModel(state()), isSameModel);
  const isPossible = derived(() => canCheck(state()));
  const isProposed = derived(() => isProposing(state()));
  const otherSubnetPlans = derived(() => plansOfOtherSubnets(state()));
  const ofNetwork = derived(() => planOfNetwork(plan(), facts()?.services));
  const network = derived((): CheckedNetwork | null => {
    const input = facts();
    if (!input || !isPossible()) return null;
    const checkedState = { model: model(), plan: ofNetwork(), facts: input };
    const check = (one: PlanToCheck) =>
      checkSubnet(checkedState.model, planOfNetwork(one, input.services), input);
    const results = check(checkedState.plan);
    // A network that doesn't exist can't be changed in Azure, and the proposal already contains its fixes.
    const { fixable, apart, refused } = isProposed() ? noFix : fixabilityOf(checkedState, results);
    return {
      results,
      today: checkedState.plan.profile === 'current' ? results : check(todaysPlan(checkedState.plan)),
      ofOtherSubnets: new Map(otherSubnetPlans().map(([id, one]) => [id, check(one)])),
      fixable: new Set(fixable),
      apart,
      unfixable: refused,
      behind: resultsBehind(checkedState, results),
    };
  }, Object.is);
  const checked = derived((): Checked | null => {
    const found = network();
    const input = facts();
    if (!found || !input) return null;
    const named = (results: readonly CheckResult[], one: PlanToCheck): readonly CheckResult[] =>
      withPlanResults(results, checkNameAndSize({ model: model(), plan: one, facts: input }));
    const results = named(found.results, plan());
    const ofOtherSubnets = otherSubnetPlans().map(
      ([id, one]) => [id, named(found.ofOtherSubnets.get(id) ?? [], one)] as const,
    );
    const today = found.today === found.results ? results : named(found.today, todaysPlan(plan()));
    const { behind, ...ofNetwork } = found;
    return {
      ...ofNetwork,
      results,
      causes: causesOf(results, behind),
      today,
      ofOtherSubnets: new Map(ofOtherSubnets),
    };
  }, Object.is);
  const withHistory = deriveHistory(checked, plan);
  const readAt = derived(() => readAtOf(state(), plan().subnetId));
  return derived(() => {
    const now = withHistory();
    return now && { ...now, readAt: readAt() };
  }, Object.is);
}

/** Returns the results before the last change. A change of the name alone doesn't count as a change. */
function resultsBefore(
  last: Pick<Evaluation, 'results' | 'before'>,
  now: Pick<Evaluation, 'results'> | null,
): readonly CheckResult[] {
  return now && dequal(last.results, now.results) ? last.before : last.results;
}

/** Adds the earlier results of the same plan, so that changes can be shown. */
function deriveHistory(
  checked: ReadValue<Checked | null>,
  plan: ReadValue<PlanToCheck>,
): ReadValue<Omit<Evaluation, 'readAt'> | null> {
  let last: Omit<Evaluation, 'readAt'> | null = null;
  return derived(() => {
    const now = checked();
    const about = aboutOf(plan());
    const before = last?.about === about ? resultsBefore(last, now) : [];
    last = now && { ...now, about, before, revision: (last?.revision ?? 0) + 1 };
    return last;
  }, Object.is);
}

/** Returns a key of subnet, workspace, and plan choices, without values that Azure can change. */
function aboutOf({ subnetId, workspace, target, kind, publicIp, ...plan }: PlanToCheck): string {
  const { profile, name, minNodes, maxNodes, publicSsh, serviceRegions } = plan;
  const place = [subnetId, workspace.known ? workspace.value.id : null, target?.id ?? null];
  const ids = place.map((id) => id?.toLowerCase() ?? null);
  return JSON.stringify([
    ...ids,
    kind,
    publicIp,
    profile,
    name,
    minNodes,
    maxNodes,
    publicSsh,
    serviceRegions,
  ]);
}

/** Derives the evidence of a creation from its own plan, even if the user has started another plan. */
function deriveCreationResults(state: ReadValue<WizardState>): ReadValue<readonly CheckResult[]> {
  const own = (): WizardState | null => stateOfCreation(state());
  const facts = derived(() => {
    const checkedState = own();
    return checkedState ? checkInputOf(checkedState) : undefined;
  }, isSameInput);
  const plan = derived(() => {
    const checkedState = own();
    return checkedState && canCheck(checkedState) ? planToCheck(checkedState) : null;
  });
  const model = derived(() => checkedModel(own() ?? state()), isSameModel);
  return derived(() => {
    const checkedState = plan();
    const input = facts();
    return checkedState && input ? checkSubnet(model(), checkedState, input) : [];
  }, Object.is);
}

function todaysPlan(plan: PlanToCheck): PlanToCheck {
  return { ...plan, profile: 'current' };
}

const noFix: Fixability = { fixable: [], apart: new Map(), refused: new Map() };

/** Returns the model to check: everything that was read, and the proposed network if the plan uses one. */
function checkedModel(state: WizardState): NetworkModel {
  return chosenSubnet(state)?.model ?? loadedValue(state.networks) ?? emptyModel(cloudOf(state));
}

/** Compares models by identity, because they're large and immutable. */
function isSameModel(a: NetworkModel, b: NetworkModel): boolean {
  return a === b || (isEmpty(a) && isEmpty(b) && a.cloud === b.cloud);
}

function isEmpty(model: NetworkModel): boolean {
  return dequal(model, emptyModel(model.cloud));
}

/** Returns the read time. If a subnet was read again without a change, its own read counts. */
function readAtOf(state: WizardState, subnetId: ResourceId | null): string {
  const { workspaces, networks, subnetRead } = state;
  const list = usesManagedNetwork(state) || networks.is !== 'ready' ? workspaces : networks;
  const listedAt = list.is === 'ready' ? list.readAt : '';
  const isRead = subnetRead !== null && subnetId !== null && sameId(subnetRead.id, subnetId);
  return isRead && subnetRead.at > listedAt ? subnetRead.at : listedAt;
}

function canCheck(state: WizardState): boolean {
  if (!chosenWorkspace(state)) return false;
  // Attached resources have requirements that don't depend on a subnet.
  return usesManagedNetwork(state) || chosenSubnet(state) !== undefined || chosenTarget(state) !== undefined;
}

/** Returns the plans of a target's other subnets, with today's requirements because it's attached today. */
function plansOfOtherSubnets(state: WizardState): readonly (readonly [ResourceId, PlanToCheck])[] {
  const target = chosenTarget(state);
  if (!target) return [];
  const shown = planToCheck(state).subnetId;
  const others = subnetsOf(target).filter((id) => shown === null || !sameId(id, shown));
  return others.map((id) => [id, { ...planIn(state, id, target), profile: 'current' }]);
}

/** Returns the fixes that go into the code. Each is tested on the network with the earlier fixes applied. */
function codeFixesOf(state: WizardState): CodeFixes {
  const completed = state.proposal?.completed;
  if (completed && isProposing(state)) return { fixes: completed.fixes, untested: null };
  const { fixesInCode, fixOptionsInCode } = state.choices;
  let input = fixesInCode.length > 0 ? fixInput(state) : undefined;
  const fixes: Fix[] = [];
  for (const ids of fixesInCode) {
    const found = input && findFix(input, ids, codeOptionsFor(fixOptionsInCode, ids));
    if (!found || !input) return { fixes, untested: ids };
    fixes.push(found.fix);
    input = afterFix(input, found.fix.changes);
  }
  return { fixes, untested: null };
}

function fixInput(state: WizardState): FixInput | undefined {
  const facts = checkInputOf(state);
  const model = loadedValue(state.networks);
  return model && facts && { model, plan: planToCheck(state), facts };
}
