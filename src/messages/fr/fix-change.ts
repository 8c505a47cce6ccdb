/** Texts of what a fix changes, in French. */
export const fixChange = {
  'preview.adds': 'Ajoute {parts} à {names}.',
  'preview.makes': 'Crée {names}.',
  'preview.triedOne': 'Essayé sur une copie : l’exigence passe et aucun autre verdict ne se dégrade.',
  'preview.tried': 'Essayé sur une copie : les {n} passent et aucun autre verdict ne se dégrade.',
  'preview.staysOpen': 'reste ouvert',
  'preview.staysUnknown': 'reste inconnu',
  'preview.byGateway': 'par {name}',
  'preview.newSetting': 'réglage modifié',
  'preview.opensWayOut':
    'Ouvre une sortie vers Internet ; le groupe de sécurité décide toujours de ce qui sort',
  'preview.closesOut': 'Ferme tout le reste de ce qui part vers Internet',
  'preview.closesIn': 'Ferme tout le reste de ce qui arrive d’Internet',
  'preview.faults': 'Un nom ou une priorité n’est pas libre : à modifier d’abord.',
  'preview.resourcesTitle': 'Ressources et réglages, {when}',
  'preview.columnResource': 'Ressource',
  'preview.columnType': 'Type',
  'preview.columnSetting': 'Réglage',
  'preview.type.securityGroup': 'Groupe de sécurité',
  'preview.type.routeTable': 'Table de routage',
  'preview.type.natGateway': 'Passerelle NAT',
  'preview.type.publicIpAddress': 'Adresse IP publique',
  'preview.type.subnet': 'Sous-réseau',
  'preview.type.storage': 'Compte de stockage',
  'preview.type.keyVault': 'Coffre de clés',
  'preview.type.registry': 'Registre de conteneurs',
  'preview.type.zoneLink': 'Lien d’une zone DNS privée',
  'preview.type.workspace': 'Espace de travail',
  'preview.setting': '{type} : {name}',
  'preview.delegation': 'Confié à : {services}',
  'preview.none': 'aucun',
  'preview.static': 'statique',

  'way.route': '{n:Une route par balise de service|Des routes par balise de service}',
  'way.route.line':
    'Envoie {tags} directement vers Internet, et le reste comme avant. Ne coûte rien ; l’appliance ne voit plus ce trafic.',
  'way.askAppliance': 'Demander au propriétaire de l’appliance',
  'way.askAppliance.line':
    'Ne change rien ici et n’ouvre rien. C’est à qui gère {ip} d’agir ; d’ici là, le verdict reste.',
  'way.askElsewhere': 'Demander à qui gère la liaison vers le site',
  'way.askElsewhere.line':
    'Ne change rien ici et n’ouvre rien. C’est à eux d’agir ; d’ici là, le verdict reste.',
  'way.asks':
    'Rien ne change d’ici. La demande dit ce qu’il faut, pourquoi, et quel paquet échoue aujourd’hui.',
  'way.asks.button': 'Il n’y a rien à appliquer : envoyez plutôt la demande.',
  'way.narrow': 'Une règle par service',
  'way.narrow.line': 'Ouvre les adresses de ces services et aucune autre.',
  'way.broad': 'Une seule règle vers Internet',
  'way.broad.line':
    'Ouvre ces ports vers toutes les adresses d’Internet : moins de règles, bien plus d’ouverture.',
  'way.sharedGateway': 'Partager {name}',
  'way.sharedGateway.line':
    'Ne coûte rien de plus. Ses adresses et ses ports sont partagés avec les sous-réseaux qu’elle sert.',
  'way.newGateway': 'Nouvelle passerelle NAT',
  'way.newGateway.line': 'Une adresse à elle, facturée dès sa création.',

  'fix.none': 'Rien ne peut être corrigé d’ici : {why}',
  'fix.rule.deny': 'Rien ne part vers Internet sauf ce qu’une règle précédente autorise.',
  'fix.note.gatewayCost':
    'Une passerelle NAT et son adresse IP publique sont facturées dès leur création, utilisées ou non.',
  'fix.note.addressCost': 'Une adresse IP publique est facturée dès sa création, utilisée ou non.',
  'fix.note.sharedGateway':
    '{name} sert aussi d’autres sous-réseaux de ce réseau et n’est pas modifiée elle-même.',
  'fix.note.defaultAccess':
    'L’accès sortant par défaut de {subnet} reste tel quel. Le désactiver est conseillé et se fait à part : cela prend effet pour une machine quand elle est arrêtée puis redémarrée.',
  'fix.note.closesRest':
    '{name} ne laisse alors sortir que ce qu’une règle nomme : les noms d’hôtes qu’aucune balise de service ne couvre, comme ceux des paquets, s’arrêtent aussi.',
  'close.heading': 'Fermer le reste de {subnet}',
  'close.tried':
    'Essayé sur une copie : {n} {n:flux passe|flux passent} par une règle à vous, le reste d’Internet est fermé, et aucun autre verdict n’empire.',
  'fix.note.newGroup':
    'Toutes les machines de {subnet} sont filtrées dès lors. Un groupe de sécurité ne peut pas autoriser de noms d’hôte, comme ceux des index de paquets : à demander à l’équipe réseau.',
  'fix.note.newTable':
    'Toutes les machines de {subnet} prennent ces routes dès lors ; celles de la passerelle restent pour tout le reste.',
  'fix.note.managedTable':
    'Un gestionnaire de réseau a créé {name}. Une route ajoutée à la main y reste, mais le responsable du gestionnaire devrait la reprendre dans sa configuration de routage.',
  'fix.note.overruled':
    '{name} n’a plus aucun effet une fois les nouvelles règles en place : elle est supprimée.',
  'fix.note.delegation':
    '{service} ne peut plus rien placer dans {subnet}. Azure refuse tant que le service utilise le sous-réseau.',
  'fix.limit.rules':
    '{name} peut contenir {limit} règles et n’a pas la place pour {more} de plus. À demander à son propriétaire : retirer ou fusionner des règles.',
  'fix.limit.adminRule':
    'Aucun groupe de sécurité ne passe outre à une règle d’un gestionnaire de réseau. À demander au responsable du gestionnaire de réseau {manager} : modifier la règle {name} de {configuration}, ou retirer le réseau de ses groupes.',
  'fix.limit.priority':
    'Aucune priorité avant {below} n’est libre dans {name}. À demander à son propriétaire : donner un nombre plus grand à la règle qui bloque.',
  'fix.limit.routes':
    '{name} peut contenir {limit} routes et n’a pas la place pour {more} de plus. À demander à son propriétaire : retirer ou fusionner des routes.',
  'fix.limit.tagRoutes':
    '{name} peut contenir {limit} routes vers des balises de service et n’a pas la place pour {more} de plus. À demander à son propriétaire : lesquelles servent encore.',
  'fix.limit.prefixRoutes':
    '{name} peut contenir {limit} routes, et {tag} en demanderait {n} par préfixe, faute de pouvoir y être nommée en entier. À demander à son propriétaire : retirer ou fusionner des routes.',
  'fix.limit.prefixTaken':
    'La route {route} de {name} envoie {prefix} ailleurs, et une table n’accepte qu’une route par préfixe. À demander à son propriétaire : la modifier.',
  'fix.entry.nameForm':
    '1 à 80 lettres, chiffres, tirets bas, points ou traits d’union, d’une lettre ou d’un chiffre à une lettre, un chiffre ou un tiret bas',
  'fix.entry.nameTaken': 'Pris : une règle {name} existe',
  'fix.entry.priorityRange': 'Un nombre entier de {least} à {greatest}',
  'fix.entry.priorityTaken': 'Prise : une règle a la priorité {priority}',
  'fix.entry.priorityLate': 'Arrive trop tard : la règle qui bloque a la priorité {below}',

  'apply.creates': 'Crée {name} ({type}).',
  'apply.attaches': 'Attache {part} à {name}.',
  'apply.sets': 'Règle {property} de {name} sur {value}.',
  'apply.undelegates': 'Retire la délégation de {name}.',
  'apply.changedRest': '{name} a changé depuis cet aperçu et a été laissé tel quel.',
  'apply.taken': '{name} existe déjà. Rien n’a été remplacé.',
  'apply.gone': '{name} n’est plus dans Azure.',
  'apply.policy':
    'Une stratégie de votre organisation ne le permet pas pour {name}. À demander à qui la gère. {why}',
  'apply.locked':
    '{name} est verrouillé. À demander au propriétaire de {group} : lever le verrou le temps de la modification. {why}',
  'apply.busy': 'Azure travaille encore sur {name}. Attendre une minute, puis réessayer.',
  'apply.stopped': 'Arrêté à {name}. Ce qui était déjà envoyé peut encore se faire.',
  'apply.unsure': 'On ne sait pas si {name} a été modifié : {why}',

  'undo.title': 'Annuler la modification de {names} dans Azure ?',
  'undo.button': 'Annuler la modification',
  'undo.heading': 'Annuler la correction de {subnet}',
  'undo.proof':
    'Retire exactement ce qui a été modifié dans {names}, et seulement tant que rien d’autre n’y a changé.',
  'undo.done': 'Annulé à {time}. Relu : conforme à l’aperçu.',
  'undo.rules': 'Retire {n:la règle|les règles} {names} de {name}.',
  'undo.routes': 'Retire {n:la route|les routes} {names} de {name}.',
  'undo.deletes': 'Supprime {name} ({type}).',
  'undo.detaches': 'Détache {part} de {name}.',
  'undo.delegates': 'Confie de nouveau {name} à {services}.',

  'preview.noteTitle': 'À savoir aussi',
  'preview.waysTitle': 'Façons de corriger',
  'preview.advised': '{n} {n:conseillé|conseillés}',
  'preview.choose': 'Choisir…',
  'preview.editTitle': 'Noms et priorités des nouvelles règles',
  'preview.edit': 'Modifier les noms et priorités',
  'preview.entryName': 'Nom de la règle {name}',
  'preview.entryPriority': 'Priorité de la règle {name}',
  'preview.include': 'Les nouvelles règles servent aussi ces sous-réseaux',
  'preview.stepsTitle': 'Dans Azure',
  'preview.stepWaiting': 'en attente',
  'preview.stepRunning': 'en cours de modification',
  'preview.stepDone': 'fait',
  'preview.stepRefused': 'non modifié',
  'preview.stop': 'Arrêter',
  'preview.continue': 'Continuer',
  'preview.undo': 'Annuler…',
  'preview.undoBegun': 'Annuler ce qui a été commencé…',
  'preview.applyUndo': 'Annuler dans Azure…',
  'preview.notProven': 'Cela ne peut pas être prouvé ensemble : l’aperçu reste tel quel.',
} as const;
