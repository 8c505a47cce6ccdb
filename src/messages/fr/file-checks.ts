import type { fileChecksMessages as english } from '../en/file-checks';

/** Noms de ce que seuls des fichiers peuvent avoir, et les mots de ses pages. */
export const fileChecksMessages: Readonly<Record<keyof typeof english, string>> = {
  'finding.compute-before-private-endpoint.name':
    'La ressource de calcul sans IP publique est créée après le point de terminaison privé',
  'finding.compute-before-private-endpoint.short': 'calcul avant le point de terminaison privé',
  'finding.compute-before-private-endpoint.finds':
    'Azure peut créer une ressource de calcul dont `enableNodePublicIp` est `false` avant le point de terminaison privé de son espace de travail. Un même déploiement crée les deux. Ce qu’une ressource attend est lu dans `dependsOn`, les noms symboliques, `reference()`, les parents, et les paramètres et sorties des modules. Le résultat est inconnu quand une condition ou un nom sans valeur décide de l’ordre. Il l’est aussi quand un module n’est pas restauré, et quand l’espace de travail est créé ailleurs. Un réseau virtuel managé n’a pas besoin du point de terminaison.',
  'finding.compute-before-private-endpoint.consequence':
    'Azure refuse le calcul : sans IP publique, il lui faut le point de terminaison privé de l’espace de travail. Un second déploiement réussit, car le point de terminaison existe alors.',
  'finding.compute-before-private-endpoint.ask':
    'Ajoutez le point de terminaison privé à `dependsOn` du calcul. Quand des modules les créent, ajoutez le module du point de terminaison à `dependsOn` du module du calcul ; la correction écrit l’un ou l’autre. Quand le module du point de terminaison dépend déjà de celui du calcul, déplacez le calcul dans un module séparé.',
  'finding.compute-before-private-endpoint.blind':
    'Le calcul serverless n’est pas vérifié : c’est un réglage de l’espace de travail, qui existe toujours avant son point de terminaison privé, et aucune source n’indique qu’Azure le refuse. On ne sait pas si le calcul doit aussi attendre le groupe de zones DNS : le modèle de la source attend les deux, mais le refus d’Azure ne nomme que le point de terminaison. Les points de terminaison qui existent déjà dans Azure ne sont pas lus.',

  'finding.compute-outside-network.name': 'La ressource de calcul utilise le sous-réseau déclaré pour elle',
  'finding.compute-outside-network.short': 'calcul hors du réseau',
  'finding.compute-outside-network.finds':
    'Un cluster ou une instance de calcul n’indique aucun sous-réseau, alors que le même déploiement en déclare un pour Azure ML. Un tel sous-réseau a un NSG qui contient une balise de service d’Azure ML ou de Batch, ou un commentaire de cette extension. Rien n’est signalé si l’espace de travail a un réseau virtuel managé ou n’est pas dans les fichiers. Rien ne l’est non plus si la ressource de calcul indique qu’elle n’utilise aucun sous-réseau.',
  'finding.compute-outside-network.consequence':
    'La ressource de calcul s’exécute dans un réseau géré par Microsoft. Elle ne peut pas joindre les ressources privées de votre réseau, et vos règles de NSG et vos routes ne s’y appliquent pas.',
  'finding.compute-outside-network.ask':
    'Définissez `properties.properties.subnet.id`. La correction rapide l’écrit là où le fichier peut faire référence au sous-réseau. Une ressource de calcul existante ne peut pas changer de réseau : supprimez-la et recréez-la. Pour la laisser hors du réseau, ignorez la vérification.',
  'finding.compute-outside-network.blind':
    'Les fichiers ne montrent pas si la ressource de calcul est hors du réseau volontairement, ce qui existe dans Azure, ni lequel de plusieurs sous-réseaux elle doit utiliser.',

  'finding.invalid-network-value.name': 'Adresses et préfixes valides',
  'finding.invalid-network-value.short': 'adresse ou préfixe non valide',
  'finding.invalid-network-value.finds':
    'Une valeur n’est ni une adresse IP ni un préfixe, par exemple une chaîne vide. Propriétés vérifiées : `addressPrefix`, `addressPrefixes` et `dnsServers` des réseaux et sous-réseaux, et `privateIPAddress` des points de terminaison privés. Les résultats qui en dépendent sont inconnus.',
  'finding.invalid-network-value.consequence': 'Azure refuse la ressource, donc le déploiement échoue.',
  'finding.invalid-network-value.ask':
    'Écrivez une adresse ou un préfixe, comme `10.0.1.0/24`. Si la valeur vient d’un paramètre, définissez-la dans le fichier de paramètres.',
  'finding.invalid-network-value.blind':
    'Les valeurs connues seulement au déploiement ne sont pas vérifiées.',

  'finding.invalid-firewall-rule.name': 'Règles valides du Pare-feu Azure',
  'finding.invalid-firewall-rule.short': 'règle de pare-feu non valide',
  'finding.invalid-firewall-rule.finds':
    'Une règle de réseau ou d’application n’a pas de destination, ou a un nom d’hôte vide. Une destination qui ne peut être ni une adresse, ni une plage, ni une balise de service, comme l’ID d’une balise, est signalée aussi. Les règles des pare-feu et des groupes de collections de règles des fichiers sont vérifiées.',
  'finding.invalid-firewall-rule.consequence':
    'Azure refuse le groupe de collections de règles : le pare-feu reste sans règles et bloque tout le trafic. Ou bien la règle ne correspond à rien, et le trafic qu’elle devrait autoriser est rejeté.',
  'finding.invalid-firewall-rule.ask':
    'Écrivez la destination : le nom d’une balise de service comme `BatchNodeManagement.WestEurope`, une adresse ou un nom d’hôte. Retirez les règles dont la liste peut être vide.',
  'finding.invalid-firewall-rule.blind':
    'Les valeurs connues seulement au déploiement ne sont pas vérifiées. On ne sait pas ce que le Pare-feu Azure fait d’une valeur non documentée.',

  'finding.endpoint-in-delegated-subnet.name':
    'Points de terminaison privés dans des sous-réseaux sans délégation',
  'finding.endpoint-in-delegated-subnet.short': 'point de terminaison privé dans un sous-réseau délégué',
  'finding.endpoint-in-delegated-subnet.finds':
    'Les fichiers créent un point de terminaison privé dans un sous-réseau délégué. Le sous-réseau est dans un réseau vérifié, ou le point de terminaison est celui d’un espace de travail des fichiers.',
  'finding.endpoint-in-delegated-subnet.consequence':
    'Azure refuse le point de terminaison privé si la délégation existe déjà : le déploiement échoue.',
  'finding.endpoint-in-delegated-subnet.ask':
    'Utilisez un sous-réseau sans délégation pour les points de terminaison privés.',
  'finding.endpoint-in-delegated-subnet.blind':
    'Les sous-réseaux et délégations connus seulement au déploiement ne sont pas vérifiés. Les points de terminaison dont la condition n’a pas de valeur ne le sont pas non plus.',

  'finding.misspelt-join-action.name': 'Action valide pour joindre un sous-réseau',
  'finding.misspelt-join-action.short': 'action mal orthographiée',
  'finding.misspelt-join-action.finds':
    'Une définition de rôle personnalisée a `Microsoft.Network/virtualNetworks/subnet/join/action` dans `actions` ou `notActions`, sans le s de `subnets`. Les rôles intégrés ne sont pas vérifiés.',
  'finding.misspelt-join-action.consequence':
    'Le rôle ne permet pas de joindre le sous-réseau : Azure refuse d’y créer une ressource de calcul.',
  'finding.misspelt-join-action.ask':
    'Écrivez `Microsoft.Network/virtualNetworks/subnets/join/action`. La correction rapide est disponible là où le fichier contient le texte entier.',
  'finding.misspelt-join-action.blind':
    'Les rôles qui existent dans Azure ne sont pas lus : l’état de préparation montre les vôtres sous Autorisations. Les caractères génériques comme `Microsoft.Network/virtualNetworks/subnet/*` ne sont pas signalés.',

  'finding.policy-denies-resource.name': 'Aucune stratégie des fichiers ne refuse les ressources',
  'finding.policy-denies-resource.short': 'refusé par une stratégie',
  'finding.policy-denies-resource.finds':
    'Une attribution de stratégie des fichiers interdit une ressource de calcul, ou le réseau virtuel, le sous-réseau ou le groupe de sécurité réseau vérifié pour elle. Les conditions sur le type, l’emplacement, le nom, les balises et les propriétés sont évaluées, avec `allOf`, `anyOf`, `not` et `count`. Elles sont lues dans les définitions et initiatives des fichiers, et dans les définitions intégrées que cette extension connaît. Le résultat est inconnu quand une condition, une définition ou une valeur ne peut pas être évaluée.',
  'finding.policy-denies-resource.consequence':
    'Azure Policy refuse la ressource, donc le déploiement échoue. Une attribution prend effet quelques minutes après sa création : un premier déploiement peut encore réussir.',
  'finding.policy-denies-resource.ask':
    'Modifiez la ressource pour que la stratégie l’autorise, ou excluez son étendue de l’attribution (`notScopes` ou une exemption).',
  'finding.policy-denies-resource.blind':
    'Les attributions qui ne sont que dans Azure ne sont pas lues. Les stratégies qui modifient la ressource avant sa création (`modify`, `append`) ne sont pas évaluées.',

  'finding.subnet-not-in-files.name': 'Les fichiers contiennent le sous-réseau de la ressource de calcul',
  'finding.subnet-not-in-files.short': 'sous-réseau hors des fichiers',
  'finding.subnet-not-in-files.finds':
    'Aucun fichier du déploiement ne déclare le sous-réseau d’un cluster de calcul, d’une instance de calcul ou d’un calcul serverless. Son ID est un paramètre sans valeur, ou il appartient à un réseau existant.',
  'finding.subnet-not-in-files.consequence':
    'Le réseau de ce sous-réseau n’est pas vérifié : le résultat est inconnu. Dans le terminal, l’exécution se termine par 1.',
  'finding.subnet-not-in-files.ask':
    'Passez à la même commande le fichier qui déclare le sous-réseau, ou la sortie de `az network vnet show`. Définissez la valeur d’un paramètre avec `--params`. Dans l’éditeur, mettez les deux dans un même déploiement, ou sélectionnez *Lire les ressources existantes depuis Azure*.',
  'finding.subnet-not-in-files.blind':
    'Les réseaux de fichiers que la commande ne nomme pas un par un ne comptent pas, même dans un même dossier. Ils peuvent appartenir à un autre déploiement.',
};
