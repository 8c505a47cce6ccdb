/** The command that makes the sample's Azure fail, in French. */
export const faultsMessages = {
  'faults.title': 'Exemple : simuler un échec d’Azure',
  'faults.placeholder': 'Sélectionner un échec',
  'faults.onlySample':
    'Les échecs ne peuvent être simulés que dans l’abonnement d’exemple. Ouvrez-le d’abord.',
  'faults.status': 'Simulation d’échecs d’Azure',
  'faults.tooltip': 'L’exemple simule un échec. Sélectionnez pour arrêter.',
  'faults.end.label': 'Arrêter la simulation',
  'faults.end.detail': '{n} {n:échec est|échecs sont} en attente ou en cours.',
  'faults.slow.label': 'Réponses lentes',
  'faults.slow.detail': 'Chaque réponse prend 3 secondes de plus jusqu’à l’arrêt.',
  'faults.signedOut.label': 'Déconnecté (401)',
  'faults.signedOut.detail': 'Azure rejette la connexion jusqu’à l’arrêt.',
  'faults.joinForbidden.label': 'Aucune autorisation de joindre le sous-réseau (403)',
  'faults.joinForbidden.detail':
    'Azure refuse de créer la ressource de calcul, car l’action subnets/join manque.',
  'faults.changeForbidden.label': 'Aucune autorisation de modifier le réseau (403)',
  'faults.changeForbidden.detail':
    'Les groupes de sécurité réseau et les tables de routage sont lisibles, mais pas modifiables.',
  'faults.throttled.label': 'Limité une fois (429)',
  'faults.throttled.detail': 'Azure limite la prochaine lecture d’un réseau pendant 12 secondes.',
  'faults.serverError.label': 'Erreur interne d’Azure (500)',
  'faults.serverError.detail': 'Chaque requête échoue dans Azure jusqu’à l’arrêt.',
  'faults.timeout.label': 'Aucune réponse',
  'faults.timeout.detail': 'Les requêtes restent sans réponse jusqu’à l’arrêt.',
  'faults.offline.label': 'Inaccessible',
  'faults.offline.detail': 'Les connexions sont refusées jusqu’à l’arrêt.',
  'faults.lostAnswer.label': 'Réponse perdue',
  'faults.lostAnswer.detail': 'La prochaine modification réussit, mais sa réponse n’arrive jamais.',
  'faults.lateChange.label': 'Modification qui échoue plus tard',
  'faults.lateChange.detail': 'Azure accepte la prochaine modification du réseau, puis échoue.',
  'faults.lateCreation.label': 'Création qui échoue plus tard',
  'faults.lateCreation.detail':
    'Azure accepte la prochaine ressource de calcul, mais ne peut pas allouer ses nœuds.',
  'faults.ruleMissing.detail':
    'Azure refuse la prochaine ressource de calcul et cite TCP 445 sortant vers Storage.',
  'faults.ruleMissing.label': 'Création qui signale une règle manquante',
  'faults.meanwhile.label': 'Modification concurrente (412)',
  'faults.meanwhile.detail':
    'Un autre utilisateur modifie la ressource juste avant votre prochaine modification.',
  'faults.other.label': 'Un autre utilisateur refuse Azure ML maintenant',
  'faults.other.detail': 'Ajoute à un groupe de sécurité réseau une règle qui refuse AzureMachineLearning.',
  'faults.other.placeholder': 'Sélectionner un groupe de sécurité réseau',
  'faults.other.refused': '{name} n’a pas été modifié : Azure a refusé la règle. Elle existe peut-être déjà.',
  'faults.file.label': 'Depuis {file}',
  'faults.file.detail': 'Les échecs que décrit ce fichier de l’espace de travail.',
  'faults.file.wrong': '{file} n’a pas été utilisé : {at} doit être {expected}.',
} as const;
