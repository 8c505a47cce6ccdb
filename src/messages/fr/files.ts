/** What editor and terminal say of files, in French. */
export const files = {
  'document.wrongType': 'Type {is} au lieu de {type}.',
  'document.notAWord': '{word} ne fait pas partie des mots d’Azure.',
  'document.lacks': '{name} ne dit pas {property}.',
  'document.noLocation': 'Le fichier ne dit pas la région.',

  'file.outbound.blocked': '« {subnet} » ne peut pas joindre {remote} en {part} : {by}.',
  'file.outbound.partly': '« {subnet} » joint {remote} en {open} mais pas en {shut} : {by}.',
  'file.outbound.default':
    '« {subnet} » ne joint {remote} en {part} que par la règle par défaut {priority} d’Azure. Un refus général le bloquerait.',
  'file.inbound.blocked': '{remote} ne peut pas joindre « {subnet} » en {part} : {by}.',
  'file.inbound.partly': '{remote} joint « {subnet} » en {open} mais pas en {shut} : {by}.',
  'file.inbound.default':
    '{remote} ne joint « {subnet} » en {part} que par la règle par défaut {priority} d’Azure. Un refus général le bloquerait.',
  'file.replyLost':
    'Les réponses à {remote} partent par {hop} (route « {route} »), si bien que les appels aux nœuds se perdent.',
  'file.noWayOut': '« {subnet} » n’a pas de sortie : {because}.',
  'file.handedOn': '« {subnet} » joint {remote} en {part} par {hop}, qui décide.',
  'file.notMet': '« {subnet} » : {name}. {text}',
  'file.undecided':
    '« {subnet} » : indécis. {because} Cela concerne {n} {n:vérification|vérifications} : {names}.',
  'file.elsewhere':
    'Le sous-réseau « {subnet} » de « {compute} » n’est pas dans ce fichier : son réseau n’est pas vérifié.',
  'file.byRule': 'la règle {priority} « {name} » le bloque',
  'file.byNoRule': 'aucune règle ne l’autorise avant la règle par défaut {priority}',
  'file.byFirewall': 'la règle « {name} » du pare-feu {firewall} le bloque',
  'file.byNoFirewallRule': 'aucune règle du pare-feu {firewall} ne l’autorise',
  'file.byRoute': 'la route « {route} » l’abandonne',
  'file.part': 'une partie',
  'file.related': '{decided} Par exemple {packet}',
  'file.rule': 'La règle {priority} « {name} » décide.',
  'file.firewall': 'Règle « {name} » du pare-feu {firewall} décide.',
  'file.route': 'La route « {name} » vers {destination} décide.',
} as const;
