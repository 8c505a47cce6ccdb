import { expect, test } from 'vitest';
import { statedRegions, statedRegionsOf } from '../../../src/core/stated-regions';

test('services and regions are compared without regard to case and spaces', () => {
  expect(
    statedRegions([
      ['Storage', 'North Europe'],
      ['storage', 'westus'],
      ['datastores', 'westus'],
    ]),
  ).toEqual({
    storage: ['northeurope', 'westus'],
    datastores: ['westus'],
  });
});

test('one that isn’t known, or has no region, refuses all', () => {
  expect(
    statedRegions([
      ['storage', 'westus'],
      ['disk', 'westus'],
    ]),
  ).toBeUndefined();
  expect(statedRegions([['storage', ' ']])).toBeUndefined();
});

test('of a setting, a line that isn’t one is left out alone', () => {
  expect(
    statedRegionsOf({ storage: 'northeurope, westus', disk: 'x', registry: 3, 'key-vault': '' }),
  ).toEqual({
    storage: ['northeurope', 'westus'],
  });
  for (const value of [undefined, null, 'northeurope', 4, {}, [], { registry: null }]) {
    expect(statedRegionsOf(value)).toBeUndefined();
  }
});
