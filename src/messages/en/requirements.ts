/**
 * What a person reads of each requirement: its name (and a short one where there is little room), what happens if it is left open, what to do where no fix is
 * offered (`ask`), and how sources contradict each other (`disagree`).
 */
export const requirementsMessages = {
  'requirement.vnet-same-subscription.name': 'Virtual network in the workspace’s subscription',
  'requirement.vnet-same-subscription.consequence':
    'You can’t select the network, or creating the compute resource fails.',
  'requirement.vnet-same-subscription.ask':
    'Choose or create a virtual network in the workspace’s subscription. Its resource group can be a different one.',

  'requirement.vnet-same-region-instance.name': 'Virtual network in the workspace’s region',
  'requirement.vnet-same-region-instance.consequence': 'Creating the instance fails.',
  'requirement.vnet-same-region-instance.ask':
    'Choose a subnet in the workspace’s region. Alternatively, create a cluster, which can be in another region.',

  'requirement.vnet-same-region-cluster.name': 'Virtual network in the workspace’s region',
  'requirement.vnet-same-region-cluster.consequence':
    'Data transfer between regions is slower, and Azure bills it. The nodes must also reach the workspace from the other region.',
  'requirement.vnet-same-region-cluster.ask':
    'Choose a subnet in the workspace’s region, or make sure that the other network reaches the workspace.',
  'requirement.vnet-same-region-cluster.disagree':
    'Two pages of 2024 and 2025 allow a cluster in another region. The private endpoint page of May 2025 requires the same region.',

  'requirement.cluster-cross-region-connectivity.name': 'Network in another region reaches the workspace',
  'requirement.cluster-cross-region-connectivity.consequence':
    'Nodes can’t reach the workspace. They never become ready, and jobs fail.',
  'requirement.cluster-cross-region-connectivity.ask':
    'Peer this network with the network of the workspace’s private endpoint, and link its DNS zones to this network. Alternatively, add a private endpoint for the workspace to this network.',

  'requirement.computes-in-pe-vnet.name': 'Virtual network reaches the workspace',
  'requirement.computes-in-pe-vnet.consequence':
    'The compute resource can’t reach the workspace and doesn’t become ready.',
  'requirement.computes-in-pe-vnet.consequence.instance':
    'The instance can’t reach the workspace. It doesn’t become ready, or its notebooks stop working.',
  'requirement.computes-in-pe-vnet.ask':
    'Choose a subnet in the network of the workspace’s private endpoint. Alternatively, peer this network with it, and link the workspace’s DNS zones to this network.',
  'requirement.computes-in-pe-vnet.disagree':
    'The training page requires an instance to be in the region and virtual network of the workspace’s private endpoint. The private endpoint page allows several networks. A peered network with linked DNS zones works in practice.',

  'requirement.subnet-free-ips-cluster.name': 'Enough free IP addresses for all nodes',
  'requirement.subnet-free-ips-cluster.consequence': 'Only some of the nodes start, and jobs wait.',
  'requirement.subnet-free-ips-cluster.ask':
    'Choose a subnet with more free addresses, or lower the maximum number of nodes.',

  'requirement.subnet-free-ips-instance.name': 'Free IP address for the instance',
  'requirement.subnet-free-ips-instance.consequence':
    'Creating the instance fails, because no address is free.',
  'requirement.subnet-free-ips-instance.ask':
    'Choose a subnet with a free address. A stopped instance keeps its address until it’s deleted.',

  'requirement.subnet-minimum-prefix.name': 'Subnet large enough for this plan',
  'requirement.subnet-minimum-prefix.consequence':
    'Azure reserves five addresses in each subnet. The other addresses aren’t enough for this plan.',
  'requirement.subnet-minimum-prefix.ask':
    'Size the subnet for all nodes, instances, and private endpoints. A /27 subnet has 27 usable addresses, a /26 subnet 59, and a /24 subnet 251.',

  'requirement.subnet-no-delegation.name': 'Subnet isn’t delegated to another service',
  'requirement.subnet-no-delegation.consequence': 'Creating the compute resource fails.',
  'requirement.subnet-no-delegation.ask':
    'Choose a subnet without a delegation. Alternatively, remove the delegation after the other service no longer uses the subnet.',

  'requirement.subnet-reserved-name.name': 'Subnet isn’t reserved by Azure',
  'requirement.subnet-reserved-name.consequence':
    'Azure reserves this subnet for a gateway, a firewall, or a bastion. Creating the compute resource in it fails.',
  'requirement.subnet-reserved-name.ask': 'Choose another subnet.',

  'requirement.subnet-not-shared-with-databricks.name': 'Subnet isn’t used by Azure Databricks',
  'requirement.subnet-not-shared-with-databricks.consequence':
    'Databricks doesn’t share its subnets. With other resources in the subnet, it can’t update its network rules.',
  'requirement.subnet-not-shared-with-databricks.ask': 'Use a separate subnet for Azure ML.',

  'requirement.vnet-docker-bridge-overlap.name': 'No overlap with container addresses (172.17.0.0/16)',
  'requirement.vnet-docker-bridge-overlap.consequence':
    'Containers of the compute resource use 172.17.0.0/16 internally, so they can’t reach other machines with these addresses.',
  'requirement.vnet-docker-bridge-overlap.ask':
    'Choose a network that doesn’t use addresses from 172.17.0.0/16. Peered and on-premises networks must not use them either.',

  'requirement.vnet-address-space-disallowed.name': 'Address space that Azure accepts',
  'requirement.vnet-address-space-disallowed.consequence': 'Creating the network fails.',
  'requirement.vnet-address-space-disallowed.ask':
    'Remove multicast, broadcast, loopback, and link-local addresses, and Azure’s own addresses, from the network.',

  'requirement.vnet-resource-manager-model.name': 'Virtual network of the Resource Manager model',
  'requirement.vnet-resource-manager-model.consequence':
    'The network is a classic network, so creating the compute resource fails.',
  'requirement.vnet-resource-manager-model.ask': 'Choose a Resource Manager network.',

  'requirement.compute-vnet-immutable.name': 'Subnet can’t change after creation',
  'requirement.compute-vnet-immutable.consequence':
    'You can’t move an existing compute resource to another subnet.',
  'requirement.compute-vnet-immutable.ask':
    'Delete the compute resource, and create it again in the intended subnet.',

  'requirement.recreate-after-private-link-change.name':
    'Compute resource created after the last private link change',
  'requirement.recreate-after-private-link-change.consequence':
    'Compute resources that are older than the workspace’s private endpoint can no longer reach the workspace.',
  'requirement.recreate-after-private-link-change.ask':
    'Create compute resources again after you enable or disable private link for the workspace.',

  'requirement.managed-vnet-exclusive.name': 'Workspace without a managed virtual network',
  'requirement.managed-vnet-exclusive.consequence':
    'The workspace uses a managed virtual network, which can’t be disabled. Its compute resources can’t use your subnets.',
  'requirement.managed-vnet-exclusive.ask':
    'Create the compute resource without a subnet, or choose a workspace without a managed virtual network.',

  'requirement.managed-network-set-up.name': 'Managed virtual network is provisioned',
  'requirement.managed-network-set-up.consequence':
    'The first compute resource waits several minutes until Azure has provisioned the workspace’s managed virtual network.',
  'requirement.managed-network-set-up.ask':
    'Provision it now, or let the first compute resource wait for it. You need permission to write to the workspace.',

  'requirement.managed-vnet-migration.name': 'Compute resource created after the managed virtual network',
  'requirement.managed-vnet-migration.consequence':
    'Compute resources that are older than the managed virtual network stay outside it.',
  'requirement.managed-vnet-migration.ask':
    'After you enable the managed virtual network, delete the older compute resources and create them again.',

  'requirement.lighthouse-unsupported.name': 'Account from the subscription’s tenant (no Azure Lighthouse)',
  'requirement.lighthouse-unsupported.consequence':
    'Creating a compute resource in a virtual network fails if you manage the subscription through Azure Lighthouse.',
  'requirement.lighthouse-unsupported.ask':
    'Do you manage this subscription for another tenant through Azure Lighthouse? Then create the compute resource with an account of the owning tenant.',

  'requirement.storage-region-close-to-compute.name': 'Storage in the compute resource’s region',
  'requirement.storage-region-close-to-compute.consequence':
    'Data transfer between regions is slower, Azure bills it, and it can time out.',
  'requirement.storage-region-close-to-compute.ask':
    'Keep the data in the region of the compute resource, or expect transfer costs and delays.',

  'requirement.notebook-data-same-vnet-subnet.name': 'Notebook data in the same subnet',
  'requirement.notebook-data-same-vnet-subnet.consequence':
    'Notebooks can’t read data that is secured in another network or subnet.',
  'requirement.notebook-data-same-vnet-subnet.ask':
    'Which subnets can read the data of the notebooks? The requirements of December 2020 include this subnet.',

  'requirement.compute-name-format.name': 'Compute name that Azure accepts',
  'requirement.compute-name-format.consequence': 'Azure refuses a compute resource with this name.',
  'requirement.compute-name-format.ask':
    'Use letters, digits, and hyphens. Start with a letter, end with a letter or digit, and put a letter after each hyphen. Use 3 to 24 characters for an instance and 3 to 32 for a cluster. Use 2 to 16 for an attached resource.',

  'requirement.inbound-batch-29876-29877.name': 'Inbound TCP 29876-29877 from Azure Batch (retired)',
  'requirement.inbound-batch-29876-29877.consequence':
    'In December 2020, Azure Batch needed this rule to reach the machines. Today, nothing uses these ports.',
  'requirement.inbound-batch-29876-29877.ask':
    'Remove the rule after each compute resource from before December 2022 was scaled to zero or created again.',
  'requirement.inbound-batch-29876-29877.disagree':
    'The training, traffic, and internet access pages no longer require it. A diagram of February 2025 still shows it. The exfiltration page still requires it for instances, without naming ports.',

  'requirement.inbound-aml-44224.name': 'Inbound TCP 44224 from AzureMachineLearning',
  'requirement.inbound-aml-44224.short': 'Inbound TCP 44224',
  'requirement.inbound-aml-44224.consequence':
    'Azure ML can’t set up, start, or stop the compute resource. It stays in the Creating state and then fails.',
  'requirement.inbound-aml-44224.consequence.cluster':
    'Azure ML can’t set up, start, or stop the nodes, so they become unusable.',
  'requirement.inbound-aml-44224.ask':
    'Allow inbound TCP 44224 from the service tag AzureMachineLearning. If a default route leads elsewhere, add a route for this tag with next hop Internet.',

  'requirement.inbound-none-for-npip.name': 'No inbound allow rules from the internet',
  'requirement.inbound-none-for-npip.consequence':
    'Nothing fails. The rule allows inbound traffic that a machine without a public IP address never receives.',
  'requirement.inbound-none-for-npip.ask':
    'Remove the rule, unless compute resources with a public IP address use the subnet.',

  'requirement.inbound-intra-subnet.name': 'Traffic between nodes in the subnet',
  'requirement.inbound-intra-subnet.short': 'Node to node',
  'requirement.inbound-intra-subnet.consequence':
    'Jobs on several nodes hang. A failing job never ends, because it can’t send its logs.',
  'requirement.inbound-intra-subnet.ask':
    'Allow all traffic between the addresses of the subnet, on any protocol and port, before any deny rule.',

  'requirement.inbound-azure-load-balancer.name': 'Inbound traffic from AzureLoadBalancer (health probe)',
  'requirement.inbound-azure-load-balancer.short': 'Health probe',
  'requirement.inbound-azure-load-balancer.consequence':
    'The load balancer treats the machines as down and doesn’t send traffic to them.',
  'requirement.inbound-azure-load-balancer.ask':
    'Allow inbound traffic from the service tag AzureLoadBalancer, before any deny rule.',

  'requirement.inbound-ssh-22-cluster.name': 'Inbound SSH (port 22) from your addresses only',
  'requirement.inbound-ssh-22-cluster.short': 'SSH',
  'requirement.inbound-ssh-22-cluster.consequence':
    'Either the whole internet can try to sign in over SSH, or you can’t sign in.',
  'requirement.inbound-ssh-22-cluster.ask':
    'Disable SSH if you can. Otherwise, allow inbound port 22 from your own addresses only. You can’t change SSH after the compute resource is created.',

  'requirement.inbound-vscode-8704-8710.name': 'Inbound TCP 8704-8710 from VS Code',
  'requirement.inbound-vscode-8704-8710.short': 'VS Code',
  'requirement.inbound-vscode-8704-8710.consequence':
    'VS Code inside the network can’t connect to the instance.',
  'requirement.inbound-vscode-8704-8710.ask':
    'Allow inbound TCP 8704-8710 from the machines that run VS Code.',

  'requirement.subnet-nsg-must-not-contradict-auto-nsg.name': 'Subnet’s NSG allows inbound port 44224',
  'requirement.subnet-nsg-must-not-contradict-auto-nsg.consequence':
    'The subnet’s NSG blocks inbound traffic that the NSG created by Azure ML allows.',
  'requirement.subnet-nsg-must-not-contradict-auto-nsg.ask':
    'Allow inbound port 44224 from AzureMachineLearning in the subnet’s NSG too, or use the subnet without an NSG.',

  'requirement.outbound-entra-80-443.name': 'Outbound TCP 80 and 443 to AzureActiveDirectory (sign-in)',
  'requirement.outbound-entra-80-443.short': 'Entra ID sign-in',
  'requirement.outbound-entra-80-443.consequence':
    'The compute resource gets no token from Microsoft Entra ID, so jobs and data mounts fail.',
  'requirement.outbound-entra-80-443.ask':
    'Allow outbound TCP 80 and 443 to AzureActiveDirectory in the NSG and in every firewall on the path. A firewall that filters by host name needs {hosts}.',

  'requirement.outbound-aml-443.name': 'Outbound TCP 443 to AzureMachineLearning',
  'requirement.outbound-aml-443.short': 'Azure ML',
  'requirement.outbound-aml-443.consequence': 'Azure ML can’t start jobs on the compute resource.',
  'requirement.outbound-aml-443.consequence.instance': 'The instance stays in the Creating state.',
  'requirement.outbound-aml-443.consequence.cluster': 'Jobs don’t start on the cluster.',
  'requirement.outbound-aml-443.ask':
    'Allow outbound TCP 443 to AzureMachineLearning in the NSG and in every firewall on the path.',

  'requirement.outbound-aml-18881.name': 'Outbound TCP 18881 to AzureMachineLearning (code completion)',
  'requirement.outbound-aml-18881.short': 'Code completion',
  'requirement.outbound-aml-18881.consequence': 'Code completion doesn’t work in notebooks on the instance.',
  'requirement.outbound-aml-18881.ask':
    'Allow outbound TCP 18881 to AzureMachineLearning in the NSG. In a firewall, use a network rule.',
  'requirement.outbound-aml-18881.disagree':
    'Two pages require it. The traffic page states that only a workspace with a private endpoint needs it.',

  'requirement.outbound-aml-8787.name': 'Outbound TCP 8787 to AzureMachineLearning (RStudio)',
  'requirement.outbound-aml-8787.short': 'RStudio',
  'requirement.outbound-aml-8787.consequence': 'You can’t open RStudio on the instance.',
  'requirement.outbound-aml-8787.ask':
    'If you use RStudio, allow outbound TCP 8787 to AzureMachineLearning in the NSG. In a firewall, use a network rule.',
  'requirement.outbound-aml-8787.disagree':
    'Two pages list it as required. The internet access page requires it only for RStudio.',

  'requirement.outbound-aml-udp-5831.name': 'Outbound UDP 5831 to AzureMachineLearning',
  'requirement.outbound-aml-udp-5831.short': 'Outbound UDP 5831',
  'requirement.outbound-aml-udp-5831.consequence':
    'Creating, updating, or deleting the compute resource can fail.',
  'requirement.outbound-aml-udp-5831.consequence.instance':
    'Creating, updating, or deleting the instance fails.',
  'requirement.outbound-aml-udp-5831.consequence.cluster':
    'Creating, updating, or deleting the cluster can fail.',
  'requirement.outbound-aml-udp-5831.ask':
    'Allow outbound UDP 5831 to AzureMachineLearning. Check the protocol: a rule for TCP doesn’t allow it.',
  'requirement.outbound-aml-udp-5831.disagree':
    'The internet access page of February 2025 lists the port for compute instances only. The training page requires it for clusters too. Clusters of AzureTRE work without it.',

  'requirement.outbound-batch-443.name': 'Outbound 443 to Azure Batch (BatchNodeManagement)',
  'requirement.outbound-batch-443.short': 'Azure Batch',
  'requirement.outbound-batch-443.consequence':
    'Azure Batch can’t start the machines, so the compute resource isn’t created.',
  'requirement.outbound-batch-443.consequence.instance':
    'Azure Batch can’t start the instance, so its creation times out.',
  'requirement.outbound-batch-443.consequence.cluster':
    'Azure Batch can’t start the nodes. They stay unusable, or the cluster stays at 0 nodes.',
  'requirement.outbound-batch-443.ask':
    'Allow outbound port 443 (any protocol) to BatchNodeManagement of the region. Do so in the NSG and in every firewall on the path.',

  'requirement.outbound-arm-443.name': 'Outbound TCP 443 to AzureResourceManager',
  'requirement.outbound-arm-443.short': 'Resource Manager',
  'requirement.outbound-arm-443.consequence': 'Code can’t create Azure resources or use a managed identity.',
  'requirement.outbound-arm-443.ask':
    'Allow outbound TCP 443 to AzureResourceManager in the NSG and in every firewall on the path. A firewall that filters by host name needs {hosts}.',

  'requirement.outbound-storage-443.name': 'Outbound TCP 443 to Storage (blobs)',
  'requirement.outbound-storage-443.short': 'Blob storage',
  'requirement.outbound-storage-443.consequence':
    'The compute resource can’t reach the storage that it starts from and that jobs read, so its creation fails.',
  'requirement.outbound-storage-443.consequence.cluster':
    'Nodes can’t reach the storage that they start from and that jobs read, so they become unusable.',
  'requirement.outbound-storage-443.ask':
    'Allow outbound TCP 443 to Storage of the region, and of the regions of your storage accounts. To limit where data can go, use a service endpoint policy instead of leaving out the rule.',
  'requirement.outbound-storage-443.disagree':
    'The training and internet access pages use the workspace’s region, and the exfiltration page uses the nodes’ region. Azure Batch no longer requires it, but Azure ML still lists it.',

  'requirement.outbound-storage-445.name': 'Outbound TCP 445 to Storage (file share)',
  'requirement.outbound-storage-445.short': 'File share',
  'requirement.outbound-storage-445.consequence':
    'The compute resource can’t mount the file share for notebooks and code.',
  'requirement.outbound-storage-445.ask':
    'Allow outbound TCP 445 to the storage account’s private endpoint. Without a private endpoint, allow it to Storage of the account’s region.',
  'requirement.outbound-storage-445.disagree':
    'The training page of June 2025 forbids blocking it. Two pages require it only with a firewall in front of the private endpoint. They are of February 2025 (internet access) and March 2026 (traffic). In 2022, Azure refused compute resources without it.',

  'requirement.outbound-virtualnetwork-443.name': 'Outbound TCP 443 to VirtualNetwork (private endpoints)',
  'requirement.outbound-virtualnetwork-443.short': 'Private endpoints',
  'requirement.outbound-virtualnetwork-443.consequence':
    'The compute resource can’t reach the private endpoints of the workspace, storage account, key vault, and registry.',
  'requirement.outbound-virtualnetwork-443.ask':
    'Allow outbound TCP 443 to the subnets of the private endpoints, before any deny rule.',

  'requirement.outbound-virtualnetwork-any.name': 'Outbound traffic on any port to VirtualNetwork',
  'requirement.outbound-virtualnetwork-any.short': 'Virtual network',
  'requirement.outbound-virtualnetwork-any.consequence':
    'The compute resource can’t reach private endpoints, DNS servers, and other machines in the virtual network.',
  'requirement.outbound-virtualnetwork-any.ask':
    'Allow outbound traffic on any port to VirtualNetwork, before any deny rule.',

  'requirement.outbound-frontdoor-frontend-443.name': 'Outbound TCP 443 to AzureFrontDoor.Frontend (studio)',
  'requirement.outbound-frontdoor-frontend-443.short': 'Studio pages',
  'requirement.outbound-frontdoor-frontend-443.consequence':
    'The studio doesn’t load from inside the network, and automated ML can’t download its images.',
  'requirement.outbound-frontdoor-frontend-443.ask':
    'Allow outbound TCP 443 to AzureFrontDoor.Frontend. A firewall that filters by host name needs only {hosts}.',

  'requirement.outbound-mcr-443.name': 'Outbound TCP 443 to MicrosoftContainerRegistry',
  'requirement.outbound-mcr-443.short': 'Microsoft images',
  'requirement.outbound-mcr-443.consequence': 'Base images can’t be pulled, so jobs fail before they start.',
  'requirement.outbound-mcr-443.ask':
    'Allow outbound TCP 443 to MicrosoftContainerRegistry, and to AzureFrontDoor.FirstParty, on which it depends. A firewall that filters by host name needs mcr.microsoft.com and *.data.mcr.microsoft.com.',
  'requirement.outbound-mcr-443.disagree':
    'The internet access and exfiltration pages use the regional tag, and the traffic page uses the global one. The regional tag is checked, and a rule with the global tag covers it.',

  'requirement.outbound-frontdoor-firstparty-443.name':
    'Outbound TCP 443 to AzureFrontDoor.FirstParty (image layers)',
  'requirement.outbound-frontdoor-firstparty-443.short': 'Image layers',
  'requirement.outbound-frontdoor-firstparty-443.consequence':
    'Image pulls stop after the manifest, because Azure Front Door delivers the layers.',
  'requirement.outbound-frontdoor-firstparty-443.ask':
    'Allow outbound TCP 443 to AzureFrontDoor.FirstParty. A firewall that filters by host name needs *.data.mcr.microsoft.com.',

  'requirement.outbound-acr-443.name': 'Outbound TCP 443 to AzureContainerRegistry',
  'requirement.outbound-acr-443.short': 'Your registry',
  'requirement.outbound-acr-443.consequence':
    'The compute resource can’t pull images from your container registry.',
  'requirement.outbound-acr-443.ask':
    'Allow outbound TCP 443 to AzureContainerRegistry and Storage of the registry’s region, or create a private endpoint for the registry.',
  'requirement.outbound-acr-443.disagree':
    'In December 2020, the tag was required. Today’s tables don’t list it, but they still require a registry for each custom image.',

  'requirement.outbound-azuremonitor-443.name': 'Outbound TCP 443 to AzureMonitor (logs and metrics)',
  'requirement.outbound-azuremonitor-443.short': 'Logs and metrics',
  'requirement.outbound-azuremonitor-443.consequence': 'You don’t have logs and metrics for troubleshooting.',
  'requirement.outbound-azuremonitor-443.ask':
    'Allow outbound TCP 443 to AzureMonitor, or use an Azure Monitor private link scope in Open mode.',

  'requirement.outbound-keyvault-443.name': 'Outbound TCP 443 to AzureKeyVault',
  'requirement.outbound-keyvault-443.short': 'Key vault',
  'requirement.outbound-keyvault-443.consequence':
    'In a workspace for high business impact data, creating the compute resource fails.',
  'requirement.outbound-keyvault-443.ask':
    'Allow outbound TCP 443 to AzureKeyVault of the region. A firewall that filters by host name needs {hosts}.',
  'requirement.outbound-keyvault-443.disagree':
    'Two pages require it only for high business impact workspaces. The traffic flow page requires it for all workspaces.',

  'requirement.outbound-graph-443.name': 'Outbound TCP 443 to Microsoft Graph',
  'requirement.outbound-graph-443.short': 'Microsoft Graph',
  'requirement.outbound-graph-443.consequence':
    'Azure can’t look up users, and code that calls Microsoft Graph fails.',
  'requirement.outbound-graph-443.consequence.instance':
    'You can’t assign the instance to another user, because Azure can’t look up that user.',
  'requirement.outbound-graph-443.ask':
    'Allow outbound TCP 443 to AzureActiveDirectory, which includes the addresses of Microsoft Graph. A firewall that filters by host name needs the cloud’s Microsoft Graph host.',
  'requirement.outbound-graph-443.disagree':
    'The traffic page of March 2026 still lists graph.windows.net. That host belongs to Azure AD Graph, which ended in 2025, so it isn’t checked.',

  'requirement.outbound-websocket.name': 'WebSocket connections to notebooks',
  'requirement.outbound-websocket.short': 'Notebook WebSockets',
  'requirement.outbound-websocket.consequence': 'Notebook kernels and terminals don’t connect.',
  'requirement.outbound-websocket.ask':
    'Does every proxy between users and the instance pass WebSocket connections without TLS inspection? They go to {hosts}.',

  'requirement.outbound-python-packages.name': 'Outbound TCP 443 to Python and R package hosts',
  'requirement.outbound-python-packages.short': 'Package hosts',
  'requirement.outbound-python-packages.consequence':
    'Environments that install packages from the internet can’t be built. Curated environments and images in your registry still work.',
  'requirement.outbound-python-packages.ask':
    'Do you use a private package feed? If not, does the firewall allow TCP 443 to pypi.org, *.anaconda.com, *.anaconda.org, pytorch.org, and cloud.r-project.org?',

  'requirement.outbound-vscode-hosts.name': 'Outbound TCP 443 to VS Code hosts',
  'requirement.outbound-vscode-hosts.short': 'VS Code hosts',
  'requirement.outbound-vscode-hosts.consequence':
    'VS Code hangs while it installs its server on the instance.',
  'requirement.outbound-vscode-hosts.ask':
    'Does the firewall allow TCP 443 to code.visualstudio.com, update.code.visualstudio.com, marketplace.visualstudio.com, *.vo.msecnd.net, and *.gallerycdn.vsassets.io?',
  'requirement.outbound-vscode-hosts.disagree':
    'The two pages list different GitHub hosts for the parts of the server.',

  'requirement.outbound-rstudio-hosts.name': 'Outbound TCP 443 to RStudio hosts',
  'requirement.outbound-rstudio-hosts.short': 'RStudio hosts',
  'requirement.outbound-rstudio-hosts.consequence': 'The instance can’t pull the RStudio image.',
  'requirement.outbound-rstudio-hosts.ask':
    'Do you use RStudio? Then does the firewall allow TCP 443 to ghcr.io, pkg-containers.githubusercontent.com, and cloud.r-project.org?',

  'requirement.outbound-signin-cdn.name': 'Outbound TCP 443 to aadcdn.msftauth.net (sign-in page)',
  'requirement.outbound-signin-cdn.short': 'Sign-in page',
  'requirement.outbound-signin-cdn.consequence':
    'A browser inside the network doesn’t show the sign-in page when sign-in requires a second factor.',
  'requirement.outbound-signin-cdn.ask':
    'Do you use a browser inside this network? Then allow outbound TCP 443 to aadcdn.msftauth.net.',

  'requirement.restricted-egress-composite-2020.name': 'Outbound rules from the December 2020 list',
  'requirement.restricted-egress-composite-2020.consequence':
    'An NSG that follows the list of December 2020 blocks UDP 5831, Azure Batch, and Azure Front Door.',
  'requirement.restricted-egress-composite-2020.ask':
    'Fix the blocked outbound flows. Together, they are today’s list.',

  'requirement.outbound-default-open.name': 'Outbound traffic limited by NSG rules',
  'requirement.outbound-default-open.consequence':
    'Everything works, but data can leave to any internet address.',
  'requirement.outbound-default-open.ask':
    'To limit where data can go, allow the required flows and deny other outbound traffic.',

  'requirement.service-tag-region-selection.name': 'Service tags of both regions allowed',
  'requirement.service-tag-region-selection.consequence':
    'A rule for only one of the two regions blocks the services in the other one.',
  'requirement.service-tag-region-selection.ask':
    'Use the service tags of both the workspace’s region and the subnet’s region, or the tags without a region.',
  'requirement.service-tag-region-selection.disagree':
    'Two pages use the workspace’s region, and two others use the nodes’ region. Both regions are required.',

  'requirement.exfil-service-endpoint-policy.name': 'Service endpoint policy allows Azure ML’s storage',
  'requirement.exfil-service-endpoint-policy.consequence':
    'A policy without Azure ML’s own storage blocks it, so the machines don’t start.',
  'requirement.exfil-service-endpoint-policy.ask':
    'Does each service endpoint policy of the subnet list /services/Azure/MachineLearning and your storage accounts?',
  'requirement.exfil-service-endpoint-policy.disagree':
    'Pages of 2018 and 2022 state that these policies don’t work with Batch and Azure ML. The exfiltration page of 2024 describes how to use them.',

  'requirement.exfil-curated-env-registry.name': 'Curated environments from mcr.microsoft.com',
  'requirement.exfil-curated-env-registry.consequence':
    'Older curated environments are in viennaglobal.azurecr.io and can’t be pulled.',
  'requirement.exfil-curated-env-registry.ask':
    'Do jobs use the latest curated environments, which are in mcr.microsoft.com?',

  'requirement.egress-explicit-for-npip.name': 'Outbound access to the internet',
  'requirement.egress-explicit-for-npip.consequence':
    'Sign-in, Azure Batch, and packages can’t be reached, so creating the compute resource times out.',
  'requirement.egress-explicit-for-npip.ask':
    'Associate a NAT gateway with the subnet, or route 0.0.0.0/0 to a firewall that allows the required flows.',
  'requirement.egress-explicit-for-npip.disagree':
    'The training page of June 2025 contradicts itself: in its table, default outbound access works, and in its text, such machines don’t reach the internet by default. Batch’s notice ends default outbound access on March 31, 2026 (first announced for September 30, 2025). The network notice of the same day doesn’t change existing virtual networks.',

  'requirement.default-outbound-new-vnets.name': 'No reliance on default outbound access',
  'requirement.default-outbound-new-vnets.consequence':
    'Since API version 2025-07-01, subnets of new virtual networks are private. The same template then doesn’t give outbound access.',
  'requirement.default-outbound-new-vnets.ask':
    'Associate a NAT gateway with the subnet, and set defaultOutboundAccess explicitly. The change reaches a machine when it’s deallocated.',

  'requirement.route-internet-in-private-subnet.name': 'Routes to the internet have outbound access',
  'requirement.route-internet-in-private-subnet.consequence':
    'Azure drops the traffic of these routes, because the private subnet doesn’t have a public address for it.',
  'requirement.route-internet-in-private-subnet.ask':
    'Associate a NAT gateway with the subnet, or remove the routes.',

  'requirement.udr-forced-tunnel-batch.name': 'Replies to Azure Batch go directly to the internet',
  'requirement.udr-forced-tunnel-batch.consequence':
    'In December 2020, machines became unusable when replies to Azure Batch took another path. Today, Azure Batch doesn’t connect to them.',
  'requirement.udr-forced-tunnel-batch.ask':
    'For the requirements of December 2020, route BatchNodeManagement to next hop Internet.',
  'requirement.udr-forced-tunnel-batch.disagree':
    'The traffic page still refers to the addresses of Batch. With simplified communication, they aren’t needed.',

  'requirement.udr-forced-tunnel-aml.name': 'Replies to Azure ML go directly to the internet',
  'requirement.udr-forced-tunnel-aml.consequence':
    'Replies to Azure ML leave through the tunnel (asymmetric routing), so creating the compute resource fails.',
  'requirement.udr-forced-tunnel-aml.ask':
    'In the subnet’s route table, route the service tag AzureMachineLearning to next hop Internet.',

  'requirement.udr-forced-tunnel-nat-option.name': 'NAT gateway carries the outbound traffic',
  'requirement.udr-forced-tunnel-nat-option.consequence':
    'The default route bypasses the NAT gateway. You pay for the gateway without using it.',
  'requirement.udr-forced-tunnel-nat-option.ask':
    'Remove the default route from the subnet’s route table, or remove the NAT gateway.',

  'requirement.udr-storage-through-appliance.name': 'Appliance allows storage traffic',
  'requirement.udr-storage-through-appliance.consequence':
    'The compute resource fails if the appliance blocks blobs, queues, or tables.',
  'requirement.udr-storage-through-appliance.ask':
    'Does the appliance allow TCP 443 to these hosts: {hosts}?',

  'requirement.udr-no-blackhole.name': 'No route drops required traffic',
  'requirement.udr-no-blackhole.consequence': 'Azure drops traffic that the compute resource needs.',
  'requirement.udr-no-blackhole.ask': 'Remove the route with next hop None, or narrow its destination.',

  'requirement.udr-appliance-health.name': 'Appliance of the route is reachable',
  'requirement.udr-appliance-health.consequence':
    'Traffic that the route sends to the appliance loops or is dropped.',
  'requirement.udr-appliance-health.ask':
    'Put the appliance in another subnet of this network or of a peered one. Enable IP forwarding on it, and allow forwarded traffic in the peering.',

  'requirement.udr-service-tag-limits.name': 'Route table within Azure’s limits',
  'requirement.udr-service-tag-limits.consequence': 'Azure refuses more routes.',
  'requirement.udr-service-tag-limits.ask':
    'Use at most 400 routes in a route table, and at most 25 of them with a service tag.',

  'requirement.udr-unsupported-tags.name': 'Service tags that routes support',
  'requirement.udr-unsupported-tags.consequence': 'Azure refuses the route table.',
  'requirement.udr-unsupported-tags.ask':
    'A route can’t have VirtualNetwork, AzureLoadBalancer, Internet, or a platform tag as its destination. Use address prefixes instead.',

  'requirement.udr-bgp-default-route.name': 'No default route from on-premises (BGP)',
  'requirement.udr-bgp-default-route.consequence':
    'A default route that on-premises advertises sends all traffic into the tunnel, even without a route table.',
  'requirement.udr-bgp-default-route.ask':
    'Check with your network team whether on-premises advertises 0.0.0.0/0. To ignore it, use a route table that doesn’t propagate gateway routes.',

  'requirement.nat-gateway-compat.name': 'NAT gateway with a matching public IP address',
  'requirement.nat-gateway-compat.consequence': 'The NAT gateway doesn’t give the subnet outbound access.',
  'requirement.nat-gateway-compat.ask':
    'Give the NAT gateway a public IP address or prefix of the same SKU (Standard or StandardV2).',

  'requirement.npip-requires-private-endpoint.name': 'Private endpoint for the workspace',
  'requirement.npip-requires-private-endpoint.consequence':
    'Creating the compute resource fails, or it can’t reach the workspace.',
  'requirement.npip-requires-private-endpoint.ask':
    'Add a private endpoint (amlworkspace) for the workspace to this network or a connected one. Alternatively, use a public IP address for the compute resource.',

  'judge.notChosen': 'No subnet is selected yet.',
  'judge.subnetNotFound': '{name} wasn’t found.',
  'judge.managed': 'The workspace uses a managed virtual network.',
  'judge.otherKind.cluster': 'Only a compute cluster needs it.',
  'judge.otherKind.instance': 'Only a compute instance needs it.',
  'judge.otherKind.several': 'This kind of compute resource doesn’t need it.',
  'judge.onlyPublicIp': 'A compute resource without a public IP address doesn’t need it.',
  'judge.onlyNoPublicIp': 'A compute resource with a public IP address doesn’t need it.',
  'judge.onlyPrivateLink': 'The workspace doesn’t have a private endpoint.',
  'judge.otherCloud': 'Service {tag:tag|tags} {tag} {tag:doesn’t|don’t} exist in this cloud.',
  'judge.noEndpoint': 'This network and its peered networks don’t have private endpoints.',
  'judge.endpointInstead': 'Traffic uses private endpoint {name} instead.',
  'judge.internetOpen': 'The whole internet is reachable on TCP 443.',
  'judge.existingOnly': 'This applies only to existing compute resources, and this one is new.',
  'judge.sameRegion': 'The subnet and the workspace are in the same region.',
  'judge.endpointsNotRead': 'Private endpoints weren’t read.',

  'judge.assume.kind.cluster': 'You plan a compute cluster.',
  'judge.assume.kind.instance': 'You plan a compute instance.',
  'judge.assume.publicIp.with': 'The compute resource has a public IP address.',
  'judge.assume.publicIp.without': 'The compute resource doesn’t have a public IP address.',
  'judge.assume.privateLink': 'The workspace has a private endpoint.',
  'judge.assume.workspaceRegion': 'The workspace is in the subnet’s region, {region}.',
  'judge.assume.subnetRegion': 'The subnet is in the workspace’s region, {region}.',
  'judge.assume.storageRegion': 'The workspace’s storage account is in {region}.',
  'judge.assume.registryRegion': 'The workspace’s container registry is in {region}.',
  'judge.assume.vaultRegion': 'The workspace’s key vault is in {region}.',
  'judge.assume.datastoreRegion': 'The storage account {name} of a datastore is in {region}.',
  'judge.assume.datastoreRegions': 'Storage accounts that datastores use are in {region}.',
  'judge.assume.amlRegistries': 'Azure Machine Learning registries that jobs use are in {region}.',
  'judge.assume.nearestReplica': 'The container registry answers pulls from its replica in {region}.',
  'judge.assume.noDataEndpoints': 'The container registry doesn’t use dedicated data endpoints.',
  'judge.unstatedRegion':
    'The result depends on the region, which the files don’t state. Set the region with {option} or {setting}.',
  'judge.assume.preflight':
    'Azure ML accepts rule {rule} as an allow rule for TCP 445 to Storage. In 2022, it compared the text of rules and required Storage or Internet.',
  'judge.assume.forwarding': 'IP forwarding is enabled at {ip}.',
  'judge.assume.zones': 'The workspace’s DNS zones are linked to this network.',

  'judge.subscription.same': 'the network and the workspace are in subscription {subscription}',
  'judge.subscription.other': 'the network is in subscription {network}, and the workspace in {workspace}',
  'judge.dataRegion.same': '{accounts} {n:is|are} in {region}, as the compute resource is',
  'judge.dataRegion.statedSame': 'the data and the compute resource are in {region}',
  'judge.dataRegion.elsewhere': '{accounts} {n:is|are} in {regions}, and the compute resource in {region}',
  'judge.dataRegion.statedElsewhere': 'the data is in {regions}, and the compute resource in {region}',
  'judge.region.same': 'the network and the workspace are in {region}',
  'judge.region.compute': 'the network is in {network}, and the compute resource in {compute}',
  'judge.region.other': 'the network is in {network}, and the workspace in {workspace}',
  'judge.connection.own': 'the workspace has a private endpoint in this network',
  'judge.connection.peered': 'the workspace has a private endpoint in peered network {name}',
  'judge.connection.notPeered':
    'the workspace doesn’t have a private endpoint in this network or a peered one',
  'judge.connection.elsewhere':
    'the workspace doesn’t have a private endpoint in this network or a peered one, but another path might exist',
  'judge.free.enough': '{free} {free:address is|addresses are} free, and {needed} {needed:is|are} needed',
  'judge.free.short':
    '{free} {free:address is|addresses are} free, and up to {needed} {needed:is|are} needed',
  'judge.free.none': 'all addresses are in use',
  'judge.size.enough': 'the subnet has {usable} usable {usable:address|addresses}',
  'judge.size.small':
    'the subnet has {usable} usable {usable:address|addresses}, and up to {needed} {needed:is|are} needed',
  'judge.delegation.none': 'the subnet isn’t delegated',
  'judge.delegation.given': 'the subnet is delegated to {service}',
  'judge.name.free': '{name} isn’t a reserved name',
  'judge.name.reserved': 'Azure reserves the name {name}',
  'judge.name.unstated': 'The value of {name} isn’t known, so it might be a reserved name.',
  'judge.databricks.no': 'the subnet isn’t delegated to Databricks',
  'judge.databricks.yes': 'Databricks uses the subnet',
  'judge.overlap.none': 'the network doesn’t overlap 172.17.0.0/16',
  'judge.overlap.own': '{prefix} overlaps 172.17.0.0/16',
  'judge.overlap.peer': '{prefix} of {name} overlaps 172.17.0.0/16',
  'judge.addresses.fine': 'Azure accepts the address space',
  'judge.addresses.refused': '{prefix} overlaps {reserved}, which Azure refuses',
  'judge.model.fine': 'the network is a Resource Manager network',
  'judge.model.classic': 'the network is a classic network',
  'judge.setUp.subnet': 'The compute resource uses one of your subnets.',
  'judge.setUp.own': 'The workspace doesn’t use a managed virtual network.',
  'judge.setUp.done': 'the managed virtual network is provisioned',
  'judge.setUp.notYet':
    'the managed virtual network isn’t provisioned yet, so the first compute resource waits for it',
  'judge.managed.own': 'the workspace doesn’t use a managed virtual network',
  'judge.managed.used': 'the plan doesn’t use a subnet',
  'judge.managed.forbidden': '{workspace} uses a managed virtual network',
  'judge.computeName.fine': '{name} is a valid name',
  'judge.computeName.cluster': 'use 3 to 32 letters, digits, or hyphens, and start with a letter',
  'judge.computeName.instance': 'use 3 to 24 letters, digits, or hyphens, and start with a letter',
  'judge.computeName.databricks': 'use 2 to 16 letters, digits, or hyphens, and start with a letter',
  'judge.computeName.virtual-machine': 'use 2 to 16 letters, digits, or hyphens, and start with a letter',
  'judge.computeName.hdinsight': 'use 2 to 16 letters, digits, or hyphens, and start with a letter',
  'judge.computeName.end': 'the name must end with a letter or digit',
  'judge.computeName.hyphen': 'a letter must follow each hyphen',
  'judge.computeName.long': 'Azure’s create page documents at most 24 characters',
  'judge.computeName.none': 'No name is entered yet.',
  'judge.oldOpening.none': 'Azure Batch no longer connects to nodes.',
  'judge.oldOpening.rule': 'rule {priority} {name} still allows it',
  'judge.inbound.none': 'no rule allows inbound traffic from the internet',
  'judge.inbound.rule':
    'rule {priority} {name} allows inbound traffic from {source}, which isn’t needed without a public IP address',
  'judge.ssh.notWanted': 'SSH is disabled.',
  'judge.ssh.open': 'rule {priority} {name} allows inbound port 22 from the whole internet',
  'judge.ssh.noGroup': 'the subnet doesn’t have an NSG, so the whole internet can try port 22',
  'judge.ssh.closed': 'no rule allows inbound port 22',
  'judge.ssh.limited': 'rule {priority} {name} allows inbound port 22 from {source} only',
  'judge.agree.noGroup': 'the subnet doesn’t have an NSG',
  'judge.agree.yes': 'the subnet’s NSG allows inbound port 44224',
  'judge.agree.no': 'the subnet’s NSG blocks inbound port 44224',
  'judge.open.restricted': 'rule {priority} {name} limits outbound traffic',
  'judge.open.noGroup': 'the subnet doesn’t have an NSG, so all outbound traffic is allowed',
  'judge.open.noDeny': 'no rule limits outbound traffic',
  'judge.tagRegions.fine': 'the service tags of both regions are allowed',
  'judge.tagRegions.open': 'some service tags of these regions aren’t allowed: {regions}',
  'judge.endpointPolicy.none': 'The subnet doesn’t have a service endpoint policy.',
  'judge.policy.noAlias':
    '{name} doesn’t list /services/Azure/MachineLearning, so it blocks Azure ML’s own storage',
  'judge.policy.noAccount': '{name} blocks the workspace’s storage account {account}',
  'judge.policy.allows': '{name} allows Azure ML’s own storage',
  'judge.policy.noEndpoint':
    '{name} doesn’t apply, because the subnet doesn’t have the service endpoint Microsoft.Storage',
  'judge.list2020.no': 'The rules don’t follow the list of December 2020.',
  'judge.list2020.yes': 'the rules follow the list of December 2020 and block what was added later',
  'judge.list2020.then': 'The rules are checked against that list.',
  'judge.wayOut.nat': 'outbound traffic uses NAT gateway {name}',
  'judge.wayOut.appliance': 'route {route} sends outbound traffic to appliance {ip}',
  'judge.wayOut.hub': 'virtual hub {hub} routes outbound traffic to its appliance',
  'judge.wayOut.learned': 'a gateway advertises a default route, which sends outbound traffic to on-premises',
  'judge.wayOut.gateway': 'route {route} sends outbound traffic to the gateway to on-premises',
  'judge.wayOut.dropped': 'route {route} drops all outbound traffic',
  'judge.wayOut.private':
    'the private subnet doesn’t have a NAT gateway, public IP address, or network virtual appliance (NVA)',
  'judge.wayOut.default':
    'the subnet has only default outbound access. For pools without a public IP address, Batch announced its end for March 31, 2026',
  'judge.wayOut.unclear':
    'The subnet doesn’t set defaultOutboundAccess, and its default depends on the API version.',
  'judge.wayOut.natEmpty': 'NAT gateway {name} doesn’t have a public IP address',
  'judge.defaultAccess.no': 'the subnet doesn’t use default outbound access',
  'judge.defaultAccess.yes':
    'the subnet uses default outbound access, which new virtual networks don’t have since March 31, 2026',
  'judge.directRoutes.none': 'No route has next hop Internet.',
  'judge.directRoutes.fine': 'the subnet has outbound access with a public IP address',
  'judge.directRoutes.lost':
    'route {route} leads to the internet, but the private subnet doesn’t have a NAT gateway',
  'judge.batchReplies.retired': 'Azure Batch no longer connects to nodes.',
  'judge.replies.direct': 'replies go directly to the internet',
  'judge.replies.lost': 'replies leave through route {route}',
  'judge.nat.none': 'The subnet doesn’t have a NAT gateway.',
  'judge.nat.used': 'outbound traffic uses {name}',
  'judge.nat.bypassed': 'route {route} sends all traffic past {name}',
  'judge.blackhole.none': 'no route with next hop None drops required traffic',
  'judge.blackhole.some': 'route {route} drops required traffic',
  'judge.appliance.none': 'No route leads to an appliance.',
  'judge.appliance.fine': '{ip} is in this network or a peered one',
  'judge.appliance.own': '{ip} is in this subnet, so traffic loops',
  'judge.appliance.elsewhere': '{ip} is outside {network}. A peering in another file might lead there.',
  'judge.appliance.far': '{ip} isn’t in this network or a peered one',
  'judge.appliance.nowhere': '{ip} isn’t in a subnet of {network}, so no machine has this address',
  'judge.appliance.noAddress': 'route {route} doesn’t have a next hop address',
  'judge.appliance.forwarding': 'the peering with {name} doesn’t allow forwarded traffic',
  'judge.routes.none': 'The subnet doesn’t have a route table.',
  'judge.routes.within': 'the table has {routes} {routes:route|routes}, including {tags} with a service tag',
  'judge.routes.tooManyTags': 'the table has {tags} routes with a service tag, and Azure accepts 25',
  'judge.routes.many': 'the table has {routes} routes, and Azure documents a limit of 400',
  'judge.routeTags.fine': 'Azure accepts all destinations',
  'judge.routeTags.refused': 'route {route} has the destination {tag}',
  'judge.bgp.hub': 'virtual hub {hub} advertises 0.0.0.0/0 to its own appliance',
  'judge.bgp.learned': 'a gateway advertises 0.0.0.0/0, which sends all traffic to on-premises',
  'judge.bgp.told': 'effective routes don’t include a default route from a gateway',
  'judge.bgp.none': 'no gateway advertises routes',
  'judge.bgp.off': 'the route table doesn’t propagate gateway routes',
  'judge.bgp.own': 'route {route} decides where the default traffic goes',
  'judge.natGateway.none': 'The subnet doesn’t have a NAT gateway.',
  'judge.natGateway.fine': '{name} ({sku}) has {addresses} public {addresses:address|addresses}',
  'judge.natGateway.noAddress': '{name} doesn’t have a public IP address',
  'judge.natGateway.unlike': '{name} has SKU {sku} and can’t use the {kind} address {address}',
  'judge.natGateway.sku': '{name} has the unknown SKU {sku}',
  'judge.endpoint.yes': '{workspace} has a private endpoint',
  'judge.endpoint.no': '{workspace} doesn’t have a private endpoint',
  'judge.endpoint.waiting':
    'private endpoint {endpoint} for {workspace} waits for approval by the workspace’s owner',

  'fit.otherRegion': 'Other region',
  'fit.otherSubscription': 'Other subscription',
  'fit.containerOverlap': 'Overlaps 172.17.0.0/16',
  'fit.addresses': 'Addresses that Azure refuses',
  'fit.full': 'Full (0 addresses free)',
  'fit.given': 'Delegated to {service}',
  'fit.reservedName': 'Reserved name',
  'fit.classic': 'Classic network',
  'fit.managed': 'Workspace with a managed virtual network',
} as const;
