/** What a person reads of attached computes: the requirements and what their checks find. */
export const attachedRequirementsMessages = {
  'requirement.attach-sdk-v1-sunset.name': 'Attaching is still supported (SDK v1)',
  'requirement.attach-sdk-v1-sunset.consequence':
    'Attaching works only as long as Microsoft doesn’t change it, and Microsoft no longer fixes problems.',
  'requirement.attach-sdk-v1-sunset.ask':
    'Use a compute cluster or a compute instance instead. Attach only what existing jobs still need.',

  'requirement.attach-no-duplicate.name': 'Resource isn’t attached yet',
  'requirement.attach-no-duplicate.consequence':
    'If you attach the resource a second time, the first attachment stops working.',
  'requirement.attach-no-duplicate.ask':
    'Use the compute resource that is already attached, or detach it first. Detaching doesn’t delete anything.',

  'requirement.attach-in-own-network.name': 'Resource is in your virtual network',
  'requirement.attach-in-own-network.consequence':
    'The resource works, but your NSGs, routes, and firewalls don’t limit its traffic.',
  'requirement.attach-in-own-network.ask':
    'You can’t move the resource to a virtual network later. To secure it, create a new one in a virtual network, and attach the new one.',

  'requirement.vm-ubuntu-only.name': 'Virtual machine runs Ubuntu',
  'requirement.vm-ubuntu-only.consequence': 'Attaching the virtual machine fails, or jobs don’t start on it.',
  'requirement.vm-ubuntu-only.ask':
    'Attach a virtual machine with Ubuntu. The attach page mentions the Data Science Virtual Machine for Ubuntu.',

  'requirement.vm-public-ip-required.name': 'Virtual machine has a public IP address',
  'requirement.vm-public-ip-required.consequence':
    'Azure ML can’t sign in to the virtual machine, so attaching it fails.',
  'requirement.vm-public-ip-required.ask':
    'Add a public IP address to the network interface, and allow inbound port 22 from AzureMachineLearning only.',
  'requirement.vm-public-ip-required.disagree':
    'The attach page of 2021 requires a public IP address. The training page describes how to secure such a machine, and doesn’t mention it.',

  'requirement.inbound-ssh-22-attached.name': 'Inbound TCP 22 from AzureMachineLearning (SSH)',
  'requirement.inbound-ssh-22-attached.short': 'Azure ML sign-in',
  'requirement.inbound-ssh-22-attached.consequence':
    'Azure ML can’t sign in to the machine. Attaching it times out, or jobs don’t start.',
  'requirement.inbound-ssh-22-attached.ask':
    'Allow inbound TCP 22 from AzureMachineLearning in the NSG of the subnet and in the NSG of the network interface.',

  'requirement.hdi-public-ip-required.name': 'Public SSH address of the HDInsight cluster',
  'requirement.hdi-public-ip-required.consequence':
    'Azure ML can’t reach the cluster’s SSH address, so attaching it fails.',
  'requirement.hdi-public-ip-required.ask':
    'Attach a cluster that isn’t limited to private link. Its head nodes need a public SSH address.',

  'requirement.inbound-hdinsight-443.name': 'Inbound TCP 443 from HDInsight',
  'requirement.inbound-hdinsight-443.short': 'HDInsight management',
  'requirement.inbound-hdinsight-443.consequence':
    'HDInsight can’t scale or repair the cluster, and can’t create a new one.',
  'requirement.inbound-hdinsight-443.ask':
    'Allow inbound TCP 443 from the service tag HDInsight, or from its tags for the region.',

  'requirement.inbound-hdinsight-kafka-9400.name': 'Inbound TCP 9400 from HDInsight (Kafka REST proxy)',
  'requirement.inbound-hdinsight-kafka-9400.short': 'Kafka REST proxy',
  'requirement.inbound-hdinsight-kafka-9400.consequence': 'Clients can’t reach the Kafka REST proxy.',
  'requirement.inbound-hdinsight-kafka-9400.ask':
    'If you use the REST proxy, allow inbound TCP 9400 from HDInsight.',

  'requirement.hdinsight-dns-53.name': 'DNS queries to Azure (AzurePlatformDNS)',
  'requirement.hdinsight-dns-53.short': 'Azure DNS',
  'requirement.hdinsight-dns-53.consequence': 'The cluster can’t resolve host names.',
  'requirement.hdinsight-dns-53.ask':
    'Remove the rule that denies AzurePlatformDNS, or use your own DNS servers in the network.',

  'requirement.hdi-egress-fqdn.name': 'Outbound traffic to HDInsight hosts',
  'requirement.hdi-egress-fqdn.short': 'HDInsight hosts',
  'requirement.hdi-egress-fqdn.consequence':
    'The cluster becomes unhealthy. An NSG can’t allow host names, so this needs a firewall.',
  'requirement.hdi-egress-fqdn.ask':
    'Does the firewall allow the FQDN tags HDInsight and WindowsUpdate, {hosts}, and the cluster’s storage? It must also allow UDP 123, and TCP 1433 to SQL.',

  'requirement.hdi-no-service-endpoint-policy.name': 'No service endpoint policy on the cluster’s subnet',
  'requirement.hdi-no-service-endpoint-policy.consequence':
    'The cluster can’t reach the storage that HDInsight manages.',
  'requirement.hdi-no-service-endpoint-policy.ask':
    'Remove the service endpoint policy from the subnet, or move the resources that need it to another subnet.',

  'requirement.udr-hdinsight-management.name': 'Replies to HDInsight go directly to the internet',
  'requirement.udr-hdinsight-management.consequence':
    'Replies to HDInsight take another path (asymmetric routing), so the cluster becomes unhealthy.',
  'requirement.udr-hdinsight-management.ask':
    'Route the management addresses of HDInsight, or its service tag, to next hop Internet.',

  'requirement.hdi-existing-cluster-immutable.name': 'Cluster is in its final network',
  'requirement.hdi-existing-cluster-immutable.consequence':
    'You can’t move an existing cluster to a virtual network or change its DNS servers.',
  'requirement.hdi-existing-cluster-immutable.ask':
    'Is the cluster in the virtual network where it should stay? If not, create it again in that network.',

  'requirement.dbx-same-sub-region.name': 'Databricks in the workspace’s subscription and region',
  'requirement.dbx-same-sub-region.consequence':
    'Data crosses regions, or Azure ML can’t use Databricks in the virtual network.',
  'requirement.dbx-same-sub-region.ask':
    'Attach a Databricks workspace in the same subscription and region, or create one there.',
  'requirement.dbx-same-sub-region.disagree':
    'The training page requires the same subscription and region. The attach page of 2021 allows another subscription with the Contributor role there.',

  'requirement.dbx-two-delegated-subnets.name': 'Two subnets delegated to Databricks',
  'requirement.dbx-two-delegated-subnets.consequence':
    'Databricks can’t start or change workers in the subnet.',
  'requirement.dbx-two-delegated-subnets.ask':
    'Delegate both subnets to Microsoft.Databricks/workspaces, and associate an NSG with each. Don’t share them with another workspace.',

  'requirement.dbx-default-subnet.name': 'Subnet named default for Databricks',
  'requirement.dbx-default-subnet.consequence':
    'The training page requires this subnet next to the subnets of Databricks. Without it, attaching might fail.',
  'requirement.dbx-default-subnet.ask':
    'Add a subnet named default to the virtual network. It can stay empty.',

  'requirement.dbx-storage-same-vnet.name': 'Storage in the virtual network of Databricks',
  'requirement.dbx-storage-same-vnet.consequence':
    'Databricks can’t read storage that is secured in another network.',
  'requirement.dbx-storage-same-vnet.ask':
    'Give the workspace’s storage account a private endpoint in the virtual network of Databricks, or a network rule for it.',

  'requirement.dbx-subnet-size.name': 'Network and subnets large enough for Databricks',
  'requirement.dbx-subnet-size.consequence':
    'Databricks refuses the network, or only a few workers start. A /26 subnet has space for 59 workers.',
  'requirement.dbx-subnet-size.ask':
    'Use a virtual network between /16 and /24 with two subnets of /26 or larger for Databricks.',

  'requirement.dbx-secure-cluster-connectivity.name': 'Databricks workers without a public IP address',
  'requirement.dbx-secure-cluster-connectivity.consequence':
    'Each worker has a public IP address, and Databricks needs inbound ports 22 and 5557.',
  'requirement.dbx-secure-cluster-connectivity.ask':
    'Enable secure cluster connectivity (no public IP) in Databricks. Give its subnets a NAT gateway or a firewall.',

  'requirement.inbound-databricks-22-5557.name': 'Inbound TCP 22 and 5557 from AzureDatabricks',
  'requirement.inbound-databricks-22-5557.short': 'Databricks inbound',
  'requirement.inbound-databricks-22-5557.consequence':
    'Clusters don’t start, because Databricks can’t reach its workers.',
  'requirement.inbound-databricks-22-5557.ask':
    'Allow inbound TCP 22 and 5557 from AzureDatabricks before any deny rule. Alternatively, enable secure cluster connectivity.',

  'requirement.outbound-databricks-control.name': 'Outbound TCP 443, 3306, and 8443-8451 to AzureDatabricks',
  'requirement.outbound-databricks-control.short': 'Databricks control',
  'requirement.outbound-databricks-control.consequence':
    'Clusters don’t start, because workers can’t reach Databricks.',
  'requirement.outbound-databricks-control.ask':
    'Allow outbound TCP 443, 3306, and 8443-8451 to AzureDatabricks, or use private link for the workers. Don’t change the rules that Databricks created, and don’t add deny rules before them.',

  'requirement.dbx-workers-talk.name': 'Traffic between Databricks workers',
  'requirement.dbx-workers-talk.short': 'Worker to worker',
  'requirement.dbx-workers-talk.consequence':
    'Clusters don’t start or their jobs hang, because workers can’t reach each other.',
  'requirement.dbx-workers-talk.ask':
    'Allow all traffic between both subnets of Databricks, on any protocol and port, before any deny rule.',

  'requirement.dbx-nsg-rules.name': 'Outbound traffic to the Databricks metastore, storage, and logs',
  'requirement.dbx-nsg-rules.short': 'Databricks services',
  'requirement.dbx-nsg-rules.consequence':
    'Clusters don’t start, because workers can’t reach the metastore, storage, and logs.',
  'requirement.dbx-nsg-rules.ask':
    'Don’t change the rules named Microsoft.Databricks-workspaces_UseOnly_…, and don’t add deny rules before them.',

  'requirement.udr-databricks.name': 'Databricks traffic goes directly to the internet',
  'requirement.udr-databricks.consequence':
    'The traffic of the workers takes another path, where an appliance decides whether to allow it.',
  'requirement.udr-databricks.ask':
    'Route AzureDatabricks, Sql, Storage, and EventHub to next hop Internet in both subnets. Alternatively, make sure that the appliance allows them.',

  'requirement.dbx-no-workspace-private-endpoint-use.name': 'Databricks jobs reach the workspace',
  'requirement.dbx-no-workspace-private-endpoint-use.consequence':
    'Jobs on Databricks might not reach a workspace that has only a private address.',
  'requirement.dbx-no-workspace-private-endpoint-use.ask':
    'How do jobs on Databricks reach the workspace: by its public address, or by peering and DNS zones?',

  'judge.noTarget': 'The resource to attach isn’t selected yet.',
  'judge.outside': 'The resource isn’t in one of your virtual networks.',
  'judge.onlyKafka': 'Only a Kafka cluster needs it.',
  'judge.assume.kafka': 'The cluster is a Kafka cluster.',
  'judge.managed.machine':
    '{workspace} uses a managed virtual network, so you can’t attach a virtual machine to it',
  'judge.attach.ended': 'attaching is part of SDK v1, whose support ended on June 30, 2026',
  'judge.attach.once': '{name} isn’t attached yet',
  'judge.attach.twice': '{name} is already attached to the workspace',
  'judge.attach.inNetwork': '{name} is in one of your virtual networks',
  'judge.attach.noNetwork': '{name} isn’t in one of your virtual networks',
  'judge.machine.ubuntu': 'the image is {image}',
  'judge.machine.windows': 'the machine runs Windows',
  'judge.machine.otherSystem': 'the image is {image}, which isn’t Ubuntu',
  'judge.machine.ownDisk':
    'The machine was created from your own disk, which can contain any Linux distribution.',
  'judge.machine.address': 'the public IP address is {address}',
  'judge.machine.closed': '{address} refuses all inbound traffic, because no NSG allows it',
  'judge.machine.noAddress': '{name} doesn’t have a public IP address',
  'judge.hdinsight.ssh': 'the SSH address is {address}',
  'judge.hdinsight.noSsh': '{name} doesn’t have an SSH address',
  'judge.hdinsight.outboundOnly': '{name} accepts only connections over private link',
  'judge.hdinsight.noPolicy': 'the subnet doesn’t have a service endpoint policy',
  'judge.hdinsight.policy': 'the subnet has the service endpoint policy {name}',
  'judge.dns.own': 'The network uses your own DNS servers.',
  'judge.dns.open': 'no rule denies AzurePlatformDNS',
  'judge.dns.stopped': 'rule {priority} {name} denies AzurePlatformDNS',
  'judge.databricks.samePlace': 'Databricks and the workspace are in {region} and in the same subscription',
  'judge.databricks.otherRegion': '{name} is in {there}, and the workspace in {here}',
  'judge.databricks.otherSubscription': '{name} is in subscription {there}, and the workspace in {here}',
  'judge.databricks.oneSubnet': 'Databricks has fewer than two subnets',
  'judge.databricks.notGiven': '{subnet} isn’t delegated to Databricks',
  'judge.databricks.noGroup': '{subnet} doesn’t have an NSG',
  'judge.databricks.bothGiven': '{one} and {other} are delegated to Databricks',
  'judge.databricks.default': 'the virtual network has a subnet named default',
  'judge.databricks.noDefault': '{network} doesn’t have a subnet named default',
  'judge.databricks.size': 'the virtual network and the subnets are large enough',
  'judge.databricks.networkSize': 'the address space {prefix} isn’t between /16 and /24',
  'judge.databricks.subnetSize': '{subnet} has {prefix}, which is smaller than /26',
  'judge.databricks.noPublicIp': 'secure cluster connectivity is enabled',
  'judge.databricks.publicIp': 'secure cluster connectivity is disabled',
  'judge.databricks.privateLink': 'Workers reach Databricks over private link.',
  'judge.databricks.direct':
    'traffic to AzureDatabricks, Sql, Storage, and EventHub goes directly to the internet',
  'judge.databricks.elsewhere': 'routes send traffic to {tags} elsewhere',
} as const;
