import type { World } from '../settings';
import {
  allowIn,
  allowOut,
  denyAllOut,
  placeNatGateway,
  placeNetwork,
  placeRouteTable,
  placeSecurityGroup,
  type SampleRule,
} from './place';
import { currentRules, publicAddressRules } from './rule-sets';

/** What published quickstarts still bring: Batch's old inbound ports, and for its replies a route. */
const quickstartRules: readonly SampleRule[] = [
  allowIn(100, 'BatchNodeManagement', ['Tcp', '29876-29877', 'BatchNodeManagement']),
  allowIn(110, 'AzureMachineLearning', ['Tcp', '44224', 'AzureMachineLearning']),
];

/** Case 3: 443 alone to Azure ML, so that completion in notebooks and RStudio do not work. */
const withoutNotebookPorts: readonly SampleRule[] = publicAddressRules.map((rule) =>
  rule.name === 'Allow-AzureML' ? { ...rule, ports: ['443'] } : rule,
);

export function placeQuickstartNetwork(world: World): void {
  const group = 'rg-churn';
  placeSecurityGroup(world, { group, name: 'nsg-churn' }, quickstartRules);
  placeSecurityGroup(world, { group, name: 'nsg-churn-notebooks' }, withoutNotebookPorts);
  placeRouteTable(
    world,
    { group, name: 'rt-churn' },
    { batch: { addressPrefix: 'BatchNodeManagement', nextHopType: 'Internet' } },
  );
  placeNetwork(world, {
    group,
    name: 'vnet-churn-weu',
    prefix: '10.62.0.0/22',
    subnets: [
      {
        name: 'snet-train-churn',
        prefix: '10.62.0.0/25',
        securityGroup: 'nsg-churn',
        inUse: 4,
      },
      {
        name: 'snet-train-batch-route',
        prefix: '10.62.0.128/25',
        securityGroup: 'nsg-churn',
        routeTable: 'rt-churn',
      },
      {
        name: 'snet-notebooks',
        prefix: '10.62.1.0/26',
        securityGroup: 'nsg-churn-notebooks',
        inUse: 6,
      },
    ],
  });
}

/** A template of another region, copied: the tags of Storage and Batch name North Europe. */
const rulesOfAnotherRegion: readonly SampleRule[] = currentRules.map((rule) => ({
  ...rule,
  to: rule.to.replace('.WestEurope', '.NorthEurope'),
}));

/** Case 2 and `service-tag-region-selection`: rules that look complete and name the wrong region. */
export function placeCopiedNetwork(world: World): void {
  const group = 'rg-forecast';
  placeNatGateway(world, { group, name: 'ng-forecast' });
  placeSecurityGroup(world, { group, name: 'nsg-forecast' }, rulesOfAnotherRegion);
  placeNetwork(world, {
    group,
    name: 'vnet-forecast-weu',
    prefix: '10.63.0.0/22',
    subnets: [
      {
        name: 'snet-train-forecast',
        prefix: '10.63.0.0/25',
        securityGroup: 'nsg-forecast',
        natGateway: 'ng-forecast',
        defaultOutboundAccess: false,
      },
    ],
  });
}

/** Case 26: room for three more machines, where a cluster of four is asked for; and a subnet too small for any. */
export function placeSmallNetwork(world: World): void {
  const group = 'rg-pricing';
  placeSecurityGroup(world, { group, name: 'nsg-pricing' }, [
    ...publicAddressRules.filter(({ name }) => name !== denyAllOut.name),
    allowOut(300, 'Allow-Registry', ['Tcp', '443', 'AzureContainerRegistry.WestEurope']),
    allowOut(310, 'Allow-Monitor', ['Tcp', '443', 'AzureMonitor']),
    denyAllOut,
  ]);
  placeNetwork(world, {
    group,
    name: 'vnet-pricing-weu',
    prefix: '10.65.0.0/24',
    subnets: [
      { name: 'snet-train-pricing', prefix: '10.65.0.0/28', securityGroup: 'nsg-pricing', inUse: 8 },
      { name: 'snet-train-tiny', prefix: '10.65.0.16/29', securityGroup: 'nsg-pricing' },
    ],
  });
}
