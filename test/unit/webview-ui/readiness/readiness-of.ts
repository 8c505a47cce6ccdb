import type { Readiness, ReadinessCause, ReadinessGroup, ReadinessRow } from '@contract/wizard/readiness';
import { plainGroup, type ShownGroup } from '../../../../webview-ui/src/readiness/shown-groups';

/** Returns a row in which only the tested properties are set. */
export function testReadinessRow(id: string, parts: Partial<ReadinessRow> = {}): ReadinessRow {
  return {
    id,
    icon: 'error',
    name: id,
    word: 'Blocked',
    rest: '',
    oneLine: false,
    counts: 'error',
    fold: null,
    fix: null,
    does: 'fix',
    mark: null,
    confirmed: null,
    was: null,
    details: [],
    trace: [],
    canCopy: false,
    spoken: '',
    ...parts,
  };
}

export function testReadinessGroup(
  id: string,
  rows: ReadinessRow[],
  parts: Partial<ReadinessGroup> = {},
): ReadinessGroup {
  return { id, title: id, summary: '', icon: null, open: true, rows, folds: [], ...parts };
}

/** Returns a cause in which only the tested properties are set. */
export function testCause(
  key: string,
  flows: readonly string[],
  parts: Partial<ReadinessCause> = {},
): ReadinessCause {
  return {
    key,
    kind: 'nsg-rule-blocks',
    icon: 'error',
    title: key,
    place: '',
    flows: flows.map((id) => ({ id, part: null, next: null })),
    earlier: [],
    details: [],
    needs: null,
    confirmed: null,
    actions: [],
    show: null,
    spoken: '',
    ...parts,
  };
}

/** Groups of requirements, as the tree receives them. */
export function shownOf(groups: readonly ReadinessGroup[]): readonly ShownGroup[] {
  return groups.map(plainGroup);
}

export function readinessOf(groups: ReadinessGroup[], parts: Partial<Readiness> = {}): Readiness {
  return {
    revision: 1,
    title: 'Readiness of snet-training',
    state: 'checked',
    checking: false,
    hint: null,
    summary: '',
    summaryIcon: 'error',
    counts: [],
    unfit: null,
    denyOtherOutbound: null,
    readAt: null,
    dates: '',
    stale: null,
    isSignedOut: false,
    notice: null,
    fixNotice: null,
    causes: [],
    fixed: [],
    passed: null,
    others: null,
    groups,
    notes: null,
    notNeeded: [],
    profile: 'current',
    spoken: '',
    ...parts,
  };
}
