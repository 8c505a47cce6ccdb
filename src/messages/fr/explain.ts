/** *Expliquer un message d’erreur* : la question, et ce qu’il y a derrière le message. */
export const explain = {
  'explain.title': 'Expliquer un message d’erreur',
  'explain.label': 'Message d’erreur',
  'explain.prompt':
    'Collez le message en entier : texte ou JSON, sur plusieurs lignes aussi. Il reste sur cet ordinateur.',
  'explain.press': 'Expliquer',
  'explain.empty': 'Collez d’abord un message d’erreur.',
  'explain.long': 'Le message dépasse {n} caractères. Collez la partie qui contient l’erreur.',
  'explain.likely': 'Causes probables',
  'explain.subject.creation': 'Ce qui a échoué : la création de la ressource de calcul',
  'explain.subject.node': 'Ce qui a échoué : le démarrage des nœuds',
  'explain.subject.job': 'Ce qui a échoué : un travail, ou une connexion depuis la ressource de calcul',
  'explain.subject.image-build': 'Ce qui a échoué : la génération d’une image',
  'explain.subject.mount': 'Ce qui a échoué : le montage du stockage',
  'explain.evidence': 'Comparé aux vérifications de {subnet}.',
  'explain.noEvidence':
    'Aucun sous-réseau n’est connu : rien n’est donc exclu. Choisissez-le dans l’assistant, ou nommez ses fichiers dans le terminal.',
  'explain.ranked': '{rank} : {name}',
  'explain.advice': 'Que faire : {advice}',
  'explain.missing': 'Règles qu’Azure exige dans {group} :',
  'explain.missing.rule':
    '{name} : {direction} {protocol} {ports} de {source} vers {destinations}, avant la priorité {before}',
  'explain.missing.part': 'tous',
  'explain.unknown': 'Ce message d’erreur n’est pas connu.',
  'explain.unknown.do':
    'Cela ne veut pas dire que le réseau convient. Vérifiez le sous-réseau, et envoyez au support les détails ci-dessous.',
  'explain.othersFine':
    'Non affichés : {n} {n:sous-réseau que le message ne nomme pas|sous-réseaux que le message ne nomme pas}.',
  'explain.taken': 'Le nom est pris',
  'explain.taken.means':
    'Une ressource de calcul de ce nom existe dans l’espace de travail ou dans la région.',
  'explain.taken.do': 'Choisissez un autre nom, ou supprimez la ressource de calcul qui le porte.',
  'explain.name': 'Le nom n’est pas permis',
  'explain.name.means': 'Azure refuse une ressource de calcul de ce nom.',
  'explain.name.do':
    'Utilisez des lettres, des chiffres et des tirets. Commencez par une lettre et finissez par une lettre ou un chiffre. Une instance a 24 caractères au plus, un cluster 32.',
  'explain.join': 'Droit d’utiliser le réseau',
  'explain.join.means':
    'Le compte ne peut pas joindre la ressource de calcul au sous-réseau ou au réseau du message.',
  'explain.join.do': 'Demandez au propriétaire de ce réseau le rôle Contributeur de réseaux sur celui-ci.',
  'explain.write': 'Droit de créer des ressources de calcul',
  'explain.write.means':
    'Le compte n’a pas l’autorisation de créer des ressources de calcul dans l’espace de travail.',
  'explain.write.do':
    'Demandez au propriétaire de l’espace de travail le rôle AzureML Compute Operator ou Contributeur.',
  'explain.permission': 'Une autorisation manque',
  'explain.permission.means': 'Le compte n’a pas l’autorisation pour l’action du message.',
  'explain.permission.do':
    'Demandez au propriétaire de l’étendue du message un rôle qui contient cette action.',
  'explain.policy': 'Une stratégie l’interdit',
  'explain.policy.means':
    'Azure Policy a refusé une ressource. Le message contient la ressource et la stratégie.',
  'explain.policy.do':
    'Demandez une exemption au propriétaire de la stratégie, ou modifiez ce que la stratégie exige.',
  'explain.lock': 'Un verrou l’interdit',
  'explain.lock.means':
    'Une ressource, son groupe de ressources ou l’abonnement est verrouillé. Le message contient l’étendue.',
  'explain.lock.do':
    'Demandez au propriétaire de l’étendue de retirer le verrou pendant la création de la ressource de calcul.',
  'explain.addresses': 'Adresses du sous-réseau',
  'explain.addresses.means':
    'Chaque nœud a besoin d’une adresse libre du sous-réseau. Sans elle, il ne démarre pas.',
  'explain.addresses.do':
    'Choisissez un sous-réseau plus grand ou avec plus d’adresses libres, ou moins de nœuds.',
  'explain.quota': 'Quota atteint',
  'explain.quota.means': 'Le quota ne permet pas plus de cœurs ou de ressources de calcul.',
  'explain.quota.do':
    'Choisissez une taille plus petite ou une autre famille, supprimez les ressources de calcul inutilisées, ou demandez plus de quota.',
  'explain.network': 'Le réseau bloque ce dont les nœuds ont besoin pour démarrer',
  'explain.network.means':
    'Les nœuds restent inutilisables s’ils n’atteignent ni Azure Batch ni le stockage, ou si les réponses prennent une autre route.',
  'explain.network.do':
    'Vérifiez le sous-réseau : chaque flux bloqué montre la règle ou la route qui le bloque.',
  'explain.capacity': 'Machines de cette taille',
  'explain.capacity.means': 'La région n’a peut-être aucune machine libre de cette taille en ce moment.',
  'explain.capacity.do': 'Réessayez plus tard, ou choisissez une autre taille ou une autre région.',
  'explain.rules': 'Règles qu’Azure ML exige dans le groupe de sécurité réseau',
  'explain.rules.means':
    'Azure compare le texte des règles. Une règle qui autorise le même trafic en d’autres mots ne compte pas.',
  'explain.rules.do':
    'Ajoutez chaque règle de la liste avant toute règle de refus, avec la source et une destination du message.',
  'explain.sharedKey': 'Le compte de stockage refuse les clés de compte',
  'explain.sharedKey.means':
    'Le montage du partage de fichiers de l’espace de travail exige la clé du compte. Azure cite alors les ports 443 et 445, même s’ils sont ouverts.',
  'explain.sharedKey.do':
    'Mettez allowSharedKeyAccess à true sur le compte de stockage de l’espace de travail pendant la création de l’instance.',
  'explain.storageNetwork': 'Le compte de stockage refuse la connexion',
  'explain.storageNetwork.means':
    'Le pare-feu du compte ou l’absence d’un point de terminaison privé arrête la ressource de calcul.',
  'explain.storageNetwork.do':
    'Autorisez le sous-réseau sur le compte de stockage, ou ajoutez des points de terminaison privés pour blob et file que le sous-réseau résout.',
  'explain.storageRole': 'Un rôle manque sur le compte de stockage',
  'explain.storageRole.means': 'Le réseau fonctionne. L’identité n’a pas l’autorisation sur les données.',
  'explain.storageRole.do':
    'Attribuez à l’identité qui exécute le travail le rôle Contributeur aux données Blob du stockage sur le compte.',
  'explain.imageBuild': 'L’espace de travail ne peut pas générer d’images',
  'explain.imageBuild.means':
    'Un registre derrière un réseau privé ne génère pas d’images lui-même. L’espace de travail a besoin d’une ressource de calcul qui les génère.',
  'explain.imageBuild.do':
    'Mettez imageBuildCompute de l’espace de travail sur un cluster du réseau, ou utilisez la génération d’images sans serveur dans ce réseau.',
  'explain.registryAccess': 'Le registre de conteneurs refuse la connexion',
  'explain.registryAccess.means': 'Le pare-feu du registre refuse l’adresse du client dans le message.',
  'explain.registryAccess.do':
    'Générez sur une ressource de calcul du réseau, et ajoutez un point de terminaison privé pour le registre.',
  'explain.imagePull': 'Une image ne peut pas être téléchargée',
  'explain.imagePull.means':
    'La ressource de calcul n’atteint pas le registre de l’image, ou le stockage de ses couches.',
  'explain.imagePull.do':
    'Autorisez le port 443 sortant vers MicrosoftContainerRegistry, AzureFrontDoor.FirstParty et le registre de l’espace de travail.',
  'explain.vault': 'Le coffre de clés refuse la connexion',
  'explain.vault.means': 'Le pare-feu du coffre refuse l’adresse du client dans le message.',
  'explain.vault.do':
    'Autorisez le sous-réseau ou les services Microsoft approuvés sur le coffre de clés, ou ajoutez-lui un point de terminaison privé.',
  'explain.delegated': 'Le sous-réseau est délégué',
  'explain.delegated.means': 'Un sous-réseau délégué est réservé à un autre service.',
  'explain.delegated.do':
    'Choisissez un sous-réseau sans délégation, ou retirez la délégation si rien ne l’utilise.',
  'explain.networkPolicies': 'Stratégies réseau du sous-réseau',
  'explain.networkPolicies.means':
    'Azure refuse le sous-réseau, car les stratégies réseau pour les points de terminaison privés ou les services Private Link sont actives.',
  'explain.networkPolicies.do':
    'Mettez privateEndpointNetworkPolicies et privateLinkServiceNetworkPolicies du sous-réseau à Disabled.',
  'explain.privateEndpoint': 'Pas d’adresse IP publique sans point de terminaison privé',
  'explain.privateEndpoint.means':
    'Un calcul sans adresse IP publique exige d’abord un point de terminaison privé approuvé pour l’espace de travail.',
  'explain.privateEndpoint.do':
    'Créez le point de terminaison privé avant la ressource de calcul. Dans les modèles, ajoutez-le à dependsOn.',
  'explain.managed': 'L’espace de travail utilise un réseau virtuel managé',
  'explain.managed.means':
    'Les ressources de calcul de cet espace de travail ne peuvent pas utiliser un sous-réseau à vous.',
  'explain.managed.do':
    'Créez la ressource de calcul sans sous-réseau, ou choisissez un autre espace de travail.',
  'explain.region': 'Une autre région',
  'explain.region.means':
    'Les régions de la ressource de calcul, de son espace de travail et de son réseau ne vont pas ensemble.',
  'explain.region.do': 'Choisissez un réseau dans la région de la ressource de calcul.',
  'explain.peers': 'Trafic entre les nœuds du sous-réseau',
  'explain.peers.means':
    'Les processus d’un travail ne s’atteignent pas : une règle bloque des ports dans le sous-réseau.',
  'explain.peers.do': 'Autorisez tous les ports entre les adresses du sous-réseau, en entrée et en sortie.',
  'explain.names': 'Un nom ne se résout pas',
  'explain.names.means': 'Le DNS ne répond pas pour un hôte du message, ou pas là d’où vient l’appel.',
  'explain.names.do':
    'Liez les zones DNS privées au réseau de l’appelant. Un serveur DNS personnalisé doit les transférer à 168.63.129.16.',
  'explain.client': 'Votre ordinateur est hors du réseau privé',
  'explain.client.means':
    'L’espace de travail n’accepte que les appels par son point de terminaison privé. La ressource de calcul n’est pas en cause.',
  'explain.client.do':
    'Connectez-vous par VPN, ExpressRoute ou une machine du réseau, ou autorisez l’accès public à l’espace de travail.',
  'explain.editor': 'Le serveur de l’éditeur ne s’installe pas',
  'explain.editor.means':
    'L’instance ne peut pas télécharger le serveur de VS Code, ou l’éditeur ne peut pas ouvrir de WebSocket.',
  'explain.editor.do':
    'Autorisez les hôtes de VS Code depuis le sous-réseau, et les WebSockets depuis votre ordinateur.',
  'explain.support': 'Ce qu’il faut envoyer au support',
  'explain.support.text': 'Le message entier, en texte et non en image.',
  'explain.support.ids': 'Les ID qu’il contient : {ids}',
  'explain.support.noId':
    'Son ID de requête ou de corrélation. Ce texte n’en contient aucun ; le journal d’activité du portail l’a.',
  'explain.support.time': 'Quand c’est arrivé, avec le fuseau horaire.',
  'explain.support.where':
    'L’abonnement, l’espace de travail, la région, le nom et la taille de la ressource de calcul.',
  'explain.support.secrets': 'Ni jetons, ni clés, ni mots de passe : retirez-les d’abord du texte.',
} as const;
