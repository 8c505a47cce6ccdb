/** Ce que dit le terminal. */
export const terminal = {
  'terminal.help.about':
    'Dit ce que les calculs Azure Machine Learning peuvent atteindre depuis un sous-réseau. Chaque FILE est un fichier Bicep, un .bicepparam (son modèle avec ses valeurs), un modèle ARM, un dossier ou motif de ceux-ci, ou du JSON tel qu’Azure l’affiche : une ressource, une liste de ressources ou une page de liste ({examples}).',
  'terminal.help.subnet':
    'le sous-réseau à vérifier, par son nom, par réseau et nom, ou par son identifiant ; à répéter au besoin',
  'terminal.help.allSubnets':
    'vérifier aussi les sous-réseaux qui partagent seulement un NSG avec un sous-réseau utilisé',
  'terminal.help.compute': 'le type de calcul',
  'terminal.help.publicIp': 'si ses machines ont une adresse IP publique',
  'terminal.help.workspace': 'private : l’espace de travail a un point de terminaison privé',
  'terminal.help.region': 'où se trouve le réseau, si aucun fichier ne le dit',
  'terminal.help.serviceRegions':
    'régions des services que les fichiers ne précisent pas : {services} ; un service peut revenir',
  'terminal.help.cloud': 'le cloud ; à défaut celui des régions des fichiers, {first} s’ils n’en nomment pas',
  'terminal.help.profile': 'les exigences, {first} à défaut',
  'terminal.help.params':
    'un fichier avec les valeurs des paramètres (par défaut : celui qui accompagne le modèle)',
  'terminal.help.noParams': 'utiliser uniquement les valeurs par défaut',
  'terminal.help.root': 'le dossier dont un modèle peut nommer les fichiers, celui de son projet par défaut',
  'terminal.help.serviceTags':
    'le fichier publié par Microsoft ou ce qu’affiche {command}, au lieu de la liste livrée avec le programme',
  'terminal.help.effectiveRoutes':
    'ce qu’affiche {command} d’une interface réseau du sous-réseau : les routes qu’une passerelle apporte vraiment',
  'terminal.help.adminRules': 'ce qu’affiche {command} du réseau : les règles des gestionnaires de réseau',
  'terminal.help.format': 'la forme du rapport, {first} à défaut',
  'terminal.help.failOn': 'la moindre gravité qui termine par 1, {first} à défaut',
  'terminal.help.strict': 'Échouer aussi sur les hypothèses et les avertissements inconnus',
  'terminal.help.allowUnknown': 'ce qui ne peut être décidé ne termine pas par 1',
  'terminal.help.notCovered':
    'Les clusters, les instances et le calcul serverless dans son propre sous-réseau sont jugés. Kubernetes et les points de terminaison ne sont pas couverts.',
  'terminal.help.notSaid':
    'Ce qui n’est pas dit vient des fichiers ; ce qu’ils ne disent pas non plus est supposé et affiché.',
  'terminal.help.ends':
    'Termine par 0 si rien n’est trouvé, 1 s’il y a des constats, 2 si la ligne de commande est fausse, 3 si un fichier est illisible.',
  'terminal.help.checkAccess':
    'Résout sur cet ordinateur les noms d’un espace de travail, de son stockage et d’une instance. Les compare aux points de terminaison privés des fichiers. Se termine par 1 si un nom ne mène pas à son point de terminaison privé, ou si aucun n’a pu être comparé.',
  'terminal.help.explainError':
    'Explique un message d’erreur d’Azure. Avec des fichiers, le compare à leurs sous-réseaux : causes classées, règle ou route qui décide, et correction.',
  'terminal.help.resolve':
    'Affiche chaque ressource que crée un fichier Bicep ou un modèle ARM, évaluée ; ce qui ne peut pas être connu dit pourquoi.',
  'terminal.help.subscription': 'l’abonnement où l’on déploie',
  'terminal.help.resourceGroup': 'le groupe de ressources où l’on déploie',
  'terminal.help.location': 'sa région',
  'terminal.help.tenant': 'le locataire où l’on déploie',
  'terminal.help.deploymentName': 'le nom du déploiement',
  'terminal.oneFile': 'resolve prend un seul fichier : {file} est de trop.',
  'terminal.noTemplate': '{file} n’est ni du Bicep ni un modèle ARM.',
  'terminal.noUsing': '{file} ne dit pas à quel modèle il se rapporte.',
  'terminal.serverless2020':
    'Le calcul serverless n’existait pas en décembre 2020 : ne pas donner {profile}.',
  'terminal.noCommand': '{command} n’est pas une commande ; en sont : {names}. Voir --help.',
  'terminal.option.unknown': '{option} n’est pas une option de cette commande. Voir --help.',
  'terminal.option.lacks': '{option} demande une valeur. Voir --help.',
  'terminal.option.alone': '{option} ne prend pas de valeur. Voir --help.',
  'terminal.notAWord': '{option} {value} : l’un de ces mots est attendu : {words}. Voir --help.',
  'terminal.serviceRegions':
    '{option} {value} : écrivez chaque service avec sa région, par exemple {example}. Les services sont {services}.',
  'terminal.option.twice': '{option} est donné deux fois et ne prend qu’une valeur. Voir --help.',
  'terminal.noFolder': '{folder} n’est pas un dossier existant.',
  'terminal.isFolder': '{name} est un dossier ; c’est un fichier qui est attendu ici.',
  'terminal.cannotWrite': '{file} ne peut pas s’écrire ({code}).',
  'terminal.noRegion':
    'Aucune liste de régions ne connaît {region} : les balises de cette région ne sont pas connues.',
  'terminal.nearRegion':
    'Aucune liste de régions ne connaît {region} : les balises de cette région ne sont pas connues. Est-ce {nearest} ?',
  'terminal.noFile': 'Aucun fichier n’est nommé. Voir --help.',
  'terminal.cannotRead': '{file} est illisible ({code}).',
  'terminal.notRegular':
    '{file} n’est pas un fichier ordinaire mais un canal, un périphérique ou un socket : il n’est pas lu.',
  'terminal.tooLarge': '{file} dépasse {most} Mo : il n’est pas lu.',
  'terminal.linkOut.read':
    '{file} mène à {target}, hors de {folder} : il n’est pas lu. Nommez {target} même, ou le dossier qui contient les deux avec --root.',
  'terminal.linkOut.write':
    '{file} mène à {target}, hors de {folder} : rien n’est écrit. Nommez {target} même, ou le dossier qui contient les deux avec --root.',
  'terminal.notUtf8': '{file} n’est pas un texte UTF-8.',
  'terminal.noneInside': 'Aucun fichier Bicep ou JSON n’est trouvé par {name}.',
  'terminal.crashed': '{file} n’a pas pu être évalué ({what}) ; tout le reste l’a été.',
  'terminal.notJson': '{place} n’est pas du JSON ({what}).',
  'terminal.tooDeep': '{file} a plus de {n} niveaux d’imbrication.',
  'terminal.noResource': '{file} ne contient aucune ressource Azure : une ressource a un id et un type.',
  'terminal.elsewhere.add': 'Passez aussi le fichier qui le déclare, ou ce qu’affiche {command}.',
  'terminal.elsewhere.value': 'Donnez sa valeur avec {option}, et passez ce qu’affiche {command}.',
  'terminal.parameters': 'Valeurs des paramètres :',
  'terminal.parameters.from': 'de {file}',
  'terminal.parameters.none': 'aucune ({option})',
  'terminal.parameters.several':
    'aucune. Plusieurs fichiers en donnent, et aucun ne porte le nom du modèle : {files}. Choisissez-en un avec {option}.',
  'terminal.option.both': 'Utilisez {first} ou {second}, pas les deux. Voir --help.',
  'terminal.ledger.files': '{n} {n:fichier lu|fichiers lus}',
  'terminal.ledger.notReadable': '{n} {n:illisible|illisibles}',
  'terminal.ledger.modules': '{n} {n:module manquant|modules manquants}',
  'terminal.ledger.elsewhere': '{n} {n:ressource|ressources} de calcul dont le sous-réseau est ailleurs',
  'terminal.ledger.subnets': '{n} {n:sous-réseau vérifié|sous-réseaux vérifiés}',
  'terminal.ledger.errors': '{n} {n:erreur|erreurs}',
  'terminal.ledger.warnings': '{n} {n:avertissement|avertissements}',
  'terminal.ledger.unknown': '{n} {n:inconnu|inconnus}',
  'terminal.ledger.line': '{read}, {subnets} : {found}',
  'terminal.ledger.unchecked': 'Ressources de calcul dont le réseau n’est pas vérifié :',
  'terminal.ledger.uncheckedCompute': '{place} : « {name} » : {because}',
  'terminal.unchecked.attached':
    'Seuls les clusters, les instances et le calcul serverless sont vérifiés dans les fichiers, et celle-ci est attachée.',
  'terminal.unchecked.noSubnet':
    'Elle ne nomme aucun sous-réseau : elle n’est donc dans aucun de vos réseaux virtuels.',
  'terminal.unchecked.managed': 'Elle est dans le réseau virtuel managé de son espace de travail.',
  'terminal.unchecked.omitted': 'Une condition est fausse avec ces valeurs : elle n’est donc pas créée.',
  'terminal.unchecked.service':
    'C’est une ressource de {service}. Seuls les clusters, les instances et le calcul serverless d’Azure ML sont vérifiés dans les fichiers.',
  'terminal.ledger.compiled':
    '{n:Non vérifié de nouveau, car compilé|Non vérifiés de nouveau, car compilés} d’un fichier Bicep du même dossier : {files}',
  'terminal.ledger.sharing':
    '{n} {n:sous-réseau non vérifié, car il partage|sous-réseaux non vérifiés, car ils partagent} seulement un NSG avec un sous-réseau utilisé : {subnets}. Option : {option}.',
  'terminal.ledger.missing': 'Modules qui n’ont pas pu être lus (ce qu’ils déploient n’est pas vérifié) :',
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
    'On ne sait pas si Azure ML utilise un sous-réseau de ce déploiement. Les modules ci-dessous n’ont pas pu être lus et peuvent contenir une ressource de calcul ou son réseau.',
  'terminal.nothingRead':
    'On ne sait pas si Azure ML utilise un sous-réseau de ces fichiers : tous n’ont pas pu être lus. Ce qui a pu être lu n’en contient aucun.',
  'terminal.nothingMeant':
    'Les fichiers ne contiennent aucun sous-réseau destiné à Azure ML : aucun qu’un calcul utilise, aucun dont le groupe de sécurité nomme une de ses balises.',
  'terminal.fix.noTemplate': '{file} n’est ni un fichier Bicep ni un modèle ARM : rien ne peut y être écrit.',
  'terminal.fix.nothing': '{file} : rien à corriger qui puisse être prouvé.',
  'terminal.fix.would': '{file} : {n} {n:modification|modifications}, sans écrire (--dry-run) :',
  'terminal.fix.done': '{file} : {n} {n:modification écrite|modifications écrites} :',
  'terminal.fix.left': 'Reste :',
  'terminal.explain.usage': 'Dites quelle ligne de quel fichier : {example}. Voir --help.',
  'terminal.explain.beyond': '{file} n’a pas de ligne {line} : il a {n} {n:ligne|lignes}.',
  'terminal.explain.nothing':
    '{place} : rien n’y est signalé. Pour un module, nommez aussi le modèle qui l’utilise : explain {place} main.bicep',
  'terminal.explain.nothingOf': '{place} : {template} n’y signale rien.',
  'terminal.explain.long':
    '{file} contient plus d’un million de caractères. Indiquez la partie qui contient l’erreur.',
  'terminal.oldTags':
    'La liste des balises de service est du {date} et a plus de 60 jours : des préfixes ont pu changer. Téléchargez la liste actuelle et indiquez-la avec {option}.',
  'terminal.noTags': '{file} ne contient aucune balise de service.',
  'terminal.otherCloud':
    '{file} contient les balises de service de {its}, et non de {cloud}. Préciser --cloud.',
  'terminal.noEffective': '{file} ne contient aucune liste d’objets nommée value.',
  'terminal.oneNetwork':
    '{options} décrit un seul réseau. Préciser avec {option} quels sous-réseaux sont visés.',
  'terminal.bare':
    '{names} {n:figure|figurent} dans les fichiers sans leurs propriétés, comme les affiche {list}. {n:L’exporter|Les exporter} avec {show}.',
  'terminal.noSubnet': 'Les fichiers ne contiennent aucun sous-réseau. Exporter son réseau avec {command}.',
  'terminal.whichSubnet': 'Préciser avec {option} quel sous-réseau est visé : {names}.',
  'terminal.noSuchSubnet': 'Aucun sous-réseau ne s’appelle {name}. Les fichiers contiennent {names}.',
  'terminal.notInFiles': '{name} n’est pas dans les fichiers.',
  'terminal.noEndpoints': 'Aucun point de terminaison privé n’est dans les fichiers.',
  'terminal.noZones': 'Aucune zone DNS privée n’est dans les fichiers.',
  'terminal.notSaid.publicIp': 'Personne n’a dit si les machines ont une adresse IP publique.',
  'terminal.notSaid.workspace': 'Aucun espace de travail n’est dans les fichiers.',
  'terminal.title': '{subnet}, pour un calcul qui n’existe pas encore',
  'terminal.titleFor': '{subnet}, pour {compute}',
  'terminal.titleServerless': '{subnet}, pour le calcul serverless',
  'terminal.titleServerlessOf': '{subnet}, pour le calcul serverless de {compute}',
  'terminal.ready': 'Prêt',
  'terminal.notReady': 'Pas prêt',
  'terminal.readyNever':
    'Inconnu : chaque réglage que les fichiers laissent ouvert échoue, pour une raison différente ci-dessous. Précisez le vôtre ({options}).',
  'terminal.cannotTell': 'Indécis pour l’instant',
  'terminal.summary': '{word} : {parts}',
  'terminal.toFix': '{n} {n:erreur|erreurs}',
  'terminal.unknown': '{n} {n:inconnu|inconnus}',
  'terminal.advised': '{n} {n:avertissement|avertissements}',
  'terminal.label.toFix': 'erreur',
  'terminal.label.unknown': 'inconnu',
  'terminal.label.advised': 'avertissement',
  'terminal.head': '{label} : {name} [{id}]',
  'terminal.fix': 'Correction : {step}',
  'terminal.fix.and': 'et : {step}',
  'terminal.fixNotTested':
    'Une exécution teste {n} correctifs, et celui-ci n’en fait pas partie. Relancez-la après avoir corrigé les autres.',
  'terminal.findings': 'Également trouvé :',
  'terminal.severity.error': 'erreur',
  'terminal.severity.warning': 'avertissement',
  'terminal.severity.info': 'information',
  'terminal.fixAll': 'Toutes les corrections ensemble, essayées sur une copie :',
  'terminal.basis': 'Les verdicts reposent sur ceci :',
  'terminal.step.rule':
    'nouvelle règle {priority} {name} dans {group} : {what} de {from} vers {to}, port {ports}',
  'terminal.step.route': 'nouvel itinéraire {name} dans {table} : {destination} vers {hop}',
  'terminal.step.create': 'créer {type} {name}',
  'terminal.step.attach': 'associer {name} à {to}',
  'terminal.step.set': 'donner à {property} de {at} la valeur {value}',
  'terminal.step.remove': 'retirer {name} de {from}',
  'terminal.step.detach': 'dissocier {name} de {from}',
  'terminal.step.delete': 'supprimer {name}',
  'terminal.rest':
    '{met} {met:satisfait|satisfaits}, {byDefault} seulement par des règles par défaut, {notes} à demander à l’équipe réseau, {notNeeded} {notNeeded:inutile|inutiles}',
  'terminal.assumed': 'Supposé, car ni les fichiers ni la ligne de commande ne le disent :',
  'terminal.assumed.cloud.public': 'Le cloud est Azure public ({option}).',
  'terminal.assumed.order':
    'Le réseau et le point de terminaison privé d’un espace de travail privé sont déployés avant la ressource de calcul.',
  'terminal.assumed.cluster': 'Un cluster est voulu ({option}).',
  'terminal.assumed.nodes': 'Il a {n} nœuds au plus.',
  'terminal.assumed.publicIp':
    'Ce qui n’est nécessaire qu’avec ou que sans adresse IP publique est donné à titre indicatif ({option}).',
  'terminal.assumed.publicIp2020':
    'Chaque ressource de calcul a une IP publique, comme dans l’article de décembre 2020 ({option}).',
  'terminal.assumed.workspace':
    'L’espace de travail est dans l’abonnement et la région du réseau, n’a pas de réseau géré et ne contient pas de données à fort impact.',
  'terminal.assumed.endpoint':
    'Ce dont seuls les espaces de travail à point de terminaison privé ont besoin est donné à titre indicatif ({option}).',
  'terminal.assumed.peerings': 'Le réseau {name} n’a pas d’appairage : son fichier n’en dit rien.',
  'terminal.assumed.alone': 'Aucun autre calcul ne peut encore prendre d’adresses du sous-réseau.',
} as const;
