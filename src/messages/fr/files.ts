/** What editor and terminal say of files, in French. */
export const files = {
  'document.wrongType': 'Type {is} au lieu de {type}.',
  'document.notAWord': '{word} ne fait pas partie des mots d’Azure.',
  'document.lacks': '{name} ne dit pas {property}.',
  'document.noLocation': 'Le fichier ne dit pas la région.',
  'document.noRuleGroup': '{name} n’a pas de règles dans les fichiers.',
  'document.noPerimeter': 'Le périmètre de {name} n’est pas dans les fichiers.',
  'document.noMembers':
    'Les membres de {name}, à qui ces règles s’appliquent, ne sont pas dans les fichiers.',

  'file.outbound.blocked': '« {subnet} » ne peut pas joindre {remote} en {part} : {by}.',
  'file.outbound.partly': '« {subnet} » joint {remote} en {open} mais pas en {shut} : {by}.',
  'file.outbound.part': '« {subnet} » ne joint qu’une partie de {remote} en {part} : {by}.',
  'file.outbound.default':
    '« {subnet} » ne joint {remote} en {part} que par la règle par défaut {priority} d’Azure. Un refus général le bloquerait.',
  'file.inbound.blocked': '{remote} ne peut pas joindre « {subnet} » en {part} : {by}.',
  'file.inbound.partly': '{remote} joint « {subnet} » en {open} mais pas en {shut} : {by}.',
  'file.inbound.part': 'Seule une partie de {remote} joint « {subnet} » en {part} : {by}.',
  'file.inbound.default':
    '{remote} ne joint « {subnet} » en {part} que par la règle par défaut {priority} d’Azure. Un refus général le bloquerait.',
  'file.nodes.blocked': 'Les nœuds de « {subnet} » ne peuvent pas se joindre ({part}) : {by}.',
  'file.nodes.partly': 'Les nœuds de « {subnet} » se joignent en {open} mais pas en {shut} : {by}.',
  'file.nodes.part': 'Les nœuds de « {subnet} » ne se joignent qu’en partie : {by}.',
  'file.nodes.default':
    'Les nœuds de « {subnet} » ne se joignent que par la règle par défaut {priority} d’Azure. Un refus général le bloquerait.',
  'file.replyLost':
    'Les réponses à {remote} partent par {hop} (route « {route} »), si bien que les appels aux nœuds se perdent.',
  'file.noWayOut': '« {subnet} » n’a pas de sortie : {because}.',
  'file.handedOn': '« {subnet} » joint {remote} en {part} par {hop}, qui décide.',
  'file.notMet': '« {subnet} » : {name} : {text}.',
  'file.undecided':
    '« {subnet} » : indécis. {because} Cela concerne {n} {n:vérification|vérifications} : {names}.',
  'file.elsewhere':
    'Inconnu : aucun fichier ne déclare le sous-réseau de « {compute} », {id}. Son réseau n’est pas vérifié.',
  'file.elsewhere.unread':
    'Inconnu : le sous-réseau de « {compute} », {id}. {because} Son réseau n’est pas vérifié.',
  'file.elsewhere.noId': 'Inconnu : le sous-réseau de « {compute} ». {because} Son réseau n’est pas vérifié.',
  'file.leftOut':
    '{n} des {of} sous-réseaux n’ont pas été vérifiés : ces fichiers demandent plus de vérifications qu’une exécution n’en fait. Leurs résultats sont inconnus : {names}. Vérifiez chacun avec {option} dans le terminal, ou divisez le déploiement.',
  'file.leftOutAmong':
    '{n} des {of} sous-réseaux n’ont pas été vérifiés : ces fichiers demandent plus de vérifications qu’une exécution n’en fait. Leurs résultats sont inconnus, entre autres ceux de {names}. Vérifiez chacun avec {option} dans le terminal, ou divisez le déploiement.',
  'file.byRule': 'la règle {priority} « {name} » le bloque',
  'file.byNoRule': 'aucune règle ne l’autorise avant la règle par défaut {priority}',
  'file.byFirewall': 'la règle « {name} » du pare-feu {firewall} le bloque',
  'file.byNoFirewallRule': 'aucune règle du pare-feu {firewall} ne l’autorise',
  'file.byRoute': 'la route « {route} » l’abandonne',
  'file.related': '{decided} Par exemple {packet}',
  'file.rule': 'La règle {priority} « {name} » décide.',
  'file.firewall': 'Règle « {name} » du pare-feu {firewall} décide.',
  'file.route': 'La route « {name} » vers {destination} décide.',

  'file.status.name': 'Réseau AML',
  'file.status.toFix': 'Réseau AML : {n} à corriger',
  'file.status.unknown': 'Réseau AML : {n} {n:inconnu|inconnus}',
  'file.status.ready': 'Réseau AML : prêt',
  'file.status.parameters': 'Paramètres : {file}',
  'file.status.noParameters': 'Paramètres : valeurs par défaut seules',
  'file.status.severalParameters':
    'Paramètres : valeurs par défaut seules, aucun des {n} fichiers n’est choisi',
  'file.status.choose': 'Choisir les paramètres…',
  'file.parameters.title': 'Avec quelles valeurs vérifier {file} ?',
  'file.parameters.inUse': 'utilisé',
  'file.parameters.none': 'Aucun fichier de paramètres',
  'file.parameters.noneDetail': 'Valeurs par défaut seules ; un paramètre qui n’en a pas reste inconnu',
  'file.parameters.other': 'Autre fichier…',
  'file.parameters.outside': '{file} se trouve hors de cet espace de travail et n’est donc pas lu.',
  'file.tooLarge':
    'Ce fichier a {size} millions de caractères, trop pour vérifier ses réseaux pendant la saisie (jusqu’à {most}). Le terminal le vérifie.',
  'file.check.title': 'Vérification des réseaux de cet espace de travail',
  'file.check.tooMany':
    'Cet espace de travail a plus de {n} fichiers Bicep et JSON : seuls autant sont vérifiés. Ouvrez-en un dossier, ou vérifiez-le depuis le terminal.',
  'file.check.progress': '{n} fichiers sur {of}',
  'file.fix.beside':
    'Cette correction change un service, une zone ou l’espace de travail, ce qui s’écrit ici à la main\u00a0: la page de la vérification dit quoi.',
  'file.fix.otherStep':
    'Cette correction crée une ressource à part, ce qui ne s’écrit pas encore dans les fichiers.',
  'file.fix.computedList': '{list} de {name} est calculé : rien ne peut s’ajouter là où il est écrit.',
  'file.fix.loadedList': '{list} de {name} vient de {file}, qui ne s’écrit pas d’ici.',
  'file.fix.loopIndex':
    'La boucle qui fait {list} de {name} compte leurs priorités : une de plus n’aurait pas la priorité qu’il lui faut.',
  'file.fix.loopFixed':
    'La boucle qui fait {list} de {name} dit pour toutes ce que celle-ci demande autrement : elle ne peut pas s’y ajouter.',
  'file.fix.computed': 'La valeur est calculée dans {file}.',
  'file.fix.computedEntry':
    'Ce qui ne va pas dans {name} est calculé : cela ne peut pas se corriger là où c’est écrit.',
  'file.fix.sharedWord':
    '{word} vient de {name}, que d’autres parties de {file} utilisent aussi : c’est à vous de le changer.',
  'file.fix.othersCome':
    'Ce qui le corrigerait ici est nécessaire ailleurs : les mêmes lignes servent à un autre sous-réseau ou groupe.',
  'file.fix.otherwise':
    'Les lignes à changer produisent davantage que cela : une modification ici changerait ce que personne ne voulait.',
  'file.fix.stays':
    'Ce qui le corrigerait est calculé à partir d’autre chose : une modification ici n’y suffit pas.',
  'file.fix.noRegion':
    '{file} n’a pas d’expression pour la région du réseau : rien de cette région n’y est ajouté. Ajouter un paramètre pour la région.',
  'file.fix.notTested':
    'Les correctifs d’autres problèmes à cet endroit ont été testés en premier. Ouvrez les correctifs de ce problème dans la vue Problèmes.',
  'file.fix.computedSubnet':
    'Ce que reçoit {name} est calculé : rien ne peut s’y attacher là où c’est écrit.',
  'file.fix.otherFileDeclares': '{name} est déclaré dans un autre fichier et n’a pas de nom ici.',
  'file.fix.namedElsewhere':
    '{name} ne peut pas disparaître tant que la ligne {line} de {file} le nomme, par exemple pour l’attendre : c’est à vous de la changer d’abord.',
  'file.fix.apart': 'Les règles de {name} sont des ressources à part : une liste les supprimerait.',
  'file.fix.anySubnet':
    'La règle nommerait les adresses du sous-réseau qui reçoit {name}, que les fichiers ne disent pas.',
  'file.fix.linkOut':
    '{file} mène à {target}, hors de cet espace de travail. Ouvrez ce fichier même pour le modifier.',
  'file.fix.readOnly': '{file} est en lecture seule.',
  'file.fix.otherFile': '{file} ne peut pas s’écrire d’ici.',
  'file.inModule': 'C’est écrit dans ce module.',
  'file.covered': 'La règle {name} autorise une partie du même trafic pour Azure ML.',
  'file.because': 'La règle ou la route {name} passe avant.',

  'file.title.more': '{title}, et {n} {n:autre changement|autres changements}',
  'file.title.anyProtocol': 'tout protocole, port {ports}',
  'file.title.allowTo': 'Autoriser {part} vers {remote}, nouvelle règle {priority}',
  'file.title.allowFrom': 'Autoriser {part} depuis {remote}, nouvelle règle {priority}',
  'file.title.deny': 'Refuser {part} vers {remote}, nouvelle règle {priority}',
  'file.title.routeInternet': 'Envoyer {destination} directement à l’internet, nouvelle route',
  'file.title.route': 'Nouvelle route {name} vers {destination}',
  'file.title.addPorts': 'Ajouter {n:le port|les ports} {added} à la règle {name}',
  'file.title.addAddresses': 'Ajouter {added} à la règle {name}',
  'file.title.correct': 'Corriger {wrong} en {right} dans {name}',
  'file.title.alone': 'Écrire {text} de la règle {name} seul, hors d’une liste',
  'file.title.removeRule': 'Supprimer la règle {name}',
  'file.title.removeRoute': 'Supprimer la route {name}',
  'file.title.replace': 'Supprimer la règle périmée {name} et ajouter la règle sortante actuelle',
  'file.title.upgrade2020': 'Passer aux règles sortantes actuelles, {n} en plus',
  'file.title.setTo': 'Mettre {property} de {name} à {value}',
  'file.title.addTo': 'Ajouter {value} à {property} de {name}',
  'file.title.set': 'Définir {property} de {name}',
  'file.title.create': 'Créer {name}',
  'file.title.attach': 'Attacher {name} à {to}',
  'file.title.attachGateway': 'Attacher la passerelle NAT {name} à {to}',
  'file.title.detach': 'Détacher {name} de {from}',
  'file.title.delete': 'Supprimer {name}',
  'file.title.all': 'Corriger les {n} problèmes de réseau qui peuvent l’être dans ce fichier',
  'file.title.refused': 'Une correction est connue et ne peut pas s’écrire ici',
  'file.title.explain': 'Expliquer : {name}',
  'file.title.ignore': 'Ignorer {id} sur la ligne suivante',
  'file.detail.packet': 'Paquet',
  'file.detail.decided': 'Décidé par',
  'file.detail.left': 'Si rien ne change',
  'file.detail.noFix': 'Pas de correction rapide',
  'file.detail.source': 'Selon',
  'file.assumed.adminRules':
    'Les règles d’administration du gestionnaire de réseau s’appliquent dans {name}, comme ce sera le cas une fois validées.',
  'file.assumed.anySubnet':
    'Le groupe est jugé pour un sous-réseau sans table de routage ni passerelle, que {prefix} représente : le fichier n’en contient aucun qui l’utilise.',

  'file.rule.decides': 'Décide {n} {n:flux nécessaire|flux nécessaires} : {flows}.',
  'file.rule.decidesNone': 'Ne décide aucun des flux nécessaires.',
  'file.rule.allows': 'autorise {name}',
  'file.rule.blocks': 'bloque {name}',
} as const;
