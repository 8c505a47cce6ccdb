import { sameId } from '../../core/network/find';
import type { HubRoute, ResourceId } from '../../core/network/model';
import { flagAt, listAt, textAt, textsAt, type Json, type JsonObject } from '../json';
import { nameIn } from './members';

/** Data of a hub that determines the routes that it advertises to a network. */
export interface HubBodies {
  /** Policies of its routing intent. */
  readonly policies: readonly Json[];
  /** Its connection with the network. */
  readonly connection: JsonObject;
  readonly tables: readonly JsonObject[];
  /** The Azure Firewall in the hub. */
  readonly firewall: { readonly id: ResourceId; readonly address: string | null } | undefined;
}

/** Prefixes of private traffic, without additional prefixes (how-to-routing-policies, 2025-08-01). */
const privatePrefixes = ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16'];
const everywhere = '0.0.0.0/0';

/**
 * Returns the routes of the hub's routing intent, or, without one, of the route table that the connection is associated
 * with.
 */
export function toHubRoutes(bodies: HubBodies): readonly HubRoute[] {
  return bodies.policies.length > 0 ? ofIntent(bodies) : ofTable(bodies);
}

/**
 * Returns the static routes of the connection's table: it "allows the traffic to be sent to the destination indicated
 * as routes in the route table". Without an association, that is the default table. Static routes override learned
 * routes of the same prefix (about-virtual-hub-routing, 2024-12-10). A default route to the hub's firewall is
 * Microsoft's documented internet access (scenario-route-between-vnets-firewall, 2020-08-04), for connections that
 * accept it. Routes to another connection lead to an appliance there. A table with routes of another type isn't
 * evaluated.
 */
function ofTable({ connection, tables, firewall }: HubBodies): readonly HubRoute[] {
  const associated = textAt(connection, 'properties', 'routingConfiguration', 'associatedRouteTable', 'id');
  const table = tables.find((one) =>
    associated === undefined ? isDefault(one) : sameId(textAt(one, 'id') ?? '', associated),
  );
  const routes = listAt(table, 'properties', 'routes');
  if (!routes.every((one) => sameId(textAt(one, 'destinationType') ?? '', 'CIDR'))) return [];
  const all = routes.flatMap((one) =>
    textsAt(one, 'destinations').map((prefix) => ({
      prefix,
      nextHopAddress: addressAt(firewall, textAt(one, 'nextHop') ?? ''),
    })),
  );
  return all.filter(({ prefix }) => prefix !== everywhere || propagatesDefaultRoute(connection));
}

/**
 * True for “Enable internet security or propagate default route” (about-internet-routing, 2025-03-26). Otherwise
 * 0.0.0.0/0 isn't known to be advertised.
 */
function propagatesDefaultRoute(connection: JsonObject): boolean {
  return flagAt(connection, 'properties', 'enableInternetSecurity') === true;
}

/** Returns the address of a next hop that is the hub's firewall; null for other next hops. */
function addressAt(firewall: HubBodies['firewall'], nextHop: string): string | null {
  return firewall && sameId(firewall.id, nextHop) ? firewall.address : null;
}

/**
 * Returns the routes of the routing intent. An internet policy gives 0.0.0.0/0 if the connection accepts it. A private
 * policy gives the private ranges and the prefixes that the default route table adds (how-to-routing-policies,
 * 2025-08-01). A default route added that way is forced tunneling: the firewall forwards allowed traffic along another
 * route (about-internet-routing, 2025-03-26).
 */
function ofIntent({ policies, connection, tables, firewall }: HubBodies): readonly HubRoute[] {
  const hopOf = (destination: string): string | undefined => {
    const policy = policies.find((one) =>
      textsAt(one, 'destinations').some((text) => sameId(text, destination)),
    );
    return policy === undefined ? undefined : textAt(policy, 'nextHop');
  };
  const [internet, inside] = [hopOf('Internet'), hopOf('PrivateTraffic')];
  const isPropagated = propagatesDefaultRoute(connection);
  const added = inside === undefined ? [] : addedPrefixes(tables);
  return [
    ...(inside === undefined
      ? []
      : [...privatePrefixes, ...added.filter((one) => one !== everywhere)].map((prefix) => ({
          prefix,
          nextHopAddress: addressAt(firewall, inside),
        }))),
    ...(internet === undefined || !isPropagated
      ? []
      : [{ prefix: everywhere, nextHopAddress: addressAt(firewall, internet) }]),
    ...(internet === undefined && isPropagated && added.includes(everywhere)
      ? [{ prefix: everywhere, nextHopAddress: null }]
      : []),
  ];
}

/**
 * Returns the prefixes of static routes in the default route table, without those that the routing policies created.
 */
function addedPrefixes(tables: readonly JsonObject[]): readonly string[] {
  const table = tables.find(isDefault);
  const written = listAt(table, 'properties', 'routes').filter((one) => !nameIn(one).startsWith('_policy_'));
  const prefixes = written.flatMap((one) => textsAt(one, 'destinations'));
  return [...new Set(prefixes)].filter((one) => !privatePrefixes.includes(one));
}

function isDefault(table: JsonObject): boolean {
  return sameId(nameIn(table), 'defaultRouteTable');
}
