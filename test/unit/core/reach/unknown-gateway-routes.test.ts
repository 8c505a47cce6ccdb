import { expect, test } from 'vitest';
import { known, unknown } from '../../../../src/core/known';
import type { VirtualNetwork } from '../../../../src/core/network/model';
import {
  unknownGatewayRoutes,
  gatewayReasons,
  hubRoutes,
  unknownLearnedRoutes,
} from '../../../../src/core/reach/unknown-gateway-routes';
import { reason } from '../../../../src/core/reason';
import { answerLines } from '../../../support/answer-lines';
import { peering, someNetwork } from '../../../support/networks';
import { reachOf } from '../../../support/reach-text';

const networks = '/subscriptions/0000/resourceGroups/rg/providers/Microsoft.Network/virtualNetworks';

/** Returns why the routes of a peer's gateway are unknown. */
function unknownOf(peer: string): string | undefined {
  const peerings = known([
    peering(['10.9.0.0/16'], { remoteId: `${networks}/${peer}`, useRemoteGateways: known(true) }),
  ]);
  return answerLines(reachOf({ network: { peerings } }, 'out TCP 443 AzureMachineLearning')).find((one) =>
    one.startsWith('=> '),
  );
}

// Virtual WAN peers a spoke with its own network, which is named after the hub.
test.each([
  ['HV_vhub-weu_0a1b2c3d-4e5f', 'vhub-weu'],
  ['hv_vhub-weu_0A1B2C3D-4E5F', 'vhub-weu'],
  ['HV_vhub-weu', 'vhub-weu'],
  ['HV_hub_10', 'hub_10'],
  ['HV_hub_0a1b2c3d_east', 'hub_0a1b2c3d_east'],
  ['HV_hub_HV_0a1b2c3d', 'hub_HV'],
])('%s is the hub %s', (peer, name) => {
  expect(unknownOf(peer)).toBe(`=> unknown.virtualHub name=${name}`);
});

test('another network isn’t a hub, even if its name has the same letters', () => {
  expect(unknownOf('vnet-HV_hub')).toBe('=> unknown.bgp');
});

const unread = unknown(reason('unknown.notRead', { name: 'rt' }));

/** Returns a network with its subnet. */
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
])('distinguishes whether the routes of %s are unknown or weren’t read', (_, more, isLearned) => {
  const whyUnknown = unknownGatewayRoutes(networkWith(more));
  expect(whyUnknown && gatewayReasons.includes(whyUnknown.key)).toBe(isLearned);
});

test('no routes are learned without a gateway, even if the route table that disables them wasn’t read', () => {
  const network = networkWith({});
  expect(unknownLearnedRoutes(network, network.subnets[0]!, unread)).toBeUndefined();
  const withGateway = networkWith({ hasGateway: known(true) });
  expect(unknownLearnedRoutes(withGateway, withGateway.subnets[0]!, unread)).toEqual(
    reason('unknown.notRead', { name: 'rt' }),
  );
});

const toHub = known([peering([], { remoteId: `${networks}/HV_hub` })]);
const hub: NonNullable<VirtualNetwork['hub']> = {
  id: '/hub',
  name: 'hub',
  firewallId: null,
  routes: known([
    { prefix: '0.0.0.0/0', nextHopAddress: '10.9.0.4' },
    { prefix: '10.0.0.0/8', nextHopAddress: '10.9.0.4' },
  ]),
};

test.each(['unknown.virtualHubElsewhere', 'unknown.virtualHubUnread'] as const)(
  'the routes of a hub with %s are unknown',
  (key) => {
    const routes = unknown(reason(key, { name: 'hub' }));
    const whyUnknown = unknownGatewayRoutes(networkWith({ peerings: toHub, hub: { ...hub, routes } }));
    expect(whyUnknown?.key).toBe(key);
    expect(gatewayReasons).toContain(key);
  },
);

test('effective routes show which of a hub’s routes arrive', () => {
  const network = networkWith({ hub });
  const [subnet] = network.subnets;
  const learned = ['10.20.0.0/16', '10.0.0.0/8'].map((prefix) => ({ prefix, nextHopAddress: '10.9.0.4' }));
  const reported = { ...subnet!, effectiveRoutes: { learned, dropped: [] } };
  const brought = (one: typeof reported | typeof subnet): readonly string[] =>
    hubRoutes(network, one!, known(null)).map(({ prefix }) => prefix);
  expect(brought(subnet)).toEqual(['0.0.0.0/0', '10.0.0.0/8']);
  expect(brought(reported)).toEqual(['10.0.0.0/8']);
});

test('a hub’s route is reported as written, whatever blanks surround it', () => {
  const routes = known([{ prefix: ' 0.0.0.0/0 ', nextHopAddress: '10.9.0.4' }]);
  const lines = answerLines(
    reachOf({ network: { peerings: toHub, hub: { ...hub, routes } } }, 'out TCP 443 AzureMachineLearning'),
  );
  expect(lines.filter((one) => one.includes('hub'))).toEqual([
    '=> trace.route.hub destination= 0.0.0.0/0  ip=10.9.0.4 hub=hub [route  0.0.0.0/0 ]',
    'assumed assumed.hubRoutes hub=hub destination= 0.0.0.0/0 ',
  ]);
});
