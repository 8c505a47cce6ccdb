import { describe, expect, it } from 'vitest';
import { known } from '../../../../src/core/known';
import { emptyModel } from '../../../../src/core/network/empty-model';
import {
  bareNetwork,
  proposedNetworkId,
  proposedSubnetId,
  type ProposedNetwork,
} from '../../../../src/core/network/proposed-network';
import { reach } from '../../../../src/core/reach/reach';
import { shippedTags } from '../../../support/shipped-tags';
import { parseFlow, outcomeSummary } from '../../../support/reach-text';

const proposed: ProposedNetwork = {
  subscription: '1f6d',
  resourceGroup: 'rg-ml',
  location: 'westeurope',
  name: 'vnet-fraud',
  addressSpace: '10.40.0.0/16',
  subnetName: 'snet-training',
  subnetPrefix: '10.40.1.0/24',
};
const networkId =
  '/subscriptions/1f6d/resourceGroups/rg-ml/providers/Microsoft.Network/virtualNetworks/vnet-fraud';

describe('a proposed network', () => {
  it('has the IDs that Azure will assign', () => {
    expect(proposedNetworkId(proposed)).toBe(networkId);
    expect(proposedSubnetId(proposed)).toBe(`${networkId}/subnets/snet-training`);
  });

  it('has its address space and one subnet, with nothing associated', () => {
    const { subnets, ...network } = bareNetwork(proposed);
    expect(network).toEqual({
      id: networkId,
      name: 'vnet-fraud',
      location: known('westeurope'),
      addressPrefixes: known(['10.40.0.0/16']),
      dnsServers: known([]),
      peerings: known([]),
      hasGateway: known(false),
    });
    expect(subnets).toEqual([
      {
        id: `${networkId}/subnets/snet-training`,
        name: 'snet-training',
        virtualNetworkId: networkId,
        addressPrefixes: known(['10.40.1.0/24']),
        securityGroup: known(null),
        routeTable: known(null),
        natGateway: known(null),
        delegations: known([]),
        serviceEndpoints: known([]),
        serviceEndpointPolicies: known([]),
        defaultOutboundAccess: known(false),
        privateEndpointNetworkPolicies: known('Disabled'),
        addressesInUse: known(0),
      },
    ]);
  });

  it.each([
    [true, 'out TCP 443 Internet', 'allowed by default'],
    [false, 'out TCP 443 Internet', 'no-outbound-access noOutboundAccess.private'],
    [false, 'out TCP 443 10.40.0.0/24', 'allowed by default'],
  ])('with public IPs: %s, %s is %s', (publicIp, flowText, states) => {
    const answer = reach({
      model: { ...emptyModel('public'), virtualNetworks: [bareNetwork(proposed)] },
      subnetId: proposedSubnetId(proposed),
      tags: shippedTags('public'),
      publicIp: known(publicIp),
      flow: parseFlow(flowText),
    });
    expect(outcomeSummary(answer)).toBe(states);
  });
});
