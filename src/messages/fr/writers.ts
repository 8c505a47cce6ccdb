/** Texts of generated files, of the plan in words, of the network request and of compute names, in French. */
export const writers = {
  'name.format.instance': '3 à 24 lettres, chiffres ou traits d’union, en commençant par une lettre',
  'name.format.cluster': '3 à 32 lettres, chiffres ou traits d’union, en commençant par une lettre',
  'name.format.databricks': '2 à 16 lettres, chiffres ou traits d’union, en commençant par une lettre',
  'name.format.virtual-machine': '2 à 16 lettres, chiffres ou traits d’union, en commençant par une lettre',
  'name.format.hdinsight': '2 à 16 lettres, chiffres ou traits d’union, en commençant par une lettre',
  'name.end': 'Le dernier caractère est une lettre ou un chiffre',
  'name.hyphen': 'Un trait d’union est suivi d’une lettre',
  'name.long': 'Plus long que les {limit} caractères permis par les pages d’Azure',

  'fix.rule.comment': 'Azure ML : {title}. Nécessaire pour {kind}, {level}, {date}. Voir {id}.',

  'write.kind.cluster': 'le cluster',
  'write.kind.instance': 'l’instance',
  'write.heading.cluster':
    'Cluster de calcul {name} de l’espace de travail Azure Machine Learning {workspace}.',
  'write.heading.instance':
    'Instance de calcul {name} de l’espace de travail Azure Machine Learning {workspace}.',
  'write.heading.subnet': 'Ses nœuds sont dans le sous-réseau {subnet} du réseau virtuel {network}.',
  'write.heading.managed':
    'Ses nœuds sont dans le réseau que l’espace de travail gère lui-même : aucun sous-réseau n’est donc nommé.',
  'write.heading.written': 'Écrit par Secured AML Compute le {date}.',
  'write.heading.deploy':
    'À déployer dans {group}, le groupe de ressources de l’espace de travail. L’espace de travail et le réseau doivent exister.',
  'write.heading.fixes':
    'Corrections du réseau pour {file}, déployées dans le groupe de ressources du réseau.',
  'write.values': 'Un fichier comme celui-ci par environnement : copiez-le et changez les valeurs.',
  'write.publicIp.yes':
    'Les nœuds ont une IP publique : Azure ML les appelle sur TCP 44224, que le groupe de sécurité doit laisser entrer depuis AzureMachineLearning.',
  'write.publicIp.no':
    'Les nœuds n’ont pas d’IP publique et ne font que sortir : il faut un point de terminaison privé à l’espace de travail, une sortie au sous-réseau.',
  'write.heading.profile2020':
    'Les règles et les routes du réseau suivent les exigences de décembre 2020. Celles d’Azure ML sont autres aujourd’hui.',
  'write.publicIp.cluster2020':
    'Les nœuds ont une IP publique. Azure Batch les appelle sur TCP 29876 et 29877 : autorisez les deux en entrée depuis BatchNodeManagement.',
  'write.publicIp.instance2020':
    'L’instance a une IP publique. Autorisez en entrée TCP 29876 et 29877 depuis BatchNodeManagement, et TCP 44224 depuis AzureMachineLearning.',
  'write.publicIp.no2020':
    'L’absence d’IP publique est plus récente que les exigences de décembre 2020. Elle demande un point de terminaison privé à l’espace de travail et un accès sortant au sous-réseau.',
  'write.publicIp.managed': 'Le réseau managé de l’espace de travail relie les nœuds.',
  'write.replaces': 'Un calcul existant de ce nom serait remplacé.',
  'write.output.computeId': 'ID de ressource du calcul.',

  'write.parameter.workspaceName': 'Espace de travail Azure Machine Learning auquel appartient le calcul.',
  'write.parameter.computeName.cluster':
    'Nom du cluster de calcul : lettres, chiffres et traits d’union, en commençant par une lettre.',
  'write.parameter.computeName.instance':
    'Nom de l’instance de calcul, unique dans sa région : lettres, chiffres et traits d’union, en commençant par une lettre.',
  'write.parameter.location': 'Région des nœuds : celle de leur réseau virtuel.',
  'write.parameter.location.managed': 'Région des nœuds.',
  'write.parameter.vmSize': 'Taille de chaque machine.',
  'write.parameter.vmPriority': 'Nœuds dédiés, ou de basse priorité, qu’Azure peut reprendre.',
  'write.parameter.minNodes': 'Nœuds toujours présents. 0 ne coûte rien tant qu’aucun travail ne s’exécute.',
  'write.parameter.maxNodes': 'Nœuds au plus. Chacun prend une adresse du sous-réseau.',
  'write.parameter.maxNodes.managed': 'Nœuds au plus.',
  'write.parameter.idleMinutes': 'Minutes sans travail après lesquelles un nœud s’arrête.',
  'write.parameter.virtualNetworkName': 'Réseau virtuel des nœuds.',
  'write.parameter.virtualNetworkResourceGroup': 'Groupe de ressources du réseau virtuel.',
  'write.parameter.virtualNetworkSubscription': 'Abonnement du réseau virtuel.',
  'write.parameter.subnetName': 'Sous-réseau des nœuds. Il ne peut plus changer une fois le calcul créé.',
  'write.parameter.subnetAddressPrefix':
    'Plage d’adresses du sous-réseau, que nomment ses règles de sécurité.',
  'write.parameter.subnetAddressPrefixes':
    'Plages d’adresses du sous-réseau, que nomment ses règles de sécurité.',
  'write.parameter.serviceTagRegion': 'Région des nœuds, telle que l’écrivent les balises de service.',
  'write.parameter.workspaceServiceTagRegion':
    'Région de l’espace de travail, telle que l’écrivent les balises de service.',
  'write.parameter.securityGroupName': 'Groupe de sécurité réseau qui reçoit les nouvelles règles.',
  'write.parameter.securityGroupResourceGroup': 'Groupe de ressources du groupe de sécurité réseau.',
  'write.parameter.securityGroupSubscription': 'Abonnement du groupe de sécurité réseau.',
  'write.parameter.routeTableName': 'Table de routage qui reçoit les nouvelles routes.',
  'write.parameter.routeTableResourceGroup': 'Groupe de ressources de la table de routage.',
  'write.parameter.routeTableSubscription': 'Abonnement de la table de routage.',

  'write.leftOut': 'Absent de ces fichiers, à faire à la main : {what}.',
  'write.leftOut.remove': 'retirer {name} de {resource}, car un déploiement ne retire jamais rien',
  'write.leftOut.set': 'régler {property} de {resource} sur {value}',
  'write.leftOut.delete': 'supprimer {resource}',
  'write.leftOut.detach': 'détacher {resource} de {from}',
  'write.leftOut.attach': 'attacher {resource} à {to}',
  'write.leftOut.rule': 'règle {name} de {resource}, en conflit avec {other} par le nom ou la priorité',
  'write.leftOut.route': 'route {name} de {resource}, en conflit avec {other} par le nom ou la destination',

  'plan.creates': 'Crée',
  'plan.creates.cluster': 'Cluster de calcul {name} dans {workspace}',
  'plan.creates.instance': 'Instance de calcul {name} dans {workspace}',
  'plan.machines': 'Machines',
  'plan.machines.rangeDedicated': '{min} à {max} {size}, machines dédiées',
  'plan.machines.fixedDedicated': '{max} {size}, machines dédiées',
  'plan.machines.rangeLow': '{min} à {max} {size}, basse priorité : Azure peut reprendre des nœuds',
  'plan.machines.fixedLow': '{max} {size}, basse priorité : Azure peut reprendre des nœuds',
  'plan.machines.one': '1 {size}',
  'plan.subnet': 'Sous-réseau',
  'plan.subnet.public': '{subnet} dans {network}, IP publique sur les nœuds',
  'plan.subnet.private': '{subnet} dans {network}, sans IP publique',
  'plan.subnet.managed': 'Aucun : {workspace} gère son propre réseau',
  'plan.idle': 'Inactivité',
  'plan.idle.cluster': 'Se réduit après {n} {n:minute|minutes}',
  'plan.idle.instance': 'Fonctionne, et est facturée, jusqu’à ce que quelqu’un l’arrête',
  'plan.alsoCreates': 'Crée aussi',
  'plan.alsoCreates.public': '1 groupe de sécurité, 1 IP publique, 1 équilibreur de charge',
  'plan.alsoCreates.none': 'Rien',
  'plan.there': 'Emplacement',
  'create.where':
    'Le groupe de sécurité, l’IP publique et l’équilibreur de charge sont créés dans {group}, le groupe du réseau.',
  'create.whereNone':
    'Pas d’IP publique : ni groupe de sécurité, ni IP publique, ni équilibreur de charge n’est créé.',
  'plan.there.managed': 'Azure crée les éléments du réseau hors de votre vue.',
  'plan.identity': 'Identité',
  'plan.identity.none': 'Aucune',
  'plan.ssh': 'SSH',
  'plan.ssh.closed': 'Port public fermé',

  'request.intro':
    'Le calcul Azure Machine Learning du sous-réseau {subnet} a besoin de ce qui suit. Merci de le modifier ou de le confirmer.',
  'request.passedBy':
    'Avec ces routes, {n:la ligne|les lignes} {lines} {n:ne passe|ne passent} plus par le pare-feu.',
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
    'Ou faites traduire par l’appliance virtuelle réseau (NVA) {ip} les adresses sources de ces appels (SNAT), afin que les réponses repassent par elle.',
  'request.state.replyLost': 'Les réponses se perdent : la route {destination} les envoie vers {hop}',
  'request.state.appliance': 'Inconnu, l’appliance virtuelle réseau (NVA) {ip} décide',
  'request.state.onPremises': 'Inconnu, votre réseau local décide',
  'request.state.noWayOut': 'Aucun accès sortant : {why}',
  'request.state.unknown': 'Inconnu : {why}',
  'request.state.allowed': 'Déjà autorisé',
  'request.why': 'Pourquoi chaque ligne est nécessaire',
  'request.why.line': '{title} ({id}). {level} : {source}.',
  'request.fails': 'Échoue aujourd’hui : {packet}.',
  'request.readOn': 'Lu le {date}.',
  'request.today': 'État actuel de chaque flux',
  'request.column.today': 'Aujourd’hui',
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
    'Pare-feu éventuel derrière les routes d’une passerelle, s’il s’agit d’un pare-feu Azure : règles de réseau',
  'request.someFirewall.application':
    'Pare-feu éventuel derrière les routes d’une passerelle, s’il s’agit d’un pare-feu Azure : règles d’application',
  'request.someFirewall.other': 'Autre pare-feu éventuel derrière les routes d’une passerelle',
  'request.state.byRule': 'Bloqué ici par la règle {priority} {name} de {group}',
  'request.state.byNoRule':
    'Bloqué ici par la règle par défaut {priority} {name} de {group} : aucune autre règle ne l’autorise',
  'request.state.byAdminRule':
    'Bloqué ici par la règle d’administration de la sécurité {priority} {name} de {group}',
  'request.state.byRoute': 'Bloqué ici par la route {destination}, tronçon suivant Aucun',
  'request.state.byFirewallRule': 'Bloqué ici par la règle {name} du pare-feu Azure {firewall}',
  'request.state.byNoFirewallRule':
    'Bloqué ici par le pare-feu Azure {firewall} : aucune règle ne l’autorise',
  'request.state.partly': 'En partie : {state}',
  'request.state.note': 'Inconnu, merci de confirmer',
  'request.source': '{title}, {date}',
} as const;
