import { findVirtualNetwork, sameId } from '../core/network/find';
import { maybeSameId } from '../core/network/maybe-same-id';
import type {
  NetworkModel,
  Peering,
  PrivateEndpoint,
  ResourceId,
  VirtualNetwork,
} from '../core/network/model';
import { leadsTo, effectivePeerings } from '../core/reach/peering';
import { reason, type Reason } from '../core/reason';
import type { SubnetInNetwork } from './setting-context';

/** Private endpoints that a network reaches. */
export interface EndpointsInReach {
  /** Those that are certainly in reach. */
  readonly found: readonly PrivateEndpoint[];
  /** Why there may be more: endpoints, peerings or the state of one were not read. */
  readonly unread?: Reason;
}

/** Approved private endpoints in the network of `place`, or where a peering leads from it, whose groups touch `groups`. */
export function endpointsInReach(
  model: NetworkModel,
  place: SubnetInNetwork,
  groups: readonly string[],
): EndpointsInReach {
  if (!model.privateEndpoints.known) return { found: [], unread: reason('judge.endpointsNotRead') };
  const wanted = model.privateEndpoints.value.filter(
    (one) => one.notApproved === undefined && one.groups.some((group) => isOneOf(groups, group)),
  );
  const own = wanted.filter((one) => isIn(place.network.id, one));
  const hidden = wanted.find((one) => mayBeIn(place.network, one, model));
  const reached = reachedFrom(own, wanted, { model, place });
  if (!hidden || reached.unread) return reached;
  return { ...reached, unread: reason('judge.services.endpointElsewhere', { name: hidden.name }) };
}

/** The same of one resource. An endpoint whose target is perhaps this resource, by parts without a value, is unread. */
export function endpointsFor(targetId: ResourceId, reached: EndpointsInReach): EndpointsInReach {
  const found = reached.found.filter((one) => sameId(one.targetId, targetId));
  const perhaps = reached.found.find(
    (one) => !sameId(one.targetId, targetId) && maybeSameId(one.targetId, targetId),
  );
  const unread =
    reached.unread ?? (perhaps && reason('judge.services.endpointTarget', { name: perhaps.name }));
  return unread ? { found, unread } : { found };
}

interface From {
  readonly model: NetworkModel;
  readonly place: SubnetInNetwork;
}

function reachedFrom(
  own: readonly PrivateEndpoint[],
  wanted: readonly PrivateEndpoint[],
  { model, place }: From,
): EndpointsInReach {
  const peerings = effectivePeerings({ model, ...place });
  if (peerings.known) return throughPeerings(own, wanted, peerings.value);
  const mayBeMore = own.length === 0 || wanted.length > own.length;
  return mayBeMore ? { found: own, unread: peerings.because } : { found: own };
}

function throughPeerings(
  own: readonly PrivateEndpoint[],
  wanted: readonly PrivateEndpoint[],
  peerings: readonly Peering[],
): EndpointsInReach {
  const found = [...own];
  let unread: Reason | undefined;
  for (const peering of peerings) {
    for (const one of wanted.filter((each) => isIn(peering.remoteId, each))) {
      const leads = leadsTo(peering, one.subnetId);
      if (!leads.known) unread ??= leads.because;
      else if (leads.value) found.push(one);
    }
  }
  return unread ? { found, unread } : { found };
}

/** Private endpoints that may be in reach of a network: its own and those of every network it is peered with. */
export function endpointsAround(model: NetworkModel, network: VirtualNetwork): readonly PrivateEndpoint[] {
  if (!model.privateEndpoints.known) return [];
  const peers = network.peerings.known ? network.peerings.value.map((one) => one.remoteId) : [];
  const near = [network.id, ...peers];
  return model.privateEndpoints.value.filter((one) => near.some((id) => isIn(id, one)));
}

/** The id of the network that a subnet's id names. */
export function networkOfSubnet(subnetId: string): string {
  const at = subnetId.toLowerCase().indexOf('/subnets/');
  return at < 0 ? subnetId : subnetId.slice(0, at);
}

function isIn(networkId: string, { subnetId }: PrivateEndpoint): boolean {
  return sameId(networkOfSubnet(subnetId), networkId);
}

/** True of an endpoint whose network is another one by its ID, and perhaps not by the parts of it that have no value. */
function mayBeIn(network: VirtualNetwork, endpoint: PrivateEndpoint, model: NetworkModel): boolean {
  if (isIn(network.id, endpoint) || endpoint.subnetId === '') return false;
  const id = networkOfSubnet(endpoint.subnetId);
  const its = findVirtualNetwork(model, id);
  return maybeSameId(network.id, id) && !(its && haveOtherSpaces(network, its));
}

/** Two networks that are stated whole, each with its addresses, are two, whatever their names are. */
function haveOtherSpaces(
  { addressPrefixes: one }: VirtualNetwork,
  { addressPrefixes: other }: VirtualNetwork,
): boolean {
  return one.known && other.known && !one.value.some((prefix) => other.value.includes(prefix));
}

function isOneOf(all: readonly string[], one: string): boolean {
  return all.some((other) => other.toLowerCase() === one.toLowerCase());
}
