/** Resources that files refer to, read from Azure. */
export const existingMessages = {
  'file.existing.read': 'Read existing resources from Azure',
  'file.existing.refresh': 'Refresh from Azure',
  'file.existing.chooseScope': 'Choose subscription and resource group…',
  'file.existing.stop': 'Stop reading from Azure',
  'file.existing.readAt': '{text} Subnet read from Azure at {time}.',
  'file.existing.serviceReadAt': '{text} {name} read from Azure at {time}.',
  'file.existing.status.read': 'Read from Azure at {time}: {names}',
  'file.existing.status.offered': 'Not in the files: {names}',
  'file.existing.status.tags': 'Service tags as of {date}',
  'file.existing.hover.ready': '{subnet}: ready. Read from Azure at {time}.',
  'file.existing.hover.open': '{subnet}: {n} {n:error|errors}, {unknown} unknown. Read from Azure at {time}.',
  'file.existing.reading': 'Reading existing resources from Azure',
  'file.existing.on':
    'The existing resources that files in {folder} refer to are now read from Azure with your account. To stop, use the command {command}.',
  'file.existing.stopped': 'Existing resources of files in {folder} aren’t read from Azure anymore.',
  'file.existing.pickSubscription': 'Which subscription is {file} deployed to?',
  'file.existing.pickGroup': 'Which resource group is {file} deployed to?',
  'file.existing.noFile': 'Open a Bicep file or ARM template first.',
  'file.existing.nothing':
    'Nothing to read from Azure: the files of {file} contain every resource that it uses.',
  'file.existing.restricted': 'In Restricted Mode, nothing is read from Azure. Trust this workspace first.',
  'file.existing.off': 'The setting {setting} turns off reading from Azure.',
  'file.existing.underWay': '{name} is being read from Azure.',
  'file.existing.noValue':
    'The ID of {name} has a part without a value. Choose the subscription and resource group, or a parameter file.',
  'file.existing.notInSample': '{name} isn’t in the sample subscription. Sign in to read it from Azure.',
  'file.existing.noSubscription':
    'Your account can’t access subscription {subscription}, so {name} wasn’t read. Check the ID, or sign in with an account that has the Reader role there.',
  'file.existing.notThere':
    '{name} isn’t in resource group {group}, or you don’t have permission to read it. Check the name, or ask for the Reader role.',
  'file.existing.signedOut': 'You aren’t signed in, so {name} wasn’t read from Azure. Sign in, then refresh.',
  'file.existing.forbidden':
    'You don’t have permission to read {name}. Required role: Reader on subscription {subscription}.',
  'file.existing.throttled': 'Azure is throttling requests, so {name} wasn’t read. Refresh in a few minutes.',
  'file.existing.timeout': 'Azure didn’t answer in time, so {name} wasn’t read. Refresh to try again.',
  'file.existing.offline':
    'Azure can’t be reached from this computer, so {name} wasn’t read. Check the network connection or the proxy, then refresh.',
  'file.existing.failed':
    'Azure returned an error, so {name} wasn’t read. Refresh to try again. For details, see the log (Output, Secured AML Compute).',
  'file.existing.zonesInFiles': 'The files create private DNS zones or records that Azure doesn’t have yet.',
  'file.existing.changedByFiles': 'The files change {name}, so its current state in Azure isn’t used.',
} as const;
