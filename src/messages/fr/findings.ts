import type { findings as english } from '../en/findings';

/** Ce que l’on cherche dans les groupes et les tables, règle par règle. */
export const findings: Readonly<Record<keyof typeof english, string>> = {
  'finding.priority': 'La règle {name} a la priorité {priority} : Azure accepte de {least} à {greatest}.',
  'finding.samePriority':
    'La règle {name} a la priorité {priority}, que la règle {other} a dans le même sens.',
  'finding.tagInList.sources':
    'La règle {priority} {name} nomme {tag} à côté d’autres sources : Azure ne l’accepte que seul.',
  'finding.tagInList.destinations':
    'La règle {priority} {name} nomme {tag} à côté d’autres destinations : Azure ne l’accepte que seul.',
  'finding.tagInList.alone':
    'La règle {priority} {name} nomme {tag} dans une liste de préfixes : Azure ne l’accepte que dans la propriété qui en prend un seul.',
  'finding.refused.missing': 'La règle {priority} {name} n’a pas de {value}, qu’Azure exige.',
  'finding.refused.ports':
    'La règle {priority} {name} a pour ports {value} : Azure accepte un nombre ou une plage de 0 à 65535, ou *, et plusieurs seulement en liste.',
  'finding.refused.address':
    'La règle {priority} {name} nomme {value} : Azure accepte une adresse, un préfixe, une balise de service ou *.',
  'finding.refused.hostBits':
    'La règle {priority} {name} nomme {value}, qui a des bits après son préfixe : Azure n’accepte que la première adresse d’un préfixe.',
  'finding.refused.families':
    'La règle {priority} {name} nomme {value} à côté d’adresses IPv4 : Azure accepte une famille d’adresses par règle.',
  'finding.refused.name':
    'La règle {priority} {name} a un nom qu’Azure n’accepte pas : jusqu’à 80 lettres, chiffres, _, . et -, avec une lettre, un chiffre ou _ au début et à la fin.',
  'finding.refused.sameName':
    'La règle {priority} {name} a le nom d’une règle avant elle : Azure accepte un nom une fois par groupe de sécurité.',
  'finding.refusedRoute.destination':
    'La route {name} mène à {value} : Azure accepte un préfixe ou une balise de service.',
  'finding.refusedRoute.hostBits':
    'La route {name} mène à {value}, qui a des bits après son préfixe : Azure n’accepte que la première adresse d’un préfixe.',
  'finding.refusedRoute.appliance':
    'La route {name} nomme {value} comme appliance : Azure accepte ici une seule adresse.',
  'finding.refusedRoute.noAppliance':
    'La route {name} nomme {value} comme prochain saut, ce qu’Azure n’accepte que si son type est VirtualAppliance.',
  'finding.refusedRoute.sameName':
    'La route {name} a le nom d’une route avant elle : Azure accepte un nom une fois par table de routage.',
  'finding.misspeltTag':
    'La règle {priority} {name} nomme {tag}, qui n’est pas dans la liste du {date}. La balise la plus proche est {near}.',
  'finding.unknownTag':
    'La règle {priority} {name} nomme {tag}, qui n’est pas dans la liste du {date}, ni rien de semblable.',
  'finding.misspeltTag.route':
    'La route {name} nomme {tag}, qui n’est pas dans la liste du {date}. La balise la plus proche est {near}.',
  'finding.unknownTag.route':
    'La route {name} nomme {tag}, qui n’est pas dans la liste du {date}, ni rien de semblable.',
  'finding.sameRoute':
    'La route {name} va vers {destination}, comme la route {other} : une table n’en accepte qu’une.',
  'finding.shadowed.one':
    'Jamais utilisée : la règle {before} {other}, avant la règle {priority} {name}, décide de tout ce qu’elle nomme, et de même.',
  'finding.shadowed.many':
    'Jamais utilisée : {n} règles avant la règle {priority} {name}, d’abord {before} {other}, décident de tout ce qu’elle nomme, et de même.',
  'finding.contradicted.allow.one':
    'Jamais utilisée : la règle {priority} {name} autoriserait, mais la règle {before} {other}, avant elle, décide de tout ce qu’elle nomme.',
  'finding.contradicted.allow.many':
    'Jamais utilisée : la règle {priority} {name} autoriserait, mais {n} règles avant elle, d’abord {before} {other}, décident de tout ce qu’elle nomme, en partie autrement.',
  'finding.contradicted.deny.one':
    'Jamais utilisée : la règle {priority} {name} refuserait, mais la règle {before} {other}, avant elle, décide de tout ce qu’elle nomme.',
  'finding.contradicted.deny.many':
    'Jamais utilisée : la règle {priority} {name} refuserait, mais {n} règles avant elle, d’abord {before} {other}, décident de tout ce qu’elle nomme, en partie autrement.',
  'finding.contradicted.either.one':
    'Jamais utilisée : la règle {before} {other}, avant la règle {priority} {name}, décide de tout ce qu’elle nomme.',
  'finding.contradicted.either.many':
    'Jamais utilisée : {n} règles avant la règle {priority} {name}, d’abord {before} {other}, décident de tout ce qu’elle nomme.',
  'finding.wrongRegion':
    'La règle {priority} {name} nomme {tag}, mais le réseau et l’espace de travail sont dans {regions}, et aucune autre règle n’y nomme la balise.',
  'finding.otherRegion':
    'La règle {priority} {name} nomme {tag} à côté de règles pour {regions}, où sont le réseau et l’espace de travail.',
  'finding.retiredBatch':
    'La règle {priority} {name} laisse entrer Batch, dont personne n’a plus besoin depuis le {date}.',
  'finding.preview2022':
    'La règle {priority} {name} ouvre ce que seule la préversion sans IP publique de 2022 demandait, jusqu’au {date}.',
  'finding.wide.internet.Inbound':
    'La règle {priority} {name} laisse entrer tout Internet : aucune exigence ne le demande, sur aucun port.',
  'finding.wide.internet.Outbound':
    'La règle {priority} {name} laisse sortir vers tout Internet sur plus que les ports 80 et 443 : aucune exigence ne le demande.',
  'finding.wide.azure.Inbound':
    'La règle {priority} {name} laisse entrer {tag}, qui contient les machines de tous les clients d’Azure.',
  'finding.wide.azure.Outbound':
    'La règle {priority} {name} laisse sortir vers {tag}, qui contient les machines de tous les clients d’Azure.',
  'finding.wide.covers':
    'La règle {priority} {name} autorise aussi ce que {names} {n:autorise|autorisent} pour Azure ML, {n:qui ne décide donc pas|qui ne décident donc pas}. Restreignez-la si vous n’avez pas besoin du reste.',
  'finding.wide.ports':
    'La règle {priority} {name} ouvre plus de ports de {tag} que ceux qui sont demandés ({ports}).',

  'finding.serviceGroup':
    'La règle {priority} {name} refuse dans un groupe de sécurité qu’Azure ML a créé et dont il s’occupe.',

  'finding.assumed.users': 'Aucun autre sous-réseau n’utilise {group} que ceux qui sont connus ici.',
  'finding.fix.wanted':
    'Si son trafic est voulu, ne pas la supprimer : lui donner une priorité avant la règle qui décide.',
  'finding.fix.why': 'Adresses corrigées.',
  'finding.fix.retired':
    'Un calcul d’avant décembre 2022 qui n’est jamais descendu à zéro depuis peut encore être joint par là.',

  'finding.noFix.users':
    'On ne sait pas si d’autres utilisent {group} : ce qui est inutilisé ici y sert peut-être.',
  'finding.noFix.twins':
    'Plusieurs s’appellent {name} dans {holder} : une correction ne pourrait pas dire laquelle est visée.',
  'finding.noFix.worse':
    'Essayée sur une copie, sa correction aggrave un verdict ou fait apparaître un autre constat.',
  'finding.noFix.unread': 'Une partie de {name} n’est pas connue : elle ne peut pas être réécrite.',
  'finding.noFix.list':
    'Ses adresses devraient devenir plusieurs règles, et leurs priorités sont à vous de dire.',
  'finding.noFix.tag': 'Aucune balise n’est assez proche pour être celle qui est visée.',
  'finding.noFix.regions':
    'Plusieurs régions peuvent être visées, ou la balise n’a pas de forme pour celle qui l’est.',
  'finding.noFix.leads': 'Les deux mènent à des endroits différents ; dire lequel est visé vous revient.',

  'finding.priority-out-of-range.name': 'Une priorité qu’Azure accepte',
  'finding.priority-out-of-range.short': 'priorité qu’Azure n’accepte pas',
  'finding.priority-out-of-range.finds': 'Une règle dont la priorité n’est pas entre 100 et 4096.',
  'finding.priority-out-of-range.consequence': 'Azure refuse le groupe de sécurité.',
  'finding.priority-out-of-range.ask':
    'Donner à la règle une priorité libre de 100 à 4096, avant les règles sur lesquelles elle doit l’emporter. Aucune correction n’est proposée : c’est à vous de dire lesquelles.',
  'finding.priority-out-of-range.blind': 'Une priorité que donne un paramètre sans valeur.',

  'finding.duplicate-priority.name': 'Une règle par priorité',
  'finding.duplicate-priority.short': 'priorité déjà prise',
  'finding.duplicate-priority.finds':
    'Une règle qui a la priorité d’une autre règle du même sens. La dernière de la liste est nommée.',
  'finding.duplicate-priority.consequence':
    'Azure refuse le groupe de sécurité. Laquelle des deux déciderait n’est dit nulle part.',
  'finding.duplicate-priority.ask':
    'Donner une autre priorité à l’une des deux. Aucune correction n’est proposée : c’est à vous de dire laquelle vient d’abord.',
  'finding.duplicate-priority.blind': 'Une priorité que donne un paramètre sans valeur.',

  'finding.tag-in-address-list.name': 'Une balise de service seule',
  'finding.tag-in-address-list.short': 'balise dans une liste',
  'finding.tag-in-address-list.finds':
    'Une balise de service, Any ou * dans une liste avec d’autres adresses, ou seule dans la propriété qui prend plusieurs préfixes, d’un côté ou de l’autre d’une règle.',
  'finding.tag-in-address-list.consequence':
    'Azure refuse la règle (SecurityRuleParameterContainsUnsupportedValue).',
  'finding.tag-in-address-list.ask':
    'Écrire une règle par balise de service, et une pour les adresses. Ce qui est seul va dans la propriété qui prend un seul préfixe, et à côté de * rien d’autre n’est nécessaire : ces corrections sont proposées.',
  'finding.tag-in-address-list.blind': 'Une liste que donne un paramètre sans valeur.',

  'finding.invalid-rule-value.name': 'Des valeurs qu’Azure accepte',
  'finding.invalid-rule-value.short': 'valeur qu’Azure n’accepte pas',
  'finding.invalid-rule-value.finds':
    'Des ports qui ne sont ni un nombre ni une plage de 0 à 65535 (aussi plusieurs dans un même texte, comme 80,443) ; une adresse ou un préfixe qui n’en est pas, ou Any ; un préfixe avec des bits après sa longueur (un avertissement : le portail en a accepté) ; IPv4 à côté d’IPv6 dans une règle ; un nom de règle de plus de 80 caractères, ou avec d’autres que des lettres, des chiffres, _, . et -, ou qu’une autre règle a déjà.',
  'finding.invalid-rule-value.consequence':
    'Azure refuse la règle (SecurityRuleInvalidPortRange, SecurityRuleInvalidAddressPrefix, ResourceCannotContainAddressPrefixesFromDifferentAddressFamilies, InvalidResourceName).',
  'finding.invalid-rule-value.ask':
    'Plusieurs ports ou préfixes vont dans la propriété qui prend une liste, chacun seul ; toutes les adresses s’écrivent *. Écrire un préfixe avec sa première adresse, et une règle par famille d’adresses. Aucune correction n’est proposée : c’est à vous de dire ce qui est voulu.',
  'finding.invalid-rule-value.blind':
    'Une valeur que donne un paramètre sans valeur, et un protocole qui n’en est pas un.',

  'finding.misspelt-service-tag.name': 'Des balises de service qu’Azure connaît',
  'finding.misspelt-service-tag.short': 'balise inconnue',
  'finding.misspelt-service-tag.finds':
    'Une balise de service dans une règle ou une route que la liste du cloud n’a pas, avec la balise de la liste qui en est la plus proche. Les majuscules et les minuscules sont égales. Les noms que les pages de Microsoft impriment mal sont reconnus : Frontdoor.FirstParty, Keyvault avec une région, les régions retournées.',
  'finding.misspelt-service-tag.consequence':
    'Azure refuse la règle ou la route, ou bien, si la balise est plus récente que la liste, ce qu’elle laisse passer n’est pas connu.',
  'finding.misspelt-service-tag.ask':
    'Écrire la balise comme la liste l’a. La correction est proposée là où une balise est proche et où aucune exigence n’y perd.',
  'finding.misspelt-service-tag.blind':
    'Les balises plus récentes que la liste : sa date est à côté du constat.',

  'finding.invalid-route-value.name': 'Des valeurs de routes qu’Azure accepte',
  'finding.invalid-route-value.short': 'valeur qu’Azure n’accepte pas',
  'finding.invalid-route-value.finds':
    'Une destination qui n’est ni un préfixe ni une balise de service, ou * ; un préfixe avec des bits après sa longueur (un avertissement) ; une adresse d’appliance qui n’en est pas une ; une adresse pour un prochain saut qui n’est pas une appliance ; un nom qu’une autre route de la table a déjà.',
  'finding.invalid-route-value.consequence':
    'Azure refuse la route. Tant qu’elle n’est pas corrigée, on ne peut pas dire où va son trafic.',
  'finding.invalid-route-value.ask':
    'Écrire 0.0.0.0/0 pour toutes les adresses, un préfixe avec sa première adresse, et l’adresse privée de l’appliance seule. Aucune correction n’est proposée : c’est à vous de dire ce qui est voulu.',
  'finding.invalid-route-value.blind': 'Une valeur que donne un paramètre sans valeur.',

  'finding.duplicate-route.name': 'Une route par destination',
  'finding.duplicate-route.short': 'destination déjà prise',
  'finding.duplicate-route.finds':
    'Une route vers une destination qu’une route précédente de la table a déjà, le même préfixe ou la même balise de service.',
  'finding.duplicate-route.consequence':
    'Une table accepte une route par destination : Azure la refuse, ou l’une des deux est sans effet.',
  'finding.duplicate-route.ask':
    'Supprimer l’une des deux. La correction est proposée là où les deux mènent au même endroit.',
  'finding.duplicate-route.blind': 'Les routes qu’une passerelle apporte.',

  'finding.contradicted-security-rule.name': 'Des règles que quelque chose atteint',
  'finding.contradicted-security-rule.short': 'jamais utilisée',
  'finding.contradicted-security-rule.finds':
    'Une règle dont les paquets sont tous décidés par des règles avant elle, au moins en partie autrement qu’elle ne dit : une autorisation sous un refus, par exemple. Toutes les règles avant elle sont prises ensemble, exactement, dans chaque sous-réseau qui utilise le groupe. Une règle dont les règles suivantes décideraient de même n’est pas signalée.',
  'finding.contradicted-security-rule.consequence':
    'La règle semble autoriser ou refuser quelque chose, et ne fait rien.',
  'finding.contradicted-security-rule.ask':
    'Lui donner une priorité avant les règles qui décident, si son trafic est voulu, sinon la supprimer. La supprimer ne change aucun trafic : cette correction est proposée.',
  'finding.contradicted-security-rule.blind':
    'Les cartes réseau auxquelles le groupe est attaché dans d’autres sous-réseaux. Là où l’on ne sait pas qui d’autre utilise le groupe, on suppose que personne ne le fait, cela est dit, et aucune correction n’est proposée, à moins que la règle ne serve dans aucun sous-réseau quel qu’il soit.',

  'finding.auto-nsg-do-not-edit.name': 'Les groupes du service laissés tels quels',
  'finding.auto-nsg-do-not-edit.short': 'dans un groupe du service',
  'finding.auto-nsg-do-not-edit.finds':
    'Une règle qui refuse dans un groupe de sécurité qu’Azure ML crée pour les nœuds avec une IP publique (son nom finit par -azurebatch-cloudservicenetworksecuritygroup) : en sortie, ou en entrée sur le port 44224. Ces groupes se trouvent dans le groupe de ressources du réseau, et sont regardés pour chacun de ses sous-réseaux. Rien d’autre n’y est cherché.',
  'finding.auto-nsg-do-not-edit.consequence': 'Batch ne peut pas joindre les nœuds et les dit inutilisables.',
  'finding.auto-nsg-do-not-edit.ask':
    'Retirer la règle, et l’écrire dans le groupe de sécurité du sous-réseau si elle est nécessaire. Aucune correction n’est proposée : le service s’occupe de son propre groupe.',
  'finding.auto-nsg-do-not-edit.blind':
    'Les règles que le service écrit lui-même, qu’aucune page ne dit. Un cluster à 0 nœud n’a pas de tel groupe.',

  'finding.wrong-region-tag.name': 'Des balises de la bonne région',
  'finding.wrong-region-tag.short': 'balise d’une autre région',
  'finding.wrong-region-tag.finds':
    'Une règle qui autorise une balise de service d’une région où ne sont ni le réseau ni l’espace de travail, là où l’exigence parle de l’une de celles-ci : Storage, BatchNodeManagement, MicrosoftContainerRegistry, AzureContainerRegistry, AzureKeyVault. Un avertissement là où aucune autre règle ne nomme la balise entière ou de la bonne région, sinon une simple remarque.',
  'finding.wrong-region-tag.consequence': 'Le service de la bonne région reste bloqué.',
  'finding.wrong-region-tag.ask':
    'Nommer la région du réseau, et celle de l’espace de travail si elle est autre, ou la balise sans région. La correction est proposée là où il n’y a qu’une région et où aucune exigence n’y perd.',
  'finding.wrong-region-tag.blind':
    'Le stockage, les coffres et les registres que vous avez dans d’autres régions : pour eux la règle peut être juste.',

  'finding.shadowed-security-rule.name': 'Des règles qui ont un effet',
  'finding.shadowed-security-rule.short': 'jamais utilisée, sans effet',
  'finding.shadowed-security-rule.finds':
    'Une règle dont les paquets sont tous décidés par des règles avant elle, comme elle le ferait. Toutes les règles avant elle sont prises ensemble, exactement, dans chaque sous-réseau qui utilise le groupe. Une règle dont les règles suivantes décideraient de même n’est pas signalée. Une règle dont une exigence actuelle a besoin n’est pas signalée quand une règle plus large avant elle autorise la même chose : c’est alors la règle plus large qui est signalée, comme wide-security-rule.',
  'finding.shadowed-security-rule.consequence':
    'La règle ne fait rien, et prend une place dans son groupe, qui en a un nombre limité.',
  'finding.shadowed-security-rule.ask':
    'La supprimer. Cela ne change aucun trafic. La correction est une action à part, et dans le terminal demande --allow remove.',
  'finding.shadowed-security-rule.blind':
    'Les cartes réseau auxquelles le groupe est attaché dans d’autres sous-réseaux. Là où l’on ne sait pas qui d’autre utilise le groupe, on suppose que personne ne le fait, cela est dit, et aucune correction n’est proposée, à moins que la règle ne serve dans aucun sous-réseau quel qu’il soit.',

  'finding.retired-batch-opening.name': 'Aucune ouverture pour Batch classique',
  'finding.retired-batch-opening.short': 'plus nécessaire',
  'finding.retired-batch-opening.finds':
    'Une règle qui laisse entrer BatchNodeManagement, sur quelque port que ce soit, ou quelque chose de public sur les ports 29876 et 29877. La communication classique de Batch a pris fin le 31 mars 2026 ; les nœuds appellent désormais Batch.',
  'finding.retired-batch-opening.consequence': 'Une ouverture vers Internet reste, dont personne n’a besoin.',
  'finding.retired-batch-opening.ask':
    'Supprimer la règle, une fois que chaque calcul d’avant décembre 2022 est descendu à zéro ou a été recréé.',
  'finding.retired-batch-opening.blind':
    'L’âge des calculs du sous-réseau. Une page de janvier 2024 demande encore de laisser entrer Batch pour les instances avec une IP publique, sans nommer de ports.',

  'finding.inbound-npip-preview-internal.name': 'Aucune ouverture de la préversion de 2022',
  'finding.inbound-npip-preview-internal.short': 'plus nécessaire',
  'finding.inbound-npip-preview-internal.finds':
    'Une règle qui laisse entrer VirtualNetwork sur les seuls ports 29876 et 29877 : la première préversion des calculs sans IP publique le demandait. Son ouverture du port 44224 pour AzureLoadBalancer n’est pas signalée, puisque les calculs avec une IP publique en ont encore besoin.',
  'finding.inbound-npip-preview-internal.consequence':
    'La règle reste pour un service qui a pris fin en janvier 2023.',
  'finding.inbound-npip-preview-internal.ask': 'Supprimer la règle.',
  'finding.inbound-npip-preview-internal.blind': 'Si autre chose chez vous écoute sur ces ports.',

  'finding.wide-security-rule.name': 'Pas plus large que demandé',
  'finding.wide-security-rule.short': 'plus large que demandé',
  'finding.wide-security-rule.finds':
    'Une règle qui autorise plus qu’aucune exigence ne demande, pour tout type de calcul : tout Internet en entrée, tout Internet en sortie sur plus que les ports 80 et 443 (sur ceux-ci, les listes d’hôtes de Microsoft ne peuvent passer qu’ensemble), AzureCloud, ou plus de ports d’une balise de service que ceux qui sont demandés. Elle signale aussi une règle qui autorise tout ce qu’autorise une règle suivante pour Azure ML, et davantage : la règle suivante est juste, et décide dès que la règle large est restreinte.',
  'finding.wide-security-rule.consequence':
    'Plus de choses entrent ou sortent que l’entraînement n’en demande.',
  'finding.wide-security-rule.ask':
    'Nommer la balise de service et les ports qui sont demandés. Aucune correction n’est proposée : quelqu’un peut dépendre du reste.',
  'finding.wide-security-rule.blind': 'Ce qui d’autre dans le sous-réseau a besoin de la règle.',
};
