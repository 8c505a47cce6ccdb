import type { ChangesPreview } from '../../../contract/changes-preview';
import { statusOf, type CheckResult, type Outcome } from '../../../core/check-result';
import { groupBy } from '../../../core/group-by';
import { sameId } from '../../../core/network/find';
import type { PreviewChoice, PreviewedChanges } from '../../../file-checks/edits/preview-changes';
import { formatList } from '../../../messages/format-list';
import type { Say } from '../../../messages/say';
import { formatPrice } from '../../../wording/change-cost';
import { problemKey } from '../../../file-checks/problem-key';
import { afterChanges, afterTexts, formatFixBoth } from '../../../wording/fix-test-text';
import { formatApartTitle } from '../../../wording/fix-title';
import { formatReason } from '../../../wording/reason-text';
import { requirementName } from '../../../wording/requirement-text';
import { checkName } from '../../../wording/check-name';
import { previewEffects } from './preview-effects';
import { isFlowProblem, subnetsAfter } from '../../../wording/tested-changes-text';
import { previewTestText } from './preview-test-text';

/** The current preview, with other data that its panel shows. */
export interface ShownPreview {
  readonly id: string;
  readonly title: string;
  readonly changes: PreviewedChanges;
  /** The check before the changes. */
  readonly before: PreviewedChanges['after']['check'];
  /** Names of files that changed since the preview was opened. */
  readonly changed: readonly string[];
  /** Other open templates that use the changed files. */
  readonly users: readonly string[];
  /** Why changes can't be written; null if they can. */
  readonly refused: string | null;
  readonly isBusy: boolean;
  /** The selection that is being tested: its boxes are shown at once, so that a second click changes it back. */
  readonly requested?: ReadonlySet<string> | undefined;
  readonly canCopy: boolean;
}

/** Builds the content of the panel next to the diff. */
export function previewView(say: Say, shown: ShownPreview): ChangesPreview {
  const { id, title, changes, before, changed, users, isBusy, canCopy } = shown;
  const { choices, worse } = changes;
  const { fixTest, left, spoken } = previewTestText(say, changes, before);
  const ticked = shown.requested ?? changes.chosen;
  const separate = groupsApart(say, changes, ticked);
  const isLeft = new Set(left.map(({ problem }) => problemKey(problem)));
  const needed = separate
    .filter(({ keys }) => keys.some((key) => isLeft.has(key)))
    .flatMap(({ keys }) => keys);
  return {
    id,
    title,
    fixTest,
    fixBoth: left.length > 0 ? { label: formatFixBoth(say, left), keys: needed } : null,
    notice: changed.length > 0 ? say('diff.changed', { files: formatList(say, changed) }) : null,
    areFlows: choices.every(({ problem }) => isFlowProblem(problem)),
    flows: choices
      .filter(isListed)
      .map((one) => ({ ...flowView(say, changes, one), ticked: ticked.has(one.key) })),
    apart: separate,
    ...previewEffects(say, changes, users),
    after: subnetsAfter(say, { before, after: changes.after.check }),
    limit: limitText(say, changes),
    needsConfirmation: worse.length > 0,
    cannotApply: cannotApply(say, shown),
    canCopy,
    spoken,
    isBusy,
  };
}

function cannotApply(say: Say, { changes, refused }: ShownPreview): string | null {
  if (refused !== null) return refused;
  if (changes.choices.length === 0 && changes.applied.length === 0) return say('diff.nothingLeft');
  if (changes.chosen.size === 0 && changes.applied.length === 0) return say('diff.noneChosen');
  return changes.texts.size === 0 ? say('diff.notWritten') : null;
}

/** Returns the label of a narrower fix of the same problem, if one was tested. */
function limitText(say: Say, { narrower, choices: [first] }: PreviewedChanges): string | null {
  return narrower === undefined || !first ? null : say('diff.limit', { subnet: first.problem.subnet });
}

/**
 * Checks whether to list a problem. Changes that cost or remove something are listed separately. Unfixable problems are
 * listed only if they need a fix.
 */
function isListed({ apart, isFixable, problem: { what, severity } }: PreviewChoice): boolean {
  const isErrorOrWarning = severity === 'error' || severity === 'warning';
  const isOpen = what.is === 'result' && isErrorOrWarning && statusOf(what.result.outcome) === 'open';
  return apart === null && (isFixable || isOpen);
}

const icons = { error: 'error', warning: 'warning', info: 'info', hint: 'info' } as const;

function flowView(
  say: Say,
  changes: PreviewedChanges,
  choice: PreviewChoice,
): Omit<ChangesPreview['flows'][number], 'ticked'> {
  const { key, problem } = choice;
  const isChosen = changes.chosen.has(key);
  const after = afterChoice(changes, choice);
  const subnets = new Set(changes.choices.map((one) => one.problem.subnetId));
  return {
    key,
    title: choiceName(say, choice),
    subnet: subnets.size > 1 && problem.subnet !== '' ? problem.subnet : null,
    icon: !isChosen && after === 'passes' ? 'pass' : icons[problem.severity],
    result: resultText(say, changes, choice),
    canChoose: choice.isFixable && (isChosen || after === 'stays'),
  };
}

/** Returns the name of a flow, or of the check for other problems. */
function choiceName(say: Say, { problem }: PreviewChoice): string {
  return problem.what.is === 'result' ? requirementName(say, problem.id) : checkName(say, problem.id);
}

/** Returns “rule 130”, “changed setting”, “not fixed”, or why there isn't a fix. */
function resultText(say: Say, changes: PreviewedChanges, choice: PreviewChoice): string {
  const { key, because, isFixable } = choice;
  if (!isFixable) return because === null ? say('diff.noFix') : formatReason(say, because);
  const after = afterChoice(changes, choice);
  if (after === 'stays') return say('preview.staysOpen');
  if (after === 'passes' && changes.chosen.has(key)) {
    return fixedText(say, resultAfter(changes, choice)?.outcome);
  }
  return say(afterTexts[after]);
}

/** Returns the state of a problem after the chosen changes. A fault without a result is gone if it's fixed. */
function afterChoice(changes: PreviewedChanges, choice: PreviewChoice): ReturnType<typeof afterChanges> {
  const now = resultAfter(changes, choice);
  if (now) return afterChanges(now.outcome);
  const isFixed = changes.chosen.has(choice.key) && !changes.fails.includes(choice);
  return isFixed ? 'passes' : 'stays';
}

/** Names the rule that allows the flow after the fix. */
function fixedText(say: Say, now: Outcome | undefined): string {
  const priority = now?.is === 'allowed' && now.by?.kind === 'rule' ? now.by.priority : null;
  return priority === null ? say('preview.newSetting') : say('diff.rule', { priority });
}

function resultAfter({ after }: PreviewedChanges, { problem }: PreviewChoice): CheckResult | undefined {
  if (problem.what.is !== 'result') return undefined;
  const subject = after.check.subjects.find(({ subnet }) => sameId(subnet.id, problem.subnetId));
  return subject?.results.find(({ requirement }) => requirement === problem.id);
}

/**
 * Returns the changes that cost or remove something, each once, however many problems it solves. Other subnets whose
 * traffic the rest of a fix changes are shown when it's selected.
 */
function groupsApart(
  say: Say,
  { choices }: PreviewedChanges,
  chosen: ReadonlySet<string>,
): ChangesPreview['apart'] {
  const all = choices.flatMap((choice) =>
    choice.apart ? [{ choice, title: formatApartTitle(say, { fix: choice.apart.fix, affects: [] }) }] : [],
  );
  return [...groupBy(all, ({ title }) => title)].flatMap(([title, [first, ...others]]) => {
    if (!first) return [];
    const { key, apart } = first.choice;
    const n = others.length + 1;
    return {
      keys: [first, ...others].map(({ choice }) => choice.key),
      title,
      what: n === 1 ? choiceName(say, first.choice) : say('preview.fixesChecks', { n }),
      price: formatPrice(say, apart?.fix.changes ?? []),
      ticked: chosen.has(key),
    };
  });
}
