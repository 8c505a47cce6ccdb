import { describe, expect, test } from 'vitest';
import { containsWord, textBefore, withoutEnd } from '../../../src/core/cut-text';

test.each([
  ['a//', '/', 'a'],
  ['//a', '/', '//a'],
  ['a-_.-', '-_.', 'a'],
  ['--', '-', ''],
  ['', '-', ''],
])('%s without %s at its end', (text, letters, cut) => {
  expect(withoutEnd(text, letters)).toBe(cut);
});

test.each([
  ['/a/Providers/b/providers/c', '/a'],
  ['/a/b', '/a/b'],
])('%s up to its providers', (text, cut) => {
  expect(textBefore(text, /\/providers\//i)).toBe(cut);
});

describe('a word in a text', () => {
  const isApart = (before: string, after: string): boolean => !/\w/.test(before + after);
  test.each([
    ['port 443.', true],
    ['443', true],
    ['4430 and 443', true],
    ['4430', false],
    ['1443', false],
    ['', false],
  ])('443 in %j: %s', (text, holds) => {
    expect(containsWord(text, '443', isApart)).toBe(holds);
  });
});
