/**
 * What a person reads of each requirement: its name (and a short one where there is little room), what happens if it is left open, what to do where no fix is
 * offered (`ask`), and how sources contradict each other (`disagree`).
 */
export const requirements = {
  'requirement.vnet-same-subscription.name': 'Network in the workspace’s subscription',
  'requirement.vnet-same-subscription.consequence':
    'Creating the compute fails, or the network cannot be chosen.',
  'requirement.vnet-same-subscription.ask':
    'Choose or create a virtual network in the workspace’s subscription; its resource group may be another one.',

  'requirement.vnet-same-region-instance.name': 'Network in the workspace’s region',
  'requirement.vnet-same-region-instance.consequence': 'Creating the instance fails.',
  'requirement.vnet-same-region-instance.ask':
    'Choose a subnet in the workspace’s region, or create a cluster, which may run in another region.',

  'requirement.vnet-same-region-cluster.name': 'Network in the workspace’s region',
  'requirement.vnet-same-region-cluster.consequence':
    'Data crosses regions: slower, and billed. The nodes must also reach the workspace from there.',
  'requirement.vnet-same-region-cluster.ask':
    'Choose a subnet in the workspace’s region, or make sure that the other network reaches the workspace.',
  'requirement.vnet-same-region-cluster.disagree':
    'Two pages of 2024 and 2025 let a cluster run in another region; the private endpoint page of May 2025 asks for the same one.',

  'requirement.cluster-cross-region-connectivity.name': 'Other network reaches the workspace',
  'requirement.cluster-cross-region-connectivity.consequence':
    'Nodes cannot reach the workspace, so they never become ready and jobs fail.',
  'requirement.cluster-cross-region-connectivity.ask':
    'Peer this network with the one that holds the workspace’s private endpoint and link its DNS zones, or add a private endpoint here.',

  'requirement.computes-in-pe-vnet.name': 'Network reaches the workspace',
  'requirement.computes-in-pe-vnet.consequence':
    'The compute resource can’t reach the workspace and doesn’t become ready.',
  'requirement.computes-in-pe-vnet.consequence.instance':
    'The instance can’t reach the workspace: it doesn’t become ready, or its notebooks stop working.',
  'requirement.computes-in-pe-vnet.ask':
    'Choose a subnet in the network of the workspace’s private endpoint, or peer this network with it and link its DNS zones.',
  'requirement.computes-in-pe-vnet.disagree':
    'The training page states that an instance can’t be in another region or virtual network than the workspace’s private endpoint. The private endpoint page allows several networks. A peered network with linked DNS zones works in practice.',

  'requirement.subnet-free-ips-cluster.name': 'Free addresses for all nodes',
  'requirement.subnet-free-ips-cluster.consequence': 'Only some of the nodes start, and jobs wait.',
  'requirement.subnet-free-ips-cluster.ask': 'Choose a larger or emptier subnet, or fewer nodes at most.',

  'requirement.subnet-free-ips-instance.name': 'A free address',
  'requirement.subnet-free-ips-instance.consequence': 'Creating the instance fails for lack of an address.',
  'requirement.subnet-free-ips-instance.ask':
    'Choose a subnet with a free address. A stopped instance keeps its own until it is deleted.',

  'requirement.subnet-minimum-prefix.name': 'Subnet large enough',
  'requirement.subnet-minimum-prefix.consequence':
    'Azure keeps five addresses of every subnet; the rest never suffices for this plan.',
  'requirement.subnet-minimum-prefix.ask':
    'Size the subnet for all nodes, instances and private endpoints: a /27 has 27 addresses, a /26 has 59, a /24 has 251.',

  'requirement.subnet-no-delegation.name': 'Subnet not given to another service',
  'requirement.subnet-no-delegation.consequence': 'Creating the compute fails.',
  'requirement.subnet-no-delegation.ask':
    'Choose a subnet that is not delegated, or remove the delegation once the other service has moved out.',

  'requirement.subnet-reserved-name.name': 'Subnet not reserved by Azure',
  'requirement.subnet-reserved-name.consequence':
    'Azure keeps this subnet for a gateway, firewall or bastion with rules of its own.',
  'requirement.subnet-reserved-name.ask': 'Choose another subnet.',

  'requirement.subnet-not-shared-with-databricks.name': 'Subnet not used by Databricks',
  'requirement.subnet-not-shared-with-databricks.consequence':
    'Databricks can no longer update its network rules, and it shares a subnet with nobody.',
  'requirement.subnet-not-shared-with-databricks.ask': 'Give Azure ML a subnet of its own.',

  'requirement.vnet-docker-bridge-overlap.name': 'No clash with container addresses',
  'requirement.vnet-docker-bridge-overlap.consequence':
    'Containers of the compute resource use 172.17.0.0/16 themselves and can’t reach anything else there.',
  'requirement.vnet-docker-bridge-overlap.ask':
    'Choose a network that uses no address of 172.17.0.0/16, also on-premises and in peered networks.',

  'requirement.vnet-address-space-disallowed.name': 'Addresses Azure accepts',
  'requirement.vnet-address-space-disallowed.consequence': 'Creating the network fails.',
  'requirement.vnet-address-space-disallowed.ask':
    'Remove multicast, broadcast, loopback, link-local and Azure’s own addresses from the network.',

  'requirement.vnet-resource-manager-model.name': 'Not a classic network',
  'requirement.vnet-resource-manager-model.consequence': 'Creating the compute fails.',
  'requirement.vnet-resource-manager-model.ask': 'Choose a Resource Manager network.',

  'requirement.compute-vnet-immutable.name': 'Subnet stays for good',
  'requirement.compute-vnet-immutable.consequence':
    'An existing compute cannot be moved to another subnet; it must be deleted and created again.',
  'requirement.compute-vnet-immutable.ask': 'Delete the compute and create it again in the wanted subnet.',

  'requirement.recreate-after-private-link-change.name': 'Made after private link was set',
  'requirement.recreate-after-private-link-change.consequence':
    'Computes that are older than the workspace’s private endpoint lose contact with the workspace.',
  'requirement.recreate-after-private-link-change.ask':
    'Create computes again after private link was switched on or off.',

  'requirement.managed-vnet-exclusive.name': 'Workspace lets you choose a subnet',
  'requirement.managed-vnet-exclusive.consequence':
    'The workspace runs its own network: computes cannot use a subnet of yours, and this cannot be switched off.',
  'requirement.managed-vnet-exclusive.ask':
    'Create the compute without a subnet, or choose a workspace that runs no network of its own.',

  'requirement.managed-network-set-up.name': 'Managed network is set up',
  'requirement.managed-network-set-up.consequence':
    'The first compute waits for minutes until Azure has set up the network of the workspace.',
  'requirement.managed-network-set-up.ask':
    'Set it up now, or let the first compute wait for it. Whoever may write the workspace can do it.',

  'requirement.managed-vnet-migration.name': 'Made after the managed network was set',
  'requirement.managed-vnet-migration.consequence':
    'Computes that are older than the managed network stay outside of it.',
  'requirement.managed-vnet-migration.ask':
    'Delete older computes and create them again after the managed network was switched on.',

  'requirement.lighthouse-unsupported.name': 'Signed in from the owning organisation',
  'requirement.lighthouse-unsupported.consequence':
    'Creating a compute in a network fails when the subscription is managed through Azure Lighthouse.',
  'requirement.lighthouse-unsupported.ask':
    'Is the subscription managed for another organisation through Azure Lighthouse? Then create the compute with an account of the owning one.',

  'requirement.storage-region-close-to-compute.name': 'Storage in the same region',
  'requirement.storage-region-close-to-compute.consequence':
    'Data crosses regions: slower, billed, and now and then a timeout.',
  'requirement.storage-region-close-to-compute.ask':
    'Is the data in the region of the nodes? If not, expect transfer cost and delays.',

  'requirement.notebook-data-same-vnet-subnet.name': 'Notebook data in the same subnet',
  'requirement.notebook-data-same-vnet-subnet.consequence':
    'Notebooks cannot read data that is secured in another network or subnet.',
  'requirement.notebook-data-same-vnet-subnet.ask':
    'Which subnets may read the notebooks’ data? In December 2020 this one had to be among them.',

  'requirement.compute-name-format.name': 'Name Azure accepts',
  'requirement.compute-name-format.consequence': 'Creating the compute under that name fails.',
  'requirement.compute-name-format.ask':
    'Use letters, digits and hyphens, from a letter to a letter or digit, with a letter after each hyphen: 3 to 24 for an instance, 3 to 32 for a cluster, 2 to 16 for what is attached.',

  'requirement.inbound-batch-29876-29877.name': 'Old Batch opening',
  'requirement.inbound-batch-29876-29877.consequence':
    'In December 2020, Batch couldn’t reach the machines without it. Today, nothing uses the open ports.',
  'requirement.inbound-batch-29876-29877.ask':
    'Remove the rule once every compute older than December 2022 was created again or scaled to zero.',
  'requirement.inbound-batch-29876-29877.disagree':
    'The training, traffic and internet access pages no longer ask for it; a diagram of February 2025 still shows it, and the exfiltration page still asks it of instances, without ports.',

  'requirement.inbound-aml-44224.name': 'Azure ML control reaches the node',
  'requirement.inbound-aml-44224.short': 'Azure ML control',
  'requirement.inbound-aml-44224.consequence':
    'Azure ML can’t set up, start, or stop the compute resource: it stays in Creating and then fails.',
  'requirement.inbound-aml-44224.consequence.cluster':
    'Azure ML can’t set up, start, or stop the nodes, so they become unusable.',
  'requirement.inbound-aml-44224.ask':
    'Let TCP 44224 in from the service tag AzureMachineLearning, and route that tag straight to the internet where a default route leads elsewhere.',

  'requirement.inbound-none-for-npip.name': 'Nothing needs to come in',
  'requirement.inbound-none-for-npip.consequence':
    'Nothing breaks. The rule opens the subnet to calls that a machine without a public IP never gets.',
  'requirement.inbound-none-for-npip.ask':
    'Remove the rule, unless computes with a public IP share the subnet.',

  'requirement.inbound-intra-subnet.name': 'Nodes talk to each other',
  'requirement.inbound-intra-subnet.short': 'Node to node',
  'requirement.inbound-intra-subnet.consequence':
    'Jobs on several nodes hang, and a failing run never ends because it cannot send its logs.',
  'requirement.inbound-intra-subnet.ask':
    'Let the subnet’s own addresses talk to each other, every protocol and port, before any rule that denies.',

  'requirement.inbound-azure-load-balancer.name': 'Health probe',
  'requirement.inbound-azure-load-balancer.consequence':
    'The load balancer treats the machines as down and doesn’t send traffic to them.',
  'requirement.inbound-azure-load-balancer.ask':
    'Let the service tag AzureLoadBalancer in before any rule that denies.',

  'requirement.inbound-ssh-22-cluster.name': 'SSH from your addresses only',
  'requirement.inbound-ssh-22-cluster.short': 'SSH',
  'requirement.inbound-ssh-22-cluster.consequence':
    'The whole internet can try to sign in over SSH, or you can’t.',
  'requirement.inbound-ssh-22-cluster.ask':
    'Prefer no SSH; else let only your own addresses in on port 22. SSH is decided once, when the compute is created.',

  'requirement.inbound-vscode-8704-8710.name': 'VS Code connects to the instance',
  'requirement.inbound-vscode-8704-8710.short': 'VS Code',
  'requirement.inbound-vscode-8704-8710.consequence':
    'VS Code cannot connect to the instance from inside the network.',
  'requirement.inbound-vscode-8704-8710.ask': 'Let TCP 8704-8710 in from where VS Code runs.',

  'requirement.subnet-nsg-must-not-contradict-auto-nsg.name': 'Both security groups agree',
  'requirement.subnet-nsg-must-not-contradict-auto-nsg.consequence':
    'The subnet’s security group stops what the group that Azure ML makes lets in.',
  'requirement.subnet-nsg-must-not-contradict-auto-nsg.ask':
    'Let port 44224 in from AzureMachineLearning in the subnet’s security group as well, or attach none.',

  'requirement.outbound-entra-80-443.name': 'Sign-in (Entra ID)',
  'requirement.outbound-entra-80-443.consequence':
    'Without a token from Microsoft Entra ID, jobs and data mounts fail.',
  'requirement.outbound-entra-80-443.ask':
    'Let TCP 80 and 443 to AzureActiveDirectory out, at every firewall on the way: {hosts}.',

  'requirement.outbound-aml-443.name': 'Azure ML',
  'requirement.outbound-aml-443.consequence': 'Azure ML can’t start jobs on the compute resource.',
  'requirement.outbound-aml-443.consequence.instance': 'The instance stays in Creating.',
  'requirement.outbound-aml-443.consequence.cluster': 'Jobs don’t start on the cluster.',
  'requirement.outbound-aml-443.ask':
    'Let TCP 443 to AzureMachineLearning out, at every firewall on the way.',

  'requirement.outbound-aml-18881.name': 'Code completion in notebooks',
  'requirement.outbound-aml-18881.short': 'Code completion',
  'requirement.outbound-aml-18881.consequence': 'Notebooks on the instance have no code completion.',
  'requirement.outbound-aml-18881.ask':
    'Let TCP 18881 to AzureMachineLearning out, at a firewall as a network rule.',
  'requirement.outbound-aml-18881.disagree':
    'Two pages require it; the traffic page says that only a workspace with a private endpoint needs it.',

  'requirement.outbound-aml-8787.name': 'RStudio',
  'requirement.outbound-aml-8787.consequence': 'RStudio on the instance cannot be opened.',
  'requirement.outbound-aml-8787.ask':
    'Where RStudio is used: let TCP 8787 to AzureMachineLearning out, at a firewall as a network rule.',
  'requirement.outbound-aml-8787.disagree':
    'Two pages list it as required; the internet access page asks it only for RStudio.',

  'requirement.outbound-aml-udp-5831.name': 'Create and change computes',
  'requirement.outbound-aml-udp-5831.short': 'Create and change',
  'requirement.outbound-aml-udp-5831.consequence':
    'Creating, updating, or deleting the compute resource can fail.',
  'requirement.outbound-aml-udp-5831.consequence.instance':
    'Creating, updating, or deleting the instance fails.',
  'requirement.outbound-aml-udp-5831.consequence.cluster':
    'Creating, updating, or deleting the cluster can fail.',
  'requirement.outbound-aml-udp-5831.ask':
    'Let UDP 5831 to AzureMachineLearning out; a rule for TCP alone is the common mistake.',
  'requirement.outbound-aml-udp-5831.disagree':
    'The internet access page of February 2025 lists the port for compute instances only. The training page requires it for clusters too, and clusters of AzureTRE run without it.',

  'requirement.outbound-batch-443.name': 'Batch, the service that starts nodes',
  'requirement.outbound-batch-443.short': 'Batch',
  'requirement.outbound-batch-443.consequence':
    'Batch can’t start the machines, so the compute resource isn’t created.',
  'requirement.outbound-batch-443.consequence.instance':
    'Batch can’t start the instance, so its creation times out.',
  'requirement.outbound-batch-443.consequence.cluster':
    'Batch can’t start nodes: they stay unusable, or the cluster stays at 0.',
  'requirement.outbound-batch-443.ask':
    'Let port 443 to BatchNodeManagement of the region out, any protocol, at every firewall on the way.',

  'requirement.outbound-arm-443.name': 'Azure Resource Manager',
  'requirement.outbound-arm-443.short': 'Resource Manager',
  'requirement.outbound-arm-443.consequence': 'Code can’t create Azure resources or use a managed identity.',
  'requirement.outbound-arm-443.ask':
    'Let TCP 443 to AzureResourceManager out, at every firewall on the way: {hosts}.',

  'requirement.outbound-storage-443.name': 'Blob storage',
  'requirement.outbound-storage-443.consequence':
    'The compute resource can’t reach the storage that it starts from and jobs read, so its creation fails.',
  'requirement.outbound-storage-443.consequence.cluster':
    'Nodes can’t reach the storage that they start from and jobs read, so they become unusable.',
  'requirement.outbound-storage-443.ask':
    'Allow outbound TCP 443 to Storage of the region, and of the regions of your storage accounts. A service endpoint policy limits where data may go; a missing rule only breaks nodes.',
  'requirement.outbound-storage-443.disagree':
    'The training and internet access pages name the workspace’s region, the exfiltration page the nodes’ region. Batch itself no longer needs it; Azure ML still lists it.',

  'requirement.outbound-storage-445.name': 'File share for notebooks and code',
  'requirement.outbound-storage-445.short': 'File share',
  'requirement.outbound-storage-445.consequence': 'The file share for notebooks and code can’t be mounted.',
  'requirement.outbound-storage-445.ask':
    'Allow outbound TCP 445 to the storage’s private endpoint, or to Storage of its region where it doesn’t have one.',
  'requirement.outbound-storage-445.disagree':
    'The training page of June 2025 forbids blocking it. The internet access page of February 2025 and the traffic page of March 2026 require it only where a firewall is in front of the storage’s private endpoint. In 2022, Azure refused compute resources without it.',

  'requirement.outbound-virtualnetwork-443.name': 'Private endpoints in the network',
  'requirement.outbound-virtualnetwork-443.short': 'Private endpoints',
  'requirement.outbound-virtualnetwork-443.consequence':
    'Workspace, storage, vault and registry cannot be reached, since their private addresses are cut off.',
  'requirement.outbound-virtualnetwork-443.ask':
    'Let TCP 443 out to the subnets of the private endpoints before any rule that denies.',

  'requirement.outbound-virtualnetwork-any.name': 'Outbound any port to VirtualNetwork',
  'requirement.outbound-virtualnetwork-any.short': 'Virtual network',
  'requirement.outbound-virtualnetwork-any.consequence':
    'Private endpoints, DNS servers, and other machines of the virtual network are out of reach.',
  'requirement.outbound-virtualnetwork-any.ask':
    'Allow outbound traffic on any port to VirtualNetwork, above any rule that denies it.',

  'requirement.outbound-frontdoor-frontend-443.name': 'Studio pages and AutoML images',
  'requirement.outbound-frontdoor-frontend-443.short': 'Studio pages',
  'requirement.outbound-frontdoor-frontend-443.consequence':
    'Studio does not load from inside the network, and AutoML cannot download its images.',
  'requirement.outbound-frontdoor-frontend-443.ask':
    'Let TCP 443 to AzureFrontDoor.Frontend out, or {hosts} alone at a firewall.',

  'requirement.outbound-mcr-443.name': 'Microsoft container images',
  'requirement.outbound-mcr-443.short': 'Microsoft images',
  'requirement.outbound-mcr-443.consequence': 'Base images cannot be pulled, so jobs fail before they start.',
  'requirement.outbound-mcr-443.ask':
    'Let TCP 443 to MicrosoftContainerRegistry out, and to AzureFrontDoor.FirstParty, on which it depends: mcr.microsoft.com, *.data.mcr.microsoft.com.',
  'requirement.outbound-mcr-443.disagree':
    'The internet access and exfiltration pages name the regional tag, the traffic page the global one. The regional one is what is checked; a rule with the global one covers it.',

  'requirement.outbound-frontdoor-firstparty-443.name': 'Image layers (Front Door)',
  'requirement.outbound-frontdoor-firstparty-443.short': 'Image layers',
  'requirement.outbound-frontdoor-firstparty-443.consequence':
    'Pulling an image stops after its manifest, because the layers come through Front Door.',
  'requirement.outbound-frontdoor-firstparty-443.ask':
    'Let TCP 443 to AzureFrontDoor.FirstParty out: *.data.mcr.microsoft.com.',

  'requirement.outbound-acr-443.name': 'Your container registry',
  'requirement.outbound-acr-443.short': 'Your registry',
  'requirement.outbound-acr-443.consequence': 'Images of your own registry cannot be pulled.',
  'requirement.outbound-acr-443.ask':
    'Allow outbound TCP 443 to AzureContainerRegistry and Storage of the registry’s region, or give the registry a private endpoint.',
  'requirement.outbound-acr-443.disagree':
    'The tag was required in December 2020 and is gone from today’s tables, which still say that every custom image needs a registry.',

  'requirement.outbound-azuremonitor-443.name': 'Logs and metrics',
  'requirement.outbound-azuremonitor-443.short': 'Logs and metrics',
  'requirement.outbound-azuremonitor-443.consequence':
    'Logs and metrics are missing when something has to be found out.',
  'requirement.outbound-azuremonitor-443.ask':
    'Let TCP 443 to AzureMonitor out, or secure it with a private link scope in open mode.',

  'requirement.outbound-keyvault-443.name': 'Key vault',
  'requirement.outbound-keyvault-443.consequence':
    'In a workspace for high business impact data, creating the compute fails.',
  'requirement.outbound-keyvault-443.ask': 'Let TCP 443 to AzureKeyVault of the region out: {hosts}.',
  'requirement.outbound-keyvault-443.disagree':
    'Two pages ask it only of workspaces for high business impact data; the traffic flow page asks it of all.',

  'requirement.outbound-graph-443.name': 'Microsoft Graph',
  'requirement.outbound-graph-443.consequence':
    'Users can’t be looked up, and code that calls Microsoft Graph fails.',
  'requirement.outbound-graph-443.consequence.instance':
    'The instance can’t be assigned to another user, because Azure doesn’t find that user.',
  'requirement.outbound-graph-443.ask':
    'Allow outbound TCP 443 to AzureActiveDirectory, whose addresses Microsoft Graph uses. A firewall that filters by name needs the Microsoft Graph host of the cloud.',
  'requirement.outbound-graph-443.disagree':
    'The traffic page of March 2026 still lists graph.windows.net. That host belongs to Azure AD Graph, which ended in 2025, so it isn’t checked.',

  'requirement.outbound-websocket.name': 'Notebook connections (WebSocket)',
  'requirement.outbound-websocket.consequence': 'Notebook kernels and terminals do not connect.',
  'requirement.outbound-websocket.ask':
    'Does every proxy between people and the instance leave WebSockets to these hosts alone, without TLS inspection: {hosts}?',

  'requirement.outbound-python-packages.name': 'Python and R packages',
  'requirement.outbound-python-packages.consequence':
    'Environments that install packages from the internet can’t be built. Curated environments and images of your own registry still work.',
  'requirement.outbound-python-packages.ask':
    'Does the firewall let pypi.org, *.anaconda.com, *.anaconda.org, pytorch.org and cloud.r-project.org through on TCP 443, or is there a private feed?',

  'requirement.outbound-vscode-hosts.name': 'Hosts of VS Code',
  'requirement.outbound-vscode-hosts.consequence':
    'VS Code hangs while it installs its server on the instance.',
  'requirement.outbound-vscode-hosts.ask':
    'Does the firewall let code.visualstudio.com, update.code.visualstudio.com, marketplace.visualstudio.com, *.vo.msecnd.net and *.gallerycdn.vsassets.io through on TCP 443?',
  'requirement.outbound-vscode-hosts.disagree':
    'The two pages name different GitHub hosts for the server’s parts.',

  'requirement.outbound-rstudio-hosts.name': 'Hosts of RStudio',
  'requirement.outbound-rstudio-hosts.consequence': 'The RStudio image cannot be pulled.',
  'requirement.outbound-rstudio-hosts.ask':
    'Only for RStudio: does the firewall let ghcr.io, pkg-containers.githubusercontent.com and cloud.r-project.org through on TCP 443?',

  'requirement.outbound-signin-cdn.name': 'Sign-in page from inside the network',
  'requirement.outbound-signin-cdn.consequence':
    'A browser inside the network does not show the sign-in page where a second factor is asked.',
  'requirement.outbound-signin-cdn.ask':
    'Do people use a browser inside this network? Then let aadcdn.msftauth.net through on TCP 443.',

  'requirement.restricted-egress-composite-2020.name': 'Outbound rules of December 2020',
  'requirement.restricted-egress-composite-2020.consequence':
    'A security group written from the list of December 2020 lacks UDP 5831, Batch and Front Door.',
  'requirement.restricted-egress-composite-2020.ask':
    'Fix the outbound flows that are blocked: together they are today’s list.',

  'requirement.outbound-default-open.name': 'Relies on Azure’s open default',
  'requirement.outbound-default-open.consequence':
    'Everything works, and data may leave to any address of the internet.',
  'requirement.outbound-default-open.ask':
    'To limit where data may go, allow the needed flows by rules and deny the rest.',

  'requirement.service-tag-region-selection.name': 'Both regions are let through',
  'requirement.service-tag-region-selection.consequence':
    'A rule that names only one of the two regions blocks the other one silently.',
  'requirement.service-tag-region-selection.ask':
    'Name the tags of the workspace’s and of the subnet’s region, or the tags without a region.',
  'requirement.service-tag-region-selection.disagree':
    'Two pages name the workspace’s region, two others the nodes’ region. Both must be let through here.',

  'requirement.exfil-service-endpoint-policy.name': 'Storage limited to yours',
  'requirement.exfil-service-endpoint-policy.consequence':
    'A policy that leaves out Azure ML’s own storage keeps the machines from starting.',
  'requirement.exfil-service-endpoint-policy.ask':
    'Does every service endpoint policy of the subnet name /services/Azure/MachineLearning besides your accounts?',
  'requirement.exfil-service-endpoint-policy.disagree':
    'Pages of 2018 and 2022 say that such policies do not work with Batch and Azure ML; the exfiltration page of 2024 describes how they do.',

  'requirement.exfil-curated-env-registry.name': 'Curated environments from Microsoft’s registry',
  'requirement.exfil-curated-env-registry.consequence':
    'Older curated environments come from viennaglobal.azurecr.io and cannot be pulled.',
  'requirement.exfil-curated-env-registry.ask':
    'Do jobs use the latest curated environments, those that come from mcr.microsoft.com?',

  'requirement.egress-explicit-for-npip.name': 'A way out to the internet',
  'requirement.egress-explicit-for-npip.consequence':
    'Sign-in, Batch, and packages are out of reach, so creating the compute resource times out.',
  'requirement.egress-explicit-for-npip.ask':
    'Attach a NAT gateway to the subnet, or route 0.0.0.0/0 to a firewall that lets the needed flows through.',
  'requirement.egress-explicit-for-npip.disagree':
    'The training page of June 2025 has a table in which default outbound access works, and a text in which such machines don’t reach the internet by default. Batch’s notice ends it on 31 March 2026 (first announced for 30 September 2025). The network notice of the same day leaves existing virtual networks as they are.',

  'requirement.default-outbound-new-vnets.name': 'Does not rely on default access',
  'requirement.default-outbound-new-vnets.consequence':
    'Since API version 2025-07-01, subnets of new virtual networks are private: the same template stops working.',
  'requirement.default-outbound-new-vnets.ask':
    'Attach a NAT gateway and say defaultOutboundAccess explicitly. A change reaches a machine when it is deallocated.',

  'requirement.route-internet-in-private-subnet.name': 'Direct routes work here',
  'requirement.route-internet-in-private-subnet.consequence':
    'What these routes send to the internet is dropped, since the subnet has no public address to leave by.',
  'requirement.route-internet-in-private-subnet.ask':
    'Attach a NAT gateway to the subnet, or remove the routes.',

  'requirement.udr-forced-tunnel-batch.name': 'Replies to Batch go straight back',
  'requirement.udr-forced-tunnel-batch.consequence':
    'In December 2020, machines became unusable when replies to Batch took another path. Today, Batch doesn’t call them.',
  'requirement.udr-forced-tunnel-batch.ask':
    'For the requirements of December 2020, route BatchNodeManagement to next hop Internet.',
  'requirement.udr-forced-tunnel-batch.disagree':
    'The traffic page keeps one sentence that points at the addresses of Batch; simplified communication needs none of it.',

  'requirement.udr-forced-tunnel-aml.name': 'Replies to Azure ML go straight back',
  'requirement.udr-forced-tunnel-aml.consequence':
    'Calls of Azure ML come in directly, their answers leave through the tunnel, and creating the compute fails.',
  'requirement.udr-forced-tunnel-aml.ask':
    'Route the service tag AzureMachineLearning to next hop Internet in the subnet’s route table.',

  'requirement.udr-forced-tunnel-nat-option.name': 'NAT gateway is really used',
  'requirement.udr-forced-tunnel-nat-option.consequence':
    'The route takes all traffic past the NAT gateway, which changes nothing and is billed.',
  'requirement.udr-forced-tunnel-nat-option.ask':
    'Remove the default route from the subnet’s table, or give up the NAT gateway.',

  'requirement.udr-storage-through-appliance.name': 'Appliance lets storage through',
  'requirement.udr-storage-through-appliance.consequence':
    'The compute resource fails where the appliance blocks blobs, queues, or tables.',
  'requirement.udr-storage-through-appliance.ask':
    'Does the appliance allow these hosts on TCP 443: {hosts}?',

  'requirement.udr-no-blackhole.name': 'No route drops needed traffic',
  'requirement.udr-no-blackhole.consequence': 'Azure drops traffic that the compute resource needs.',
  'requirement.udr-no-blackhole.ask': 'Remove the route with next hop None, or make it narrower.',

  'requirement.udr-appliance-health.name': 'Appliance can be reached',
  'requirement.udr-appliance-health.consequence':
    'Traffic that the route sends to the appliance loops or is dropped.',
  'requirement.udr-appliance-health.ask':
    'Put the appliance into another subnet of this or a peered network, with IP forwarding on and forwarded traffic allowed in the peering.',

  'requirement.udr-service-tag-limits.name': 'Route table within Azure’s limits',
  'requirement.udr-service-tag-limits.consequence': 'Adding further routes fails.',
  'requirement.udr-service-tag-limits.ask': 'Keep at most 25 service-tag routes and 400 routes in one table.',

  'requirement.udr-unsupported-tags.name': 'Routes name tags Azure accepts',
  'requirement.udr-unsupported-tags.consequence': 'Saving the route table fails.',
  'requirement.udr-unsupported-tags.ask':
    'VirtualNetwork, AzureLoadBalancer, Internet and the platform tags cannot be a route’s destination; write prefixes.',

  'requirement.udr-bgp-default-route.name': 'No hidden route to on-premises',
  'requirement.udr-bgp-default-route.consequence':
    'A default route learned from on-premises takes all traffic into the tunnel, without any route table.',
  'requirement.udr-bgp-default-route.ask':
    'Ask whether on-premises announces 0.0.0.0/0. A route table that takes no gateway routes keeps it out.',

  'requirement.nat-gateway-compat.name': 'NAT gateway fits the subnet',
  'requirement.nat-gateway-compat.consequence': 'The NAT gateway doesn’t give the subnet outbound access.',
  'requirement.nat-gateway-compat.ask':
    'Give the NAT gateway a public IP address or prefix of its own kind (Standard or StandardV2).',

  'requirement.npip-requires-private-endpoint.name': 'Workspace has a private endpoint',
  'requirement.npip-requires-private-endpoint.consequence':
    'Creating the compute resource fails, or it can’t reach the workspace.',
  'requirement.npip-requires-private-endpoint.ask':
    'Add a private endpoint (amlworkspace) for the workspace in this or a connected network, or give the nodes a public IP.',

  'judge.notChosen': 'No subnet is chosen yet.',
  'judge.subnetNotFound': '{name} was not found.',
  'judge.managed': 'The workspace runs its own network.',
  'judge.otherKind.cluster': 'Only a cluster needs it.',
  'judge.otherKind.instance': 'Only an instance needs it.',
  'judge.otherKind.several': 'This kind of compute does not need it.',
  'judge.onlyPublicIp': 'Nodes without a public IP do not need it.',
  'judge.onlyNoPublicIp': 'Nodes with a public IP do not need it.',
  'judge.onlyPrivateLink': 'The workspace has no private endpoint.',
  'judge.otherCloud': 'The service tag {tag} does not exist in this cloud.',
  'judge.noEndpoint': 'No private endpoint stands in this or a peered network.',
  'judge.endpointInstead': 'A private endpoint stands for it: {name}.',
  'judge.internetOpen': 'The whole internet is reachable on TCP 443.',
  'judge.existingOnly': 'It concerns computes that exist already; this one is new.',
  'judge.sameRegion': 'Subnet and workspace are in the same region.',
  'judge.endpointsNotRead': 'Private endpoints were not read.',

  'judge.assume.kind.cluster': 'A cluster is wanted.',
  'judge.assume.kind.instance': 'An instance is wanted.',
  'judge.assume.publicIp.with': 'The nodes have a public IP.',
  'judge.assume.publicIp.without': 'The nodes have no public IP.',
  'judge.assume.privateLink': 'A private endpoint stands for the workspace.',
  'judge.assume.workspaceRegion': 'The workspace is in the subnet’s region, {region}.',
  'judge.assume.subnetRegion': 'The subnet is in the workspace’s region, {region}.',
  'judge.assume.storageRegion': 'The workspace’s storage account is in {region}.',
  'judge.assume.registryRegion': 'The workspace’s container registry is in {region}.',
  'judge.assume.vaultRegion': 'The workspace’s key vault is in {region}.',
  'judge.assume.datastoreRegion': 'Storage account {name}, which a datastore uses, is in {region}.',
  'judge.assume.datastoreRegions': 'Storage accounts that datastores use are in {region}.',
  'judge.assume.amlRegistries': 'Azure Machine Learning registries that jobs use are in {region}.',
  'judge.assume.noDataEndpoints': 'The container registry doesn’t use dedicated data endpoints.',
  'judge.unstatedRegion':
    'The result depends on the region, which the files don’t state. Set the region with {option} or {setting}.',
  'judge.assume.preflight':
    'The service reads rule {rule} as an opening of TCP 445 to Storage; in 2022 it compared the rules’ text and looked for Storage or Internet.',
  'judge.assume.forwarding': 'IP forwarding is on at {ip}.',
  'judge.assume.zones': 'The workspace’s DNS zones are linked to this network.',

  'judge.subscription.same': 'both in {subscription}',
  'judge.subscription.other': 'the network is in subscription {network}, the workspace in {workspace}',
  'judge.region.same': 'both in {region}',
  'judge.region.compute': 'the network is in {network}, the compute in {compute}',
  'judge.region.other': 'the network is in {network}, the workspace in {workspace}',
  'judge.connection.own': 'the workspace has a private endpoint in this network',
  'judge.connection.peered': 'peered with {name}, which holds the workspace’s private endpoint',
  'judge.connection.notPeered': 'no private endpoint of the workspace in this or a peered network',
  'judge.connection.elsewhere':
    'no private endpoint of the workspace was found in this or a peered network; there may be another way',
  'judge.free.enough': '{free} free, {needed} needed',
  'judge.free.short': '{free} free, {needed} needed at most',
  'judge.free.none': 'no address is free',
  'judge.size.enough': '{usable} addresses',
  'judge.size.small': '{usable} addresses, {needed} needed at most',
  'judge.delegation.none': 'not delegated',
  'judge.delegation.given': 'given to {service}',
  'judge.name.free': '{name} is not reserved',
  'judge.name.reserved': 'Azure reserves {name}',
  'judge.name.unstated': '{name} has no value here, so it can be a reserved name.',
  'judge.databricks.no': 'not delegated to Databricks',
  'judge.databricks.yes': 'Databricks uses it',
  'judge.overlap.none': 'no overlap with 172.17.0.0/16',
  'judge.overlap.own': '{prefix} overlaps 172.17.0.0/16',
  'judge.overlap.peer': '{prefix} of {name} overlaps 172.17.0.0/16',
  'judge.addresses.fine': 'all accepted',
  'judge.addresses.refused': '{prefix} overlaps {reserved}',
  'judge.model.fine': 'a Resource Manager network',
  'judge.model.classic': 'a classic network',
  'judge.setUp.subnet': 'A subnet is given.',
  'judge.setUp.own': 'The workspace has no managed network.',
  'judge.setUp.done': 'set up',
  'judge.setUp.notYet': 'not set up yet, the first compute waits for it',
  'judge.managed.own': 'the workspace has no managed network',
  'judge.managed.used': 'no subnet is given',
  'judge.managed.forbidden': '{workspace} runs its own network',
  'judge.computeName.fine': '{name}',
  'judge.computeName.cluster': '3 to 32 letters, digits or hyphens, starting with a letter',
  'judge.computeName.instance': '3 to 24 letters, digits or hyphens, starting with a letter',
  'judge.computeName.databricks': '2 to 16 letters, digits or hyphens, starting with a letter',
  'judge.computeName.virtual-machine': '2 to 16 letters, digits or hyphens, starting with a letter',
  'judge.computeName.hdinsight': '2 to 16 letters, digits or hyphens, starting with a letter',
  'judge.computeName.end': 'the name must end with a letter or digit',
  'judge.computeName.hyphen': 'after a hyphen a letter must follow',
  'judge.computeName.long': 'the create page prints 24 characters at most',
  'judge.computeName.none': 'No name is chosen yet.',
  'judge.oldOpening.none': 'Batch does not call nodes any more.',
  'judge.oldOpening.rule': 'rule {priority} {name} still opens it',
  'judge.inbound.none': 'no rule opens the subnet to the internet',
  'judge.inbound.rule':
    'rule {priority} {name} lets {source} in, which nodes without a public IP do not need',
  'judge.ssh.notWanted': 'SSH is off.',
  'judge.ssh.open': 'rule {priority} {name} lets the whole internet in on port 22',
  'judge.ssh.noGroup': 'no security group: the whole internet may try port 22',
  'judge.ssh.closed': 'no rule lets anybody in on port 22',
  'judge.ssh.limited': 'rule {priority} {name} lets {source} in',
  'judge.agree.noGroup': 'the subnet has no security group',
  'judge.agree.yes': 'the subnet’s security group lets port 44224 in',
  'judge.agree.no': 'the subnet’s security group stops port 44224',
  'judge.open.restricted': 'rule {priority} {name} limits what may leave',
  'judge.open.noGroup': 'no security group: everything may leave',
  'judge.open.noDeny': 'no rule limits what may leave',
  'judge.tagRegions.fine': 'both regions are let through',
  'judge.tagRegions.open': 'not all of {regions} is let through',
  'judge.endpointPolicy.none': 'No service endpoint policy is attached.',
  'judge.policy.noAlias':
    '{name} blocks Azure ML’s own storage: it does not name /services/Azure/MachineLearning',
  'judge.policy.noAccount': '{name} blocks the workspace’s storage account {account}',
  'judge.policy.allows': '{name} lets Azure ML’s own storage through',
  'judge.policy.noEndpoint': '{name} has no effect: the subnet has no Microsoft.Storage service endpoint',
  'judge.list2020.no': 'The rules are not those of December 2020.',
  'judge.list2020.yes': 'the rules are those of December 2020; what came since is blocked',
  'judge.list2020.then': 'The rules are judged by that list.',
  'judge.wayOut.nat': 'NAT gateway {name}',
  'judge.wayOut.appliance': 'appliance {ip}, by route {route}',
  'judge.wayOut.hub': 'appliance of virtual hub {hub}, by its routes',
  'judge.wayOut.learned': 'the gateway to on-premises, by a default route that it brings',
  'judge.wayOut.gateway': 'the gateway to on-premises, by route {route}',
  'judge.wayOut.dropped': 'route {route} drops everything',
  'judge.wayOut.private': 'a private subnet without NAT gateway, public IP or appliance',
  'judge.wayOut.default':
    'only default outbound access, which Batch’s notice ends for pools without public IP on 31 March 2026',
  'judge.wayOut.unclear': 'defaultOutboundAccess is not said, and its meaning depends on the api version.',
  'judge.wayOut.natEmpty': 'NAT gateway {name} has no public address',
  'judge.defaultAccess.no': 'default access is not used',
  'judge.defaultAccess.yes':
    'default outbound access is used, which subnets of new virtual networks don’t have since 31 March 2026',
  'judge.directRoutes.none': 'No route of the table leads straight to the internet.',
  'judge.directRoutes.fine': 'the subnet has a public way out',
  'judge.directRoutes.lost': 'route {route} leads to the internet from a private subnet without NAT gateway',
  'judge.batchReplies.retired': 'Batch does not call nodes any more.',
  'judge.replies.direct': 'answers leave straight to the internet',
  'judge.replies.lost': 'answers leave by route {route}',
  'judge.nat.none': 'No NAT gateway is attached.',
  'judge.nat.used': '{name} takes what leaves',
  'judge.nat.bypassed': 'route {route} takes all traffic past {name}',
  'judge.blackhole.none': 'no route with next hop None takes needed traffic',
  'judge.blackhole.some': 'route {route} drops needed traffic',
  'judge.appliance.none': 'No route leads to an appliance.',
  'judge.appliance.fine': '{ip} is in this or a peered network',
  'judge.appliance.own': '{ip} is in this subnet: traffic loops',
  'judge.appliance.elsewhere':
    '{ip} lies outside of {network}; a peering that another file makes may lead there.',
  'judge.appliance.far': '{ip} is in neither this nor a peered network',
  'judge.appliance.nowhere': '{ip} is in no subnet of {network}: nobody answers there',
  'judge.appliance.noAddress': 'route {route} names no appliance',
  'judge.appliance.forwarding': 'the peering with {name} does not allow forwarded traffic',
  'judge.routes.none': 'No route table is attached.',
  'judge.routes.within': '{routes} routes, {tags} of them by service tag',
  'judge.routes.tooManyTags': '{tags} service-tag routes, Azure accepts 25',
  'judge.routes.many': '{routes} routes; Azure documents 400',
  'judge.routeTags.fine': 'every destination is accepted',
  'judge.routeTags.refused': 'route {route} names {tag}',
  'judge.bgp.hub': 'virtual hub {hub} brings 0.0.0.0/0, to its own appliance',
  'judge.bgp.learned': 'a gateway brings 0.0.0.0/0: everything goes to on-premises',
  'judge.bgp.told': 'effective routes hold no default route from a gateway',
  'judge.bgp.none': 'no gateway brings routes',
  'judge.bgp.off': 'the route table takes no routes from the gateway',
  'judge.bgp.own': 'route {route} decides the default route',
  'judge.natGateway.none': 'No NAT gateway is attached.',
  'judge.natGateway.fine': '{name}, {sku}, {addresses} public {addresses:address|addresses}',
  'judge.natGateway.noAddress': '{name} has no public address',
  'judge.natGateway.unlike': '{name} is {sku} and takes no {kind} address: {address}',
  'judge.natGateway.sku': '{name} has the unknown kind {sku}',
  'judge.endpoint.yes': '{workspace} has a private endpoint',
  'judge.endpoint.no': '{workspace} has no private endpoint',
  'judge.endpoint.waiting': 'private endpoint {endpoint} of {workspace} waits for approval by its owner',

  'fit.otherRegion': 'Other region',
  'fit.otherSubscription': 'Other subscription',
  'fit.containerOverlap': 'Overlaps 172.17.0.0/16',
  'fit.addresses': 'Addresses Azure does not allow',
  'fit.full': 'Full, 0 free',
  'fit.given': 'Given to {service}',
  'fit.reservedName': 'Reserved name',
  'fit.classic': 'Classic network',
  'fit.managed': 'The workspace runs its own network',
} as const;
