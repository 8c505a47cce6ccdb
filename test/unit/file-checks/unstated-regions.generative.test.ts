import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkSubnet } from '../../../src/checks/check-subnet';
import { regionsIn } from '../../../src/checks/tag-texts';
import { statusOf } from '../../../src/core/check-result';
import { mapKnown, unknown } from '../../../src/core/known';
import type { NetworkModel, SecurityRule } from '../../../src/core/network/model';
import { reason } from '../../../src/core/reason';
import { bindRegions } from '../../../src/core/tags/bind-regions';
import { tagsInRegions } from '../../../src/file-checks/unstated-regions';
import { arbitraryNetwork, arbitraryPlan, generatorSettings } from '../checks/fixes/arbitrary-networks';
import { buildModel, buildPlan, testTags } from '../checks/model-builder';

const name = '‹location›';

/** Returns the network in an unstated region, which some of its rules name. */
function withUnstatedRegion(model: NetworkModel, isNamed: boolean): NetworkModel {
  const unstated = (text: string): string => (isNamed ? text.replace(/\.WestEurope$/, `.${name}`) : text);
  const inRule = (rule: SecurityRule): SecurityRule => ({
    ...rule,
    sources: mapKnown(rule.sources, (all) => all.map(unstated)),
    destinations: mapKnown(rule.destinations, (all) => all.map(unstated)),
  });
  return {
    ...model,
    virtualNetworks: model.virtualNetworks.map((one) => ({
      ...one,
      location: unknown(reason('unknown.notRead', { name }), name),
    })),
    securityGroups: model.securityGroups.map((one) => ({
      ...one,
      rules: mapKnown(one.rules, (rules) => rules.map(inRule)),
    })),
  };
}

test('a result in an unstated region is that of every region', () => {
  const seen = { fine: 0, open: 0 };
  fc.assert(
    fc.property(arbitraryNetwork, arbitraryPlan, fc.boolean(), (networkSpec, planSpec, isNamed) => {
      const model = withUnstatedRegion(buildModel(networkSpec), isNamed);
      const plan = buildPlan(planSpec);
      const facts = tagsInRegions(model, { plan, services: undefined }, testTags);
      const results = checkSubnet(model, plan, facts);
      for (const region of regionsIn(testTags)) {
        const inRegion = checkSubnet(model, plan, { tags: bindRegions(testTags, new Map([[name, region]])) });
        results.forEach(({ requirement, outcome }, at) => {
          const status = statusOf(outcome);
          if (status !== 'fine' && status !== 'open') return;
          seen[status] += 1;
          const its = inRegion[at];
          expect([requirement, region, its && statusOf(its.outcome)]).toEqual([requirement, region, status]);
        });
      }
    }),
    generatorSettings,
  );
  expect(Math.min(...Object.values(seen))).toBeGreaterThan(100);
});
