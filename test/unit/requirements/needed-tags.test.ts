import { expect, test } from 'vitest';
import { neededTags } from '../../../src/requirements/needed-tags';
import { shippedTags } from '../../support/shipped-tags';

test.each(['public', 'usgov', 'china'] as const)(
  '%s: its list contains every tag that its requirements use',
  (cloud) => {
    const tags = shippedTags(cloud);
    expect(neededTags(cloud).filter((tag) => (tags.lookup(tag)?.length ?? 0) === 0)).toEqual([]);
  },
);

test('a tag that a cloud doesn’t have isn’t required there', () => {
  expect(neededTags('public')).toContain('AzureFrontDoor.FirstParty');
  expect(neededTags('usgov')).not.toContain('AzureFrontDoor.FirstParty');
  expect(neededTags('china')).not.toContain('AzureFrontDoor.FirstParty');
});

test('tags for parts of a network aren’t required from a list', () => {
  expect(neededTags('public')).toContain('AzureMachineLearning');
  expect(neededTags('public')).not.toContain('VirtualNetwork');
});
