import { expect, test } from 'vitest';
import { known, unknown } from '../../../../src/core/known';
import type { VirtualNetwork } from '../../../../src/core/network/model';
import { gatewayDoubt, gatewayReasons, learningDoubt } from '../../../../src/core/reach/gateway-doubt';
import { reason } from '../../../../src/core/reason';
import { answerLines } from '../../../support/answer-lines';
import { peering, someNetwork } from '../../../support/networks';
import { ask } from '../../../support/reach-words';

const networks = '/subscriptions/0000/resourceGroups/rg/providers/Microsoft.Network/virtualNetworks';

/** Why it is not known which routes the gateway of a peer brings. */
function doubtOf(peer: string): string | undefined {
  const peerings = known([
    peering(['10.9.0.0/16'], { remoteId: `${networks}/${peer}`, useRemoteGateways: known(true) }),
  ]);
  return answerLines(ask({ network: { peerings } }, 'out TCP 443 AzureMachineLearning')).find((one) =>
    one.startsWith('=> '),
  );
}

// Virtual WAN peers a spoke with a network of its own, named after the hub.
test.each([
  ['HV_vhub-weu_0a1b2c3d-4e5f', 'vhub-weu'],
  ['hv_vhub-weu_0A1B2C3D-4E5F', 'vhub-weu'],
  ['HV_vhub-weu', 'vhub-weu'],
  ['HV_hub_10', 'hub_10'],
  ['HV_hub_0a1b2c3d_east', 'hub_0a1b2c3d_east'],
  ['HV_hub_HV_0a1b2c3d', 'hub_HV'],
])('%s is the hub %s', (peer, name) => {
  expect(doubtOf(peer)).toBe(`=> unknown.virtualHub name=${name}`);
});

test('another network is no hub, even where its name has the same letters', () => {
  expect(doubtOf('vnet-HV_hub')).toBe('=> unknown.bgp');
});

const unread = unknown(reason('unknown.notRead', { name: 'rt' }));

/** A network with its subnet. */
function networkWith(more: Partial<VirtualNetwork>): VirtualNetwork {
  const [network] = someNetwork({ network: more }).virtualNetworks;
  if (!network) throw new Error('No network');
  return network;
}

test.each<[string, Partial<VirtualNetwork>, boolean]>([
  ['a gateway', { hasGateway: known(true) }, true],
  ['a peer’s gateway', { peerings: known([peering([], { useRemoteGateways: known(true) })]) }, true],
  ['a virtual hub', { peerings: known([peering([], { remoteId: `${networks}/HV_hub` })]) }, true],
  ['whether there is a gateway', { hasGateway: unread }, false],
  ['the peerings', { peerings: unread }, false],
])(
  'of %s it is not known what it brings, or it was not read: the two are told apart',
  (_, more, isLearned) => {
    const doubt = gatewayDoubt(networkWith(more));
    expect(doubt && gatewayReasons.includes(doubt.key)).toBe(isLearned);
  },
);

test('without a gateway nothing is learned, even where the table that would keep it out was not read', () => {
  const network = networkWith({});
  expect(learningDoubt(network, network.subnets[0]!, unread)).toBeUndefined();
  const withGateway = networkWith({ hasGateway: known(true) });
  expect(learningDoubt(withGateway, withGateway.subnets[0]!, unread)).toEqual(
    reason('unknown.notRead', { name: 'rt' }),
  );
});
