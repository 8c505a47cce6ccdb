/** What a person reads of storage, vault, registry and names: the requirements and what their checks find. */
export const servicesMessages = {
  'board.group.services': 'Storage, key vault, and registry',
  'board.group.names': 'DNS',

  'requirement.pe-network-policies-workspace.name': 'Subnets of private endpoints allow inbound traffic',
  'requirement.pe-network-policies-workspace.consequence':
    'NSG rules or routes in the subnet of a private endpoint block the compute resource.',
  'requirement.pe-network-policies-workspace.ask':
    'Disable network policies for private endpoints in the endpoint’s subnet. Alternatively, allow inbound TCP 443 there from the compute resource’s subnet, and TCP 445 for a file share.',
  'requirement.pe-network-policies-workspace.disagree':
    'The page on workspaces requires you to disable the policies before you add an endpoint. The newer page on network policies describes them as optional.',

  'requirement.dns-zones-linked.name': 'Workspace names resolve to the private endpoint',
  'requirement.dns-zones-linked.consequence':
    'The workspace’s names resolve to public addresses, which refuse connections. Jobs fail, and the studio shows error 403.',
  'requirement.dns-zones-linked.ask':
    'Link the private DNS zones of Azure ML to the network that resolves names. Add both zones to the DNS zone group of the private endpoint.',

  'requirement.dns-dependency-zones.name':
    'Storage, key vault, and registry names resolve to private endpoints',
  'requirement.dns-dependency-zones.consequence':
    'Names of the storage account, key vault, or registry resolve to public addresses, where their firewalls refuse the compute resource.',
  'requirement.dns-dependency-zones.ask':
    'Link the private DNS zone of each service to the network that resolves names. A key vault needs privatelink.vaultcore, not privatelink.vault. Add a DNS zone group to each private endpoint.',

  'requirement.dns-custom-server-forwarders.name':
    'DNS servers forward private names to 168.63.129.16 (Azure)',
  'requirement.dns-custom-server-forwarders.consequence':
    'DNS servers that don’t forward to 168.63.129.16 ignore private DNS zones. Private names then resolve to public addresses.',
  'requirement.dns-custom-server-forwarders.ask':
    'Forward {hosts}, and the names of storage, key vault, and registry, to 168.63.129.16. The forwarding server must be in a network that the private zones are linked to. An on-premises server must forward to that server.',

  'requirement.dns-custom-server-forwarders.disagree':
    'The page on custom DNS forwards the privatelink zones of the workspace. The page on private endpoint DNS forwards the public zones.',

  'requirement.dns-custom-instance-record.name': 'DNS records for the instance',
  'requirement.dns-custom-instance-record.consequence':
    'Clients inside the network can’t resolve the names for Jupyter, the terminal, and SSH of the instance.',
  'requirement.dns-custom-instance-record.ask':
    'Add these DNS records with the address of the workspace’s private endpoint, not with the instance’s address: {hosts}.',
  'requirement.dns-custom-instance-record.askAddress':
    'Add these DNS records with {address}, the address of the workspace’s private endpoint: {hosts}. Without a DNS server, add this line to the hosts file of each client: {line}',
  'requirement.dns-custom-instance-record.disagree':
    'The training and firewall pages use instances.azureml.ms. The DNS page uses instances.ml.azure.ms. Create both records.',

  'requirement.dns-batch-storage-classic.name': 'DNS servers resolve public storage names (classic Batch)',
  'requirement.dns-batch-storage-classic.consequence':
    'Machines with classic Batch communication can’t resolve the storage of Azure Batch, so they don’t start.',
  'requirement.dns-batch-storage-classic.ask':
    'Make your DNS servers resolve {hosts} to public addresses. Azure Batch keeps blob, queue, and table storage there.',

  'requirement.browser-doh.name': 'Browsers use your DNS (no DNS over HTTPS)',
  'requirement.browser-doh.consequence':
    'A browser that uses DNS over HTTPS gets public addresses, and the studio shows error 403.',
  'requirement.browser-doh.ask':
    'Disable DNS over HTTPS in browsers that open the studio (in Firefox, or as secure DNS in Edge).',

  'requirement.multi-private-endpoints.name': 'Workspace private endpoint in the network of its services',
  'requirement.multi-private-endpoints.consequence':
    'The workspace can’t reach its storage account, key vault, or registry.',
  'requirement.multi-private-endpoints.ask':
    'Add a private endpoint for the workspace to the network with the private endpoints for storage, key vault, and registry.',

  'requirement.private-link-public-access-features.name':
    'Public network access to the workspace is disabled',
  'requirement.private-link-public-access-features.consequence':
    'Over the public address, Jupyter, JupyterLab, and RStudio don’t work, and the designer might not read private data.',
  'requirement.private-link-public-access-features.ask':
    'Connect from inside the network (VPN, ExpressRoute, or Bastion), or disable public network access to the workspace.',

  'requirement.serverless-npip-ip-allowlist.name':
    'Serverless compute reaches a workspace with an IP allowlist',
  'requirement.serverless-npip-ip-allowlist.consequence':
    'The outbound address of the nodes changes, so you can’t add it to the list. The workspace refuses their calls.',
  'requirement.serverless-npip-ip-allowlist.ask':
    'Add a private endpoint for the workspace to this network or a peered one.',

  'requirement.instance-selected-networks.name':
    'Private endpoint for a workspace that allows selected IP addresses',
  'requirement.instance-selected-networks.consequence':
    'The workspace refuses the instance’s calls, so creating the instance fails.',
  'requirement.instance-selected-networks.ask':
    'Add a private endpoint for the workspace to this network or a peered one, or allow access from all networks.',
  'requirement.instance-selected-networks.disagree':
    'For your own virtual network, only a note of August 2025 states it. The managed virtual network page requires a private endpoint for the workspace in the same case. Other pages don’t mention it.',

  'requirement.control-plane-stays-public.name': 'Your machine reaches Azure Resource Manager',
  'requirement.control-plane-stays-public.consequence':
    'You can’t create, change, or delete compute resources from a machine that can’t reach Azure Resource Manager.',
  'requirement.control-plane-stays-public.ask':
    'Do the machines that manage compute resources reach Azure Resource Manager over the internet? The workspace’s private link doesn’t include it.',

  'requirement.storage-same-vnet-2020.name': 'Storage account allows the compute resource’s network',
  'requirement.storage-same-vnet-2020.consequence':
    'Jobs can’t read from the storage account, because its firewall refuses them.',
  'requirement.storage-same-vnet-2020.ask':
    'Add a private endpoint for the storage account to this network, or a network rule for one of its subnets.',

  'requirement.storage-service-endpoint-same-subnet.name': 'Storage account allows this subnet',
  'requirement.storage-service-endpoint-same-subnet.consequence':
    'The firewall of the storage account refuses access, so jobs and notebooks fail.',
  'requirement.storage-service-endpoint-same-subnet.ask':
    'Enable the service endpoint Microsoft.Storage in the subnet, and add the subnet to the network rules of the storage account.',

  'requirement.storage-private-endpoint-subresources.name': 'Private endpoints for blob and file storage',
  'requirement.storage-private-endpoint-subresources.consequence':
    'Without the blob endpoint, artifacts can’t be stored. Without the file endpoint, the share for notebooks and code can’t be mounted.',
  'requirement.storage-private-endpoint-subresources.ask':
    'Add private endpoints for blob and file of the storage account to this network or a peered one. Batch endpoints and parallel jobs also need queue and table.',

  'requirement.storage-trusted-access.name': 'Storage account allows the workspace',
  'requirement.storage-trusted-access.consequence':
    'Studio previews, the designer, and automated ML profiles fail. Compute resources aren’t affected.',
  'requirement.storage-trusted-access.ask':
    'Add the workspace to the resource instance rules of the storage account, or allow trusted Azure services.',

  'requirement.storage-trusted-access.disagree':
    'The page on secured workspaces describes the trusted-services option and resource instance rules. It doesn’t state whether one of them is enough.',

  'requirement.storage-perimeter-smb.name': 'File share of storage in a network security perimeter',
  'requirement.storage-perimeter-smb.consequence':
    'The instance can’t mount its file share over SMB (TCP 445), so notebooks and files are missing.',
  'requirement.storage-perimeter-smb.ask':
    'Remove the storage account from the perimeter. Alternatively, test whether the share mounts with a private endpoint for file.',
  'requirement.storage-perimeter-smb.disagree':
    'The page on perimeters for storage states that a perimeter blocks all protocols except HTTPS. It also states that connections over private link always succeed.',

  'requirement.storage-shared-key-enabled.name': 'Access to storage by shared key or identity',
  'requirement.storage-shared-key-enabled.consequence': 'Creating the instance fails.',
  'requirement.storage-shared-key-enabled.ask':
    'Allow shared keys on the storage account, or use identity-based access to the workspace’s datastores (systemDatastoresAuthMode).',

  'requirement.keyvault-network.name': 'Key vault allows this subnet',
  'requirement.keyvault-network.consequence': 'Jobs that need a secret fail, because they can’t read it.',
  'requirement.keyvault-network.ask':
    'Add a private endpoint for the key vault to this network or a peered one. Alternatively, enable the service endpoint Microsoft.KeyVault in the subnet, add the subnet to the vault’s rules, and allow trusted services.',

  'requirement.keyvault-network.disagree':
    'The page on secured workspaces relies on trusted services. In January 2022, Key Vault’s list of trusted services didn’t contain Azure Machine Learning.',

  'requirement.acr-premium.name': 'Registry in the Premium tier',
  'requirement.acr-premium.consequence':
    'The registry doesn’t support private endpoints or network rules, so you can’t close it to the internet.',
  'requirement.acr-premium.ask': 'Change the registry to the Premium tier.',

  'requirement.acr-network-placement.name': 'Registry is reachable from this subnet',
  'requirement.acr-network-placement.consequence': 'Images can’t be pulled, so jobs don’t start.',
  'requirement.acr-network-placement.ask':
    'Add a private endpoint for the registry to this network. If that isn’t possible, add it to a peered network.',

  'requirement.acr-trusted-services.name': 'Registry allows trusted Azure services',
  'requirement.acr-trusted-services.consequence':
    'Azure ML can’t push images to the registry or pull them from it.',
  'requirement.acr-trusted-services.ask':
    'Allow trusted Azure services in the registry (networkRuleBypassOptions).',

  'requirement.image-build-compute.name': 'Image builds reach the registry and storage',
  'requirement.image-build-compute.consequence':
    'Azure’s own builders can’t reach a closed registry or storage account, so jobs that build an environment fail.',
  'requirement.image-build-compute.ask':
    'Set a CPU cluster in this network or a peered one as the image build compute (Azure CLI option --image-build-compute). Alternatively, use one of your subnets for serverless compute.',

  'requirement.monitor-ampls-open-mode.name': 'Azure Monitor private link scope in Open mode',
  'requirement.monitor-ampls-open-mode.consequence':
    'Azure Monitor refuses the logs and metrics of Azure ML.',
  'requirement.monitor-ampls-open-mode.ask':
    'Set the access mode of the Azure Monitor private link scope to Open. Use Application Insights that is based on a Log Analytics workspace.',

  'requirement.endpoint-mix.name': 'No subnet rules next to a managed private endpoint',
  'requirement.endpoint-mix.consequence':
    'With a managed virtual network, an account can’t use both a private endpoint and a service endpoint.',
  'requirement.endpoint-mix.ask': 'Remove the subnet rules from the account, and use private endpoints.',

  'judge.services.notRead': 'The services of the workspace weren’t read.',
  'judge.services.none': 'The workspace doesn’t have this service.',
  'judge.services.endpointElsewhere': 'Private endpoint {name} is in a place that wasn’t read.',
  'judge.services.endpointTarget': 'The target of private endpoint {name} might be this resource.',
  'judge.services.subnetRule': 'A rule of {name} allows subnet {rule}, which might be this subnet.',
  'judge.zones.maybeLinked': 'A link of zone {zone} might be to network {network}.',
  'judge.services.addressRules':
    'The service allows listed IP addresses. Whether the nodes’ address is one of them isn’t known.',
  'judge.services.open': '{name} allows access from all networks',
  'judge.services.openToAll': 'The service allows access from all networks.',
  'judge.services.subnet': '{name} has a network rule for {subnet}',
  'judge.services.endpoint': '{name} has a private endpoint that this subnet reaches',
  'judge.services.byEndpoint': 'The subnet uses private endpoints instead.',
  'judge.services.byRules': 'The subnet uses a network rule of the service instead.',
  'judge.services.noRules': 'The service doesn’t have a network rule for a subnet.',
  'judge.services.otherRow': 'It depends on the private endpoints, and their result is unknown.',
  'judge.services.otherRegion':
    '{name} has a network rule for {subnet}, but is in {location}. The service endpoint Microsoft.Storage covers only {region} and its paired region. Microsoft.Storage.Global covers all regions.',
  'judge.services.far':
    '{name} is in {location}, which the service endpoint Microsoft.Storage of {subnet} in {region} doesn’t cover (Microsoft.Storage.Global does)',
  'judge.services.lacks.rule': '{name} has network rules for other subnets, but not for {subnet}',
  'judge.services.lacks.endpoint':
    '{name} has a network rule for {subnet}, but the subnet’s service endpoint is disabled',
  'judge.services.closed':
    '{name} refuses public access, and this subnet doesn’t reach a private endpoint for it',
  'judge.services.perimeter': 'perimeter {perimeter} refuses all access to {name} from outside',
  'judge.perimeter.addresses':
    'Perimeter {name} allows listed IP addresses. Whether the nodes’ address is one of them isn’t known.',
  'judge.perimeter.identities': 'Perimeter {name} allows only managed identities of the subscription.',
  'judge.storage.ownEndpoint': '{name} has a private endpoint in this network',
  'judge.storage.ownRule': '{name} has a network rule for a subnet of this network',
  'judge.storage.otherNetwork': '{name} doesn’t allow {network} by a private endpoint or a network rule',
  'judge.storage.situational':
    '{name} doesn’t have private endpoints for {groups}, which only batch endpoints and parallel jobs need',
  'judge.storage.endpoints': '{name} has private endpoints for blob, file, queue, and table',
  'judge.storage.lacks': 'this subnet doesn’t reach a private endpoint for {group} of {name}',
  'judge.storage.restByRules': '{name} doesn’t have a private endpoint for {group}, but allows this subnet',
  'judge.storage.trusted': '{name} allows trusted services',
  'judge.storage.namesWorkspace': '{name} has a resource instance rule for {workspace}',
  'judge.storage.untrusted': '{name} doesn’t allow trusted services or {workspace}',
  'judge.storage.trustByPerimeter': 'perimeter {perimeter} allows the workspace’s subscription',
  'judge.storage.noTrustInPerimeter':
    'perimeter {perimeter} is enforced on {name}, ignores trusted services, and doesn’t allow the workspace’s subscription',
  'judge.storage.noPerimeter': 'The storage account isn’t in a network security perimeter.',
  'judge.storage.smbByEndpoint':
    'The page on perimeters doesn’t state whether perimeter {perimeter} allows SMB over the private endpoint for {name}.',
  'judge.storage.smbInPerimeter': 'perimeter {perimeter} blocks SMB to {name}',
  'judge.storage.keys': '{name} allows shared keys',
  'judge.storage.byIdentity': '{name} doesn’t allow shared keys, and the workspace uses identities',
  'judge.storage.noKeys': '{name} doesn’t allow shared keys',
  'judge.mix.own': 'The workspace doesn’t use a managed virtual network.',
  'judge.mix.noEndpoint': 'the managed virtual network doesn’t have a private endpoint for {name}',
  'judge.mix.endpointOnly': '{name} doesn’t have network rules for subnets',
  'judge.mix.both': '{name} has a managed private endpoint and {n} network {n:rule|rules} for subnets',
  'judge.vault.untrusted': '{name} has a rule for the subnet, but doesn’t allow trusted services',
  'judge.registry.none': 'The workspace doesn’t have a registry yet.',
  'judge.registry.premium': '{name} is in the Premium tier',
  'judge.registry.lower': '{name} is in the {sku} tier',
  'judge.registry.peered':
    'the private endpoint for {name} is in a peered network, but this network is recommended',
  'judge.registry.trusted': '{name} allows trusted services',
  'judge.registry.untrusted': '{name} doesn’t allow trusted services',
  'judge.build.open': 'The registry and the storage account allow Azure’s own builders.',

  'judge.build.thisOne':
    'no cluster is set as the image build compute, and serverless compute doesn’t use one of your subnets',
  'judge.build.noCluster': '{name} isn’t a compute cluster',
  'judge.build.gpu': '{name} uses GPU machines ({size})',
  'judge.build.outside': '{name} isn’t in a virtual network',
  'judge.build.named':
    '{name} builds images, and reaches the registry, storage, and package hosts from subnet {subnet}',
  'judge.build.named.blocked': '{name} builds images, and its subnet {subnet} doesn’t reach {hosts}',
  'judge.build.named.unknown':
    '{name} builds images, but whether its subnet {subnet} reaches {hosts} isn’t known',
  'judge.build.named.unread':
    '{name} builds images in subnet {subnet} of network {network}, which wasn’t read',
  'judge.build.named.elsewhere':
    '{name} builds images in network {network}, which doesn’t reach the registry and storage',
  'judge.build.serverless':
    'serverless compute builds images, and reaches the registry, storage, and package hosts from subnet {subnet}',
  'judge.build.serverless.blocked':
    'serverless compute builds images, and its subnet {subnet} doesn’t reach {hosts}',
  'judge.build.serverless.unknown':
    'serverless compute builds images, but whether its subnet {subnet} reaches {hosts} isn’t known',
  'judge.build.serverless.unread':
    'serverless compute builds images in subnet {subnet} of network {network}, which wasn’t read',
  'judge.build.serverless.elsewhere':
    'serverless compute builds images in network {network}, which doesn’t reach the registry and storage',
  'judge.monitoring.noScope': 'Application Insights doesn’t use a private link scope.',
  'judge.monitoring.private': 'scope {scope} accepts data from {name} only over private link',
  'judge.monitoring.open': '{name} uses private link scopes in Open mode',
  'judge.monitoring.classic': '{name} is a classic resource without a Log Analytics workspace',
  'judge.several.one': 'The workspace has at most one private endpoint.',
  'judge.several.together': 'a private endpoint for the workspace is in {network}, where its services are',
  'judge.several.unread': '{n} of the workspace’s private endpoints {n:is|are} in a place that wasn’t read.',
  'judge.several.apart': 'none of the workspace’s {n} private endpoints is in the network of its services',
  'judge.addressList.none': 'The workspace doesn’t use an IP allowlist.',
  'judge.addressList.endpoint': 'this subnet reaches a private endpoint for the workspace',
  'judge.addressList.only':
    'the workspace allows only {n} listed {n:address|addresses}, and this subnet doesn’t reach a private endpoint for it',
  'judge.door.open': 'public network access is enabled',
  'judge.door.closed': 'public network access is disabled',
  'judge.policies.noEndpoint': 'The subnet doesn’t reach a private endpoint for the workspace.',
  'judge.policies.off': 'network policies are disabled in {subnet}',
  'judge.policies.pass': 'network policies are enabled in {subnet} and don’t block the compute resource',
  'judge.policies.stopped': 'rules in {subnet} block traffic to {endpoint}',
  'judge.policies.route': 'route {route} of {table} redirects the traffic to {endpoint}',
  'judge.zones.noEndpoints':
    'The subnet doesn’t reach a private endpoint for storage, key vault, or registry.',
  'judge.zones.ownServers': 'Your own DNS servers resolve names.',
  'judge.zones.linked': '{n} {n:zone is|zones are} linked to {network}',
  'judge.zones.notLinked': '{zone} isn’t linked to {network}',
  'judge.zones.none': '{zone} is missing for {network}',
  'judge.zones.noneAll': '{n} zones are missing, aren’t linked, or don’t have the record: {zones}',
  'judge.zones.notLinkedAll': '{n} zones aren’t linked: {zones}',
  'judge.zones.wrongName': '{zone} is missing for {network}, because zone {wrong} has the wrong name',
  'judge.zones.noRecord': '{zone} doesn’t have a record for {endpoint}',
  'judge.zones.noName': 'no record {record} in {zone} resolves to {endpoint}',
  'judge.zones.notListed': 'Private DNS zones of {name} weren’t read.',
  'judge.zones.rulesetsNotListed': 'DNS forwarding rulesets of {name} weren’t read.',
  'judge.zones.ruleset':
    'DNS forwarding ruleset {name} is linked to {network}. Where its rules forward the names isn’t known.',
  'judge.assume.earlierComputes':
    'The other compute resources of the workspace are as they were when last read, because Azure hasn’t returned them since.',
  'judge.assume.zonesSeen':
    'In subscriptions that weren’t read, no zone {zone} and no DNS forwarding ruleset is linked. The subscriptions of the network, DNS servers, and workspace were read.',
  'judge.zones.servicesNotRead':
    'The files don’t create workspace {name}, so private DNS zones outside of them might answer for it and its services.',
  'judge.zones.notRead': 'The private DNS zones weren’t read.',
  'judge.names.azure': 'Azure DNS resolves names',
  'judge.names.azureAnswers': 'Azure DNS resolves names.',
  'judge.names.own': 'DNS answers come from {servers}, and private names aren’t needed',
  'judge.names.peerElsewhere':
    'DNS {servers:server|servers} {servers} {servers:is|are} outside {network}. A peering in another file might lead there.',
  'judge.names.unreached': 'the subnet can’t reach DNS {servers:server|servers} {servers} on UDP 53',
  'judge.names.forwarders':
    'Whether DNS {servers:server|servers} {servers} {servers:forwards|forward} private names to 168.63.129.16 isn’t visible from outside.',
  'judge.names.silent': 'the DNS proxy of firewall {firewall} is disabled, so it doesn’t resolve names',
  'judge.names.proxy': 'firewall {firewall} forwards names to Azure DNS',
  'judge.names.resolver':
    '{servers} {servers:is a DNS private resolver|are DNS private resolvers}, and Azure DNS resolves names',
  'judge.assume.noRuleset':
    'A DNS private resolver is at {servers}, and no forwarding ruleset of its network forwards private names elsewhere.',
  'judge.names.elsewhere':
    'Firewall {firewall} uses Azure DNS from a virtual hub, which private zones can’t be linked to.',
  'judge.names.handedOn': 'An appliance on the path decides whether the subnet can reach {servers}.',
  'judge.names.instance': 'private zones contain {names}',

  'services.note.serviceEndpoint':
    'Calls from {subnet} to {service} then use private source addresses. Services of this type that allow a public IP address, such as a NAT gateway’s, then refuse these calls. Open connections are interrupted once.',
  'services.note.admitted':
    '{name} then allows all machines in {subnet}. You need the action joinViaServiceEndpoint on the subnet.',
  'services.note.trusted': 'All trusted Azure services can then call {name}, each with its own permissions.',
  'services.note.linked':
    'From {network}, names in {zone} without a record there don’t resolve anymore. This is so even if they exist on the internet.',
  'services.note.builder':
    'The fix sets {name} in {workspace} before the cluster exists. Create the cluster with this name. It then builds all images of the workspace.',
  'services.note.builderStays': 'You can’t undo this. You can set another cluster instead.',
  'services.note.endpointRule': 'The fix allows only this subnet to reach {endpoint} in {subnet}.',
  'services.note.endpointRoutes':
    'Routes of machines no longer apply to private endpoints in {subnet}. An appliance on these routes no longer sees this traffic.',
  'services.rule.endpoint': 'Azure ML compute resources call the private endpoints of their workspace.',
} as const;
