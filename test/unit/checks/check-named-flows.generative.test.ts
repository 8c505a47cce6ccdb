import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkSubnet, checkNamedFlows } from '../../../src/checks/check-subnet';
import {
  attachedNetwork,
  attachedPlan,
  arbitraryNetwork,
  arbitraryPlan,
  generatorSettings,
} from './fixes/arbitrary-networks';
import { buildModel, buildPlan, facts } from './model-builder';

/**
 * Only the flow that it is for determines whether a fix's rule is needed, so the others must not change that flow's
 * result.
 */
test('a flow that is checked alone, with others, or in another order has the same result as among all', () => {
  let flows = 0;
  fc.assert(
    fc.property(
      fc.oneof(fc.tuple(arbitraryNetwork, arbitraryPlan), fc.tuple(attachedNetwork, attachedPlan)),
      fc.infiniteStream(fc.boolean()),
      ([networkSpec, planSpec], chosen) => {
        const input = { model: buildModel(networkSpec), plan: buildPlan(planSpec), facts };
        const all = checkSubnet(input.model, input.plan, facts);
        const ids = all.map((one) => one.requirement);
        const alone = ids.flatMap((id) => checkNamedFlows(input, [id]));
        flows += alone.length;
        const byId = new Map(all.map((one) => [one.requirement, one]));
        expect(alone).toEqual(alone.map(({ requirement }) => byId.get(requirement)));
        const some = ids.filter(() => chosen.next().value).reverse();
        expect(checkNamedFlows(input, some)).toEqual(
          alone.filter(({ requirement }) => some.includes(requirement)),
        );
      },
    ),
    generatorSettings,
  );
  expect(flows).toBeGreaterThan(100);
});

test('also if a region isn’t stated', () => {
  const regions = { ...facts, otherTags: [facts.tags, { ...facts.tags, lookup: () => undefined }] };
  fc.assert(
    fc.property(arbitraryNetwork, arbitraryPlan, (networkSpec, planSpec) => {
      const input = { model: buildModel(networkSpec), plan: buildPlan(planSpec), facts: regions };
      const all = checkSubnet(input.model, input.plan, regions);
      for (const one of all) {
        const [alone = one] = checkNamedFlows(input, [one.requirement]);
        expect(alone).toEqual(one);
      }
    }),
    generatorSettings,
  );
});
