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

test('an unknown service, or one without a region, makes all of them invalid', () => {
  expect(
    statedRegions([
      ['storage', 'westus'],
      ['disk', 'westus'],
    ]),
  ).toBeUndefined();
  expect(statedRegions([['storage', ' ']])).toBeUndefined();
});

test('an invalid line of a setting is left out alone', () => {
  expect(
    statedRegionsOf({ storage: 'northeurope, westus', disk: 'x', registry: 3, 'key-vault': '' }),
  ).toEqual({
    storage: ['northeurope', 'westus'],
  });
  for (const value of [undefined, null, 'northeurope', 4, {}, [], { registry: null }]) {
    expect(statedRegionsOf(value)).toBeUndefined();
  }
});
