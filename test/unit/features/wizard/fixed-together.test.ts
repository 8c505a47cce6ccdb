import { describe, expect, test } from 'vitest';
import type { ResourceChange } from '../../../../src/core/resource-change';
import { fixedTogether } from '../../../../src/features/wizard/fixed-together';

const gateway: ResourceChange = {
  type: 'natGateway',
  id: '/ng',
  before: null,
  after: { location: 'westeurope' },
};
const delegation: ResourceChange = {
  type: 'subnet',
  id: '/snet',
  before: { delegations: ['Microsoft.Sql/managedInstances'] },
  after: { delegations: [] },
};
const apart = new Map([
  ['gateway', [gateway]],
  ['delegation', [delegation]],
]);

describe('one button fixes', () => {
  test('additions and corrections; what is billed or removes something stays a separate choice', () => {
    const { ids, permissions: asked } = fixedTogether({ apart }, ['gateway', 'rule', 'other', 'delegation']);
    expect(ids).toEqual(['rule', 'other']);
    expect([...asked]).toEqual([]);
  });

  test('what is billed or removes something only if there is nothing else, and then its label states it', () => {
    const { ids, permissions: asked } = fixedTogether({ apart }, ['gateway', 'delegation']);
    expect(ids).toEqual(['gateway', 'delegation']);
    expect([...asked]).toEqual(['cost', 'remove']);
  });

  test('nothing without fixes', () => {
    expect(fixedTogether({ apart }, []).ids).toEqual([]);
  });
});
