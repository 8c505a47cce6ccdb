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

describe('one button fixes together', () => {
  test('what only adds and corrects; what is billed or removes something is left to a choice of its own', () => {
    const { ids, permissions: asked } = fixedTogether({ apart }, ['gateway', 'rule', 'other', 'delegation']);
    expect(ids).toEqual(['rule', 'other']);
    expect([...asked]).toEqual([]);
  });

  test('what is billed or removes something only where there is nothing else, and then it is named so', () => {
    const { ids, permissions: asked } = fixedTogether({ apart }, ['gateway', 'delegation']);
    expect(ids).toEqual(['gateway', 'delegation']);
    expect([...asked]).toEqual(['cost', 'remove']);
  });

  test('nothing of nothing', () => {
    expect(fixedTogether({ apart }, []).ids).toEqual([]);
  });
});
