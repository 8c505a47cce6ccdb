/** *Explain an error message*: the question, and the page. */
export const explain = {
  'explain.title': 'An error message of Azure, explained',
  'explain.file': 'Error explained.md',
  'explain.prompt': 'Paste what Azure said: plain text or JSON, all of it. It stays on this computer.',
  'explain.empty': 'Paste an error message first.',
  'explain.pages': 'Pages of the checks that this error concerns',
  'explain.said': 'What Azure said, word for word',
  'explain.cut': 'The first {n} characters are shown; all of it was looked at.',
  'explain.likely': 'What it likely means',
  'explain.noEvidence':
    'Evidence of a subnet is missing, so nothing is ruled out here. Choose the subnet in *Create secured AML compute* to see what its network decides.',
  'explain.ranked': '{rank}: {name}',
  'explain.advice': 'What to do: {advice}',
  'explain.check': 'Check: {name} (`{id}`). {pages}',
  'explain.unknown': 'We do not know this failure.',
  'explain.unknown.do':
    'That says nothing of your network. Choose the subnet in *Create secured AML compute*: its board says what the network lets through.',
  'explain.taken': 'The name is taken',
  'explain.taken.means': 'A compute of that name exists already, here or elsewhere in the region.',
  'explain.taken.do': 'Choose another name, or delete the compute that has it.',
  'explain.name': 'The name is not allowed',
  'explain.name.means': 'Azure accepts no compute of that name.',
  'explain.name.do':
    'Use letters, digits and dashes, begin with a letter, end with a letter or digit; up to 24 characters for an instance, 32 for a cluster.',
  'explain.join': 'Permission to use the network',
  'explain.join.means':
    'Who creates the compute may not join it to the subnet or network that the message names.',
  'explain.join.do': 'Ask whoever runs that network for Network Contributor on it.',
  'explain.write': 'Permission to create computes',
  'explain.write.means': 'Who creates the compute may not write computes in the workspace.',
  'explain.write.do': 'Ask the workspace’s owner for AzureML Compute Operator or Contributor there.',
  'explain.permission': 'A missing permission',
  'explain.permission.means': 'Azure says that the account may not do what the message calls the action.',
  'explain.permission.do': 'Ask the owner of the scope that the message names for a role with that action.',
  'explain.policy': 'A policy forbids it',
  'explain.policy.means':
    'Your organisation’s policy refused a resource; the message names it and the policy.',
  'explain.policy.do': 'Ask whoever runs the policy for an exemption, or for what it wants to see.',
  'explain.lock': 'A lock forbids it',
  'explain.lock.means': 'A resource, its group or the subscription is locked; the message names where.',
  'explain.lock.do': 'Ask the owner of that scope to take the lock away while the compute is made.',
  'explain.addresses': 'Addresses of the subnet',
  'explain.addresses.means':
    'Each node takes an address of the subnet; where none is free, it does not start.',
  'explain.addresses.do': 'Choose a larger or emptier subnet, or fewer nodes at most.',
  'explain.quota': 'Quota',
  'explain.quota.means': 'Where the quota allows no more cores or clusters, Azure starts none.',
  'explain.quota.do':
    'Choose a smaller size or another family, delete what nobody uses, or ask for more quota.',
  'explain.network': 'The network blocks what nodes need to start',
  'explain.network.means':
    'Nodes that do not reach Batch or storage, or whose replies take another way, never become usable.',
  'explain.network.do':
    'Look at the subnet’s board; each blocked flow has the rule or route that decides it.',
  'explain.capacity': 'Machines of this size',
  'explain.capacity.means': 'The region may have no machine of this size to give now.',
  'explain.capacity.do': 'Try later, or choose another size or region.',
  'explain.support': 'What to send to support',
  'explain.support.text': 'The whole message, as text and not as a picture.',
  'explain.support.ids': 'The ids in it: {ids}',
  'explain.support.noId':
    'Its request or correlation id: this text has none that we recognise; the portal’s activity log has it.',
  'explain.support.time': 'When it happened, with the time zone.',
  'explain.support.where': 'The subscription, the workspace, the region, the compute’s name and size.',
  'explain.support.secrets': 'No tokens, keys or passwords: take them out of the text first.',
} as const;
