/** Why something is not known. */
export const unknownsMessages = {
  'unknown.permission': 'You don’t have permission to read {name}. Required role: {role} on {scope}.',
  'unknown.parameter': 'Parameter {name} doesn’t have a value.',
  'unknown.firewallCategory': 'The hosts in web category {category} of the firewall aren’t published.',
  'unknown.firewallName':
    'A firewall rule uses the name {name}. It isn’t known whether this traffic goes to that name.',
  'unknown.firewallProxy':
    'A network rule of the firewall allows {name} by name, which needs the DNS proxy of {firewall}. The proxy is off. Turn it on in the firewall policy, or use a service tag.',
  'unknown.firewallServers':
    'A network rule of the firewall allows {name} by name, so {network} must resolve names through the firewall. Set its DNS servers to {address}, the private address of {firewall}, or use a service tag.',
  'unknown.firewallNameTag': 'The hosts in FQDN tag {tag} of the firewall aren’t published.',
  'unknown.firewallNat':
    'DNAT rule {rule} in collection {collection} of the firewall sends it to another address.',
  'unknown.firewallProtocol':
    'A firewall rule accepts only {protocol} on port {port}. It isn’t known whether this traffic uses it.',
  'unknown.firewallTls':
    'Firewall rule {rule} decrypts TLS with its own certificate, which nodes might reject.',
  'unknown.firewallTunnel':
    'Firewall {firewall} doesn’t have a public IP address, so its next hop for this traffic isn’t known.',
  'unknown.firewallUrl': 'A firewall rule checks the URL {url} inside the traffic.',
  'unknown.registryName':
    'The firewall allows these registries: {names}. The name of the workspace’s registry wasn’t read.',
  'unknown.tag': 'Service tag {tag} isn’t in the list of {date}.',
  'unknown.tagRegion': 'The region in service tag {tag} isn’t known.',
  'unknown.address': "'{address}' isn’t an address that Azure accepts.",
  'unknown.word': '{name} has the value {word}, which isn’t known.',
  'unknown.complex': 'Too many rules overlap to decide exactly.',
  'unknown.bgp': 'The network has a gateway that might advertise routes from on-premises.',
  'unknown.virtualHubElsewhere':
    'The network is connected to virtual hub {name}, which might advertise routes. The hub isn’t in a subscription that you can read.',
  'unknown.virtualHubUnread':
    'The network is connected to virtual hub {name}, which might advertise routes. Required role to read its routing: {role} on {scope}.',
  'unknown.virtualHub': 'The network is connected to virtual hub {name}, which might advertise routes.',
  'unknown.notRead': '{name} wasn’t read.',
  'unknown.notRead.roles': 'Your permissions on {name} weren’t read.',
  'unknown.notRead.locks': 'Locks on {name} weren’t read.',
  'unknown.notRead.policies': 'Policies that apply to {name} weren’t read.',
  'unknown.notRead.usages': 'The current usage of network limits wasn’t read.',
  'unknown.policyNotRead': 'The traffic that {name} allows wasn’t read.',
  'unknown.notChosen': 'Not chosen yet.',

  'duration.seconds': '{s} s',
  'duration.minutes': '{min} min {s} s',
} as const;
