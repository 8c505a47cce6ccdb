import { expect, test } from 'vitest';
import { arePaired, hasKnownPair } from '../../../../src/core/azure-facts/region-pairs';

// reliability/cross-region-replication-azure, 2022-12-12
test('regions are paired in both orders, and not with a third region', () => {
  expect(arePaired('northeurope', 'westeurope')).toBe(true);
  expect(arePaired('West Europe', 'North Europe')).toBe(true);
  expect(arePaired('westus3', 'eastus')).toBe(true);
  expect(arePaired('westeurope', 'swedencentral')).toBe(false);
  expect(arePaired('westeurope', 'westeurope')).toBe(false);
});

test('doesn’t know the pair of a region that isn’t in the list', () => {
  expect(hasKnownPair('Sweden Central')).toBe(true);
  expect(hasKnownPair('uksouth')).toBe(true);
  expect(hasKnownPair('polandcentral')).toBe(false);
});
