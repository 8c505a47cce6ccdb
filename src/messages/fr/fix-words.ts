/** Texts that the host makes for the preview of a fix, in French. */
export const fixWords = {
  'preview.heading': 'Corriger {n} {n:exigence|exigences} de {subnet}',
  'preview.triedOneHere':
    'Essayé sur une copie : l’exigence passe et aucun autre verdict de {subnet} ne se dégrade ; un autre sous-réseau y perd, voir plus bas.',
  'preview.triedHere':
    'Essayé sur une copie : les {n} passent et aucun autre verdict de {subnet} ne se dégrade ; un autre sous-réseau y perd, voir plus bas.',
  'preview.addsRules': '{n} {n:règle|règles}',
  'preview.addsRoutes': '{n} {n:route|routes}',
  'preview.and': ' et ',
  'preview.flowWhat': '{protocol} {ports} vers {remote}',
  'preview.newRule': 'nouvelle règle {priority}',
  'preview.newRoute': 'nouvelle route',
  'preview.opensAll': 'Ouvre tous les ports et protocoles vers {remote}, {n} {n:plage|plages}',
  'preview.opensFlow': 'Ouvre {protocol} {ports} vers {remote}, {n} {n:plage|plages}',
  'preview.closesFlow': 'Ferme {protocol} {ports} vers {remote}, {n} {n:plage|plages}',
  'preview.closesNothing': 'Ne ferme rien',
  'preview.alsoUses': 'Utilise aussi {name}',
  'preview.notOpenedThere': 'Rien ne s’y ouvre. Ses verdicts restent les mêmes : {verdict}.',
  'preview.tableTitle': '{name}, {direction}, après correction',
  'preview.routeTitle': '{name}, après correction',
  'preview.columnPriority': 'Priorité',
  'preview.columnName': 'Nom',
  'preview.columnAccess': 'Action',
  'preview.columnProtocol': 'Protocole',
  'preview.columnPort': 'Port',
  'preview.columnFrom': 'Source',
  'preview.columnTo': 'Destination',
  'preview.columnDestination': 'Destination',
  'preview.columnNextHop': 'Tronçon suivant',
  'preview.foldRules': '{n} règles inchangées',
  'preview.foldRoutes': '{n} routes inchangées',
  'preview.priorityNote':
    '{priorities} {n:est la première priorité libre|sont les premières priorités libres}, de 10 en 10, avant la règle qui bloque.',
  'preview.allow': 'Autoriser',
  'preview.deny': 'Refuser',
  'preview.any': 'Tout',
  'preview.openedThere': 'Change aussi là : {names}. {before} → {after}.',
  'preview.closedThere':
    'Change aussi là, pour les calculs sans adresse IP publique : {names}. {before} → {after}.',
  'preview.cannotBeJudged': 'Son réseau n’est pas lisible : impossible de dire ce que cela y change.',
  'fix.sharedUnread':
    '{subnet} utilise aussi {group} ; son réseau n’est pas lisible : impossible de dire ce que cela y change.',
  'fix.sharedCloses': '{subnet} utilise aussi {group} ; cela y empire : {names}.',
  'fix.sharedClosesPrivate':
    '{subnet} utilise aussi {group} ; pour les calculs sans adresse IP publique, cela y empire : {names}.',
  'fix.sharedOpens': '{subnet} utilise aussi {group} et s’ouvre avec lui : {names}.',
  'fix.shared': '{subnet} utilise aussi {group} et n’est pas touché.',
} as const;
