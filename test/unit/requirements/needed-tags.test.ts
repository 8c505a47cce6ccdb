import { expect, test } from 'vitest';
import { neededTags } from '../../../src/requirements/needed-tags';
import { shippedTags } from '../../support/shipped-tags';

test.each(['public', 'usgov', 'china'] as const)(
  '%s: its list holds every tag that is asked there',
  (cloud) => {
    const tags = shippedTags(cloud);
    expect(neededTags(cloud).filter((tag) => (tags.lookup(tag)?.length ?? 0) === 0)).toEqual([]);
  },
);

test('what a cloud has no tag for is not asked there', () => {
  expect(neededTags('public')).toContain('AzureFrontDoor.FirstParty');
  expect(neededTags('usgov')).not.toContain('AzureFrontDoor.FirstParty');
  expect(neededTags('china')).not.toContain('AzureFrontDoor.FirstParty');
});

test('what stands for parts of a network is in no list', () => {
  expect(neededTags('public')).toContain('AzureMachineLearning');
  expect(neededTags('public')).not.toContain('VirtualNetwork');
});
