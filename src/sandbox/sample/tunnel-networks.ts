import type { Appliance } from '../nodes/appliances';
import type { World } from '../settings';
import {
  placeEmptyNatGateway,
  placeNatGateway,
  placeNetwork,
  placeRouteTable,
  placeSecurityGroup,
} from './place';
import { publicAddressRules } from './rule-sets';

const edgeAddress = '10.66.0.4';

/** Case 7: its rule for Batch holds the tag's id instead of its name, so Batch is dropped. */
export const edgeFirewall: Appliance = {
  name: 'fw-edge',
  address: edgeAddress,
  allows: [
    { protocol: 'Tcp', ports: [80, 443], tags: ['AzureActiveDirectory'] },
    { protocol: 'Tcp', ports: [443, 8787, 18881], tags: ['AzureMachineLearning'] },
    { protocol: 'Udp', ports: [5831], tags: ['AzureMachineLearning'] },
    { protocol: 'Tcp', ports: [443, 445], tags: ['Storage.WestEurope'] },
    {
      protocol: 'Tcp',
      ports: [443],
      tags: ['AzureResourceManager', 'MicrosoftContainerRegistry', 'AzureFrontDoor.FirstParty'],
    },
  ],
};

const toFirewall = {
  addressPrefix: '0.0.0.0/0',
  nextHopType: 'VirtualAppliance',
  nextHopIpAddress: edgeAddress,
};

/** A firewall of its own, which everything is sent to in one of three ways. */
export function placeTunnelNetwork(world: World): void {
  const group = 'rg-claims';
  placeNatGateway(world, { group, name: 'ng-claims' });
  placeSecurityGroup(world, { group, name: 'nsg-claims' }, publicAddressRules);
  // `udr-forced-tunnel-nat-option`: the NAT gateway is there, the default route goes past it.
  placeRouteTable(world, { group, name: 'rt-claims' }, { 'default-to-firewall': toFirewall });
  // Case 16: the page showed Batch only, and replies to Azure ML go to the firewall.
  placeRouteTable(
    world,
    { group, name: 'rt-claims-batch' },
    {
      'default-to-firewall': toFirewall,
      'batch-direct': { addressPrefix: 'BatchNodeManagement.WestEurope', nextHopType: 'Internet' },
    },
  );
  // Cases 14 and 16 as they should be: both services straight to the internet.
  placeRouteTable(
    world,
    { group, name: 'rt-claims-direct' },
    {
      'default-to-firewall': toFirewall,
      'batch-direct': { addressPrefix: 'BatchNodeManagement.WestEurope', nextHopType: 'Internet' },
      'azureml-direct': { addressPrefix: 'AzureMachineLearning', nextHopType: 'Internet' },
    },
  );
  const securityGroup = 'nsg-claims';
  placeNetwork(world, {
    group,
    name: 'vnet-claims-weu',
    prefix: '10.66.0.0/22',
    subnets: [
      { name: 'snet-firewall', prefix: '10.66.0.0/26', inUse: 1, defaultOutboundAccess: false },
      {
        name: 'snet-train-nat',
        prefix: '10.66.1.0/26',
        securityGroup,
        routeTable: 'rt-claims',
        natGateway: 'ng-claims',
        defaultOutboundAccess: false,
      },
      { name: 'snet-train-batch', prefix: '10.66.1.64/26', securityGroup, routeTable: 'rt-claims-batch' },
      { name: 'snet-train-direct', prefix: '10.66.1.128/26', securityGroup, routeTable: 'rt-claims-direct' },
    ],
  });
}

/** Cut off on purpose (case 9), and a NAT gateway that somebody forgot to give an address. */
export function placeQuarantineNetwork(world: World): void {
  const group = 'rg-quarantine';
  placeEmptyNatGateway(world, { group, name: 'ng-quarantine' });
  placeSecurityGroup(world, { group, name: 'nsg-quarantine' }, publicAddressRules);
  placeRouteTable(
    world,
    { group, name: 'rt-quarantine' },
    { 'nothing-leaves': { addressPrefix: '0.0.0.0/0', nextHopType: 'None' } },
  );
  const securityGroup = 'nsg-quarantine';
  placeNetwork(world, {
    group,
    name: 'vnet-quarantine-weu',
    prefix: '10.67.0.0/24',
    subnets: [
      { name: 'snet-train-cut', prefix: '10.67.0.0/26', securityGroup, routeTable: 'rt-quarantine' },
      {
        name: 'snet-train-no-address',
        prefix: '10.67.0.64/26',
        securityGroup,
        natGateway: 'ng-quarantine',
        defaultOutboundAccess: false,
      },
    ],
  });
}
