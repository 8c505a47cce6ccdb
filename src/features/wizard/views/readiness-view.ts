import { traitsOf, isComputeKind, type ComputeAction } from '../../../core/compute-kinds';
import { requestedWait, type AzureFailure } from '../../../azure/failure';
import type { Readiness, ReadinessGroup } from '../../../contract/wizard/readiness';
import type { OutcomeIcon } from '../../../contract/wizard/shared-schemas';
import { causesOf, type CauseCounts } from '../../../checks/causes';
import { shapeOfSummary, summarize, type Summary } from '../../../checks/summary';
import { onlyByDefault } from '../../../checks/fixes/deny-other-outbound';
import type { Cause } from '../../../core/cause';
import type { CheckResult } from '../../../core/check-result';
import type { ResourceId } from '../../../core/network/model';
import { securityGroupOf, segmentOf } from '../../../core/network/find';
import { textWithoutAdvice } from '../../../wording/failure-text';
import { requirementsDate } from '../../../requirements/requirements';
import { sayReason, type Say } from '../../../messages/say';
import { formatReason } from '../../../wording/reason-text';
import { formatDate, formatTime } from '../../../wording/dates';
import { readinessSummary } from '../../../wording/readiness-summary';
import { requirementName } from '../../../wording/requirement-text';
import { formatOutcome } from '../../../wording/outcome-text';
import { hasUsableSubnet } from '../network-request';
import { chosenSubnet, chosenWorkspace, usesManagedNetwork, isProposing, unfitOf } from '../selection';
import { chosenTarget } from '../attach/chosen-target';
import { flowOfFailure } from '../failure-causes';
import { formatFailure } from '../failures';
import { changeKind } from '../change-kind';
import { offeredFixes } from '../fixed-together';
import { newRuleOf } from '../new-rule-of';
import { settingUpOf } from '../managed-network-setup';
import { missingRoles } from '../change-permission';
import { previousLabels } from '../previous-labels';
import { loadedValue, type Evaluation, type FixInPreview, type WizardState } from '../state';
import { confirmedTexts } from './request-view';
import { readySubnet } from './ready-subnet';
import { readinessGroups, goodToKnowGroup, notesGroup, notNeededGroup } from './readiness-groups';
import { fixNotice } from './fix-notice';
import { changeNotice } from './change-notice';
import { laterBlockers, readinessRowView, type RowContext } from './readiness-row-view';
import { fixedCauses, readinessCauseView, readinessRest } from './readiness-causes';
import { setUpButton } from './managed-view';
import { upcomingRequirements } from './upcoming-inputs';
import { countAll } from '../readiness-counts';

/** Returns Readiness: the results of the check, or what is needed before it can run. */
export function readinessView(say: Say, state: WizardState): Readiness {
  const { evaluation, preview } = state;
  if (!evaluation) return emptyReadiness(say, state);
  return preview && preview.state === 'preview' && !preview.isOwnerRequest
    ? previewReadiness(say, state, { evaluation, preview })
    : checkedReadiness(say, state, evaluation);
}

function emptyReadiness(say: Say, state: WizardState): Readiness {
  return {
    ...frame(say, state),
    revision: 0,
    title: say('readiness.titleEmpty'),
    state: 'empty',
    hint: say(emptyHint(state)),
    summary: '',
    summaryIcon: 'pending',
    notice: null,
    counts: [],
    unfit: null,
    denyOtherOutbound: null,
    readAt: null,
    causes: [],
    fixed: [],
    passed: null,
    others: null,
    groups: chosenWorkspace(state) ? upcomingRequirements(say, state) : [],
    notes: null,
    notNeeded: [],
    spoken: '',
  };
}

type Hint = 'readiness.emptyWorkspace' | 'newNetwork.readiness' | `readiness.empty.${ComputeAction}`;

function emptyHint(state: WizardState): Hint {
  if (!chosenWorkspace(state)) return 'readiness.emptyWorkspace';
  if (isProposing(state)) return 'newNetwork.readiness';
  return `readiness.empty.${traitsOf(state.choices.kind).action}`;
}

interface ShownEvaluation extends Evaluation {
  /** IDs of results that a group of their own lists, not those of the requirements. */
  readonly listedApart?: ReadonlySet<string>;
}

function checkedReadiness(say: Say, state: WizardState, evaluation: ShownEvaluation): Readiness {
  const { results, causes, unfixable } = evaluation;
  const unfit = unfitView(say, state);
  const denied = missingRoles(state, evaluation);
  const fixable = offeredFixes(state, evaluation);
  const inCode = new Set(state.choices.fixesInCode.flat());
  const row: RowContext = {
    fixable,
    unfixable,
    inCode,
    failedFlow: flowOfFailure(say, state),
    ...confirmedTexts(say, state),
    later: laterBlockers(causes),
    was: previousLabels(say, evaluation),
    profile: state.choices.profile,
    defaultImages: state.defaultImages,
    hasRequest: hasUsableSubnet(state),
    noPortal: isSample(state) || isProposing(state),
    setUp: { button: setUpButton(say, state), since: settingUpOf(state)?.startedAt ?? null },
  };
  const head = unfit ? unfitHead(say, unfit) : headOf(say, results, causes);
  const listed = results.filter(({ requirement }) => evaluation.listedApart?.has(requirement) !== true);
  const groups = readinessGroups(say, listed, row);
  return {
    ...frame(say, state),
    revision: evaluation.revision,
    state: 'checked',
    ...head,
    unfit,
    denyOtherOutbound: mayCloseRest(state, results) ? say('readiness.denyOtherOutbound') : null,
    readAt: evaluation.readAt,
    notice: changeNotice(say, state),
    ...byCause(say, state, { evaluation, groups, row, denied: unfit ? new Map() : denied }),
    groups: [
      ...groups,
      ...goodToKnowGroup(say, listed, row),
      ...(usesManagedNetwork(state) ? notNeededGroup(say, listed, row) : []),
    ],
    notes: notesGroup(say, results, row),
    notNeeded: usesManagedNetwork(state) ? [] : notNeeded(say, results),
    spoken: say('readiness.spoken.chosen', { name: readinessName(state), summary: head.summary }),
  };
}

type Head = Pick<Readiness, 'summary' | 'summaryIcon' | 'counts'>;

function headOf(say: Say, results: readonly CheckResult[], causes: readonly Cause[]): Head {
  const sums = summarize(results, causes);
  const { errors, toConfirm, warnings } = sums.causes;
  return {
    summary: readinessSummary(say, results, causes),
    summaryIcon: shapeOfSummary(sums),
    counts: [
      ...count('error', errors.causes, (n) => say('count.errors', { n })),
      ...count(toConfirmIcon(causes), toConfirm.causes, (n) => say('count.toConfirm', { n })),
      ...count('warning', warnings.causes, (n) => say('count.warnings', { n })),
      ...count('pass', sums.passed + sums.onlyByDefault, (n) => say('count.passed', { n })),
    ],
  };
}

function unfitHead(say: Say, { why }: NonNullable<Readiness['unfit']>): Head {
  return { summary: say('readiness.summary.unfit', { why }), summaryIcon: 'unfit', counts: [] };
}

/** Returns why the chosen subnet can't be used, and the best other one. */
function unfitView(say: Say, state: WizardState): Readiness['unfit'] {
  const found = chosenSubnet(state);
  const why = unfitOf(state);
  if (!found || why === null) return null;
  const other = readySubnet(state, found.network)?.subnet;
  return {
    why: sayReason(say, why),
    other: other ? { id: other.id, label: say('readiness.otherSubnet', { subnet: other.name }) } : null,
  };
}

interface CheckedGroups {
  readonly denied: ReturnType<typeof missingRoles>;
  readonly evaluation: Evaluation;
  readonly groups: readonly ReadinessGroup[];
  readonly row: RowContext;
}

function byCause(
  say: Say,
  state: WizardState,
  { evaluation, groups, row, denied }: CheckedGroups,
): Pick<Readiness, 'causes' | 'fixed' | 'passed' | 'others'> {
  const { causes, apart } = evaluation;
  const rows = new Map(groups.flatMap((group) => group.rows.map((one) => [one.id, one] as const)));
  const context = { ...row, apart, denied, rows, subscriptionOf: subscriptionNameOf(state) };
  const shown = causes.map((one) => readinessCauseView(say, one, context));
  return { causes: shown, fixed: fixedCauses(say, evaluation), ...readinessRest(say, groups, shown) };
}

/** Returns the icon of results to confirm: that of an appliance if there are no others. */
function toConfirmIcon(causes: readonly Cause[]): OutcomeIcon {
  const toConfirm = causes.filter(({ status, severity }) => status === 'to-confirm' && severity !== 'info');
  return toConfirm.every(({ kind }) => kind === 'appliance-decides') ? 'appliance' : 'unknown';
}

/** Returns a function that finds the name of a resource's subscription; null for that of the chosen subnet. */
function subscriptionNameOf(state: WizardState): (id: ResourceId | null) => string | null {
  const own = segmentOf(chosenSubnet(state)?.subnet.id ?? '', 'subscriptions')?.toLowerCase();
  return (id) => {
    const found = segmentOf(id ?? '', 'subscriptions');
    if (found === undefined || own === undefined || found.toLowerCase() === own) return null;
    const all = loadedValue(state.subscriptions) ?? [];
    return all.find((one) => one.id.toLowerCase() === found.toLowerCase())?.name ?? found;
  };
}

/** Returns Readiness during the preview of a fix: results after it, changed ones first. */
function previewReadiness(
  say: Say,
  state: WizardState,
  { evaluation: before, preview }: { readonly evaluation: Evaluation; readonly preview: FixInPreview },
): Readiness {
  const changed = changedGroup(say, before.results, preview);
  const after = {
    ...before,
    results: preview.after,
    causes: causesOf(preview.after),
    fixable: new Set<string>(),
    before: [],
    listedApart: new Set(changed.rows.map((one) => one.id)),
  };
  const readiness = checkedReadiness(say, state, after);
  const isFix = changeKind(preview) === 'fix';
  const now = summarize(before.results, before.causes);
  const then = summarize(after.results, after.causes);
  const change = (
    icon: OutcomeIcon,
    [a = 0, b = 0]: readonly number[],
    text: 'count.errors' | 'count.toConfirm' | 'count.warnings' | 'count.passed',
  ): Readiness['counts'] => {
    if (a === 0 && b === 0) return [];
    const after = say(text, { n: b });
    return [{ icon, text: a === b ? after : say('count.changes', { before: a, after }) }];
  };
  const of = (level: keyof CauseCounts): number[] => [now, then].map((one) => one.causes[level].causes);
  return {
    ...readiness,
    state: 'preview',
    summary: say(isFix ? 'readiness.summary.after' : 'readiness.summary.afterwards', {
      summary: readiness.summary,
    }),
    counts: [
      ...change('error', of('errors'), 'count.errors'),
      ...change('unknown', of('toConfirm'), 'count.toConfirm'),
      ...change('warning', of('warnings'), 'count.warnings'),
      ...change('pass', [now, then].map(passedIn), 'count.passed'),
    ],
    denyOtherOutbound: null,
    causes: [],
    fixed: [],
    passed: null,
    others: null,
    groups: [changed, ...readiness.groups],
  };
}

function changedGroup(say: Say, before: readonly CheckResult[], preview: FixInPreview): ReadinessGroup {
  const { after, fix } = preview;
  const none: RowContext = {
    fixable: new Set(),
    unfixable: new Map(),
    inCode: new Set(),
    failedFlow: null,
    confirmed: new Map(),
    tested: new Map(),
    later: new Map(),
    was: new Map(),
    profile: 'current',
    defaultImages: [],
    hasRequest: false,
    noPortal: true,
    setUp: { button: null, since: null },
  };
  const rows = after.flatMap((one) => {
    const old = before.find((other) => other.requirement === one.requirement);
    const row = readinessRowView(say, one, none);
    const [was, now] = [old && formatOutcome(say, old), formatOutcome(say, one)];
    if (was === undefined || was.label === now.label) return [];
    const rule = newRuleOf(one, fix);
    const rest = rule ? say('readiness.byNewRule', { priority: rule.priority }) : row.rest;
    const word = say('readiness.changedTo', {
      before: was.label,
      // “Allowed by new rule 210” is a single phrase.
      after: rule || rest === '' ? now.label : now.word,
    });
    return [{ ...row, word, rest, oneLine: false }];
  });
  return {
    id: 'changed',
    title: say(changeKind(preview) === 'fix' ? 'readiness.group.changed' : 'readiness.group.changes'),
    summary: String(rows.length),
    icon: null,
    open: true,
    rows,
    folds: [],
  };
}

function frame(
  say: Say,
  state: WizardState,
): Pick<
  Readiness,
  'title' | 'checking' | 'hint' | 'dates' | 'stale' | 'isSignedOut' | 'profile' | 'fixNotice'
> {
  const { evaluation, staleBecause } = state;
  return {
    title: readinessTitle(say, state),
    checking: state.checking,
    hint: null,
    dates: say('readiness.dates', {
      requirements: formatDate(say, requirementsDate),
      tags: tagsText(say, state),
    }),
    stale: staleBecause && evaluation ? formatStale(say, evaluation.readAt, staleBecause) : null,
    isSignedOut: staleBecause?.code === 'signedOut',
    profile: state.choices.profile,
    fixNotice: fixNotice(say, state),
  };
}

/** Returns the date of the service tags, and whether the shipped list replaces Azure's own. */
function tagsText(say: Say, { tags, liveTagsLack }: WizardState): string {
  if (!tags) return say('list.notReadable');
  const date = ageText(say, tags);
  return liveTagsLack ? say('readiness.tagsOf', { date }) : date;
}

/** Formats the date. The output of `az network list-service-tags` doesn't have one. */
function ageText(say: Say, { date, isOld }: NonNullable<WizardState['tags']>): string {
  if (date === '') return say('readiness.tagsUndated');
  const day = formatDate(say, date);
  return isOld ? say('readiness.tagsOld', { date: day }) : day;
}

function isSample(state: WizardState): boolean {
  return loadedValue(state.connection)?.sample === true;
}

/** Returns the title. An attached resource is named before its subnet, because it can have two. */
function readinessTitle(say: Say, state: WizardState): string {
  const target = chosenTarget(state)?.name;
  const subnet = chosenSubnet(state)?.subnet.name;
  return target === undefined || subnet === undefined
    ? say('readiness.title', { name: readinessName(state) })
    : say('readiness.titleTarget', { target, subnet });
}

function readinessName(state: WizardState): string {
  if (usesManagedNetwork(state)) return chosenWorkspace(state)?.name ?? '';
  return chosenSubnet(state)?.subnet.name ?? chosenTarget(state)?.name ?? '';
}

function passedIn({ passed, onlyByDefault }: Summary): number {
  return passed + onlyByDefault;
}

/** Checks whether denying other traffic is offered: nothing to fix, and the NSG for the rules was read. */
function mayCloseRest(state: WizardState, results: readonly CheckResult[]): boolean {
  const found = chosenSubnet(state);
  if (!found || isProposing(state) || !isComputeKind(state.choices.kind)) return false;
  if (results.some(isToFix) || onlyByDefault(results).length === 0) {
    return false;
  }
  const group = securityGroupOf(found.model, found.subnet);
  return group.known && (group.value === null || group.value.rules.known);
}

function isToFix(result: CheckResult): boolean {
  return countAll([result]).error === 1;
}

function count(icon: OutcomeIcon, n: number, text: (n: number) => string): Readiness['counts'] {
  return n > 0 ? [{ icon, text: text(n) }] : [];
}

function notNeeded(say: Say, results: readonly CheckResult[]): Readiness['notNeeded'] {
  return results.flatMap((one) =>
    one.outcome.is === 'not-applicable'
      ? [
          {
            id: one.requirement,
            name: requirementName(say, one.requirement),
            why: formatReason(say, one.outcome.because),
          },
        ]
      : [],
  );
}

/** Formats the age of Readiness and why it isn't newer. Actions for an ended sign-in are above the plan. */
function formatStale(say: Say, readAt: string, because: AzureFailure): string {
  return say('readiness.stale', { time: formatTime(say, readAt), why: whyStale(say, because) });
}

/** Formats the reason. It's shown until the next retry, so it contains a time instead of seconds. */
function whyStale(say: Say, because: AzureFailure): string {
  const { code, details, at } = because;
  if (code === 'signedOut') return say('readiness.staleSignedOut');
  const wait = details.retryAfterSeconds;
  if (requestedWait(because) === null || wait === undefined) return formatFailure(say, because);
  const next = new Date(Date.parse(at) + wait * 1000).toISOString();
  return `${textWithoutAdvice(say, because)} ${say('readiness.retryingAt', { time: formatTime(say, next, 'seconds') })}`;
}
