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
import { shownOf, testBoardGroup, testBoardRow } from '../board/readiness-of';

const shown = (groups: ReadinessGroup[], parts: Partial<Shown> = {}): Shown => {
  return { groups: shownOf(groups), notes: null, notNeeded: [], notNeededTitle: 'Not needed', ...parts };
};
const keys = (all: Shown, memory: ReadinessMemory = nothingOpened): string[] =>
  treeRows(all, memory).map((line) => line.key);

const met = { id: 'met', icon: 'pass', text: '2 met' } as const;
const outbound = testBoardGroup(
  'outbound',
  [
    testBoardRow('a'),
    testBoardRow('m1', { counts: 'met', fold: 'met' }),
    testBoardRow('b', { counts: 'advised' }),
    testBoardRow('m2', { counts: 'met', fold: 'met' }),
  ],
  { folds: [met] },
);
const inbound = testBoardGroup('inbound', [testBoardRow('c', { counts: 'met', fold: 'met' })], {
  open: false,
  folds: [met],
});

describe('treeRows', () => {
  test('a closed group is one line, an open one shows its rows', () => {
    expect(keys(shown([outbound, inbound]))).toEqual([
      'group:outbound',
      'row:a',
      'fold:outbound/met',
      'row:b',
      'group:inbound',
    ]);
  });

  test('a fold opens in its place, and the same fold of another group stays closed', () => {
    const memory = withOpen(withOpen(nothingOpened, foldKey('outbound', 'met'), true), 'group:inbound', true);
    expect(keys(shown([outbound, inbound]), memory)).toEqual([
      'group:outbound',
      'row:a',
      'fold:outbound/met',
      'row:m1',
      'row:m2',
      'row:b',
      'group:inbound',
      'fold:inbound/met',
    ]);
  });

  test('levels, positions and parents describe the tree', () => {
    const memory = withOpen(nothingOpened, foldKey('outbound', 'met'), true);
    const lines = treeRows(shown([outbound]), memory);
    expect(lines.map((line) => [line.key, line.parent, line.level, line.position, line.size])).toEqual([
      ['group:outbound', null, 1, 1, 1],
      ['row:a', 'group:outbound', 2, 1, 3],
      ['fold:outbound/met', 'group:outbound', 2, 2, 3],
      ['row:m1', 'fold:outbound/met', 3, 1, 2],
      ['row:m2', 'fold:outbound/met', 3, 2, 2],
      ['row:b', 'group:outbound', 2, 3, 3],
    ]);
  });

  test('only open rows are left by the filter, without empty folds, groups and notes', () => {
    const notes = testBoardGroup('notes', [testBoardRow('n', { counts: 'note' })]);
    const memory = { ...nothingOpened, openOnly: true };
    expect(keys(shown([outbound, inbound], { notes: plainGroup(notes) }), memory)).toEqual([
      'group:outbound',
      'row:a',
      'row:b',
    ]);
  });

  test('an appliance behind a fold counts as open and keeps its fold', () => {
    const appliances = testBoardGroup(
      'outbound',
      [testBoardRow('x', { counts: 'unknown' }), testBoardRow('y', { counts: 'unknown', fold: 'app' })],
      { folds: [{ id: 'app', icon: 'appliance', text: '1 more' }] },
    );
    expect(keys(shown([appliances]), { ...nothingOpened, openOnly: true })).toEqual([
      'group:outbound',
      'row:x',
      'fold:outbound/app',
    ]);
  });

  test('notes stand last, and what is not needed only where it is asked for', () => {
    const all = shown([inbound], {
      notes: plainGroup(testBoardGroup('notes', [testBoardRow('n')], { open: false })),
      notNeeded: [{ id: 'z', name: 'RStudio', why: 'Only for instances' }],
    });
    expect(keys(all)).toEqual(['group:inbound', 'group:notes']);
    const memory = { ...nothingOpened, notNeeded: true };
    expect(keys(all, memory)).toEqual(['group:inbound', 'group:notes', 'group:not-needed', 'none:z']);
    expect(treeRows(all, memory).map((line) => line.expanded)).toEqual([false, false, true, null]);
  });

  test('a row whose fold the host did not send is shown by itself', () => {
    expect(keys(shown([testBoardGroup('g', [testBoardRow('a', { fold: 'gone' })])]))).toEqual([
      'group:g',
      'row:a',
    ]);
  });
});

describe('board memory', () => {
  test('opening twice is opening once; closing takes it back', () => {
    const opened = withOpen(withOpen(nothingOpened, keyOf('row', 'a'), true), keyOf('row', 'a'), true);
    expect(opened.opened).toEqual(['row:a']);
    expect(withOpen(opened, 'row:a', false).opened).toEqual([]);
  });

  test('collapsing all closes groups that the host opens, and leaves the filters', () => {
    const memory = allClosed({ ...nothingOpened, openOnly: true, opened: ['row:a'] }, ['outbound']);
    expect(memory).toEqual({ ...nothingOpened, openOnly: true, groups: { outbound: false } });
  });

  test.each([
    { why: 'nothing was kept', raw: undefined },
    { why: 'something else was kept', raw: 'x' },
    {
      why: 'parts have another shape',
      raw: { by: 'color', openOnly: 1, groups: { a: 'yes' }, opened: [3, null] },
    },
  ])('$why: nothing is opened', ({ raw }) => {
    expect(decodeReadinessMemory(raw)).toEqual(nothingOpened);
  });

  test('what was kept comes back through JSON', () => {
    const memory = withOpen(
      withOpen({ ...nothingOpened, by: 'requirement', openOnly: true }, 'group:g', false),
      'row:a',
      true,
    );
    expect(decodeReadinessMemory(JSON.parse(JSON.stringify(memory)))).toEqual(memory);
  });
});
