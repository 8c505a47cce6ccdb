/** Texts of written files about resources that a fix makes and the subnet that it changes, in French. */
export const writeFixesMessages = {
  'write.made.securityGroup':
    'Nouveau groupe de sécurité réseau (NSG) qui autorise le trafic requis et refuse le reste du trafic sortant vers Internet.',
  'write.made.routeTable':
    'Nouvelle table de routage, pour que les routes d’une passerelle ne redirigent pas le trafic d’Azure ML.',
  'write.made.natGateway':
    'Accès sortant des nœuds. Azure facture une passerelle NAT dès sa création, même si elle n’est pas utilisée.',
  'write.made.publicIpAddress': 'Adresse IP publique de la passerelle NAT.',
  'write.subnet':
    'Azure remplace le sous-réseau entier et supprime les propriétés absentes de ce fichier. Le fichier répète toutes les propriétés telles qu’elles étaient le {date}. Avant de déployer, vérifiez qu’elles sont à jour. Si un autre modèle gère le réseau, déplacez ces lignes dans ce modèle.',
  'write.parameter.natGatewayName': 'Nom de la passerelle NAT à créer.',
  'write.parameter.publicIpAddressName': 'Nom de l’adresse IP publique à créer pour la passerelle NAT.',
  'write.parameter.subnetSecurityGroupId':
    'ID de ressource du groupe de sécurité réseau (NSG) du sous-réseau.',
  'write.parameter.subnetRouteTableId': 'ID de ressource de la table de routage du sous-réseau.',
  'write.parameter.subnetNatGatewayId': 'ID de ressource de la passerelle NAT du sous-réseau.',
  'write.link':
    'Lie la zone DNS privée {zone} à {network}, pour que ses noms soient résolus en points de terminaison privés. L’inscription automatique est désactivée.',
  'write.parameter.privateDnsZoneName': 'Nom de la zone DNS privée à lier.',
  'write.parameter.linkedNetworkId': 'ID de ressource du réseau virtuel à lier à la zone DNS privée.',
  'write.parameter.privateDnsZoneResourceGroup': 'Groupe de ressources de la zone DNS privée.',
  'write.parameter.privateDnsZoneSubscription': 'Abonnement de la zone DNS privée.',
  'write.leftOut.undelegate': 'Supprimez la délégation de sous-réseau de {resource}.',

  'write.leftOut.admit': 'Ajoutez {subnet} aux règles réseau de {name}.',
  'write.leftOut.trust': 'Autorisez les services Azure approuvés à accéder à {name}.',
  'write.leftOut.link': 'Liez la zone DNS privée {zone} à {network}.',
  'write.leftOut.appoint': 'Définissez {compute} comme calcul de génération d’images de {name}.',

  'step.admit': 'Ajoute {subnet} aux règles réseau de {name}.',
  'step.dismiss': 'Supprime {subnet} des règles réseau de {name}.',
  'step.trust': 'Autorise les services Azure approuvés à accéder à {name}.',
  'step.distrust': 'N’autorise plus les services Azure approuvés à accéder à {name}.',
  'step.link': 'Lie la zone DNS privée {zone} à {network}.',
  'step.unlink': 'Supprime la liaison entre la zone DNS privée {zone} et {network}.',
  'step.appoint': 'Définit {compute} comme calcul de génération d’images de {name}.',
} as const;
