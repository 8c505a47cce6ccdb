import { expect, test } from 'vitest';
import { missing } from '../../../../src/azure/network/unreadable';

const id = (name: string): string => `/subscriptions/0/resourceGroups/rg/${name}`;

test('IDs that a list omits are named once, in order and as first written', () => {
  const ids = [id('b'), id('A'), id('c'), id('a'), id('B')];
  expect(missing(ids, [{ id: id('C') }])).toEqual([id('b'), id('A')]);
  expect(missing([], [])).toEqual([]);
});

test('thousands of subnets with as many NSGs take no longer for each', () => {
  const ids = Array.from({ length: 50_000 }, (_, at) => id(`nsg-${at}`));
  const listed = ids.slice(0, 49_999).map((one) => ({ id: one.toUpperCase() }));
  expect(missing(ids, listed)).toEqual([id('nsg-49999')]);
});
