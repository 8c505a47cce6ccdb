import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultComputeName, validateComputeName } from '../../../src/plans/compute-name';
import { plannedKinds } from '../../../src/core/compute-kinds';

// Requirement compute-name-format: how-to-create-attach-compute-cluster (2024-05-03), create-compute-instance (2024-08-21).
describe('the name rule', () => {
  it.each([
    ['cluster', 'cpu-cluster', 'ok'],
    ['cluster', 'cpu-cluster2', 'ok'],
    ['cluster', 'abc', 'ok'],
    ['cluster', 'ab', 'name.format.cluster'],
    ['cluster', 'a'.repeat(24), 'ok'],
    ['cluster', 'a'.repeat(25), 'name.long'],
    ['cluster', 'a'.repeat(32), 'name.long'],
    ['cluster', 'a'.repeat(33), 'name.format.cluster'],
    ['cluster', 'cpu-cluster-1', 'name.hyphen'],
    ['cluster', 'gpu-fraud-01', 'name.hyphen'],
    ['cluster', 'gpu-', 'name.end'],
    ['cluster', '1gpu', 'name.format.cluster'],
    ['cluster', 'gpu_one', 'name.format.cluster'],
    ['cluster', 'gpü', 'name.format.cluster'],
    ['instance', 'ci-anna', 'ok'],
    ['instance', 'ci-2anna', 'ok'],
    ['instance', 'ci-anna-2', 'name.hyphen'],
    ['instance', 'a'.repeat(24), 'ok'],
    ['instance', 'a'.repeat(25), 'name.format.instance'],
    ['instance', '', 'name.format.instance'],
    ['instance', 'ci-', 'name.end'],
    ['instance', 'ci-anna\n', 'name.format.instance'],
  ] as const)('of a %s named %j returns %s', (kind, name, expected) => {
    const outcome = validateComputeName(kind, name);
    expect(outcome.is === 'ok' ? 'ok' : outcome.text.key).toBe(expected);
  });

  it.each([
    ['cluster', 'warning'],
    ['instance', 'error'],
  ] as const)('for a hyphen that isn’t followed by a letter, in a %s, returns a %s', (kind, is) => {
    expect(validateComputeName(kind, 'train-01').is).toBe(is);
  });
});

describe('the proposed name', () => {
  it.each([
    ['cluster', 'Anna', [], 'cpu-cluster'],
    ['cluster', 'Anna', ['CPU-Cluster'], 'cpu-cluster2'],
    ['cluster', 'Anna', ['cpu-cluster', 'cpu-cluster2', 'cpu-cluster3'], 'cpu-cluster4'],
    ['instance', 'anna.berg@contoso.com', [], 'ci-anna-berg'],
    ['instance', 'Łukasz Ånström', [], 'ci-ukasz-anstrom'],
    ['instance', 'José 3', [], 'ci-jose3'],
    ['instance', '2024-intern', [], 'ci2024-intern'],
    ['instance', '007', [], 'ci-user'],
    ['instance', '李小龙', ['ci-user'], 'ci-user2'],
    ['instance', 'Maximiliana Featherstonehaugh', [], 'ci-maximiliana-featherst'],
    ['instance', 'Maximiliana Featherstonehaugh', ['ci-maximiliana-featherst'], 'ci-maximiliana-feathers2'],
  ] as const)('for a %s of %s, with %j taken, is %s', (kind, user, taken, expected) => {
    expect(defaultComputeName(kind, user, taken)).toBe(expected);
  });

  it('always passes the rule and is never taken', () => {
    const kinds = fc.constantFrom('cluster' as const, 'instance' as const);
    fc.assert(
      fc.property(kinds, fc.string({ unit: 'binary', maxLength: 60 }), fc.nat(30), (kind, user, others) => {
        const taken: string[] = [];
        for (let count = 0; count <= others; count += 1) {
          const name = defaultComputeName(kind, user, taken);
          expect(validateComputeName(kind, name)).toEqual({ is: 'ok' });
          expect(name.length).toBeLessThanOrEqual(plannedKinds[kind].name.longest);
          expect(taken).not.toContain(name);
          taken.push(name);
        }
      }),
      { numRuns: 200 },
    );
  });
});
