import { expect, test } from 'vitest';
import { arePaired, hasKnownPair } from '../../../../src/core/azure-facts/region-pairs';

// reliability/cross-region-replication-azure, 2022-12-12
test('regions are paired whichever comes first, and with no third one', () => {
  expect(arePaired('northeurope', 'westeurope')).toBe(true);
  expect(arePaired('West Europe', 'North Europe')).toBe(true);
  expect(arePaired('westus3', 'eastus')).toBe(true);
  expect(arePaired('westeurope', 'swedencentral')).toBe(false);
  expect(arePaired('westeurope', 'westeurope')).toBe(false);
});

test('of a region that is not in the list no pair is known', () => {
  expect(hasKnownPair('Sweden Central')).toBe(true);
  expect(hasKnownPair('uksouth')).toBe(true);
  expect(hasKnownPair('polandcentral')).toBe(false);
});
