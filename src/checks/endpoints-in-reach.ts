import { createObjectCache } from '../core/object-cache';
import { getOrCreate } from '../core/get-or-create';
import { virtualNetworkIdOf, findVirtualNetwork, sameId } from '../core/network/find';
import { maybeSameId } from '../core/network/maybe-same-id';
import type {
  NetworkModel,
  Peering,
  PrivateEndpoint,
  ResourceId,
  Subnet,
  VirtualNetwork,
} from '../core/network/model';
import { leadsTo, effectivePeerings } from '../core/reach/peering';
import { reason, type Reason } from '../core/reason';
import type { SubnetInNetwork } from './setting-context';

/** Private endpoints that are reachable from a network. */
export interface EndpointsInReach {
  /** Endpoints that are certainly reachable. */
  readonly found: readonly PrivateEndpoint[];
  /** Why there may be more: endpoints, peerings, or the state of one weren't read. */
  readonly unread?: Reason;
}

/** Cache by subnet and groups, because many requirements need the same endpoints. */
const cached = createObjectCache<NetworkModel, WeakMap<Subnet, Map<string, EndpointsInReach>>>();

/**
 * Finds approved private endpoints of one of the `groups`, in the network of `place` or in a network that a peering
 * connects to.
 */
export function endpointsInReach(
  model: NetworkModel,
  place: SubnetInNetwork,
  groups: readonly string[],
): EndpointsInReach {
  const subnets = getOrCreate(cached, model, () => new WeakMap<Subnet, Map<string, EndpointsInReach>>());
  const ofSubnet = getOrCreate(subnets, place.subnet, () => new Map<string, EndpointsInReach>());
  return getOrCreate(ofSubnet, groups.join(), () => findEndpoints(model, place, groups));
}

function findEndpoints(
  model: NetworkModel,
  place: SubnetInNetwork,
  groups: readonly string[],
): EndpointsInReach {
  if (!model.privateEndpoints.known) return { found: [], unread: reason('check.endpointsNotRead') };
  const matching = model.privateEndpoints.value.filter(
    (one) => one.notApproved === undefined && one.groups.some((group) => isOneOf(groups, group)),
  );
  const own = matching.filter((one) => isIn(place.network.id, one));
  const hidden = matching.find((one) => mayBeIn(place.network, one, model));
  const reached = reachedFrom(own, matching, { model, place });
  if (!hidden || reached.unread) return reached;
  return { ...reached, unread: reason('check.services.endpointElsewhere', { name: hidden.name }) };
}

/**
 * Finds the endpoints of a single resource. An endpoint whose target may be this resource, because parts of its ID
 * don't have a value, counts as unread.
 */
export function endpointsFor(targetId: ResourceId, reached: EndpointsInReach): EndpointsInReach {
  const found = reached.found.filter((one) => sameId(one.targetId, targetId));
  const perhaps = reached.found.find(
    (one) => !sameId(one.targetId, targetId) && maybeSameId(one.targetId, targetId),
  );
  const unread =
    reached.unread ?? (perhaps && reason('check.services.endpointTarget', { name: perhaps.name }));
  return unread ? { found, unread } : { found };
}

interface SourceSubnet {
  readonly model: NetworkModel;
  readonly place: SubnetInNetwork;
}

function reachedFrom(
  own: readonly PrivateEndpoint[],
  matching: readonly PrivateEndpoint[],
  { model, place }: SourceSubnet,
): EndpointsInReach {
  const peerings = effectivePeerings({ model, ...place });
  if (peerings.known) return throughPeerings(own, matching, peerings.value);
  const mayBeMore = own.length === 0 || matching.length > own.length;
  return mayBeMore ? { found: own, unread: peerings.because } : { found: own };
}

function throughPeerings(
  own: readonly PrivateEndpoint[],
  matching: readonly PrivateEndpoint[],
  peerings: readonly Peering[],
): EndpointsInReach {
  const found = [...own];
  let unread: Reason | undefined;
  for (const peering of peerings) {
    for (const one of matching.filter((each) => isIn(peering.remoteId, each))) {
      const leads = leadsTo(peering, one.subnetId);
      if (!leads.known) unread ??= leads.because;
      else if (leads.value) found.push(one);
    }
  }
  return unread ? { found, unread } : { found };
}

/** Returns private endpoints that may be reachable from a network: its own and those of every peered network. */
export function endpointsAround(model: NetworkModel, network: VirtualNetwork): readonly PrivateEndpoint[] {
  if (!model.privateEndpoints.known) return [];
  const peers = network.peerings.known ? network.peerings.value.map((one) => one.remoteId) : [];
  const near = [network.id, ...peers];
  return model.privateEndpoints.value.filter((one) => near.some((id) => isIn(id, one)));
}

function isIn(networkId: string, { subnetId }: PrivateEndpoint): boolean {
  return sameId(virtualNetworkIdOf(subnetId), networkId);
}

/** True if an endpoint's network ID differs, but may be the same because parts of it don't have a value. */
function mayBeIn(network: VirtualNetwork, endpoint: PrivateEndpoint, model: NetworkModel): boolean {
  if (isIn(network.id, endpoint) || endpoint.subnetId === '') return false;
  const id = virtualNetworkIdOf(endpoint.subnetId);
  if (!maybeSameId(network.id, id)) return false;
  const its = findVirtualNetwork(model, id);
  return !(its && haveOtherSpaces(network, its));
}

/**
 * True if both networks have known address spaces without a shared prefix. They are different networks, whatever their
 * names.
 */
function haveOtherSpaces(
  { addressPrefixes: one }: VirtualNetwork,
  { addressPrefixes: other }: VirtualNetwork,
): boolean {
  return one.known && other.known && !one.value.some((prefix) => other.value.includes(prefix));
}

function isOneOf(all: readonly string[], one: string): boolean {
  return all.some((other) => other.toLowerCase() === one.toLowerCase());
}
