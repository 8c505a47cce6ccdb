import { expect, it } from 'vitest';
import type { FlowResult } from '../../../../src/core/check-result';
import { parseRule, testSecurityGroup, someNetwork } from '../../../support/networks';
import { engineResult, unlistedTag } from '../../../support/random-network';

/** TCP 443 to Azure ML through the subnet's NSG, and the network interface's if there is one. */
function states(subnet: readonly string[], nic?: readonly string[]): FlowResult {
  return engineResult({
    model: someNetwork({ rules: subnet.map((text, index) => parseRule(text, { index })) }),
    nic: nic && testSecurityGroup(nic, 'nsg-nic'),
    flow: { direction: 'Outbound', protocol: 'TCP', ports: ['443'], remotes: ['AzureMachineLearning'] },
    publicIp: true,
  });
}

const to = (access: 'Allow' | 'Deny', priority: number, far: string): string =>
  `${access} Outbound ${priority} Tcp *>${far}:443`;

it('an unlisted tag is the same in every rule: the flow is allowed whether the tag contains it or not', () => {
  expect(states([to('Allow', 100, unlistedTag), to('Deny', 200, unlistedTag)]).outcome.is).toBe('allowed');
});

it('an unlisted tag decides, and is named, if the flow is allowed in one case and not in the other', () => {
  const open = states([to('Deny', 100, unlistedTag)]).outcome;
  const closed = states([to('Allow', 100, unlistedTag), to('Deny', 200, '*')]).outcome;
  for (const outcome of [open, closed]) {
    expect(outcome).toMatchObject({ is: 'unknown', because: { key: 'unknown.tag' } });
  }
});

it('an unlisted tag is the same in the NSGs of subnet and NIC: one of them certainly blocks the flow', () => {
  const nic = [to('Allow', 100, unlistedTag), to('Deny', 200, '*')];
  expect(states([to('Deny', 100, unlistedTag)], nic).outcome.is).toBe('blocked');
});

it('two unlisted tags are two unknowns', () => {
  const rules = [to('Allow', 100, unlistedTag), to('Deny', 200, 'AnotherOne')];
  expect(states(rules).outcome.is).toBe('unknown');
});
