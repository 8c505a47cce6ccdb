import { expect, test } from 'vitest';
import { known, valueOr } from '../../../../src/core/known';
import type { NetworkModel, SecurityRule } from '../../../../src/core/network/model';
import { neverMatched } from '../../../../src/core/reach/never-matched';
import { caseCount } from '../../../support/case-count';
import { endsOf, representatives } from '../../../support/every-packet';
import { testSecurityGroup } from '../../../support/networks';
import { randomCase, randomCatalog, randomTags, type RandomCase } from '../../../support/random-network';
import { seeded } from '../../../support/random';

/** Far sides that a flow can name. */
const askable = (texts: readonly string[]): readonly string[] =>
  texts.filter((text) => Object.hasOwn(randomTags, text) || /^\d+(\.\d+){3}\/\d+$/.test(text));

/** Returns the flow of a rule, so that its own packets are among the tested ones. */
function flowOf(
  one: RandomCase,
  { direction, protocol, destinationPorts, ...sides }: SecurityRule,
): RandomCase {
  const outbound = valueOr(direction, 'Outbound') === 'Outbound';
  const far = askable(valueOr(outbound ? sides.destinations : sides.sources, []));
  const ports = valueOr(destinationPorts, ['443']);
  return {
    ...one,
    flow: {
      direction: valueOr(direction, 'Outbound'),
      protocol: valueOr(protocol, '*') === 'Udp' ? 'UDP' : 'TCP',
      ports: ports.includes('*') ? ['80', '443'] : ports,
      remotes: far.length > 0 ? far : ['20.0.0.0/22', '10.2.0.0/24', '172.16.0.0/24'],
    },
  };
}

/** The rule stays in an unused NSG, so that the same values are unknown as before. */
function without(model: NetworkModel, wanted: SecurityRule): NetworkModel {
  const groups = model.securityGroups.map((group) => ({
    ...group,
    rules: known(valueOr(group.rules, []).filter((one) => one !== wanted)),
  }));
  return { ...model, securityGroups: [...groups, testSecurityGroup([wanted], 'nsg-unused')] };
}

/** Returns at most `count` items, from all parts of the list. */
function some<T>(all: readonly T[], count: number): readonly T[] {
  const each = Math.max(1, Math.floor(all.length / count));
  return all.filter((_, at) => at % each === 0);
}

test('removing a rule that never matches changes no flow in an independent evaluator', () => {
  const networks = caseCount(100, 500);
  let removed = 0;
  let packets = 0;
  for (let number = 0; number < networks; number += 1) {
    const one = randomCase(seeded(number));
    const [group] = one.model.securityGroups;
    for (const found of group ? neverMatched(one.model, { group }, randomCatalog) : []) {
      removed += 1;
      const asked = flowOf(one, found.rule);
      const after = { ...asked, model: without(one.model, found.rule) };
      for (const packet of some(representatives(asked), 300)) {
        packets += 1;
        expect(endsOf(packet, after), `case ${number}, ${found.rule.name}`).toEqual(endsOf(packet, asked));
      }
    }
  }
  // Otherwise nothing was tested.
  expect(removed).toBeGreaterThan(networks / 12.5);
  expect(packets).toBeGreaterThan(10 * removed);
}, 600_000);
