import type { VirtualNetwork } from '../../core/network/model';
import { valueOr } from '../../core/known';
import type { WrittenSubnet } from './fix-entries';
import { lastChildren, writtenSubnetProperties } from './subnet-resource';
import { templateObject, templateParameter } from './template';
import { groupFor, networkCodeApiVersion, type Writing } from './writing';

/**
 * A virtual network that does not exist yet, with its subnet inside: policies that refuse a subnet without a security
 * group look at each request, so group and gateway are named in the one that makes the subnet.
 */
export function writeNewNetwork(network: VirtualNetwork, change: WrittenSubnet, writing: Writing): void {
  const { around, candidates, symbols } = writing;
  const group = groupFor(network.id, 'virtualNetwork', writing);
  symbols.add('virtualNetwork');
  candidates.push({
    name: 'virtualNetworkAddressPrefixes',
    value: valueOr(network.addressPrefixes, []),
    limits: { minLength: 1 },
  });
  group.resources.push({
    comment: [around.say('write.newNetwork')],
    symbol: 'virtualNetwork',
    type: 'Microsoft.Network/virtualNetworks',
    apiVersion: networkCodeApiVersion,
    parent: null,
    name: templateParameter('virtualNetworkName'),
    location: templateParameter('location'),
    tags: null,
    identity: null,
    properties: templateObject({
      addressSpace: templateObject({ addressPrefixes: templateParameter('virtualNetworkAddressPrefixes') }),
      subnets: [
        templateObject({
          name: templateParameter('subnetName'),
          properties: templateObject(writtenSubnetProperties(change, writing)),
        }),
      ],
    }),
    // Nothing is in force before every rule of it is there.
    dependsOn: lastChildren(group.resources),
  });
}
