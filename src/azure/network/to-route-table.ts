import { known } from '../../core/known';
import type { RouteTable } from '../../core/network/model';
import { flagAt, textAt, type JsonObject } from '../json';
import { childrenIn, referencedIds, locationIn, nameIn } from './members';
import { toRoute } from './to-route';

export function toRouteTable(body: JsonObject): RouteTable {
  const etag = textAt(body, 'etag');
  return {
    id: textAt(body, 'id') ?? '',
    name: nameIn(body),
    location: locationIn(body),
    routes: childrenIn(body, 'routes', toRoute),
    // BGP propagation is on by default (route table REST page, read 2026-11-24).
    disableBgpRoutePropagation: known(flagAt(body, 'properties', 'disableBgpRoutePropagation') === true),
    usedBy: known(referencedIds(body, 'subnets')),
    ...(etag === undefined ? {} : { etag }),
  };
}
