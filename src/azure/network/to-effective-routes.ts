import type { EffectiveRoutes } from '../../core/network/model';
import { isJsonObject, listAt, textAt, textsAt, type Json } from '../json';

/**
 * Converts the effective routes of a network interface, as Azure returns them and as `az network nic
 * show-effective-route-table` prints them. The result has the routes from a gateway or route server, whether another
 * route overrides them or not, and what Azure's own routes drop.
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
