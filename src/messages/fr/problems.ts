/** What went wrong, each with what to do, in French. */
export const problems = {
  'problem.cancelled': 'Arrêté.',
  'problem.badRequest': 'Cette requête n’a pas été comprise. Choisissez de nouveau, ou signalez-le.',
  'problem.signedOut': 'Vous êtes déconnecté. Connectez-vous pour continuer.',
  'problem.forbidden': 'Vous ne pouvez pas lire cela (il faut le rôle Lecteur).',
  'problem.notFound': 'Cela n’existe plus dans Azure. Choisissez de nouveau.',
  'problem.conflict':
    'Quelque chose porte déjà ce nom, ou est en cours de modification. Rien n’a été remplacé.',
  'problem.changed': 'Cela a changé dans Azure entre-temps. Rien n’a été appliqué. Regardez de nouveau.',
  'problem.throttled': 'Azure nous ralentit, prochain essai dans {s} s.',
  'problem.throttledFor': 'Azure limite les demandes. Réessayez dans {s} s.',
  'problem.timeout': 'Azure n’a pas répondu à temps. Vous pouvez réessayer.',
  'problem.refused': 'Azure a refusé.',
  'problem.refusedWith': 'Azure a refusé : {message}',
  'problem.failed': 'Azure a échoué.',
  'problem.failedWith': 'Azure a échoué : {message}',
  'problem.offline':
    'Azure est inaccessible depuis cet ordinateur. Vérifiez la connexion réseau ou le proxy.',
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
    'Une erreur s’est produite dans cette extension. Le journal en dit plus (Sortie, Secured AML Compute).',
} as const;
