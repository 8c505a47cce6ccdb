/** Un cluster qui a reçu moins de nœuds qu’il n’en garde. */
export const partialAllocation = {
  'create.partial': '{name} a {idle} nœuds sur {wanted}',
  'create.partial.some':
    'Azure a créé le cluster et démarré {idle} de ses {wanted} nœuds en {time}. Les travaux s’exécutent sur ceux-là ; les autres n’ont pas démarré.',
  'create.partial.none':
    'Azure a créé le cluster, mais en {time} aucun de ses {wanted} nœuds n’a démarré. Les travaux attendent qu’il y en ait.',
  'create.partial.left':
    'Cluster {name} avec {n} {n:nœud qui fonctionne et est facturé|nœuds qui fonctionnent et sont facturés}. Il garde son nom jusqu’à sa suppression.',
  'create.compare.nodes': 'Nœuds',
  'create.likely.addressesTold': 'Azure dit que le sous-réseau n’a plus d’adresse pour d’autres nœuds.',
  'create.likely.quotaTold': 'Azure dit que le quota ne permet pas plus de cœurs.',
} as const;
