// Ce que le juge de chaque réglage compare, pour les pages françaises de docs/checks/fr.

/** @type {Readonly<Record<import('../src/requirements/requirement').SettingName, string>>} */
export const findings = {
  'same-subscription':
    'L’abonnement dans l’identifiant du réseau n’est pas celui de l’identifiant de l’espace de travail. Les groupes de ressources peuvent différer.',
  'same-region':
    'La région du réseau virtuel n’est pas celle de l’espace de travail, ou un fichier place les nœuds du calcul dans une autre.',
  'workspace-connection':
    'Aucun point de terminaison privé de l’espace de travail ne se trouve dans ce réseau ni dans un réseau appairé. Un réseau qui a d’autres appairages ou une passerelle est dit inconnu, car un autre chemin peut y mener.',
  'free-addresses':
    'Les adresses du sous-réseau, moins les cinq qu’Azure garde de chaque préfixe, celles qui sont utilisées et celles promises à d’autres clusters, sont moins nombreuses que les nœuds au plus. Trop peu pour les nœuds au moins, ou pour un seul, est une erreur ; sinon c’est un avertissement.',
  'subnet-size': 'Le sous-réseau, s’il était vide, aurait moins d’adresses que le plan n’a de nœuds au plus.',
  delegation: 'Le sous-réseau est délégué à un service.',
  'reserved-name':
    'Le sous-réseau s’appelle GatewaySubnet, AzureFirewallSubnet, AzureFirewallManagementSubnet, AzureBastionSubnet ou RouteServerSubnet.',
  'databricks-subnet':
    'Le sous-réseau est délégué à Microsoft.Databricks, qui demande des sous-réseaux délégués. Pour un cluster ou une instance, c’est la ligne de la délégation qui compte, et celle-ci dit ce qu’elle signifie.',
  'container-overlap':
    'Un préfixe d’adresse du réseau chevauche 172.17.0.0/16 (une erreur), ou celui d’un réseau appairé le chevauche (un avertissement).',
  'disallowed-addresses':
    'Un préfixe d’adresse du réseau chevauche 224.0.0.0/4, 255.255.255.255/32, 127.0.0.0/8, 169.254.0.0/16 ou 168.63.129.16/32.',
  'resource-manager': 'Le fournisseur du réseau n’est pas Microsoft.Network.',
  'existing-compute': 'Rien pour un nouveau calcul : cela concerne les calculs qui existent déjà.',
  'managed-network':
    'Un sous-réseau est donné alors que l’espace de travail gère son propre réseau. Tout le reste au sujet des sous-réseaux est alors inutile. Une machine virtuelle ne peut pas du tout être rattachée à un tel espace de travail.',
  'managed-network-set-up':
    'L’espace de travail gère son propre réseau, et Azure ne l’a pas encore mis en place.',
  'compute-name':
    'Le nom a d’autres caractères que des lettres, des chiffres et des traits d’union, ne commence pas par une lettre, finit par un trait d’union, ou a moins de 3 ou plus de 24 (instance) ou 32 (cluster) caractères, et pour ce qui est rattaché moins de 2 ou plus de 16. Un trait d’union qu’aucune lettre ne suit est une erreur pour une instance et un avertissement pour un cluster ; de même un nom de cluster de plus de 24.',
  'old-batch-opening':
    'Une règle laisse entrer les ports 29876-29877 depuis Internet ou une balise de service publique. Cela est dit inutile depuis le 31 mars 2026.',
  'no-inbound':
    'Une règle laisse entrer Internet ou une balise de service publique dans un sous-réseau de nœuds sans IP publique.',
  ssh: 'SSH par l’adresse publique est souhaité, et la première règle du port 22 laisse entrer tout le monde (un avertissement) ou personne (une information).',
  'both-groups-agree':
    'Un groupe de sécurité du sous-réseau arrête le port 44224, que le groupe créé par le service laisse entrer. C’est la ligne du flux qui compte ; celle-ci dit pourquoi.',
  'group-limits':
    'Le groupe du sous-réseau a plus de 1000 règles, ou plus de 4000 adresses en tout d’un côté ; à partir de neuf dixièmes de l’un ou de l’autre, c’est un avertissement.',
  'group-rules':
    'Une règle du groupe du sous-réseau a une priorité hors de 100 à 4096 ou une priorité qu’une autre règle du même sens a aussi, nomme une balise de service à côté d’autres adresses, ou une balise qui n’est pas dans la liste (un avertissement, car la liste peut être plus ancienne que la balise).',
  'open-default': 'Aucune règle sortante ne refuse Internet.',
  'tag-regions':
    'Le sous-réseau et l’espace de travail sont dans des régions différentes, et un flux vers une balise régionale de l’une d’elles est arrêté. Ce sont les lignes des flux qui comptent.',
  'endpoint-policy':
    'Une stratégie de point de terminaison de service est attachée. Ce qu’elle laisse passer ne fait pas partie du réseau qui est lu, donc c’est dit inconnu ; sans point de terminaison Microsoft.Storage elle n’a pas d’effet.',
  'list-of-2020':
    'La connexion, Azure ML, Resource Manager et le stockage sont autorisés par des règles, alors que UDP 5831 et Batch, venus plus tard, sont bloqués.',
  'way-out':
    'Pas de passerelle NAT avec une adresse publique, ni de route par défaut vers une appliance ou une passerelle. Dans un sous-réseau privé c’est une erreur, sinon les nœuds comptent sur l’accès sortant par défaut, un avertissement. Une route par défaut dont le prochain saut est None n’est pas une sortie.',
  'default-access':
    'Ni passerelle NAT ni route par défaut, et defaultOutboundAccess ne vaut pas false. Une valeur null est ouverte jusqu’à la version d’API 2025-05-01 et inconnue au-delà. Pour un cluster ou une instance, c’est la ligne de la sortie qui compte, et celle-ci dit pourquoi.',
  'direct-routes':
    'Une route dont le prochain saut est Internet, dans un sous-réseau privé sans passerelle NAT.',
  'batch-replies':
    'Dans le profil de décembre 2020 : les réponses à BatchNodeManagement ne partent pas directement vers Internet.',
  'direct-replies':
    'Les réponses à AzureMachineLearning, évaluées par les routes seules, ne partent pas directement vers Internet : chaque préfixe de la balise est cherché, le plus long d’abord. Là où la ligne de l’appel lui-même dit que les réponses se perdent, c’est elle qui compte.',
  'nat-used': 'Une passerelle NAT est attachée, et une route par défaut mène ailleurs.',
  'no-blackhole':
    'Un flux nécessaire est abandonné par une route dont le prochain saut est None. C’est la ligne du flux qui compte.',
  'appliance-health':
    'L’appliance d’une route n’a pas d’adresse, se trouve dans le sous-réseau même, n’est ni dans ce réseau ni dans un réseau appairé, ou l’appairage n’autorise pas le trafic transféré. Le transfert IP de sa carte réseau est supposé.',
  'route-limits':
    'Plus de 25 routes par balise de service (une erreur) ou plus de 400 routes (un avertissement) dans la table.',
  'route-tags':
    'Une route nomme VirtualNetwork, AzureLoadBalancer, Internet, AzurePlatformDNS, AzurePlatformIMDS ou AzurePlatformLKM.',
  'hidden-default-route':
    'Une passerelle d’ici, ou d’un réseau appairé que celui-ci utilise, peut apporter 0.0.0.0/0, aucune route à vous n’en décide, et la table ne refuse pas les routes des passerelles. C’est dit inconnu.',
  'nat-gateway': 'La passerelle NAT n’a pas d’adresse publique, ou n’est ni Standard ni StandardV2.',
  'private-endpoint':
    'Les nœuds n’ont pas d’IP publique et aucun point de terminaison privé approuvé ne représente l’espace de travail.',
  'network-join':
    'Aucun de vos rôles sur le réseau ne donne Microsoft.Network/virtualNetworks/join/action : ses actions avec leurs caractères génériques, moins ses notActions.',
  'subnet-join':
    'Aucun de vos rôles sur le sous-réseau ne donne Microsoft.Network/virtualNetworks/subnets/join/action. D’un rôle qui nomme l’action sans le s de subnets, il est dit qu’il est mal écrit.',
  'compute-write':
    'Aucun de vos rôles sur l’espace de travail ne donne Microsoft.MachineLearningServices/workspaces/computes/write.',
  'network-lock':
    'Un verrou, CanNotDelete ou ReadOnly, sur le réseau, son groupe de ressources ou son abonnement. Sans IP publique sur les nœuds c’est un avertissement : rien n’y est créé de soi-même.',
  'workspace-lock':
    'Un verrou, CanNotDelete ou ReadOnly, sur l’espace de travail, son groupe de ressources ou son abonnement.',
  'network-policy':
    'Azure Policy, interrogé par checkPolicyRestrictions, refuserait un groupe de sécurité, une IP publique ou un équilibreur de charge dans le groupe de ressources du réseau.',
  'network-quota':
    'Un groupe de sécurité, une IP publique et un équilibreur de charge pour chaque centaine de nœuds au plus ne tiennent pas dans ce que l’abonnement peut avoir dans la région du réseau. Plus de neuf dixièmes utilisés est un avertissement.',
  'attach-support':
    'Toujours : le rattachement relève du SDK v1, déprécié le 31 mars 2025 et sans support depuis le 30 juin 2026.',
  'attached-once': 'Un calcul de l’espace de travail a déjà la même ressource rattachée.',
  'attach-network':
    'Ce qui est rattaché n’est dans aucun réseau virtuel à vous. Ce qui est demandé d’un sous-réseau est alors inutile.',
  'machine-system':
    'La machine tourne sous Windows, ou son image ne nomme ni Ubuntu ni la Data Science Virtual Machine. Un Linux venu d’un disque à vous est dit inconnu.',
  'machine-address':
    'La carte réseau de la machine n’a pas d’IP publique, ou ni la carte ni le sous-réseau n’a de groupe de sécurité : une IP publique Standard ne laisse entrer que ce qu’un groupe ouvre.',
  'cluster-address':
    'HDInsight ne joint le cluster que par liaison privée (resourceProviderConnection vaut Outbound), ou le cluster n’a pas d’adresse SSH.',
  'cluster-policy': 'Une stratégie de point de terminaison de service est attachée au sous-réseau.',
  'platform-dns':
    'Le réseau n’a pas de serveurs de noms à lui, et la première règle sortante qui nomme AzurePlatformDNS refuse le port 53.',
  'management-replies':
    'Les réponses aux adresses de gestion de HDInsight, évaluées par les routes seules, ne partent pas directement vers Internet. Là où la ligne de l’appel lui-même dit que les réponses se perdent, c’est elle qui compte.',
  'databricks-place':
    'Databricks est dans une autre région que l’espace de travail (une erreur), ou dans un autre abonnement (un avertissement).',
  'databricks-storage':
    'Un point de terminaison privé pour blob ou dfs dans le réseau de Databricks y répond. Sinon la question est posée, car le stockage dont il s’agit n’est pas dans le réseau.',
  'databricks-default-subnet': 'Le réseau n’a pas de sous-réseau appelé default.',
  'databricks-subnets':
    'Databricks a moins de deux sous-réseaux, ou l’un d’eux n’est pas délégué à Microsoft.Databricks/workspaces ou n’a pas de groupe de sécurité.',
  'databricks-size':
    'Le préfixe du réseau qui contient les sous-réseaux n’est pas entre /16 et /24 (une erreur), ou un sous-réseau est plus petit que /26 (un avertissement).',
  'databricks-public-ip': 'Databricks est créé sans connectivité sécurisée des clusters (enableNoPublicIp).',
  'databricks-routes':
    'Le sous-réseau a une table de routage qui envoie AzureDatabricks, Sql, Storage ou EventHub ailleurs que directement vers Internet. Ce sont les lignes des flux qui comptent. AzureDatabricks est laissé de côté là où Databricks est joint par liaison privée.',
  'storage-network':
    'Le compte de stockage de l’espace de travail ne laisse entrer aucun sous-réseau de ce réseau : il est fermé, n’en nomme aucun dans ses règles, et n’a pas de point de terminaison privé ici.',
  'storage-rule':
    'Le compte laisse entrer des sous-réseaux nommés, et pas celui-ci ; ou il nomme celui-ci, dont le point de terminaison de service Microsoft.Storage est désactivé. Sans objet là où des points de terminaison privés y mènent ou si le compte est ouvert. Là où des adresses sont nommées aussi, c’est inconnu : l’adresse publique des nœuds n’est pas lue.',
  'storage-endpoints':
    'Le compte est fermé, ou fait partie d’un périmètre de sécurité réseau appliqué dont les règles ne laissent entrer personne du dehors, et aucun point de terminaison privé pour blob ou file n’est dans ce réseau ou dans un réseau appairé. Sans queue ou table c’est une information. La liaison privée passe toujours un périmètre ; un périmètre qui n’est pas appliqué laisse valoir les règles du compte, et un périmètre illisible est inconnu.',
  'storage-trust':
    'Le compte est fermé, ne nomme l’espace de travail dans aucune règle d’instance de ressource, et ne laisse pas entrer les services approuvés. Cela arrête des pages du studio et aucun calcul, donc c’est un avertissement.',
  'perimeter-smb':
    'Le compte de stockage de l’espace de travail appartient à un périmètre de sécurité réseau en mode appliqué, qui bloque le trafic autre que HTTPS, comme SMB.',
  'shared-key':
    'L’accès par clé partagée au compte de stockage de l’espace de travail est désactivé, et l’espace de travail n’ouvre pas ses magasins de données avec des identités.',
  'endpoint-mix':
    'Le réseau managé a un point de terminaison privé du compte de stockage, et le compte a des règles pour des sous-réseaux.',
  'key-vault':
    'Le coffre de l’espace de travail est fermé à ce sous-réseau : pas de point de terminaison privé dans ce réseau ou dans un réseau appairé, et pas de règle pour le sous-réseau avec le point de terminaison de service Microsoft.KeyVault activé. Avec une règle, les services approuvés doivent entrer aussi. Un périmètre appliqué décide comme pour le stockage.',
  'registry-sku':
    'Le registre de l’espace de travail n’est pas Premium. S’il est ouvert malgré tout c’est un avertissement, car les calculs l’atteignent.',
  'registry-place':
    'Le registre de l’espace de travail est fermé à ce sous-réseau, ce qui est une erreur. Un point de terminaison privé dans un réseau appairé est possible et dit comme information. Un périmètre appliqué décide comme pour le stockage.',
  'registry-trust': 'Le registre est fermé et ne laisse pas entrer les services approuvés d’Azure.',
  'build-compute':
    'Le compte de stockage ou le registre est fermé, et la construction d’images ne l’atteint pas : l’espace de travail ne nomme aucun cluster, et son calcul serverless n’est ni dans ce réseau ni dans un réseau appairé. Ou ce qu’il nomme n’est pas un cluster, a des cartes graphiques, ou n’est ni dans ce réseau ni dans un réseau appairé.',
  monitoring:
    'Application Insights de l’espace de travail fait partie d’une étendue de liaison privée qui ne prend ou ne montre que ce qui vient par liaison privée, ou est de l’ancien type.',
  'several-endpoints':
    'L’espace de travail a plusieurs points de terminaison privés, et aucun n’est dans un réseau qui contient un point de terminaison ou une règle de sous-réseau du stockage, du coffre et du registre, pour autant qu’ils soient fermés.',
  'address-list':
    'L’espace de travail ne peut être appelé que depuis des adresses listées, et aucun de ses points de terminaison privés n’est dans ce réseau ou dans un réseau appairé.',
  'public-door':
    'L’espace de travail a un point de terminaison privé, et peut malgré tout être appelé depuis Internet.',
  'endpoint-policies':
    'Les stratégies réseau des points de terminaison privés sont activées dans le sous-réseau du point de terminaison, et les règles de son groupe de sécurité arrêtent TCP 443 venant des calculs, ou TCP 445 vers un partage de fichiers (une erreur), ou une route des calculs, au moins aussi longue qu’un préfixe de ce réseau, mène l’adresse du point de terminaison ailleurs. Il s’agit des points de terminaison de l’espace de travail et, s’ils ont été lus, de son compte de stockage (blobs et fichiers), de son coffre et de son registre.',
  'workspace-zones':
    'Une zone DNS privée d’Azure ML que personne n’a liée au réseau qui demande les noms (celui-ci, ou celui de ses serveurs DNS), ou qui n’a pas d’enregistrement du point de terminaison de l’espace de travail. Les zones sont cherchées dans les abonnements du réseau et de l’espace de travail, et là où mènent les groupes de zones des points de terminaison. Sans objet là où un serveur DNS n’est dans aucun réseau qui a été lu.',
  'service-zones':
    'La même chose pour les zones de chaque point de terminaison privé à portée du stockage, du coffre et du registre de l’espace de travail.',
  'name-servers':
    'Le réseau a ses propres serveurs DNS. S’ils ne sont pas atteints par UDP 53 c’est une erreur quand cela vaut pour tous ; s’ils transfèrent vers 168.63.129.16 personne ne le voit du dehors, donc c’est inconnu là où des noms privés sont nécessaires. Un pare-feu Azure parmi eux qui a été lu est suivi : son proxy DNS interroge Azure ou ses propres serveurs, et ne répond à personne tant qu’il est désactivé. Un serveur dans un sous-réseau délégué aux résolveurs privés DNS interroge Azure.',
  'instance-record':
    'Le réseau a ses propres serveurs DNS, et aucune zone privée qui a été lue ne contient les enregistrements de l’instance sous les deux terminaisons. C’est dit comme question à poser, car un enregistrement sur les serveurs mêmes ne se voit pas.',
  'batch-names': 'Le réseau a ses propres serveurs DNS. C’est dit comme question à poser.',
};

/** Ce qu’une note demande. */
export const noteFindings = {
  byName:
    'Une règle de groupe de sécurité réseau ne peut pas nommer d’hôtes. Si tout Internet est joignable en TCP 443, ils sont autorisés. Si rien n’en est joignable, ils sont bloqués, à titre d’information. Si un pare-feu Azure que vous pouvez lire est sur le chemin, ses règles décident selon les noms ci-dessous. Sinon, c’est à confirmer avec votre équipe réseau.',
  always: 'Rien n’est évalué : la question est posée, car aucun modèle de réseau ne le contient.',
  unlessInternet:
    'Rien n’est évalué : un groupe de sécurité ne peut pas exprimer de noms d’hôtes. La question est posée, sauf si tout Internet est joignable en TCP 443, ce qui y répond.',
};
