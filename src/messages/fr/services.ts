import type { servicesMessages as english } from '../en/services';

export const servicesMessages: Readonly<Record<keyof typeof english, string>> = {
  'board.group.services': 'Stockage, coffre de clés et registre',
  'board.group.names': 'Noms (DNS)',

  'requirement.pe-network-policies-workspace.name':
    'Les sous-réseaux des points de terminaison privés autorisent le trafic entrant',
  'requirement.pe-network-policies-workspace.consequence':
    'Des règles de NSG ou des routes du sous-réseau d’un point de terminaison privé bloquent la ressource de calcul.',
  'requirement.pe-network-policies-workspace.ask':
    'Désactivez les stratégies réseau des points de terminaison privés dans le sous-réseau du point de terminaison. Vous pouvez aussi y autoriser TCP 443 en entrée depuis le sous-réseau de la ressource de calcul, et TCP 445 pour un partage de fichiers.',
  'requirement.pe-network-policies-workspace.disagree':
    'La page sur les espaces de travail exige de désactiver les stratégies avant d’ajouter un point de terminaison. La page plus récente sur les stratégies réseau les décrit comme facultatives.',

  'requirement.dns-zones-linked.name':
    'Les noms de l’espace de travail sont résolus vers le point de terminaison privé',
  'requirement.dns-zones-linked.consequence':
    'Les noms de l’espace de travail sont résolus vers des adresses publiques, qui refusent les connexions. Les travaux échouent, et le studio affiche l’erreur 403.',
  'requirement.dns-zones-linked.ask':
    'Liez les zones DNS privées d’Azure ML au réseau qui résout les noms. Ajoutez les deux zones au groupe de zones DNS du point de terminaison privé.',

  'requirement.dns-dependency-zones.name':
    'Les noms du stockage, du coffre de clés et du registre sont résolus vers des points de terminaison privés',
  'requirement.dns-dependency-zones.consequence':
    'Les noms du compte de stockage, du coffre de clés ou du registre sont résolus vers des adresses publiques, où leurs pare-feu refusent la ressource de calcul.',
  'requirement.dns-dependency-zones.ask':
    'Liez la zone DNS privée de chaque service au réseau qui résout les noms. Un coffre de clés a besoin de privatelink.vaultcore, pas de privatelink.vault. Ajoutez un groupe de zones DNS à chaque point de terminaison privé.',

  'requirement.dns-custom-server-forwarders.name':
    'Les serveurs DNS transfèrent les noms privés vers 168.63.129.16 (Azure)',
  'requirement.dns-custom-server-forwarders.consequence':
    'Les serveurs DNS qui ne transfèrent pas vers 168.63.129.16 ignorent les zones DNS privées. Les noms privés sont alors résolus vers des adresses publiques.',
  'requirement.dns-custom-server-forwarders.ask':
    'Transférez {hosts}, ainsi que les noms du stockage, du coffre de clés et du registre, vers 168.63.129.16. Le serveur qui transfère doit être dans un réseau auquel les zones privées sont liées. Un serveur du réseau local doit transférer vers ce serveur.',

  'requirement.dns-custom-server-forwarders.disagree':
    'La page sur le DNS personnalisé transfère les zones privatelink de l’espace de travail. La page sur le DNS des points de terminaison privés transfère les zones publiques.',

  'requirement.dns-custom-instance-record.name': 'Enregistrements DNS pour l’instance',
  'requirement.dns-custom-instance-record.consequence':
    'Les clients du réseau ne peuvent pas résoudre les noms de Jupyter, du terminal et de SSH de l’instance.',
  'requirement.dns-custom-instance-record.ask':
    'Ajoutez ces enregistrements DNS avec l’adresse du point de terminaison privé de l’espace de travail, pas avec celle de l’instance : {hosts}.',
  'requirement.dns-custom-instance-record.askAddress':
    'Ajoutez ces enregistrements DNS avec {address}, l’adresse du point de terminaison privé de l’espace de travail : {hosts}. Sans serveur DNS, ajoutez cette ligne au fichier hosts de chaque client : {line}',
  'requirement.dns-custom-instance-record.disagree':
    'Les pages sur l’entraînement et le pare-feu utilisent instances.azureml.ms. La page sur le DNS utilise instances.ml.azure.ms. Créez les deux enregistrements.',

  'requirement.dns-batch-storage-classic.name':
    'Les serveurs DNS résolvent les noms publics du stockage (Batch classique)',
  'requirement.dns-batch-storage-classic.consequence':
    'Les machines en communication Batch classique ne peuvent pas résoudre le stockage d’Azure Batch : elles ne démarrent pas.',
  'requirement.dns-batch-storage-classic.ask':
    'Faites résoudre {hosts} vers des adresses publiques par vos serveurs DNS. Azure Batch y tient des stockages blob, queue et table.',

  'requirement.browser-doh.name': 'Les navigateurs utilisent votre DNS (pas de DNS sur HTTPS)',
  'requirement.browser-doh.consequence':
    'Un navigateur qui utilise le DNS sur HTTPS obtient des adresses publiques, et le studio affiche l’erreur 403.',
  'requirement.browser-doh.ask':
    'Désactivez le DNS sur HTTPS dans les navigateurs qui ouvrent le studio (dans Firefox, ou comme DNS sécurisé dans Edge).',

  'requirement.multi-private-endpoints.name':
    'Point de terminaison privé de l’espace de travail dans le réseau de ses services',
  'requirement.multi-private-endpoints.consequence':
    'L’espace de travail n’atteint pas son compte de stockage, son coffre de clés ou son registre.',
  'requirement.multi-private-endpoints.ask':
    'Ajoutez un point de terminaison privé pour l’espace de travail au réseau qui contient ceux du stockage, du coffre de clés et du registre.',

  'requirement.private-link-public-access-features.name':
    'Accès réseau public à l’espace de travail désactivé',
  'requirement.private-link-public-access-features.consequence':
    'Par l’adresse publique, Jupyter, JupyterLab et RStudio ne fonctionnent pas, et le concepteur risque de ne pas lire les données privées.',
  'requirement.private-link-public-access-features.ask':
    'Connectez-vous depuis le réseau (VPN, ExpressRoute ou Bastion), ou désactivez l’accès réseau public à l’espace de travail.',

  'requirement.serverless-npip-ip-allowlist.name':
    'Le calcul serverless atteint un espace de travail avec une liste d’adresses IP autorisées',
  'requirement.serverless-npip-ip-allowlist.consequence':
    'L’adresse sortante des nœuds change : vous ne pouvez pas l’ajouter à la liste. L’espace de travail refuse leurs appels.',
  'requirement.serverless-npip-ip-allowlist.ask':
    'Ajoutez un point de terminaison privé pour l’espace de travail à ce réseau ou à un réseau appairé.',

  'requirement.instance-selected-networks.name':
    'Point de terminaison privé pour un espace de travail qui autorise des adresses IP sélectionnées',
  'requirement.instance-selected-networks.consequence':
    'L’espace de travail refuse les appels de l’instance : la création de l’instance échoue.',
  'requirement.instance-selected-networks.ask':
    'Ajoutez un point de terminaison privé pour l’espace de travail à ce réseau ou à un réseau appairé, ou autorisez l’accès depuis tous les réseaux.',
  'requirement.instance-selected-networks.disagree':
    'Pour votre propre réseau virtuel, seule une note d’août 2025 l’indique. La page sur le réseau virtuel managé exige un point de terminaison privé pour l’espace de travail dans le même cas. Les autres pages ne le mentionnent pas.',

  'requirement.control-plane-stays-public.name': 'Votre machine atteint Azure Resource Manager',
  'requirement.control-plane-stays-public.consequence':
    'Vous ne pouvez ni créer, ni modifier, ni supprimer de ressources de calcul depuis une machine qui n’atteint pas Azure Resource Manager.',
  'requirement.control-plane-stays-public.ask':
    'Les machines qui gèrent les ressources de calcul atteignent-elles Azure Resource Manager par Internet ? La liaison privée de l’espace de travail ne le comprend pas.',

  'requirement.storage-same-vnet-2020.name':
    'Le compte de stockage autorise le réseau de la ressource de calcul',
  'requirement.storage-same-vnet-2020.consequence':
    'Les travaux ne peuvent pas lire le compte de stockage, car son pare-feu les refuse.',
  'requirement.storage-same-vnet-2020.ask':
    'Ajoutez à ce réseau un point de terminaison privé pour le compte de stockage, ou une règle réseau pour un de ses sous-réseaux.',

  'requirement.storage-service-endpoint-same-subnet.name': 'Le compte de stockage autorise ce sous-réseau',
  'requirement.storage-service-endpoint-same-subnet.consequence':
    'Le pare-feu du compte de stockage refuse l’accès : les travaux et les notebooks échouent.',
  'requirement.storage-service-endpoint-same-subnet.ask':
    'Activez le point de terminaison de service Microsoft.Storage dans le sous-réseau, et ajoutez le sous-réseau aux règles réseau du compte de stockage.',

  'requirement.storage-private-endpoint-subresources.name':
    'Points de terminaison privés pour les stockages blob et file',
  'requirement.storage-private-endpoint-subresources.consequence':
    'Sans le point de terminaison blob, les artefacts ne peuvent pas être enregistrés. Sans celui de file, le partage des notebooks et du code ne peut pas être monté.',
  'requirement.storage-private-endpoint-subresources.ask':
    'Ajoutez des points de terminaison privés pour blob et file du compte de stockage à ce réseau ou à un réseau appairé. Les points de terminaison par lots et les travaux parallèles ont aussi besoin de queue et de table.',

  'requirement.storage-trusted-access.name': 'Le compte de stockage autorise l’espace de travail',
  'requirement.storage-trusted-access.consequence':
    'Les aperçus du studio, le concepteur et les profils du ML automatisé échouent. Les ressources de calcul ne sont pas concernées.',
  'requirement.storage-trusted-access.ask':
    'Ajoutez l’espace de travail aux règles d’instance de ressource du compte de stockage, ou autorisez les services Azure approuvés.',

  'requirement.storage-trusted-access.disagree':
    'La page sur les espaces de travail sécurisés décrit l’option des services approuvés et les règles d’instance de ressource. Elle n’indique pas si l’une d’elles suffit.',

  'requirement.storage-perimeter-smb.name':
    'Partage de fichiers d’un stockage dans un périmètre de sécurité réseau',
  'requirement.storage-perimeter-smb.consequence':
    'L’instance ne peut pas monter son partage de fichiers par SMB (TCP 445) : les notebooks et les fichiers manquent.',
  'requirement.storage-perimeter-smb.ask':
    'Retirez le compte de stockage du périmètre. Vous pouvez aussi tester si le partage se monte avec un point de terminaison privé pour file.',
  'requirement.storage-perimeter-smb.disagree':
    'La page sur les périmètres du stockage indique qu’un périmètre bloque tous les protocoles sauf HTTPS. Elle indique aussi que les connexions par liaison privée aboutissent toujours.',

  'requirement.storage-shared-key-enabled.name': 'Accès au stockage par clé partagée ou identité',
  'requirement.storage-shared-key-enabled.consequence': 'La création de l’instance échoue.',
  'requirement.storage-shared-key-enabled.ask':
    'Autorisez les clés partagées sur le compte de stockage, ou utilisez l’accès par identité aux magasins de données de l’espace de travail (systemDatastoresAuthMode).',

  'requirement.keyvault-network.name': 'Le coffre de clés autorise ce sous-réseau',
  'requirement.keyvault-network.consequence':
    'Les travaux qui ont besoin d’un secret échouent, car ils ne peuvent pas le lire.',
  'requirement.keyvault-network.ask':
    'Ajoutez un point de terminaison privé pour le coffre de clés à ce réseau ou à un réseau appairé. Vous pouvez aussi activer le point de terminaison de service Microsoft.KeyVault dans le sous-réseau, ajouter le sous-réseau aux règles du coffre et autoriser les services approuvés.',

  'requirement.keyvault-network.disagree':
    'La page sur les espaces de travail sécurisés s’appuie sur les services approuvés. En janvier 2022, la liste des services approuvés de Key Vault ne contenait pas Azure Machine Learning.',

  'requirement.acr-premium.name': 'Registre au niveau Premium',
  'requirement.acr-premium.consequence':
    'Le registre ne prend en charge ni points de terminaison privés ni règles réseau : vous ne pouvez pas le fermer à Internet.',
  'requirement.acr-premium.ask': 'Passez le registre au niveau Premium.',

  'requirement.acr-network-placement.name': 'Registre joignable depuis ce sous-réseau',
  'requirement.acr-network-placement.consequence':
    'Les images ne peuvent pas être téléchargées : les travaux ne démarrent pas.',
  'requirement.acr-network-placement.ask':
    'Ajoutez un point de terminaison privé pour le registre à ce réseau. Si ce n’est pas possible, ajoutez-le à un réseau appairé.',

  'requirement.acr-trusted-services.name': 'Le registre autorise les services Azure approuvés',
  'requirement.acr-trusted-services.consequence':
    'Azure ML ne peut ni envoyer d’images au registre ni en télécharger.',
  'requirement.acr-trusted-services.ask':
    'Autorisez les services Azure approuvés dans le registre (networkRuleBypassOptions).',

  'requirement.image-build-compute.name': 'La construction d’images atteint le registre et le stockage',
  'requirement.image-build-compute.consequence':
    'Les constructeurs d’Azure n’atteignent pas un registre ou un compte de stockage fermé : les travaux qui construisent un environnement échouent.',
  'requirement.image-build-compute.ask':
    'Définissez un cluster à processeurs de ce réseau ou d’un réseau appairé pour la construction d’images (option --image-build-compute d’Azure CLI). Vous pouvez aussi utiliser un de vos sous-réseaux pour le calcul serverless.',

  'requirement.monitor-ampls-open-mode.name': 'Étendue de liaison privée Azure Monitor en mode Open',
  'requirement.monitor-ampls-open-mode.consequence':
    'Azure Monitor refuse les journaux et métriques d’Azure ML.',
  'requirement.monitor-ampls-open-mode.ask':
    'Définissez le mode d’accès de l’étendue de liaison privée Azure Monitor sur Open. Utilisez une ressource Application Insights basée sur un espace de travail Log Analytics.',

  'requirement.endpoint-mix.name':
    'Aucune règle de sous-réseau à côté d’un point de terminaison privé managé',
  'requirement.endpoint-mix.consequence':
    'Avec un réseau virtuel managé, un compte ne peut pas utiliser à la fois un point de terminaison privé et un point de terminaison de service.',
  'requirement.endpoint-mix.ask':
    'Retirez du compte les règles de sous-réseau, et utilisez des points de terminaison privés.',

  'judge.services.notRead': 'Les services de l’espace de travail n’ont pas été lus.',
  'judge.services.none': 'L’espace de travail n’a pas ce service.',
  'judge.services.endpointElsewhere':
    'Le point de terminaison privé {name} est à un endroit qui n’a pas été lu.',
  'judge.services.endpointTarget':
    'La cible du point de terminaison privé {name} est peut-être cette ressource.',
  'judge.services.subnetRule':
    'Une règle de {name} autorise le sous-réseau {rule}, qui est peut-être celui-ci.',
  'judge.zones.maybeLinked': 'Un lien de la zone {zone} mène peut-être au réseau {network}.',
  'judge.services.addressRules':
    'Le service autorise des adresses IP listées. On ne sait pas si celle des nœuds en fait partie.',
  'judge.services.open': '{name} autorise l’accès depuis tous les réseaux',
  'judge.services.openToAll': 'Le service autorise l’accès depuis tous les réseaux.',
  'judge.services.subnet': '{name} a une règle réseau pour {subnet}',
  'judge.services.endpoint': '{name} a un point de terminaison privé que ce sous-réseau atteint',
  'judge.services.byEndpoint': 'Le sous-réseau utilise plutôt des points de terminaison privés.',
  'judge.services.byRules': 'Le sous-réseau utilise plutôt une règle réseau du service.',
  'judge.services.noRules': 'Le service n’a pas de règle réseau pour un sous-réseau.',
  'judge.services.otherRow': 'Cela dépend des points de terminaison privés, dont le résultat est inconnu.',
  'judge.services.otherRegion':
    '{name} a une règle réseau pour {subnet}, mais se trouve dans {location}. Le point de terminaison de service Microsoft.Storage ne couvre que {region} et sa région jumelée. Microsoft.Storage.Global couvre toutes les régions.',
  'judge.services.far':
    '{name} est dans {location}, que le point de terminaison de service Microsoft.Storage de {subnet} dans {region} ne couvre pas (Microsoft.Storage.Global le couvre)',
  'judge.services.lacks.rule':
    '{name} a des règles réseau pour d’autres sous-réseaux, mais pas pour {subnet}',
  'judge.services.lacks.endpoint':
    '{name} a une règle réseau pour {subnet}, mais le point de terminaison de service du sous-réseau est désactivé',
  'judge.services.closed':
    '{name} refuse l’accès public, et ce sous-réseau n’atteint pas de point de terminaison privé pour lui',
  'judge.services.perimeter': 'le périmètre {perimeter} refuse tout accès à {name} depuis l’extérieur',
  'judge.perimeter.addresses':
    'Le périmètre {name} autorise des adresses IP listées. On ne sait pas si celle des nœuds en fait partie.',
  'judge.perimeter.identities': 'Le périmètre {name} n’autorise que les identités managées de l’abonnement.',
  'judge.storage.ownEndpoint': '{name} a un point de terminaison privé dans ce réseau',
  'judge.storage.ownRule': '{name} a une règle réseau pour un sous-réseau de ce réseau',
  'judge.storage.otherNetwork':
    '{name} n’autorise {network} ni par un point de terminaison privé ni par une règle réseau',
  'judge.storage.situational':
    '{name} n’a pas de points de terminaison privés pour {groups}, dont seuls les points de terminaison par lots et les travaux parallèles ont besoin',
  'judge.storage.endpoints': '{name} a des points de terminaison privés pour blob, file, queue et table',
  'judge.storage.lacks': 'ce sous-réseau n’atteint pas de point de terminaison privé pour {group} de {name}',
  'judge.storage.restByRules':
    '{name} n’a pas de point de terminaison privé pour {group}, mais autorise ce sous-réseau',
  'judge.storage.trusted': '{name} autorise les services approuvés',
  'judge.storage.namesWorkspace': '{name} a une règle d’instance de ressource pour {workspace}',
  'judge.storage.untrusted': '{name} n’autorise ni les services approuvés ni {workspace}',
  'judge.storage.trustByPerimeter': 'le périmètre {perimeter} autorise l’abonnement de l’espace de travail',
  'judge.storage.noTrustInPerimeter':
    'le périmètre {perimeter} est appliqué à {name}, ignore les services approuvés et n’autorise pas l’abonnement de l’espace de travail',
  'judge.storage.noPerimeter': 'Le compte de stockage n’est pas dans un périmètre de sécurité réseau.',
  'judge.storage.smbByEndpoint':
    'La page sur les périmètres n’indique pas si le périmètre {perimeter} autorise SMB par le point de terminaison privé pour {name}.',
  'judge.storage.smbInPerimeter': 'le périmètre {perimeter} bloque SMB vers {name}',
  'judge.storage.keys': '{name} autorise les clés partagées',
  'judge.storage.byIdentity':
    '{name} n’autorise pas les clés partagées, et l’espace de travail utilise des identités',
  'judge.storage.noKeys': '{name} n’autorise pas les clés partagées',
  'judge.mix.own': 'L’espace de travail n’utilise pas de réseau virtuel managé.',
  'judge.mix.noEndpoint': 'le réseau virtuel managé n’a pas de point de terminaison privé pour {name}',
  'judge.mix.endpointOnly': '{name} n’a pas de règles réseau pour des sous-réseaux',
  'judge.mix.both':
    '{name} a un point de terminaison privé managé et {n} {n:règle réseau|règles réseau} pour des sous-réseaux',
  'judge.vault.untrusted':
    '{name} a une règle pour le sous-réseau, mais n’autorise pas les services approuvés',
  'judge.registry.none': 'L’espace de travail n’a pas encore de registre.',
  'judge.registry.premium': '{name} est au niveau Premium',
  'judge.registry.lower': '{name} est au niveau {sku}',
  'judge.registry.peered':
    'le point de terminaison privé pour {name} est dans un réseau appairé, mais ce réseau-ci est recommandé',
  'judge.registry.trusted': '{name} autorise les services approuvés',
  'judge.registry.untrusted': '{name} n’autorise pas les services approuvés',
  'judge.build.open': 'Le registre et le compte de stockage autorisent les constructeurs d’Azure.',

  'judge.build.thisOne':
    'aucun cluster n’est défini pour la construction d’images, et le calcul serverless n’utilise pas un de vos sous-réseaux',
  'judge.build.noCluster': '{name} n’est pas un cluster de calcul',
  'judge.build.gpu': '{name} utilise des machines à GPU ({size})',
  'judge.build.outside': '{name} n’est pas dans un réseau virtuel',
  'judge.build.named':
    '{name} construit les images et atteint le registre, le stockage et les hôtes de packages depuis le sous-réseau {subnet}',
  'judge.build.named.blocked':
    '{name} construit les images, et son sous-réseau {subnet} n’atteint pas {hosts}',
  'judge.build.named.unknown':
    '{name} construit les images, mais on ne sait pas si son sous-réseau {subnet} atteint {hosts}',
  'judge.build.named.unread':
    '{name} construit les images dans le sous-réseau {subnet} du réseau {network}, qui n’a pas été lu',
  'judge.build.named.elsewhere':
    '{name} construit les images dans le réseau {network}, qui n’atteint pas le registre et le stockage',
  'judge.build.serverless':
    'le calcul serverless construit les images et atteint le registre, le stockage et les hôtes de packages depuis le sous-réseau {subnet}',
  'judge.build.serverless.blocked':
    'le calcul serverless construit les images, et son sous-réseau {subnet} n’atteint pas {hosts}',
  'judge.build.serverless.unknown':
    'le calcul serverless construit les images, mais on ne sait pas si son sous-réseau {subnet} atteint {hosts}',
  'judge.build.serverless.unread':
    'le calcul serverless construit les images dans le sous-réseau {subnet} du réseau {network}, qui n’a pas été lu',
  'judge.build.serverless.elsewhere':
    'le calcul serverless construit les images dans le réseau {network}, qui n’atteint pas le registre et le stockage',
  'judge.monitoring.noScope': 'Application Insights n’utilise pas d’étendue de liaison privée.',
  'judge.monitoring.private': 'l’étendue {scope} n’accepte les données de {name} que par liaison privée',
  'judge.monitoring.open': '{name} utilise des étendues de liaison privée en mode Open',
  'judge.monitoring.classic': '{name} est une ressource classique sans espace de travail Log Analytics',
  'judge.several.one': 'L’espace de travail a au plus un point de terminaison privé.',
  'judge.several.together':
    'un point de terminaison privé pour l’espace de travail est dans {network}, où sont ses services',
  'judge.several.unread':
    '{n} {n:point de terminaison privé|points de terminaison privés} de l’espace de travail {n:est|sont} à un endroit qui n’a pas été lu.',
  'judge.several.apart':
    'aucun des {n} points de terminaison privés de l’espace de travail n’est dans le réseau de ses services',
  'judge.addressList.none': 'L’espace de travail n’utilise pas de liste d’adresses IP autorisées.',
  'judge.addressList.endpoint':
    'ce sous-réseau atteint un point de terminaison privé pour l’espace de travail',
  'judge.addressList.only':
    'l’espace de travail n’autorise que {n} {n:adresse listée|adresses listées}, et ce sous-réseau n’atteint pas de point de terminaison privé pour lui',
  'judge.door.open': 'l’accès réseau public est activé',
  'judge.door.closed': 'l’accès réseau public est désactivé',
  'judge.policies.noEndpoint':
    'Le sous-réseau n’atteint pas de point de terminaison privé pour l’espace de travail.',
  'judge.policies.off': 'les stratégies réseau sont désactivées dans {subnet}',
  'judge.policies.pass':
    'les stratégies réseau sont activées dans {subnet} et ne bloquent pas la ressource de calcul',
  'judge.policies.stopped': 'des règles de {subnet} bloquent le trafic vers {endpoint}',
  'judge.policies.route': 'la route {route} de {table} détourne le trafic vers {endpoint}',
  'judge.zones.noEndpoints':
    'Le sous-réseau n’atteint pas de point de terminaison privé pour le stockage, le coffre de clés ou le registre.',
  'judge.zones.ownServers': 'Vos propres serveurs DNS résolvent les noms.',
  'judge.zones.linked': '{n} {n:zone est liée|zones sont liées} à {network}',
  'judge.zones.notLinked': '{zone} n’est pas liée à {network}',
  'judge.zones.none': '{zone} manque pour {network}',
  'judge.zones.noneAll': '{n} zones manquent, ne sont pas liées ou n’ont pas l’enregistrement : {zones}',
  'judge.zones.notLinkedAll': '{n} zones ne sont pas liées : {zones}',
  'judge.zones.wrongName': '{zone} manque pour {network}, car la zone {wrong} a un nom erroné',
  'judge.zones.noRecord': '{zone} n’a pas d’enregistrement pour {endpoint}',
  'judge.zones.noName': 'aucun enregistrement {record} de {zone} ne pointe vers {endpoint}',
  'judge.zones.notListed': 'Les zones DNS privées de {name} n’ont pas été lues.',
  'judge.zones.rulesetsNotListed': 'Les ensembles de règles de transfert DNS de {name} n’ont pas été lus.',
  'judge.zones.ruleset':
    'L’ensemble de règles de transfert DNS {name} est lié à {network}. On ne sait pas où ses règles transfèrent les noms.',
  'judge.assume.earlierComputes':
    'Les autres ressources de calcul de l’espace de travail sont telles que lues en dernier, car Azure ne les a pas renvoyées depuis.',
  'judge.assume.zonesSeen':
    'Dans les abonnements non lus, aucune zone {zone} et aucun ensemble de règles de transfert DNS ne sont liés. Les abonnements du réseau, des serveurs DNS et de l’espace de travail ont été lus.',
  'judge.zones.servicesNotRead':
    'Les fichiers ne créent pas l’espace de travail {name}, donc des zones DNS privées qui n’y figurent pas peuvent répondre pour lui et ses services.',
  'judge.zones.notRead': 'Les zones DNS privées n’ont pas été lues.',
  'judge.names.azure': 'Azure DNS résout les noms',
  'judge.names.azureAnswers': 'Azure DNS résout les noms.',
  'judge.names.own': 'les réponses DNS viennent de {servers}, et les noms privés ne sont pas nécessaires',
  'judge.names.peerElsewhere':
    '{servers:Le serveur|Les serveurs} DNS {servers} {servers:est|sont} hors de {network}. Un appairage d’un autre fichier y mène peut-être.',
  'judge.names.unreached':
    'le sous-réseau n’atteint pas {servers:le serveur|les serveurs} DNS {servers} sur UDP 53',
  'judge.names.forwarders':
    'De l’extérieur, on ne voit pas si {servers:le serveur|les serveurs} DNS {servers} {servers:transfère|transfèrent} les noms privés vers 168.63.129.16.',
  'judge.names.silent': 'le proxy DNS du pare-feu {firewall} est désactivé : il ne résout pas les noms',
  'judge.names.proxy': 'le pare-feu {firewall} transfère les noms à Azure DNS',
  'judge.names.resolver':
    '{servers} {servers:est un résolveur privé DNS|sont des résolveurs privés DNS}, et Azure DNS résout les noms',
  'judge.assume.noRuleset':
    'Un résolveur privé DNS est à {servers}, et aucun ensemble de règles de transfert de son réseau ne transfère les noms privés ailleurs.',
  'judge.names.elsewhere':
    'Le pare-feu {firewall} utilise Azure DNS depuis un hub virtuel, auquel aucune zone privée ne peut être liée.',
  'judge.names.handedOn': 'Une appliance du chemin décide si le sous-réseau peut joindre {servers}.',
  'judge.names.instance': 'des zones privées contiennent {names}',

  'services.note.serviceEndpoint':
    'Les appels de {subnet} à {service} ont alors des adresses sources privées. Les services de ce type qui autorisent une adresse IP publique, comme celle d’une passerelle NAT, refusent alors ces appels. Les connexions ouvertes sont interrompues une fois.',
  'services.note.admitted':
    '{name} autorise alors toutes les machines de {subnet}. Vous devez avoir l’action joinViaServiceEndpoint sur le sous-réseau.',
  'services.note.trusted':
    'Tous les services Azure approuvés peuvent alors appeler {name}, chacun avec ses propres autorisations.',
  'services.note.linked':
    'Depuis {network}, les noms de {zone} sans enregistrement dans la zone ne sont plus résolus, même s’ils existent sur Internet.',
  'services.note.builder':
    'La correction définit {name} dans {workspace} avant que le cluster existe. Créez le cluster sous ce nom. Il construit alors toutes les images de l’espace de travail.',
  'services.note.builderStays':
    'Vous ne pouvez pas annuler cette action. Vous pouvez définir un autre cluster à la place.',
  'services.note.endpointRule':
    'La correction n’autorise que ce sous-réseau à atteindre {endpoint} dans {subnet}.',
  'services.note.endpointRoutes':
    'Les routes des machines ne s’appliquent plus aux points de terminaison privés de {subnet}. Une appliance sur ces routes ne voit plus ce trafic.',
  'services.rule.endpoint':
    'Les ressources de calcul Azure ML appellent les points de terminaison privés de leur espace de travail.',
};
