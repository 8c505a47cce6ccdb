import type { attachedRequirementsMessages as english } from '../en/attached-requirements';

export const attachedRequirementsMessages: Readonly<Record<keyof typeof english, string>> = {
  'requirement.attach-sdk-v1-sunset.name': 'Attachement encore pris en charge (SDK v1)',
  'requirement.attach-sdk-v1-sunset.consequence':
    'L’attachement ne fonctionne que tant que Microsoft ne le modifie pas, et Microsoft ne corrige plus les problèmes.',
  'requirement.attach-sdk-v1-sunset.ask':
    'Utilisez plutôt un cluster de calcul ou une instance de calcul. N’attachez que ce dont des travaux existants ont encore besoin.',

  'requirement.attach-no-duplicate.name': 'Ressource pas encore attachée',
  'requirement.attach-no-duplicate.consequence':
    'Si vous attachez la ressource une seconde fois, le premier attachement cesse de fonctionner.',
  'requirement.attach-no-duplicate.ask':
    'Utilisez la ressource de calcul déjà attachée, ou détachez-la d’abord. Le détachement ne supprime rien.',

  'requirement.attach-in-own-network.name': 'Ressource dans votre réseau virtuel',
  'requirement.attach-in-own-network.consequence':
    'La ressource fonctionne, mais vos NSG, vos routes et vos pare-feu ne limitent pas son trafic.',
  'requirement.attach-in-own-network.ask':
    'Vous ne pouvez pas déplacer la ressource vers un réseau virtuel plus tard. Pour la sécuriser, créez-en une autre dans un réseau virtuel, et attachez celle-ci.',

  'requirement.vm-ubuntu-only.name': 'Machine virtuelle sous Ubuntu',
  'requirement.vm-ubuntu-only.consequence':
    'L’attachement de la machine virtuelle échoue, ou les travaux n’y démarrent pas.',
  'requirement.vm-ubuntu-only.ask':
    'Attachez une machine virtuelle sous Ubuntu. La page sur l’attachement cite la Data Science Virtual Machine pour Ubuntu.',

  'requirement.vm-public-ip-required.name': 'Machine virtuelle avec une adresse IP publique',
  'requirement.vm-public-ip-required.consequence':
    'Azure ML ne peut pas se connecter à la machine virtuelle : son attachement échoue.',
  'requirement.vm-public-ip-required.ask':
    'Ajoutez une adresse IP publique à l’interface réseau, et n’autorisez le port 22 en entrée que depuis AzureMachineLearning.',
  'requirement.vm-public-ip-required.disagree':
    'La page de 2021 sur l’attachement exige une adresse IP publique. La page sur l’entraînement décrit comment sécuriser une telle machine, et ne la mentionne pas.',

  'requirement.inbound-ssh-22-attached.name': 'TCP 22 entrant depuis AzureMachineLearning (SSH)',
  'requirement.inbound-ssh-22-attached.short': 'Connexion d’Azure ML',
  'requirement.inbound-ssh-22-attached.consequence':
    'Azure ML ne peut pas se connecter à la machine. Son attachement dépasse le délai, ou les travaux ne démarrent pas.',
  'requirement.inbound-ssh-22-attached.ask':
    'Autorisez TCP 22 en entrée depuis AzureMachineLearning dans le NSG du sous-réseau et dans celui de l’interface réseau.',

  'requirement.hdi-public-ip-required.name': 'Adresse SSH publique du cluster HDInsight',
  'requirement.hdi-public-ip-required.consequence':
    'Azure ML n’atteint pas l’adresse SSH du cluster : son attachement échoue.',
  'requirement.hdi-public-ip-required.ask':
    'Attachez un cluster qui n’est pas limité à la liaison privée. Ses nœuds principaux ont besoin d’une adresse SSH publique.',

  'requirement.inbound-hdinsight-443.name': 'TCP 443 entrant depuis HDInsight',
  'requirement.inbound-hdinsight-443.short': 'Gestion de HDInsight',
  'requirement.inbound-hdinsight-443.consequence':
    'HDInsight ne peut ni mettre à l’échelle ni réparer le cluster, ni en créer un autre.',
  'requirement.inbound-hdinsight-443.ask':
    'Autorisez TCP 443 en entrée depuis la balise de service HDInsight, ou depuis ses balises pour la région.',

  'requirement.inbound-hdinsight-kafka-9400.name': 'TCP 9400 entrant depuis HDInsight (proxy REST de Kafka)',
  'requirement.inbound-hdinsight-kafka-9400.short': 'Proxy REST de Kafka',
  'requirement.inbound-hdinsight-kafka-9400.consequence':
    'Les clients n’atteignent pas le proxy REST de Kafka.',
  'requirement.inbound-hdinsight-kafka-9400.ask':
    'Si vous utilisez le proxy REST, autorisez TCP 9400 en entrée depuis HDInsight.',

  'requirement.hdinsight-dns-53.name': 'Requêtes DNS vers Azure (AzurePlatformDNS)',
  'requirement.hdinsight-dns-53.short': 'DNS d’Azure',
  'requirement.hdinsight-dns-53.consequence': 'Le cluster ne peut pas résoudre les noms d’hôte.',
  'requirement.hdinsight-dns-53.ask':
    'Retirez la règle qui refuse AzurePlatformDNS, ou utilisez vos propres serveurs DNS dans le réseau.',

  'requirement.hdi-egress-fqdn.name': 'Trafic sortant vers les hôtes de HDInsight',
  'requirement.hdi-egress-fqdn.short': 'Hôtes de HDInsight',
  'requirement.hdi-egress-fqdn.consequence':
    'Le cluster se dégrade. Un NSG ne peut pas autoriser de noms d’hôte : il faut un pare-feu.',
  'requirement.hdi-egress-fqdn.ask':
    'Le pare-feu autorise-t-il les balises FQDN HDInsight et WindowsUpdate, {hosts} et le stockage du cluster ? Il doit aussi autoriser UDP 123, et TCP 1433 vers SQL.',

  'requirement.hdi-no-service-endpoint-policy.name':
    'Aucune stratégie de point de terminaison de service sur le sous-réseau du cluster',
  'requirement.hdi-no-service-endpoint-policy.consequence':
    'Le cluster n’atteint pas le stockage géré par HDInsight.',
  'requirement.hdi-no-service-endpoint-policy.ask':
    'Retirez la stratégie de point de terminaison de service du sous-réseau, ou déplacez dans un autre sous-réseau les ressources qui en ont besoin.',

  'requirement.udr-hdinsight-management.name': 'Les réponses à HDInsight vont directement vers Internet',
  'requirement.udr-hdinsight-management.consequence':
    'Les réponses à HDInsight prennent un autre chemin (routage asymétrique) : le cluster se dégrade.',
  'requirement.udr-hdinsight-management.ask':
    'Routez les adresses de gestion de HDInsight, ou sa balise de service, vers le tronçon suivant Internet.',

  'requirement.hdi-existing-cluster-immutable.name': 'Cluster dans son réseau définitif',
  'requirement.hdi-existing-cluster-immutable.consequence':
    'Vous ne pouvez ni déplacer un cluster existant vers un réseau virtuel, ni modifier ses serveurs DNS.',
  'requirement.hdi-existing-cluster-immutable.ask':
    'Le cluster est-il dans le réseau virtuel où il doit rester ? Sinon, recréez-le dans ce réseau.',

  'requirement.dbx-same-sub-region.name': 'Databricks dans l’abonnement et la région de l’espace de travail',
  'requirement.dbx-same-sub-region.consequence':
    'Les données changent de région, ou Azure ML ne peut pas utiliser Databricks dans le réseau virtuel.',
  'requirement.dbx-same-sub-region.ask':
    'Attachez un espace de travail Databricks du même abonnement et de la même région, ou créez-en un.',
  'requirement.dbx-same-sub-region.disagree':
    'La page sur l’entraînement exige le même abonnement et la même région. La page de 2021 sur l’attachement admet un autre abonnement, avec le rôle Contributeur dans celui-ci.',

  'requirement.dbx-two-delegated-subnets.name': 'Deux sous-réseaux délégués à Databricks',
  'requirement.dbx-two-delegated-subnets.consequence':
    'Databricks ne peut ni démarrer ni modifier de nœuds dans le sous-réseau.',
  'requirement.dbx-two-delegated-subnets.ask':
    'Déléguez les deux sous-réseaux à Microsoft.Databricks/workspaces, et associez un NSG à chacun. Ne les partagez pas avec un autre espace de travail.',

  'requirement.dbx-default-subnet.name': 'Sous-réseau nommé default pour Databricks',
  'requirement.dbx-default-subnet.consequence':
    'La page sur l’entraînement exige ce sous-réseau en plus de ceux de Databricks. Sans lui, l’attachement risque d’échouer.',
  'requirement.dbx-default-subnet.ask':
    'Ajoutez au réseau virtuel un sous-réseau nommé default. Il peut rester vide.',

  'requirement.dbx-storage-same-vnet.name': 'Stockage dans le réseau virtuel de Databricks',
  'requirement.dbx-storage-same-vnet.consequence':
    'Databricks ne peut pas lire un stockage sécurisé dans un autre réseau.',
  'requirement.dbx-storage-same-vnet.ask':
    'Donnez au compte de stockage de l’espace de travail un point de terminaison privé dans le réseau virtuel de Databricks, ou une règle réseau pour celui-ci.',

  'requirement.dbx-subnet-size.name': 'Réseau et sous-réseaux assez grands pour Databricks',
  'requirement.dbx-subnet-size.consequence':
    'Databricks refuse le réseau, ou peu de nœuds démarrent. Un sous-réseau /26 a de la place pour 59 nœuds.',
  'requirement.dbx-subnet-size.ask':
    'Utilisez un réseau virtuel entre /16 et /24 avec deux sous-réseaux /26 ou plus grands pour Databricks.',

  'requirement.dbx-secure-cluster-connectivity.name': 'Nœuds Databricks sans adresse IP publique',
  'requirement.dbx-secure-cluster-connectivity.consequence':
    'Chaque nœud a une adresse IP publique, et Databricks a besoin des ports 22 et 5557 en entrée.',
  'requirement.dbx-secure-cluster-connectivity.ask':
    'Activez la connectivité sécurisée des clusters (sans IP publique) dans Databricks. Donnez à ses sous-réseaux une passerelle NAT ou un pare-feu.',

  'requirement.inbound-databricks-22-5557.name': 'TCP 22 et 5557 entrant depuis AzureDatabricks',
  'requirement.inbound-databricks-22-5557.short': 'Entrée Databricks',
  'requirement.inbound-databricks-22-5557.consequence':
    'Les clusters ne démarrent pas, car Databricks ne peut pas joindre ses nœuds.',
  'requirement.inbound-databricks-22-5557.ask':
    'Autorisez TCP 22 et 5557 en entrée depuis AzureDatabricks avant toute règle de refus. Vous pouvez aussi activer la connectivité sécurisée des clusters.',

  'requirement.outbound-databricks-control.name': 'TCP 443, 3306 et 8443-8451 sortant vers AzureDatabricks',
  'requirement.outbound-databricks-control.short': 'Contrôle Databricks',
  'requirement.outbound-databricks-control.consequence':
    'Les clusters ne démarrent pas, car les nœuds ne peuvent pas joindre Databricks.',
  'requirement.outbound-databricks-control.ask':
    'Autorisez TCP 443, 3306 et 8443-8451 en sortie vers AzureDatabricks, ou utilisez une liaison privée pour les nœuds. Ne modifiez pas les règles créées par Databricks, et n’ajoutez pas de règles de refus avant elles.',

  'requirement.dbx-workers-talk.name': 'Trafic entre les nœuds Databricks',
  'requirement.dbx-workers-talk.short': 'De nœud à nœud',
  'requirement.dbx-workers-talk.consequence':
    'Les clusters ne démarrent pas ou leurs travaux se bloquent, car les nœuds ne peuvent pas se joindre.',
  'requirement.dbx-workers-talk.ask':
    'Autorisez tout le trafic entre les deux sous-réseaux de Databricks, sur tous les protocoles et ports, avant toute règle de refus.',

  'requirement.dbx-nsg-rules.name':
    'Trafic sortant vers le métastore, le stockage et les journaux de Databricks',
  'requirement.dbx-nsg-rules.short': 'Services Databricks',
  'requirement.dbx-nsg-rules.consequence':
    'Les clusters ne démarrent pas, car les nœuds n’atteignent ni le métastore, ni le stockage, ni les journaux.',
  'requirement.dbx-nsg-rules.ask':
    'Ne modifiez pas les règles nommées Microsoft.Databricks-workspaces_UseOnly_…, et n’ajoutez pas de règles de refus avant elles.',

  'requirement.udr-databricks.name': 'Le trafic de Databricks va directement vers Internet',
  'requirement.udr-databricks.consequence':
    'Le trafic des nœuds prend un autre chemin, où une appliance décide de l’autoriser ou non.',
  'requirement.udr-databricks.ask':
    'Routez AzureDatabricks, Sql, Storage et EventHub vers le tronçon suivant Internet dans les deux sous-réseaux. Vous pouvez aussi vérifier que l’appliance les autorise.',

  'requirement.dbx-no-workspace-private-endpoint-use.name':
    'Les travaux Databricks atteignent l’espace de travail',
  'requirement.dbx-no-workspace-private-endpoint-use.consequence':
    'Les travaux sur Databricks risquent de ne pas atteindre un espace de travail qui n’a qu’une adresse privée.',
  'requirement.dbx-no-workspace-private-endpoint-use.ask':
    'Comment les travaux sur Databricks atteignent-ils l’espace de travail : par son adresse publique, ou par appairage et zones DNS ?',

  'judge.noTarget': 'La ressource à attacher n’est pas encore sélectionnée.',
  'judge.outside': 'La ressource n’est pas dans un de vos réseaux virtuels.',
  'judge.onlyKafka': 'Seul un cluster Kafka en a besoin.',
  'judge.assume.kafka': 'Le cluster est un cluster Kafka.',
  'judge.managed.machine':
    '{workspace} utilise un réseau virtuel managé : vous ne pouvez pas y attacher de machine virtuelle',
  'judge.attach.ended':
    'l’attachement fait partie du SDK v1, dont la prise en charge a pris fin le 30 juin 2026',
  'judge.attach.once': '{name} n’est pas encore attaché',
  'judge.attach.twice': '{name} est déjà attaché à l’espace de travail',
  'judge.attach.inNetwork': '{name} est dans un de vos réseaux virtuels',
  'judge.attach.noNetwork': '{name} n’est pas dans un de vos réseaux virtuels',
  'judge.machine.ubuntu': 'l’image est {image}',
  'judge.machine.windows': 'la machine est sous Windows',
  'judge.machine.otherSystem': 'l’image est {image}, qui n’est pas Ubuntu',
  'judge.machine.ownDisk':
    'La machine a été créée à partir de votre propre disque, qui peut contenir n’importe quelle distribution Linux.',
  'judge.machine.address': 'l’adresse IP publique est {address}',
  'judge.machine.closed': '{address} refuse tout le trafic entrant, car aucun NSG ne l’autorise',
  'judge.machine.noAddress': '{name} n’a pas d’adresse IP publique',
  'judge.hdinsight.ssh': 'l’adresse SSH est {address}',
  'judge.hdinsight.noSsh': '{name} n’a pas d’adresse SSH',
  'judge.hdinsight.outboundOnly': '{name} n’accepte que les connexions par liaison privée',
  'judge.hdinsight.noPolicy': 'le sous-réseau n’a pas de stratégie de point de terminaison de service',
  'judge.hdinsight.policy': 'le sous-réseau a la stratégie de point de terminaison de service {name}',
  'judge.dns.own': 'Le réseau utilise vos propres serveurs DNS.',
  'judge.dns.open': 'aucune règle ne refuse AzurePlatformDNS',
  'judge.dns.stopped': 'la règle {priority} {name} refuse AzurePlatformDNS',
  'judge.databricks.samePlace':
    'Databricks et l’espace de travail sont dans {region} et dans le même abonnement',
  'judge.databricks.otherRegion': '{name} est dans {there}, et l’espace de travail dans {here}',
  'judge.databricks.otherSubscription':
    '{name} est dans l’abonnement {there}, et l’espace de travail dans {here}',
  'judge.databricks.oneSubnet': 'Databricks a moins de deux sous-réseaux',
  'judge.databricks.notGiven': '{subnet} n’est pas délégué à Databricks',
  'judge.databricks.noGroup': '{subnet} n’a pas de NSG',
  'judge.databricks.bothGiven': '{one} et {other} sont délégués à Databricks',
  'judge.databricks.default': 'le réseau virtuel a un sous-réseau nommé default',
  'judge.databricks.noDefault': '{network} n’a pas de sous-réseau nommé default',
  'judge.databricks.size': 'le réseau virtuel et les sous-réseaux sont assez grands',
  'judge.databricks.networkSize': 'l’espace d’adressage {prefix} n’est pas entre /16 et /24',
  'judge.databricks.subnetSize': '{subnet} a {prefix}, plus petit que /26',
  'judge.databricks.noPublicIp': 'la connectivité sécurisée des clusters est activée',
  'judge.databricks.publicIp': 'la connectivité sécurisée des clusters est désactivée',
  'judge.databricks.privateLink': 'Les nœuds joignent Databricks par liaison privée.',
  'judge.databricks.direct':
    'le trafic vers AzureDatabricks, Sql, Storage et EventHub va directement vers Internet',
  'judge.databricks.elsewhere': 'des routes envoient ailleurs le trafic vers {tags}',
};
