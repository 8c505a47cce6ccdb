import { describe, expect, test } from 'vitest';
import type { ReadinessGroup } from '@contract/wizard/readiness';
import {
  allClosed,
  decodeReadinessMemory,
  foldKey,
  keyOf,
  nothingOpened,
  withOpen,
  type ReadinessMemory,
} from '../../../../webview-ui/src/readiness/readiness-memory';
import { plainGroup } from '../../../../webview-ui/src/readiness/shown-groups';
import { treeRows, type Shown } from '../../../../webview-ui/src/readiness/tree-rows';
import { shownOf, testReadinessGroup, testReadinessRow } from '../readiness/readiness-of';

const shown = (groups: ReadinessGroup[], parts: Partial<Shown> = {}): Shown => {
  return { groups: shownOf(groups), notes: null, notNeeded: [], notNeededTitle: 'Not needed', ...parts };
};
const keys = (all: Shown, memory: ReadinessMemory = nothingOpened): string[] =>
  treeRows(all, memory).map((line) => line.key);

const passed = { id: 'passed', icon: 'pass', text: '2 passed' } as const;
const outbound = testReadinessGroup(
  'outbound',
  [
    testReadinessRow('a'),
    testReadinessRow('m1', { counts: 'passed', fold: 'passed' }),
    testReadinessRow('b', { counts: 'warning' }),
    testReadinessRow('m2', { counts: 'passed', fold: 'passed' }),
  ],
  { folds: [passed] },
);
const inbound = testReadinessGroup('inbound', [testReadinessRow('c', { counts: 'passed', fold: 'passed' })], {
  open: false,
  folds: [passed],
});

describe('treeRows', () => {
  test('a collapsed group is one line, and an expanded one shows its rows', () => {
    expect(keys(shown([outbound, inbound]))).toEqual([
      'group:outbound',
      'row:a',
      'fold:outbound/passed',
      'row:b',
      'group:inbound',
    ]);
  });

  test('a fold expands in place, and the same fold of another group stays collapsed', () => {
    const memory = withOpen(
      withOpen(nothingOpened, foldKey('outbound', 'passed'), true),
      'group:inbound',
      true,
    );
    expect(keys(shown([outbound, inbound]), memory)).toEqual([
      'group:outbound',
      'row:a',
      'fold:outbound/passed',
      'row:m1',
      'row:m2',
      'row:b',
      'group:inbound',
      'fold:inbound/passed',
    ]);
  });

  test('levels, positions, and parents describe the tree', () => {
    const memory = withOpen(nothingOpened, foldKey('outbound', 'passed'), true);
    const lines = treeRows(shown([outbound]), memory);
    expect(lines.map((line) => [line.key, line.parent, line.level, line.position, line.size])).toEqual([
      ['group:outbound', null, 1, 1, 1],
      ['row:a', 'group:outbound', 2, 1, 3],
      ['fold:outbound/passed', 'group:outbound', 2, 2, 3],
      ['row:m1', 'fold:outbound/passed', 3, 1, 2],
      ['row:m2', 'fold:outbound/passed', 3, 2, 2],
      ['row:b', 'group:outbound', 2, 3, 3],
    ]);
  });

  test('the filter keeps only open rows, without empty folds, groups, and notes', () => {
    const notes = testReadinessGroup('notes', [testReadinessRow('n', { counts: 'note' })]);
    const memory = { ...nothingOpened, openOnly: true };
    expect(keys(shown([outbound, inbound], { notes: plainGroup(notes) }), memory)).toEqual([
      'group:outbound',
      'row:a',
      'row:b',
    ]);
  });

  test('an appliance in a fold counts as open and keeps its fold', () => {
    const appliances = testReadinessGroup(
      'outbound',
      [
        testReadinessRow('x', { counts: 'unknown' }),
        testReadinessRow('y', { counts: 'unknown', fold: 'app' }),
      ],
      { folds: [{ id: 'app', icon: 'appliance', text: '1 more' }] },
    );
    expect(keys(shown([appliances]), { ...nothingOpened, openOnly: true })).toEqual([
      'group:outbound',
      'row:x',
      'fold:outbound/app',
    ]);
  });

  test('notes are last, and checks that aren’t required are shown only on request', () => {
    const all = shown([inbound], {
      notes: plainGroup(testReadinessGroup('notes', [testReadinessRow('n')], { open: false })),
      notNeeded: [{ id: 'z', name: 'RStudio', why: 'Only for instances' }],
    });
    expect(keys(all)).toEqual(['group:inbound', 'group:notes']);
    const memory = { ...nothingOpened, notNeeded: true };
    expect(keys(all, memory)).toEqual(['group:inbound', 'group:notes', 'group:not-needed', 'none:z']);
    expect(treeRows(all, memory).map((line) => line.expanded)).toEqual([false, false, true, null]);
  });

  test('a row whose fold the host didn’t send is shown on its own', () => {
    expect(keys(shown([testReadinessGroup('g', [testReadinessRow('a', { fold: 'gone' })])]))).toEqual([
      'group:g',
      'row:a',
    ]);
  });
});

describe('the stored state of Readiness', () => {
  test('expanding twice is the same as once; collapsing reverts it', () => {
    const opened = withOpen(withOpen(nothingOpened, keyOf('row', 'a'), true), keyOf('row', 'a'), true);
    expect(opened.opened).toEqual(['row:a']);
    expect(withOpen(opened, 'row:a', false).opened).toEqual([]);
  });

  test('collapsing all closes groups that the host expands, and keeps the filters', () => {
    const memory = allClosed({ ...nothingOpened, openOnly: true, opened: ['row:a'] }, ['outbound']);
    expect(memory).toEqual({ ...nothingOpened, openOnly: true, groups: { outbound: false } });
  });

  test.each([
    { why: 'nothing was stored', raw: undefined },
    { why: 'something else was stored', raw: 'x' },
    {
      why: 'parts have another shape',
      raw: { by: 'color', openOnly: 1, groups: { a: 'yes' }, opened: [3, null] },
    },
  ])('$why: everything is collapsed', ({ raw }) => {
    expect(decodeReadinessMemory(raw)).toEqual(nothingOpened);
  });

  test('is restored from JSON', () => {
    const memory = withOpen(
      withOpen({ ...nothingOpened, by: 'requirement', openOnly: true }, 'group:g', false),
      'row:a',
      true,
    );
    expect(decodeReadinessMemory(JSON.parse(JSON.stringify(memory)))).toEqual(memory);
  });
});
