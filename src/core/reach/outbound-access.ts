import type { IntervalSet } from '../addresses/interval-set';
import { emptySet } from '../addresses/interval-set';
import type { Known } from '../known';
import type { NatGateway } from '../network/model';
import { reason, type Reason } from '../reason';
import { regionalTag } from '../tags/tag-catalog';
import { regionOf } from '../unstated-region';
import type { SubnetPlace } from './subnet-place';

/** Whether packets whose next hop is the internet have a public address. */
export type OutboundAccess =
  | { readonly is: 'open'; readonly text: Reason; readonly assumption?: Reason }
  | { readonly is: 'closed'; readonly because: Reason }
  | { readonly is: 'unknown'; readonly because: Reason };

/** Last API version in which a null `defaultOutboundAccess` means open. Above it, the new default may apply. */
const lastOpenVersion = '2025-05-01';

/**
 * Returns the outbound access of a subnet for nodes with or without a public IP. A NAT gateway comes first, as in
 * Azure.
 */
export function outboundAccessOf(place: SubnetPlace, publicIp: Known<boolean>): OutboundAccess {
  const gateway = throughGateway(place.natGateway);
  if (gateway?.is === 'open') return gateway;
  if (publicIp.known && publicIp.value) return { is: 'open', text: reason('trace.publicIp') };
  if (gateway) return gateway;
  const byDefault = defaultAccess(place.subnet.defaultOutboundAccess, place.subnet.writtenWith);
  if (byDefault.is === 'closed' && !publicIp.known) return { is: 'unknown', because: publicIp.because };
  return byDefault;
}

/**
 * Returns the outbound access of a NAT gateway; undefined if none is associated. Without a public address, it doesn't
 * provide any.
 */
function throughGateway(associated: Known<NatGateway | null>): OutboundAccess | undefined {
  if (!associated.known) return { is: 'unknown', because: associated.because };
  if (associated.value === null) return undefined;
  const { name, publicAddresses } = associated.value;
  if (!publicAddresses.known) return { is: 'unknown', because: publicAddresses.because };
  return publicAddresses.value > 0
    ? { is: 'open', text: reason('trace.natGateway', { name }) }
    : { is: 'closed', because: reason('noOutboundAccess.natGatewayWithoutAddress', { name }) };
}

/**
 * Returns the default outbound access. `false` is a private subnet. Null was never set: it is open up to network API
 * version 2025-05-01. It isn't certain which version has the new default, so above it null is unknown (default outbound
 * access, 2025-12-03).
 */
function defaultAccess(access: Known<boolean | null>, writtenWith: string | undefined): OutboundAccess {
  if (!access.known) return { is: 'unknown', because: access.because };
  const open: OutboundAccess = { is: 'open', text: reason('trace.defaultOutbound') };
  if (access.value === true) return open;
  if (access.value === false) return { is: 'closed', because: reason('noOutboundAccess.private') };
  if (writtenWith !== undefined && writtenWith.slice(0, 10) > lastOpenVersion) {
    return { is: 'unknown', because: reason('unknown.defaultOutbound', { version: writtenWith }) };
  }
  return { ...open, assumption: reason('assumed.defaultOutbound') };
}

/**
 * Returns the addresses that a private subnet can still reach: Storage of its region (default outbound access,
 * 2025-12-03).
 */
export function reachableWithoutOutboundAccess({ network, tags }: SubnetPlace): IntervalSet {
  const region = regionOf(network.location);
  const tag = region === undefined ? undefined : regionalTag(tags, 'Storage', region);
  return (tag === undefined ? undefined : tags.lookup(tag)) ?? emptySet;
}
