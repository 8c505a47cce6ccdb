import { expect, test } from 'vitest';
import { isTagOfEveryCloud, tagParts } from '../../../src/checks/tag-texts';
import { isTagText } from '../../../src/core/addresses/address-list';

test.each(['Storage', 'Storage.WestEurope', 'internet', 'VirtualNetwork'])('%s is a tag', (text) => {
  expect(isTagText(text)).toBe(true);
});

test.each(['*', '10.0.0.0/8', 'fd00::/8', 'fe80::1', '2001:db8::/32', '10.0.0.x', ''])(
  '%s isn’t a tag',
  (text) => {
    expect(isTagText(text)).toBe(false);
  },
);

// Service tags overview, 2023-01-26: tags without a downloadable list.
test.each([
  ...['Any', 'Internet', 'VirtualNetwork', 'AzureLoadBalancer'],
  ...['AzurePlatformDNS', 'AzurePlatformIMDS', 'AzurePlatformLKM'],
])('%s is a tag of every cloud, in no list', (tag) => {
  expect(isTagOfEveryCloud(tag)).toBe(true);
  expect(isTagOfEveryCloud(tag.toLowerCase())).toBe(true);
});

test.each(['Storage', 'AzurePlatform', ''])('%s isn’t a tag of every cloud', (tag) => {
  expect(isTagOfEveryCloud(tag)).toBe(false);
});

test.each([
  ['Storage.WestEurope', 'Storage', 'WestEurope'],
  ['AzureFrontDoor.Frontend', 'AzureFrontDoor', 'Frontend'],
  [
    'MicrosoftContainerRegistry.AzureFrontDoor.WestEurope',
    'MicrosoftContainerRegistry.AzureFrontDoor',
    'WestEurope',
  ],
  ['Storage', 'Storage', undefined],
  ['.WestEurope', '', 'WestEurope'],
])('%s is of %s in region %s', (tag, base, region) => {
  expect(tagParts(tag)).toEqual({ base, region });
});
