import type { World } from '../settings';
import { productionPeerings } from './peered-networks';
import { placeEndpoint } from './place-endpoint';
import { placeNatGateway, placeNetwork, placeSecurityGroup, type SampleSubnet } from './place';
import { beforeNewerRules, currentRules } from './rule-sets';
import { workspaceId } from './names';

const group = 'rg-network-prod';
const natGateway = 'ng-ml-weu';

const subnets: readonly SampleSubnet[] = [
  { name: 'GatewaySubnet', prefix: '10.40.0.0/27' },
  {
    name: 'snet-batch-legacy',
    prefix: '10.40.1.64/27',
    securityGroup: 'nsg-batch',
    natGateway,
    inUse: 27,
    defaultOutboundAccess: false,
  },
  {
    name: 'snet-dbx-private',
    prefix: '10.40.2.0/25',
    securityGroup: 'nsg-dbx',
    natGateway,
    inUse: 27,
    delegation: 'Microsoft.Databricks/workspaces',
    defaultOutboundAccess: false,
  },
  {
    name: 'snet-train-gpu',
    prefix: '10.40.3.0/26',
    securityGroup: 'nsg-train-gpu',
    natGateway,
    inUse: 7,
    defaultOutboundAccess: false,
  },
  {
    name: 'snet-training',
    prefix: '10.40.4.0/26',
    securityGroup: 'nsg-training',
    natGateway,
    inUse: 12,
    defaultOutboundAccess: false,
  },
  {
    name: 'snet-scoring',
    prefix: '10.40.5.0/26',
    securityGroup: 'nsg-training',
    natGateway,
    inUse: 19,
    defaultOutboundAccess: false,
  },
  {
    name: 'snet-sandbox',
    prefix: '10.40.6.0/27',
    securityGroup: 'nsg-sandbox',
    defaultOutboundAccess: false,
  },
  { name: 'snet-privatelink', prefix: '10.40.7.0/28', defaultOutboundAccess: false },
];

/** The network of the platform team: one subnet ready, the others each with their own trouble. */
export function placeProductionNetwork(world: World): void {
  placeNatGateway(world, { group, name: natGateway });
  placeSecurityGroup(world, { group, name: 'nsg-train-gpu' }, currentRules);
  placeSecurityGroup(world, { group, name: 'nsg-training' }, beforeNewerRules);
  placeSecurityGroup(world, { group, name: 'nsg-sandbox' }, currentRules);
  placeSecurityGroup(world, { group, name: 'nsg-batch' }, currentRules);
  placeSecurityGroup(world, { group, name: 'nsg-dbx' }, []);
  placeNetwork(world, {
    group,
    name: 'vnet-ml-prod-weu',
    prefix: '10.40.0.0/21',
    subnets,
    peerings: productionPeerings,
  });
  placeFraudEndpoint(world);
}

function placeFraudEndpoint(world: World): void {
  placeEndpoint(world, {
    group: 'rg-ml-prod',
    name: 'pe-mlw-fraud-prod',
    network: 'vnet-ml-prod-weu',
    networkGroup: group,
    subnet: 'snet-privatelink',
    targetId: workspaceId('rg-ml-prod', 'mlw-fraud-prod'),
    groupIds: ['amlworkspace'],
    fqdns: [
      'a4c1d7e2.workspace.westeurope.api.azureml.ms',
      'a4c1d7e2.workspace.westeurope.cert.api.azureml.ms',
      'ml-mlw-fraud-prod-westeurope-a4c1d7e2.westeurope.notebooks.azure.net',
    ],
  });
}
