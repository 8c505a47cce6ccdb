import type { Readiness, ReadinessGroup, ReadinessRow } from '@contract/wizard/readiness';

/** A row of which only what a test speaks about is written. */
export function testBoardRow(id: string, parts: Partial<ReadinessRow> = {}): ReadinessRow {
  return {
    id,
    icon: 'error',
    name: id,
    word: 'Blocked',
    rest: '',
    oneLine: false,
    counts: 'to-fix',
    fold: null,
    fix: null,
    does: 'fix',
    mark: null,
    was: null,
    details: [],
    trace: [],
    canCopy: false,
    spoken: '',
    ...parts,
  };
}

export function testBoardGroup(
  id: string,
  rows: ReadinessRow[],
  parts: Partial<ReadinessGroup> = {},
): ReadinessGroup {
  return { id, title: id, summary: '', icon: null, open: true, rows, folds: [], ...parts };
}

export function readinessOf(groups: ReadinessGroup[], parts: Partial<Readiness> = {}): Readiness {
  return {
    revision: 1,
    title: 'Readiness of snet-training',
    state: 'judged',
    checking: false,
    hint: null,
    summary: '',
    summaryIcon: 'error',
    counts: [],
    fixAll: null,
    closeRest: null,
    readAt: null,
    dates: '',
    stale: null,
    isSignedOut: false,
    notice: null,
    fixNotice: null,
    groups,
    notes: null,
    notNeeded: [],
    profile: 'current',
    spoken: '',
    ...parts,
  };
}
