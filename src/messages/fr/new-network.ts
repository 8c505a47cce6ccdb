/** Texts of a network that does not exist yet, in French. */
export const newNetworkMessages = {
  'newNetwork.fault.name':
    'Utilisez 2 à 64 lettres, chiffres, « _ », « . » ou « - ». Commencez par une lettre ou un chiffre. Terminez par une lettre, un chiffre ou « _ ».',
  'newNetwork.fault.nameTaken':
    '{name} existe déjà dans {group}, et le déploiement l’écraserait. Entrez un autre nom.',
  'newNetwork.fault.group':
    'Utilisez 1 à 90 lettres, chiffres, « _ », « - », « . » ou parenthèses. Le nom ne peut pas se terminer par « . ».',
  'newNetwork.fault.subnetName':
    'Utilisez 1 à 80 lettres, chiffres, « _ », « . » ou « - ». Commencez par une lettre ou un chiffre. Terminez par une lettre, un chiffre ou « _ ».',
  'newNetwork.fault.prefix': 'Entrez une plage IPv4, par exemple 10.40.0.0/16.',
  'newNetwork.fault.hostBits': '{text} n’est pas le début d’une plage. Entrez {prefix}.',
  'newNetwork.fault.size': 'Entrez une plage de /{largest} à /{smallest}.',
  'newNetwork.fault.outside': 'Entrez une plage comprise dans l’espace d’adressage du réseau, {space}.',
  'newNetwork.overlap': 'Chevauche {name} : les deux réseaux ne peuvent pas être appairés.',
  'newNetwork.overlapMore':
    'Chevauche {name} et {n} {n:autre réseau|autres réseaux} : les réseaux qui se chevauchent ne peuvent pas être appairés.',

  'newNetwork.write': 'Écrire le Bicep d’un nouveau réseau',
  'newNetwork.or': 'Écrire plutôt le Bicep d’un nouveau réseau…',
  'newNetwork.existing': 'Choisir un réseau existant',
  'newNetwork.heading': 'Nouveau réseau virtuel',
  'newNetwork.about':
    'Vérification écrit les fichiers qui créent ce réseau virtuel. L’état de préparation montre les résultats attendus.',
  'newNetwork.name': 'Nom du réseau',
  'newNetwork.resourceGroup': 'Groupe de ressources',
  'newNetwork.addressSpace': 'Espace d’adressage',
  'newNetwork.subnetName': 'Nom du sous-réseau',
  'newNetwork.subnetPrefix': 'Plage d’adresses de sous-réseau',
  'newNetwork.region': 'Région',
  'newNetwork.region.line': '{region} (celle de l’espace de travail)',
  'newNetwork.groupElsewhere': 'Le groupe de ressources doit exister avant le déploiement des fichiers',
  'newNetwork.groupOwn': 'Groupe de ressources de l’espace de travail',
  'newNetwork.usable': '{n} {n:adresse|adresses} pour les nœuds',
  'newNetwork.made': 'Ressources à créer',
  'newNetwork.rulesOf': '{name}, {direction} : {n} {n:règle|règles}',
  'newNetwork.privateSubnet': 'accès sortant par défaut désactivé',
  'newNetwork.locked': 'Corrigez d’abord le nouveau réseau',
  'newNetwork.missing': 'Corrigez le nouveau réseau pour continuer',
  'newNetwork.board': 'Pour voir l’état de préparation, corrigez le nouveau réseau',
  'newNetwork.section': '{subnet} dans {network} ({group}) · n’existe pas encore',
  'newNetwork.review': 'Le réseau virtuel n’existe pas encore. Écrivez les fichiers et déployez-les.',

  'write.heading.newSubnet':
    'Les nœuds sont dans le sous-réseau {subnet} du réseau virtuel {network}, que ces fichiers créent.',
  'write.heading.deployNew':
    'À déployer dans le groupe de ressources {group}, qui contient l’espace de travail et doit exister.',
  'write.heading.network':
    'Réseau virtuel pour {file}. Il est déployé dans son propre groupe de ressources, qui doit exister.',
  'write.newNetwork':
    'Le réseau virtuel est déployé avec son sous-réseau et son groupe de sécurité réseau (NSG). Les stratégies qui exigent un NSG sur chaque sous-réseau autorisent donc le déploiement.',
  'write.parameter.virtualNetworkAddressPrefixes':
    'Plages d’adresses du réseau virtuel. Elles ne peuvent pas chevaucher celles des réseaux connectés.',
} as const;
