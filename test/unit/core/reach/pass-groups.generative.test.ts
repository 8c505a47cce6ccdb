import { expect, test } from 'vitest';
import { known } from '../../../../src/core/known';
import type { Flow } from '../../../../src/core/reach/flow';
import { isAllowed, reach, type ReachQuery } from '../../../../src/core/reach/reach';
import { caseCount } from '../../../support/case-count';
import { ids } from '../../../support/networks';
import { randomCase, randomCatalog, type RandomCase } from '../../../support/random-network';
import { seeded } from '../../../support/random';

function questionOf({ model, nic, flow, publicIp }: RandomCase): ReachQuery {
  return {
    model,
    subnetId: ids.subnet,
    tags: randomCatalog,
    publicIp: known(publicIp),
    flow,
    ...(nic ? { networkInterfaceGroup: known(nic) } : {}),
  };
}

/** Evaluated for two models, so that neither uses the other's cache. */
function bothSay(one: RandomCase): { quickly: boolean; requireKnown: boolean } {
  return {
    quickly: isAllowed(questionOf(one)),
    requireKnown: reach(questionOf({ ...one, model: structuredClone(one.model) })).outcome.is === 'allowed',
  };
}

const internet: Flow = { direction: 'Outbound', protocol: 'TCP', ports: ['443'], remotes: ['Internet'] };

test('queries without a reason have the same result as queries with one', { timeout: 600_000 }, () => {
  const rounds = caseCount(200, 4000);
  const random = seeded(443);
  const seen = { true: 0, false: 0 };
  for (let round = 0; round < rounds; round += 1) {
    const one = randomCase(random);
    const asked = round % 2 === 0 ? one : { ...one, flow: { ...internet, remotes: [random.pick(wide)] } };
    const { quickly, requireKnown } = bothSay(asked);
    expect(quickly, JSON.stringify({ round, flow: asked.flow })).toBe(requireKnown);
    seen[`${requireKnown}`] += 1;
  }
  expect(seen.true).toBeGreaterThan(rounds / 10);
  expect(seen.false).toBeGreaterThan(rounds / 10);
});

const wide = ['Internet', 'VirtualNetwork', 'AzureCloud'];
