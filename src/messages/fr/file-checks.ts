import type { fileChecks as english } from '../en/file-checks';

/** Noms de ce que seuls des fichiers peuvent avoir, et les mots de ses pages. */
export const fileChecks: Readonly<Record<keyof typeof english, string>> = {
  'finding.compute-before-private-endpoint.name':
    'Un calcul sans IP publique attend le point de terminaison privé',
  'finding.compute-before-private-endpoint.short': 'calcul avant le point de terminaison privé',
  'finding.compute-before-private-endpoint.finds':
    'Un cluster ou une instance de calcul dont `enableNodePublicIp` est `false` et qu’Azure peut créer avant le point de terminaison privé de son espace de travail, quand un même déploiement crée les deux. Ce qu’une ressource attend est lu dans `dependsOn`, les noms symboliques, `reference()`, les parents, et les paramètres et sorties des modules. Le résultat est inconnu quand une condition ou un nom sans valeur décide de l’ordre, quand un module n’est pas restauré, et quand l’espace de travail est créé ailleurs. Un réseau virtuel managé n’a pas besoin du point de terminaison.',
  'finding.compute-before-private-endpoint.consequence':
    'Azure refuse le calcul : sans IP publique, il lui faut le point de terminaison privé de l’espace de travail. Un second déploiement réussit, car le point de terminaison existe alors.',
  'finding.compute-before-private-endpoint.ask':
    'Ajoutez le point de terminaison privé à `dependsOn` du calcul. Quand des modules les créent, ajoutez le module du point de terminaison à `dependsOn` du module du calcul ; la correction écrit l’un ou l’autre. Quand le module du point de terminaison dépend déjà de celui du calcul, déplacez le calcul dans un module séparé.',
  'finding.compute-before-private-endpoint.blind':
    'Le calcul serverless : c’est un réglage de l’espace de travail, qui existe toujours avant son point de terminaison privé, et aucune source n’indique qu’Azure le refuse. Si le calcul doit aussi attendre le groupe de zones DNS du point de terminaison : le modèle de la source attend les deux, mais le refus d’Azure ne nomme que le point de terminaison. Les points de terminaison qui existent déjà dans Azure.',

  'finding.compute-outside-network.name': 'Le calcul est dans le réseau déclaré pour lui',
  'finding.compute-outside-network.short': 'calcul hors du réseau',
  'finding.compute-outside-network.finds':
    'Un cluster ou une instance qui ne nomme aucun sous-réseau, là où le même déploiement déclare un ou plusieurs sous-réseaux pour Azure ML : leur groupe de sécurité nomme une étiquette d’Azure ML ou de Batch, ou un commentaire de l’extension le dit. Rien n’est dit si l’espace de travail a un réseau géré ou n’est dans aucun fichier, ni si le calcul dit lui-même lequel, fût-ce aucun.',
  'finding.compute-outside-network.consequence':
    'Ses nœuds s’exécutent dans un réseau de Microsoft : ils n’atteignent pas ce qui est privé dans le vôtre, et aucune de vos règles ni de vos routes ne s’applique à eux.',
  'finding.compute-outside-network.ask':
    'Nommez le sous-réseau dans les propriétés du calcul, par son identifiant. La correction l’écrit là où le fichier peut nommer le sous-réseau ; de plusieurs sous-réseaux chacun est proposé, ou seulement ceux qu’un commentaire réserve à ce type de calcul. Un calcul qui existe déjà garde son réseau : supprimez-le et créez-le à nouveau. S’il doit rester dehors, ignorez la vérification à cet endroit.',
  'finding.compute-outside-network.blind':
    'Si le calcul est laissé dehors à dessein, et ce qui est déjà dans Azure. Lequel de plusieurs sous-réseaux est voulu, une personne le dit.',

  'finding.invalid-network-value.name': 'Préfixes et serveurs DNS valides',
  'finding.invalid-network-value.short': 'préfixe ou serveur DNS non valide',
  'finding.invalid-network-value.finds':
    'Une valeur de `addressPrefix`, `addressPrefixes` ou `dnsServers` d’un réseau ou sous-réseau vérifié qui n’est ni une adresse IP ni un préfixe, par exemple une chaîne vide. Ce qui en dépend est inconnu.',
  'finding.invalid-network-value.consequence': 'Azure refuse le réseau, donc le déploiement échoue.',
  'finding.invalid-network-value.ask':
    'Écrire une adresse ou un préfixe, comme `10.0.1.0/24`. Si la valeur vient d’un paramètre, la donner dans le fichier de paramètres.',
  'finding.invalid-network-value.blind': 'Les valeurs connues seulement au déploiement.',

  'finding.misspelt-join-action.name': 'L’action qui joint un sous-réseau',
  'finding.misspelt-join-action.short': 'action mal écrite',
  'finding.misspelt-join-action.finds':
    'Une définition de rôle à vous dont les actions ou notActions nomment `Microsoft.Network/virtualNetworks/subnet/join/action`, sans le s de subnets, quelle que soit la casse. Les rôles d’Azure même sont laissés tels quels.',
  'finding.misspelt-join-action.consequence':
    'Qui a ce rôle ne peut pas joindre le sous-réseau : y créer un calcul est refusé.',
  'finding.misspelt-join-action.ask':
    'Écrivez `Microsoft.Network/virtualNetworks/subnets/join/action`. La correction est proposée là où le texte se trouve en entier dans le fichier.',
  'finding.misspelt-join-action.blind':
    'Les rôles qui sont déjà dans Azure : le tableau parle des vôtres, sous les autorisations. Un caractère générique tel que `Microsoft.Network/virtualNetworks/subnet/*` n’est pas signalé.',

  'finding.policy-denies-resource.name': 'Aucune stratégie des fichiers n’interdit les ressources',
  'finding.policy-denies-resource.short': 'interdit par une stratégie',
  'finding.policy-denies-resource.finds':
    'Une attribution de stratégie des fichiers qui interdit une ressource de calcul des fichiers, ou le réseau virtuel, le sous-réseau ou le groupe de sécurité réseau vérifié pour elle. Les conditions sur le type, l’emplacement, le nom, les balises et les propriétés sont évaluées, avec `allOf`, `anyOf`, `not` et `count`, dans les définitions et initiatives des fichiers et dans les définitions intégrées que cette extension connaît. Le résultat est inconnu quand une condition, une définition ou une valeur ne peut pas être évaluée.',
  'finding.policy-denies-resource.consequence':
    'Azure Policy refuse la ressource, donc le déploiement échoue. Une attribution prend effet quelques minutes après sa création : un premier déploiement peut encore réussir.',
  'finding.policy-denies-resource.ask':
    'Modifiez la ressource pour que la stratégie l’autorise, ou excluez son étendue de l’attribution (`notScopes` ou une exemption).',
  'finding.policy-denies-resource.blind':
    'Les attributions qui ne sont que dans Azure, et les stratégies qui modifient la ressource avant sa création (`modify`, `append`).',

  'finding.subnet-not-in-files.name': 'Le sous-réseau d’un calcul est dans les fichiers',
  'finding.subnet-not-in-files.short': 'sous-réseau hors des fichiers',
  'finding.subnet-not-in-files.finds':
    'Un cluster, une instance ou le calcul serverless d’un espace de travail dont aucun fichier du déploiement ne déclare le sous-réseau : son id est un paramètre sans valeur, ou nomme un réseau qui existe déjà.',
  'finding.subnet-not-in-files.consequence':
    'Inconnu : le réseau de ce sous-réseau n’est pas vérifié. Dans le terminal, l’exécution se termine par 1.',
  'finding.subnet-not-in-files.ask':
    'Passez à la même commande le fichier qui déclare le sous-réseau, ou ce que les outils d’Azure en affichent. Donnez la valeur d’un paramètre avec `--params`. Dans l’éditeur, mettez les deux dans un même déploiement. Un réseau qui existe déjà est aussi vérifié par *Vérifier un sous-réseau*.',
  'finding.subnet-not-in-files.blind':
    'Les réseaux de fichiers que la commande ne nomme pas un par un, même dans un même dossier : ils peuvent appartenir à un autre déploiement.',
};
