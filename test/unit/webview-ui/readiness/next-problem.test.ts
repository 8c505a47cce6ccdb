import { describe, expect, test } from 'vitest';
import { findToFix, rowIndex } from '../../../../webview-ui/src/readiness/next-problem';
import { testBoardGroup, testBoardRow } from '../board/readiness-of';

const groups = [
  testBoardGroup('out', [
    testBoardRow('a'),
    testBoardRow('m', { counts: 'met', fold: 'met' }),
    testBoardRow('b'),
  ]),
  testBoardGroup('mid', [testBoardRow('x', { counts: 'advised' })]),
  testBoardGroup('in', [testBoardRow('c')]),
];

describe('findToFix', () => {
  test.each([
    { why: 'the first, from nowhere', from: null, direction: 1, row: 'a' },
    { why: 'the last, backwards from nowhere', from: null, direction: -1, row: 'c' },
    { why: 'the next in the group', from: { group: 'out', row: 'a' }, direction: 1, row: 'b' },
    { why: 'the next in another group', from: { group: 'out', row: 'b' }, direction: 1, row: 'c' },
    { why: 'round again', from: { group: 'in', row: 'c' }, direction: 1, row: 'a' },
    { why: 'the one before', from: { group: 'out', row: 'm' }, direction: -1, row: 'a' },
    { why: 'round again backwards', from: { group: 'out', row: 'a' }, direction: -1, row: 'c' },
    {
      why: 'the first of the group whose line one stands on',
      from: { group: 'in', row: null },
      direction: 1,
      row: 'c',
    },
    { why: 'the last before the group’s line', from: { group: 'in', row: null }, direction: -1, row: 'b' },
  ] as const)('$why', ({ from, direction, row }) => {
    expect(findToFix(groups, from, direction)?.row).toBe(row);
  });

  test('nothing, where nothing is to fix', () => {
    expect(findToFix([testBoardGroup('g', [testBoardRow('a', { counts: 'met' })])], null, 1)).toBeNull();
  });

  test('the only one is found from itself', () => {
    expect(findToFix([testBoardGroup('g', [testBoardRow('a')])], { group: 'g', row: 'a' }, 1)).toEqual({
      group: 'g',
      row: 'a',
    });
  });
});

describe('placeOf', () => {
  test.each([
    { key: 'group:mid', is: { group: 'mid', row: null } },
    { key: 'row:c', is: { group: 'in', row: 'c' } },
    { key: 'fold:out/met', is: { group: 'out', row: 'm' } },
    { key: 'fold:in/met', is: null },
    { key: 'group:notes', is: null },
  ])('$key', ({ key, is }) => {
    expect(rowIndex(groups, key)).toEqual(is);
  });
});
