import type { services as english } from '../en/services';

export const services: Readonly<Record<keyof typeof english, string>> = {
  'board.group.services': 'Stockage, coffre et registre',
  'board.group.names': 'Noms (DNS)',

  'requirement.pe-network-policies-workspace.name':
    'Le sous-réseau du point de terminaison laisse entrer les calculs',
  'requirement.pe-network-policies-workspace.consequence':
    'Des règles ou routes à un point de terminaison privé de l’espace de travail ou d’un service qu’il utilise arrêtent les calculs, que leur propre sous-réseau laisse sortir.',
  'requirement.pe-network-policies-workspace.ask':
    'Désactivez les stratégies réseau des points de terminaison privés dans le sous-réseau du point de terminaison, ou laissez-y entrer TCP 443 depuis le sous-réseau des calculs, et TCP 445 vers un partage de fichiers.',
  'requirement.pe-network-policies-workspace.disagree':
    'La page sur les espaces de travail demande de désactiver les stratégies avant d’ajouter un point de terminaison ; celle, plus récente, sur la plateforme en fait une possibilité.',

  'requirement.dns-zones-linked.name': 'Les noms de l’espace de travail mènent au point de terminaison privé',
  'requirement.dns-zones-linked.consequence':
    'Les noms mènent aux adresses publiques, qui refusent : les travaux échouent, le studio répond 403.',
  'requirement.dns-zones-linked.ask':
    'Liez les zones DNS privées d’Azure ML au réseau qui demande les noms, et donnez au point de terminaison privé un groupe de zones DNS avec les deux.',

  'requirement.dns-dependency-zones.name':
    'Les noms du stockage, du coffre et du registre mènent à l’intérieur',
  'requirement.dns-dependency-zones.consequence':
    'Les noms mènent à des adresses publiques, où les pare-feu des services refusent les calculs.',
  'requirement.dns-dependency-zones.ask':
    'Liez la zone DNS privée de chaque service au réseau qui demande les noms (pour un coffre privatelink.vaultcore, pas privatelink.vault), et donnez un groupe de zones DNS à chaque point de terminaison privé.',

  'requirement.dns-custom-server-forwarders.name': 'Vos serveurs DNS interrogent Azure',
  'requirement.dns-custom-server-forwarders.consequence':
    'Des serveurs qui n’interrogent pas 168.63.129.16 ignorent les zones privées : les noms privés mènent dehors.',
  'requirement.dns-custom-server-forwarders.ask':
    'Faites transférer par le serveur DNS {hosts} et les noms du stockage, du coffre et du registre vers 168.63.129.16, depuis un réseau auquel les zones privées sont liées ; un serveur local transfère vers celui-là.',

  'requirement.dns-custom-server-forwarders.disagree':
    'La page sur le DNS personnalisé transfère les zones privatelink de l’espace de travail. Celle sur le DNS des points de terminaison privés transfère les zones publiques.',

  'requirement.dns-custom-instance-record.name': 'L’instance a un nom sur vos serveurs DNS',
  'requirement.dns-custom-instance-record.consequence':
    'Jupyter, le terminal et SSH de l’instance sont introuvables depuis le réseau.',
  'requirement.dns-custom-instance-record.ask':
    'Ajoutez ces enregistrements DNS avec l’adresse du point de terminaison privé de l’espace de travail, pas celle de l’instance : {hosts}.',
  'requirement.dns-custom-instance-record.askAddress':
    'Ajoutez ces enregistrements DNS avec {address}, l’adresse du point de terminaison privé de l’espace de travail : {hosts}. Sans serveur DNS, ajoutez cette ligne au fichier hosts de chaque client : {line}',
  'requirement.dns-custom-instance-record.disagree':
    'Les pages sur l’entraînement et sur le pare-feu disent instances.azureml.ms, celle sur le DNS instances.ml.azure.ms ; créez les deux enregistrements.',

  'requirement.dns-batch-storage-classic.name': 'Vos serveurs DNS connaissent les noms publics du stockage',
  'requirement.dns-batch-storage-classic.consequence':
    'Les machines de l’ancien type ne trouvent pas le stockage de Batch et ne démarrent pas.',
  'requirement.dns-batch-storage-classic.ask':
    'Faites répondre publiquement vos serveurs DNS pour {hosts} : blob, queue et table du stockage que Batch tient.',

  'requirement.browser-doh.name': 'Les navigateurs interrogent votre DNS',
  'requirement.browser-doh.consequence':
    'Un navigateur qui demande les noms par HTTPS reçoit des adresses publiques, et le studio répond 403.',
  'requirement.browser-doh.ask':
    'Désactivez le DNS sur HTTPS dans les navigateurs qui ouvrent le studio (Firefox, DNS sécurisé d’Edge).',

  'requirement.multi-private-endpoints.name':
    'Un point de terminaison de l’espace de travail près de ses services',
  'requirement.multi-private-endpoints.consequence':
    'L’espace de travail n’atteint pas son stockage, son coffre ou son registre.',
  'requirement.multi-private-endpoints.ask':
    'Placez au moins un point de terminaison privé de l’espace de travail dans le réseau qui contient ceux du stockage, du coffre et du registre.',

  'requirement.private-link-public-access-features.name': 'Espace de travail fermé à Internet',
  'requirement.private-link-public-access-features.consequence':
    'Par l’adresse publique, Jupyter, JupyterLab et RStudio ne marchent pas, et le concepteur peut ne pas lire les données.',
  'requirement.private-link-public-access-features.ask':
    'Connectez-vous depuis le réseau (VPN, ExpressRoute ou Bastion), ou désactivez l’accès public de l’espace de travail.',

  'requirement.serverless-npip-ip-allowlist.name':
    'Les nœuds serverless atteignent un espace de travail qui liste des adresses',
  'requirement.serverless-npip-ip-allowlist.consequence':
    'Les nœuds sortent par une adresse qui change et ne peut pas être listée : l’espace de travail refuse leurs appels.',
  'requirement.serverless-npip-ip-allowlist.ask':
    'Ajoutez un point de terminaison privé de l’espace de travail dans ce réseau ou dans un réseau appairé.',

  'requirement.instance-selected-networks.name':
    'Point de terminaison privé d’un espace de travail qui autorise des adresses IP sélectionnées',
  'requirement.instance-selected-networks.consequence':
    'L’espace de travail refuse les appels de l’instance : sa création échoue.',
  'requirement.instance-selected-networks.ask':
    'Ajoutez un point de terminaison privé pour l’espace de travail dans ce réseau ou dans un réseau appairé, ou autorisez l’accès depuis tous les réseaux.',
  'requirement.instance-selected-networks.disagree':
    'Pour votre propre réseau, seule une note d’août 2025 l’indique. La page du réseau virtuel managé exige un point de terminaison privé vers l’espace de travail dans le même cas. Les autres pages ne le mentionnent pas.',

  'requirement.control-plane-stays-public.name': 'Votre machine atteint Azure Resource Manager',
  'requirement.control-plane-stays-public.consequence':
    'Depuis une machine qui ne l’atteint pas, aucun calcul ne peut être créé, modifié ou supprimé.',
  'requirement.control-plane-stays-public.ask':
    'Laissez les machines qui gèrent les calculs atteindre Azure Resource Manager par Internet : la liaison privée de l’espace de travail ne le transporte pas.',

  'requirement.storage-same-vnet-2020.name': 'Le stockage dans le réseau des calculs',
  'requirement.storage-same-vnet-2020.consequence':
    'Les travaux ne peuvent pas lire un stockage qui est fermé.',
  'requirement.storage-same-vnet-2020.ask':
    'Laissez entrer le réseau des calculs dans le compte de stockage : par un point de terminaison privé dans ce réseau, ou par une règle pour un de ses sous-réseaux.',

  'requirement.storage-service-endpoint-same-subnet.name': 'Le stockage laisse entrer ce sous-réseau',
  'requirement.storage-service-endpoint-same-subnet.consequence':
    'Le pare-feu du compte de stockage refuse l’accès : travaux et notebooks échouent.',
  'requirement.storage-service-endpoint-same-subnet.ask':
    'Activez le point de terminaison de service Microsoft.Storage dans le sous-réseau, et nommez le sous-réseau dans les règles réseau du compte de stockage.',

  'requirement.storage-private-endpoint-subresources.name':
    'Points de terminaison du stockage pour blob et file',
  'requirement.storage-private-endpoint-subresources.consequence':
    'Sans blob aucun artefact n’est enregistré, sans file le partage des notebooks et du code n’est pas monté.',
  'requirement.storage-private-endpoint-subresources.ask':
    'Ajoutez des points de terminaison privés du compte de stockage pour blob et file, et pour queue et table là où des points de terminaison de lot ou des exécutions parallèles servent, dans ce réseau ou dans un réseau appairé.',

  'requirement.storage-trusted-access.name': 'Le stockage fait confiance à l’espace de travail',
  'requirement.storage-trusted-access.consequence':
    'Les aperçus du studio, le concepteur et les profils du ML automatisé échouent ; les calculs ne sont pas touchés.',
  'requirement.storage-trusted-access.ask':
    'Nommez l’espace de travail dans les règles d’instance de ressource du compte de stockage, ou laissez entrer les services approuvés d’Azure.',

  'requirement.storage-trusted-access.disagree':
    'La page sur les espaces de travail sécurisés décrit l’option des services approuvés et les règles d’instance de ressource. Elle n’indique pas si l’une d’elles suffit.',

  'requirement.storage-perimeter-smb.name':
    'Partage de fichiers d’un stockage dans un périmètre de sécurité réseau',
  'requirement.storage-perimeter-smb.consequence':
    'L’instance ne peut pas monter son partage de fichiers par SMB (TCP 445) : les notebooks et les fichiers manquent.',
  'requirement.storage-perimeter-smb.ask':
    'Retirez le compte de stockage du périmètre, ou vérifiez avec un point de terminaison privé de fichiers si le partage se monte.',
  'requirement.storage-perimeter-smb.disagree':
    'La page sur les périmètres du stockage indique que tous les protocoles sauf HTTPS sont bloqués dans un périmètre, et que les connexions par liaison privée aboutissent toujours.',

  'requirement.storage-shared-key-enabled.name': 'Le stockage s’ouvre avec sa clé',
  'requirement.storage-shared-key-enabled.consequence': 'L’instance n’est pas créée.',
  'requirement.storage-shared-key-enabled.ask':
    'Autorisez les clés partagées sur le compte de stockage, ou faites ouvrir par l’espace de travail ses magasins de données avec des identités (systemDatastoresAuthMode).',

  'requirement.keyvault-network.name': 'Le coffre de clés laisse entrer ce sous-réseau',
  'requirement.keyvault-network.consequence':
    'Les secrets sont illisibles, donc les travaux qui en ont besoin échouent.',
  'requirement.keyvault-network.ask':
    'Ajoutez un point de terminaison privé du coffre dans ce réseau ou dans un réseau appairé ; ou activez le point de terminaison de service Microsoft.KeyVault dans le sous-réseau, nommez le sous-réseau dans les règles du coffre et laissez entrer les services approuvés.',

  'requirement.keyvault-network.disagree':
    'La page sur les espaces de travail sécurisés s’appuie sur les services approuvés. En janvier 2022, la liste des services approuvés de Key Vault ne contenait pas Azure Machine Learning.',

  'requirement.acr-premium.name': 'Registre de type Premium',
  'requirement.acr-premium.consequence':
    'Le registre n’accepte ni points de terminaison privés ni règles réseau : il ne peut pas être fermé à Internet.',
  'requirement.acr-premium.ask': 'Passez le registre au type Premium.',

  'requirement.acr-network-placement.name': 'Registre atteint depuis ce sous-réseau',
  'requirement.acr-network-placement.consequence':
    'Les images ne peuvent pas être tirées, donc les travaux ne démarrent pas.',
  'requirement.acr-network-placement.ask':
    'Ajoutez un point de terminaison privé du registre, dans ce réseau si possible, sinon dans un réseau appairé.',

  'requirement.acr-trusted-services.name': 'Le registre fait confiance aux services Azure',
  'requirement.acr-trusted-services.consequence':
    'Azure ML ne peut ni remettre des images au registre ni les en tirer.',
  'requirement.acr-trusted-services.ask':
    'Laissez entrer les services approuvés d’Azure dans le registre (networkRuleBypassOptions).',

  'requirement.image-build-compute.name': 'La construction d’images atteint le registre et le stockage',
  'requirement.image-build-compute.consequence':
    'Les constructeurs d’Azure n’atteignent pas un registre ou un stockage fermé : les travaux qui construisent un environnement échouent.',
  'requirement.image-build-compute.ask':
    'Nommez un cluster à processeurs de ce réseau ou d’un réseau appairé pour construire les images (option --image-build-compute d’Azure CLI). Ou donnez un de vos sous-réseaux au calcul serverless.',

  'requirement.monitor-ampls-open-mode.name': 'La supervision prend ce qu’Azure ML envoie',
  'requirement.monitor-ampls-open-mode.consequence': 'Les journaux et métriques d’Azure ML sont refusés.',
  'requirement.monitor-ampls-open-mode.ask':
    'Mettez l’étendue de liaison privée d’Azure Monitor en mode d’accès Open, et conservez Application Insights dans un espace de travail Log Analytics.',

  'requirement.endpoint-mix.name': 'Pas de règles de sous-réseau à côté d’un point de terminaison managé',
  'requirement.endpoint-mix.consequence':
    'Point de terminaison privé et point de terminaison de service d’un même compte ne vont pas avec un réseau managé.',
  'requirement.endpoint-mix.ask':
    'Retirez du compte les règles pour des sous-réseaux et utilisez des points de terminaison privés.',

  'judge.services.notRead': 'Les services de l’espace de travail n’ont pas été lus.',
  'judge.services.none': 'L’espace de travail n’en a pas.',
  'judge.services.endpointElsewhere':
    'Le point de terminaison privé {name} est à un endroit qui n’a pas été lu.',
  'judge.services.endpointTarget':
    'La cible du point de terminaison privé {name} est peut-être cette ressource.',
  'judge.services.subnetRule':
    'Une règle de {name} autorise le sous-réseau {rule}, qui est peut-être celui-ci.',
  'judge.zones.maybeLinked': 'Un lien de la zone {zone} mène peut-être au réseau {network}.',
  'judge.services.addressRules':
    'Des adresses nommées entrent, et on ne sait pas si celle des nœuds en est une.',
  'judge.services.open': '{name} est ouvert à tous les réseaux',
  'judge.services.openToAll': 'Il est ouvert à tous les réseaux.',
  'judge.services.subnet': '{name} nomme {subnet}',
  'judge.services.endpoint': '{name} a un point de terminaison privé à portée',
  'judge.services.byEndpoint': 'Des points de terminaison privés y mènent.',
  'judge.services.byRules': 'Des règles pour des sous-réseaux laissent entrer.',
  'judge.services.noRules': 'Aucune règle pour un sous-réseau ne laisse entrer.',
  'judge.services.otherRow': 'La ligne de ses points de terminaison dit ce qui n’est pas connu.',
  'judge.services.otherRegion':
    '{name} nomme {subnet}, mais se trouve dans {location} : le point de terminaison de service Microsoft.Storage dessert {region} et la région qui lui est jumelée, Microsoft.Storage.Global toutes.',
  'judge.services.far':
    '{name} nomme {subnet}, mais se trouve dans {location} : le point de terminaison de service Microsoft.Storage dessert {region} et la région qui lui est jumelée, Microsoft.Storage.Global toutes',
  'judge.services.lacks.rule': 'les règles de {name} nomment d’autres sous-réseaux, pas {subnet}',
  'judge.services.lacks.endpoint':
    '{name} nomme {subnet}, dont le point de terminaison de service est désactivé',
  'judge.services.closed': '{name} est fermé, et aucun de ses points de terminaison privés n’est à portée',
  'judge.services.perimeter': 'le périmètre {perimeter} ne laisse entrer personne du dehors dans {name}',
  'judge.perimeter.addresses':
    'Le périmètre {name} laisse entrer des adresses nommées, et on ne sait pas si celle des nœuds en est une.',
  'judge.perimeter.identities':
    'Le périmètre {name} laisse entrer les identités managées de l’abonnement, et personne d’autre.',
  'judge.storage.ownEndpoint': '{name} a un point de terminaison privé dans ce réseau',
  'judge.storage.ownRule': '{name} nomme un sous-réseau de ce réseau',
  'judge.storage.otherNetwork':
    '{name} ne laisse entrer {network} ni par un point de terminaison privé ni par une règle',
  'judge.storage.situational':
    '{name} n’en a pas pour {groups}, dont seuls les points de terminaison de lot et les exécutions parallèles ont besoin',
  'judge.storage.endpoints': 'blob, file, queue et table de {name}',
  'judge.storage.lacks': '{name} n’a pas de point de terminaison privé pour {group} à portée',
  'judge.storage.restByRules': '{name} n’en a pas pour {group}, et laisse entrer sans cela',
  'judge.storage.trusted': '{name} laisse entrer les services approuvés',
  'judge.storage.namesWorkspace': '{name} nomme {workspace}',
  'judge.storage.untrusted': '{name} ne laisse entrer ni les services approuvés ni {workspace}',
  'judge.storage.trustByPerimeter': 'le périmètre {perimeter} autorise l’abonnement de l’espace de travail',
  'judge.storage.noTrustInPerimeter':
    'le périmètre {perimeter} est appliqué à {name} : il ignore les services approuvés, et aucune règle n’autorise l’abonnement de l’espace de travail',
  'judge.storage.noPerimeter': 'Le compte de stockage n’est dans aucun périmètre de sécurité réseau.',
  'judge.storage.smbByEndpoint':
    'La page de Microsoft ne dit pas clairement si SMB passe le périmètre {perimeter} par le point de terminaison privé de {name}.',
  'judge.storage.smbInPerimeter': 'le périmètre {perimeter} bloque SMB vers {name}',
  'judge.storage.keys': '{name} autorise les clés partagées',
  'judge.storage.byIdentity': '{name} n’en autorise pas, et l’espace de travail utilise des identités',
  'judge.storage.noKeys': '{name} n’autorise aucune clé partagée',
  'judge.mix.own': 'L’espace de travail ne gère pas de réseau.',
  'judge.mix.noEndpoint': 'le réseau managé n’a pas de point de terminaison privé de {name}',
  'judge.mix.endpointOnly': '{name} n’a pas de règle pour un sous-réseau',
  'judge.mix.both':
    '{name} a un point de terminaison privé managé et {n} {n:règle|règles} pour des sous-réseaux',
  'judge.vault.untrusted': '{name} nomme le sous-réseau et ne laisse pas entrer les services approuvés',
  'judge.registry.none': 'L’espace de travail n’a pas encore de registre.',
  'judge.registry.premium': '{name} est Premium',
  'judge.registry.lower': '{name} est de type {sku}',
  'judge.registry.peered':
    'le point de terminaison privé de {name} est dans un réseau appairé, mais le même réseau est recommandé',
  'judge.registry.trusted': '{name} laisse entrer les services approuvés',
  'judge.registry.untrusted': '{name} est fermé aux services approuvés',
  'judge.build.open': 'Registre et stockage sont ouverts aux constructeurs d’Azure.',

  'judge.build.thisOne':
    'aucun cluster n’est nommé pour construire les images, et le calcul serverless n’a pas de sous-réseau à vous',
  'judge.build.noCluster': '{name} n’est pas un cluster',
  'judge.build.gpu': '{name} a des cartes graphiques ({size})',
  'judge.build.outside': '{name} n’est dans aucun réseau',
  'judge.build.named':
    '{name} construit les images et atteint le registre, le stockage et les hôtes de packages depuis le sous-réseau {subnet}',
  'judge.build.named.blocked':
    '{name} construit les images, et son sous-réseau {subnet} n’atteint pas {hosts}',
  'judge.build.named.unknown':
    '{name} construit les images ; on ne sait pas si son sous-réseau {subnet} atteint {hosts}',
  'judge.build.named.unread':
    '{name} construit les images dans le sous-réseau {subnet} du réseau {network}, qui n’a pas été lu',
  'judge.build.named.elsewhere':
    '{name} construit les images dans le réseau {network}, qui n’atteint pas le registre et le stockage',
  'judge.build.serverless':
    'le calcul serverless construit les images et atteint le registre, le stockage et les hôtes de packages depuis le sous-réseau {subnet}',
  'judge.build.serverless.blocked':
    'le calcul serverless construit les images, et son sous-réseau {subnet} n’atteint pas {hosts}',
  'judge.build.serverless.unknown':
    'le calcul serverless construit les images ; on ne sait pas si son sous-réseau {subnet} atteint {hosts}',
  'judge.build.serverless.unread':
    'le calcul serverless construit les images dans le sous-réseau {subnet} du réseau {network}, qui n’a pas été lu',
  'judge.build.serverless.elsewhere':
    'le calcul serverless construit les images dans le réseau {network}, qui n’atteint pas le registre et le stockage',
  'judge.monitoring.noScope': 'Application Insights ne fait partie d’aucune étendue de liaison privée.',
  'judge.monitoring.private': 'l’étendue {scope} ne prend de {name} que ce qui vient par liaison privée',
  'judge.monitoring.open': '{name} est dans des étendues en mode Open',
  'judge.monitoring.classic':
    '{name} est de l’ancien type, pas conservé dans un espace de travail Log Analytics',
  'judge.several.one': 'L’espace de travail a au plus un point de terminaison privé.',
  'judge.several.together': 'un se trouve dans {network}, où sont ses services',
  'judge.several.unread':
    '{n} de ses points de terminaison privés {n:est|sont} à un endroit qui n’a pas été lu.',
  'judge.several.apart': 'aucun des {n} ne se trouve là où sont ses services',
  'judge.addressList.none': 'L’espace de travail ne liste aucune adresse.',
  'judge.addressList.endpoint': 'un point de terminaison privé de l’espace de travail est à portée',
  'judge.addressList.only':
    'l’espace de travail laisse entrer {n} {n:adresse listée|adresses listées}, et aucun point de terminaison privé n’est à portée',
  'judge.door.open': 'l’accès public est activé',
  'judge.door.closed': 'l’accès public est désactivé',
  'judge.policies.noEndpoint': 'Aucun point de terminaison privé de l’espace de travail n’est à portée.',
  'judge.policies.off': 'les stratégies réseau sont désactivées dans {subnet}',
  'judge.policies.pass': 'les stratégies réseau sont activées dans {subnet}, et rien n’y arrête les calculs',
  'judge.policies.stopped': 'des règles de {subnet} arrêtent les calculs à {endpoint}',
  'judge.policies.route': 'la route {route} de {table} prend le chemin vers {endpoint}',
  'judge.zones.noEndpoints':
    'Aucun point de terminaison privé du stockage, du coffre ou du registre n’est à portée.',
  'judge.zones.ownServers': 'Vos propres serveurs DNS répondent aux noms.',
  'judge.zones.linked': '{n} {n:zone liée|zones liées} à {network}',
  'judge.zones.notLinked': '{zone} n’est pas liée à {network}',
  'judge.zones.none': '{zone} manque pour {network}',
  'judge.zones.noneAll': '{n} zones manquent, ne sont pas liées ou n’ont pas l’enregistrement : {zones}',
  'judge.zones.notLinkedAll': '{n} zones ne sont pas liées : {zones}',
  'judge.zones.wrongName': '{zone} manque pour {network} : la zone {wrong} a un nom erroné',
  'judge.zones.noRecord': '{zone} n’a pas d’enregistrement de {endpoint}',
  'judge.zones.noName': 'aucun enregistrement {record} de {zone} ne mène à {endpoint}',
  'judge.zones.notListed': 'Les zones DNS privées de {name} n’ont pas été lues.',
  'judge.zones.rulesetsNotListed': 'Les ensembles de règles de transfert DNS de {name} n’ont pas été lus.',
  'judge.zones.ruleset':
    'L’ensemble de règles de transfert DNS {name} est lié à {network} : où ses règles envoient les noms, personne ne peut le voir ici.',
  'judge.assume.earlierComputes':
    'Les autres calculs de l’espace de travail sont tels que lus en dernier : Azure ne les a pas redonnés depuis.',
  'judge.assume.zonesSeen':
    'Aucune zone {zone} n’est liée, ni aucun ensemble de règles de transfert DNS, dans un abonnement qui n’a pas été lu (ont été lus ceux du réseau, des serveurs de noms et de l’espace de travail).',
  'judge.zones.servicesNotRead':
    'Les fichiers ne créent pas l’espace de travail {name}, donc des zones DNS privées qui n’y figurent pas peuvent répondre pour lui et ses services.',
  'judge.zones.notRead': 'Les zones DNS privées n’ont pas été lues.',
  'judge.names.azure': 'le DNS d’Azure répond',
  'judge.names.azureAnswers': 'Le DNS d’Azure répond.',
  'judge.names.own': '{servers} ; aucun nom privé n’est nécessaire',
  'judge.names.peerElsewhere':
    'DNS {servers} est hors de {network} ; un appairage fait par un autre fichier peut y mener.',
  'judge.names.unreached': 'le DNS {servers} n’est pas atteint par UDP 53',
  'judge.names.forwarders':
    'Personne ne voit du dehors si les noms privés sont demandés à 168.63.129.16 par {servers}.',
  'judge.names.silent': 'le proxy DNS du pare-feu {firewall} est désactivé : il ne répond à aucun nom',
  'judge.names.proxy': 'le pare-feu {firewall} interroge le DNS d’Azure',
  'judge.names.resolver': '{servers} est un résolveur privé DNS, qui interroge le DNS d’Azure',
  'judge.assume.noRuleset':
    'Un résolveur privé DNS se trouve à {servers}, et aucun ensemble de règles de transfert de son réseau n’envoie les noms privés ailleurs.',
  'judge.names.elsewhere':
    'Le pare-feu {firewall} interroge le DNS d’Azure depuis un hub virtuel, auquel aucune zone privée ne peut être liée.',
  'judge.names.handedOn': 'Une appliance décide si {servers} est atteint.',
  'judge.names.instance': 'des zones privées contiennent {names}',

  'services.note.serviceEndpoint':
    'Les appels de {subnet} à {service} viennent alors d’adresses privées\u00a0: les services de ce type qui laissent entrer une adresse publique par son numéro, comme celle d’une passerelle NAT, la refusent désormais. Les connexions ouvertes se coupent une fois.',
  'services.note.admitted':
    '{name} laisse entrer chaque machine de {subnet}\u00a0; il y faut l’action joinViaServiceEndpoint sur le sous-réseau.',
  'services.note.trusted':
    'Chaque service approuvé par Azure peut alors appeler {name}, chacun avec ses propres autorisations.',
  'services.note.linked':
    'Les noms de {zone} que la zone ne contient pas ne se trouvent plus nulle part depuis {network}, bien qu’Internet les connaisse.',
  'services.note.builder':
    '{name} est désigné dans {workspace} avant d’exister\u00a0: créez-le sous ce nom. Toutes les images de l’espace de travail sont alors construites sur lui.',
  'services.note.builderStays': 'Cela ne s’annule pas d’ici\u00a0: désignez un autre cluster à la place.',
  'services.note.endpointRule': '{endpoint} dans {subnet} s’ouvre à ce seul sous-réseau.',
  'services.note.endpointRoutes':
    'Les routes des machines ne comptent plus pour aucun point de terminaison privé de {subnet}\u00a0: ce qu’une appliance voyait de ce trafic, elle ne le voit plus.',
  'services.rule.endpoint':
    'Les calculs Azure ML appellent les points de terminaison privés de leur espace de travail.',
};
