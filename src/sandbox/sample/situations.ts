import { furtherSituations, targetSituations } from './further-situations';
import { subnetId, workspaceId } from './names';
import type { SampleSituation } from './situation';

const production = (name: string): string => subnetId('rg-network-prod', 'vnet-ml-prod-weu', name);

export const situations: readonly SampleSituation[] = [
  {
    id: production('snet-train-gpu'),
    shows: 'healthy',
    situation: 'NAT gateway, private endpoint of the workspace, a rule of its own for every requirement',
  },
  {
    id: production('snet-training'),
    shows: 'case 1',
    situation:
      'Deny-all outbound written before January 2023: no UDP 5831, no Batch, no 445; its group also serves snet-scoring',
  },
  { id: production('snet-scoring'), shows: 'case 4', situation: 'Shares nsg-training' },
  { id: production('snet-sandbox'), shows: 'case 18', situation: 'Private subnet without a way out' },
  { id: production('snet-dbx-private'), shows: 'case 24', situation: 'Given to Databricks' },
  { id: production('snet-batch-legacy'), shows: 'case 26', situation: 'Full' },
  {
    id: production('GatewaySubnet'),
    shows: 'subnet-reserved-name',
    situation: 'Reserved name; no gateway in it',
  },
  {
    id: production('snet-privatelink'),
    shows: 'npip-requires-private-endpoint',
    situation: 'Holds the private endpoint of mlw-fraud-prod',
  },
  {
    id: subnetId('rg-network-dev', 'vnet-ml-dev-weu', 'snet-dev-open'),
    shows: 'outbound-default-open',
    situation: 'No group, NAT gateway: everything allowed',
  },
  {
    id: subnetId('rg-network-dev', 'vnet-ml-dev-weu', 'snet-dev-train'),
    shows: 'case 6',
    situation: '44224 open from BatchNodeManagement instead of AzureMachineLearning',
  },
  {
    id: subnetId('rg-network-dev', 'vnet-ml-dev-weu', 'snet-dev-aci'),
    shows: 'case 25',
    situation: 'Given to container instances',
  },
  {
    id: subnetId('rg-risk-platform', 'vnet-spoke-risk-weu', 'snet-train-hub'),
    shows: 'case 14',
    situation:
      'All traffic to the hub firewall 10.0.1.4, no route past it for Azure ML; its group names the tags',
  },
  {
    id: subnetId('rg-network-prod', 'vnet-ml-prod-neu', 'snet-train'),
    shows: 'vnet-same-region-instance',
    situation: 'North Europe',
  },
  {
    id: subnetId('rg-lab', 'vnet-lab-docker', 'snet-lab'),
    shows: 'vnet-docker-bridge-overlap',
    situation: '172.17.0.0/16; a policy on its group forbids public IPs (policy-forbids-network-resources)',
  },
  {
    id: subnetId('rg-legacy', 'vnet-ml-2020-weu', 'snet-train-2020'),
    shows: 'case 8',
    situation: 'Rules of the article of December 2020; its group is locked against deletion (case 30)',
  },
  {
    id: subnetId('rg-partner', 'vnet-partner-weu', 'snet-partner-train'),
    shows: 'rbac-network-read',
    situation: 'Its security group cannot be read',
  },
  {
    id: workspaceId('rg-ml-risk', 'mlw-risk-prod'),
    shows: 'case 51',
    situation: 'Managed network, only approved outbound',
  },
  {
    id: workspaceId('rg-ml-dev', 'mlw-risk-dev'),
    shows: 'npip-requires-private-endpoint',
    situation: 'Public workspace without a private endpoint',
  },
  ...furtherSituations,
  ...targetSituations,
];
