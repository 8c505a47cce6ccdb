/** What a person reads of storage, vault, registry and names: the requirements and what their judges find. */
export const services = {
  'board.group.services': 'Storage, vault and registry',
  'board.group.names': 'Names (DNS)',

  'requirement.pe-network-policies-workspace.name': 'The endpoint’s own subnet lets computes in',
  'requirement.pe-network-policies-workspace.consequence':
    'Rules or routes at a private endpoint of the workspace or a service it uses stop the computes, although their own subnet lets them out.',
  'requirement.pe-network-policies-workspace.ask':
    'Switch network policies for private endpoints off in the endpoint’s subnet, or let TCP 443 in there from the computes’ subnet, to a file share TCP 445 too.',
  'requirement.pe-network-policies-workspace.disagree':
    'The page on workspaces asks to switch the policies off before an endpoint is added; the newer one on the platform calls them a feature that one may use.',

  'requirement.dns-zones-linked.name': 'Workspace names lead to the private endpoint',
  'requirement.dns-zones-linked.consequence':
    'Names of the workspace lead to its public addresses, which refuse: jobs fail, the studio answers 403.',
  'requirement.dns-zones-linked.ask':
    'Link the private DNS zones of Azure ML to the network that asks for names, and give the private endpoint a DNS zone group with both.',

  'requirement.dns-dependency-zones.name': 'Storage, vault and registry names lead inside',
  'requirement.dns-dependency-zones.consequence':
    'Names of storage, vault or registry lead to public addresses, where their firewalls refuse the computes.',
  'requirement.dns-dependency-zones.ask':
    'Link the private DNS zone of each service to the network that asks for names (for a vault privatelink.vaultcore, not privatelink.vault), and give each private endpoint a DNS zone group.',

  'requirement.dns-custom-server-forwarders.name': 'Your DNS servers ask Azure',
  'requirement.dns-custom-server-forwarders.consequence':
    'Private DNS zones are ignored by servers that do not ask 168.63.129.16, so private names lead outside.',
  'requirement.dns-custom-server-forwarders.ask':
    'Have the DNS server forward {hosts}, and the names of storage, vault and registry to 168.63.129.16 from inside a network to which the private zones are linked; a server on-premises forwards to that one.',

  'requirement.dns-custom-server-forwarders.disagree':
    'The page on custom DNS forwards the privatelink zones of the workspace. The page on private endpoint DNS forwards the public zones.',

  'requirement.dns-custom-instance-record.name': 'The instance has a name on your DNS servers',
  'requirement.dns-custom-instance-record.consequence':
    'Jupyter, terminal and SSH of the instance are not found from inside the network.',
  'requirement.dns-custom-instance-record.ask':
    'Add these DNS records with the address of the workspace’s private endpoint, not that of the instance: {hosts}.',
  'requirement.dns-custom-instance-record.askAddress':
    'Add these DNS records with {address}, the address of the workspace’s private endpoint: {hosts}. Without a DNS server, add this line to the hosts file of each client: {line}',
  'requirement.dns-custom-instance-record.disagree':
    'The training and firewall pages say instances.azureml.ms, the page on DNS says instances.ml.azure.ms; make both records.',

  'requirement.dns-batch-storage-classic.name': 'Your DNS servers know public storage names',
  'requirement.dns-batch-storage-classic.consequence':
    'Machines of the classic kind don’t find the storage of Batch and don’t start.',
  'requirement.dns-batch-storage-classic.ask':
    'Have your DNS servers answer {hosts} publicly: blob, queue, and table of the storage that Batch keeps.',

  'requirement.browser-doh.name': 'Browsers ask your DNS',
  'requirement.browser-doh.consequence':
    'A browser that asks for names over HTTPS gets public addresses, and the studio answers 403.',
  'requirement.browser-doh.ask':
    'Switch DNS over HTTPS off in browsers that open the studio (Firefox, secure DNS of Edge).',

  'requirement.multi-private-endpoints.name': 'One workspace endpoint beside its services',
  'requirement.multi-private-endpoints.consequence':
    'The workspace does not reach its storage, vault or registry.',
  'requirement.multi-private-endpoints.ask':
    'Put at least one private endpoint of the workspace into the network that holds those of storage, vault and registry.',

  'requirement.private-link-public-access-features.name': 'Workspace closed to the internet',
  'requirement.private-link-public-access-features.consequence':
    'Through the public address Jupyter, JupyterLab and RStudio do not work, and the designer may not read private data.',
  'requirement.private-link-public-access-features.ask':
    'Connect from inside the network (VPN, ExpressRoute or Bastion), or switch public access of the workspace off.',

  'requirement.serverless-npip-ip-allowlist.name': 'Serverless nodes reach a workspace that lists addresses',
  'requirement.serverless-npip-ip-allowlist.consequence':
    'The nodes leave by an address that changes and cannot be listed, so the workspace refuses their calls.',
  'requirement.serverless-npip-ip-allowlist.ask':
    'Add a private endpoint of the workspace in this network or in a peered one.',

  'requirement.instance-selected-networks.name':
    'Private endpoint for a workspace that allows selected IP addresses',
  'requirement.instance-selected-networks.consequence':
    'The workspace refuses the instance’s calls, so its creation fails.',
  'requirement.instance-selected-networks.ask':
    'Add a private endpoint for the workspace in this network or in a peered one, or allow access from all networks.',
  'requirement.instance-selected-networks.disagree':
    'For a network of your own, only a note of August 2025 states it. The managed virtual network page requires a private endpoint to the workspace in the same case. Other pages don’t mention it.',

  'requirement.control-plane-stays-public.name': 'Your machine reaches Azure Resource Manager',
  'requirement.control-plane-stays-public.consequence':
    'Computes cannot be created, changed or deleted from a machine that does not reach it.',
  'requirement.control-plane-stays-public.ask':
    'Let the machines that manage computes reach Azure Resource Manager over the internet: private link of the workspace does not carry it.',

  'requirement.storage-same-vnet-2020.name': 'Storage in the network of the computes',
  'requirement.storage-same-vnet-2020.consequence': 'Jobs cannot read from storage that is closed.',
  'requirement.storage-same-vnet-2020.ask':
    'Let the network of the computes into the storage account: by a private endpoint there, or by a rule for one of its subnets.',

  'requirement.storage-service-endpoint-same-subnet.name': 'Storage lets this subnet in',
  'requirement.storage-service-endpoint-same-subnet.consequence':
    'The firewall of the storage account denies access, so jobs and notebooks fail.',
  'requirement.storage-service-endpoint-same-subnet.ask':
    'Switch the service endpoint Microsoft.Storage on in the subnet, and name the subnet in the network rules of the storage account.',

  'requirement.storage-private-endpoint-subresources.name': 'Storage endpoints for blob and file',
  'requirement.storage-private-endpoint-subresources.consequence':
    'Without blob no artifact is stored, without file the share of notebooks and code is not mounted.',
  'requirement.storage-private-endpoint-subresources.ask':
    'Add private endpoints of the storage account for blob and file, for queue and table where batch endpoints or parallel runs are used, in this network or in a peered one.',

  'requirement.storage-trusted-access.name': 'Storage trusts the workspace',
  'requirement.storage-trusted-access.consequence':
    'Previews in the studio, the designer and profiles of automated ML fail; computes are not concerned.',
  'requirement.storage-trusted-access.ask':
    'Name the workspace in the resource instance rules of the storage account, or let trusted services of Azure in.',

  'requirement.storage-trusted-access.disagree':
    'The page on secured workspaces describes the trusted-services option and resource instance rules. It doesn’t state whether one of them is enough.',

  'requirement.storage-perimeter-smb.name': 'File share of storage in a network security perimeter',
  'requirement.storage-perimeter-smb.consequence':
    'The instance can’t mount its file share over SMB (TCP 445), so notebooks and files are missing.',
  'requirement.storage-perimeter-smb.ask':
    'Remove the storage account from the perimeter, or test with a private endpoint for file whether the share mounts.',
  'requirement.storage-perimeter-smb.disagree':
    'The page on perimeters for storage states that all protocols but HTTPS are blocked in a perimeter, and that connections over private link always succeed.',

  'requirement.storage-shared-key-enabled.name': 'Storage can be opened with its key',
  'requirement.storage-shared-key-enabled.consequence': 'The instance is not created.',
  'requirement.storage-shared-key-enabled.ask':
    'Allow shared keys on the storage account, or have the workspace open its datastores with identities (systemDatastoresAuthMode).',

  'requirement.keyvault-network.name': 'Key vault lets this subnet in',
  'requirement.keyvault-network.consequence': 'Secrets cannot be read, so jobs that need one fail.',
  'requirement.keyvault-network.ask':
    'Add a private endpoint of the vault in this network or in a peered one; or switch the service endpoint Microsoft.KeyVault on in the subnet, name the subnet in the vault’s rules, and let trusted services in.',

  'requirement.keyvault-network.disagree':
    'The page on secured workspaces relies on trusted services. In January 2022, Key Vault’s list of trusted services didn’t contain Azure Machine Learning.',

  'requirement.acr-premium.name': 'Registry of the Premium kind',
  'requirement.acr-premium.consequence':
    'The registry takes neither private endpoints nor network rules, so it cannot be closed to the internet.',
  'requirement.acr-premium.ask': 'Change the registry’s kind to Premium.',

  'requirement.acr-network-placement.name': 'Registry reached from this subnet',
  'requirement.acr-network-placement.consequence': 'Images cannot be pulled, so jobs do not start.',
  'requirement.acr-network-placement.ask':
    'Add a private endpoint of the registry, in this network where you can, else in a peered one.',

  'requirement.acr-trusted-services.name': 'Registry trusts Azure services',
  'requirement.acr-trusted-services.consequence':
    'Azure ML cannot hand images over to the registry, nor pull them from it.',
  'requirement.acr-trusted-services.ask':
    'Let trusted services of Azure into the registry (networkRuleBypassOptions).',

  'requirement.image-build-compute.name': 'Image builds reach the registry and storage',
  'requirement.image-build-compute.consequence':
    'The builders of Azure don’t reach a closed registry or storage account, so jobs that build an environment fail.',
  'requirement.image-build-compute.ask':
    'Name a CPU cluster in this or a peered network as the image build compute (Azure CLI option --image-build-compute). Or give serverless compute a subnet of yours.',

  'requirement.monitor-ampls-open-mode.name': 'Monitoring takes what Azure ML sends',
  'requirement.monitor-ampls-open-mode.consequence': 'Logs and metrics of Azure ML are refused.',
  'requirement.monitor-ampls-open-mode.ask':
    'Set the private link scope of Azure Monitor to the access mode Open, and keep application insights in a log analytics workspace.',

  'requirement.endpoint-mix.name': 'No subnet rules beside a managed endpoint',
  'requirement.endpoint-mix.consequence':
    'Private endpoint and service endpoint of one account do not go together with a managed network.',
  'requirement.endpoint-mix.ask': 'Take the rules for subnets off the account and use private endpoints.',

  'judge.services.notRead': 'The services of the workspace were not read.',
  'judge.services.none': 'The workspace has none.',
  'judge.services.endpointElsewhere': 'Private endpoint {name} is in a place that was not read.',
  'judge.services.endpointTarget': 'The target of private endpoint {name} might be this resource.',
  'judge.services.subnetRule': 'A rule of {name} allows subnet {rule}, which might be this subnet.',
  'judge.zones.maybeLinked': 'A link of zone {zone} might be to network {network}.',
  'judge.services.addressRules': 'Named addresses get in, and whether that of the nodes is one is not known.',
  'judge.services.open': '{name} is open to every network',
  'judge.services.openToAll': 'It is open to every network.',
  'judge.services.subnet': '{name} names {subnet}',
  'judge.services.endpoint': '{name} has a private endpoint in reach',
  'judge.services.byEndpoint': 'Private endpoints lead there.',
  'judge.services.byRules': 'Rules for subnets let callers in.',
  'judge.services.noRules': 'No rule for a subnet lets callers in.',
  'judge.services.otherRow': 'The row of its endpoints says what is not known.',
  'judge.services.otherRegion':
    '{name} names {subnet}, but lies in {location}: service endpoint Microsoft.Storage serves {region} and the region paired with it, Microsoft.Storage.Global every one.',
  'judge.services.far':
    '{name} names {subnet}, but lies in {location}: service endpoint Microsoft.Storage serves {region} and the region paired with it, Microsoft.Storage.Global every one',
  'judge.services.lacks.rule': 'the rules of {name} name other subnets, not {subnet}',
  'judge.services.lacks.endpoint': '{name} names {subnet}, whose service endpoint is off',
  'judge.services.closed': '{name} is closed, and no private endpoint of it is in reach',
  'judge.services.perimeter': 'perimeter {perimeter} lets nobody into {name} from outside',
  'judge.perimeter.addresses':
    'Perimeter {name} lets named addresses in, and whether that of the nodes is one is not known.',
  'judge.perimeter.identities':
    'Perimeter {name} lets in managed identities of the subscription, and no other caller.',
  'judge.storage.ownEndpoint': '{name} has a private endpoint in this network',
  'judge.storage.ownRule': '{name} names a subnet of this network',
  'judge.storage.otherNetwork': '{name} lets {network} in neither by a private endpoint nor by a rule',
  'judge.storage.situational':
    '{name} has none for {groups}, which only batch endpoints and parallel runs need',
  'judge.storage.endpoints': 'blob, file, queue and table of {name}',
  'judge.storage.lacks': '{name} has no private endpoint for {group} in reach',
  'judge.storage.restByRules': '{name} has none for {group}, and lets it in without one',
  'judge.storage.trusted': '{name} lets trusted services in',
  'judge.storage.namesWorkspace': '{name} names {workspace}',
  'judge.storage.untrusted': '{name} lets in neither trusted services nor {workspace}',
  'judge.storage.trustByPerimeter': 'perimeter {perimeter} allows the workspace’s subscription',
  'judge.storage.noTrustInPerimeter':
    'perimeter {perimeter} is enforced on {name}: it doesn’t honor trusted services, and no rule allows the workspace’s subscription',
  'judge.storage.noPerimeter': 'The storage account is in no network security perimeter.',
  'judge.storage.smbByEndpoint':
    'Whether SMB over the private endpoint of {name} passes perimeter {perimeter} isn’t clear from Microsoft’s page.',
  'judge.storage.smbInPerimeter': 'perimeter {perimeter} blocks SMB to {name}',
  'judge.storage.keys': '{name} allows shared keys',
  'judge.storage.byIdentity': '{name} allows none, and the workspace uses identities',
  'judge.storage.noKeys': '{name} allows no shared key',
  'judge.mix.own': 'The workspace runs no network of its own.',
  'judge.mix.noEndpoint': 'the managed network has no private endpoint of {name}',
  'judge.mix.endpointOnly': '{name} has no rule for a subnet',
  'judge.mix.both': '{name} has a managed private endpoint and {n} {n:rule|rules} for subnets',
  'judge.vault.untrusted': '{name} names the subnet and does not let trusted services in',
  'judge.registry.none': 'The workspace has no registry yet.',
  'judge.registry.premium': '{name} is Premium',
  'judge.registry.lower': '{name} is {sku}',
  'judge.registry.peered':
    'the private endpoint of {name} is in a peered network, but the same network is recommended',
  'judge.registry.trusted': '{name} lets trusted services in',
  'judge.registry.untrusted': '{name} is closed to trusted services',
  'judge.build.open': 'Registry and storage are open to Azure’s own builders.',

  'judge.build.thisOne':
    'no cluster is named as the image build compute, and serverless compute has no subnet of yours',
  'judge.build.noCluster': '{name} is no cluster',
  'judge.build.gpu': '{name} has graphics cards ({size})',
  'judge.build.outside': '{name} is in no network',
  'judge.build.named':
    '{name} builds images, and reaches the registry, storage, and package hosts from subnet {subnet}',
  'judge.build.named.blocked': '{name} builds images, and its subnet {subnet} doesn’t reach {hosts}',
  'judge.build.named.unknown':
    '{name} builds images; whether its subnet {subnet} reaches {hosts} isn’t known',
  'judge.build.named.unread':
    '{name} builds images in subnet {subnet} of network {network}, which wasn’t read',
  'judge.build.named.elsewhere':
    '{name} builds images in network {network}, which doesn’t reach the registry and storage',
  'judge.build.serverless':
    'serverless compute builds images, and reaches the registry, storage, and package hosts from subnet {subnet}',
  'judge.build.serverless.blocked':
    'serverless compute builds images, and its subnet {subnet} doesn’t reach {hosts}',
  'judge.build.serverless.unknown':
    'serverless compute builds images; whether its subnet {subnet} reaches {hosts} isn’t known',
  'judge.build.serverless.unread':
    'serverless compute builds images in subnet {subnet} of network {network}, which wasn’t read',
  'judge.build.serverless.elsewhere':
    'serverless compute builds images in network {network}, which doesn’t reach the registry and storage',
  'judge.monitoring.noScope': 'Application insights take part in no private link scope.',
  'judge.monitoring.private': 'scope {scope} takes from {name} only what comes by private link',
  'judge.monitoring.open': '{name} is in scopes of the mode Open',
  'judge.monitoring.classic': '{name} is of the classic kind, not kept in a log analytics workspace',
  'judge.several.one': 'The workspace has one private endpoint at most.',
  'judge.several.together': 'one stands in {network}, where its services are',
  'judge.several.unread': '{n} of its private endpoints {n:is|are} in a place that was not read.',
  'judge.several.apart': 'none of {n} stands where its services are',
  'judge.addressList.none': 'The workspace lists no addresses.',
  'judge.addressList.endpoint': 'a private endpoint of the workspace is in reach',
  'judge.addressList.only':
    'the workspace lets in {n} listed {n:address|addresses}, and no private endpoint is in reach',
  'judge.door.open': 'public access is on',
  'judge.door.closed': 'public access is off',
  'judge.policies.noEndpoint': 'No private endpoint of the workspace is in reach.',
  'judge.policies.off': 'network policies are off in {subnet}',
  'judge.policies.pass': 'network policies are on in {subnet}, and nothing of them stops the computes',
  'judge.policies.stopped': 'rules of {subnet} stop the computes at {endpoint}',
  'judge.policies.route': 'route {route} of {table} takes the way to {endpoint}',
  'judge.zones.noEndpoints': 'No private endpoint of storage, vault or registry is in reach.',
  'judge.zones.ownServers': 'Names are answered by your own DNS servers.',
  'judge.zones.linked': '{n} {n:zone|zones} linked to {network}',
  'judge.zones.notLinked': '{zone} isn’t linked to {network}',
  'judge.zones.none': '{zone} is missing for {network}',
  'judge.zones.noneAll': '{n} zones are missing, aren’t linked, or don’t have the record: {zones}',
  'judge.zones.notLinkedAll': '{n} zones aren’t linked: {zones}',
  'judge.zones.wrongName': '{zone} is missing for {network}: zone {wrong} has the wrong name',
  'judge.zones.noRecord': '{zone} holds no record of {endpoint}',
  'judge.zones.noName': 'no record {record} of {zone} leads to {endpoint}',
  'judge.zones.notListed': 'Private DNS zones of {name} were not read.',
  'judge.zones.rulesetsNotListed': 'DNS forwarding rulesets of {name} were not read.',
  'judge.zones.ruleset':
    'DNS forwarding ruleset {name} is linked to {network}: where its rules send the names, nobody can see here.',
  'judge.assume.earlierComputes':
    'The other computes of the workspace are as they were read last: Azure did not give them since.',
  'judge.assume.zonesSeen':
    'No zone {zone} is linked, and no DNS forwarding ruleset, in a subscription that was not read (read were those of network, name servers and workspace).',
  'judge.zones.servicesNotRead':
    'The files don’t create workspace {name}, so private DNS zones outside of them might answer for it and its services.',
  'judge.zones.notRead': "The private DNS zones weren't read.",
  'judge.names.azure': 'Azure’s own DNS answers',
  'judge.names.azureAnswers': 'Azure’s own DNS answers.',
  'judge.names.own': '{servers}; no private name is needed',
  'judge.names.peerElsewhere':
    'DNS {servers} lies outside of {network}; a peering that another file makes may lead there.',
  'judge.names.unreached': 'DNS {servers} is not reached on UDP 53',
  'judge.names.forwarders':
    'Nobody outside sees whether private names are asked of 168.63.129.16 by {servers}.',
  'judge.names.silent': 'the DNS proxy of firewall {firewall} is off, so that it answers no name',
  'judge.names.proxy': 'firewall {firewall} asks Azure’s own DNS',
  'judge.names.resolver': '{servers} is a DNS private resolver, which asks Azure’s own DNS',
  'judge.assume.noRuleset':
    'A DNS private resolver stands at {servers}, and no forwarding ruleset of its network sends private names elsewhere.',
  'judge.names.elsewhere':
    'Firewall {firewall} asks Azure’s own DNS from a virtual hub, to which no private zone can be linked.',
  'judge.names.handedOn': 'Whether {servers} is reached is for an appliance to decide.',
  'judge.names.instance': 'private zones hold {names}',

  'services.note.serviceEndpoint':
    'Calls from {subnet} to {service} then come from private addresses: services of that kind which let in a public address by its number, such as that of a NAT gateway, refuse it from then on. Open connections break once.',
  'services.note.admitted':
    '{name} lets in every machine of {subnet}; that takes the action joinViaServiceEndpoint on the subnet.',
  'services.note.trusted':
    'Every service that Azure trusts may then call {name}, each with its own permissions.',
  'services.note.linked':
    'Names of {zone} that the zone does not hold are found nowhere from {network} any more, although the internet knows them.',
  'services.note.builder':
    '{name} is named in {workspace} before it stands: create it under this name. All images of the workspace are then built on it.',
  'services.note.builderStays': 'This is not taken back from here: name another cluster instead.',
  'services.note.endpointRule': '{endpoint} in {subnet} is opened to this subnet alone.',
  'services.note.endpointRoutes':
    'Routes of machines count no more for any private endpoint in {subnet}: what an appliance saw of that traffic, it sees no more.',
  'services.rule.endpoint': 'Azure ML computes call the private endpoints of their workspace.',
} as const;
