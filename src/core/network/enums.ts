/**
 * Enum values of network resources, as Azure's API descriptions spell them. Azure accepts any case, so readers compare
 * ignoring case.
 */

export const directions = ['Inbound', 'Outbound'] as const;
export const accesses = ['Allow', 'Deny'] as const;
/** `AlwaysAllow` is final like `Deny`: no NSG is evaluated after it. */
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
