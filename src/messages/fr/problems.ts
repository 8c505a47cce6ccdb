/** What went wrong, each with what to do, in French. */
export const problemsMessages = {
  'problem.cancelled': 'Annulé.',
  'problem.badRequest':
    'Azure n’a pas compris cette requête. Choisissez de nouveau, ou signalez ce problème.',
  'problem.signedOut': 'Vous êtes déconnecté. Connectez-vous pour continuer.',
  'problem.forbidden': 'Vous n’avez pas l’autorisation de lire cette ressource. Rôle requis : Lecteur.',
  'problem.notFound': 'Cette ressource n’existe plus dans Azure. Choisissez de nouveau.',
  'problem.conflict':
    'Une ressource de ce nom existe déjà ou est en cours de modification. Rien n’a été remplacé.',
  'problem.changed':
    'La ressource a changé dans Azure entre-temps. Rien n’a été appliqué. Vérifiez-la de nouveau.',
  'problem.throttled': 'Azure limite les demandes. Nouvel essai dans {s} s.',
  'problem.throttledFor': 'Azure limite les demandes. Réessayez dans {s} s.',
  'problem.timeout': 'Azure n’a pas répondu à temps. Réessayez.',
  'problem.refused': 'Azure a refusé la demande.',
  'problem.refusedWith': 'Azure a refusé la demande : {message}',
  'problem.failed': 'Azure a signalé une erreur interne.',
  'problem.failedWith': 'Azure a signalé une erreur : {message}',
  'problem.offline': 'Cet ordinateur ne peut pas joindre Azure. Vérifiez la connexion réseau ou le proxy.',
  'problem.badResponse':
    'La réponse est illisible : elle ne vient pas d’Azure, ou elle est endommagée. Vérifiez le proxy et le point de terminaison dans les paramètres, puis réessayez.',
  'problem.badResponse.large':
    'La réponse est plus grande que toute réponse d’Azure et n’a pas été lue. Vérifiez le proxy et le point de terminaison dans les paramètres, puis réessayez.',
  'problem.badResponse.endless':
    'La liste n’a pas de fin : une page s’y répète, ou elle a trop d’éléments. Rien n’en est affiché. Vérifiez le point de terminaison dans les paramètres, puis réessayez.',
  'problem.badResponse.nested':
    'La réponse est imbriquée trop profondément et n’a pas été lue. Vérifiez le proxy et le point de terminaison dans les paramètres, puis réessayez.',
  'problem.badResponse.elsewhere':
    'La réponse mène à un autre serveur. Votre connexion n’y a pas été envoyée. Vérifiez le proxy et le point de terminaison dans les paramètres, puis réessayez.',
  'problem.bug':
    'Une erreur s’est produite dans cette extension. Consultez le journal pour les détails (Sortie, Secured AML Compute).',
} as const;
