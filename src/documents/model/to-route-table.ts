import { nameOf } from '../../core/network/find';
import { known, unknown, type Known } from '../../core/known';
import type { Route, RouteTable } from '../../core/network/model';
import { nextHopTypes } from '../../core/network/enums';
import { reason } from '../../core/reason';
import { displayName } from './display-name';
import type { FirewallAddressLookup } from './firewall/firewall-address';
import { isAddressText } from './address-parts';
import { childrenPart, withApart, type Child } from './children';
import { propertyOf, type DeclaredResource } from './declared-resource';
import { destinationPart, flagPart, locationPart, partOf, textPart, enumPart } from './parts';
import { heldByAzure } from './to-security-group';

/** Converts a route table of a file, with the routes that are separate resources. */
export function toDeclaredRouteTable(
  resource: DeclaredResource,
  apart: readonly Child[],
  addressLookup: FirewallAddressLookup,
): RouteTable {
  return {
    id: resource.id,
    name: displayName(resource.name),
    location: locationPart(partOf(resource.body, 'location')),
    routes: routesOf(resource, apart, addressLookup),
    ...addedRoutes(resource, apart, addressLookup),
    // Propagation is on by default (route table REST page, read 2026-11-24).
    disableBgpRoutePropagation: flagPart(propertyOf(resource, 'disableBgpRoutePropagation'), known(false)),
    usedBy: heldByAzure(resource.name),
  };
}

function addedRoutes(
  { isExisting }: DeclaredResource,
  apart: readonly Child[],
  addressLookup: FirewallAddressLookup,
): Pick<RouteTable, 'addedRoutes'> {
  const added = isExisting ? apart.filter((one) => one.isExisting !== true) : [];
  return added.length > 0
    ? { addedRoutes: added.map((one, index) => toRoute(one, index, addressLookup)) }
    : {};
}

function routesOf(
  resource: DeclaredResource,
  apart: readonly Child[],
  addressLookup: FirewallAddressLookup,
): Known<readonly Route[]> {
  const inside = childrenPart(propertyOf(resource, 'routes'));
  // A route table that possibly doesn't exist doesn't route anything for certain.
  if (!resource.isDeployed.known) return resource.isDeployed;
  return inside.known
    ? known(withApart(inside.value, apart).map((one, index) => toRoute(one, index, addressLookup)))
    : inside;
}

function toRoute(
  { value, name, isDeployed }: Child,
  index: number,
  addressLookup: FirewallAddressLookup,
): Route {
  const its = (member: string) => partOf(value, 'properties', member);
  const missingProperty = (property: string): Known<never> =>
    unknown(reason('document.missingProperty', { name, property }));
  const hop = enumPart(nextHopTypes, its('nextHopType'), missingProperty('nextHopType'));
  const written = its('nextHopIpAddress');
  const given = written?.is === 'unknown' ? addressLookup(written) : undefined;
  const address = given ?? textPart<null>(written, known(null));
  return {
    name,
    destination: destinationPart(its('addressPrefix'), missingProperty('addressPrefix')),
    // The next hop of a route that possibly doesn't exist is unknown. So is a next hop without a valid address.
    nextHop: isDeployed.known ? hopTo(hop, address) : isDeployed,
    nextHopAddress:
      hop.known && hop.value === 'VirtualAppliance' ? orNothing(address) : nothingIfEmpty(address),
    index,
    ...(isDeployed.known ? {} : { mayNotExist: isDeployed.because }),
  };
}

/** Returns the next hop as written. Unknown for a virtual appliance whose address isn't valid. */
function hopTo(hop: Route['nextHop'], address: Route['nextHopAddress']): Route['nextHop'] {
  if (!hop.known || hop.value !== 'VirtualAppliance' || !address.known) return hop;
  const text = address.value ?? '';
  return isAddressText(text) && !/[/-]/.test(text)
    ? hop
    : unknown(reason('unknown.address', { address: text }));
}

/** A virtual appliance without an address has an empty one. */
function orNothing(address: Route['nextHopAddress']): Route['nextHopAddress'] {
  return address.known ? known(address.value ?? '') : address;
}

function nothingIfEmpty(address: Route['nextHopAddress']): Route['nextHopAddress'] {
  return address.known && address.value === '' ? known(null) : address;
}

/** Creates a route table that is referred to and that no file contains. */
export function unreadRouteTable(id: string): RouteTable {
  const name = nameOf(id);
  const not = heldByAzure(name);
  return { id, name, location: not, routes: not, disableBgpRoutePropagation: not, usedBy: not };
}
