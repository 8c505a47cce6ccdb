import { expect, test } from 'vitest';
import { boundedCache } from '../../../src/core/bounded-cache';

test('creates an entry once, and again only if newer entries evicted it', () => {
  const made: string[] = [];
  const kept = boundedCache<string>(2);
  const ask = (key: string): string =>
    kept(key, () => {
      made.push(key);
      return `${key}!`;
    });
  expect(['a', 'b', 'a', 'c', 'a', 'b'].map(ask)).toEqual(['a!', 'b!', 'a!', 'c!', 'a!', 'b!']);
  // `b` was the least recently used entry when `c` was added.
  expect(made).toEqual(['a', 'b', 'c', 'b']);
});
