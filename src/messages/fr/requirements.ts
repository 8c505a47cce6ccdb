/**
 * What a person reads of each requirement, in French: its name, what happens if it is left open, what to do where no
 * fix is offered (`ask`), and how sources contradict each other (`disagree`).
 */
export const requirementsMessages = {
  'requirement.vnet-same-subscription.name': 'Réseau virtuel dans l’abonnement de l’espace de travail',
  'requirement.vnet-same-subscription.consequence':
    'Vous ne pouvez pas sélectionner le réseau, ou la création de la ressource de calcul échoue.',
  'requirement.vnet-same-subscription.ask':
    'Choisissez ou créez un réseau virtuel dans l’abonnement de l’espace de travail. Son groupe de ressources peut être différent.',

  'requirement.vnet-same-region-instance.name': 'Réseau virtuel dans la région de l’espace de travail',
  'requirement.vnet-same-region-instance.consequence': 'La création de l’instance échoue.',
  'requirement.vnet-same-region-instance.ask':
    'Choisissez un sous-réseau dans la région de l’espace de travail. Vous pouvez aussi créer un cluster, qui peut être dans une autre région.',

  'requirement.vnet-same-region-cluster.name': 'Réseau virtuel dans la région de l’espace de travail',
  'requirement.vnet-same-region-cluster.consequence':
    'Le transfert de données entre régions est plus lent, et Azure le facture. Les nœuds doivent aussi atteindre l’espace de travail depuis l’autre région.',
  'requirement.vnet-same-region-cluster.ask':
    'Choisissez un sous-réseau dans la région de l’espace de travail, ou vérifiez que l’autre réseau atteint l’espace de travail.',
  'requirement.vnet-same-region-cluster.disagree':
    'Deux pages de 2024 et 2025 autorisent un cluster dans une autre région. La page de mai 2025 sur les points de terminaison privés exige la même région.',

  'requirement.cluster-cross-region-connectivity.name':
    'Le réseau d’une autre région atteint l’espace de travail',
  'requirement.cluster-cross-region-connectivity.consequence':
    'Les nœuds n’atteignent pas l’espace de travail. Ils ne sont jamais prêts, et les travaux échouent.',
  'requirement.cluster-cross-region-connectivity.ask':
    'Appairez ce réseau avec celui du point de terminaison privé de l’espace de travail, et liez ses zones DNS à ce réseau. Vous pouvez aussi ajouter à ce réseau un point de terminaison privé pour l’espace de travail.',

  'requirement.computes-in-pe-vnet.name': 'Le réseau virtuel atteint l’espace de travail',
  'requirement.computes-in-pe-vnet.consequence':
    'La ressource de calcul n’atteint pas l’espace de travail et n’est jamais prête.',
  'requirement.computes-in-pe-vnet.consequence.instance':
    'L’instance n’atteint pas l’espace de travail. Elle n’est jamais prête, ou ses notebooks cessent de fonctionner.',
  'requirement.computes-in-pe-vnet.ask':
    'Choisissez un sous-réseau du réseau où se trouve le point de terminaison privé de l’espace de travail. Vous pouvez aussi appairer ce réseau avec lui, et lier à ce réseau les zones DNS de l’espace de travail.',
  'requirement.computes-in-pe-vnet.disagree':
    'La page sur l’entraînement exige que l’instance soit dans la région et le réseau virtuel du point de terminaison privé de l’espace de travail. La page sur les points de terminaison privés admet plusieurs réseaux. Un réseau appairé dont les zones DNS sont liées fonctionne en pratique.',

  'requirement.subnet-free-ips-cluster.name': 'Assez d’adresses IP libres pour tous les nœuds',
  'requirement.subnet-free-ips-cluster.consequence':
    'Seule une partie des nœuds démarre, et les travaux attendent.',
  'requirement.subnet-free-ips-cluster.ask':
    'Choisissez un sous-réseau avec plus d’adresses libres, ou réduisez le nombre maximal de nœuds.',

  'requirement.subnet-free-ips-instance.name': 'Adresse IP libre pour l’instance',
  'requirement.subnet-free-ips-instance.consequence':
    'La création de l’instance échoue, car aucune adresse n’est libre.',
  'requirement.subnet-free-ips-instance.ask':
    'Choisissez un sous-réseau avec une adresse libre. Une instance arrêtée garde son adresse jusqu’à sa suppression.',

  'requirement.subnet-minimum-prefix.name': 'Sous-réseau assez grand pour ce plan',
  'requirement.subnet-minimum-prefix.consequence':
    'Azure réserve cinq adresses dans chaque sous-réseau. Les autres adresses ne suffisent pas à ce plan.',
  'requirement.subnet-minimum-prefix.ask':
    'Dimensionnez le sous-réseau pour tous les nœuds, instances et points de terminaison privés. Un sous-réseau /27 a 27 adresses utilisables, un /26 en a 59 et un /24 en a 251.',

  'requirement.subnet-no-delegation.name': 'Sous-réseau non délégué à un autre service',
  'requirement.subnet-no-delegation.consequence': 'La création de la ressource de calcul échoue.',
  'requirement.subnet-no-delegation.ask':
    'Choisissez un sous-réseau sans délégation. Vous pouvez aussi retirer la délégation une fois que l’autre service n’utilise plus le sous-réseau.',

  'requirement.subnet-reserved-name.name': 'Sous-réseau non réservé par Azure',
  'requirement.subnet-reserved-name.consequence':
    'Azure réserve ce sous-réseau à une passerelle, un pare-feu ou un bastion. La création de la ressource de calcul y échoue.',
  'requirement.subnet-reserved-name.ask': 'Choisissez un autre sous-réseau.',

  'requirement.subnet-not-shared-with-databricks.name': 'Sous-réseau non utilisé par Azure Databricks',
  'requirement.subnet-not-shared-with-databricks.consequence':
    'Databricks ne partage pas ses sous-réseaux. Si d’autres ressources s’y trouvent, il ne peut pas mettre à jour ses règles réseau.',
  'requirement.subnet-not-shared-with-databricks.ask': 'Utilisez un sous-réseau distinct pour Azure ML.',

  'requirement.vnet-docker-bridge-overlap.name':
    'Aucun chevauchement avec les adresses des conteneurs (172.17.0.0/16)',
  'requirement.vnet-docker-bridge-overlap.consequence':
    'Les conteneurs de la ressource de calcul utilisent 172.17.0.0/16 en interne : ils n’atteignent pas d’autres machines à ces adresses.',
  'requirement.vnet-docker-bridge-overlap.ask':
    'Choisissez un réseau qui n’utilise pas d’adresses de 172.17.0.0/16. Les réseaux appairés et le réseau local ne doivent pas en utiliser non plus.',

  'requirement.vnet-address-space-disallowed.name': 'Espace d’adressage accepté par Azure',
  'requirement.vnet-address-space-disallowed.consequence': 'La création du réseau échoue.',
  'requirement.vnet-address-space-disallowed.ask':
    'Retirez du réseau les adresses de multidiffusion, de diffusion, de bouclage et de lien local, ainsi que celles d’Azure.',

  'requirement.vnet-resource-manager-model.name': 'Réseau virtuel du modèle Resource Manager',
  'requirement.vnet-resource-manager-model.consequence':
    'Le réseau est un réseau classique : la création de la ressource de calcul échoue.',
  'requirement.vnet-resource-manager-model.ask': 'Choisissez un réseau Resource Manager.',

  'requirement.compute-vnet-immutable.name': 'Sous-réseau fixe après la création',
  'requirement.compute-vnet-immutable.consequence':
    'Vous ne pouvez pas déplacer une ressource de calcul existante vers un autre sous-réseau.',
  'requirement.compute-vnet-immutable.ask':
    'Supprimez la ressource de calcul et recréez-la dans le sous-réseau voulu.',

  'requirement.recreate-after-private-link-change.name':
    'Ressource de calcul créée après le dernier changement de liaison privée',
  'requirement.recreate-after-private-link-change.consequence':
    'Les ressources de calcul plus anciennes que le point de terminaison privé de l’espace de travail ne peuvent plus atteindre celui-ci.',
  'requirement.recreate-after-private-link-change.ask':
    'Recréez les ressources de calcul après avoir activé ou désactivé la liaison privée de l’espace de travail.',

  'requirement.managed-vnet-exclusive.name': 'Espace de travail sans réseau virtuel managé',
  'requirement.managed-vnet-exclusive.consequence':
    'L’espace de travail utilise un réseau virtuel managé, qui ne peut pas être désactivé. Ses ressources de calcul ne peuvent pas utiliser vos sous-réseaux.',
  'requirement.managed-vnet-exclusive.ask':
    'Créez la ressource de calcul sans sous-réseau, ou choisissez un espace de travail sans réseau virtuel managé.',

  'requirement.managed-network-set-up.name': 'Réseau virtuel managé provisionné',
  'requirement.managed-network-set-up.consequence':
    'La première ressource de calcul attend plusieurs minutes qu’Azure ait provisionné le réseau virtuel managé de l’espace de travail.',
  'requirement.managed-network-set-up.ask':
    'Provisionnez-le maintenant, ou laissez la première ressource de calcul l’attendre. Vous devez avoir l’autorisation d’écrire dans l’espace de travail.',

  'requirement.managed-vnet-migration.name': 'Ressource de calcul créée après le réseau virtuel managé',
  'requirement.managed-vnet-migration.consequence':
    'Les ressources de calcul plus anciennes que le réseau virtuel managé restent en dehors de celui-ci.',
  'requirement.managed-vnet-migration.ask':
    'Après avoir activé le réseau virtuel managé, supprimez les ressources de calcul plus anciennes et recréez-les.',

  'requirement.lighthouse-unsupported.name': 'Compte du locataire de l’abonnement (sans Azure Lighthouse)',
  'requirement.lighthouse-unsupported.consequence':
    'La création d’une ressource de calcul dans un réseau virtuel échoue si vous gérez l’abonnement par Azure Lighthouse.',
  'requirement.lighthouse-unsupported.ask':
    'Gérez-vous cet abonnement pour un autre locataire par Azure Lighthouse ? Alors, créez la ressource de calcul avec un compte du locataire propriétaire.',

  'requirement.storage-region-close-to-compute.name': 'Stockage dans la région de la ressource de calcul',
  'requirement.storage-region-close-to-compute.consequence':
    'Le transfert de données entre régions est plus lent, Azure le facture, et il peut dépasser le délai.',
  'requirement.storage-region-close-to-compute.ask':
    'Gardez les données dans la région de la ressource de calcul, ou attendez-vous à des frais de transfert et à des délais.',

  'requirement.notebook-data-same-vnet-subnet.name': 'Données des notebooks dans le même sous-réseau',
  'requirement.notebook-data-same-vnet-subnet.consequence':
    'Les notebooks ne peuvent pas lire des données sécurisées dans un autre réseau ou sous-réseau.',
  'requirement.notebook-data-same-vnet-subnet.ask':
    'Quels sous-réseaux peuvent lire les données des notebooks ? Les exigences de décembre 2020 comprennent ce sous-réseau.',

  'requirement.compute-name-format.name': 'Nom de ressource de calcul accepté par Azure',
  'requirement.compute-name-format.consequence': 'Azure refuse une ressource de calcul de ce nom.',
  'requirement.compute-name-format.ask':
    'Utilisez des lettres, des chiffres et des traits d’union. Commencez par une lettre, finissez par une lettre ou un chiffre, et placez une lettre après chaque trait d’union. Utilisez de 3 à 24 caractères pour une instance, de 3 à 32 pour un cluster et de 2 à 16 pour une ressource attachée.',

  'requirement.inbound-batch-29876-29877.name': 'TCP 29876-29877 entrant depuis Azure Batch (retiré)',
  'requirement.inbound-batch-29876-29877.consequence':
    'En décembre 2020, Azure Batch avait besoin de cette règle pour joindre les machines. Aujourd’hui, rien n’utilise ces ports.',
  'requirement.inbound-batch-29876-29877.ask':
    'Retirez la règle une fois que chaque ressource de calcul d’avant décembre 2022 a été réduite à zéro ou recréée.',
  'requirement.inbound-batch-29876-29877.disagree':
    'Les pages sur l’entraînement, le trafic et l’accès à Internet ne l’exigent plus. Un schéma de février 2025 la montre encore. La page sur l’exfiltration l’exige encore pour les instances, sans nommer de ports.',

  'requirement.inbound-aml-44224.name': 'TCP 44224 entrant depuis AzureMachineLearning',
  'requirement.inbound-aml-44224.short': 'TCP 44224 entrant',
  'requirement.inbound-aml-44224.consequence':
    'Azure ML ne peut ni préparer, ni démarrer, ni arrêter la ressource de calcul. Elle reste dans l’état Creating, puis échoue.',
  'requirement.inbound-aml-44224.consequence.cluster':
    'Azure ML ne peut ni préparer, ni démarrer, ni arrêter les nœuds : ils deviennent inutilisables.',
  'requirement.inbound-aml-44224.ask':
    'Autorisez TCP 44224 en entrée depuis la balise de service AzureMachineLearning. Si une route par défaut mène ailleurs, ajoutez une route pour cette balise avec le tronçon suivant Internet.',

  'requirement.inbound-none-for-npip.name': 'Aucune règle d’autorisation entrante depuis Internet',
  'requirement.inbound-none-for-npip.consequence':
    'Tout fonctionne. La règle autorise un trafic entrant qu’une machine sans adresse IP publique ne reçoit jamais.',
  'requirement.inbound-none-for-npip.ask':
    'Retirez la règle, sauf si des ressources de calcul avec une adresse IP publique utilisent le sous-réseau.',

  'requirement.inbound-intra-subnet.name': 'Trafic entre les nœuds du sous-réseau',
  'requirement.inbound-intra-subnet.short': 'Entre nœuds',
  'requirement.inbound-intra-subnet.consequence':
    'Les travaux sur plusieurs nœuds se bloquent. Un travail qui échoue ne se termine jamais, car il ne peut pas envoyer ses journaux.',
  'requirement.inbound-intra-subnet.ask':
    'Autorisez tout le trafic entre les adresses du sous-réseau, sur tous les protocoles et ports, avant toute règle de refus.',

  'requirement.inbound-azure-load-balancer.name':
    'Trafic entrant depuis AzureLoadBalancer (sonde d’intégrité)',
  'requirement.inbound-azure-load-balancer.short': 'Sonde d’intégrité',
  'requirement.inbound-azure-load-balancer.consequence':
    'L’équilibreur de charge considère les machines comme arrêtées et ne leur envoie pas de trafic.',
  'requirement.inbound-azure-load-balancer.ask':
    'Autorisez le trafic entrant depuis la balise de service AzureLoadBalancer, avant toute règle de refus.',

  'requirement.inbound-ssh-22-cluster.name': 'SSH entrant (port 22) depuis vos seules adresses',
  'requirement.inbound-ssh-22-cluster.short': 'SSH',
  'requirement.inbound-ssh-22-cluster.consequence':
    'Soit tout Internet peut tenter de se connecter par SSH, soit vous ne pouvez pas vous connecter.',
  'requirement.inbound-ssh-22-cluster.ask':
    'Désactivez SSH si possible. Sinon, n’autorisez le port 22 en entrée que depuis vos adresses. SSH ne peut plus être modifié une fois la ressource de calcul créée.',

  'requirement.inbound-vscode-8704-8710.name': 'TCP 8704-8710 entrant depuis VS Code',
  'requirement.inbound-vscode-8704-8710.short': 'VS Code',
  'requirement.inbound-vscode-8704-8710.consequence':
    'VS Code ne peut pas se connecter à l’instance depuis le réseau.',
  'requirement.inbound-vscode-8704-8710.ask':
    'Autorisez TCP 8704-8710 en entrée depuis les machines qui exécutent VS Code.',

  'requirement.subnet-nsg-must-not-contradict-auto-nsg.name':
    'Le NSG du sous-réseau autorise le port 44224 en entrée',
  'requirement.subnet-nsg-must-not-contradict-auto-nsg.consequence':
    'Le NSG du sous-réseau bloque un trafic entrant que le NSG créé par Azure ML autorise.',
  'requirement.subnet-nsg-must-not-contradict-auto-nsg.ask':
    'Autorisez aussi le port 44224 en entrée depuis AzureMachineLearning dans le NSG du sous-réseau, ou utilisez le sous-réseau sans NSG.',

  'requirement.outbound-entra-80-443.name': 'TCP 80 et 443 sortant vers AzureActiveDirectory (connexion)',
  'requirement.outbound-entra-80-443.short': 'Connexion Entra ID',
  'requirement.outbound-entra-80-443.consequence':
    'La ressource de calcul n’obtient pas de jeton de Microsoft Entra ID : les travaux et les montages de données échouent.',
  'requirement.outbound-entra-80-443.ask':
    'Autorisez TCP 80 et 443 en sortie vers AzureActiveDirectory dans le NSG et dans chaque pare-feu du chemin. Un pare-feu qui filtre par nom d’hôte a besoin de {hosts}.',

  'requirement.outbound-aml-443.name': 'TCP 443 sortant vers AzureMachineLearning',
  'requirement.outbound-aml-443.short': 'Azure ML',
  'requirement.outbound-aml-443.consequence':
    'Azure ML ne peut pas démarrer de travaux sur la ressource de calcul.',
  'requirement.outbound-aml-443.consequence.instance': 'L’instance reste dans l’état Creating.',
  'requirement.outbound-aml-443.consequence.cluster': 'Les travaux ne démarrent pas sur le cluster.',
  'requirement.outbound-aml-443.ask':
    'Autorisez TCP 443 en sortie vers AzureMachineLearning dans le NSG et dans chaque pare-feu du chemin.',

  'requirement.outbound-aml-18881.name': 'TCP 18881 sortant vers AzureMachineLearning (complétion du code)',
  'requirement.outbound-aml-18881.short': 'Complétion du code',
  'requirement.outbound-aml-18881.consequence':
    'La complétion du code ne fonctionne pas dans les notebooks de l’instance.',
  'requirement.outbound-aml-18881.ask':
    'Autorisez TCP 18881 en sortie vers AzureMachineLearning dans le NSG. Dans un pare-feu, utilisez une règle réseau.',
  'requirement.outbound-aml-18881.disagree':
    'Deux pages l’exigent. La page sur le trafic indique que seul un espace de travail avec un point de terminaison privé en a besoin.',

  'requirement.outbound-aml-8787.name': 'TCP 8787 sortant vers AzureMachineLearning (RStudio)',
  'requirement.outbound-aml-8787.short': 'RStudio',
  'requirement.outbound-aml-8787.consequence': 'Vous ne pouvez pas ouvrir RStudio sur l’instance.',
  'requirement.outbound-aml-8787.ask':
    'Si vous utilisez RStudio, autorisez TCP 8787 en sortie vers AzureMachineLearning dans le NSG. Dans un pare-feu, utilisez une règle réseau.',
  'requirement.outbound-aml-8787.disagree':
    'Deux pages l’indiquent comme obligatoire. La page sur l’accès à Internet ne l’exige que pour RStudio.',

  'requirement.outbound-aml-udp-5831.name': 'UDP 5831 sortant vers AzureMachineLearning',
  'requirement.outbound-aml-udp-5831.short': 'UDP 5831 sortant',
  'requirement.outbound-aml-udp-5831.consequence':
    'La création, la mise à jour ou la suppression de la ressource de calcul peut échouer.',
  'requirement.outbound-aml-udp-5831.consequence.instance':
    'La création, la mise à jour ou la suppression de l’instance échoue.',
  'requirement.outbound-aml-udp-5831.consequence.cluster':
    'La création, la mise à jour ou la suppression du cluster peut échouer.',
  'requirement.outbound-aml-udp-5831.ask':
    'Autorisez UDP 5831 en sortie vers AzureMachineLearning. Vérifiez le protocole : une règle pour TCP ne l’autorise pas.',
  'requirement.outbound-aml-udp-5831.disagree':
    'La page de février 2025 sur l’accès à Internet ne cite le port que pour les instances de calcul. La page sur l’entraînement l’exige aussi pour les clusters. Les clusters d’AzureTRE fonctionnent sans lui.',

  'requirement.outbound-batch-443.name': '443 sortant vers Azure Batch (BatchNodeManagement)',
  'requirement.outbound-batch-443.short': 'Azure Batch',
  'requirement.outbound-batch-443.consequence':
    'Azure Batch ne peut pas démarrer les machines : la ressource de calcul n’est pas créée.',
  'requirement.outbound-batch-443.consequence.instance':
    'Azure Batch ne peut pas démarrer l’instance : sa création dépasse le délai.',
  'requirement.outbound-batch-443.consequence.cluster':
    'Azure Batch ne peut pas démarrer les nœuds. Ils restent inutilisables, ou le cluster reste à 0 nœud.',
  'requirement.outbound-batch-443.ask':
    'Autorisez le port 443 en sortie (tout protocole) vers BatchNodeManagement de la région, dans le NSG et dans chaque pare-feu du chemin.',

  'requirement.outbound-arm-443.name': 'TCP 443 sortant vers AzureResourceManager',
  'requirement.outbound-arm-443.short': 'Resource Manager',
  'requirement.outbound-arm-443.consequence':
    'Le code ne peut ni créer de ressources Azure ni utiliser une identité managée.',
  'requirement.outbound-arm-443.ask':
    'Autorisez TCP 443 en sortie vers AzureResourceManager dans le NSG et dans chaque pare-feu du chemin. Un pare-feu qui filtre par nom d’hôte a besoin de {hosts}.',

  'requirement.outbound-storage-443.name': 'TCP 443 sortant vers Storage (objets blob)',
  'requirement.outbound-storage-443.short': 'Stockage Blob',
  'requirement.outbound-storage-443.consequence':
    'La ressource de calcul n’atteint pas le stockage qu’il lui faut pour démarrer et que lisent les travaux : sa création échoue.',
  'requirement.outbound-storage-443.consequence.cluster':
    'Les nœuds n’atteignent pas le stockage qu’il leur faut pour démarrer et que lisent les travaux : ils deviennent inutilisables.',
  'requirement.outbound-storage-443.ask':
    'Autorisez TCP 443 en sortie vers Storage de la région et des régions de vos comptes de stockage. Pour limiter où vont les données, utilisez une stratégie de point de terminaison de service plutôt que d’omettre la règle.',
  'requirement.outbound-storage-443.disagree':
    'Les pages sur l’entraînement et l’accès à Internet utilisent la région de l’espace de travail, et la page sur l’exfiltration celle des nœuds. Azure Batch ne l’exige plus, mais Azure ML le cite encore.',

  'requirement.outbound-storage-445.name': 'TCP 445 sortant vers Storage (partage de fichiers)',
  'requirement.outbound-storage-445.short': 'Partage de fichiers',
  'requirement.outbound-storage-445.consequence':
    'La ressource de calcul ne peut pas monter le partage de fichiers des notebooks et du code.',
  'requirement.outbound-storage-445.ask':
    'Autorisez TCP 445 en sortie vers le point de terminaison privé du compte de stockage. Sans point de terminaison privé, autorisez-le vers Storage de la région du compte.',
  'requirement.outbound-storage-445.disagree':
    'La page de juin 2025 sur l’entraînement interdit de le bloquer. Les pages de février 2025 (accès à Internet) et de mars 2026 (trafic) ne l’exigent qu’avec un pare-feu devant le point de terminaison privé. En 2022, Azure a refusé des ressources de calcul sans cela.',

  'requirement.outbound-virtualnetwork-443.name':
    'TCP 443 sortant vers VirtualNetwork (points de terminaison privés)',
  'requirement.outbound-virtualnetwork-443.short': 'Points privés',
  'requirement.outbound-virtualnetwork-443.consequence':
    'La ressource de calcul n’atteint pas les points de terminaison privés de l’espace de travail, du stockage, du coffre de clés et du registre.',
  'requirement.outbound-virtualnetwork-443.ask':
    'Autorisez TCP 443 en sortie vers les sous-réseaux des points de terminaison privés, avant toute règle de refus.',

  'requirement.outbound-virtualnetwork-any.name': 'Trafic sortant sur tous les ports vers VirtualNetwork',
  'requirement.outbound-virtualnetwork-any.short': 'Réseau virtuel',
  'requirement.outbound-virtualnetwork-any.consequence':
    'La ressource de calcul n’atteint ni les points de terminaison privés, ni les serveurs DNS, ni les autres machines du réseau virtuel.',
  'requirement.outbound-virtualnetwork-any.ask':
    'Autorisez le trafic sortant sur tous les ports vers VirtualNetwork, avant toute règle de refus.',

  'requirement.outbound-frontdoor-frontend-443.name': 'TCP 443 sortant vers AzureFrontDoor.Frontend (studio)',
  'requirement.outbound-frontdoor-frontend-443.short': 'Pages du studio',
  'requirement.outbound-frontdoor-frontend-443.consequence':
    'Le studio ne se charge pas depuis le réseau, et le ML automatisé ne peut pas télécharger ses images.',
  'requirement.outbound-frontdoor-frontend-443.ask':
    'Autorisez TCP 443 en sortie vers AzureFrontDoor.Frontend. Un pare-feu qui filtre par nom d’hôte n’a besoin que de {hosts}.',

  'requirement.outbound-mcr-443.name': 'TCP 443 sortant vers MicrosoftContainerRegistry',
  'requirement.outbound-mcr-443.short': 'Images Microsoft',
  'requirement.outbound-mcr-443.consequence':
    'Les images de base ne peuvent pas être téléchargées : les travaux échouent avant de démarrer.',
  'requirement.outbound-mcr-443.ask':
    'Autorisez TCP 443 en sortie vers MicrosoftContainerRegistry, et vers AzureFrontDoor.FirstParty, dont il dépend. Un pare-feu qui filtre par nom d’hôte a besoin de mcr.microsoft.com et de *.data.mcr.microsoft.com.',
  'requirement.outbound-mcr-443.disagree':
    'Les pages sur l’accès à Internet et l’exfiltration utilisent la balise régionale, et la page sur le trafic la balise globale. La balise régionale est vérifiée, et une règle avec la balise globale la couvre.',

  'requirement.outbound-frontdoor-firstparty-443.name':
    'TCP 443 sortant vers AzureFrontDoor.FirstParty (couches d’image)',
  'requirement.outbound-frontdoor-firstparty-443.short': 'Couches d’image',
  'requirement.outbound-frontdoor-firstparty-443.consequence':
    'Le téléchargement des images s’arrête après le manifeste, car Azure Front Door fournit les couches.',
  'requirement.outbound-frontdoor-firstparty-443.ask':
    'Autorisez TCP 443 en sortie vers AzureFrontDoor.FirstParty. Un pare-feu qui filtre par nom d’hôte a besoin de *.data.mcr.microsoft.com.',

  'requirement.outbound-acr-443.name': 'TCP 443 sortant vers AzureContainerRegistry',
  'requirement.outbound-acr-443.short': 'Votre registre',
  'requirement.outbound-acr-443.consequence':
    'La ressource de calcul ne peut pas télécharger d’images de votre registre de conteneurs.',
  'requirement.outbound-acr-443.ask':
    'Autorisez TCP 443 en sortie vers AzureContainerRegistry et Storage de la région du registre, ou créez un point de terminaison privé pour le registre.',
  'requirement.outbound-acr-443.disagree':
    'En décembre 2020, la balise était obligatoire. Les tableaux actuels ne la citent pas, mais exigent encore un registre pour chaque image personnalisée.',

  'requirement.outbound-azuremonitor-443.name': 'TCP 443 sortant vers AzureMonitor (journaux et métriques)',
  'requirement.outbound-azuremonitor-443.short': 'Journaux, métriques',
  'requirement.outbound-azuremonitor-443.consequence':
    'Vous n’avez ni journaux ni métriques pour résoudre les problèmes.',
  'requirement.outbound-azuremonitor-443.ask':
    'Autorisez TCP 443 en sortie vers AzureMonitor, ou utilisez une étendue de liaison privée Azure Monitor en mode Open.',

  'requirement.outbound-keyvault-443.name': 'TCP 443 sortant vers AzureKeyVault',
  'requirement.outbound-keyvault-443.short': 'Coffre de clés',
  'requirement.outbound-keyvault-443.consequence':
    'Dans un espace de travail pour données à fort impact commercial, la création de la ressource de calcul échoue.',
  'requirement.outbound-keyvault-443.ask':
    'Autorisez TCP 443 en sortie vers AzureKeyVault de la région. Un pare-feu qui filtre par nom d’hôte a besoin de {hosts}.',
  'requirement.outbound-keyvault-443.disagree':
    'Deux pages ne l’exigent que pour les espaces de travail à fort impact commercial. La page sur les flux de trafic l’exige pour tous.',

  'requirement.outbound-graph-443.name': 'TCP 443 sortant vers Microsoft Graph',
  'requirement.outbound-graph-443.short': 'Microsoft Graph',
  'requirement.outbound-graph-443.consequence':
    'Azure ne peut pas rechercher d’utilisateurs, et le code qui appelle Microsoft Graph échoue.',
  'requirement.outbound-graph-443.consequence.instance':
    'Vous ne pouvez pas attribuer l’instance à un autre utilisateur, car Azure ne peut pas le rechercher.',
  'requirement.outbound-graph-443.ask':
    'Autorisez TCP 443 en sortie vers AzureActiveDirectory, qui comprend les adresses de Microsoft Graph. Un pare-feu qui filtre par nom d’hôte a besoin de l’hôte Microsoft Graph du cloud.',
  'requirement.outbound-graph-443.disagree':
    'La page de mars 2026 sur le trafic cite encore graph.windows.net. Cet hôte appartient à Azure AD Graph, qui a pris fin en 2025 : il n’est pas vérifié.',

  'requirement.outbound-websocket.name': 'Connexions WebSocket aux notebooks',
  'requirement.outbound-websocket.short': 'WebSockets',
  'requirement.outbound-websocket.consequence':
    'Les noyaux et les terminaux des notebooks ne se connectent pas.',
  'requirement.outbound-websocket.ask':
    'Chaque proxy entre les utilisateurs et l’instance transmet-il les connexions WebSocket sans inspection TLS ? Elles vont vers {hosts}.',

  'requirement.outbound-python-packages.name': 'TCP 443 sortant vers les hôtes de paquets Python et R',
  'requirement.outbound-python-packages.short': 'Hôtes de paquets',
  'requirement.outbound-python-packages.consequence':
    'Les environnements qui installent des paquets depuis Internet ne peuvent pas être construits. Les environnements organisés et les images de votre registre fonctionnent toujours.',
  'requirement.outbound-python-packages.ask':
    'Utilisez-vous un flux de paquets privé ? Sinon, le pare-feu autorise-t-il TCP 443 vers pypi.org, *.anaconda.com, *.anaconda.org, pytorch.org et cloud.r-project.org ?',

  'requirement.outbound-vscode-hosts.name': 'TCP 443 sortant vers les hôtes de VS Code',
  'requirement.outbound-vscode-hosts.short': 'Hôtes de VS Code',
  'requirement.outbound-vscode-hosts.consequence':
    'VS Code se bloque pendant l’installation de son serveur sur l’instance.',
  'requirement.outbound-vscode-hosts.ask':
    'Le pare-feu autorise-t-il TCP 443 vers code.visualstudio.com, update.code.visualstudio.com, marketplace.visualstudio.com, *.vo.msecnd.net et *.gallerycdn.vsassets.io ?',
  'requirement.outbound-vscode-hosts.disagree':
    'Les deux pages citent des hôtes GitHub différents pour les composants du serveur.',

  'requirement.outbound-rstudio-hosts.name': 'TCP 443 sortant vers les hôtes de RStudio',
  'requirement.outbound-rstudio-hosts.short': 'Hôtes de RStudio',
  'requirement.outbound-rstudio-hosts.consequence': 'L’instance ne peut pas télécharger l’image de RStudio.',
  'requirement.outbound-rstudio-hosts.ask':
    'Utilisez-vous RStudio ? Dans ce cas, le pare-feu autorise-t-il TCP 443 vers ghcr.io, pkg-containers.githubusercontent.com et cloud.r-project.org ?',

  'requirement.outbound-signin-cdn.name': 'TCP 443 sortant vers aadcdn.msftauth.net (page de connexion)',
  'requirement.outbound-signin-cdn.short': 'Page de connexion',
  'requirement.outbound-signin-cdn.consequence':
    'Un navigateur du réseau n’affiche pas la page de connexion quand la connexion exige un second facteur.',
  'requirement.outbound-signin-cdn.ask':
    'Utilisez-vous un navigateur dans ce réseau ? Alors, autorisez TCP 443 en sortie vers aadcdn.msftauth.net.',

  'requirement.restricted-egress-composite-2020.name': 'Règles sortantes de la liste de décembre 2020',
  'requirement.restricted-egress-composite-2020.consequence':
    'Un NSG qui suit la liste de décembre 2020 bloque UDP 5831, Azure Batch et Azure Front Door.',
  'requirement.restricted-egress-composite-2020.ask':
    'Corrigez les flux sortants bloqués. Ensemble, ils forment la liste actuelle.',

  'requirement.outbound-default-open.name': 'Trafic sortant limité par des règles de NSG',
  'requirement.outbound-default-open.consequence':
    'Tout fonctionne, mais les données peuvent sortir vers n’importe quelle adresse Internet.',
  'requirement.outbound-default-open.ask':
    'Pour limiter où vont les données, autorisez les flux nécessaires et refusez le reste du trafic sortant.',

  'requirement.service-tag-region-selection.name': 'Balises de service des deux régions autorisées',
  'requirement.service-tag-region-selection.consequence':
    'Une règle pour une seule des deux régions bloque les services de l’autre.',
  'requirement.service-tag-region-selection.ask':
    'Utilisez les balises de service de la région de l’espace de travail et de celle du sous-réseau, ou les balises sans région.',
  'requirement.service-tag-region-selection.disagree':
    'Deux pages utilisent la région de l’espace de travail, et deux autres celle des nœuds. Les deux régions sont exigées.',

  'requirement.exfil-service-endpoint-policy.name':
    'La stratégie de point de terminaison de service autorise le stockage d’Azure ML',
  'requirement.exfil-service-endpoint-policy.consequence':
    'Une stratégie sans le stockage propre à Azure ML le bloque : les machines ne démarrent pas.',
  'requirement.exfil-service-endpoint-policy.ask':
    'Chaque stratégie de point de terminaison de service du sous-réseau cite-t-elle /services/Azure/MachineLearning et vos comptes de stockage ?',
  'requirement.exfil-service-endpoint-policy.disagree':
    'Des pages de 2018 et 2022 indiquent que ces stratégies ne fonctionnent pas avec Batch et Azure ML. La page de 2024 sur l’exfiltration décrit comment les utiliser.',

  'requirement.exfil-curated-env-registry.name': 'Environnements organisés de mcr.microsoft.com',
  'requirement.exfil-curated-env-registry.consequence':
    'Les anciens environnements organisés sont dans viennaglobal.azurecr.io et ne peuvent pas être téléchargés.',
  'requirement.exfil-curated-env-registry.ask':
    'Les travaux utilisent-ils les derniers environnements organisés, qui sont dans mcr.microsoft.com ?',

  'requirement.egress-explicit-for-npip.name': 'Accès sortant à Internet',
  'requirement.egress-explicit-for-npip.consequence':
    'La connexion, Azure Batch et les paquets sont injoignables : la création de la ressource de calcul dépasse le délai.',
  'requirement.egress-explicit-for-npip.ask':
    'Associez une passerelle NAT au sous-réseau, ou routez 0.0.0.0/0 vers un pare-feu qui autorise les flux nécessaires.',
  'requirement.egress-explicit-for-npip.disagree':
    'La page de juin 2025 sur l’entraînement se contredit : dans son tableau, l’accès sortant par défaut fonctionne, et dans son texte, ces machines n’atteignent pas Internet par défaut. L’avis de Batch met fin à l’accès sortant par défaut le 31 mars 2026 (d’abord annoncé pour le 30 septembre 2025). L’avis réseau du même jour ne change pas les réseaux virtuels existants.',

  'requirement.default-outbound-new-vnets.name': 'Aucune dépendance à l’accès sortant par défaut',
  'requirement.default-outbound-new-vnets.consequence':
    'Depuis la version d’API 2025-07-01, les sous-réseaux des nouveaux réseaux virtuels sont privés. Le même modèle ne donne alors pas d’accès sortant.',
  'requirement.default-outbound-new-vnets.ask':
    'Associez une passerelle NAT au sous-réseau, et définissez defaultOutboundAccess explicitement. Le changement atteint une machine quand elle est désallouée.',

  'requirement.route-internet-in-private-subnet.name': 'Les routes vers Internet ont un accès sortant',
  'requirement.route-internet-in-private-subnet.consequence':
    'Azure abandonne le trafic de ces routes, car le sous-réseau privé n’a pas d’adresse publique pour lui.',
  'requirement.route-internet-in-private-subnet.ask':
    'Associez une passerelle NAT au sous-réseau, ou retirez les routes.',

  'requirement.udr-forced-tunnel-batch.name': 'Les réponses à Azure Batch vont directement vers Internet',
  'requirement.udr-forced-tunnel-batch.consequence':
    'En décembre 2020, les machines devenaient inutilisables quand les réponses à Azure Batch prenaient un autre chemin. Aujourd’hui, Azure Batch ne s’y connecte plus.',
  'requirement.udr-forced-tunnel-batch.ask':
    'Pour les exigences de décembre 2020, routez BatchNodeManagement vers le tronçon suivant Internet.',
  'requirement.udr-forced-tunnel-batch.disagree':
    'La page sur le trafic renvoie encore aux adresses de Batch. Avec la communication simplifiée, elles ne sont pas nécessaires.',

  'requirement.udr-forced-tunnel-aml.name': 'Les réponses à Azure ML vont directement vers Internet',
  'requirement.udr-forced-tunnel-aml.consequence':
    'Les réponses à Azure ML partent par le tunnel (routage asymétrique) : la création de la ressource de calcul échoue.',
  'requirement.udr-forced-tunnel-aml.ask':
    'Dans la table de routage du sous-réseau, routez la balise de service AzureMachineLearning vers le tronçon suivant Internet.',

  'requirement.udr-forced-tunnel-nat-option.name': 'La passerelle NAT achemine le trafic sortant',
  'requirement.udr-forced-tunnel-nat-option.consequence':
    'La route par défaut contourne la passerelle NAT. Vous payez la passerelle sans l’utiliser.',
  'requirement.udr-forced-tunnel-nat-option.ask':
    'Retirez la route par défaut de la table de routage du sous-réseau, ou retirez la passerelle NAT.',

  'requirement.udr-storage-through-appliance.name': 'L’appliance autorise le trafic de stockage',
  'requirement.udr-storage-through-appliance.consequence':
    'La ressource de calcul échoue si l’appliance bloque les objets blob, les files d’attente ou les tables.',
  'requirement.udr-storage-through-appliance.ask':
    'L’appliance autorise-t-elle TCP 443 vers ces hôtes : {hosts} ?',

  'requirement.udr-no-blackhole.name': 'Aucune route n’abandonne de trafic nécessaire',
  'requirement.udr-no-blackhole.consequence':
    'Azure abandonne du trafic dont la ressource de calcul a besoin.',
  'requirement.udr-no-blackhole.ask':
    'Retirez la route avec le tronçon suivant None, ou restreignez sa destination.',

  'requirement.udr-appliance-health.name': 'L’appliance de la route est joignable',
  'requirement.udr-appliance-health.consequence':
    'Le trafic que la route envoie à l’appliance tourne en boucle ou est abandonné.',
  'requirement.udr-appliance-health.ask':
    'Placez l’appliance dans un autre sous-réseau de ce réseau ou d’un réseau appairé. Activez-y le transfert IP, et autorisez le trafic transféré dans l’appairage.',

  'requirement.udr-service-tag-limits.name': 'Table de routage dans les limites d’Azure',
  'requirement.udr-service-tag-limits.consequence': 'Azure refuse d’autres routes.',
  'requirement.udr-service-tag-limits.ask':
    'Utilisez au plus 400 routes par table de routage, dont au plus 25 avec une balise de service.',

  'requirement.udr-unsupported-tags.name': 'Balises de service acceptées dans les routes',
  'requirement.udr-unsupported-tags.consequence': 'Azure refuse la table de routage.',
  'requirement.udr-unsupported-tags.ask':
    'Une route ne peut pas avoir VirtualNetwork, AzureLoadBalancer, Internet ou une balise de plateforme comme destination. Utilisez plutôt des préfixes d’adresse.',

  'requirement.udr-bgp-default-route.name': 'Aucune route par défaut du réseau local (BGP)',
  'requirement.udr-bgp-default-route.consequence':
    'Une route par défaut annoncée par le réseau local envoie tout le trafic dans le tunnel, même sans table de routage.',
  'requirement.udr-bgp-default-route.ask':
    'Vérifiez avec votre équipe réseau si le réseau local annonce 0.0.0.0/0. Pour l’ignorer, utilisez une table de routage qui ne propage pas les routes de passerelle.',

  'requirement.nat-gateway-compat.name': 'Passerelle NAT avec une adresse IP publique compatible',
  'requirement.nat-gateway-compat.consequence':
    'La passerelle NAT ne donne pas d’accès sortant au sous-réseau.',
  'requirement.nat-gateway-compat.ask':
    'Donnez à la passerelle NAT une adresse ou un préfixe IP public de la même référence SKU (Standard ou StandardV2).',

  'requirement.npip-requires-private-endpoint.name': 'Point de terminaison privé pour l’espace de travail',
  'requirement.npip-requires-private-endpoint.consequence':
    'La création de la ressource de calcul échoue, ou la ressource n’atteint pas l’espace de travail.',
  'requirement.npip-requires-private-endpoint.ask':
    'Ajoutez un point de terminaison privé (amlworkspace) pour l’espace de travail à ce réseau ou à un réseau connecté. Vous pouvez aussi utiliser une adresse IP publique pour la ressource de calcul.',

  'judge.notChosen': 'Aucun sous-réseau n’est encore sélectionné.',
  'judge.subnetNotFound': '{name} n’a pas été trouvé.',
  'judge.managed': 'L’espace de travail utilise un réseau virtuel managé.',
  'judge.otherKind.cluster': 'Seul un cluster de calcul en a besoin.',
  'judge.otherKind.instance': 'Seule une instance de calcul en a besoin.',
  'judge.otherKind.several': 'Ce type de ressource de calcul n’en a pas besoin.',
  'judge.onlyPublicIp': 'Une ressource de calcul sans adresse IP publique n’en a pas besoin.',
  'judge.onlyNoPublicIp': 'Une ressource de calcul avec une adresse IP publique n’en a pas besoin.',
  'judge.onlyPrivateLink': 'L’espace de travail n’a pas de point de terminaison privé.',
  'judge.otherCloud':
    '{tag:La balise|Les balises} de service {tag} {tag:n’existe|n’existent} pas dans ce cloud.',
  'judge.noEndpoint': 'Ni ce réseau ni ses réseaux appairés n’ont de points de terminaison privés.',
  'judge.endpointInstead': 'Le trafic utilise plutôt le point de terminaison privé {name}.',
  'judge.internetOpen': 'Tout Internet est joignable sur TCP 443.',
  'judge.existingOnly': 'Cela ne concerne que les ressources de calcul existantes, et celle-ci est nouvelle.',
  'judge.sameRegion': 'Le sous-réseau et l’espace de travail sont dans la même région.',
  'judge.endpointsNotRead': 'Les points de terminaison privés n’ont pas été lus.',

  'judge.assume.kind.cluster': 'Vous prévoyez un cluster de calcul.',
  'judge.assume.kind.instance': 'Vous prévoyez une instance de calcul.',
  'judge.assume.publicIp.with': 'La ressource de calcul a une adresse IP publique.',
  'judge.assume.publicIp.without': 'La ressource de calcul n’a pas d’adresse IP publique.',
  'judge.assume.privateLink': 'L’espace de travail a un point de terminaison privé.',
  'judge.assume.workspaceRegion': 'L’espace de travail est dans la région du sous-réseau, {region}.',
  'judge.assume.subnetRegion': 'Le sous-réseau est dans la région de l’espace de travail, {region}.',
  'judge.assume.storageRegion': 'Le compte de stockage de l’espace de travail est dans {region}.',
  'judge.assume.registryRegion': 'Le registre de conteneurs de l’espace de travail est dans {region}.',
  'judge.assume.vaultRegion': 'Le coffre de clés de l’espace de travail est dans {region}.',
  'judge.assume.datastoreRegion': 'Le compte de stockage {name} d’un magasin de données est dans {region}.',
  'judge.assume.datastoreRegions': 'Les comptes de stockage des magasins de données sont dans {region}.',
  'judge.assume.amlRegistries':
    'Les registres Azure Machine Learning que les travaux utilisent sont dans {region}.',
  'judge.assume.nearestReplica':
    'Le registre de conteneurs répond aux extractions depuis son réplica dans {region}.',
  'judge.assume.noDataEndpoints':
    'Le registre de conteneurs n’a pas de points de terminaison de données dédiés.',
  'judge.unstatedRegion':
    'Le résultat dépend de la région, que les fichiers n’indiquent pas. Définissez la région avec {option} ou {setting}.',
  'judge.assume.preflight':
    'Azure ML accepte la règle {rule} comme règle d’autorisation de TCP 445 vers Storage. En 2022, il comparait le texte des règles et exigeait Storage ou Internet.',
  'judge.assume.forwarding': 'Le transfert IP est activé sur {ip}.',
  'judge.assume.zones': 'Les zones DNS de l’espace de travail sont liées à ce réseau.',

  'judge.subscription.same': 'le réseau et l’espace de travail sont dans l’abonnement {subscription}',
  'judge.subscription.other':
    'le réseau est dans l’abonnement {network}, et l’espace de travail dans {workspace}',
  'judge.dataRegion.same': '{accounts} {n:est|sont} dans {region}, comme la ressource de calcul',
  'judge.dataRegion.statedSame': 'les données et la ressource de calcul sont dans {region}',
  'judge.dataRegion.elsewhere':
    '{accounts} {n:est|sont} dans {regions}, et la ressource de calcul dans {region}',
  'judge.dataRegion.statedElsewhere':
    'les données sont dans {regions}, et la ressource de calcul dans {region}',
  'judge.region.same': 'le réseau et l’espace de travail sont dans {region}',
  'judge.region.compute': 'le réseau est dans {network}, et la ressource de calcul dans {compute}',
  'judge.region.other': 'le réseau est dans {network}, et l’espace de travail dans {workspace}',
  'judge.connection.own': 'l’espace de travail a un point de terminaison privé dans ce réseau',
  'judge.connection.peered':
    'l’espace de travail a un point de terminaison privé dans le réseau appairé {name}',
  'judge.connection.notPeered':
    'l’espace de travail n’a de point de terminaison privé ni dans ce réseau ni dans un réseau appairé',
  'judge.connection.elsewhere':
    'l’espace de travail n’a de point de terminaison privé ni dans ce réseau ni dans un réseau appairé, mais un autre chemin existe peut-être',
  'judge.free.enough':
    '{free} {free:adresse est libre|adresses sont libres}, et {needed} {needed:est nécessaire|sont nécessaires}',
  'judge.free.short':
    '{free} {free:adresse est libre|adresses sont libres}, et jusqu’à {needed} {needed:est nécessaire|sont nécessaires}',
  'judge.free.none': 'toutes les adresses sont utilisées',
  'judge.size.enough': 'le sous-réseau a {usable} {usable:adresse utilisable|adresses utilisables}',
  'judge.size.small':
    'le sous-réseau a {usable} {usable:adresse utilisable|adresses utilisables}, et jusqu’à {needed} {needed:est nécessaire|sont nécessaires}',
  'judge.delegation.none': 'le sous-réseau n’est pas délégué',
  'judge.delegation.given': 'le sous-réseau est délégué à {service}',
  'judge.name.free': '{name} n’est pas un nom réservé',
  'judge.name.reserved': 'Azure réserve le nom {name}',
  'judge.name.unstated': 'La valeur de {name} n’est pas connue : ce peut être un nom réservé.',
  'judge.databricks.no': 'le sous-réseau n’est pas délégué à Databricks',
  'judge.databricks.yes': 'Databricks utilise le sous-réseau',
  'judge.overlap.none': 'le réseau ne chevauche pas 172.17.0.0/16',
  'judge.overlap.own': '{prefix} chevauche 172.17.0.0/16',
  'judge.overlap.peer': '{prefix} de {name} chevauche 172.17.0.0/16',
  'judge.addresses.fine': 'Azure accepte l’espace d’adressage',
  'judge.addresses.refused': '{prefix} chevauche {reserved}, qu’Azure refuse',
  'judge.model.fine': 'le réseau est un réseau Resource Manager',
  'judge.model.classic': 'le réseau est un réseau classique',
  'judge.setUp.subnet': 'La ressource de calcul utilise un de vos sous-réseaux.',
  'judge.setUp.own': 'L’espace de travail n’utilise pas de réseau virtuel managé.',
  'judge.setUp.done': 'le réseau virtuel managé est provisionné',
  'judge.setUp.notYet':
    'le réseau virtuel managé n’est pas encore provisionné, donc la première ressource de calcul l’attend',
  'judge.managed.own': 'l’espace de travail n’utilise pas de réseau virtuel managé',
  'judge.managed.used': 'le plan n’utilise pas de sous-réseau',
  'judge.managed.forbidden': '{workspace} utilise un réseau virtuel managé',
  'judge.computeName.fine': '{name} est un nom valide',
  'judge.computeName.cluster':
    'utilisez de 3 à 32 lettres, chiffres ou traits d’union, et commencez par une lettre',
  'judge.computeName.instance':
    'utilisez de 3 à 24 lettres, chiffres ou traits d’union, et commencez par une lettre',
  'judge.computeName.databricks':
    'utilisez de 2 à 16 lettres, chiffres ou traits d’union, et commencez par une lettre',
  'judge.computeName.virtual-machine':
    'utilisez de 2 à 16 lettres, chiffres ou traits d’union, et commencez par une lettre',
  'judge.computeName.hdinsight':
    'utilisez de 2 à 16 lettres, chiffres ou traits d’union, et commencez par une lettre',
  'judge.computeName.end': 'le nom doit finir par une lettre ou un chiffre',
  'judge.computeName.hyphen': 'une lettre doit suivre chaque trait d’union',
  'judge.computeName.long': 'la page de création d’Azure documente au plus 24 caractères',
  'judge.computeName.none': 'Aucun nom n’est encore entré.',
  'judge.oldOpening.none': 'Azure Batch ne se connecte plus aux nœuds.',
  'judge.oldOpening.rule': 'la règle {priority} {name} l’autorise encore',
  'judge.inbound.none': 'aucune règle n’autorise le trafic entrant depuis Internet',
  'judge.inbound.rule':
    'la règle {priority} {name} autorise un trafic entrant depuis {source}, inutile sans adresse IP publique',
  'judge.ssh.notWanted': 'SSH est désactivé.',
  'judge.ssh.open': 'la règle {priority} {name} autorise le port 22 en entrée depuis tout Internet',
  'judge.ssh.noGroup': 'le sous-réseau n’a pas de NSG : tout Internet peut essayer le port 22',
  'judge.ssh.closed': 'aucune règle n’autorise le port 22 en entrée',
  'judge.ssh.limited': 'la règle {priority} {name} n’autorise le port 22 en entrée que depuis {source}',
  'judge.agree.noGroup': 'le sous-réseau n’a pas de NSG',
  'judge.agree.yes': 'le NSG du sous-réseau autorise le port 44224 en entrée',
  'judge.agree.no': 'le NSG du sous-réseau bloque le port 44224 en entrée',
  'judge.open.restricted': 'la règle {priority} {name} limite le trafic sortant',
  'judge.open.noGroup': 'le sous-réseau n’a pas de NSG : tout le trafic sortant est autorisé',
  'judge.open.noDeny': 'aucune règle ne limite le trafic sortant',
  'judge.tagRegions.fine': 'les balises de service des deux régions sont autorisées',
  'judge.tagRegions.open': 'certaines balises de service de ces régions ne sont pas autorisées : {regions}',
  'judge.endpointPolicy.none': 'Le sous-réseau n’a pas de stratégie de point de terminaison de service.',
  'judge.policy.noAlias':
    '{name} ne cite pas /services/Azure/MachineLearning : elle bloque le stockage propre à Azure ML',
  'judge.policy.noAccount': '{name} bloque le compte de stockage {account} de l’espace de travail',
  'judge.policy.allows': '{name} autorise le stockage propre à Azure ML',
  'judge.policy.noEndpoint':
    '{name} ne s’applique pas, car le sous-réseau n’a pas le point de terminaison de service Microsoft.Storage',
  'judge.list2020.no': 'Les règles ne suivent pas la liste de décembre 2020.',
  'judge.list2020.yes': 'les règles suivent la liste de décembre 2020 et bloquent ce qui a été ajouté depuis',
  'judge.list2020.then': 'Les règles sont vérifiées par rapport à cette liste.',
  'judge.wayOut.nat': 'le trafic sortant utilise la passerelle NAT {name}',
  'judge.wayOut.appliance': 'la route {route} envoie le trafic sortant à l’appliance {ip}',
  'judge.wayOut.hub': 'le hub virtuel {hub} route le trafic sortant vers son appliance',
  'judge.wayOut.learned':
    'une passerelle annonce une route par défaut, qui envoie le trafic sortant au réseau local',
  'judge.wayOut.gateway': 'la route {route} envoie le trafic sortant à la passerelle vers le réseau local',
  'judge.wayOut.dropped': 'la route {route} abandonne tout le trafic sortant',
  'judge.wayOut.private':
    'le sous-réseau privé n’a ni passerelle NAT, ni adresse IP publique, ni appliance virtuelle réseau (NVA)',
  'judge.wayOut.default':
    'le sous-réseau n’a que l’accès sortant par défaut. Pour les pools sans adresse IP publique, Batch en a annoncé la fin pour le 31 mars 2026',
  'judge.wayOut.unclear':
    'Le sous-réseau ne définit pas defaultOutboundAccess, dont la valeur par défaut dépend de la version d’API.',
  'judge.wayOut.natEmpty': 'la passerelle NAT {name} n’a pas d’adresse IP publique',
  'judge.defaultAccess.no': 'le sous-réseau n’utilise pas l’accès sortant par défaut',
  'judge.defaultAccess.yes':
    'le sous-réseau utilise l’accès sortant par défaut, que les nouveaux réseaux virtuels n’ont plus depuis le 31 mars 2026',
  'judge.directRoutes.none': 'Aucune route n’a le tronçon suivant Internet.',
  'judge.directRoutes.fine': 'le sous-réseau a un accès sortant avec une adresse IP publique',
  'judge.directRoutes.lost':
    'la route {route} mène vers Internet, mais le sous-réseau privé n’a pas de passerelle NAT',
  'judge.batchReplies.retired': 'Azure Batch ne se connecte plus aux nœuds.',
  'judge.replies.direct': 'les réponses vont directement vers Internet',
  'judge.replies.lost': 'les réponses partent par la route {route}',
  'judge.nat.none': 'Le sous-réseau n’a pas de passerelle NAT.',
  'judge.nat.used': 'le trafic sortant utilise {name}',
  'judge.nat.bypassed': 'la route {route} fait contourner {name} à tout le trafic',
  'judge.blackhole.none': 'aucune route avec le tronçon suivant None n’abandonne de trafic nécessaire',
  'judge.blackhole.some': 'la route {route} abandonne du trafic nécessaire',
  'judge.appliance.none': 'Aucune route ne mène à une appliance.',
  'judge.appliance.fine': '{ip} est dans ce réseau ou dans un réseau appairé',
  'judge.appliance.own': '{ip} est dans ce sous-réseau : le trafic tourne en boucle',
  'judge.appliance.elsewhere':
    '{ip} est hors de {network}. Un appairage d’un autre fichier y mène peut-être.',
  'judge.appliance.far': '{ip} n’est ni dans ce réseau ni dans un réseau appairé',
  'judge.appliance.nowhere':
    '{ip} n’est dans aucun sous-réseau de {network} : aucune machine n’a cette adresse',
  'judge.appliance.noAddress': 'la route {route} n’a pas d’adresse de tronçon suivant',
  'judge.appliance.forwarding': 'l’appairage avec {name} n’autorise pas le trafic transféré',
  'judge.routes.none': 'Le sous-réseau n’a pas de table de routage.',
  'judge.routes.within': 'la table a {routes} {routes:route|routes}, dont {tags} avec une balise de service',
  'judge.routes.tooManyTags': 'la table a {tags} routes avec une balise de service, et Azure en accepte 25',
  'judge.routes.many': 'la table a {routes} routes, et Azure documente une limite de 400',
  'judge.routeTags.fine': 'Azure accepte toutes les destinations',
  'judge.routeTags.refused': 'la route {route} a la destination {tag}',
  'judge.bgp.hub': 'le hub virtuel {hub} annonce 0.0.0.0/0 vers sa propre appliance',
  'judge.bgp.learned': 'une passerelle annonce 0.0.0.0/0, ce qui envoie tout le trafic au réseau local',
  'judge.bgp.told': 'les routes effectives ne comprennent pas de route par défaut d’une passerelle',
  'judge.bgp.none': 'aucune passerelle n’annonce de routes',
  'judge.bgp.off': 'la table de routage ne propage pas les routes de passerelle',
  'judge.bgp.own': 'la route {route} décide où va le trafic par défaut',
  'judge.natGateway.none': 'Le sous-réseau n’a pas de passerelle NAT.',
  'judge.natGateway.fine': '{name} ({sku}) a {addresses} {addresses:adresse publique|adresses publiques}',
  'judge.natGateway.noAddress': '{name} n’a pas d’adresse IP publique',
  'judge.natGateway.unlike':
    '{name} a la référence SKU {sku} et ne peut pas utiliser l’adresse {kind} {address}',
  'judge.natGateway.sku': '{name} a la référence SKU inconnue {sku}',
  'judge.endpoint.yes': '{workspace} a un point de terminaison privé',
  'judge.endpoint.no': '{workspace} n’a pas de point de terminaison privé',
  'judge.endpoint.waiting':
    'le point de terminaison privé {endpoint} pour {workspace} attend l’approbation du propriétaire de l’espace de travail',

  'fit.otherRegion': 'Autre région',
  'fit.otherSubscription': 'Autre abonnement',
  'fit.containerOverlap': 'Chevauche 172.17.0.0/16',
  'fit.addresses': 'Adresses qu’Azure refuse',
  'fit.full': 'Plein (0 adresse libre)',
  'fit.given': 'Délégué à {service}',
  'fit.reservedName': 'Nom réservé',
  'fit.classic': 'Réseau classique',
  'fit.managed': 'Espace de travail avec réseau virtuel managé',
} as const;
