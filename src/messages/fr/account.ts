/** Signing in, the Account view and its commands, in French. */
export const account = {
  'account.sovereign.title': 'Laisser VS Code se connecter à ce cloud ?',
  'account.sovereign.detail':
    'VS Code se connecte à un seul cloud en plus du cloud public. Son paramètre « microsoft-sovereign-cloud.environment » devient {value}.',
  'account.sovereign.button': 'Régler et se connecter',

  'account.signInHost.title': 'Se connecter sur {host} ?',
  'account.signInHost.detail':
    'Le point de terminaison personnalisé {endpoint} utilise {host} pour la connexion, qui n’est pas un hôte de connexion de Microsoft. Vos informations d’identification y sont envoyées, par exemple un mot de passe ou la clé secrète client de l’environnement de cet ordinateur. N’autorisez {host} que si vous lui faites confiance.',
  'account.signInHost.button': 'Autoriser {host}',

  'signIn.expired': 'Votre connexion a pris fin à {time}.',
  'signIn.claims':
    'Azure vous demande de vous connecter encore une fois (un autre facteur, ou une stratégie de votre organisation).',
  'signIn.tenant': '{tenant} demande une connexion à part.',
  'signIn.cliMissing': 'Azure CLI (az) est introuvable sur cet ordinateur.',
  'signIn.cliSignedOut':
    'Azure CLI n’a donné aucun jeton. Lancez « az login » dans un terminal, puis réessayez.',
  'signIn.noCredential':
    'Rien pour se connecter n’a été trouvé : ni variables d’environnement, ni identité de charge de travail ou managée, ni outil connecté.',
  'signIn.refused': 'Le service de connexion a refusé ce qui lui a été présenté ({code}).',
  'signIn.endpoint':
    'L’adresse du cloud personnalisé n’est pas une adresse https qui dit où l’on se connecte.',
  'signIn.host':
    'Le point de terminaison personnalisé utilise {host} pour la connexion, que vous n’avez pas autorisé. Reconnectez-vous pour l’autoriser, ou choisissez un autre cloud.',

  'signIn.planKept': '{why} Votre plan est conservé.',

  'action.signInTo': 'Se connecter à {tenant}…',
  'action.chooseAccount': 'Choisir un compte…',
  'action.chooseCloud': 'Choisir un cloud…',
  'action.chooseOrganisation': 'Choisir une organisation…',
  'action.chooseSubscriptions': 'Choisir les abonnements…',
  'action.change': 'Modifier',

  'where.filtered': '{n} abonnements affichés sur {all}.',
  'where.allHidden': 'Votre choix d’abonnements masque les {n}.',
  'where.oneMore': '{tenant} demande une connexion à part ; ses abonnements ne sont pas affichés.',
  'where.severalMore':
    '{n} organisations demandent une connexion à part ; leurs abonnements ne sont pas affichés.',

  'board.tagsOf': '{date} (livrées : la liste d’Azure est vide ou il y manque des balises)',
  'problem.untrusted':
    'Cet ordinateur ne fait pas confiance au certificat présenté pour Azure. Ajoutez au système le certificat du proxy de votre organisation.',

  'account.account': 'Compte',
  'account.organisation': 'Organisation',
  'account.cloud': 'Cloud',
  'account.subscriptions': 'Abonnements',
  'account.source': 'Connexion par',
  'account.row': '{label} : {value}',
  'account.signedOut': 'Déconnecté',
  'account.notReadable': 'Illisible',
  'account.organisations': '{n} {n:organisation|organisations}',
  'account.organisationsAsking': '{n} organisations, dont {m} {m:demande|demandent} une connexion',
  'account.only': 'Le seul',
  'account.all': 'Tous ({n})',
  'account.some': '{n} sur {all}',
  'account.none': 'Aucun visible',

  'account.cloud.public': 'Azure (public)',
  'account.cloud.usgov': 'Azure Gouvernement américain',
  'account.cloud.china': 'Azure Chine (21Vianet)',
  'account.cloud.custom': 'Point de terminaison personnalisé',
  'account.cloud.customAt': 'Personnalisé : {host}',
  'account.cloud.sample': 'Exemple, sur cet ordinateur',

  'account.source.microsoft': 'Compte Microsoft de VS Code',
  'account.source.azureCli': 'Azure CLI',
  'account.source.azureCli.line': 'La personne que « az login » a connectée sur cet ordinateur',
  'account.source.default': 'DefaultAzureCredential',
  'account.source.default.line':
    'Environnement, identité de charge de travail ou managée, puis les outils de développement',
  'account.source.sample': 'Abonnement d’exemple',
  'account.source.sample.line': 'Sans compte : rien ne quitte cet ordinateur et rien n’est facturé',
  'account.another': 'Prendre un autre compte Microsoft…',
  'account.known.line': 'Compte Microsoft que VS Code connaît',
  'account.now': 'actuel',

  'account.choose.title': 'Choisir un compte',
  'account.choose.place': 'Qui lit et modifie Azure',
  'account.chooseCloud.title': 'Choisir un cloud',
  'account.chooseCloud.place': 'À quel gestionnaire de ressources on s’adresse',
  'account.endpoint.title': 'Gestionnaire de ressources du cloud personnalisé',
  'account.endpoint.prompt':
    'Son adresse https. Il nomme son hôte de connexion, que vous autorisez s’il n’est pas de Microsoft.',
  'account.endpoint.invalid': 'Il faut une adresse https : des jetons y sont envoyés.',
  'account.chooseSubscriptions.title': 'Choisir les abonnements',
  'account.chooseSubscriptions.place':
    'Affichés dans la page et les arborescences ; tous si tous sont cochés',
  'account.chooseOrganisation.title': 'Choisir une organisation',
  'account.chooseOrganisation.place':
    'On se connecte à celles qui demandent une connexion à part en les choisissant',
  'account.organisation.read': 'Ses abonnements sont lus',
  'account.organisation.asks': 'Demande une connexion à part',
  'account.organisation.refused': 'N’a pas pu être lue : {why}',
  'account.onlyOne': 'Votre compte est dans une seule organisation.',
  'account.failed': 'Rien n’a été modifié : {why}',
} as const;
