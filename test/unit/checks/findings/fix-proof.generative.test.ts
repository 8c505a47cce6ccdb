import fc from 'fast-check';
import { expect, it } from 'vitest';
import { findingsOfSubnet } from '../../../../src/checks/findings/findings-of';
import { fixOfFinding } from '../../../../src/checks/findings/fix-of-finding';
import { applyFix } from '../../../../src/checks/fixes/apply-fix';
import { severityRank } from '../../../../src/checks/fixes/severity-rank';
import { checkSubnet } from '../../../../src/checks/check-subnet';
import { findingKey, type Finding } from '../../../../src/core/finding';
import type { Outcome } from '../../../../src/core/check-result';
import {
  arbitraryNetwork,
  arbitraryPlan,
  runs,
  generatorSettings,
  someRule,
} from '../fixes/arbitrary-networks';
import { buildModel, buildPlan, facts, type NetworkSpec } from '../model-builder';

/** Rules with a fault of their own: misspelled, of another region, in a list, with a duplicate priority, or retired. */
const wrongRule = fc.constantFrom(
  'out 105 Allow Tcp *>Storag.WestEurope 443 Misspelled',
  'out 106 Allow Tcp *>Storage.NorthEurope 443 Elsewhere',
  'out 107 Deny Tcp *>*,Sql 1433 Listed',
  'in 108 Allow Tcp BatchNodeManagement>* 29876-29877 Batch',
  'in 109 Allow Tcp VirtualNetwork>* 29876 Preview',
  'out 110 Allow Tcp *>AzureCloud 443 Wide',
  'out 4096 Allow Tcp *>AzureMachineLearning 443 Last',
  'out 50 Allow Tcp *>AzureMachineLearning 443 Early',
);

const wrongRoutes = fc.constantFrom<readonly string[]>(
  [],
  ['Storage internet', 'Storage internet'],
  ['20.0.0.0/8 none', '20.0.0.0/8 internet', 'Storag internet'],
);

/** A rule for flows that the rule before it blocks. */
const contradicted = ['out 101 Deny * *>Sql * Stop', 'out 102 Allow Tcp *>Sql 1433 Late'];

/** Networks with several rules of one priority, and duplicate routes. */
const wrongNetwork: fc.Arbitrary<NetworkSpec> = fc
  .tuple(
    arbitraryNetwork,
    fc.array(fc.oneof(someRule, wrongRule), { minLength: 1, maxLength: 9 }),
    wrongRoutes,
    fc.boolean(),
  )
  .map(([spec, rules, routes, isContradicted]) => ({
    ...spec,
    rules: [...rules, ...(isContradicted ? contradicted : [])].map((text, at) =>
      text.split(' ').length > 6 ? `${text}-${at}` : `${text} rule-${at}`,
    ),
    ...(Array.isArray(spec.routes) && routes.length > 0 ? { routes: [...spec.routes, ...routes] } : {}),
  }));

/**
 * A result that was unknown because of an unlisted tag didn't pass, and can have any severity once the tag is correct.
 */
function mostAfter({ check }: Finding, was: Outcome | undefined): number {
  const bad = was ? severityRank(was) : 0;
  return check === 'misspelled-service-tag' && bad > 0 ? Infinity : bad;
}

it('a fix of a finding removes it, adds none, and makes no result worse', () => {
  const seen = new Map<string, number>();
  fc.assert(
    fc.property(wrongNetwork, arbitraryPlan, (networkSpec, planSpec) => {
      const model = buildModel(networkSpec);
      const wanted = buildPlan(planSpec);
      const before = findingsOfSubnet(model, wanted, facts);
      const outcomes = new Map(
        checkSubnet(model, wanted, facts).map((one) => [one.requirement, one.outcome]),
      );
      for (const finding of before) {
        const fix = fixOfFinding({ model, plan: wanted, facts }, finding, before);
        if (!fix) continue;
        seen.set(finding.check, (seen.get(finding.check) ?? 0) + 1);
        const changed = applyFix(model, fix);
        const after = findingsOfSubnet(changed, wanted, facts).map(findingKey);
        expect(after).not.toContain(findingKey(finding));
        expect(before.map(findingKey)).toEqual(expect.arrayContaining(after));
        for (const { requirement, outcome } of checkSubnet(changed, wanted, facts)) {
          const was = outcomes.get(requirement);
          expect(severityRank(outcome), requirement).toBeLessThanOrEqual(mostAfter(finding, was));
          if (fix.effect === 'none' && outcome.is === 'allowed') expect(was?.is, requirement).toBe('allowed');
        }
      }
    }),
    generatorSettings,
  );
  // Every kind that has a fix was tested, and often enough.
  expect([...seen.keys()].sort()).toEqual([
    'contradicted-security-rule',
    'duplicate-route',
    'inbound-npip-preview-internal',
    'misspelled-service-tag',
    'retired-batch-opening',
    'shadowed-security-rule',
    'tag-in-address-list',
    'wrong-region-tag',
  ]);
  expect([...seen.values()].reduce((sum, n) => sum + n, 0)).toBeGreaterThan(runs);
}, 1_800_000);
