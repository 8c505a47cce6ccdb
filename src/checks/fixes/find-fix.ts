import { permissionsOf } from '../../core/fix-permissions';
import { fixEffectOf, type Fix, type FixFlow } from '../../core/fix';
import { statusOf, type CheckResult } from '../../core/check-result';
import { isIdentifiedByName } from '../../requirements/requirements';
import { reason, type Reason } from '../../core/reason';
import { checkNamedFlows } from '../check-subnet';
import { machineAddressOf } from '../target';
import { adminLimit } from './fix-limits';
import { alsoUsedBy } from './also-used-by';
import { severityRank } from './severity-rank';
import { closingDraft } from './deny-other-outbound';
import { buildChanges, type BuiltChange, type OfferedRule } from './build-fix';
import { emptyDraft, draftSize, without, type Draft, partChanges } from './draft';
import { byRequirement, changedCopy, unchanged, type ChangedCopy, type Unchanged } from './changed-copy';
import { extendDraft, mayBeRepaired } from './extend-draft';
import { endpointLimit } from './endpoint-limit';
import type { FixInput } from './fix-input';
import { managedNotes } from './managed-notes';
import { openedBy } from './opened-flows';
import { removeShadowedRules } from './shadowed-rules';
import { otherSubnetsAfter, type SharedChange } from './other-subnets';
import type { FixAlternative, FixOptions } from './fix-options';
import { addedRoutes, type ResourceChange, associationsOf } from '../../core/resource-change';
import { findSubnet } from '../../core/network/find';
import type { ResourceId } from '../../core/network/model';
import { mergeable } from './broad-rules';
import { gatewayChoices } from './draft-outbound-access';

/** A tested fix with all results after it. */
export interface TestedFix {
  readonly fix: Fix;
  readonly after: readonly CheckResult[];
  /** The fix's new rules. The user can change their names and priorities. */
  readonly entries: readonly OfferedRule[];
  /**
   * Tests this strategy and its alternatives, the one that opens the least first; one if there is no choice. Each is
   * tested separately, which takes as long as the fix did.
   */
  alternatives(): readonly FixAlternative[];
}

/** Maximum number of rounds. Each round tests what the previous round left open. A real network needs two or three. */
const mostRounds = 8;

/**
 * Finds a fix that makes every given requirement fine and no other result worse, tested on a copy of the model.
 * Undefined if none passes the test. It adds allow rules, service tag routes, resources, and references to them, none
 * of which is superfluous. It removes only what doesn't have an effect: an unused delegation, and rules that its own
 * rules override.
 */
export function findFix(
  input: FixInput,
  requirementIds: readonly string[],
  options: FixOptions = {},
): TestedFix | undefined {
  const from = unchanged(input);
  const fixTarget = { ids: requirementIds, options };
  const first = searchFix(from, fixTarget).found;
  const least = first && withoutNeedless(from, { found: first, fixTarget });
  const found = least && options.keepsShadowedRules !== true ? withoutShadowedRules(from, least) : least;
  if (!found || (options.deniesOtherOutbound === true && !areWritten(found, requirementIds))) {
    return undefined;
  }
  // A fix that denies other traffic doesn't have a broad alternative, which would leave open what it closes.
  if (options.deniesOtherOutbound === true) {
    return tested(input, { trial: found, ids: requirementIds, alternatives: () => [] });
  }
  const hasTestedFix = (alternative: FixAlternative): boolean =>
    searchFix(from, { ids: requirementIds, options: { ...options, alternative } }).found !== undefined;
  const alternatives = (): readonly FixAlternative[] =>
    fixAlternatives(input, found.draft).filter(hasTestedFix);
  return tested(input, { trial: found, ids: requirementIds, alternatives });
}

function areWritten({ after }: Trial, ids: readonly string[]): boolean {
  return ids.every((id) => {
    const outcome = after.find((one) => one.requirement === id)?.outcome;
    return outcome?.is === 'allowed' && outcome.explicit;
  });
}

/** Requirements that can be fixed, and the reason for the others if a limit prevents a fix. */
export interface Fixability {
  readonly fixable: readonly string[];
  /** Changes of a requirement's fix that costs or removes something, so that the user chooses it separately. */
  readonly apart: ReadonlyMap<string, readonly ResourceChange[]>;
  readonly refused: ReadonlyMap<string, Reason>;
}

/** Tests a separate fix for each result that needs one. */
export function fixabilityOf(input: FixInput, results: readonly CheckResult[]): Fixability {
  const fixable: string[] = [];
  const apart = new Map<string, readonly ResourceChange[]>();
  const refused = new Map<string, Reason>();
  for (const one of results) {
    if (statusOf(one.outcome) !== 'open' && one.outcome.is !== 'unknown') continue;
    const { found, because } = searchFor(input, results, one);
    if (found) {
      fixable.push(one.requirement);
      const changes = found.changes.map(({ change }) => change);
      if (permissionsOf(changes).length > 0) apart.set(one.requirement, changes);
    } else if (because) refused.set(one.requirement, because);
  }
  return { fixable, apart, refused };
}

/** Returns why a result doesn't have a fix, if a limit prevents it or the result would still be unknown. */
export function reasonUnfixed(
  input: FixInput,
  results: readonly CheckResult[],
  one: CheckResult,
): Reason | undefined {
  const { found, because, whyUnknown } = searchFor(input, results, one);
  return found ? undefined : (because ?? whyUnknown);
}

function searchFor(
  input: FixInput,
  results: readonly CheckResult[],
  { requirement, outcome }: CheckResult,
): Search {
  const search = mayBeRepaired(requirement)
    ? searchFix({ input, before: results }, { ids: [requirement], options: {} })
    : {};
  const because = search.because ?? adminLimit(outcome) ?? endpointLimit(requirement, input);
  return search.found || !because ? search : { ...search, because };
}

/** Returns the results that have a separate tested fix. */
export function fixableIds(input: FixInput, results: readonly CheckResult[]): readonly string[] {
  return fixabilityOf(input, results).fixable;
}

interface FixTarget {
  readonly ids: readonly string[];
  readonly options: FixOptions;
}

/** A trial that passed, or the limit that ended the search. */
interface Search {
  readonly found?: Trial;
  readonly because?: Reason;
  /** Why a requirement is still unknown after all fixes were tested and it no longer fails. */
  readonly whyUnknown?: Reason;
}

function searchFix(from: Unchanged, { ids, options }: FixTarget): Search {
  const { input, before } = from;
  if (input.plan.subnetId === null || ids.length === 0) return {};
  const next = (trial: CheckedDraft, now: FixInput): Draft | undefined =>
    extendDraft({ ...now, alternative: options.alternative }, trial.draft, [
      ...unsettled(before, trial, ids),
      ...nowUnknown(before, trial),
    ]);
  let found: Trial | undefined;
  let last: Trial | undefined;
  let draft =
    options.deniesOtherOutbound === true
      ? closingDraft(input, ids)
      : next({ draft: emptyDraft, after: before }, input);
  for (let round = 0; draft && round < mostRounds; round += 1) {
    const tested = testDraft(from, draft, options);
    if (tested.is === 'no-room') return ended(found, tested.because);
    const { trial } = tested;
    last = trial;
    if (trial.changes.length > 0 && unsettled(before, trial, ids).length === 0) found = trial;
    draft = next(trial, trial.copy.input);
  }
  return found ? { found } : unknownLeft(last, ids);
}

function unknownLeft(last: Trial | undefined, ids: readonly string[]): Pick<Search, 'whyUnknown'> {
  const outcomes = (last?.after ?? [])
    .filter((one) => ids.includes(one.requirement))
    .map((one) => one.outcome);
  const [whyUnknown] = outcomes.flatMap((one) => (one.is === 'unknown' ? [one.because] : []));
  return whyUnknown ? { whyUnknown } : {};
}

/**
 * Returns the trial without rules and routes that don't improve a result. It removes each once, and leaves it out if
 * the result stays the same.
 */
function withoutNeedless(
  from: Unchanged,
  { found, fixTarget }: { readonly found: Trial; readonly fixTarget: FixTarget },
): Trial {
  const { ids, options } = fixTarget;
  // A broad rule to the internet replaces all, and a fix that denies other traffic needs a rule for each flow.
  if (options.deniesOtherOutbound === true || options.alternative?.rules === 'broad') return found;
  const { before } = from;
  let least = found;
  for (const [key, { requirement }] of [...found.draft.rules, ...found.draft.routes]) {
    // An empty draft doesn't fix anything.
    if (draftSize(least.draft) === 1) break;
    const built = withoutEntry(from, least, { key, likely: likelyFirst(ids, requirement), options });
    if (!built) continue;
    const trial = checkedTrial(built);
    if (unsettled(before, trial, ids).length === 0 && isAsGood(trial, least)) least = trial;
  }
  return least;
}

/** A rule or route of a draft, and the requested requirements that may need it, the most likely one first. */
interface DraftEntry {
  readonly key: string;
  readonly likely: readonly string[];
}

/** Returns the changes without a rule or route, or undefined if a requested flow needs it. */
function withoutEntry(
  from: Unchanged,
  least: Trial,
  { key, likely, options }: DraftEntry & Pick<FixTarget, 'options'>,
): UntestedChange | undefined {
  if (isOnlyFix(from.before, least, { key, likely })) return undefined;
  const built = buildDraft(from, without(least.draft, key), options);
  return built.is === 'no-room' || isNeeded(from.before, built, likely) ? undefined : built;
}

/** Returns the requirement that a rule or route was drafted for first, if it's requested. */
function likelyFirst(ids: readonly string[], requirement: string): readonly string[] {
  return ids.includes(requirement) ? [requirement, ...ids.filter((id) => id !== requirement)] : ids;
}

/**
 * True if a requested flow isn't fine without the rule, because no other change can affect it. That is the case for
 * most rules, and the others don't have to be placed without it to know it.
 */
function isOnlyFix(
  before: readonly CheckResult[],
  { draft, changes, copy }: Trial,
  { key, likely: [id = ''] }: DraftEntry,
): boolean {
  const rule = draft.rules.get(key);
  const [name] = changes.flatMap((one) =>
    'rule' in one && one.rule === rule ? (one.change.after?.name ?? []) : [],
  );
  const kept = name === undefined ? undefined : copy.unaffected(id, name);
  return kept !== undefined && unsettled(before, { draft, after: [kept] }, [id]).length > 0;
}

/**
 * True if a requested flow isn't fine without the rule or route. That is the case for nearly every rule, and it is
 * known without checking all the others. A flow that the other changes can't affect isn't fine, as before.
 * @param ids the most likely one first
 */
function isNeeded(before: readonly CheckResult[], built: UntestedChange, ids: readonly string[]): boolean {
  const isUnsettled = (after: readonly CheckResult[]): boolean =>
    unsettled(before, { draft: built.draft, after }, ids).length > 0;
  return ids.some((id) => {
    const kept = built.copy.unaffected(id);
    return isUnsettled(kept ? [kept] : checkNamedFlows(built.copy.input, [id]));
  });
}

function isAsGood({ changes, after }: Trial, other: Trial): boolean {
  return (
    changes.length > 0 &&
    after.every(({ outcome }, index) => {
      const counterpart = other.after[index];
      return counterpart === undefined || severityRank(outcome) <= severityRank(counterpart.outcome);
    })
  );
}

/** Returns the trial with the removal of rules that its own rules override. */
function withoutShadowedRules(from: Unchanged, trial: Trial): Trial {
  const added = trial.changes.map((one) => one.change);
  const shadowed = removeShadowedRules(trial.copy.input.model, added, from.input.facts.tags);
  if (shadowed.length === 0) return trial;
  const changes = [...trial.changes, ...shadowed.map((change) => ({ change }))];
  return checkedTrial({ ...trial, changes, copy: copyWith(from, changes) });
}

type TestedDraft =
  | { readonly is: 'tested'; readonly trial: Trial }
  | { readonly is: 'no-room'; readonly because: Reason | null };

function testDraft(from: Unchanged, draft: Draft, options: FixOptions): TestedDraft {
  const built = buildDraft(from, draft, options);
  return built.is === 'no-room' ? built : { is: 'tested', trial: checkedTrial(built) };
}

function checkedTrial(change: UntestedChange): Trial {
  return { ...change, after: change.copy.results() };
}

function buildDraft(from: Unchanged, draft: Draft, options: FixOptions): Built {
  const { model, plan } = from.input;
  const subnetId = plan.subnetId ?? '';
  const built = buildChanges({ model, subnetId, options, machine: machineAddressOf(plan) }, draft);
  if (built.is === 'no-room') return built;
  const { changes, entries } = built;
  return { is: 'built', draft, changes, entries, copy: copyWith(from, changes) };
}

function copyWith(from: Unchanged, changes: readonly BuiltChange[]): ChangedCopy {
  return changedCopy(
    from,
    changes.map((one) => one.change),
  );
}

function ended(found: Trial | undefined, because: Reason | null): Search {
  if (found) return { found };
  return because ? { because } : {};
}

/** A state of the search that wasn't checked yet. */
type UntestedChange = Omit<Trial, 'after'>;

type Built = ({ readonly is: 'built' } & UntestedChange) | Extract<TestedDraft, { is: 'no-room' }>;

/** A draft and its results. */
interface CheckedDraft {
  readonly draft: Draft;
  readonly after: readonly CheckResult[];
}

/** A state of the search. */
interface Trial extends CheckedDraft {
  /** Network, plan, and facts after the draft is applied. */
  readonly copy: ChangedCopy;
  readonly changes: readonly BuiltChange[];
  readonly entries: readonly OfferedRule[];
}

/** Returns the requirements that the fix still has to handle: given ones that aren't fine, and any that got worse. */
function unsettled(
  before: readonly CheckResult[],
  { after, draft }: CheckedDraft,
  ids: readonly string[],
): readonly string[] {
  const closes = closesInternet(draft);
  const least = closes || addsNotes(draft) ? noteCost : 0;
  const resultsBefore = byRequirement(before);
  return after
    .filter((one) => {
      if (isAcceptedSideEffect(draft, one)) return false;
      const was = resultsBefore.get(one.requirement);
      const named = ids.includes(one.requirement);
      if (closes && !named && isIdentifiedByName(one.requirement)) return false;
      const acceptedRank = was && Math.max(severityRank(was.outcome), least);
      const isWorse =
        acceptedRank !== undefined && (severityRank(one.outcome) > acceptedRank || isMoreSevere(was, one));
      return (named && severityRank(one.outcome) > 0) || isWorse;
    })
    .map((one) => one.requirement);
}

const noteCost = 1;

/**
 * True if a setting that stays open becomes an error. Severities of flows aren't compared, because they depend on which
 * part is blocked.
 */
function isMoreSevere(was: CheckResult | undefined, one: CheckResult): boolean {
  const isError = one.severity === 'error' && was?.severity !== 'error';
  return isError && was?.outcome.is === 'failed' && one.outcome.is === 'failed';
}

/**
 * True if the draft denies the internet. Host names that an NSG can't name are then blocked, too, or become notes to
 * confirm. The user requested that, and the fix states it.
 */
function closesInternet({ parts }: Draft): boolean {
  return [...parts.values()].some((part) => part.closes.length > 0);
}

/**
 * True if the draft adds notes: private link adds notes about browsers and the control plane, which don't require
 * anything.
 */
function addsNotes({ parts }: Draft): boolean {
  return [...parts.values()].some(({ bears = [] }) => bears.length > 0);
}

/** True for a recommendation that comes with the requested fix, or remains, and that the fix states. */
function isAcceptedSideEffect({ parts }: Draft, { requirement, severity }: CheckResult): boolean {
  return severity === 'info' && [...parts.values()].some(({ bears = [] }) => bears.includes(requirement));
}

/**
 * Returns undecided flows that a rule may decide: those that the fix made undecided, though not worse, and those to a
 * tag that it routes. `Internet` may not include what a service tag route names.
 */
function nowUnknown(before: readonly CheckResult[], { after, draft }: CheckedDraft): readonly string[] {
  const routed = [...draft.routes.values()].map((route) => route.tag);
  const resultsBefore = byRequirement(before);
  return after
    .filter((one) => {
      if (one.outcome.is !== 'unknown') return false;
      const was = resultsBefore.get(one.requirement);
      return was?.outcome.is !== 'unknown' || routed.includes(one.subject?.remote ?? '');
    })
    .map((one) => one.requirement);
}

interface FoundFix extends Pick<TestedFix, 'alternatives'> {
  readonly trial: Trial;
  readonly ids: readonly string[];
}

function tested(input: FixInput, { trial, ids, alternatives }: FoundFix): TestedFix {
  const parts = [...trial.draft.parts.values()];
  const changes = trial.changes.map((one) => one.change);
  const users = input.plan.subnetId === null ? [] : alsoUsedBy(input.model, input.plan.subnetId, changes);
  const opens = [
    ...parts.flatMap((one) => one.opens),
    ...openedBy(input, { model: trial.copy.input.model, changes: trial.changes }),
  ];
  const closes = [...parts.flatMap((one) => one.closes), ...closedBy(input, { changes, alsoUsedBy: users })];
  const effect = fixEffectOf({ changes, opens, closes });
  const fix: Fix = {
    requirements: ids,
    effect: effect === 'none' && parts.some((one) => one.changesNoFlow) ? 'opens' : effect,
    changes,
    opens,
    closes,
    notes: [
      ...parts.flatMap((one) => one.notes),
      ...managedNotes(changes),
      ...changes.flatMap((one) =>
        one.type === 'rule' && one.before && !one.after
          ? [reason('fix.note.shadowed', { name: one.before.name })]
          : [],
      ),
    ],
    alsoUsedBy: users,
  };
  const { copy, entries } = trial;
  return {
    fix,
    entries,
    alternatives,
    get after() {
      return copy.resultsWithTraces();
    },
  };
}

/** Returns the flows that other subnets lose, each once. Allow rules never remove a flow; routes can. */
function closedBy(input: FixInput, change: SharedChange): readonly FixFlow[] {
  if (addedRoutes(change.changes).length === 0) return [];
  const all = otherSubnetsAfter(input, change).flatMap(({ closes, subnetId }) =>
    closes.map((one) => ({ ...one, subnet: subnetId })),
  );
  return [...new Map(all.map((one) => [JSON.stringify(one), one])).values()];
}

/**
 * Returns the strategies that a draft could have used, each to be tested: existing NAT gateways, then a new one;
 * narrow, then broad.
 */
function fixAlternatives({ model, plan }: FixInput, draft: Draft): readonly FixAlternative[] {
  const place = plan.subnetId === null ? undefined : findSubnet(model, plan.subnetId);
  const gateways = place && associatesGateway(draft) ? gatewayChoices(model, place) : [undefined];
  const rules =
    mergeable(draft.rules.values()).length > 0 ? (['narrow', 'broad'] as const) : (['narrow'] as const);
  return rules.flatMap((one) => gateways.map((gateway) => wayOf(one, gateway)));
}

function wayOf(rules: FixAlternative['rules'], gateway: ResourceId | null | undefined): FixAlternative {
  return gateway === undefined ? { rules } : { rules, gateway };
}

function associatesGateway(draft: Draft): boolean {
  const associated = partChanges(draft).flatMap(associationsOf);
  return associated.some(({ type }) => type === 'natGateway');
}
