import type { endpointsMessages as english } from '../en/endpoints';

export const endpointsMessages: Readonly<Record<keyof typeof english, string>> = {
  'step.connect': 'Crée le point de terminaison privé {name} pour {target} ({group}) dans {subnet}.',
  'step.disconnect': 'Supprime le point de terminaison privé {name} de {target}.',
  'step.addZone': 'Crée la zone DNS privée {name}.',
  'step.removeZone': 'Supprime la zone DNS privée {name} si elle ne contient pas d’autres enregistrements.',
  'step.deregister': 'Supprime les adresses de {endpoint} de {zones}.',
  'step.register': 'Inscrit les adresses de {endpoint} dans {zones}.',

  'endpoint.note.billed':
    'Azure facture {name} dès sa création. Il utilise {n} {n:adresse|adresses} de {subnet}.',
  'endpoint.note.zoneBilled': 'Azure facture la zone DNS privée {zone} dès sa création.',
  'endpoint.note.names':
    'Les noms de {target} sont alors résolus en adresses privées pour tous les clients de {network}.',
  'endpoint.note.elsewhere':
    '{n} {n:autre réseau utilise|autres réseaux utilisent} {zone}. Les noms y sont résolus vers les mêmes adresses privées, même si elles n’y sont pas joignables.',
  'endpoint.note.approval':
    'Si vous n’êtes pas autorisé à approuver la connexion, le propriétaire de {target} doit l’approuver. La correction prend effet après l’approbation.',
  'endpoint.note.open': 'L’accès réseau public à {workspace} reste activé.',
  'endpoint.note.shut': 'L’accès réseau public à {workspace} reste désactivé.',
  'endpoint.note.servers':
    'Les serveurs DNS {servers} doivent transférer {zones} vers 168.63.129.16 depuis un réseau lié à ces zones. Vous pouvez aussi ajouter les adresses du point de terminaison privé aux serveurs DNS.',
  'endpoint.note.situational':
    'Une correction distincte crée les points de terminaison privés de file d’attente et de table de {name}. Seuls les points de terminaison par lots et les travaux parallèles en ont besoin.',

  'fix.limit.premium':
    'Le registre {name} est au niveau {sku}, mais Azure ML exige Premium avec des points de terminaison privés. Demandez à son propriétaire de le mettre à niveau.',
  'fix.limit.approval':
    'Le point de terminaison privé {name} n’est pas approuvé. Demandez au propriétaire de {target} d’approuver la connexion.',
  'fix.limit.endpointRoom':
    '{network} n’a pas de place pour des points de terminaison privés : chaque sous-réseau est délégué ou manque d’adresses libres. Ajoutez un sous-réseau.',
  'fix.limit.servers':
    'Les serveurs DNS {servers} résolvent les noms, et leurs réponses ne peuvent pas être vérifiées. Demandez à votre équipe réseau de créer le point de terminaison privé.',
  'fix.limit.zoneTaken':
    'Une zone DNS privée pour {network} résout déjà {target} vers un autre point de terminaison privé. Appairez les réseaux, ou demandez à votre équipe réseau.',

  'write.made.privateEndpoint':
    'Point de terminaison privé pour {target} ({group}). Azure le facture dès sa création. Déployez-le avec l’autorisation d’approuver la connexion, sinon Azure rejette le déploiement.',
  'write.made.privateDnsZone':
    'Nouvelle zone DNS privée, pour que les noms soient résolus vers le point de terminaison privé dans les réseaux virtuels liés.',
  'write.made.zoneGroup': 'Inscrit les adresses du point de terminaison privé dans les zones DNS privées.',
  'write.parameter.madeZoneName': 'Nom de la zone DNS privée à créer. La zone résout les noms de ce domaine.',
  'write.parameter.privateEndpointName': 'Nom du point de terminaison privé à créer.',
  'write.parameter.privateEndpointSubnetId': 'ID de ressource du sous-réseau du point de terminaison privé.',
  'write.parameter.privateEndpointTargetId':
    'ID de ressource de la ressource à laquelle se connecte le point de terminaison privé.',
  'write.parameter.keepingZoneId':
    'ID de ressource de la zone DNS privée qui contient les enregistrements du point de terminaison privé.',

  'apply.waiting':
    '{name} est créé. La correction prend effet une fois que le propriétaire de {target} a approuvé la connexion. Après l’approbation, continuez.',
  'apply.request': 'Pour le calcul Azure Machine Learning dans {network}.',
  'preview.type.endpoint': 'Point de terminaison privé',
  'preview.type.zone': 'Zone DNS privée',
  'preview.type.zoneGroup': 'Groupe de zones DNS',
};
