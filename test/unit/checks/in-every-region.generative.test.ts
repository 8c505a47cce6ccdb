import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkSubnet } from '../../../src/checks/check-subnet';
import { statusOf } from '../../../src/core/check-result';
import { arbitraryNetwork, arbitraryPlan, generatorSettings } from './fixes/arbitrary-networks';
import { buildModel, buildPlan, facts } from './model-builder';

const otherRegion = { ...facts.tags, lookup: () => undefined };

/** Parts of a result with addresses, which are left out if they differ between regions. */
const parts = ['packet', 'blocked', 'allowed'] as const;

test('a result for several regions has what the results of all regions have in common', () => {
  const seen = { equal: 0, differentParts: 0, differentStatus: 0 };
  fc.assert(
    fc.property(arbitraryNetwork, arbitraryPlan, (networkSpec, planSpec) => {
      const [model, plan] = [buildModel(networkSpec), buildPlan(planSpec)];
      const own = checkSubnet(model, plan, facts);
      const other = checkSubnet(model, plan, { ...facts, tags: otherRegion });
      const both = checkSubnet(model, plan, { ...facts, otherTags: [otherRegion] });
      both.forEach((result, at) => {
        const [one, another] = [own[at], other[at]];
        if (one === undefined || another === undefined) throw new Error('Each region has the same results');
        if (isDeepStrictEqual(one, another)) {
          seen.equal += 1;
          expect(result).toEqual(one);
        } else if (statusOf(one.outcome) === statusOf(another.outcome)) {
          seen.differentParts += 1;
          for (const part of parts) {
            const nothing = part === 'packet' ? null : [];
            expect(result[part]).toEqual(isDeepStrictEqual(one[part], another[part]) ? one[part] : nothing);
          }
        } else {
          seen.differentStatus += 1;
          expect(result.outcome.is).toBe('unknown');
        }
      });
    }),
    generatorSettings,
  );
  expect(Math.min(...Object.values(seen))).toBeGreaterThan(0);
});
