import { sampleSubnetId, targetId, sampleWorkspaceId } from '../../src/sandbox/sample/names';

/**
 * One real situation of the sample: its location, the published case or requirement that it shows, and a description.
 */
interface SampleSituation {
  readonly id: string;
  /** `case 6` of the project's collection of real failures, or a requirement id. */
  readonly shows: string;
  readonly situation: string;
}

type Place = readonly [group: string, network: string, subnet: string];

function at(place: Place, shows: string, situation: string): SampleSituation {
  return { id: sampleSubnetId(...place), shows, situation };
}

const churn = (name: string): Place => ['rg-churn', 'vnet-churn-weu', name];
const pricing = (name: string): Place => ['rg-pricing', 'vnet-pricing-weu', name];
const segmented = (name: string): Place => ['rg-segmented', 'vnet-segmented-weu', name];
const claims = (name: string): Place => ['rg-claims', 'vnet-claims-weu', name];
const quarantine = (name: string): Place => ['rg-quarantine', 'vnet-quarantine-weu', name];
const regulated = (name: string): Place => ['rg-regulated', 'vnet-regulated-weu', name];
const orders = (name: string): Place => ['rg-orders', 'vnet-spoke-orders-weu', name];
const databricks = (name: string): Place => ['rg-databricks', 'vnet-databricks-weu', name];

/** Situations in the networks of `further-networks.ts` and `insurance.ts`. */
const furtherSituations: readonly SampleSituation[] = [
  at(
    ['rg-underwriting', 'vnet-underwriting-weu', 'snet-train-cover'],
    'dns-zones-linked',
    'For mlw-underwriting: a zone that is not linked, storage without keys and without an endpoint for files, a vault that names another subnet, a Basic registry',
  ),
  at(
    ['rg-actuary', 'vnet-actuary-weu', 'snet-train-rates'],
    'keyvault-network',
    'For mlw-actuary: an enforced perimeter closes the vault; names by a server in a peered network',
  ),
  at(
    churn('snet-train-churn'),
    'inbound-batch-29876-29877',
    'A quickstart\u2019s rules: the old Batch ports, 29876-29877, are still open',
  ),
  at(
    churn('snet-train-batch-route'),
    'udr-forced-tunnel-batch',
    'And its route for Batch: whether what a tag routes is still Internet is not documented',
  ),
  at(churn('snet-notebooks'), 'case 3', '443 alone to Azure ML: no 8787, no 18881'),
  at(
    ['rg-forecast', 'vnet-forecast-weu', 'snet-train-forecast'],
    'case 2',
    'Rules copied from another region: Storage and Batch of North Europe',
  ),
  at(pricing('snet-train-pricing'), 'case 26', '/28 with three addresses free'),
  at(pricing('snet-train-tiny'), 'subnet-minimum-prefix', '/29: three addresses in all'),
  at(segmented('snet-train-closed'), 'case 5', 'Deny-all inbound: nodes cannot speak to each other'),
  at(segmented('snet-train-control'), 'case 12', 'Its group refuses 44224 that Azure ML\u2019s own lets in'),
  at(
    segmented('snet-train-members'),
    'inbound-aml-44224',
    '44224 open to members of an application security group, which nodes cannot be',
  ),
  at(segmented('AzureBastionSubnet'), 'subnet-reserved-name', 'Reserved name, in use'),
  at(
    claims('snet-train-nat'),
    'udr-forced-tunnel-nat-option',
    'NAT gateway, but the default route goes to a firewall, which drops Batch (case 7)',
  ),
  at(claims('snet-train-batch'), 'case 16', 'Forced tunnel with the route for Batch only'),
  at(claims('snet-train-direct'), 'udr-forced-tunnel-aml', 'Forced tunnel with both routes past it'),
  at(quarantine('snet-train-cut'), 'case 9', 'Default route with next hop None'),
  at(quarantine('snet-train-no-address'), 'nat-gateway-compat', 'NAT gateway without a public address'),
  at(
    ['rg-fraud-spoke', 'vnet-spoke-fraud-weu', 'snet-train-spoke'],
    'cluster-cross-region-connectivity',
    'Reaches the workspace\u2019s private endpoint through a peering',
  ),
  at(
    ['rg-branch', 'vnet-branch-weu', 'snet-train-branch'],
    'udr-bgp-default-route',
    'VPN gateway that may bring routes; peering that the other side has not agreed to',
  ),
  at(
    ['rg-branch', 'vnet-branch-weu', 'snet-train-probed'],
    'udr-bgp-default-route',
    'Effective routes of a network interface (NIC): no default route from the gateway',
  ),
  at(
    regulated('snet-train-regulated'),
    'outbound-storage-445',
    'A network manager denies SMB, whatever the group allows, and lets sign-in pass whatever it denies',
  ),
  at(
    regulated('snet-train-routed'),
    'exfil-service-endpoint-policy',
    'The same manager made its route table; a policy of its service endpoint leaves out Azure ML\u2019s own storage',
  ),
  at(
    ['rg-hub-shared', 'vnet-hub-shared-weu', 'AzureFirewallSubnet'],
    'subnet-reserved-name',
    'Reserved name; the firewall that spokes send everything to',
  ),
  at(
    orders('snet-train-orders'),
    'azure-firewall',
    'All traffic to the hub\u2019s firewall, which may be read: its policy lets the subnet\u2019s IP group out',
  ),
  at(
    orders('snet-train-orders-new'),
    'azure-firewall',
    'Behind the same firewall, and not yet in the IP group: all but sign-in and Resource Manager is dropped',
  ),
  at(
    ['rg-loyalty', 'vnet-spoke-loyalty-weu', 'snet-train-loyalty'],
    'azure-firewall',
    'No route of its own: routing intent of a Virtual WAN hub sends all traffic to the firewall in it, which leaves out Batch',
  ),
  at(databricks('snet-dbx-host'), 'subnet-not-shared-with-databricks', 'One of Databricks\u2019 pair'),
  at(
    databricks('snet-train-beside'),
    'case 22',
    'Left for Azure ML beside Databricks\u2019 pair; shares its group',
  ),
  at(databricks('snet-dbx-scoring-host'), 'dbx-nsg-rules', 'A deny above the rules that Databricks owns'),
  at(databricks('snet-hdi-spark'), 'inbound-ssh-22-attached', 'HDInsight, open to SSH of Azure ML'),
];

const machine = (name: string): string =>
  targetId('rg-network-dev', 'Microsoft.Compute/virtualMachines', name);
const workspace = (name: string): string =>
  targetId('rg-databricks', 'Microsoft.Databricks/workspaces', name);
const cluster = (name: string): string => targetId('rg-databricks', 'Microsoft.HDInsight/clusters', name);

/** Situations of compute resources that can be attached. */
const targetSituations: readonly SampleSituation[] = [
  {
    id: workspace('adb-features-weu'),
    shows: 'dbx-two-delegated-subnets',
    situation: 'Its pair of subnets, and a subnet named default beside it; attached to mlw-risk-dev',
  },
  {
    id: workspace('adb-scoring-weu'),
    shows: 'dbx-nsg-rules',
    situation: 'Its group closes the Internet above',
  },
  { id: workspace('adb-trial-weu'), shows: 'dbx-secure-cluster-connectivity', situation: 'In no network' },
  {
    id: machine('vm-dsvm-risk'),
    shows: 'inbound-ssh-22-attached',
    situation: 'Ubuntu, SSH open at the NIC and at the subnet; attached to mlw-risk-dev',
  },
  {
    id: machine('vm-dsvm-churn'),
    shows: 'inbound-ssh-22-attached',
    situation: 'The NSG of its NIC blocks Azure ML',
  },
  { id: machine('vm-reports-win'), shows: 'vm-ubuntu-only', situation: 'Windows, no public address' },
  { id: cluster('hdi-fraud-spark'), shows: 'inbound-hdinsight-443', situation: 'Spark, with fitting rules' },
  { id: cluster('hdi-payments'), shows: 'hdi-public-ip-required', situation: 'Kafka behind private link' },
];

const production = (name: string): string => sampleSubnetId('rg-network-prod', 'vnet-ml-prod-weu', name);

/** Every situation that the sample shows. */
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
    id: sampleSubnetId('rg-network-dev', 'vnet-ml-dev-weu', 'snet-dev-open'),
    shows: 'outbound-default-open',
    situation: 'No group, NAT gateway: everything allowed',
  },
  {
    id: sampleSubnetId('rg-network-dev', 'vnet-ml-dev-weu', 'snet-dev-train'),
    shows: 'case 6',
    situation: '44224 open from BatchNodeManagement instead of AzureMachineLearning',
  },
  {
    id: sampleSubnetId('rg-network-dev', 'vnet-ml-dev-weu', 'snet-dev-aci'),
    shows: 'case 25',
    situation: 'Given to container instances',
  },
  {
    id: sampleSubnetId('rg-risk-platform', 'vnet-spoke-risk-weu', 'snet-train-hub'),
    shows: 'case 14',
    situation:
      'All traffic to the hub firewall 10.0.1.4, no route past it for Azure ML; its group names the tags',
  },
  {
    id: sampleSubnetId('rg-network-prod', 'vnet-ml-prod-neu', 'snet-train'),
    shows: 'vnet-same-region-instance',
    situation: 'North Europe',
  },
  {
    id: sampleSubnetId('rg-lab', 'vnet-lab-docker', 'snet-lab'),
    shows: 'vnet-docker-bridge-overlap',
    situation: '172.17.0.0/16; a policy on its group forbids public IPs (policy-forbids-network-resources)',
  },
  {
    id: sampleSubnetId('rg-legacy', 'vnet-ml-2020-weu', 'snet-train-2020'),
    shows: 'case 8',
    situation: 'Rules of the article of December 2020; its group is locked against deletion (case 30)',
  },
  {
    id: sampleSubnetId('rg-partner', 'vnet-partner-weu', 'snet-partner-train'),
    shows: 'rbac-network-read',
    situation: 'Its security group cannot be read',
  },
  {
    id: sampleWorkspaceId('rg-ml-risk', 'mlw-risk-prod'),
    shows: 'case 51',
    situation: 'Managed network, only approved outbound',
  },
  {
    id: sampleWorkspaceId('rg-ml-dev', 'mlw-risk-dev'),
    shows: 'npip-requires-private-endpoint',
    situation: 'Public workspace without a private endpoint',
  },
  ...furtherSituations,
  ...targetSituations,
];
