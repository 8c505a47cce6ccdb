import { known, type Known } from '../../core/known';
import type { PeeredSubnets, Peering, ResourceId, Subnet, VirtualNetwork } from '../../core/network/model';
import { jsonAt, flagAt, listAt, textAt, textsAt, type Json, type JsonObject } from '../json';
import { childrenIn, referencedIds, locationIn, nameIn } from './members';
import { toSubnet } from './to-subnet';
import { unreadMember } from './unreadable';

/** A virtual network's body, subnets and peerings with it. */
export function toVirtualNetwork(body: JsonObject): VirtualNetwork {
  const id = textAt(body, 'id') ?? '';
  return {
    id,
    name: nameIn(body),
    location: locationIn(body),
    addressPrefixes: prefixes(body, 'addressSpace'),
    // A network without servers of its own uses Azure's, and says so by saying nothing.
    dnsServers: known(textsAt(body, 'properties', 'dhcpOptions', 'dnsServers')),
    peerings: childrenIn(body, 'virtualNetworkPeerings', toPeering),
    hasGateway: gatewayIn(body),
    subnets: subnetsOf(body, id),
  };
}

function subnetsOf(body: JsonObject, id: ResourceId): readonly Subnet[] {
  return listAt(body, 'properties', 'subnets').map((one) => toSubnet(one, id));
}

/** Subnets whose machines bring BGP routes: a gateway's or a route server's, once something is in them. */
const routingSubnets: readonly string[] = ['gatewaysubnet', 'routeserversubnet'];

function gatewayIn(body: JsonObject): Known<boolean> {
  const subnets = jsonAt(body, 'properties', 'subnets');
  if (!Array.isArray(subnets)) return unreadMember(nameIn(body));
  const theirs = (subnets as readonly Json[]).filter((one) =>
    routingSubnets.includes(nameIn(one).toLowerCase()),
  );
  return known(theirs.some((one) => referencedIds(one, 'ipConfigurations').length > 0));
}

function prefixes(body: Json, space: string): Known<readonly string[]> {
  const found = textsAt(body, 'properties', space, 'addressPrefixes');
  return found.length > 0 ? known(found) : unreadMember(nameIn(body));
}

function toPeering(body: Json): Peering {
  const name = nameIn(body);
  const state = textAt(body, 'properties', 'peeringState');
  // The remote network as it is now; the older member is as it was when the peering was last synchronized.
  const now = prefixes(body, 'remoteVirtualNetworkAddressSpace');
  return {
    name,
    remoteId: textAt(body, 'properties', 'remoteVirtualNetwork', 'id') ?? '',
    state: state === undefined ? unreadMember(name) : known(state),
    remotePrefixes: now.known ? now : prefixes(body, 'remoteAddressSpace'),
    allowForwardedTraffic: flag(body, 'allowForwardedTraffic'),
    useRemoteGateways: flag(body, 'useRemoteGateways'),
    ...(flagAt(body, 'properties', 'peerCompleteVnets') === false ? { parts: partsOf(body) } : {}),
    ...(flagAt(body, 'properties', 'enableOnlyIPv6Peering') === true ? { onlyIpv6: true } : {}),
    ...(flagAt(body, 'properties', 'allowVirtualNetworkAccess') === false ? { blocksAccess: true } : {}),
  };
}

function partsOf(body: Json): PeeredSubnets {
  return {
    local: textsAt(body, 'properties', 'localSubnetNames'),
    remote: textsAt(body, 'properties', 'remoteSubnetNames'),
  };
}

function flag(body: Json, member: string): Known<boolean> {
  const value = flagAt(body, 'properties', member);
  return value === undefined ? unreadMember(nameIn(body)) : known(value);
}
