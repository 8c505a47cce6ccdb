/** Texts of a network that does not exist yet: its fields, what is wrong with them, and what is written of it. */
export const newNetwork = {
  'newNetwork.fault.name':
    '2 to 64 letters, digits, “_”, “.” or “-”: first a letter or digit, last a letter, digit or “_”',
  'newNetwork.fault.nameTaken': 'Taken: {name} exists in {group}, and deploying would write over it',
  'newNetwork.fault.group': '1 to 90 letters, digits, “_”, “-”, “.” or parentheses, and no “.” at the end',
  'newNetwork.fault.subnetName':
    '1 to 80 letters, digits, “_”, “.” or “-”: first a letter or digit, last a letter, digit or “_”',
  'newNetwork.fault.prefix': 'An IPv4 range such as 10.40.0.0/16',
  'newNetwork.fault.hostBits': '{text} begins within its range: the range is {prefix}',
  'newNetwork.fault.size': 'Azure takes ranges from /{largest} to /{smallest}',
  'newNetwork.fault.outside': 'Not inside the addresses of the network, {space}',
  'newNetwork.overlap': 'Overlaps {name}: the two can never be connected',
  'newNetwork.overlapMore': 'Overlaps {name} and {n} more: such networks can never be connected',

  'newNetwork.write': 'Write Bicep for a new one',
  'newNetwork.or': 'Or write Bicep for a new network…',
  'newNetwork.existing': 'Choose an existing network',
  'newNetwork.heading': 'New virtual network',
  'newNetwork.about':
    'It does not exist yet: the files that are written in Review make it. The board says what it will let through.',
  'newNetwork.name': 'Name',
  'newNetwork.resourceGroup': 'Resource group',
  'newNetwork.addressSpace': 'Addresses',
  'newNetwork.subnetName': 'Subnet',
  'newNetwork.subnetPrefix': 'Addresses of the subnet',
  'newNetwork.region': 'Region',
  'newNetwork.region.line': '{region}, as the workspace',
  'newNetwork.groupElsewhere': 'It must exist before the files are deployed',
  'newNetwork.groupOwn': 'That of the workspace',
  'newNetwork.usable': '{n} addresses for nodes',
  'newNetwork.made': 'What will be made',
  'newNetwork.rulesOf': '{name}, {direction}: {n} {n:rule|rules}',
  'newNetwork.privateSubnet': 'no address lent by Azure',
  'newNetwork.locked': 'Correct the new network first',
  'newNetwork.missing': 'Correct the new network to continue',
  'newNetwork.board': 'Correct the new network to see what it will let through',
  'newNetwork.section': '{subnet} in {network} ({group}) · does not exist yet',
  'newNetwork.review': 'The network does not exist yet: write the code and deploy it.',

  'write.heading.newSubnet':
    'Its nodes live in subnet {subnet} of virtual network {network}, which these files make.',
  'write.heading.deployNew': 'Deploy it into {group}, the resource group of the workspace, which must exist.',
  'write.heading.network': 'Virtual network for {file}, deployed into its resource group, which must exist.',
  'write.newNetwork':
    'The virtual network with its subnet inside, which names its security group from the start: policies that refuse a subnet without one let it pass.',
  'write.parameter.virtualNetworkAddressPrefixes':
    'Address ranges of the virtual network. They must not overlap those of networks that it is connected to.',
} as const;
