import type { DecidingRoute } from '../check-result';
import type { Reason } from '../reason';

/** Where packets go next, and which route says so. */
export interface RouteTarget {
  readonly hop: 'local' | 'endpoint' | 'internet' | 'none' | 'appliance' | 'gateway' | 'unknown';
  readonly route: DecidingRoute;
  /** Set where the hop is unknown. */
  readonly because?: Reason;
  /** What is taken for granted where this route decides. */
  readonly assumption?: Reason;
}

/** Azure's own route to `destination`. */
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

/** Whichever of the two holds, packets go the same way. */
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
