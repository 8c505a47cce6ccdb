import { expect, test } from 'vitest';
import { known } from '../../../../src/core/known';
import { fails } from '../../../../src/core/reach/flow-outcome';
import { everyPacketFails, flowSegments, type ReachQuery } from '../../../../src/core/reach/reach';
import { caseCount } from '../../../support/case-count';
import { ids, testSecurityGroup, someNetwork } from '../../../support/networks';
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

test('a flow fails as a whole exactly if each of its parts fails', { timeout: 600_000 }, () => {
  const rounds = caseCount(300, 6000);
  const random = seeded(4096);
  const seen = { true: 0, false: 0 };
  for (let round = 0; round < rounds; round += 1) {
    const one = randomCase(random);
    // Every second NSG blocks what its rules don't decide.
    const [group] = one.model.securityGroups;
    const rules = group?.rules.known ? group.rules.value : [];
    const last = testSecurityGroup(['Deny Outbound 4096 * *>*:*', 'Deny Inbound 4096 * *>*:*']).rules;
    const closed = { ...group!, rules: known([...rules, ...(last.known ? last.value : [])]) };
    const model =
      group && round % 2 === 0
        ? { ...one.model, securityGroups: [closed, ...one.model.securityGroups.slice(1)] }
        : one.model;
    const question = questionOf({ ...one, model });
    const expected = flowSegments(question).every(fails);
    expect(everyPacketFails(question), JSON.stringify({ round, flow: one.flow })).toBe(expected);
    seen[`${expected}`] += 1;
  }
  expect(seen.true).toBeGreaterThan(rounds / 10);
  expect(seen.false).toBeGreaterThan(rounds / 10);
});

test('one packet that is handed on or undecided is enough for a flow not to fail as a whole', () => {
  const network = { rules: ['Allow Outbound 100 Tcp *>20.0.0.0/28:443', 'Deny Outbound 200 * *>*:*'] };
  const flow = { direction: 'Outbound', protocol: 'TCP', ports: ['443'], remotes: ['Internet'] } as const;
  const asked = (more: object): ReachQuery => ({
    model: someNetwork({ ...network, ...more }),
    subnetId: ids.subnet,
    tags: randomCatalog,
    publicIp: known(true),
    flow,
  });
  expect(everyPacketFails(asked({}))).toBe(false);
  expect(everyPacketFails(asked({ rules: ['Deny Outbound 200 * *>*:*'] }))).toBe(true);
  expect(
    everyPacketFails(
      asked({ rules: ['Allow Outbound 100 Tcp *>NotInTheList:443', 'Deny Outbound 200 * *>*:*'] }),
    ),
  ).toBe(false);
});
