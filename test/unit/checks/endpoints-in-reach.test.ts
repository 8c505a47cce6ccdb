import { expect, test } from 'vitest';
import { endpointsInReach } from '../../../src/checks/endpoints-in-reach';
import { known, unknown } from '../../../src/core/known';
import type { Peering } from '../../../src/core/network/model';
import { reason } from '../../../src/core/reason';
import { peering, someNetwork } from '../../support/networks';

const hub = '/subscriptions/0000/resourceGroups/rg-net/providers/Microsoft.Network/virtualNetworks/hub';
const because = reason('unknown.notRead', { name: 'peer' });

test.each<[string, Partial<Peering>, { found: number; unread?: true }]>([
  ['connected', {}, { found: 1 }],
  ['not agreed to', { state: known('Initiated') }, { found: 0 }],
  ['whose state was not read', { state: unknown(because) }, { found: 0, unread: true }],
  ['for IPv6 alone', { onlyIpv6: true }, { found: 0 }],
  ['of both subnets', { parts: { local: ['snet'], remote: ['Endpoints'] } }, { found: 1 }],
  ['of another subnet there', { parts: { local: ['snet'], remote: ['other'] } }, { found: 0 }],
  [
    'of another subnet here',
    { parts: { local: ['other'], remote: ['endpoints'] } },
    { found: 0, unread: true },
  ],
])('an endpoint in a peer, by a peering %s', (_, more, says) => {
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
  expect({ found: found.length, ...(unread ? { unread: true } : {}) }).toEqual(says);
});
