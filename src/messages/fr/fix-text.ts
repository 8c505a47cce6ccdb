/** Texts that the host makes for the preview of a fix, in French. */
export const fixWordsMessages = {
  'preview.heading': 'Corriger {n} {n:exigence|exigences} de {subnet}',
  'preview.triedOneHere':
    'Testé sur une copie : l’exigence est satisfaite dans {subnet}, dont les autres résultats ne se dégradent pas. Les résultats d’un autre sous-réseau se dégradent.',
  'preview.triedHere':
    'Testé sur une copie : les {n} exigences sont satisfaites dans {subnet}, dont les autres résultats ne se dégradent pas. Les résultats d’un autre sous-réseau se dégradent.',
  'preview.addsRules': '{n} {n:règle|règles}',
  'preview.addsRoutes': '{n} {n:route|routes}',
  'preview.flowWhat': '{protocol} {ports} vers {remote}',
  'preview.newRule': 'nouvelle règle {priority}',
  'preview.newRoute': 'nouvelle route',
  'preview.opensAll':
    'Autorise tous les ports et protocoles vers {remote} ({n} {n:plage d’adresses|plages d’adresses})',
  'preview.opensFlow':
    'Autorise {protocol} {ports} vers {remote} ({n} {n:plage d’adresses|plages d’adresses})',
  'preview.opensAny':
    'Autorise tout protocole sur {ports} vers {remote} ({n} {n:plage d’adresses|plages d’adresses})',
  'preview.packet': 'Exemple de paquet alors autorisé : {packet}',
  'preview.closesFlow':
    'Refuse {protocol} {ports} vers {remote} ({n} {n:plage d’adresses|plages d’adresses})',
  'preview.closesAny':
    'Refuse tout protocole sur {ports} vers {remote} ({n} {n:plage d’adresses|plages d’adresses})',
  'preview.closesNothing': 'Ne refuse aucun trafic',
  'preview.alsoUses': 'Autres sous-réseaux qui utilisent {name}',
  'preview.notOpenedThere': 'Les résultats ne changent pas : {verdict}.',
  'preview.tableTitle': '{name}, {direction}, {when}',
  'preview.routeTitle': '{name}, {when}',
  'preview.afterFix': 'après la correction',
  'preview.afterwards': 'après la modification',
  'preview.columnPriority': 'Priorité',
  'preview.columnName': 'Nom',
  'preview.columnAccess': 'Action',
  'preview.columnProtocol': 'Protocole',
  'preview.columnPort': 'Port',
  'preview.columnFrom': 'Source',
  'preview.columnTo': 'Destination',
  'preview.columnDestination': 'Destination',
  'preview.columnNextHop': 'Tronçon suivant',
  'preview.foldRules': '{n} {n:règle inchangée|règles inchangées}',
  'preview.foldRoutes': '{n} {n:route inchangée|routes inchangées}',
  'preview.priorityNote':
    '{n:Priorité|Priorités} {priorities} : {n:la première libre|les premières libres}, par pas de 10, avant la règle bloquante.',
  'preview.allow': 'Autoriser',
  'preview.deny': 'Refuser',
  'preview.any': 'Tout',
  'preview.openedThere': 'Les résultats changent pour {names} : {before} → {after}.',
  'preview.closedThere':
    'Les résultats changent pour les ressources de calcul sans adresse IP publique ({names}) : {before} → {after}.',
  'preview.cannotBeJudged': 'Effet inconnu : impossible de lire le réseau du sous-réseau.',
  'fix.sharedUnread':
    '{subnet} utilise aussi {group}. L’effet sur {subnet} est inconnu car son réseau n’a pas pu être lu.',
  'fix.sharedCloses': '{subnet} utilise aussi {group} et obtient de moins bons résultats : {names}.',
  'fix.sharedClosesPrivate':
    '{subnet} utilise aussi {group}. Les ressources de calcul sans adresse IP publique obtiennent de moins bons résultats : {names}.',
  'fix.sharedOpens': '{subnet} utilise aussi {group}, et ses résultats changent aussi : {names}.',
  'fix.shared': '{subnet} utilise aussi {group} et n’est pas affecté.',
} as const;
