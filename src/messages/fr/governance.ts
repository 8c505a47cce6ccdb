import type { governance as english } from '../en/governance';

export const governance: Readonly<Record<keyof typeof english, string>> = {
  'board.group.permissions': 'Droits',
  'board.group.quota': 'Quotas et stratégies',

  'requirement.rbac-vnet-join.name': 'Vous pouvez utiliser ce réseau',
  'requirement.rbac-vnet-join.consequence':
    'Azure refuse la ressource de calcul avec l’erreur 403 : vous n’avez pas le droit de joindre le réseau.',
  'requirement.rbac-vnet-join.ask':
    'Demandez le rôle Contributeur de réseau sur le réseau, ou un rôle avec Microsoft.Network/virtualNetworks/join/action.',

  'requirement.rbac-subnet-join.name': 'Vous pouvez utiliser ce sous-réseau',
  'requirement.rbac-subnet-join.consequence':
    'Azure refuse la ressource de calcul avec l’erreur 403 : vous n’avez pas le droit de joindre le sous-réseau.',
  'requirement.rbac-subnet-join.ask':
    'Demandez le rôle Contributeur de réseau sur le réseau, ou un rôle avec Microsoft.Network/virtualNetworks/subnets/join/action.',
  'requirement.rbac-subnet-join.disagree':
    'Des pages de 2020 et 2022 écrivent l’action au singulier, sans s ; un rôle écrit d’après elles ne donne rien.',

  'requirement.rbac-compute-write.name': 'Vous pouvez créer des ressources de calcul',
  'requirement.rbac-compute-write.consequence': 'Azure refuse la ressource de calcul avec l’erreur 403.',
  'requirement.rbac-compute-write.ask':
    'Demandez AzureML Compute Operator ou Contributor sur l’espace de travail, ou un rôle avec Microsoft.MachineLearningServices/workspaces/computes/write.',

  'requirement.lock-on-vnet-resource-group.name': 'Aucun verrou sur le groupe du réseau',
  'requirement.lock-on-vnet-resource-group.consequence':
    'Azure ne peut ni créer ni supprimer les éléments réseau : la ressource de calcul ne démarre pas ou ne se supprime pas.',
  'requirement.lock-on-vnet-resource-group.consequence.cluster':
    'Azure ne peut ni créer ni supprimer les éléments réseau : les nœuds ne démarrent pas, ou le cluster reste en redimensionnement.',
  'requirement.lock-on-vnet-resource-group.ask':
    'Retirez le verrou du groupe de ressources et verrouillez plutôt des ressources une à une, jamais celles que crée Azure ML.',

  'requirement.lock-on-workspace-resource-group.name': 'Aucun verrou sur le groupe de l’espace de travail',
  'requirement.lock-on-workspace-resource-group.consequence':
    'Le cluster ne grandit et ne rétrécit plus de lui-même.',
  'requirement.lock-on-workspace-resource-group.ask':
    'Retirez le verrou du groupe de ressources et verrouillez plutôt des ressources une à une.',

  'requirement.policy-forbids-network-resources.name': 'Aucune stratégie contre ses éléments réseau',
  'requirement.policy-forbids-network-resources.consequence':
    'Azure Policy refuse le groupe de sécurité réseau, l’équilibreur de charge ou l’IP publique : la ressource de calcul ne démarre pas.',
  'requirement.policy-forbids-network-resources.ask':
    'Choisissez sans IP publique, ou demandez que le groupe de ressources du réseau soit exempté de la stratégie.',

  'requirement.nsg-rule-limits.name': 'Groupe de sécurité dans les limites d’Azure',
  'requirement.nsg-rule-limits.consequence': 'L’ajout d’autres règles échoue.',
  'requirement.nsg-rule-limits.ask':
    'Gardez au plus 1000 règles dans un groupe, et 4000 adresses en tout de chaque côté ; nommez des balises de service plutôt que des adresses.',

  'requirement.nsg-rule-wellformed.name': 'Règles qu’Azure accepte',
  'requirement.nsg-rule-wellformed.consequence':
    'L’enregistrement du groupe de sécurité échoue, ou la règle ne contient pas ce qu’elle semble contenir.',
  'requirement.nsg-rule-wellformed.ask':
    'Donnez à chaque règle une priorité à elle, de 100 à 4096 dans son sens, et de chaque côté une balise de service ou une liste d’adresses, la balise comme Azure l’écrit.',

  'judge.group.within': '{rules} {rules:règle|règles}, {addresses} {addresses:adresse|adresses}',
  'judge.group.nearlyFull': '{rules} règles sur 1000 et {addresses} adresses sur 4000 sont utilisées',
  'judge.group.over': '{rules} règles, {addresses} adresses ; Azure en accepte 1000 et 4000',
  'judge.rules.fine': 'priorités, balises et valeurs sont telles qu’Azure les accepte',
  'judge.rules.priority':
    'la règle {name} a la priorité {priority}, qui n’est pas comprise entre {least} et {greatest}',
  'judge.rules.twice': 'les règles {other} et {name} partagent la priorité {priority}',
  'judge.rules.refused.missing': 'la règle {name} n’a pas de {value}, qu’Azure exige',
  'judge.rules.refused.ports': 'la règle {name} a pour ports « {value} », qu’Azure n’accepte pas',
  'judge.rules.refused.address':
    'la règle {name} nomme « {value} », qui n’est ni une adresse, ni un préfixe, ni une balise',
  'judge.rules.refused.hostBits': 'la règle {name} nomme « {value} », qui a des bits après son préfixe',
  'judge.rules.refused.families': 'la règle {name} nomme « {value} » à côté d’adresses IPv4',
  'judge.rules.refused.name': 'la règle « {name} » a un nom qu’Azure n’accepte pas',
  'judge.rules.refused.sameName': 'deux règles s’appellent {name} ; Azure accepte un nom une fois par groupe',
  'judge.rules.unknownTag':
    'la règle {name} nomme « {tag} », qui n’est pas une balise de service de la liste du {date}',
  'judge.rules.tagInList':
    'la règle {name} nomme {tag} à côté d’autres adresses ; une balise de service reste seule',

  'requirement.quota-network-per-compute.name': 'De la place pour ses éléments réseau',
  'requirement.quota-network-per-compute.consequence':
    'La limite de groupes de sécurité réseau, d’équilibreurs de charge ou d’IP publiques est atteinte : la ressource ne démarre pas.',
  'requirement.quota-network-per-compute.ask':
    'Demandez à Azure un quota plus élevé de groupes de sécurité, d’équilibreurs de charge et d’IP publiques dans la région du réseau, ou choisissez sans IP publique.',

  'judge.azure.notRead': 'Seul Azure peut le dire, et il n’a pas été interrogé.',
  'judge.assume.noDenyAssignment': 'Aucune affectation de refus ne retire ce droit.',
  'judge.permission.held': 'votre rôle sur {name} le permet',
  'judge.permission.missing': 'vos rôles sur {name} ne donnent pas {action} ; {role} le donne',
  'judge.permission.misspelt':
    'votre rôle sur {name} nomme {misspelt}, qui n’existe pas ; il doit nommer {action}',
  'judge.lock.none': 'sans verrou',
  'judge.lock.canNotDelete': 'le verrou {name} sur {scope} empêche toute suppression',
  'judge.lock.readOnly': 'le verrou {name} sur {scope} empêche toute modification',
  'judge.policy.none': 'aucune stratégie ne les refuse',
  'judge.policy.denies': 'la stratégie {policy} sur {scope} refuse {types}',
  'judge.quota.room': '{needed} de plus de chaque ; {kind} en a {used} sur {limit}',
  'judge.quota.near': '{kind} : {used} sur {limit} utilisés, {needed} de plus nécessaires',
  'judge.quota.full': '{kind} : {used} sur {limit} utilisés, {needed} de plus nécessaires',
  'judge.quota.notListed': 'Azure n’indique aucun de ces quotas pour la région.',

  'plan.alsoCreates.sets':
    '{n} {n:groupe|groupes} de sécurité, {n} {n:IP publique|IP publiques}, {n} {n:équilibreur|équilibreurs} de charge au plus, un de chaque pour 100 nœuds',
  'plan.lasts': 'Durée',
  'plan.lasts.cluster': 'Tant que le cluster a des nœuds : supprimés à 0 nœud, recréés quand il grandit',
  'plan.lasts.instance': 'Jusqu’à la suppression de l’instance ; l’arrêter ne suffit pas',
};
