import type { findingsMessages as english } from '../en/findings';

/** Ce que l’on cherche dans les groupes et les tables, règle par règle. */
export const findingsMessages: Readonly<Record<keyof typeof english, string>> = {
  'finding.priority': 'La règle {name} a la priorité {priority}. Azure accepte de {least} à {greatest}.',
  'finding.samePriority': 'Les règles {other} et {name} ont la même priorité ({priority}) dans le même sens.',
  'finding.tagInList.sources':
    'La règle {priority} {name} cite {tag} avec d’autres sources. Azure n’accepte une balise de service que seule.',
  'finding.tagInList.destinations':
    'La règle {priority} {name} cite {tag} avec d’autres destinations. Azure n’accepte une balise de service que seule.',
  'finding.tagInList.alone':
    'La règle {priority} {name} a {tag} dans une liste de préfixes. Azure ne l’accepte que dans la propriété pour un seul préfixe.',
  'finding.refused.missing': 'La règle {priority} {name} n’a pas de {value}, qu’Azure exige.',
  'finding.refused.ports':
    'La règle {priority} {name} a les ports {value}. Azure accepte *, ou un nombre ou une plage de 0 à 65535 ; plusieurs exigent une liste.',
  'finding.refused.address':
    'La règle {priority} {name} a la valeur {value}. Azure accepte une adresse, un préfixe, une balise de service ou *.',
  'finding.refused.hostBits':
    'La règle {priority} {name} a le préfixe {value} avec des bits d’hôte. Azure n’accepte que la première adresse d’un préfixe.',
  'finding.refused.families':
    'La règle {priority} {name} a {value} avec des adresses IPv4. Azure accepte une famille d’adresses par règle.',
  'finding.refused.name':
    'Azure n’accepte pas le nom de la règle {priority} {name}. Utilisez jusqu’à 80 lettres, chiffres, _, . et -, avec une lettre, un chiffre ou _ au début et à la fin.',
  'finding.refused.sameName':
    'La règle {priority} {name} a le même nom qu’une règle précédente. Azure exige des noms uniques dans un NSG.',
  'finding.refusedRoute.destination':
    'La route {name} a la destination {value}. Azure accepte un préfixe ou une balise de service.',
  'finding.refusedRoute.hostBits':
    'La route {name} a le préfixe {value} avec des bits d’hôte. Azure n’accepte que la première adresse d’un préfixe.',
  'finding.refusedRoute.appliance':
    'La route {name} a l’adresse de tronçon suivant {value}. Azure accepte une seule adresse IP.',
  'finding.refusedRoute.noAppliance':
    'La route {name} a l’adresse de tronçon suivant {value}. Azure n’en accepte une qu’avec le type VirtualAppliance.',
  'finding.refusedRoute.sameName':
    'La route {name} a le même nom qu’une route précédente. Azure exige des noms uniques dans une table de routage.',
  'finding.misspeltTag':
    'La règle {priority} {name} a {tag}, qui n’est pas dans la liste des balises de service du {date}. La balise la plus proche est {near}.',
  'finding.unknownTag':
    'La règle {priority} {name} a {tag}, qui n’est pas dans la liste des balises de service du {date}. Aucune balise n’y ressemble.',
  'finding.misspeltTag.route':
    'La route {name} a {tag}, qui n’est pas dans la liste des balises de service du {date}. La balise la plus proche est {near}.',
  'finding.unknownTag.route':
    'La route {name} a {tag}, qui n’est pas dans la liste des balises de service du {date}. Aucune balise n’y ressemble.',
  'finding.sameRoute':
    'Les routes {other} et {name} ont la même destination ({destination}). Une table de routage ne peut en avoir qu’une.',
  'finding.shadowed.one':
    'La règle {priority} {name} ne change rien : avant elle, la règle {before} {other} décide déjà du même trafic de la même façon.',
  'finding.shadowed.many':
    'La règle {priority} {name} ne change rien : avant elle, {n} règles, dont {before} {other} en premier, décident déjà du même trafic de la même façon.',
  'finding.contradicted.allow.one':
    'La règle {priority} {name} n’autorise jamais rien : avant elle, la règle {before} {other} décide déjà de tout son trafic.',
  'finding.contradicted.allow.many':
    'La règle {priority} {name} n’autorise jamais rien : avant elle, {n} règles, dont {before} {other} en premier, décident déjà de tout son trafic.',
  'finding.contradicted.deny.one':
    'La règle {priority} {name} ne refuse jamais rien : avant elle, la règle {before} {other} décide déjà de tout son trafic.',
  'finding.contradicted.deny.many':
    'La règle {priority} {name} ne refuse jamais rien : avant elle, {n} règles, dont {before} {other} en premier, décident déjà de tout son trafic.',
  'finding.contradicted.either.one':
    'La règle {priority} {name} n’est jamais utilisée : avant elle, la règle {before} {other} décide déjà de tout son trafic.',
  'finding.contradicted.either.many':
    'La règle {priority} {name} n’est jamais utilisée : avant elle, {n} règles, dont {before} {other} en premier, décident déjà de tout son trafic.',
  'finding.wrongRegion':
    'La règle {priority} {name} autorise {tag}, mais le réseau et l’espace de travail sont dans {regions}. Aucune autre règle ne couvre cette région.',
  'finding.otherRegion':
    'La règle {priority} {name} autorise {tag}. D’autres règles couvrent déjà {regions}, où sont le réseau et l’espace de travail.',
  'finding.retiredBatch':
    'La règle {priority} {name} autorise le trafic entrant d’Azure Batch, dont le calcul n’a plus besoin depuis le {date}.',
  'finding.preview2022':
    'La règle {priority} {name} autorise un trafic entrant dont seule la préversion sans IP publique de 2022 avait besoin, jusqu’au {date}.',
  'finding.wide.internet.Inbound':
    'La règle {priority} {name} autorise le trafic entrant de tout Internet. Azure ML ne l’exige sur aucun port.',
  'finding.wide.internet.Outbound':
    'La règle {priority} {name} autorise le trafic sortant vers tout Internet sur d’autres ports que 80 et 443. Azure ML ne l’exige pas.',
  'finding.wide.azure.Inbound':
    'La règle {priority} {name} autorise le trafic entrant de {tag}, qui comprend les machines de tous les clients d’Azure.',
  'finding.wide.azure.Outbound':
    'La règle {priority} {name} autorise le trafic sortant vers {tag}, qui comprend les machines de tous les clients d’Azure.',
  'finding.wide.covers':
    'La règle {priority} {name} autorise déjà le trafic que {names} {n:autorise|autorisent} pour Azure ML. Si vous n’avez pas besoin de son autre trafic, restreignez-la.',
  'finding.wide.ports':
    'La règle {priority} {name} autorise plus de ports de {tag} que ceux requis ({ports}).',

  'finding.serviceGroup':
    'La règle {priority} {name} refuse du trafic dans un NSG qu’Azure ML a créé et gère.',

  'finding.assumed.users': 'Seuls les sous-réseaux affichés utilisent {group}.',
  'finding.fix.wanted':
    'Si vous avez besoin de son trafic, ne supprimez pas la règle. Donnez-lui une priorité avant la règle qui décide.',
  'finding.fix.why': 'Adresses corrigées.',
  'finding.fix.retired':
    'Azure peut encore utiliser cette règle pour des ressources de calcul créées avant décembre 2022 et jamais réduites à zéro.',

  'finding.noFix.users':
    'D’autres sous-réseaux utilisent peut-être {group} et ont besoin de cette règle. Leur liste n’a pas pu être lue.',
  'finding.noFix.twins':
    'Plusieurs éléments de {holder} s’appellent {name} : une correction ne peut pas les distinguer.',
  'finding.noFix.worse':
    'Une correction a été testée sur une copie. Elle dégrade un autre résultat ou cause un autre problème.',
  'finding.noFix.unread': 'Une partie de {name} n’est pas connue : la règle ne peut pas être réécrite.',
  'finding.noFix.list': 'Les adresses exigent plusieurs règles, dont vous décidez les priorités.',
  'finding.noFix.tag': 'Aucune balise de service n’est assez proche pour être certaine.',
  'finding.noFix.regions':
    'Plusieurs régions sont possibles, ou la balise de service n’existe pas pour la région.',
  'finding.noFix.leads':
    'Les deux routes ont des tronçons suivants différents, et vous décidez laquelle est la bonne.',

  'finding.priority-out-of-range.name': 'Priorité de règle de 100 à 4096',
  'finding.priority-out-of-range.short': 'priorité non valide',
  'finding.priority-out-of-range.finds': 'Une règle de NSG a une priorité en dehors de 100 à 4096.',
  'finding.priority-out-of-range.consequence': 'Azure refuse le NSG.',
  'finding.priority-out-of-range.ask':
    'Donnez à la règle une priorité libre de 100 à 4096, avant les règles sur lesquelles elle doit l’emporter. Vous décidez quelles sont ces règles : aucune correction rapide n’est disponible.',
  'finding.priority-out-of-range.blind':
    'Une priorité qui vient d’un paramètre sans valeur n’est pas vérifiée.',

  'finding.duplicate-priority.name': 'Priorités de règle uniques',
  'finding.duplicate-priority.short': 'priorité en double',
  'finding.duplicate-priority.finds':
    'Une règle de NSG a la même priorité et le même sens qu’une autre règle. La dernière de la liste est signalée.',
  'finding.duplicate-priority.consequence': 'Azure refuse le NSG.',
  'finding.duplicate-priority.ask':
    'Modifiez la priorité de l’une des deux règles. Vous décidez laquelle vient en premier : aucune correction rapide n’est disponible.',
  'finding.duplicate-priority.blind': 'Une priorité qui vient d’un paramètre sans valeur n’est pas vérifiée.',

  'finding.tag-in-address-list.name': 'Balise de service seule dans une règle',
  'finding.tag-in-address-list.short': 'balise de service dans une liste',
  'finding.tag-in-address-list.finds':
    'Une balise de service, `Any` ou `*` est dans une liste avec d’autres sources ou destinations. Une balise de service, `Any` ou `*` seule dans la propriété pour plusieurs préfixes est signalée aussi.',
  'finding.tag-in-address-list.consequence':
    'Azure refuse la règle (SecurityRuleParameterContainsUnsupportedValue).',
  'finding.tag-in-address-list.ask':
    'Écrivez une règle par balise de service, et une pour les adresses. La correction rapide déplace une valeur unique dans la propriété pour un seul préfixe, et supprime les autres valeurs à côté de `*`.',
  'finding.tag-in-address-list.blind': 'Une liste qui vient d’un paramètre sans valeur n’est pas vérifiée.',

  'finding.invalid-rule-value.name': 'Valeurs valides dans les règles de NSG',
  'finding.invalid-rule-value.short': 'valeur non valide',
  'finding.invalid-rule-value.finds':
    'Une règle de NSG a des ports qui ne sont ni un nombre ni une plage de 0 à 65535, ou plusieurs ports dans un même texte, comme `80,443`. Une règle avec une adresse ou un préfixe non valide, avec `Any`, ou avec IPv4 et IPv6 ensemble est signalée aussi. Une règle dont le nom est non valide ou en double est signalée aussi. Un préfixe avec des bits d’hôte est un avertissement, car le portail a accepté de tels préfixes.',
  'finding.invalid-rule-value.consequence':
    'Azure refuse la règle (SecurityRuleInvalidPortRange, SecurityRuleInvalidAddressPrefix, ResourceCannotContainAddressPrefixesFromDifferentAddressFamilies, InvalidResourceName).',
  'finding.invalid-rule-value.ask':
    'Écrivez plusieurs ports ou préfixes sous forme de liste, et toutes les adresses comme `*`. Écrivez la première adresse d’un préfixe, et une règle par famille d’adresses. La valeur voulue n’est pas connue : aucune correction rapide n’est disponible.',
  'finding.invalid-rule-value.blind':
    'Une valeur qui vient d’un paramètre sans valeur et un protocole non valide ne sont pas signalés.',

  'finding.misspelt-service-tag.name': 'Balises de service existantes',
  'finding.misspelt-service-tag.short': 'balise de service inconnue',
  'finding.misspelt-service-tag.finds':
    'Une balise de service d’une règle ou d’une route n’est pas dans la liste du cloud. La balise la plus proche de cette liste est proposée. La casse est sans importance. Les fautes des pages de Microsoft sont reconnues : `Frontdoor.FirstParty`, `Keyvault` avec une région, et les noms de région inversés.',
  'finding.misspelt-service-tag.consequence':
    'Azure refuse la règle ou la route. Si la balise est plus récente que la liste, ses adresses sont inconnues.',
  'finding.misspelt-service-tag.ask':
    'Écrivez la balise de service comme dans la liste. La correction rapide est disponible si une balise est proche et si aucune exigence ne se dégrade.',
  'finding.misspelt-service-tag.blind':
    'Les balises de service plus récentes que la liste ne sont pas connues. Le résultat indique la date de la liste.',

  'finding.invalid-route-value.name': 'Valeurs valides dans les routes',
  'finding.invalid-route-value.short': 'valeur non valide',
  'finding.invalid-route-value.finds':
    'Une route a une destination qui n’est ni un préfixe ni une balise de service, ou une adresse de tronçon suivant non valide. Une route avec une adresse de tronçon suivant mais sans le type VirtualAppliance, ou avec un nom en double, est signalée aussi. La destination `*` n’est pas valide non plus. Un préfixe avec des bits d’hôte est un avertissement.',
  'finding.invalid-route-value.consequence':
    'Azure refuse la route. Tant qu’elle n’est pas corrigée, le chemin de son trafic est inconnu.',
  'finding.invalid-route-value.ask':
    'Écrivez `0.0.0.0/0` pour toutes les adresses, la première adresse d’un préfixe, et une seule adresse privée pour l’appliance. La valeur voulue n’est pas connue : aucune correction rapide n’est disponible.',
  'finding.invalid-route-value.blind': 'Une valeur qui vient d’un paramètre sans valeur n’est pas vérifiée.',

  'finding.duplicate-route.name': 'Une route par destination',
  'finding.duplicate-route.short': 'destination en double',
  'finding.duplicate-route.finds':
    'Une route a le même préfixe ou la même balise de service qu’une route précédente de la table.',
  'finding.duplicate-route.consequence':
    'Azure refuse la table de routage, ou n’utilise pas l’une des deux routes.',
  'finding.duplicate-route.ask':
    'Supprimez l’une des deux routes. La correction rapide est disponible si les deux ont le même tronçon suivant.',
  'finding.duplicate-route.blind': 'Les routes qu’une passerelle annonce ne sont pas comparées.',

  'finding.contradicted-security-rule.name': 'Règles de NSG qui prennent effet',
  'finding.contradicted-security-rule.short': 'jamais utilisée',
  'finding.contradicted-security-rule.finds':
    'Des règles précédentes décident déjà de tout le trafic d’une règle de NSG, au moins en partie en sens contraire. Un exemple est une autorisation après un refus. Toutes les règles précédentes comptent ensemble, dans chaque sous-réseau qui utilise le NSG. Une règle n’est pas signalée si des règles suivantes décident de son trafic de la même façon.',
  'finding.contradicted-security-rule.consequence':
    'La règle semble autoriser ou refuser du trafic, mais elle ne fait rien.',
  'finding.contradicted-security-rule.ask':
    'Si vous avez besoin de son trafic, donnez à la règle une priorité avant les règles qui décident. Sinon, supprimez-la, ce qui ne change aucun trafic. La correction rapide la supprime.',
  'finding.contradicted-security-rule.blind':
    'Les interfaces réseau d’autres sous-réseaux qui utilisent le NSG ne sont pas vérifiées. Si les autres utilisateurs du NSG n’ont pas pu être lus, le résultat suppose qu’il n’y en a pas. Une correction rapide n’est alors proposée que si aucun sous-réseau ne peut utiliser la règle.',

  'finding.auto-nsg-do-not-edit.name': 'Les NSG gérés par Azure ML ne sont pas modifiés',
  'finding.auto-nsg-do-not-edit.short': 'dans un NSG géré',
  'finding.auto-nsg-do-not-edit.finds':
    'Un NSG qu’Azure ML crée pour les nœuds avec une IP publique a une règle de refus : en sortie, ou en entrée sur le port 44224. Le nom d’un tel NSG finit par `-azurebatch-cloudservicenetworksecuritygroup`, et il se trouve dans le groupe de ressources du réseau. Rien d’autre n’y est vérifié.',
  'finding.auto-nsg-do-not-edit.consequence':
    'Batch ne peut pas joindre les nœuds et les marque comme inutilisables.',
  'finding.auto-nsg-do-not-edit.ask':
    'Supprimez la règle. Si vous en avez besoin, ajoutez-la au NSG du sous-réseau. Azure ML gère ce NSG : aucune correction rapide n’est disponible.',
  'finding.auto-nsg-do-not-edit.blind':
    'Les règles qu’Azure ML écrit lui-même ne sont pas documentées, donc pas vérifiées. Un cluster à 0 nœud n’a pas de tel NSG.',

  'finding.wrong-region-tag.name': 'Balises de service de la bonne région',
  'finding.wrong-region-tag.short': 'balise de service d’une autre région',
  'finding.wrong-region-tag.finds':
    'Une règle d’autorisation a une balise de service régionale, alors que ni le réseau ni l’espace de travail ne sont dans cette région. Storage, BatchNodeManagement, MicrosoftContainerRegistry, AzureContainerRegistry et AzureKeyVault sont vérifiées. Le résultat est un avertissement si aucune autre règle ne couvre la bonne région, sinon une information.',
  'finding.wrong-region-tag.consequence': 'Le service de la bonne région reste bloqué.',
  'finding.wrong-region-tag.ask':
    'Utilisez la région du réseau, et celle de l’espace de travail si elle diffère, ou la balise de service sans région. La correction rapide est disponible s’il n’y a qu’une région et si aucune exigence ne se dégrade.',
  'finding.wrong-region-tag.blind':
    'La règle peut être juste pour des comptes de stockage, coffres de clés et registres d’autres régions.',

  'finding.shadowed-security-rule.name': 'Règles de NSG non redondantes',
  'finding.shadowed-security-rule.short': 'redondante',
  'finding.shadowed-security-rule.finds':
    'Des règles précédentes décident déjà de tout le trafic d’une règle de NSG de la même façon. Toutes les règles précédentes comptent ensemble, dans chaque sous-réseau qui utilise le NSG. Une règle n’est pas signalée si des règles suivantes décident de son trafic de la même façon. Une règle exigée par Azure ML ne l’est pas non plus : la règle plus large qui la précède est signalée comme wide-security-rule.',
  'finding.shadowed-security-rule.consequence':
    'La règle ne fait rien et compte dans la limite de règles du NSG.',
  'finding.shadowed-security-rule.ask':
    'Supprimez la règle, ce qui ne change aucun trafic. La correction rapide est une action distincte, et le terminal exige `--allow remove`.',
  'finding.shadowed-security-rule.blind':
    'Les interfaces réseau d’autres sous-réseaux qui utilisent le NSG ne sont pas vérifiées. Si les autres utilisateurs du NSG n’ont pas pu être lus, le résultat suppose qu’il n’y en a pas. Une correction rapide n’est alors proposée que si aucun sous-réseau ne peut utiliser la règle.',

  'finding.retired-batch-opening.name': 'Aucune règle entrante pour Batch classique',
  'finding.retired-batch-opening.short': 'plus nécessaire',
  'finding.retired-batch-opening.finds':
    'Une règle entrante autorise BatchNodeManagement sur n’importe quel port, ou des adresses publiques sur les ports 29876 et 29877. La communication classique de Batch a pris fin le 31 mars 2026 : les nœuds se connectent désormais à Batch.',
  'finding.retired-batch-opening.consequence':
    'Le sous-réseau autorise un trafic entrant d’Internet dont le calcul n’a pas besoin.',
  'finding.retired-batch-opening.ask':
    'Supprimez la règle, une fois que chaque ressource de calcul d’avant décembre 2022 a été réduite à zéro ou recréée.',
  'finding.retired-batch-opening.blind':
    'L’âge des ressources de calcul du sous-réseau n’est pas connu. Une page de janvier 2024 exige encore le trafic entrant de Batch pour les instances avec une IP publique, sans nommer de ports.',

  'finding.inbound-npip-preview-internal.name': 'Aucune règle entrante de la préversion de 2022',
  'finding.inbound-npip-preview-internal.short': 'plus nécessaire',
  'finding.inbound-npip-preview-internal.finds':
    'Une règle entrante autorise VirtualNetwork sur les seuls ports 29876 et 29877. La première préversion du calcul sans IP publique l’exigeait. Sa règle pour le port 44224 depuis AzureLoadBalancer n’est pas signalée, car le calcul avec une IP publique en a encore besoin.',
  'finding.inbound-npip-preview-internal.consequence':
    'La règle ne sert plus à rien depuis la fin de la préversion en janvier 2023.',
  'finding.inbound-npip-preview-internal.ask': 'Supprimer la règle.',
  'finding.inbound-npip-preview-internal.blind': 'L’un de vos autres services utilise peut-être ces ports.',

  'finding.wide-security-rule.name': 'Aucune règle d’autorisation trop large',
  'finding.wide-security-rule.short': 'plus large que requis',
  'finding.wide-security-rule.finds':
    'Une règle d’autorisation est plus large que toute exigence. En entrée, elle autorise tout Internet. En sortie, elle autorise tout Internet sur d’autres ports que 80 et 443. Dans les deux sens, elle autorise AzureCloud, ou plus de ports d’une balise de service que requis. Une règle qui autorise déjà tout ce qu’autorise une règle suivante pour Azure ML, et davantage, est signalée aussi.',
  'finding.wide-security-rule.consequence':
    'Le sous-réseau autorise plus de trafic que l’entraînement n’en a besoin.',
  'finding.wide-security-rule.ask':
    'Utilisez la balise de service et les ports requis. D’autres services ont peut-être besoin de l’autre trafic : aucune correction rapide n’est disponible.',
  'finding.wide-security-rule.blind': 'D’autres services du sous-réseau ont peut-être besoin de la règle.',
};
