/** Le diagnostic d’Azure à côté des résultats. */
export const diagnosis = {
  'diagnosis.title': 'Diagnostic de {name} par Azure',
  'diagnosis.about':
    'Azure diagnostique l’espace de travail, ses points de terminaison privés et les sous-réseaux qu’il utilise. Rien n’est modifié.',
  'diagnosis.reading': 'Azure diagnostique {name}. Cela peut prendre quelques minutes.',
  'diagnosis.readWith': 'Lu à {time}, et comparé aux vérifications de {subnet}.',
  'diagnosis.readNoSubnet': 'Lu à {time}. Choisissez un sous-réseau pour le comparer aux vérifications.',
  'diagnosis.ready': 'Le diagnostic d’Azure est là.',
  'diagnosis.again': 'Diagnostiquer de nouveau',
  'diagnosis.results': 'Résultats',
  'diagnosis.permission':
    'Rôle requis : Contributeur sur l’espace de travail, ou un rôle avec l’action que contient le refus d’Azure.',
  'diagnosis.contradict': 'Contradictions relevées ({n})',
  'diagnosis.contradict.about': 'Azure et les vérifications diffèrent. Comparez les deux raisons.',
  'diagnosis.azureOnly': 'Connu d’Azure seul ({n})',
  'diagnosis.azureOnly.about':
    'Il s’agit d’autre chose que de ce sous-réseau, ou les vérifications ne peuvent pas en décider.',
  'diagnosis.oursOnly': 'Signalé par les vérifications seules ({n})',
  'diagnosis.oursOnly.about':
    'Azure n’examine pas un sous-réseau avant qu’une ressource de calcul l’utilise.',
  'diagnosis.agree': 'Accords ({n})',
  'diagnosis.agree.about': 'Azure et les vérifications ont le même résultat.',
  'diagnosis.area.routes': 'Routes du sous-réseau',
  'diagnosis.area.rules': 'Règles de groupe de sécurité réseau',
  'diagnosis.area.locks': 'Verrous',
  'diagnosis.area.names': 'Noms DNS',
  'diagnosis.area.storage': 'Stockage',
  'diagnosis.area.keyVault': 'Coffre de clés',
  'diagnosis.area.registry': 'Registre',
  'diagnosis.area.monitoring': 'Supervision',
  'diagnosis.area.other': 'Autre',
  'diagnosis.azure': 'Azure ({code}) : {message}',
  'diagnosis.azure.nothing': 'Azure : aucun problème',
  'diagnosis.ours': 'Vérification : {name}. {verdict}',
  'diagnosis.ours.fine': 'Vérifications : {n} {n:réussie|réussies}',
  'diagnosis.ours.none': 'Vérifications : aucune ne porte dessus',
  'diagnosis.hosts': 'Hôtes que cet espace de travail appelle',
  'diagnosis.hosts.used':
    'Liste d’Azure. Pour cet espace de travail, elle remplace le tableau de Microsoft dans les vérifications et les demandes.',
  'diagnosis.hosts.table': 'Le tableau d’hôtes de Microsoft est utilisé.',
  'diagnosis.hosts.of': '{category} : {hosts}',
} as const;
