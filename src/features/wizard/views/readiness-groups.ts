import type { ReadinessGroup, ReadinessRow } from '../../../contract/wizard/readiness';
import type { RequirementGroup as GroupId, CheckResult } from '../../../core/check-result';
import { byEffect, statusOf } from '../../../core/check-result';
import type { Say } from '../../../messages/say';
import { isSameForEverySubnet } from '../../../requirements/requirements';
import { readinessRowView, type RowContext } from './readiness-row-view';

/** The groups in the order of Readiness. */
export const groupOrder: readonly GroupId[] = [
  'outbound',
  'inbound',
  'routes',
  'placement',
  'addresses',
  'permissions',
  'quota',
  'services',
  'names',
];

/** Order of rows in a group: errors, unknown, appliance, warnings, no longer required, by default rules, allowed. */
const rowOrder: Readonly<Record<ReadinessRow['counts'], number>> = {
  error: 0,
  unknown: 1,
  warning: 3,
  note: 4,
  default: 5,
  passed: 6,
};

/** Returns the groups of Readiness: those with open results first. */
export function readinessGroups(
  say: Say,
  results: readonly CheckResult[],
  row: RowContext,
): ReadinessGroup[] {
  const shown = results.filter(isShown);
  const groups = groupOrder.flatMap((id) => {
    const members = shown.filter((one) => one.group === id);
    return members.length > 0 ? [groupView(say, { id, members, row })] : [];
  });
  return groups.sort((a, b) => worst(a) - worst(b));
}

/** Returns the collapsed group for a managed virtual network: how many requirements don't apply, and why. */
export function notNeededGroup(say: Say, results: readonly CheckResult[], row: RowContext): ReadinessGroup[] {
  const hidden = results.filter((one) => statusOf(one.outcome) === 'hidden');
  if (hidden.length === 0) return [];
  const rows = hidden.map((one) => readinessRowView(say, one, row));
  const title = say('readiness.notNeededHere', { n: hidden.length });
  return [{ id: 'not-needed', title, summary: '', icon: 'unfit', open: false, rows, folds: [] }];
}

/** Returns the collapsed group at the end for notes that can't be checked. */
export function notesGroup(
  say: Say,
  results: readonly CheckResult[],
  row: RowContext,
): ReadinessGroup | null {
  const notes = results.filter((one) => isQuestion(one) && !isSameForEverySubnet(one.requirement));
  if (notes.length === 0) return null;
  return closedNotes(say, notes, { id: 'notes', title: say('readiness.notes', { n: notes.length }), row });
}

/** Returns the collapsed group for notes that are the same for every subnet. */
export function goodToKnowGroup(
  say: Say,
  results: readonly CheckResult[],
  row: RowContext,
): ReadinessGroup[] {
  const notes = results.filter((one) => isQuestion(one) && isSameForEverySubnet(one.requirement));
  if (notes.length === 0) return [];
  return [closedNotes(say, notes, { id: 'good-to-know', title: say('readiness.goodToKnow'), row })];
}

function closedNotes(
  say: Say,
  notes: readonly CheckResult[],
  { id, title, row }: { readonly id: string; readonly title: string; readonly row: RowContext },
): ReadinessGroup {
  const rows = notes.map((one) => readinessRowView(say, one, row));
  return { id, title, summary: '', icon: 'info', open: false, rows, folds: [] };
}

function isQuestion(result: CheckResult): boolean {
  return result.outcome.is === 'note' && result.outcome.retired === undefined;
}

function isShown(result: CheckResult): boolean {
  return statusOf(result.outcome) !== 'hidden' && !isQuestion(result);
}

interface GroupContent {
  readonly id: GroupId;
  readonly members: readonly CheckResult[];
  readonly row: RowContext;
}

function groupView(say: Say, { id, members, row }: GroupContent): ReadinessGroup {
  const rows = byEffect(members)
    .map((one) => readinessRowView(say, one, row))
    .sort((a, b) => rank(a) - rank(b));
  const folded = withFolds(say, members, rows);
  const open = rows.some((one) => rowOrder[one.counts] < rowOrder.note);
  return {
    id,
    title: say(`readiness.group.${id}`),
    summary: groupSummary(say, members, rows),
    icon: open ? null : closedIcon(rows),
    open,
    ...folded,
  };
}

/** Returns the icon of a collapsed group. If it only contains notes, it doesn't show that something passed. */
function closedIcon(rows: readonly ReadinessRow[]): ReadinessGroup['icon'] {
  if (rows.every((one) => one.counts === 'note')) return rows[0]?.icon ?? null;
  return rows.some((one) => one.counts === 'default') ? 'pass-default' : 'pass';
}

function rank(row: ReadinessRow): number {
  return row.icon === 'appliance' ? 2 : rowOrder[row.counts];
}

function worst(group: ReadinessGroup): number {
  return Math.min(...group.rows.map((one) => Math.min(rank(one), 4)));
}

/**
 * Returns “7 failed, 1 to confirm, 2 info” if there are open results, otherwise “4 passed, 2 only by default rules”. The
 * header doesn't count info.
 */
function groupSummary(say: Say, members: readonly CheckResult[], rows: readonly ReadinessRow[]): string {
  const count = (counts: ReadinessRow['counts']): number =>
    rows.filter((one) => one.counts === counts).length;
  const open = [
    ...part(say, 'count.failed', count('error') + count('warning')),
    ...part(say, 'count.toConfirm', count('unknown')),
  ];
  const fine = [
    ...part(say, 'count.passed', count('passed') + count('default')),
    ...part(say, 'count.default', count('default')),
  ];
  const infos = part(say, 'count.infos', members.filter(isOpenInfo).length);
  return [...(open.length > 0 ? open : fine), ...infos].join(', ');
}

function isOpenInfo({ severity, outcome }: CheckResult): boolean {
  return severity === 'info' && ['open', 'unknown'].includes(statusOf(outcome));
}

type GroupCount = 'count.failed' | 'count.toConfirm' | 'count.passed' | 'count.default' | 'count.infos';

function part(say: Say, key: GroupCount, n: number): string[] {
  return n > 0 ? [say(key, { n })] : [];
}

/** Folds rows that passed. */
function withFolds(
  say: Say,
  members: readonly CheckResult[],
  rows: readonly ReadinessRow[],
): Pick<ReadinessGroup, 'rows' | 'folds'> {
  const folds: ReadinessGroup['folds'] = [];
  const foldOf = new Map<string, string>();
  const passed = rows.filter((one) => one.counts === 'passed');
  const anyOpen = rows.some((one) => rank(one) < rowOrder.default);
  if (passed.length > 1 && anyOpen) {
    const allByRules = passed.every((one) => isByRule(members, one.id));
    folds.push({
      id: 'passed',
      icon: 'pass',
      text: say(allByRules ? 'readiness.fold.rules' : 'readiness.fold.passed', { n: passed.length }),
    });
    for (const one of passed) foldOf.set(one.id, 'passed');
  }
  return { folds, rows: rows.map((one) => ({ ...one, fold: foldOf.get(one.id) ?? null })) };
}

function isByRule(members: readonly CheckResult[], id: string): boolean {
  return members.find((one) => one.requirement === id)?.outcome.is === 'allowed';
}
