import { describe, expect, test } from 'vitest';
import { pageMessages } from '@messages/page-say';
import { shownGroups } from '../../../../webview-ui/src/readiness/shown-groups';
import { findCause, findToFix, rowIndex } from '../../../../webview-ui/src/readiness/next-problem';
import {
  readinessOf,
  shownOf,
  testReadinessGroup,
  testReadinessRow,
  testCause,
} from '../readiness/readiness-of';

const groups = shownOf([
  testReadinessGroup('out', [
    testReadinessRow('a'),
    testReadinessRow('m', { counts: 'passed', fold: 'passed' }),
    testReadinessRow('b'),
  ]),
  testReadinessGroup('mid', [testReadinessRow('x', { counts: 'warning' })]),
  testReadinessGroup('in', [testReadinessRow('c')]),
]);

describe('findToFix', () => {
  test.each([
    { why: 'the first, without a start', from: null, direction: 1, row: 'a' },
    { why: 'the last, backward without a start', from: null, direction: -1, row: 'c' },
    { why: 'the next in the group', from: { group: 'out', row: 'a' }, direction: 1, row: 'b' },
    { why: 'the next in another group', from: { group: 'out', row: 'b' }, direction: 1, row: 'c' },
    { why: 'wraps around', from: { group: 'in', row: 'c' }, direction: 1, row: 'a' },
    { why: 'the previous one', from: { group: 'out', row: 'm' }, direction: -1, row: 'a' },
    { why: 'wraps around backward', from: { group: 'out', row: 'a' }, direction: -1, row: 'c' },
    {
      why: 'the first of the group whose line has the focus',
      from: { group: 'in', row: null },
      direction: 1,
      row: 'c',
    },
    { why: 'the last before the group’s line', from: { group: 'in', row: null }, direction: -1, row: 'b' },
  ] as const)('$why', ({ from, direction, row }) => {
    expect(findToFix(groups, from, direction)?.row).toBe(row);
  });

  test('is null if there is nothing to fix', () => {
    expect(
      findToFix(shownOf([testReadinessGroup('g', [testReadinessRow('a', { counts: 'passed' })])]), null, 1),
    ).toBeNull();
  });

  test('finds the only one from itself', () => {
    expect(
      findToFix(shownOf([testReadinessGroup('g', [testReadinessRow('a')])]), { group: 'g', row: 'a' }, 1),
    ).toEqual({
      group: 'g',
      row: 'a',
    });
  });
});

describe('findCause', () => {
  const readiness = readinessOf([testReadinessGroup('out', [testReadinessRow('a'), testReadinessRow('b')])], {
    causes: [testCause('one', ['a']), testCause('two', ['b'])],
  });
  const byCause = shownGroups(readiness, 'cause', { say: pageMessages('en'), fixed: [] });

  test.each([
    { why: 'the first, without a start', from: null, direction: 1, is: 'one' },
    { why: 'the last, backward without a start', from: null, direction: -1, is: 'two' },
    { why: 'the next cause, from a flow', from: { group: 'one', row: 'a' }, direction: 1, is: 'two' },
    { why: 'wraps around', from: { group: 'two', row: null }, direction: 1, is: 'one' },
    { why: 'wraps around backward', from: { group: 'one', row: null }, direction: -1, is: 'two' },
  ] as const)('$why', ({ from, direction, is }) => {
    expect(findCause(byCause, from, direction)).toBe(is);
  });

  test('is null for groups of requirements', () => {
    expect(findCause(groups, null, 1)).toBeNull();
  });
});

describe('placeOf', () => {
  test.each([
    { key: 'group:mid', is: { group: 'mid', row: null } },
    { key: 'row:c', is: { group: 'in', row: 'c' } },
    { key: 'fold:out/passed', is: { group: 'out', row: 'm' } },
    { key: 'fold:in/passed', is: null },
    { key: 'group:notes', is: null },
  ])('$key', ({ key, is }) => {
    expect(rowIndex(groups, key)).toEqual(is);
  });
});
