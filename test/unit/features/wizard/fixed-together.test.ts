import { describe, expect, test } from 'vitest';
import type { FixPermission } from '../../../../src/core/fix-permissions';
import { fixedTogether } from '../../../../src/features/wizard/fixed-together';

const permissions = new Map<string, readonly FixPermission[]>([
  ['gateway', ['cost']],
  ['delegation', ['remove']],
  ['rule', []],
]);

describe('one button fixes together', () => {
  test('what only adds and corrects; what is billed or removes something is left to a choice of its own', () => {
    const { ids, permissions: asked } = fixedTogether({ permissions }, [
      'gateway',
      'rule',
      'other',
      'delegation',
    ]);
    expect(ids).toEqual(['rule', 'other']);
    expect([...asked]).toEqual([]);
  });

  test('what is billed or removes something only where there is nothing else, and then it is named so', () => {
    const { ids, permissions: asked } = fixedTogether({ permissions }, ['gateway', 'delegation']);
    expect(ids).toEqual(['gateway', 'delegation']);
    expect([...asked]).toEqual(['cost', 'remove']);
  });

  test('nothing of nothing', () => {
    expect(fixedTogether({ permissions }, []).ids).toEqual([]);
  });
});
