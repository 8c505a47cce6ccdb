import fc from 'fast-check';
import { expect, test } from 'vitest';
import { causesOf, countCauses } from '../../../src/checks/causes';
import { checkSubnet } from '../../../src/checks/check-subnet';
import { causesIn } from '../../../src/checks/causes-in';
import type { Cause, Component } from '../../../src/core/cause';
import { statusOf } from '../../../src/core/check-result';
import { known } from '../../../src/core/known';
import type { NetworkModel, Route } from '../../../src/core/network/model';
import type { PlanToCheck } from '../../../src/core/plan';
import {
  arbitraryNetwork,
  arbitraryPlan,
  attachedNetwork,
  attachedPlan,
  generatorSettings,
} from './fixes/arbitrary-networks';
import { buildModel, buildPlan, facts, type NetworkSpec, type PlanSpec } from './model-builder';

const cases = fc.oneof(fc.tuple(arbitraryNetwork, arbitraryPlan), fc.tuple(attachedNetwork, attachedPlan));

function check(model: NetworkModel, plan: PlanToCheck) {
  const results = checkSubnet(model, plan, facts);
  return { results, causes: causesIn({ model, plan, facts }, results) };
}

function checkSpec([network, plan]: [NetworkSpec, PlanSpec]) {
  return check(buildModel(network), buildPlan(plan));
}

/** By flow: the key of its first cause. */
function firstCauses(causes: readonly Cause[]): ReadonlyMap<string, string> {
  return new Map(causes.flatMap(({ key, results }) => results.map((one) => [one.requirement, key] as const)));
}

/** Azure accepts a destination once. Of two equal ones, the first decides. */
function reversedRoutes(routes: readonly Route[]): readonly Route[] {
  const texts = routes.map(({ destination }) => JSON.stringify(destination));
  return new Set(texts).size === texts.length ? routes.toReversed() : routes;
}

function keysOf(causes: readonly Cause[]): readonly string[] {
  return causes.map(({ key }) => key).toSorted();
}

test('each failed or unknown result is in one cause, and the counts agree', () => {
  let seen = 0;
  fc.assert(
    fc.property(cases, (spec) => {
      const { results, causes } = checkSpec(spec);
      const expected = results.filter(
        ({ requirement, outcome }) =>
          ['open', 'unknown'].includes(statusOf(outcome)) &&
          !(requirement === 'outbound-default-open' && outcome.is === 'failed'),
      );
      const inCauses = causes.flatMap((one) => one.results);
      expect(inCauses.map((one) => one.requirement).toSorted()).toEqual(
        expected.map((one) => one.requirement).toSorted(),
      );
      const counts = Object.values(countCauses(causes));
      expect(counts.reduce((sum, one) => sum + one.causes, 0)).toBe(causes.length);
      expect(counts.reduce((sum, one) => sum + one.flows, 0)).toBe(
        inCauses.filter(({ subject }) => subject !== null).length,
      );
      expect(new Set(keysOf(causes)).size).toBe(causes.length);
      seen += causes.length;
    }),
    generatorSettings,
  );
  expect(seen).toBeGreaterThan(0);
});

test('a result that is blocked earlier shows the second component as its next one', () => {
  let seen = 0;
  fc.assert(
    fc.property(cases, (spec) => {
      const { causes } = checkSpec(spec);
      for (const { key, blockedEarlier } of causes) {
        for (const { by, results } of blockedEarlier) {
          const first = causes.find((one) => one.key === by.key);
          for (const { requirement } of results) {
            expect(first?.alsoBlockedBy.get(requirement)?.map((one) => one.key)).toContain(key);
            seen += 1;
          }
        }
      }
    }),
    generatorSettings,
  );
  expect(seen).toBeGreaterThan(0);
});

test('keys stay the same when rules, routes, and results come in another order', () => {
  fc.assert(
    fc.property(cases, ([network, planSpec]) => {
      const [model, plan] = [buildModel(network), buildPlan(planSpec)];
      const { causes, results } = check(model, plan);
      const reversed: NetworkModel = {
        ...model,
        securityGroups: model.securityGroups.map((group) =>
          group.rules.known ? { ...group, rules: known(group.rules.value.toReversed()) } : group,
        ),
        routeTables: model.routeTables.map((table) =>
          table.routes.known ? { ...table, routes: known(reversedRoutes(table.routes.value)) } : table,
        ),
      };
      const firstOnes = firstCauses(check(reversed, plan).causes);
      // If an NSG has two faults, its setting reports the first one that it finds.
      for (const [id, key] of firstCauses(causes)) {
        if (results.some((one) => one.requirement === id && one.subject !== null)) {
          expect(firstOnes.get(id)).toBe(key);
        }
      }
      expect(keysOf(causesOf(results.toReversed()))).toEqual(keysOf(causes));
    }),
    generatorSettings,
  );
});

/** No other rule has this priority. */
const denyOne = fc
  .constantFrom('*', 'Internet', 'AzureMachineLearning', 'Storage.WestEurope', 'VirtualNetwork')
  .map((tag) => `out 150 Deny * *>${tag} * Deny-One`);
const denyLast = 'out 4096 Deny * *>* * Deny-Last';

test('a component that blocks later on the path moves no flow, and without the first, flows move to the second', () => {
  let moved = 0;
  const networks = fc.tuple(arbitraryNetwork, denyOne).map(([network, rule]) => {
    const rules = rulesOf(network).filter((one) => !one.startsWith('out 4096'));
    return { ...network, rules: [...rules, rule] };
  });
  fc.assert(
    fc.property(networks, arbitraryPlan, (network, planSpec) => {
      const plan = buildPlan(planSpec);
      const one = check(buildModel(network), plan);
      const two = check(buildModel({ ...network, rules: [...rulesOf(network), denyLast] }), plan);
      for (const cause of one.causes.filter(blocksOutbound)) {
        const without = check(buildModel({ ...network, rules: [...others(network, cause), denyLast] }), plan);
        const next = nextOf(two.causes, cause);
        const firsts = { two: firstCauses(two.causes), without: firstCauses(without.causes) };
        for (const { requirement } of cause.results.filter(({ outcome }) => outcome.is === 'blocked')) {
          expect(firsts.two.get(requirement)).toBe(cause.key);
          const key = next.get(requirement) ?? firsts.without.get(requirement);
          expect(firsts.without.get(requirement)).toBe(key);
          moved += 1;
        }
      }
    }),
    generatorSettings,
  );
  expect(moved).toBeGreaterThan(0);
});

function rulesOf({ rules }: NetworkSpec): readonly string[] {
  return Array.isArray(rules) ? rules : [];
}

function blocksOutbound({ kind, direction }: Cause): boolean {
  return kind === 'nsg-rule-blocks' && direction === 'Outbound';
}

/** Returns the rules without the deciding one, each with its original name. */
function others(network: NetworkSpec, { name }: Cause): readonly string[] {
  const all = rulesOf(network);
  const kept = all.filter((text, at) => (text.split(' ')[6] ?? `rule-${at}`) !== name);
  return kept.map((text) => nameOfRule(text, all));
}

/** By flow: the key of the component behind a cause. */
function nextOf(causes: readonly Cause[], { key }: Cause): ReadonlyMap<string, string> {
  const also =
    causes.find((one) => one.key === key)?.alsoBlockedBy ?? new Map<string, readonly Component[]>();
  return new Map([...also].flatMap(([id, [next]]) => (next ? [[id, next.key] as const] : [])));
}

/** Returns the name of a rule: its own, or one by its position in the list. */
function nameOfRule(text: string, among: readonly string[]): string {
  return text.split(' ').length > 6 ? text : `${text} rule-${among.indexOf(text)}`;
}
