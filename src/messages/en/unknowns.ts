/** Why something is not known. */
export const unknowns = {
  'unknown.permission': 'You may not read {name} (needs {role} on {scope}).',
  'unknown.parameter': "'{name}' has no value here.",
  'unknown.firewallCategory': 'Which hosts the firewall’s web category {category} holds is not published.',
  'unknown.firewallName':
    'A rule of the firewall goes by the name {name}, and whether this traffic goes there is not known.',
  'unknown.firewallProxy':
    'A network rule of the firewall allows {name} by name, which needs the DNS proxy of {firewall}. The proxy is off. Turn it on in the firewall policy, or use a service tag.',
  'unknown.firewallServers':
    'A network rule of the firewall allows {name} by name, which needs {network} to ask the firewall for names. Set its DNS servers to {address}, the private address of {firewall}, or use a service tag.',
  'unknown.firewallNameTag': 'Which hosts the firewall’s FQDN tag {tag} holds is not published.',
  'unknown.firewallNat':
    'DNAT rule {rule} in collection {collection} of the firewall sends it to another address.',
  'unknown.firewallProtocol':
    'A rule of the firewall takes only {protocol} on port {port}, and what is spoken there is not known.',
  'unknown.firewallTls':
    'Rule {rule} of the firewall opens TLS with a certificate of its own, which nodes may not accept.',
  'unknown.firewallTunnel':
    'Firewall {firewall} has no public address of its own: where it sends this on is not known.',
  'unknown.firewallUrl': 'A rule of the firewall goes by the address {url} inside the traffic.',
  'unknown.registryName':
    'Of registries the firewall lets {names} through; the name of the workspace’s own was not read.',
  'unknown.tag': "Service tag '{tag}' is not in the list of {date}.",
  'unknown.tagRegion': "The region in service tag '{tag}' isn’t known.",
  'unknown.address': "'{address}' is no address that Azure takes.",
  'unknown.word': "{name} says '{word}', a word that is not known here.",
  'unknown.complex': 'Too many overlapping rules to decide exactly.',
  'unknown.bgp': 'The network has a gateway that may bring routes from on-premises.',
  'unknown.virtualHubElsewhere':
    'The network is connected to virtual hub {name}, which may bring routes and lies in no subscription that you may read.',
  'unknown.virtualHubUnread':
    'The network is connected to virtual hub {name}, which may bring routes; reading its routing needs {role} on {scope}.',
  'unknown.virtualHub': 'The network is connected to virtual hub {name}, which may bring routes.',
  'unknown.notRead': '{name} was not read.',
  'unknown.notRead.roles': 'What you may do on {name} was not read.',
  'unknown.notRead.locks': 'Locks on {name} were not read.',
  'unknown.notRead.policies': 'Policies over {name} were not read.',
  'unknown.notRead.usages': 'What is used of the network limits was not read.',
  'unknown.policyNotRead': 'What {name} lets through was not read.',
  'unknown.notChosen': 'Not chosen yet.',

  'duration.seconds': '{s} s',
  'duration.minutes': '{min} min {s} s',
} as const;
