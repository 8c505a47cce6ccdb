import type { VirtualNetwork } from '../network/model';
import { reason, type Reason } from '../reason';

/** Why routes or prefixes of an on-premises network may exist that the model does not show; undefined where none can. */
export function gatewayDoubt(network: VirtualNetwork): Reason | undefined {
  if (!network.hasGateway.known) return network.hasGateway.because;
  if (network.hasGateway.value) return reason('unknown.bgp');
  if (!network.peerings.known) return network.peerings.because;
  for (const { useRemoteGateways } of network.peerings.value) {
    if (!useRemoteGateways.known) return useRemoteGateways.because;
    if (useRemoteGateways.value) return reason('unknown.bgp');
  }
  return undefined;
}
