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
  'evidence.effective': 'Règles et routes effectives',
  'evidence.about':
    'Azure les a calculées pour l’interface réseau {name} de ce sous-réseau. Le paquet d’exemple de chaque flux est comparé.',
  'evidence.noInterface':
    'Aucune interface réseau d’une de vos machines démarrées n’est dans ce sous-réseau. Celles des clusters et des instances appartiennent à Azure ML.',
  'evidence.permission':
    'Rôle requis : Contributeur de réseaux sur le réseau, ou un rôle avec l’action que contient le refus d’Azure.',
  'evidence.same': '{n} {n:flux qui passe a|flux qui passent ont} le même résultat effectif.',
  'evidence.none': 'Aucun flux qui passe n’a pu être comparé.',
  'evidence.agrees': 'Même résultat',
  'evidence.differs': 'Contradiction relevée',
  'evidence.seen': 'Seulement dans le journal',
  'evidence.noGroup': 'Effectif : aucun groupe de sécurité réseau',
  'evidence.rule': 'Effectif : {access} par la règle {priority} {name} de {group}',
  'evidence.route': 'Effectif : route {prefix} vers {hop}',
  'evidence.logs': 'Journaux de flux de réseau virtuel, dernières 24 heures',
  'evidence.drops':
    'Connexions de ce sous-réseau qu’un groupe de sécurité réseau a refusées, d’après l’analytique du trafic dans Log Analytics.',
  'evidence.noDrops':
    'Log Analytics n’a aucune connexion refusée de ce sous-réseau. Un flux que personne n’a essayé n’est pas journalisé.',
  'evidence.noLogs':
    'Aucun journal de flux de ce sous-réseau ou réseau n’est conservé dans Log Analytics. Les journaux d’un compte de stockage ne sont pas lus.',
  'evidence.logPermission': 'Rôle requis : Lecteur Log Analytics sur cet espace de travail.',
  'evidence.nsgLogs':
    'Le groupe de sécurité réseau a des journaux de flux NSG. On ne peut plus en créer depuis le 30 juin 2025, et ils sont retirés le 30 septembre 2027. Migrez vers les journaux de flux de réseau virtuel.',
  'evidence.drop':
    '{direction} {protocol} {port}, par exemple {far} ({n} {n:enregistrement|enregistrements})',
  'evidence.dropBy': 'Refusé par {rule} de {group}, la dernière fois à {time}',
  'evidence.dropOf': 'La même règle bloque : {name}',
} as const;
