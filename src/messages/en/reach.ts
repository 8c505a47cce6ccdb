/** How a flow was decided: steps of the trace, what is taken for granted, why there is no outbound access. */
export const reachMessages = {
  'noWayOut.private': 'private subnet without a NAT gateway, public IP, or network virtual appliance (NVA)',
  'noWayOut.natGatewayWithoutAddress': 'NAT gateway {name} doesn’t have a public IP address',

  'trace.noGroup.subnet': 'The subnet doesn’t have an NSG, so all traffic is allowed.',
  'trace.noGroup.network-card': 'The network interface doesn’t have an NSG, so all traffic is allowed.',
  'trace.rule.allows':
    'Rule {priority} {name} of {group} allows it. {tried} {tried:rule|rules} before it didn’t match.',
  'trace.rule.blocks':
    'Rule {priority} {name} of {group} blocks it. {tried} {tried:rule|rules} before it didn’t match.',
  'trace.rule.allowsFirst': 'Rule {priority} {name} of {group} is evaluated first and allows it.',
  'trace.rule.blocksFirst': 'Rule {priority} {name} of {group} is evaluated first and blocks it.',
  'trace.rule.allowsPart': 'Rule {priority} {name} of {group} allows part of it.',
  'trace.rule.blocksPart': 'Rule {priority} {name} of {group} blocks part of it.',
  'trace.rule.unknown': 'Rule {priority} {name} of {group} might allow or block it.',
  'trace.adminRule.allows': 'Security admin rule {priority} {name} of {group} allows it. NSG rules decide.',
  'trace.adminRule.alwaysAllows':
    'Security admin rule {priority} {name} of {group} always allows it. NSG rules aren’t evaluated.',
  'trace.adminRule.blocks':
    'Security admin rule {priority} {name} of {group} blocks it before NSG rules are evaluated.',
  'trace.adminRule.unknown': 'Security admin rule {priority} {name} of {group} might allow or block it.',
  'trace.route.none': 'Route {destination} drops it (next hop None).',
  'trace.firewall.allows': 'Rule {name} in collection {collection} of firewall {firewall} allows it.',
  'trace.firewall.blocks': 'Rule {name} in collection {collection} of firewall {firewall} blocks it.',
  'trace.firewall.allowsPart':
    'Rule {name} in collection {collection} of firewall {firewall} allows part of it.',
  'trace.firewall.blocksPart':
    'Rule {name} in collection {collection} of firewall {firewall} blocks part of it.',
  'trace.firewall.noRule': 'No rule of firewall {firewall} allows it, so the firewall drops it.',
  'trace.firewall.noName': 'No rule of firewall {firewall} allows {names}, so the firewall drops it.',
  'trace.onward.none': 'After firewall {firewall}, route {destination} of {table} drops it (next hop None).',
  'trace.onward.appliance':
    'After firewall {firewall}, route {destination} of {table} sends it to appliance {ip}.',
  'trace.onward.gateway':
    'After firewall {firewall}, route {destination} of {table} sends it to the on-premises network through the gateway.',
  'trace.route.appliance': 'Route {destination} of {table} sends it to appliance {ip}.',
  'trace.route.gateway': 'Route {destination} sends it to the on-premises network through the gateway.',
  'trace.route.learned': 'Route {destination}, advertised by a gateway, sends it to the on-premises network.',
  'trace.route.hub':
    'Route {destination}, advertised by virtual hub {hub}, sends it to the hub’s appliance {ip}.',
  'trace.route.unknown': 'The next hop of route {destination} isn’t known.',
  'trace.route.internet': 'Route {destination} sends it to the internet.',
  'trace.route.endpoint': 'The service endpoint of {destination} sends it directly to the service.',
  'trace.route.local': 'Route {destination} keeps it in the virtual network.',
  'trace.reply.none': 'Route {destination} drops the reply (next hop None).',
  'trace.reply.appliance': 'The reply follows route {destination} of {table} to appliance {ip}.',
  'trace.reply.gateway':
    'The reply follows route {destination} to the on-premises network through the gateway.',
  'trace.reply.learned':
    'The reply follows route {destination}, advertised by a gateway, to the on-premises network.',
  'trace.reply.hub':
    'The reply follows route {destination}, advertised by virtual hub {hub}, to the hub’s appliance {ip}.',
  'trace.reply.unknown': 'The reply follows route {destination}, whose next hop isn’t known.',
  'trace.reply.internet': 'Route {destination} sends the reply directly to the internet.',
  'trace.reply.endpoint': 'The reply uses the service endpoint of {destination}.',
  'trace.reply.local': 'Route {destination} keeps the reply in the virtual network.',
  'trace.publicIp': 'It leaves through the node’s public IP address.',
  'trace.natGateway': 'It leaves through NAT gateway {name}.',
  'trace.defaultOutbound': 'It leaves through Azure’s default outbound access.',
  'trace.storageOfRegion': 'Storage in the subnet’s region doesn’t need outbound access.',

  'assumed.firewallNames':
    'On ports 80 and 443, nodes use HTTP and HTTPS with the host names that Microsoft lists. Firewall {firewall} decides by these names',
  'assumed.firewallWildcard':
    'A network rule of firewall {firewall} names {name}, which allows nothing: network rules don’t support wildcards. Use a service tag or an application rule',
  'assumed.firewallThreats':
    'Threat intelligence and intrusion detection of firewall {firewall} don’t block it',
  'assumed.firewallWay':
    'Packets leave firewall {firewall} through its own public address, and replies return through it',
  'assumed.firewallNat':
    'DNAT rules of firewall {firewall} translate only the firewall’s own addresses, as Microsoft documents',
  'assumed.hostsElsewhere': 'Hosts outside Azure have addresses that aren’t in any service tag',
  'assumed.hostsInNoTag': 'None of these hosts is in {tags}',
  'assumed.oldTags': 'Addresses of service tags as of {date}, more than 60 days ago',
  'assumed.undatedTags':
    'Addresses of service tags from a list without a date, which might be older than 60 days',
  'assumed.tags': 'Addresses of service tags as of {date}',
  'assumed.privateNetworks': 'Private addresses outside this network and its peers might be on-premises',
  'assumed.virtualNetworkRoutes':
    'VirtualNetwork includes the prefixes of the route table, as Microsoft documents. A default route makes it include all addresses',
  'assumed.defaultOutbound': 'The subnet was created before private subnets became the default',
  'assumed.storageOfRegion': 'A private subnet reaches storage in its region, as Microsoft documents',
  'assumed.noLongerRoute': 'The gateway doesn’t advertise a route more specific than {destination}',
  'assumed.hubRoutes': 'Virtual hub {hub} doesn’t advertise a route more specific than {destination}',
  'assumed.registryEndpoint': 'The private endpoint belongs to this workspace’s registry',
  'assumed.serviceEndpoint':
    'Service endpoint {service} covers {tag}. The service then gets private addresses, so its rules for public addresses no longer match',
  'assumed.ipv4Alone':
    'Only IPv4 is checked. The subnet also has IPv6 addresses, whose traffic isn’t checked',

  'assumed.noAdminRules': 'Security admin rules don’t apply to this network, because none were found',

  'unknown.peeringAccess':
    'Peering {name} blocks access. It isn’t documented whether rules with addresses still allow traffic.',
  'unknown.subnetPeering':
    'Peering {name} excludes subnet {subnet}. The preview and the current version of Azure send its traffic differently.',
  'unknown.peeringOverlap':
    'Peered networks overlap: {names}. Azure doesn’t support this, so the owner of an address isn’t known.',
  'unknown.adminRules':
    'Security admin rules might apply to {name}. You don’t have permission to read them. Required role: {role} on {scope}.',
  'unknown.adminRulesLater': 'Security admin rules apply to {name}. Select one of its subnets to read them.',
  'unknown.adminRulesUnread':
    'Security admin rules of {name} couldn’t be read. Select one of its subnets to read them.',
  'unknown.adminOrder': 'The order of the network managers isn’t known.',
  'unknown.networkGroup': 'The members of network group {name} aren’t known.',
  'unknown.applicationGroup': 'The members of application security group {name} aren’t known.',
  'unknown.defaultOutbound':
    'The file doesn’t state whether the subnet is private. API version {version} might make it private.',
  'unknown.noAddress': 'The addresses aren’t known.',
  'unknown.ports': 'Ports {ports} can’t be read.',
  'unknown.icmpPorts': 'The meaning of ports for ICMP isn’t documented.',
  'unknown.anyProtocol': 'It isn’t documented whether Any covers more than TCP, UDP, and ICMP.',
  'unknown.routedInternet': 'It isn’t documented whether Internet includes routed addresses ({routes}).',
  'unknown.computesNotRead': 'The other compute resources of the workspace weren’t read.',
} as const;
