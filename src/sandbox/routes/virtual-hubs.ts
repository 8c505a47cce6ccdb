import type { RequestRoute } from '../router';
import { childListOf } from './child-lists';
import { childWriteOf } from './child-writes';

const hubType = 'Microsoft.Network/virtualHubs';

/** Routes for children of a Virtual WAN hub. The hub itself is a resource like any other. */
export const virtualHubRoutes: readonly RequestRoute[] = [
  'hubVirtualNetworkConnections',
  'routingIntent',
  'hubRouteTables',
].flatMap((kind) => [childListOf(`${hubType}/${kind}`), childWriteOf(hubType, kind)]);
