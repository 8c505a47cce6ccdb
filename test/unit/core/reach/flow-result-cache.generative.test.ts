import { expect, test } from 'vitest';
import { known } from '../../../../src/core/known';
import type { NetworkModel, SecurityRule } from '../../../../src/core/network/model';
import { caseCount } from '../../../support/case-count';
import {
  engineResult,
  randomCase,
  someRules,
  type Random,
  type RandomCase,
} from '../../../support/random-network';
import { seeded } from '../../../support/random';

/** Computes the result with the cache, and without: every object is a new one. */
function bothSay(one: RandomCase) {
  return { kept: engineResult(one), fresh: engineResult({ ...one, model: structuredClone(one.model) }) };
}

function withRules(
  model: NetworkModel,
  change: (rules: readonly SecurityRule[]) => SecurityRule[],
): NetworkModel {
  return {
    ...model,
    securityGroups: model.securityGroups.map((group) =>
      group.rules.known ? { ...group, rules: known(change(group.rules.value)) } : group,
    ),
  };
}

/** Common changes of an NSG: edits a rule, adds one, removes one, moves one, or reads it again unchanged. */
function edited(model: NetworkModel, random: Random): NetworkModel {
  const other = someRules(random)[0];
  return withRules(model, (rules) => {
    const at = random.below(Math.max(1, rules.length));
    const old = rules[at];
    if (!old || !other) return [...rules];
    const inPlace = { ...other, index: old.index, priority: old.priority, direction: old.direction };
    switch (random.below(6)) {
      case 0:
        return rules.filter((_, index) => index !== at);
      case 1:
        return [...rules, { ...other, index: rules.length }];
      case 2:
        return rules.map((rule, index) =>
          index === at ? { ...rule, priority: known(100 + random.below(3000)) } : rule,
        );
      case 3:
        return [...rules];
      default:
        return rules.map((rule, index) => (index === at ? inPlace : rule));
    }
  });
}

test(
  'results that are cached from the previous state equal results without a cache',
  { timeout: 600_000 },
  () => {
    const rounds = caseCount(10, 150);
    const random = seeded(20261126);
    let compared = 0;
    for (let round = 0; round < rounds; round += 1) {
      const first = randomCase(random);
      const flows = [first.flow, ...Array.from({ length: 3 }, () => randomCase(random).flow)];
      let { model } = first;
      for (let step = 0; step < 5; step += 1) {
        for (const flow of flows) {
          const { kept, fresh } = bothSay({ ...first, model, flow });
          expect(kept, JSON.stringify({ round, step, flow })).toEqual(fresh);
          compared += 1;
        }
        model = edited(model, random);
      }
    }
    expect(compared).toBe(20 * rounds);
  },
);

test('a result that no change affects is the same object, and an affected one isn’t', () => {
  const random = seeded(5);
  let same = 0;
  let other = 0;
  for (let round = 0; round < 300; round += 1) {
    const one = randomCase(random);
    const before = engineResult(one);
    const after = engineResult({ ...one, model: edited(one.model, random) });
    if (after === before) same += 1;
    else other += 1;
  }
  // Both cases occur; otherwise the comparison above would compare nothing.
  expect(same).toBeGreaterThan(50);
  expect(other).toBeGreaterThan(50);
});

test('an added or removed rule keeps the results that it doesn’t affect, and is counted in them', () => {
  const random = seeded(11);
  let left = 0;
  let counted = 0;
  for (let round = 0; round < 300; round += 1) {
    const one = randomCase(random);
    const before = engineResult(one);
    const isMore = random.below(2) === 0;
    const model = withRules(one.model, (rules) =>
      isMore ? [...rules, ...someRules(random).slice(0, 1)] : rules.slice(1),
    );
    const after = engineResult({ ...one, model });
    expect(after).toEqual(engineResult({ ...one, model: structuredClone(model) }));
    if (after.outcome !== before.outcome) continue;
    left += 1;
    if (after.trace.some(({ text }, index) => text !== before.trace[index]?.text)) counted += 1;
  }
  expect(left).toBeGreaterThan(100);
  expect(counted).toBeGreaterThan(20);
});
