import type { RequestRoute } from '../router';
import { childListOf } from './child-lists';
import { childWriteOf } from './child-writes';

const hubType = 'Microsoft.Network/virtualHubs';

/** What stands below a Virtual WAN hub; the hub itself is a resource like others. */
export const virtualHubRoutes: readonly RequestRoute[] = [
  'hubVirtualNetworkConnections',
  'routingIntent',
  'hubRouteTables',
].flatMap((kind) => [childListOf(`${hubType}/${kind}`), childWriteOf(hubType, kind)]);
