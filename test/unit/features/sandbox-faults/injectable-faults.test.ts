import { expect, test } from 'vitest';
import { injectableFaults } from '../../../../src/features/sandbox-faults/injectable-faults';
import { faultPresets } from '../../../../src/sandbox/sample/fault-presets';

test('every trouble of the sample has its words, and every word its trouble', () => {
  expect(Object.keys(injectableFaults)).toEqual(Object.keys(faultPresets));
});
