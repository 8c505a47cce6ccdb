import { describe, expect, it } from 'vitest';
import { known, unknown } from '../../../../src/core/known';
import { isConnected, mayBeConnected } from '../../../../src/core/reach/peering';
import { reason } from '../../../../src/core/reason';
import { peering } from '../../../support/networks';
import { ask, verdictWords } from '../../../support/reach-words';

const because = reason('unknown.notRead', { name: 'peer' });
const unread = unknown(because);
const prefixes = ['10.90.0.0/16'];
const states = {
  connected: peering(prefixes),
  unread: peering(prefixes, { state: unread }),
  other: peering(prefixes, { state: { known: true, value: 'Initiated' } }),
};

describe('a peering whose state was not read', () => {
  it('is neither connected nor not', () => {
    expect(isConnected(states.unread)).toEqual(unread);
    expect(Object.values(states).map(mayBeConnected)).toEqual([true, true, false]);
  });

  it.each([
    ['connected', 'allowed'],
    ['unread', 'undecided'],
    ['other', 'blocked'],
  ] as const)('%s: what only VirtualNetwork lets through is %s', (state, is) => {
    const rules = ['Allow Outbound 100 Tcp *>VirtualNetwork:443', 'Deny Outbound 4096 * *>*:*'];
    const answer = ask({ rules, network: { peerings: known([states[state]]) } }, 'out TCP 443 10.90.0.4/32');
    expect(answer.verdict.is).toBe(is);
  });

  it('leaves the route there in doubt', () => {
    const answer = ask({ network: { peerings: known([states.unread]) } }, 'out TCP 443 10.90.0.4/32');
    expect(answer.verdict).toEqual({ is: 'undecided', because });
  });

  it('has no say in what does not go there', () => {
    const rules = ['Allow Outbound 100 Tcp *>AzureMachineLearning:443', 'Deny Outbound 4096 * *>*:*'];
    const answers = [states.connected, states.unread].map((one) =>
      verdictWords(
        ask({ rules, nat: {}, network: { peerings: known([one]) } }, 'out TCP 443 AzureMachineLearning'),
      ),
    );
    expect(answers[1]).toEqual(answers[0]);
  });
});
