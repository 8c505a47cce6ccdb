/** How two states of a subnet are compared. */
export const comparison = {
  'compare.title': '{after} beside {before}: {subnet}',
  'compare.about':
    'Every packet to and from the subnet is compared. What passes with {after} and not with {before} opens; what passes with {before} alone closes.',
  'compare.opens': 'Opens ({n})',
  'compare.closes': 'Closes ({n})',
  'compare.nothingOpens': 'Nothing opens.',
  'compare.nothingCloses': 'Nothing closes.',
  'compare.unknown': 'Not known ({n})',
  'compare.unknownBoth':
    '**{way} {what}**, {n} address {n:range|ranges}. In both: {end}. For example {packet}',
  'compare.unknownChange':
    '**{way} {what}**, {n} address {n:range|ranges}. {before}: {was}. {after}: {is}. For example {packet}',
  'compare.verdicts': 'Verdicts that differ ({n})',
  'compare.sameVerdicts': 'Every requirement has the same verdict in both.',
  'compare.requirement': 'Requirement',
  'compare.flow': '**{way} {what}**, {n} address {n:range|ranges}, {by}. For example {packet}',
  'compare.flowPerhaps': 'Perhaps **{way} {what}**, {n} address {n:range|ranges}, {by}. For example {packet}',
  'compare.otherAddresses':
    'The subnet has other addresses with {after} ({is}) than with {before} ({was}). Flows are compared of those that it has in both.',
  'compare.noSharedAddress':
    'The subnet has no address with {after} ({is}) that it has with {before} ({was}), so no flow can be compared. Is it the same subnet?',
  'compare.byRoute': 'by route {destination}',
  'compare.more': 'and {n} more',
  'compare.out': 'Outbound',
  'compare.in': 'Inbound',
  'compare.assumed': 'Taken for granted',
  'compare.azure': 'Azure',
  'compare.otherName': 'In Azure it is {place}.',
  'compare.file': '{subnet} compared.md',
  'compare.pickInFile': 'Which subnet of the file is compared?',
  'compare.pickInAzure': 'Which subnet in Azure is {subnet} of the file?',
  'compare.reading': 'Reading networks from Azure',
  'compare.noFile': 'Open a Bicep file or ARM template first.',
  'compare.noSubnet': '{file} has no subnet that is meant for Azure ML.',
  'compare.noneInAzure': 'No network could be read in Azure.',
  'terminal.compareTwo': 'Name two files: the state before and the state after.',
  'terminal.compareNone':
    '{after} has no subnet that is called like one of {before} ({names}). Name it with {option}.',
  'terminal.help.compare':
    'Compares the networks of two files: which flows open and which close from A to B, each with a packet, what stays unknown, and which verdicts differ. Ends with 1 where anything does. Prints text or JSON.',
} as const;
