/** What editor and terminal say of files, in French. */
export const filesMessages = {
  'document.wrongType': '{is} est utilisé à la place de {type}.',
  'document.notAWord': 'Azure ne prend pas en charge la valeur {word}.',
  'document.lacks': '{name} n’indique pas {property}.',
  'document.noLocation': 'Le fichier n’indique pas la région.',
  'document.noRuleGroup': 'Les fichiers ne contiennent aucune règle pour {name}.',
  'document.noPerimeter': 'Les fichiers ne contiennent pas le périmètre de sécurité réseau de {name}.',
  'document.noMembers':
    'Les fichiers n’indiquent pas à quelles machines s’appliquent les règles pour {name}.',

  'file.outbound.blocked': '« {subnet} » ne peut pas joindre {remote} en {part} : {by}.',
  'file.outbound.partly': '« {subnet} » joint {remote} en {open} mais pas en {shut} : {by}.',
  'file.outbound.part': '« {subnet} » ne joint qu’une partie de {remote} en {part} : {by}.',
  'file.outbound.default':
    '« {subnet} » ne joint {remote} en {part} que par la règle par défaut {priority} d’Azure. Une règle de refus général bloquerait ce trafic.',
  'file.inbound.blocked': '{remote} ne peut pas joindre « {subnet} » en {part} : {by}.',
  'file.inbound.partly': '{remote} joint « {subnet} » en {open} mais pas en {shut} : {by}.',
  'file.inbound.part': 'Seule une partie de {remote} joint « {subnet} » en {part} : {by}.',
  'file.inbound.default':
    '{remote} ne joint « {subnet} » en {part} que par la règle par défaut {priority} d’Azure. Une règle de refus général bloquerait ce trafic.',
  'file.nodes.blocked': 'Les nœuds de « {subnet} » ne peuvent pas se joindre en {part} : {by}.',
  'file.nodes.partly': 'Les nœuds de « {subnet} » se joignent en {open} mais pas en {shut} : {by}.',
  'file.nodes.part': 'Les nœuds de « {subnet} » ne se joignent qu’en partie : {by}.',
  'file.nodes.default':
    'Les nœuds de « {subnet} » ne se joignent que par la règle par défaut {priority} d’Azure. Une règle de refus général bloquerait ce trafic.',
  'file.replyLost':
    'Les réponses à {remote} partent par {hop} (route « {route} ») : les appels aux nœuds sont perdus.',
  'file.noWayOut': '« {subnet} » n’a pas d’accès sortant : {because}.',
  'file.handedOn': '« {subnet} » joint {remote} en {part} par {hop}. L’appliance décide.',
  'file.notMet': '« {subnet} » : {name} : {text}.',
  'file.undecided':
    '« {subnet} » : inconnu. {because} {n} {n:vérification est concernée|vérifications sont concernées} : {names}.',
  'file.elsewhere':
    'Inconnu : aucun fichier ne déclare le sous-réseau {id} de « {compute} ». Son réseau n’est pas vérifié.',
  'file.elsewhere.unread':
    'Inconnu : le sous-réseau {id} de « {compute} » n’a pas été lu. {because} Son réseau n’est pas vérifié.',
  'file.elsewhere.noId':
    'Inconnu : le sous-réseau de « {compute} » n’est pas connu. {because} Son réseau n’est pas vérifié.',
  'file.leftOutCut':
    '{n} {n:sous-réseau n’a pas été vérifié|sous-réseaux n’ont pas été vérifiés}, car un fichier n’est pas lu jusqu’au bout. {n:Ses résultats sont inconnus|Leurs résultats sont inconnus}. Divisez le fichier.',
  'file.leftOutWork':
    '{n} {n:sous-réseau n’a pas été vérifié|sous-réseaux n’ont pas été vérifiés}, car les fichiers exigent plus d’étapes qu’une exécution n’en permet. {n:Ses résultats sont inconnus|Leurs résultats sont inconnus}. Divisez le modèle.',
  'file.leftOut':
    '{n} {n:sous-réseau|sous-réseaux} sur {of} {n:n’a pas été vérifié|n’ont pas été vérifiés}, car ces fichiers demandent plus de vérifications qu’une exécution n’en permet. {n:Ses résultats sont inconnus|Leurs résultats sont inconnus} : {names}. Vérifiez chacun avec {option} dans le terminal, ou divisez le déploiement.',
  'file.leftOutAmong':
    '{n} sous-réseaux sur {of} n’ont pas été vérifiés, car ces fichiers demandent plus de vérifications qu’une exécution n’en permet. Leurs résultats sont inconnus. {names} en font partie. Vérifiez chacun avec {option} dans le terminal, ou divisez le déploiement.',
  'file.byRule': 'la règle {priority} « {name} » le bloque',
  'file.byNoRule': 'aucune règle ne l’autorise avant la règle par défaut {priority}',
  'file.byFirewall': 'la règle « {name} » du pare-feu {firewall} le bloque',
  'file.byNoFirewallRule': 'aucune règle du pare-feu {firewall} ne l’autorise',
  'file.byRoute': 'la route « {route} » l’abandonne',
  'file.related': '{decided} Exemple de paquet : {packet}',
  'file.rule': 'La règle {priority} « {name} » décide.',
  'file.firewall': 'La règle « {name} » du pare-feu {firewall} décide.',
  'file.route': 'La route « {name} » vers {destination} décide.',

  'file.status.name': 'Secured AML Compute',
  'file.status.toFix': 'Secured AML Compute : {n} {n:erreur|erreurs}',
  'file.status.unknown': 'Secured AML Compute : {n} {n:inconnu|inconnus}',
  'file.status.ready': 'Secured AML Compute : prêt',
  'file.status.sharing':
    '{n} {n:sous-réseau non vérifié, car il partage|sous-réseaux non vérifiés, car ils partagent} seulement un NSG avec un sous-réseau utilisé : {subnets}. Paramètre : {setting}.',
  'file.status.sharingAmong':
    '{n} sous-réseaux non vérifiés, car ils partagent seulement un NSG avec un sous-réseau utilisé. {subnets} en font partie. Paramètre : {setting}.',
  'file.status.parameters': 'Paramètres : {file}',
  'file.status.noParameters': 'Paramètres : valeurs par défaut uniquement',
  'file.status.severalParameters':
    'Paramètres : valeurs par défaut uniquement. Sélectionnez l’un des {n} fichiers.',
  'file.status.choose': 'Sélectionner un fichier de paramètres…',
  'file.parameters.title': 'Sélectionner le fichier de paramètres de {file}',
  'file.parameters.inUse': 'utilisé',
  'file.parameters.none': 'Aucun fichier de paramètres',
  'file.parameters.noneDetail':
    'Utilise uniquement les valeurs par défaut. Les paramètres sans valeur sont inconnus.',
  'file.parameters.other': 'Autre fichier…',
  'file.parameters.outside': '{file} est en dehors de cet espace de travail et n’est pas lu.',
  'file.tooLarge':
    'Ce fichier a {size} millions de caractères. La vérification pendant la saisie va jusqu’à {most} millions. Vérifiez-le dans le terminal.',
  'file.check.title': 'Vérification des réseaux de cet espace de travail',
  'file.check.tooMany':
    'Cet espace de travail contient plus de {n} fichiers Bicep et JSON. Seuls les {n} premiers sont vérifiés. Ouvrez l’un de ses dossiers, ou vérifiez-le dans le terminal.',
  'file.check.progress': '{n} fichiers sur {of}',
  'file.fix.beside':
    'Cette correction modifie un service, une zone DNS ou l’espace de travail. Écrivez-la à la main : la page de la vérification montre la modification.',
  'file.fix.otherStep':
    'Cette correction crée une ressource distincte, ce qui n’est pas encore pris en charge dans les fichiers.',
  'file.fix.computedList': '{list} de {name} est calculé : rien ne peut y être ajouté.',
  'file.fix.loadedList':
    '{list} de {name} vient de {file}, qui ne peut pas être modifié par une correction rapide.',
  'file.fix.loopIndex':
    'Les priorités dans {list} de {name} sont calculées dans une boucle. Un nouvel élément n’aurait pas la priorité nécessaire.',
  'file.fix.loopFixed':
    'Une boucle crée {list} de {name} et définit une valeur qui doit différer pour le nouvel élément. Il ne peut pas y être ajouté.',
  'file.fix.computed': 'La valeur est calculée dans {file}.',
  'file.fix.computedEntry':
    'La valeur incorrecte dans {name} est calculée : une correction rapide ne peut pas la corriger.',
  'file.fix.sharedWord':
    '{word} vient de {name}, que d’autres parties de {file} utilisent aussi. Modifiez-le à la main.',
  'file.fix.othersCome':
    'Les lignes à modifier servent aussi à un autre sous-réseau ou NSG, qui a besoin des valeurs actuelles.',
  'file.fix.otherwise':
    'Les lignes à modifier créent aussi d’autres ressources : une modification les changerait également.',
  'file.fix.stays':
    'La valeur est calculée à partir d’une autre : une modification à cet endroit ne la changerait pas.',
  'file.fix.noRegion':
    '{file} n’a pas d’expression pour la région du réseau : rien de cette région ne peut être ajouté. Ajoutez un paramètre pour la région.',
  'file.fix.notTested':
    'Les corrections d’autres problèmes de cette ligne ont été testées en premier. Ouvrez les corrections de ce problème dans la vue Problèmes.',
  'file.fix.computedSubnet': 'La définition de {name} est calculée : rien ne peut y être attaché.',
  'file.fix.otherFileDeclares':
    '{name} est déclaré dans un autre fichier : ce fichier ne peut pas y faire référence.',
  'file.fix.namedElsewhere':
    'La ligne {line} de {file} fait référence à {name}, qui ne peut donc pas être supprimé. Modifiez d’abord cette ligne.',
  'file.fix.apart':
    'Les règles de {name} sont des ressources distinctes. Une liste de règles les supprimerait.',
  'file.fix.anySubnet':
    'La règle a besoin des adresses du sous-réseau qui utilise {name}. Les fichiers ne les contiennent pas.',
  'file.fix.linkOut':
    '{file} est un lien vers {target}, en dehors de cet espace de travail. Ouvrez ce fichier pour le modifier.',
  'file.fix.readOnly': '{file} est en lecture seule.',
  'file.fix.otherFile': '{file} ne peut pas être modifié par une correction rapide.',
  'file.inModule': 'La valeur est dans ce module.',
  'file.covered': 'La règle {name} autorise une partie du même trafic pour Azure ML.',
  'file.because': 'La règle ou la route {name} passe avant.',

  'file.title.more': '{title}, et {n} {n:autre modification|autres modifications}',
  'file.title.anyProtocol': '{n:port|ports} {ports} (tout protocole)',
  'file.title.allowTo': 'Autoriser {part} vers {remote}',
  'file.title.allowFrom': 'Autoriser {part} depuis {remote}',
  'file.title.deny': 'Refuser {part} vers {remote}',
  'file.title.routeInternet': 'Ajouter une route qui envoie {destination} directement vers Internet',
  'file.title.route': 'Ajouter la route {name} vers {destination}',
  'file.title.addPorts': 'Ajouter {n:le port|les ports} {added} à la règle {name}',
  'file.title.addAddresses': 'Ajouter {added} à la règle {name}',
  'file.title.correct': 'Remplacer {wrong} par {right} dans {name}',
  'file.title.alone': 'Utiliser {text} seul dans la règle {name}, hors d’une liste',
  'file.title.removeRule': 'Supprimer la règle {name}',
  'file.title.removeRoute': 'Supprimer la route {name}',
  'file.title.replace': 'Supprimer la règle périmée {name} et ajouter la règle sortante actuelle',
  'file.title.upgrade2020': 'Passer aux règles sortantes actuelles ({n} nouvelles)',
  'file.title.setTo': 'Définir {property} de {name} sur {value}',
  'file.title.addTo': 'Ajouter {value} à {property} de {name}',
  'file.title.set': 'Définir {property} de {name}',
  'file.title.create': 'Créer {name}',
  'file.title.attach': 'Attacher {name} à {to}',
  'file.title.attachGateway': 'Attacher la passerelle NAT {name} à {to}',
  'file.title.detach': 'Détacher {name} de {from}',
  'file.title.delete': 'Supprimer {name}',
  'file.title.all': 'Corriger les {n} problèmes de réseau qui ont une correction dans ce fichier',
  'file.title.refused': 'Pas de correction rapide à cet endroit : afficher la raison',
  'file.title.explain': 'Expliquer : {name}',
  'file.title.ignore': 'Ignorer {id} sur la ligne suivante',
  'file.detail.packet': 'Exemple de paquet',
  'file.detail.decided': 'Décidé par',
  'file.detail.left': 'Impact',
  'file.detail.noFix': 'Pas de correction rapide',
  'file.detail.source': 'Source',
  'file.assumed.adminRules':
    'Les règles d’administration de la sécurité s’appliquent dans {name}, comme après le déploiement de la configuration.',
  'file.assumed.anySubnet':
    'Aucun sous-réseau lu n’utilise le NSG. Il est vérifié pour un sous-réseau d’exemple ({prefix}) sans table de routage ni passerelle.',

  'file.rule.decides': 'Décide {n} flux requis : {flows}.',
  'file.rule.decidesNone': 'Ne décide aucun flux requis.',
  'file.rule.allows': 'autorise {name}',
  'file.rule.blocks': 'bloque {name}',
} as const;
