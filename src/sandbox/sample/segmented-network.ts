import type { World } from '../settings';
import {
  allowIn,
  denyAllIn,
  placeNatGateway,
  placeNetwork,
  placeSecurityGroup,
  type SampleRule,
} from './place';
import { currentRules, publicAddressRules } from './rule-sets';

const group = 'rg-segmented';

/** Case 5: nothing may come in but what is named, so that the nodes of a cluster cannot speak to each other. */
const closedInside: readonly SampleRule[] = [...publicAddressRules, denyAllIn];

/** Case 12: the subnet's group refuses what the group that Azure ML makes lets in. */
const closedToService: readonly SampleRule[] = [
  { ...denyAllIn, name: 'Deny-Internet-In', priority: 200, from: 'Internet' },
  allowIn(300, 'Allow-AzureML-44224', ['Tcp', '44224', 'AzureMachineLearning']),
  ...currentRules,
];

/** Azure ML's nodes cannot be members of an application security group: the opening means none of them. */
const openToMembersOnly: readonly SampleRule[] = [
  {
    ...allowIn(100, 'Allow-AzureML-Workers', ['Tcp', '44224', 'AzureMachineLearning']),
    toMembersOf: 'asg-ml-workers',
  },
  ...currentRules,
];

/** A network of small segments, each with its own group: what is allowed is named, the rest is denied. */
export function placeSegmentedNetwork(world: World): void {
  placeNatGateway(world, { group, name: 'ng-segmented' });
  placeSecurityGroup(world, { group, name: 'nsg-train-closed' }, closedInside);
  placeSecurityGroup(world, { group, name: 'nsg-train-control' }, closedToService);
  placeSecurityGroup(world, { group, name: 'nsg-train-members' }, openToMembersOnly);
  const natGateway = 'ng-segmented';
  const defaultOutboundAccess = false;
  const place = { natGateway, defaultOutboundAccess };
  placeNetwork(world, {
    group,
    name: 'vnet-segmented-weu',
    prefix: '10.64.0.0/22',
    subnets: [
      { name: 'snet-train-closed', prefix: '10.64.0.0/26', securityGroup: 'nsg-train-closed', ...place },
      { name: 'snet-train-control', prefix: '10.64.0.64/26', securityGroup: 'nsg-train-control', ...place },
      { name: 'snet-train-members', prefix: '10.64.0.128/26', securityGroup: 'nsg-train-members', ...place },
      {
        name: 'AzureBastionSubnet',
        prefix: '10.64.1.0/26',
        inUse: 2,
      },
    ],
  });
}
