import type { ChangesPreview } from '../../../contract/changes-preview';
import { statusOf, type CheckResult, type Outcome } from '../../../core/check-result';
import { permissionsOf } from '../../../core/fix-permissions';
import { sameId } from '../../../core/network/find';
import type { PreviewChoice, PreviewedChanges } from '../../../file-checks/edits/preview-changes';
import { formatList } from '../../../messages/format-list';
import type { Say } from '../../../messages/say';
import { formatFixTitle } from '../../../wording/fix-title';
import { formatReason } from '../../../wording/reason-text';
import { requirementName } from '../../../wording/requirement-text';
import { checkName } from '../../../wording/check-name';
import { previewEffects } from './preview-effects';
import { isFlow, previewProof } from './preview-proof';
import { subnetsAfter } from './subnets-after';

/** A preview as it stands, and what else its panel shows. */
export interface ShownPreview {
  readonly id: string;
  readonly title: string;
  readonly changes: PreviewedChanges;
  /** The files before the changes. */
  readonly before: PreviewedChanges['after']['check'];
  /** Files that changed since the preview was opened. */
  readonly changed: readonly string[];
  /** Other open templates that use the changed files. */
  readonly users: readonly string[];
  /** Why nothing may be written; null where it may. */
  readonly refused: string | null;
  readonly isBusy: boolean;
  readonly canCopy: boolean;
}

/** The panel beside the diff. */
export function previewView(say: Say, shown: ShownPreview): ChangesPreview {
  const { id, title, changes, before, changed, users, isBusy, canCopy } = shown;
  const { choices, worse } = changes;
  const { proof, spoken } = previewProof(say, changes);
  const separate = groupsApart(say, changes);
  return {
    id,
    title,
    proof,
    notice: changed.length > 0 ? say('diff.changed', { files: formatList(say, changed) }) : null,
    areFlows: choices.every(isFlow),
    flows: choices.filter(isListed).map((one) => flowView(say, changes, one)),
    apart: separate,
    ...previewEffects(say, changes, users),
    after: subnetsAfter(say, before, changes.after.check),
    limit: limitText(say, changes),
    asksFirst: worse.length > 0,
    cannotApply: cannotApply(say, shown),
    canCopy,
    spoken,
    isBusy,
  };
}

function cannotApply(say: Say, { changes, refused }: ShownPreview): string | null {
  if (refused !== null) return refused;
  if (changes.choices.length === 0 && changes.made.length === 0) return say('diff.nothingLeft');
  if (changes.chosen.size === 0 && changes.made.length === 0) return say('diff.noneChosen');
  return changes.texts.size === 0 ? say('diff.notWritten') : null;
}

/** Where a narrower fix of the same problem was tested. */
function limitText(say: Say, { narrower, choices: [first] }: PreviewedChanges): string | null {
  return narrower === undefined || !first ? null : say('diff.limit', { subnet: first.problem.subnet });
}

/** What costs or removes is listed apart; of what can't be fixed, only what is to be fixed. */
function isListed({ apart, isFixable, problem: { what, severity } }: PreviewChoice): boolean {
  const isGrave = severity === 'error' || severity === 'warning';
  const isOpen = what.is === 'result' && isGrave && statusOf(what.result.outcome) === 'open';
  return apart === null && (isFixable || isOpen);
}

const icons = { error: 'error', warning: 'warning', info: 'info', hint: 'info' } as const;

function flowView(
  say: Say,
  changes: PreviewedChanges,
  choice: PreviewChoice,
): ChangesPreview['flows'][number] {
  const { key, problem, isFixable } = choice;
  const subnets = new Set(changes.choices.map((one) => one.problem.subnetId));
  return {
    key,
    title: choiceName(say, choice),
    subnet: subnets.size > 1 && problem.subnet !== '' ? problem.subnet : null,
    icon: icons[problem.severity],
    result: resultText(say, changes, choice),
    ticked: changes.chosen.has(key),
    disabled: !isFixable,
  };
}

/** A flow by its name, anything else by its check. */
function choiceName(say: Say, { problem }: PreviewChoice): string {
  return problem.what.is === 'result' ? requirementName(say, problem.id) : checkName(say, problem.id);
}

/** “rule 130”, “changed setting”, “not fixed”, or why there is no fix. */
function resultText(say: Say, changes: PreviewedChanges, choice: PreviewChoice): string {
  const { key, because, isFixable } = choice;
  if (!isFixable) return because === null ? say('diff.noFix') : formatReason(say, because);
  const now = resultAfter(changes, choice)?.outcome;
  const isFixed = now === undefined || statusOf(now) === 'fine' || statusOf(now) === 'hidden';
  if (!changes.chosen.has(key)) return say(isFixed && now ? 'diff.passesToo' : 'preview.staysOpen');
  return isFixed ? fixedText(say, now) : say('preview.staysOpen');
}

/** By which rule it passes. */
function fixedText(say: Say, now: Outcome | undefined): string {
  const priority = now?.is === 'allowed' && now.by?.kind === 'rule' ? now.by.priority : null;
  return priority === null ? say('preview.newSetting') : say('diff.rule', { priority });
}

function resultAfter({ after }: PreviewedChanges, { problem }: PreviewChoice): CheckResult | undefined {
  if (problem.what.is !== 'result') return undefined;
  const subject = after.check.subjects.find(({ subnet }) => sameId(subnet.id, problem.subnetId));
  return subject?.results.find(({ requirement }) => requirement === problem.id);
}

/** What costs or removes, each change once however many problems it solves. */
function groupsApart(say: Say, { choices, chosen }: PreviewedChanges): ChangesPreview['apart'] {
  const titles = new Map<string, PreviewChoice>();
  for (const one of choices) {
    const title = one.apart && formatFixTitle(say, one.apart);
    if (title !== null && !titles.has(title)) titles.set(title, one);
  }
  return [...titles].map(([title, { key, apart }]) => {
    const isBilled = permissionsOf(apart?.fix.changes ?? []).includes('cost');
    const price = say(isBilled ? 'diff.price.unknown' : 'diff.price.removes');
    return { key, title, price, ticked: chosen.has(key) };
  });
}
