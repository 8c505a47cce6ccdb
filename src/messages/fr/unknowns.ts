/** Why something is not known, in French. */
export const unknownsMessages = {
  'unknown.permission': 'Vous n’avez pas l’autorisation de lire {name}. Rôle requis : {role} sur {scope}.',
  'unknown.parameter': 'Le paramètre {name} n’a pas de valeur.',
  'unknown.firewallCategory': 'Les hôtes de la catégorie web {category} du pare-feu ne sont pas publiés.',
  'unknown.firewallName':
    'Une règle du pare-feu utilise le nom {name}. On ne sait pas si ce trafic va vers ce nom.',
  'unknown.firewallProxy':
    'Une règle réseau du pare-feu autorise {name} par son nom, ce qui exige le proxy DNS de {firewall}. Le proxy est désactivé. Activez-le dans la stratégie de pare-feu, ou utilisez une balise de service.',
  'unknown.firewallServers':
    'Une règle réseau du pare-feu autorise {name} par son nom : {network} doit donc résoudre les noms par le pare-feu. Définissez {address}, l’adresse privée de {firewall}, comme serveur DNS, ou utilisez une balise de service.',
  'unknown.firewallNameTag': 'Les hôtes de la balise de FQDN {tag} du pare-feu ne sont pas publiés.',
  'unknown.firewallNat':
    'La règle DNAT {rule} de la collection {collection} du pare-feu l’envoie à une autre adresse.',
  'unknown.firewallProtocol':
    'Une règle du pare-feu n’accepte que {protocol} sur le port {port}. On ne sait pas si ce trafic l’utilise.',
  'unknown.firewallTls':
    'La règle {rule} du pare-feu déchiffre TLS avec son propre certificat, que les nœuds peuvent refuser.',
  'unknown.firewallTunnel':
    'Le pare-feu {firewall} n’a pas d’adresse IP publique : son tronçon suivant pour ce trafic n’est pas connu.',
  'unknown.firewallUrl': 'Une règle du pare-feu vérifie l’URL {url} dans le trafic.',
  'unknown.registryName':
    'Le pare-feu autorise ces registres : {names}. Le nom du registre de l’espace de travail n’a pas été lu.',
  'unknown.tag': 'La balise de service {tag} n’est pas dans la liste du {date}.',
  'unknown.tagRegion': 'La région dans la balise de service {tag} n’est pas connue.',
  'unknown.address': '« {address} » n’est pas une adresse qu’Azure accepte.',
  'unknown.word': '{name} a la valeur {word}, qui n’est pas connue.',
  'unknown.complex': 'Trop de règles se chevauchent pour décider exactement.',
  'unknown.bgp': 'Le réseau a une passerelle qui peut annoncer des routes du réseau local.',
  'unknown.virtualHubElsewhere':
    'Le réseau est connecté au hub virtuel {name}, qui peut annoncer des routes. Le hub n’est dans aucun abonnement que vous pouvez lire.',
  'unknown.virtualHubUnread':
    'Le réseau est connecté au hub virtuel {name}, qui peut annoncer des routes. Rôle requis pour lire son routage : {role} sur {scope}.',
  'unknown.virtualHub': 'Le réseau est connecté au hub virtuel {name}, qui peut annoncer des routes.',
  'unknown.notRead': '{name} n’a pas été lu.',
  'unknown.notRead.roles': 'Vos autorisations sur {name} n’ont pas été lues.',
  'unknown.notRead.locks': 'Les verrous sur {name} n’ont pas été lus.',
  'unknown.notRead.policies': 'Les stratégies qui s’appliquent à {name} n’ont pas été lues.',
  'unknown.notRead.usages': 'L’utilisation actuelle des limites réseau n’a pas été lue.',
  'unknown.policyNotRead': 'Le trafic que {name} autorise n’a pas été lu.',
  'unknown.notChosen': 'Pas encore choisi.',

  'duration.seconds': '{s} s',
  'duration.minutes': '{min} min {s} s',
} as const;
