/** What actions on files say before something is written, in French. */
export const fileActionsMessages = {
  'file.fix.apiVersion':
    '{name} utilise la version d’API {version}, qui n’a pas {property}. Utilisez la version {since} ou une version ultérieure.',
  'file.fix.delegationUsed':
    'La délégation de {subnet} reste en place : ces fichiers utilisent le sous-réseau, ou l’utilisent peut-être, pour {users}.',
  'file.fix.whichSubnet': 'Plusieurs sous-réseaux conviennent : {names}. Sélectionnez-en un dans l’éditeur.',
  'file.title.createBilled': 'Créer {name} (facturé)',
  'file.title.createGateway': 'Créer la passerelle NAT {name} (facturée) et l’attacher à {to}',
  'file.title.undelegate': 'Supprimer la délégation de {name}',
  'file.title.replace2020':
    'Supprimer {retired} {retired:règle périmée|règles périmées} et ajouter {n} {n:règle sortante actuelle|règles sortantes actuelles}',
  'file.title.also': '{title} (change aussi le trafic de {names})',
  'file.title.worse': '⚠ Arrête du trafic de {names} : {title}',
  'file.fix.where': '{text}, dans {subnet}',
  'terminal.fix.withheld': '{change} : relancez avec {option}.',
  'terminal.fix.hint': 'Simple information : {option} corrige aussi ce point.',
  'terminal.fix.ignored': 'Ignoré par un commentaire ou par des métadonnées des fichiers.',
  'terminal.fix.elsewhere': 'Une correction existe, mais elle ne peut pas être écrite dans les fichiers.',
  'terminal.fix.requirement': '{subnet} : {name}',
  'terminal.fix.export': '{file} est un export : fix ne peut pas y écrire.',
  'terminal.help.allow':
    'Corrections à autoriser en plus : remove (supprime ou détache un élément), cost (crée un élément qu’Azure facture)',
  'file.closing.title':
    'Refuser l’autre trafic sortant de « {subnet} » : autoriser {n} flux requis, refuser Internet',
  'file.closing.heading': 'Refuser l’autre trafic sortant de « {subnet} » ?',
  'file.closing.write': 'Écrire les règles',
  'file.closing.look': 'Afficher les modifications',
  'file.closing.written': '{n:Nouvelle règle|Nouvelles règles} d’autorisation pour {n} flux : {names}.',
  'file.closing.closes': 'N’est plus autorisé vers Internet : {parts}. Exemple de paquet : {packet}',
  'file.invalidValue': '« {value} » n’est ni une adresse ni un préfixe ({property} de « {name} »).',
  'file.firewall.noTarget': '« {rule} » n’a pas de destination : Azure refuse les règles du pare-feu.',
  'file.firewall.emptyName':
    '« {rule} » a un nom d’hôte vide : le déploiement des règles du pare-feu échoue.',
  'file.firewall.noAddress':
    '« {value} » dans « {rule} » n’est ni une adresse, ni une plage, ni une balise de service : la règle ne correspond à rien. Utilisez le nom de la balise de service.',
  'file.misspeltAction':
    '« {action} » n’est pas une action d’Azure : le rôle « {role} » ne permet pas de joindre un sous-réseau. Utilisez « {right} ».',
  'file.outsideNetwork':
    '« {compute} » n’indique aucun sous-réseau et s’exécute donc hors de votre réseau. « {subnet} » est déclaré pour Azure ML.',
  'file.outsideNetworks':
    '« {compute} » n’indique aucun sous-réseau et s’exécute donc hors de votre réseau. Plusieurs sont déclarés pour Azure ML : {subnets}.',
  'file.order.tooEarly':
    '« {compute} » n’a pas d’IP publique et n’attend pas le point de terminaison privé « {waitsFor} » de l’espace de travail « {workspace} ». Azure le refuse s’il est créé avant.',
  'file.order.unknown':
    'Impossible de confirmer que « {compute} » est créé après le point de terminaison privé « {waitsFor} » de l’espace de travail « {workspace} » : {because}',
  'file.order.endpoint': 'Déclaration de « {name} ».',
  'file.order.undecided':
    'L’ordre dépend d’une condition, d’une boucle ou d’un nom sans valeur avant {name}.',
  'file.order.target':
    'Le point de terminaison privé est celui de {name}, qui est peut-être cet espace de travail.',
  'file.order.workspaceElsewhere':
    'L’espace de travail {name} est créé ailleurs et a peut-être déjà un point de terminaison privé.',
  'file.title.wait': 'Créer {compute} après {endpoint}',
  'file.fix.orderCircle':
    '{endpoint} dépend de « {module} », qui crée aussi {compute}. Déplacez {compute} dans un module qui dépend de {endpoint}.',
  'file.fix.orderUnnamed':
    'Dans {file}, {endpoint} n’a pas de nom que dependsOn puisse utiliser pour {compute}.',
  'file.fix.orderLoop':
    'Une même boucle crée {compute} et {endpoint}. Créez {compute} dans un module séparé.',
  'file.governance.scope':
    'Les fichiers n’indiquent pas si {scope}, l’étendue de « {name} », comprend cette ressource.',
  'file.lock.level': 'Le niveau du verrou « {name} » n’est pas connu.',
  'file.delegatedEndpoint':
    'Le point de terminaison privé « {endpoint} » est dans le sous-réseau « {subnet} », délégué à {service}. Azure y refuse un point de terminaison privé.',
  'file.policy.denies':
    'L’attribution de stratégie « {policy} » interdit « {resource} » : Azure refuse de créer cette ressource.',
  'file.policy.perhaps':
    'Impossible de confirmer que l’attribution de stratégie « {policy} » autorise « {resource} » : {because}',
  'file.policy.parameter': 'La stratégie « {policy} » n’a pas de valeur pour son paramètre {name}.',
  'file.policy.condition':
    'La stratégie « {policy} » a une condition qui ne peut pas être évaluée à partir des fichiers : {part}',
  'file.policy.definition':
    'Les fichiers ne contiennent pas la définition de la stratégie « {policy} » : {id}',
  'file.policy.selects':
    'La stratégie « {policy} » a des sélecteurs de ressources, des remplacements ou un mode d’application qui ne peuvent pas être évalués à partir des fichiers.',
  'file.policy.exempted':
    'La stratégie « {policy} » a une exemption, qui peut n’en concerner qu’une partie ou être temporaire.',
  'file.meantSubnet': 'Déclaration de « {subnet} ».',
  'file.title.joinSubnet': 'Placer {compute} dans « {subnet} »',
  'file.fix.computeComputed':
    'La définition de {name} est calculée : son sous-réseau ne peut pas être écrit.',
  'file.fix.notReady':
    'Avec {name} dans « {subnet} », {n:une autre vérification échoue|d’autres vérifications échouent}. À corriger d’abord : {ids}.',
  'file.fix.subnetUnnamed':
    '{file} ne peut pas faire référence à {name} : il est déclaré sous condition, dans une boucle ou dans un autre fichier, ou son nom est calculé.',
  'file.explain.fixes': 'Corrections rapides',
  'file.title.ignoreHere': 'Ignorer {id} dans cette ressource',
  'file.title.spelling': 'Écrire {right}',
  'file.fixAll.title': 'Appliquer toutes les corrections de réseau qui ne changent pas le trafic',
  'terminal.ignored': '{n} {n:ignoré|ignorés} dans les fichiers : {ids}',
  'terminal.closing.done': '{file} : l’autre trafic sortant est désormais refusé :',
  'terminal.closing.would': '{file} : refuserait l’autre trafic sortant (non écrit, --dry-run) :',
  'terminal.help.closeRest':
    'Au lieu de corriger, ajoute une règle d’autorisation pour chaque flux requis et une règle qui refuse Internet, si un sous-réseau repose sur les règles par défaut',
  'terminal.closing.none':
    '{file} : rien à refuser. Aucun sous-réseau ne repose uniquement sur les règles par défaut d’Azure, des erreurs sont à corriger d’abord, ou les règles ne peuvent pas être écrites.',
} as const;
