/** How a flow was decided, in French: steps of the trace, what is taken for granted, why there is no way out. */
export const reach = {
  'noWayOut.private': 'sous-réseau privé sans passerelle NAT, IP publique ni appliance',
  'noWayOut.natGatewayWithoutAddress': 'la passerelle NAT {name} n’a pas d’adresse publique',

  'trace.noGroup.subnet': 'Aucun groupe de sécurité sur le sous-réseau : tout passe.',
  'trace.noGroup.network-card': 'Aucun groupe de sécurité sur l’interface réseau : tout passe.',
  'trace.rule.allows':
    'La règle {priority} {name} de {group} l’autorise ; {tried} {tried:règle évaluée|règles évaluées} avant, sans correspondance.',
  'trace.rule.blocks':
    'La règle {priority} {name} de {group} le bloque ; {tried} {tried:règle évaluée|règles évaluées} avant, sans correspondance.',
  'trace.rule.allowsFirst': 'La règle {priority} {name} de {group} l’autorise, première règle évaluée.',
  'trace.rule.blocksFirst': 'La règle {priority} {name} de {group} le bloque, première règle évaluée.',
  'trace.rule.allowsPart': 'La règle {priority} {name} de {group} en autorise une partie.',
  'trace.rule.blocksPart': 'La règle {priority} {name} de {group} en bloque une partie.',
  'trace.rule.unknown': 'La règle {priority} {name} de {group} peut l’autoriser ou le bloquer.',
  'trace.adminRule.allows':
    'La règle d’administration {priority} {name} de {group} l’autorise ; les groupes de sécurité décident.',
  'trace.adminRule.alwaysAllows':
    'La règle d’administration {priority} {name} de {group} l’autorise toujours ; aucun groupe de sécurité n’est consulté.',
  'trace.adminRule.blocks':
    'La règle d’administration {priority} {name} de {group} le bloque, avant tout groupe de sécurité.',
  'trace.adminRule.unknown':
    'La règle d’administration {priority} {name} de {group} peut l’autoriser ou le bloquer.',
  'trace.route.none': 'La route {destination} l’abandonne (tronçon suivant None).',
  'trace.firewall.allows': 'La règle {name} de la collection {collection} du pare-feu {firewall} l’autorise.',
  'trace.firewall.blocks': 'La règle {name} de la collection {collection} du pare-feu {firewall} le bloque.',
  'trace.firewall.allowsPart':
    'La règle {name} de la collection {collection} du pare-feu {firewall} en autorise une partie.',
  'trace.firewall.blocksPart':
    'La règle {name} de la collection {collection} du pare-feu {firewall} en bloque une partie.',
  'trace.firewall.noRule': 'Aucune règle du pare-feu {firewall} ne l’autorise, il est donc rejeté.',
  'trace.firewall.noName':
    'Aucune règle du pare-feu {firewall} n’autorise {names}, le paquet est donc rejeté.',
  'trace.onward.none':
    'Après le pare-feu {firewall}, la route {destination} de {table} l’abandonne (tronçon suivant None).',
  'trace.onward.appliance':
    'Après le pare-feu {firewall}, la route {destination} de {table} l’envoie à l’appliance {ip}.',
  'trace.onward.gateway':
    'Après le pare-feu {firewall}, la route {destination} de {table} l’envoie au réseau local par la passerelle.',
  'trace.route.appliance': 'La route {destination} de {table} l’envoie à l’appliance {ip}.',
  'trace.route.gateway': 'La route {destination} l’envoie au réseau local par la passerelle.',
  'trace.route.learned': 'La route {destination}, apportée par une passerelle, l’envoie au réseau local.',
  'trace.route.hub':
    'La route {destination}, apportée par le hub virtuel {hub}, l’envoie à son appliance {ip}.',
  'trace.route.unknown': 'On ne sait pas où la route {destination} l’envoie.',
  'trace.route.internet': 'La route {destination} l’envoie vers Internet.',
  'trace.route.endpoint': 'Le point de terminaison de service de {destination} le mène droit au service.',
  'trace.route.local': 'La route {destination} le garde dans le réseau virtuel.',
  'trace.reply.none': 'La réponse est abandonnée par la route {destination} (tronçon suivant None).',
  'trace.reply.appliance': 'La réponse suit la route {destination} de {table} vers l’appliance {ip}.',
  'trace.reply.gateway': 'La réponse suit la route {destination} vers le réseau local, par la passerelle.',
  'trace.reply.learned':
    'La réponse suit la route {destination}, apportée par une passerelle, vers le réseau local.',
  'trace.reply.hub':
    'La réponse suit la route {destination}, apportée par le hub virtuel {hub}, vers son appliance {ip}.',
  'trace.reply.unknown': 'On ne sait pas où la route {destination} envoie la réponse.',
  'trace.reply.internet': 'La réponse repart droit vers Internet par la route {destination}.',
  'trace.reply.endpoint': 'La réponse prend le point de terminaison de service de {destination}.',
  'trace.reply.local': 'La réponse reste dans le réseau virtuel par la route {destination}.',
  'trace.publicIp': 'Il sort par l’IP publique du nœud.',
  'trace.natGateway': 'Il sort par la passerelle NAT {name}.',
  'trace.defaultOutbound': 'Il sort par l’accès sortant par défaut d’Azure.',
  'trace.storageOfRegion': 'Le stockage de la région du sous-réseau s’atteint sans sortie.',

  'assumed.firewallNames':
    'Sur les ports 80 et 443, les nœuds parlent HTTP et HTTPS aux noms d’hôtes que Microsoft publie, et c’est à eux que se fie le pare-feu {firewall}',
  'assumed.firewallWildcard':
    'Une règle réseau du pare-feu {firewall} nomme {name}, ce qui n’autorise rien : les règles réseau n’acceptent pas de caractère générique. Utilisez une balise de service ou une règle d’application',
  'assumed.firewallThreats':
    'La veille des menaces et la détection d’intrusion du pare-feu {firewall} n’en arrêtent rien',
  'assumed.firewallWay':
    'Après le pare-feu {firewall}, les paquets sortent par son adresse publique et les réponses repassent par lui',
  'assumed.firewallNat':
    'Ce que traduisent les règles DNAT du pare-feu {firewall} sont ses propres adresses, comme Microsoft le documente ; aucun autre hôte ne s’y trouve',
  'assumed.hostsElsewhere':
    'Les hôtes qui ne sont pas d’Azure ont des adresses qu’aucune balise de service ne contient',
  'assumed.hostsInNoTag': 'Aucun de ces hôtes n’est dans {tags}',
  'assumed.oldTags': 'Adresses des balises de service au {date}, il y a plus de 60 jours',
  'assumed.tags': 'Adresses des balises de service au {date}',
  'assumed.privateNetworks':
    'Les adresses privées hors de ce réseau et de ses réseaux appairés peuvent être au réseau local',
  'assumed.virtualNetworkRoutes':
    'Les préfixes de la table de routage font partie de VirtualNetwork, comme Microsoft le documente : une route par défaut en fait donc tout l’espace d’adressage',
  'assumed.defaultOutbound':
    'Le sous-réseau a été créé avant que les sous-réseaux privés ne deviennent la règle par défaut',
  'assumed.storageOfRegion':
    'Un sous-réseau privé atteint le stockage de sa région, comme Microsoft le documente',
  'assumed.noLongerRoute': 'La passerelle n’apporte aucune route plus longue que {destination}',
  'assumed.hubRoutes': 'Le hub virtuel {hub} n’apporte pas de route plus longue que {destination}',
  'assumed.registryEndpoint':
    'Le point de terminaison privé trouvé est celui du registre de cet espace de travail',
  'assumed.serviceEndpoint':
    'Le point de terminaison de service {service} couvre {tag} ; le service voit alors des adresses privées, et ses règles pour les adresses publiques ne correspondent plus',
  'assumed.ipv4Alone':
    'Seul IPv4 est jugé ; le sous-réseau a aussi des adresses IPv6, et ce qu’elles laissent passer ne l’est pas',

  'assumed.noAdminRules':
    'Aucune règle d’administration de sécurité d’un gestionnaire de réseau ne vaut dans ce réseau : rien de ce qui a été lu n’en parle',

  'unknown.peeringAccess':
    'L’appairage {name} bloque l’accès ; rien ne documente si une règle par adresses passe malgré tout.',
  'unknown.subnetPeering':
    'L’appairage {name} laisse de côté le sous-réseau {subnet} ; l’envoi de ses paquets diffère entre la préversion et aujourd’hui.',
  'unknown.peeringOverlap':
    'Des réseaux appairés se chevauchent : {names}. Azure le refuse, on ne sait donc pas lequel a une adresse.',
  'unknown.adminRules':
    'Un gestionnaire de réseau peut régir {name}, et vous ne pouvez pas lister ses règles d’administration de sécurité (il faut le rôle {role} sur {scope}).',
  'unknown.adminRulesLater':
    'Des règles d’administration de sécurité d’un gestionnaire de réseau valent dans {name}\u00a0: elles se demandent dès qu’un de ses sous-réseaux est regardé.',
  'unknown.adminRulesUnread':
    'Impossible de lire si des règles d’administration de sécurité d’un gestionnaire de réseau valent dans {name}\u00a0: elles se demandent dès qu’un de ses sous-réseaux est regardé.',
  'unknown.adminOrder': 'On ne sait pas quel gestionnaire de réseau passe en premier.',
  'unknown.networkGroup': 'Les membres du groupe de réseaux {name} ne sont pas connus.',
  'unknown.applicationGroup': 'Les membres du groupe de sécurité d’application {name} ne sont pas connus.',
  'unknown.defaultOutbound':
    'Rien ne dit si le sous-réseau est privé, et la version d’API {version} peut le rendre tel.',
  'unknown.noAddress': 'Les adresses ne sont pas connues.',
  'unknown.ports': 'Les ports {ports} sont illisibles.',
  'unknown.icmpPorts': 'Le sens des ports pour ICMP n’est pas documenté.',
  'unknown.anyProtocol': 'Rien ne documente si Any couvre plus que TCP, UDP et ICMP.',
  'unknown.routedInternet':
    'Rien ne documente si les adresses routées par {routes} font encore partie d’Internet.',
  'unknown.computesNotRead': 'Les autres calculs de l’espace de travail n’ont pas été lus.',
} as const;
