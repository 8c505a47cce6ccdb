import type { RequestRoute } from '../router';
import { childListOf } from './child-lists';
import { childWriteOf } from './child-writes';

/** Types whose children are listed and written like any other, as is the resource itself. */
const childTypes: Readonly<Record<string, readonly string[]>> = {
  'Microsoft.Network/dnsForwardingRulesets': ['virtualNetworkLinks', 'forwardingRules'],
  'Microsoft.Network/virtualHubs': ['hubVirtualNetworkConnections', 'routingIntent', 'hubRouteTables'],
};

/** Routes for rules and links of DNS forwarding rulesets, and for connections and routes of Virtual WAN hubs. */
export const childRoutes: readonly RequestRoute[] = Object.entries(childTypes).flatMap(([type, kinds]) =>
  kinds.flatMap((kind) => [childListOf(`${type}/${kind}`), childWriteOf(type, kind)]),
);
