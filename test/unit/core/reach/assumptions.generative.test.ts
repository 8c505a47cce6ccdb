import { expect, it } from 'vitest';
import { engineResult, randomCase } from '../../../support/random-network';
import { seeded } from '../../../support/random';

it('each result lists its assumptions, starting with the tag list that it used', () => {
  const random = seeded(11);
  let asked = 0;
  for (let round = 0; round < 400; round += 1) {
    const one = randomCase(random);
    const { assumptions } = engineResult(one);
    const keys = assumptions.map(({ key }) => key);
    expect(new Set(assumptions.map((each) => JSON.stringify(each))).size).toBe(assumptions.length);
    const namesTag = one.flow.remotes.some((remote) => /^(Azure(?!LoadBalancer)|Storage)/.test(remote));
    expect(keys.includes('assumed.tags'), JSON.stringify(one.flow)).toBe(namesTag);
    asked += namesTag ? 1 : 0;
  }
  expect(asked).toBeGreaterThan(50);
});
