/** What actions on files say before something is written, in French. */
export const fileActions = {
  'file.fix.apiVersion':
    '{name} utilise la version d’API {version}, qui n’a pas {property}. Utilisez la version {since} ou une version ultérieure.',
  'file.fix.delegationUsed':
    'La délégation de {subnet} reste en place : ces fichiers utilisent le sous-réseau, ou l’utilisent peut-être, pour {users}.',
  'file.fix.whichSubnet': 'Plusieurs sous-réseaux conviennent : {names}. Choisissez-en un dans l’éditeur.',
  'file.title.createBilled': 'Créer {name} (facturé)',
  'file.title.createGateway': 'Créer la passerelle NAT {name} (facturée) et l’attacher à {to}',
  'file.title.undelegate': 'Supprimer la délégation de {name}',
  'file.title.replace2020':
    'Supprimer {retired} {retired:règle périmée|règles périmées} et ajouter {n} {n:règle sortante actuelle|règles sortantes actuelles}',
  'file.title.also': '{title} (change aussi le trafic de {names})',
  'file.title.worse': '⚠ Arrête du trafic de {names} : {title}',
  'file.fix.where': '{text}, dans {subnet}',
  'terminal.fix.withheld': '{option} l’autorise : {change}.',
  'terminal.fix.hint': 'Simple indication : {option} la corrige aussi.',
  'terminal.fix.ignored': 'Ignoré par un commentaire ou par des métadonnées des fichiers.',
  'terminal.fix.elsewhere': 'Une correction est connue. Elle ne s’écrit pas dans les fichiers.',
  'terminal.fix.requirement': '{subnet} : {name}',
  'terminal.fix.export': '{file} est un export : fix ne peut pas y écrire.',
  'terminal.help.allow':
    'Ce que fix peut faire en plus d’ajouter et de corriger : supprimer ou détacher, ou créer ce qu’Azure facture',
  'file.closing.title':
    'Fermer le reste de « {subnet} » : {n} {n:flux nécessaire|flux nécessaires} par des règles, refuser Internet',
  'file.closing.heading': 'Fermer le reste de « {subnet} » ?',
  'file.closing.write': 'Écrire',
  'file.closing.look': 'Afficher les modifications',
  'file.closing.written': 'Autorisés alors par une règle propre, {n} : {names}.',
  'file.closing.closes': 'Ferme vers Internet : {parts}. Par exemple {packet}',
  'file.invalidValue': '« {value} » n’est ni une adresse ni un préfixe ({property} de « {name} »).',
  'file.misspeltAction':
    '« {action} » n’est pas une action d’Azure : le rôle « {role} » ne permet à personne de joindre un sous-réseau. C’est « {right} ».',
  'file.outsideNetwork':
    '« {compute} » ne nomme aucun sous-réseau : ses nœuds s’exécutent hors de votre réseau, alors que « {subnet} » est déclaré pour Azure ML.',
  'file.outsideNetworks':
    '« {compute} » ne nomme aucun sous-réseau : ses nœuds s’exécutent hors de votre réseau, alors que plusieurs sont déclarés pour Azure ML : {subnets}.',
  'file.order.tooEarly':
    '« {compute} » n’a pas d’IP publique et n’attend pas le point de terminaison privé « {waitsFor} » de l’espace de travail « {workspace} ». Azure le refuse s’il est créé avant.',
  'file.order.unknown':
    'Impossible de confirmer que « {compute} » est créé après le point de terminaison privé « {waitsFor} » de l’espace de travail « {workspace} » : {because}',
  'file.order.endpoint': '« {name} » est déclaré ici.',
  'file.order.undecided':
    'L’ordre dépend d’une condition, d’une boucle ou d’un nom sans valeur avant {name}.',
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
    'Les fichiers ne permettent pas de savoir si {scope}, l’étendue de « {name} », comprend cette ressource.',
  'file.lock.level': 'Le verrou « {name} » n’a pas de niveau connu.',
  'file.policy.denies':
    'L’attribution de stratégie « {policy} » interdit « {resource} » : Azure refuse de créer cette ressource.',
  'file.policy.perhaps':
    'Impossible de confirmer que l’attribution de stratégie « {policy} » autorise « {resource} » : {because}',
  'file.policy.parameter': 'La stratégie « {policy} » n’a pas de valeur pour son paramètre {name}.',
  'file.policy.condition':
    'La stratégie « {policy} » a une condition qui ne peut pas être évaluée à partir des fichiers : {part}',
  'file.policy.definition': 'La définition de la stratégie « {policy} » n’est pas dans les fichiers : {id}',
  'file.policy.selects':
    'La stratégie « {policy} » a des sélecteurs de ressources, des remplacements ou un mode d’application que les fichiers ne décident pas.',
  'file.policy.exempted':
    'La stratégie « {policy} » a une exemption, qui peut n’en concerner qu’une partie ou être temporaire.',
  'file.meantSubnet': '« {subnet} » est déclaré ici.',
  'file.title.joinSubnet': 'Placer {compute} dans « {subnet} »',
  'file.fix.computeComputed': 'Ce que reçoit {name} est calculé : son sous-réseau ne peut pas s’y écrire.',
  'file.fix.notReady':
    'Avec {name} dans « {subnet} », {n:une autre vérification échouerait|d’autres vérifications échoueraient}, ce qui est à régler d’abord : {ids}.',
  'file.fix.subnetUnnamed':
    'Rien dans {file} ne nomme {name} : il est déclaré sous une condition, dans une boucle ou dans un autre fichier, ou son nom est calculé.',
  'file.explain.fixes': 'Ce qui le corrige',
  'file.title.ignoreHere': 'Ignorer {id} dans cette ressource',
  'file.title.spelling': 'Écrire {right}',
  'file.fixAll.title': 'Faire chaque correction de réseau qui ne change aucun trafic',
  'terminal.ignored': 'Ignorés, comme le disent les fichiers, {n} : {ids}',
  'terminal.closing.done': '{file} : le reste est fermé :',
  'terminal.closing.would': '{file} : ceci fermerait le reste, non écrit (--dry-run) :',
  'terminal.help.closeRest':
    'Au lieu de corriger : là où un sous-réseau ne fonctionne que par des règles par défaut, une autorisation pour chaque flux nécessaire et un refus d’Internet dessous',
  'terminal.closing.none':
    '{file} : rien à fermer. Aucun sous-réseau ne fonctionne seulement par les règles par défaut d’Azure, quelque chose est d’abord à corriger, ou cela ne peut pas être écrit ici.',
} as const;
