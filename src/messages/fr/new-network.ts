/** Texts of a network that does not exist yet, in French. */
export const newNetwork = {
  'newNetwork.fault.name':
    '2 à 64 lettres, chiffres, « _ », « . » ou « - » : d’abord une lettre ou un chiffre, à la fin une lettre, un chiffre ou « _ »',
  'newNetwork.fault.nameTaken': 'Déjà pris : {name} existe dans {group}, le déploiement l’écraserait',
  'newNetwork.fault.group':
    '1 à 90 lettres, chiffres, « _ », « - », « . » ou parenthèses, sans « . » à la fin',
  'newNetwork.fault.subnetName':
    '1 à 80 lettres, chiffres, « _ », « . » ou « - » : d’abord une lettre ou un chiffre, à la fin une lettre, un chiffre ou « _ »',
  'newNetwork.fault.prefix': 'Une plage IPv4 comme 10.40.0.0/16',
  'newNetwork.fault.hostBits': '{text} commence à l’intérieur de sa plage : la plage est {prefix}',
  'newNetwork.fault.size': 'Azure accepte les plages de /{largest} à /{smallest}',
  'newNetwork.fault.outside': 'Hors des adresses du réseau, {space}',
  'newNetwork.overlap': 'Chevauche {name} : les deux ne pourront jamais être reliés',
  'newNetwork.overlapMore':
    'Chevauche {name} et {n} {n:autre|autres} : de tels réseaux ne pourront jamais être reliés',

  'newNetwork.write': 'Écrire le Bicep d’un nouveau réseau',
  'newNetwork.or': 'Écrire plutôt le Bicep d’un nouveau réseau…',
  'newNetwork.existing': 'Choisir un réseau existant',
  'newNetwork.heading': 'Nouveau réseau virtuel',
  'newNetwork.about':
    'Il n’existe pas encore : les fichiers écrits dans Vérification le créent. Le tableau dit ce qu’il laissera passer.',
  'newNetwork.name': 'Nom',
  'newNetwork.resourceGroup': 'Groupe de ressources',
  'newNetwork.addressSpace': 'Adresses',
  'newNetwork.subnetName': 'Sous-réseau',
  'newNetwork.subnetPrefix': 'Adresses du sous-réseau',
  'newNetwork.region': 'Région',
  'newNetwork.region.line': '{region}, comme l’espace de travail',
  'newNetwork.groupElsewhere': 'Il doit exister avant le déploiement des fichiers',
  'newNetwork.groupOwn': 'Celui de l’espace de travail',
  'newNetwork.usable': '{n} adresses pour les nœuds',
  'newNetwork.made': 'Ce qui sera créé',
  'newNetwork.rulesOf': '{name}, {direction} : {n} {n:règle|règles}',
  'newNetwork.privateSubnet': 'aucune adresse prêtée par Azure',
  'newNetwork.locked': 'Corrigez d’abord le nouveau réseau',
  'newNetwork.missing': 'Corrigez le nouveau réseau pour continuer',
  'newNetwork.board': 'Corrigez le nouveau réseau pour voir ce qu’il laissera passer',
  'newNetwork.section': '{subnet} dans {network} ({group}) · n’existe pas encore',
  'newNetwork.review': 'Le réseau n’existe pas encore : écrivez le code et déployez-le.',

  'write.heading.newSubnet':
    'Ses nœuds vivent dans le sous-réseau {subnet} du réseau virtuel {network}, que ces fichiers créent.',
  'write.heading.deployNew':
    'À déployer dans {group}, le groupe de ressources de l’espace de travail, qui doit exister.',
  'write.heading.network':
    'Réseau virtuel pour {file}, déployé dans son groupe de ressources, qui doit exister.',
  'write.newNetwork':
    'Le réseau virtuel avec son sous-réseau, qui nomme son groupe de sécurité dès le début : les stratégies qui refusent un sous-réseau sans groupe le laissent passer.',
  'write.parameter.virtualNetworkAddressPrefixes':
    'Plages d’adresses du réseau virtuel. Elles ne doivent pas chevaucher celles des réseaux auxquels il est relié.',
} as const;
