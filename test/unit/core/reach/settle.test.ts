import { describe, expect, it } from 'vitest';
import { known, unknown } from '../../../../src/core/known';
import { volumeOf } from '../../../../src/core/packets/packet-set';
import { flowSegments } from '../../../../src/core/reach/reach';
import { reason } from '../../../../src/core/reason';
import { ids, parseRule, someNetwork, type SomeNetwork } from '../../../support/networks';
import { randomCatalog } from '../../../support/random-network';
import { parseFlow } from '../../../support/reach-text';

const pieces = (network: SomeNetwork, flowText = 'out Any 443 20.0.0.0/16') =>
  flowSegments({
    model: someNetwork(network),
    subnetId: ids.subnet,
    tags: randomCatalog,
    publicIp: known(true),
    flow: parseFlow(flowText),
  });

/** Number of packets in all pieces; packets in two pieces count twice. */
const packets = (network: SomeNetwork): bigint =>
  pieces(network).reduce((sum, { cell }) => sum + volumeOf(cell), 0n);

describe('pieces of a flow', () => {
  const all = packets({});

  it.each<[string, SomeNetwork]>([
    ['one rule blocks', { rules: ['Deny Outbound 100 Tcp *>20.0.0.0/24:443'] }],
    [
      'some rules allow',
      { rules: ['Allow Outbound 100 Tcp *>20.0.0.0/24:443', 'Deny Outbound 4096 * *>*:*'] },
    ],
    ['routes lead elsewhere', { rules: [], routes: ['20.0.0.0/24 -> None', '20.0.1.0/24 -> 10.1.9.4'] }],
    [
      'a part is unknown',
      {
        rules: [
          parseRule('Deny Outbound 100 Tcp *>20.0.0.0/24:443', {
            destinations: unknown(reason('unknown.parameter')),
          }),
          'Deny Outbound 110 Udp *>20.0.0.0/24:443',
        ],
      },
    ],
  ])('contain each packet once, if %s', (_, network) => expect(packets(network)).toBe(all));

  it('are empty without a destination or without a source', () => {
    expect(pieces({ rules: [] }, 'out TCP 443 NotInTheList')).toEqual([]);
    expect(pieces({ rules: [], subnet: { addressPrefixes: known([]) } })).toEqual([]);
  });
});
