/** Texts of a network that does not exist yet: its fields, what is wrong with them, and what is written of it. */
export const newNetworkMessages = {
  'newNetwork.fault.name':
    'Use 2 to 64 letters, digits, “_”, “.”, or “-”. Start with a letter or digit. End with a letter, digit, or “_”.',
  'newNetwork.fault.nameTaken':
    '{name} already exists in {group}, and deploying would overwrite it. Enter another name.',
  'newNetwork.fault.group':
    'Use 1 to 90 letters, digits, “_”, “-”, “.”, or parentheses. The name can’t end with “.”.',
  'newNetwork.fault.subnetName':
    'Use 1 to 80 letters, digits, “_”, “.”, or “-”. Start with a letter or digit. End with a letter, digit, or “_”.',
  'newNetwork.fault.prefix': 'Enter an IPv4 range, such as 10.40.0.0/16.',
  'newNetwork.fault.hostBits': '{text} isn’t the start of a range. Enter {prefix}.',
  'newNetwork.fault.size': 'Enter a range from /{largest} to /{smallest}.',
  'newNetwork.fault.outside': 'Enter a range inside the address space of the network, {space}.',
  'newNetwork.overlap': 'Overlaps {name}: the two networks can’t be peered.',
  'newNetwork.overlapMore':
    'Overlaps {name} and {n} other {n:network|networks}: networks that overlap can’t be peered.',

  'newNetwork.write': 'Write Bicep for a new network',
  'newNetwork.or': 'Or write Bicep for a new network…',
  'newNetwork.existing': 'Choose an existing network',
  'newNetwork.heading': 'New virtual network',
  'newNetwork.about':
    'Review writes files that create this virtual network. Readiness shows the results to expect.',
  'newNetwork.name': 'Network name',
  'newNetwork.resourceGroup': 'Resource group',
  'newNetwork.addressSpace': 'Address space',
  'newNetwork.subnetName': 'Subnet name',
  'newNetwork.subnetPrefix': 'Subnet address range',
  'newNetwork.region': 'Region',
  'newNetwork.region.line': '{region} (same as the workspace)',
  'newNetwork.groupElsewhere': 'The resource group must exist before you deploy the files',
  'newNetwork.groupOwn': 'Resource group of the workspace',
  'newNetwork.usable': '{n} {n:address|addresses} for nodes',
  'newNetwork.made': 'Resources to create',
  'newNetwork.rulesOf': '{name}, {direction}: {n} {n:rule|rules}',
  'newNetwork.privateSubnet': 'default outbound access disabled',
  'newNetwork.locked': 'Correct the new network first',
  'newNetwork.missing': 'Correct the new network to continue',
  'newNetwork.board': 'To see readiness, correct the new network',
  'newNetwork.section': '{subnet} in {network} ({group}) · doesn’t exist yet',
  'newNetwork.review': 'The virtual network doesn’t exist yet. Write the files and deploy them.',

  'write.heading.newSubnet':
    'The nodes are in subnet {subnet} of virtual network {network}, which these files create.',
  'write.heading.deployNew': 'Deploy to resource group {group}, which contains the workspace and must exist.',
  'write.heading.network':
    'Virtual network for {file}. It’s deployed to its own resource group, which must exist.',
  'write.newNetwork':
    'The virtual network is deployed together with its subnet and network security group (NSG). So policies that require an NSG on each subnet allow the deployment.',
  'write.parameter.virtualNetworkAddressPrefixes':
    'Address ranges of the virtual network. They can’t overlap the ranges of connected networks.',
} as const;
