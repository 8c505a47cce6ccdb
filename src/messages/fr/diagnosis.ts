/** Le diagnostic d’Azure à côté des résultats. */
export const diagnosisMessages = {
  'diagnosis.title': 'Diagnostic de {name} par Azure',
  'diagnosis.about':
    'Azure diagnostique l’espace de travail, ses points de terminaison privés et les sous-réseaux qu’il utilise. Rien n’est modifié.',
  'diagnosis.reading': 'Azure diagnostique {name}. Cela peut prendre quelques minutes.',
  'diagnosis.readWith': 'Lu à {time}, et comparé aux vérifications de {subnet}.',
  'diagnosis.readNoSubnet': 'Lu à {time}. Pour le comparer aux vérifications, choisissez un sous-réseau.',
  'diagnosis.ready': 'Le diagnostic d’Azure est terminé.',
  'diagnosis.results': 'Résultats',
  'diagnosis.permission':
    'Rôle requis : Contributeur sur l’espace de travail, ou un rôle avec l’action que contient le refus d’Azure.',
  'diagnosis.contradict': 'Contradictions relevées ({n})',
  'diagnosis.contradict.about': 'Azure et les vérifications diffèrent. Comparez les deux raisons.',
  'diagnosis.azureOnly': 'Signalé par Azure seul ({n})',
  'diagnosis.azureOnly.about':
    'Ces résultats ne portent pas sur ce sous-réseau, ou les vérifications ne peuvent pas les confirmer.',
  'diagnosis.oursOnly': 'Signalé par les vérifications seules ({n})',
  'diagnosis.oursOnly.about':
    'Azure ne diagnostique pas un sous-réseau avant qu’une ressource de calcul l’utilise.',
  'diagnosis.agree': 'Mêmes résultats ({n})',
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
  'diagnosis.azure.nothing': 'Azure : rien de signalé',
  'diagnosis.ours': 'Vérification : {name}. {verdict}',
  'diagnosis.ours.fine': 'Vérifications : {n} {n:réussie|réussies}',
  'diagnosis.ours.none': 'Vérifications : rien à comparer',
  'diagnosis.hosts': 'Noms d’hôte que cet espace de travail appelle',
  'diagnosis.hosts.used':
    'Azure a renvoyé cette liste. Pour cet espace de travail, elle remplace le tableau de Microsoft dans les vérifications et les demandes.',
  'diagnosis.hosts.table':
    'Azure n’a pas renvoyé de liste : le tableau de noms d’hôte de Microsoft s’applique.',
  'diagnosis.hosts.of': '{category} : {hosts}',
  'evidence.effective': 'Règles et routes effectives',
  'evidence.about':
    'Azure les a calculées pour l’interface réseau {name} de ce sous-réseau. Elles sont comparées au paquet d’exemple de chaque flux.',
  'evidence.noInterface':
    'Les règles effectives exigent une interface réseau d’une machine virtuelle démarrée que vous gérez, et ce sous-réseau n’en contient pas. Azure ML gère celles des clusters et des instances.',
  'evidence.permission':
    'Rôle requis : Contributeur de réseaux sur le réseau, ou un rôle avec l’action que contient le refus d’Azure.',
  'evidence.same': '{n} flux {n:a|ont} le même résultat dans les règles et routes effectives.',
  'evidence.none': 'Impossible de comparer un flux réussi.',
  'evidence.agrees': 'Même résultat',
  'evidence.differs': 'Contradiction relevée',
  'evidence.seen': 'Seulement dans le journal de flux',
  'evidence.noGroup': 'Effectif : sans groupe de sécurité réseau',
  'evidence.rule': 'Effectif : {access} par la règle {priority} {name} de {group}',
  'evidence.route': 'Effectif : route {prefix} vers {hop}',
  'evidence.logs': 'Journaux de flux de réseau virtuel, dernières 24 heures',
  'evidence.drops':
    'Connexions de ce sous-réseau qu’un groupe de sécurité réseau a refusées, d’après l’analytique du trafic dans Log Analytics.',
  'evidence.noDrops':
    'Log Analytics ne contient pas de connexion refusée de ce sous-réseau. Seuls les flux tentés y sont enregistrés.',
  'evidence.noLogs':
    'Log Analytics ne contient pas de journaux de flux de ce sous-réseau ou réseau. Les journaux d’un compte de stockage ne sont pas lus.',
  'evidence.logPermission': 'Rôle requis : Lecteur Log Analytics sur cet espace de travail.',
  'evidence.nsgLogs':
    'Ce groupe de sécurité réseau utilise des journaux de flux NSG, retirés le 30 septembre 2027. Depuis le 30 juin 2025, vous ne pouvez plus en créer. Migrez vers les journaux de flux de réseau virtuel.',
  'evidence.drop':
    '{direction} {protocol} {port}, par exemple {far} ({n} {n:enregistrement|enregistrements})',
  'evidence.dropBy': 'Refusé par {rule} de {group}, la dernière fois à {time}',
  'evidence.dropOf': 'La même règle bloque ce flux : {name}',
} as const;
