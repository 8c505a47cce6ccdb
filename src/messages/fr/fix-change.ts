/** Texts of what a fix changes, in French. */
export const fixChangeMessages = {
  'preview.adds': 'Ajoute {parts} à {names}.',
  'preview.makes': 'Crée {names}.',
  'preview.triedOne':
    'Testé sur une copie : l’exigence est satisfaite, et aucun autre résultat ne se dégrade.',
  'preview.tried':
    'Testé sur une copie : les {n} exigences sont satisfaites, et aucun autre résultat ne se dégrade.',
  'preview.staysOpen': 'non corrigé',
  'preview.staysUnknown': 'reste inconnu',
  'preview.byGateway': 'passerelle NAT {name}',
  'preview.newSetting': 'paramètre modifié',
  'preview.opensWayOut': 'Ajoute un accès sortant à Internet. Les règles du NSG s’appliquent toujours.',
  'preview.closesOut': 'Refuse le reste du trafic sortant vers Internet',
  'preview.closesIn': 'Refuse le reste du trafic entrant depuis Internet',
  'preview.faults': 'Un nom ou une priorité n’est pas valide. Modifiez-le d’abord.',
  'preview.resourcesTitle': 'Ressources et paramètres, {when}',
  'preview.columnResource': 'Ressource',
  'preview.columnType': 'Type',
  'preview.columnSetting': 'Paramètre',
  'preview.type.securityGroup': 'Groupe de sécurité réseau',
  'preview.type.routeTable': 'Table de routage',
  'preview.type.natGateway': 'Passerelle NAT',
  'preview.type.publicIpAddress': 'Adresse IP publique',
  'preview.type.subnet': 'Sous-réseau',
  'preview.type.storage': 'Compte de stockage',
  'preview.type.keyVault': 'Coffre de clés',
  'preview.type.registry': 'Registre de conteneurs',
  'preview.type.zoneLink': 'Liaison de réseau virtuel',
  'preview.type.workspace': 'Espace de travail',
  'preview.setting': '{type} : {name}',
  'preview.delegation': 'Délégué à : {services}',
  'preview.none': 'aucun',
  'preview.static': 'statique',

  'way.route': '{n:Une route par balise de service|Des routes par balise de service}',
  'way.route.line':
    'Envoie {tags} directement vers Internet, sans coût. L’appliance virtuelle réseau (NVA) n’inspecte plus ce trafic.',
  'way.askAppliance': 'Demander au propriétaire de la NVA',
  'way.askAppliance.line':
    'Ne modifie pas Azure. Le propriétaire de {ip} doit autoriser le trafic. D’ici là, le résultat reste le même.',
  'way.askElsewhere': 'Demander à votre équipe réseau locale',
  'way.askElsewhere.line':
    'Ne modifie pas Azure. Votre équipe réseau locale doit autoriser le trafic. D’ici là, le résultat reste le même.',
  'way.asks':
    'Cette option ne modifie pas Azure. La demande indique le trafic requis, les raisons et un paquet qui échoue aujourd’hui.',
  'way.asks.button': 'Rien à appliquer. Envoyez plutôt la demande.',
  'way.narrow': 'Une règle par service',
  'way.narrow.line': 'Autorise uniquement les adresses de ces services.',
  'way.broad': 'Une seule règle pour Internet',
  'way.broad.line':
    'Autorise ces ports vers toutes les adresses d’Internet. Il faut moins de règles, mais l’accès est beaucoup plus large.',
  'way.sharedGateway': 'Utiliser la passerelle NAT {name}',
  'way.sharedGateway.line':
    'N’ajoute pas de passerelle NAT à payer. Le sous-réseau partage les adresses et les ports avec les autres sous-réseaux de la passerelle.',
  'way.newGateway': 'Nouvelle passerelle NAT',
  'way.newGateway.line':
    'Ajoute une passerelle NAT avec sa propre adresse IP publique. Azure facture les deux dès leur création.',

  'fix.none': 'Correction automatique impossible. {why}',
  'fix.rule.deny': 'Refuse le trafic sortant vers Internet que les règles précédentes n’autorisent pas.',
  'fix.note.gatewayCost':
    'Azure facture une passerelle NAT et son adresse IP publique dès leur création, même si elles ne sont pas utilisées.',
  'fix.note.addressCost':
    'Azure facture une adresse IP publique dès sa création, même si elle n’est pas utilisée.',
  'fix.note.sharedGateway':
    '{name} dessert aussi d’autres sous-réseaux du réseau virtuel et n’est pas modifiée.',
  'fix.note.defaultAccess':
    'L’accès sortant par défaut de {subnet} n’est pas modifié. Désactivez-le séparément (recommandé). Le changement s’applique à une machine virtuelle après son arrêt et son redémarrage.',
  'fix.note.closesRest':
    '{name} refuse alors le trafic sortant que ses règles n’autorisent pas. Les noms d’hôte sans balise de service, comme les dépôts de packages, sont bloqués.',
  'close.heading': 'Refuser le reste du trafic sortant de {subnet}',
  'close.tried':
    'Testé sur une copie : {n} {n:flux est autorisé|flux sont autorisés} par vos règles, le reste du trafic Internet est refusé, et aucun autre résultat ne se dégrade.',
  'fix.note.newGroup':
    'Le nouveau NSG filtre toutes les machines virtuelles de {subnet}. Les NSG ne peuvent pas autoriser de noms d’hôte, comme les dépôts de packages : demandez à votre équipe réseau de les autoriser.',
  'fix.note.newTable':
    'Les nouvelles routes s’appliquent à toutes les machines virtuelles de {subnet}. Le reste du trafic utilise toujours les routes de la passerelle.',
  'fix.note.managedTable':
    'Un gestionnaire de réseau a créé {name}. Votre nouvelle route est conservée, mais demandez au propriétaire du gestionnaire de réseau de l’ajouter à la configuration de routage.',
  'fix.note.overruled':
    '{name} n’affecte plus aucun trafic une fois les nouvelles règles ajoutées : la correction la supprime.',
  'fix.note.delegation':
    '{service} ne peut plus utiliser {subnet}. Azure rejette la modification tant que le service utilise encore le sous-réseau.',
  'fix.limit.rules':
    '{name} peut contenir {limit} règles et n’a pas la place pour {more} de plus. Demandez à son propriétaire de supprimer ou de fusionner des règles.',
  'fix.limit.adminRule':
    'La règle d’administration de la sécurité {name} de {configuration} est prioritaire sur les règles de NSG. Demandez au propriétaire du gestionnaire de réseau {manager} de modifier la règle, ou de retirer le réseau de ses groupes de réseaux.',
  'fix.limit.priority':
    '{name} n’a pas de priorité libre avant {below}. Demandez à son propriétaire d’augmenter le numéro de priorité de la règle bloquante.',
  'fix.limit.routes':
    '{name} peut contenir {limit} routes et n’a pas la place pour {more} de plus. Demandez à son propriétaire de supprimer ou de fusionner des routes.',
  'fix.limit.tagRoutes':
    '{name} peut contenir {limit} routes vers des balises de service et n’a pas la place pour {more} de plus. Demandez à son propriétaire de supprimer les routes inutilisées.',
  'fix.limit.prefixRoutes':
    '{name} peut contenir {limit} routes, mais {tag} en nécessite {n}, une par préfixe. Demandez à son propriétaire de supprimer ou de fusionner des routes.',
  'fix.limit.prefixTaken':
    'La route {route} de {name} envoie déjà {prefix} vers un autre tronçon suivant. Demandez à son propriétaire de modifier la route.',
  'fix.entry.nameForm':
    'Utilisez 1 à 80 lettres, chiffres, traits de soulignement, points ou traits d’union. Commencez par une lettre ou un chiffre. Terminez par une lettre, un chiffre ou un trait de soulignement.',
  'fix.entry.nameTaken': 'La règle {name} existe déjà. Entrez un autre nom.',
  'fix.entry.priorityRange': 'Entrez un nombre entier de {least} à {greatest}.',
  'fix.entry.priorityTaken': 'Une autre règle a la priorité {priority}. Entrez un autre nombre.',
  'fix.entry.priorityLate': 'Entrez un nombre inférieur à {below}, la priorité de la règle bloquante.',

  'apply.creates': 'Crée {name} ({type}).',
  'apply.attaches': 'Attache {part} à {name}.',
  'apply.sets': 'Définit {property} de {name} sur {value}.',
  'apply.undelegates': 'Supprime la délégation de sous-réseau de {name}.',
  'apply.changedRest': '{name} a été modifié après l’aperçu : la correction ne l’a pas changé.',
  'apply.taken': '{name} existe déjà et n’a pas été écrasé.',
  'apply.gone': '{name} n’existe plus dans Azure.',
  'apply.policy':
    'Azure Policy n’autorise pas la modification de {name}. Adressez-vous à votre administrateur Azure Policy. {why}',
  'apply.locked':
    '{name} est verrouillé. Demandez au propriétaire de {group} de supprimer le verrou pour la modification. {why}',
  'apply.busy': 'Azure est encore en train de modifier {name}. Attendez une minute, puis réessayez.',
  'apply.stopped': 'Arrêté à {name}. Les modifications déjà envoyées peuvent encore aboutir.',
  'apply.unsure': 'Impossible de confirmer si {name} a été modifié. {why}',

  'undo.title': 'Annuler la modification de {names} dans Azure ?',
  'undo.button': 'Annuler la modification',
  'undo.heading': 'Annuler la correction de {subnet}',
  'undo.proof':
    'Annule uniquement les modifications apportées par la correction à {names}, et seulement si rien n’y a été modifié depuis.',
  'undo.done': 'Annulé à {time}. Les résultats correspondent à l’aperçu.',
  'undo.rules': 'Supprime {n:la règle|les règles} {names} de {name}.',
  'undo.routes': 'Supprime {n:la route|les routes} {names} de {name}.',
  'undo.deletes': 'Supprime {name} ({type}).',
  'undo.detaches': 'Détache {part} de {name}.',
  'undo.delegates': 'Délègue à nouveau {name} à {services}.',

  'preview.noteTitle': 'À noter également',
  'preview.waysTitle': 'Options de correction',
  'preview.advised': '{n} {n:avertissement|avertissements}',
  'preview.choose': 'Choisir des avertissements…',
  'preview.editTitle': 'Noms et priorités des nouvelles règles',
  'preview.edit': 'Modifier les noms et les priorités',
  'preview.entryName': 'Nom de la règle {name}',
  'preview.entryPriority': 'Priorité de la règle {name}',
  'preview.include': 'Appliquer aussi les nouvelles règles à ces sous-réseaux',
  'preview.stepsTitle': 'Modifications dans Azure',
  'preview.stepWaiting': 'en attente',
  'preview.stepRunning': 'modification en cours',
  'preview.stepDone': 'terminé',
  'preview.stepRefused': 'non modifié',
  'preview.stop': 'Arrêter',
  'preview.continue': 'Continuer',
  'preview.undo': 'Annuler…',
  'preview.undoBegun': 'Annuler les modifications partielles…',
  'preview.applyUndo': 'Annuler dans Azure…',
  'preview.notProven':
    'Les modifications ne peuvent pas être testées ensemble : l’aperçu n’a pas été modifié.',
} as const;
