import { known, type Known } from '../../core/known';
import type { PeeredSubnets, Peering, ResourceId, Subnet, VirtualNetwork } from '../../core/network/model';
import { jsonAt, flagAt, listAt, textAt, textsAt, type Json, type JsonObject } from '../json';
import { childrenIn, referencedIds, locationIn, nameIn } from './members';
import { toSubnet } from './to-subnet';
import { unreadMember } from './unreadable';

/** Converts a virtual network's body with its subnets and peerings. */
export function toVirtualNetwork(body: JsonObject): VirtualNetwork {
  const id = textAt(body, 'id') ?? '';
  return {
    id,
    name: nameIn(body),
    location: locationIn(body),
    addressPrefixes: prefixes(body, 'addressSpace'),
    // A network without custom DNS servers uses Azure's. Azure then omits the member.
    dnsServers: known(textsAt(body, 'properties', 'dhcpOptions', 'dnsServers')),
    peerings: childrenIn(body, 'virtualNetworkPeerings', toPeering),
    hasGateway: gatewayIn(body),
    subnets: subnetsOf(body, id),
  };
}

function subnetsOf(body: JsonObject, id: ResourceId): readonly Subnet[] {
  return listAt(body, 'properties', 'subnets').map((one) => toSubnet(one, id));
}

/** Subnets whose machines advertise BGP routes: those of a gateway or a route server, if they contain one. */
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
  // The current address space of the remote network. The older member has the state of the last peering sync.
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
