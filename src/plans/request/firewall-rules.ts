import type { RequestFlow } from '../../core/network-request';

/** A rule for addresses. Its destinations are service tags or prefixes. */
export interface RequestedNetworkRule {
  readonly flow: RequestFlow;
  readonly protocol: RequestFlow['protocol'];
  readonly ports: readonly string[];
  readonly destinations: readonly string[];
}

/** A rule for host names. */
export interface RequestedApplicationRule {
  readonly flow: RequestFlow;
  readonly protocols: readonly { readonly type: 'Http' | 'Https'; readonly port: number }[];
  readonly fqdns: readonly string[];
}

/**
 * Converts outbound flows to rules of an Azure Firewall. Host names on ports 80 and 443 are application rules; the rest
 * are network rules with service tags (how-to-access-azureml-behind-firewall, 2026-03-19).
 */
export function firewallRulesOf(flows: readonly RequestFlow[]): {
  readonly network: readonly RequestedNetworkRule[];
  readonly application: readonly RequestedApplicationRule[];
} {
  const outbound = flows.filter(({ direction }) => direction === 'Outbound');
  return {
    network: outbound
      .filter((flow) => !isWeb(flow) && flow.remotes.length > 0)
      .map((flow) => ({ flow, protocol: flow.protocol, ports: flow.ports, destinations: flow.remotes })),
    application: outbound
      .filter(isWeb)
      .map((flow) => ({ flow, protocols: flow.ports.map(webProtocol), fqdns: flow.hosts })),
  };
}

function isWeb({ hosts, protocol, ports }: RequestFlow): boolean {
  return hosts.length > 0 && protocol !== 'UDP' && ports.every((port) => port === '80' || port === '443');
}

function webProtocol(port: string): RequestedApplicationRule['protocols'][number] {
  return port === '80' ? { type: 'Http', port: 80 } : { type: 'Https', port: 443 };
}
