import fc from 'fast-check';
import { expect, test } from 'vitest';
import { summarize, type Summary } from '../../../../src/checks/summary';
import { networkOutcome, subnetOutcome } from '../../../../src/features/wizard/row-outcomes';

const fine = summarize([]);

/** Subnets that aren't ready: an error, an appliance that can't be read, or both. */
const notReady = fc
  .record({ hasError: fc.boolean(), toAppliance: fc.boolean() })
  .map(({ hasError, toAppliance }): Summary => {
    const errors = { ...fine.causes.errors, causes: hasError ? 1 : 0 };
    return { ...fine, ready: false, toAppliance, causes: { ...fine.causes, errors } };
  });

test('a network without a ready subnet has the icon of one of its subnets', () => {
  fc.assert(
    fc.property(fc.array(notReady, { minLength: 1 }), (subnets) => {
      expect(subnets.map((one) => subnetOutcome(one).icon)).toContain(networkOutcome(subnets).icon);
    }),
  );
});
