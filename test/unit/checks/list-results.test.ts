import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ListResults } from '../../../src/checks/list-results';

interface Item {
  readonly value: number;
}

const pool: readonly Item[] = Array.from({ length: 12 }, (_, value) => ({ value }));
const lists = fc.array(fc.constantFrom(...pool), { maxLength: 10 });
const sequences = fc.array(fc.record({ key: fc.constantFrom('a', 'b'), items: lists }), { maxLength: 12 });

test('After any sequence of lists, each item has the result that was computed for it', () => {
  fc.assert(
    fc.property(sequences, (steps) => {
      const results = new ListResults<Item, string>();
      for (const { key, items } of steps) {
        const textOf = ({ value }: Item) => `${key}${value}`;
        expect(results.of(key, items, textOf)).toEqual(items.map(textOf));
      }
    }),
  );
});

test.each([
  ['changed', (items: readonly Item[], at: number, item: Item) => items.with(at, item), 1],
  ['inserted', (items: readonly Item[], at: number, item: Item) => items.toSpliced(at, 0, item), 1],
  ['removed', (items: readonly Item[], at: number) => items.toSpliced(at, 1), 0],
])('Where one item is %s, only that item is computed', (_, change, computed) => {
  const results = new ListResults<Item, number>();
  results.of('a', pool, ({ value }) => value);
  const seen: number[] = [];
  const changed = change(pool, 5, { value: 99 });
  const values = results.of('a', changed, ({ value }) => (seen.push(value), value));
  expect(values).toEqual(changed.map(({ value }) => value));
  expect(seen).toHaveLength(computed);
});
