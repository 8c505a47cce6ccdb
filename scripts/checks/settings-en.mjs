// For each setting: the sentence under "Reports when", and the limitations of the check, for the pages of docs/checks.

/**
 * @typedef {object} SettingWords
 * @property {string} when one sentence
 * @property {readonly string[]} [limits] sentences under "Limitations"
 */

/** @type {Readonly<Record<import('../../src/requirements/requirement').SettingName, SettingWords>>} */
export const englishSettings = {
  'same-subscription': {
    when: 'The virtual network is in another subscription than the workspace.',
    limits: ['The resource groups may differ.'],
  },
  'same-region': {
    when: 'The virtual network is in another region than the workspace, or a file sets another region for the compute resource.',
  },
  'workspace-connection': {
    when: 'Neither this network nor a network peered with it contains a private endpoint for the workspace.',
    limits: [
      'The result is unknown if the network has other peerings or a gateway, because another path may exist.',
    ],
  },
  'free-addresses': {
    when: 'The subnet has fewer free addresses than the compute resource can use.',
    limits: [
      'Free means: without the five addresses that Azure reserves per prefix, those in use, and those reserved for other clusters.',
      'It’s an error if the minimum number of nodes doesn’t fit, and a warning if only the maximum doesn’t.',
    ],
  },
  'subnet-size': {
    when: 'The subnet, even when empty, has fewer addresses than the maximum number of nodes.',
  },
  delegation: { when: 'The subnet is delegated to a service.' },
  'reserved-name': {
    when: 'The subnet’s name is reserved: GatewaySubnet, AzureFirewallSubnet, AzureFirewallManagementSubnet, AzureBastionSubnet, or RouteServerSubnet.',
  },
  'databricks-subnet': {
    when: 'The subnet is delegated to Microsoft.Databricks.',
    limits: ['For clusters and instances, `subnet-no-delegation` decides. This check explains its result.'],
  },
  'container-overlap': {
    when: 'An address prefix of the network, or of a peered network, overlaps 172.17.0.0/16.',
    limits: ['It’s an error for the network itself, and a warning for a peered network.'],
  },
  'disallowed-addresses': {
    when: 'An address prefix of the network overlaps 224.0.0.0/4, 255.255.255.255/32, 127.0.0.0/8, 169.254.0.0/16, or 168.63.129.16/32.',
  },
  'resource-manager': { when: 'The network’s resource provider isn’t Microsoft.Network.' },
  'existing-compute': {
    when: 'The check is listed for compute resources that already exist, and never counts against new ones.',
  },
  'managed-network': {
    when: 'Compute has a subnet although its workspace has a managed virtual network.',
    limits: [
      'The other checks of the subnet then don’t apply.',
      'A virtual machine can’t be attached to such a workspace.',
    ],
  },
  'managed-network-set-up': {
    when: 'The workspace has a managed virtual network that Azure hasn’t provisioned yet.',
  },
  'compute-name': {
    when: 'The name of the compute resource has characters, a beginning, an ending, or a length that Azure refuses.',
    limits: [
      'Lengths: 3 to 24 for an instance, 3 to 32 for a cluster, 2 to 16 for attached compute.',
      'A hyphen without a letter after it is an error for an instance, and a warning for a cluster, like a cluster’s name above 24 characters.',
    ],
  },
  'old-batch-opening': {
    when: 'An NSG rule allows inbound ports 29876–29877 from the internet or a public service tag.',
    limits: ['Azure Batch no longer needs the ports since March 31, 2026.'],
  },
  'no-inbound': {
    when: 'An NSG rule allows inbound traffic from the internet, or from a public service tag, to compute without a public IP.',
  },
  ssh: {
    when: 'SSH through the public IP is enabled, and the first rule for port 22 allows every address or none.',
    limits: ['Every address is a warning. No address is info.'],
  },
  'both-groups-agree': {
    when: 'The subnet’s NSG denies inbound port 44224, which the NSG that Azure ML creates allows.',
    limits: ['`inbound-aml-44224` decides. This check explains its result.'],
  },
  'group-limits': {
    when: 'The subnet’s NSG has more than 1,000 rules, or more than 4,000 addresses on one side of all rules.',
    limits: ['From nine tenths of either limit, it’s a warning.'],
  },
  'group-rules': {
    when: 'A rule of the subnet’s NSG has an invalid or duplicate priority, a service tag next to other addresses, or an unknown service tag.',
    limits: ['An unknown service tag is a warning, because the list may be older than the tag.'],
  },
  'open-default': { when: 'No outbound NSG rule denies the internet.' },
  'tag-regions': {
    when: 'Subnet and workspace are in different regions, and a flow to a regional service tag of one of them is blocked.',
    limits: ['The checks of the flows decide. This one shows their common cause.'],
  },
  'endpoint-policy': {
    when: 'A service endpoint policy is associated with the subnet and doesn’t allow Azure Machine Learning, or has no effect.',
    limits: [
      'A policy has no effect in a subnet without the service endpoint Microsoft.Storage.',
      'The result is unknown if the definitions of the policy can’t be read.',
    ],
  },
  'list-of-2020': {
    when: 'Rules allow sign-in, Azure ML, Resource Manager, and storage, but not UDP 5831 and Batch, which were added later.',
  },
  'outbound-access': {
    when: 'The subnet has no NAT gateway with a public IP, and no default route to an appliance or gateway.',
    limits: [
      'It’s an error in a private subnet. In other subnets, nodes use default outbound access, and it’s a warning.',
      'A default route with next hop None doesn’t count as outbound access.',
    ],
  },
  'default-access': {
    when: 'The subnet has no NAT gateway and no default route, and `defaultOutboundAccess` isn’t false.',
    limits: [
      'A missing value means open up to API version 2025-05-01, and unknown above it.',
      'For clusters and instances, `egress-explicit-for-npip` decides. This check explains its result.',
    ],
  },
  'direct-routes': {
    when: 'A route with next hop Internet is in a private subnet that has no NAT gateway.',
  },
  'batch-replies': {
    when: 'With the requirements of December 2020, replies to BatchNodeManagement don’t go directly to the internet.',
  },
  'direct-replies': {
    when: 'Replies to AzureMachineLearning don’t go directly to the internet, according to the routes alone.',
    limits: [
      'Each prefix of the service tag is looked up, the longest match first.',
      'If `inbound-aml-44224` already reports lost replies, that check decides.',
    ],
  },
  'nat-used': { when: 'The subnet has a NAT gateway, and a default route leads elsewhere.' },
  'no-blackhole': {
    when: 'A route with next hop None drops a required flow.',
    limits: ['The check of the flow decides. This one shows the route.'],
  },
  'appliance-health': {
    when: 'A route’s appliance doesn’t have an address, is in the subnet itself, or is outside this and peered networks.',
    limits: [
      'IP forwarding of its network interface is assumed.',
      'If the peering doesn’t allow forwarded traffic, the result is unknown.',
    ],
  },
  'route-limits': {
    when: 'The route table has more than 25 routes with service tags, or more than 400 routes.',
    limits: ['Too many routes are a warning, because the limit can be raised.'],
  },
  'route-tags': {
    when: 'The destination of a route is VirtualNetwork, AzureLoadBalancer, Internet, or a platform service tag.',
  },
  'hidden-default-route': {
    when: 'A gateway may advertise 0.0.0.0/0, no user-defined route decides it, and the route table accepts gateway routes.',
    limits: [
      'The result is unknown until effective routes are read.',
      'A default route that effective routes show is info, because the checks of the flows use it.',
    ],
  },
  'nat-gateway': {
    when: 'The NAT gateway has no public IP, a public IP of another SKU, or an unsupported SKU.',
  },
  'private-endpoint': {
    when: 'Compute has no public IP, and its workspace has no approved private endpoint.',
  },
  'network-join': {
    when: 'None of your roles on the network includes `Microsoft.Network/virtualNetworks/join/action`.',
    limits: ['Wildcards and `notActions` of each role are evaluated.'],
  },
  'subnet-join': {
    when: 'None of your roles on the subnet includes `Microsoft.Network/virtualNetworks/subnets/join/action`.',
    limits: ['A role with the action without the s of subnets is reported as misspelled.'],
  },
  'compute-write': {
    when: 'None of your roles on the workspace includes `Microsoft.MachineLearningServices/workspaces/computes/write`.',
  },
  'network-lock': {
    when: 'A lock is on the network, its resource group, or its subscription.',
    limits: ['It’s a warning for compute without a public IP, because Azure ML creates no resources there.'],
  },
  'workspace-lock': { when: 'A lock is on the workspace, its resource group, or its subscription.' },
  'network-policy': {
    when: 'Azure Policy denies an NSG, a public IP, or a load balancer in the network’s resource group.',
  },
  'network-quota': {
    when: 'The quota of the network’s region doesn’t have room for one NSG, public IP, and load balancer per 100 nodes.',
    limits: ['More than nine tenths in use is a warning.'],
  },
  'core-quota': {
    when: 'The quota of the VM family, or of the region, has too few vCPUs left for the planned nodes.',
    limits: ['If some of the nodes can start, it’s a warning.'],
  },
  'attach-support': {
    when: 'You attach Azure Databricks or HDInsight, which require SDK v1, and its support ended on June 30, 2026.',
  },
  'attached-once': { when: 'The same resource is already attached to the workspace.' },
  'attach-network': {
    when: 'The resource to attach isn’t in one of your virtual networks.',
    limits: ['The checks of a subnet then don’t apply.'],
  },
  'machine-system': {
    when: 'The virtual machine runs Windows, or its image is neither Ubuntu nor the Data Science Virtual Machine.',
    limits: ['The result is unknown for Linux on a disk without an image.'],
  },
  'machine-address': {
    when: 'The network interface of the virtual machine has no public IP, or no NSG allows inbound traffic to it.',
    limits: ['A Standard public IP needs an NSG that allows the traffic.'],
  },
  'cluster-address': {
    when: 'The HDInsight cluster has no public SSH address, or uses private link for its resource provider.',
  },
  'cluster-policy': {
    when: 'A service endpoint policy is associated with the subnet of the HDInsight cluster.',
  },
  'platform-dns': {
    when: 'The network uses Azure’s DNS servers, and the first outbound rule for AzurePlatformDNS denies port 53.',
  },
  'management-replies': {
    when: 'Replies to the management addresses of HDInsight don’t go directly to the internet, according to the routes alone.',
    limits: ['If `inbound-hdinsight-443` already reports lost replies, that check decides.'],
  },
  'databricks-place': {
    when: 'The Databricks workspace is in another region or subscription than the Azure ML workspace.',
    limits: ['Another region is an error, another subscription a warning.'],
  },
  'databricks-storage': {
    when: 'The network of Databricks contains no private endpoint for blob or dfs, and storage allows none of its subnets.',
    limits: ['If several storage accounts are possible, it’s for you to confirm.'],
  },
  'databricks-default-subnet': { when: 'The network of Databricks has no subnet named default.' },
  'databricks-subnets': {
    when: 'Databricks has fewer than two subnets, or one of them isn’t delegated to Microsoft.Databricks/workspaces or has no NSG.',
  },
  'databricks-size': {
    when: 'The network’s prefix isn’t between /16 and /24, or a subnet of Databricks is smaller than /26.',
    limits: ['A wrong prefix of the network is an error, a small subnet a warning.'],
  },
  'databricks-public-ip': {
    when: 'Databricks was created without secure cluster connectivity (`enableNoPublicIp`).',
  },
  'databricks-routes': {
    when: 'The route table sends AzureDatabricks, Sql, Storage, or EventHub somewhere other than directly to the internet.',
    limits: ['The checks of the flows decide.', 'AzureDatabricks isn’t checked if workers use private link.'],
  },
  'storage-network': {
    when: 'The workspace’s storage account allows no subnet of this network, and has no private endpoint in it.',
  },
  'storage-rule': {
    when: 'The storage account allows selected subnets but not this one, or this one has no service endpoint Microsoft.Storage.',
    limits: [
      'Not checked if private endpoints are in reach, or the account is open to all networks.',
      'The result is unknown if the account also allows addresses, because the public address of the nodes isn’t known.',
    ],
  },
  'storage-endpoints': {
    when: 'The storage account is closed to this network, and a private endpoint for blob or file is missing here and in peered networks.',
    limits: [
      'A missing private endpoint for queue or table is info.',
      'An enforced network security perimeter counts as closed, unless its rules allow inbound traffic.',
    ],
  },
  'storage-trust': {
    when: 'The storage account is closed, has no resource instance rule for the workspace, and doesn’t allow trusted services.',
  },
  'perimeter-smb': {
    when: 'The workspace’s storage account belongs to a network security perimeter.',
    limits: ['An enforced perimeter blocks traffic other than HTTPS, such as SMB.'],
  },
  'shared-key': {
    when: 'Shared key access of the storage account is disabled, and the datastores of the workspace don’t use identities.',
  },
  'data-region': {
    when: 'The storage account or a datastore of the workspace is in a region other than the compute resource’s.',
    limits: ['Where nothing states their regions, you’re asked.'],
  },
  'endpoint-mix': {
    when: 'The managed virtual network has a private endpoint for the storage account, and the account also has rules for subnets.',
  },
  'key-vault': {
    when: 'The key vault is closed to this subnet: no private endpoint in reach, and no subnet rule with service endpoint and trusted services.',
    limits: ['An enforced network security perimeter decides as it does for storage.'],
  },
  'registry-sku': {
    when: 'The workspace’s container registry isn’t Premium.',
    limits: ['It’s a warning if the registry is open to all networks, because compute can reach it.'],
  },
  'registry-place': {
    when: 'The container registry is closed to this subnet, and no private endpoint for it is in this network.',
    limits: ['A private endpoint in a peered network is reported as info.'],
  },
  'registry-trust': { when: 'The container registry is closed and doesn’t allow trusted Azure services.' },
  'build-compute': {
    when: 'Storage or registry is closed, and no cluster or serverless compute that can build images is in this or a peered network.',
    limits: ['A cluster with GPUs can’t build images.'],
  },
  monitoring: {
    when: 'Application Insights of the workspace is classic, or belongs to a private link scope that accepts only private traffic.',
  },
  'several-endpoints': {
    when: 'The workspace has several private endpoints, and none is in a network that reaches its closed services.',
  },
  'address-list': {
    when: 'The workspace allows selected IP addresses only, and this and peered networks contain no private endpoint for it.',
  },
  'public-access': {
    when: 'The workspace has a private endpoint, and public network access is still enabled.',
  },
  'endpoint-policies': {
    when: 'Network policies for private endpoints are enabled in the endpoint’s subnet, and its rules or routes stop traffic from compute.',
    limits: [
      'Checked are TCP 443 to the endpoints of workspace, storage, vault, and registry, and TCP 445 to a file share.',
    ],
  },
  'workspace-zones': {
    when: 'A private DNS zone of Azure ML isn’t linked to the network, or has no record for the private endpoint.',
    limits: [
      'Zones are searched in the subscriptions of network and workspace, and in the zone groups of the endpoints.',
      'Not checked if a DNS server is in a network that wasn’t read.',
    ],
  },
  'service-zones': {
    when: 'The private DNS zone of a storage, vault, or registry endpoint in reach isn’t linked, or has no record for it.',
  },
  'name-servers': {
    when: 'The network has custom DNS servers that can’t be reached, or that might not forward private names to Azure.',
    limits: [
      'Servers that can’t be reached on UDP 53 are an error. Whether servers forward to 168.63.129.16 is unknown.',
      'An Azure Firewall that was read is followed through its DNS proxy. DNS private resolvers count as Azure’s own DNS.',
    ],
  },
  'instance-record': {
    when: 'The network has custom DNS servers, and no private zone contains both records of the instance.',
    limits: ['It’s for you to confirm, because records on the servers themselves can’t be read.'],
  },
  'batch-names': { when: 'The network has custom DNS servers.' },
};
