import { describe, expect, it } from 'vitest';
import { spellingDistance } from '../../../src/core/spelling-distance';

/** Optimal string alignment distances, counted by hand letter by letter. */
describe('the distance between two spellings', () => {
  it.each<[string, string, number]>([
    ['', '', 0],
    ['storage', 'storage', 0],
    ['storage', 'storag', 1],
    ['storag', 'storage', 1],
    ['xstorage', 'storage', 1],
    ['storage', 'xstorage', 1],
    ['storage', 'storaje', 1],
    ['storage', 'stroage', 1],
    ['tsorage', 'storage', 1],
    ['storaeg', 'storage', 1],
    ['ab', 'ba', 1],
    ['abcd', 'badc', 2],
    ['ca', 'abc', 3],
    ['abc', 'ca', 3],
    ['abab', 'baba', 2],
    ['kitten', 'sitting', 3],
    ['a', 'b', 1],
    ['aa', 'bb', 2],
    ['abc', '', 3],
    ['', 'abc', 3],
  ])('%s and %s: %d', (a, b, steps) => {
    expect(spellingDistance(a, b, 3)).toBe(steps);
  });

  it('is undefined if it exceeds the limit', () => {
    expect(spellingDistance('kitten', 'sitting', 2)).toBeUndefined();
    expect(spellingDistance('storage', 'sql', 3)).toBeUndefined();
    expect(spellingDistance('abc', 'abcd', 0)).toBeUndefined();
    expect(spellingDistance('abc', 'abcd', 1)).toBe(1);
  });
});
