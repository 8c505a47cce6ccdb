import { describe, expect, test } from 'vitest';
import { arrange } from '../../../../webview-ui/src/list/arrange';
import { indexAfter, indexByLetters, moveOf, type ListMove } from '../../../../webview-ui/src/list/list-keys';
import { parseFilter } from '../../../../webview-ui/src/list/match';
import { row } from './rows';

// 0 alpha, 1 beta, 2 the divider, 3 bravo, 4 gamma
const rows = [row('alpha'), row('beta'), row('bravo', { unfit: 'x' }), row('gamma', { unfit: 'x' })];
const { items } = arrange(rows, parseFilter(''), { chosen: null });

describe('navigation', () => {
  const moves: readonly (readonly [how: ListMove, at: number, to: number, why: string])[] = [
    ['down', 0, 1, 'the next'],
    ['down', 1, 3, 'over the divider'],
    ['up', 3, 1, 'over the divider'],
    ['up', 0, 0, 'stays at the first'],
    ['down', 4, 4, 'stays at the last'],
    ['first', 4, 0, 'the first'],
    ['last', 0, 4, 'the last'],
    ['pageDown', 0, 1, 'back over the divider if a page ends on it'],
    ['pageUp', 4, 3, 'on over the divider if a page ends on it'],
  ];
  test.each(moves)('%s from %i to %i: %s', (how, at, to) => {
    expect(indexAfter(items, at, { how, page: 2 })).toBe(to);
  });
  test('an empty list doesn’t have a next row', () => {
    expect(indexAfter([], -1, { how: 'first', page: 5 })).toBe(-1);
  });
});

describe('typed letters', () => {
  test('one letter moves to the next row that starts with it, and wraps around', () => {
    expect(indexByLetters(items, 0, 'b')).toBe(1);
    expect(indexByLetters(items, 1, 'b')).toBe(3);
    expect(indexByLetters(items, 3, 'b')).toBe(1);
  });
  test('more letters stay while the row still matches', () => {
    expect(indexByLetters(items, 3, 'BR')).toBe(3);
    expect(indexByLetters(items, 1, 'br')).toBe(3);
  });
  test('letters without a match don’t move', () => {
    expect(indexByLetters(items, 1, 'z')).toBe(1);
  });
});

test('only keys of the list move', () => {
  expect(moveOf('Home')).toBe('first');
  expect(moveOf('ArrowLeft')).toBeNull();
  expect(moveOf('toString')).toBeNull();
});
