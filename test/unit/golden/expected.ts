import type { Cloud } from '../../../src/core/network/model';
import type { Profile } from '../../../src/core/plan';

/** A network of test/fixtures/golden, and the results that an expert of Microsoft's pages would expect. */
export interface GoldenNetwork {
  /** Name of its file. */
  readonly file: string;
  /** The defaults are `public` and `current`. */
  readonly cloud?: Cloud;
  readonly profile?: Profile;
  /** Null if compute resources are in a managed virtual network. */
  readonly subnet: string | null;
  readonly kind: 'cluster' | 'instance' | 'serverless';
  readonly publicIp: boolean;
  /** All failed results with the severity error. */
  readonly errors: readonly string[];
  /** All unknown results with the severity error, without DNS names (`dns-…`) and permissions. */
  readonly unknown: readonly string[];
  /** Results with a lower severity that must be reported. */
  readonly warnings?: readonly string[];
  /** Results that differ with Azure in addition to the files: every peering of a network is known there. */
  readonly deployed?: Pick<GoldenNetwork, 'errors' | 'unknown'>;
  /**
   * Results that differ because exports of networks and workspaces don't contain everything: policies, and that no
   * private endpoint exists.
   */
  readonly exported?: Pick<GoldenNetwork, 'errors' | 'unknown'>;
  readonly why: string;
  readonly source: string;
}

const learn = 'https://learn.microsoft.com/azure';
const flows = `${learn}/machine-learning/how-to-access-azureml-behind-firewall`;
const training = `${learn}/machine-learning/how-to-secure-training-vnet`;
const endpoints = `${learn}/machine-learning/how-to-configure-private-link`;
const dns = `${learn}/machine-learning/how-to-custom-dns`;
const managed = `${learn}/machine-learning/how-to-managed-network`;
const routing = `${learn}/virtual-network/virtual-networks-udr-overview`;
const defaultOutbound = `${learn}/virtual-network/ip-services/default-outbound-access`;
const managers = `${learn}/virtual-network-manager/concept-security-admins`;
const ipv6 = `${learn}/virtual-network/ip-services/ipv6-overview`;

/** Flows to the internet without which compute resources don't work. */
const internet = [
  'outbound-aml-443',
  'outbound-aml-udp-5831',
  'outbound-arm-443',
  'outbound-batch-443',
  'outbound-entra-80-443',
  'outbound-frontdoor-firstparty-443',
  'outbound-mcr-443',
  'outbound-storage-443',
];
const internetWithoutStorage = internet.filter((id) => id !== 'outbound-storage-443');

const privateCluster = { kind: 'cluster', publicIp: false } as const;
const publicCluster = { kind: 'cluster', publicIp: true } as const;
const inSpoke = { subnet: 'snet-aml' } as const;
const fine = { errors: [], unknown: [] } as const;

export const goldenNetworks: readonly GoldenNetwork[] = [
  {
    ...{ file: 'hub-firewall-tag-routes', ...inSpoke, ...publicCluster, ...fine },
    why: 'the firewall has the complete list, and replies to Azure Machine Learning leave directly by the tag route',
    source: flows,
  },
  {
    ...{ file: 'hub-firewall-no-tag-routes', ...inSpoke, ...publicCluster },
    errors: ['inbound-aml-44224'],
    unknown: [],
    why: 'replies to port 44224 leave through the firewall',
    source: flows,
  },
  {
    ...{ file: 'hub-firewall-policy-complete', ...inSpoke, ...privateCluster, ...fine },
    why: 'the policy has the complete list for the subnet',
    source: flows,
  },
  {
    ...{ file: 'hub-firewall-policy-without-batch', ...inSpoke, ...privateCluster },
    errors: ['outbound-aml-udp-5831', 'outbound-batch-443'],
    unknown: [],
    why: 'the policy has neither Batch nor UDP 5831',
    source: flows,
  },
  {
    ...{ file: 'hub-firewall-host-rules-only', ...inSpoke, ...privateCluster },
    errors: ['outbound-aml-udp-5831'],
    unknown: [],
    warnings: ['outbound-entra-80-443'],
    why: 'application rules for HTTPS allow neither UDP 5831 nor port 80',
    source: flows,
  },
  {
    ...{ file: 'nva-without-public-ip', ...inSpoke, ...privateCluster },
    errors: [],
    unknown: internet,
    why: 'the rules of the appliance can’t be read',
    source: routing,
  },
  {
    ...{ file: 'nva-with-public-ip', ...inSpoke, ...publicCluster },
    errors: ['inbound-aml-44224'],
    unknown: internet,
    why: 'replies to port 44224 leave through the appliance, and the rest depends on it',
    source: flows,
  },
  {
    ...{ file: 'nva-with-storage-endpoint', ...inSpoke, ...privateCluster },
    errors: [],
    unknown: internetWithoutStorage,
    why: 'the service endpoint takes storage past the appliance',
    source: `${learn}/virtual-network/virtual-network-service-endpoints-overview`,
  },
  {
    ...{ file: 'article-2020-open-outbound', subnet: 'training', ...publicCluster, ...fine },
    why: 'port 44224 is open from Azure Machine Learning, and nothing limits what leaves',
    source: training,
  },
  {
    ...{ file: 'article-2020-limited-outbound', subnet: 'training', ...publicCluster },
    errors: [
      'outbound-aml-udp-5831',
      'outbound-batch-443',
      'outbound-frontdoor-firstparty-443',
      'outbound-mcr-443',
    ],
    unknown: [],
    warnings: ['outbound-entra-80-443'],
    why: 'the list of December 2020 has no UDP 5831, Batch, images of Microsoft, and port 80 of sign-in',
    source: flows,
  },
  {
    ...{ file: 'article-2020-as-then', subnet: 'training', ...publicCluster, ...fine },
    profile: '2020-12',
    why: 'the list of December 2020 is complete by the requirements of December 2020',
    source: training,
  },
  {
    ...{ file: 'landing-zone-complete', subnet: 'snet-ml', ...privateCluster, ...fine },
    why: 'the complete list, a NAT gateway, and a private endpoint with its zones',
    source: flows,
  },
  {
    ...{ file: 'landing-zone-without-images', subnet: 'snet-ml', ...privateCluster },
    errors: ['outbound-frontdoor-firstparty-443', 'outbound-mcr-443'],
    unknown: [],
    why: 'images of Microsoft need its registry and Front Door',
    source: flows,
  },
  {
    ...{ file: 'endpoint-in-hub', ...inSpoke, ...privateCluster, ...fine },
    why: 'the endpoint is in a peered network, and the zones are linked to both',
    source: endpoints,
  },
  {
    ...{ file: 'endpoint-in-hub-zone-not-linked', ...inSpoke, ...privateCluster },
    errors: ['dns-zones-linked'],
    unknown: [],
    why: 'the zones are linked to the hub alone',
    source: dns,
  },
  {
    ...{ file: 'endpoint-in-spoke', ...inSpoke, kind: 'instance', publicIp: false, ...fine },
    why: 'instance and endpoint are in one network',
    source: endpoints,
  },
  {
    ...{ file: 'endpoint-in-other-region', ...inSpoke, ...privateCluster, ...fine },
    warnings: ['vnet-same-region-cluster'],
    why: 'global peering reaches the endpoint; another region costs time and money',
    source: training,
  },
  {
    ...{ file: 'endpoint-in-other-region-not-peered', ...inSpoke, ...privateCluster },
    errors: [],
    unknown: ['cluster-cross-region-connectivity'],
    deployed: { errors: ['cluster-cross-region-connectivity'], unknown: [] },
    why: 'no peering leads to the endpoint, and a way that no file holds can’t be excluded',
    source: training,
  },
  {
    ...{ file: 'usgov-complete', cloud: 'usgov', subnet: 'snet-train', ...publicCluster, ...fine },
    why: 'the complete list with the tags of the region',
    source: flows,
  },
  {
    ...{ file: 'usgov-with-public-tags', cloud: 'usgov', subnet: 'snet-train', ...publicCluster },
    errors: [],
    unknown: ['outbound-batch-443', 'outbound-mcr-443', 'outbound-storage-443'],
    why: 'the list of US Government has no tags of East US, and a newer list could have them',
    source: `${learn}/virtual-network/service-tags-overview`,
  },
  {
    ...{ file: 'china-complete', cloud: 'china', subnet: 'snet-train', ...publicCluster, ...fine },
    why: 'the complete list with the tags of the region',
    source: flows,
  },
  {
    ...{ file: 'china-without-port-80', cloud: 'china', subnet: 'snet-train', ...publicCluster },
    errors: [],
    unknown: [],
    warnings: ['outbound-entra-80-443'],
    why: 'sign-in lists port 80 too; without it alone, most of it works',
    source: flows,
  },
  {
    ...{ file: 'serverless-with-nat', subnet: 'snet-serverless', kind: 'serverless', publicIp: false },
    ...fine,
    why: 'the complete list and a NAT gateway',
    source: training,
  },
  {
    ...{ file: 'serverless-without-outbound-access', subnet: 'snet-serverless', kind: 'serverless' },
    publicIp: false,
    errors: ['egress-explicit-for-npip', ...internetWithoutStorage],
    unknown: [],
    why: 'a private subnet without a NAT gateway; storage of the region is reached all the same',
    source: defaultOutbound,
  },
  {
    ...{ file: 'managed-network-own-subnet', ...inSpoke, ...privateCluster },
    errors: ['managed-vnet-exclusive'],
    unknown: [],
    why: 'a workspace with a managed virtual network has no compute resources in other networks',
    source: managed,
  },
  {
    ...{ file: 'managed-network-host-rules', subnet: null, ...privateCluster, ...fine },
    why: 'the cluster is in the managed virtual network, whose rules allow two hosts',
    source: managed,
  },
  {
    ...{ file: 'expressroute-with-nat', ...inSpoke, ...privateCluster },
    errors: [],
    unknown: [...internet, 'udr-bgp-default-route'],
    why: 'the gateway may advertise a default route',
    source: routing,
  },
  {
    ...{ file: 'expressroute-without-propagation', ...inSpoke, ...privateCluster, ...fine },
    why: 'the route table ignores routes that the gateway advertises',
    source: routing,
  },
  {
    ...{ file: 'expressroute-forced-tunnel', ...inSpoke, ...privateCluster },
    errors: [],
    unknown: internet,
    why: 'everything leaves through the company network, which can’t be read',
    source: routing,
  },
  {
    ...{ file: 'expressroute-in-hub', ...inSpoke, ...privateCluster },
    errors: [],
    unknown: [...internet, 'udr-bgp-default-route'],
    why: 'the spoke uses the gateway of the hub, which may advertise a default route',
    source: routing,
  },
  {
    ...{ file: 'network-manager-denies-smb', ...inSpoke, ...privateCluster, ...fine },
    warnings: ['outbound-storage-445'],
    why: 'a security admin rule comes before the NSG, which allows port 445',
    source: managers,
  },
  {
    ...{ file: 'network-manager-always-allows-https', ...inSpoke, ...privateCluster },
    errors: ['outbound-aml-udp-5831'],
    unknown: [],
    warnings: ['outbound-entra-80-443'],
    why: '“Always allow” on port 443 overrules the NSG, which denies port 80 and UDP 5831',
    source: managers,
  },
  {
    ...{ file: 'dual-stack-complete', ...inSpoke, ...privateCluster, ...fine },
    why: 'the complete list; the requirements are about IPv4',
    source: ipv6,
  },
  {
    ...{ file: 'dual-stack-denies-ipv6', ...inSpoke, ...privateCluster, ...fine },
    why: 'a rule for ::/0 doesn’t concern IPv4',
    source: ipv6,
  },
  {
    ...{ file: 'policy-denies-load-balancers-public-ip', ...inSpoke, ...publicCluster },
    errors: ['policy-forbids-network-resources'],
    unknown: [],
    exported: { errors: [], unknown: [] },
    why: 'with a public IP, Azure creates a load balancer in the network’s resource group',
    source: training,
  },
  {
    ...{ file: 'policy-denies-load-balancers-no-public-ip', ...inSpoke, ...privateCluster, ...fine },
    why: 'without a public IP, Azure creates no load balancer there',
    source: training,
  },
  {
    ...{ file: 'research-environment', subnet: 'AmlCompute', ...privateCluster },
    errors: ['outbound-aml-udp-5831'],
    unknown: [],
    warnings: ['outbound-entra-80-443'],
    why: 'port 443 to the internet and port 445 to storage leave out UDP 5831 and port 80 of sign-in',
    source:
      'https://github.com/microsoft/AzureTRE/blob/main/templates/workspace_services/azureml/terraform/network.tf',
  },
  {
    ...{ file: 'quickstart-open-default', subnet: 'snet-training', ...publicCluster, ...fine },
    why: 'what the allow rules leave out is allowed by default',
    source:
      'https://github.com/Azure/azure-quickstart-templates/blob/master/quickstarts/microsoft.machinelearningservices/machine-learning-end-to-end-secure/modules/nsg.bicep',
  },
  {
    ...{ file: 'rules-as-children', ...inSpoke, ...privateCluster },
    errors: ['outbound-arm-443'],
    unknown: [],
    why: 'no rule allows Azure Resource Manager',
    source: flows,
  },
  {
    ...{ file: 'subnets-as-children', subnet: 'train', ...publicCluster },
    errors: ['inbound-aml-44224'],
    unknown: [],
    why: 'Azure Machine Learning is a part of the internet, which is denied',
    source: training,
  },
  {
    ...{ file: 'instance-behind-nat', subnet: 'snet-ds', kind: 'instance', publicIp: false, ...fine },
    why: 'the complete list and a NAT gateway',
    source: training,
  },
  {
    ...{ file: 'databricks-next-door', subnet: 'snet-dbx-private', ...publicCluster },
    errors: ['subnet-no-delegation'],
    unknown: [],
    why: 'the subnet is delegated to Databricks',
    source: training,
  },
  {
    ...{ file: 'data-in-other-region', subnet: 'snet-ds', ...privateCluster },
    errors: ['outbound-storage-443'],
    unknown: [],
    warnings: ['outbound-acr-443'],
    why: 'storage is in North Europe, and the registry in France Central; jobs with images of Microsoft run without it',
    source: `${learn}/container-registry/container-registry-firewall-access-rules`,
  },
  {
    ...{ file: 'data-in-other-region-complete', subnet: 'snet-ds', ...privateCluster, ...fine },
    why: 'tags of the regions of storage and registry, and of the storage of the registry’s layers',
    source: `${learn}/container-registry/container-registry-firewall-access-rules`,
  },
  {
    ...{ file: 'instance-selected-networks', subnet: 'snet-ds', kind: 'instance', publicIp: true },
    errors: ['instance-selected-networks'],
    unknown: [],
    exported: { errors: [], unknown: ['instance-selected-networks'] },
    why: 'an instance isn’t created in a workspace that only listed addresses reach',
    source: 'https://github.com/MicrosoftDocs/azure-ai-docs/pull/517',
  },
  {
    ...{ file: 'data-exfiltration-prevented', subnet: 'snet-ds', ...privateCluster, ...fine },
    why: 'the list of the page, and a service endpoint policy with the storage of Azure Machine Learning',
    source: `${learn}/machine-learning/how-to-prevent-data-loss-exfiltration`,
  },
  {
    ...{ file: 'hub-firewall-hosts-without-dns-proxy', ...inSpoke, ...privateCluster },
    errors: [],
    unknown: ['outbound-entra-80-443'],
    why: 'host names in network rules need the DNS proxy of the firewall, and what they allow without it isn’t documented',
    source: `${learn}/firewall/fqdn-filtering-network-rules`,
  },
  {
    ...{ file: 'application-groups-in-shared-nsg', subnet: 'snet-ds', ...publicCluster, ...fine },
    why: 'rules for an application security group concern its members alone, and nodes are in none',
    source: `${learn}/virtual-network/application-security-groups`,
  },
];
