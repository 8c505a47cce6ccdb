/** How a flow was decided, in French: steps of the trace, what is taken for granted, why there is no outbound access. */
export const reachMessages = {
  'noWayOut.private':
    'sous-réseau privé sans passerelle NAT, adresse IP publique ni appliance virtuelle réseau (NVA)',
  'noWayOut.natGatewayWithoutAddress': 'la passerelle NAT {name} n’a pas d’adresse IP publique',

  'trace.noGroup.subnet': 'Le sous-réseau n’a pas de NSG : tout le trafic est autorisé.',
  'trace.noGroup.network-card': 'L’interface réseau n’a pas de NSG : tout le trafic est autorisé.',
  'trace.rule.allows':
    'La règle {priority} {name} de {group} l’autorise. {tried} {tried:règle évaluée|règles évaluées} avant elle {tried:ne correspond|ne correspondent} pas.',
  'trace.rule.blocks':
    'La règle {priority} {name} de {group} le bloque. {tried} {tried:règle évaluée|règles évaluées} avant elle {tried:ne correspond|ne correspondent} pas.',
  'trace.rule.allowsFirst': 'La règle {priority} {name} de {group} est évaluée en premier et l’autorise.',
  'trace.rule.blocksFirst': 'La règle {priority} {name} de {group} est évaluée en premier et le bloque.',
  'trace.rule.allowsPart': 'La règle {priority} {name} de {group} en autorise une partie.',
  'trace.rule.blocksPart': 'La règle {priority} {name} de {group} en bloque une partie.',
  'trace.rule.unknown': 'La règle {priority} {name} de {group} pourrait l’autoriser ou le bloquer.',
  'trace.adminRule.allows':
    'La règle d’administration de la sécurité {priority} {name} de {group} l’autorise. Les règles de NSG décident.',
  'trace.adminRule.alwaysAllows':
    'La règle d’administration de la sécurité {priority} {name} de {group} l’autorise toujours. Les règles de NSG ne sont pas évaluées.',
  'trace.adminRule.blocks':
    'La règle d’administration de la sécurité {priority} {name} de {group} le bloque avant l’évaluation des règles de NSG.',
  'trace.adminRule.unknown':
    'La règle d’administration de la sécurité {priority} {name} de {group} pourrait l’autoriser ou le bloquer.',
  'trace.route.none': 'La route {destination} l’abandonne (tronçon suivant None).',
  'trace.firewall.allows': 'La règle {name} de la collection {collection} du pare-feu {firewall} l’autorise.',
  'trace.firewall.blocks': 'La règle {name} de la collection {collection} du pare-feu {firewall} le bloque.',
  'trace.firewall.allowsPart':
    'La règle {name} de la collection {collection} du pare-feu {firewall} en autorise une partie.',
  'trace.firewall.blocksPart':
    'La règle {name} de la collection {collection} du pare-feu {firewall} en bloque une partie.',
  'trace.firewall.noRule': 'Aucune règle du pare-feu {firewall} ne l’autorise : le pare-feu le rejette.',
  'trace.firewall.noName':
    'Aucune règle du pare-feu {firewall} n’autorise {names} : le pare-feu rejette le paquet.',
  'trace.onward.none':
    'Après le pare-feu {firewall}, la route {destination} de {table} l’abandonne (tronçon suivant None).',
  'trace.onward.appliance':
    'Après le pare-feu {firewall}, la route {destination} de {table} l’envoie à l’appliance {ip}.',
  'trace.onward.gateway':
    'Après le pare-feu {firewall}, la route {destination} de {table} l’envoie au réseau local par la passerelle.',
  'trace.route.appliance': 'La route {destination} de {table} l’envoie à l’appliance {ip}.',
  'trace.route.gateway': 'La route {destination} l’envoie au réseau local par la passerelle.',
  'trace.route.learned': 'La route {destination}, annoncée par une passerelle, l’envoie au réseau local.',
  'trace.route.hub':
    'La route {destination}, annoncée par le hub virtuel {hub}, l’envoie à l’appliance {ip} du hub.',
  'trace.route.unknown': 'Le tronçon suivant de la route {destination} n’est pas connu.',
  'trace.route.internet': 'La route {destination} l’envoie vers Internet.',
  'trace.route.endpoint':
    'Le point de terminaison de service de {destination} l’envoie directement au service.',
  'trace.route.local': 'La route {destination} le garde dans le réseau virtuel.',
  'trace.reply.none': 'La route {destination} abandonne la réponse (tronçon suivant None).',
  'trace.reply.appliance': 'La réponse suit la route {destination} de {table} vers l’appliance {ip}.',
  'trace.reply.gateway': 'La réponse suit la route {destination} vers le réseau local par la passerelle.',
  'trace.reply.learned':
    'La réponse suit la route {destination}, annoncée par une passerelle, vers le réseau local.',
  'trace.reply.hub':
    'La réponse suit la route {destination}, annoncée par le hub virtuel {hub}, vers l’appliance {ip} du hub.',
  'trace.reply.unknown': 'La réponse suit la route {destination}, dont le tronçon suivant n’est pas connu.',
  'trace.reply.internet': 'La route {destination} envoie la réponse directement vers Internet.',
  'trace.reply.endpoint': 'La réponse utilise le point de terminaison de service de {destination}.',
  'trace.reply.local': 'La route {destination} garde la réponse dans le réseau virtuel.',
  'trace.publicIp': 'Il sort par l’adresse IP publique du nœud.',
  'trace.natGateway': 'Il sort par la passerelle NAT {name}.',
  'trace.defaultOutbound': 'Il sort par l’accès sortant par défaut d’Azure.',
  'trace.storageOfRegion': 'Le stockage de la région du sous-réseau n’exige pas d’accès sortant.',

  'assumed.firewallNames':
    'Sur les ports 80 et 443, les nœuds utilisent HTTP et HTTPS avec les noms d’hôtes que Microsoft publie. Le pare-feu {firewall} décide selon ces noms',
  'assumed.firewallWildcard':
    'Une règle réseau du pare-feu {firewall} nomme {name}, ce qui n’autorise rien : les règles réseau n’acceptent pas de caractère générique. Utilisez une balise de service ou une règle d’application',
  'assumed.firewallThreats':
    'La veille des menaces et la détection d’intrusion du pare-feu {firewall} ne le bloquent pas',
  'assumed.firewallWay':
    'Les paquets quittent le pare-feu {firewall} par sa propre adresse publique, et les réponses reviennent par lui',
  'assumed.firewallNat':
    'Les règles DNAT du pare-feu {firewall} ne traduisent que ses propres adresses, comme Microsoft le documente',
  'assumed.hostsElsewhere': 'Les hôtes hors d’Azure ont des adresses qu’aucune balise de service ne contient',
  'assumed.hostsInNoTag': 'Aucun de ces hôtes n’est dans {tags}',
  'assumed.oldTags': 'Adresses des balises de service au {date}, il y a plus de 60 jours',
  'assumed.undatedTags':
    'Adresses des balises de service d’une liste sans date, qui a peut-être plus de 60 jours',
  'assumed.tags': 'Adresses des balises de service au {date}',
  'assumed.privateNetworks':
    'Les adresses privées hors de ce réseau et de ses réseaux appairés peuvent être dans le réseau local',
  'assumed.virtualNetworkRoutes':
    'VirtualNetwork comprend les préfixes de la table de routage, comme Microsoft le documente. Une route par défaut y inclut toutes les adresses',
  'assumed.defaultOutbound':
    'Le sous-réseau a été créé avant que les sous-réseaux privés ne deviennent la valeur par défaut',
  'assumed.storageOfRegion':
    'Un sous-réseau privé atteint le stockage de sa région, comme Microsoft le documente',
  'assumed.noLongerRoute': 'La passerelle n’annonce aucune route plus précise que {destination}',
  'assumed.hubRoutes': 'Le hub virtuel {hub} n’annonce aucune route plus précise que {destination}',
  'assumed.registryEndpoint': 'Le point de terminaison privé est celui du registre de cet espace de travail',
  'assumed.serviceEndpoint':
    'Le point de terminaison de service {service} couvre {tag}. Le service reçoit alors des adresses privées : ses règles pour les adresses publiques ne correspondent plus',
  'assumed.ipv4Alone':
    'Seul IPv4 est vérifié. Le sous-réseau a aussi des adresses IPv6, dont le trafic n’est pas vérifié',

  'assumed.noAdminRules':
    'Aucune règle d’administration de la sécurité ne s’applique à ce réseau, car aucune n’a été trouvée',

  'unknown.peeringAccess':
    'L’appairage {name} bloque l’accès. Rien ne documente si des règles avec des adresses autorisent quand même le trafic.',
  'unknown.subnetPeering':
    'L’appairage {name} exclut le sous-réseau {subnet}. La préversion et la version actuelle d’Azure n’envoient pas son trafic de la même façon.',
  'unknown.peeringOverlap':
    'Des réseaux appairés se chevauchent : {names}. Azure ne le prend pas en charge : le propriétaire d’une adresse n’est pas connu.',
  'unknown.adminRules':
    'Des règles d’administration de la sécurité s’appliquent peut-être à {name}. Vous n’avez pas l’autorisation de les lire. Rôle requis : {role} sur {scope}.',
  'unknown.adminRulesLater':
    'Des règles d’administration de la sécurité s’appliquent à {name}. Sélectionnez l’un de ses sous-réseaux pour les lire.',
  'unknown.adminRulesUnread':
    'Les règles d’administration de la sécurité de {name} n’ont pas pu être lues. Sélectionnez l’un de ses sous-réseaux pour les lire.',
  'unknown.adminOrder': 'L’ordre des gestionnaires de réseau n’est pas connu.',
  'unknown.networkGroup': 'Les membres du groupe de réseaux {name} ne sont pas connus.',
  'unknown.applicationGroup': 'Les membres du groupe de sécurité d’application {name} ne sont pas connus.',
  'unknown.defaultOutbound':
    'Le fichier n’indique pas si le sous-réseau est privé. La version d’API {version} peut le rendre privé.',
  'unknown.noAddress': 'Les adresses ne sont pas connues.',
  'unknown.ports': 'Les ports {ports} sont illisibles.',
  'unknown.icmpPorts': 'Le sens des ports pour ICMP n’est pas documenté.',
  'unknown.anyProtocol': 'Rien ne documente si Any couvre plus que TCP, UDP et ICMP.',
  'unknown.routedInternet': 'Rien ne documente si Internet comprend les adresses routées ({routes}).',
  'unknown.computesNotRead': 'Les autres ressources de calcul de l’espace de travail n’ont pas été lues.',
} as const;
