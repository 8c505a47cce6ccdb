import type { EffectiveRoutes } from '../../core/network/model';
import { isJsonObject, listAt, textAt, textsAt, type Json } from '../json';

/**
 * Effective routes of a network interface, as Azure answers and `az network nic show-effective-route-table` prints: what a
 * gateway or route server brought, whether another route comes before it or not, and what Azure's own routes drop.
 */
export function toEffectiveRoutes(body: Json): EffectiveRoutes {
  const routes = listAt(body, 'value').filter(isJsonObject);
  return {
    learned: routes
      .filter((one) => word(one, 'source') === 'virtualnetworkgateway')
      .flatMap((one) => {
        const nextHopAddress = textsAt(one, 'nextHopIpAddress')[0] ?? null;
        return textsAt(one, 'addressPrefix').map((prefix) => ({ prefix, nextHopAddress }));
      }),
    dropped: routes
      .filter((one) => word(one, 'source') === 'default' && word(one, 'nextHopType') === 'none')
      .filter((one) => word(one, 'state') === 'active')
      .flatMap((one) => textsAt(one, 'addressPrefix')),
  };
}

function word(route: Json, member: string): string {
  return textAt(route, member)?.toLowerCase() ?? '';
}
