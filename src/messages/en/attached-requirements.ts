/** What a person reads of attached computes: the requirements and what their judges find. */
export const attachedRequirements = {
  'requirement.attach-sdk-v1-sunset.name': 'Supported way of attaching',
  'requirement.attach-sdk-v1-sunset.consequence':
    'It works as long as Microsoft leaves it as it is; nobody mends it when it breaks.',
  'requirement.attach-sdk-v1-sunset.ask':
    'Prefer a cluster or an instance. Attach only what existing work still needs.',

  'requirement.attach-no-duplicate.name': 'Not attached yet',
  'requirement.attach-no-duplicate.consequence': 'Attaching it a second time breaks the first attachment.',
  'requirement.attach-no-duplicate.ask':
    'Use the compute that is attached already, or detach it first. Detaching deletes nothing.',

  'requirement.attach-in-own-network.name': 'In a network of yours',
  'requirement.attach-in-own-network.consequence':
    'It works, but no security group, route or firewall of yours limits what it reaches.',
  'requirement.attach-in-own-network.ask':
    'A network cannot be given later: to secure it, make a new one in a virtual network and attach that.',

  'requirement.vm-ubuntu-only.name': 'Machine runs Ubuntu',
  'requirement.vm-ubuntu-only.consequence': 'Attaching the machine fails, or no job starts on it.',
  'requirement.vm-ubuntu-only.ask':
    'Attach a machine with Ubuntu. The attach page names the Data Science Virtual Machine for Ubuntu.',

  'requirement.vm-public-ip-required.name': 'Machine has a public IP',
  'requirement.vm-public-ip-required.consequence':
    'Azure ML cannot sign in to the machine, so attaching it fails.',
  'requirement.vm-public-ip-required.ask':
    'Give the network card a public IP and let only AzureMachineLearning in on port 22.',
  'requirement.vm-public-ip-required.disagree':
    'The attach page of 2021 asks for a public IP; the training page describes how to secure such a machine and does not mention it.',

  'requirement.inbound-ssh-22-attached.name': 'Azure ML signs in (SSH)',
  'requirement.inbound-ssh-22-attached.short': 'SSH of Azure ML',
  'requirement.inbound-ssh-22-attached.consequence':
    'Azure ML cannot sign in to the machine: attaching runs into a timeout, or no job starts.',
  'requirement.inbound-ssh-22-attached.ask':
    'Let TCP 22 in from AzureMachineLearning, in the subnet’s security group and in that of the network card.',

  'requirement.hdi-public-ip-required.name': 'Cluster can be signed in to',
  'requirement.hdi-public-ip-required.consequence':
    'Azure ML cannot reach the cluster’s SSH address, so attaching it fails.',
  'requirement.hdi-public-ip-required.ask':
    'Attach a cluster that is not made for private link alone: its head nodes need a public SSH address.',

  'requirement.inbound-hdinsight-443.name': 'HDInsight looks after the cluster',
  'requirement.inbound-hdinsight-443.short': 'HDInsight control',
  'requirement.inbound-hdinsight-443.consequence':
    'HDInsight loses its cluster: it cannot be scaled or repaired, and a new one is not created.',
  'requirement.inbound-hdinsight-443.ask':
    'Let TCP 443 in from the service tag HDInsight, or from its tags for the region.',

  'requirement.inbound-hdinsight-kafka-9400.name': 'Kafka’s REST proxy',
  'requirement.inbound-hdinsight-kafka-9400.consequence': 'The REST proxy of Kafka cannot be reached.',
  'requirement.inbound-hdinsight-kafka-9400.ask':
    'Only where the REST proxy is used: let TCP 9400 in from HDInsight.',

  'requirement.hdinsight-dns-53.name': 'Azure’s name servers',
  'requirement.hdinsight-dns-53.consequence': 'The cluster finds no host by its name.',
  'requirement.hdinsight-dns-53.ask':
    'Remove the rule that denies AzurePlatformDNS, or give the network name servers of its own.',

  'requirement.hdi-egress-fqdn.name': 'Hosts of HDInsight',
  'requirement.hdi-egress-fqdn.consequence':
    'The cluster becomes unhealthy; host names cannot be named in a security group.',
  'requirement.hdi-egress-fqdn.ask':
    'Does the firewall let the FQDN tags HDInsight and WindowsUpdate, {hosts}, and the cluster’s storage through, besides UDP 123 and TCP 1433 to SQL?',

  'requirement.hdi-no-service-endpoint-policy.name': 'No policy on the cluster’s storage',
  'requirement.hdi-no-service-endpoint-policy.consequence':
    'The cluster cannot reach the storage of HDInsight itself.',
  'requirement.hdi-no-service-endpoint-policy.ask':
    'Remove the service endpoint policy from the subnet, or move what it protects into another subnet.',

  'requirement.udr-hdinsight-management.name': 'Replies to HDInsight go straight back',
  'requirement.udr-hdinsight-management.consequence':
    'Calls of HDInsight come in directly, their answers leave another way, and the cluster becomes unhealthy.',
  'requirement.udr-hdinsight-management.ask':
    'Route the management addresses of HDInsight, or its service tag, to next hop Internet.',

  'requirement.hdi-existing-cluster-immutable.name': 'Cluster stays in its network',
  'requirement.hdi-existing-cluster-immutable.consequence':
    'A cluster that exists cannot be moved into a network, and its name servers cannot be changed.',
  'requirement.hdi-existing-cluster-immutable.ask':
    'Is the cluster in the network where it is to stay? If not, create it again there.',

  'requirement.dbx-same-sub-region.name': 'Databricks beside the workspace',
  'requirement.dbx-same-sub-region.consequence':
    'Data crosses regions, or Azure ML cannot use Databricks within the network.',
  'requirement.dbx-same-sub-region.ask':
    'Attach a Databricks workspace of the same subscription and region, or make one there.',
  'requirement.dbx-same-sub-region.disagree':
    'The training page asks for one subscription and region; the attach page of 2021 lets Databricks be in another subscription, given Contributor there.',

  'requirement.dbx-two-delegated-subnets.name': 'Two subnets given to Databricks',
  'requirement.dbx-two-delegated-subnets.consequence':
    'Databricks cannot start or change workers in the subnet.',
  'requirement.dbx-two-delegated-subnets.ask':
    'Delegate both subnets to Microsoft.Databricks/workspaces and give each a security group; no other workspace may use them.',

  'requirement.dbx-default-subnet.name': 'A subnet called default',
  'requirement.dbx-default-subnet.consequence':
    'The training page expects it beside those of Databricks; without it attaching may fail.',
  'requirement.dbx-default-subnet.ask': 'Add a subnet called default to the network. It may stay empty.',

  'requirement.dbx-storage-same-vnet.name': 'Storage in the same network',
  'requirement.dbx-storage-same-vnet.consequence':
    'Databricks cannot read storage that is secured in another network.',
  'requirement.dbx-storage-same-vnet.ask':
    'Give the workspace’s storage account a private endpoint, or a network rule, in the virtual network of Databricks.',

  'requirement.dbx-subnet-size.name': 'Room for workers',
  'requirement.dbx-subnet-size.consequence':
    'Databricks refuses the network, or only few workers start: a /26 holds 59 of them.',
  'requirement.dbx-subnet-size.ask':
    'Use a network between /16 and /24 with two subnets of /26 or larger for Databricks.',

  'requirement.dbx-secure-cluster-connectivity.name': 'Workers have no public IP',
  'requirement.dbx-secure-cluster-connectivity.consequence':
    'Every worker has an address on the internet, and ports 22 and 5557 must be open for Databricks.',
  'requirement.dbx-secure-cluster-connectivity.ask':
    'Switch on secure cluster connectivity (no public IP) in Databricks, and give its subnets a NAT gateway or a firewall.',

  'requirement.inbound-databricks-22-5557.name': 'Databricks reaches its workers',
  'requirement.inbound-databricks-22-5557.short': 'Databricks calls',
  'requirement.inbound-databricks-22-5557.consequence':
    'Clusters do not start: Databricks cannot reach its workers.',
  'requirement.inbound-databricks-22-5557.ask':
    'Let TCP 22 and 5557 in from AzureDatabricks before any rule that denies, or switch on secure cluster connectivity.',

  'requirement.outbound-databricks-control.name': 'Databricks control',
  'requirement.outbound-databricks-control.consequence':
    'Clusters do not start: workers cannot reach Databricks.',
  'requirement.outbound-databricks-control.ask':
    'Let TCP 443, 3306 and 8443-8451 to AzureDatabricks out, or let workers use a private link. Leave the rules that Databricks wrote itself, and deny nothing before them.',

  'requirement.dbx-workers-talk.name': 'Workers talk to each other',
  'requirement.dbx-workers-talk.short': 'Worker to worker',
  'requirement.dbx-workers-talk.consequence':
    'Clusters do not start, or their jobs hang: workers cannot reach each other.',
  'requirement.dbx-workers-talk.ask':
    'Let both subnets of Databricks talk to each other, every protocol and port, before any rule that denies.',

  'requirement.dbx-nsg-rules.name': 'Metastore, storage and logs of Databricks',
  'requirement.dbx-nsg-rules.short': 'Databricks services',
  'requirement.dbx-nsg-rules.consequence':
    'Clusters do not start: workers reach neither metastore nor storage and logs.',
  'requirement.dbx-nsg-rules.ask':
    'Leave the rules called Microsoft.Databricks-workspaces_UseOnly_… as Databricks wrote them, and deny nothing before them.',

  'requirement.udr-databricks.name': 'Databricks is routed directly',
  'requirement.udr-databricks.consequence':
    'What workers need goes elsewhere first; whether it arrives, an appliance decides.',
  'requirement.udr-databricks.ask':
    'Route AzureDatabricks, Sql, Storage and EventHub to next hop Internet on both subnets, or make sure that the appliance lets them through.',

  'requirement.dbx-no-workspace-private-endpoint-use.name': 'Databricks does not use the private endpoint',
  'requirement.dbx-no-workspace-private-endpoint-use.consequence':
    'Jobs on Databricks may not reach a workspace that has only a private address.',
  'requirement.dbx-no-workspace-private-endpoint-use.ask':
    'How do jobs on Databricks reach the workspace: by its public address, or by peering and DNS zones?',

  'judge.noTarget': 'What is to be attached is not chosen yet.',
  'judge.outside': 'It is in no virtual network of yours.',
  'judge.onlyKafka': 'Only a Kafka cluster needs it.',
  'judge.assume.kafka': 'It is a Kafka cluster.',
  'judge.managed.machine': '{workspace} runs its own network, and a virtual machine cannot be attached to it',
  'judge.attach.ended': 'SDK v1, which it belongs to, is without support since 30 June 2026',
  'judge.attach.once': '{name} is not attached yet',
  'judge.attach.twice': '{name} is attached to the workspace already',
  'judge.attach.inNetwork': '{name} is in a network of yours',
  'judge.attach.noNetwork': '{name} is in no virtual network of yours',
  'judge.machine.ubuntu': '{image}',
  'judge.machine.windows': 'it runs Windows',
  'judge.machine.otherSystem': 'its image is {image}',
  'judge.machine.ownDisk': 'It was made of a disk of your own, which may hold any Linux.',
  'judge.machine.address': '{address}',
  'judge.machine.closed': '{address} lets nothing in, since no security group opens it',
  'judge.machine.noAddress': '{name} has no public IP',
  'judge.hdinsight.ssh': '{address}',
  'judge.hdinsight.noSsh': '{name} has no SSH address',
  'judge.hdinsight.outboundOnly': '{name} is reached over private link alone',
  'judge.hdinsight.noPolicy': 'no service endpoint policy is attached',
  'judge.hdinsight.policy': '{name} is attached to the subnet',
  'judge.dns.own': 'The network has name servers of its own.',
  'judge.dns.open': 'no rule denies AzurePlatformDNS',
  'judge.dns.stopped': 'rule {priority} {name} denies AzurePlatformDNS',
  'judge.databricks.samePlace': 'both in {region} and in one subscription',
  'judge.databricks.otherRegion': '{name} is in {there}, the workspace in {here}',
  'judge.databricks.otherSubscription': '{name} is in subscription {there}, the workspace in {here}',
  'judge.databricks.oneSubnet': 'Databricks has fewer than two subnets',
  'judge.databricks.notGiven': '{subnet} is not delegated to Databricks',
  'judge.databricks.noGroup': '{subnet} has no security group',
  'judge.databricks.bothGiven': '{one} and {other}',
  'judge.databricks.default': 'the network has a subnet called default',
  'judge.databricks.noDefault': '{network} has no subnet called default',
  'judge.databricks.size': 'network and subnets are large enough',
  'judge.databricks.networkSize': '{prefix} is not between /16 and /24',
  'judge.databricks.subnetSize': '{subnet} has {prefix}, smaller than /26',
  'judge.databricks.noPublicIp': 'secure cluster connectivity is on',
  'judge.databricks.publicIp': 'secure cluster connectivity is off',
  'judge.databricks.privateLink': 'Databricks is reached over a private link.',
  'judge.databricks.direct': 'AzureDatabricks, Sql, Storage and EventHub leave straight to the internet',
  'judge.databricks.elsewhere': 'routes send {tags} elsewhere',
} as const;
