/** Texts of written files about resources that a fix makes and the subnet that it changes, in French. */
export const writeFixes = {
  'write.made.securityGroup':
    'Nouveau, pour que des règles autorisent le nécessaire et que rien d’autre ne parte vers Internet.',
  'write.made.routeTable':
    'Nouvelle, pour que les routes d’une passerelle ne prennent pas ce dont Azure ML a besoin.',
  'write.made.natGateway': 'La sortie des nœuds. Facturée dès sa création, utilisée ou non.',
  'write.made.publicIpAddress': 'L’adresse par laquelle la passerelle NAT sort.',
  'write.subnet':
    'Azure remplace un sous-réseau en entier : ce qui manque ici lui est retiré. Tout ce qu’il avait le {date} est donc répété. Avant de déployer, vérifier s’il a changé depuis. Si un autre modèle possède le réseau, y déplacer ces lignes.',
  'write.parameter.natGatewayName': 'Passerelle NAT à créer.',
  'write.parameter.publicIpAddressName': 'Adresse IP publique à créer pour la passerelle NAT.',
  'write.parameter.subnetSecurityGroupId':
    'Identifiant de ressource du groupe de sécurité réseau du sous-réseau.',
  'write.parameter.subnetRouteTableId': 'Identifiant de ressource de la table de routage du sous-réseau.',
  'write.parameter.subnetNatGatewayId': 'Identifiant de ressource de la passerelle NAT du sous-réseau.',
  'write.link':
    'Lien de la zone DNS privée {zone} à {network}, pour que ses noms mènent aux points de terminaison privés. Il n’enregistre aucune machine.',
  'write.parameter.privateDnsZoneName': 'Zone DNS privée à lier.',
  'write.parameter.linkedNetworkId': 'Identifiant de ressource du réseau virtuel qui interroge la zone.',
  'write.parameter.privateDnsZoneResourceGroup': 'Groupe de ressources de la zone DNS privée.',
  'write.parameter.privateDnsZoneSubscription': 'Abonnement de la zone DNS privée.',
  'write.leftOut.undelegate': 'retirer la délégation de {resource}',

  'write.leftOut.admit': 'nommer {subnet} dans les règles réseau de {name}',
  'write.leftOut.trust': 'laisser entrer les services approuvés d’Azure dans {name}',
  'write.leftOut.link': 'lier la zone DNS privée {zone} à {network}',
  'write.leftOut.appoint': 'désigner {compute} comme calcul qui construit les images de {name}',

  'step.admit': 'Nomme {subnet} dans les règles réseau de {name}.',
  'step.dismiss': 'Retire {subnet} des règles réseau de {name}.',
  'step.trust': 'Laisse entrer les services approuvés d’Azure dans {name}.',
  'step.distrust': 'Ne laisse plus entrer les services approuvés d’Azure dans {name}.',
  'step.link': 'Lie la zone DNS privée {zone} à {network}.',
  'step.unlink': 'Retire le lien de la zone DNS privée {zone} à {network}.',
  'step.appoint': 'Désigne {compute} comme cluster qui construit les images de {name}.',
} as const;
