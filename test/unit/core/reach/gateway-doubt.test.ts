import { expect, test } from 'vitest';
import { known } from '../../../../src/core/known';
import { answerLines } from '../../../support/answer-lines';
import { peering } from '../../../support/networks';
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
