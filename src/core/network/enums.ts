/**
 * The words that Azure uses in network resources, as its API descriptions spell them.
 * Azure takes them in any case; whoever reads them compares without case.
 */

export const directions = ['Inbound', 'Outbound'] as const;
export const accesses = ['Allow', 'Deny'] as const;
/** `AlwaysAllow` ends the way like `Deny`: no security group is asked after it. */
export const adminAccesses = ['Allow', 'Deny', 'AlwaysAllow'] as const;
export const ruleProtocols = ['Tcp', 'Udp', 'Icmp', 'Esp', 'Ah', '*'] as const;
export const firewallProtocols = ['TCP', 'UDP', 'ICMP', 'Any'] as const;
export const nextHopTypes = [
  'VirtualNetworkGateway',
  'VnetLocal',
  'Internet',
  'VirtualAppliance',
  'VirtualNetworkServiceEndpoint',
  'None',
] as const;

export type Direction = (typeof directions)[number];
export type Access = (typeof accesses)[number];
export type AdminAccess = (typeof adminAccesses)[number];
export type RuleProtocol = (typeof ruleProtocols)[number];
export type FirewallProtocol = (typeof firewallProtocols)[number];
export type NextHopType = (typeof nextHopTypes)[number];
