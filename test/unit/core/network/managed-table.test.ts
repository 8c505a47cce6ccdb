import { expect, test } from 'vitest';
import { isManagedTable } from '../../../../src/core/network/managed-table';
import { tagsInLists } from '../../../../src/core/network/tags-in-lists';

// User-defined route management, 2024-10-23.
test.each([
  ['/subscriptions/0/resourceGroups/AVNM_Managed_ResourceGroup_0/providers/x', true],
  ['/subscriptions/0/resourceGroups/rg-AVNM_Managed_ResourceGroup_0/providers/x', false],
  ['/subscriptions/0/resourceGroups/rg-net/providers/x', false],
  ['/subscriptions/0', false],
  [null, false],
])('%s was created by a network manager: %s', (id, expected) => expect(isManagedTable(id)).toBe(expected));

// SecurityRuleParameterContainsUnsupportedValue: lists of a rule can only contain addresses.
test.each([
  [['10.0.0.0/8'], ['10.0.0.4-10.0.0.9'], []],
  [['Internet'], ['10.0.0.0/8'], ['sources']],
  [
    ['10.0.0.0/8', '*'],
    ['20.0.0.0/8', 'Storage'],
    ['sources', 'destinations'],
  ],
  [['fd00::/8'], ['abcd::1'], []],
  [[], ['any'], ['destinations']],
])('%j > %j: %j', (sources, destinations, sides) => {
  expect(tagsInLists({ sources, destinations })).toEqual(sides.length > 0 ? { tagsInLists: sides } : {});
});
