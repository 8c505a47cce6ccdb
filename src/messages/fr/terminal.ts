/** Ce que dit le terminal. */
export const terminalMessages = {
  'terminal.help.about':
    'Vérifie un sous-réseau selon les exigences réseau d’Azure Machine Learning. FILE est un fichier Bicep, un fichier .bicepparam, un modèle ARM, un dossier, un motif ou du JSON d’Azure CLI ({examples}).',
  'terminal.help.is.check': 'Vérifie les sous-réseaux des fichiers',
  'terminal.help.is.fix': 'Corrige les problèmes d’un fichier Bicep ou d’un modèle ARM',
  'terminal.help.is.explain': 'Explique un problème d’une ligne, ou un message d’erreur d’Azure',
  'terminal.help.is.check-access': 'Résout les noms d’un espace de travail sur cet ordinateur',
  'terminal.help.is.compare': 'Compare les réseaux de deux fichiers',
  'terminal.help.is.resolve': 'Affiche les ressources que déploie un modèle',
  'terminal.help.each': 'Options d’une commande : {command}',
  'terminal.help.fix':
    'Écrit des corrections dans des fichiers Bicep et des modèles ARM. Chaque correction est d’abord testée sur une copie. Avec --dry-run, affiche seulement les corrections.',
  'terminal.help.explain':
    'Explique les problèmes d’une ligne d’un fichier. Pour une ligne d’un module, indiquez aussi le modèle qui utilise le module.',
  'terminal.help.subnet': 'Sous-réseau à vérifier : un nom, RÉSEAU/NOM ou un ID de ressource (répétable)',
  'terminal.help.allSubnets':
    'Vérifier aussi les sous-réseaux qui partagent seulement un NSG avec un sous-réseau utilisé',
  'terminal.help.compute': 'Type de ressource de calcul',
  'terminal.help.publicIp': 'Si les ressources de calcul ont une adresse IP publique',
  'terminal.help.workspace':
    'Si l’espace de travail a un point de terminaison privé (private) ou non (public)',
  'terminal.help.region': 'Région du réseau, si les fichiers ne la contiennent pas',
  'terminal.help.serviceRegions':
    'Régions des services que les fichiers ne contiennent pas : {services} (répétable par service)',
  'terminal.help.cloud': 'Cloud Azure (par défaut : celui des régions des fichiers, sinon {first})',
  'terminal.help.profile': 'Exigences à vérifier (par défaut : {first})',
  'terminal.help.params': 'Fichier avec les valeurs des paramètres (par défaut : celui du modèle)',
  'terminal.help.noParams': 'Utiliser uniquement les valeurs par défaut',
  'terminal.help.root':
    'Dossier dont un modèle peut référencer les fichiers (par défaut : celui de son projet)',
  'terminal.help.serviceTags':
    'Balises de service du fichier de Microsoft ou de {command}, au lieu de la liste intégrée',
  'terminal.help.effectiveRoutes':
    'Sortie de {command} pour une interface réseau du sous-réseau : les routes qu’une passerelle annonce',
  'terminal.help.adminRules':
    'Sortie de {command} pour le réseau : ses règles d’administration de la sécurité',
  'terminal.help.format': 'Format de sortie (par défaut : {first})',
  'terminal.help.failOn': 'Gravité la plus basse qui fait échouer l’exécution (par défaut : {first})',
  'terminal.help.strict': 'Échouer aussi sur les hypothèses et les avertissements inconnus',
  'terminal.help.allowUnknown': 'Ne pas échouer sur les résultats inconnus',
  'terminal.help.notCovered':
    'Vérifie les clusters, les instances et le calcul serverless dans vos sous-réseaux. Le calcul Kubernetes et les points de terminaison ne sont pas couverts.',
  'terminal.help.notSaid':
    'Les valeurs sans option viennent des fichiers. Si les fichiers ne les contiennent pas non plus, le rapport liste les hypothèses.',
  'terminal.help.checkAccess':
    'Résout sur cet ordinateur les noms d’un espace de travail, de son stockage et d’une instance. Les compare aux points de terminaison privés des fichiers. Se termine par 1 si un nom ne mène pas à son point de terminaison privé, ou si aucun n’a pu être comparé.',
  'terminal.help.ends':
    'Codes de sortie : 0 aucun résultat, 1 des résultats, 2 ligne de commande non valide, 3 fichier illisible.',
  'terminal.help.explainError':
    'Explique un message d’erreur d’Azure. Avec des fichiers, compare le message à leurs sous-réseaux et liste les causes classées, la règle ou la route qui décide, et la correction.',
  'terminal.help.resolve':
    'Affiche chaque ressource que déploie un fichier Bicep ou un modèle ARM, avec les valeurs évaluées. Pour chaque valeur inconnue, la cause est affichée.',
  'terminal.help.subscription': 'ID de l’abonnement du déploiement',
  'terminal.help.resourceGroup': 'Groupe de ressources du déploiement',
  'terminal.help.location': 'Région du groupe de ressources',
  'terminal.help.tenant': 'ID du locataire du déploiement',
  'terminal.help.deploymentName': 'Nom du déploiement',
  'terminal.oneFile': 'La commande resolve accepte un seul fichier. Retirez {file}.',
  'terminal.noTemplate': '{file} n’est ni un fichier Bicep ni un modèle ARM.',
  'terminal.noUsing': '{file} n’indique pas son modèle. Ajoutez une instruction using.',
  'terminal.serverless2020': 'Le calcul serverless n’existait pas en décembre 2020. Retirez {profile}.',
  'terminal.serviceRegions':
    '{option} {value} : écrivez chaque service avec sa région, par exemple {example}. Les services sont {services}.',
  'terminal.noCommand': '{command} n’est pas une commande. Commandes : {names}. Voir --help.',
  'terminal.option.unknown': '{option} n’est pas une option de cette commande. Voir --help.',
  'terminal.option.lacks': '{option} exige une valeur. Voir --help.',
  'terminal.option.alone': '{option} n’accepte pas de valeur. Voir --help.',
  'terminal.notAWord': '{option} n’accepte pas {value}. Valeurs possibles : {words}. Voir --help.',
  'terminal.option.twice':
    '{option} n’accepte qu’une valeur, mais la ligne de commande en a deux. Voir --help.',
  'terminal.noFolder': 'Le dossier {folder} n’existe pas.',
  'terminal.isFolder': '{name} est un dossier. Indiquez un fichier.',
  'terminal.cannotWrite': 'Impossible d’écrire {file} ({code}).',
  'terminal.noRegion':
    'La région {region} n’est pas connue, et ses balises de service non plus. Vérifiez l’orthographe.',
  'terminal.nearRegion':
    'La région {region} n’est pas connue, et ses balises de service non plus. Vouliez-vous dire {nearest} ?',
  'terminal.noFile': 'Indiquez un fichier. Voir --help.',
  'terminal.cannotRead': 'Impossible de lire {file} ({code}).',
  'terminal.notRegular':
    '{file} est un canal, un périphérique ou un socket et non un fichier ordinaire : il n’est pas lu.',
  'terminal.tooLarge': '{file} dépasse {most} Mo : il n’est pas lu.',
  'terminal.linkOut.read':
    '{file} mène à {target}, hors de {folder} : il n’est pas lu. Indiquez {target} lui-même, ou avec --root un dossier qui contient les deux.',
  'terminal.linkOut.write':
    '{file} mène à {target}, hors de {folder} : rien n’est écrit. Indiquez {target} lui-même, ou avec --root un dossier qui contient les deux.',
  'terminal.notUtf8': '{file} n’est pas un texte UTF-8. Enregistrez-le en UTF-8.',
  'terminal.noneInside': '{name} ne correspond à aucun fichier Bicep ou JSON.',
  'terminal.crashed': 'Impossible de vérifier {file} ({what}). Les autres fichiers ont été vérifiés.',
  'terminal.notJson': '{place} n’est pas du JSON ({what}).',
  'terminal.tooDeep': '{file} a plus de {n} niveaux d’imbrication.',
  'terminal.noResource': '{file} ne contient aucune ressource Azure. Une ressource a un id et un type.',
  'terminal.elsewhere.add': 'Passez aussi le fichier qui le déclare, ou la sortie de {command}.',
  'terminal.elsewhere.value': 'Donnez sa valeur avec {option}, et passez la sortie de {command}.',
  'terminal.parameters': 'Valeurs des paramètres :',
  'terminal.parameters.from': 'de {file}',
  'terminal.parameters.none': 'aucune ({option})',
  'terminal.parameters.tooMany':
    'aucune. Le projet a trop de fichiers pour trouver chaque fichier de paramètres. Choisissez-en un avec {option}, ou utilisez {none}.',
  'terminal.parameters.several':
    'aucune. Plusieurs fichiers contiennent des valeurs, et aucun ne porte le nom du modèle : {files}. Choisissez-en un avec {option}.',
  'terminal.option.both': 'Utilisez {first} ou {second}, pas les deux. Voir --help.',
  'terminal.ledger.files': '{n} {n:fichier lu|fichiers lus}',
  'terminal.ledger.notReadable': '{n} {n:illisible|illisibles}',
  'terminal.ledger.modules': '{n} {n:module manquant|modules manquants}',
  'terminal.ledger.elsewhere':
    '{n} {n:ressource|ressources} de calcul dont le sous-réseau n’est pas dans les fichiers',
  'terminal.ledger.subnets': '{n} {n:sous-réseau vérifié|sous-réseaux vérifiés}',
  'terminal.ledger.notChecked': '{n} {n:non vérifié|non vérifiés}',
  'terminal.ledger.errors': '{n} {n:erreur|erreurs}',
  'terminal.ledger.warnings': '{n} {n:avertissement|avertissements}',
  'terminal.ledger.unknown': '{n} {n:inconnu|inconnus}',
  'terminal.ledger.line': '{read}. {subnets} : {found}',
  'terminal.ledger.unchecked': 'Ressources de calcul dont le réseau n’est pas vérifié :',
  'terminal.ledger.uncheckedCompute': '{place} : « {name} » : {because}',
  'terminal.unchecked.attached':
    'C’est une ressource attachée. Dans les fichiers, seuls les clusters, les instances et le calcul serverless sont vérifiés.',
  'terminal.unchecked.noSubnet':
    'Elle n’a pas de sous-réseau : elle n’est donc dans aucun de vos réseaux virtuels.',
  'terminal.unchecked.managed': 'Elle est dans le réseau virtuel managé de son espace de travail.',
  'terminal.unchecked.omitted': 'Sa condition est fausse avec ces valeurs : elle n’est donc pas créée.',
  'terminal.unchecked.service':
    'C’est une ressource de {service}. Dans les fichiers, seuls les clusters, les instances et le calcul serverless d’Azure ML sont vérifiés.',
  'terminal.ledger.compiled':
    '{n:Non vérifié de nouveau, car compilé|Non vérifiés de nouveau, car compilés} d’un fichier Bicep du même dossier : {files}',
  'terminal.ledger.sharing':
    '{n} {n:sous-réseau non vérifié, car il partage|sous-réseaux non vérifiés, car ils partagent} seulement un NSG avec un sous-réseau utilisé : {subnets}. Option : {option}.',
  'terminal.ledger.sharingAmong':
    '{n} sous-réseaux non vérifiés, car ils partagent seulement un NSG avec un sous-réseau utilisé. {subnets} en font partie. Option : {option}.',
  'terminal.ledger.missing':
    'Modules qui n’ont pas pu être lus (les ressources qu’ils déploient ne sont pas vérifiées) :',
  'terminal.label.info': 'information',
  'terminal.readyAssuming': 'Prêt, en supposant {what}',
  'terminal.dnsNotChecked': '{word}, DNS non vérifié',
  'terminal.assuming.publicIp': 'une adresse IP publique',
  'terminal.assuming.noPublicIp': 'aucune adresse IP publique',
  'terminal.assuming.cluster': 'un cluster de calcul',
  'terminal.assuming.instance': 'une instance de calcul',
  'terminal.assuming.endpoint': 'un point de terminaison privé pour l’espace de travail',
  'terminal.assuming.noEndpoint': 'un espace de travail sans point de terminaison privé',
  'terminal.nothingKnown':
    'On ne sait pas si Azure ML utilise un sous-réseau de ce déploiement. Les modules ci-dessous n’ont pas pu être lus. Ils peuvent contenir une ressource de calcul ou son réseau.',
  'terminal.nothingRead':
    'On ne sait pas si Azure ML utilise un sous-réseau de ces fichiers, car certains n’ont pas pu être lus. Les autres n’en contiennent aucun.',
  'terminal.nothingEvaluated':
    'On ne sait pas si Azure ML utilise un sous-réseau de ces fichiers. Ils exigent plus d’étapes qu’une exécution n’en permet.',
  'terminal.nothingMeant':
    'Les fichiers ne contiennent aucun sous-réseau pour Azure ML. Un tel sous-réseau est utilisé par une ressource de calcul, ou son NSG nomme une balise de service d’Azure ML.',
  'terminal.fix.noTemplate':
    '{file} n’est ni un fichier Bicep ni un modèle ARM : il ne peut pas être corrigé.',
  'terminal.fix.nothing': '{file} : aucune correction testée.',
  'terminal.fix.would':
    '{file} : {n} {n:modification non écrite|modifications non écrites} à cause de --dry-run :',
  'terminal.fix.done': '{file} : {n} {n:modification écrite|modifications écrites} :',
  'terminal.fix.shared': '{file} sert aussi à {users}. Les modifications s’y appliquent donc aussi.',
  'terminal.fix.left': 'Non corrigé :',
  'terminal.explain.usage': 'Indiquez un fichier et une ligne, par exemple {example}. Voir --help.',
  'terminal.explain.beyond': '{file} a {n} {n:ligne|lignes} : la ligne {line} n’existe pas.',
  'terminal.explain.long':
    '{file} contient plus d’un million de caractères. Indiquez la partie qui contient l’erreur.',
  'terminal.explain.nothing':
    '{place} : aucun problème n’est signalé sur cette ligne. Si le fichier est un module, indiquez aussi le modèle qui l’utilise : explain {place} main.bicep',
  'terminal.explain.nothingOf': '{place} : aucun problème de {template} n’est signalé sur cette ligne.',
  'terminal.oldTags':
    'Les balises de service sont du {date} et ont plus de 60 jours. Des préfixes ont pu changer. Téléchargez la liste actuelle et indiquez-la avec {option}.',
  'terminal.noTags':
    '{file} ne contient pas de balises de service. Utilisez le fichier de Microsoft, ou la sortie de {command}.',
  'terminal.otherCloud':
    '{file} contient les balises de service de {its}, et non de {cloud}. Indiquez --cloud.',
  'terminal.noEffective': '{file} ne contient aucune liste d’objets nommée value.',
  'terminal.oneNetwork':
    'Chacune de ces options s’applique à un seul réseau : {options}. Choisissez ses sous-réseaux avec {option}.',
  'terminal.bare':
    '{names} {n:n’a|n’ont} pas de propriétés dans les fichiers, comme dans la sortie de {list}. Utilisez plutôt {show}.',
  'terminal.noSubnet': 'Les fichiers ne contiennent aucun sous-réseau. Exportez son réseau avec {command}.',
  'terminal.whichSubnet': 'Choisissez un sous-réseau avec {option} : {names}.',
  'terminal.noSuchSubnet': 'Le sous-réseau {name} n’est pas dans les fichiers. Ils contiennent : {names}.',
  'terminal.notInFiles': '{name} n’est pas dans les fichiers.',
  'terminal.noEndpoints': 'Les fichiers ne contiennent aucun point de terminaison privé.',
  'terminal.noZones': 'Les fichiers ne contiennent aucune zone DNS privée.',
  'terminal.notSaid.publicIp':
    'Il n’est pas indiqué si les ressources de calcul ont une adresse IP publique.',
  'terminal.notSaid.workspace': 'Les fichiers ne contiennent aucun espace de travail.',
  'terminal.title': '{subnet}, pour une ressource de calcul qui n’existe pas encore',
  'terminal.titleFor': '{subnet}, pour {compute}',
  'terminal.titleServerless': '{subnet}, pour le calcul serverless',
  'terminal.titleServerlessOf': '{subnet}, pour le calcul serverless de {compute}',
  'terminal.ready': 'Prêt',
  'terminal.notReady': 'Pas prêt',
  'terminal.readyNever':
    'Inconnu : chaque paramètre possible que les fichiers laissent ouvert échoue, pour une raison différente ci-dessous. Indiquez le vôtre ({options}).',
  'terminal.cannotTell': 'Vérification incomplète',
  'terminal.summary': '{word} : {parts}',
  'terminal.toFix': '{n} {n:erreur|erreurs}',
  'terminal.unknown': '{n} {n:inconnu|inconnus}',
  'terminal.advised': '{n} {n:avertissement|avertissements}',
  'terminal.label.toFix': 'erreur',
  'terminal.label.unknown': 'inconnu',
  'terminal.label.advised': 'avertissement',
  'terminal.head': '{label} : {name} [{id}]',
  'terminal.fix': 'Correction : {step}',
  'terminal.advice': 'Que faire : {advice}',
  'terminal.fix.and': 'et : {step}',
  'terminal.fixNotTested':
    'Une exécution teste {n} corrections, et celle-ci n’en fait pas partie. Relancez-la après avoir appliqué les autres.',
  'terminal.findings': 'Autres constats :',
  'terminal.severity.error': 'erreur',
  'terminal.severity.warning': 'avertissement',
  'terminal.severity.info': 'information',
  'terminal.fixAll': 'Toutes les corrections ensemble, testées sur une copie :',
  'terminal.basis': 'D’après :',
  'terminal.step.rule': 'ajouter la règle {priority} {name} à {group} : {what}',
  'terminal.rule.allowOutbound': 'autoriser {part} en sortie, de {from} vers {to}',
  'terminal.rule.allowInbound': 'autoriser {part} en entrée, de {from} vers {to}',
  'terminal.rule.denyOutbound': 'refuser {part} en sortie, de {from} vers {to}',
  'terminal.rule.denyInbound': 'refuser {part} en entrée, de {from} vers {to}',
  'terminal.rule.any': 'toute adresse',
  'terminal.step.route': 'ajouter la route {name} à {table} : {destination} vers {hop}',
  'terminal.step.create': 'créer {type} {name}',
  'terminal.step.attach': 'attacher {name} à {to}',
  'terminal.step.set': 'donner à {property} de {at} la valeur {value}',
  'terminal.step.remove': 'retirer {name} de {from}',
  'terminal.step.detach': 'détacher {name} de {from}',
  'terminal.step.delete': 'supprimer {name}',
  'terminal.notes': 'À confirmer avec votre équipe réseau :',
  'terminal.note': '{name} [{id}] : {what}',
  'terminal.rest':
    '{met} {met:réussi|réussis}, {byDefault} {byDefault:réussi|réussis} par des règles par défaut seulement, {notes} à confirmer avec votre équipe réseau, {notNeeded} non requis',
  'terminal.assumed': 'Hypothèses, car ni les fichiers ni la ligne de commande ne l’indiquent :',
  'terminal.assumed.cloud.public': 'Le cloud est Azure public ({option}).',
  'terminal.assumed.order':
    'Le réseau et le point de terminaison privé d’un espace de travail privé sont déployés avant la ressource de calcul.',
  'terminal.assumed.cluster': 'La ressource de calcul est un cluster ({option}).',
  'terminal.assumed.nodes': 'Il a {n} nœuds au plus.',
  'terminal.assumed.publicIp':
    'Les exigences qui dépendent d’une adresse IP publique sont affichées à titre d’information ({option}).',
  'terminal.assumed.publicIp2020':
    'Chaque ressource de calcul a une adresse IP publique, comme dans l’article de décembre 2020 ({option}).',
  'terminal.assumed.workspace':
    'L’espace de travail est dans l’abonnement et la région du réseau. Il n’utilise ni réseau virtuel managé ni données à fort impact commercial.',
  'terminal.assumed.endpoint':
    'Les exigences qui dépendent d’un point de terminaison privé pour l’espace de travail sont affichées à titre d’information ({option}).',
  'terminal.assumed.peerings': 'Le réseau {name} n’a pas d’appairage, car son fichier n’en liste aucun.',
  'terminal.assumed.alone': 'Les autres ressources de calcul ne prennent pas d’adresses du sous-réseau.',
} as const;
