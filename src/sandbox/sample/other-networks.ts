import type { World } from '../settings';
import { connectivity, northEurope } from './names';
import { peeringTo } from './peering';
import {
  allowIn,
  allowOut,
  denyAllOut,
  placeNatGateway,
  placeNetwork,
  placeRouteTable,
  placeSecurityGroup,
} from './place';
import { currentRules, december2020Rules, publicAddressRules, wrongSourceRules } from './rule-sets';

export function placeDevelopmentNetwork(world: World): void {
  const group = 'rg-network-dev';
  placeNatGateway(world, { group, name: 'ng-ml-dev-weu' });
  placeSecurityGroup(world, { group, name: 'nsg-dev-train' }, wrongSourceRules);
  placeSecurityGroup(world, { group, name: 'nsg-dev-machines' }, [
    allowIn(100, 'Allow-AzureML-SSH', ['Tcp', '22', 'AzureMachineLearning']),
  ]);
  placeNetwork(world, {
    group,
    name: 'vnet-ml-dev-weu',
    prefix: '10.30.0.0/20',
    subnets: [
      {
        name: 'snet-dev-open',
        prefix: '10.30.1.0/24',
        natGateway: 'ng-ml-dev-weu',
        inUse: 3,
        defaultOutboundAccess: false,
      },
      { name: 'snet-dev-train', prefix: '10.30.2.0/24', securityGroup: 'nsg-dev-train', inUse: 2 },
      {
        name: 'snet-dev-aci',
        prefix: '10.30.3.0/26',
        delegation: 'Microsoft.ContainerInstance/containerGroups',
        inUse: 1,
      },
      { name: 'snet-dev-tools', prefix: '10.30.4.0/26', inUse: 9 },
      { name: 'snet-dev-machines', prefix: '10.30.5.0/26', securityGroup: 'nsg-dev-machines' },
    ],
  });
}

/** All traffic of the spoke goes to the hub's firewall, which its users cannot read. */
export function placeSpokeNetwork(world: World): void {
  const group = 'rg-risk-platform';
  const hub = `/subscriptions/${connectivity.id}/resourceGroups/rg-hub/providers/Microsoft.Network/virtualNetworks/vnet-hub-weu`;
  placeSecurityGroup(world, { group, name: 'nsg-train-hub' }, publicAddressRules);
  placeRouteTable(
    world,
    { group, name: 'rt-hub' },
    {
      'default-to-hub': {
        addressPrefix: '0.0.0.0/0',
        nextHopType: 'VirtualAppliance',
        nextHopIpAddress: '10.0.1.4',
      },
      'hub-and-spokes': {
        addressPrefix: '10.0.0.0/8',
        nextHopType: 'VirtualAppliance',
        nextHopIpAddress: '10.0.1.4',
      },
    },
  );
  placeNetwork(world, {
    group,
    name: 'vnet-spoke-risk-weu',
    prefix: '10.44.0.0/22',
    subnets: [
      {
        name: 'snet-app',
        prefix: '10.44.0.0/24',
        routeTable: 'rt-hub',
        inUse: 22,
        defaultOutboundAccess: false,
      },
      {
        name: 'snet-train-hub',
        prefix: '10.44.1.0/26',
        securityGroup: 'nsg-train-hub',
        routeTable: 'rt-hub',
        inUse: 12,
      },
      {
        name: 'snet-reports',
        prefix: '10.44.2.0/27',
        routeTable: 'rt-hub',
        inUse: 4,
        defaultOutboundAccess: false,
      },
    ],
    peerings: [{ ...peeringTo(hub, '10.0.0.0/16'), name: 'peer-hub' }],
  });
}

/** Networks that do not fit a plan in West Europe, and the one written from an old article. */
export function placeUnfitNetworks(world: World): void {
  placeSecurityGroup(world, { group: 'rg-network-prod', name: 'nsg-ml-neu', location: northEurope.name }, [
    allowOut(100, 'Allow-Internet-443', ['Tcp', '443', 'Internet']),
    { ...denyAllOut, to: 'Internet' },
  ]);
  placeNetwork(world, {
    group: 'rg-network-prod',
    name: 'vnet-ml-prod-neu',
    location: northEurope.name,
    prefix: '10.60.0.0/20',
    subnets: [
      { name: 'snet-train', prefix: '10.60.1.0/24', securityGroup: 'nsg-ml-neu' },
      { name: 'snet-data', prefix: '10.60.2.0/24', inUse: 5 },
    ],
  });
  placeNetwork(world, {
    group: 'rg-lab',
    name: 'vnet-lab-docker',
    prefix: '172.17.0.0/16',
    subnets: [
      { name: 'snet-lab', prefix: '172.17.1.0/24', inUse: 6 },
      { name: 'snet-lab-gpu', prefix: '172.17.2.0/26' },
    ],
  });
  placeSecurityGroup(world, { group: 'rg-legacy', name: 'nsg-ml-2020' }, december2020Rules);
  placeNetwork(world, {
    group: 'rg-legacy',
    name: 'vnet-ml-2020-weu',
    prefix: '10.48.0.0/24',
    subnets: [{ name: 'snet-train-2020', prefix: '10.48.0.0/26', securityGroup: 'nsg-ml-2020', inUse: 3 }],
  });
}

/** Its security group belongs to another team and cannot be read. */
export function placePartnerNetwork(world: World): void {
  placeSecurityGroup(world, { group: 'rg-security-core', name: 'nsg-partner' }, currentRules);
  placeNetwork(world, {
    group: 'rg-partner',
    partsGroup: 'rg-security-core',
    name: 'vnet-partner-weu',
    prefix: '10.52.0.0/24',
    subnets: [{ name: 'snet-partner-train', prefix: '10.52.0.0/26', securityGroup: 'nsg-partner', inUse: 4 }],
  });
}
