import { onlyByDefault } from '../../checks/fixes/deny-other-outbound';
import { fixabilityOf, type Fixability } from '../../checks/fixes/find-fix';
import { checkSubnet } from '../../checks/check-subnet';
import { statusOf, type CheckResult } from '../../core/check-result';
import { emptyModel } from '../../core/network/empty-model';
import { sameId } from '../../core/network/find';
import type { NetworkModel, ResourceId } from '../../core/network/model';
import type { PlanToCheck } from '../../core/plan';
import { requirementsOf } from '../../requirements/requirements';
import { formatOutcome } from '../../wording/outcome-text';
import { change } from './actions/change';
import { chosenTarget, subnetsOf } from './attach/chosen-target';
import { checkAttachTarget } from './attach/target-summary';
import { codeOptionsFor } from './actions/code-options';
import { chosenSubnet, chosenWorkspace, usesManagedNetwork, isProposing } from './selection';
import type { WizardContext } from './context';
import { cloudOf, planToCheck, planIn } from './derived-plan';
import { checkInputOf } from './check-input';
import { renewedProposal } from './new-network';
import { newSince, rememberResults } from './remembered-results';
import { isNotReadYet } from './not-read-yet';
import { loadedValue, type Evaluation, type WizardState } from './state';

/** Checks the chosen subnet (or the managed network) as the plan now stands, and keeps the answer in the state. */
export function evaluatePlan(context: WizardContext): void {
  const { store } = context;
  renewProposal(context);
  const state = store.get();
  const facts = checkInputOf(state);
  if (!facts || !canCheck(state)) {
    if (state.evaluation) store.set({ evaluation: null });
    return;
  }
  const model = checkedModel(state);
  const plan = planToCheck(state);
  const judgements = checkSubnet(model, plan, facts);
  const today =
    plan.profile === 'current' ? judgements : checkSubnet(model, { ...plan, profile: 'current' }, facts);
  // What does not exist cannot be changed in Azure: it has its fixes already.
  const { fixable, permissions, refused } = isProposing(state)
    ? noFix
    : fixabilityOf({ model, plan, facts }, judgements);
  const about = aboutOf(plan);
  store.set({
    evaluation: {
      about,
      revision: (state.evaluation?.revision ?? 0) + 1,
      judgements,
      today,
      beside: besideOf(state, plan.subnetId),
      fixable: new Set(fixable),
      permissions,
      unfixable: refused,
      readAt: readAtOf(state.evaluation, plan.subnetId, listedAt(context)),
      was: changedText(context, { about, judgements }),
    },
  });
  forgetFixesDone(context, judgements);
  noteChecked(context, isProposing(state) ? null : plan.subnetId);
}

/** Subnet, workspace, and what is chosen of the plan; what Azure may change of them is not in it. */
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

const noFix: Fixability = { fixable: [], permissions: new Map(), refused: new Map() };

/** All that was read, and the network that does not exist yet where the plan is for one. */
function checkedModel(state: WizardState): NetworkModel {
  return chosenSubnet(state)?.model ?? loadedValue(state.networks) ?? emptyModel(cloudOf(state));
}

/** When the list was read that the results stand on. */
function listedAt({ store, ports }: WizardContext): string {
  const state = store.get();
  const list = usesManagedNetwork(state) ? state.workspaces : state.networks;
  return list.is === 'ready' ? list.readAt : ports.now().toISOString();
}

/** What a newer version asks beyond is said once, when the subnet is checked with it. */
function noteChecked(context: WizardContext, subnetId: ResourceId | null): void {
  if (subnetId === null) return;
  const { store } = context;
  const { judged } = store.get().choices;
  const asked = requirementsOf('current').map(({ requirement }) => requirement.id);
  const now = rememberResults(judged, subnetId, asked);
  if (now === judged) return;
  const applies = new Set(
    store
      .get()
      .evaluation?.today.flatMap((one) => (one.verdict.is === 'not-applicable' ? [] : [one.requirement])),
  );
  store.set({ newRequirements: newSince(judged, subnetId, asked).filter((id) => applies.has(id)) });
  change(context, { judged: now });
}

function renewProposal({ store }: WizardContext): void {
  const state = store.get();
  const facts = checkInputOf(state);
  const proposal = facts ? renewedProposal(state, planIn(state, null), facts) : null;
  if (proposal !== state.proposal) store.set({ proposal });
}

/** A subnet that was looked at again and found as the list had it is as young as that look. */
function readAtOf(before: Evaluation | null, subnetId: ResourceId | null, listedAt: string): string {
  const isSame = before?.judgements[0]?.subnetId === subnetId;
  return isSame && before.readAt > listedAt ? before.readAt : listedAt;
}

/** A fix for the code whose requirement is fine by now, or not asked any more, has nothing to write. */
function forgetFixesDone(context: WizardContext, judgements: readonly CheckResult[]): void {
  const { fixesInCode, fixWishes } = context.store.get().choices;
  const open = new Set(
    judgements
      .filter(({ verdict }) => ['open', 'unknown'].includes(statusOf(verdict)))
      .map((one) => one.requirement),
  );
  // What closes the rest has its work while flows leave by default.
  const byDefault = new Set(onlyByDefault(judgements));
  const isLeft = (id: string, closes: boolean): boolean => open.has(id) || (closes && byDefault.has(id));
  const rest = fixesInCode
    .map((ids) => ids.filter((id) => isLeft(id, codeOptionsFor(fixWishes, ids).closesRest === true)))
    .filter((ids) => ids.length > 0);
  if (rest.flat().length < fixesInCode.flat().length) change(context, { fixesInCode: rest });
}

function canCheck(state: WizardState): boolean {
  if (!chosenWorkspace(state)) return false;
  // Of what is attached something is checked wherever it is.
  return usesManagedNetwork(state) || chosenSubnet(state) !== undefined || chosenTarget(state) !== undefined;
}

/** What is attached counts with all its subnets, by today's requirements: it is attached today. */
function besideOf(state: WizardState, shown: ResourceId | null): Evaluation['beside'] {
  const target = chosenTarget(state);
  const today = { ...state, choices: { ...state.choices, profile: 'current' as const } };
  const others = target ? subnetsOf(target).filter((id) => shown === null || !sameId(id, shown)) : [];
  return new Map(target ? others.map((id) => [id, checkAttachTarget(today, target, id)]) : []);
}

/** The old word of each requirement whose word is another now. */
function changedText(
  { store, ports }: WizardContext,
  { about, judgements }: Pick<Evaluation, 'about' | 'judgements'>,
): ReadonlyMap<string, string> {
  const { say } = ports;
  const { evaluation } = store.get();
  const before = evaluation?.about === about ? evaluation.judgements : [];
  const changed = new Map<string, string>();
  for (const one of judgements) {
    const old = before.find((other) => other.requirement === one.requirement);
    if (!old || isNotReadYet(old) || wasNotRead(old, one) || isAskedNow(old, one)) continue;
    const { label } = formatOutcome(say, old);
    if (label !== formatOutcome(say, one).label) changed.set(one.requirement, label);
  }
  return changed;
}

/** A network manager's rules come with the subnet alone: that they hold is no change either. */
function isAskedNow(old: CheckResult, now: CheckResult): boolean {
  return takesNoRules(old) && !takesNoRules(now);
}

function takesNoRules({ assumptions }: CheckResult): boolean {
  return assumptions.some(({ key }) => key === 'assumed.noAdminRules');
}

/** A firewall is read with the subnet that is chosen: until then it was an appliance, and names were a note. */
function wasNotRead(before: CheckResult, { trace, verdict }: CheckResult): boolean {
  if (before.verdict.is === 'note') return verdict.is !== 'note';
  const isByFirewall = trace.some(({ by }) => by?.kind === 'firewall-rule');
  return before.verdict.is === 'handed-on' && (isByFirewall || verdict.is === 'undecided');
}
