/** How a flow was decided: steps of the trace, what is taken for granted, why there is no way out. */
export const reach = {
  'noWayOut.private': 'private subnet without NAT gateway, public IP or appliance',
  'noWayOut.natGatewayWithoutAddress': 'NAT gateway {name} has no public address',

  'trace.noGroup.subnet': 'No security group on the subnet: everything passes.',
  'trace.noGroup.network-card': 'No security group on the network card: everything passes.',
  'trace.rule.allows':
    'Rule {priority} {name} of {group} allows it; {tried} {tried:rule|rules} before it did not match.',
  'trace.rule.blocks':
    'Rule {priority} {name} of {group} blocks it; {tried} {tried:rule|rules} before it did not match.',
  'trace.rule.allowsFirst': 'Rule {priority} {name} of {group} allows it, as the first rule that is tried.',
  'trace.rule.blocksFirst': 'Rule {priority} {name} of {group} blocks it, as the first rule that is tried.',
  'trace.rule.allowsPart': 'Rule {priority} {name} of {group} allows a part of it.',
  'trace.rule.blocksPart': 'Rule {priority} {name} of {group} blocks a part of it.',
  'trace.rule.unknown': 'Rule {priority} {name} of {group} may allow or block it.',
  'trace.adminRule.allows':
    'Security admin rule {priority} {name} of {group} allows it; security groups decide.',
  'trace.adminRule.alwaysAllows':
    'Security admin rule {priority} {name} of {group} always allows it; no security group is asked.',
  'trace.adminRule.blocks':
    'Security admin rule {priority} {name} of {group} blocks it, before any security group is asked.',
  'trace.adminRule.unknown': 'Security admin rule {priority} {name} of {group} may allow or block it.',
  'trace.route.none': 'Route {destination} drops it (next hop None).',
  'trace.firewall.allows': 'Rule {name} in collection {collection} of firewall {firewall} allows it.',
  'trace.firewall.blocks': 'Rule {name} in collection {collection} of firewall {firewall} blocks it.',
  'trace.firewall.allowsPart':
    'Rule {name} in collection {collection} of firewall {firewall} allows a part of it.',
  'trace.firewall.blocksPart':
    'Rule {name} in collection {collection} of firewall {firewall} blocks a part of it.',
  'trace.firewall.noRule': 'No rule of firewall {firewall} allows it, so it is dropped.',
  'trace.firewall.noName': 'No rule of firewall {firewall} allows {names}, so it is dropped.',
  'trace.onward.none': 'Behind firewall {firewall}, route {destination} of {table} drops it (next hop None).',
  'trace.onward.appliance':
    'Behind firewall {firewall}, route {destination} of {table} sends it on to appliance {ip}.',
  'trace.onward.gateway':
    'Behind firewall {firewall}, route {destination} of {table} sends it on to on-premises through the gateway.',
  'trace.route.appliance': 'Route {destination} of {table} sends it to appliance {ip}.',
  'trace.route.gateway': 'Route {destination} sends it to on-premises through the gateway.',
  'trace.route.learned': 'Route {destination}, which a gateway brought, sends it to on-premises.',
  'trace.route.hub': 'Route {destination}, which virtual hub {hub} brings, sends it to its appliance {ip}.',
  'trace.route.unknown': 'Where route {destination} sends it is not known.',
  'trace.route.internet': 'Route {destination} sends it to the internet.',
  'trace.route.endpoint': 'The service endpoint of {destination} takes it straight to the service.',
  'trace.route.local': 'Route {destination} keeps it in the virtual network.',
  'trace.reply.none': 'The answer is dropped by route {destination} (next hop None).',
  'trace.reply.appliance': 'The answer follows route {destination} of {table} to appliance {ip}.',
  'trace.reply.gateway': 'The answer follows route {destination} to on-premises through the gateway.',
  'trace.reply.learned': 'The answer follows route {destination}, which a gateway brought, to on-premises.',
  'trace.reply.hub':
    'The answer follows route {destination}, which virtual hub {hub} brings, to its appliance {ip}.',
  'trace.reply.unknown': 'Where route {destination} sends the answer is not known.',
  'trace.reply.internet': 'The answer goes back straight to the internet by route {destination}.',
  'trace.reply.endpoint': 'The answer takes the service endpoint of {destination}.',
  'trace.reply.local': 'The answer stays in the virtual network by route {destination}.',
  'trace.publicIp': 'It leaves by the node’s public IP.',
  'trace.natGateway': 'It leaves by NAT gateway {name}.',
  'trace.defaultOutbound': 'It leaves by Azure’s default outbound access.',
  'trace.storageOfRegion': 'Storage of the subnet’s region is reached without a way out.',

  'assumed.firewallNames':
    'On ports 80 and 443 nodes speak HTTP and HTTPS to the host names that Microsoft lists, which firewall {firewall} goes by',
  'assumed.firewallWildcard':
    'A network rule of firewall {firewall} names {name}, which allows nothing: network rules don’t support wildcards. Use a service tag or an application rule',
  'assumed.firewallThreats':
    'Threat intelligence and intrusion detection of firewall {firewall} stop none of it',
  'assumed.firewallWay':
    'From firewall {firewall} on, packets leave by its own public address and their replies come back through it',
  'assumed.firewallNat':
    'What DNAT rules of firewall {firewall} translate are addresses of its own, as Microsoft documents it, where no other host stands',
  'assumed.hostsElsewhere': 'Hosts that are not Azure’s have addresses that no service tag holds',
  'assumed.hostsInNoTag': 'None of these hosts is in {tags}',
  'assumed.oldTags': 'Addresses of service tags as of {date}, more than 60 days ago',
  'assumed.tags': 'Addresses of service tags as of {date}',
  'assumed.privateNetworks': 'Private addresses outside this network and its peers may be on-premises',
  'assumed.virtualNetworkRoutes':
    'Prefixes of the route table belong to VirtualNetwork, as Microsoft documents it, so a default route makes it everything',
  'assumed.defaultOutbound': 'The subnet was made before private subnets became the default',
  'assumed.storageOfRegion':
    'Storage of the same region is reached from a private subnet, as Microsoft documents it',
  'assumed.noLongerRoute': 'The gateway brings no route longer than {destination}',
  'assumed.hubRoutes': 'Virtual hub {hub} brings no route longer than {destination}',
  'assumed.registryEndpoint': 'The private endpoint found is that of this workspace’s registry',
  'assumed.serviceEndpoint':
    'The service endpoint {service} covers {tag}; the service then sees private addresses, and its rules for public ones no longer match',
  'assumed.ipv4Alone':
    'Only IPv4 is judged; the subnet has IPv6 addresses too, and what they let through is not',

  'assumed.noAdminRules':
    'No network manager’s security admin rules hold in this network: nothing that was read speaks of any',

  'unknown.peeringAccess':
    'Peering {name} blocks access; whether a rule that names addresses gets through all the same is not documented.',
  'unknown.subnetPeering':
    'Peering {name} leaves out subnet {subnet}; whether its packets are still sent there differs between preview and today.',
  'unknown.peeringOverlap':
    'Peered networks overlap: {names}. Azure refuses that, so which one has an address is not known.',
  'unknown.adminRules':
    'A network manager may rule over {name}, and you may not list its security admin rules (needs {role} on {scope}).',
  'unknown.adminRulesLater':
    'A network manager’s security admin rules hold in {name}: they are asked once a subnet of it is looked at.',
  'unknown.adminRulesUnread':
    'Whether a network manager’s security admin rules hold in {name} could not be read: they are asked once a subnet of it is looked at.',
  'unknown.adminOrder': 'Which network manager’s rules come first is not known.',
  'unknown.networkGroup': 'The members of network group {name} are not known.',
  'unknown.applicationGroup': 'The members of application security group {name} are not known.',
  'unknown.defaultOutbound':
    'Whether the subnet is private is not said, and api version {version} may make it so.',
  'unknown.noAddress': 'The addresses are not known.',
  'unknown.ports': 'Ports {ports} are not readable.',
  'unknown.icmpPorts': 'What ports mean for ICMP is not documented.',
  'unknown.anyProtocol': 'Whether Any covers more than TCP, UDP and ICMP is not documented.',
  'unknown.routedInternet':
    'Whether addresses routed by {routes} still belong to Internet is not documented.',
  'unknown.computesNotRead': 'The other computes of the workspace were not read.',
} as const;
