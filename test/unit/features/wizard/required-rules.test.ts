import { expect, test } from 'vitest';
import { failure } from '../../../../src/sandbox/failure-texts';
import { sampleNetworkId } from '../../../../src/sandbox/sample/names';
import { healthy, hasEnded, openWizardAt } from './open-wizard';
import { otherUserWrites } from './other-user';

/* Azure ML compares the text of an NSG's rules before it creates a compute resource. */

const group = sampleNetworkId('rg-network-prod', 'networkSecurityGroups', 'nsg-train-gpu');

const rule = (properties: object): object => ({
  properties: {
    direction: 'Outbound',
    protocol: '*',
    sourcePortRange: '*',
    destinationPortRange: '*',
    ...properties,
  },
});

test('with an equivalent rule in another notation, the cause is the missing rule, and not unknown', async () => {
  const w = await openWizardAt(healthy);
  await otherUserWrites(
    w.sample,
    'PUT',
    `${group}/securityRules/all-of-ten`,
    rule({
      priority: 103,
      access: 'Allow',
      sourceAddressPrefix: '10.0.0.0/8',
      destinationAddressPrefix: '*',
    }),
  );
  await otherUserWrites(
    w.sample,
    'PUT',
    `${group}/securityRules/none`,
    rule({ priority: 104, access: 'Deny', sourceAddressPrefix: '*', destinationAddressPrefix: '*' }),
  );
  await w.call.changeSize({ name: 'cpu-words', minNodes: 1, maxNodes: 2 });
  w.sample.faults.next({
    kind: 'operation',
    match: '/computes/',
    ...failure('groupRulesMissing', { group: 'nsg-train-gpu', region: 'westeurope', priority: 104 }),
  });
  await w.call.create({ anyway: true });
  await w.until('the end', (p) => hasEnded(p));
  const view = w.page.creation;
  expect(view?.message).toContain('is missing the following rules below');
  expect(view?.likely[0]).toMatchObject({
    rank: 'Most likely',
    cause: 'Required NSG rules are missing',
    evidence:
      'Azure doesn’t find this rule in nsg-train-gpu: Outbound Storage 445. Azure compares the text of rules, so an equivalent rule doesn’t count. Add the rule before any deny rule, with source VirtualNetwork and the destination in the error message.',
  });
  expect(view?.likely.map(({ cause }) => cause).join()).not.toContain('We do not know');
});
