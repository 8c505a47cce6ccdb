import { describe, expect, test } from 'vitest';
import { groupsInOrder, keepOrder, orderOf } from '../../../../webview-ui/src/readiness/stable-order';
import { shownOf, testReadinessGroup, testReadinessRow } from '../readiness/readiness-of';

const items = (ids: string): { id: string }[] => [...ids].map((id) => ({ id }));
const kept = (next: string, order: string): string =>
  keepOrder(items(next), [...order])
    .map((one) => one.id)
    .join('');

describe('keepOrder', () => {
  test.each([
    { why: 'the same items in another order keep their places', next: 'cba', order: 'abc', is: 'abc' },
    { why: 'a removed item leaves no gap', next: 'ca', order: 'abc', is: 'ac' },
    { why: 'a new item is placed after the one that it follows', next: 'axbc', order: 'abc', is: 'axbc' },
    { why: 'a new first item is placed first', next: 'xabc', order: 'abc', is: 'xabc' },
    { why: 'consecutive new items keep their order', next: 'axyb', order: 'ba', is: 'baxy' },
    { why: 'without a former order, the host’s order is used', next: 'cab', order: '', is: 'cab' },
  ])('$why', ({ next, order, is }) => {
    expect(kept(next, order)).toBe(is);
  });
});

describe('inOrder', () => {
  const before = shownOf([
    testReadinessGroup('outbound', [testReadinessRow('a'), testReadinessRow('b')]),
    testReadinessGroup('inbound', [testReadinessRow('c')]),
  ]);

  test('contents change while groups and rows stay in place', () => {
    const after = shownOf([
      testReadinessGroup('inbound', [testReadinessRow('c')]),
      testReadinessGroup('outbound', [testReadinessRow('b'), testReadinessRow('a', { word: 'Allowed' })]),
    ]);
    const shown = groupsInOrder(after, orderOf(before));
    expect(shown.map((group) => group.id)).toEqual(['outbound', 'inbound']);
    expect(shown[0]!.rows.map((row) => [row.id, row.word])).toEqual([
      ['a', 'Allowed'],
      ['b', 'Blocked'],
    ]);
  });

  test('a row that moved to another group is new there', () => {
    const after = shownOf([
      testReadinessGroup('outbound', [testReadinessRow('b')]),
      testReadinessGroup('inbound', [testReadinessRow('a'), testReadinessRow('c')]),
    ]);
    const shown = groupsInOrder(after, orderOf(before));
    expect(shown.map((group) => group.rows.map((row) => row.id))).toEqual([['b'], ['a', 'c']]);
  });
});
