import type { Rule } from './rules';

/** The default rules of every NSG (Microsoft Learn, network security groups overview, July 2025). */
export const nodeDefaultRules: readonly Rule[] = [
  rule('AllowVnetInBound', 65000, 'Inbound', 'Allow', 'VirtualNetwork', 'VirtualNetwork'),
  rule('AllowAzureLoadBalancerInBound', 65001, 'Inbound', 'Allow', 'AzureLoadBalancer', '*'),
  rule('DenyAllInBound', 65500, 'Inbound', 'Deny', '*', '*'),
  rule('AllowVnetOutBound', 65000, 'Outbound', 'Allow', 'VirtualNetwork', 'VirtualNetwork'),
  rule('AllowInternetOutBound', 65001, 'Outbound', 'Allow', '*', 'Internet'),
  rule('DenyAllOutBound', 65500, 'Outbound', 'Deny', '*', '*'),
];

function rule(
  ...[name, priority, direction, access, source, destination]: [
    string,
    number,
    Rule['direction'],
    Rule['access'],
    string,
    string,
  ]
): Rule {
  const ports = ['*'];
  return {
    name,
    priority,
    direction,
    access,
    protocol: '*',
    sources: [source],
    destinations: [destination],
    sourcePorts: ports,
    destinationPorts: ports,
  };
}
