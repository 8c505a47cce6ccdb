import type { ReadinessRow, Detail } from '../../../contract/wizard/readiness';
import type { Managed } from '../../../contract/wizard/plan';
import { statusOf, type CheckResult } from '../../../core/check-result';
import type { Cause, Component } from '../../../core/cause';
import { isRequestable } from '../../../checks/request/build-request';
import type { Reason } from '../../../core/reason';
import type { Profile } from '../../../core/plan';
import { findRequirement } from '../../../requirements/requirements';
import type { MessageKey } from '../../../messages/en/catalog';
import type { Say } from '../../../messages/say';
import { formatTime } from '../../../wording/dates';
import { requirementName } from '../../../wording/requirement-text';
import { formatTrace } from '../../../wording/trace-text';
import { formatList } from '../../../messages/format-list';
import { componentName, deciderName } from '../../../wording/cause-text';
import { formatOutcome, type OutcomeText } from '../../../wording/outcome-text';
import type { DefaultImageUse } from '../state';
import { detailsView } from './details-view';
import { countsOf } from '../readiness-counts';

export interface RowContext {
  /** Requirements that the user can fix (`offeredFixes`). */
  readonly fixable: ReadonlySet<string>;
  /** Limits of Azure that prevent a fix, by requirement. */
  readonly unfixable: ReadonlyMap<string, Reason>;
  readonly inCode: ReadonlySet<string>;
  /** Requirement whose flow made the last creation fail. */
  readonly failedFlow: string | null;
  /** Confirmations of unknown results, by requirement. */
  readonly confirmed: ReadonlyMap<string, string>;
  /** Those of `confirmed` that a test from a node made. They're shown for results that pass, too. */
  readonly tested: ReadonlyMap<string, string>;
  /** Components that also block a flow after its first cause, by requirement. */
  readonly later: ReadonlyMap<string, readonly Component[]>;
  readonly was: ReadonlyMap<string, string>;
  readonly profile: Profile;
  /** Code of the workspace that uses Microsoft's default images. */
  readonly defaultImages: readonly DefaultImageUse[];
  /** The action for the managed virtual network, and since when it has been set up. */
  readonly setUp: { readonly button: Managed['setUpButton']; readonly since: string | null };
  /** True if the subnet can have a network request. */
  readonly hasRequest: boolean;
  /** True if resources aren't in the portal: those of the sample, and those that don't exist yet. */
  readonly noPortal: boolean;
}

type Counts = ReadinessRow['counts'];

/** Returns a requirement as a row of Readiness. Its group decides about the fold. */
export function readinessRowView(say: Say, result: CheckResult, row: RowContext): ReadinessRow {
  const words = outcomeWords(say, result, row);
  const counts = countsOf(result);
  const oneLine = counts === 'passed' || counts === 'default';
  const id = result.requirement;
  const name = requirementName(say, id);
  const hasFix = row.fixable.has(id);
  const details = [
    ...defaultImageDetails(say, result, row),
    ...detailsView(say, result, { offered: hasFix, refused: row.unfixable.get(id) }),
  ];
  return {
    id,
    icon: words.shape,
    name,
    word: words.word,
    rest: oneLine ? words.short : words.rest,
    oneLine,
    counts,
    fold: null,
    ...(hasFix ? { fix: say('readiness.fix'), does: 'fix' } : otherButton(id, row)),
    mark: markOf(say, result, row),
    confirmed: confirmationOfRow(result, row),
    was: row.was.get(id) ?? null,
    details: row.noPortal ? details.map(withoutPortal) : details,
    trace: traceView(say, result),
    canCopy: row.hasRequest && isRequestable(result) && !oneLine,
    spoken: say('readiness.spoken.row', {
      word: words.word,
      // A reason can be a sentence, but must have only one period.
      rest: words.rest.replace(/\.$/, ''),
      name,
      counts: say(countText[counts]),
    }),
  };
}

/** Returns the components that also block a flow after its first cause, by requirement. */
export function laterBlockers(causes: readonly Cause[]): RowContext['later'] {
  return new Map(
    causes.flatMap(({ alsoBlockedBy, by }) =>
      [...alsoBlockedBy].flatMap(([id, later]) => {
        const blockers = later.filter(
          ({ kind, by: other }) => kind !== 'appliance-decides' && other !== null,
        );
        return by === null || blockers.length === 0 ? [] : [[id, blockers] as const];
      }),
    ),
  );
}

/** Returns “Partly blocked by 2 causes: rule 4096 Deny-All and route 0.0.0.0/0 in rt-hub”. */
function outcomeWords(say: Say, result: CheckResult, { later }: RowContext): OutcomeText {
  const words = formatOutcome(say, result, requirementName(say, result.requirement));
  const { outcome } = result;
  const others = later.get(result.requirement);
  const isBlocked = outcome.is === 'blocked' || outcome.is === 'partly-blocked';
  if (!others || !isBlocked) return words;
  const names = [...new Set([deciderName(say, outcome.by), ...others.map((one) => componentName(say, one))])];
  // Two rules of one firewall have the same name here, so the first text is more specific.
  if (names.length === 1) return words;
  const rest = say('outcome.byCauses', { n: names.length, names: formatList(say, names) });
  return { ...words, word: words.label, rest, line: `${words.label} ${rest}` };
}

/**
 * Returns the confirmation of a row. A confirmed result is still unknown, and a known one doesn't need confirmation.
 */
function confirmationOfRow({ requirement, outcome }: CheckResult, { confirmed }: RowContext): string | null {
  const isUnknown = ['unknown', 'note'].includes(statusOf(outcome));
  return isUnknown ? (confirmed.get(requirement) ?? null) : null;
}

/** This requirement is set up rather than fixed. */
const setUpId = 'managed-network-set-up';

/** Returns the button of a row without a tested fix. */
function otherButton(id: string, { setUp }: RowContext): Pick<ReadinessRow, 'fix' | 'does'> {
  return id === setUpId && setUp.button
    ? { fix: setUp.button.label, does: setUp.button.does }
    : { fix: null, does: 'fix' };
}

/**
 * Returns the mark of a row: an action of the user, the flow of a failure, a passed test from a node, or that it's no
 * longer required.
 */
function markOf(say: Say, { requirement: id, outcome }: CheckResult, row: RowContext): string | null {
  const { inCode, failedFlow, profile, setUp, tested } = row;
  if (id === setUpId && setUp.since !== null) {
    return say('readiness.settingUp', { time: formatTime(say, setUp.since) });
  }
  if (id === failedFlow) return say('readiness.thisFailure');
  if (inCode.has(id)) return say('readiness.inCode');
  const test = statusOf(outcome) === 'fine' ? tested.get(id) : undefined;
  return test ?? oldMark(say, id, profile);
}

function oldMark(say: Say, id: string, profile: Profile): string | null {
  const isOld = profile === '2020-12' && findRequirement(id)?.profiles.current === undefined;
  return isOld ? say('readiness.onlyIn2020') : null;
}

const countText: Readonly<Record<Counts, MessageKey>> = {
  error: 'readiness.counts.error',
  unknown: 'readiness.counts.unknown',
  warning: 'readiness.counts.warning',
  passed: 'readiness.counts.passed',
  default: 'readiness.counts.default',
  note: 'readiness.counts.note',
};

function traceView(say: Say, { trace }: CheckResult): ReadinessRow['trace'] {
  const decides = trace.map((step) => step.decides);
  return formatTrace(say, trace).map((text, index) => ({ text, decides: decides[index] === true }));
}

function withoutPortal(detail: Detail): Detail {
  const runs = detail.runs.map((run) =>
    run.link?.startsWith('portal:') === true ? { ...run, link: null } : run,
  );
  return { ...detail, runs };
}

/** Requirements that, in December 2020, applied only to default images with user-managed dependencies. */
const advisedRequirements: ReadonlySet<string> = new Set([
  'outbound-mcr-443',
  'outbound-frontdoor-firstparty-443',
]);

/** Maximum number of places to name; the rest is counted. */
const mostPlaces = 5;

/** Returns the question that the requirement depends on, and code of the workspace that suggests the answer is yes. */
function defaultImageDetails(
  say: Say,
  { requirement, outcome }: CheckResult,
  {
    profile,
    defaultImages,
  }: { readonly profile: Profile; readonly defaultImages: readonly DefaultImageUse[] },
): Detail[] {
  if (profile !== '2020-12' || !advisedRequirements.has(requirement) || statusOf(outcome) === 'hidden') {
    return [];
  }
  const question = detail(say('detail.question'), say('detail.defaultImages'));
  if (defaultImages.length === 0) return [question];
  const rest = defaultImages.length - mostPlaces;
  const places = [
    ...defaultImages.slice(0, mostPlaces).map((one) => placeWords(say, one)),
    ...(rest > 0 ? [say('detail.andMore', { n: rest })] : []),
  ].join('; ');
  return [question, detail(say('detail.suggestsYes'), places)];
}

function placeWords(say: Say, { file, cell, line }: DefaultImageUse): string {
  return cell === null
    ? say('detail.codeLine', { file, line })
    : say('detail.cellLine', { file, cell, line });
}

function detail(label: string, text: string): Detail {
  return { label, runs: [{ text, link: null, mono: false }] };
}
