import type { attachedRequirements as english } from '../en/attached-requirements';

export const attachedRequirements: Readonly<Record<keyof typeof english, string>> = {
  'requirement.attach-sdk-v1-sunset.name': 'Rattachement encore pris en charge',
  'requirement.attach-sdk-v1-sunset.consequence':
    'Cela fonctionne tant que Microsoft n’y touche pas ; personne ne répare ce qui casse.',
  'requirement.attach-sdk-v1-sunset.ask':
    'Préférez un cluster ou une instance. Ne rattachez que ce dont un travail existant a encore besoin.',

  'requirement.attach-no-duplicate.name': 'Pas encore rattaché',
  'requirement.attach-no-duplicate.consequence':
    'Le rattacher une seconde fois rompt le premier rattachement.',
  'requirement.attach-no-duplicate.ask':
    'Utilisez le calcul déjà rattaché, ou détachez-le d’abord. Détacher ne supprime rien.',

  'requirement.attach-in-own-network.name': 'Dans un réseau à vous',
  'requirement.attach-in-own-network.consequence':
    'Cela fonctionne, mais aucun groupe de sécurité, route ou pare-feu à vous ne limite ce qu’il atteint.',
  'requirement.attach-in-own-network.ask':
    'Un réseau ne peut pas être donné après coup : pour le sécuriser, créez-en un autre dans un réseau virtuel et rattachez celui-là.',

  'requirement.vm-ubuntu-only.name': 'La machine tourne sous Ubuntu',
  'requirement.vm-ubuntu-only.consequence':
    'Le rattachement de la machine échoue, ou aucun travail n’y démarre.',
  'requirement.vm-ubuntu-only.ask':
    'Rattachez une machine sous Ubuntu. La page de rattachement nomme la Data Science Virtual Machine pour Ubuntu.',

  'requirement.vm-public-ip-required.name': 'La machine a une IP publique',
  'requirement.vm-public-ip-required.consequence':
    'Azure ML ne peut pas se connecter à la machine, son rattachement échoue.',
  'requirement.vm-public-ip-required.ask':
    'Donnez une IP publique à l’interface réseau et ne laissez entrer que AzureMachineLearning sur le port 22.',
  'requirement.vm-public-ip-required.disagree':
    'La page de rattachement de 2021 demande une IP publique ; la page d’entraînement décrit comment sécuriser une telle machine et n’en parle pas.',

  'requirement.inbound-ssh-22-attached.name': 'Azure ML se connecte (SSH)',
  'requirement.inbound-ssh-22-attached.short': 'SSH d’Azure ML',
  'requirement.inbound-ssh-22-attached.consequence':
    'Azure ML ne peut pas se connecter à la machine : le rattachement expire, ou aucun travail ne démarre.',
  'requirement.inbound-ssh-22-attached.ask':
    'Laissez entrer TCP 22 depuis AzureMachineLearning, dans le groupe de sécurité du sous-réseau et dans celui de l’interface réseau.',

  'requirement.hdi-public-ip-required.name': 'On peut se connecter au cluster',
  'requirement.hdi-public-ip-required.consequence':
    'Azure ML ne peut pas joindre l’adresse SSH du cluster, son rattachement échoue.',
  'requirement.hdi-public-ip-required.ask':
    'Rattachez un cluster qui n’est pas fait pour la seule liaison privée : ses nœuds principaux ont besoin d’une adresse SSH publique.',

  'requirement.inbound-hdinsight-443.name': 'HDInsight s’occupe du cluster',
  'requirement.inbound-hdinsight-443.short': 'Contrôle HDInsight',
  'requirement.inbound-hdinsight-443.consequence':
    'HDInsight perd son cluster : ni mise à l’échelle ni réparation, et un nouveau n’est pas créé.',
  'requirement.inbound-hdinsight-443.ask':
    'Laissez entrer TCP 443 depuis la balise de service HDInsight, ou depuis ses balises pour la région.',

  'requirement.inbound-hdinsight-kafka-9400.name': 'Le proxy REST de Kafka',
  'requirement.inbound-hdinsight-kafka-9400.consequence': 'Le proxy REST de Kafka ne peut pas être joint.',
  'requirement.inbound-hdinsight-kafka-9400.ask':
    'Seulement si le proxy REST sert : laissez entrer TCP 9400 depuis HDInsight.',

  'requirement.hdinsight-dns-53.name': 'Serveurs de noms d’Azure',
  'requirement.hdinsight-dns-53.consequence': 'Le cluster ne trouve aucun hôte par son nom.',
  'requirement.hdinsight-dns-53.ask':
    'Retirez la règle qui refuse AzurePlatformDNS, ou donnez au réseau ses propres serveurs de noms.',

  'requirement.hdi-egress-fqdn.name': 'Hôtes de HDInsight',
  'requirement.hdi-egress-fqdn.consequence':
    'Le cluster se dégrade ; un groupe de sécurité ne peut pas nommer d’hôtes.',
  'requirement.hdi-egress-fqdn.ask':
    'Le pare-feu laisse-t-il passer les balises FQDN HDInsight et WindowsUpdate, {hosts} et le stockage du cluster, ainsi que UDP 123 et TCP 1433 vers SQL ?',

  'requirement.hdi-no-service-endpoint-policy.name': 'Pas de stratégie sur le stockage du cluster',
  'requirement.hdi-no-service-endpoint-policy.consequence':
    'Le cluster ne peut pas joindre le stockage de HDInsight lui-même.',
  'requirement.hdi-no-service-endpoint-policy.ask':
    'Retirez la stratégie de point de terminaison de service du sous-réseau, ou placez ce qu’elle protège dans un autre.',

  'requirement.udr-hdinsight-management.name': 'Les réponses à HDInsight repartent directement',
  'requirement.udr-hdinsight-management.consequence':
    'Les appels de HDInsight entrent directement, leurs réponses partent ailleurs, et le cluster se dégrade.',
  'requirement.udr-hdinsight-management.ask':
    'Routez les adresses de gestion de HDInsight, ou sa balise de service, vers le tronçon suivant Internet.',

  'requirement.hdi-existing-cluster-immutable.name': 'Le cluster reste dans son réseau',
  'requirement.hdi-existing-cluster-immutable.consequence':
    'Un cluster existant ne peut pas être placé dans un réseau, et ses serveurs de noms ne changent plus.',
  'requirement.hdi-existing-cluster-immutable.ask':
    'Le cluster est-il dans le réseau où il doit rester ? Sinon, créez-le à nouveau là-bas.',

  'requirement.dbx-same-sub-region.name': 'Databricks à côté de l’espace de travail',
  'requirement.dbx-same-sub-region.consequence':
    'Les données changent de région, ou Azure ML ne peut pas utiliser Databricks dans le réseau.',
  'requirement.dbx-same-sub-region.ask':
    'Rattachez un espace Databricks du même abonnement et de la même région, ou créez-en un là-bas.',
  'requirement.dbx-same-sub-region.disagree':
    'La page d’entraînement demande un même abonnement et une même région ; la page de rattachement de 2021 admet Databricks dans un autre abonnement, avec le rôle Contributeur.',

  'requirement.dbx-two-delegated-subnets.name': 'Deux sous-réseaux donnés à Databricks',
  'requirement.dbx-two-delegated-subnets.consequence':
    'Databricks ne peut ni démarrer ni modifier de nœuds dans le sous-réseau.',
  'requirement.dbx-two-delegated-subnets.ask':
    'Déléguez les deux sous-réseaux à Microsoft.Databricks/workspaces et donnez à chacun un groupe de sécurité ; aucun autre espace ne doit les utiliser.',

  'requirement.dbx-default-subnet.name': 'Un sous-réseau nommé default',
  'requirement.dbx-default-subnet.consequence':
    'La page d’entraînement l’attend à côté de ceux de Databricks ; sans lui le rattachement peut échouer.',
  'requirement.dbx-default-subnet.ask':
    'Ajoutez au réseau un sous-réseau nommé default. Il peut rester vide.',

  'requirement.dbx-storage-same-vnet.name': 'Stockage dans le même réseau',
  'requirement.dbx-storage-same-vnet.consequence':
    'Databricks ne peut pas lire un stockage sécurisé dans un autre réseau.',
  'requirement.dbx-storage-same-vnet.ask':
    'Donnez au compte de stockage de l’espace de travail un point de terminaison privé, ou une règle réseau, dans le réseau virtuel de Databricks.',

  'requirement.dbx-subnet-size.name': 'De la place pour les nœuds',
  'requirement.dbx-subnet-size.consequence':
    'Databricks refuse le réseau, ou peu de nœuds démarrent : un /26 en contient 59.',
  'requirement.dbx-subnet-size.ask':
    'Prenez un réseau entre /16 et /24 avec deux sous-réseaux /26 ou plus grands pour Databricks.',

  'requirement.dbx-secure-cluster-connectivity.name': 'Les nœuds n’ont pas d’IP publique',
  'requirement.dbx-secure-cluster-connectivity.consequence':
    'Chaque nœud a une adresse sur Internet, et les ports 22 et 5557 doivent être ouverts à Databricks.',
  'requirement.dbx-secure-cluster-connectivity.ask':
    'Activez la connectivité sécurisée des clusters (sans IP publique) dans Databricks, et donnez à ses sous-réseaux une passerelle NAT ou un pare-feu.',

  'requirement.inbound-databricks-22-5557.name': 'Databricks joint ses nœuds',
  'requirement.inbound-databricks-22-5557.short': 'Appels Databricks',
  'requirement.inbound-databricks-22-5557.consequence':
    'Les clusters ne démarrent pas : Databricks ne peut pas joindre ses nœuds.',
  'requirement.inbound-databricks-22-5557.ask':
    'Laissez entrer TCP 22 et 5557 depuis AzureDatabricks avant toute règle qui refuse, ou activez la connectivité sécurisée des clusters.',

  'requirement.outbound-databricks-control.name': 'Contrôle de Databricks',
  'requirement.outbound-databricks-control.consequence':
    'Les clusters ne démarrent pas : les nœuds ne peuvent pas joindre Databricks.',
  'requirement.outbound-databricks-control.ask':
    'Laissez sortir TCP 443, 3306 et 8443-8451 vers AzureDatabricks, ou faites passer les nœuds par une liaison privée. Laissez les règles que Databricks a écrites, et ne refusez rien avant elles.',

  'requirement.dbx-workers-talk.name': 'Les nœuds de Databricks se parlent',
  'requirement.dbx-workers-talk.short': 'De nœud à nœud',
  'requirement.dbx-workers-talk.consequence':
    'Les clusters ne démarrent pas, ou leurs travaux se figent : les nœuds ne se joignent pas.',
  'requirement.dbx-workers-talk.ask':
    'Laissez les deux sous-réseaux de Databricks se parler, tous protocoles et ports, avant toute règle qui refuse.',

  'requirement.dbx-nsg-rules.name': 'Métastore, stockage et journaux de Databricks',
  'requirement.dbx-nsg-rules.short': 'Services Databricks',
  'requirement.dbx-nsg-rules.consequence':
    'Les clusters ne démarrent pas : les nœuds n’atteignent ni métastore, ni stockage, ni journaux.',
  'requirement.dbx-nsg-rules.ask':
    'Laissez les règles nommées Microsoft.Databricks-workspaces_UseOnly_… telles que Databricks les a écrites, et ne refusez rien avant elles.',

  'requirement.udr-databricks.name': 'Databricks est routé directement',
  'requirement.udr-databricks.consequence':
    'Ce dont les nœuds ont besoin passe d’abord ailleurs ; une appliance décide si cela arrive.',
  'requirement.udr-databricks.ask':
    'Routez AzureDatabricks, Sql, Storage et EventHub vers le tronçon suivant Internet sur les deux sous-réseaux, ou assurez-vous que l’appliance les laisse passer.',

  'requirement.dbx-no-workspace-private-endpoint-use.name':
    'Databricks n’utilise pas le point de terminaison privé',
  'requirement.dbx-no-workspace-private-endpoint-use.consequence':
    'Les travaux sur Databricks peuvent ne pas joindre un espace de travail qui n’a qu’une adresse privée.',
  'requirement.dbx-no-workspace-private-endpoint-use.ask':
    'Comment les travaux sur Databricks joignent-ils l’espace de travail : par son adresse publique, ou par appairage et zones DNS ?',

  'judge.noTarget': 'Ce qui doit être rattaché n’est pas encore choisi.',
  'judge.outside': 'Il n’est dans aucun réseau virtuel à vous.',
  'judge.onlyKafka': 'Seul un cluster Kafka en a besoin.',
  'judge.assume.kafka': 'C’est un cluster Kafka.',
  'judge.managed.machine':
    '{workspace} gère son propre réseau, et une machine virtuelle ne peut pas y être rattachée',
  'judge.attach.ended': 'le SDK v1, dont cela fait partie, n’est plus pris en charge depuis le 30 juin 2026',
  'judge.attach.once': '{name} n’est pas encore rattaché',
  'judge.attach.twice': '{name} est déjà rattaché à l’espace de travail',
  'judge.attach.inNetwork': '{name} est dans un réseau à vous',
  'judge.attach.noNetwork': '{name} n’est dans aucun réseau virtuel à vous',
  'judge.machine.ubuntu': '{image}',
  'judge.machine.windows': 'elle tourne sous Windows',
  'judge.machine.otherSystem': 'son image est {image}',
  'judge.machine.ownDisk': 'Elle a été faite d’un disque à vous, qui peut contenir n’importe quel Linux.',
  'judge.machine.address': '{address}',
  'judge.machine.closed': '{address} ne laisse rien entrer, aucun groupe de sécurité ne l’ouvre',
  'judge.machine.noAddress': '{name} n’a pas d’IP publique',
  'judge.hdinsight.ssh': '{address}',
  'judge.hdinsight.noSsh': '{name} n’a pas d’adresse SSH',
  'judge.hdinsight.outboundOnly': '{name} n’est joint que par liaison privée',
  'judge.hdinsight.noPolicy': 'aucune stratégie de point de terminaison de service n’est attachée',
  'judge.hdinsight.policy': '{name} est attachée au sous-réseau',
  'judge.dns.own': 'Le réseau a ses propres serveurs de noms.',
  'judge.dns.open': 'aucune règle ne refuse AzurePlatformDNS',
  'judge.dns.stopped': 'la règle {priority} {name} refuse AzurePlatformDNS',
  'judge.databricks.samePlace': 'tous deux en {region} et dans un même abonnement',
  'judge.databricks.otherRegion': '{name} est en {there}, l’espace de travail en {here}',
  'judge.databricks.otherSubscription':
    '{name} est dans l’abonnement {there}, l’espace de travail dans {here}',
  'judge.databricks.oneSubnet': 'Databricks a moins de deux sous-réseaux',
  'judge.databricks.notGiven': '{subnet} n’est pas délégué à Databricks',
  'judge.databricks.noGroup': '{subnet} n’a pas de groupe de sécurité',
  'judge.databricks.bothGiven': '{one} et {other}',
  'judge.databricks.default': 'le réseau a un sous-réseau nommé default',
  'judge.databricks.noDefault': '{network} n’a pas de sous-réseau nommé default',
  'judge.databricks.size': 'réseau et sous-réseaux sont assez grands',
  'judge.databricks.networkSize': '{prefix} n’est pas entre /16 et /24',
  'judge.databricks.subnetSize': '{subnet} a {prefix}, plus petit que /26',
  'judge.databricks.noPublicIp': 'la connectivité sécurisée des clusters est activée',
  'judge.databricks.publicIp': 'la connectivité sécurisée des clusters est désactivée',
  'judge.databricks.privateLink': 'Databricks est joint par une liaison privée.',
  'judge.databricks.direct': 'AzureDatabricks, Sql, Storage et EventHub partent droit vers Internet',
  'judge.databricks.elsewhere': 'des routes envoient {tags} ailleurs',
};
