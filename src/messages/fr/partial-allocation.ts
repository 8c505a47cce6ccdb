/** Un cluster qui a reçu moins de nœuds qu’il n’en garde. */
export const partialAllocationMessages = {
  'create.partial': '{name} a {idle} nœuds sur {wanted}',
  'create.partial.some':
    'Azure a créé le cluster et démarré {idle} nœuds sur {wanted} en {time}. Les travaux s’exécutent sur les nœuds démarrés.',
  'create.partial.none':
    'Azure a créé le cluster, mais aucun de ses {wanted} nœuds n’a démarré en {time}. Les travaux attendent le démarrage d’un nœud.',
  'create.partial.left':
    'Cluster {name} avec {n} {n:nœud en cours d’exécution, facturé|nœuds en cours d’exécution, facturés} jusqu’à ce que vous réduisiez ou supprimiez le cluster.',
  'create.compare.nodes': 'Nœuds',
  'create.likely.addressesTold':
    'Azure signale que le sous-réseau n’a plus d’adresses libres pour d’autres nœuds.',
  'create.likely.quotaTold': 'Azure signale que le quota n’autorise pas plus de cœurs.',
} as const;
