/** How two states of a subnet are compared. */
export const comparisonMessages = {
  'compare.title': '{after} compared with {before}: {subnet}',
  'compare.about':
    'Compares all traffic to and from the subnet. Traffic that only {after} allows opens. Traffic that only {before} allows closes.',
  'compare.opens': 'Opens ({n})',
  'compare.closes': 'Closes ({n})',
  'compare.nothingOpens': 'Nothing opens.',
  'compare.nothingCloses': 'Nothing closes.',
  'compare.unknown': 'Unknown ({n})',
  'compare.unknownBoth':
    '**{way} {what}**, {n} address {n:range|ranges}. Both: {end}. Example packet: {packet}',
  'compare.unknownChange':
    '**{way} {what}**, {n} address {n:range|ranges}. {before}: {was}. {after}: {is}. Example packet: {packet}',
  'compare.verdicts': 'Results that differ ({n})',
  'compare.sameVerdicts': 'Each requirement has the same result in both.',
  'compare.requirement': 'Requirement',
  'compare.flow': '**{way} {what}**, {n} address {n:range|ranges}, {by}. Example packet: {packet}',
  'compare.flowPerhaps':
    'Possibly: **{way} {what}**, {n} address {n:range|ranges}, {by}. Example packet: {packet}',
  'compare.otherAddresses':
    'The subnet’s addresses differ: {after} has {is}, {before} has {was}. Only shared addresses are compared.',
  'compare.noSharedAddress':
    'The subnet’s addresses don’t overlap: {after} has {is}, {before} has {was}. Check that it’s the same subnet.',
  'compare.byRoute': 'by route {destination}',
  'compare.more': 'and {n} more',
  'compare.out': 'Outbound',
  'compare.in': 'Inbound',
  'compare.assumed': 'Assumptions',
  'compare.azure': 'Azure',
  'compare.otherName': 'In Azure, the name is {place}.',
  'compare.file': '{subnet} comparison.md',
  'compare.pickInFile': 'Select the subnet of the file to compare',
  'compare.pickInAzure': 'Select the subnet in Azure to compare with {subnet}',
  'compare.reading': 'Reading networks from Azure',
  'compare.noFile': 'Open a Bicep file or ARM template first.',
  'compare.noSubnet': '{file} doesn’t contain a subnet for Azure Machine Learning.',
  'compare.noneInAzure': 'Couldn’t read any virtual network from Azure.',
  'terminal.compareTwo': 'Specify two files: the state before and the state after.',
  'terminal.compareNone':
    'No subnet in {after} has the same name as one in {before} ({names}). Specify it with {option}.',
  'terminal.help.compare':
    'Compares the networks of two files. Lists the traffic that opens and closes from A to B, each with an example packet. Also lists what is unknown and the results that differ. Exits with 1 when something differs. Prints text or JSON.',
} as const;
