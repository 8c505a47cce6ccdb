/** A cluster that got fewer nodes than it keeps. */
export const partialAllocation = {
  'create.partial': '{name} has {idle} of {wanted} nodes',
  'create.partial.some':
    'Azure made the cluster and started {idle} of its {wanted} nodes within {time}. Jobs run on those; the others did not come up.',
  'create.partial.none':
    'Azure made the cluster, but within {time} none of its {wanted} nodes came up. Jobs wait until some do.',
  'create.partial.left':
    'Cluster {name} with {n} {n:node that runs and is billed|nodes that run and are billed}. It keeps its name until it is deleted.',
  'create.compare.nodes': 'Nodes',
  'create.likely.addressesTold': 'Azure says that the subnet has no address left for more nodes.',
  'create.likely.quotaTold': 'Azure says that the quota allows no more cores.',
} as const;
