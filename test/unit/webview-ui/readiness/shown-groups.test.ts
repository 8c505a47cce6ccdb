import { describe, expect, test } from 'vitest';
import type { Readiness } from '@contract/wizard/readiness';
import { pageMessages, type PageSay } from '@messages/page-say';
import {
  nothingOpened,
  withOpen,
  type GroupedBy,
  type ReadinessMemory,
} from '../../../../webview-ui/src/readiness/readiness-memory';
import { primaryCause } from '../../../../webview-ui/src/readiness/primary-cause';
import { shownGroups } from '../../../../webview-ui/src/readiness/shown-groups';
import { treeRows } from '../../../../webview-ui/src/readiness/tree-rows';
import { readinessOf, testReadinessGroup, testReadinessRow, testCause } from '../readiness/readiness-of';

const say: PageSay = pageMessages('en');
const ids = (n: number): string[] => Array.from({ length: n }, (_, index) => `f${String(index)}`);

const fix = { does: 'fix', label: 'Fix 2 flows…', ids: ['f0', 'f1'] } as const;
const rule = testCause('rule', ['f0', 'f1'], { actions: [{ ...fix, ids: [...fix.ids] }] });
const appliance = testCause('appliance', ['f2'], { icon: 'appliance' });
const groups = [
  testReadinessGroup('outbound', [
    ...ids(3).map((id) => testReadinessRow(id)),
    testReadinessRow('m', { counts: 'passed' }),
    testReadinessRow('r', { counts: 'note' }),
  ]),
  testReadinessGroup('good-to-know', [testReadinessRow('g', { counts: 'note' })], { open: false }),
];
const readiness = readinessOf(groups, {
  causes: [rule, appliance],
  passed: {
    title: 'Passed',
    summary: '1 check in 1 group',
    groups: [{ id: 'outbound', title: 'Outbound', summary: '1 passed', ids: ['m'] }],
  },
  others: { id: 'others', title: 'Info', summary: '1 check', ids: ['r'] },
});

function lines(
  view = readiness,
  memory: ReadinessMemory = nothingOpened,
  fixed: Readiness['fixed'] = [],
): string[] {
  const shown = {
    groups: shownGroups(view, memory.by, { say, fixed }),
    notes: null,
    notNeeded: [],
    notNeededTitle: '',
  };
  return treeRows(shown, memory).map(({ key, level }) => `${String(level)} ${key}`);
}

describe('Readiness by cause', () => {
  test('expands the worst cause, with its flows and actions; collapses the others and what passed', () => {
    expect(lines()).toEqual([
      '1 group:rule',
      '2 row:f0',
      '2 row:f1',
      '2 actions:rule',
      '1 group:appliance',
      '1 group:passed',
      '1 group:others',
      '1 group:good-to-know',
    ]);
  });

  test('expands what passed to its groups, and these to their rows', () => {
    const opened = withOpen(withOpen(nothingOpened, 'group:passed', true), 'group:outbound', true);
    expect(lines(readiness, opened).slice(5, 8)).toEqual(['1 group:passed', '2 group:outbound', '3 row:m']);
  });

  test('uses the host’s groups by requirement', () => {
    expect(lines(readiness, { ...nothingOpened, by: 'requirement' })[0]).toBe('1 group:outbound');
  });

  test('shows the changes of a preview by requirement', () => {
    expect(lines({ ...readiness, state: 'preview' })[0]).toBe('1 group:outbound');
  });

  test.each([
    { n: 8, shown: 8, more: null },
    { n: 9, shown: 6, more: '3 more' },
    { n: 13, shown: 6, more: '7 more' },
  ])('shows $shown of $n flows', ({ n, shown, more }) => {
    const rows = ids(n).map((id) => testReadinessRow(id));
    const many = readinessOf([testReadinessGroup('outbound', rows)], { causes: [testCause('c', ids(n))] });
    const [cause] = shownGroups(many, 'cause', { say, fixed: [] });
    expect(cause?.rows.filter((row) => row.fold === null)).toHaveLength(shown);
    expect(cause?.folds[0]?.text ?? null).toBe(more);
  });

  test('lists fixed causes first, collapsed, and expands them to the flows that pass', () => {
    const fixed = [{ id: 'gone', title: 'Fixed: 1 flow passes', summary: 'gone', ids: ['m'] }];
    expect(lines(readiness, nothingOpened, fixed).slice(0, 2)).toEqual(['1 group:gone', '1 group:rule']);
    const opened = withOpen(nothingOpened, 'group:gone', true);
    expect(lines(readiness, opened, fixed).slice(0, 2)).toEqual(['1 group:gone', '2 row:m']);
    expect(lines(readiness, { ...nothingOpened, by: 'requirement' }, fixed)).not.toContain('1 group:gone');
  });

  test('shows whole causes without what passed for “open issues only”', () => {
    expect(lines(readiness, { ...nothingOpened, openOnly: true })).toEqual([
      '1 group:rule',
      '2 row:f0',
      '2 row:f1',
      '2 actions:rule',
      '1 group:appliance',
    ]);
  });
});

describe('the primary action of the page', () => {
  test('is the fix of the worst cause that has one', () => {
    const first = { ...readiness, causes: [appliance, rule] };
    expect(primaryCause(first, nothingOpened)).toEqual({ cause: 'rule', action: fix });
  });

  test.each<{ why: string; view: Readiness; by: GroupedBy }>([
    { why: 'nothing can be fixed', view: { ...readiness, causes: [appliance] }, by: 'cause' },
    {
      why: 'only warnings can be fixed',
      view: { ...readiness, causes: [{ ...rule, icon: 'warning' }] },
      by: 'cause',
    },
    { why: 'a change is previewed', view: { ...readiness, state: 'preview' }, by: 'cause' },
    { why: 'groups are by requirement', view: readiness, by: 'requirement' },
  ])('doesn’t exist if $why', ({ view, by }) => {
    expect(primaryCause(view, { by })).toBeNull();
  });
});
