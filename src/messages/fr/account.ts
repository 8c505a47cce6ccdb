/** Signing in, the Account view and its commands, in French. */
export const accountMessages = {
  'account.sovereign.title': 'Autoriser VS Code à se connecter à ce cloud ?',
  'account.sovereign.detail':
    'VS Code se connecte à un seul cloud en plus du cloud public. Son paramètre « microsoft-sovereign-cloud.environment » prend la valeur {value}.',
  'account.sovereign.button': 'Modifier le paramètre et se connecter',

  'account.signInHost.title': 'Se connecter sur {host} ?',
  'account.signInHost.detail':
    'Le point de terminaison personnalisé {endpoint} utilise {host} pour la connexion. Ce n’est pas un hôte de connexion de Microsoft. Vos informations d’identification (mot de passe, clé secrète client) y sont envoyées. N’autorisez {host} que si vous lui faites confiance.',
  'account.signInHost.button': 'Autoriser {host}',

  'signIn.expired': 'Votre connexion a expiré à {time}.',
  'signIn.claims':
    'Azure exige une nouvelle connexion, par exemple avec un autre facteur ou à cause d’une stratégie de votre locataire.',
  'signIn.tenant': '{tenant} exige une connexion distincte.',
  'signIn.cliMissing': 'Azure CLI (az) n’est pas installé sur cet ordinateur.',
  'signIn.cliSignedOut':
    'Azure CLI n’a renvoyé aucun jeton. Exécutez « az login » dans un terminal, puis réessayez.',
  'signIn.noCredential':
    'Aucune information d’identification n’a été trouvée : ni variables d’environnement, ni identité de charge de travail, ni identité managée, ni outil connecté.',
  'signIn.refused': 'Le service de connexion a rejeté les informations d’identification ({code}).',
  'signIn.endpoint':
    'L’adresse du cloud personnalisé n’est pas une adresse https qui indique un hôte de connexion.',
  'signIn.audience':
    'Le point de terminaison personnalisé exige un jeton pour {audience}. Aucun jeton n’a été demandé, car un tel identifiant peut désigner un autre service, comme Microsoft Graph. Indiquez dans amlSecureCompute.account.endpoint un point de terminaison dont /metadata/endpoints contient une audience https sur son propre hôte, ou choisissez un autre cloud.',
  'signIn.host':
    'Le point de terminaison personnalisé utilise {host} pour la connexion, que vous n’avez pas autorisé. Reconnectez-vous pour l’autoriser, ou choisissez un autre cloud.',

  'signIn.planKept': '{why} Votre plan est conservé.',

  'action.signInTo': 'Se connecter à {tenant}…',
  'action.chooseAccount': 'Choisir un compte…',
  'action.chooseCloud': 'Choisir un cloud…',
  'action.chooseOrganization': 'Choisir un locataire…',
  'action.chooseSubscriptions': 'Choisir les abonnements…',
  'action.change': 'Modifier',

  'where.filtered': '{n} abonnements affichés sur {all}.',
  'where.allHidden': 'Votre filtre masque les {n} abonnements.',
  'where.oneMore': '{tenant} exige une connexion distincte. Ses abonnements ne sont pas affichés.',
  'where.severalMore':
    '{n} locataires exigent une connexion distincte. Leurs abonnements ne sont pas affichés.',

  'board.tagsUndated': 'liste sans date, qui a peut-être plus de 60 jours',
  'board.tagsOld': '{date}, plus de 60 jours : des préfixes ont pu changer',
  'account.tagsUnreadable':
    'Impossible de lire les balises de service de {file} (paramètre amlSecureCompute.serviceTags.file). La liste fournie est utilisée. Indiquez un fichier de `az network list-service-tags` ou le fichier téléchargé de Microsoft.',
  'board.tagsOf': '{date} (liste fournie : celle d’Azure est vide ou incomplète)',
  'problem.untrusted':
    'Cet ordinateur n’approuve pas le certificat reçu pour Azure. Ajoutez au système le certificat du proxy de votre entreprise.',

  'account.account': 'Compte',
  'account.organization': 'Locataire',
  'account.cloud': 'Cloud',
  'account.subscriptions': 'Abonnements',
  'account.source': 'Connexion par',
  'account.row': '{label} : {value}',
  'account.signedOut': 'Déconnecté',
  'account.notReadable': 'Illisible',
  'account.organizations': '{n} {n:locataire|locataires}',
  'account.organizationsAsking': '{n} locataires, dont {m} {m:exige|exigent} une connexion distincte',
  'account.only': 'Un seul',
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
  'account.source.azureCli.line': 'Le compte que « az login » a connecté sur cet ordinateur',
  'account.source.default': 'DefaultAzureCredential',
  'account.source.default.line':
    'Variables d’environnement, identité de charge de travail ou managée, puis outils de développement',
  'account.source.sample': 'Abonnement d’exemple',
  'account.source.sample.line':
    'Aucun compte nécessaire : rien ne quitte cet ordinateur et rien n’est facturé',
  'account.another': 'Autre compte Microsoft…',
  'account.known.line': 'Compte Microsoft dans VS Code',
  'account.now': 'actuel',

  'account.choose.title': 'Choisir un compte',
  'account.choose.place': 'Le compte qui lit et modifie Azure',
  'account.chooseCloud.title': 'Choisir un cloud',
  'account.chooseCloud.place': 'Le cloud dont Azure Resource Manager est utilisé',
  'account.endpoint.title': 'Azure Resource Manager du cloud personnalisé',
  'account.endpoint.prompt':
    'Saisissez son adresse https. Elle indique son hôte de connexion, que vous confirmez s’il n’est pas de Microsoft.',
  'account.endpoint.invalid': 'Saisissez une adresse https : des jetons y sont envoyés.',
  'account.chooseSubscriptions.title': 'Choisir les abonnements',
  'account.chooseSubscriptions.place': 'Abonnements à afficher dans la page et dans la barre latérale',
  'account.chooseOrganization.title': 'Choisir un locataire',
  'account.chooseOrganization.place':
    'Si un locataire exige une connexion distincte, elle commence quand vous le sélectionnez',
  'account.organization.read': 'Ses abonnements sont affichés',
  'account.organization.asks': 'Exige une connexion distincte',
  'account.organization.refused': 'N’a pas pu être lu : {why}',
  'account.onlyOne': 'Votre compte est dans un seul locataire.',
  'account.failed': 'Rien n’a été modifié : {why}',
} as const;
