import type { VirtualNetwork } from '../../core/network/model';
import { valueOr } from '../../core/known';
import type { WrittenSubnet } from './fix-entries';
import { lastChildren, writtenSubnetProperties } from './subnet-resource';
import { templateObject, templateParameter } from './template';
import { groupFor, networkCodeApiVersion, type Writing } from './writing';

/**
 * Writes a new virtual network with its subnet inside.
 * Policies that refuse a subnet without an NSG check each request. Therefore, the NSG and the NAT gateway are in the
 * request that creates the subnet.
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
    // An NSG or route table is attached only after all of its entries exist.
    dependsOn: lastChildren(group.resources),
  });
}
