import { describe, expect, it } from 'vitest';
import { known, unknown } from '../../../../src/core/known';
import { isConnected, mayBeConnected } from '../../../../src/core/reach/peering';
import { reason } from '../../../../src/core/reason';
import { answerLines } from '../../../support/answer-lines';
import { peering } from '../../../support/networks';
import { reachOf, outcomeSummary } from '../../../support/reach-text';

const because = reason('unknown.notRead', { name: 'peer' });
const unread = unknown(because);
const prefixes = ['10.90.0.0/16'];
const states = {
  connected: peering(prefixes),
  unread: peering(prefixes, { state: unread }),
  other: peering(prefixes, { state: { known: true, value: 'Initiated' } }),
};

describe('a peering whose state wasn’t read', () => {
  it('is neither connected nor disconnected', () => {
    expect(isConnected(states.unread)).toEqual(unread);
    expect(Object.values(states).map(mayBeConnected)).toEqual([true, true, false]);
  });

  it.each([
    ['connected', 'allowed'],
    ['unread', 'unknown'],
    ['other', 'blocked'],
  ] as const)('%s: a flow that only VirtualNetwork allows is %s', (state, is) => {
    const rules = ['Allow Outbound 100 Tcp *>VirtualNetwork:443', 'Deny Outbound 4096 * *>*:*'];
    const answer = reachOf(
      { rules, network: { peerings: known([states[state]]) } },
      'out TCP 443 10.90.0.4/32',
    );
    expect(answer.outcome.is).toBe(is);
  });

  it('makes its route unknown', () => {
    const answer = reachOf({ network: { peerings: known([states.unread]) } }, 'out TCP 443 10.90.0.4/32');
    expect(answer.outcome).toEqual({ is: 'unknown', because });
  });

  it('doesn’t affect flows to other destinations', () => {
    const rules = ['Allow Outbound 100 Tcp *>AzureMachineLearning:443', 'Deny Outbound 4096 * *>*:*'];
    const answers = [states.connected, states.unread].map((one) =>
      outcomeSummary(
        reachOf({ rules, nat: {}, network: { peerings: known([one]) } }, 'out TCP 443 AzureMachineLearning'),
      ),
    );
    expect(answers[1]).toEqual(answers[0]);
  });
});

describe('peers whose addresses overlap', () => {
  const to = (name: string, prefixes: readonly string[], state = 'Connected') =>
    peering(prefixes, { name, remoteId: `/virtualNetworks/${name}`, state: known(state) });

  /** Returns why a flow to an address is undecided, or otherwise the result. */
  function states(peerings: ReturnType<typeof to>[], address: string): string | undefined {
    const answer = reachOf({ network: { peerings: known(peerings) } }, `out TCP 443 ${address}/32`);
    return answerLines(answer).find((line) => line.startsWith('=> unknown.')) ?? outcomeSummary(answer);
  }

  const overlap = (names: string): string => `=> unknown.peeringOverlap names=${names}`;

  it.each<[string, ReturnType<typeof to>[], string, string]>([
    ['adjacent', [to('a', ['10.2.0.0/16']), to('b', ['10.3.0.0/16'])], '10.2.0.4', 'allowed by default'],
    ['within', [to('a', ['10.2.0.0/16']), to('b', ['10.2.3.0/24'])], '10.2.0.4', overlap('b,a')],
    [
      'within, written first',
      [to('b', ['10.2.3.0/24']), to('a', ['10.2.0.0/16'])],
      '10.2.0.4',
      overlap('b,a'),
    ],
    [
      'at the last address',
      [to('a', ['10.2.0.0/16']), to('b', ['10.2.255.255/32'])],
      '10.2.0.4',
      overlap('b,a'),
    ],
    ['with blanks', [to('a', ['10.2.0.0/16']), to('b', [' 10.2.3.0/24 '])], '10.2.0.4', overlap('b,a')],
    [
      'within the widest, after a narrow one',
      [to('a', ['10.2.0.0/15']), to('b', ['10.2.0.0/24']), to('c', ['10.3.0.0/16'])],
      '10.3.0.4',
      overlap('c,a'),
    ],
    [
      'from the first address',
      [to('a', ['10.2.0.0/16']), to('b', ['10.2.0.0/24'])],
      '10.2.0.4',
      overlap('b,a'),
    ],
    [
      'from the first address, written first',
      [to('b', ['10.2.0.0/24']), to('a', ['10.2.0.0/16'])],
      '10.2.0.4',
      overlap('b,a'),
    ],
    [
      'up to the last address, with another in both, which is reported with the widest',
      [to('a', ['10.2.0.0/16']), to('b', ['10.2.128.0/17']), to('c', ['10.2.200.0/24'])],
      '10.2.200.4',
      overlap('c,a'),
    ],
    ['with the network itself', [to('a', ['10.1.128.0/17'])], '10.1.200.4', overlap('a')],
    [
      'if one isn’t connected',
      [to('a', ['10.2.0.0/16']), to('b', ['10.2.3.0/24'], 'Initiated')],
      '10.2.0.4',
      'allowed by default',
    ],
    ['of one peer twice', [to('a', ['10.2.0.0/16', '10.2.3.0/24'])], '10.2.0.4', 'allowed by default'],
    [
      'of other networks, which leaves the rest certain',
      [to('a', ['10.2.0.0/16']), to('b', ['10.2.3.0/24']), to('c', ['10.8.0.0/16'])],
      '10.8.0.4',
      'allowed by default',
    ],
  ])('%s', (_how, peerings, address, expected) => {
    expect(states(peerings, address)).toBe(expected);
  });
});

describe('the reason why a peering is unknown', () => {
  const states = (more: Parameters<typeof peering>[1]): readonly string[] =>
    answerLines(
      reachOf({ network: { peerings: known([peering(prefixes, more)]) } }, 'out TCP 443 10.90.0.4/32'),
    );

  it('names the peering that blocks access between the networks', () => {
    expect(states({ blocksAccess: true })).toContain('=> unknown.peeringAccess name=peer');
  });

  it('names the peering and the subnet that isn’t among its subnets', () => {
    const parts = { local: ['other'], remote: ['shared'] };
    expect(states({ parts })).toContain('=> unknown.subnetPeering name=peer subnet=snet');
  });

  it('names the network that wasn’t read, whose subnets are required', () => {
    const parts = { local: ['other', 'SNET'], remote: ['shared'] };
    expect(states({ parts })).toContain('=> unknown.notRead name=hub');
  });
});
