import type { Fix } from '../../core/fix';
import { sameId } from '../../core/network/find';
import type { NetworkModel } from '../../core/network/model';
import { addedRoutes } from '../../core/resource-change';

/** The target of a forced tunnel, and who controls its rules. */
export type TunnelTarget =
  | { readonly is: 'appliance'; readonly address: string }
  /** A gateway to on-premises, or an unknown next hop. */
  | { readonly is: 'elsewhere' };

/** Returns the next hop that a fix's new routes bypass; null if the fix doesn't add routes. */
export function ownedHop(model: NetworkModel, { changes }: Fix): TunnelTarget | null {
  const [route] = addedRoutes(changes);
  if (!route) return null;
  const table = model.routeTables.find((one) => sameId(one.id, route.id));
  const routes = table?.routes.known === true ? table.routes.value : [];
  const tunnel = routes.find((one) => one.destination.known && one.destination.value === '0.0.0.0/0');
  const address = tunnel?.nextHopAddress.known === true ? tunnel.nextHopAddress.value : null;
  return address === null ? { is: 'elsewhere' } : { is: 'appliance', address };
}
