// What the judge of each setting compares, for the pages of docs/checks. Flows say it by their table.

/** @type {Readonly<Record<import('../src/requirements/requirement').SettingName, string>>} */
export const findings = {
  'same-subscription':
    'The subscription in the network’s id is not the one in the workspace’s id. The resource groups may differ.',
  'same-region':
    'The region of the virtual network is not the workspace’s region, or a file puts the compute’s nodes in another one.',
  'workspace-connection':
    'No private endpoint of the workspace stands in this network or in one that is peered with it. A network that has other peerings or a gateway is told as unknown, since another way may lead there.',
  'free-addresses':
    'The addresses of the subnet, less the five that Azure keeps of every prefix, those in use and those promised to other clusters, are fewer than the nodes at most. Too few for the nodes at least, or for one, is an error; else it is a warning.',
  'subnet-size': 'The subnet, were it empty, has fewer addresses than the plan’s nodes at most.',
  delegation: 'The subnet is delegated to a service.',
  'reserved-name':
    'The subnet is called GatewaySubnet, AzureFirewallSubnet, AzureFirewallManagementSubnet, AzureBastionSubnet or RouteServerSubnet.',
  'databricks-subnet':
    'The subnet is delegated to Microsoft.Databricks, which asks for delegated subnets. Of a cluster or an instance the delegation’s own row counts, and this one tells what it means.',
  'container-overlap':
    'An address prefix of the network overlaps 172.17.0.0/16 (an error), or one of a peered network does (a warning).',
  'disallowed-addresses':
    'An address prefix of the network overlaps 224.0.0.0/4, 255.255.255.255/32, 127.0.0.0/8, 169.254.0.0/16 or 168.63.129.16/32.',
  'resource-manager': 'The network’s provider is not Microsoft.Network.',
  'existing-compute': 'Nothing for a new compute: it concerns computes that exist already.',
  'managed-network':
    'A subnet is given although the workspace runs its own network. Everything else about subnets is then not needed. A virtual machine cannot be attached to such a workspace at all.',
  'managed-network-set-up': 'The workspace runs its own network, and Azure has not set that network up yet.',
  'compute-name':
    'The name has other characters than letters, digits and hyphens, does not start with a letter, ends with a hyphen, or is shorter than 3 or longer than 24 (instance) or 32 (cluster), of what is attached shorter than 2 or longer than 16. A hyphen without a letter after it is an error for an instance and a warning for a cluster; so is a cluster’s name above 24.',
  'old-batch-opening':
    'A rule lets ports 29876-29877 in from the internet or a public service tag. It is told as no longer needed since 31 Mar 2026.',
  'no-inbound':
    'A rule lets the internet or a public service tag into a subnet of nodes without a public IP.',
  ssh: 'SSH by the public address is wanted, and the first rule for port 22 lets everybody in (a warning) or nobody (information).',
  'both-groups-agree':
    'A security group of the subnet stops port 44224, which the group that the service makes lets in. The flow’s own row counts; this one tells why.',
  'group-limits':
    'The subnet’s group has more than 1,000 rules, or more than 4,000 addresses on one side of them together; from nine tenths of either on it is a warning.',
  'group-rules':
    'A rule of the subnet’s group has a priority outside 100 to 4096 or one that another rule of its direction has, names a service tag beside other addresses, or a tag that is not in the list (a warning, since the list may be older than the tag).',
  'open-default': 'No outbound rule denies the internet.',
  'tag-regions':
    'Subnet and workspace are in different regions, and a flow to a regional tag of one of them is stopped. The flows’ own rows count.',
  'endpoint-policy':
    'A service endpoint policy is attached. What it lets through is not part of the network that is read, so it is told as unknown; without a Microsoft.Storage endpoint it has no effect.',
  'list-of-2020':
    'Sign-in, Azure ML, Resource Manager and storage are allowed by rules, while UDP 5831 and Batch, which came later, are blocked.',
  'way-out':
    'No NAT gateway with a public address and no default route to an appliance or gateway. In a private subnet that is an error, else the nodes rely on default outbound access, a warning. A default route with next hop None is no way out.',
  'default-access':
    'No NAT gateway and no default route, and defaultOutboundAccess is not false. A null is open up to api version 2025-05-01 and unknown above. Of a cluster or an instance the row of the way out counts, and this one tells why.',
  'direct-routes': 'A route with next hop Internet in a private subnet without NAT gateway.',
  'batch-replies':
    'In the profile of December 2020: answers to BatchNodeManagement do not leave straight to the internet.',
  'direct-replies':
    'Answers to AzureMachineLearning, judged by the routes alone, do not leave straight to the internet: every prefix of the tag is looked up, longest prefix first. Where the row of the call itself says that replies are lost, that row counts.',
  'nat-used': 'A NAT gateway is attached, and a default route leads elsewhere.',
  'no-blackhole': 'A needed flow is dropped by a route with next hop None. The flow’s own row counts.',
  'appliance-health':
    'A route’s appliance has no address, stands in the subnet itself, is in neither this nor a peered network, or the peering does not allow forwarded traffic. IP forwarding of its network card is assumed.',
  'route-limits':
    'More than 25 service-tag routes (an error) or more than 400 routes (a warning) in the table.',
  'route-tags':
    'A route names VirtualNetwork, AzureLoadBalancer, Internet, AzurePlatformDNS, AzurePlatformIMDS or AzurePlatformLKM.',
  'hidden-default-route':
    'A gateway here, or one of a peered network that this one uses, may bring 0.0.0.0/0, no route of one’s own decides it, and the table does not refuse gateway routes. That is told as unknown; one that effective routes tell of is a hint, since the rows of the flows say where it takes them.',
  'nat-gateway':
    'The NAT gateway has no public address, or one of another kind than its own (Basic, or StandardV2 and Standard mixed), or is neither Standard nor StandardV2.',
  'private-endpoint':
    'The nodes have no public IP and no approved private endpoint stands for the workspace.',
  'network-join':
    'None of your roles on the network gives Microsoft.Network/virtualNetworks/join/action: its actions with their wildcards, less its notActions.',
  'subnet-join':
    'None of your roles on the subnet gives Microsoft.Network/virtualNetworks/subnets/join/action. A role that names the action without the s of subnets is said to be misspelt.',
  'compute-write':
    'None of your roles on the workspace gives Microsoft.MachineLearningServices/workspaces/computes/write.',
  'network-lock':
    'A lock, CanNotDelete or ReadOnly, on the network, its resource group or its subscription. Without a public IP on the nodes it is a warning: nothing is made there by itself.',
  'workspace-lock':
    'A lock, CanNotDelete or ReadOnly, on the workspace, its resource group or its subscription.',
  'network-policy':
    'Azure Policy, asked by checkPolicyRestrictions, would deny a security group, a public IP or a load balancer in the network’s resource group.',
  'network-quota':
    'One security group, public IP and load balancer for every 100 nodes at most do not fit into what the subscription may have in the network’s region. More than nine tenths used is a warning.',
  'attach-support':
    'Always: attaching belongs to SDK v1, deprecated on 31 March 2025 and without support since 30 June 2026.',
  'attached-once': 'A compute of the workspace has the same resource attached already.',
  'attach-network':
    'What is attached is in no virtual network of yours. What is asked of a subnet is then not needed.',
  'machine-system':
    'The machine runs Windows, or its image names neither Ubuntu nor the Data Science Virtual Machine. A Linux of a disk of your own is told as unknown.',
  'machine-address':
    'The machine’s network card has no public IP, or neither the card nor the subnet has a security group: a Standard public IP lets nothing in that no group opens.',
  'cluster-address':
    'HDInsight reaches the cluster over private link alone (resourceProviderConnection is Outbound), or the cluster has no SSH address.',
  'cluster-policy': 'A service endpoint policy is attached to the subnet.',
  'platform-dns':
    'The network has no name servers of its own, and the first outbound rule that names AzurePlatformDNS denies port 53.',
  'management-replies':
    'Answers to the management addresses of HDInsight, judged by the routes alone, do not leave straight to the internet. Where the row of the call itself says that replies are lost, that row counts.',
  'databricks-place':
    'Databricks is in another region than the workspace (an error), or in another subscription (a warning).',
  'databricks-storage':
    'A private endpoint for blob or dfs in the network of Databricks meets it. Else it is asked, since which storage is meant is not in the network.',
  'databricks-default-subnet': 'The network has no subnet called default.',
  'databricks-subnets':
    'Databricks has fewer than two subnets, or one of them is not delegated to Microsoft.Databricks/workspaces or has no security group.',
  'databricks-size':
    'The network’s prefix that holds the subnets is not between /16 and /24 (an error), or a subnet is smaller than /26 (a warning).',
  'databricks-public-ip': 'Databricks is made without secure cluster connectivity (enableNoPublicIp).',
  'databricks-routes':
    'The subnet has a route table that sends AzureDatabricks, Sql, Storage or EventHub elsewhere than straight to the internet. The flows’ own rows count. AzureDatabricks is left out where Databricks is reached over a private link.',
  'storage-network':
    'The workspace’s storage account lets no subnet of this network in: it is closed, names none of them in its rules, and has no private endpoint here.',
  'storage-rule':
    'The account lets named subnets in, and not this one; or it names this one, whose service endpoint Microsoft.Storage is off. Not asked where private endpoints lead there or the account is open. Where addresses are named as well, it is unknown: the public address of the nodes is none that is read.',
  'storage-endpoints':
    'The account is closed, or belongs to an enforced network security perimeter whose rules let nobody in from outside, and no private endpoint for blob or file is in this network or a peered one. Without queue or table it is information. Private link always passes a perimeter; a perimeter that is not enforced leaves the account’s own rules in force, and one that may not be read is unknown.',
  'storage-trust':
    'The account is closed, names the workspace in no resource instance rule, and does not let trusted services in. It stops pages of the studio and no compute, so it is a warning.',
  'perimeter-smb':
    'The workspace’s storage account belongs to a network security perimeter in enforced mode, which blocks traffic other than HTTPS, such as SMB.',
  'shared-key':
    'Shared key access of the workspace’s storage account is off, and the workspace does not open its datastores with identities.',
  'endpoint-mix':
    'The managed network has a private endpoint of the storage account, and the account has rules for subnets.',
  'key-vault':
    'The workspace’s vault is closed to this subnet: no private endpoint in this network or a peered one, and no rule for the subnet whose service endpoint Microsoft.KeyVault is on. With a rule, trusted services must be let in as well. An enforced perimeter decides as it does for storage.',
  'registry-sku':
    'The workspace’s registry is not Premium. One that is open all the same is a warning, since computes reach it.',
  'registry-place':
    'The workspace’s registry is closed to this subnet, which is an error. A private endpoint in a peered network is possible and told as information. An enforced perimeter decides as it does for storage.',
  'registry-trust': 'The registry is closed and does not let trusted services of Azure in.',
  'build-compute':
    'The storage account or registry is closed, and image builds don’t reach it: the workspace doesn’t name a cluster, and its serverless compute isn’t in this or a peered network. Or what it names isn’t a cluster, has graphics cards, or isn’t in this or a peered network.',
  monitoring:
    'Application insights of the workspace take part in a private link scope that takes or shows only what comes by private link, or are of the classic kind.',
  'several-endpoints':
    'The workspace has several private endpoints, and none stands in a network that holds an endpoint or a subnet rule of each of storage, vault and registry, as far as these are closed.',
  'address-list':
    'The workspace may be called from listed addresses alone, and no private endpoint of it is in this network or a peered one.',
  'public-door': 'The workspace has a private endpoint, and may be called from the internet all the same.',
  'endpoint-policies':
    'Network policies for private endpoints are on in the endpoint’s subnet, and the rules of its security group stop TCP 443 from the computes, or TCP 445 to a file share (an error), or a route of the computes, at least as long as a prefix of that network, leads the endpoint’s address elsewhere. Asked are the endpoints of the workspace and, where they were read, of its storage account (blobs and files), vault and registry.',
  'workspace-zones':
    'A private DNS zone of Azure ML that nobody has linked to the network that asks for names (this one, or that of its DNS servers), or that holds no record of the workspace’s endpoint. Zones are looked for in the subscriptions of network and workspace, and where the zone groups of the endpoints lead. Not asked where a DNS server stands in no network that was read.',
  'service-zones':
    'The same of the zones of each private endpoint of the workspace’s storage, vault and registry that is in reach.',
  'name-servers':
    'The network has DNS servers of its own. That they are not reached on UDP 53 is an error where it holds for all of them; whether they forward to 168.63.129.16 nobody outside sees, so it is unknown where private names are needed. An Azure Firewall among them that was read is followed: its DNS proxy asks Azure or servers of its own, and answers nobody while it is off. A server in a subnet that is delegated to DNS private resolvers asks Azure.',
  'instance-record':
    'The network has DNS servers of its own, and no private zone that was read holds the instance’s records under both endings. Told as something to ask, since a record on the servers themselves is not seen.',
  'batch-names': 'The network has DNS servers of its own. Told as something to ask.',
};

/** What a note asks about. */
export const noteFindings = {
  byName:
    'An NSG rule can’t name hosts. Where the whole internet is reachable on TCP 443, they are allowed. Where none of it is, they are blocked, as information. Where an Azure Firewall that you may read is on the path, its rules decide by the names below. Otherwise it’s for you to confirm with your network team.',
  always: 'Nothing is judged: it is asked, since no network model holds it.',
  unlessInternet:
    'Nothing is judged: host names cannot be expressed in a security group. It is asked unless the whole internet is reachable on TCP 443, which answers it.',
};
