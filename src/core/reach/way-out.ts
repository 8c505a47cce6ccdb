import type { IntervalSet } from '../addresses/interval-set';
import { nothing } from '../addresses/interval-set';
import type { Known } from '../known';
import { reason, type Reason } from '../reason';
import { regionalTag } from '../tags/tag-catalogue';
import type { Place } from './place';

/** Whether packets whose next hop is the internet have a public address to leave with. */
export type WayOut =
  | { readonly is: 'open'; readonly text: Reason; readonly assumption?: Reason }
  | { readonly is: 'closed'; readonly because: Reason }
  | { readonly is: 'unknown'; readonly because: Reason };

/** The last api version whose null `defaultOutboundAccess` means open; above it the new default may hold. */
const lastOpenVersion = '2025-05-01';

/** The way out of a subnet for nodes with or without a public IP. NAT gateways come first, as in Azure. */
export function wayOutOf(place: Place, publicIp: Known<boolean>): WayOut {
  const { natGateway, subnet } = place;
  const gateway = natGateway.known ? natGateway.value : null;
  if (gateway?.publicAddresses.known && gateway.publicAddresses.value > 0) {
    return { is: 'open', text: reason('trace.natGateway', { name: gateway.name }) };
  }
  if (publicIp.known && publicIp.value) return { is: 'open', text: reason('trace.publicIp') };
  if (gateway?.publicAddresses.known) {
    return { is: 'closed', because: reason('noWayOut.natGatewayWithoutAddress', { name: gateway.name }) };
  }
  const byDefault = defaultAccess(subnet.defaultOutboundAccess, subnet.writtenWith);
  if (byDefault.is === 'open') return byDefault;
  const doubt =
    (natGateway.known ? undefined : natGateway.because) ??
    (gateway && !gateway.publicAddresses.known ? gateway.publicAddresses.because : undefined) ??
    (publicIp.known ? undefined : publicIp.because);
  if (byDefault.is === 'unknown') return byDefault;
  if (doubt) return { is: 'unknown', because: doubt };
  return byDefault;
}

/**
 * `false` is a private subnet. Null was never said: open up to network api-version 2025-05-01; which version brings
 * the new default is not known for sure, so above it null is unknown (default outbound access, 2025-12-03).
 */
function defaultAccess(access: Known<boolean | null>, writtenWith: string | undefined): WayOut {
  if (!access.known) return { is: 'unknown', because: access.because };
  const open: WayOut = {
    is: 'open',
    text: reason('trace.defaultOutbound'),
    assumption: reason('assumed.defaultOutbound'),
  };
  if (access.value === true) return open;
  if (access.value === false) return { is: 'closed', because: reason('noWayOut.private') };
  if (writtenWith !== undefined && writtenWith.slice(0, 10) > lastOpenVersion) {
    return { is: 'unknown', because: reason('unknown.defaultOutbound', { version: writtenWith }) };
  }
  return open;
}

/** Addresses that a private subnet reaches all the same: Storage of its region (default outbound access, 2025-12-03). */
export function reachableWithoutWayOut({ network, tags }: Place): IntervalSet {
  if (!network.location.known) return nothing;
  const tag = regionalTag(tags, 'Storage', network.location.value);
  return (tag === undefined ? undefined : tags.lookup(tag)) ?? nothing;
}
