/** *Explain an error message*: the question, and what stands behind the message. */
export const explain = {
  'explain.title': 'Explain an error message',
  'explain.label': 'Error message',
  'explain.prompt':
    'Paste the whole error message: plain text or JSON, several lines too. It stays on this computer.',
  'explain.press': 'Explain',
  'explain.empty': 'Paste an error message first.',
  'explain.long': 'The message is longer than {n} characters. Paste the part with the error.',
  'explain.likely': 'Likely causes',
  'explain.subject.creation': 'What failed: creating the compute resource',
  'explain.subject.node': 'What failed: starting nodes',
  'explain.subject.job': 'What failed: a job, or a connection from the compute resource',
  'explain.subject.image-build': 'What failed: building an image',
  'explain.subject.mount': 'What failed: mounting storage',
  'explain.evidence': 'Compared with the checks of {subnet}.',
  'explain.noEvidence':
    'No subnet is known, so nothing is ruled out. Choose the subnet in the wizard, or name its files in the terminal.',
  'explain.ranked': '{rank}: {name}',
  'explain.advice': 'What to do: {advice}',
  'explain.missing': 'Rules that Azure requires in {group}:',
  'explain.missing.rule':
    '{name}: {direction} {protocol} {ports} from {source} to {destinations}, before priority {before}',
  'explain.missing.part': 'any',
  'explain.unknown': 'This error message isn’t known.',
  'explain.unknown.do':
    'That doesn’t mean that the network is fine. Check the subnet, and send support the details below.',
  'explain.othersFine':
    'Not shown: {n} {n:subnet that the message doesn’t name|subnets that the message doesn’t name}.',
  'explain.taken': 'The name is taken',
  'explain.taken.means': 'A compute resource of that name exists in the workspace or in the region.',
  'explain.taken.do': 'Choose another name, or delete the compute resource that has it.',
  'explain.name': 'The name is not allowed',
  'explain.name.means': 'Azure refuses a compute resource of that name.',
  'explain.name.do':
    'Use letters, digits, and dashes. Begin with a letter, and end with a letter or digit. An instance has up to 24 characters, a cluster up to 32.',
  'explain.join': 'Permission to use the network',
  'explain.join.means':
    'The account can’t join the compute resource to the subnet or network in the message.',
  'explain.join.do': 'Request the role Network Contributor on that network from its owner.',
  'explain.write': 'Permission to create compute resources',
  'explain.write.means': 'The account doesn’t have permission to create compute resources in the workspace.',
  'explain.write.do': 'Request the role AzureML Compute Operator or Contributor from the workspace’s owner.',
  'explain.permission': 'A missing permission',
  'explain.permission.means': 'The account doesn’t have permission for the action in the message.',
  'explain.permission.do': 'Request a role with that action from the owner of the scope in the message.',
  'explain.policy': 'A policy forbids it',
  'explain.policy.means':
    'Azure Policy refused a resource. The message contains the resource and the policy.',
  'explain.policy.do':
    'Request an exemption from the owner of the policy, or change what the policy requires.',
  'explain.lock': 'A lock forbids it',
  'explain.lock.means':
    'A resource, its resource group, or the subscription is locked. The message contains the scope.',
  'explain.lock.do':
    'Request from the scope’s owner to remove the lock while the compute resource is created.',
  'explain.addresses': 'Addresses of the subnet',
  'explain.addresses.means': 'Each node needs a free address of the subnet. Without one, it doesn’t start.',
  'explain.addresses.do': 'Choose a larger subnet or one with more free addresses, or fewer nodes.',
  'explain.quota': 'Quota',
  'explain.quota.means': 'The quota doesn’t allow more cores or compute resources.',
  'explain.quota.do':
    'Choose a smaller size or another family, delete unused compute resources, or request more quota.',
  'explain.network': 'The network blocks what nodes need to start',
  'explain.network.means':
    'Nodes stay unusable if they can’t reach Azure Batch or storage, or if replies take another route.',
  'explain.network.do': 'Check the subnet: each blocked flow shows the rule or route that blocks it.',
  'explain.capacity': 'Machines of this size',
  'explain.capacity.means': 'The region may have no free machine of this size at the moment.',
  'explain.capacity.do': 'Try again later, or choose another size or region.',
  'explain.rules': 'Rules that Azure ML requires in the NSG',
  'explain.rules.means':
    'Azure compares the text of the rules. A rule that allows the same traffic in other words doesn’t count.',
  'explain.rules.do':
    'Add each listed rule before any deny rule, with the source and a destination from the message.',
  'explain.sharedKey': 'The storage account refuses account keys',
  'explain.sharedKey.means':
    'Mounting the workspace’s file share needs the account key. Azure then reports ports 443 and 445, even if both are open.',
  'explain.sharedKey.do':
    'Set allowSharedKeyAccess to true on the workspace’s storage account while you create the instance.',
  'explain.storageNetwork': 'The storage account refuses the connection',
  'explain.storageNetwork.means':
    'The account’s firewall or a missing private endpoint keeps the compute resource out.',
  'explain.storageNetwork.do':
    'Allow the subnet on the storage account, or add private endpoints for blob and file that the subnet resolves.',
  'explain.storageRole': 'A missing role on the storage account',
  'explain.storageRole.means': 'The network works. The identity doesn’t have permission for the data.',
  'explain.storageRole.do':
    'Assign Storage Blob Data Contributor on the account to the identity that runs the job.',
  'explain.imageBuild': 'The workspace can’t build images',
  'explain.imageBuild.means':
    'A registry behind a private network can’t build images itself. The workspace needs a compute resource that builds them.',
  'explain.imageBuild.do':
    'Set imageBuildCompute of the workspace to a cluster in the network, or use serverless image build in that network.',
  'explain.registryAccess': 'The container registry refuses the connection',
  'explain.registryAccess.means': 'The registry’s firewall refuses the client address in the message.',
  'explain.registryAccess.do':
    'Build on a compute resource in the network, and add a private endpoint for the registry.',
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
  'explain.networkPolicies': 'Network policies of the subnet',
  'explain.networkPolicies.means':
    'Azure refuses the subnet because network policies for private endpoints or Private Link services are on.',
  'explain.networkPolicies.do':
    'Set privateEndpointNetworkPolicies and privateLinkServiceNetworkPolicies of the subnet to Disabled.',
  'explain.privateEndpoint': 'No public IP without a private endpoint',
  'explain.privateEndpoint.means':
    'Compute without a public IP needs an approved private endpoint for the workspace first.',
  'explain.privateEndpoint.do':
    'Create the private endpoint before the compute resource. In templates, add it to dependsOn.',
  'explain.managed': 'The workspace uses a managed virtual network',
  'explain.managed.means': 'Compute resources of that workspace can’t use a subnet of yours.',
  'explain.managed.do': 'Create the compute resource without a subnet, or choose another workspace.',
  'explain.region': 'Another region',
  'explain.region.means':
    'The compute resource, its workspace, and its network don’t have regions that fit together.',
  'explain.region.do': 'Choose a network in the region of the compute resource.',
  'explain.peers': 'Traffic between nodes of the subnet',
  'explain.peers.means': 'Processes of a job can’t reach each other: a rule blocks ports inside the subnet.',
  'explain.peers.do': 'Allow all ports between the addresses of the subnet, inbound and outbound.',
  'explain.names': 'A name doesn’t resolve',
  'explain.names.means': 'DNS doesn’t answer for a host in the message, or not from where the call was made.',
  'explain.names.do':
    'Link the private DNS zones to the network of the caller. A custom DNS server must forward them to 168.63.129.16.',
  'explain.client': 'Your computer is outside of the private network',
  'explain.client.means':
    'The workspace accepts calls through its private endpoint only. The compute resource isn’t the cause.',
  'explain.client.do':
    'Connect by VPN, ExpressRoute, or a machine in the network, or allow public network access to the workspace.',
  'explain.editor': 'The editor’s server can’t be installed',
  'explain.editor.means':
    'The instance can’t download the VS Code server, or the editor can’t open a WebSocket.',
  'explain.editor.do': 'Allow the hosts of VS Code from the subnet, and WebSockets from your computer.',
  'explain.support': 'What to send to support',
  'explain.support.text': 'The whole message, as text and not as a picture.',
  'explain.support.ids': 'The IDs in it: {ids}',
  'explain.support.noId':
    'Its request or correlation ID. This text contains none; the activity log in the portal has it.',
  'explain.support.time': 'When it happened, with the time zone.',
  'explain.support.where':
    'The subscription, the workspace, the region, and the name and size of the compute resource.',
  'explain.support.secrets': 'No tokens, keys, or passwords: remove them from the text first.',
} as const;
