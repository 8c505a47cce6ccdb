import type { Fix } from '../../core/fix';
import { sameId } from '../../core/network/find';
import type { NetworkModel } from '../../core/network/model';
import { addedRoutes } from '../../core/resource-change';

/** What a forced tunnel leads to, and whose rules decide there. */
export type TunnelTarget =
  | { readonly is: 'appliance'; readonly address: string }
  /** A gateway to on-premises, or a way that is not known. */
  | { readonly is: 'elsewhere' };

/** What the new routes of a fix lead around; null where it adds none: then nobody else's machine is in the way. */
export function ownedHop(model: NetworkModel, { changes }: Fix): TunnelTarget | null {
  const [route] = addedRoutes(changes);
  if (!route) return null;
  const table = model.routeTables.find((one) => sameId(one.id, route.id));
  const routes = table?.routes.known === true ? table.routes.value : [];
  const tunnel = routes.find((one) => one.destination.known && one.destination.value === '0.0.0.0/0');
  const address = tunnel?.nextHopAddress.known === true ? tunnel.nextHopAddress.value : null;
  return address === null ? { is: 'elsewhere' } : { is: 'appliance', address };
}
