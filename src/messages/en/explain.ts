/** *Explain an error message*: the question, and what stands behind the message. */
export const explainMessages = {
  'explain.title': 'Explain an error message',
  'explain.prompt': 'Paste the whole error message, as plain text or JSON. It stays on this computer.',
  'explain.likely': 'Likely causes',
  'explain.subject.creation': 'What failed: creating the compute resource',
  'explain.subject.node': 'What failed: starting nodes',
  'explain.subject.job': 'What failed: a job, or a connection from the compute resource',
  'explain.subject.image-build': 'What failed: building an image',
  'explain.subject.mount': 'What failed: mounting storage',
  'explain.evidence': 'Compared with the checks of {subnet}.',
  'explain.noEvidence':
    'The subnet isn’t known, so all causes are possible. Choose the subnet in the wizard, or pass its files on the command line.',
  'explain.ranked': '{rank}: {name}',
  'explain.advice': 'What to do: {advice}',
  'explain.differs':
    'The message states this cause, but the checks pass. Refresh, or compare your files with what is deployed.',
  'explain.missing': 'Rules that Azure requires in {group}:',
  'explain.missing.rule':
    '{name}: {direction} {protocol} {ports} from {source} to {destinations}, before priority {before}',
  'explain.missing.part': 'any',
  'explain.unknown': 'This error message isn’t known.',
  'explain.unknown.do':
    'The network can still be the cause. Check the subnet, and send the details below to support.',
  'explain.othersFine':
    'Not shown: {n} {n:subnet that the message doesn’t name|subnets that the message doesn’t name}.',
  'explain.taken': 'The name is taken',
  'explain.taken.means':
    'A compute resource with that name already exists in the workspace or in the region.',
  'explain.taken.do': 'Choose another name, or delete the compute resource with that name.',
  'explain.name': 'The name isn’t valid',
  'explain.name.means': 'Azure refuses a compute resource with that name.',
  'explain.name.do':
    'Use letters, digits, and dashes. Start with a letter, and end with a letter or digit. An instance name has up to 24 characters, a cluster name up to 32.',
  'explain.join': 'Missing permission to join the network',
  'explain.join.means':
    'The account can’t join the compute resource to the subnet or network in the message.',
  'explain.join.do': 'Request the role Network Contributor on that network from its owner.',
  'explain.tenant': 'The network’s subscription belongs to another tenant',
  'explain.tenant.means':
    'Your account has the role, but its tenant isn’t authorized for the subscription in the message.',
  'explain.tenant.do':
    'Choose a network in a subscription of the workspace’s tenant. If it already is, wait ten minutes and try again.',
  'explain.write': 'Missing permission to create compute resources',
  'explain.write.means': 'The account doesn’t have permission to create compute resources in the workspace.',
  'explain.write.do': 'Request the role AzureML Compute Operator or Contributor from the workspace’s owner.',
  'explain.permission': 'Missing permission',
  'explain.permission.means': 'The account doesn’t have permission for the action in the message.',
  'explain.permission.do': 'Request a role with that action from the owner of the scope in the message.',
  'explain.policy': 'Blocked by Azure Policy',
  'explain.policy.means':
    'Azure Policy refused a resource. The error message contains the resource and the policy.',
  'explain.policy.do':
    'Request an exemption from the owner of the policy, or change the resource to comply with it.',
  'explain.lock': 'Blocked by a lock',
  'explain.lock.means':
    'A resource, its resource group, or the subscription is locked. The error message contains the scope.',
  'explain.lock.do': 'Ask the owner of the scope to remove the lock while you create the compute resource.',
  'explain.addresses': 'Not enough free addresses in the subnet',
  'explain.addresses.means': 'Each node needs a free address in the subnet. Without one, it doesn’t start.',
  'explain.addresses.do': 'Choose a subnet with more free addresses, or fewer nodes.',
  'explain.quota': 'Quota reached',
  'explain.quota.means': 'The quota doesn’t allow more cores or compute resources.',
  'explain.quota.do':
    'Choose a smaller size or another family, delete unused compute resources, or request more quota.',
  'explain.network': 'The network blocks traffic that nodes need to start',
  'explain.network.means':
    'Nodes stay unusable if they can’t reach Azure Batch or storage, or if replies take another route.',
  'explain.network.do': 'Check the subnet: each blocked flow shows the rule or route that blocks it.',
  'explain.capacity': 'Not enough capacity for the VM size',
  'explain.capacity.means': 'The region might not have free machines of this size right now.',
  'explain.capacity.do': 'Try again later, or choose another size or region.',
  'explain.rules': 'Required NSG rules are missing',
  'explain.rules.means':
    'Azure compares the text of the rules. A different rule that allows the same traffic doesn’t count.',
  'explain.rules.do':
    'Add each listed rule before any deny rule, with the source and a destination from the message.',
  'explain.sharedKey': 'The storage account refuses account keys',
  'explain.sharedKey.means':
    'Mounting the workspace’s file share needs the account key. Azure then reports ports 443 and 445, even if both are open.',
  'explain.sharedKey.do':
    'Set allowSharedKeyAccess to true on the workspace’s storage account while you create the instance.',
  'explain.storageNetwork': 'The storage account refuses the connection',
  'explain.storageNetwork.means':
    'The account’s firewall blocks the compute resource, or a private endpoint is missing.',
  'explain.storageNetwork.do':
    'Allow the subnet on the storage account. Or add private endpoints for blob and file that the subnet resolves.',
  'explain.storageRole': 'Missing role on the storage account',
  'explain.storageRole.means':
    'The network isn’t the cause. The identity doesn’t have permission for the data.',
  'explain.storageRole.do':
    'Assign Storage Blob Data Contributor on the account to the identity that runs the job.',
  'explain.imageBuild': 'The workspace can’t build images',
  'explain.imageBuild.means':
    'A registry in a private network can’t build images itself. The workspace needs a compute resource to build them.',
  'explain.imageBuild.do':
    'Set the workspace’s imageBuildCompute to a cluster in the network, or use serverless image build in that network.',
  'explain.registryAccess': 'The container registry refuses the connection',
  'explain.registryAccess.means': 'The registry’s firewall refuses the client address in the message.',
  'explain.registryAccess.do':
    'Build on a compute resource in the network, and add a private endpoint for the registry.',
  'explain.registryRole': 'Missing role on the container registry',
  'explain.registryRole.means':
    'The network isn’t the cause. The registry refuses the identity that downloads the image.',
  'explain.registryRole.do':
    'Assign AcrPull on the registry to the managed identity of the compute resource.',
  'explain.imagePull': 'An image can’t be downloaded',
  'explain.imagePull.means':
    'The compute resource can’t reach the registry of the image, or the storage of its layers.',
  'explain.imagePull.do':
    'Allow outbound 443 to MicrosoftContainerRegistry, AzureFrontDoor.FirstParty, and the workspace’s registry.',
  'explain.vault': 'The key vault refuses the connection',
  'explain.vault.means': 'The vault’s firewall refuses the client address in the message.',
  'explain.vault.do':
    'Allow the subnet or trusted Microsoft services on the key vault, or add a private endpoint for it.',
  'explain.delegated': 'The subnet is delegated',
  'explain.delegated.means': 'A delegated subnet is reserved for another service.',
  'explain.delegated.do': 'Choose a subnet without delegation, or remove the delegation if nothing uses it.',
  'explain.networkPolicies': 'Network policies of the subnet are enabled',
  'explain.networkPolicies.means':
    'Azure refuses the subnet because network policies for private endpoints or Private Link services are enabled.',
  'explain.networkPolicies.do':
    'Set privateEndpointNetworkPolicies and privateLinkServiceNetworkPolicies of the subnet to Disabled.',
  'explain.privateEndpoint': 'The workspace doesn’t have a private endpoint',
  'explain.privateEndpoint.means':
    'Compute without a public IP requires an approved private endpoint for the workspace.',
  'explain.privateEndpoint.do':
    'Create the private endpoint before the compute resource. In templates, add it to dependsOn.',
  'explain.managed': 'The workspace uses a managed virtual network',
  'explain.managed.means': 'Compute resources of that workspace can’t use your subnets.',
  'explain.managed.do': 'Create the compute resource without a subnet, or choose another workspace.',
  'explain.region': 'The regions don’t match',
  'explain.region.means':
    'Azure doesn’t support this combination of regions for the compute resource, its workspace, and its network.',
  'explain.region.do': 'Choose a network in the region of the compute resource.',
  'explain.subnetMissing': 'The network or subnet isn’t found',
  'explain.subnetMissing.means':
    'Azure looks for the name in the wrong resource group or region, or the service can’t read the network.',
  'explain.subnetMissing.do':
    'Specify the full resource ID of the subnet, with the network’s resource group. Check the role Network Contributor on the network.',
  'explain.peers': 'Traffic between nodes is blocked',
  'explain.peers.means':
    'The processes of a job can’t reach each other, because a rule blocks ports inside the subnet.',
  'explain.peers.do': 'Allow all ports between the addresses of the subnet, inbound and outbound.',
  'explain.names': 'A name doesn’t resolve',
  'explain.names.means':
    'DNS doesn’t resolve a host in the error message, or not from the network of the caller.',
  'explain.names.do':
    'Link the private DNS zones to the network of the caller. Let a custom DNS server forward them to 168.63.129.16.',
  'explain.certificate': 'A proxy or firewall replaces the certificate',
  'explain.certificate.means':
    'The connection is open, but a device on the path decrypts TLS and presents its own certificate.',
  'explain.certificate.do':
    'Exempt the host in the message from TLS inspection, or trust the device’s root certificate on the caller.',
  'explain.connection': 'A connection from the compute resource is blocked',
  'explain.connection.means':
    'Nothing answered, or something on the path refused. A rule, a route, a firewall, or the target can be the cause.',
  'explain.connection.do':
    'Allow outbound access to the target in the NSG and in every firewall on the path.',
  'explain.client': 'Your computer is outside the private network',
  'explain.client.means':
    'The workspace accepts calls through its private endpoint only. The compute resource isn’t the cause.',
  'explain.client.do':
    'Connect through a VPN, ExpressRoute, or a virtual machine in the network. Or allow public network access to the workspace.',
  'explain.editor': 'The editor can’t connect to the instance',
  'explain.editor.means':
    'The editor can’t open a WebSocket to the instance, or the instance can’t download the VS Code server.',
  'explain.editor.do':
    'Allow WebSocket connections from your computer to the instance, and the VS Code hosts from the subnet.',
  'explain.oldTool': 'The tool is too old',
  'explain.oldTool.means':
    'The Azure CLI, the Python SDK, or the Terraform provider reports this error, not Azure.',
  'explain.oldTool.do': 'Update the tool. Without a managed virtual network, also specify the subnet.',
  'explain.support': 'Details for support',
  'explain.support.text': 'The whole message, as text and not as an image.',
  'explain.support.ids': 'The IDs in the message: {ids}',
  'explain.support.noId':
    'Its request ID or correlation ID. This text doesn’t contain one. Find it in the activity log in the Azure portal.',
  'explain.support.time': 'The time of the error, with the time zone.',
  'explain.support.where':
    'The subscription, the workspace, the region, and the name and size of the compute resource.',
  'explain.support.secrets': 'Remove tokens, keys, and passwords from the text first.',
} as const;
