/** Why something is not known, in French. */
export const unknowns = {
  'unknown.permission': 'Vous ne pouvez pas lire {name} (il faut le rôle {role} sur {scope}).',
  'unknown.parameter': '« {name} » n’a pas de valeur ici.',
  'unknown.firewallCategory': 'Les hôtes de la catégorie web {category} du pare-feu ne sont pas publiés.',
  'unknown.firewallName': 'Une règle du pare-feu se fie au nom {name}, et on ne sait pas si ce trafic y va.',
  'unknown.firewallProxy':
    'Une règle réseau du pare-feu autorise {name} par son nom, ce qui exige le proxy DNS de {firewall}. Le proxy est désactivé. Activez-le dans la stratégie de pare-feu, ou utilisez une balise de service.',
  'unknown.firewallServers':
    'Une règle réseau du pare-feu autorise {name} par son nom, ce qui exige que {network} demande les noms au pare-feu. Définissez {address}, l’adresse privée de {firewall}, comme serveur DNS, ou utilisez une balise de service.',
  'unknown.firewallNameTag': 'Les hôtes de la balise de FQDN {tag} du pare-feu ne sont pas publiés.',
  'unknown.firewallNat':
    'La règle DNAT {rule} de la collection {collection} du pare-feu l’envoie à une autre adresse.',
  'unknown.firewallProtocol':
    'Une règle du pare-feu ne prend que {protocol} sur le port {port}, et on ne sait pas ce qui s’y parle.',
  'unknown.firewallTls':
    'La règle {rule} du pare-feu ouvre TLS avec son propre certificat, que les nœuds peuvent refuser.',
  'unknown.firewallTunnel':
    'Le pare-feu {firewall} n’a pas d’adresse publique à lui : on ne sait pas où il envoie ce trafic.',
  'unknown.firewallUrl': 'Une règle du pare-feu se fie à l’adresse {url} à l’intérieur du trafic.',
  'unknown.registryName':
    'Parmi les registres, le pare-feu laisse passer {names} ; le nom de celui de l’espace de travail n’a pas été lu.',
  'unknown.tag': 'La balise de service « {tag} » n’est pas dans la liste du {date}.',
  'unknown.tagRegion': 'La région dans la balise de service « {tag} » n’est pas connue.',
  'unknown.address': '« {address} » n’est pas une adresse qu’Azure accepte.',
  'unknown.word': '{name} dit « {word} », un mot que l’on ne connaît pas ici.',
  'unknown.complex': 'Trop de règles se chevauchent pour décider exactement.',
  'unknown.bgp': 'Le réseau a une passerelle qui peut apporter des routes du réseau local.',
  'unknown.virtualHubElsewhere':
    'Le réseau est connecté au hub virtuel {name}, qui peut apporter des routes et ne se trouve dans aucun abonnement que vous pouvez lire.',
  'unknown.virtualHubUnread':
    'Le réseau est connecté au hub virtuel {name}, qui peut apporter des routes ; lire son routage demande {role} sur {scope}.',
  'unknown.virtualHub': 'Le réseau est connecté au hub virtuel {name}, qui peut apporter des routes.',
  'unknown.notRead': '{name} n’a pas été lu.',
  'unknown.notRead.roles': 'Ce que vous pouvez faire sur {name} n’a pas été lu.',
  'unknown.notRead.locks': 'Les verrous sur {name} n’ont pas été lus.',
  'unknown.notRead.policies': 'Les stratégies sur {name} n’ont pas été lues.',
  'unknown.notRead.usages': 'Ce qui est utilisé des limites réseau n’a pas été lu.',
  'unknown.policyNotRead': 'Ce que {name} laisse passer n’a pas été lu.',
  'unknown.notChosen': 'Pas encore choisi.',

  'duration.seconds': '{s} s',
  'duration.minutes': '{min} min {s} s',
} as const;
