/** *Expliquer un message d’erreur* : la question, et ce qu’il y a derrière le message. */
export const explainMessages = {
  'explain.title': 'Expliquer un message d’erreur',
  'explain.prompt': 'Collez le message d’erreur en entier, en texte ou en JSON. Il reste sur cet ordinateur.',
  'explain.likely': 'Causes probables',
  'explain.subject.creation': 'Ce qui a échoué : la création de la ressource de calcul',
  'explain.subject.node': 'Ce qui a échoué : le démarrage des nœuds',
  'explain.subject.job': 'Ce qui a échoué : un travail, ou une connexion depuis la ressource de calcul',
  'explain.subject.image-build': 'Ce qui a échoué : la génération d’une image',
  'explain.subject.mount': 'Ce qui a échoué : le montage du stockage',
  'explain.evidence': 'Comparé aux vérifications de {subnet}.',
  'explain.noEvidence':
    'Le sous-réseau n’est pas connu : toutes les causes sont donc possibles. Choisissez-le dans l’assistant, ou passez ses fichiers sur la ligne de commande.',
  'explain.ranked': '{rank} : {name}',
  'explain.advice': 'Que faire : {advice}',
  'explain.differs':
    'Le message indique cette cause, mais les vérifications sont réussies. Actualisez, ou comparez vos fichiers à ce qui est déployé.',
  'explain.missing': 'Règles qu’Azure exige dans {group} :',
  'explain.missing.rule':
    '{name} : {direction} {protocol} {ports} de {source} vers {destinations}, avant la priorité {before}',
  'explain.missing.part': 'tous',
  'explain.unknown': 'Ce message d’erreur n’est pas connu.',
  'explain.unknown.do':
    'Le réseau peut tout de même être en cause. Vérifiez le sous-réseau, et envoyez au support les détails ci-dessous.',
  'explain.othersFine':
    'Non affichés : {n} {n:sous-réseau que le message ne nomme pas|sous-réseaux que le message ne nomme pas}.',
  'explain.taken': 'Le nom est pris',
  'explain.taken.means':
    'Une ressource de calcul de ce nom existe déjà dans l’espace de travail ou dans la région.',
  'explain.taken.do': 'Choisissez un autre nom, ou supprimez la ressource de calcul qui le porte.',
  'explain.name': 'Le nom n’est pas valide',
  'explain.name.means': 'Azure refuse une ressource de calcul de ce nom.',
  'explain.name.do':
    'Utilisez des lettres, des chiffres et des tirets. Commencez par une lettre et finissez par une lettre ou un chiffre. Le nom d’une instance a 24 caractères au plus, celui d’un cluster 32.',
  'explain.join': 'Autorisation manquante pour joindre le réseau',
  'explain.join.means':
    'Le compte ne peut pas joindre la ressource de calcul au sous-réseau ou au réseau du message.',
  'explain.join.do': 'Demandez au propriétaire de ce réseau le rôle Contributeur de réseaux sur celui-ci.',
  'explain.tenant': 'L’abonnement du réseau appartient à un autre locataire',
  'explain.tenant.means':
    'Votre compte a le rôle, mais son locataire n’est pas autorisé pour l’abonnement du message.',
  'explain.tenant.do':
    'Choisissez un réseau dans un abonnement du locataire de l’espace de travail. S’il y est déjà, attendez dix minutes et réessayez.',
  'explain.write': 'Autorisation manquante pour créer des ressources de calcul',
  'explain.write.means':
    'Le compte n’a pas l’autorisation de créer des ressources de calcul dans l’espace de travail.',
  'explain.write.do':
    'Demandez au propriétaire de l’espace de travail le rôle AzureML Compute Operator ou Contributeur.',
  'explain.permission': 'Autorisation manquante',
  'explain.permission.means': 'Le compte n’a pas l’autorisation pour l’action du message.',
  'explain.permission.do':
    'Demandez au propriétaire de l’étendue du message un rôle qui contient cette action.',
  'explain.policy': 'Bloqué par Azure Policy',
  'explain.policy.means':
    'Azure Policy a refusé une ressource. Le message d’erreur contient la ressource et la stratégie.',
  'explain.policy.do':
    'Demandez une exemption au propriétaire de la stratégie, ou modifiez la ressource pour la respecter.',
  'explain.lock': 'Bloqué par un verrou',
  'explain.lock.means':
    'Une ressource, son groupe de ressources ou l’abonnement est verrouillé. Le message d’erreur contient l’étendue.',
  'explain.lock.do':
    'Demandez au propriétaire de l’étendue de retirer le verrou pendant la création de la ressource de calcul.',
  'explain.addresses': 'Pas assez d’adresses libres dans le sous-réseau',
  'explain.addresses.means':
    'Chaque nœud a besoin d’une adresse libre du sous-réseau. Sans elle, il ne démarre pas.',
  'explain.addresses.do': 'Choisissez un sous-réseau avec plus d’adresses libres, ou moins de nœuds.',
  'explain.quota': 'Quota atteint',
  'explain.quota.means': 'Le quota ne permet pas plus de cœurs ou de ressources de calcul.',
  'explain.quota.do':
    'Choisissez une taille plus petite ou une autre famille, supprimez les ressources de calcul inutilisées, ou demandez plus de quota.',
  'explain.network': 'Le réseau bloque le trafic dont les nœuds ont besoin pour démarrer',
  'explain.network.means':
    'Les nœuds restent inutilisables s’ils n’atteignent ni Azure Batch ni le stockage, ou si les réponses prennent une autre route.',
  'explain.network.do':
    'Vérifiez le sous-réseau : chaque flux bloqué montre la règle ou la route qui le bloque.',
  'explain.capacity': 'Pas assez de capacité pour la taille de machine virtuelle',
  'explain.capacity.means': 'La région n’a peut-être pas de machine libre de cette taille en ce moment.',
  'explain.capacity.do': 'Réessayez plus tard, ou choisissez une autre taille ou une autre région.',
  'explain.rules': 'Des règles de NSG exigées manquent',
  'explain.rules.means':
    'Azure compare le texte des règles. Une règle différente qui autorise le même trafic ne compte pas.',
  'explain.rules.do':
    'Ajoutez chaque règle de la liste avant toute règle de refus, avec la source et une destination du message.',
  'explain.sharedKey': 'Le compte de stockage refuse les clés de compte',
  'explain.sharedKey.means':
    'Le montage du partage de fichiers de l’espace de travail exige la clé du compte. Azure cite alors les ports 443 et 445, même s’ils sont ouverts.',
  'explain.sharedKey.do':
    'Mettez allowSharedKeyAccess à true sur le compte de stockage de l’espace de travail pendant la création de l’instance.',
  'explain.storageNetwork': 'Le compte de stockage refuse la connexion',
  'explain.storageNetwork.means':
    'Le pare-feu du compte bloque la ressource de calcul, ou un point de terminaison privé manque.',
  'explain.storageNetwork.do':
    'Autorisez le sous-réseau sur le compte de stockage. Ou ajoutez des points de terminaison privés pour blob et file que le sous-réseau résout.',
  'explain.storageRole': 'Rôle manquant sur le compte de stockage',
  'explain.storageRole.means':
    'Le réseau n’est pas en cause. L’identité n’a pas l’autorisation sur les données.',
  'explain.storageRole.do':
    'Attribuez à l’identité qui exécute le travail le rôle Contributeur aux données Blob du stockage sur le compte.',
  'explain.imageBuild': 'L’espace de travail ne peut pas générer d’images',
  'explain.imageBuild.means':
    'Un registre dans un réseau privé ne peut pas générer d’images lui-même. L’espace de travail a besoin d’une ressource de calcul pour les générer.',
  'explain.imageBuild.do':
    'Affectez à imageBuildCompute de l’espace de travail un cluster du réseau, ou utilisez la génération d’images serverless dans ce réseau.',
  'explain.registryAccess': 'Le registre de conteneurs refuse la connexion',
  'explain.registryAccess.means': 'Le pare-feu du registre refuse l’adresse du client dans le message.',
  'explain.registryAccess.do':
    'Générez sur une ressource de calcul du réseau, et ajoutez un point de terminaison privé pour le registre.',
  'explain.registryRole': 'Rôle manquant sur le registre de conteneurs',
  'explain.registryRole.means':
    'Le réseau n’est pas en cause. Le registre refuse l’identité qui télécharge l’image.',
  'explain.registryRole.do':
    'Attribuez le rôle AcrPull sur le registre à l’identité managée de la ressource de calcul.',
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
  'explain.networkPolicies': 'Les stratégies réseau du sous-réseau sont activées',
  'explain.networkPolicies.means':
    'Azure refuse le sous-réseau, car les stratégies réseau pour les points de terminaison privés ou les services Private Link sont activées.',
  'explain.networkPolicies.do':
    'Mettez privateEndpointNetworkPolicies et privateLinkServiceNetworkPolicies du sous-réseau à Disabled.',
  'explain.privateEndpoint': 'L’espace de travail n’a pas de point de terminaison privé',
  'explain.privateEndpoint.means':
    'Une ressource de calcul sans adresse IP publique exige un point de terminaison privé approuvé pour l’espace de travail.',
  'explain.privateEndpoint.do':
    'Créez le point de terminaison privé avant la ressource de calcul. Dans les modèles, ajoutez-le à dependsOn.',
  'explain.managed': 'L’espace de travail utilise un réseau virtuel managé',
  'explain.managed.means':
    'Les ressources de calcul de cet espace de travail ne peuvent pas utiliser vos sous-réseaux.',
  'explain.managed.do':
    'Créez la ressource de calcul sans sous-réseau, ou choisissez un autre espace de travail.',
  'explain.region': 'Les régions ne correspondent pas',
  'explain.region.means':
    'Azure ne prend pas en charge cette combinaison de régions pour la ressource de calcul, son espace de travail et son réseau.',
  'explain.region.do': 'Choisissez un réseau dans la région de la ressource de calcul.',
  'explain.subnetMissing': 'Le réseau ou le sous-réseau est introuvable',
  'explain.subnetMissing.means':
    'Azure cherche le nom dans un autre groupe de ressources ou une autre région, ou le service ne peut pas lire le réseau.',
  'explain.subnetMissing.do':
    'Indiquez l’ID de ressource complet du sous-réseau, avec le groupe de ressources du réseau. Vérifiez le rôle Contributeur de réseaux sur le réseau.',
  'explain.peers': 'Le trafic entre les nœuds est bloqué',
  'explain.peers.means':
    'Les processus d’un travail ne peuvent pas se joindre, car une règle bloque des ports dans le sous-réseau.',
  'explain.peers.do': 'Autorisez tous les ports entre les adresses du sous-réseau, en entrée et en sortie.',
  'explain.names': 'Un nom ne se résout pas',
  'explain.names.means':
    'Le DNS ne résout pas un hôte du message d’erreur, ou pas depuis le réseau de l’appelant.',
  'explain.names.do':
    'Liez les zones DNS privées au réseau de l’appelant. Un serveur DNS personnalisé doit les transférer à 168.63.129.16.',
  'explain.certificate': 'Un proxy ou un pare-feu remplace le certificat',
  'explain.certificate.means':
    'La connexion est ouverte, mais un équipement sur le chemin déchiffre TLS et présente son propre certificat.',
  'explain.certificate.do':
    'Excluez l’hôte du message de l’inspection TLS, ou approuvez le certificat racine de l’équipement chez l’appelant.',
  'explain.connection': 'Une connexion de la ressource de calcul est bloquée',
  'explain.connection.means':
    'Rien n’a répondu, ou le chemin a refusé. La cause est une règle, une route, un pare-feu ou la cible.',
  'explain.connection.do':
    'Autorisez l’accès sortant à la cible dans le groupe de sécurité réseau et dans chaque pare-feu du chemin.',
  'explain.client': 'Votre ordinateur est hors du réseau privé',
  'explain.client.means':
    'L’espace de travail n’accepte que les appels par son point de terminaison privé. La ressource de calcul n’est pas en cause.',
  'explain.client.do':
    'Connectez-vous par un VPN, ExpressRoute ou une machine virtuelle du réseau. Ou autorisez l’accès réseau public à l’espace de travail.',
  'explain.editor': 'L’éditeur ne peut pas se connecter à l’instance',
  'explain.editor.means':
    'L’éditeur ne peut pas ouvrir de WebSocket vers l’instance, ou l’instance ne peut pas télécharger le serveur de VS Code.',
  'explain.editor.do':
    'Autorisez les connexions WebSocket de votre ordinateur vers l’instance, et les hôtes de VS Code depuis le sous-réseau.',
  'explain.oldTool': 'L’outil est trop ancien',
  'explain.oldTool.means':
    'Azure CLI, le SDK Python ou le fournisseur Terraform signale cette erreur, et non Azure.',
  'explain.oldTool.do': 'Mettez l’outil à jour. Sans réseau virtuel managé, indiquez aussi le sous-réseau.',
  'explain.support': 'Détails pour le support',
  'explain.support.text': 'Le message entier, en texte et non en image.',
  'explain.support.ids': 'Les ID du message : {ids}',
  'explain.support.noId':
    'Son ID de requête ou de corrélation. Ce texte n’en contient pas. Vous le trouvez dans le journal d’activité du portail Azure.',
  'explain.support.time': 'L’heure de l’erreur, avec le fuseau horaire.',
  'explain.support.where':
    'L’abonnement, l’espace de travail, la région, le nom et la taille de la ressource de calcul.',
  'explain.support.secrets': 'Retirez d’abord du texte les jetons, les clés et les mots de passe.',
} as const;
