import type { JsonObject } from '../json';

/** One side of a peering; both are to be placed, as Azure keeps both. */
export function peeringTo(remoteId: string, prefix: string, change: JsonObject = {}): JsonObject {
  return {
    name: `peer-${remoteId.slice(remoteId.lastIndexOf('/') + 1)}`,
    properties: {
      provisioningState: 'Succeeded',
      peeringState: 'Connected',
      peeringSyncLevel: 'FullyInSync',
      remoteVirtualNetwork: { id: remoteId },
      remoteAddressSpace: { addressPrefixes: [prefix] },
      remoteVirtualNetworkAddressSpace: { addressPrefixes: [prefix] },
      allowVirtualNetworkAccess: true,
      allowForwardedTraffic: true,
      allowGatewayTransit: false,
      useRemoteGateways: false,
      ...change,
    },
  };
}
