import { expect, it } from 'vitest';
import type { FlowResult } from '../../../../src/core/check-result';
import { parseRule, testSecurityGroup, someNetwork } from '../../../support/networks';
import { engineResult, unlistedTag } from '../../../support/random-network';

/** TCP 443 to Azure ML through the subnet's group, and the network interface's where there is one. */
function says(subnet: readonly string[], card?: readonly string[]): FlowResult {
  return engineResult({
    model: someNetwork({ rules: subnet.map((text, index) => parseRule(text, { index })) }),
    card: card && testSecurityGroup(card, 'nsg-card'),
    flow: { direction: 'Outbound', protocol: 'TCP', ports: ['443'], remotes: ['AzureMachineLearning'] },
    publicIp: true,
  });
}

const to = (access: 'Allow' | 'Deny', priority: number, far: string): string =>
  `${access} Outbound ${priority} Tcp *>${far}:443`;

it('a tag that nobody can open is the same in every rule: in it or not, the flow passes', () => {
  expect(says([to('Allow', 100, unlistedTag), to('Deny', 200, unlistedTag)]).outcome.is).toBe('allowed');
});

it('it decides where one way the flow passes and the other it does not, and is named', () => {
  const open = says([to('Deny', 100, unlistedTag)]).outcome;
  const closed = says([to('Allow', 100, unlistedTag), to('Deny', 200, '*')]).outcome;
  for (const outcome of [open, closed]) {
    expect(outcome).toMatchObject({ is: 'undecided', because: { key: 'unknown.tag' } });
  }
});

it('it is the same in the groups of subnet and network card: one of them stops the flow for certain', () => {
  const card = [to('Allow', 100, unlistedTag), to('Deny', 200, '*')];
  expect(says([to('Deny', 100, unlistedTag)], card).outcome.is).toBe('blocked');
});

it('two tags that nobody can open are two unknowns', () => {
  const rules = [to('Allow', 100, unlistedTag), to('Deny', 200, 'AnotherOne')];
  expect(says(rules).outcome.is).toBe('undecided');
});
