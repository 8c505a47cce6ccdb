import { expect, test } from 'vitest';
import { missing } from '../../../../src/azure/network/unreadable';

const id = (name: string): string => `/subscriptions/0/resourceGroups/rg/${name}`;

test('ids that a list leaves out are named once, in their order and as they were written first', () => {
  const ids = [id('b'), id('A'), id('c'), id('a'), id('B')];
  expect(missing(ids, [{ id: id('C') }])).toEqual([id('b'), id('A')]);
  expect(missing([], [])).toEqual([]);
});

test('thousands of subnets with as many groups take no longer for each', () => {
  const ids = Array.from({ length: 50_000 }, (_, at) => id(`nsg-${at}`));
  const listed = ids.slice(0, 49_999).map((one) => ({ id: one.toUpperCase() }));
  expect(missing(ids, listed)).toEqual([id('nsg-49999')]);
});
