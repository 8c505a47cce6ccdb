import { describe, expect, test } from 'vitest';
import { findByLetters, successor, treeMove } from '../../../../webview-ui/src/readiness/tree-keys';

const line = (key: string, parent: string | null, expanded: boolean | null, text = key) => {
  return { key, parent, level: parent === null ? 1 : 2, expanded, text };
};
const lines = [
  line('g1', null, true, 'Outbound'),
  line('a', 'g1', false, 'Azure ML'),
  line('b', 'g1', true, 'Batch'),
  line('c', 'g1', false, 'Blob storage'),
  line('g2', null, false, 'Inbound'),
  line('g3', null, true, 'Not needed'),
  line('n', 'g3', null, 'RStudio'),
];

describe('treeMove', () => {
  test.each([
    { at: 'g1', key: 'ArrowDown', does: { do: 'focus', key: 'a' } },
    { at: 'n', key: 'ArrowDown', does: null },
    { at: 'a', key: 'ArrowUp', does: { do: 'focus', key: 'g1' } },
    { at: 'g1', key: 'ArrowUp', does: null },
    { at: 'c', key: 'Home', does: { do: 'focus', key: 'g1' } },
    { at: 'c', key: 'End', does: { do: 'focus', key: 'n' } },
    { at: 'g2', key: 'ArrowRight', does: { do: 'open', key: 'g2' } },
    { at: 'g1', key: 'ArrowRight', does: { do: 'focus', key: 'a' } },
    { at: 'b', key: 'ArrowRight', does: null },
    { at: 'n', key: 'ArrowRight', does: null },
    { at: 'b', key: 'ArrowLeft', does: { do: 'close', key: 'b' } },
    { at: 'a', key: 'ArrowLeft', does: { do: 'focus', key: 'g1' } },
    { at: 'g2', key: 'ArrowLeft', does: null },
    { at: 'a', key: 'Enter', does: { do: 'open', key: 'a' } },
    { at: 'b', key: ' ', does: { do: 'close', key: 'b' } },
    { at: 'n', key: 'Enter', does: null },
    { at: 'a', key: 'Tab', does: null },
    { at: 'a', key: 'toString', does: null },
    { at: 'gone', key: 'ArrowDown', does: null },
  ])('$key on $at', ({ at, key, does }) => {
    expect(treeMove(lines, at, key)).toEqual(does);
  });
});

describe('findByLetters', () => {
  test.each([
    { why: 'a letter moves to the next matching line', at: 'g1', letters: 'b', is: 'b' },
    { why: 'the same letter again moves on', at: 'b', letters: 'bb', is: 'c' },
    { why: 'the search wraps around', at: 'c', letters: 'b', is: 'b' },
    { why: 'a word stays on a matching line', at: 'c', letters: 'blo', is: 'c' },
    { why: 'a word moves on from a line that doesn’t match', at: 'b', letters: 'bl', is: 'c' },
    { why: 'case is ignored', at: 'g1', letters: 'OU', is: 'g1' },
    { why: 'letters without a match return null', at: 'g1', letters: 'z', is: null },
  ])('$why', ({ at, letters, is }) => {
    expect(findByLetters(lines, at, letters)).toBe(is);
  });
});

describe('successor', () => {
  const keys = (all: string): { key: string }[] => [...all].map((key) => ({ key }));
  test.each([
    { why: 'the next remaining line', before: 'abcd', after: 'acd', gone: 'b', is: 'c' },
    { why: 'skips others that were removed too', before: 'abcd', after: 'ad', gone: 'b', is: 'd' },
    { why: 'the previous line, if it was the last', before: 'abcd', after: 'ab', gone: 'd', is: 'b' },
    { why: 'the first line, if no former line remains', before: 'ab', after: 'xy', gone: 'a', is: 'x' },
    { why: 'null, if no line remains', before: 'ab', after: '', gone: 'a', is: null },
  ])('$why', ({ before, after, gone, is }) => {
    expect(successor(keys(before), keys(after), gone)).toBe(is);
  });
});
