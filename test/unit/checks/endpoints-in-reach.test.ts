import { expect, test } from 'vitest';
import { endpointsAround, endpointsInReach } from '../../../src/checks/endpoints-in-reach';
import { known, unknown, type Known } from '../../../src/core/known';
import type { Peering, PrivateEndpoint } from '../../../src/core/network/model';
import { reason } from '../../../src/core/reason';
import { ids, peering, someNetwork } from '../../support/networks';

const hub = '/subscriptions/0000/resourceGroups/rg-net/providers/Microsoft.Network/virtualNetworks/hub';
const because = reason('unknown.notRead', { name: 'peer' });

test.each<[string, Partial<Peering>, { found: number; unread?: true }]>([
  ['connected', {}, { found: 1 }],
  ['that isn’t accepted', { state: known('Initiated') }, { found: 0 }],
  ['whose state wasn’t read', { state: unknown(because) }, { found: 0, unread: true }],
  ['for IPv6 alone', { onlyIpv6: true }, { found: 0 }],
  ['of both subnets', { parts: { local: ['snet'], remote: ['Endpoints'] } }, { found: 1 }],
  ['of another subnet there', { parts: { local: ['snet'], remote: ['other'] } }, { found: 0 }],
  [
    'of another subnet here',
    { parts: { local: ['other'], remote: ['endpoints'] } },
    { found: 0, unread: true },
  ],
])('a private endpoint in a peer, by a peering %s', (_, more, states) => {
  const model = someNetwork({
    network: { peerings: known([peering(['10.2.0.0/16'], more)]) },
    model: {
      privateEndpoints: known([
        {
          id: '/pe',
          name: 'pe',
          subnetId: `${hub}/subnets/endpoints`,
          targetId: '/account',
          groups: ['blob'],
          addresses: known(['10.2.0.4']),
        },
      ]),
    },
  });
  const [network] = model.virtualNetworks;
  const { found, unread } = endpointsInReach(model, { network: network!, subnet: network!.subnets[0]! }, [
    'blob',
  ]);
  expect({ found: found.length, ...(unread ? { unread: true } : {}) }).toEqual(states);
});

test('a private endpoint without its owner’s approval doesn’t count', () => {
  const waiting = { ...endpoint('pe', ids.network), notApproved: 'Pending' };
  const model = someNetwork({
    model: { privateEndpoints: known([waiting, endpoint('other', ids.network)]) },
  });
  const [network] = model.virtualNetworks;
  const place = { network: network!, subnet: network!.subnets[0]! };
  expect(endpointsInReach(model, place, ['blob']).found.map(({ name }) => name)).toEqual(['other']);
});

const endpoint = (name: string, network: string, groups: readonly string[] = ['blob']): PrivateEndpoint => ({
  id: `/${name}`,
  name,
  subnetId: `${network}/subnets/endpoints`,
  targetId: '/account',
  groups,
  addresses: known(['10.2.0.4']),
});
const far = hub.replace('hub', 'far');

function reached(endpoints: readonly PrivateEndpoint[], peerings: Known<readonly Peering[]>, group = 'blob') {
  const model = someNetwork({ network: { peerings }, model: { privateEndpoints: known(endpoints) } });
  const [network] = model.virtualNetworks;
  const place = { network: network!, subnet: network!.subnets[0]! };
  const { found, unread } = endpointsInReach(model, place, [group]);
  const around = endpointsAround(model, network!).map(({ name }) => name);
  return { found: found.map(({ name }) => name), mayBeMore: unread !== undefined, around };
}

const toHub = known([peering(['10.2.0.0/16']), peering(['10.3.0.0/16'], { name: 'far', remoteId: far })]);

test('a private endpoint in the network or in one of two peers is found once, and one elsewhere isn’t', () => {
  const all = [
    endpoint('own', ids.network),
    endpoint('hub', hub),
    endpoint('other', hub.replace('hub', 'other')),
  ];
  expect(reached(all, toHub)).toEqual({ found: ['own', 'hub'], mayBeMore: false, around: ['own', 'hub'] });
});

test('a private endpoint for several sub-resources serves each of them, whatever the case', () => {
  const all = [endpoint('own', ids.network, ['Blob', 'dfs'])];
  expect(reached(all, known([])).found).toEqual(['own']);
  expect(reached(all, known([]), 'DFS').found).toEqual(['own']);
  expect(reached(all, known([]), 'file').found).toEqual([]);
});

test('there may be more if peerings weren’t read, unless all known ones are in the network', () => {
  const peerings = unknown(because);
  const own = endpoint('own', ids.network);
  expect(reached([own], peerings)).toEqual({ found: ['own'], mayBeMore: false, around: ['own'] });
  expect(reached([own, endpoint('hub', hub)], peerings)).toMatchObject({ found: ['own'], mayBeMore: true });
  expect(reached([], peerings)).toMatchObject({ found: [], mayBeMore: true });
});

test.each([
  ['the network', (id: string) => id.replace(/[^/]*$/, '‹name›')],
  ['the resource group', (id: string) => id.replace(/resourceGroups\/[^/]*/i, 'resourceGroups/‹group›')],
])('a private endpoint in a network may be in reach if %s has no value', (_, renamed) => {
  const subnetId = `${renamed(ids.network)}/subnets/endpoints`;
  const endpoint = { id: '/pe', name: 'pe', subnetId, targetId: '/account', groups: ['blob'] };
  const model = someNetwork({
    network: { peerings: known([]) },
    model: { privateEndpoints: known([{ ...endpoint, addresses: known(['10.2.0.4']) }]) },
  });
  const [network] = model.virtualNetworks;
  const place = { network: network!, subnet: network!.subnets[0]! };
  const { found, unread } = endpointsInReach(model, place, ['blob']);
  expect(found).toEqual([]);
  expect(unread?.key).toBe('check.services.endpointElsewhere');
  expect(endpointsInReach(model, place, ['vault'])).toEqual({ found: [] });
});
