// Les pages de docs/causes/fr : ce qu’est chaque type de cause, comment le voir et comment le corriger.

export const frenchCauses = {
  heads: { see: 'Voir la cause', fix: 'Corriger', requirements: 'Exigences' },
  any: (/** @type {string} */ checks) => `Cela peut arriver pour [chaque exigence](${checks}).`,
  index: {
    title: 'Causes',
    intro:
      'Une cause est le composant qui décide d’un ou de plusieurs flux ou paramètres. L’éditeur, le terminal et l’assistant signalent chaque cause une seule fois. Son type est le code du problème.',
    columns: ['Code', 'Signification'],
  },
  /** @type {import('./causes-en.mjs').CauseTexts} */
  kinds: {
    'nsg-rule-blocks': {
      means:
        'Une règle de sécurité avec l’accès Deny s’applique aux flux avant qu’une règle ne les autorise. La règle dont le numéro de priorité est le plus bas décide.',
      see: 'Le problème se trouve au nom de la règle. Le survol affiche un exemple de paquet et la règle qui décide. Dans Azure, *Network Watcher > Vérification des flux IP* affiche la même règle.',
      fix: 'Ajoutez des règles d’autorisation avec un numéro de priorité plus bas. Le correctif rapide en ajoute une par flux. Supprimer la règle est votre décision : aucun correctif ne le fait.',
    },
    'nsg-default-blocks': {
      means:
        'Aucune règle écrite ne s’applique aux flux : une règle par défaut d’Azure (65500, DenyAllInBound ou DenyAllOutBound) les bloque.',
      see: 'Le problème se trouve à `securityRules`, ou au NSG s’il n’a pas de liste de règles. Les règles par défaut ne sont pas dans le fichier.',
      fix: 'Ajoutez une règle d’autorisation par flux. Le correctif rapide les ajoute.',
    },
    'admin-rule-blocks': {
      means:
        'Azure Virtual Network Manager applique ses règles d’administration de sécurité avant les NSG. Une règle NSG ne peut pas autoriser ce qu’elles refusent.',
      see: 'Le problème se trouve à la règle, si un fichier la contient. Dans Azure, les règles d’administration effectives d’une interface réseau la montrent.',
      fix: 'Demandez au propriétaire du gestionnaire de réseau une règle *Toujours autoriser* ou *Autoriser*, ou l’exclusion du réseau.',
    },
    'route-drops': {
      means:
        'La route dont le préfixe correspondant est le plus long a le tronçon suivant None, ou un tronçon qui ne peut pas transmettre les paquets.',
      see: 'Le problème se trouve au nom de la route. Dans Azure, *Itinéraires effectifs* d’une interface réseau la montre.',
      fix: 'Ajoutez une route avec un préfixe plus long ou une balise de service, et un tronçon suivant qui transmet les paquets. Le correctif rapide l’ajoute lorsqu’il est testé.',
    },
    'reply-route': {
      means:
        'Azure appelle les nœuds sur leur adresse IP publique. Une route envoie les réponses à une appliance ou à une passerelle, qui n’a pas vu l’appel et les abandonne (routage asymétrique).',
      see: 'Le problème se trouve au nom de la route. La création du calcul échoue, ou le calcul reste inutilisable.',
      fix: 'Ajoutez des routes avec les balises de service AzureMachineLearning et BatchNodeManagement et le tronçon suivant Internet. Ou utilisez un calcul sans adresse IP publique.',
    },
    'no-outbound-access': {
      means:
        'Le sous-réseau n’a ni passerelle NAT, ni adresses IP publiques, ni appliance, ou il n’a que l’accès sortant par défaut.',
      see: 'Le problème se trouve au nom du sous-réseau.',
      fix: 'Associez une passerelle NAT au sous-réseau, ou dirigez 0.0.0.0/0 vers un pare-feu. Une passerelle NAT est facturée par heure et par Go : le correctif reste toujours un choix séparé.',
    },
    'firewall-blocks': {
      means:
        'Les routes envoient les flux à un pare-feu Azure dont les règles sont connues, et aucune règle ne les autorise.',
      see: 'Le problème se trouve à la règle du pare-feu qui refuse les flux, ou à la liste qui ne les autorise pas.',
      fix: 'Ajoutez des règles de réseau ou d’application à la stratégie du pare-feu. La demande les contient sous forme de code.',
    },
    'appliance-decides': {
      means:
        'Une route envoie les flux à une appliance virtuelle réseau (NVA) ou à votre réseau local. Ses règles ne sont pas connues : le résultat est à confirmer.',
      see: 'Le problème est un avertissement au tronçon suivant de la route. Il compte comme inconnu, jamais comme erreur.',
      fix: 'Confirmez avec votre équipe réseau que l’appliance autorise les flux. *Créer la demande réseau…* les liste avec ports, balises de service et noms d’hôtes.',
    },
    'dns-missing': {
      means:
        'Une zone DNS privée n’est pas liée au réseau virtuel, n’a pas d’enregistrement ou n’existe pas. Les noms des services privés renvoient alors des adresses publiques.',
      see: 'Le problème se trouve à la zone ou au point de terminaison privé. Depuis un nœud, `nslookup` affiche l’adresse.',
      fix: 'Créez la zone, liez-la au réseau virtuel du serveur DNS et ajoutez un groupe de zones DNS au point de terminaison privé.',
    },
    'endpoint-missing': {
      means:
        'Un service refuse l’accès public et n’a pas de point de terminaison privé que le sous-réseau peut joindre.',
      see: 'Le problème se trouve au service ou à l’espace de travail. Les requêtes échouent avec 403 ou expirent.',
      fix: 'Créez le point de terminaison privé dans le réseau virtuel ou dans un réseau appairé, avec sa zone DNS.',
    },
    'service-firewall': {
      means:
        'Le pare-feu ou un autre paramètre réseau d’un compte de stockage, d’un coffre de clés ou d’un registre de conteneurs refuse le sous-réseau.',
      see: 'Le problème se trouve au paramètre du service.',
      fix: 'Ajoutez un point de terminaison privé, ou une règle pour le sous-réseau avec un point de terminaison de service. Autorisez les services Microsoft approuvés si l’exigence le demande.',
    },
    'permission-missing': {
      means: 'Vous, ou l’identité qui crée le calcul, n’avez pas un rôle que l’opération exige.',
      see: 'Azure refuse l’opération avec AuthorizationFailed. Les fichiers ne le montrent pas : l’assistant le vérifie.',
      fix: 'Demandez le rôle. La demande contient le rôle et l’étendue.',
    },
    'quota-short': {
      means: 'L’abonnement ou l’espace de travail n’a plus assez de cœurs, de clusters ou d’adresses.',
      see: 'Dans Azure, *Utilisation + quotas* de l’espace de travail le montre. Les fichiers ne le montrent pas : l’assistant le vérifie.',
      fix: 'Demandez plus de quota, choisissez une autre taille ou région, ou supprimez des calculs inutilisés.',
    },
    'policy-denies': {
      means: 'Une affectation de stratégie avec l’effet Deny s’applique à la ressource.',
      see: 'Le problème se trouve à l’affectation, si un fichier la contient. Azure refuse le déploiement avec RequestDisallowedByPolicy.',
      fix: 'Modifiez la ressource pour que la stratégie l’autorise, ou demandez une exemption.',
    },
    lock: {
      means:
        'Un verrou en lecture seule sur le groupe ou la ressource empêche Azure Machine Learning de créer ou de supprimer des ressources. Un verrou de suppression l’empêche de réduire le nombre de nœuds.',
      see: 'Le problème se trouve au verrou, si un fichier le contient. Azure refuse l’opération avec ScopeLocked.',
      fix: 'Déplacez le verrou vers une autre étendue, ou supprimez-le. Aucun correctif ne le fait pour vous.',
    },
    'subnet-unfit': {
      means:
        'Une propriété du sous-réseau, de son réseau ou de l’espace de travail ne convient pas au calcul. Exemples : une délégation à un autre service, une autre région.',
      see: 'Le problème se trouve au sous-réseau ou au paramètre.',
      fix: 'Modifiez le paramètre, ou utilisez un autre sous-réseau.',
    },
    'addresses-short': {
      means:
        'Chaque nœud utilise une adresse, et Azure réserve cinq adresses par sous-réseau. Le nombre maximal de nœuds en demande plus.',
      see: 'Le problème se trouve à `maxNodeCount`, ou au calcul.',
      fix: 'Utilisez moins de nœuds ou un sous-réseau plus grand. Un sous-réseau qui contient des appareils ne peut pas être redimensionné.',
    },
    'not-readable': {
      means:
        'Une valeur qui décide n’est pas connue : un paramètre sans valeur, une ressource qui n’est dans aucun fichier ou qui ne peut pas être lue dans Azure. Le résultat est à confirmer.',
      see: 'Le problème est un avertissement qui indique la raison. Il compte comme inconnu.',
      fix: 'Sélectionnez un fichier de paramètres, ajoutez le fichier manquant à la même commande, ou lisez les ressources existantes dans Azure. Pour lire des ressources, il faut le rôle Lecteur.',
    },
  },
};
