/** A cluster that got fewer nodes than it keeps. */
export const partialAllocationMessages = {
  'create.partial': '{name} has {idle} of {wanted} nodes',
  'create.partial.some':
    'Azure created the cluster and started {idle} of {wanted} nodes within {time}. Jobs run on the started nodes.',
  'create.partial.none':
    'Azure created the cluster, but none of its {wanted} nodes started within {time}. Jobs wait until a node starts.',
  'create.partial.left':
    'Cluster {name} with {n} running {n:node|nodes}, billed until you scale down or delete the cluster.',
  'create.compare.nodes': 'Nodes',
  'create.likely.addressesTold': 'Azure reports that the subnet doesn’t have free addresses for more nodes.',
  'create.likely.quotaTold': 'Azure reports that the quota doesn’t allow more cores.',
} as const;
