// Pour chaque réglage : la phrase sous « Signalé quand », et ce que la vérification laisse de côté.

/** @typedef {import('./settings-en.mjs').SettingWords} SettingWords */

/** @type {Readonly<Record<import('../../src/requirements/requirement').SettingName, SettingWords>>} */
export const frenchSettings = {
  'same-subscription': {
    when: 'Le réseau virtuel est dans un autre abonnement que l’espace de travail.',
    limits: ['Les groupes de ressources peuvent différer.'],
  },
  'same-region': {
    when: 'Le réseau virtuel est dans une autre région que l’espace de travail, ou un fichier indique une autre région pour la ressource de calcul.',
  },
  'workspace-connection': {
    when: 'Ni ce réseau ni un réseau appairé ne contient de point de terminaison privé pour l’espace de travail.',
    limits: [
      'Le résultat est inconnu si le réseau a d’autres appairages ou une passerelle, car un autre chemin peut exister.',
    ],
  },
  'free-addresses': {
    when: 'Le sous-réseau a moins d’adresses libres que la ressource de calcul ne peut en utiliser.',
    limits: [
      'Sont déduites les cinq adresses qu’Azure réserve par préfixe, celles qui sont utilisées et celles réservées à d’autres clusters.',
      'C’est une erreur si le nombre minimal de nœuds n’a pas la place, et un avertissement si seul le maximum ne l’a pas.',
    ],
  },
  'subnet-size': {
    when: 'Le sous-réseau, même vide, a moins d’adresses que le nombre maximal de nœuds.',
  },
  delegation: { when: 'Le sous-réseau est délégué à un service.' },
  'reserved-name': {
    when: 'Le nom du sous-réseau est réservé : GatewaySubnet, AzureFirewallSubnet, AzureFirewallManagementSubnet, AzureBastionSubnet ou RouteServerSubnet.',
  },
  'databricks-subnet': {
    when: 'Le sous-réseau est délégué à Microsoft.Databricks.',
    limits: [
      'Pour les clusters et les instances, c’est `subnet-no-delegation` qui décide. Cette vérification en explique le résultat.',
    ],
  },
  'container-overlap': {
    when: 'Un préfixe d’adresse du réseau, ou d’un réseau appairé, chevauche 172.17.0.0/16.',
    limits: ['C’est une erreur pour le réseau lui-même, et un avertissement pour un réseau appairé.'],
  },
  'disallowed-addresses': {
    when: 'Un préfixe d’adresse du réseau chevauche 224.0.0.0/4, 255.255.255.255/32, 127.0.0.0/8, 169.254.0.0/16 ou 168.63.129.16/32.',
  },
  'resource-manager': { when: 'Le fournisseur de ressources du réseau n’est pas Microsoft.Network.' },
  'existing-compute': {
    when: 'La vérification est listée pour les ressources de calcul existantes, et ne compte jamais contre de nouvelles.',
  },
  'managed-network': {
    when: 'La ressource de calcul a un sous-réseau alors que son espace de travail a un réseau virtuel managé.',
    limits: [
      'Les autres vérifications du sous-réseau ne s’appliquent alors pas.',
      'Une machine virtuelle ne peut pas être attachée à un tel espace de travail.',
    ],
  },
  'managed-network-set-up': {
    when: 'L’espace de travail a un réseau virtuel managé qu’Azure n’a pas encore provisionné.',
  },
  'compute-name': {
    when: 'Le nom de la ressource de calcul a des caractères, un début, une fin ou une longueur qu’Azure refuse.',
    limits: [
      'Longueurs : 3 à 24 pour une instance, 3 à 32 pour un cluster, 2 à 16 pour un calcul attaché.',
      'Un trait d’union que ne suit aucune lettre est une erreur pour une instance, et un avertissement pour un cluster, comme un nom de cluster de plus de 24 caractères.',
    ],
  },
  'old-batch-opening': {
    when: 'Une règle de NSG autorise en entrée les ports 29876–29877 depuis Internet ou une balise de service publique.',
    limits: ['Azure Batch n’a plus besoin de ces ports depuis le 31 mars 2026.'],
  },
  'no-inbound': {
    when: 'Une règle de NSG autorise du trafic entrant depuis Internet, ou depuis une balise de service publique, vers un calcul sans IP publique.',
  },
  ssh: {
    when: 'SSH par l’IP publique est activé, et la première règle pour le port 22 autorise toutes les adresses ou aucune.',
    limits: ['Toutes les adresses sont un avertissement. Aucune adresse est une information.'],
  },
  'both-groups-agree': {
    when: 'Le NSG du sous-réseau refuse en entrée le port 44224, que le NSG créé par Azure ML autorise.',
    limits: ['C’est `inbound-aml-44224` qui décide. Cette vérification en explique le résultat.'],
  },
  'group-limits': {
    when: 'Le NSG du sous-réseau a plus de 1000 règles, ou plus de 4000 adresses d’un même côté de toutes les règles.',
    limits: ['À partir des neuf dixièmes d’une limite, c’est un avertissement.'],
  },
  'group-rules': {
    when: 'Une règle du NSG du sous-réseau a une priorité non valide ou en double, une balise de service à côté d’autres adresses, ou une balise inconnue.',
    limits: [
      'Une balise de service inconnue est un avertissement, car la liste peut être plus ancienne que la balise.',
    ],
  },
  'open-default': { when: 'Aucune règle de NSG sortante ne refuse Internet.' },
  'tag-regions': {
    when: 'Le sous-réseau et l’espace de travail sont dans des régions différentes, et un flux vers une balise de service régionale de l’une est bloqué.',
    limits: ['Ce sont les vérifications des flux qui décident. Celle-ci montre leur cause commune.'],
  },
  'endpoint-policy': {
    when: 'Une stratégie de point de terminaison de service associée au sous-réseau n’autorise pas Azure Machine Learning, ou est sans effet.',
    limits: [
      'Une stratégie est sans effet dans un sous-réseau sans le point de terminaison de service Microsoft.Storage.',
      'Le résultat est inconnu si les définitions de la stratégie ne peuvent pas être lues.',
    ],
  },
  'list-of-2020': {
    when: 'Des règles autorisent la connexion, Azure ML, Resource Manager et le stockage, mais pas UDP 5831 ni Batch, ajoutés plus tard.',
  },
  'outbound-access': {
    when: 'Le sous-réseau n’a ni passerelle NAT avec une IP publique, ni route par défaut vers une appliance ou une passerelle.',
    limits: [
      'C’est une erreur dans un sous-réseau privé. Ailleurs, les nœuds utilisent l’accès sortant par défaut, et c’est un avertissement.',
      'Une route par défaut dont le tronçon suivant est None ne compte pas comme accès sortant.',
    ],
  },
  'default-access': {
    when: 'Le sous-réseau n’a ni passerelle NAT ni route par défaut, et `defaultOutboundAccess` n’est pas false.',
    limits: [
      'Une valeur absente signifie ouvert jusqu’à la version d’API 2025-05-01, et inconnu au-delà.',
      'Pour les clusters et les instances, c’est `egress-explicit-for-npip` qui décide. Cette vérification en explique le résultat.',
    ],
  },
  'direct-routes': {
    when: 'Une route dont le tronçon suivant est Internet se trouve dans un sous-réseau privé sans passerelle NAT.',
  },
  'batch-replies': {
    when: 'Avec les exigences de décembre 2020, les réponses à BatchNodeManagement ne vont pas directement à Internet.',
  },
  'direct-replies': {
    when: 'Les réponses à AzureMachineLearning ne vont pas directement à Internet, d’après les routes seules.',
    limits: [
      'Chaque préfixe de la balise de service est cherché, la correspondance la plus longue d’abord.',
      'Si `inbound-aml-44224` signale déjà des réponses perdues, c’est cette vérification qui décide.',
    ],
  },
  'nat-used': {
    when: 'Le sous-réseau a une passerelle NAT, et une route par défaut mène ailleurs.',
  },
  'no-blackhole': {
    when: 'Une route dont le tronçon suivant est None rejette un flux exigé.',
    limits: ['C’est la vérification du flux qui décide. Celle-ci montre la route.'],
  },
  'appliance-health': {
    when: 'L’appliance d’une route n’a pas d’adresse, est dans le sous-réseau lui-même, ou est hors de ce réseau et des réseaux appairés.',
    limits: [
      'Le transfert IP de son interface réseau est supposé.',
      'Si l’appairage n’autorise pas le trafic transféré, le résultat est inconnu.',
    ],
  },
  'route-limits': {
    when: 'La table de routage a plus de 25 routes avec des balises de service, ou plus de 400 routes.',
    limits: ['Trop de routes sont un avertissement, car cette limite peut être relevée.'],
  },
  'route-tags': {
    when: 'La destination d’une route est VirtualNetwork, AzureLoadBalancer, Internet ou une balise de service de la plateforme.',
  },
  'hidden-default-route': {
    when: 'Une passerelle peut annoncer 0.0.0.0/0, aucune route définie par l’utilisateur ne le décide, et la table accepte les routes de passerelle.',
    limits: [
      'Le résultat est inconnu tant que les routes effectives ne sont pas lues.',
      'Une route par défaut que montrent les routes effectives est une information, car les vérifications des flux en tiennent compte.',
    ],
  },
  'nat-gateway': {
    when: 'La passerelle NAT n’a pas d’IP publique, a une IP publique d’une autre référence, ou a une référence non prise en charge.',
  },
  'private-endpoint': {
    when: 'Le calcul n’a pas d’IP publique, et son espace de travail n’a pas de point de terminaison privé approuvé.',
  },
  'network-join': {
    when: 'Aucun de vos rôles sur le réseau ne comprend `Microsoft.Network/virtualNetworks/join/action`.',
    limits: ['Les caractères génériques et les `notActions` de chaque rôle sont évalués.'],
  },
  'subnet-join': {
    when: 'Aucun de vos rôles sur le sous-réseau ne comprend `Microsoft.Network/virtualNetworks/subnets/join/action`.',
    limits: ['Un rôle qui contient l’action sans le s de subnets est signalé comme mal orthographié.'],
  },
  'compute-write': {
    when: 'Aucun de vos rôles sur l’espace de travail ne comprend `Microsoft.MachineLearningServices/workspaces/computes/write`.',
  },
  'network-lock': {
    when: 'Un verrou est posé sur le réseau, son groupe de ressources ou son abonnement.',
    limits: [
      'C’est un avertissement pour un calcul sans IP publique, car Azure ML n’y crée pas de ressources.',
    ],
  },
  'workspace-lock': {
    when: 'Un verrou est posé sur l’espace de travail, son groupe de ressources ou son abonnement.',
  },
  'network-policy': {
    when: 'Azure Policy refuse un NSG, une IP publique ou un équilibreur de charge dans le groupe de ressources du réseau.',
  },
  'network-quota': {
    when: 'Le quota de la région du réseau n’a pas la place pour un NSG, une IP publique et un équilibreur de charge par tranche de 100 nœuds.',
    limits: ['Plus de neuf dixièmes utilisés sont un avertissement.'],
  },
  'core-quota': {
    when: 'Le quota de la famille de machines, ou de la région, n’a plus assez de vCPU pour les nœuds prévus.',
    limits: ['Si une partie des nœuds peut démarrer, c’est un avertissement.'],
  },
  'attach-support': {
    when: 'Vous attachez Azure Databricks ou HDInsight, qui exigent le SDK v1, dont la prise en charge a pris fin le 30 juin 2026.',
  },
  'attached-once': { when: 'La même ressource est déjà attachée à l’espace de travail.' },
  'attach-network': {
    when: 'La ressource à attacher n’est dans aucun de vos réseaux virtuels.',
    limits: ['Les vérifications d’un sous-réseau ne s’appliquent alors pas.'],
  },
  'machine-system': {
    when: 'La machine virtuelle utilise Windows, ou son image n’est ni Ubuntu ni la Data Science Virtual Machine.',
    limits: ['Le résultat est inconnu pour Linux sur un disque sans image.'],
  },
  'machine-address': {
    when: 'L’interface réseau de la machine virtuelle n’a pas d’IP publique, ou aucun NSG n’y autorise de trafic entrant.',
    limits: ['Une IP publique Standard exige un NSG qui autorise le trafic.'],
  },
  'cluster-address': {
    when: 'Le cluster HDInsight n’a pas d’adresse SSH publique, ou utilise une liaison privée pour son fournisseur de ressources.',
  },
  'cluster-policy': {
    when: 'Une stratégie de point de terminaison de service est associée au sous-réseau du cluster HDInsight.',
  },
  'platform-dns': {
    when: 'Le réseau utilise les serveurs DNS d’Azure, et la première règle sortante pour AzurePlatformDNS refuse le port 53.',
  },
  'management-replies': {
    when: 'Les réponses aux adresses de gestion de HDInsight ne vont pas directement à Internet, d’après les routes seules.',
    limits: [
      'Si `inbound-hdinsight-443` signale déjà des réponses perdues, c’est cette vérification qui décide.',
    ],
  },
  'databricks-place': {
    when: 'L’espace de travail Databricks est dans une autre région ou un autre abonnement que l’espace de travail Azure ML.',
    limits: ['Une autre région est une erreur, un autre abonnement un avertissement.'],
  },
  'databricks-storage': {
    when: 'Le réseau de Databricks n’a pas de point de terminaison privé pour blob ou dfs, et le stockage n’autorise aucun de ses sous-réseaux.',
    limits: ['Si plusieurs comptes de stockage sont possibles, c’est à vous de confirmer.'],
  },
  'databricks-default-subnet': { when: 'Le réseau de Databricks n’a pas de sous-réseau nommé default.' },
  'databricks-subnets': {
    when: 'Databricks a moins de deux sous-réseaux, ou l’un d’eux n’est pas délégué à Microsoft.Databricks/workspaces ou n’a pas de NSG.',
  },
  'databricks-size': {
    when: 'Le préfixe du réseau n’est pas entre /16 et /24, ou un sous-réseau de Databricks est plus petit que /26.',
    limits: ['Un mauvais préfixe du réseau est une erreur, un petit sous-réseau un avertissement.'],
  },
  'databricks-public-ip': {
    when: 'Databricks a été créé sans connectivité de cluster sécurisée (`enableNoPublicIp`).',
  },
  'databricks-routes': {
    when: 'La table de routage envoie AzureDatabricks, Sql, Storage ou EventHub ailleurs que directement à Internet.',
    limits: [
      'Ce sont les vérifications des flux qui décident.',
      'AzureDatabricks n’est pas vérifié si les workers utilisent une liaison privée.',
    ],
  },
  'storage-network': {
    when: 'Le compte de stockage de l’espace de travail n’autorise aucun sous-réseau de ce réseau et n’y a pas de point de terminaison privé.',
  },
  'storage-rule': {
    when: 'Le compte de stockage autorise certains sous-réseaux mais pas celui-ci, ou celui-ci n’a pas le point de terminaison de service Microsoft.Storage.',
    limits: [
      'Rien n’est vérifié si des points de terminaison privés sont accessibles, ou si le compte est ouvert à tous les réseaux.',
      'Le résultat est inconnu si le compte autorise aussi des adresses, car l’adresse publique des nœuds n’est pas connue.',
    ],
  },
  'storage-endpoints': {
    when: 'Le compte de stockage est fermé à ce réseau, et un point de terminaison privé pour blob ou file manque ici et dans les réseaux appairés.',
    limits: [
      'Un point de terminaison privé manquant pour queue ou table est une information.',
      'Un périmètre de sécurité réseau appliqué compte comme fermé, sauf si ses règles autorisent du trafic entrant.',
    ],
  },
  'storage-trust': {
    when: 'Le compte de stockage est fermé, n’a pas de règle d’instance de ressource pour l’espace de travail, et n’autorise pas les services de confiance.',
  },
  'perimeter-smb': {
    when: 'Le compte de stockage de l’espace de travail appartient à un périmètre de sécurité réseau.',
    limits: ['Un périmètre appliqué bloque tout trafic autre que HTTPS, comme SMB.'],
  },
  'shared-key': {
    when: 'L’accès par clé partagée du compte de stockage est désactivé, et les magasins de données de l’espace de travail n’utilisent pas d’identités.',
  },
  'data-region': {
    when: 'Le compte de stockage ou un magasin de données de l’espace de travail est dans une autre région que la ressource de calcul.',
    limits: ['Si rien n’indique leurs régions, la question vous est posée.'],
  },
  'endpoint-mix': {
    when: 'Le réseau virtuel managé a un point de terminaison privé pour le compte de stockage, qui a aussi des règles pour des sous-réseaux.',
  },
  'key-vault': {
    when: 'Le coffre de clés est fermé à ce sous-réseau : aucun point de terminaison privé accessible, ni règle de sous-réseau avec point de terminaison de service et services de confiance.',
    limits: ['Un périmètre de sécurité réseau appliqué décide comme pour le stockage.'],
  },
  'registry-sku': {
    when: 'Le registre de conteneurs de l’espace de travail n’est pas Premium.',
    limits: [
      'C’est un avertissement si le registre est ouvert à tous les réseaux, car le calcul peut l’atteindre.',
    ],
  },
  'registry-place': {
    when: 'Le registre de conteneurs est fermé à ce sous-réseau, et ce réseau ne contient pas de point de terminaison privé pour lui.',
    limits: ['Un point de terminaison privé dans un réseau appairé est signalé comme information.'],
  },
  'registry-trust': {
    when: 'Le registre de conteneurs est fermé et n’autorise pas les services Azure de confiance.',
  },
  'build-compute': {
    when: 'Le stockage ou le registre est fermé, et aucun cluster ni calcul serverless capable de générer des images n’est dans ce réseau ou un réseau appairé.',
    limits: ['Un cluster avec des GPU ne peut pas générer d’images.'],
  },
  monitoring: {
    when: 'Application Insights de l’espace de travail est classique, ou appartient à une étendue de liaison privée qui n’accepte que du trafic privé.',
  },
  'several-endpoints': {
    when: 'L’espace de travail a plusieurs points de terminaison privés, et aucun n’est dans un réseau qui atteint ses services fermés.',
  },
  'address-list': {
    when: 'L’espace de travail n’autorise que certaines adresses IP, et ni ce réseau ni les réseaux appairés ne contiennent de point de terminaison privé pour lui.',
  },
  'public-access': {
    when: 'L’espace de travail a un point de terminaison privé, et l’accès réseau public reste activé.',
  },
  'endpoint-policies': {
    when: 'Les stratégies réseau pour les points de terminaison privés sont activées dans leur sous-réseau, dont les règles ou routes arrêtent le trafic du calcul.',
    limits: [
      'Sont vérifiés TCP 443 vers les points de terminaison de l’espace de travail, du stockage, du coffre et du registre, et TCP 445 vers un partage de fichiers.',
    ],
  },
  'workspace-zones': {
    when: 'Une zone DNS privée d’Azure ML n’est pas liée au réseau, ou n’a pas d’enregistrement pour le point de terminaison privé.',
    limits: [
      'Les zones sont cherchées dans les abonnements du réseau et de l’espace de travail, et dans les groupes de zones des points de terminaison.',
      'Rien n’est vérifié si un serveur DNS est dans un réseau qui n’a pas été lu.',
    ],
  },
  'service-zones': {
    when: 'La zone DNS privée d’un point de terminaison accessible du stockage, du coffre ou du registre n’est pas liée, ou n’a pas d’enregistrement pour lui.',
  },
  'name-servers': {
    when: 'Le réseau a des serveurs DNS personnalisés qui ne sont pas joignables, ou qui ne transfèrent peut-être pas les noms privés à Azure.',
    limits: [
      'Des serveurs non joignables sur UDP 53 sont une erreur. Le transfert vers 168.63.129.16 est inconnu.',
      'Un pare-feu Azure qui a été lu est suivi par son proxy DNS. Les résolveurs DNS privés comptent comme le DNS d’Azure.',
    ],
  },
  'instance-record': {
    when: 'Le réseau a des serveurs DNS personnalisés, et aucune zone privée ne contient les deux enregistrements de l’instance.',
    limits: [
      'C’est à vous de confirmer, car les enregistrements des serveurs eux-mêmes ne sont pas lisibles.',
    ],
  },
  'batch-names': { when: 'Le réseau a des serveurs DNS personnalisés.' },
};
