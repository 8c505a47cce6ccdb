import type { LearnedRoutes, World } from '../settings';
import { networkId, subnetId } from './names';
import { peeringTo } from './peering';
import { placeNatGateway, placeNetwork, placeSecurityGroup, type SampleSubnet } from './place';
import { placeNetworkCard } from './place-network-card';
import { currentRules } from './rule-sets';

const production = networkId('rg-network-prod', 'virtualNetworks', 'vnet-ml-prod-weu');
const productionPrefix = '10.40.0.0/21';
const fraud = { group: 'rg-fraud-spoke', name: 'vnet-spoke-fraud-weu', prefix: '10.68.0.0/22' };

/** The production network's side of the peering with the spoke. */
export const productionPeerings = [
  peeringTo(networkId(fraud.group, 'virtualNetworks', fraud.name), fraud.prefix),
];

/** A spoke that reaches the workspace's endpoint in the production network: `cluster-cross-region-connectivity`. */
export function placePeeredSpoke(world: World): void {
  const { group } = fraud;
  placeNatGateway(world, { group, name: 'ng-fraud-spoke' });
  placeSecurityGroup(world, { group, name: 'nsg-fraud-spoke' }, currentRules);
  placeNetwork(world, {
    ...fraud,
    subnets: [trainingSubnet('snet-train-spoke', '10.68.0.0/25', 'fraud-spoke')],
    peerings: [peeringTo(production, productionPrefix)],
  });
}

function trainingSubnet(name: string, prefix: string, parts: string): SampleSubnet {
  const [securityGroup, natGateway] = [`nsg-${parts}`, `ng-${parts}`];
  return { name, prefix, securityGroup, natGateway, defaultOutboundAccess: false };
}

/** What the branch's VPN gateway brings: the office, and no default route. */
export const branchRoutes: LearnedRoutes = {
  networkId: networkId('rg-branch', 'virtualNetworks', 'vnet-branch-weu'),
  prefixes: ['192.168.40.0/22', '172.20.0.0/16'],
  nextHopAddress: '10.70.0.4',
};

/**
 * A branch office: its VPN gateway may bring a default route that no table shows (`udr-bgp-default-route`), and the
 * other side has not agreed to its peering, so the workspace's endpoint is not in reach. In one of its subnets a machine
 * stands, whose network card tells what the gateway really brings.
 */
export function placeBranchNetwork(world: World): void {
  const group = 'rg-branch';
  placeSecurityGroup(world, { group, name: 'nsg-branch' }, currentRules);
  placeNatGateway(world, { group, name: 'ng-branch' });
  placeNetwork(world, {
    group,
    name: 'vnet-branch-weu',
    prefix: '10.70.0.0/22',
    subnets: [
      { name: 'GatewaySubnet', prefix: '10.70.0.0/27', inUse: 2 },
      trainingSubnet('snet-train-branch', '10.70.1.0/26', 'branch'),
      trainingSubnet('snet-train-probed', '10.70.1.64/26', 'branch'),
    ],
    peerings: [
      peeringTo(production, productionPrefix, {
        peeringState: 'Initiated',
        peeringSyncLevel: 'RemoteNotInSync',
      }),
    ],
  });
  placeNetworkCard(world, {
    id: networkId(group, 'networkInterfaces', 'nic-vm-branch-probe'),
    subnet: subnetId(group, 'vnet-branch-weu', 'snet-train-probed'),
    publicAddress: null,
    group: null,
  });
}
