import { expect, test } from 'vitest';
import { injectableFaults } from '../../../../src/features/sandbox-faults/injectable-faults';
import { faultPresets } from '../../../../src/sandbox/sample/fault-presets';

test('every fault preset of the sample has a label, and every label a preset', () => {
  expect(Object.keys(injectableFaults)).toEqual(Object.keys(faultPresets));
});
