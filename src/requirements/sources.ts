/** A page that states a requirement, as of `date` (ISO; null if the page doesn't have a date). */
export interface SourcePage {
  readonly title: string;
  readonly url: string;
  readonly date: string | null;
}

const learn = 'https://learn.microsoft.com/azure';
const docsIssue = 'https://github.com/MicrosoftDocs/azure-docs/issues';

/** All pages that requirements are based on. Dates are the authors' own. */
export const sources = {
  'secure-training-2020': {
    title: 'Secure training, December 2020',
    url: `${learn}/machine-learning/how-to-secure-training-vnet`,
    date: '2020-12-10',
  },
  'secure-training-2022': {
    title: 'Secure training, SDK v1',
    url: `${learn}/machine-learning/v1/how-to-secure-training-vnet`,
    date: '2022-08-29',
  },
  'secure-training-2024': {
    title: 'Secure training, SDK v1',
    url: `${learn}/machine-learning/v1/how-to-secure-training-vnet`,
    date: '2024-07-26',
  },
  'secure-training': {
    title: 'Secure training',
    url: `${learn}/machine-learning/how-to-secure-training-vnet`,
    date: '2025-06-12',
  },
  'network-traffic': {
    title: 'Inbound and outbound network traffic',
    url: `${learn}/machine-learning/how-to-access-azureml-behind-firewall`,
    date: '2026-03-19',
  },
  'azure-ad-graph': {
    title: 'Migrate from Azure AD Graph to Microsoft Graph',
    url: 'https://learn.microsoft.com/entra/identity/monitoring-health/recommendation-migrate-to-microsoft-graph-api',
    date: null,
  },
  'registry-isolation': {
    title: 'Network isolation with Azure Machine Learning registries',
    url: 'https://learn.microsoft.com/azure/machine-learning/how-to-registry-network-isolation',
    date: '2025-04-04',
  },
  'registry-firewall': {
    title: 'Rules to access a container registry behind a firewall',
    url: `${learn}/container-registry/container-registry-firewall-access-rules`,
    date: null,
  },
  'public-internet-access': {
    title: 'Required public internet access',
    url: `${learn}/machine-learning/how-to-secure-workspace-vnet#required-public-internet-access`,
    date: '2025-02-10',
  },
  'data-exfiltration': {
    title: 'Data exfiltration prevention',
    url: `${learn}/machine-learning/how-to-prevent-data-loss-exfiltration`,
    date: '2024-01-31',
  },
  'recommended-outbound': {
    title: 'Recommended outbound hosts',
    url: `${learn}/machine-learning/how-to-access-azureml-behind-firewall#recommended-configuration-for-training-and-deploying-models`,
    date: '2023-06-12',
  },
  'private-link': {
    title: 'Configure a private endpoint',
    url: `${learn}/machine-learning/how-to-configure-private-link`,
    date: '2025-05-22',
  },
  'secure-workspace': {
    title: 'Secure a workspace',
    url: `${learn}/machine-learning/how-to-secure-workspace-vnet`,
    date: '2024-07-08',
  },
  'selected-networks': {
    title: 'Note on selected IP ranges and instances (azure-ai-docs pull request 517)',
    url: 'https://github.com/MicrosoftDocs/azure-ai-docs/pull/517',
    date: '2025-08-08',
  },
  'managed-network': {
    title: 'Managed virtual network',
    url: `${learn}/machine-learning/how-to-managed-network`,
    date: '2024-08-29',
  },
  'custom-dns': {
    title: 'Names of a private workspace',
    url: `${learn}/machine-learning/how-to-custom-dns`,
    date: '2026-03-26',
  },
  'troubleshoot-endpoint': {
    title: 'Trouble with a private endpoint',
    url: `${learn}/machine-learning/how-to-troubleshoot-secure-connection-workspace`,
    date: '2026-09-11',
  },
  'workspace-diagnostics': {
    title: 'Workspace diagnostics',
    url: `${learn}/machine-learning/how-to-workspace-diagnostic-api`,
    date: '2024-03-27',
  },
  'private-endpoint-names': {
    title: 'Names of private endpoints',
    url: `${learn}/private-link/private-endpoint-dns`,
    date: '2021-01-14',
  },
  'private-endpoint-2020': {
    title: 'Private endpoints, January 2020',
    url: `${learn}/private-link/private-endpoint-overview`,
    date: '2020-01-09',
  },
  'private-endpoint-policies': {
    title: 'Network policies for private endpoints',
    url: `${learn}/private-link/disable-private-endpoint-network-policy`,
    date: '2023-07-26',
  },
  'security-perimeter': {
    title: 'Network security perimeters',
    url: `${learn}/private-link/network-security-perimeter-concepts`,
    date: '2025-08-01',
  },
  'storage-perimeter': {
    title: 'Network security perimeter for Storage',
    url: `${learn}/storage/common/storage-network-security-perimeter`,
    date: '2025-07-27',
  },
  'create-cluster': {
    title: 'Create a compute cluster',
    url: `${learn}/machine-learning/how-to-create-attach-compute-cluster`,
    date: '2024-05-03',
  },
  'endpoint-order': {
    title: 'Azure/data-product-analytics, issue 70: a cluster without public IP before the private endpoint',
    url: 'https://github.com/Azure/data-product-analytics/issues/70',
    date: '2021-08-02',
  },
  'policy-rule': {
    title: 'Azure Policy definition structure policy rule',
    url: `${learn}/governance/policy/concepts/definition-structure-policy-rule`,
    date: null,
  },
  'deployment-order': {
    title: 'Define the order for deploying resources in ARM templates',
    url: `${learn}/azure-resource-manager/templates/resource-dependency`,
    date: null,
  },
  'create-instance': {
    title: 'Create a compute instance',
    url: `${learn}/machine-learning/how-to-create-compute-instance`,
    date: '2024-08-21',
  },
  'traffic-flow': {
    title: 'Network traffic flow',
    url: `${learn}/machine-learning/concept-secure-network-traffic-flow`,
    date: '2025-02-06',
  },
  'network-rbac': {
    title: 'Permissions for a virtual network',
    url: `${learn}/machine-learning/how-to-secure-training-vnet#prerequisites`,
    date: '2025-02-10',
  },
  'resource-lock': {
    title: 'Resource locks and Azure ML',
    url: `${learn}/machine-learning/how-to-create-attach-compute-cluster#prerequisites`,
    date: '2025-02-10',
  },
  'assign-roles': {
    title: 'Manage access to a workspace',
    url: `${learn}/machine-learning/how-to-assign-roles`,
    date: null,
  },
  'batch-network': {
    title: 'Batch pool in a virtual network',
    url: `${learn}/batch/batch-virtual-network`,
    date: '2023-09-20',
  },
  'batch-simplified': {
    title: 'Simplified compute node communication',
    url: `${learn}/batch/simplified-compute-node-communication`,
    date: null,
  },
  'security-groups': {
    title: 'Network security groups',
    url: `${learn}/virtual-network/network-security-groups-overview`,
    date: '2025-07-15',
  },
  'security-groups-how': {
    title: 'How network security groups filter traffic',
    url: `${learn}/virtual-network/network-security-group-how-it-works`,
    date: '2020-08-24',
  },
  'service-tags': {
    title: 'Service tags',
    url: `${learn}/virtual-network/service-tags-overview`,
    date: '2023-01-26',
  },
  routing: {
    title: 'Virtual network traffic routing',
    url: `${learn}/virtual-network/virtual-networks-udr-overview`,
    date: '2023-05-27',
  },
  'subnet-rest': {
    title: 'Subnets, REST reference',
    url: 'https://learn.microsoft.com/rest/api/virtualnetwork/subnets/create-or-update',
    date: '2025-03-01',
  },
  'route-rest': {
    title: 'Routes, REST reference',
    url: 'https://learn.microsoft.com/rest/api/virtualnetwork/routes/create-or-update',
    date: '2024-01-01',
  },
  'default-outbound': {
    title: 'Default outbound access',
    url: `${learn}/virtual-network/ip-services/default-outbound-access`,
    date: '2025-12-03',
  },
  'batch-default-outbound': {
    title: 'Batch pools without public IP: end of default outbound access, moved to 31 March 2026',
    url: 'https://github.com/MicrosoftDocs/azure-docs/pull/127645',
    date: '2025-09-23',
  },
  'private-subnets': {
    title: 'Private subnets by default in Azure virtual networks',
    url: 'https://techcommunity.microsoft.com/t5/azure-networking-blog/private-subnets-by-default-in-azure-virtual-networks-what/ba-p/4513778',
    date: null,
  },
  'default-outbound-2023': {
    title: 'Default outbound access, first announcement',
    url: `${learn}/virtual-network/ip-services/default-outbound-access`,
    date: '2023-08-24',
  },
  'nat-resource': {
    title: 'NAT gateway resource',
    url: `${learn}/nat-gateway/nat-gateway-resource`,
    date: '2023-07-10',
  },
  'nat-overview': {
    title: 'NAT gateway overview',
    url: `${learn}/nat-gateway/nat-overview`,
    date: null,
  },
  limits: {
    title: 'Azure networking limits',
    url: `${learn}/azure-resource-manager/management/azure-subscription-service-limits#networking-limits`,
    date: '2022-12-05',
  },
  quotas: {
    title: 'Azure Machine Learning quotas',
    url: `${learn}/machine-learning/how-to-manage-quotas`,
    date: '2026-01-27',
  },
  'network-faq': {
    title: 'Virtual network FAQ',
    url: `${learn}/virtual-network/virtual-networks-faq`,
    date: '2019-02-12',
  },
  'address-168': {
    title: 'IP address 168.63.129.16',
    url: `${learn}/virtual-network/what-is-ip-address-168-63-129-16`,
    date: '2019-05-15',
  },
  'endpoint-policies': {
    title: 'Service endpoint policies',
    url: `${learn}/virtual-network/virtual-network-service-endpoint-policies-overview`,
    date: '2018-09-18',
  },
  'databricks-injection-2020': {
    title: 'Databricks in your virtual network (China edition)',
    url: 'https://docs.azure.cn/databricks/administration-guide/cloud-configurations/azure/vnet-inject',
    date: '2020-08-10',
  },
  'databricks-injection': {
    title: 'Databricks in your virtual network',
    url: `${learn}/databricks/security/network/classic/vnet-inject`,
    date: null,
  },
  'attach-targets': {
    title: 'Attach compute targets, SDK v1',
    url: `${learn}/machine-learning/v1/how-to-attach-compute-targets`,
    date: '2021-10-21',
  },
  'sdk-v1': {
    title: 'End of SDK v1',
    url: `${learn}/machine-learning/v1/how-to-attach-compute-targets`,
    date: '2025-03-28',
  },
  'cli-v2-attach': {
    title: 'az ml compute attach (CLI v2)',
    url: 'https://learn.microsoft.com/cli/azure/ml/compute#az-ml-compute-attach',
    date: null,
  },
  'public-addresses': {
    title: 'Public IP addresses',
    url: `${learn}/virtual-network/ip-services/public-ip-addresses`,
    date: null,
  },
  'hdinsight-traffic': {
    title: 'Control network traffic in HDInsight',
    url: `${learn}/hdinsight/control-network-traffic`,
    date: '2024-06-15',
  },
  'hdinsight-tags': {
    title: 'Service tags for HDInsight',
    url: `${learn}/hdinsight/hdinsight-service-tags`,
    date: '2020-03-10',
  },
  'hdinsight-plan': {
    title: 'Plan a virtual network for HDInsight',
    url: `${learn}/hdinsight/hdinsight-plan-virtual-network-deployment`,
    date: '2020-04-21',
  },
  'hdinsight-restrict': {
    title: 'Restrict outbound traffic of HDInsight',
    url: `${learn}/hdinsight/hdinsight-restrict-outbound-traffic`,
    date: '2020-04-17',
  },
  'hdinsight-addresses': {
    title: 'HDInsight management addresses',
    url: `${learn}/hdinsight/hdinsight-management-ip-addresses`,
    date: '2024-06-28',
  },
  'databricks-nsg-100': {
    title: 'Narrower rules inside the network, Databricks',
    url: `${learn}/databricks/security/network/classic/harden-nsg-rule-100`,
    date: null,
  },
  'databricks-routes': {
    title: 'Routes for Databricks',
    url: `${learn}/databricks/security/network/classic/udr`,
    date: null,
  },
  'psrule-databricks': {
    title: 'PSRule: Databricks without public IP',
    url: 'https://azure.github.io/PSRule.Rules.Azure/en/rules/Azure.Databricks.SecureConnectivity/',
    date: null,
  },
  'issue-47048': { title: 'azure-docs issue 47048', url: `${docsIssue}/47048`, date: '2020-01-29' },
  'issue-63850': { title: 'azure-docs issue 63850', url: `${docsIssue}/63850`, date: '2020-10-06' },
  'issue-77968': { title: 'azure-docs issue 77968', url: `${docsIssue}/77968`, date: '2021-07-06' },
  'issue-86496': { title: 'azure-docs issue 86496', url: `${docsIssue}/86496`, date: '2022-01-17' },
  'issue-91825': { title: 'azure-docs issue 91825', url: `${docsIssue}/91825`, date: '2022-04-21' },
  'issue-102366': { title: 'azure-docs issue 102366', url: `${docsIssue}/102366`, date: '2022-12-07' },
  'issue-105880': { title: 'azure-docs issue 105880', url: `${docsIssue}/105880`, date: '2023-02-28' },
  'issue-106137': { title: 'azure-docs issue 106137', url: `${docsIssue}/106137`, date: '2023-03-03' },
  'issue-123350': { title: 'azure-docs issue 123350', url: `${docsIssue}/123350`, date: '2024-06-14' },
  'azurerm-security-rules': {
    title: 'azurerm_network_security_group',
    url: 'https://registry.terraform.io/providers/hashicorp/azurerm/5.2.0/docs/resources/network_security_group',
    date: '2026-08-20',
  },
  'azurerm-nsg-association': {
    title: 'azurerm_subnet_network_security_group_association',
    url: 'https://registry.terraform.io/providers/hashicorp/azurerm/5.2.0/docs/resources/subnet_network_security_group_association',
    date: '2026-08-20',
  },
  'issue-azurerm-12534': {
    title: 'terraform-provider-azurerm issue 12534',
    url: 'https://github.com/hashicorp/terraform-provider-azurerm/issues/12534',
    date: '2021-07-09',
  },
  'issue-powershell-4557': {
    title: 'azure-powershell issue 4557',
    url: 'https://github.com/Azure/azure-powershell/issues/4557',
    date: '2017-09-06',
  },
  'issue-powershell-9253': {
    title: 'azure-powershell issue 9253',
    url: 'https://github.com/Azure/azure-powershell/issues/9253',
    date: '2019-05-20',
  },
  'issue-modules-1782': {
    title: 'ResourceModules issue 1782',
    url: 'https://github.com/Azure/ResourceModules/issues/1782',
    date: '2022-08-13',
  },
  'tre-network': {
    title: 'AzureTRE, network of the Azure ML service',
    url: 'https://github.com/microsoft/AzureTRE/blob/main/templates/workspace_services/azureml/terraform/network.tf',
    date: null,
  },
  'issue-tre-2780': {
    title: 'AzureTRE issue 2780',
    url: 'https://github.com/microsoft/AzureTRE/issues/2780',
    date: '2022-10-25',
  },
  'issue-tre-3448': {
    title: 'AzureTRE issue 3448',
    url: 'https://github.com/microsoft/AzureTRE/issues/3448',
    date: '2023-04-18',
  },
  'issue-landing-zone-80': {
    title: 'bicep-ptn-aiml-landing-zone issue 80',
    url: 'https://github.com/Azure/bicep-ptn-aiml-landing-zone/issues/80',
    date: '2026-05-31',
  },
  'issue-cli-18932': {
    title: 'azure-cli issue 18932',
    url: 'https://github.com/Azure/azure-cli/issues/18932',
    date: '2021-07-19',
  },
  'issue-tre-4151': {
    title: 'AzureTRE issue 4151',
    url: 'https://github.com/microsoft/AzureTRE/issues/4151',
    date: '2025-01-03',
  },
} as const satisfies Readonly<Record<string, SourcePage>>;

export type SourceKey = keyof typeof sources;
