/**
 * What a person reads of each requirement, in French: its name, what happens if it is left open, what to do where no
 * fix is offered (`ask`), and how sources contradict each other (`disagree`).
 */
export const requirements = {
  'requirement.vnet-same-subscription.name': 'Réseau dans l’abonnement de l’espace de travail',
  'requirement.vnet-same-subscription.consequence':
    'La création du calcul échoue, ou le réseau ne peut pas être choisi.',
  'requirement.vnet-same-subscription.ask':
    'Choisissez ou créez un réseau virtuel dans l’abonnement de l’espace de travail ; son groupe de ressources peut être un autre.',

  'requirement.vnet-same-region-instance.name': 'Réseau dans la région de l’espace de travail',
  'requirement.vnet-same-region-instance.consequence': 'La création de l’instance échoue.',
  'requirement.vnet-same-region-instance.ask':
    'Choisissez un sous-réseau de la région de l’espace de travail, ou créez un cluster, qui peut être dans une autre région.',

  'requirement.vnet-same-region-cluster.name': 'Réseau dans la région de l’espace de travail',
  'requirement.vnet-same-region-cluster.consequence':
    'Les données passent d’une région à l’autre : plus lent, et facturé. De là, les nœuds doivent aussi atteindre l’espace de travail.',
  'requirement.vnet-same-region-cluster.ask':
    'Choisissez un sous-réseau de la région de l’espace de travail, ou assurez-vous que l’autre réseau atteint l’espace de travail.',
  'requirement.vnet-same-region-cluster.disagree':
    'Deux pages de 2024 et 2025 admettent un cluster dans une autre région ; la page de mai 2025 sur les points de terminaison privés demande la même.',

  'requirement.cluster-cross-region-connectivity.name': 'L’autre réseau atteint l’espace de travail',
  'requirement.cluster-cross-region-connectivity.consequence':
    'Les nœuds n’atteignent pas l’espace de travail : ils ne sont jamais prêts et les travaux échouent.',
  'requirement.cluster-cross-region-connectivity.ask':
    'Appairez ce réseau avec celui du point de terminaison privé de l’espace de travail et liez-lui ses zones DNS, ou ajoutez ici un point de terminaison privé.',

  'requirement.computes-in-pe-vnet.name': 'Le réseau atteint l’espace de travail',
  'requirement.computes-in-pe-vnet.consequence':
    'La ressource de calcul n’atteint pas l’espace de travail et n’est jamais prête.',
  'requirement.computes-in-pe-vnet.consequence.instance':
    'L’instance n’atteint pas l’espace de travail : elle n’est jamais prête, ou ses notebooks cessent de fonctionner.',
  'requirement.computes-in-pe-vnet.ask':
    'Choisissez un sous-réseau du réseau où se trouve le point de terminaison privé de l’espace de travail, ou appairez ce réseau avec lui et liez-lui ses zones DNS.',
  'requirement.computes-in-pe-vnet.disagree':
    'La page sur l’entraînement indique qu’une instance ne peut pas être dans une autre région ni dans un autre réseau virtuel que le point de terminaison privé de l’espace de travail. La page du point de terminaison privé admet plusieurs réseaux. Un réseau appairé dont les zones DNS sont liées fonctionne en pratique.',

  'requirement.subnet-free-ips-cluster.name': 'Adresses libres pour tous les nœuds',
  'requirement.subnet-free-ips-cluster.consequence':
    'Une partie seulement des nœuds démarre, et les travaux attendent.',
  'requirement.subnet-free-ips-cluster.ask':
    'Choisissez un sous-réseau plus grand ou moins rempli, ou un maximum de nœuds plus bas.',

  'requirement.subnet-free-ips-instance.name': 'Une adresse libre',
  'requirement.subnet-free-ips-instance.consequence': 'La création de l’instance échoue, faute d’adresse.',
  'requirement.subnet-free-ips-instance.ask':
    'Choisissez un sous-réseau qui a une adresse libre. Une instance arrêtée garde la sienne jusqu’à sa suppression.',

  'requirement.subnet-minimum-prefix.name': 'Sous-réseau assez grand',
  'requirement.subnet-minimum-prefix.consequence':
    'Azure garde cinq adresses de chaque sous-réseau ; le reste ne suffira jamais à ce plan.',
  'requirement.subnet-minimum-prefix.ask':
    'Prévoyez un sous-réseau pour tous les nœuds, instances et points de terminaison privés : un /27 a 27 adresses, un /26 en a 59, un /24 en a 251.',

  'requirement.subnet-no-delegation.name': 'Sous-réseau non délégué à un autre service',
  'requirement.subnet-no-delegation.consequence': 'La création du calcul échoue.',
  'requirement.subnet-no-delegation.ask':
    'Choisissez un sous-réseau non délégué, ou retirez la délégation une fois l’autre service parti.',

  'requirement.subnet-reserved-name.name': 'Sous-réseau non réservé par Azure',
  'requirement.subnet-reserved-name.consequence':
    'Azure garde ce sous-réseau pour une passerelle, un pare-feu ou un bastion qui a ses propres règles.',
  'requirement.subnet-reserved-name.ask': 'Choisissez un autre sous-réseau.',

  'requirement.subnet-not-shared-with-databricks.name': 'Sous-réseau non utilisé par Databricks',
  'requirement.subnet-not-shared-with-databricks.consequence':
    'Databricks ne peut plus mettre à jour ses règles de réseau, et ne partage un sous-réseau avec personne.',
  'requirement.subnet-not-shared-with-databricks.ask': 'Donnez à Azure ML son propre sous-réseau.',

  'requirement.vnet-docker-bridge-overlap.name': 'Pas de conflit avec les adresses des conteneurs',
  'requirement.vnet-docker-bridge-overlap.consequence':
    'Les conteneurs de la ressource de calcul utilisent eux-mêmes 172.17.0.0/16 et n’y atteignent rien d’autre.',
  'requirement.vnet-docker-bridge-overlap.ask':
    'Choisissez un réseau sans adresse de 172.17.0.0/16, y compris dans le réseau local et les réseaux appairés.',

  'requirement.vnet-address-space-disallowed.name': 'Adresses acceptées par Azure',
  'requirement.vnet-address-space-disallowed.consequence': 'La création du réseau échoue.',
  'requirement.vnet-address-space-disallowed.ask':
    'Retirez du réseau les adresses de multidiffusion, de diffusion, de bouclage, de lien local et celles d’Azure.',

  'requirement.vnet-resource-manager-model.name': 'Pas un réseau classique',
  'requirement.vnet-resource-manager-model.consequence': 'La création du calcul échoue.',
  'requirement.vnet-resource-manager-model.ask': 'Choisissez un réseau Resource Manager.',

  'requirement.compute-vnet-immutable.name': 'Sous-réseau définitif',
  'requirement.compute-vnet-immutable.consequence':
    'Un calcul existant ne change pas de sous-réseau ; il faut le supprimer et le recréer.',
  'requirement.compute-vnet-immutable.ask': 'Supprimez le calcul et recréez-le dans le sous-réseau voulu.',

  'requirement.recreate-after-private-link-change.name': 'Créé après la liaison privée',
  'requirement.recreate-after-private-link-change.consequence':
    'Les calculs plus anciens que le point de terminaison privé de l’espace de travail perdent le contact avec lui.',
  'requirement.recreate-after-private-link-change.ask':
    'Recréez les calculs après avoir activé ou désactivé la liaison privée.',

  'requirement.managed-vnet-exclusive.name': 'L’espace de travail laisse choisir un sous-réseau',
  'requirement.managed-vnet-exclusive.consequence':
    'L’espace de travail gère son propre réseau : les calculs ne peuvent pas utiliser un de vos sous-réseaux, et cela ne peut pas être désactivé.',
  'requirement.managed-vnet-exclusive.ask':
    'Créez le calcul sans sous-réseau, ou choisissez un espace de travail qui ne gère pas de réseau.',

  'requirement.managed-network-set-up.name': 'Le réseau managé est mis en place',
  'requirement.managed-network-set-up.consequence':
    'Le premier calcul attend plusieurs minutes qu’Azure ait mis en place le réseau de l’espace de travail.',
  'requirement.managed-network-set-up.ask':
    'Mettez-le en place maintenant, ou laissez le premier calcul l’attendre. Qui peut écrire l’espace de travail peut le faire.',

  'requirement.managed-vnet-migration.name': 'Créé après le réseau managé',
  'requirement.managed-vnet-migration.consequence':
    'Les calculs plus anciens que le réseau managé restent en dehors.',
  'requirement.managed-vnet-migration.ask':
    'Supprimez les calculs plus anciens et recréez-les une fois le réseau managé activé.',

  'requirement.lighthouse-unsupported.name': 'Connecté depuis l’organisation propriétaire',
  'requirement.lighthouse-unsupported.consequence':
    'La création d’un calcul dans un réseau échoue quand l’abonnement est géré par Azure Lighthouse.',
  'requirement.lighthouse-unsupported.ask':
    'L’abonnement est-il géré pour une autre organisation par Azure Lighthouse ? Alors, créez le calcul avec un compte de l’organisation propriétaire.',

  'requirement.storage-region-close-to-compute.name': 'Stockage dans la même région',
  'requirement.storage-region-close-to-compute.consequence':
    'Les données passent d’une région à l’autre : plus lent, facturé, et parfois hors délai.',
  'requirement.storage-region-close-to-compute.ask':
    'Les données sont-elles dans la région des nœuds ? Sinon, attendez-vous à des frais de transfert et à des délais.',

  'requirement.notebook-data-same-vnet-subnet.name': 'Données des notebooks dans le même sous-réseau',
  'requirement.notebook-data-same-vnet-subnet.consequence':
    'Les notebooks ne peuvent pas lire des données protégées dans un autre réseau ou sous-réseau.',
  'requirement.notebook-data-same-vnet-subnet.ask':
    'Quels sous-réseaux peuvent lire les données des notebooks ? En décembre 2020, celui-ci devait en être.',

  'requirement.compute-name-format.name': 'Nom accepté par Azure',
  'requirement.compute-name-format.consequence': 'La création du calcul sous ce nom échoue.',
  'requirement.compute-name-format.ask':
    'Utilisez des lettres, des chiffres et des traits d’union : d’abord une lettre, à la fin une lettre ou un chiffre, une lettre après chaque trait d’union ; 3 à 24 pour une instance, 3 à 32 pour un cluster, 2 à 16 pour ce qui est attaché.',

  'requirement.inbound-batch-29876-29877.name': 'Ancienne ouverture de Batch',
  'requirement.inbound-batch-29876-29877.consequence':
    'En décembre 2020, Batch n’atteignait pas les machines sans cela. Aujourd’hui, rien n’utilise les ports ouverts.',
  'requirement.inbound-batch-29876-29877.ask':
    'Retirez la règle une fois que chaque calcul d’avant décembre 2022 est recréé ou réduit à zéro.',
  'requirement.inbound-batch-29876-29877.disagree':
    'Les pages sur l’entraînement, le trafic et l’accès Internet ne la demandent plus ; un schéma de février 2025 la montre encore, et la page sur l’exfiltration la demande toujours aux instances, sans ports.',

  'requirement.inbound-aml-44224.name': 'Le contrôle d’Azure ML atteint le nœud',
  'requirement.inbound-aml-44224.short': 'Contrôle Azure ML',
  'requirement.inbound-aml-44224.consequence':
    'Azure ML ne peut ni préparer, ni démarrer, ni arrêter la ressource de calcul : elle reste en création, puis échoue.',
  'requirement.inbound-aml-44224.consequence.cluster':
    'Azure ML ne peut ni préparer, ni démarrer, ni arrêter les nœuds : ils deviennent inutilisables.',
  'requirement.inbound-aml-44224.ask':
    'Laissez entrer TCP 44224 depuis la balise de service AzureMachineLearning, et routez-la droit vers Internet si une route par défaut mène ailleurs.',

  'requirement.inbound-none-for-npip.name': 'Rien n’a besoin d’entrer',
  'requirement.inbound-none-for-npip.consequence':
    'Tout fonctionne. La règle ouvre le sous-réseau à des appels qu’une machine sans IP publique ne reçoit jamais.',
  'requirement.inbound-none-for-npip.ask':
    'Retirez la règle, sauf si des calculs avec IP publique partagent le sous-réseau.',

  'requirement.inbound-intra-subnet.name': 'Les nœuds se parlent entre eux',
  'requirement.inbound-intra-subnet.short': 'Entre nœuds',
  'requirement.inbound-intra-subnet.consequence':
    'Les travaux sur plusieurs nœuds se bloquent, et une exécution qui échoue ne finit jamais, faute de pouvoir envoyer ses journaux.',
  'requirement.inbound-intra-subnet.ask':
    'Laissez les adresses du sous-réseau se parler, tous protocoles et ports, avant toute règle qui refuse.',

  'requirement.inbound-azure-load-balancer.name': 'Sonde d’intégrité',
  'requirement.inbound-azure-load-balancer.consequence':
    'L’équilibreur de charge considère les machines comme arrêtées et ne leur envoie rien.',
  'requirement.inbound-azure-load-balancer.ask':
    'Laissez entrer la balise de service AzureLoadBalancer avant toute règle qui refuse.',

  'requirement.inbound-ssh-22-cluster.name': 'SSH depuis vos seules adresses',
  'requirement.inbound-ssh-22-cluster.short': 'SSH',
  'requirement.inbound-ssh-22-cluster.consequence':
    'Tout Internet peut tenter de se connecter par SSH, ou vous ne le pouvez pas.',
  'requirement.inbound-ssh-22-cluster.ask':
    'Préférez l’absence de SSH ; sinon, ne laissez entrer que vos adresses sur le port 22. SSH se décide une fois, à la création du calcul.',

  'requirement.inbound-vscode-8704-8710.name': 'VS Code se connecte à l’instance',
  'requirement.inbound-vscode-8704-8710.short': 'VS Code',
  'requirement.inbound-vscode-8704-8710.consequence':
    'VS Code ne peut pas se connecter à l’instance depuis le réseau.',
  'requirement.inbound-vscode-8704-8710.ask':
    'Laissez entrer TCP 8704-8710 depuis les adresses où s’exécute VS Code.',

  'requirement.subnet-nsg-must-not-contradict-auto-nsg.name': 'Les deux groupes de sécurité concordent',
  'requirement.subnet-nsg-must-not-contradict-auto-nsg.consequence':
    'Le groupe de sécurité du sous-réseau arrête ce que laisse entrer celui que crée Azure ML.',
  'requirement.subnet-nsg-must-not-contradict-auto-nsg.ask':
    'Laissez aussi entrer le port 44224 depuis AzureMachineLearning dans le groupe de sécurité du sous-réseau, ou n’en attachez aucun.',

  'requirement.outbound-entra-80-443.name': 'Connexion (Entra ID)',
  'requirement.outbound-entra-80-443.consequence':
    'Sans jeton de Microsoft Entra ID, les travaux et les montages de données échouent.',
  'requirement.outbound-entra-80-443.ask':
    'Laissez sortir TCP 80 et 443 vers AzureActiveDirectory, à chaque pare-feu du chemin : {hosts}.',

  'requirement.outbound-aml-443.name': 'Azure ML',
  'requirement.outbound-aml-443.consequence':
    'Azure ML ne peut démarrer aucun travail sur la ressource de calcul.',
  'requirement.outbound-aml-443.consequence.instance': 'L’instance reste en création.',
  'requirement.outbound-aml-443.consequence.cluster': 'Aucun travail ne démarre sur le cluster.',
  'requirement.outbound-aml-443.ask':
    'Laissez sortir TCP 443 vers AzureMachineLearning, à chaque pare-feu du chemin.',

  'requirement.outbound-aml-18881.name': 'Complétion du code dans les notebooks',
  'requirement.outbound-aml-18881.short': 'Complétion du code',
  'requirement.outbound-aml-18881.consequence':
    'Les notebooks de l’instance n’ont pas de complétion du code.',
  'requirement.outbound-aml-18881.ask':
    'Laissez sortir TCP 18881 vers AzureMachineLearning, par une règle de réseau sur un pare-feu.',
  'requirement.outbound-aml-18881.disagree':
    'Deux pages l’exigent ; la page sur le trafic dit que seul un espace de travail avec point de terminaison privé en a besoin.',

  'requirement.outbound-aml-8787.name': 'RStudio',
  'requirement.outbound-aml-8787.consequence': 'RStudio ne s’ouvre pas sur l’instance.',
  'requirement.outbound-aml-8787.ask':
    'Si RStudio est utilisé : laissez sortir TCP 8787 vers AzureMachineLearning, par une règle de réseau sur un pare-feu.',
  'requirement.outbound-aml-8787.disagree':
    'Deux pages le donnent pour requis ; la page sur l’accès Internet ne le demande que pour RStudio.',

  'requirement.outbound-aml-udp-5831.name': 'Créer et modifier des calculs',
  'requirement.outbound-aml-udp-5831.short': 'Créer et modifier',
  'requirement.outbound-aml-udp-5831.consequence':
    'La création, la mise à jour ou la suppression de la ressource de calcul peut échouer.',
  'requirement.outbound-aml-udp-5831.consequence.instance':
    'La création, la mise à jour ou la suppression de l’instance échoue.',
  'requirement.outbound-aml-udp-5831.consequence.cluster':
    'La création, la mise à jour ou la suppression du cluster peut échouer.',
  'requirement.outbound-aml-udp-5831.ask':
    'Laissez sortir UDP 5831 vers AzureMachineLearning ; une règle pour TCP seul est l’erreur courante.',
  'requirement.outbound-aml-udp-5831.disagree':
    'La page sur l’accès à Internet de février 2025 ne cite le port que pour les instances de calcul. La page d’entraînement l’exige aussi des clusters, et ceux d’AzureTRE fonctionnent sans lui.',

  'requirement.outbound-batch-443.name': 'Batch, le service qui démarre les nœuds',
  'requirement.outbound-batch-443.short': 'Batch',
  'requirement.outbound-batch-443.consequence':
    'Batch ne peut pas démarrer les machines : la ressource de calcul n’est pas créée.',
  'requirement.outbound-batch-443.consequence.instance':
    'Batch ne peut pas démarrer l’instance : sa création dépasse le délai.',
  'requirement.outbound-batch-443.consequence.cluster':
    'Batch ne peut pas démarrer les nœuds : ils restent inutilisables, ou le cluster reste à 0.',
  'requirement.outbound-batch-443.ask':
    'Laissez sortir le port 443 vers BatchNodeManagement de la région, tout protocole, à chaque pare-feu du chemin.',

  'requirement.outbound-arm-443.name': 'Azure Resource Manager',
  'requirement.outbound-arm-443.short': 'Resource Manager',
  'requirement.outbound-arm-443.consequence':
    'Le code ne peut ni créer de ressources Azure ni utiliser une identité managée.',
  'requirement.outbound-arm-443.ask':
    'Laissez sortir TCP 443 vers AzureResourceManager, à chaque pare-feu du chemin : {hosts}.',

  'requirement.outbound-storage-443.name': 'Stockage Blob',
  'requirement.outbound-storage-443.consequence':
    'La ressource de calcul n’atteint pas le stockage qu’il lui faut pour démarrer et que lisent les travaux : sa création échoue.',
  'requirement.outbound-storage-443.consequence.cluster':
    'Les nœuds n’atteignent pas le stockage qu’il leur faut pour démarrer et que lisent les travaux : ils deviennent inutilisables.',
  'requirement.outbound-storage-443.ask':
    'Autorisez TCP 443 en sortie vers Storage de la région et des régions de vos comptes de stockage. Une stratégie de point de terminaison de service limite où vont les données ; une règle absente ne fait qu’arrêter les nœuds.',
  'requirement.outbound-storage-443.disagree':
    'Les pages sur l’entraînement et l’accès Internet nomment la région de l’espace de travail, la page sur l’exfiltration celle des nœuds. Batch lui-même n’en a plus besoin ; Azure ML le cite encore.',

  'requirement.outbound-storage-445.name': 'Partage de fichiers pour notebooks et code',
  'requirement.outbound-storage-445.short': 'Partage de fichiers',
  'requirement.outbound-storage-445.consequence':
    'Le partage de fichiers des notebooks et du code ne peut pas être monté.',
  'requirement.outbound-storage-445.ask':
    'Autorisez TCP 445 sortant vers le point de terminaison privé du stockage, ou vers Storage de sa région s’il n’en a pas.',
  'requirement.outbound-storage-445.disagree':
    'La page d’entraînement de juin 2025 interdit de le bloquer. Les pages de février 2025 et de mars 2026 ne l’exigent que si un pare-feu précède le point de terminaison privé du stockage. En 2022, Azure a refusé des ressources de calcul sans cela.',

  'requirement.outbound-virtualnetwork-443.name': 'Points de terminaison privés du réseau',
  'requirement.outbound-virtualnetwork-443.short': 'Points privés',
  'requirement.outbound-virtualnetwork-443.consequence':
    'Espace de travail, stockage, coffre et registre sont injoignables, car leurs adresses privées sont coupées.',
  'requirement.outbound-virtualnetwork-443.ask':
    'Laissez sortir TCP 443 vers les sous-réseaux des points de terminaison privés avant toute règle qui refuse.',

  'requirement.outbound-virtualnetwork-any.name': 'Sortie vers VirtualNetwork sur tous les ports',
  'requirement.outbound-virtualnetwork-any.short': 'Réseau virtuel',
  'requirement.outbound-virtualnetwork-any.consequence':
    'Les points de terminaison privés, les serveurs DNS et les autres machines du réseau virtuel sont hors d’atteinte.',
  'requirement.outbound-virtualnetwork-any.ask':
    'Autorisez le trafic sortant vers VirtualNetwork sur tous les ports, avant toute règle qui le refuse.',

  'requirement.outbound-frontdoor-frontend-443.name': 'Pages de Studio et images AutoML',
  'requirement.outbound-frontdoor-frontend-443.short': 'Pages de Studio',
  'requirement.outbound-frontdoor-frontend-443.consequence':
    'Studio ne se charge pas depuis le réseau, et AutoML ne peut pas télécharger ses images.',
  'requirement.outbound-frontdoor-frontend-443.ask':
    'Laissez sortir TCP 443 vers AzureFrontDoor.Frontend, ou vers {hosts} seul sur un pare-feu.',

  'requirement.outbound-mcr-443.name': 'Images de conteneur Microsoft',
  'requirement.outbound-mcr-443.short': 'Images Microsoft',
  'requirement.outbound-mcr-443.consequence':
    'Les images de base ne se téléchargent pas : les travaux échouent avant de démarrer.',
  'requirement.outbound-mcr-443.ask':
    'Laissez sortir TCP 443 vers MicrosoftContainerRegistry, et vers AzureFrontDoor.FirstParty, dont il dépend : mcr.microsoft.com, *.data.mcr.microsoft.com.',
  'requirement.outbound-mcr-443.disagree':
    'Les pages sur l’accès Internet et l’exfiltration nomment la balise régionale, la page sur le trafic la balise globale. C’est la régionale qui est vérifiée ; une règle avec la globale la couvre.',

  'requirement.outbound-frontdoor-firstparty-443.name': 'Couches d’image (Front Door)',
  'requirement.outbound-frontdoor-firstparty-443.short': 'Couches d’image',
  'requirement.outbound-frontdoor-firstparty-443.consequence':
    'Le téléchargement d’une image s’arrête après son manifeste, car les couches passent par Front Door.',
  'requirement.outbound-frontdoor-firstparty-443.ask':
    'Laissez sortir TCP 443 vers AzureFrontDoor.FirstParty : *.data.mcr.microsoft.com.',

  'requirement.outbound-acr-443.name': 'Votre registre de conteneurs',
  'requirement.outbound-acr-443.short': 'Votre registre',
  'requirement.outbound-acr-443.consequence': 'Les images de votre registre ne se téléchargent pas.',
  'requirement.outbound-acr-443.ask':
    'Autorisez TCP 443 en sortie vers AzureContainerRegistry et Storage de la région du registre, ou donnez au registre un point de terminaison privé.',
  'requirement.outbound-acr-443.disagree':
    'La balise était requise en décembre 2020 et a disparu des tableaux actuels, qui disent toujours que chaque image personnalisée demande un registre.',

  'requirement.outbound-azuremonitor-443.name': 'Journaux et métriques',
  'requirement.outbound-azuremonitor-443.short': 'Journaux et mesures',
  'requirement.outbound-azuremonitor-443.consequence':
    'Les journaux et métriques manquent quand il faut chercher une cause.',
  'requirement.outbound-azuremonitor-443.ask':
    'Laissez sortir TCP 443 vers AzureMonitor, ou protégez-le par une étendue de liaison privée en mode ouvert.',

  'requirement.outbound-keyvault-443.name': 'Coffre de clés',
  'requirement.outbound-keyvault-443.consequence':
    'Dans un espace de travail pour données à fort impact commercial, la création du calcul échoue.',
  'requirement.outbound-keyvault-443.ask':
    'Laissez sortir TCP 443 vers AzureKeyVault de la région : {hosts}.',
  'requirement.outbound-keyvault-443.disagree':
    'Deux pages ne le demandent qu’aux espaces de travail pour données à fort impact commercial ; la page sur les flux de trafic le demande à tous.',

  'requirement.outbound-graph-443.name': 'Microsoft Graph',
  'requirement.outbound-graph-443.consequence':
    'Les utilisateurs ne peuvent pas être recherchés, et le code qui appelle Microsoft Graph échoue.',
  'requirement.outbound-graph-443.consequence.instance':
    'L’instance ne peut pas être attribuée à un autre utilisateur, car Azure ne le trouve pas.',
  'requirement.outbound-graph-443.ask':
    'Autorisez TCP 443 sortant vers AzureActiveDirectory, dont Microsoft Graph utilise les adresses. Un pare-feu qui filtre par nom a besoin de l’hôte Microsoft Graph du cloud.',
  'requirement.outbound-graph-443.disagree':
    'La page sur le trafic de mars 2026 cite encore graph.windows.net. Cet hôte appartient à Azure AD Graph, qui a pris fin en 2025 : il n’est pas vérifié.',

  'requirement.outbound-websocket.name': 'Connexions des notebooks (WebSocket)',
  'requirement.outbound-websocket.consequence':
    'Les noyaux des notebooks et les terminaux ne se connectent pas.',
  'requirement.outbound-websocket.ask':
    'Chaque proxy entre les personnes et l’instance laisse-t-il intacts, sans inspection TLS, les WebSockets vers ces hôtes : {hosts} ?',

  'requirement.outbound-python-packages.name': 'Paquets Python et R',
  'requirement.outbound-python-packages.consequence':
    'Les environnements qui installent des paquets depuis Internet ne peuvent pas être construits. Les environnements organisés et les images de votre registre restent utilisables.',
  'requirement.outbound-python-packages.ask':
    'Le pare-feu laisse-t-il passer pypi.org, *.anaconda.com, *.anaconda.org, pytorch.org et cloud.r-project.org sur TCP 443, ou y a-t-il un flux de paquets privé ?',

  'requirement.outbound-vscode-hosts.name': 'Hôtes de VS Code',
  'requirement.outbound-vscode-hosts.consequence':
    'VS Code se bloque en installant son serveur sur l’instance.',
  'requirement.outbound-vscode-hosts.ask':
    'Le pare-feu laisse-t-il passer code.visualstudio.com, update.code.visualstudio.com, marketplace.visualstudio.com, *.vo.msecnd.net et *.gallerycdn.vsassets.io sur TCP 443 ?',
  'requirement.outbound-vscode-hosts.disagree':
    'Les deux pages nomment des hôtes GitHub différents pour les composants du serveur.',

  'requirement.outbound-rstudio-hosts.name': 'Hôtes de RStudio',
  'requirement.outbound-rstudio-hosts.consequence': 'L’image de RStudio ne se télécharge pas.',
  'requirement.outbound-rstudio-hosts.ask':
    'Pour RStudio seulement : le pare-feu laisse-t-il passer ghcr.io, pkg-containers.githubusercontent.com et cloud.r-project.org sur TCP 443 ?',

  'requirement.outbound-signin-cdn.name': 'Page de connexion depuis le réseau',
  'requirement.outbound-signin-cdn.consequence':
    'Un navigateur du réseau n’affiche pas la page de connexion là où un second facteur est demandé.',
  'requirement.outbound-signin-cdn.ask':
    'Utilise-t-on un navigateur dans ce réseau ? Alors, laissez passer aadcdn.msftauth.net sur TCP 443.',

  'requirement.restricted-egress-composite-2020.name': 'Règles sortantes de décembre 2020',
  'requirement.restricted-egress-composite-2020.consequence':
    'Il manque UDP 5831, Batch et Front Door à un groupe de sécurité écrit d’après la liste de décembre 2020.',
  'requirement.restricted-egress-composite-2020.ask':
    'Corrigez les flux sortants bloqués : ensemble, ils forment la liste actuelle.',

  'requirement.outbound-default-open.name': 'Repose sur l’ouverture par défaut d’Azure',
  'requirement.outbound-default-open.consequence':
    'Tout fonctionne, et les données peuvent sortir vers n’importe quelle adresse d’Internet.',
  'requirement.outbound-default-open.ask':
    'Pour limiter où vont les données, autorisez les flux nécessaires par des règles et refusez le reste.',

  'requirement.service-tag-region-selection.name': 'Les deux régions passent',
  'requirement.service-tag-region-selection.consequence':
    'Une règle qui ne nomme que l’une des deux régions bloque l’autre sans le dire.',
  'requirement.service-tag-region-selection.ask':
    'Nommez les balises de la région de l’espace de travail et de celle du sous-réseau, ou les balises sans région.',
  'requirement.service-tag-region-selection.disagree':
    'Deux pages nomment la région de l’espace de travail, deux autres celle des nœuds. Ici, les deux doivent passer.',

  'requirement.exfil-service-endpoint-policy.name': 'Stockage limité au vôtre',
  'requirement.exfil-service-endpoint-policy.consequence':
    'Une stratégie qui omet le stockage propre à Azure ML empêche les machines de démarrer.',
  'requirement.exfil-service-endpoint-policy.ask':
    'Chaque stratégie de point de terminaison de service du sous-réseau nomme-t-elle /services/Azure/MachineLearning en plus de vos comptes ?',
  'requirement.exfil-service-endpoint-policy.disagree':
    'Des pages de 2018 et 2022 disent que ces stratégies ne fonctionnent pas avec Batch et Azure ML ; la page de 2024 sur l’exfiltration décrit comment elles fonctionnent.',

  'requirement.exfil-curated-env-registry.name': 'Environnements organisés du registre de Microsoft',
  'requirement.exfil-curated-env-registry.consequence':
    'Les anciens environnements organisés viennent de viennaglobal.azurecr.io et ne se téléchargent pas.',
  'requirement.exfil-curated-env-registry.ask':
    'Les travaux utilisent-ils les derniers environnements organisés, ceux qui viennent de mcr.microsoft.com ?',

  'requirement.egress-explicit-for-npip.name': 'Une sortie vers Internet',
  'requirement.egress-explicit-for-npip.consequence':
    'La connexion, Batch et les paquets sont hors d’atteinte : la création de la ressource de calcul dépasse le délai.',
  'requirement.egress-explicit-for-npip.ask':
    'Attachez une passerelle NAT au sous-réseau, ou routez 0.0.0.0/0 vers un pare-feu qui laisse passer les flux nécessaires.',
  'requirement.egress-explicit-for-npip.disagree':
    'La page d’entraînement de juin 2025 contient un tableau où l’accès sortant par défaut fonctionne, et un texte où ces machines n’atteignent pas Internet par défaut. L’avis de Batch y met fin le 31 mars 2026 (d’abord annoncé pour le 30 septembre 2025). L’avis réseau du même jour ne change pas les réseaux virtuels existants.',

  'requirement.default-outbound-new-vnets.name': 'Ne repose pas sur l’accès par défaut',
  'requirement.default-outbound-new-vnets.consequence':
    'Depuis la version d’API 2025-07-01, les sous-réseaux des nouveaux réseaux virtuels sont privés : le même modèle cesse de fonctionner.',
  'requirement.default-outbound-new-vnets.ask':
    'Attachez une passerelle NAT et fixez defaultOutboundAccess explicitement. Un changement atteint une machine quand elle est désallouée.',

  'requirement.route-internet-in-private-subnet.name': 'Les routes directes fonctionnent ici',
  'requirement.route-internet-in-private-subnet.consequence':
    'Ce que ces routes envoient vers Internet est abandonné, car le sous-réseau n’a pas d’adresse publique pour sortir.',
  'requirement.route-internet-in-private-subnet.ask':
    'Attachez une passerelle NAT au sous-réseau, ou retirez les routes.',

  'requirement.udr-forced-tunnel-batch.name': 'Les réponses à Batch repartent directement',
  'requirement.udr-forced-tunnel-batch.consequence':
    'En décembre 2020, les machines devenaient inutilisables quand les réponses à Batch partaient ailleurs. Aujourd’hui, Batch ne les appelle plus.',
  'requirement.udr-forced-tunnel-batch.ask':
    'Pour les exigences de décembre 2020, routez BatchNodeManagement vers le tronçon suivant Internet.',
  'requirement.udr-forced-tunnel-batch.disagree':
    'La page sur le trafic garde une phrase qui renvoie aux adresses de Batch ; la communication simplifiée n’en a aucun besoin.',

  'requirement.udr-forced-tunnel-aml.name': 'Les réponses à Azure ML repartent directement',
  'requirement.udr-forced-tunnel-aml.consequence':
    'Les appels d’Azure ML entrent directement, leurs réponses partent par le tunnel, et la création du calcul échoue.',
  'requirement.udr-forced-tunnel-aml.ask':
    'Routez la balise de service AzureMachineLearning vers le tronçon suivant Internet dans la table de routage du sous-réseau.',

  'requirement.udr-forced-tunnel-nat-option.name': 'La passerelle NAT sert vraiment',
  'requirement.udr-forced-tunnel-nat-option.consequence':
    'La route fait passer tout le trafic à côté de la passerelle NAT, qui ne change rien et est facturée.',
  'requirement.udr-forced-tunnel-nat-option.ask':
    'Retirez la route par défaut de la table du sous-réseau, ou renoncez à la passerelle NAT.',

  'requirement.udr-storage-through-appliance.name': 'L’appliance laisse passer le stockage',
  'requirement.udr-storage-through-appliance.consequence':
    'La ressource de calcul échoue là où l’appliance bloque objets blob, files d’attente ou tables.',
  'requirement.udr-storage-through-appliance.ask':
    'L’appliance autorise-t-elle ces hôtes sur TCP 443 : {hosts} ?',

  'requirement.udr-no-blackhole.name': 'Aucune route n’abandonne un trafic nécessaire',
  'requirement.udr-no-blackhole.consequence':
    'Azure abandonne du trafic dont la ressource de calcul a besoin.',
  'requirement.udr-no-blackhole.ask': 'Retirez la route de tronçon suivant None, ou resserrez-la.',

  'requirement.udr-appliance-health.name': 'L’appliance est joignable',
  'requirement.udr-appliance-health.consequence':
    'Le trafic que la route envoie à l’appliance tourne en boucle ou est abandonné.',
  'requirement.udr-appliance-health.ask':
    'Placez l’appliance dans un autre sous-réseau de ce réseau ou d’un réseau appairé, avec le transfert IP activé et le trafic transféré autorisé par l’appairage.',

  'requirement.udr-service-tag-limits.name': 'Table de routage dans les limites d’Azure',
  'requirement.udr-service-tag-limits.consequence': 'L’ajout d’autres routes échoue.',
  'requirement.udr-service-tag-limits.ask':
    'Gardez au plus 25 routes à balise de service et 400 routes dans une table.',

  'requirement.udr-unsupported-tags.name': 'Les routes nomment des balises acceptées par Azure',
  'requirement.udr-unsupported-tags.consequence': 'L’enregistrement de la table de routage échoue.',
  'requirement.udr-unsupported-tags.ask':
    'VirtualNetwork, AzureLoadBalancer, Internet et les balises de plateforme ne peuvent pas être la destination d’une route ; écrivez des préfixes.',

  'requirement.udr-bgp-default-route.name': 'Pas de route cachée vers le réseau local',
  'requirement.udr-bgp-default-route.consequence':
    'Une route par défaut apprise du réseau local prend tout le trafic dans le tunnel, sans table de routage.',
  'requirement.udr-bgp-default-route.ask':
    'Demandez si le réseau local annonce 0.0.0.0/0. Une table de routage qui ne prend pas les routes de la passerelle l’écarte.',

  'requirement.nat-gateway-compat.name': 'La passerelle NAT convient au sous-réseau',
  'requirement.nat-gateway-compat.consequence':
    'La passerelle NAT ne donne pas d’accès sortant au sous-réseau.',
  'requirement.nat-gateway-compat.ask':
    'Donnez à la passerelle NAT une adresse ou un préfixe IP public de son propre type (Standard ou StandardV2).',

  'requirement.npip-requires-private-endpoint.name': 'L’espace de travail a un point de terminaison privé',
  'requirement.npip-requires-private-endpoint.consequence':
    'La création de la ressource de calcul échoue, ou elle n’atteint pas l’espace de travail.',
  'requirement.npip-requires-private-endpoint.ask':
    'Ajoutez un point de terminaison privé (amlworkspace) pour l’espace de travail dans ce réseau ou un réseau relié, ou donnez une IP publique aux nœuds.',

  'judge.notChosen': 'Aucun sous-réseau n’est encore choisi.',
  'judge.subnetNotFound': '{name} n’a pas été trouvé.',
  'judge.managed': 'L’espace de travail gère son propre réseau.',
  'judge.otherKind.cluster': 'Seul un cluster en a besoin.',
  'judge.otherKind.instance': 'Seule une instance en a besoin.',
  'judge.otherKind.several': 'Ce type de calcul n’en a pas besoin.',
  'judge.onlyPublicIp': 'Les nœuds sans IP publique n’en ont pas besoin.',
  'judge.onlyNoPublicIp': 'Les nœuds avec IP publique n’en ont pas besoin.',
  'judge.onlyPrivateLink': 'L’espace de travail n’a pas de point de terminaison privé.',
  'judge.otherCloud': 'La balise de service {tag} n’existe pas dans ce cloud.',
  'judge.noEndpoint': 'Aucun point de terminaison privé dans ce réseau ou un réseau appairé.',
  'judge.endpointInstead': 'Un point de terminaison privé le remplace : {name}.',
  'judge.internetOpen': 'Tout Internet est joignable sur TCP 443.',
  'judge.existingOnly': 'Cela concerne les calculs qui existent déjà ; celui-ci est nouveau.',
  'judge.sameRegion': 'Le sous-réseau et l’espace de travail sont dans la même région.',
  'judge.endpointsNotRead': 'Les points de terminaison privés n’ont pas été lus.',

  'judge.assume.kind.cluster': 'Un cluster est voulu.',
  'judge.assume.kind.instance': 'Une instance est voulue.',
  'judge.assume.publicIp.with': 'Les nœuds ont une IP publique.',
  'judge.assume.publicIp.without': 'Les nœuds n’ont pas d’IP publique.',
  'judge.assume.privateLink': 'Un point de terminaison privé représente l’espace de travail.',
  'judge.assume.workspaceRegion': 'L’espace de travail est dans la région du sous-réseau, {region}.',
  'judge.assume.subnetRegion': 'Le sous-réseau est dans la région de l’espace de travail, {region}.',
  'judge.assume.storageRegion': 'Le compte de stockage de l’espace de travail est dans {region}.',
  'judge.assume.registryRegion': 'Le registre de conteneurs de l’espace de travail est dans {region}.',
  'judge.assume.vaultRegion': 'Le coffre de clés de l’espace de travail est dans {region}.',
  'judge.assume.datastoreRegion':
    'Le compte de stockage {name}, utilisé par un magasin de données, est dans {region}.',
  'judge.assume.datastoreRegions': 'Les comptes de stockage des magasins de données sont dans {region}.',
  'judge.assume.amlRegistries':
    'Les registres Azure Machine Learning que les travaux utilisent sont dans {region}.',
  'judge.assume.noDataEndpoints':
    'Le registre de conteneurs n’a pas de points de terminaison de données dédiés.',
  'judge.unstatedRegion':
    'Le résultat dépend de la région, que les fichiers n’indiquent pas. Indiquer la région avec {option} ou {setting}.',
  'judge.assume.preflight':
    'Le service lit la règle {rule} comme une ouverture de TCP 445 vers Storage ; en 2022, il comparait le texte des règles et cherchait Storage ou Internet.',
  'judge.assume.forwarding': 'Le transfert IP est activé sur {ip}.',
  'judge.assume.zones': 'Les zones DNS de l’espace de travail sont liées à ce réseau.',

  'judge.subscription.same': 'les deux dans {subscription}',
  'judge.subscription.other':
    'le réseau est dans l’abonnement {network}, l’espace de travail dans {workspace}',
  'judge.region.same': 'les deux dans {region}',
  'judge.region.compute': 'le réseau est dans {network}, le calcul dans {compute}',
  'judge.region.other': 'le réseau est dans {network}, l’espace de travail dans {workspace}',
  'judge.connection.own': 'l’espace de travail a un point de terminaison privé dans ce réseau',
  'judge.connection.peered':
    'appairé avec {name}, qui porte le point de terminaison privé de l’espace de travail',
  'judge.connection.notPeered':
    'aucun point de terminaison privé de l’espace de travail dans ce réseau ou un réseau appairé',
  'judge.connection.elsewhere':
    'aucun point de terminaison privé de l’espace de travail trouvé dans ce réseau ou un réseau appairé ; il peut y avoir un autre chemin',
  'judge.free.enough': '{free} {free:libre|libres}, {needed} {needed:nécessaire|nécessaires}',
  'judge.free.short': '{free} {free:libre|libres}, {needed} {needed:nécessaire|nécessaires} au plus',
  'judge.free.none': 'aucune adresse n’est libre',
  'judge.size.enough': '{usable} {usable:adresse|adresses}',
  'judge.size.small': '{usable} {usable:adresse|adresses}, {needed} {needed:nécessaire|nécessaires} au plus',
  'judge.delegation.none': 'non délégué',
  'judge.delegation.given': 'délégué à {service}',
  'judge.name.free': '{name} n’est pas réservé',
  'judge.name.reserved': 'Azure réserve {name}',
  'judge.name.unstated': '{name} n’a pas de valeur ici : ce peut être un nom réservé.',
  'judge.databricks.no': 'non délégué à Databricks',
  'judge.databricks.yes': 'Databricks l’utilise',
  'judge.overlap.none': 'aucun chevauchement avec 172.17.0.0/16',
  'judge.overlap.own': '{prefix} chevauche 172.17.0.0/16',
  'judge.overlap.peer': '{prefix} de {name} chevauche 172.17.0.0/16',
  'judge.addresses.fine': 'toutes acceptées',
  'judge.addresses.refused': '{prefix} chevauche {reserved}',
  'judge.model.fine': 'un réseau Resource Manager',
  'judge.model.classic': 'un réseau classique',
  'judge.setUp.subnet': 'Un sous-réseau est donné.',
  'judge.setUp.own': 'L’espace de travail n’a pas de réseau managé.',
  'judge.setUp.done': 'mis en place',
  'judge.setUp.notYet': 'pas encore mis en place, le premier calcul l’attend',
  'judge.managed.own': 'l’espace de travail n’a pas de réseau managé',
  'judge.managed.used': 'aucun sous-réseau n’est donné',
  'judge.managed.forbidden': '{workspace} gère son propre réseau',
  'judge.computeName.fine': '{name}',
  'judge.computeName.cluster': '3 à 32 lettres, chiffres ou traits d’union, en commençant par une lettre',
  'judge.computeName.instance': '3 à 24 lettres, chiffres ou traits d’union, en commençant par une lettre',
  'judge.computeName.databricks': '2 à 16 lettres, chiffres ou traits d’union, en commençant par une lettre',
  'judge.computeName.virtual-machine':
    '2 à 16 lettres, chiffres ou traits d’union, en commençant par une lettre',
  'judge.computeName.hdinsight': '2 à 16 lettres, chiffres ou traits d’union, en commençant par une lettre',
  'judge.computeName.end': 'le nom doit finir par une lettre ou un chiffre',
  'judge.computeName.hyphen': 'un trait d’union doit être suivi d’une lettre',
  'judge.computeName.long': 'la page de création affiche au plus 24 caractères',
  'judge.computeName.none': 'Aucun nom n’est encore choisi.',
  'judge.oldOpening.none': 'Batch n’appelle plus les nœuds.',
  'judge.oldOpening.rule': 'la règle {priority} {name} l’ouvre encore',
  'judge.inbound.none': 'aucune règle n’ouvre le sous-réseau à Internet',
  'judge.inbound.rule':
    'la règle {priority} {name} laisse entrer {source}, ce dont les nœuds sans IP publique n’ont pas besoin',
  'judge.ssh.notWanted': 'SSH est désactivé.',
  'judge.ssh.open': 'la règle {priority} {name} laisse entrer tout Internet sur le port 22',
  'judge.ssh.noGroup': 'aucun groupe de sécurité : tout Internet peut essayer le port 22',
  'judge.ssh.closed': 'aucune règle ne laisse entrer qui que ce soit sur le port 22',
  'judge.ssh.limited': 'la règle {priority} {name} laisse entrer {source}',
  'judge.agree.noGroup': 'le sous-réseau n’a pas de groupe de sécurité',
  'judge.agree.yes': 'le groupe de sécurité du sous-réseau laisse entrer le port 44224',
  'judge.agree.no': 'le groupe de sécurité du sous-réseau arrête le port 44224',
  'judge.open.restricted': 'la règle {priority} {name} limite ce qui peut sortir',
  'judge.open.noGroup': 'aucun groupe de sécurité : tout peut sortir',
  'judge.open.noDeny': 'aucune règle ne limite ce qui peut sortir',
  'judge.tagRegions.fine': 'les deux régions passent',
  'judge.tagRegions.open': 'toutes ne passent pas : {regions}',
  'judge.endpointPolicy.none': 'Aucune stratégie de point de terminaison de service n’est attachée.',
  'judge.policy.noAlias':
    '{name} bloque le stockage propre à Azure ML : elle ne nomme pas /services/Azure/MachineLearning',
  'judge.policy.noAccount': '{name} bloque le compte de stockage {account} de l’espace de travail',
  'judge.policy.allows': '{name} laisse passer le stockage propre à Azure ML',
  'judge.policy.noEndpoint':
    '{name} est sans effet : le sous-réseau n’a pas de point de terminaison de service Microsoft.Storage',
  'judge.list2020.no': 'Les règles ne sont pas celles de décembre 2020.',
  'judge.list2020.yes': 'les règles sont celles de décembre 2020 ; ce qui est venu depuis est bloqué',
  'judge.list2020.then': 'Les règles sont jugées d’après cette liste.',
  'judge.wayOut.nat': 'passerelle NAT {name}',
  'judge.wayOut.appliance': 'appliance {ip}, par la route {route}',
  'judge.wayOut.hub': 'appliance du hub virtuel {hub}, par ses routes',
  'judge.wayOut.learned': 'passerelle vers le réseau local, par une route par défaut qu’elle apporte',
  'judge.wayOut.gateway': 'passerelle vers le réseau local, par la route {route}',
  'judge.wayOut.dropped': 'la route {route} abandonne tout',
  'judge.wayOut.private': 'un sous-réseau privé sans passerelle NAT, IP publique ni appliance',
  'judge.wayOut.default':
    'seulement l’accès sortant par défaut, auquel l’avis de Batch met fin le 31 mars 2026 pour les pools sans IP publique',
  'judge.wayOut.unclear': 'defaultOutboundAccess n’est pas indiqué, et son sens dépend de la version d’API.',
  'judge.wayOut.natEmpty': 'la passerelle NAT {name} n’a pas d’adresse publique',
  'judge.defaultAccess.no': 'l’accès par défaut n’est pas utilisé',
  'judge.defaultAccess.yes':
    'l’accès sortant par défaut est utilisé, que les sous-réseaux des nouveaux réseaux virtuels n’ont plus depuis le 31 mars 2026',
  'judge.directRoutes.none': 'Aucune route de la table ne mène droit vers Internet.',
  'judge.directRoutes.fine': 'le sous-réseau a une sortie publique',
  'judge.directRoutes.lost':
    'la route {route} mène vers Internet depuis un sous-réseau privé sans passerelle NAT',
  'judge.batchReplies.retired': 'Batch n’appelle plus les nœuds.',
  'judge.replies.direct': 'les réponses repartent droit vers Internet',
  'judge.replies.lost': 'les réponses partent par la route {route}',
  'judge.nat.none': 'Aucune passerelle NAT n’est attachée.',
  'judge.nat.used': '{name} prend ce qui sort',
  'judge.nat.bypassed': 'la route {route} fait passer tout le trafic à côté de {name}',
  'judge.blackhole.none': 'aucune route de tronçon suivant None ne prend un trafic nécessaire',
  'judge.blackhole.some': 'la route {route} abandonne un trafic nécessaire',
  'judge.appliance.none': 'Aucune route ne mène à une appliance.',
  'judge.appliance.fine': '{ip} est dans ce réseau ou un réseau appairé',
  'judge.appliance.own': '{ip} est dans ce sous-réseau : le trafic tourne en boucle',
  'judge.appliance.elsewhere':
    '{ip} est hors de {network} ; un appairage fait par un autre fichier peut y mener.',
  'judge.appliance.far': '{ip} n’est ni dans ce réseau ni dans un réseau appairé',
  'judge.appliance.nowhere': '{ip} n’est dans aucun sous-réseau de {network} : personne n’y répond',
  'judge.appliance.noAddress': 'la route {route} ne nomme aucune appliance',
  'judge.appliance.forwarding': 'l’appairage avec {name} n’autorise pas le trafic transféré',
  'judge.routes.none': 'Aucune table de routage n’est attachée.',
  'judge.routes.within': '{routes} {routes:route|routes}, dont {tags} par balise de service',
  'judge.routes.tooManyTags': '{tags} routes à balise de service, Azure en accepte 25',
  'judge.routes.many': '{routes} routes ; Azure en documente 400',
  'judge.routeTags.fine': 'toutes les destinations sont acceptées',
  'judge.routeTags.refused': 'la route {route} nomme {tag}',
  'judge.bgp.hub': 'le hub virtuel {hub} apporte 0.0.0.0/0, vers sa propre appliance',
  'judge.bgp.learned': 'une passerelle apporte 0.0.0.0/0 : tout part au réseau local',
  'judge.bgp.told': 'les routes effectives ne contiennent aucune route par défaut venue d’une passerelle',
  'judge.bgp.none': 'aucune passerelle n’apporte de routes',
  'judge.bgp.off': 'la table de routage ne prend pas les routes de la passerelle',
  'judge.bgp.own': 'la route {route} décide de la route par défaut',
  'judge.natGateway.none': 'Aucune passerelle NAT n’est attachée.',
  'judge.natGateway.fine': '{name}, {sku}, {addresses} {addresses:adresse publique|adresses publiques}',
  'judge.natGateway.noAddress': '{name} n’a pas d’adresse publique',
  'judge.natGateway.unlike': '{name} est {sku} et n’accepte pas d’adresse {kind} : {address}',
  'judge.natGateway.sku': '{name} est du type inconnu {sku}',
  'judge.endpoint.yes': '{workspace} a un point de terminaison privé',
  'judge.endpoint.no': '{workspace} n’a pas de point de terminaison privé',
  'judge.endpoint.waiting':
    'le point de terminaison privé {endpoint} de {workspace} attend l’approbation de son propriétaire',

  'fit.otherRegion': 'Autre région',
  'fit.otherSubscription': 'Autre abonnement',
  'fit.containerOverlap': 'Chevauche 172.17.0.0/16',
  'fit.addresses': 'Adresses qu’Azure n’admet pas',
  'fit.full': 'Plein, 0 libre',
  'fit.given': 'Délégué à {service}',
  'fit.reservedName': 'Nom réservé',
  'fit.classic': 'Réseau classique',
  'fit.managed': 'L’espace de travail gère son propre réseau',
} as const;
