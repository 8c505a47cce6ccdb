import type { DecidingRoute } from '../check-result';
import type { Reason } from '../reason';

/** Next hop of packets, with its route. */
export interface RouteTarget {
  readonly hop: 'local' | 'endpoint' | 'internet' | 'none' | 'appliance' | 'gateway' | 'unknown';
  readonly route: DecidingRoute;
  /** Set if the hop is unknown. */
  readonly because?: Reason;
  /** Assumption if this route decides. */
  readonly assumption?: Reason;
}

/** Returns the system route to `destination`. */
export function systemTarget(
  hop: RouteTarget['hop'],
  destination: string,
  more: Pick<RouteTarget, 'because' | 'assumption'> = {},
): RouteTarget {
  return {
    hop,
    route: {
      kind: 'route',
      name: 'Default',
      destination,
      nextHop: systemHops[hop],
      nextHopAddress: null,
      tableId: null,
      tableName: null,
    },
    ...more,
  };
}

/** True if packets have the same next hop by either of the two. */
export function leadAlike(a: RouteTarget, b: RouteTarget): boolean {
  return a.hop === b.hop && a.route.nextHopAddress === b.route.nextHopAddress;
}

const systemHops = {
  local: 'VnetLocal',
  endpoint: 'VirtualNetworkServiceEndpoint',
  internet: 'Internet',
  none: 'None',
  appliance: 'VirtualAppliance',
  gateway: 'VirtualNetworkGateway',
  unknown: 'Internet',
} as const;
