import type { governanceMessages as english } from '../en/governance';

export const governanceMessages: Readonly<Record<keyof typeof english, string>> = {
  'board.group.permissions': 'Autorisations',
  'board.group.quota': 'Quotas et stratégies',

  'requirement.rbac-vnet-join.name': 'Autorisation de joindre le réseau virtuel',
  'requirement.rbac-vnet-join.consequence':
    'Azure refuse la ressource de calcul avec l’erreur 403, car vous n’êtes pas autorisé à joindre le réseau virtuel.',
  'requirement.rbac-vnet-join.ask':
    'Demandez le rôle Contributeur de réseaux sur le réseau virtuel, ou un rôle avec Microsoft.Network/virtualNetworks/join/action.',

  'requirement.rbac-subnet-join.name': 'Autorisation de joindre le sous-réseau',
  'requirement.rbac-subnet-join.consequence':
    'Azure refuse la ressource de calcul avec l’erreur 403, car vous n’êtes pas autorisé à joindre le sous-réseau.',
  'requirement.rbac-subnet-join.ask':
    'Demandez le rôle Contributeur de réseaux sur le réseau virtuel, ou un rôle avec Microsoft.Network/virtualNetworks/subnets/join/action.',
  'requirement.rbac-subnet-join.disagree':
    'Des pages de 2020 et 2022 écrivent Microsoft.Network/virtualNetworks/subnet/join/action, sans le s de subnets. Un rôle avec cette action n’accorde pas l’autorisation.',

  'requirement.rbac-compute-write.name': 'Autorisation de créer des ressources de calcul',
  'requirement.rbac-compute-write.consequence': 'Azure refuse la ressource de calcul avec l’erreur 403.',
  'requirement.rbac-compute-write.ask':
    'Demandez le rôle AzureML Compute Operator ou Contributeur sur l’espace de travail, ou un rôle avec Microsoft.MachineLearningServices/workspaces/computes/write.',

  'requirement.lock-on-vnet-resource-group.name': 'Aucun verrou sur le groupe de ressources du réseau',
  'requirement.lock-on-vnet-resource-group.consequence':
    'Azure ne peut ni créer ni supprimer les ressources réseau. La ressource de calcul ne démarre pas, ou vous ne pouvez pas la supprimer.',
  'requirement.lock-on-vnet-resource-group.consequence.cluster':
    'Azure ne peut ni créer ni supprimer les ressources réseau. Les nœuds ne démarrent pas, ou le cluster reste en redimensionnement.',
  'requirement.lock-on-vnet-resource-group.ask':
    'Retirez le verrou du groupe de ressources, et verrouillez plutôt des ressources individuelles. Ne verrouillez pas celles que crée Azure ML.',

  'requirement.lock-on-workspace-resource-group.name':
    'Aucun verrou sur le groupe de ressources de l’espace de travail',
  'requirement.lock-on-workspace-resource-group.consequence':
    'Le cluster ne se met plus à l’échelle automatiquement.',
  'requirement.lock-on-workspace-resource-group.ask':
    'Retirez le verrou du groupe de ressources, et verrouillez plutôt des ressources individuelles.',

  'requirement.policy-forbids-network-resources.name': 'Aucune stratégie qui refuse les ressources réseau',
  'requirement.policy-forbids-network-resources.consequence':
    'Azure Policy refuse le NSG, l’équilibreur de charge ou l’adresse IP publique : la ressource de calcul ne démarre pas.',
  'requirement.policy-forbids-network-resources.ask':
    'Choisissez l’option sans adresse IP publique. Vous pouvez aussi demander une exemption de stratégie pour le groupe de ressources du réseau.',

  'requirement.nsg-rule-limits.name': 'NSG dans les limites d’Azure',
  'requirement.nsg-rule-limits.consequence': 'Azure refuse d’autres règles.',
  'requirement.nsg-rule-limits.ask':
    'Utilisez au plus 1000 règles dans un NSG. Toutes les règles ensemble peuvent avoir au plus 4000 adresses sources et 4000 adresses de destination. Utilisez des balises de service plutôt que des adresses, et au plus 100 groupes de sécurité d’application.',

  'requirement.nsg-rule-wellformed.name': 'Règles de sécurité valides',
  'requirement.nsg-rule-wellformed.consequence':
    'Azure refuse le NSG, ou la règle ne correspond pas au trafic voulu.',
  'requirement.nsg-rule-wellformed.ask':
    'Donnez à chaque règle une priorité unique de 100 à 4096 dans son sens. Comme source et destination, utilisez une balise de service écrite comme dans Azure, ou une liste d’adresses.',

  'judge.group.within': 'le NSG a {rules} {rules:règle|règles} et {addresses} {addresses:adresse|adresses}',
  'judge.group.nearlyFull': 'le NSG utilise {rules} règles sur 1000 et {addresses} adresses sur 4000',
  'judge.group.over': 'le NSG a {rules} règles et {addresses} adresses, et Azure en accepte 1000 et 4000',
  'judge.group.groups':
    'les règles contiennent {n} groupes de sécurité d’application, et Azure en accepte {limit}',
  'judge.group.groupsOfRule':
    'un côté de la règle {name} contient {n} groupes de sécurité d’application, et Azure en accepte {limit}',
  'judge.rules.fine':
    'Azure accepte les priorités, les balises de service et les valeurs de toutes les règles',
  'judge.rules.priority':
    'la règle {name} a la priorité {priority}, et Azure accepte de {least} à {greatest}',
  'judge.rules.twice': 'les règles {other} et {name} ont la même priorité ({priority})',
  'judge.rules.refused.missing': 'la règle {name} n’a pas de {value}, qu’Azure exige',
  'judge.rules.refused.ports': 'la règle {name} a les ports « {value} », qu’Azure refuse',
  'judge.rules.refused.address':
    'la règle {name} a la valeur « {value} », qui n’est ni une adresse, ni un préfixe, ni une balise de service',
  'judge.rules.refused.hostBits': 'la règle {name} a le préfixe « {value} » avec des bits d’hôte',
  'judge.rules.refused.families': 'la règle {name} a « {value} » avec des adresses IPv4',
  'judge.rules.refused.name': 'Azure refuse le nom de la règle « {name} »',
  'judge.rules.refused.sameName':
    'deux règles s’appellent {name}, et Azure exige des noms uniques dans un NSG',
  'judge.rules.unknownTag':
    'la règle {name} a « {tag} », qui n’est pas dans la liste des balises de service du {date}',
  'judge.rules.tagInList':
    'la règle {name} a {tag} dans une liste avec d’autres adresses, et Azure n’accepte une balise de service que seule',

  'requirement.quota-network-per-compute.name': 'Quota pour les ressources réseau de la ressource de calcul',
  'requirement.quota-network-per-compute.consequence':
    'Le quota régional de NSG, d’équilibreurs de charge ou d’adresses IP publiques est épuisé : la ressource de calcul ne démarre pas.',
  'requirement.quota-network-per-compute.ask':
    'Demandez un quota plus élevé de NSG, d’équilibreurs de charge et d’adresses IP publiques dans la région du réseau. Vous pouvez aussi choisir l’option sans adresse IP publique.',

  'judge.azure.notRead': 'Seul Azure a cette information, et Azure n’a pas été lu.',
  'judge.assume.noDenyAssignment': 'Aucune affectation de refus ne retire l’autorisation.',
  'judge.permission.held': 'votre rôle sur {name} a cette autorisation',
  'judge.permission.missing':
    'vos rôles sur {name} ne comprennent pas {action}, mais le rôle {role} la comprend',
  'judge.permission.misspelt':
    'votre rôle sur {name} a l’action {misspelt}, qui n’existe pas, au lieu de {action}',
  'judge.lock.none': 'le groupe de ressources n’est pas verrouillé',
  'judge.lock.canNotDelete': 'le verrou {name} sur {scope} empêche toute suppression',
  'judge.lock.readOnly': 'le verrou {name} sur {scope} empêche toute modification',
  'judge.policy.none': 'aucune stratégie ne refuse ces ressources',
  'judge.policy.denies': 'la stratégie {policy} sur {scope} refuse {types}',
  'judge.quota.room':
    '{needed} de plus de chaque {needed:est possible|sont possibles}, et le quota {kind} est utilisé à {used} sur {limit}',
  'judge.quota.near':
    'le quota {kind} est utilisé à {used} sur {limit}, et {needed} de plus {needed:est nécessaire|sont nécessaires}',
  'judge.quota.full':
    'le quota {kind} est utilisé à {used} sur {limit}, et {needed} de plus {needed:est nécessaire|sont nécessaires}',
  'judge.quota.notListed': 'Azure n’indique pas ces quotas pour la région.',

  'plan.alsoCreates.sets':
    'jusqu’à {n} NSG, {n} {n:adresse IP publique|adresses IP publiques} et {n} {n:équilibreur|équilibreurs} de charge (un de chaque pour 100 nœuds)',
  'plan.lasts': 'Durée de vie',
  'plan.lasts.cluster':
    'Tant que le cluster a des nœuds. Azure les supprime à 0 nœud, et les recrée quand le cluster grandit.',
  'plan.lasts.instance': 'Jusqu’à la suppression de l’instance. L’arrêter ne suffit pas.',
};
