import type { endpoints as english } from '../en/endpoints';

export const endpoints: Readonly<Record<keyof typeof english, string>> = {
  'step.connect': 'Crée le point de terminaison privé {name} pour {target} ({group}) dans {subnet}.',
  'step.disconnect': 'Supprime le point de terminaison privé {name} de {target}.',
  'step.addZone': 'Crée la zone DNS privée {name}.',
  'step.removeZone': 'Supprime la zone DNS privée {name}, si personne n’y a rien mis.',
  'step.deregister': 'Ne fait plus tenir les adresses de {endpoint} dans {zones}.',
  'step.register': 'Fait tenir les adresses de {endpoint} dans {zones}.',

  'endpoint.note.billed':
    '{name} est facturé dès qu’il existe. Il prend {n} {n:adresse|adresses} de {subnet}.',
  'endpoint.note.zoneBilled': 'Azure facture la zone DNS privée {zone} dès qu’elle existe.',
  'endpoint.note.names':
    'Les noms de {target} mènent alors à des adresses privées, pour tout le monde dans {network}.',
  'endpoint.note.elsewhere':
    '{n} {n:autre réseau interroge|autres réseaux interrogent} {zone}\u00a0: là aussi les noms mènent à ces adresses, qu’elles y soient joignables ou non.',
  'endpoint.note.approval':
    'Si vous ne pouvez pas approuver la connexion vous-même, le propriétaire de {target} est sollicité, et rien n’est corrigé avant sa réponse.',
  'endpoint.note.open': 'L’accès public à {workspace} est activé et le reste.',
  'endpoint.note.shut': 'L’accès public à {workspace} est désactivé et le reste.',
  'endpoint.note.servers':
    '{servers} doit transmettre les questions sur {zones} à 168.63.129.16 dans un réseau lié à ces zones, ou tenir les adresses du point de terminaison.',
  'endpoint.note.situational':
    'Les points de terminaison de {name} pour les files d’attente et les tables se créent par une correction à part : seuls les points de terminaison par lots et les exécutions parallèles en ont besoin.',

  'fix.limit.premium':
    'Le registre {name} est {sku}\u00a0: avec des points de terminaison privés, Azure ML demande Premium. Son propriétaire change cela d’abord.',
  'fix.limit.approval': '{name} attend le propriétaire de {target}, ou a été refusé. Demandez là-bas.',
  'fix.limit.endpointRoom':
    'Aucun sous-réseau de {network} n’accepte de point de terminaison privé\u00a0: aucun n’est sans délégation avec des adresses libres.',
  'fix.limit.servers':
    'Les noms sont demandés à {servers}, et personne ne voit d’ici s’ils répondraient par les adresses d’un point de terminaison privé. Demandez à l’équipe réseau de le créer.',
  'fix.limit.zoneTaken':
    'Une zone DNS privée que {network} interroge, ou devrait interroger, répond pour un autre point de terminaison privé de {target}, et tient une adresse par nom. Appairez les réseaux, ou demandez à l’équipe réseau.',

  'write.made.privateEndpoint':
    'Le point de terminaison privé par lequel on joint {target} ({group}). Facturé dès qu’il existe. Qui le déploie doit pouvoir l’approuver, sinon Azure refuse le déploiement.',
  'write.made.privateDnsZone':
    'Nouvelle, pour que les noms mènent au point de terminaison privé. Elle répond à qui lui est lié.',
  'write.made.zoneGroup': 'Tient les adresses du point de terminaison dans les zones.',
  'write.parameter.madeZoneName': 'Zone DNS privée qui est créée\u00a0; son nom est ce dont elle répond.',
  'write.parameter.privateEndpointName': 'Point de terminaison privé qui est créé.',
  'write.parameter.privateEndpointSubnetId': 'ID de ressource du sous-réseau du point de terminaison privé.',
  'write.parameter.privateEndpointTargetId':
    'ID de ressource de ce que représente le point de terminaison privé.',
  'write.parameter.keepingZoneId':
    'ID de ressource de la zone DNS privée qui tient les adresses du point de terminaison.',

  'apply.waiting':
    '{name} est créé et attend l’approbation du propriétaire de {target}. Rien n’est corrigé d’ici là. Une fois approuvé, continuez.',
  'apply.request': 'Pour des calculs Azure ML dans {network}.',
  'preview.type.endpoint': 'Point de terminaison privé',
  'preview.type.zone': 'Zone DNS privée',
  'preview.type.zoneGroup': 'Groupe de zones DNS',
};
