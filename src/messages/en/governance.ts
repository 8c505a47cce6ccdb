/** What a person reads of roles, locks, policies and quotas: the requirements and what their checks find. */
export const governanceMessages = {
  'board.group.permissions': 'Permissions',
  'board.group.quota': 'Quotas and policies',

  'requirement.rbac-vnet-join.name': 'Permission to join the virtual network',
  'requirement.rbac-vnet-join.consequence':
    'Azure refuses the compute resource with error 403, because you don’t have permission to join the virtual network.',
  'requirement.rbac-vnet-join.ask':
    'Ask for the Network Contributor role on the virtual network, or for a role with Microsoft.Network/virtualNetworks/join/action.',

  'requirement.rbac-subnet-join.name': 'Permission to join the subnet',
  'requirement.rbac-subnet-join.consequence':
    'Azure refuses the compute resource with error 403, because you don’t have permission to join the subnet.',
  'requirement.rbac-subnet-join.ask':
    'Ask for the Network Contributor role on the virtual network, or for a role with Microsoft.Network/virtualNetworks/subnets/join/action.',
  'requirement.rbac-subnet-join.disagree':
    'Pages of 2020 and 2022 write Microsoft.Network/virtualNetworks/subnet/join/action, without the s of subnets. A role with that action doesn’t grant the permission.',

  'requirement.rbac-compute-write.name': 'Permission to create compute resources',
  'requirement.rbac-compute-write.consequence': 'Azure refuses the compute resource with error 403.',
  'requirement.rbac-compute-write.ask':
    'Ask for the AzureML Compute Operator or Contributor role on the workspace, or for a role with Microsoft.MachineLearningServices/workspaces/computes/write.',

  'requirement.lock-on-vnet-resource-group.name': 'No lock on the network’s resource group',
  'requirement.lock-on-vnet-resource-group.consequence':
    'Azure can’t create or delete the network resources. The compute resource doesn’t start, or you can’t delete it.',
  'requirement.lock-on-vnet-resource-group.consequence.cluster':
    'Azure can’t create or delete the network resources. Nodes don’t start, or the cluster stays in the resizing state.',
  'requirement.lock-on-vnet-resource-group.ask':
    'Remove the lock from the resource group, and lock individual resources instead. Don’t lock resources that Azure ML creates.',

  'requirement.lock-on-workspace-resource-group.name': 'No lock on the workspace’s resource group',
  'requirement.lock-on-workspace-resource-group.consequence': 'The cluster no longer scales automatically.',
  'requirement.lock-on-workspace-resource-group.ask':
    'Remove the lock from the resource group, and lock individual resources instead.',

  'requirement.policy-forbids-network-resources.name': 'No policy that denies the network resources',
  'requirement.policy-forbids-network-resources.consequence':
    'Azure Policy denies the NSG, load balancer, or public IP address, so the compute resource doesn’t start.',
  'requirement.policy-forbids-network-resources.ask':
    'Choose no public IP address. Alternatively, ask for a policy exemption for the network’s resource group.',

  'requirement.nsg-rule-limits.name': 'NSG within Azure’s limits',
  'requirement.nsg-rule-limits.consequence': 'Azure refuses more rules.',
  'requirement.nsg-rule-limits.ask':
    'Use at most 1,000 rules in an NSG. All rules together can have at most 4,000 source addresses and 4,000 destination addresses. Use service tags instead of addresses, and at most 100 application security groups.',

  'requirement.nsg-rule-wellformed.name': 'Valid security rules',
  'requirement.nsg-rule-wellformed.consequence':
    'Azure refuses the NSG, or the rule doesn’t match the intended traffic.',
  'requirement.nsg-rule-wellformed.ask':
    'Give each rule a unique priority from 100 to 4096 in its direction. As source and destination, use one service tag in Azure’s spelling, or a list of addresses.',

  'judge.group.within':
    'the NSG has {rules} {rules:rule|rules} and {addresses} {addresses:address|addresses}',
  'judge.group.nearlyFull': 'the NSG uses {rules} of 1,000 rules and {addresses} of 4,000 addresses',
  'judge.group.over':
    'the NSG has {rules} rules and {addresses} addresses, and Azure accepts 1,000 and 4,000',
  'judge.group.groups': 'the rules contain {n} application security groups, and Azure accepts {limit}',
  'judge.group.groupsOfRule':
    'one side of rule {name} contains {n} application security groups, and Azure accepts {limit}',
  'judge.rules.fine': 'Azure accepts the priorities, service tags, and values of all rules',
  'judge.rules.priority': 'rule {name} has priority {priority}, and Azure accepts {least} to {greatest}',
  'judge.rules.twice': 'rules {other} and {name} have the same priority ({priority})',
  'judge.rules.refused.missing': 'rule {name} doesn’t have {value}, which Azure requires',
  'judge.rules.refused.ports': 'rule {name} has the ports “{value}”, which Azure refuses',
  'judge.rules.refused.address':
    'rule {name} has the value “{value}”, which isn’t an address, prefix, or service tag',
  'judge.rules.refused.hostBits': 'rule {name} has the prefix “{value}” with host bits set',
  'judge.rules.refused.families': 'rule {name} has “{value}” together with IPv4 addresses',
  'judge.rules.refused.name': 'Azure refuses the name of rule “{name}”',
  'judge.rules.refused.sameName': 'two rules have the name {name}, and Azure requires unique names in an NSG',
  'judge.rules.unknownTag': 'rule {name} has “{tag}”, which isn’t in the service tag list of {date}',
  'judge.rules.tagInList':
    'rule {name} has {tag} in a list with other addresses, and Azure accepts a service tag only alone',

  'requirement.quota-network-per-compute.name': 'Quota for the compute resource’s network resources',
  'requirement.quota-network-per-compute.consequence':
    'The region’s quota of NSGs, load balancers, or public IP addresses is used up, so the compute resource doesn’t start.',
  'requirement.quota-network-per-compute.ask':
    'Request a higher quota of NSGs, load balancers, and public IP addresses in the network’s region. Alternatively, choose no public IP address.',

  'judge.azure.notRead': 'Only Azure has this information, and Azure wasn’t read.',
  'judge.assume.noDenyAssignment': 'No deny assignment removes the permission.',
  'judge.permission.held': 'your role on {name} has this permission',
  'judge.permission.missing': 'your roles on {name} don’t include {action}, but the {role} role does',
  'judge.permission.misspelt':
    'your role on {name} has the action {misspelt}, which doesn’t exist, instead of {action}',
  'judge.lock.none': 'the resource group isn’t locked',
  'judge.lock.canNotDelete': 'lock {name} on {scope} prevents deletion',
  'judge.lock.readOnly': 'lock {name} on {scope} prevents changes',
  'judge.policy.none': 'no policy denies these resources',
  'judge.policy.denies': 'policy {policy} on {scope} denies {types}',
  'judge.quota.room':
    '{needed} more of each {needed:fits|fit}, and the quota for {kind} is at {used} of {limit}',
  'judge.quota.near':
    'the quota for {kind} is at {used} of {limit}, and {needed} more {needed:is|are} needed',
  'judge.quota.full':
    'the quota for {kind} is at {used} of {limit}, and {needed} more {needed:is|are} needed',
  'judge.quota.notListed': 'Azure doesn’t list these quotas for the region.',

  'plan.alsoCreates.sets':
    'up to {n} {n:NSG|NSGs}, {n} public {n:IP address|IP addresses}, and {n} load {n:balancer|balancers} (one of each for 100 nodes)',
  'plan.lasts': 'Lifetime',
  'plan.lasts.cluster':
    'While the cluster has nodes. Azure deletes them at 0 nodes, and creates them again when the cluster grows.',
  'plan.lasts.instance': 'Until the instance is deleted. Stopping it isn’t enough.',
} as const;
