/** Texts of generated files, of the plan in words, of the network request and of compute names, in French. */
export const writersMessages = {
  'name.format.instance': 'Utilisez 3 à 24 lettres, chiffres ou traits d’union. Commencez par une lettre.',
  'name.format.cluster': 'Utilisez 3 à 32 lettres, chiffres ou traits d’union. Commencez par une lettre.',
  'name.format.databricks': 'Utilisez 2 à 16 lettres, chiffres ou traits d’union. Commencez par une lettre.',
  'name.format.virtual-machine':
    'Utilisez 2 à 16 lettres, chiffres ou traits d’union. Commencez par une lettre.',
  'name.format.hdinsight': 'Utilisez 2 à 16 lettres, chiffres ou traits d’union. Commencez par une lettre.',
  'name.end': 'Terminez le nom par une lettre ou un chiffre.',
  'name.hyphen': 'Placez une lettre après chaque trait d’union.',
  'name.long': 'La documentation d’Azure autorise {limit} caractères au maximum. Entrez un nom plus court.',

  'fix.rule.comment': 'Exigence Azure ML {id} ({kind}) : {title}. {level}, {date}.',

  'write.kind.cluster': 'cluster de calcul',
  'write.kind.instance': 'instance de calcul',
  'write.heading.cluster':
    'Cluster de calcul {name} dans l’espace de travail Azure Machine Learning {workspace}.',
  'write.heading.instance':
    'Instance de calcul {name} dans l’espace de travail Azure Machine Learning {workspace}.',
  'write.heading.subnet': 'Les nœuds sont dans le sous-réseau {subnet} du réseau virtuel {network}.',
  'write.heading.managed':
    'Les nœuds sont dans le réseau virtuel managé de l’espace de travail : les fichiers ne définissent donc pas de sous-réseau.',
  'write.heading.written': 'Généré par Secured AML Compute le {date}.',
  'write.heading.deploy':
    'À déployer dans le groupe de ressources {group}, qui contient l’espace de travail. L’espace de travail et le réseau virtuel doivent exister.',
  'write.heading.fixes':
    'Corrections du réseau pour {file}. À déployer dans le groupe de ressources du réseau virtuel.',
  'write.values':
    'Valeurs de paramètres pour un environnement. Copiez le fichier pour chaque environnement et modifiez les valeurs.',
  'write.publicIp.yes':
    'Les nœuds ont des adresses IP publiques. Autorisez TCP 44224 en entrée depuis AzureMachineLearning dans le groupe de sécurité réseau (NSG).',
  'write.publicIp.no':
    'Les nœuds n’ont pas d’adresse IP publique. L’espace de travail a besoin d’un point de terminaison privé, et le sous-réseau d’un accès sortant.',
  'write.heading.profile2020':
    'Les règles et les routes du réseau répondent aux exigences de décembre 2020. Celles d’Azure ML sont différentes aujourd’hui.',
  'write.publicIp.cluster2020':
    'Les nœuds ont des adresses IP publiques. Autorisez TCP 29876 et 29877 en entrée depuis BatchNodeManagement pour Azure Batch.',
  'write.publicIp.instance2020':
    'L’instance a une adresse IP publique. Autorisez en entrée TCP 29876 et 29877 depuis BatchNodeManagement, et TCP 44224 depuis AzureMachineLearning.',
  'write.publicIp.no2020':
    'Le calcul sans adresse IP publique est plus récent que les exigences de décembre 2020. L’espace de travail a besoin d’un point de terminaison privé, et le sous-réseau d’un accès sortant.',
  'write.publicIp.managed': 'Les nœuds utilisent le réseau virtuel managé de l’espace de travail.',
  'write.replaces': 'Le déploiement écrase une ressource de calcul existante du même nom.',
  'write.output.computeId': 'ID de ressource de la ressource de calcul.',

  'write.parameter.workspaceName': 'Espace de travail Azure Machine Learning de la ressource de calcul.',
  'write.parameter.computeName.cluster':
    'Nom du cluster de calcul. Utilisez des lettres, des chiffres et des traits d’union, et commencez par une lettre.',
  'write.parameter.computeName.instance':
    'Nom de l’instance de calcul, unique dans sa région. Utilisez des lettres, des chiffres et des traits d’union, et commencez par une lettre.',
  'write.parameter.location': 'Région des nœuds et de leur réseau virtuel.',
  'write.parameter.location.managed': 'Région des nœuds.',
  'write.parameter.vmSize': 'Taille de machine virtuelle de chaque nœud.',
  'write.parameter.vmPriority': 'Nœuds dédiés, ou nœuds basse priorité qu’Azure peut préempter.',
  'write.parameter.minNodes': 'Nombre minimal de nœuds. Avec 0, un cluster inactif ne coûte rien.',
  'write.parameter.maxNodes': 'Nombre maximal de nœuds. Chaque nœud utilise une adresse du sous-réseau.',
  'write.parameter.maxNodes.managed': 'Nombre maximal de nœuds.',
  'write.parameter.idleMinutes': 'Minutes d’inactivité avant la réduction du nombre de nœuds du cluster.',
  'write.parameter.virtualNetworkName': 'Réseau virtuel des nœuds.',
  'write.parameter.virtualNetworkResourceGroup': 'Groupe de ressources du réseau virtuel.',
  'write.parameter.virtualNetworkSubscription': 'Abonnement du réseau virtuel.',
  'write.parameter.subnetName':
    'Sous-réseau des nœuds. Vous ne pouvez plus le changer une fois la ressource de calcul créée.',
  'write.parameter.subnetAddressPrefix':
    'Plage d’adresses du sous-réseau, utilisée dans ses règles de sécurité.',
  'write.parameter.subnetAddressPrefixes':
    'Plages d’adresses du sous-réseau, utilisées dans ses règles de sécurité.',
  'write.parameter.serviceTagRegion':
    'Région des nœuds telle que dans les noms de balises de service, par exemple WestEurope.',
  'write.parameter.workspaceServiceTagRegion':
    'Région de l’espace de travail telle que dans les noms de balises de service, par exemple WestEurope.',
  'write.parameter.securityGroupName': 'Groupe de sécurité réseau (NSG) auquel ajouter les règles.',
  'write.parameter.securityGroupResourceGroup': 'Groupe de ressources du groupe de sécurité réseau (NSG).',
  'write.parameter.securityGroupSubscription': 'Abonnement du groupe de sécurité réseau (NSG).',
  'write.parameter.routeTableName': 'Table de routage à laquelle ajouter les routes.',
  'write.parameter.routeTableResourceGroup': 'Groupe de ressources de la table de routage.',
  'write.parameter.routeTableSubscription': 'Abonnement de la table de routage.',

  'write.leftOut': 'Les fichiers n’incluent pas cette étape. {what}',
  'write.leftOut.remove':
    'Supprimez vous-même {name} de {resource}, car un déploiement ne supprime ni règles ni routes.',
  'write.leftOut.set': 'Définissez {property} de {resource} sur {value}.',
  'write.leftOut.delete': 'Supprimez {resource}.',
  'write.leftOut.detach': 'Détachez {resource} de {from}.',
  'write.leftOut.attach': 'Attachez {resource} à {to}.',
  'write.leftOut.rule':
    'Ajoutez la règle {name} à {resource}. Son nom ou sa priorité est en conflit avec la règle {other} : modifiez l’une des deux.',
  'write.leftOut.route':
    'Ajoutez la route {name} à {resource}. Son nom ou sa destination est en conflit avec la route {other} : modifiez l’une des deux.',

  'plan.creates': 'Crée',
  'plan.creates.cluster': 'Cluster de calcul {name} dans {workspace}',
  'plan.creates.instance': 'Instance de calcul {name} dans {workspace}',
  'plan.machines': 'Machines virtuelles',
  'plan.machines.rangeDedicated': '{min} à {max} × {size}, dédié',
  'plan.machines.fixedDedicated': '{max} × {size}, dédié',
  'plan.machines.rangeLow': '{min} à {max} × {size}, basse priorité (Azure peut préempter des nœuds)',
  'plan.machines.fixedLow': '{max} × {size}, basse priorité (Azure peut préempter des nœuds)',
  'plan.machines.one': '1 × {size}',
  'plan.subnet': 'Sous-réseau',
  'plan.subnet.public': '{subnet} dans {network}, avec une adresse IP publique',
  'plan.subnet.private': '{subnet} dans {network}, sans adresse IP publique',
  'plan.subnet.managed': 'Aucun : {workspace} utilise un réseau virtuel managé',
  'plan.idle': 'En cas d’inactivité',
  'plan.idle.cluster': 'Réduit le nombre de nœuds après {n} {n:minute|minutes} d’inactivité',
  'plan.idle.instance': 'Fonctionne et est facturée jusqu’à ce que vous l’arrêtiez',
  'plan.alsoCreates': 'Crée aussi',
  'plan.alsoCreates.public':
    '1 groupe de sécurité réseau (NSG), 1 adresse IP publique et 1 équilibreur de charge',
  'plan.alsoCreates.none': 'Rien',
  'plan.there': 'Emplacement',
  'create.where':
    'Azure crée le NSG, l’adresse IP publique et l’équilibreur de charge dans {group}, le groupe de ressources du réseau virtuel.',
  'create.whereNone':
    'Sans adresse IP publique, Azure ne crée ni NSG, ni adresse IP publique, ni équilibreur de charge.',
  'plan.there.managed': 'Azure crée les ressources réseau en dehors de votre abonnement.',
  'plan.identity': 'Identité managée',
  'plan.identity.none': 'Aucune',
  'plan.ssh': 'SSH',
  'plan.ssh.closed': 'Port public fermé',

  'request.intro':
    'Le calcul Azure Machine Learning du sous-réseau {subnet} a besoin de ce qui suit. Merci de le modifier ou de le confirmer.',
  'request.passedBy': 'Avec ces routes, le trafic {n:de la ligne|des lignes} {lines} contourne le pare-feu.',
  'request.subnet': 'Sous-réseau {subnet} du réseau virtuel {network}, adresses {addresses}.',
  'request.securityGroup': 'Règles du NSG {name}',
  'request.column.line': 'Ligne',
  'request.outbound': 'Sortant',
  'request.inbound': 'Entrant',
  'request.column.direction': 'Sens',
  'request.column.protocol': 'Protocole',
  'request.column.ports': 'Ports',
  'request.column.from': 'Source',
  'request.column.to': 'Destination',
  'request.column.hosts': 'Noms d’hôte',
  'request.column.hostsOrTag': 'Noms d’hôte, ou adresses de la balise de service',
  'request.routes': 'Routes de la table de routage {name}',
  'request.column.nextHop': 'Tronçon suivant',
  'request.internet': 'Internet',
  'request.snat':
    'Vous pouvez aussi traduire les adresses sources de ces appels vers l’appliance virtuelle réseau (NVA) {ip} (SNAT), afin que les réponses repassent par elle.',
  'request.state.replyLost': 'Les réponses se perdent : la route {destination} les envoie vers {hop}',
  'request.state.appliance': 'Inconnu : dépend de l’appliance virtuelle réseau (NVA) {ip}',
  'request.state.onPremises': 'Inconnu : dépend de votre réseau local',
  'request.state.noWayOut': 'Aucun accès sortant : {why}',
  'request.state.unknown': 'Inconnu : {why}',
  'request.state.allowed': 'Déjà autorisé',
  'request.why': 'Pourquoi chaque ligne est nécessaire',
  'request.why.line': '{title} ({id}). {level} : {source}.',
  'request.fails': 'Échoue aujourd’hui : {packet}.',
  'request.readOn': 'Lu le {date}.',
  'request.today': 'État actuel de chaque flux',
  'request.column.today': 'État actuel',
  'request.someSecurityGroup': 'Règles du NSG du sous-réseau',
  'request.adminRules':
    'Règles d’administration de la sécurité de la configuration {name} du gestionnaire de réseau',
  'request.someRoutes': 'Routes du sous-réseau',
  'request.internetOrFirewall': 'Internet, ou votre pare-feu',
  'request.azureFirewall.network': 'Pare-feu Azure {name} : règles de réseau',
  'request.azureFirewall.application': 'Pare-feu Azure {name} : règles d’application',
  'request.appliance.network': 'NVA {name}, s’il s’agit d’un pare-feu Azure : règles de réseau',
  'request.appliance.application': 'NVA {name}, s’il s’agit d’un pare-feu Azure : règles d’application',
  'request.appliance.other': 'NVA {name}, s’il s’agit d’un autre pare-feu',
  'request.onPremises.other': 'Pare-feu local',
  'request.someFirewall.network':
    'Pare-feu Azure derrière les routes d’une passerelle, le cas échéant : règles de réseau',
  'request.someFirewall.application':
    'Pare-feu Azure derrière les routes d’une passerelle, le cas échéant : règles d’application',
  'request.someFirewall.other': 'Tout autre pare-feu derrière les routes d’une passerelle',
  'request.state.byRule': 'Bloqué par la règle {priority} {name} de {group}',
  'request.state.byNoRule':
    'Bloqué par la règle par défaut {priority} {name} de {group} : aucune autre règle ne l’autorise',
  'request.state.byAdminRule':
    'Bloqué par la règle d’administration de la sécurité {priority} {name} de {group}',
  'request.state.byRoute': 'Bloqué par la route {destination}, tronçon suivant Aucun',
  'request.state.byFirewallRule': 'Bloqué par la règle {name} du pare-feu Azure {firewall}',
  'request.state.byNoFirewallRule': 'Bloqué par le pare-feu Azure {firewall} : aucune règle ne l’autorise',
  'request.state.partly': 'En partie : {state}',
  'request.state.note': 'Inconnu : merci de confirmer',
  'request.source': '{title}, {date}',
} as const;
