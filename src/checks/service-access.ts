import { normalLocation } from '../core/azure-facts/region-codes';
import { arePaired, hasKnownPair } from '../core/azure-facts/region-pairs';
import { valueOr, type Known } from '../core/known';
import { nameOf, sameId, segmentOf } from '../core/network/find';
import { maybeSameId } from '../core/network/maybe-same-id';
import type { NetworkModel, PrivateEndpoint } from '../core/network/model';
import { reason, type Reason } from '../core/reason';
import type { DataService, Perimeter } from '../core/services/services';
import { isUnstated, regionOf } from '../core/unstated-region';
import { endpointsFor, endpointsInReach, type EndpointsInReach } from './endpoints-in-reach';
import type { SubnetInNetwork } from './setting-context';

/** Service endpoint by which a subnet's own addresses reach a service. */
type ServiceEndpointName = 'Microsoft.Storage' | 'Microsoft.KeyVault' | 'Microsoft.ContainerRegistry';

export interface ServiceQuery {
  readonly service: DataService;
  /** Sub-resources of the service's private endpoints. */
  readonly groups: readonly string[];
  readonly serviceEndpoint: ServiceEndpointName;
}

export interface Caller {
  readonly model: NetworkModel;
  readonly place: SubnetInNetwork;
}

/** How compute resources of a subnet can access a service. */
export type ServiceAccess =
  /** Through private endpoints in the network or in a peered network. */
  | { readonly is: 'endpoints'; readonly found: readonly PrivateEndpoint[] }
  /** The service is open to all callers. */
  | { readonly is: 'open' }
  /** A rule allows the subnet, and its service endpoint is on. */
  | { readonly is: 'subnet' }
  /** The service allows selected subnets, and this subnet doesn't have a rule or a service endpoint. */
  | { readonly is: 'missing'; readonly what: 'rule' | 'endpoint' }
  /** A rule allows the subnet, but its service endpoint doesn't cover the service's region. */
  | { readonly is: 'far'; readonly because: Reason }
  /** Access requires a private endpoint. */
  | { readonly is: 'closed' }
  /** An enforced perimeter denies other access. */
  | { readonly is: 'perimeter'; readonly name: string }
  | { readonly is: 'unknown'; readonly because: Reason };

/** Finds private endpoints of a service that are reachable from the subnet's network, for one of the `groups`. */
export function serviceEndpointsInReach(
  { service, groups }: Pick<ServiceQuery, 'groups'> & { readonly service: Pick<DataService, 'id'> },
  { model, place }: Caller,
): EndpointsInReach {
  return endpointsFor(service.id, endpointsInReach(model, place, groups));
}

/**
 * Returns how compute resources of the subnet access a service. A private endpoint comes first, because names resolve
 * to it.
 */
export function accessTo(query: ServiceQuery, caller: Caller): ServiceAccess {
  const { found, unread } = serviceEndpointsInReach(query, caller);
  if (found.length > 0) return { is: 'endpoints', found };
  const outside = fromOutside(query, caller);
  if (outside.is === 'open' || outside.is === 'subnet') return outside;
  const elsewhere = unread ?? unreadEndpoint(query.service, caller.model);
  return elsewhere ? { is: 'unknown', because: elsewhere } : outside;
}

/** Returns why there may be an approved endpoint that wasn't read. */
export function unreadEndpoint(
  { endpointIds }: Pick<DataService, 'endpointIds'>,
  model: NetworkModel,
): Reason | undefined {
  if (!endpointIds.known) return endpointIds.because;
  const { privateEndpoints } = model;
  if (!privateEndpoints.known) return endpointIds.value.length > 0 ? privateEndpoints.because : undefined;
  const unseen = endpointIds.value.find((id) => !privateEndpoints.value.some((one) => sameId(one.id, id)));
  return unseen === undefined
    ? undefined
    : reason('check.services.endpointElsewhere', { name: nameOf(unseen) });
}

/**
 * Returns the access without a private endpoint: by the perimeter if it is enforced, otherwise by the service's own
 * rules.
 */
function fromOutside(query: ServiceQuery, caller: Caller): ServiceAccess {
  const { publicAccess, perimeter } = query.service;
  if (!publicAccess.known) return whyUnknown(publicAccess);
  if (!perimeter.known) return whyUnknown(perimeter);
  if (perimeter.value?.isEnforced) return throughPerimeter(perimeter.value, query, caller);
  // A service that is secured by a perimeter but not associated with one is closed.
  return publicAccess.value === 'enabled' ? byOwnRules(query, caller) : { is: 'closed' };
}

function whyUnknown(unread: Extract<Known<unknown>, { known: false }>): ServiceAccess {
  return { is: 'unknown', because: unread.because };
}

/**
 * Returns the access through a perimeter, which private link always passes. Service endpoint traffic may be denied even
 * if a rule allows 0.0.0.0/0. Rules for subscriptions apply only to managed identities (network security perimeter
 * concepts).
 */
function throughPerimeter({ name, rules }: Perimeter, query: ServiceQuery, caller: Caller): ServiceAccess {
  const subscription = segmentOf(caller.place.subnet.id, 'subscriptions') ?? '';
  const prefixes = rules.flatMap((one) => one.addressPrefixes);
  const endpoint = hasServiceEndpoint(query, caller);
  if (prefixes.includes('0.0.0.0/0') && endpoint.known && !endpoint.value) return { is: 'open' };
  if (prefixes.length > 0) return { is: 'unknown', because: reason('check.perimeter.addresses', { name }) };
  const identities = rules.some((one) =>
    one.subscriptions.some(
      (id) => (segmentOf(id, 'subscriptions') ?? id).toLowerCase() === subscription.toLowerCase(),
    ),
  );
  return identities
    ? { is: 'unknown', because: reason('check.perimeter.identities', { name }) }
    : { is: 'perimeter', name };
}

function byOwnRules(query: ServiceQuery, caller: Caller): ServiceAccess {
  const { deniesByDefault, subnetRules } = query.service;
  if (!deniesByDefault.known) return whyUnknown(deniesByDefault);
  if (!deniesByDefault.value) return { is: 'open' };
  if (!subnetRules.known) return whyUnknown(subnetRules);
  const { id: own } = caller.place.subnet;
  if (subnetRules.value.some((id) => sameId(id, own))) return asNamedSubnet(query, caller);
  const perhaps = subnetRules.value.find((id) => maybeSameId(id, own));
  if (perhaps === undefined) return asAnyCaller(query, subnetRules.value.length > 0, caller);
  const values = { name: query.service.name, rule: nameOf(perhaps) };
  return { is: 'unknown', because: reason('check.services.subnetRule', values) };
}

function asNamedSubnet(query: ServiceQuery, caller: Caller): ServiceAccess {
  const endpoint = hasServiceEndpoint(query, caller);
  if (!endpoint.known) return whyUnknown(endpoint);
  if (!endpoint.value) return { is: 'missing', what: 'endpoint' };
  return beyondRegion(query, caller) ?? { is: 'subnet' };
}

/**
 * Returns whether the service's region is outside of the service endpoint's reach. A service endpoint for storage
 * covers the network's region and its paired region. `Microsoft.Storage.Global` covers all regions
 * (storage/common/storage-network-security).
 */
function beyondRegion(
  { service, serviceEndpoint }: ServiceQuery,
  { place }: Caller,
): ServiceAccess | undefined {
  const { network, subnet } = place;
  const isGlobal = valueOr(subnet.serviceEndpoints, []).some((one) => /\.global$/i.test(one));
  if (serviceEndpoint !== 'Microsoft.Storage' || isGlobal) return undefined;
  const { name, location } = service;
  const region = regionOf(network.location);
  if (location === undefined || region === undefined) return undefined;
  const home = isUnstated(region) ? region : normalLocation(region);
  if (location === home || arePaired(location, home)) return undefined;
  const values = { name, subnet: subnet.name, location, region: home };
  return hasKnownPair(location) && hasKnownPair(home)
    ? { is: 'far', because: reason('check.services.far', values) }
    : { is: 'unknown', because: reason('check.services.otherRegion', values) };
}

/**
 * Returns the access of a subnet without a rule. With a service endpoint, calls come from a private address, which IP
 * rules can't include.
 */
function asAnyCaller(query: ServiceQuery, hasSubnetRules: boolean, caller: Caller): ServiceAccess {
  const { addressRules } = query.service;
  if (!addressRules.known) return whyUnknown(addressRules);
  const endpoint = hasServiceEndpoint(query, caller);
  const mayBeNamed = addressRules.value.length > 0 && !(endpoint.known && endpoint.value);
  if (mayBeNamed) return { is: 'unknown', because: reason('check.services.addressRules') };
  return hasSubnetRules ? { is: 'missing', what: 'rule' } : { is: 'closed' };
}

function hasServiceEndpoint({ serviceEndpoint }: ServiceQuery, { place }: Caller): Known<boolean> {
  const { serviceEndpoints } = place.subnet;
  if (!serviceEndpoints.known) return serviceEndpoints;
  const expected = serviceEndpoint.toLowerCase();
  // `Microsoft.Storage.Global` also covers accounts in other regions.
  const has = serviceEndpoints.value.some((one) =>
    [expected, `${expected}.global`].includes(one.toLowerCase()),
  );
  return { known: true, value: has };
}

/** True if the service denies general access from the internet. Unknown if a part isn't known. */
export function isClosed({ publicAccess, deniesByDefault, perimeter }: DataService): Known<boolean> {
  if (publicAccess.known && publicAccess.value !== 'enabled') return { known: true, value: true };
  if (!publicAccess.known) return publicAccess;
  if (!perimeter.known) return perimeter;
  if (perimeter.value?.isEnforced) return { known: true, value: true };
  return deniesByDefault;
}
