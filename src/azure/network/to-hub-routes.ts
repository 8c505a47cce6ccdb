import { sameId } from '../../core/network/find';
import type { HubRoute, ResourceId } from '../../core/network/model';
import { flagAt, listAt, textAt, textsAt, type Json, type JsonObject } from '../json';
import { nameIn } from './members';

/** What a hub says of the routes that it brings to one network. */
export interface HubBodies {
  /** Policies of its routing intent. */
  readonly policies: readonly Json[];
  /** Its connection with the network. */
  readonly connection: JsonObject;
  readonly tables: readonly JsonObject[];
  /** The Azure Firewall in the hub. */
  readonly firewall: { readonly id: ResourceId; readonly address: string | null } | undefined;
}

/** Private traffic, but for prefixes that somebody adds (how-to-routing-policies, 2025-08-01). */
const privatePrefixes = ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16'];
const everywhere = '0.0.0.0/0';

/**
 * Routes that routing intent brings: of an internet policy 0.0.0.0/0, if the connection takes it; of a private policy the
 * private ranges and what the default route table adds (how-to-routing-policies, 2025-08-01). A default route that is
 * added so is forced tunnelling: the firewall sends on what it lets through, to wherever a longer way leads
 * (about-internet-routing, 2025-03-26).
 */
export function toHubRoutes({ policies, connection, tables, firewall }: HubBodies): readonly HubRoute[] {
  const hopOf = (destination: string): string | undefined => {
    const policy = policies.find((one) =>
      textsAt(one, 'destinations').some((text) => sameId(text, destination)),
    );
    return policy === undefined ? undefined : textAt(policy, 'nextHop');
  };
  const addressOf = (nextHop: string): string | null =>
    firewall && sameId(firewall.id, nextHop) ? firewall.address : null;
  const [internet, inside] = [hopOf('Internet'), hopOf('PrivateTraffic')];
  const takesDefault = flagAt(connection, 'properties', 'enableInternetSecurity') === true;
  const added = inside === undefined ? [] : addedPrefixes(tables);
  return [
    ...(inside === undefined
      ? []
      : [...privatePrefixes, ...added.filter((one) => one !== everywhere)].map((prefix) => ({
          prefix,
          nextHopAddress: addressOf(inside),
        }))),
    ...(internet === undefined || !takesDefault
      ? []
      : [{ prefix: everywhere, nextHopAddress: addressOf(internet) }]),
    ...(internet === undefined && takesDefault && added.includes(everywhere)
      ? [{ prefix: everywhere, nextHopAddress: null }]
      : []),
  ];
}

/** Static routes of the default route table, but for those that the policies themselves wrote. */
function addedPrefixes(tables: readonly JsonObject[]): readonly string[] {
  const table = tables.find((one) => sameId(nameIn(one), 'defaultRouteTable'));
  const written = listAt(table, 'properties', 'routes').filter((one) => !nameIn(one).startsWith('_policy_'));
  const prefixes = written.flatMap((one) => textsAt(one, 'destinations'));
  return [...new Set(prefixes)].filter((one) => !privatePrefixes.includes(one));
}
