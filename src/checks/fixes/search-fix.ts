import type { CheckResult } from '../../core/check-result';
import type { Reason } from '../../core/reason';
import { isIdentifiedByName } from '../../requirements/requirements';
import { checkNamedFlows } from '../check-subnet';
import { machineAddressOf } from '../target';
import { buildChanges, type BuiltChange, type OfferedRule } from './build-fix';
import { byRequirement, changedCopy, type ChangedCopy, type Unchanged } from './changed-copy';
import { closingDraft } from './deny-other-outbound';
import { draftSize, emptyDraft, without, type Draft } from './draft';
import { extendDraft } from './extend-draft';
import type { FixInput } from './fix-input';
import type { FixOptions } from './fix-options';
import { severityRank } from './severity-rank';
import { removeShadowedRules } from './shadowed-rules';

/** Maximum number of rounds. Each round tests what the previous round left open. A real network needs two or three. */
const mostRounds = 8;

/** The requirements that a fix must make fine, and the options of the user. */
export interface FixGoal {
  readonly ids: readonly string[];
  readonly options: FixOptions;
}

/** A trial that passed, or the limit that ended the search. */
export interface FixSearch {
  readonly found?: FixTrial;
  readonly because?: Reason;
  /** Why a requirement is still unknown after all fixes were tested and it no longer fails. */
  readonly whyUnknown?: Reason;
}

/** Searches for a fix: each round extends the draft for requirements that are still open, and tests it on a copy. */
export function searchFix(from: Unchanged, { ids, options }: FixGoal): FixSearch {
  const { input, before } = from;
  if (input.plan.subnetId === null || ids.length === 0) return {};
  const next = (trial: CheckedDraft, now: FixInput): Draft | undefined =>
    extendDraft({ ...now, alternative: options.alternative }, trial.draft, [
      ...unsettled(before, trial, ids),
      ...nowUnknown(before, trial),
    ]);
  let found: FixTrial | undefined;
  let last: FixTrial | undefined;
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

function unknownLeft(last: FixTrial | undefined, ids: readonly string[]): Pick<FixSearch, 'whyUnknown'> {
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
export function withoutNeedless(
  from: Unchanged,
  { found, goal }: { readonly found: FixTrial; readonly goal: FixGoal },
): FixTrial {
  const { ids, options } = goal;
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
  least: FixTrial,
  { key, likely, options }: DraftEntry & Pick<FixGoal, 'options'>,
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
  { draft, changes, copy }: FixTrial,
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

function isAsGood({ changes, after }: FixTrial, other: FixTrial): boolean {
  return (
    changes.length > 0 &&
    after.every(({ outcome }, index) => {
      const counterpart = other.after[index];
      return counterpart === undefined || severityRank(outcome) <= severityRank(counterpart.outcome);
    })
  );
}

/** Returns the trial with the removal of rules that its own rules override. */
export function withoutShadowedRules(from: Unchanged, trial: FixTrial): FixTrial {
  const added = trial.changes.map((one) => one.change);
  const shadowed = removeShadowedRules(trial.copy.input.model, added, from.input.facts.tags);
  if (shadowed.length === 0) return trial;
  const changes = [...trial.changes, ...shadowed.map((change) => ({ change }))];
  return checkedTrial({ ...trial, changes, copy: copyWith(from, changes) });
}

type TestedDraft =
  | { readonly is: 'tested'; readonly trial: FixTrial }
  | { readonly is: 'no-room'; readonly because: Reason | null };

function testDraft(from: Unchanged, draft: Draft, options: FixOptions): TestedDraft {
  const built = buildDraft(from, draft, options);
  return built.is === 'no-room' ? built : { is: 'tested', trial: checkedTrial(built) };
}

function checkedTrial(change: UntestedChange): FixTrial {
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

function ended(found: FixTrial | undefined, because: Reason | null): FixSearch {
  if (found) return { found };
  return because ? { because } : {};
}

/** A state of the search that wasn't checked yet. */
type UntestedChange = Omit<FixTrial, 'after'>;

type Built = ({ readonly is: 'built' } & UntestedChange) | Extract<TestedDraft, { is: 'no-room' }>;

/** A draft and its results. */
interface CheckedDraft {
  readonly draft: Draft;
  readonly after: readonly CheckResult[];
}

/** A state of the search. */
export interface FixTrial extends CheckedDraft {
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
