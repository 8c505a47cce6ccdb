/** What a person reads of roles, locks, policies and quotas: the requirements and what their judges find. */
export const governance = {
  'board.group.permissions': 'Permissions',
  'board.group.quota': 'Quota and policy',

  'requirement.rbac-vnet-join.name': 'You may use this network',
  'requirement.rbac-vnet-join.consequence':
    'Azure refuses the compute with 403: you may not join the network.',
  'requirement.rbac-vnet-join.ask':
    'Ask for Network Contributor on the network, or for a role with Microsoft.Network/virtualNetworks/join/action.',

  'requirement.rbac-subnet-join.name': 'You may use this subnet',
  'requirement.rbac-subnet-join.consequence':
    'Azure refuses the compute with 403: you may not join the subnet.',
  'requirement.rbac-subnet-join.ask':
    'Ask for Network Contributor on the network, or for a role with Microsoft.Network/virtualNetworks/subnets/join/action.',
  'requirement.rbac-subnet-join.disagree':
    'Pages of 2020 and 2022 print the action as subnet/join, without the s; a role written after them gives nothing.',

  'requirement.rbac-compute-write.name': 'You may create computes',
  'requirement.rbac-compute-write.consequence': 'Azure refuses the compute with 403.',
  'requirement.rbac-compute-write.ask':
    'Ask for AzureML Compute Operator or Contributor on the workspace, or for a role with Microsoft.MachineLearningServices/workspaces/computes/write.',

  'requirement.lock-on-vnet-resource-group.name': 'No lock on the network’s group',
  'requirement.lock-on-vnet-resource-group.consequence':
    'Azure can’t create or remove the network resources: the compute resource doesn’t start or can’t be deleted.',
  'requirement.lock-on-vnet-resource-group.consequence.cluster':
    'Azure can’t create or remove the network resources: nodes don’t start, or the cluster stays at resizing.',
  'requirement.lock-on-vnet-resource-group.ask':
    'Take the lock off the resource group and lock single resources instead, never those that Azure ML makes.',

  'requirement.lock-on-workspace-resource-group.name': 'No lock on the workspace’s group',
  'requirement.lock-on-workspace-resource-group.consequence':
    'The cluster stops growing and shrinking by itself.',
  'requirement.lock-on-workspace-resource-group.ask':
    'Take the lock off the resource group and lock single resources instead.',

  'requirement.policy-forbids-network-resources.name': 'No policy against its network parts',
  'requirement.policy-forbids-network-resources.consequence':
    'Azure Policy refuses the network security group, load balancer, or public IP: the compute resource doesn’t start.',
  'requirement.policy-forbids-network-resources.ask':
    'Choose no public IP, or ask for an exemption of the network’s resource group from the policy.',

  'requirement.nsg-rule-limits.name': 'Security group within Azure’s limits',
  'requirement.nsg-rule-limits.consequence': 'Adding further rules fails.',
  'requirement.nsg-rule-limits.ask':
    'Keep at most 1,000 rules in a group, and 4,000 addresses on either side of them together; name service tags instead of addresses.',

  'requirement.nsg-rule-wellformed.name': 'Rules that Azure takes',
  'requirement.nsg-rule-wellformed.consequence':
    'Saving the security group fails, or the rule does not hold what it seems to.',
  'requirement.nsg-rule-wellformed.ask':
    'Give each rule a priority of its own from 100 to 4096 in its direction, and one service tag or a list of addresses on each side, the tag as Azure spells it.',

  'judge.group.within': '{rules} {rules:rule|rules}, {addresses} {addresses:address|addresses}',
  'judge.group.nearlyFull': '{rules} of 1,000 rules, {addresses} of 4,000 addresses are used',
  'judge.group.over': '{rules} rules, {addresses} addresses; Azure takes 1,000 and 4,000',
  'judge.rules.fine': 'priorities, tags and values are as Azure takes them',
  'judge.rules.priority': 'rule {name} has priority {priority}, which is not from {least} to {greatest}',
  'judge.rules.twice': 'rules {other} and {name} share priority {priority}',
  'judge.rules.refused.missing': 'rule {name} has no {value}, which Azure requires',
  'judge.rules.refused.ports': 'rule {name} has ports “{value}”, which Azure does not take',
  'judge.rules.refused.address': 'rule {name} names “{value}”, which is no address, prefix or tag',
  'judge.rules.refused.hostBits': 'rule {name} names “{value}”, which has bits set behind its prefix',
  'judge.rules.refused.families': 'rule {name} names “{value}” beside IPv4 addresses',
  'judge.rules.refused.name': 'rule “{name}” has a name that Azure does not take',
  'judge.rules.refused.sameName': 'two rules are called {name}; Azure takes a name once in a group',
  'judge.rules.unknownTag': 'rule {name} names “{tag}”, which is no service tag of the list of {date}',
  'judge.rules.tagInList': 'rule {name} names {tag} beside other addresses; a service tag stands alone',

  'requirement.quota-network-per-compute.name': 'Room for its network parts',
  'requirement.quota-network-per-compute.consequence':
    'The region’s limit of network security groups, load balancers, or public IPs is reached: the compute resource doesn’t start.',
  'requirement.quota-network-per-compute.ask':
    'Ask Azure for a higher quota of security groups, load balancers and public IPs in the network’s region, or choose no public IP.',

  'judge.azure.notRead': 'Only Azure can say it, and it was not asked.',
  'judge.assume.noDenyAssignment': 'No deny assignment takes the permission back.',
  'judge.permission.held': 'your role on {name} gives it',
  'judge.permission.missing': 'your roles on {name} do not give {action}; {role} does',
  'judge.permission.misspelt':
    'your role on {name} names {misspelt}, which does not exist; it must name {action}',
  'judge.lock.none': 'not locked',
  'judge.lock.canNotDelete': 'lock {name} on {scope} lets nothing be deleted',
  'judge.lock.readOnly': 'lock {name} on {scope} lets nothing be changed',
  'judge.policy.none': 'no policy refuses them',
  'judge.policy.denies': 'policy {policy} on {scope} refuses {types}',
  'judge.quota.room': '{needed} more of each; {kind} has {used} of {limit}',
  'judge.quota.near': '{kind}: {used} of {limit} used, {needed} more needed',
  'judge.quota.full': '{kind}: {used} of {limit} used, {needed} more needed',
  'judge.quota.notListed': 'Azure lists none of these quotas for the region.',

  'plan.alsoCreates.sets':
    '{n} security {n:group|groups}, {n} public {n:IP|IPs}, {n} load {n:balancer|balancers} at most, one of each for 100 nodes',
  'plan.lasts': 'They last',
  'plan.lasts.cluster': 'While the cluster has nodes: removed at 0 nodes, made again when it grows',
  'plan.lasts.instance': 'Until the instance is deleted; stopping it is not enough',
} as const;
