import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyFix } from '../../../../src/checks/fixes/apply-fix';
import { findFix } from '../../../../src/checks/fixes/find-fix';
import { judge } from '../../../../src/checks/judge';
import { standingOf, type Judgement } from '../../../../src/core/judgement';
import { isMadeBy } from '../../../../src/core/fix';
import { known } from '../../../../src/core/known';
import type { Profile } from '../../../../src/core/plan';
import {
  buildModel,
  buildPlan,
  cardGroupId,
  facts,
  notRead,
  type NetworkSpec,
  type PlanSpec,
} from '../model-builder';
import { databricksPlan, hdInsightPlan, machinePlan } from '../target-builder';

const tags = [
  '*',
  'Internet',
  'VirtualNetwork',
  'AzureMachineLearning',
  'AzureCloud',
  'Storage.WestEurope',
  'BatchNodeManagement',
  '20.0.0.0/8',
  '10.40.7.0/28',
  // Nested, adjacent, doubled, with host bits, at an edge, a range, a tag that Azure does not know.
  '20.86.88.160/28,20.86.88.165/27',
  '13.69.65.64/27,13.69.65.96/27',
  'Storage,Storage.WestEurope',
  '0.0.0.0/1',
  '128.0.0.0/1',
  '52.236.186.100-52.236.186.150',
  'AzureLoadBalancer',
  'AzureDatabricks',
  'HDInsight',
  'Sql,EventHub',
  'NotATag',
  '?',
];
const ports = [
  '*',
  '443',
  '80',
  '445',
  '5831',
  '44224',
  '29876-29877',
  '400-500',
  '22',
  '3306,9093',
  '80,443,443',
  '0-442,444-65535',
];

const rule = fc
  .record({
    way: fc.constantFrom('in', 'out'),
    priority: fc.oneof(fc.integer({ min: 100, max: 140 }), fc.constantFrom(4000, 4095, 4096)).map(String),
    access: fc.constantFrom('Allow', 'Deny', 'Deny'),
    protocol: fc.constantFrom('Tcp', 'Udp', '*'),
    near: fc.constantFrom('*', 'VirtualNetwork', '10.40.4.0/27', '10.40.4.33/27', '10.40.0.0/16'),
    far: fc.constantFrom(...tags),
    port: fc.constantFrom(...ports),
  })
  .map(({ way, priority, access, protocol, near, far, port }) => {
    const sides = way === 'out' ? `${near}>${far}` : `${far}>${near}`;
    return `${way} ${priority} ${access} ${protocol} ${sides} ${port}`;
  });

const routeTexts = [
  '0.0.0.0/0 appliance 10.40.1.4',
  'AzureMachineLearning internet',
  'Storage none',
  '20.0.0.0/8 none',
  '0.0.0.0/0 gateway',
  '0.0.0.0/1 appliance 10.40.1.4',
  'BatchNodeManagement.WestEurope internet',
  '10.40.7.0/28 none',
];

const rules = fc.uniqueArray(rule, { maxLength: 7, selector: (text) => text.split(' ').slice(0, 2).join() });

const network: fc.Arbitrary<NetworkSpec> = fc
  .tuple(fc.option(rules), fc.option(fc.subarray(routeTexts)), fc.constantFrom(null, 0, 1))
  .chain(([written, routes, nat]) =>
    fc
      .tuple(
        fc.constantFrom(null, true, false),
        fc.nat(2),
        fc.boolean(),
        fc.constantFrom(false, true, null),
        fc.nat(7),
      )
      .map(([defaultOutboundAccess, endpoints, shared, hasGateway, delegated]): NetworkSpec => ({
        rules: written,
        routes,
        nat,
        defaultOutboundAccess,
        endpoints: [null, [], ['pe-file file 10.40.7.4']][endpoints] ?? null,
        sharedWith: shared ? ['snet-scoring'] : [],
        hasGateway,
        delegations: delegated === 0 ? ['Microsoft.Web/serverFarms'] : [],
        inUse: delegated === 1 ? 3 : 0,
        peerings: delegated === 2 ? ['vnet-hub 10.90.0.0/16'] : [],
        serviceEndpoints: delegated === 3 ? ['Microsoft.Storage'] : [],
        usersUnread: delegated === 4,
      })),
  );

const plan: fc.Arbitrary<PlanSpec> = fc.record({
  kind: fc.constantFrom(known('cluster'), known('instance')),
  publicIp: fc.boolean().map(known),
  privateLink: fc.boolean(),
  profile: fc.constantFrom('current', 'current', '2020-12'),
});

const attachedPlan: fc.Arbitrary<PlanSpec> = fc
  .tuple(
    fc.constantFrom(machinePlan, hdInsightPlan, databricksPlan),
    fc.constantFrom(known(null), known(cardGroupId), notRead),
    fc.boolean(),
    fc.constantFrom<Profile[]>('current', '2020-12'),
  )
  .map(([of, cardGroup, isPublic, profile]): PlanSpec => {
    const machine = { cardGroup, publicAddress: known(isPublic ? '20.61.0.10' : null) };
    const said = of === machinePlan ? machinePlan(machine) : of();
    return { ...said, profile };
  });

/** Networks of what is attached: with a group for a network card, and a second subnet for Databricks. */
const attachedNetwork: fc.Arbitrary<NetworkSpec> = fc
  .tuple(network, rules, fc.boolean())
  .map(([spec, cardRules, isGiven]) => ({
    ...spec,
    cardRules,
    sharedWith: ['snet-container'],
    delegations: isGiven ? ['Microsoft.Databricks/workspaces'] : [],
  }));

/** Networks in `npm test`; `npm run prove` asks for more. */
const runs = Number(process.env['AML_SECURE_COMPUTE_PROVE'] ?? 150);

const grave: Readonly<Record<ReturnType<typeof standingOf>, number>> = {
  fine: 0,
  hidden: 0,
  note: 1,
  unknown: 2,
  open: 3,
};

function badness(judgement: Judgement | undefined): number {
  return judgement ? grave[standingOf(judgement.verdict)] : 0;
}

describe('a fix that is found', () => {
  it.each([
    ['for what Azure ML makes', network, plan, 2],
    ['for what is attached', attachedNetwork, attachedPlan, 1],
  ])(
    '%s is proven: what it names is fine, nothing is worse, and it only ever lets through',
    (_for, networks, plans, fixesEach) => {
      let proven = 0;
      fc.assert(
        fc.property(networks, plans, (networkSpec, planSpec) => {
          const model = buildModel(networkSpec);
          const wanted = buildPlan(planSpec);
          const before = judge(model, wanted, facts);
          const open = before
            .filter((one) => standingOf(one.verdict) === 'open')
            .map((one) => one.requirement);
          for (const id of open) {
            const found = findFix({ model, plan: wanted, facts }, [id]);
            if (!found) continue;
            proven += 1;
            const again = judge(applyFix(model, found.fix), wanted, facts);
            expect(again).toEqual(found.after);
            expect(badness(again.find((one) => one.requirement === id))).toBe(0);
            for (const one of again) {
              const was = before.find((other) => other.requirement === one.requirement);
              // A note is no verdict: what a closed internet leaves to ask the network team is said by the fix itself.
              const least = found.fix.effect === 'closes' ? grave.note : grave.fine;
              expect(badness(one), one.requirement).toBeLessThanOrEqual(Math.max(badness(was), least));
            }
            expect(found.fix.steps.length).toBeGreaterThan(0);
            for (const step of found.fix.steps) {
              expect(['insert', 'create', 'attach', 'set']).toContain(step.do);
              if (step.do !== 'insert' || step.what !== 'rule') continue;
              // Only a group that the fix makes may deny anything.
              const isNew = isMadeBy(found.fix.steps, step.into);
              expect(isNew ? 'Allow' : step.rule.access).toBe('Allow');
              expect(step.rule.priority).toBeGreaterThanOrEqual(100);
              expect(step.rule.priority).toBeLessThanOrEqual(4096);
              const inward = step.rule.direction === 'Inbound' ? step.rule.sources : [];
              expect(inward.filter((one) => ['*', 'Internet', '0.0.0.0/0'].includes(one))).toEqual([]);
            }
          }
        }),
        { numRuns: runs },
      );
      // Enough fixes a network, or nothing much was tried.
      expect(proven).toBeGreaterThan(fixesEach * runs);
    },
    1_800_000,
  );

  it('never finds two rules of one direction and priority', () => {
    fc.assert(
      fc.property(network, plan, (networkSpec, planSpec) => {
        const model = buildModel(networkSpec);
        const wanted = buildPlan(planSpec);
        const open = judge(model, wanted, facts)
          .filter((one) => standingOf(one.verdict) === 'open')
          .map((one) => one.requirement)
          .filter((id) => id.startsWith('outbound-'));
        const found = findFix({ model, plan: wanted, facts }, open);
        if (!found) return;
        const [group] = applyFix(model, found.fix).securityGroups;
        const places = (group?.rules.known ? group.rules.value : []).map(
          ({ direction, priority }) => `${JSON.stringify(direction)} ${JSON.stringify(priority)}`,
        );
        expect(new Set(places).size).toBe(places.length);
      }),
      { numRuns: runs },
    );
  }, 1_800_000);
});

describe('the judge', () => {
  it('is total: every requirement of the profile once, whatever is unknown', () => {
    const whole = judge(buildModel(), buildPlan(), facts).map((one) => one.requirement);
    const parts = ['rules', 'routes', 'endpoints', 'inUse', 'hasGateway'];
    fc.assert(
      fc.property(network, fc.subarray(parts), (spec, cut) => {
        const blank = Object.fromEntries(
          cut.map((name) => [name, ['rules', 'routes'].includes(name) ? 'unread' : null]),
        );
        const all = judge(buildModel({ ...spec, ...blank }), buildPlan(), facts);
        expect(all.map((one) => one.requirement)).toEqual(whole);
      }),
      { numRuns: runs },
    );
  }, 1_800_000);
});
